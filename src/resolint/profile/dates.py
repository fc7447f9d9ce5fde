"""The date of a draft in the one form that sorts, whatever form the masthead has."""

from __future__ import annotations

import re

__all__ = ["iso_date"]

_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december",
)  # fmt: skip
_ISO = re.compile(r"\b([12][0-9]{3})-([01][0-9])-([0-3][0-9])\b")
_WORDS = re.compile(r"\b([0-3]?[0-9])[ \xa0\t]{1,3}([A-Za-z]{3,9})[ \xa0\t]{1,3}([12][0-9]{3})\b")


def iso_date(text: str | None) -> str | None:
    """The first date in ``text`` (``12 March 2014``, ``2014-03-12``) as ``YYYY-MM-DD``, or None."""
    if not text:
        return None
    if (found := _ISO.search(text)) is not None:
        year, month, day = (int(part) for part in found.groups())
        return _date(year, month, day)
    for found in _WORDS.finditer(text):
        name = found[2].lower()
        month = next((number for number, full in enumerate(_MONTHS, 1) if name in (full, full[:3])), 0)
        if (date := _date(int(found[3]), month, int(found[1]))) is not None:
            return date
    return None


def _date(year: int, month: int, day: int) -> str | None:
    return f"{year:04}-{month:02}-{day:02}" if 1 <= month <= 12 and 1 <= day <= 31 else None
