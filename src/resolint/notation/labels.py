"""Numbers that stand before a paragraph: ``1.``, ``(a)``, ``(aa)``, ``(iv)``, ``12 bis.``, ``4.17``; dashes.

Source of the levels: Editorial Manual of the United Nations, paragraphs and subparagraphs (1., (a), (i), a., i.).
"""

from __future__ import annotations

import re

from resolint.regex import lazy

_BODY = r"""
    \d{1,3}(?:[ ]?(?:bis|ter|quater|quinquies))?[.)]
  | \d{1,3}(?:\.\d{1,3}){1,4}\.
  | \d{1,3}(?:\.\d{1,3}){1,4}(?=[ \t\u00a0]{1,9}[*_]{0,3}[A-Z“])
  | \((?:\d{1,3}|(?P<twin>[a-zA-Z])(?P=twin){0,2}|[ivxl]{1,6}|[IVXL]{1,6})(?:[ ](?:bis|ter|quater|quinquies))?\)
  | (?:[a-z]|[ivx]{1,5})[.)]
  | (?:[A-Z]|[IVXL]{1,6})\.
"""
LABEL = lazy(rf"({_BODY})(?=[ \t\u00a0]|$)", re.VERBOSE)
STARRED_LABEL = lazy(rf"(?P<stars>[*_]{{1,3}})({_BODY})(?P=stars)(?=[ \t\u00a0]|$)", re.VERBOSE)
BULLET = lazy(r"([-*+•·‣–—])[ \t]+(?=\S)")

_NUMBER = lazy(r"\(?(\d{1,3}|[a-zA-Z]{1,6})[.)]")
_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50}


def roman(numeral: str) -> int:
    """The value of a roman numeral up to ``l``, 0 if it is none."""
    total = 0
    lowered = numeral.lower()
    for here, after in zip(lowered, lowered[1:] + " ", strict=True):
        value = _ROMAN_VALUES.get(here, 0)
        if not value:
            return 0
        total += -value if _ROMAN_VALUES.get(after, 0) > value else value
    return total


def _ranks(label: str) -> set[tuple[str, int]]:
    """What a label may be: (kind with its punctuation, position in the series)."""
    match = _NUMBER.fullmatch(label)
    if not match:
        return set()
    number = match.group(1)
    shape = label.replace(number, "%", 1)
    if number.isdecimal():
        return {(f"1{shape}", int(number))}
    found = set()
    if len(set(number)) == 1:
        case = "a" if number.islower() else "A"
        found.add((f"{case}{shape}", (len(number) - 1) * 26 + ord(number[0].lower()) - ord("a") + 1))
    if value := roman(number):
        found.add((f"{'i' if number.islower() else 'I'}{shape}", value))
    return found


def follows(label: str, after: str) -> bool:
    """Whether ``after`` is the next number of the series that ``label`` is in."""
    return any((shape, value + 1) in _ranks(after) for shape, value in _ranks(label))


def first(label: str) -> bool:
    """Whether ``label`` opens a series."""
    return any(value == 1 for _, value in _ranks(label))
