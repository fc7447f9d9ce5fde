"""Where in a document a pattern can match at all, so that it is tried nowhere else.

What a pattern asks for is read off it once (``regex.leads``): texts of which every match holds one, and the signs that a
match begins with. Where the texts stand is looked up for the whole document at a time, and where a match has to begin
with a sign that is seldom (a digit, a capital) the pattern is tried at these places alone. The matches are those that
``finditer`` gives.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import accumulate, chain

from resolint.leads import Way
from resolint.model import Block, Document
from resolint.regex import compiled, leads
from resolint.shared import per_document
from resolint.tokens import words_of

__all__ = ["folded", "holders", "scan"]

_DOTTED = str.maketrans({"\u0130": "i", "\u0131": "i"})
"""Patterns without letter case take these for an i, folding does not."""


def folded(text: str) -> str:
    """``text`` as pieces of text are compared: without letter case."""
    return (text.translate(_DOTTED) if "\u0130" in text or "\u0131" in text else text).casefold()


class _Index:
    """What was looked for in a document: which blocks hold a text, and where signs of a class stand."""

    def __init__(self, document: Document) -> None:
        words = words_of(document)
        self._blocks, self._whole = words.blocks, words.text
        self._ends = [*accumulate(len(block.text) + 1 for block in self._blocks)]
        self._holding: dict[tuple[tuple[str, ...], bool], frozenset[str]] = {}
        self._starts: dict[str, Mapping[str, Sequence[int]]] = {}
        self._folded: tuple[str, list[str]] | None = None

    def live(self, way: Way, fold: bool) -> tuple[frozenset[str] | None, Mapping[str, Sequence[int]] | None] | None:
        """Where ``way`` may match: the ids of the blocks, and the places in them, each None for all; None for nowhere."""
        held = self.held(way.texts, fold) if way.texts else None
        if held is not None and not held:
            return None
        starts = self.starts(way.first) if way.first else None
        return None if starts is not None and not starts else (held, starts)

    def held(self, texts: tuple[str, ...], fold: bool) -> frozenset[str]:
        """The ids of the blocks that hold one of ``texts``, in any letters if ``fold``."""
        found = self._holding.get((texts, fold))
        if found is None:
            found = frozenset().union(*[self._held(text, fold) for text in texts])
            self._holding[texts, fold] = found
        return found

    def _held(self, text: str, fold: bool) -> frozenset[str]:
        if fold:
            text = folded(text)
            if self._folded is None:
                self._folded = folded(self._whole), [folded(block.text) for block in self._blocks]
            whole, texts = self._folded
            if text not in whole:
                return frozenset()
            return frozenset([block.id for block, one in zip(self._blocks, texts, strict=True) if text in one])
        if text not in self._whole:
            return frozenset()
        return frozenset([block.id for block in self._blocks if text in block.text])

    def starts(self, signs: str) -> Mapping[str, Sequence[int]]:
        """Where one of ``signs`` (the inside of a class) stands, by the ids of blocks."""
        found = self._starts.get(signs)
        if found is None:
            found = self._starts[signs] = self._places(signs)
        return found

    def _places(self, signs: str) -> Mapping[str, Sequence[int]]:
        found: dict[str, list[int]] = {}
        number = begin = 0
        end = -1
        here: list[int] = []
        for match in _class(signs).finditer(self._whole):
            place = match.start()
            if place >= end:
                number = bisect_right(self._ends, place)
                begin, end = self._ends[number - 1] if number else 0, self._ends[number]
                here = found[self._blocks[number].id] = []
            here.append(place - begin)
        return found


@cache
def _class(signs: str) -> re.Pattern[str]:
    return compiled(f"[{signs}]")


@per_document("words")
def _index(document: Document) -> _Index:
    return _Index(document)


def holders(document: Document, texts: Iterable[str]) -> frozenset[str]:
    """The ids of the blocks that hold one of ``texts``, in these letters."""
    return _index(document).held(tuple(texts), False)


def scan(
    document: Document,
    blocks: Iterable[Block],
    pattern: re.Pattern[str],
    *,
    having: Sequence[str] = (),
    labels: bool = False,
) -> Iterator[tuple[Block, re.Match[str]]]:
    """Every match of ``pattern`` in ``blocks`` of ``document``, behind their labels or, with ``labels``, in these too.

    No match is without one of the texts ``having``; by default they are read off the pattern.
    """
    asked, index = leads(pattern), _index(document)
    there = index.held(tuple(having), False) if having else None
    live = [found for way in asked.ways if (found := index.live(way, asked.fold)) is not None]
    if not live or (there is not None and not there):
        return
    for block in blocks:
        if there is not None and block.id not in there:
            continue
        ways = [starts for held, starts in live if held is None or block.id in held]
        start = 0 if labels else block.lead
        if None in ways:
            for match in pattern.finditer(block.text, start):
                yield block, match
        elif ways:
            places = [starts[block.id] for starts in ways if starts is not None and block.id in starts]
            if places:
                yield from _from(pattern, block, start, places[0] if len(places) == 1 else sorted({*chain(*places)}))


def _from(
    pattern: re.Pattern[str], block: Block, start: int, places: Sequence[int]
) -> Iterator[tuple[Block, re.Match[str]]]:
    """The matches that begin at one of ``places``, none of which overlaps the one before."""
    text, match = block.text, pattern.match
    for place in places:
        if place >= start and (found := match(text, place)) is not None:
            yield block, found
            start = found.end()
