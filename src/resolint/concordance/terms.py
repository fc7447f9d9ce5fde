"""Matters that a passage speaks of, by words of six languages that render one another (*school*, *école*, *школ*, *学校*, *مدرس*).

The table ``terms`` holds the beginnings of such words; in Chinese, which parts no words, and in Arabic, which writes particles
together with them, they may stand inside. A word means more than one thing, so that what passages have in common tells
something only of several passages beside one another.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from resolint import regex
from resolint.concordance.qualifying import folded
from resolint.lexicon import Lexicon, per_lexicon

__all__ = ["terms"]

_ARABIC = "ar"
_INSIDE = frozenset(("zh", _ARABIC))
_PARTICLES = r"\b\w{0,4}"


def terms(text: str, code: str, english: Lexicon) -> frozenset[int]:
    """The numbers of the matters that a passage in the language ``code`` speaks of."""
    table = _table(english).get(code)
    if table is None:
        return frozenset()
    pattern, numbers = table
    words = folded(text, code)
    return frozenset(number for found in pattern.finditer(words) for number in numbers[found[1]])


@per_lexicon
def _table(english: Lexicon) -> Mapping[str, tuple[re.Pattern[str], Mapping[str, tuple[int, ...]]]]:
    """For each language a pattern that finds the beginnings of its words, and the numbers of the rows that have each."""
    rows = english.rows("terms")
    return {code: _made([row[code].split() for row in rows], code) for code in ("en", "fr", "es", "ru", "zh", "ar")}


def _made(rows: list[list[str]], code: str) -> tuple[re.Pattern[str], Mapping[str, tuple[int, ...]]]:
    numbers: dict[str, tuple[int, ...]] = {}
    for number, words in enumerate(rows):
        for word in words:
            known = folded(word.removesuffix(r"\b"), code)
            numbers[known] = (*numbers.get(known, ()), number)
    whole = {folded(word.removesuffix(r"\b"), code) for words in rows for word in words if word.endswith(r"\b")}
    ordered = sorted(numbers, key=len, reverse=True)
    alternatives = "|".join(re.escape(word) + (r"\b" if word in whole else "") for word in ordered)
    before = _PARTICLES if code == _ARABIC else "" if code in _INSIDE else r"\b"
    return regex.compiled(f"{before}({alternatives})"), numbers
