"""Checks on dates, numbers and money."""

from __future__ import annotations

import re
from collections.abc import Iterator

from resolint import regex
from resolint.checks import check
from resolint.checks.shared.clauses import annexed, level, matches, prose
from resolint.checks.shared.counting import longest_first
from resolint.checks.shared.masthead import field_place
from resolint.findings import Edit, Fix, Hit
from resolint.lexicon import Lexicon, dates, per_lexicon
from resolint.lexicon.dates import months
from resolint.lexicon.ordinals import cardinal_word, cardinals, multipliers
from resolint.model import Block, Document
from resolint.regex import lazy
from resolint.rule import Context
from resolint.scan import holders

_B = r"[ \xa0]"
_Y = r"(?:19|20)\d\d"


@per_lexicon
def _dates(lexicon: Lexicon) -> re.Pattern[str]:
    """Dates in every form but the right one, and some in the right one."""
    names, endings = "|".join(months(lexicon)), "|".join(lexicon.grammar.ordinal_endings)
    of = rf"(?:{lexicon.grammar.of}{_B})?"
    return regex.compiled(
        rf"\b(?P<month>{names}){_B}(?P<day>\d{{1,2}})(?:{endings})?,?{_B}(?P<year>{_Y})\b"
        rf"|\b(?:the{_B})?(?P<day2>\d{{1,2}})(?:{endings}){_B}{of}(?P<month2>{names})\b(?:,?{_B}(?P<year2>{_Y})\b)?"
        rf"|\b(?P<day3>\d{{1,2}}){_B}(?P<month3>{names}),{_B}(?P<year3>{_Y})\b"
        rf"|(?<![\d./-])(?P<day4>\d{{1,2}})\.(?P<month4>\d{{1,2}})\.(?P<year4>{_Y})(?![\w/-])"
        rf"|(?<![\d./-])(?P<year5>{_Y})-(?P<month5>\d\d)-(?P<day5>\d\d)(?![\w/-])"
        rf"|(?<![\w./-])\d{{1,2}}/\d{{1,2}}/{_Y}(?![\w/-])"
    )


_SIGNS = (".19", ".20", "/19", "/20", *(f"-{digit}" for digit in range(10)))


@check("NUM004")
def date_form(document: Document, context: Context) -> Iterator[Hit]:
    """Dates in another form than day, month in words, year; in an annex, dates of birth may stand in figures."""
    in_annexes = annexed(document)
    for block, match in matches(document, _dates(context.lexicon), having=(*months(context.lexicon), *_SIGNS)):
        instead = _date(match, context.lexicon)
        if instead is None and block.id in in_annexes:
            continue
        if instead is None:
            yield Hit(
                block.span(*match.span()),
                {"found": match.group(), "instead": "the day, the month in words and the year"},
            )
        elif instead != match.group():
            start, days = _days_before(match, context.lexicon)
            words, instead = block.text[start : match.end()], days + instead
            edit = Edit(block.span(start, match.end()), instead, words)
            fix = Fix("Write the date", (edit,), level(words, instead))
            yield Hit(edit.span, {"found": words, "instead": f"“{instead}”"}, fix)


def _days_before(match: re.Match[str], lexicon: Lexicon) -> tuple[int, str]:
    """Where the list or range begins that a date ends, and its other days as they are written before that date.

    They change form together: *from the 20th to 22nd of May*, *from May 20 to May 22, 2026*.
    """
    found = _led(lexicon).search(match.string, max(0, match.start() - _LED), match.start())
    if found is None or any(int(day) not in range(1, 32) for day in re.findall(r"\d+", found.group())):
        return match.start(), ""
    if month := found["month"]:
        again = "" if month == match["month"] else f" {month}"
        return (found.start(), f"{found['day']}{again}{found['join']}") if match["month"] else (match.start(), "")
    days = _ordinal_day(lexicon).sub(r"\1", found.group())
    return (match.start(), "") if days == found.group() else (found.start(), days)


_LED = 60
"""So far before a date its list is looked for, in characters."""


@per_lexicon
def _led(lexicon: Lexicon) -> re.Pattern[str]:
    """Days, or a month with a day, that end where a date begins."""
    grammar = lexicon.grammar
    names, endings = "|".join(months(lexicon)), "|".join(grammar.ordinal_endings)
    join = rf"{_B}(?:{'|'.join((*grammar.until, grammar.and_, grammar.or_))}){_B}"
    return regex.compiled(
        rf"(?<![\w./-])(?:(?P<month>{names}){_B}(?P<day>\d{{1,2}})(?:{endings})?(?P<join>{join})"
        rf"|(?:(?:the{_B})?\d{{1,2}}(?:{endings})?(?:{join}|,{_B}|{_B}?[-–]{_B}?))+)\Z"
    )


@per_lexicon
def _ordinal_day(lexicon: Lexicon) -> re.Pattern[str]:
    return regex.compiled(rf"(?:\bthe{_B})?\b(\d{{1,2}})(?:{'|'.join(lexicon.grammar.ordinal_endings)})\b")


def _date(match: re.Match[str], lexicon: Lexicon) -> str | None:
    """The date of a match in the form of the United Nations; None where its parts can be read in two ways."""
    parts = {key.rstrip("2345"): value for key, value in match.groupdict().items() if value}
    if not parts:
        return None
    month = parts["month"]
    if month.isdecimal():
        if not 1 <= int(month) <= 12:
            return None
        month = months(lexicon)[int(month) - 1]
    if not 1 <= int(parts["day"]) <= 31:
        return None
    return " ".join(filter(None, (str(int(parts["day"])), month, parts.get("year", ""))))


@check("NUM013")
def impossible_day(document: Document, context: Context) -> Iterator[Hit]:
    """Days that are in no calendar (*31 April*), and spans that run backwards, in the masthead, the text and in notes."""
    notes = (block for note in document.footnotes for block in note.blocks)
    place = field_place(document, "date")
    head = () if place is None else (document.block(place.block),)
    dated = holders(document, (*months(context.lexicon), *dates.unmistakable(context.lexicon)))
    for block in (*head, *prose(document), *notes) if dated else ():
        if block.id in dated:
            for start, end, why in dates.impossible(block.text, context.lexicon):
                yield Hit(block.span(start, end), {"found": block.text[start:end], "why": why})


@per_lexicon
def _range(lexicon: Lexicon) -> re.Pattern[str]:
    return regex.compiled(
        rf"(?P<lead>(?:from|on|between){_B})?(?P<low>\d{{1,2}}){_B}?[-–]{_B}?(?P<high>\d{{1,2}}){_B}"
        rf"(?P<month>{'|'.join(months(lexicon))})\b"
    )


@check("NUM005")
def date_range(document: Document, context: Context) -> Iterator[Hit]:
    """Spans of days joined by a dash in the text (*on 22–23 September*)."""
    for block, match in matches(document, _range(context.lexicon), having=months(context.lexicon)):
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


_THINGS = (
    "days|weeks|months|years|members|countries|regions|meetings|sessions|experts|projects|reports|languages|centres"
    "|offices|consultations|workshops|posts|persons|people|organizations|institutions|commissions|committees"
    "|conventions|protocols"
)
_UNITS = (
    r"per|million|billion|thousand|degrees|abstentions|posts|dollars|votes|euros|hectares|acres|kilo\w+|tons|tonnes|cubic|square"
    r"|nautical|miles|inches|feet|knots|hours|minutes|seconds|points|cents|gross|times|sections|percentage"
    r"|(?:milli|centi|micro|nano|mega|giga|tera)?(?:litres|metres|grams|watts|volts|tonnes|joules|hertz|bytes)"
)
"""Words behind which, or before which, a figure stays."""
_LOOSE = lazy(
    rf"(?P<number>[2-9])(?<![\w/.,–$-][2-9]){_B}(?!(?:{_UNITS})\b)(?:[a-z-]{{3,20}}{_B}(?!(?:{_UNITS})\b))?"
    rf"(?:(?:{_THINGS})|[a-z]{{3,20}}(?<![sui])s)\b(?!{_B}of{_B}age)"
)
_BEFORE = lazy(
    r"(?<!\d )(?<!\d)\b(?!(?:paragraphs?|articles?|sections?|annex|annexes|items?|phases?|goals?|targets?|tables?|figures?"
    r"|chapters?|parts?|versions?|levels?|rules?|options?|category|categories|class|classes|groups?|grades?|types?|tiers?|stages?|steps?|pages?|schedules?"
    r"|protocols?|principles?|pillars?|resolutions?|decisions?|days?|years?|numbers?|columns?|rows?|lines?|zones?|clusters?|no"
    r"|regulations?|operative|subparagraphs?|actions?|above|areas?|sectors?|tasks?|outputs?)[ \xa0])[a-z]{2,20}[ \xa0]$"
)


@per_lexicon
def _words(lexicon: Lexicon) -> re.Pattern[str]:
    large = longest_first(word for word, value in cardinals(lexicon).items() if 10 <= value < 100)
    led = "".join(f"(?<!{word} and )" for word in multipliers(lexicon))
    small = longest_first(word for word, value in cardinals(lexicon).items() if value < 10)
    return regex.compiled(
        rf"(?<![-\w]){led}(?P<number>{large}){_B}(?!{small}\b)(?={_THINGS}|States\b|Member{_B}States"
        rf"|or{_B}(?:more|fewer|less)\b"
        rf"|(?!(?:{'|'.join(multipliers(lexicon))}|per|times)\b)(?:[a-z-]{{3,20}}{_B})?[a-z]{{3,20}}(?<![sui])s\b)"
    )


@check("NUM001")
def small_number(document: Document, context: Context) -> Iterator[Hit]:
    """Numbers below 10 in figures and numbers from 10 on in words, before things that are counted."""
    words = context.lexicon
    tens = tuple(cardinal_word(number, words) for number in (*range(10, 20), *range(20, 100, 10)))
    for block, match in matches(document, _words(words), having=tens):
        yield _number(block, match.start(), match["number"], str(cardinals(words)[match["number"]]))
    for block, match in matches(document, _led_words(words), having=tens):
        yield _number(block, match.start("number"), match["number"], str(cardinals(words)[match["number"]]))
    for block, match in matches(document, _ONE, having=(" 1 ", "\xa01 ", " 1\xa0")):
        yield _number(block, match.start("number"), match["number"], _one(match, words))
    for block in _with_digits(document):
        for match in _LOOSE.finditer(block.text):
            if _BEFORE.search(block.text, max(0, match.start() - 22), match.start()) and not _series(block.text, match):
                yield _number(block, match.start(), match["number"], cardinal_word(int(match["number"]), words))


_ONE = lazy(
    rf"\b(?:least|only|than|that|about|some|nearly|every|and|or|to|of|with|contribute|appoint|provide){_B}"
    rf"(?P<number>1{_B}(?:in|of|out{_B}of){_B}(?:every{_B})?(?:[2-9]|10)(?![\d,./])|1(?={_B}[a-z]{{4,}}\b)(?!{_B}(?:{_UNITS}|per|to|and|or|of|in)\b))"
)


def _one(match: re.Match[str], lexicon: Lexicon) -> str:
    """*One in four* for *1 in 4*."""
    return re.sub(r"\d+", lambda found: cardinal_word(int(found[0]), lexicon), match["number"])


@per_lexicon
def _led_words(lexicon: Lexicon) -> re.Pattern[str]:
    """*At least ten launch opportunities*: whatever is counted, behind words that lead to a number."""
    large = longest_first(word for word, value in cardinals(lexicon).items() if 10 <= value < 100)
    return regex.compiled(
        rf"\b(?:at{_B}least|at{_B}most|up{_B}to|more{_B}than|fewer{_B}than|less{_B}than|nearly|some|over){_B}(?P<number>{large}){_B}"
        rf"(?!(?:{_THINGS}|States|Member|{'|'.join(multipliers(lexicon))}|per)\b)(?:[a-z-]{{3,20}}{_B})?[a-z]{{3,20}}(?<![sui])s\b"
    )


def _with_digits(document: Document) -> Iterator[Block]:
    seen = set()
    for block, _ in matches(document, _LOOSE):
        if block.id not in seen:
            seen.add(block.id)
            yield block


_CROSS = lazy(r"[Pp]aragraphs?[ \xa0]\d{1,3}(?:[ \xa0]\([a-z]\))?(?![\d(])")
"""A reference to a paragraph of the text, which counts nothing."""
_DATED = lazy(r"\b(?:\d{1,2}[ \xa0][A-Z][a-z]{2,8}[ \xa0])?(?:19|20)\d\d\b|\d{1,3}/\d{1,3}[A-Z]?\b")
"""A date, a year and the number of a resolution count nothing either."""


def _series(text: str, match: re.Match[str]) -> bool:
    """Whether another figure stands near: in a series the largest number sets the form."""
    near = text[max(0, match.start() - 60) : match.start()] + text[match.end() : match.end() + 60]
    return bool(re.search(r"\d", _DATED.sub("", _CROSS.sub("", near))))


def _number(block: Block, start: int, words: str, instead: str) -> Hit:
    span = block.span(start, start + len(words))
    fix = Fix(f"Write “{instead}”", (Edit(span, instead, words),), "suggest")
    return Hit(span, {"found": words, "instead": instead}, fix)


_THOUSANDS = lazy(
    # A look behind comes after the first figure, because what begins with a figure is found many times faster.
    r"[1-9](?:(?<![\w/.,–$:-][1-9])\d{4,6}(?![\w/.-]|,\d)"
    r"|(?<![\w/.,–$-][1-9])\d{0,2}(?:[ \xa0\u202f]\d{3}){1,6}(?![\w/.-]|,\d)"
    r"|(?<![\w/.,–-][1-9])\d{0,2}(?:(?:[.’']\d{3}){2,6}|[.’']000)(?![\w/-]|[.,’']\d))"
)
_FOUR = lazy(
    r"(?<![\w/.,–$:()-])(?<!\b[A-Z][A-Za-z] )(?P<figure>[3-9]\d{3}"
    r"|(?:(?<=than )|(?<=over )|(?<=some )|(?<=about )|(?<=nearly )|(?<=almost )|(?<=least ))(?:1[0-8]|2[2-9])\d{2})"
    r"(?=[ \xa0](?:[a-z]{4,}[ \xa0])?(?:people|persons|women|men|children|[a-z]{3,}[a-rt-z]s)\b)"
)
_SPACED = lazy(r"\d{1,3}(?:[ \xa0\u202f]\d{3})+")
_SERIAL = lazy(r"\b(?:Nos?\.|E\.O\.|[Nn]umbers?|Orders?|box|codes?|accounts?)[ \xa0]")


@check("NUM002")
def thousands(document: Document, context: Context) -> Iterator[Hit]:
    """Figures of five digits and more without a comma, or with blanks, points or apostrophes, between the thousands."""
    for block, match in matches(document, _FOUR):
        instead = f"{int(match['figure']):,}"
        span = block.span(*match.span("figure"))
        fix = Fix(f"Write “{instead}”", (Edit(span, instead, match["figure"]),), "safe")
        yield Hit(span, {"found": match["figure"], "instead": instead}, fix)
    for block, match in matches(document, _THOUSANDS):
        glued = block.text[max(0, match.start() - 11) : match.start()].rstrip(" \xa0").endswith(months(context.lexicon))
        if glued or _SERIAL.search(block.text, max(0, match.start() - 80), match.start()):
            continue
        if block.cell is not None and _SPACED.fullmatch(match.group()):
            continue  # tables of the Organization part thousands by blanks
        digits = re.sub(r"\D", "", match.group())
        instead = f"{int(digits):,}"
        edit = Edit(block.span(*match.span()), instead, match.group())
        yield Hit(
            block.span(*match.span()),
            {"found": match.group(), "instead": instead},
            Fix(f"Write “{instead}”", (edit,), "safe"),
        )
