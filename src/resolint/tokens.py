"""The words of a document, found once and shared by every rule that looks for words.

Whether a term can stand in a document at all is a question to a set of words, so a rule with three hundred terms
hardly costs more than one with three; only blocks that hold every word of a term are looked through for its place.
A word keeps its place in the block's text, while letter case, curly apostrophes and the kinds of hyphen are
levelled for comparison one word at a time, because levelling a whole text can change its length.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache
from itertools import chain, pairwise
from unicodedata import normalize

from resolint import regex
from resolint.frozen import NamedTuple
from resolint.model import Block, Document
from resolint.shared import per_document

__all__ = ["Phrase", "Words", "level", "phrase", "words_of"]

# An accent that is a character of its own (e and U+0301) belongs to the letter before it.
_LETTERS = r"[^\W_]+(?:[\u0300-\u036f]+[^\W_]*)*"
_TOKEN = regex.compiled(rf"{_LETTERS}(?:[-\u2010\u2011\u00ad]{_LETTERS}|['\u2019](?!s(?![^\W_])){_LETTERS})*|[^\s]")
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
    """The words of a document block by block: of its body, headers and footers, and of its notes.

    ``blocks`` are the blocks, ``forms`` for each the different words in the letters of the text, ``different`` those of
    all blocks, ``all`` the levelled
    words of the whole document, ``text`` the texts of all blocks. Where a word stands is looked for only in the blocks
    that hold it.
    """

    def __init__(self, document: Document) -> None:
        self.blocks: tuple[Block, ...] = (
            *document.blocks,
            *(block for note in document.footnotes for block in note.blocks),
        )
        rows = [_TOKEN.findall(block.text, block.lead) for block in self.blocks]
        self.forms: tuple[frozenset[str], ...] = tuple(map(frozenset, rows))
        self._levels = {form: level(form) for form in frozenset[str]().union(*self.forms)}
        self.different = self._levels.keys()
        self.all = frozenset(self._levels.values())
        self._held = [frozenset(map(self._levels.__getitem__, forms)) for forms in self.forms]
        self._cased = [
            forms if block.text.isascii() else None for forms, block in zip(self.forms, self.blocks, strict=True)
        ]
        self.text = "\n".join([block.text for block in self.blocks])
        self._written = rows
        self._rows: dict[int, list[str]] = {}
        self._holders: dict[str, list[int]] = {}
        self._places: dict[int, list[tuple[int, int]]] = {}

    def find(self, wanted: Phrase) -> Iterator[tuple[int, int, int]]:
        """Each place of ``wanted`` in document order: number of the block, start and end in its text."""
        words = wanted.words
        if not words or not self.all.issuperset(words) or (len(words) > 1 and words[:2] not in self._pairs):
            return
        for number in self._holding(max(words, key=len)):
            if self._held[number].issuperset(words) and self._has_letters(number, wanted):
                yield from self._in(number, wanted)

    @cached_property
    def _pairs(self) -> frozenset[tuple[str, ...]]:
        """Every two levelled words that follow one another: most phrases have their words in a draft, but apart."""
        return frozenset(chain.from_iterable(map(pairwise, map(self._row, range(len(self.blocks))))))

    def _holding(self, word: str) -> list[int]:
        """The numbers of the blocks that hold ``word``."""
        if word not in self._holders:
            self._holders[word] = [number for number, held in enumerate(self._held) if word in held]
        return self._holders[word]

    def _has_letters(self, number: int, wanted: Phrase) -> bool:
        """Whether a block may have the words in the letters that ``wanted`` asks for."""
        cased = self._cased[number]
        return wanted.exact is None or cased is None or cased.issuperset(wanted.exact)

    def _in(self, number: int, wanted: Phrase) -> Iterator[tuple[int, int, int]]:
        """The places of ``wanted`` in one block."""
        row, words, count = self._row(number), list(wanted.words), len(wanted.words)
        at = -1
        for _ in range(row.count(words[0])):
            at = row.index(words[0], at + 1)
            if row[at : at + count] != words:
                continue
            places = self._places_in(number)[at : at + count]
            if self._fits(number, places, wanted):
                yield number, places[0][0], places[-1][1]

    def _row(self, number: int) -> list[str]:
        """The levelled words of a block in a row."""
        if number not in self._rows:
            self._rows[number] = [*map(self._levels.__getitem__, self._written[number])]
        return self._rows[number]

    def _places_in(self, number: int) -> list[tuple[int, int]]:
        """Where each word of a block begins and ends."""
        if number not in self._places:
            block = self.blocks[number]
            self._places[number] = [token.span() for token in _TOKEN.finditer(block.text, block.lead)]
        return self._places[number]

    def _fits(self, number: int, places: list[tuple[int, int]], wanted: Phrase) -> bool:
        """Whether blanks stand where ``wanted`` has them, and the letters are its own if they have to be."""
        if any(
            (before[1] == after[0]) != glued
            for before, after, glued in zip(places, places[1:], wanted.glued[1:], strict=False)
        ):
            return False
        text = self.blocks[number].text
        return wanted.exact is None or all(
            _exact(text[start:end]) == exact for (start, end), exact in zip(places, wanted.exact, strict=True)
        )

    def longest(self, phrases: Iterable[Phrase]) -> list[tuple[int, int, int, Phrase]]:
        """Every place of every phrase in document order; of those that overlap the first, and of these the longest."""
        # Most of hundreds of phrases cannot stand there at all.
        asked = [one for one in phrases if self.all.issuperset(one.words)]
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
    """The words of ``document``, kept with it, since all rules ask for the same."""
    return Words(document)


def level(word: str) -> str:
    """``word`` as words are compared: accents in their letters, no letter case, no soft hyphens, ’ and ' alike."""
    return (word if word.isascii() else normalize("NFC", word.translate(_LEVEL))).casefold()


def _exact(word: str) -> str:
    """``word`` as words are compared whose letter case matters."""
    return normalize("NFC", word.translate(_LEVEL))


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
        exact=tuple(_exact(token[0]) for token in tokens) if match_case else None,
    )
