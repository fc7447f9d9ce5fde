"""Checks on what a draft plans and remembers: events *to be held* that are over, *held* in years to come, deadlines of the past."""

from __future__ import annotations

import re
from collections.abc import Iterator

from resolint import regex
from resolint.checks import check
from resolint.checks.opr.foreseen import months_foreseen
from resolint.checks.shared.clauses import head, inside, prose, quotations
from resolint.checks.shared.counting import BLANK, YEAR
from resolint.findings import Hit
from resolint.lexicon import Lexicon, dates, per_lexicon
from resolint.lexicon.dates import month_number, months
from resolint.model import Block, Document
from resolint.regex import lazy
from resolint.rule import Context

_NAMES = rf"[A-Z][\w’.-]+(?:[ ,\xa0]{{1,2}}(?:and{BLANK})?[A-Z][\w’.-]+){{0,3}},?"
_PLACE = rf"(?:{BLANK}(?:in|at|by|virtually){BLANK}(?:the{BLANK})?{_NAMES})?"
_TOLD = lazy(
    r"\b(?:decided|decision|requested|resolution|recall\w*|agreed|adopted|announced|was|were|had|has been|originally"
    r"|postponed|following|since)\b"
)


@per_lexicon
def _moment(lexicon: Lexicon) -> str:
    """A pattern of a day, a month or a year."""
    names = "|".join(months(lexicon))
    return (
        rf"(?:on|from|in|for|during|by){BLANK}(?:(?:the{BLANK})?(?:first|second){BLANK}(?:half|quarter){BLANK}of{BLANK})?"
        rf"(?P<day>\d{{1,2}}{BLANK})?(?:to{BLANK}\d{{1,2}}{BLANK})?(?:(?P<month>{names}){BLANK})?(?P<year>{YEAR})(?![\w/–-])"
    )


@per_lexicon
def _ahead(lexicon: Lexicon) -> re.Pattern[str]:
    return regex.compiled(
        rf"\b(?:to{BLANK}be{BLANK}(?:held|convened|organized|hosted|celebrated|launched|opened)|(?:that|which){BLANK}will{BLANK}(?:be{BLANK}held|take{BLANK}place|be{BLANK}convened)"
        rf"|will{BLANK}(?:be{BLANK}held|take{BLANK}place)|scheduled|planned){_PLACE}{BLANK}{_moment(lexicon)}"
    )


def _over(match: re.Match[str], today: str, lexicon: Lexicon) -> bool:
    """Whether the day, month or year of a match lies before the day of the draft."""
    year = match["year"]
    if not match["month"]:
        return year < today[:4]
    return f"{year}-{month_number(match['month'], lexicon):02}" < today[:7]


def _drafts(document: Document) -> bool:
    return not any("/" in act.number or act.closing for act in document.acts)


@check("OPR035")
def planned_event_over(document: Document, context: Context) -> Iterator[Hit]:
    """*The conference to be held in Lima in 2023* in a draft of 2025."""
    if context.date is None or not _drafts(document):
        return
    for block in prose(document):
        ranges = None
        for match in _ahead(context.lexicon).finditer(block.text, block.lead):
            if not _over(match, context.date, context.lexicon):
                continue
            ranges = quotations(block.text) if ranges is None else ranges
            before = block.text[max(0, match.start() - 200) : match.start()]
            if not _TOLD.search(before.lower()) and not inside(ranges, *match.span()):
                start = (
                    match.start("day")
                    if match["day"]
                    else match.start("month")
                    if match["month"]
                    else match.start("year")
                )
                found = block.text[start : match.end()]
                yield Hit(block.span(start, match.end()), {"found": found, "now": context.date[:4]})


@per_lexicon
def _done(lexicon: Lexicon) -> re.Pattern[str]:
    return regex.compiled(
        rf"\b(?:held|convened|adopted|took{BLANK}place|organized|launched|concluded|signed|celebrated){_PLACE}{BLANK}(?:in|during|on){BLANK}"
        rf"(?P<day>\d{{1,2}}{BLANK})?(?:(?P<month>{'|'.join(months(lexicon))}){BLANK})?(?P<year>{YEAR})(?![\w/–-])"
    )


_FUTURE = lazy(
    r"\b(?:be|being|will|shall|to|if|once|when|until|should|would|may|can|is|are|before|after|those|any|conferences?)\b[^,;]{0,40}$"
)


_SINCE = lazy(
    rf"\b(?:compared{BLANK}(?:with|to){BLANK}[\d,.]+(?:{BLANK}(?:million|billion|per{BLANK}cent))?{BLANK}in|(?:has|have|had|were|was|been){BLANK}[^,;]{{0,60}}since){BLANK}(?P<year>{YEAR})(?![\w/–-])"
)


_WAS_DONE = lazy(
    rf"\b(?:was|were|been|(?:that|which){BLANK}(?:it|they|he|she)){BLANK}"
    rf"(?!(?:scheduled|planned|expected|projected|estimated|requested|invited|needed|required|proposed|allocated|forecast)\b)"
    rf"(?:[a-z]+ed|held|built|made|begun|began|taken|given|sent|spent|paid|set{BLANK}up|found|met)(?:{BLANK}by(?:{BLANK}[a-z]+){{1,3}}?)?{_PLACE}{BLANK}"
    rf"(?:(?:in|during){BLANK}(?:{YEAR}{BLANK}and{BLANK})?|between{BLANK}{YEAR}{BLANK}and{BLANK})(?P<year>{YEAR})(?![\w/–-])"
    rf"|\b[Ii]n{BLANK}(?P<year2>{YEAR}),?{BLANK}(?:only{BLANK})?[^,;:]{{3,60}}?{BLANK}(?:had|were|was|did|received|recorded|replied|died|lost|reached)\b"
    rf"|\b[Ii]n{BLANK}(?P<year3>{YEAR}),{BLANK}the{BLANK}[A-Z][a-z]+{BLANK}[a-z]+ed\b(?!{BLANK}(?:to{BLANK}be|by)\b)"
    rf"|(?<=[a-z])(?<!are)(?<!be)(?<!is){BLANK}(?:counted|carried{BLANK}out|registered|recorded|reported|published|built|completed|collected|surveyed|conducted){BLANK}"
    rf"(?:in|from{BLANK}(?:[A-Z][a-z]+{BLANK})?{YEAR}{BLANK}to{BLANK}(?:[A-Z][a-z]+{BLANK})?|between{BLANK}{YEAR}{BLANK}and){BLANK}?(?P<year4>{YEAR})(?![\w/–-])"
)
_PROMISED = lazy(
    r"\b(?:be|being|will|shall|if|once|when|until|should|would|may|can|could|target|targets|goal|goals|plan|budget|agenda|period|to)\b[^,;]{0,60}$"
)


def _past_in_years_to_come(document: Document, today: str) -> Iterator[Hit]:
    """*160 springs were restored between 2021 and 2036*; *in 2028, only 7 of the 16 countries had a law*."""
    for block in prose(document):
        for match in _WAS_DONE.finditer(block.text, block.lead):
            group = next(name for name in ("year", "year2", "year3", "year4") if match[name])
            if match[group] <= today[:4] or inside(quotations(block.text), *match.span()):
                continue
            if not _PROMISED.search(block.text[max(0, match.start() - 60) : match.start()]):
                values = {"found": match[group], "now": today[:4]}
                yield Hit(block.span(*match.span(group)), values, unsure=group in ("year3", "year4"))


@check("OPR037")
def event_in_year_to_come(document: Document, context: Context) -> Iterator[Hit]:
    """*The conference held in Lima in 2027* in a draft of 2025; days are told by OPR033."""
    told = set()
    for hit in _in_years_to_come(document, context):
        told.add((hit.span.block, hit.span.end))
        yield hit
    yield from (hit for hit in months_foreseen(document, context) if (hit.span.block, hit.span.end) not in told)


def _in_years_to_come(document: Document, context: Context) -> Iterator[Hit]:
    if context.date is None:
        return
    yield from _past_in_years_to_come(document, context.date)
    for block in prose(document):
        for match in _SINCE.finditer(block.text, block.lead):
            if match["year"] > context.date[:4] and not inside(quotations(block.text), *match.span()):
                yield Hit(block.span(*match.span("year")), {"found": match["year"], "now": context.date[:4]})
        for match in _done(context.lexicon).finditer(block.text, block.lead):
            later = match["year"] > context.date[:4]
            if match["day"] or not later or inside(quotations(block.text), *match.span()):
                continue
            if not _FUTURE.search(block.text[max(0, match.start() - 60) : match.start()].replace("conference", "")):
                start = match.start("month") if match["month"] else match.start("year")
                found = block.text[start : match.end()]
                yield Hit(block.span(start, match.end()), {"found": found, "now": context.date[:4]})


_NEAR = 30


@per_lexicon
def _due(lexicon: Lexicon) -> re.Pattern[str]:
    return regex.compiled(
        rf"\b(?:(?:beginning{BLANK}|starting{BLANK}|commencing{BLANK})?in|by|during|[Nn]o{BLANK}later{BLANK}than|[Nn]ot{BLANK}later{BLANK}than"
        rf"|before{BLANK}the{BLANK}end{BLANK}of|by{BLANK}the{BLANK}end{BLANK}of|as{BLANK}from){BLANK}"
        rf"(?P<when>(?:(?P<month>{'|'.join(months(lexicon))}){BLANK})?(?P<year>{YEAR}))(?![\w/–-])"
    )


_ASKED = lazy(
    rf"\bto{BLANK}(?:report|submit|convene|hold|prepare|publish|organize|complete|finalize|establish|conduct|issue|present|launch|brief|inform"
    rf"|observe|be{BLANK}(?:observed|held|convened|celebrated|completed|published|submitted))\b[^;]{{0,120}}$"
)


@check("OPR038")
def year_of_task_over(document: Document, context: Context) -> Iterator[Hit]:
    """*Requests the Secretary-General to submit a report in 2024* in a draft of 2025."""
    if context.date is None:
        return
    for block in _asking(document, context):
        for match in _due(context.lexicon).finditer(block.text, block.lead):
            if not _over(match, context.date, context.lexicon) or match.group().startswith("by "):
                continue
            before = block.text[: match.start()]
            asked = _ASKED.search(before)
            if asked and match["month"] and "ing" not in match[0][:11] and len(asked[0]) > _NEAR:
                continue  # *to hold accountable those who were violent in January 2020*
            if asked and not _TOLD.search(asked.group()) and not inside(quotations(block.text), *match.span()):
                yield Hit(block.span(*match.span("when")), {"found": match["when"], "now": context.date[:4]})


def _asking(document: Document, context: Context) -> Iterator[Block]:
    """The blocks of operative paragraphs that open with one of the verbs of the option ``verbs``.

    Those of adopted acts are none: the document is younger than the text in it.
    """
    verbs = frozenset(context.options["verbs"])
    for act in document.acts:
        if "/" in act.number or act.closing:
            continue
        for clause in act.operative:
            found = head(document, clause, context.lexicon)
            if found is not None and (found.opening.verb in verbs or _AND_ASKS.search(document.text(clause.body))):
                yield from (document.block(block) for inner in clause.walk() for block in inner.blocks)


_AND_ASKS = lazy(r",[ \xa0]and[ \xa0](?:also[ \xa0])?(?:requests|invites|urges|encourages|calls upon|decides)[ \xa0]")
_DUE = lazy(r"\b(?:by|[Nn]o later than|[Nn]ot later than)[ \xa0](?:(?:the end of|mid-?)[ \xa0]?)?$")
_FROM_THEN = lazy(
    r"\b(?:before|(?:beginning|starting|commencing)[ \xa0](?:on|from)|as[ \xa0](?:from|of)|effective"
    r"|with[ \xa0]effect[ \xa0]from)[ \xa0]"
    r"(?:the[ \xa0]end[ \xa0]of[ \xa0])?$"
)
_EXTENDS = lazy(
    r"\bto[ \xa0](?:extend|apply|introduce|expand|increase|raise)\b[^;:.]{0,60},[ \xa0](?:as[ \xa0])?from[ \xa0]$"
)
_TO_ANY = lazy(r"\bto[ \xa0][a-z]+\b[^;]*$")
_BEGINS = lazy(r"\b(?:beginning|starting|commencing)[ \xa0](?:on|from)[ \xa0]$")
_MEETS = lazy(r"\b(?:on|from)[ \xa0](?:[A-Z][a-z]+day,?[ \xa0])?$")
_TO_DO = lazy(
    r"\bto[ \xa0](?:convene|hold|organize|host|submit|report|present|publish|launch|observe|establish|complete|start|begin"
    r"|conclude|transmit|conduct|issue"
    r"|be[ \xa0](?:held|convened|observed|celebrated|launched|organized|published|submitted))\b[^;]*$"
)
"""What is asked for before its day, or on it."""
_DIRECT = lazy(
    r"(?:^|[ \xa0])[Tt]o[ \xa0][a-z]+(?:[ \xa0](?:up|out|down|on|in))?,?[ \xa0]"
    r"(?:by|no later than|not later than)[ \xa0](?:the end of[ \xa0])?$"
)
"""What is asked for stands right before its day: *to set up, by 30 September*."""
_EXTENDED = lazy(
    r"\b(?:extend|renew|prolong|continue)s?\b[^,;:.]{0,120}?"
    r"[ \xa0](?:until|till|to|through|ending(?:[ \xa0]on)?|expiring(?:[ \xa0]on)?)[ \xa0]$"
)
"""What is prolonged has to end after the draft: *to extend the mandate until 31 December 2024*."""
_DONE = lazy(
    r"\b(?:was|were|had|has|have|been|adopted|agreed|decided|(?<!\ba )(?<!new )set(?![ \xa0](?:out|forth|of)\b)"
    r"|established|target|targets|commitment|commitments|goal|goals|as)\b"
)


@check("OPR032")
def deadline_past(document: Document, context: Context) -> Iterator[Hit]:
    """A day by which something is asked for that is before the date of the draft.

    The option ``verbs`` holds the verbs, in their base form, that such a paragraph opens with.
    """
    if context.date is None:
        return
    for block in _asking(document, context):
        ranges = quotations(block.text)
        yield from _years_past(block, ranges, context.date)
        for dated in dates.scan(block.text, context.lexicon):
            first = dated.iso[:10]
            past = len(first) == 10 and first[:4].isdecimal() and first < context.date
            before = block.text[max(0, dated.start - 160) : dated.start]
            if (
                past
                and _is_due(before, whole=first == dated.iso)
                and (_DIRECT.search(before) or not _DONE.search(before))
                and not inside(ranges, dated.start, dated.end)
            ):
                values = {
                    "found": block.text[dated.start : dated.end],
                    "now": dates.words(context.date, context.lexicon),
                }
                yield Hit(block.span(dated.start, dated.end), values)


def _is_due(before: str, *, whole: bool) -> bool:
    """Whether something is asked for a day, or for the several days that are not one ``whole`` date, by the words before it."""
    if whole and (_DUE.search(before) or _EXTENDED.search(before)):
        return True
    if whole and _EXTENDS.search(before) is not None:
        return True
    if _FROM_THEN.search(before) is not None and (_TO_ANY.search(before) or _BEGINS.search(before)):
        return True
    return _MEETS.search(before) is not None and _TO_DO.search(before) is not None


_BY_YEAR = lazy(rf"\bby[ \xa0](?:the[ \xa0]end[ \xa0]of[ \xa0]|the[ \xa0]year[ \xa0])?(?P<year>{YEAR})\b(?![-–/,]\d)")


def _years_past(block: Block, quoted: list[tuple[int, int]], today: str) -> Iterator[Hit]:
    """Years *by* the end of which something is asked, and which are over."""
    for match in _BY_YEAR.finditer(block.text, block.lead):
        before = block.text[max(0, match.start() - 160) : match.start()]
        if match["year"] < today[:4] and not _DONE.search(before) and not inside(quoted, *match.span("year")):
            yield Hit(block.span(*match.span("year")), {"found": match["year"], "now": today[:4]})
