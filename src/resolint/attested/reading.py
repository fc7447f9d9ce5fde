"""A paragraph as the search takes it: its words, and which of them are left alone."""

from __future__ import annotations

from collections.abc import Iterable

from resolint.attested.search import Paragraph
from resolint.attested.words import Row, row
from resolint.lexicon.marks import quotations
from resolint.spelling.foreign import all_near_foreign
from resolint.spelling.tokens import words

__all__ = ["paragraph"]

_TITLE = 5
"""So many capitals in a row, small words aside, are a title or a name too long to be judged by four words."""
_IN_TITLES = frozenset(b"of the and on for in to a an by with at from or its ' , ".split())


def paragraph(text: str, start: int = 0, end: int | None = None, found: Row | None = None) -> Paragraph:
    """The words of ``text`` between two offsets; closed are quotations, long titles and what stands in another language.

    ``found`` are these words, if they are known.
    """
    found = row(text, start, end) if found is None else found
    closed = bytearray(len(found.words))
    for low, high in quotations(text):
        _close(closed, (at for at, (first, last) in enumerate(found.places) if low <= first and last <= high))
    for low, high in _titles(found.words):
        _close(closed, range(low, high))
    if not text.isascii():
        around = words(text, start)
        for number in all_near_foreign(around):
            word = around[number]
            _close(closed, (at for at, (first, _) in enumerate(found.places) if word.start <= first < word.end))
    return Paragraph(found, closed)


def _close(closed: bytearray, places: Iterable[int]) -> None:
    for place in places:
        closed[place] = 1


def _titles(row_: list[bytes]) -> list[tuple[int, int]]:
    """Where words with capitals follow one another, with nothing but small words and commas between them."""
    found, start, last, capitals = [], 0, 0, 0
    for at, word in enumerate((*row_[1:], b". "), 1):
        if word[:1].isupper():
            start = start if capitals else at
            last, capitals = at, capitals + 1
        elif not capitals or word[:-1] not in _IN_TITLES:
            if capitals >= _TITLE:
                found.append((start, last + 1))
            capitals = 0
    return found
