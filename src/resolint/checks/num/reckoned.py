"""Checks on figures of one sentence that can be worked out of one another: shares, growth, differences, sums and averages."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from resolint import regex
from resolint.checks import check
from resolint.checks.shared.counting import BLANK, SCALES, any_cardinal, cardinal_value, in_texts
from resolint.findings import Hit
from resolint.lexicon import Lexicon, per_lexicon
from resolint.lexicon.fractions import PARTS
from resolint.model import Document
from resolint.regex import lazy
from resolint.rule import Context

_UP = r"increased?|rose|rise|risen|grew|grown|growth|climbed|rising|growing|increasing|expanded"
_DOWN = r"decreased?|fell|fall|fallen|declined?|dropped|drop|reduced|reduction|shrank|shrunk|falling|declining|decreasing|lowered"
_SLACK = 0.011
_ROUNDED = 0.6
"""Half a per cent up or down is rounding."""


@per_lexicon
def _number(lexicon: Lexicon) -> str:
    """An exact amount in figures or words, with *million*."""
    figure = r"\$?\d{1,3}(?:,\d{3})+(?:\.\d+)?|\$?\d+(?:\.\d+)?"
    return rf"(?:(?:{figure}|\b{any_cardinal(lexicon)}\b)(?:{BLANK}(?:million|billion|trillion))?)"


def _value(text: str, lexicon: Lexicon) -> float | None:
    words = text.replace("\xa0", " ").lstrip("$").split()
    scale = SCALES.get(words[-1], 1.0)
    plain = words[0].replace(",", "")
    if regex.compiled(r"\d+(?:\.\d+)?").fullmatch(plain):
        return float(plain) * scale
    value = cardinal_value(" ".join(words[:-1] if scale > 1 else words), lexicon)
    return None if value is None else value * scale


_PARTS = lazy(rf"{BLANK}(?:{'|'.join(PARTS)})\b")

Judge = Callable[[dict[str, float]], float | None]
"""What a figure has to be by the others, None where nothing follows."""


def _ways(lexicon: Lexicon) -> Iterator[tuple[str, str, Judge, float, tuple[str, ...]]]:
    """For each relation: its pattern, the group of the figure that it gives, how it is worked out, its slack in parts, and words
    of which every match has one.
    """
    n, share = _number(lexicon), rf"\d{{1,3}}(?:\.\d+)?(?={BLANK}?(?:per{BLANK}cent|%))"
    per = rf"{BLANK}?(?:per{BLANK}cent|%)"
    noun = rf"(?:{BLANK}[A-Za-z][\w’-]*)"
    since = rf"(?:{BLANK}(?:on|in|at|as of|at the end of){BLANK}(?:\d{{1,2}}{BLANK})?(?:[A-Z][a-z]+{BLANK})?\d{{4}})?"
    until = rf"(?![\d,.]*\d|{per})"
    rise = (
        rf"\bfrom{BLANK}(?P<low>{n}){until}{noun}{{0,3}}?{since}"
        rf"{BLANK}to{BLANK}(?P<high>{n}){until}{noun}{{0,3}}?{since},?{BLANK}(?:\(|or{BLANK}|that{BLANK}is,?{BLANK}|which{BLANK}is{BLANK})?"
    )
    yield (
        rf"\b(?:{_UP}|{_DOWN}){BLANK}by{BLANK}(?P<right>{share}){per},?{BLANK}from{BLANK}(?P<low>{n}){until}{noun}{{0,3}}?{since}{BLANK}to{BLANK}(?P<high>{n}){until}",
        "share",
        lambda v: abs(v["high"] - v["low"]) / v["low"] * 100 if v["low"] else None,
        0,
        ("per cent", "%"),
    )
    yield (
        rf"{rise}an?{BLANK}(?:{_UP}|{_DOWN}){BLANK}(?:of|by){BLANK}(?P<right>{share})",
        "share",
        lambda v: abs(v["high"] - v["low"]) / v["low"] * 100 if v["low"] else None,
        0,
        ("ease of", "rise of", "fall of", "growth of", "decline of", "drop of", "reduction of"),
    )
    yield (
        rf"{rise}an?{BLANK}(?:{_UP}|{_DOWN}){BLANK}(?:of|by){BLANK}(?P<right>{n}){until}",
        "amount",
        lambda v: abs(v["high"] - v["low"]),
        0.001,
        ("ease of", "rise of", "fall of", "growth of", "decline of", "drop of", "reduction of"),
    )
    yield (
        rf"(?<![\d,.–-])(?P<part>{n}){noun}{{0,3}}?{BLANK}of{BLANK}(?:the|its|their|these|all){BLANK}(?P<whole>{n}){until}[^;:\d()]{{3,90}}?(?:,{BLANK}or{BLANK}|{BLANK}\(|,{BLANK}that{BLANK}is,?{BLANK}|,{BLANK}i\.e\.,?{BLANK})(?P<right>{share})",
        "share",
        lambda v: v["part"] / v["whole"] * 100 if v["whole"] > v["part"] else None,
        0,
        (", or ", " (", "that is", "i.e."),
    )
    yield (
        rf"(?<![\d,.–-])(?P<share>{share}){per}{BLANK}of{BLANK}(?:the|its|their|these|all){BLANK}(?:(?:total|estimated|some){BLANK})?(?P<whole>{n}){until}[^;:()]{{3,90}}?(?:,{BLANK}or{BLANK}|{BLANK}\(|,{BLANK}that{BLANK}is,?{BLANK}|,{BLANK}namely,?{BLANK})(?P<right>{n}){until}",
        "amount",
        lambda v: v["share"] * v["whole"] / 100,
        0.02,
        ("per cent of", "% of"),
    )
    yield (
        rf"(?<![\d,.–-])(?P<a>{n}){until}(?:{noun}{{1,8}}){BLANK}and{BLANK}(?P<b>{n}){until}(?:{noun}{{0,8}}),?{BLANK}(?:or|that{BLANK}is|making|amounting{BLANK}to|totalling|for){BLANK}(?:a{BLANK}total{BLANK}of{BLANK})?(?P<right>{n}){until}{noun}{{0,3}}?{BLANK}(?:in{BLANK}total|in{BLANK}all|altogether)\b",
        "amount",
        lambda v: v["a"] + v["b"],
        0.001,
        ("in total", "in all", "altogether"),
    )
    yield (
        rf"(?<![\d,.–-])(?:(?P<c>{n}){until}{noun}{{1,5}},{BLANK})?(?P<a>{n}){until}{noun}{{1,5}},?{BLANK}and{BLANK}(?P<b>{n}){until}{noun}{{0,5}},?{BLANK}(?:or{BLANK}|making{BLANK}|giving{BLANK}|that{BLANK}is,?{BLANK}|amounting{BLANK}to{BLANK}|for{BLANK})?(?:an?{BLANK}(?:grand{BLANK})?total{BLANK}of|totalling){BLANK}(?P<right>{n}){until}",
        "amount",
        lambda v: v["a"] + v["b"] + v.get("c", 0),
        0.0,
        ("total of", "totalling"),
    )
    yield (
        rf"\b(?:there{BLANK}are|of{BLANK}the){BLANK}(?P<right>{n}){until}{noun}{{1,5}},{BLANK}(?:that{BLANK}|only{BLANK})?(?P<a>{n}){BLANK}(?:of{BLANK}(?:them|these|which){BLANK})?(?:have|has|are|is|were|had|do){BLANK}[^;:\d]{{3,60}}?(?:,{BLANK}|{BLANK})(?:and|while|whereas){BLANK}(?:that{BLANK})?the{BLANK}(?:other|remaining){BLANK}(?P<b>{n})\b",
        "amount",
        lambda v: v["a"] + v["b"],
        0.001,
        ("the other ", "the remaining "),
    )
    yield (
        rf"(?<![\d,.–-])(?P<whole>{n}){until}{noun}{{1,3}},{BLANK}(?:namely|comprising|consisting{BLANK}of|that{BLANK}is),?{BLANK}(?P<a>{n}){until}{noun}{{1,3}}{BLANK}and{BLANK}(?P<right>{n}){until}{noun}{{1,3}}(?=[,;.:]|$)",
        "namely",
        lambda v: v["whole"] - v["a"],
        0.001,
        ("namely", "comprising", "consisting", "that is"),
    )
    yield (
        rf"\b(?P<c>{n}){until}{noun}{{1,2}}\b[^;:]{{0,80}}?(?<![\d,.–-])(?P<whole>{n}){until}{noun}{{1,3}},{BLANK}or{BLANK}(?:(?:an{BLANK}average{BLANK}of|on{BLANK}average){BLANK})?(?P<right>{n}){until}{noun}{{0,2}}{BLANK}(?:per|for{BLANK}each|for{BLANK}every){BLANK}(?=[a-z])",
        "mean",
        lambda v: v["whole"] / v["c"] if v["c"] else None,
        0.02,
        (" per ", "for each ", "for every "),
    )
    yield (
        rf"\bof{BLANK}(?:which|whom){BLANK}(?P<a>{share}){per}{BLANK}[^;:\d]{{3,60}}?,{BLANK}(?P<b>{share}){per}{BLANK}[^;:\d]{{2,60}}?(?:,{BLANK}(?P<c>{share}){per}{BLANK}[^;:\d]{{2,60}}?)?{BLANK}and{BLANK}(?P<right>{share}){per}",
        "most",
        lambda v: 100 - v["a"] - v["b"] - v.get("c", 0),
        0,
        ("of which ", "of whom "),
    )


@per_lexicon
def _patterns(lexicon: Lexicon) -> tuple[tuple[re.Pattern[str], str, Judge, float, tuple[str, ...]], ...]:
    return tuple(
        (regex.compiled(words), kind, judge, slack, having) for words, kind, judge, slack, having in _ways(lexicon)
    )


@check("NUM044")
def figure_not_reckoned(document: Document, context: Context) -> Iterator[Hit]:
    """A share, a growth, a difference, a sum or an average that is not what the other figures of the sentence give."""
    lexicon = context.lexicon
    told: set[tuple[str, int]] = set()
    for pattern, kind, judge, slack, having in _patterns(lexicon):
        for block, match in in_texts(document, pattern, having=having):
            values = {name: _value(found, lexicon) for name, found in match.groupdict().items() if found}
            if any(value is None for value in values.values()):
                continue
            numbers = {name: value for name, value in values.items() if value is not None}
            right = judge(numbers)
            said = numbers["right"]
            years = sum(1900 <= value <= 2100 and "," not in match[name] for name, value in numbers.items()) > 0
            if right is None or years or _fits(kind, right, said, slack) or (block.id, match.start("right")) in told:
                continue
            if _PARTS.match(block.text, match.end("right")):
                continue  # *a decrease of one quarter*: NUM039 holds parts to shares
            told.add((block.id, match.start("right")))
            first = min(match.start(name) for name in numbers)
            last = max(match.end(name) for name in numbers)
            yield Hit(block.span(first, last), {"found": match["right"], "right": f"{round(right, 2):,.10g}"})


def _fits(kind: str, right: float, said: float, slack: float) -> bool:
    """Whether a figure is what it has to be, rounded as such figures are."""
    if kind == "share":
        return abs(right - said) <= max(_ROUNDED, right * _SLACK)
    if kind == "most":
        return said <= right + 1.5
    if kind == "namely":
        return abs(right - said) <= 0.001 * max(right, 1) or right < 0
    if kind == "mean":
        # One figure in ten sentences that look like an average is none: what is far off is something else.
        return abs(right - said) <= max(0.51, right * slack) or not right / 3 < said < right * 3
    return abs(right - said) <= max(right * slack, 0.5 if slack >= _SLACK else 0)
