"""The numbers that stand before paragraphs and in references, in every alphabet: figures, letters, roman numerals.

A paragraph is numbered ``1.``, ``(a)``, ``(i)``, ``a.``, ``i.`` from the outside in (Editorial Manual, paragraphs and
subparagraphs). A label may be read in two ways: ``(i)`` is the ninth letter or the first numeral.
"""

from __future__ import annotations

from resolint.frozen import NamedTuple
from resolint.regex import lazy

__all__ = [
    "LATIN",
    "LEVELS",
    "Label",
    "first",
    "follows",
    "letters",
    "letters_value",
    "readings",
    "roman",
    "roman_value",
]

LATIN = ("bis", "ter", "quater", "quinquies")
"""What follows the number of a paragraph put in after another, in order."""
LEVELS = ("1.", "(a)", "(i)", "a.", "i.")
"""How paragraphs are numbered from the outside in."""

_LABEL = lazy(r"(?P<before>\(?)(?P<number>\d{1,3}|[A-Za-z]{1,7})(?P<after>[.)]?)\Z")
_NUMERALS = (
    *((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL")),
    *((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")),
)
_LARGEST = 399


class Label(NamedTuple):
    """One reading of a label: the form of its series (``1.``, ``(a)``, ``(i)``, ``a)``) and its place in it."""

    form: str
    value: int

    def next(self) -> str:
        """The label that follows, as printed."""
        return self._replace(value=self.value + 1).written()

    def written(self) -> str:
        """The label as printed: ``(aa)`` for the 27th of ``(a)``."""
        kind = self.form.strip("().")
        text = {"a": letters, "i": roman}.get(kind.lower(), str)(self.value)
        return self.form.replace(kind, text.lower() if kind.islower() else text.upper(), 1)


def roman(number: int) -> str:
    """The roman numeral of a number from 1 on, in capitals."""
    text = ""
    for value, numeral in _NUMERALS:
        times, number = divmod(number, value)
        text += numeral * times
    return text


def roman_value(text: str, largest: int = _LARGEST) -> int | None:
    """The value of a capital roman numeral, None where it is none, not written as numerals are, or above ``largest``."""
    total, position = 0, 0
    for value, numeral in _NUMERALS:
        while text.startswith(numeral, position):
            total += value
            position += len(numeral)
    return total if text and position == len(text) and total <= largest and roman(total) == text else None


def letters(number: int) -> str:
    """``a`` … ``z``, then ``aa``, ``bb`` … for a number from 1 on."""
    times, letter = divmod(number - 1, 26)
    return chr(ord("a") + letter) * (times + 1)


def letters_value(text: str) -> int | None:
    """The place of ``a`` … ``z``, ``aa``, ``bb`` … in their series, in one letter case; None for other words."""
    if not text.isascii() or not text.isalpha() or len(set(text)) != 1:
        return None
    return (len(text) - 1) * 26 + ord(text[0].lower()) - ord("a") + 1


def readings(label: str) -> tuple[Label, ...]:
    """Every way to read ``label``, the one as a letter first. Empty for *bis* and bullets."""
    found = _LABEL.match(label.strip())
    if found is None:
        return ()
    number, frame = found["number"], f"{found['before']}{{}}{found['after']}"
    if number.isdecimal():
        return (Label(frame.format("1"), int(number)),)
    if not (number.islower() or number.isupper()):
        return ()
    kinds = "ai" if number.islower() else "AI"
    values = letters_value(number), roman_value(number.upper())
    return tuple(Label(frame.format(kind), value) for kind, value in zip(kinds, values, strict=True) if value)


def follows(label: str, after: str) -> bool:
    """Whether ``after`` is the next number of the series that ``label`` is in."""
    return any(one._replace(value=one.value + 1) in readings(after) for one in readings(label))


def first(label: str) -> bool:
    """Whether ``label`` opens a series."""
    return any(one.value == 1 for one in readings(label))
