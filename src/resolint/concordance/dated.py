"""Which date a passage gives each reference, so that dates that two references have exchanged are told.

Figures alone cannot tell it: both versions then have the same days, months and years.
"""

from __future__ import annotations

from collections.abc import Mapping
from unicodedata import normalize

from resolint.lexicon import Lexicon
from resolint.lexicon.cited import REFERENCE, bare_reference, lettered
from resolint.lexicon.figures import day_in
from resolint.lexicon.tongues import plain
from resolint.regex import lazy

__all__ = ["dated", "exchanged"]

_BEHIND = 60
_DATE_BEHIND = lazy(r"[^\d;]{1,14}?\d{1,2}(?:er|[º°])?\s[^\d;]{3,45}\d{4}")
"""Between a reference and its own date there is one small word (*of*, *adopted on*, *от*, *المؤرخ*)."""
_DATE_BEFORE = lazy(r"(\d{4} ?年 ?\d{1,2} ?月 ?\d{1,2} ?日)(?:通过的)?第? ?\Z")
_CHINESE = "zh"


def dated(text: str, language: str, lexicon: Lexicon) -> Mapping[str, str]:
    """The date, as ``YYYY-MM-DD``, of each reference that has its own; none for one that is dated in two ways."""
    flat = lettered(plain(normalize("NFC", text)), language)
    found: dict[str, set[str]] = {}
    for reference in REFERENCE.finditer(flat):
        if language == _CHINESE:
            place = _DATE_BEFORE.search(flat, max(0, reference.start() - _BEHIND), reference.start())
        else:
            place = _DATE_BEHIND.match(flat, reference.end(), reference.end() + _BEHIND)
        day = day_in(place[0], language, lexicon) if place is not None else None
        if day is not None:
            found.setdefault(bare_reference(reference[0]), set()).add(day)
    return {reference: days.pop() for reference, days in found.items() if len(days) == 1}


def exchanged(here: Mapping[str, str], there: Mapping[str, str]) -> tuple[tuple[str, str, str], ...]:
    """The references that both versions date, and each otherwise, with both dates."""
    return tuple(
        (reference, here[reference], there[reference])
        for reference in sorted(here.keys() & there.keys())
        if here[reference] != there[reference]
    )
