"""How long a period is by its first and last day or year, and how long it is said to be."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from resolint import regex
from resolint.checks.shared.counting import BLANK, YEAR, any_cardinal, cardinal_value, in_texts
from resolint.findings import Hit
from resolint.lexicon import Lexicon, per_lexicon
from resolint.lexicon.dates import days_in, month_number, months
from resolint.model import Document
from resolint.rule import Context

__all__ = ["periods_wrong"]

_MONTHS = {"year": 12, "month": 1}
_FROM = ("s, from", "s from", "is, from", "is from", "period from", "period, from")
_FOR_A_PERIOD = ("for a period of", "for a further period", "for an additional period")
_LEAST_DAY = 20


@per_lexicon
def _span(lexicon: Lexicon) -> re.Pattern[str]:
    """*Over a period of four years, from 1 January 2027 to 31 December 2030*; *the period 2028 to 2032 the five-year period*."""
    names = "|".join(months(lexicon))
    number = any_cardinal(lexicon)

    def date(mark: str) -> str:
        return rf"(?:(?:(?P<day{mark}>\d{{1,2}}){BLANK})?(?P<month{mark}>{names}){BLANK})?(?P<year{mark}>{YEAR})(?![\w/–-])"

    def length(mark: str) -> str:
        return rf"(?P<number{mark}>{number})(?:{BLANK}|-)(?P<unit{mark}>year|month)s?"

    ranged = rf"(?:from{BLANK}{date('1')}{BLANK}(?:to|until|through){BLANK}{date('2')})"
    turned = rf"(?:from{BLANK}{date('3')}{BLANK}(?:to|until|through){BLANK}{date('4')})"
    period = rf"(?:an?{BLANK}|the{BLANK})?(?:initial{BLANK}|total{BLANK}|further{BLANK})?(?:period{BLANK}of{BLANK})?"
    return regex.compiled(
        rf"\b(?:for|over|of|during|within){BLANK}{period}{length('1')}(?:{BLANK}period)?,?{BLANK}(?:that{BLANK}is,?{BLANK})?{ranged}"
        rf"|\bperiod{BLANK}{turned}[^;:.()]{{0,24}}?\bthe{BLANK}{length('2')}{BLANK}(?:period|plan|programme)\b"
    )


@per_lexicon
def _until(lexicon: Lexicon) -> re.Pattern[str]:
    """*Until 30 September 2028, for a period of 12 months*: from the day of the draft."""
    names, number = "|".join(months(lexicon)), any_cardinal(lexicon)

    def day(mark: str) -> str:
        return rf"until{BLANK}(?P<day{mark}>\d{{1,2}}){BLANK}(?P<month{mark}>{names}){BLANK}(?P<year{mark}>{YEAR})(?![\w/–-])"

    def length(mark: str) -> str:
        more = rf"(?:{BLANK}further|n{BLANK}additional)?"
        return rf"for{BLANK}a{more}{BLANK}period{BLANK}of{BLANK}(?P<number{mark}>{number}){BLANK}(?P<unit{mark}>year|month)s?"

    return regex.compiled(
        rf"\b{day('1')},?{BLANK}{length('1')}\b|\b{length('2')},?{BLANK}(?:that{BLANK}is,?{BLANK})?{day('2')}"
    )


def periods_wrong(document: Document, context: Context) -> Iterator[Hit]:
    """Periods in years or months that are longer or shorter than from their first to their last day."""
    lexicon = context.lexicon
    for block, match in in_texts(
        document,
        _span(lexicon),
        having=_FROM,
        quoted=True,
    ):
        first, low, high = ("1", "1", "2") if match["number1"] else ("2", "3", "4")
        count = cardinal_value(match[f"number{first}"], lexicon)
        found = _length(match, low, high, lexicon)
        if count is None or found is None:
            continue
        if first == "2" and not match["month3"] and not match["month4"]:
            found = (found[1], found[1])  # *the period from 2028 to 2032*: both years are of it
        wanted = count * _MONTHS[match[f"unit{first}"]]
        if not found[0] <= wanted <= found[1]:
            told = _told(match, first, match[f"year{low}"], match[f"year{high}"], found[1])
            yield Hit(block.span(*match.span()), told)
    if context.date is None:
        return
    today = datetime.date.fromisoformat(context.date)
    for block, match in in_texts(document, _until(lexicon), having=_FOR_A_PERIOD):
        mark = "1" if match["number1"] else "2"
        count, day = cardinal_value(match[f"number{mark}"], lexicon), _day(match, mark, lexicon)
        if count is None or day is None or day <= today:
            continue
        passed = (day - today).days / 30.44
        wanted = count * _MONTHS[match[f"unit{mark}"]]
        if abs(passed - wanted) > max(1.7, wanted * 0.25):
            values = _told(match, mark, context.date[:4], match[f"year{mark}"], round(passed))
            yield Hit(block.span(*match.span()), values, unsure=True)


def _told(match: re.Match[str], mark: str, low: str, high: str, found: int) -> dict[str, str]:
    unit = match[f"unit{mark}"]
    length = f"{found / _MONTHS[unit]:.2g}"
    return {"found": f"period of {match[f'number{mark}']} {unit}s", "years": length, "range": f"{low}–{high}"}


def _length(match: re.Match[str], low: str, high: str, lexicon: Lexicon) -> tuple[int, int] | None:
    """The least and the most months that a range has."""
    years = int(match[f"year{high}"]) - int(match[f"year{low}"])
    one, two = match[f"month{low}"], match[f"month{high}"]
    if one is None and two is None:
        return years * 12, years * 12 + 12
    if one is None or two is None:
        return None
    whole = years * 12 + month_number(two, lexicon) - month_number(one, lexicon)
    day, last = match[f"day{low}"], match[f"day{high}"]
    if day is not None and last is not None:
        days = int(last) + 1 - int(day)
        return whole + (days >= _LEAST_DAY), whole + (days > 0)
    return whole, whole + 1


def _day(match: re.Match[str], mark: str, lexicon: Lexicon) -> datetime.date | None:
    year, month, day = int(match[f"year{mark}"]), month_number(match[f"month{mark}"], lexicon), int(match[f"day{mark}"])
    return datetime.date(year, month, day) if 1 <= day <= days_in(year, month) else None
