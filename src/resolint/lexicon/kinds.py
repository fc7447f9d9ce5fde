"""Kinds of documents by their first lines: reports, letters, amendments. The words stand in the table ``masthead``."""

from __future__ import annotations

import re

from resolint.frozen import NamedTuple
from resolint.lexicon import Lexicon, per_lexicon
from resolint.lexicon.fields import either, words
from resolint.regex import lazy

__all__ = ["amends", "first_headings", "letter", "report"]


class _Patterns(NamedTuple):
    report: re.Pattern[str]
    letter: re.Pattern[str]
    amendment: re.Pattern[str]


@per_lexicon
def _patterns(lexicon: Lexicon) -> _Patterns:
    report, *others = words(lexicon, "kind", "report") or ("",)
    amended = either(words(lexicon, "kind", "amended"))
    return _Patterns(
        lazy(rf"(?:(?:\w+ ){{0,4}}(?:{either((report,))})|{either(tuple(others))})", re.IGNORECASE),
        lazy(rf"(?:{either(words(lexicon, 'kind', 'letter'))})\b", re.IGNORECASE),
        lazy(rf"(?:{either(words(lexicon, 'kind', 'amendment'))}) (?:{amended})", re.IGNORECASE),
    )


def report(line: str, lexicon: Lexicon) -> bool:
    """Whether a line begins as the title of a report does; the first phrase of the table may have words before it."""
    return bool(words(lexicon, "kind", "report")) and _patterns(lexicon).report.match(line) is not None


def letter(line: str, lexicon: Lexicon) -> bool:
    """Whether a line begins as a letter or a statement does."""
    return _patterns(lexicon).letter.match(line) is not None


def amends(line: str, lexicon: Lexicon) -> bool:
    """Whether a line says that the text amends a draft."""
    return _patterns(lexicon).amendment.match(line) is not None


def first_headings(lexicon: Lexicon) -> tuple[str, ...]:
    """What the first heading of a report is called, in small letters."""
    return words(lexicon, "kind", "first heading")
