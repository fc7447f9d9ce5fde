"""Numbers of paragraphs: what a label may mean, and which one is expected next."""

from __future__ import annotations

import re
from typing import NamedTuple

from resolint.lexicon.labels import roman, roman_value
from resolint.regex import lazy

_LABEL = lazy(r"(?P<before>\(?)(?P<number>\d{1,3}|[A-Za-z]{1,7})(?P<bis> ?(?:bis|ter|quater))?(?P<after>[.)]?)\Z")

LEVELS = ("1.", "(a)", "(i)", "a.", "i.")
"""How paragraphs are numbered from the outside in (Editorial Manual, paragraphs and subparagraphs)."""


class Label(NamedTuple):
    """One reading of a label: the form of its series (``1.``, ``(a)``, ``(i)``, ``a)``) and its place in it."""

    form: str
    value: int

    def next(self) -> str:
        """The label that follows, as printed."""
        return written(self.form, self.value + 1)


def readings(label: str) -> tuple[Label, ...]:
    """Every way to read ``label``: ``(i)`` is the ninth letter or the first numeral. Empty for *bis* and bullets."""
    found = _LABEL.match(label.strip())
    if found is None or found["bis"]:
        return ()
    number, frame = found["number"], (found["before"], found["after"])
    ways: list[Label] = []
    if number.isdecimal():
        ways.append(Label(f"{frame[0]}1{frame[1]}", int(number)))
        return tuple(ways)
    large = number.isupper()
    if len(set(number.lower())) == 1 and (number.islower() or large):
        value = (len(number) - 1) * 26 + ord(number[0].lower()) - ord("a") + 1
        ways.append(Label(f"{frame[0]}{'A' if large else 'a'}{frame[1]}", value))
    numeral = roman_value(number.upper()) if number.islower() or large else None
    if numeral is not None:
        ways.append(Label(f"{frame[0]}{'I' if large else 'i'}{frame[1]}", numeral))
    return tuple(ways)


def written(form: str, value: int) -> str:
    """The label of ``value`` in a series of this form: ``written("(a)", 27)`` is ``(aa)``."""
    number = re.sub(r"[^1aAiI]", "", form)
    text = str(value)
    if number in ("a", "A"):
        times, letter = divmod(value - 1, 26)
        text = chr(ord("a") + letter) * (times + 1)
    elif number in ("i", "I"):
        text = roman(value).lower()
    text = text.upper() if number in ("A", "I") else text
    return form.replace(number, text, 1)
