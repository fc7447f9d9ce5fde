"""Number words, ordinals and roman numerals: how sessions, meetings and sections are counted in UN texts."""

from __future__ import annotations

CARDINALS = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
"""From one to nineteen."""
TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_IRREGULAR = {
    "one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth", "nine": "ninth",
    "twelve": "twelfth",
}  # fmt: skip


def _values() -> dict[str, int]:
    low = [_IRREGULAR.get(word, f"{word}th") for word in CARDINALS]
    found = {word: number for number, word in enumerate(low, start=1)}
    for ten, word in enumerate(TENS, start=2):
        found[f"{word[:-1]}ieth"] = ten * 10
        found |= {f"{word}-{unit}": ten * 10 + number for number, unit in enumerate(low[:9], start=1)}
    found["hundredth"] = 100
    return found


ORDINALS = _values()
"""The ordinal words up to *hundredth*, in small letters, and what they count."""
_WORD = {number: word for word, number in ORDINALS.items()}
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
    if text[:1].isdecimal():
        digits = text.rstrip("stndrh")
        return int(digits) if len(digits) < len(text) <= 7 and digits.isascii() and digits.isdecimal() else None
    return ORDINALS.get(text)


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
