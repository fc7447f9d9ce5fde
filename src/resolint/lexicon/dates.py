"""Dates in running text: single days, lists, ranges, and the forms that UN style does not use.

A date becomes ISO 8601: ``2015-09-25``, ``2015-09`` for a month, ``--09-25`` where the year is missing; a range
is ``a/b`` and several days are ``a,b``. UN style writes 25 September 2015, 13 and 14 March 2014, 19 to 21 April
2016 (Editorial Manual, numbers, dates and time). The names of the months are those of the table ``months``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise

from resolint import regex
from resolint.frozen import NamedTuple
from resolint.lexicon import Lexicon, per_lexicon
from resolint.regex import lazy

__all__ = [
    "Dated",
    "days",
    "days_in",
    "first_day",
    "impossible",
    "iso",
    "month_number",
    "months",
    "read",
    "scan",
    "short_months",
    "weekdays",
    "words",
]

_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_FEBRUARY = 2
_LONGEST = 12
"""More parts than any real list of days has; it keeps the reading of a hostile list short."""
_BEFORE = r"(?<![\w./\u2011-])"
_FIGURES = lazy(
    r"(?P<y>(?:19|20)\d\d)-(?P<m>\d\d)-(?P<d>\d\d)(?![\d-])"
    r"|(?P<d2>\d{1,2})(?P<s>[./])(?P<m2>\d{1,2})(?P=s)(?P<y2>(?:19|20)\d\d)(?![\w/])"
)


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


@per_lexicon
def months(lexicon: Lexicon) -> tuple[str, ...]:
    """The names of the twelve months, as they are printed."""
    return tuple(row["month"] for row in lexicon.rows("months"))


@per_lexicon
def weekdays(lexicon: Lexicon) -> tuple[str, ...]:
    """The names of the days of the week, Monday first."""
    return tuple(row["weekday"] for row in lexicon.rows("weekdays"))


@per_lexicon
def _numbers(lexicon: Lexicon) -> Mapping[str, int]:
    """Names and short forms in small letters, and their numbers."""
    return {
        name.lower(): int(row["number"])
        for row in lexicon.rows("months")
        for name in (row["month"], *filter(None, row["short"].split("|")))
    }


def month_number(name: str, lexicon: Lexicon) -> int:
    """The number of the month called ``name``, whole or short, in any letter case; 0 if there is none."""
    return _numbers(lexicon).get(name.lower(), 0)


@per_lexicon
def short_months(lexicon: Lexicon) -> tuple[str, ...]:
    """The short forms of their names, where they have one (*Sept*, *Sep*)."""
    return tuple(name for row in lexicon.rows("months") for name in row["short"].split("|") if name)


@per_lexicon
def _names(lexicon: Lexicon) -> str:
    """A pattern of all names, the whole ones first."""
    return "|".join((*months(lexicon), *short_months(lexicon)))


@per_lexicon
def unmistakable(lexicon: Lexicon) -> dict[str, str]:
    """The names of months and days that are no other words in small letters (*june*, not *may*), by those letters."""
    words = frozenset(lexicon.column("word-counts", "word"))
    return {name.lower(): name for name in (*months(lexicon), *weekdays(lexicon)) if name.lower() not in words}


@per_lexicon
def _day(lexicon: Lexicon) -> str:
    """A pattern of the figure of a day, with the ending of an ordinal or without."""
    return rf"\d{{1,2}}(?:{'|'.join(lexicon.grammar.ordinal_endings)})?"


@per_lexicon
def _joint(lexicon: Lexicon) -> re.Pattern[str]:
    one = lexicon.grammar
    either = f"(?:{one.and_}|{one.or_})"
    return regex.compiled(
        rf"\s*[-–—]\s*|\s+(?P<range>{'|'.join(one.until)})\s+|,\s+(?P<also>{either}\s+)?|\s+{either}\s+"
    )


@per_lexicon
def _day_first(lexicon: Lexicon) -> re.Pattern[str]:
    names = _names(lexicon)
    return regex.compiled(
        rf"(?P<day>{_day(lexicon)})(?![\w/])"
        rf"(?:\s+(?:{lexicon.grammar.of}\s+)?(?P<month>{names})\b\.?(?:,?\s+(?P<year>\d{{4}})(?![\d/]))?)?"
        rf"|(?P<only>{names})\b(?:\s+(?P<oyear>\d{{4}})(?![\d/]))?"
    )


@per_lexicon
def _named_day(lexicon: Lexicon) -> re.Pattern[str]:
    small = "|".join(name for name in unmistakable(lexicon) if month_number(name, lexicon))
    names = f"{_names(lexicon)}|{small}"
    return regex.compiled(
        rf"{_BEFORE}(?P<day>{_day(lexicon)})[ \u00a0](?:{lexicon.grammar.of}[ \u00a0])?(?P<month>{names})\b"
        r"\.?(?:,?[ \u00a0]\d{4}(?!\d))?"
    )


@per_lexicon
def _whole_day(lexicon: Lexicon) -> re.Pattern[str]:
    return regex.compiled(
        r"\b(?P<y>[12]\d{3})-(?P<m>[01]\d)-(?P<d>[0-3]\d)\b"
        rf"|(?<!\d)(?P<day>\d{{1,2}})\s{{1,9}}(?P<month>{_names(lexicon)})\s{{1,9}}(?P<year>[12]\d{{3}})(?!\d)",
        re.IGNORECASE,
    )


@per_lexicon
def _month_first(lexicon: Lexicon) -> re.Pattern[str]:
    day, one = _day(lexicon), lexicon.grammar
    return regex.compiled(
        rf"(?P<month>{_names(lexicon)})\b\.?\s+(?P<day>{day})(?:\s*(?P<joint>[-–—]|{one.to}|{one.and_})\s*(?P<last>{day}))?"
        r"(?!\w|/)(?:,?\s+(?P<year>\d{4})(?!\d))?"
    )


_DIGIT = lazy(r"\d")
"""Without a digit there is no date."""


@per_lexicon
def _start(lexicon: Lexicon) -> re.Pattern[str]:
    return regex.compiled(rf"{_BEFORE}(?:\d{{1,2}}(?=\D)|(?:19|20)\d\d(?=-\d)|(?:{_names(lexicon)})\b)")


def _figure(day: str) -> int:
    """The number of a day in figures, with the ending of an ordinal or without."""
    return int(day[:2] if day[1:2].isdecimal() else day[:1])


def iso(day: int | None, month: int, year: int | None) -> str | None:
    """The ISO form of a day, month or yearless day; None where there is no such day."""
    if not 1 <= month <= 12 or (day is not None and not 1 <= day <= _DAYS[month - 1]):
        return None
    if day is None:
        return f"{year:04d}-{month:02d}" if year is not None else None
    return f"{year:04d}-{month:02d}-{day:02d}" if year is not None else f"--{month:02d}-{day:02d}"


def read(text: str, position: int, lexicon: Lexicon) -> Dated | None:
    """The date, list of days or range that begins exactly at ``position``, None if there is none."""
    if text[position : position + 1].isdecimal():
        figures = any(mark in text[position + 1 : position + 5] for mark in "./-")
        return (_read_figures(text, position) if figures else None) or _read_day_first(text, position, lexicon)
    return _read_month_first(text, position, lexicon) or _read_day_first(text, position, lexicon)


def scan(text: str, lexicon: Lexicon) -> Iterator[Dated]:
    """Every date in the text, in order."""
    if _DIGIT.search(text) is None:
        return
    position = 0
    while match := _start(lexicon).search(text, position):
        dated = read(text, match.start(), lexicon)
        if dated is not None:
            yield dated
            position = dated.end
            continue
        impossible = _day_first(lexicon).match(text, match.start())
        position = max(match.end(), impossible.end() if impossible else 0)


def days_in(year: int, month: int) -> int:
    """How many days a month has."""
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return 28 if month == _FEBRUARY and not leap else _DAYS[month - 1]


def days(text: str, lexicon: Lexicon) -> Iterator[Dated]:
    """Every day of the calendar that the text names with its year (``12 March 2014``, ``2014-03-12``), in any case."""
    for match in _whole_day(lexicon).finditer(text):
        month = int(match["m"]) if match["m"] else month_number(match["month"], lexicon)
        year, day = int(match["y"] or match["year"]), int(match["d"] or match["day"])
        if 1 <= month <= 12 and 1 <= day <= days_in(year, month):
            yield Dated(match.start(), match.end(), f"{year:04}-{month:02}-{day:02}")


def first_day(text: str | None, lexicon: Lexicon) -> str | None:
    """The first day that ``text`` names with its year, as ``2014-03-12``, None if it names none."""
    return next((day.iso for day in days(text, lexicon)), None) if text else None


def impossible(text: str, lexicon: Lexicon) -> Iterator[tuple[int, int, str]]:
    """Days that no calendar has, and spans that end before they begin: start, end and what is wrong."""
    for match in _named_day(lexicon).finditer(text):
        month = month_number(match["month"], lexicon)
        if not 1 <= _figure(match["day"]) <= _DAYS[month - 1]:
            most = " at most" if month == _FEBRUARY else ""
            yield match.start(), match.end(), f"{months(lexicon)[month - 1]} has {_DAYS[month - 1]} days{most}"
    for start, end, value in scan(text, lexicon):
        first, _, last = value.partition("/")
        leap = next((part for part in value.replace("/", ",").split(",") if part.endswith("-02-29")), "--")
        if not leap.startswith("--") and days_in(int(leap[:4]), _FEBRUARY) < _DAYS[_FEBRUARY - 1]:
            yield start, end, f"{leap[:4]} is no leap year"
        elif last and not last.startswith("--") and len(first) == len(last) and first > last:
            yield start, end, "it ends before it begins"


def words(value: str, lexicon: Lexicon) -> str:
    """The UN form of an ISO date: ``25 September 2015``, ``19 to 21 April 2016``, ``13 and 14 March 2014``."""
    for mark, last in (("/", lexicon.grammar.to), (",", lexicon.grammar.and_)):
        if mark in value:
            parts = value.split(mark)
            shown = [_short(part, after, lexicon) for part, after in pairwise(parts)]
            return f"{', '.join(shown)} {last} {_full(parts[-1], lexicon)}"
    return _full(value, lexicon)


def _split(value: str) -> tuple[str, str, str]:
    if value.startswith("--"):
        return "", value[2:4], value[5:]
    year, month, day = (value.split("-") + ["", ""])[:3]
    return year, month, day


def _full(value: str, lexicon: Lexicon) -> str:
    year, month, day = _split(value)
    return " ".join(filter(None, (day.lstrip("0"), months(lexicon)[int(month) - 1], year)))


def _short(value: str, after: str, lexicon: Lexicon) -> str:
    """A date before another: without the year, or month and year, that both have."""
    year, month, day = _split(value)
    next_year, next_month, _ = _split(after)
    if year != next_year:
        return _full(value, lexicon)
    if month == next_month and day:
        return day.lstrip("0")
    return " ".join(filter(None, (day.lstrip("0"), months(lexicon)[int(month) - 1])))


def _read_figures(text: str, position: int) -> Dated | None:
    match = _FIGURES.match(text, position)
    if not match:
        return None
    year, month, day = (int(match[name] or match[name + "2"]) for name in ("y", "m", "d"))
    value = iso(day, month, year)
    return Dated(position, match.end(), value) if value else None


def _read_month_first(text: str, position: int, lexicon: Lexicon) -> Dated | None:
    match = _month_first(lexicon).match(text, position)
    if not match:
        return None
    month, year = month_number(match["month"], lexicon), int(match["year"]) if match["year"] else None
    first = iso(_figure(match["day"]), month, year)
    if not first or (year is None and match["month"] in lexicon.grammar.ambiguous_months and not match["last"]):
        return None
    if not match["last"]:
        return Dated(position, match.end(), first)
    last = iso(_figure(match["last"]), month, year)
    return (
        Dated(position, match.end(), f"{first}{',' if match['joint'] == lexicon.grammar.and_ else '/'}{last}")
        if last
        else None
    )


def _read_day_first(text: str, position: int, lexicon: Lexicon) -> Dated | None:
    parts = _parts(text, position, lexicon)
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


def _parts(text: str, position: int, lexicon: Lexicon) -> list[_Part]:
    """The parts of a list of days, as far as it goes; a year ends the list, but not the first half of a range."""
    parts: list[_Part] = []
    either = ([lexicon.grammar.and_], [lexicon.grammar.or_])
    while len(parts) < _LONGEST and (match := _day_first(lexicon).match(text, position)):
        month, year = match["month"] or match["only"], match["year"] or match["oyear"]
        joint = _joint(lexicon).match(text, match.end())
        mark = "" if not joint else "," if "," in joint[0] or joint[0].split() in either else "/"
        parts.append(
            _Part(
                _figure(match["day"]) if match["day"] else None,
                month_number(month, lexicon) if month else None,
                int(year) if year else None,
                match.end(),
                mark,
            )
        )
        if not joint or (year and mark != "/") or (year and len(parts) > 1):
            break
        position = joint.end()
    return parts
