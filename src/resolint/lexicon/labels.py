"""The numbers that stand before paragraphs and in references, in every alphabet: figures, letters, roman numerals."""

from __future__ import annotations

__all__ = ["roman", "roman_value"]

_ROMAN = (
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
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


def roman(number: int) -> str:
    """The roman numeral of a number from 1 on."""
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
