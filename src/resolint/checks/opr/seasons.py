"""Whose session is meant, and in which months of the year the sessions of an organ are held."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from resolint import regex
from resolint.checks.shared.counting import BLANK, YEAR, longest_first
from resolint.findings import Hit
from resolint.lexicon import Lexicon, per_lexicon, sessions
from resolint.lexicon.dates import month_number, months
from resolint.lexicon.organs import OF_PROFILE, organ_name, organ_noun
from resolint.model import Block, Citation, Document
from resolint.rule import Context

__all__ = ["bodies", "holder", "of_other_month"]


@per_lexicon
def bodies(lexicon: Lexicon) -> re.Pattern[str]:
    """Every noun by which an organ or a body may be named last before a session."""
    nouns = {*lexicon.grammar.organ_nouns, *lexicon.grammar.body_nouns, *lexicon.grammar.acting_nouns}
    return regex.compiled(rf"\b(?:{longest_first(nouns)})\b")


def holder(block: Block, citation: Citation, own: str, lexicon: Lexicon) -> str | None:
    """Whose session is meant: *own* where the organ that speaks is named last before it or nobody is; else None."""
    if citation.organ is not None:
        return own if citation.organ == own else None
    before = block.text[: citation.span.start]
    found = list(bodies(lexicon).finditer(before))
    if not found:
        return own
    name = organ_name(own, lexicon)
    last = found[-1]
    named = before[: last.end()].endswith(name)
    if named:
        return own
    short = before[: last.start()].rstrip(" \xa0").endswith("the") and last.group() == organ_noun(own, lexicon)
    return own if short else None


@per_lexicon
def _in_month(lexicon: Lexicon) -> re.Pattern[str]:
    """*, in March 2027*; *, to be held in Geneva from 8 to 12 March 2027*."""
    names = "|".join(months(lexicon))
    return regex.compiled(
        rf",?{BLANK}(?:(?:to{BLANK}be{BLANK})?held{BLANK}(?:(?:at|in){BLANK}[A-Z][^;:.,\d]{{0,40}}?,?{BLANK})?)?(?:in|on|from){BLANK}"
        rf"(?:\d{{1,2}}{BLANK}(?:(?:to|and){BLANK}\d{{1,2}}{BLANK})?)?(?P<month>{names}){BLANK}(?P<year>{YEAR})(?![\w/–-])"
    )


_SEASONS = {"HRC": {1: (2, 4), 2: (5, 7), 0: (8, 10)}}
"""The months of the Human Rights Council's three sessions of a year, by what is left when their numbers are divided by three."""
_COUNTED_SO = 7
"""From this session on there are three in each year."""
_OPENS = 9
"""A session of the General Assembly opens in this month and ends in it a year later."""


def of_other_month(document: Document, cited: Iterable[tuple[Block, Citation]], context: Context) -> Iterator[Hit]:
    """*Its sixty-sixth session, in March 2027*, which is the one of September."""
    own = OF_PROFILE.get(context.profile, "")
    if own not in ("GA", *_SEASONS):
        return
    for block, citation in cited:
        match = _in_month(context.lexicon).match(block.text, citation.span.end) if citation.own else None
        if match is None or holder(block, citation, own, context.lexicon) is None:
            continue
        years = sessions.years_of(own, citation.session or "")
        month, year = month_number(match["month"], context.lexicon), int(match["year"])
        if years is None or years[0] <= _COUNTED_SINCE:
            continue
        if years[0] <= year <= years[1]:
            when = _when(own, int(citation.session or 0), month, year, years[0], context.lexicon)
        else:
            when = str(years[0]) if own in _SEASONS else ""
        if when:
            values = {"found": block.text[citation.span.start : match.end()].strip(), "opens": when}
            yield Hit(block.span(citation.span.start, match.end()), values)


_COUNTED_SINCE = 2007


def _when(organ: str, number: int, month: int, year: int, opens: int, lexicon: Lexicon) -> str:
    """When a session opens that is not held in this month; empty where it may be."""
    if organ == "GA":
        held = month >= _OPENS if year == opens else month <= _OPENS
        return "" if held else f"{months(lexicon)[_OPENS - 1]} {opens}"
    first, last = _SEASONS[organ][number % sessions.a_year(organ)]
    return "" if first <= month <= last or number < _COUNTED_SO else f"{months(lexicon)[first]} {opens}"
