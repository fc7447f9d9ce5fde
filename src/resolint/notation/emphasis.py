"""Emphasis by stars and underscores, after the delimiter algorithm of CommonMark 0.31 (section 6.2).

Runs of delimiters are paired in one pass; ``_floors`` remembers below which run no opener can be found, so that
hostile input stays linear.
"""

from __future__ import annotations

import unicodedata
from typing import Literal

from resolint.frozen import dataclass


@dataclass(frozen=False, slots=True)
class Run:
    """A run of equal delimiters: how many there are, and how many were used up from the left and from the right."""

    index: int
    character: str
    count: int
    opens: bool
    closes: bool
    left: int = 0
    right: int = 0

    @property
    def free(self) -> int:
        """Delimiters not yet used."""
        return self.count - self.left - self.right


Pair = tuple[int, int, Literal["italic", "bold"]]


def _is_space(character: str) -> bool:
    return not character or character.isspace()


def _is_punctuation(character: str) -> bool:
    return bool(character) and unicodedata.category(character)[0] in "PS"


def run_at(text: str, start: int, stop: int, index: int) -> Run:
    """The run of delimiters at ``text[start:stop]``, with its right to open and to close emphasis."""
    before = text[start - 1] if start else ""
    after = text[stop : stop + 1]
    left = not _is_space(after) and (not _is_punctuation(after) or _is_space(before) or _is_punctuation(before))
    right = not _is_space(before) and (not _is_punctuation(before) or _is_space(after) or _is_punctuation(after))
    character = text[start]
    if character == "_":
        opens = left and (not right or _is_punctuation(before))
        closes = right and (not left or _is_punctuation(after))
    else:
        opens, closes = left, right
    return Run(index, character, stop - start, opens, closes)


def _matches(opener: Run, closer: Run) -> bool:
    if opener.character != closer.character or not opener.opens or not opener.free:
        return False
    either = (opener.opens and opener.closes) or (closer.opens and closer.closes)
    total = opener.count + closer.count
    return not (either and total % 3 == 0 and (opener.count % 3 or closer.count % 3))


def pair(runs: list[Run]) -> list[Pair]:
    """Pair the runs: (index of the opening run, index of the closing run, italic or bold). Uses the runs up."""
    pairs: list[Pair] = []
    stack: list[Run] = []
    floors: dict[tuple[str, bool, int], int] = {}
    for closer in runs:
        while closer.closes and closer.free:
            key = (closer.character, closer.opens, closer.count % 3)
            floor = floors.get(key, -1)
            depth = len(stack) - 1
            while depth >= 0 and stack[depth].index > floor and not _matches(stack[depth], closer):
                depth -= 1
            if depth < 0 or stack[depth].index <= floor:
                floors[key] = stack[-1].index if stack else -1
                break
            opener = stack[depth]
            size = 2 if opener.free >= 2 and closer.free >= 2 else 1
            opener.right += size
            closer.left += size
            pairs.append((opener.index, closer.index, "bold" if size == 2 else "italic"))
            del stack[depth + 1 :]
            if not opener.free:
                stack.pop()
        if closer.opens and closer.free:
            stack.append(closer)
    return pairs
