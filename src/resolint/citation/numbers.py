"""Numbers of resolutions and decisions: how each organ and time writes them, read into one canonical form.

``217 A (III)``, ``3411 A and B (XXX)``, ``2252 (ES-V)``, ``31/16 A``, ``S-30/1``, ``1325 (2000)``, ``1/CP.21``,
``71.3`` (Editorial Manual, resolutions and other formal decisions, system of identification). Numbers of other
organizations are kept as they are printed.
"""

from __future__ import annotations

import re
from functools import cache

from resolint import regex
from resolint.frozen import NamedTuple
from resolint.lexicon.labels import roman_value

_LARGEST_SESSION = 99


class Number(NamedTuple):
    """A number taken apart: ``1721 A to E (XVI)`` is base 1721, letters ``A to E``, session ``XVI``.

    ``style`` is ``session`` (31/16), ``roman`` (217 A (III)), ``year`` (1325 (2000)), ``conference`` (1/CP.21),
    ``bare`` (1325) or ``other``. ``year`` is the year in parentheses; in the session style it is a fault.
    """

    text: str
    style: str
    session: str | None = None
    base: str = ""
    letters: str = ""
    year: str = ""


class Read(NamedTuple):
    """A number found in a text and where it ends."""

    number: Number
    end: int


@cache
def _head() -> re.Pattern[str]:
    return regex.compiled(
        r"(?P<es>E?S[-\u2011])?(?P<a>\d{1,4})(?!\d|[.]\d)"
        r"(?:[ \u00a0]?/[ \u00a0]?(?P<b>\d{1,4}(?!\d)|(?:CP|CMP|CMA|COP|MOP|SBI|SBSTA|CST|NP-MOP)\.\d{1,3}))?(?!/)"
    )


@cache
def _letters() -> re.Pattern[str]:
    return regex.compiled(
        r"(?P<gap>[ \u00a0-]?)(?P<one>[A-Z])(?![\w’'./&-]|\.[A-Z])"
        r"(?P<more>(?:, [A-Z]\b(?![’'./&-])){0,12})(?:,? (?P<joint>and|to) (?P<last>[A-Z])(?![\w’'/&-]|\.\w))?"
    )


@cache
def _bracket() -> re.Pattern[str]:
    return regex.compiled(
        r"[ \u00a0]?\((?:(?P<roman>(?:E?S[-\u2011])?[IVXLC][IVXLCl]{0,8})|(?P<year>\d{4})"
        r"|(?P<other>(?:ORG|PLEN|S|ES)[-.][\dIVXL]{1,5}))\)"
    )


@cache
def _other() -> re.Pattern[str]:
    return regex.compiled(
        r"(?:WHA[ \u00a0]?\d{1,3}(?:\.\d{1,3}|[ \u00a0]?\(\d{1,3}\))|Conf\. ?\d{1,3}\.\d{1,3}"
        r"|(?=[A-Z0-9])[A-Za-z0-9]{1,8}(?:[-./\u2011][A-Za-z0-9]{1,8}|\([A-Z0-9.]{1,8}\)){1,6})"
        r"(?![\w/])(?:[ ][A-Z](?![\w’'.]))?"
    )


def read(text: str, position: int) -> Read | None:
    """The number that starts exactly at ``position``, None if there is none."""
    match = _head().match(text, position)
    if not match or (match["es"] and not match["b"]):
        return _read_other(text, position)
    base, second, end = match["a"], match["b"], match.end()
    if second and not second[0].isdecimal():
        return Read(Number(f"{base}/{second}", "conference", second.rpartition(".")[2], base), end)
    letters, after_letters = _read_letters(text, end)
    bracket = _bracket().match(text, after_letters)
    if second:
        year = bracket["year"] if bracket and bracket["year"] else ""
        prefix = match["es"].replace("\u2011", "-") if match["es"] else ""
        session = prefix + base
        shown = f"{session}/{second}" + (f" {letters}" if letters else "")
        return Read(
            Number(shown, "session", session, second, letters, year),
            bracket.end() if year and bracket else after_letters,
        )
    if bracket and bracket["roman"] and (session := _roman(bracket["roman"])):
        end = bracket.end()
        if not letters:
            letters, end = _read_letters(text, end, glued_too=True)
        middle = f" {letters}" if letters else ""
        return Read(Number(f"{base}{middle} ({session})", "roman", session, base, letters), end)
    if bracket and bracket["other"]:
        return Read(Number(f"{base} ({bracket['other']})", "other", bracket["other"], base), bracket.end())
    bracket = _bracket().match(text, end)
    if bracket and bracket["year"] and 1945 <= int(bracket["year"]) <= 2199:
        return Read(Number(f"{base} ({bracket['year']})", "year", None, base, "", bracket["year"]), bracket.end())
    other = _read_other(text, position)
    return other if other and other.end > end else Read(Number(base, "bare", None, base), end)


def parse(text: str) -> Number:
    """The parts of a number already found (``Citation.number``); style ``other`` for what no UN series prints."""
    found = read(text, 0)
    return found.number if found and found.end == len(text) else Number(text, "other", None, text)


def _read_letters(text: str, position: int, *, glued_too: bool = False) -> tuple[str, int]:
    match = _letters().match(text, position)
    if not match or (match["gap"] == "-" and not glued_too and not text.startswith("(", match.end() + 1)):
        return "", position
    letters = match["one"] + match["more"]
    return (f"{letters} {match['joint']} {match['last']}" if match["last"] else letters), match.end()


def _roman(text: str) -> str:
    """The session in a bracket, with the letter l read as I; empty where it is no plausible session."""
    text = text.replace("\u2011", "-").replace("l", "I")
    prefix, dash, numeral = text.rpartition("-")
    value = roman_value(numeral)
    return prefix + dash + numeral if value is not None and value <= _LARGEST_SESSION else ""


def _read_other(text: str, position: int) -> Read | None:
    match = _other().match(text, position)
    if not match or not any(char.isdecimal() for char in match[0]):
        return None
    shown = match[0].replace("\u2011", "-").replace("\u00a0", " ")
    if shown.startswith("WHA"):
        shown = "WHA" + shown[3:].replace(" ", "")
    head = shown.partition("/")[0]
    session = head if "/" in shown and roman_value(head) else None
    return Read(Number(shown, "other", session, shown), match.end())
