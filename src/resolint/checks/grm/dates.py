"""A check on the preposition before a date."""

from __future__ import annotations

from collections.abc import Iterator

from resolint.checks import check
from resolint.checks.shared.sentences import Sentence, places_of, swapped
from resolint.findings import Hit
from resolint.model import Document
from resolint.regex import lazy
from resolint.rule import Context

_BEFORE = lazy(r"\b(in|at|on)[ \xa0](\d{1,2}(?:st|nd|rd|th)?[ \xa0])?\Z")
_YEAR = lazy(r"[ \xa0](?:1[89]|20)\d\d\b|(?=[,;.])")


@check("GRM015")
def preposition_before_date(document: Document, context: Context) -> Iterator[Hit]:
    """*In 6 April*, *on April 2021*."""
    months = {month.lower() for month in context.lexicon.column("months", "month")}
    for text, place, _ in places_of(document, months):
        start = text.start(place)
        before = _BEFORE.search(text.block.text, max(text.block.lead, start - 16), start)
        if before is None or not text.written[place][0].isupper() or text.at(place - 1) != before[1].lower():
            continue
        right = _right(text, place, before[1].lower(), day=bool(before[2]))
        if right:
            yield swapped(text, place - 1, right)


def _right(text: Sentence, place: int, found: str, *, day: bool) -> str:
    """The preposition that belongs before a day, or before a month and its year; empty where another may stand there."""
    if text.at(place - 2) in ("as", "from", "on", "in"):
        return ""  # *as at 31 December*, *moved on in April*
    if day:
        return "on" if found in ("in", "at") else ""
    if found in ("on", "at") and _YEAR.match(text.block.text, text.end(place)):
        return "in"
    return ""
