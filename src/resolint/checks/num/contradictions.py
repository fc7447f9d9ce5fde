"""Checks on figures that contradict the words beside them: growth, parts and wholes, shares, counts that everybody knows."""

from __future__ import annotations

import re
from collections.abc import Iterator

from resolint import regex
from resolint.checks import check
from resolint.checks.shared.counting import BLANK, SCALES, any_cardinal, cardinal_value, in_texts
from resolint.findings import Hit
from resolint.lexicon import Lexicon, per_lexicon
from resolint.lexicon.fractions import SHARES
from resolint.model import Document
from resolint.regex import lazy
from resolint.rule import Context

_SIGN = r"(?:US)?\$?"
_SCALE = rf"(?:{BLANK}(?:million|billion|trillion))?"
_SHARE = rf"(?:{BLANK}per{BLANK}cent|%)?"
_UP = r"increased|rose|risen|grew|grown|climbed|rising|growing|increasing|went up|has gone up"
_DOWN = r"decreased|fell|fallen|declined|dropped|reduced|shrank|shrunk|falling|declining|decreasing|lowered|diminished"
_TIMES = {"doubled": 2, "tripled": 3, "trebled": 3, "quadrupled": 4, "halved": 0.5}


@per_lexicon
def _growth(lexicon: Lexicon) -> re.Pattern[str]:
    number = rf"{_SIGN}(?:\d{{1,3}}(?:,\d{{3}}){{1,4}}|\d{{1,6}}(?:\.\d{{1,3}})?|{any_cardinal(lexicon)}){_SCALE}"
    return regex.compiled(
        rf"\b(?P<verb>{_UP}|{_DOWN}|{'|'.join(_TIMES)})"
        rf"(?:{BLANK}(?:by{BLANK}[\w,. ]{{1,24}}|sharply|slightly|significantly|steadily))?,?{BLANK}from{BLANK}"
        rf"(?P<low>{number}){_SHARE}(?:{BLANK}(?!to\b)[a-z]{{3,14}}){{0,2}}(?:{BLANK}in{BLANK}\d{{4}})?{BLANK}to{BLANK}(?P<high>{number})(?![\w/–-]|{BLANK}(?:to|and){BLANK}\d)"
    )


def _amount(text: str, lexicon: Lexicon) -> float | None:
    """The number that figures or words stand for, with *million*."""
    words = text.replace("\xa0", " ").lstrip("US$").split()
    scale = SCALES.get(words[-1], 1) if len(words) > 1 else 1
    plain = words[0].replace(",", "")
    try:
        return float(plain) * scale
    except ValueError:
        value = cardinal_value(words[0], lexicon)
        return None if value is None else value * scale


@check("NUM037")
def growth_contradicted(document: Document, context: Context) -> Iterator[Hit]:
    """*Increased from 30 to 10*, *doubled from 10 to 30*."""
    lexicon = context.lexicon
    for block, match in in_texts(document, _growth(lexicon), having=(" from ",)):
        low, high = _amount(match["low"], lexicon), _amount(match["high"], lexicon)
        years = all(re.fullmatch(r"(?:19|20)\d\d", match[name]) for name in ("low", "high"))
        if low is None or high is None or years or not low:
            continue
        verb, times = match["verb"].lower(), _TIMES.get(match["verb"].lower())
        if times is not None:
            wrong = abs(high / low - times) > times * 0.2
        else:
            wrong = high < low if re.fullmatch(_UP, verb) else high > low
        if wrong:
            values = {"verb": match["verb"], "low": match["low"], "high": match["high"]}
            yield Hit(block.span(match.start("verb"), match.end()), values)


@per_lexicon
def _counts(lexicon: Lexicon) -> re.Pattern[str]:
    rows = sorted(lexicon.rows("known-counts"), key=lambda row: -len(row["what"]))
    names = "|".join(re.escape(row["what"]).replace(r"\ ", BLANK) for row in rows)
    return regex.compiled(
        rf"\b(?:the|all|its|our|and|these){BLANK}(?:of{BLANK}the{BLANK})?(?P<number>{any_cardinal(lexicon)}){BLANK}(?P<what>{names})\b"
    )


@check("NUM038")
def known_count_wrong(document: Document, context: Context) -> Iterator[Hit]:
    """*The 16 Sustainable Development Goals*, *the 192 Member States of the United Nations*.

    Other bodies have *regional groups* and *official languages* too: of such names a count is doubted that is one off (``near``).
    """
    known = {
        row["what"]: (int(row["count"]), row["since"], row["near"]) for row in context.lexicon.rows("known-counts")
    }
    for block, match in in_texts(document, _counts(context.lexicon)):
        what = match["what"].replace("\xa0", " ")
        right, since, near = known[what]
        value = cardinal_value(match["number"], context.lexicon)
        old = bool(since) and context.date is not None and context.date[:4] < since
        if value is None or (near and abs(value - right) > 1):
            continue
        if value not in (1, right) and not old:
            yield Hit(block.span(*match.span("number")), {"found": match["number"], "what": what, "right": str(right)})


_FRACTION = lazy(
    rf"(?<!more than )(?<!less than )(?<!over )(?<!nearly )(?<!almost )(?<!about )(?<!some )"
    rf"\b(?P<words>{'|'.join(sorted(SHARES, key=len, reverse=True))})"
    rf"(?:{BLANK}of{BLANK}[\w ’-]{{3,50}}?)?(?:,?{BLANK}\(|,{BLANK}or{BLANK}|,{BLANK}that{BLANK}is,?{BLANK})"
    rf"(?P<share>\d{{1,2}}(?:\.\d)?){BLANK}?(?:per{BLANK}cent|%)"
)


@check("NUM039")
def fraction_contradicts_share(document: Document, context: Context) -> Iterator[Hit]:
    """*A third of the bells (25 per cent)*."""
    for block, match in in_texts(document, _FRACTION, having=("per", "%")):
        low, high = SHARES[match["words"]]
        if not low - 0.5 <= float(match["share"]) <= high + 0.5:
            span = block.span(match.start("words"), match.end())
            yield Hit(span, {"words": match["words"], "share": match["share"]})


_MONEY = rf"{_SIGN}\d{{1,3}}(?:,\d{{3}}){{0,4}}(?:\.\d{{1,3}})?{_SCALE}"
_OF_WHICH = lazy(
    rf"(?P<whole>{_MONEY})(?:{BLANK}[A-Za-z]{{3,12}}){{0,4}},{BLANK}of{BLANK}which{BLANK}(?P<rest>[^;:.()]{{5,200}})"
    # Behind the preposition, not with it: so the pattern is tried at figures alone.
    rf"|(?:(?<=\b[Oo]f{BLANK})|(?<=\b[Oo]f{BLANK}the{BLANK}))(?P<whole2>\d{{1,3}}(?:,\d{{3}}){{0,3}}){BLANK}[a-z]{{3,14}}(?:{BLANK}[a-z]{{3,14}})?,{BLANK}(?P<rest2>\d[^;:.()]{{5,200}})"
)
_PART = lazy(rf"(?<![\w.,]){_MONEY}(?![\w/–-]|{_SHARE.rstrip('?')})")
_YEARLIKE = lazy(r"(?:19|20)\d\d")


@check("NUM040")
def parts_above_whole(document: Document, context: Context) -> Iterator[Hit]:
    """*$5 million, of which $2 million for bells and $4 million for ropes*; *of 40 bells, 25 are cracked and 20 are sound*."""
    lexicon = context.lexicon
    for block, match in in_texts(document, _OF_WHICH):
        whole = _amount(match["whole"] or match["whole2"], lexicon)
        rest = match["rest"] or match["rest2"]
        parts = [found[0] for found in _PART.finditer(rest) if not _YEARLIKE.fullmatch(found[0])]
        values = [value for part in parts if (value := _amount(part, lexicon)) is not None]
        scaled = all(("illion" in part) == ("illion" in (match["whole"] or match["whole2"])) for part in parts)
        first = match.start("whole") if match["whole"] else match.start("whole2")
        if "gross" in rest or "net" in rest.split() or block.text[max(0, first - 1) : first].isalnum():
            continue  # one sum, with and without what goes off; the end of a year
        if whole and len(values) >= 2 and scaled and sum(values) > whole * 1.001 and max(values) < whole:
            start = match.start("whole") if match["whole"] else match.start("whole2")
            found = match["whole"] or match["whole2"]
            end = start + len(block.text[start : match.end()].rstrip(" ,\xa0"))
            yield Hit(block.span(start, end), {"whole": found, "parts": " and ".join(parts)})


_MANY = 20
_JOINTS = ("one each", "s, in ", "s, for ", "s in ", "s for ", "s at ", "s held in")


@per_lexicon
def _inline(lexicon: Lexicon) -> re.Pattern[str]:
    number = any_cardinal(lexicon)
    return regex.compiled(
        rf"\b(?:the{BLANK}|its{BLANK}|these{BLANK})?(?:following{BLANK})?(?P<number>{number})(?:{BLANK}following)?{BLANK}(?!(?:days|weeks|months|years|hours)\b)(?:[a-z-]{{3,16}}{BLANK}){{0,2}}[a-z-]{{3,15}}s"
        rf"(?:,{BLANK}namely,?{BLANK}|:{BLANK}|,{BLANK}that{BLANK}is,{BLANK})(?P<rest>[^;:.()“”]{{5,240}}?)(?=[;.]|,{BLANK}(?:which|in|as|with|to|for|including|while|are|is|should|shall)\b|,?$)"
    )


@per_lexicon
def _places(lexicon: Lexicon) -> re.Pattern[str]:
    """*Five regional workshops, in Amman, Bangkok, Lima and Tirana*; *five projects, one each in Africa, in Asia and in Europe*."""
    name = rf"(?:the{BLANK})?[A-Z][\w’-]+(?:{BLANK}(?:and{BLANK}the{BLANK}|of{BLANK}|the{BLANK})?[A-Z][\w’-]+)*"
    return regex.compiled(
        rf"(?<![\w-])(?P<number>{any_cardinal(lexicon)}){BLANK}(?:[a-z-]+{BLANK}){{0,3}}?[a-z-]+s(?:{BLANK}(?:for|on|of)(?:{BLANK}[a-z-]+){{1,5}}?)?"
        rf"(?:{BLANK}held)?,?{BLANK}(?:(?P<each>one{BLANK}each{BLANK})|one{BLANK})?(?P<in>in|for|at){BLANK}"
        rf"(?P<rest>{name}(?:,{BLANK}(?:(?P=in){BLANK})?{name})*{BLANK}and{BLANK}(?:(?P=in){BLANK})?{name})(?=[;,.:]|$|{BLANK}(?:was|were|has|have|had|will|shall)\b)"
    )


def _named(match: re.Match[str]) -> tuple[int, int]:
    """The least and the most places of a series; with its preposition said again it is plain how many there are."""
    rest, joint = match["rest"], match["in"]
    again = len(re.findall(rf"(?:,|and){BLANK}{joint}{BLANK}", rest))
    if again:
        return again + 1, again + 1
    commas = rest.count(", ") + rest.count(",\xa0")
    both = len(_AND.findall(rest))
    return commas + (2 if both == 1 else 1), commas + both + 1


_AND = lazy(rf",?{BLANK}(?:and|or|as{BLANK}well{BLANK}as){BLANK}")


@check("NUM041")
def inline_count_wrong(document: Document, context: Context) -> Iterator[Hit]:
    """*The four pillars, namely peace, trade and health*: no way to count the things that are named gives the number."""
    for block, match in in_texts(document, _inline(context.lexicon), having=("namely", ": ", "that is")):
        value = cardinal_value(match["number"], context.lexicon)
        counts = [_counted(match["rest"][:end]) for end in _ends(match["rest"])]
        if value is None or not 1 < value < 20 or any(least <= value <= most for least, most in counts):
            continue
        most = max(most for _, most in counts)
        # *Three phases: preparation, from 2028 to 2029; construction; and evaluation*: what stands between semicolons is one thing.
        apart = block.text.startswith(";", match.end()) and block.text[match.end() + 1 :].strip()
        if most > 1 and not apart:
            yield Hit(block.span(*match.span("number")), {"found": match["number"], "most": str(most)})
    for block, match in in_texts(document, _places(context.lexicon), having=_JOINTS):
        value, (least, most) = cardinal_value(match["number"], context.lexicon), _named(match)
        if value is not None and 1 < value < _MANY and not least <= value <= most:
            values = {"found": match["number"], "most": str(most)}
            yield Hit(block.span(match.start("number"), match.end()), values, unsure=True)


def _ends(words: str) -> Iterator[int]:
    """Where a series may end: at every comma with *and*, which may begin something else, and at its end."""
    yield from (found.start() for found in re.finditer(rf",{BLANK}(?:and|or){BLANK}", words))
    yield len(words)


def _counted(words: str) -> tuple[int, int]:
    """The least and the most things that a series may hold."""
    parts = [part for part in re.split(rf",{BLANK}", words) if part.strip()]
    return len(parts), len(parts) + len(_AND.findall(words))
