"""Whether a paragraph is as long as its partner in another language lets expect.

Lengths are told in the characters that English needs: figures and marks, which no language makes longer, do not count, and Latin
letters in another script count as they are. How far translations of one paragraph differ shrinks with its length. What is
expected, the spread and the limits were fitted against English on one half of the aligned texts (``python -m
tests.accuracy.tongues`` measures on the other).
"""

from __future__ import annotations

import math
from collections.abc import Mapping

from resolint import regex
from resolint.concordance.align import expected
from resolint.frozen import NamedTuple

__all__ = ["astray", "size"]

_LEAST, _LEAST_CUT = 150, 40
"""Characters of English, of the longer version and of the shorter one; shorter paragraphs differ too much."""
_NO_LETTERS = regex.lazy(r"[\W\d_]+")
_LATIN = regex.lazy(r"[A-Za-z]+")
_OTHER_SCRIPT = frozenset(("ru", "zh", "ar"))
_WITHOUT_BLANKS = "zh"


class _Extent(NamedTuple):
    """Of the logarithm of the length: what is expected, at nothing and for each logarithm of characters; its spread, the same.

    ``shorter`` and ``longer`` are the spreads by which a version may be so. Words are left out more often than put in.
    """

    at: float
    grows: float
    spread: float
    shrinks: float
    shorter: float
    longer: float


_AGAINST_ENGLISH: Mapping[str, _Extent] = {
    "en": _Extent(0.0, 0.0, -9.0, 0.0, 0.0, 0.0),
    "fr": _Extent(-0.090, 0.014, -0.728, -0.246, 4.4, 7.0),
    "es": _Extent(-0.078, 0.012, -0.692, -0.303, 4.3, 7.0),
    "ru": _Extent(-0.128, 0.021, -0.635, -0.245, 3.6, 5.0),
    "zh": _Extent(-0.053, -0.049, -0.515, -0.281, 3.8, 4.6),
    "ar": _Extent(-0.059, 0.007, -0.757, -0.222, 3.6, 5.6),
}


def astray(here: str, there: str, languages: tuple[str, str]) -> float:
    """By which factor ``there`` is longer (above 1) or shorter than what stands for ``here``; 0 where it is right."""
    one, other = (_AGAINST_ENGLISH.get(code) for code in languages)
    if one is None or other is None or languages[0] == languages[1]:
        return 0.0
    left, right = size(here, languages[0]), size(there, languages[1])
    low, high = sorted((left, right))
    if low < _LEAST_CUT or high < _LEAST:
        return 0.0
    long = math.log(high)
    ratio = math.log((right + 8) / (left + 8)) - (other.at - one.at) - (other.grows - one.grows) * long
    spread = math.hypot(*(math.exp(side.spread + side.shrinks * long) for side in (one, other)))
    # Where neither is English, the wider limits hold; the side that is longer takes those for what was put in.
    shorter, longer = max(one.longer, other.shorter), max(one.shorter, other.longer)
    return math.exp(ratio) if not -shorter < ratio / spread < longer else 0.0


def size(text: str, language: str) -> float:
    """How many characters of English stand for the letters of a text."""
    words = _NO_LETTERS.sub("" if language == _WITHOUT_BLANKS else " ", text).strip()
    latin = sum(map(len, _LATIN.findall(words))) if language in _OTHER_SCRIPT else 0
    return latin + (len(words) - latin) / expected(("en", language))
