"""Numbers as Word prints them in lists and at notes (``ST_NumberFormat`` of ISO/IEC 29500-1, 17.18.59)."""

from __future__ import annotations

from collections.abc import Callable

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
    (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_ONES = tuple(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "  # noqa: SIM905
    "seventeen eighteen nineteen".split()
)
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_IRREGULAR = {"one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth", "nine": "ninth",
              "twelve": "twelfth"}  # fmt: skip
_CHICAGO = "*†‡§"


def roman(value: int) -> str:
    """Lower-case Roman numerals; numbers beyond 32,767 stay decimal."""
    if not 0 < value < 32_768:
        return str(value)
    letters = ""
    for worth, sign in _ROMAN:
        count, value = divmod(value, worth)
        letters += sign * count
    return letters


def letters(value: int) -> str:
    """a to z, then aa, bb … zz, aaa as Word counts; numbers beyond 780 stay decimal."""
    if not 0 < value <= 780:
        return str(value)
    return chr(ord("a") + (value - 1) % 26) * ((value - 1) // 26 + 1)


def ordinal(value: int) -> str:
    """1st, 2nd, 3rd, 4th … 11th, 21st."""
    suffix = "th" if value // 10 % 10 == 1 else {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")
    return f"{value}{suffix}"


def words(value: int) -> str:
    """One to Ninety-nine; larger numbers in digits."""
    if not 0 <= value < 100:
        return str(value)
    if value < 20:
        return _ONES[value].capitalize()
    ten, one = divmod(value, 10)
    return (_TENS[ten - 2] + (f"-{_ONES[one]}" if one else "")).capitalize()


def ordinal_words(value: int) -> str:
    """First to Ninety-ninth; larger numbers in digits."""
    spelled = words(value)
    if spelled.isdigit():
        return ordinal(value)
    head, dash, last = spelled.rpartition("-")
    last = last.casefold()
    last = _IRREGULAR.get(last) or (last[:-1] + "ieth" if last.endswith("y") else last + "th")
    return (head + dash + last).capitalize()


def chicago(value: int) -> str:
    """*, †, ‡, §, then **, †† …"""
    return _CHICAGO[(value - 1) % 4] * ((value - 1) // 4 + 1) if 0 < value <= 400 else str(value)


_FORMATS: dict[str, Callable[[int], str]] = {
    "decimalZero": lambda value: f"{value:02d}",
    "lowerLetter": letters,
    "upperLetter": lambda value: letters(value).upper(),
    "lowerRoman": roman,
    "upperRoman": lambda value: roman(value).upper(),
    "ordinal": ordinal,
    "cardinalText": words,
    "ordinalText": ordinal_words,
    "chicago": chicago,
    "numberInDash": lambda value: f"- {value} -",
    "none": lambda _: "",
    "bullet": lambda _: "",
}


def render(value: int, style: str) -> str:
    """``value`` in the number format ``style``; formats of other scripts are printed as decimal."""
    form = _FORMATS.get(style)
    return str(value) if form is None else form(value)
