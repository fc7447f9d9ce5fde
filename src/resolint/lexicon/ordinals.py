"""Numbers in words, as sessions are counted, by the table ``ordinals``."""

from __future__ import annotations

from collections.abc import Mapping

from resolint.lexicon import Lexicon, per_lexicon

__all__ = ["ordinal_figure", "ordinal_value", "ordinal_word", "ordinals"]


@per_lexicon
def ordinals(lexicon: Lexicon) -> Mapping[str, int]:
    """The ordinal words in small letters (*fifty-third*) and the numbers they stand for."""
    return {row["ordinal"]: int(row["number"]) for row in lexicon.rows("ordinals") if row["number"].isdecimal()}


@per_lexicon
def _ordinal_words(lexicon: Lexicon) -> Mapping[int, str]:
    return {number: word for word, number in ordinals(lexicon).items()}


def ordinal_value(text: str, lexicon: Lexicon) -> int | None:
    """The number that an ordinal stands for (``sixty-third``, ``63rd``), in any case, None if it is none."""
    text = " ".join(text.lower().replace("\u2011", "-").split())
    if text[:1].isdecimal():
        digits = text.rstrip("stndrh")
        return int(digits) if len(digits) < len(text) <= 7 and digits.isascii() and digits.isdecimal() else None
    return ordinals(lexicon).get(text)


def ordinal_word(number: int, lexicon: Lexicon) -> str:
    """``sixty-third`` for 63; figures with a suffix above one hundred or below one, where words are not used."""
    return _ordinal_words(lexicon).get(number) or ordinal_figure(number, lexicon)


def ordinal_figure(number: int, _lexicon: Lexicon) -> str:
    """``63rd`` for 63."""
    suffix = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{suffix}"
