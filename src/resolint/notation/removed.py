"""Paragraphs that a tracked deletion takes away whole.

No block is left of them, so their words hang on the block that follows, or on the last one: as a ``deleted-here`` mark
with the line end that divided them from it. Word's reader does the same.
"""

from __future__ import annotations

from dataclasses import replace

from resolint.frozen import NamedTuple
from resolint.model import Block, Mark
from resolint.notation.labels import LABEL


class Apart(NamedTuple):
    """A block without the paragraphs that were deleted whole, and the words of those above and below it."""

    above: tuple[str, ...]
    block: Block
    below: tuple[str, ...]


def split_deleted(words: str) -> tuple[str, str]:
    """The number in front of the words of a deleted paragraph (empty if none), and the words after one blank."""
    label = LABEL.match(words)
    after = label.end() if label else 0
    if not label or words[after : after + 1] not in (" ", "\t", "\u00a0"):
        return "", words
    return label.group(), words[after + 1 :]


def attach_removed(block: Block, above: str = "", below: str = "") -> Block:
    """``block`` with the words of deleted paragraphs hung on it; each ends, or below begins, with its line end."""
    marks = list(block.marks)
    for at, words in ((0, above), (len(block.text), below)):
        if not words:
            continue
        here = [mark for mark in marks if mark.kind == "deleted-here" and mark.start == at]
        kept = "".join(mark.value for mark in here)
        marks = [mark for mark in marks if mark not in here]
        marks.append(Mark(at, at, "deleted-here", words + kept if words is above else kept + words))
    return replace(block, marks=tuple(sorted(marks, key=lambda m: (m.start, m.end, m.kind, m.value))))


def apart(block: Block, last: bool = True) -> Apart:
    """Take the paragraphs that were deleted whole off a block; what is left keeps every other mark.

    In the notation what stands between two blocks belongs to the second: only the ``last`` one has any below it.
    """
    above: tuple[str, ...] = ()
    below: tuple[str, ...] = ()
    marks = []
    end = len(block.text)
    for mark in block.marks:
        if mark.kind == "deleted-here" and "\n" in mark.value:
            if mark.start == end and end:
                rest, *whole = mark.value.split("\n")
                after = last and _all_words(whole)
                below, mark = (tuple(whole), replace(mark, value=rest)) if after else (below, mark)
            elif mark.start in (0, block.lead):
                *whole, rest = mark.value.split("\n")
                before = _all_words(whole)
                above, mark = (tuple(whole), replace(mark, value=rest)) if before else (above, mark)
        if mark.value or mark.kind != "deleted-here":
            marks.append(mark)
    return Apart(above, replace(block, marks=tuple(marks)), below)


def _all_words(paragraphs: list[str]) -> bool:
    return all(words.strip() for words in paragraphs)
