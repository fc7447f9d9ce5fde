"""The date of a draft in the one form that sorts, and the time it belongs to if it bears no date."""

from __future__ import annotations

import re

from resolint import cards
from resolint.lexicon import TONGUES
from resolint.lexicon.dates import first_day
from resolint.lexicon.figures import day_in
from resolint.model import Document
from resolint.regex import lazy

__all__ = ["CURRENT", "NoEdition", "edition", "edition_of", "iso_date"]

CURRENT = "current"
"""The edition of the present day, whatever the draft's own date."""

_YEAR = lazy(r"[/(]((?:19|20)[0-9]{2})(?:[/)]|$)")
_SESSION = lazy(r"A/(?:C\.[1-6]/|RES/|DEC/)?([0-9]{1,3})/")
_BEFORE_FIRST_SESSION = 1945
_ASSEMBLY = lazy(r"UNEP/EA\.([1-9])/")
_ASSEMBLIES = {"1": "2014-06", "2": "2016-05", "3": "2017-12", "4": "2019-03", "5": "2022-02", "6": "2024-02"}
"""When the sessions of the United Nations Environment Assembly met, which come at no even distance."""


def edition_of(document: Document) -> str | None:
    """About when ``document`` was written, as ``YYYY-MM-DD``: good enough to tell which practice held.

    It is the date of the masthead, else that of the adoption line at the end or above the text, else the year in the
    symbol, else the year in which the session of the General Assembly in the symbol began, or the month of that of the
    Environment Assembly; None if the draft shows nothing.
    """
    if (date := iso_date(document.head.date)) is not None:
        return date
    if document.language in TONGUES and (date := _written(document)) is not None:
        return date
    closing = [document.block(block).text for act in document.acts for block in act.closing]
    for text in reversed(closing):
        if (date := iso_date(text)) is not None:
            return date
    if (date := _above(document)) is not None:
        return date
    symbol = document.head.symbol or ""
    if (found := _YEAR.search(symbol)) is not None:
        return f"{found[1]}-07-01"
    if (found := _SESSION.match(symbol)) is not None:
        return f"{_BEFORE_FIRST_SESSION + int(found[1])}-12-01"
    if (found := _ASSEMBLY.match(symbol)) is not None and found[1] in _ASSEMBLIES:
        return f"{_ASSEMBLIES[found[1]]}-28"
    return None


_ADOPTED = lazy(r"\b(?:[Aa]dopted|[Pp]roclaimed)\b[^.;]{0,160}\b(?:on|of)[ \xa0](?=\d)")
_MEETING = lazy(r"[A-Z][A-Za-z ]{2,30}, (?:\d{1,2}[-\u2013])?(?=\d{1,2} [A-Z][a-z]{2,9} \d{4}$)")
"""Where and when a session met, on a line of its own: *Nairobi, 11–15 March 2019*."""
_FIRST_BLOCKS = 15


def _above(document: Document) -> str | None:
    """The date of a line of adoption above the first paragraph: *Resolution adopted by the … on 15 March 2019*."""
    for block in document.blocks[:_FIRST_BLOCKS]:
        if any(block.id in clause.blocks for act in document.acts for clause in (*act.preamble, *act.operative)):
            return None
        found = _ADOPTED.search(block.text) or _MEETING.match(block.text)
        if found is not None and (date := iso_date(block.text[found.end() :])):
            return date
    return None


def _written(document: Document) -> str | None:
    """The date of a draft in another official language: of its masthead, its titles or its adoption lines."""
    titles = [document.text(act.title) for act in document.acts if act.title is not None]
    closing = [document.block(block).text for act in document.acts for block in act.closing]
    above = [document.block(block).text for block in document.head.blocks]
    for text in (document.head.date, *above, *titles, *closing):
        if (date := day_in(text, document.language, cards.lexicon())) is not None:
            return date
    return None


class NoEdition(ValueError):
    """A text that names no edition; ``str(error)`` says what does."""


def edition(value: str) -> str | None:
    """The day whose conventions ``value`` asks for: a year (its middle), a date, or ``current``, which is None.

    Raises NoEdition.
    """
    text = value.strip()
    if text == CURRENT:
        return None
    if re.fullmatch(r"(?:19|20)[0-9]{2}", text):
        return f"{text}-07-01"
    if re.fullmatch(r"(?:19|20)[0-9]{2}-[0-9]{2}-[0-9]{2}", text) and (date := iso_date(text)) is not None:
        return date
    raise NoEdition(f"'{value}' is no edition: write a year (2010), a date (2010-05-01) or {CURRENT}")


def iso_date(text: str | None) -> str | None:
    """The first date in ``text`` (``12 March 2014``, ``2014-03-12``) as ``YYYY-MM-DD``, or None."""
    return first_day(text, cards.lexicon())
