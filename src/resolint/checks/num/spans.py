"""Ranges of amounts that run backwards, lengths of plans beside their days, and how often something is held beside the years."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from resolint import regex
from resolint.checks.shared.counting import BLANK, YEAR, any_cardinal, cardinal_value, in_texts
from resolint.findings import Hit
from resolint.lexicon import Lexicon, per_lexicon
from resolint.lexicon.dates import days_in, month_number, months
from resolint.model import Document
from resolint.rule import Context

__all__ = ["amounts_backwards", "lengths_wrong"]

_UNITS = (
    r"(?:years?|months?|weeks?|days?|hours?|minutes?|metres|kilometres|centimetres|kilograms|tons|litres|hectares|degrees"
    r"|per[ \xa0]cent)"
)


@per_lexicon
def _amounts(lexicon: Lexicon) -> re.Pattern[str]:
    """*Between 15 and 6 years*, *aged 35 to 18*, *after five to three years*."""
    number = any_cardinal(lexicon)
    return regex.compiled(
        rf"\bbetween{BLANK}(?P<low>{number}){BLANK}and{BLANK}(?P<high>{number}){BLANK}{_UNITS}\b"
        rf"|\b(?:aged|ages){BLANK}(?:(?:from|of|between){BLANK})?(?P<low2>{number}){BLANK}(?:to|and){BLANK}(?P<high2>{number})\b"
        rf"(?!{BLANK}?[–-])"
        rf"|(?<!from{BLANK})(?<![\w.,/–-])(?P<low3>{number}){BLANK}to{BLANK}(?P<high3>{number}){BLANK}{_UNITS}\b"
    )


_FALLING = r"\b(?:from|reduc|decreas|lower|short|fell|fall|declin|drop|cut|down)\w*\b[^;:.]{0,60}$"


def amounts_backwards(document: Document, context: Context) -> Iterator[Hit]:
    """Ranges of amounts, ages and durations whose end is less than their beginning."""
    falling = regex.compiled(_FALLING)
    for block, match in in_texts(document, _amounts(context.lexicon), having=("between", "aged", "ages", " to ")):
        mark = next(name for name in ("", "2", "3") if match[f"low{name}"])
        low = cardinal_value(match[f"low{mark}"], context.lexicon)
        high = cardinal_value(match[f"high{mark}"], context.lexicon)
        if low is None or high is None or low <= high:
            continue
        if mark == "3" and falling.search(block.text, max(0, match.start() - 80), match.start()):
            continue  # *a reduction from 10 to 5 days*
        yield Hit(block.span(*match.span()), {"found": match[0]})


@per_lexicon
def _plan(lexicon: Lexicon) -> re.Pattern[str]:
    """*The five-year plan for the renewal of the fleet, from 1 July 2026 to 30 June 2031*."""
    names = "|".join(months(lexicon))

    def day(mark: str) -> str:
        return (
            rf"(?:(?:(?P<day{mark}>\d{{1,2}}){BLANK})?(?P<month{mark}>{names}){BLANK})(?P<year{mark}>{YEAR})(?![\w/–-])"
        )

    return regex.compiled(
        rf"\b(?P<number>{any_cardinal(lexicon)})-(?P<unit>year|month){BLANK}[a-z][^;:.()\d]{{0,80}}?,?{BLANK}"
        rf"(?:(?:running{BLANK}|lasting{BLANK})?from|covering){BLANK}(?:the{BLANK}period{BLANK}from{BLANK})?{day('1')}{BLANK}"
        rf"(?:to|until|through){BLANK}{day('2')}"
    )


@per_lexicon
def _lasted(lexicon: Lexicon) -> re.Pattern[str]:
    names = "|".join(months(lexicon))
    return regex.compiled(
        rf"\bfrom{BLANK}(?P<low>\d{{1,2}}){BLANK}to{BLANK}(?P<high>\d{{1,2}}){BLANK}(?:{names})(?:{BLANK}{YEAR})?,?{BLANK}"
        rf"(?:and{BLANK}|which{BLANK}|that{BLANK}|will{BLANK})?(?:lasts?|lasted|lasting){BLANK}(?:for{BLANK})?(?P<number>{any_cardinal(lexicon)}){BLANK}days\b"
    )


@per_lexicon
def _every(lexicon: Lexicon) -> re.Pattern[str]:
    """*Once every two years, in 2027, 2028 and 2029*."""
    return regex.compiled(
        rf"\bevery{BLANK}(?:(?P<number>{any_cardinal(lexicon)}){BLANK}years|(?P<second>second|other){BLANK}year|(?P<year>year)),?{BLANK}"
        rf"(?:that{BLANK}is,?{BLANK}|namely,?{BLANK})?in{BLANK}(?P<years>{YEAR}(?:,{BLANK}{YEAR})*,?{BLANK}and{BLANK}{YEAR})"
        rf"(?![\w/–-])"
    )


def lengths_wrong(document: Document, context: Context) -> Iterator[Hit]:
    """Plans, meetings and rounds whose length or step is not that of the days and years beside them."""
    lexicon = context.lexicon
    for block, match in in_texts(document, _plan(lexicon), having=("-year ", "-month "), quoted=True):
        count, months_ = cardinal_value(match["number"], lexicon), _months(match, lexicon)
        wanted = None if count is None else count * (12 if match["unit"] == "year" else 1)
        if wanted is not None and months_ and wanted not in months_:
            step = 12 if match["unit"] == "year" else 1
            told = {"found": f"period of {match['number']} {match['unit']}s", "years": f"{max(months_) / step:.2g}"}
            yield Hit(block.span(*match.span()), {**told, "range": f"{match['year1']}–{match['year2']}"})
    for block, match in in_texts(document, _lasted(lexicon), having=("last",)):
        days = int(match["high"]) - int(match["low"]) + 1
        if days > 0 and cardinal_value(match["number"], lexicon) != days:
            found = block.text[match.start("low") : match.end()]
            yield Hit(
                block.span(*match.span()), {"found": f"{match['number']} days", "years": str(days), "range": found}
            )
    for block, match in in_texts(document, _every(lexicon), having=("every",)):
        years = [int(year) for year in re.findall(YEAR, match["years"])]
        every = cardinal_value(match["number"], lexicon) if match["number"] else 2 if match["second"] else 1
        steps = {high - low for low, high in pairwise(years)}
        if every is not None and steps != {every}:
            told = {"found": match[0].partition(",")[0], "years": "/".join(map(str, sorted(steps)))}
            yield Hit(block.span(*match.span()), {**told, "range": match["years"]})


def _months(match: re.Match[str], lexicon: Lexicon) -> tuple[int, ...]:
    """How many months there are from the first to the last day, told in all ways in which they may be counted."""
    low, high = (month_number(match[f"month{mark}"], lexicon) for mark in ("1", "2"))
    whole = (int(match["year2"]) - int(match["year1"])) * 12 + high - low
    if not match["day1"] or not match["day2"]:
        return (whole, whole + 1)
    first, last = int(match["day1"]), int(match["day2"])
    if not 1 <= last <= days_in(int(match["year2"]), high):
        return ()
    return (whole, whole + 1) if last + 1 - first >= _ROUND_UP else (whole - 1, whole) if last < first - 1 else (whole,)


_ROUND_UP = 15
