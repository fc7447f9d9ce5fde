"""Checks on figures that are written as in other languages, on units and shares beside them, and on ranges and decades."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from resolint import regex
from resolint.checks import check
from resolint.checks.shared.clauses import level
from resolint.checks.shared.counting import BLANK, YEAR, cardinal_words, in_texts
from resolint.findings import Edit, Fix, Hit
from resolint.lexicon import Lexicon, per_lexicon
from resolint.lexicon.dates import months, short_months
from resolint.lexicon.fractions import CENTURIES, DECADES, FRACTIONS
from resolint.lexicon.ordinals import cardinals
from resolint.model import Block, Document
from resolint.regex import lazy
from resolint.rule import Context, per_rule

_SCALE = rf"{BLANK}(?:million|billion|trillion)\b"
_SHARE = rf"{BLANK}?(?:per{BLANK}cent|percent|%)"
_FOREIGN = lazy(
    # What all the forms begin with comes first, so that most places are passed over at once.
    rf"(?=[\d.aXNn])(?:(?<![\w.,/-])(?P<comma>\d{{1,3}},\d{{1,2}})(?=(?:{_SCALE}|{_SHARE}|{BLANK}(?:degrees|kilomet|hectares|met(?:re|er)s|tons|times|years)))"
    rf"|(?<![\w.,/-])(?P<nought>0,\d{{1,2}})(?![\w,.])"
    rf"|(?<![\w.,/§-])(?P<points>[1-9]\d{{0,2}}(?:\.\d{{3}}){{2,4}}|[1-9]\d{{1,2}}\.000)(?![\w.,/%-])"
    rf"|(?<![\w.,/-])(?P<quotes>[1-9]\d{{0,2}}(?:[’'´`]\d{{3}}){{1,4}})(?![\w’'])"
    rf"|(?<![\w.,/)\]-])(?P<bare>\.\d{{1,2}})(?={_SCALE}|{_SHARE})"
    rf"|(?<![\w.,/-])(?P<thousands>[1-9]\d{{0,2}}){BLANK}thousand(?!{BLANK}(?:million|dollar))\b"
    rf"|(?<![\w.,/$€£-])(?P<short>\d{{1,3}}(?:\.\d{{1,2}})?){BLANK}?(?P<scale>m|mn|mln|mio|mio\.|bn|mill\.)(?={BLANK}(?:people|persons|children|women|men|refugees|dollars?|euros?|tons|hectares|inhabitants|citizens|girls|households|United|US))"
    rf"|\ba{BLANK}(?P<article>1,?000)(?={BLANK}[a-z])"
    rf"|(?<![\w.,/-])(?P<fraction>[1-4]/[2-9])(?:th|rd|nd)?(?={BLANK}of{BLANK}(?:the|all|its|their|our|them|these|those|women|men|children|people|States)\b)"
    rf"|(?:(?<=\bby{BLANK})|(?<=\bthan{BLANK})|(?<=\babout{BLANK})|(?<=\bleast{BLANK}))(?P<fraction2>[1-4]/[2-9])(?:th|rd|nd)?(?=[,;.]|{BLANK}[a-z]|$)"
    rf"|\b(?P<century>X[XV]I?[XV]?I?)(?:st|th)?(?={BLANK}century\b)"
    rf"|\b(?P<number>[Nn]o\.)(?={BLANK}of{BLANK}))"
)
_SCALES = {"m": "million", "mn": "million", "mln": "million", "mio": "million", "mill": "million", "bn": "billion"}


def _instead(block: Block, start: int, end: int, instead: str) -> Hit:
    words = block.text[start:end]
    fix = Fix(f"Write “{instead}”", (Edit(block.span(start, end), instead, words),), level(words, instead))
    return Hit(block.span(start, end), {"found": words, "instead": instead}, fix)


@check("NUM031")
def figure_foreign(document: Document, context: Context) -> Iterator[Hit]:
    """*2,5 million*, *12.000 wells*, *10’000*, *.5 per cent*, *12 thousand*, *25 mio people*."""
    for block, match in in_texts(document, _FOREIGN):
        instead = _in_english(match)
        if instead:
            yield _instead(block, match.start(), match.end(), instead)
    for block in document.blocks:
        if block.cell is not None and _DECIMAL_CELL.fullmatch(block.text):
            yield _instead(block, 0, len(block.text), block.text.replace(",", "."))


_DECIMAL_CELL = lazy(r"\d{1,3},\d{1,2}")


@per_lexicon
def _twofold(lexicon: Lexicon) -> re.Pattern[str]:
    words = cardinal_words(lexicon)
    tens = "|".join(word for word, number in cardinals(lexicon).items() if number in range(20, 100, 10))
    ones = "|".join(word for word, number in cardinals(lexicon).items() if number < 10)
    return regex.compiled(
        rf"\b(?P<word>{words}){BLANK}\((?P<figure>\d{{1,3}})\)(?={BLANK}[a-z])"
        rf"|(?<![\w.,/-])(?P<figure2>\d{{1,3}}){BLANK}\((?P<word2>{words})\)(?={BLANK}[a-z])"
        rf"|(?<![\w-])(?P<tens>{tens}){BLANK}(?P<ones>{ones})(?={BLANK}[a-z])"
        rf"|\b(?P<whole>{ones}){BLANK}and{BLANK}a{BLANK}half(?={_SCALE})",
        re.IGNORECASE,
    )


@per_lexicon
def _twofold_signs(lexicon: Lexicon) -> tuple[str, ...]:
    """What every number written twice or in two words has: *(*, *twenty* or its like, *half*; without first letters."""
    tens = [word[1:] for word, number in cardinals(lexicon).items() if number in range(20, 100, 10)]
    return ("(", *(form for word in (*tens, "alf") for form in (word, word.upper())))


@check("NUM035")
def number_twofold(document: Document, context: Context) -> Iterator[Hit]:
    """*Three (3) bells*, *25 (twenty-five) bells*, *twenty five bells*, *two and a half million*."""
    values = cardinals(context.lexicon)
    for block, match in in_texts(document, _twofold(context.lexicon), having=_twofold_signs(context.lexicon)):
        word, figure = match["word"] or match["word2"], match["figure"] or match["figure2"]
        if match["whole"]:
            hit = _instead(block, match.start(), match.end(), f"{values[match['whole'].lower()]}.5")
            yield replace(hit, unsure=True)  # adopted texts write *one and a half billion* now and then
        elif match["tens"]:
            number = values[match["tens"].lower()] + values[match["ones"].lower()]
            yield _instead(block, match.start(), match.end(), str(number))
        elif values[word.lower()] == int(figure):
            yield _instead(block, match.start(), match.end(), word if int(figure) < 10 else figure)


def _in_english(match: re.Match[str]) -> str:
    """The figure as English texts write it."""
    kind, found = match.lastgroup or "", match.group()
    if kind in ("comma", "nought"):
        return found.replace(",", ".")
    if kind == "points":
        return found.replace(".", ",")
    if kind == "quotes":
        return re.sub("[’'´`]", ",", found)
    if kind == "bare":
        return f"0{found}"
    if kind == "thousands":
        return f"{match['thousands']},000"
    if kind == "scale":
        return f"{match['short']} {_SCALES[match['scale'].rstrip('.')]}"
    if kind.startswith("fraction"):
        return FRACTIONS.get(match[kind], "")
    if kind == "century":
        return CENTURIES.get(match["century"], "")
    return "number" if kind == "number" else "1,000"


@per_rule
def _single_unit(context: Context) -> re.Pattern[str]:
    units = "|".join(context.options["units"])
    return regex.compiled(
        rf"(?<![\w.,/-])(?:[2-9]|[1-9]\d{{1,2}}|[1-9]\d{{0,2}}(?:,\d{{3}}){{1,3}}|\d{{1,3}}\.\d{{1,2}}){BLANK}(?:(?:million|billion){BLANK})?"
        rf"(?P<unit>{units})(?=[.,;)]|{BLANK}(?:of|in|per|a|an|and|or|to|from|for|by|at|on|is|are|was|were|has|have|above|below|under|between|with|long|wide|deep|high|away|each|every|across|along|since|before|after|later|ago)\b|$)"
    )


@check("NUM032")
def unit_singular(document: Document, context: Context) -> Iterator[Hit]:
    """*25 kilometre of road*, *5 million dollar*: the option ``units`` holds the nouns."""
    for block, match in in_texts(document, _single_unit(context)):
        unit = match["unit"]
        instead = "feet" if unit == "foot" else f"{unit}es" if unit.endswith("ch") else f"{unit}s"
        yield _instead(block, match.start("unit"), match.end("unit"), instead)


@per_lexicon
def _ranges(lexicon: Lexicon) -> re.Pattern[str]:
    number = rf"(?:{YEAR}|\d{{1,3}}(?:,\d{{3}})*(?:\.\d{{1,2}})?|{cardinal_words(lexicon)})"
    return regex.compiled(
        rf"\b(?P<word>between){BLANK}(?P<low>{number}){BLANK}(?P<joint>to)(?={BLANK}(?P<high>{number})\b)"
        rf"|\b(?P<word2>from){BLANK}(?P<low2>{YEAR}|\d{{1,3}}){BLANK}(?P<joint2>and)(?={BLANK}(?:{YEAR}|\d{{1,3}})\b(?!{BLANK}(?:to|until)\b))",
        re.IGNORECASE,
    )


@check("NUM033")
def range_joint_wrong(document: Document, context: Context) -> Iterator[Hit]:
    """*Between 5 to 10*, *from 2024 and 2026*."""
    for block, match in in_texts(document, _ranges(context.lexicon), having=("etween", "rom")):
        group, instead = ("joint", "and") if match["joint"] else ("joint2", "to")
        if match["joint2"] and block.text[: match.start()].rstrip().endswith(("and", "or", ",")):
            continue
        yield _instead(block, match.start(group), match.end(group), instead)


@per_lexicon
def _short_dates(lexicon: Lexicon) -> re.Pattern[str]:
    short = "|".join(name for name in short_months(lexicon) if name not in months(lexicon))
    names = "|".join(months(lexicon))
    session = lexicon.grammar.occasions.session
    return regex.compiled(
        rf"(?<![\w/.-])(?P<day>\d{{1,2}}){BLANK}(?P<short>{short})\.?(?={BLANK}{YEAR}\b)"
        rf"|\b(?P<alone>{short})\.?(?={BLANK}{YEAR}\b)"
        rf"|\b(?P<whole>{names}){BLANK}of(?={BLANK}{YEAR}\b)"
        # Behind the article, not with it: so the pattern is tried where a figure stands and nowhere else.
        rf"|(?<=\bthe{BLANK})(?P<tens>[’']?[2-9]0)[’']?s\b"
        rf"|(?<=\bthe{BLANK})(?P<decade>{'|'.join(DECADES)})\b(?!{BLANK}{session})"
        rf"|(?<![\w/.–-])(?P<low>(?:19|20)\d\d)(?P<slash>[/–-])(?P<high>\d\d)(?=[,;.)]|{BLANK}(?:and|to|for|in|of)\b|$)"
    )


@check("NUM034")
def date_shortened(document: Document, context: Context) -> Iterator[Hit]:
    """*5 Jun 2024*, *Jun. 2024*, *June of 2024*, *the 90s*, *the nineties*, *2024-26*."""
    names = {short: name for name, row in _in_order(context.lexicon) for short in row.split("|")}
    for block, match in in_texts(document, _short_dates(context.lexicon)):
        if match["short"]:
            instead = f"{match['day']} {names[match['short']]}"
            yield _instead(block, match.start(), match.end(), instead)
        elif match["alone"]:
            yield _instead(block, match.start(), match.end(), names[match["alone"]])
        elif match["whole"]:
            yield _instead(block, match.start(), match.end(), match["whole"])
        elif match["tens"] or match["decade"]:
            tens = int(match["tens"].strip("’'")) if match["tens"] else 20 + 10 * DECADES.index(match["decade"].lower())
            yield _instead(block, match.start() - len("the "), match.end(), f"the 19{tens}s")
        elif int(match["high"]) > int(match["low"][2:]) + 1 and match["slash"] != "/":
            yield _instead(block, match.start(), match.end(), f"{match['low']}–{match['low'][:2]}{match['high']}")


def _in_order(lexicon: Lexicon) -> Iterator[tuple[str, str]]:
    return zip(months(lexicon), (row["short"] for row in lexicon.rows("months")), strict=False)
