"""Dates in running text: single days, lists, ranges, and the forms that UN style does not use.

A date becomes ISO 8601: ``2015-09-25``, ``2015-09`` for a month, ``--09-25`` where the year is missing; a range
is ``a/b`` and several days are ``a,b``. UN style writes 25 September 2015, 13 and 14 March 2014, 19 to 21 April
2016 (Editorial Manual, numbers, dates and time).
"""

from __future__ import annotations

import re
from calendar import isleap
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import NamedTuple

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_BY_STEM = {name[:3]: number for number, name in enumerate(MONTHS, start=1)}
_NAMES = (
    "January|February|March|April|May|June|July|August|September|October|November|December|"
    "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec"
)
_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_LONGEST = 12
"""More parts than any real list of days has; it keeps the reading of a hostile list short."""


class Dated(NamedTuple):
    """A date found in a text: its extent and its ISO form."""

    start: int
    end: int
    iso: str


class _Part(NamedTuple):
    day: int | None
    month: int | None
    year: int | None
    end: int
    joint: str


@cache
def _day_first() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?![\w/])(?:\s+(?:of\s+)?(?P<month>{_NAMES})\b\.?(?:,?\s+(?P<year>\d{{4}})(?![\d/]))?)?"
        rf"|(?P<only>{_NAMES})\b(?:\s+(?P<oyear>\d{{4}})(?![\d/]))?"
    )


@cache
def _named_day() -> re.Pattern[str]:
    return re.compile(
        rf"(?<![\w./\u2011-])(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[ \u00a0](?:of[ \u00a0])?(?P<month>{_NAMES})\b"
        r"\.?(?:,?[ \u00a0]\d{4}(?!\d))?"
    )


@cache
def _joint() -> re.Pattern[str]:
    return re.compile(r"\s*[-–—]\s*|\s+(?P<range>to|until)\s+|,\s+(?P<also>(?:and|or)\s+)?|\s+(?:and|or)\s+")


@cache
def _month_first() -> re.Pattern[str]:
    day = r"\d{1,2}(?:st|nd|rd|th)?"
    return re.compile(
        rf"(?P<month>{_NAMES})\b\.?\s+(?P<day>{day})(?:\s*(?P<joint>[-–—]|to|and)\s*(?P<last>{day}))?(?!\w|/)(?:,?\s+(?P<year>\d{{4}})(?!\d))?"
    )


@cache
def _figures() -> re.Pattern[str]:
    return re.compile(
        r"(?P<y>(?:19|20)\d\d)-(?P<m>\d\d)-(?P<d>\d\d)(?![\d-])"
        r"|(?P<d2>\d{1,2})(?P<s>[./])(?P<m2>\d{1,2})(?P=s)(?P<y2>(?:19|20)\d\d)(?![\w/])"
    )


@cache
def _start() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w./\u2011-])(?:\d{{1,2}}(?=\D)|(?:19|20)\d\d(?=-\d)|(?:{_NAMES})\b)")


def iso(day: int | None, month: int, year: int | None) -> str | None:
    """The ISO form of a day, month or yearless day; None where there is no such day."""
    if not 1 <= month <= 12 or (day is not None and not 1 <= day <= _DAYS[month - 1]):
        return None
    if day is None:
        return f"{year:04d}-{month:02d}" if year is not None else None
    return f"{year:04d}-{month:02d}-{day:02d}" if year is not None else f"--{month:02d}-{day:02d}"


def read(text: str, position: int) -> Dated | None:
    """The date, list of days or range that begins exactly at ``position``, None if there is none."""
    if text[position : position + 1].isdecimal():
        figures = any(mark in text[position + 1 : position + 5] for mark in "./-")
        return (_read_figures(text, position) if figures else None) or _read_day_first(text, position)
    return _read_month_first(text, position) or _read_day_first(text, position)


def scan(text: str) -> Iterator[Dated]:
    """Every date in the text, in order."""
    position = 0
    while match := _start().search(text, position):
        dated = read(text, match.start())
        if dated is not None:
            yield dated
            position = dated.end
            continue
        impossible = _day_first().match(text, match.start())
        position = max(match.end(), impossible.end() if impossible else 0)


def impossible(text: str) -> Iterator[tuple[int, int, str]]:
    """Days that no calendar has, and spans that end before they begin: start, end and what is wrong."""
    for match in _named_day().finditer(text):
        if not 1 <= int(match["day"]) <= _DAYS[_month(match["month"]) - 1]:
            yield match.start(), match.end(), f"{MONTHS[_month(match['month']) - 1]} has no such day"
    for start, end, value in scan(text):
        first, _, last = value.partition("/")
        leap = next((part for part in value.replace("/", ",").split(",") if part.endswith("-02-29")), "--")
        if not leap.startswith("--") and not isleap(int(leap[:4])):
            yield start, end, f"{leap[:4]} is no leap year"
        elif last and not last.startswith("--") and len(first) == len(last) and first > last:
            yield start, end, "it ends before it begins"


def words(value: str) -> str:
    """The UN form of an ISO date: ``25 September 2015``, ``19 to 21 April 2016``, ``13 and 14 March 2014``."""
    for mark, last in (("/", " to "), (",", " and ")):
        if mark in value:
            parts = value.split(mark)
            shown = [_short(part, after) for part, after in pairwise(parts)]
            return f"{', '.join(shown)}{last}{_full(parts[-1])}"
    return _full(value)


def _split(value: str) -> tuple[str, str, str]:
    if value.startswith("--"):
        return "", value[2:4], value[5:]
    year, month, day = (value.split("-") + ["", ""])[:3]
    return year, month, day


def _full(value: str) -> str:
    year, month, day = _split(value)
    return " ".join(filter(None, (day.lstrip("0"), MONTHS[int(month) - 1], year)))


def _short(value: str, after: str) -> str:
    """A date before another: without the year, or month and year, that both have."""
    year, month, day = _split(value)
    next_year, next_month, _ = _split(after)
    if year != next_year:
        return _full(value)
    if month == next_month and day:
        return day.lstrip("0")
    return " ".join(filter(None, (day.lstrip("0"), MONTHS[int(month) - 1])))


def _month(name: str) -> int:
    return _BY_STEM[name[:3]]


def _read_figures(text: str, position: int) -> Dated | None:
    match = _figures().match(text, position)
    if not match:
        return None
    year, month, day = (int(match[name] or match[name + "2"]) for name in ("y", "m", "d"))
    value = iso(day, month, year)
    return Dated(position, match.end(), value) if value else None


def _read_month_first(text: str, position: int) -> Dated | None:
    match = _month_first().match(text, position)
    if not match:
        return None
    month, year = _month(match["month"]), int(match["year"]) if match["year"] else None
    first = iso(int(match["day"].rstrip("stndrh")), month, year)
    if not first or (year is None and match["month"] == "May" and not match["last"]):
        return None
    if not match["last"]:
        return Dated(position, match.end(), first)
    last = iso(int(match["last"].rstrip("stndrh")), month, year)
    return Dated(position, match.end(), f"{first}{',' if match['joint'] == 'and' else '/'}{last}") if last else None


def _read_day_first(text: str, position: int) -> Dated | None:
    parts = _parts(text, position)
    while parts and (parts[-1].month is None or (parts[-1].day is None and parts[-1].year is None)):
        parts.pop()
    if not parts:
        return None
    shown: list[str] = []
    month, year = parts[-1].month, parts[-1].year
    for part in reversed(parts):
        month, year = part.month or month, part.year or year
        value = iso(part.day, month or 0, year)
        if value is None:
            return None
        shown.insert(0, value)
    mark = "/" if len(parts) == 2 and parts[0].joint == "/" else ","
    return Dated(position, parts[-1].end, mark.join(shown))


def _parts(text: str, position: int) -> list[_Part]:
    """The parts of a list of days, as far as it goes; a year ends the list, but not the first half of a range."""
    parts: list[_Part] = []
    while len(parts) < _LONGEST and (match := _day_first().match(text, position)):
        month, year = match["month"] or match["only"], match["year"] or match["oyear"]
        joint = _joint().match(text, match.end())
        mark = "" if not joint else "," if "," in joint[0] or joint[0].split() in (["and"], ["or"]) else "/"
        parts.append(
            _Part(
                int(match["day"]) if match["day"] else None,
                _month(month) if month else None,
                int(year) if year else None,
                match.end(),
                mark,
            )
        )
        if not joint or (year and mark != "/") or (year and len(parts) > 1):
            break
        position = joint.end()
    return parts
