"""The words of a document, found once and shared by every rule that looks for words.

A rule with three hundred terms asks an index of the document for the rarest word of each, so its cost hardly
grows with the text; nothing is searched by a regular expression, and no offset is ever recomputed. A word keeps
its place in the block's text, while letter case, curly apostrophes and the kinds of hyphen are levelled for
comparison one word at a time, because levelling a whole text can change its length.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from resolint.model import Block, Document
from resolint.shared import per_document

__all__ = ["Phrase", "Words", "level", "phrase", "words_of"]

_TOKEN = re.compile(r"[^\W_]+(?:[-\u2010\u2011\u00ad][^\W_]+|['\u2019](?!s(?![^\W_]))[^\W_]+)*|[^\s]")
_LEVEL = str.maketrans({"\u2010": "-", "\u2011": "-", "\u00ad": None, "\u2019": "'", "\u201c": '"', "\u201d": '"'})


class Phrase(NamedTuple):
    """A term as a row of words and signs, levelled; ``glued`` tells for each whether it follows without a blank.

    ``exact`` holds the row with its letter case where that matters, else None.
    """

    text: str
    words: tuple[str, ...]
    glued: tuple[bool, ...]
    exact: tuple[str, ...] | None


class Words:
    """Where each word of a document stands: the words of its body, headers and notes by levelled form."""

    def __init__(self, document: Document) -> None:
        self.blocks: tuple[Block, ...] = (
            *document.blocks,
            *(block for note in document.footnotes for block in note.blocks),
        )
        self._words: list[str] = []
        self._starts = array("L")
        self._ends = array("L")
        self._first = array("L")
        self._places: dict[str, list[int]] = {}
        for block in self.blocks:
            self._first.append(len(self._words))
            self._add(block)

    def _add(self, block: Block) -> None:
        words, starts, ends, places = self._words, self._starts, self._ends, self._places
        plain = block.text.isascii()
        for token in _TOKEN.finditer(block.text, block.lead):
            word = token[0].casefold() if plain else level(token[0])
            place = places.get(word)
            if place is None:
                place = places[word] = []
            place.append(len(words))
            words.append(word)
            starts.append(token.start())
            ends.append(token.end())

    def find(self, wanted: Phrase) -> Iterator[tuple[int, int, int]]:
        """Each place of ``wanted`` in document order: number of the block, start and end in its text."""
        if not wanted.words:
            return
        # The rarest word leads to the places; looking up "the" of "the UN" would read the whole text again.
        found = [self._places.get(word, ()) for word in wanted.words]
        rarest = min(range(len(found)), key=lambda number: len(found[number]))
        for token in found[rarest]:
            first = token - rarest
            number = bisect_right(self._first, token) - 1
            if self._is_at(first, number, wanted):
                yield number, self._starts[first], self._ends[first + len(wanted.words) - 1]

    def _is_at(self, first: int, number: int, wanted: Phrase) -> bool:
        """Whether ``wanted`` begins with the token ``first`` of the block ``number``."""
        last = first + len(wanted.words)
        end = self._first[number + 1] if number + 1 < len(self._first) else len(self._words)
        if first < self._first[number] or last > end or self._words[first:last] != list(wanted.words):
            return False
        starts, ends = self._starts, self._ends
        glued = all(
            (starts[first + place] == ends[first + place - 1]) == wanted.glued[place]
            for place in range(1, len(wanted.words))
        )
        if wanted.exact is None or not glued:
            return glued
        text = self.blocks[number].text
        return all(
            text[starts[first + place] : ends[first + place]].translate(_LEVEL) == exact
            for place, exact in enumerate(wanted.exact)
        )

    def longest(self, phrases: Iterable[Phrase]) -> list[tuple[int, int, int, Phrase]]:
        """Every place of every phrase in document order; of those that overlap the first, and of these the longest."""
        asked = tuple(phrases)
        found = sorted(
            (number, start, -end, place) for place, one in enumerate(asked) for number, start, end in self.find(one)
        )
        kept: list[tuple[int, int, int, Phrase]] = []
        for number, start, end, place in found:
            if not kept or kept[-1][0] != number or kept[-1][2] <= start:
                kept.append((number, start, -end, asked[place]))
        return kept


@per_document("words")
def words_of(document: Document) -> Words:
    """The words of ``document``; those of the document asked for last are kept, since all rules ask for the same."""
    return Words(document)


def level(word: str) -> str:
    """``word`` as words are compared: without letter case, soft hyphens and the difference between ’ and '."""
    return (word if word.isascii() else word.translate(_LEVEL)).casefold()


@lru_cache(maxsize=4096)
def phrase(text: str, *, match_case: bool = False) -> Phrase:
    """``text`` as a phrase to look for; with ``match_case`` only in these letters."""
    # Most terms are one plain word or a few, and there are hundreds: they need no tokenizing.
    parts = text.split(" ")
    if text.isascii() and all(map(str.isalpha, parts)):
        glued = (True, *(False,) * (len(parts) - 1))
        return Phrase(text, tuple(text.lower().split(" ")), glued, tuple(parts) if match_case else None)
    tokens = list(_TOKEN.finditer(text))
    ends = [0, *(token.end() for token in tokens)]
    return Phrase(
        text=text,
        words=tuple(level(token[0]) for token in tokens),
        glued=tuple(token.start() == end for token, end in zip(tokens, ends, strict=False)),
        exact=tuple(token[0].translate(_LEVEL) for token in tokens) if match_case else None,
    )
