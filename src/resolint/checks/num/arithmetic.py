"""Checks that calculate: weekdays, ranges, announced counts, percentages, anniversaries, decades and periods."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from resolint import regex
from resolint.checks import check
from resolint.checks.num.periods import periods_wrong
from resolint.checks.num.spans import amounts_backwards, lengths_wrong
from resolint.checks.shared.counting import (
    BLANK,
    YEAR,
    any_cardinal,
    any_ordinal,
    cardinal_value,
    cardinal_words,
    in_texts,
)
from resolint.findings import Hit
from resolint.lexicon import Lexicon, per_lexicon
from resolint.lexicon.dates import days_in, month_number, months, short_months, weekdays
from resolint.lexicon.names import names as names_of
from resolint.lexicon.ordinals import ordinal_value
from resolint.model import Clause, Document
from resolint.regex import lazy
from resolint.rule import Context


@per_lexicon
def _dated_weekday(lexicon: Lexicon) -> re.Pattern[str]:
    names = "|".join((*months(lexicon), *short_months(lexicon)))
    days, endings = "|".join(weekdays(lexicon)), "|".join(lexicon.grammar.ordinal_endings)
    of = rf"(?:{lexicon.grammar.of}{BLANK})?"
    return regex.compiled(
        rf"\b(?P<weekday>{days}),?{BLANK}(?:the{BLANK})?"
        rf"(?:(?P<day>\d{{1,2}})(?:{endings})?{BLANK}{of}(?P<month>{names})"
        rf"|(?P<month2>{names}){BLANK}(?P<day2>\d{{1,2}})(?:{endings})?)"
        rf"(?:,?{BLANK}(?P<year>{YEAR})\b"
        rf"|(?=,?{BLANK}(?:to|and|or|until){BLANK}(?:(?:{days}),?{BLANK})?\d{{1,2}}{BLANK}(?:{names}){BLANK}(?P<year2>{YEAR})\b))"
    )


@check("NUM014")
def weekday_wrong(document: Document, context: Context) -> Iterator[Hit]:
    """A day of the week that is not that of the date beside it."""
    lexicon = context.lexicon
    names = weekdays(lexicon)
    for block, match in in_texts(document, _dated_weekday(lexicon), having=names, quoted=True):
        day, year = int(match["day"] or match["day2"]), int(match["year"] or match["year2"])
        month = month_number(match["month"] or match["month2"], lexicon)
        if not 1 <= day <= days_in(year, month):
            continue
        right = datetime.date(year, month, day).weekday()
        if right != names.index(match["weekday"]):
            date = block.text[match.end("weekday") : match.end()].lstrip("., \xa0")
            yield Hit(block.span(*match.span()), {"found": match.group(), "date": date, "right": names[right]})


_YEARS = lazy(
    rf"(?<![\w/.–-])(?P<low>{YEAR}){BLANK}?[–-]{BLANK}?(?P<high>{YEAR})(?![\w/–-])"
    rf"|\bfrom{BLANK}(?P<low2>{YEAR}){BLANK}(?:to|until){BLANK}(?P<high2>{YEAR})(?![\w/–-])"
    rf"|\bbetween{BLANK}(?P<low3>{YEAR}){BLANK}and{BLANK}(?P<high3>{YEAR})(?![\w/–-])"
)
_NUMBERS = lazy(
    rf"\b(?:[Ss]ub-?paragraphs|[Pp]aragraphs|[Aa]rticles|[Rr]ules|[Rr]egulations|[Pp]rinciples|[Cc]hapters|[Ss]ections|[Ii]tems"
    rf"|[Gg]oals|[Tt]argets|[Pp]ages)"
    rf"{BLANK}(?:from{BLANK})?(?P<low>\d{{1,3}})(?:{BLANK}?[–-]{BLANK}?|{BLANK}to{BLANK})(?P<high>\d{{1,3}})(?![\w(/.–-]\w|%)"
)
_TWO_YEARS = lazy(
    rf"\bfrom{BLANK}[^;:.]{{1,60}}?{BLANK}in{BLANK}(?P<low>{YEAR}){BLANK}to{BLANK}[^;:.]{{1,60}}?{BLANK}in{BLANK}(?P<high>{YEAR})(?![\w/–-])"
)


@per_lexicon
def _two_days(lexicon: Lexicon) -> re.Pattern[str]:
    """*On 12 and 11 May*, *from Monday, 14 June, to Friday, 11 June*."""
    names, week = "|".join(months(lexicon)), "|".join(weekdays(lexicon))
    return regex.compiled(
        rf"(?<=\bon{BLANK})(?P<low>\d{{1,2}}){BLANK}and{BLANK}(?P<high>\d{{1,2}}){BLANK}(?:{names})\b"
        rf"|\bfrom{BLANK}(?:{week}),?{BLANK}(?P<low2>\d{{1,2}})(?:{BLANK}(?P<month>{names}))?,?{BLANK}to{BLANK}(?:{week}),?{BLANK}"
        rf"(?P<high2>\d{{1,2}}){BLANK}(?(month)(?P=month)|(?:{names}))\b"
    )


_YEAR_SIGNS = tuple(
    f"{joint}{century}" for joint in ("–", "-", "– ", "- ", "to ", "and ", "until ") for century in (19, 20)
)
_NUMBERED = (
    "aragraphs", "rticles", "ules", "egulations", "rinciples", "hapters", "ections", "tems", "oals", "argets", "ages",
)  # fmt: skip


@check("NUM015")
def range_backwards(document: Document, context: Context) -> Iterator[Hit]:
    """Ranges that end before they begin (*2030–2025*, *paragraphs 9 to 5*, *from 3 in 2025 to 4 in 2015*)."""
    rows = (
        (_YEARS, _YEAR_SIGNS),
        (_TWO_YEARS, (" in 19", " in 20")),
        (_NUMBERS, _NUMBERED),
        (
            _two_days(context.lexicon),
            (*(f"on {day}" for day in range(1, 10)), *(f"from {day}" for day in weekdays(context.lexicon))),
        ),
    )
    for pattern, having in rows:
        for block, match in in_texts(document, pattern, having=having, quoted=True):
            parts = {
                key.rstrip("23"): int(value) for key, value in match.groupdict().items() if value and value.isdecimal()
            }
            if parts["low"] > parts["high"]:
                start = match.start("low") if pattern is _TWO_YEARS else match.start()
                yield Hit(block.span(start, match.end()), {"found": block.text[start : match.end()]})
    yield from amounts_backwards(document, context)


@per_lexicon
def _announced(lexicon: Lexicon) -> re.Pattern[str]:
    number = any_cardinal(lexicon)
    return regex.compiled(
        rf"\bthe{BLANK}(?:following{BLANK}(?P<number>{number})|(?P<number2>{number}){BLANK}following)"
        rf"(?P<what>(?:{BLANK}[a-z-]{{2,30}}){{1,4}})[^.;:]{{0,200}}:\s*$"
        rf"|\bthe{BLANK}(?P<number3>{number})(?:{BLANK}[a-z-]{{2,20}}){{1,3}}{BLANK}"
        rf"(?:set out|listed|set forth|given|described){BLANK}below:\s*$"
        rf"|\ba{BLANK}(?P<number4>{number})-(?:level|step|phase|part|stage|tier|point|pronged)\b[^.;:]{{0,200}}?\b(?:as{BLANK}follows|following[^.;:]{{0,60}}):\s*$",
        re.IGNORECASE,
    )


@check("NUM016")
def announced_count_wrong(document: Document, context: Context) -> Iterator[Hit]:
    """*The following three measures:* before a list of another number of items, or of things where each item counts its own."""
    for _, clause in document.clauses():
        items = _items(clause)
        if items < 2:
            continue
        # *Three targets: 50 per cent of …; 25 …* are three, *five posts: One officer; Four drivers* are five.
        counted = _counted_in(document, clause, context.lexicon) or items
        block = document.block(clause.blocks[-1] if clause.blocks else clause.body.block)
        match = _announced(context.lexicon).search(block.text, block.lead)
        if match is None:
            continue
        group = next(name for name in ("number", "number2", "number3", "number4") if match[name])
        number = match[group]
        if cardinal_value(number, context.lexicon) not in (None, 1, items, counted):
            yield Hit(block.span(*match.span(group)), {"found": number, "count": str(items)})


def _items(clause: Clause) -> int:
    """How many items a list has; 0 where some have numbers and some have none, and nobody can tell."""
    numbered = sum(1 for child in clause.children if child.number)
    return numbered if numbered == len(clause.children) else 0


@per_lexicon
def _own_count(lexicon: Lexicon) -> re.Pattern[str]:
    return regex.compiled(rf"\W*(?P<number>{any_cardinal(lexicon)}|\d{{1,3}})(?={BLANK}[A-Za-z])", re.IGNORECASE)


def _counted_in(document: Document, clause: Clause, lexicon: Lexicon) -> int:
    """The sum of what the items of a list count (*One officer; Three assistants*), 0 where one of them counts nothing."""
    total = 0
    for child in clause.children:
        match = _own_count(lexicon).match(document.text(child.body))
        value = cardinal_value(match["number"], lexicon) if match else None
        if value is None:
            return 0
        total += value
    return total


_SHARE = lazy(
    rf"(?<![\d.,])(?P<number>\d{{3,4}}(?:\.\d{{1,2}})?){BLANK}?(?:per{BLANK}cent|percent|%){BLANK}of{BLANK}"
    rf"(?:all{BLANK}|the{BLANK}|its{BLANK}|their{BLANK}|our{BLANK}|these{BLANK}|those{BLANK})?"
    rf"(?:(?:world|world[’']s|global|total|rural|urban|entire|whole|young|older|poor|Member|displaced|school-age){BLANK}){{0,2}}"
    r"(?:population|people|persons|women|men|girls|boys|children|youth|adults|households|families|States|countries|members"
    r"|schools|victims|refugees|migrants|species|land|territory|surface|area|areas|participants|respondents|pupils"
    r"|students|villages|towns|cities|voters|workers|patients|cases|deaths|posts|seats|farmers|forests)\b"
)


@check("NUM017")
def share_above_whole(document: Document, context: Context) -> Iterator[Hit]:
    """More than 100 per cent of people or things that can only be had whole."""
    for block, match in in_texts(document, _SHARE, having=("per", "%")):
        if float(match["number"]) > 100:
            yield Hit(block.span(*match.span()), {"found": match.group()})


@per_lexicon
def _anniversary(lexicon: Lexicon) -> re.Pattern[str]:
    return regex.compiled(
        rf"\b(?P<ordinal>{any_ordinal(lexicon)}){BLANK}anniversary\b(?P<of>{BLANK}of\b)?", re.IGNORECASE
    )


_A_YEAR = lazy(rf"(?<![\w/.–-])(?<!since )(?<!after )(?<!to the Year ){YEAR}(?![\w/–-])")
_APART = lazy(r"[;:]|, (?:and|as well as|while|which|recalling|noting|including|in particular) | and [a-z]{2,20}ing ")


@check("NUM018")
def anniversary_wrong(document: Document, context: Context) -> Iterator[Hit]:
    """An anniversary that does not fall into the year said, counted from the year of the event said."""
    for block, match in in_texts(document, _anniversary(context.lexicon), having=("anniversary", "Anniversary")):
        count = ordinal_value(match["ordinal"], context.lexicon)
        if count is None or not match["of"]:
            continue
        text = block.text
        before = max((cut.end() for cut in _APART.finditer(text, 0, match.start())), default=0)
        following = _APART.search(text, match.end())
        after = min(following.start() if following else len(text), match.end() + 160)
        held = [found.group() for found in _A_YEAR.finditer(text, max(before, match.start() - 60), match.start())]
        began = [found.group() for found in _A_YEAR.finditer(text, match.end(), after)]
        if len(held) == 1 and len(began) == 1 and began[0] < held[0] and int(held[0]) - int(began[0]) != count:
            values = {"found": match.group(), "began": began[0], "right": str(int(began[0]) + count)}
            yield Hit(block.span(match.start(), match.end("ordinal") + len(" anniversary")), values)


_PERIODS = {"decade": 10, "biennium": 2, "triennium": 3, "quadrennium": 4}


@per_lexicon
def _period(lexicon: Lexicon) -> re.Pattern[str]:
    return regex.compiled(
        rf"\b(?P<word>[Dd]ecade|biennium|triennium|quadrennium)(?:{BLANK}(?:of{BLANK})?|,{BLANK}|{BLANK}\()"
        rf"(?P<low>{YEAR}){BLANK}?[–-]{BLANK}?(?P<high>{YEAR})(?![\w/–-])"
        rf"|\b(?P<decade>Decade){BLANK}(?:of|for|on|against|to)\b[^;:()\d]{{1,120}}?(?:{BLANK}\(|,{BLANK}|{BLANK})"
        rf"(?P<low2>{YEAR}){BLANK}?[–-]{BLANK}?(?P<high2>{YEAR})(?![\w/–-])"
        # Only capitals and small joints stand between the period and its name.
        rf"|\b(?:period{BLANK}(?P<low3>{YEAR}){BLANK}?[–-]{BLANK}?(?P<high3>{YEAR})"
        rf"|from{BLANK}1{BLANK}{months(lexicon)[0]}{BLANK}(?P<low4>{YEAR}){BLANK}to{BLANK}31{BLANK}{months(lexicon)[-1]}{BLANK}(?P<high4>{YEAR}))"
        rf"{BLANK}(?:as{BLANK})?the{BLANK}(?:[A-Z][a-z]+{BLANK}){{0,4}}(?P<name>Decade)\b"
    )


@per_lexicon
def _years_period(lexicon: Lexicon) -> re.Pattern[str]:
    return regex.compiled(
        rf"\b(?P<number>{any_cardinal(lexicon)})-year{BLANK}(?:[a-z]+{BLANK}){{0,2}}(?:for{BLANK}|of{BLANK})?(?:the{BLANK})?"
        rf"(?:period{BLANK}|years{BLANK})?(?:\(|from{BLANK})?(?P<low>{YEAR})(?:{BLANK}?[–-]{BLANK}?|{BLANK}(?:to|through|until){BLANK})(?P<high>{YEAR})(?![\w/–-])"
    )


@check("NUM019")
def period_length_wrong(document: Document, context: Context) -> Iterator[Hit]:
    """A decade, biennium or *five-year* period whose years are more or fewer.

    The option ``known`` holds the decades that were proclaimed with another number of years.
    """
    known = frozenset(context.options.get("known", ()))
    for block, match in in_texts(document, _period(context.lexicon), having=("ecade", "ennium"), quoted=True):
        first = next(name for name in ("low", "low2", "low3", "low4") if match[name])
        last = first.replace("low", "high")
        low, high = int(match[first]), int(match[last])
        word = (match["word"] or match["decade"] or match["name"]).lower()
        if f"{low}–{high}" not in known and 0 < high - low != _PERIODS[word] - 1:
            yield Hit(
                block.span(match.start(first), match.end(last)),
                {"found": word, "years": str(high - low + 1), "range": f"{low}–{high}"},
            )
    told = set()
    for block, match in in_texts(document, _years_period(context.lexicon), having=("-year",), quoted=True):
        low, high = int(match["low"]), int(match["high"])
        count = cardinal_value(match["number"], context.lexicon)
        if count is not None and high > low and high - low not in (count - 1, count):
            values = {
                "found": f"{match['number']}-year period",
                "years": str(high - low + 1),
                "range": f"{low}–{high}",
            }
            told.add((block.id, match.end()))
            yield Hit(block.span(match.start("number"), match.end()), values)
    yield from _days(document, context.lexicon)
    for hit in (*periods_wrong(document, context), *lengths_wrong(document, context)):
        if (hit.span.block, hit.span.end) not in told:
            told.add((hit.span.block, hit.span.end))
            yield hit


@per_lexicon
def _days_meeting(lexicon: Lexicon) -> re.Pattern[str]:
    names, week = "|".join(months(lexicon)), rf"(?:(?:{'|'.join(weekdays(lexicon))}),?{BLANK})?"
    return regex.compiled(
        rf"\b(?P<number>{any_cardinal(lexicon)})-day\b[^;.]{{3,160}}?\bfrom{BLANK}{week}(?P<low>\d{{1,2}})(?:{BLANK}(?P<first>{names}))?,?"
        rf"{BLANK}to{BLANK}{week}(?P<high>\d{{1,2}}){BLANK}(?P<month>{names}){BLANK}(?P<year>{YEAR})\b"
    )


def _days(document: Document, lexicon: Lexicon) -> Iterator[Hit]:
    """*A six-day workshop, to be held from 4 to 8 September 2028*."""
    for block, match in in_texts(document, _days_meeting(lexicon), having=("-day ",)):
        year, last = int(match["year"]), month_number(match["month"], lexicon)
        first = month_number(match["first"], lexicon) if match["first"] else last
        low, high = int(match["low"]), int(match["high"])
        if not (1 <= low <= days_in(year, first) and 1 <= high <= days_in(year, last)):
            continue
        days = (datetime.date(year, last, high) - datetime.date(year, first, low)).days + 1
        if days > 0 and cardinal_value(match["number"], lexicon) != days:
            values = {"found": f"{match['number']}-day meeting", "range": block.text[match.start("low") : match.end()]}
            yield Hit(block.span(match.start("number"), match.end("number")), {**values, "years": str(days)})


_NAMED = r"[A-Z][\w’'-]*+(?:[ \xa0](?:(?:of|the|de)[ \xa0])?[A-Z][\w’'-]*+){0,4}"
_FIGURE = r"(?:\d{1,4}(?:,\d{3})*(?:\.\d{1,2})?)"
_RESPECTIVELY = lazy(
    rf"(?<![\w’'-])(?P<names>{_NAMED}(?:,[ \xa0]{_NAMED}){{0,8}},?[ \xa0]and[ \xa0]{_NAMED}),?[ \xa0](?:in|of|by|to|with)[ \xa0]"
    rf"(?P<figures>{_FIGURE}(?:,[ \xa0]{_FIGURE}){{0,8}},?[ \xa0]and[ \xa0]{_FIGURE})"
    r"(?:[ \xa0](?:per cent|million|billion|[a-z]{3,12})){0,2},?[ \xa0]respectively\b"
)
_MEMBERS = lazy(r",?[ \xa0]and[ \xa0]|,[ \xa0]")


@check("NUM026")
def respectively_unequal(document: Document, context: Context) -> Iterator[Hit]:
    """*Lima, Quito and Bogotá in 2011 and 2013, respectively*: more names than figures, or fewer."""
    for block, match in in_texts(document, _RESPECTIVELY, having=("respectively",)):
        names, figures = (len(_MEMBERS.split(match[group])) for group in ("names", "figures"))
        if names != figures and not names_of(context.lexicon).lets_pass(match["names"]):
            yield Hit(block.span(*match.span()), {"names": str(names), "figures": str(figures)})


@per_lexicon
def _whole(lexicon: Lexicon) -> re.Pattern[str]:
    return regex.compiled(
        rf"\b(?P<whole>{any_cardinal(lexicon)}){BLANK}(?:[a-z-]{{2,20}}{BLANK}){{0,2}}[a-z-]{{2,20}},?{BLANK}"
        rf"(?:comprising|consisting of|composed of|made up of|divided into|namely):?{BLANK}(?P<rest>[^;:.()]{{5,300}})",
        re.IGNORECASE,
    )


@per_lexicon
def _first_cardinal(lexicon: Lexicon) -> re.Pattern[str]:
    return regex.compiled(
        rf"(?:and{BLANK})?(?P<number>{any_cardinal(lexicon)}){BLANK}(?:[a-z]|[A-Z][a-z])", re.IGNORECASE
    )


_WHOLES = ("comprising", "consisting", "composed", "made up", "divided", "namely")


@check("NUM027")
def sum_wrong(document: Document, context: Context) -> Iterator[Hit]:
    """*15 members, comprising 5 from Asia, 6 from Africa and 5 from Europe*: parts that do not add up to the whole."""
    lexicon = context.lexicon
    for block, match in in_texts(document, _whole(lexicon), having=_WHOLES):
        parts = [_first_cardinal(lexicon).match(part) for part in _MEMBERS.split(match["rest"].strip())]
        values = [cardinal_value(part["number"], lexicon) for part in parts if part is not None]
        numbers = [value for value in values if value is not None]
        whole = cardinal_value(match["whole"], lexicon)
        if len(numbers) == len(parts) > 1 and whole is not None and sum(numbers) != whole:
            yield Hit(block.span(*match.span("whole")), {"found": match["whole"], "sum": str(sum(numbers))})


@per_lexicon
def _twice(lexicon: Lexicon) -> re.Pattern[str]:
    return regex.compiled(rf"\b(?P<word>{cardinal_words(lexicon)}){BLANK}\((?P<figure>\d{{1,3}})\)", re.IGNORECASE)


@check("NUM028")
def figure_contradicts_word(document: Document, context: Context) -> Iterator[Hit]:
    """A number in words with another one in figures behind it: *five (6) days*."""
    for block, match in in_texts(
        document, _twice(context.lexicon), having=tuple(f"({digit}" for digit in range(1, 10))
    ):
        if cardinal_value(match["word"], context.lexicon) != int(match["figure"]):
            yield Hit(block.span(*match.span()), {"word": match["word"], "figure": match["figure"]})
