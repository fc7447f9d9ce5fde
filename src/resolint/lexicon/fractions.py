"""Parts of a whole, centuries and decades in words: how they are written, and what they come to."""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["CENTURIES", "DECADES", "FRACTIONS", "PARTS", "SHARES"]

SHARES: Mapping[str, tuple[int, int]] = {
    "half": (50, 50), "a half": (50, 50), "one half": (50, 50), "a third": (33, 34), "one third": (33, 34), "two thirds": (66, 67),
    "a quarter": (25, 25), "one quarter": (25, 25), "three quarters": (75, 75), "a fifth": (20, 20), "one fifth": (20, 20),
    "two fifths": (40, 40), "three fifths": (60, 60), "four fifths": (80, 80), "a tenth": (10, 10), "one tenth": (10, 10),
}  # fmt: skip
"""Between which percentages a part in words lies."""

PARTS = ("half", "third", "thirds", "quarter", "quarters", "fifths", "tenth")
"""Words by which a text is seen to tell of parts."""

FRACTIONS: Mapping[str, str] = {
    "1/2": "half", "1/3": "one third", "2/3": "two thirds", "1/4": "one quarter", "3/4": "three quarters",
    "1/5": "one fifth", "2/5": "two fifths", "3/5": "three fifths", "4/5": "four fifths",
}  # fmt: skip
"""Parts in figures, in words."""

CENTURIES: Mapping[str, str] = {"XIX": "nineteenth", "XX": "twentieth", "XXI": "twenty-first"}
"""Centuries in Roman numerals, in words."""

DECADES = ("twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties")
