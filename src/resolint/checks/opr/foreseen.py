"""What a draft tells as done on a day, or in a month, that is still to come."""

from __future__ import annotations

import re
from collections.abc import Iterator

from resolint import regex
from resolint.checks.shared.clauses import inside, quotations
from resolint.checks.shared.counting import BLANK, YEAR
from resolint.findings import Hit
from resolint.frozen import NamedTuple
from resolint.lexicon import Lexicon, dates, per_lexicon
from resolint.lexicon.dates import month_number, months
from resolint.model import Block, Document
from resolint.regex import lazy
from resolint.rule import Context

__all__ = ["days_foreseen", "months_foreseen"]

_PAST = lazy(
    rf"\b(?:held|convened|adopted|concluded|attended|organized|launched|signed|took{BLANK}place|met|completed|published"
    rf"|opened|conducted|issued)\b"
    rf"|\bthe{BLANK}(?:successful{BLANK})?(?:adoption|conclusion|signing|launch|completion|outcomes?"
    rf"|entry{BLANK}into{BLANK}force){BLANK}(?:by|of|in){BLANK}"
)
"""What tells that something has been done."""
_CONVENED = lazy(rf"\bthe{BLANK}(?:holding|convening){BLANK}of{BLANK}")
_OVER = lazy(r"\b(?:was|were|adopted|attended|outcomes?|results)\b")
"""*The convening* may lie ahead; what came of it tells that it does not."""
_AHEAD = lazy(
    rf"\b(?:be|being|will|shall|would|should|may|can|could|if|once|when|until|till|by{BLANK}(?:the{BLANK}end|\d)|before|after"
    rf"|scheduled|planned|foreseen|envisaged|expected|forthcoming|upcoming|next|future|proposed|offer|offers|offered|intention"
    rf"|beginning|starting|commencing|decade|period|years?|expires?|target|preparations?|preparatory|resolution|decision|decided"
    rf"|to{BLANK}(?:take|host|hold|convene|organize|consider|observe|celebrate|mark)|requested|proclaimed|declared)\b"
)
"""What tells that something lies ahead, or was only decided."""
_LED = lazy(
    rf"[ \xa0,](?:on|in|from|during){BLANK}"
    rf"(?:(?:the{BLANK})?(?:first|second){BLANK}half{BLANK}of{BLANK}|early{BLANK}|late{BLANK})?$"
)


class _Moment(NamedTuple):
    """A day or a month of a paragraph: where it stands, and when it is (ISO, as far as it is told)."""

    start: int
    end: int
    iso: str


@per_lexicon
def _month(lexicon: Lexicon) -> re.Pattern[str]:
    return regex.compiled(
        rf"(?<!\d{BLANK})(?<!\d\xa0)\b(?P<month>{'|'.join(months(lexicon))}){BLANK}(?P<year>{YEAR})(?![\w/–-])"
    )


def _told(document: Document, moments: list[tuple[Block, _Moment]]) -> Iterator[tuple[Block, _Moment]]:
    """Those moments before which something is told as done, and nothing lies ahead."""
    for block, moment in moments:
        text = block.text
        if not _LED.search(text, 0, moment.start) or inside(quotations(text), moment.start, moment.end):
            continue
        start = max((cut.end() for cut in _CUT.finditer(text, block.lead, moment.start)), default=block.lead)
        past = _PAST.search(text, start, moment.start) or (
            _CONVENED.search(text, start, moment.start) and _OVER.search(text, moment.end)
        )
        if past and not _AHEAD.search(text, start, moment.start) and not _AFTER.match(text, moment.end):
            yield block, moment


_CUT = lazy(r"[;:]")
_AFTER = lazy(r",?[ \xa0](?:will|shall|to[ \xa0]be|or[ \xa0]until|and[ \xa0]beyond)\b")


def _preambular(document: Document) -> Iterator[Block]:
    for act in document.acts:
        for top in act.preamble:
            yield from (document.block(block) for clause in top.walk() for block in clause.blocks)


def days_foreseen(document: Document, context: Context) -> Iterator[Hit]:
    """*Welcoming the Seminar held in Lima, Peru, from 20 to 22 April 2027* in a draft of 2026."""
    if context.date is None:
        return
    found = [
        (block, _Moment(dated.start, dated.end, dated.iso))
        for block in _preambular(document)
        for dated in dates.scan(block.text, context.lexicon)
        if (day := dated.iso.partition("/")[0].partition(",")[0])[:4].isdecimal()
        and len(day) == _WHOLE
        and day > context.date
    ]
    for block, moment in _told(document, found):
        values = {"found": block.text[moment.start : moment.end], "now": dates.words(context.date, context.lexicon)}
        yield Hit(block.span(moment.start, moment.end), values)


_WHOLE = 10


def months_foreseen(document: Document, context: Context) -> Iterator[Hit]:
    """*Held in Lusaka in February 2027 and in Dili in September 2027* in a draft of May 2027."""
    if context.date is None:
        return
    found = []
    for block in _preambular(document):
        for match in _month(context.lexicon).finditer(block.text, block.lead):
            iso = f"{match['year']}-{month_number(match['month'], context.lexicon):02}"
            if iso > context.date[:7]:
                found.append((block, _Moment(*match.span(), iso)))
    for block, moment in _told(document, found):
        values = {"found": block.text[moment.start : moment.end], "now": dates.words(context.date, context.lexicon)}
        yield Hit(block.span(moment.start, moment.end), values)
