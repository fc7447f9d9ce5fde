"""Ordinal words and roman numerals, both ways: how sessions, meetings and sections are counted in UN texts."""

from __future__ import annotations

_UNITS = ("", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
_TEENS = (
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
)
_TENS = ("twent", "thirt", "fort", "fift", "sixt", "sevent", "eight", "ninet")


def _values() -> dict[str, int]:
    found = {word: number for number, word in enumerate(_UNITS) if word}
    found |= {word: number for number, word in enumerate(_TEENS, start=10)}
    for ten, stem in enumerate(_TENS, start=2):
        found[f"{stem}ieth"] = ten * 10
        found |= {f"{stem}y-{unit}": ten * 10 + number for number, unit in enumerate(_UNITS) if unit}
    found["hundredth"] = 100
    return found


_VALUE = _values()
_WORD = {number: word for word, number in _VALUE.items()}
_ROMAN = (
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
)


def ordinal_value(text: str) -> int | None:
    """The number that an ordinal stands for (``sixty-third``, ``63rd``, in any case), None if it is none."""
    text = text.lower().replace("\u2011", "-")
    if text[:1].isdigit():
        digits = text.rstrip("stndrh")
        return int(digits) if len(digits) < len(text) <= 7 and digits.isascii() and digits.isdigit() else None
    return _VALUE.get(text)


def ordinal_word(number: int) -> str:
    """``sixty-third`` for 63; figures with a suffix above one hundred or below one, where words are not used."""
    return _WORD.get(number) or ordinal_figure(number)


def ordinal_figure(number: int) -> str:
    """``63rd`` for 63."""
    suffix = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{suffix}"


def roman(number: int) -> str:
    """The roman numeral of a number from 1 to 399."""
    text = ""
    for value, letters in _ROMAN:
        while number >= value:
            text += letters
            number -= value
    return text


def roman_value(text: str) -> int | None:
    """The value of a capital roman numeral, None where it is none or not written as numerals are."""
    total, position = 0, 0
    for value, letters in _ROMAN:
        while text.startswith(letters, position):
            total += value
            position += len(letters)
    return total if text and position == len(text) and total < 400 and roman(total) == text else None
