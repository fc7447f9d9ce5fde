"""The language of resolutions: one owner for every word of the trade.

A ``Lexicon`` is all that resolint knows of one language: openings, organs, the words of mastheads, dates, numbers in
words, labels and marks. It is made of the tables in ``rules/data`` and of one module per language (``english``) for what
is no table: inflection, folding, the boundaries of words. Everybody asks it; it asks nobody but the tables. No other
room spells a word that is matched against a draft or written into one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeVar

from resolint.lexicon import english
from resolint.lexicon.grammar import Grammar

__all__ = ["LANGUAGES", "TONGUES", "Lexicon", "TableRow", "per_lexicon"]

_T = TypeVar("_T")

TableRow = Mapping[str, str]
"""A row of a data table: from column to text."""

_GRAMMARS: Mapping[str, Grammar] = {"en": english.GRAMMAR}

LANGUAGES = tuple(_GRAMMARS)
"""The languages that drafts can be checked in, by their codes (ISO 639-1)."""


TONGUES = ("fr", "es", "ru", "zh", "ar")
"""The other official languages, whose drafts are read into paragraphs; see ``tongues``."""


class Lexicon:
    """What is known of one language; made once per session and good for any number of drafts and threads.

    ``tables`` are the data tables by name, ``grammar`` is what the language has besides them. What is made of both is
    made when it is first asked for. ``ready`` gives, by name, what was made of these very tables before, None where
    nothing was. A language that is not one of ``LANGUAGES`` is read as English is.
    """

    __slots__ = ("_made", "grammar", "language", "ready", "tables")

    def __init__(
        self,
        language: str,
        tables: Mapping[str, tuple[TableRow, ...]],
        ready: Callable[[str], Any] = lambda _name: None,
    ) -> None:
        self.ready = ready
        self.language = language
        self.grammar = _GRAMMARS.get(language, english.GRAMMAR)
        self.tables = tables
        self._made: dict[tuple[object, ...], tuple[Any, tuple[object, ...]]] = {}

    def __repr__(self) -> str:
        return f"Lexicon({self.language!r})"

    def rows(self, name: str) -> tuple[TableRow, ...]:
        """The rows of the table ``name``; none where the language has no such table."""
        return self.tables.get(name, ())

    def column(self, name: str, column: str) -> tuple[str, ...]:
        """The texts of one column of the table ``name``, top down; none where the language has no such table."""
        if hasattr(self.tables, "column"):
            found: tuple[str, ...] = self.tables.column(name, column)
            return found
        return tuple(row[column] for row in self.rows(name))

    def columns(self, name: str, *columns: str) -> Iterator[tuple[str, ...]]:
        """The texts of some columns of the table ``name``, row by row; of a large table this costs less than its rows."""
        return zip(*(self.column(name, column) for column in columns), strict=True)

    def kept(self, make: Callable[..., _T], *parts: object) -> _T:
        """What ``make`` makes of this lexicon and ``parts``, made at the first call and kept with the lexicon.

        The parts, such as the options of a rule, are told apart by what they are, not by what they hold: they may be
        no keys, and comparing them would cost more than what is kept.
        """
        key = (make, *map(id, parts))
        try:
            found: _T = self._made[key][0]
        except KeyError:
            # Two threads may both make it; one of the two equal values stays. The parts stay too, so that no other
            # thing can take their place.
            found = self._made.setdefault(key, (make(self, *parts), parts))[0]
        return found


def per_lexicon(make: Callable[[Lexicon], _T]) -> Callable[[Lexicon], _T]:
    """Keep what a function makes of a lexicon with that lexicon: patterns of its words, indexes of its tables."""

    key = (make,)

    def of(lexicon: Lexicon) -> _T:
        found = lexicon._made.get(key)
        return lexicon.kept(make) if found is None else found[0]

    of.__doc__ = make.__doc__
    return of
