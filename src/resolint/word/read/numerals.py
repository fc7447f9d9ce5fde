"""Numbers as Word prints them in lists and at notes (``ST_NumberFormat`` of ISO/IEC 29500-1, 17.18.59)."""

from __future__ import annotations

from collections.abc import Callable

from resolint.lexicon import labels
from resolint.lexicon.english import GRAMMAR
from resolint.lexicon.readers import ordinal_words, words

_CHICAGO = "*†‡§"
_FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
_RUSSIAN = "абвгдежзиклмнопрстуфхцчшщыэюя"
_ALPHA = "أبتثجحخدذرزسشصضطظعغفقكلمنهوي"
_ABJAD = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ"
_CHINESE = "〇一二三四五六七八九"


def roman(value: int) -> str:
    """Lower-case Roman numerals; numbers beyond 32,767 stay decimal."""
    if not 0 < value < 32_768:
        return str(value)
    return labels.roman(value).lower()


def letters(value: int) -> str:
    """a to z, then aa, bb … zz, aaa as Word counts; numbers beyond 780 stay decimal."""
    if not 0 < value <= 780:
        return str(value)
    return labels.letters(value)


def chicago(value: int) -> str:
    """*, †, ‡, §, then **, †† …"""
    return _CHICAGO[(value - 1) % 4] * ((value - 1) // 4 + 1) if 0 < value <= 400 else str(value)


def full_width(value: int) -> str:
    """Digits as wide as ideographs: １, ２."""
    return str(value).translate(_FULL_WIDTH)


def enclosed(first: str, value: int) -> str:
    """The signs ① to ⑳, and those in brackets or with a full stop, from ``first`` on; beyond 20 in digits."""
    return chr(ord(first) + value - 1) if 0 < value <= 20 else str(value)


def alphabet(signs: str, value: int) -> str:
    """The letters of an alphabet, doubled after the last as Word counts."""
    if not 0 < value <= 30 * len(signs):
        return str(value)
    return signs[(value - 1) % len(signs)] * ((value - 1) // len(signs) + 1)


def chinese(value: int) -> str:
    """一, 二 … 十, 十一 … 九十九; larger numbers digit by digit."""
    ten, one = divmod(value, 10)
    if not 0 < value < 100 or not ten:
        return "".join(_CHINESE[int(digit)] for digit in str(value)) if value >= 0 else str(value)
    return (_CHINESE[ten] if ten > 1 else "") + "十" + (_CHINESE[one] if one else "")


def padded(value: int, examples: str) -> str:
    """A number in a custom format that is known by its examples: zeros before it as in the first of them."""
    first = examples.split(",", 1)[0].strip()
    return str(value).zfill(len(first)) if first.isdecimal() and first.isascii() else str(value)


_FORMATS: dict[str, Callable[[int], str]] = {
    "decimalZero": lambda value: f"{value:02d}",
    "lowerLetter": letters,
    "upperLetter": lambda value: letters(value).upper(),
    "lowerRoman": roman,
    "upperRoman": lambda value: roman(value).upper(),
    "ordinal": GRAMMAR.ordinal_figure,
    "cardinalText": words,
    "ordinalText": ordinal_words,
    "chicago": chicago,
    "numberInDash": lambda value: f"- {value} -",
    "decimalFullWidth": full_width,
    "decimalFullWidth2": full_width,
    "decimalEnclosedCircle": lambda value: enclosed("①", value),
    "decimalEnclosedCircleChinese": lambda value: enclosed("①", value),
    "decimalEnclosedParen": lambda value: enclosed("⑴", value),
    "decimalEnclosedFullstop": lambda value: enclosed("⒈", value),
    "russianLower": lambda value: alphabet(_RUSSIAN, value),
    "russianUpper": lambda value: alphabet(_RUSSIAN, value).upper(),
    "arabicAlpha": lambda value: alphabet(_ALPHA, value),
    "arabicAbjad": lambda value: alphabet(_ABJAD, value),
    "chineseCounting": chinese,
    "chineseCountingThousand": chinese,
    "none": lambda _: "",
    "bullet": lambda _: "",
}


def render(value: int, style: str) -> str:
    """``value`` in the number format ``style``, a name or examples; formats that are not known are printed as decimal."""
    form = _FORMATS.get(style)
    if form is None:
        return padded(value, style) if "," in style else str(value)
    return form(value)
