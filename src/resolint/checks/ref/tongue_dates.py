"""Dates of resolutions in drafts in the other official languages, held against the year in the number and the days on record."""

from __future__ import annotations

from collections.abc import Iterator

from resolint.checks import check
from resolint.checks.ref.facts import nearly_known
from resolint.checks.shared.tongues import running, tongue_of
from resolint.findings import Hit
from resolint.lexicon.cited import REFERENCE
from resolint.lexicon.figures import day_in
from resolint.lexicon.tongues import Tongue, plain
from resolint.lexicon.written import written_day
from resolint.model import Document
from resolint.regex import lazy
from resolint.rule import Context

_DAY = lazy(r"\s?\d{1,2}(?:er|[º°])?\s[^\d;]{3,45}\d{4}")
_HAN_DAY = lazy(r"\d{4}年\d{1,2}月\d{1,2}日(?:通过的)?(?=第?\Z)")
_YEAR = lazy(r"\(((?:19|20)\d\d)\)\Z")
_BEFORE = 20


@check("REF013 draft")
def date_otherwise(document: Document, context: Context) -> Iterator[Hit]:
    """A date of another year than the number says, or of another day than the resolution is known to be of."""
    tongue = tongue_of(context)
    for block in running(document):
        flat = plain(block.text) if "20" in block.text or "19" in block.text or not block.text.isascii() else ""
        for reference in REFERENCE.finditer(flat):
            start, end = _dated(flat, reference.start(), reference.end(), tongue)
            day = day_in(flat[start:end], tongue.code, context.lexicon) if start < end else None
            year = _YEAR.search(reference[0])
            right = nearly_known(reference[0], day, context.lexicon) if day is not None and year is None else ""
            if day is None or not (right or (year is not None and year[1] != day[:4])):
                continue
            span = block.span(min(start, reference.start()), max(end, reference.end()))
            words, said = document.text(span), _written(right, context) if right else ""
            if said:
                yield Hit(span, {"found": words, "why": f"it was adopted on {said}"})
            else:
                yield Hit(span, {"found": words, "why": f"the year in brackets is not {day[:4]}"})


def _dated(flat: str, start: int, end: int, tongue: Tongue) -> tuple[int, int]:
    """Where the date of the reference at a place stands, by what joins the two; an empty place for none."""
    if tongue.code == "zh":
        found = _HAN_DAY.search(flat[:start], max(0, start - _BEFORE))
        return found.span() if found is not None else (0, 0)
    joint = tongue.says("dated", flat[end : end + _BEFORE])
    day = _DAY.match(flat, end + joint.end()) if joint is not None else None
    return day.span() if day is not None else (0, 0)


def _written(day: str, context: Context) -> str | None:
    year, month, number = map(int, day.split("-"))
    return written_day(number, month, year, context.lexicon)
