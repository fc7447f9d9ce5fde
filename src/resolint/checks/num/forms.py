"""Checks on how numbers, ordinals, years and money are written."""

from __future__ import annotations

import re
from collections.abc import Iterator

from resolint import regex
from resolint.checks import check
from resolint.checks.shared.clauses import level
from resolint.checks.shared.counting import BLANK, YEAR, cardinal_words, in_texts
from resolint.findings import Edit, Fix, Hit
from resolint.lexicon import Lexicon, per_lexicon
from resolint.lexicon.dates import impossible, months, unmistakable
from resolint.lexicon.ordinals import cardinals, ordinal_value, ordinal_word, ordinals
from resolint.model import Block, Document
from resolint.regex import lazy
from resolint.rule import Context, per_rule


def _instead(block: Block, start: int, end: int, instead: str) -> Hit:
    words = block.text[start:end]
    fix = Fix(f"Write “{instead}”", (Edit(block.span(start, end), instead, words),), level(words, instead))
    return Hit(block.span(start, end), {"found": words.strip(), "instead": instead.strip()}, fix)


def _as_written(word: str, model: str) -> str:
    return word[:1].upper() + word[1:] if model[:1].isupper() else word


@per_lexicon
def _tens(lexicon: Lexicon) -> tuple[str, ...]:
    """*Twenty* to *ninety*, as they stand in a sentence."""
    return tuple(word for word, number in cardinals(lexicon).items() if number in range(20, 100, 10))


def _held(context: Context) -> str:
    """A pattern of the words that may stand between an ordinal and what is counted, and of what is counted.

    The option ``counted`` holds what is counted besides sessions, ``kinds`` the adjectives.
    """
    occasions = context.lexicon.grammar.occasions
    kinds = "|".join(sorted({*occasions.adjectives, *context.options["kinds"]}))
    things = "|".join((occasions.session, *context.options["counted"]))
    return rf"{BLANK}(?:(?:{kinds}){BLANK})?(?:{things})\b"


@per_rule
def _broken_ordinals(context: Context) -> re.Pattern[str]:
    lexicon = context.lexicon
    tens = "|".join(_tens(lexicon))
    initials = "".join(sorted({sign for ten in _tens(lexicon) for sign in (ten[0], ten[0].upper())}))
    low = "|".join(word for word, number in ordinals(lexicon).items() if number < 10)
    whole = "|".join(word for word, number in ordinals(lexicon).items() if number in range(20, 100, 10))
    ones = "|".join(word for word, number in cardinals(lexicon).items() if number < 10)
    return regex.compiled(
        rf"(?=[{initials}])(?<![\w-])"
        rf"(?:(?P<tens>{tens})(?:{BLANK}|{BLANK}?[–—]{BLANK}?|-{BLANK}|{BLANK}-)(?P<low>{low})(?![\w-])"
        rf"|(?P<wholes>{whole})[- \xa0](?P<low2>{low}|{ones})(?![\w-])(?={_held(context)})"
        rf"|(?P<cardinal>(?:{tens})-(?:{ones})|{tens})(?={_held(context)}))",
        re.IGNORECASE,
    )


@check("NUM020")
def ordinal_malformed(document: Document, context: Context) -> Iterator[Hit]:
    """*Twenty first*, *eightieth-first*, and *seventy-eight session*, where an ordinal with a hyphen belongs.

    The options ``counted`` and ``kinds`` hold what is counted by ordinals, and the adjectives between.
    """
    lexicon = context.lexicon
    having = tuple(form for ten in _tens(lexicon) for form in (ten[:-1], ten[:-1].capitalize()))
    for block, match in in_texts(document, _broken_ordinals(context), having=having, quoted=True):
        if match["tens"]:
            instead = f"{match['tens']}-{match['low']}"
        elif match["wholes"]:
            ten = ordinal_value(match["wholes"], lexicon) or 0
            one = ordinal_value(match["low2"], lexicon) or cardinals(lexicon).get(match["low2"].lower(), 0)
            instead = _as_written(ordinal_word(ten + one, lexicon), match.group())
        else:
            instead = _as_written(ordinal_word(cardinals(lexicon)[match["cardinal"].lower()], lexicon), match.group())
        yield _instead(block, match.start(), match.end(), instead)


@per_rule
def _ordinal_figure(context: Context) -> re.Pattern[str]:
    endings = "|".join(context.lexicon.grammar.ordinal_endings)
    return regex.compiled(rf"(?<![\w./-])(?P<number>\d{{1,2}})(?P<ending>{endings})(?={_held(context)})")


@check("NUM021")
def ordinal_in_figures(document: Document, context: Context) -> Iterator[Hit]:
    """Sessions and anniversaries below the hundredth that are counted in figures (*20th anniversary*).

    The options ``counted`` and ``kinds`` hold what is counted by ordinals, and the adjectives between.
    """
    for block, match in in_texts(document, _ordinal_figure(context)):
        if int(match["number"]):
            yield _instead(block, match.start(), match.end(), ordinal_word(int(match["number"]), context.lexicon))


_SPAN = lazy(
    rf"\b(?P<word>from|between){BLANK}(?P<low>{YEAR}){BLANK}?[-–]{BLANK}?(?P<high>{YEAR})(?![\w/]|[-–]\d)",
    re.IGNORECASE,
)


@check("NUM022")
def range_led_twice(document: Document, context: Context) -> Iterator[Hit]:
    """*From* or *between* before years that a dash joins, where *to* or *and* belongs."""
    for block, match in in_texts(document, _SPAN, having=("rom", "etween")):
        joint = "to" if match["word"].lower() == "from" else "and"
        instead = f"{match['word']} {match['low']} {joint} {match['high']}"
        yield _instead(block, match.start(), match.end(), instead)


_FIGURE = r"\d{1,3}(?:,\d{3}){0,4}(?:\.\d{1,3})?"
_AMOUNT = r"(?P<number>\d{1,3}(?:,\d{3}){0,4}(?:\.\d{1,3})?)"
_MONEY = lazy(
    rf"(?<![\w.,])(?P<sign>(?:US{BLANK}?)?\$|€|£){BLANK}?{_AMOUNT}{BLANK}?(?P<short>[mM]|bn|BN|[mM]n|[mM]io|[kK])(?!\w)"
    rf"|(?<![\w.,])(?P<plain>\d{{1,3}}(?:,\d{{3}}){{0,4}}(?:\.\d{{1,3}})?{BLANK}(?:(?:million|billion){BLANK})?)(?P<euro>euro)(?![\w-])"
    rf"|(?<![\w.,])(?P<many>\d{{1,3}}(?:\.\d{{1,3}})?{BLANK}(?P<scale>millions|billions)(?:{BLANK}of)?)(?={BLANK}(?:United{BLANK}States{BLANK}|US{BLANK})?(?:dollars|euros?|people|persons|children|francs|pounds)\b)"
    rf"|(?<![\w.,])\$(?P<twice>\d{{1,3}}(?:,\d{{3}}){{0,3}}(?:\.\d{{1,2}})?(?:{BLANK}(?:million|billion))?{BLANK}(?:(?:United{BLANK}States|US){BLANK})?dollars)\b"
    rf"|(?<![\w.,$])(?P<behind>\d{{1,3}}(?:,\d{{3}}){{0,3}}(?:\.\d{{1,2}})?(?:{BLANK}(?:million|billion))?){BLANK}?(?P<last>[$€£])(?![\d\w])"
    rf"|(?<![\w.,])(?P<unit>(?:US{BLANK}?)?\$|€|£){BLANK}?(?P<low>{_FIGURE}){BLANK}?(?:[-–]|to{BLANK})(?P=unit)?{BLANK}?(?P<high>{_FIGURE}){BLANK}(?P<of>million|billion)\b"
    rf"|(?<=\d{BLANK})(?P<capital>Million|Billion|Millions|Billions)(?={BLANK}[a-z]|[,;.]|$)"
    rf"|(?<=\d{BLANK})(?P<country>US)(?={BLANK}dollars?\b)|(?<=llion{BLANK})(?P<country2>US)(?={BLANK}dollars?\b)"
)
_SCALES = {"m": "million", "mn": "million", "mio": "million", "bn": "billion", "k": "thousand"}


@check("NUM023")
def money_form(document: Document, context: Context) -> Iterator[Hit]:
    """*$5m*, *$5–7 million*, *5 million euro*, *5 millions of dollars*, *5 million US dollars*."""
    for block, match in in_texts(document, _MONEY, having=("$", "€", "£", "euro", "llions", "US", "illion")):
        if match["sign"]:
            scale = _SCALES[match["short"].lower()]
            start, instead = match.start("number"), f"{match['number']} {scale}"
            if scale == "thousand":
                if not match["number"].isdecimal():
                    continue
                instead = f"{match['number']},000"
            yield _instead(block, start, match.end(), instead)
        elif match["euro"]:
            number = match["plain"].strip(" \xa0")
            if number != "1":
                yield _instead(block, match.start("euro"), match.end("euro"), "euros")
        elif match["twice"]:
            yield _instead(block, match.start(), match.end(), match["twice"])
        elif match["behind"]:
            yield _instead(block, match.start(), match.end(), f"{match['last']}{match['behind']}")
        elif match["of"]:
            low, high = (f"{match['unit']}{match[end]} {match['of']}" for end in ("low", "high"))
            joint = "and" if block.text[: match.start()].rstrip().endswith("etween") else "to"
            yield _instead(block, match.start(), match.end(), f"{low} {joint} {high}")
        elif match["capital"]:
            yield _instead(block, match.start(), match.end(), match["capital"].lower().removesuffix("s"))
        elif match["many"]:
            yield _instead(block, match.start("scale"), match.end("many"), match["scale"][:-1])
        else:
            yield _instead(block, match.start(), match.end(), "United States")


@per_lexicon
def _share_in_words(lexicon: Lexicon) -> re.Pattern[str]:
    words = cardinal_words(lexicon)
    return regex.compiled(
        rf"(?<![\w-])(?P<words>{words})(?P<gap>{BLANK})(?P<unit>per{BLANK}cent|per-cent|percent)(?![\w-])"
        rf"|(?<=\d)(?P<glued>[ \xa0-]?)(?P<unit2>per-cent)(?![\w-])",
        re.IGNORECASE,
    )


@check("NUM024")
def share_in_words(document: Document, context: Context) -> Iterator[Hit]:
    """*Twenty-five per cent* and *25 per-cent*, where *25 per cent* belongs."""
    for block, match in in_texts(
        document, _share_in_words(context.lexicon), having=("per cent", "per\xa0cent", "per-cent", "percent")
    ):
        if match["words"]:
            if match["words"][0].isupper():
                continue
            number = cardinals(context.lexicon)[match["words"].lower()]
            yield _instead(block, match.start(), match.end(), f"{number} per cent")
        else:
            yield _instead(block, match.start(), match.end(), " per cent")


@per_lexicon
def _odd_days(lexicon: Lexicon) -> re.Pattern[str]:
    names = "|".join(months(lexicon))
    return regex.compiled(
        rf"\b(?<![.,/:-])(?P<day>\d{{1,2}}){BLANK}(?P<month>(?i:{names}))\b(?P<goes_on>{BLANK}{YEAR}\b|[,;.)])?"
    )


@check("NUM025")
def day_form(document: Document, context: Context) -> Iterator[Hit]:
    """A day with a zero before it (*06 May*), and a month with a small letter (*6 may 2026*); no day that is in no calendar."""
    names = {name.lower(): name for name in months(context.lexicon)}
    for block, match in in_texts(document, _odd_days(context.lexicon)):
        day, month = match["day"], match["month"]
        sure = match["goes_on"] is not None or month in unmistakable(context.lexicon)
        odd = day.startswith("0") or (month.islower() and sure)
        if odd and not any(impossible(f"{int(day)} {names[month.lower()]}", context.lexicon)):
            yield _instead(block, match.start(), match.end("month"), f"{int(day)} {names[month.lower()]}")
