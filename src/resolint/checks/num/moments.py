"""One event with two dates: *the attack of 9 December*, *the attack of 12 December*; a Day that is proclaimed for another day."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from resolint import regex
from resolint.checks.shared.counting import BLANK, YEAR, in_texts
from resolint.findings import Hit
from resolint.frozen import NamedTuple
from resolint.lexicon import Lexicon, per_lexicon
from resolint.lexicon.dates import months
from resolint.model import Document, Span
from resolint.regex import lazy
from resolint.rule import Context

__all__ = ["dated_otherwise"]


class _Told(NamedTuple):
    day: str
    month: str
    year: str
    span: Span
    definite: bool


@per_lexicon
def _event(lexicon: Lexicon) -> re.Pattern[str]:
    """*The attack of 9 December 2026*, *an earthquake on 3 May 2025*."""
    names = "|".join(months(lexicon))
    return regex.compiled(
        rf"\b(?P<the>the|an?|[Tt]hat|this){BLANK}(?:(?!of\b)[a-z-]+{BLANK}){{0,2}}?(?P<noun>[a-z]{{4,}})(?:{BLANK}(?:that{BLANK}occurred"
        rf"|which{BLANK}occurred|carried{BLANK}out|held|signed|against{BLANK}[^;:.,]{{3,50}}?|in{BLANK}[A-Z][a-z]+))?"
        rf"{BLANK}(?:of|on){BLANK}(?P<day>\d{{1,2}}){BLANK}(?P<month>{names}){BLANK}(?P<year>{YEAR})(?![\w/–-])"
    )


def _events(document: Document, context: Context) -> Iterator[tuple[str, Span, str]]:
    """What is told of one event in two ways that are one slip apart; of papers (option ``papers``) there may be several."""
    lexicon, papers = context.lexicon, frozenset(context.options["papers"])
    found: dict[str, list[_Told]] = defaultdict(list)
    for block, match in in_texts(document, _event(lexicon), having=tuple(f"{month} " for month in months(lexicon))):
        if match["noun"] in papers or match["noun"].endswith(("s", "ed", "ing")):
            continue
        span = block.span(match.start("day"), match.end("year"))
        found[match["noun"]].append(
            _Told(match["day"], match["month"], match["year"], span, match["the"].lower() in ("the", "that", "this"))
        )
    for noun, places in found.items():
        dates = {one[:3] for one in places}
        if len(dates) != 2 or not any(one.definite for one in places[1:]):
            continue
        one, other = dates
        if sum(left != right for left, right in zip(one, other, strict=True)) != 1:
            continue
        for place in places:
            right = other if place[:3] == one else one
            yield f"{noun} of", place.span, " ".join(right)


@per_lexicon
def _days(lexicon: Lexicon) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """*1 July the International Day of Lighthouses*, and the name before its day."""
    names = "|".join(months(lexicon))
    day = rf"(?P<day>\d{{1,2}}){BLANK}(?P<month>{names})"
    word = r"[A-Z][\w’-]+"
    name = (
        rf"(?P<name>(?:[A-Z][a-z]+{BLANK})?Day{BLANK}(?:of|for|against|on){BLANK}(?:the{BLANK})?"
        rf"{word}(?:{BLANK}(?:(?:of|for|and|in|the){BLANK})*{word})*)"
    )
    often = rf"(?:every{BLANK}year|annually|each{BLANK}year)"
    held = rf"(?:(?:to{BLANK}be{BLANK})?(?:observed|celebrated|held){BLANK}(?:{often}{BLANK})?)"
    before = (
        rf"\b{day}(?:{BLANK}{YEAR})?,?{BLANK}(?:of{BLANK}each{BLANK}year{BLANK})?(?:as{BLANK})?(?:the{BLANK})?{name}"
    )
    after = rf"{name},?{BLANK}\(?{held}?(?:on{BLANK})?(?:[A-Z][a-z]+day,?{BLANK})?{day}"
    behind = rf"(?!,?{BLANK}(?:{YEAR},?{BLANK})?(?:as|the)\b)"
    return regex.compiled(before), regex.compiled(after + behind)


def _observances(document: Document, lexicon: Lexicon) -> Iterator[tuple[str, Span, str]]:
    """A Day whose day the draft tells in two ways."""
    found: dict[str, list[tuple[str, Span]]] = defaultdict(list)
    for pattern in _days(lexicon):
        for block, match in in_texts(document, pattern, having=("Day of", "Day for", "Day against", "Day on")):
            told = f"{match['day']} {match['month']}"
            found[match["name"]].append((told, block.span(match.start("day"), match.end("month"))))
    for name, places in found.items():
        days = {one for one, _ in places}
        if len(days) == 2:
            for one, span in places:
                yield name, span, next(iter(days - {one}))


_EVERY_YEAR = lazy(
    rf"\b(?:observed|celebrated|commemorated|held|marked)\b[^;:.]{{0,40}}\b(?:beginning|starting|commencing|as{BLANK}from){BLANK}"
    rf"(?:in{BLANK})?(?P<year>{YEAR})(?![\w/–-])"
)
_FIRST = lazy(
    rf"\bfirst{BLANK}(?:observance|celebration|commemoration|(?:International|World){BLANK}(?:Day|Year))\b[^;:.]{{0,80}}?\b"
    rf"(?P<year>{YEAR})(?![\w/–-])"
)


def _first_years(document: Document) -> Iterator[tuple[str, Span, str]]:
    """*Observed every year beginning in 2027*, where the first observance is in 2028."""
    begins = [
        (block, match)
        for block, match in in_texts(document, _EVERY_YEAR, having=("beginning", "starting", "commencing", "as from"))
    ]
    if len(begins) != 1:
        return
    block, match = begins[0]
    firsts = [(other, found) for other, found in in_texts(document, _FIRST, having=("first",)) if other.id != block.id]
    years = {found["year"] for _, found in firsts}
    if len(years) == 1 and years != {match["year"]}:
        right = next(iter(years))
        yield "first observance", block.span(*match.span("year")), right
        yield from (("first observance", other.span(*found.span("year")), match["year"]) for other, found in firsts)


def dated_otherwise(document: Document, context: Context) -> Iterator[Hit]:
    """All that has two dates where it can have one."""
    for words, span, other in (
        *_events(document, context),
        *_observances(document, context.lexicon),
        *_first_years(document),
    ):
        yield Hit(span, {"words": words, "other": other})
