"""The words of a document, found once and shared by every rule that looks for words.

A rule with three hundred terms asks an index of the document for the first word of each, so its cost does not
grow with the text; nothing is searched by a regular expression, and no offset is ever recomputed. A word keeps
its place in the block's text, while letter case, curly apostrophes and the kinds of hyphen are levelled for
comparison one word at a time, because levelling a whole text can change its length.
"""

from __future__ import annotations

import re
import weakref
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from resolint.model import Block, Document

__all__ = ["Phrase", "Words", "level", "phrase", "words_of"]

_TOKEN = re.compile(r"[^\W_]+(?:[-\u2010\u2011\u00ad][^\W_]+|['\u2019](?!s(?![^\W_]))[^\W_]+)*|[^\s]")
_LEVEL = str.maketrans({"\u2010": "-", "\u2011": "-", "\u00ad": None, "\u2019": "'", "\u201c": '"', "\u201d": '"'})


@dataclass(frozen=True, slots=True)
class Phrase:
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
        self._places: dict[str, list[tuple[int, int]]] = {}
        places = self._places
        for number, block in enumerate(self.blocks):
            text = block.text
            plain = text.isascii()
            for token in _TOKEN.finditer(text, block.lead):
                word = token[0].casefold() if plain else level(token[0])
                if word in places:
                    places[word].append((number, token.start()))
                else:
                    places[word] = [(number, token.start())]

    def find(self, wanted: Phrase) -> Iterator[tuple[int, int, int]]:
        """Each place of ``wanted`` in document order: number of the block, start and end in its text."""
        for number, start in self._places.get(wanted.words[0], ()):
            end = _match(self.blocks[number].text, start, wanted)
            if end is not None:
                yield number, start, end

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


_last: tuple[weakref.ref[Document], Words] | None = None


def words_of(document: Document) -> Words:
    """The words of ``document``; those of the document asked for last are kept, since all rules ask for the same."""
    global _last
    last = _last
    if last is not None and last[0]() is document:
        return last[1]
    words = Words(document)
    _last = (weakref.ref(document), words)
    return words


def level(word: str) -> str:
    """``word`` as words are compared: without letter case, soft hyphens and the difference between ’ and '."""
    return (word if word.isascii() else word.translate(_LEVEL)).casefold()


def phrase(text: str, *, match_case: bool = False) -> Phrase:
    """``text`` as a phrase to look for; with ``match_case`` only in these letters."""
    tokens = list(_TOKEN.finditer(text))
    ends = [0, *(token.end() for token in tokens)]
    return Phrase(
        text=text,
        words=tuple(level(token[0]) for token in tokens),
        glued=tuple(token.start() == end for token, end in zip(tokens, ends, strict=False)),
        exact=tuple(token[0].translate(_LEVEL) for token in tokens) if match_case else None,
    )


def _match(text: str, start: int, wanted: Phrase) -> int | None:
    """Where ``wanted`` ends if it begins at ``start``, else None."""
    at = start
    for place, word in enumerate(wanted.words):
        if place:
            begin = at
            while at < len(text) and text[at].isspace():
                at += 1
            if (at == begin) != wanted.glued[place]:
                return None
        token = _TOKEN.match(text, at)
        if token is None or level(token[0]) != word:
            return None
        if wanted.exact is not None and token[0].translate(_LEVEL) != wanted.exact[place]:
            return None
        at = token.end()
    return at
