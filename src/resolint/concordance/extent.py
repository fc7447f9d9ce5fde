"""Whether a paragraph is as long as its partner in another language lets expect.

How far translations of one paragraph differ in length shrinks with its length. Expected length and spread were fitted, against
English and by characters, on one half of the aligned texts (``python -m tests.accuracy.tongues`` measures on the other).
"""

from __future__ import annotations

import math
from collections.abc import Mapping

from resolint.concordance.align import expected
from resolint.frozen import NamedTuple

__all__ = ["astray"]

_LEAST, _LEAST_CUT = 150, 90
"""Characters of English, of the longer version and of the shorter one; shorter paragraphs differ too much."""
_SHORTER, _LONGER = -3.3, 5.0
"""Spreads from the expected length. Words are left out more often than put in, and explained more often than cut."""


class _Extent(NamedTuple):
    """Of the logarithm of the length: what is expected, at nothing and for each logarithm of characters; and its spread."""

    at: float
    grows: float
    spread: float
    shrinks: float


_AGAINST_ENGLISH: Mapping[str, _Extent] = {
    "en": _Extent(0.0, 0.0, -9.0, 0.0),
    "fr": _Extent(0.084, -0.020, -0.732, -0.251),
    "es": _Extent(0.022, -0.008, -0.786, -0.286),
    "ru": _Extent(0.093, -0.020, -0.312, -0.318),
    "zh": _Extent(0.165, -0.069, -0.702, -0.242),
    "ar": _Extent(0.107, -0.024, -0.838, -0.218),
}


def astray(here: int, there: int, languages: tuple[str, str]) -> float:
    """By which factor ``there`` is longer (above 1) or shorter than what stands for ``here`` characters; 0 where it is right."""
    one, other = (_AGAINST_ENGLISH.get(code) for code in languages)
    if one is None or other is None or languages[0] == languages[1]:
        return 0.0
    english = here / expected(("en", languages[0]))
    both = sorted((english, there / expected(("en", languages[1]))))
    if both[0] < _LEAST_CUT or both[1] < _LEAST:
        return 0.0
    long = math.log(english)
    ratio = math.log((there + 8) / (here * expected(languages) + 8))
    ratio -= (other.at - one.at) + (other.grows - one.grows) * long
    spread = math.hypot(*(math.exp(side.spread + side.shrinks * long) for side in (one, other)))
    return math.exp(ratio) if not _SHORTER < ratio / spread < _LONGER else 0.0
