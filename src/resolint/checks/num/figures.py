"""Checks on dates, numbers and money."""

from __future__ import annotations

import re
from collections.abc import Iterator

from resolint.checks import check
from resolint.checks.shared.clauses import level, matches, prose
from resolint.citation import dates
from resolint.citation.ordinals import CARDINALS, TENS
from resolint.findings import Edit, Fix, Hit
from resolint.model import Block, Document
from resolint.regex import lazy
from resolint.rule import Context

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_NAMES = "|".join(MONTHS)
_MONTH = f"(?P<month>{_NAMES})"
_B = r"[ \xa0]"
_Y = r"(?:19|20)\d\d"
_DATES = lazy(
    rf"\b{_MONTH}{_B}(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?{_B}(?P<year>{_Y})\b"
    rf"|\b(?:the{_B})?(?P<day2>\d{{1,2}})(?:st|nd|rd|th){_B}(?:of{_B})?(?P<month2>{_NAMES})\b(?:,?{_B}(?P<year2>{_Y})\b)?"
    rf"|\b(?P<day3>\d{{1,2}}){_B}(?P<month3>{_NAMES}),{_B}(?P<year3>{_Y})\b"
    rf"|(?<![\d./-])(?P<day4>\d{{1,2}})\.(?P<month4>\d{{1,2}})\.(?P<year4>{_Y})(?![\w/-])"
    rf"|(?<![\d./-])(?P<year5>{_Y})-(?P<month5>\d\d)-(?P<day5>\d\d)(?![\w/-])"
    rf"|(?<![\w./-])\d{{1,2}}/\d{{1,2}}/{_Y}(?![\w/-])"
)

_DATE_SIGNS = (*MONTHS, ".19", ".20", "/19", "/20", *(f"-{digit}" for digit in range(10)))


@check("NUM004")
def date_form(document: Document, context: Context) -> Iterator[Hit]:
    """Dates in another form than day, month in words, year."""
    for block, match in matches(document, _DATES, having=_DATE_SIGNS):
        words = match.group()
        instead = _date(match)
        if instead is None:
            yield Hit(block.span(*match.span()), {"found": words, "instead": "12 March 2024"})
        elif instead != words:
            edit = Edit(block.span(*match.span()), instead, words)
            fix = Fix("Write the date", (edit,), level(words, instead))
            yield Hit(edit.span, {"found": words, "instead": instead}, fix)


def _date(match: re.Match[str]) -> str | None:
    """The date of a match in the form of the United Nations; None where its parts can be read in two ways."""
    parts = {key.rstrip("2345"): value for key, value in match.groupdict().items() if value}
    if not parts:
        return None
    month = parts["month"]
    if month.isdecimal():
        if not 1 <= int(month) <= 12:
            return None
        month = MONTHS[int(month) - 1]
    if not 1 <= int(parts["day"]) <= 31:
        return None
    return " ".join(filter(None, (str(int(parts["day"])), month, parts.get("year", ""))))


@check("NUM013")
def impossible_day(document: Document, context: Context) -> Iterator[Hit]:
    """Days that are in no calendar (*31 April*), and spans that run backwards, in the text and in notes."""
    notes = (block for note in document.footnotes for block in note.blocks)
    for block in (*prose(document), *notes):
        if any(month in block.text for month in MONTHS):
            for start, end, why in dates.impossible(block.text):
                yield Hit(block.span(start, end), {"found": block.text[start:end], "why": why})


_RANGE = lazy(rf"(?P<lead>(?:from|on|between){_B})?(?P<low>\d{{1,2}}){_B}?[-–]{_B}?(?P<high>\d{{1,2}}){_B}{_MONTH}\b")


@check("NUM005")
def date_range(document: Document, context: Context) -> Iterator[Hit]:
    """Spans of days joined by a dash in the text (*on 22–23 September*)."""
    for block, match in matches(document, _RANGE, having=MONTHS):
        low, high = int(match["low"]), int(match["high"])
        lead = (match["lead"] or "").strip(" \xa0")
        if high <= low or not lead:
            continue
        joined = f"{low} and {high}" if high == low + 1 else f"{low} to {high}"
        lead = "on" if high == low + 1 else "from"
        instead = f"{lead} {joined} {match['month']}"
        edit = Edit(block.span(*match.span()), instead, match.group())
        fix = Fix(f"Write “{instead}”", (edit,), "suggest")
        yield Hit(block.span(*match.span()), {"found": match.group(), "instead": instead}, fix)


_SMALL, _TEENS = CARDINALS[1:9], CARDINALS[9:]
_VALUES = {
    **{word: value for value, word in enumerate(CARDINALS, 1)},
    **{word: value * 10 for value, word in enumerate(TENS, 2)},
}
_THINGS = (
    "days|weeks|months|years|members|countries|regions|meetings|sessions|experts|projects|reports|languages|centres"
    "|offices|consultations|workshops|posts|persons|people|organizations|institutions|commissions|committees"
    "|conventions|protocols"
)
_LOOSE = lazy(rf"(?P<number>[2-9])(?<![\w/.,–$-][2-9]){_B}(?:working{_B})?(?:{_THINGS})\b(?!{_B}of{_B}age)")
_BEFORE = lazy(
    r"\b(?:and|or|to|by|least|than|about|some|every|of|from|the|next|last|within|for|in|into|all|these|their)[ \xa0]$"
)
_WORDS = lazy(
    rf"(?<![-\w])(?P<tens>{'|'.join((*_TEENS, *TENS))})(?:-(?P<ones>one|{'|'.join(_SMALL)}))?{_B}"
    rf"(?={_THINGS}|States\b|Member{_B}States)"
)


@check("NUM001")
def small_number(document: Document, context: Context) -> Iterator[Hit]:
    """Numbers below 10 in figures and numbers from 10 on in words, before things that are counted."""
    for block, match in matches(document, _WORDS, having=(*_TEENS, *TENS)):
        value = _VALUES[match["tens"]] + (_VALUES[match["ones"]] if match["ones"] else 0)
        words = block.text[match.start() : match.end()].rstrip(" \xa0")
        yield _number(block, match.start(), words, str(value))
    for block in _with_digits(document):
        for match in _LOOSE.finditer(block.text):
            if _BEFORE.search(block.text, max(0, match.start() - 10), match.start()) and not _series(block.text, match):
                yield _number(block, match.start(), match["number"], _SMALL[int(match["number"]) - 2])


def _with_digits(document: Document) -> Iterator[Block]:
    seen = set()
    for block, _ in matches(document, _LOOSE):
        if block.id not in seen:
            seen.add(block.id)
            yield block


def _series(text: str, match: re.Match[str]) -> bool:
    """Whether another figure stands near: in a series the largest number sets the form."""
    near = text[max(0, match.start() - 60) : match.start()] + text[match.end() : match.end() + 60]
    return bool(re.search(r"\d", near))


def _number(block: Block, start: int, words: str, instead: str) -> Hit:
    span = block.span(start, start + len(words))
    fix = Fix(f"Write “{instead}”", (Edit(span, instead, words),), "suggest")
    return Hit(span, {"found": words, "instead": instead}, fix)


_THOUSANDS = lazy(
    # A look behind comes after the first figure, because what begins with a figure is found many times faster.
    r"[1-9](?:(?<![\w/.,–$:-][1-9])\d{4,6}(?![\w/.-]|,\d)"
    r"|(?<![\w/.,–$-][1-9])\d{0,2}(?:[ \xa0\u202f]\d{3}){1,6}(?![\w/.-]|,\d))"
)
_GLUED = lazy(rf"(?:{_NAMES})[ \xa0]$")
_SERIAL = lazy(r"\b(?:Nos?\.|E\.O\.|[Nn]umbers?|Orders?|box|codes?|accounts?)[ \xa0]")


@check("NUM002")
def thousands(document: Document, context: Context) -> Iterator[Hit]:
    """Figures of five digits and more without a comma, or with blanks, between the thousands."""
    for block, match in matches(document, _THOUSANDS):
        glued = _GLUED.search(block.text, max(0, match.start() - 11), match.start())
        if glued or _SERIAL.search(block.text, max(0, match.start() - 80), match.start()):
            continue
        digits = re.sub(r"\D", "", match.group())
        instead = f"{int(digits):,}"
        edit = Edit(block.span(*match.span()), instead, match.group())
        yield Hit(
            block.span(*match.span()),
            {"found": match.group(), "instead": instead},
            Fix(f"Write “{instead}”", (edit,), "safe"),
        )
