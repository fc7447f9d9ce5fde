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
from functools import cache, cached_property, lru_cache
from itertools import accumulate, chain

from resolint.leads import Way
from resolint.model import Block, Document
from resolint.regex import compiled, lazy, leads
from resolint.shared import per_document
from resolint.tokens import words_of

__all__ = ["folded", "holders", "occurs", "scan"]

_DOTTED = str.maketrans({"\u0130": "i", "\u0131": "i"})
"""Patterns without letter case take these for an i, folding does not."""
_RUN = lazy(r"[0-9A-Za-z]+")


def folded(text: str) -> str:
    """``text`` as pieces of text are compared: without letter case."""
    return (text.translate(_DOTTED) if "\u0130" in text or "\u0131" in text else text).casefold()


@lru_cache(maxsize=2048)
def _asked(text: str, fold: bool) -> tuple[str, frozenset[str], str]:
    """``text`` as it is looked for, folded or not, with its signs, and with the most letters and digits of it in a row."""
    text = folded(text) if fold else text
    return text, frozenset(text), max(_RUN.findall(text), key=len, default="")


@lru_cache(maxsize=4096)
def _all_asked(texts: tuple[str, ...], fold: bool) -> tuple[tuple[str, frozenset[str], str], ...]:
    """The same of several texts."""
    return tuple([_asked(text, fold) for text in texts])


_Live = tuple[frozenset[str] | None, Mapping[str, Sequence[int]] | None]
"""Where a way may match: the ids of the blocks, and the places in them, each None for all."""


class _Index:
    """What was looked for in a document: which blocks hold a text, and where signs of a class stand."""

    def __init__(self, document: Document) -> None:
        self._words = words_of(document)
        self._blocks, self._whole = self._words.blocks, self._words.text
        self._holding: dict[tuple[tuple[str, ...], bool], frozenset[str]] = {}
        self._starts: dict[str, Mapping[str, Sequence[int]]] = {}

    @cached_property
    def _folded(self) -> str:
        return folded(self._whole)

    @cached_property
    def _ends(self) -> list[int]:
        return [*accumulate(len(block.text) + 1 for block in self._blocks)]

    @cached_property
    def _folded_ends(self) -> list[int]:
        if len(self._folded) == len(self._whole):
            return self._ends
        return [*accumulate(len(folded(block.text)) + 1 for block in self._blocks)]

    @cached_property
    def _signs(self) -> frozenset[str]:
        return frozenset(self._whole)

    @cached_property
    def _folded_signs(self) -> frozenset[str]:
        return frozenset(self._folded)

    @cached_property
    def _short(self) -> str:
        """Every word once, and the labels: letters and digits that stand side by side do so in one of them."""
        labels = (block.text[: block.lead] for block in self._blocks if block.lead)
        return "\n".join((*self._words.different, *labels))

    @cached_property
    def _folded_short(self) -> str:
        return folded(self._short)

    def has(self, text: str) -> bool:
        """Whether ``text``, which is folded, stands in the document in any letters."""
        _, signs, run = _asked(text, False)
        return self._folded_signs.issuperset(signs) and run in self._folded_short and text in self._folded

    def live(self, way: Way, fold: bool) -> _Live | None:
        """Where ``way`` may match; None for nowhere."""
        held = self.held(way.texts, fold) if way.texts else None
        if held is not None and not held:
            return None
        starts = self.starts(way.first) if way.first else None
        return None if starts is not None and not starts else (held, starts)

    def held(self, texts: tuple[str, ...], fold: bool) -> frozenset[str]:
        """The ids of the blocks that hold one of ``texts``, in any letters if ``fold``."""
        found = self._holding.get((texts, fold))
        if found is None:
            found = self._holding[texts, fold] = frozenset(self._held(texts, fold))
        return found

    def _held(self, texts: tuple[str, ...], fold: bool) -> list[str]:
        """The ids of the blocks that hold one of ``texts``; some twice."""
        signs, short = (self._folded_signs, self._folded_short) if fold else (self._signs, self._short)
        # Whoever looks for a text that is not there mostly learns it here: the words, each once, are half of the draft.
        there = [text for text, asked, run in _all_asked(texts, fold) if signs.issuperset(asked) and run in short]
        if not there:
            return []
        whole, ends = (self._folded, self._folded_ends) if fold else (self._whole, self._ends)
        found, blocks = [], self._blocks
        for text in there:
            place = whole.find(text)
            while place >= 0:
                number = bisect_right(ends, place)
                found.append(blocks[number].id)
                place = whole.find(text, ends[number])
        return found

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


def occurs(document: Document, text: str) -> bool:
    """Whether ``text``, which is ``folded``, stands in the document in any letters."""
    return _index(document).has(text)


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
    if there is not None:
        blocks = [block for block in blocks if block.id in there]
    if len(live) == 1:
        held, starts = live[0]
        if held is not None:
            blocks = [block for block in blocks if block.id in held]
        if starts is not None:
            for block in blocks:
                if block.id in starts:
                    yield from _from(pattern, block, 0 if labels else block.lead, starts[block.id])
            return
    for block in blocks:
        start = 0 if labels else block.lead
        places = _places(block.id, live) if len(live) > 1 else None
        if places is None:
            for match in pattern.finditer(block.text, start):
                yield block, match
        elif places:
            yield from _from(pattern, block, start, places)


def _places(block: str, live: Sequence[_Live]) -> Sequence[int] | None:
    """Where in a block a match may begin, in order, None for anywhere."""
    found: list[Sequence[int]] = []
    for held, starts in live:
        if held is None or block in held:
            if starts is None:
                return None
            if block in starts:
                found.append(starts[block])
    return found[0] if len(found) == 1 else sorted({*chain(*found)})


def _from(
    pattern: re.Pattern[str], block: Block, start: int, places: Sequence[int]
) -> Iterator[tuple[Block, re.Match[str]]]:
    """The matches that begin at one of ``places``, none of which overlaps the one before."""
    text, match = block.text, pattern.match
    for place in places:
        if place >= start and (found := match(text, place)) is not None:
            yield block, found
            start = found.end()
