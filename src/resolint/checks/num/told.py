"""Checks on amounts that a paragraph says once more in another way: a share, an average, a sum that nothing in it gives."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations, permutations

from resolint import regex
from resolint.checks import check
from resolint.checks.num.across import across
from resolint.checks.num.quantities import BREAK, Quantity, quantities
from resolint.checks.num.wholes import Wrong, shown
from resolint.checks.shared.clauses import inside, quotations
from resolint.checks.shared.counting import BLANK
from resolint.checks.shared.texts import texts
from resolint.findings import Hit
from resolint.lexicon import Lexicon, per_lexicon
from resolint.lexicon.fractions import SHARES
from resolint.model import Document
from resolint.regex import lazy
from resolint.rule import Context

_ROUND = 0.6
_SLACK = 0.011
_MOST_PARTS = 6
_MOST_FACTORS = 4
_MOST_BEHIND = 40
_ROUGH = lazy(
    rf"\b(?:about|some|over|nearly|almost|around|approximately|roughly|than|least|most|estimated|up{BLANK}to){BLANK}(?:an?{BLANK})?$"
)
_CUE = lazy(
    r"(?:(?:crease|rise|growth|decline|fall|drop|reduction) of|, or |, that is|\(|thus|making|in all|altogether"
    r"|of (?:them|those|these)\b|per cent|reduced by|increased by)"
)


@check("NUM052")
def told_otherwise(document: Document, context: Context) -> Iterator[Hit]:
    """*In 6,000 households, 2,700 households, or 54 per cent*: an amount that is said in two ways, of which one is wrong."""
    before: list[Quantity] = []
    for block in texts(document):
        found = list(quantities(block.text, context.lexicon, block.lead))
        if 0 < len(found) <= _MOST_AMOUNTS and len(found) + len(before) > 1:
            quoted = quotations(block.text)
            for wrong in _all(block.text, found, before, context.lexicon):
                if not inside(quoted, wrong.start, wrong.end):
                    yield Hit(
                        block.span(wrong.start, wrong.end),
                        {"found": wrong.found, "right": wrong.right},
                        unsure=wrong.unsure,
                    )
        before = [one for one in found if not one.share][-_MOST_AMOUNTS:]
    yield from across(document, context.lexicon)


_MOST_AMOUNTS = 80
"""More in a paragraph are the cells of a table; what they might have to do with one another grows as their cube."""


def _all(text: str, found: Sequence[Quantity], before: Sequence[Quantity], lexicon: Lexicon) -> Iterator[Wrong]:
    if _CUE.search(text) is None:
        return
    yield from _shares(text, found, before, lexicon)
    yield from _fractions(text, found, before, lexicon)
    yield from _parts_of_them(text, found, before, lexicon)
    yield from _changes(text, found, lexicon)
    yield from _means(text, found)
    yield from _totals(text, found)
    yield from _more_than_whole(text, found)
    yield from _steps(text, found)


def _about(text: str, one: Quantity) -> bool:
    return _ROUGH.search(text, max(0, one.start - 20), one.start) is not None


def _fits(part: float, whole: float, low: float, high: float, slack: float) -> bool:
    share = part / whole * 100
    room = max(slack, _SLACK * share)
    return low - room <= share <= high + room


# ------------------------------------------------------------------------------------------------ shares of a whole

_OR = lazy(r",[ \xa0](?:or|that[ \xa0]is,?)[ \xa0](?:only[ \xa0]|about[ \xa0]|some[ \xa0])?$")
_IN_BRACKETS = lazy(r"(?:[ \xa0][a-z]+)?[ \xa0]\($")
_AFTER = lazy(r"(?:,|\)|;|\.|$|[ \xa0]of[ \xa0](?:them|those)\b)")
_AGED = lazy(r"[ \xa0]?(?:years?|months?|days?)[ \xa0](?:of[ \xa0]age|old|and)")
_APART = lazy(r"[;]|\.(?=\s|$)")
_GROWTH = lazy(
    r"\b(?:increas|decreas|ris|rose|grow|grew|fell|fall|declin|drop|reduc|lower|higher|more|less|savings?|additional|below|above)\w*\b"
)


def _candidates(text: str, part: Quantity, found: Sequence[Quantity], before: Sequence[Quantity]) -> list[Quantity]:
    """What the part may be one of: amounts of the paragraph and of the one before it that are larger."""
    return [one for one in (*found, *before) if one is not part and not one.share and one.value > part.value]


def _shares(text: str, found: Sequence[Quantity], before: Sequence[Quantity], lexicon: Lexicon) -> Iterator[Wrong]:
    """*2,700 households, or 54 per cent*, where no amount is known of which that would be true."""
    bracketed = len(
        regex.compiled(r"\d[ \xa0](?:[a-z]+[ \xa0])?\(\d[\d.]*[ \xa0]?(?:per[ \xa0]cent|%)\)").findall(text)
    )
    for at in range(1, len(found)):
        part, share = found[at - 1], found[at]
        if not share.share or part.share or share.start - part.end > 40 or not 0 < share.value < 100:
            continue
        between = text[part.end : share.start]
        if _AGED.match(text, part.end) or (between.endswith("(") and (bracketed > 1 or _about(text, part))):
            continue
        if (
            not (_OR.search(between) or _IN_BRACKETS.fullmatch(between))
            or "," in between[:-4].rstrip(", ")
            or _APART.search(between)
        ):
            continue
        if not _AFTER.match(text, share.end) or _GROWTH.search(text, max(0, part.start - 40), share.end):
            continue
        wholes = [
            one for one in _candidates(text, part, found, before) if one.scaled == part.scaled or one.value > 1000
        ]
        near = [one for one in wholes if one in found and one.end < part.start]
        slack = 2.5 if _about(text, share) or _about(text, part) else _ROUND
        near = [one for one in near if not _AGED.match(text, one.end)]
        if not near or any(_fits(part.value, one.value, share.value, share.value, slack) for one in wholes):
            continue
        whole = near[-1]
        yield Wrong(
            whole.start,
            share.end,
            share.text,
            f"{shown(round(part.value / whole.value * 100, 1))} per cent",
        )


_SOME = "|".join(sorted(SHARES, key=len, reverse=True))


@per_lexicon
def _in_words(lexicon: Lexicon) -> re.Pattern[str]:
    return regex.compiled(
        rf"(?:[ \xa0][a-z]+)?,{BLANK}or{BLANK}(?P<words>{_SOME})\b(?=,|\)|;|\.|{BLANK}of{BLANK}(?:them|those))"
    )


def _fractions(text: str, found: Sequence[Quantity], before: Sequence[Quantity], lexicon: Lexicon) -> Iterator[Wrong]:
    """*Of the 112 States that replied, 84, or two thirds, have none*."""
    for part in found:
        match = None if part.share else _in_words(lexicon).match(text, part.end)
        if match is None:
            continue
        low, high = SHARES[match["words"]]
        wholes = _candidates(text, part, found, before)
        near = [one for one in wholes if one in found and one.end < part.start]
        if near and not any(_fits(part.value, one.value, low, high, 1.5) for one in wholes):
            yield Wrong(
                near[-1].start,
                match.end(),
                match["words"],
                f"{shown(round(part.value / near[-1].value * 100, 1))} per cent",
            )


@per_lexicon
def _of_them(lexicon: Lexicon) -> re.Pattern[str]:
    return regex.compiled(
        rf"\b(?P<words>{_SOME}){BLANK}of{BLANK}(?:those|these|the|such){BLANK}(?:[a-z-]+{BLANK}){{0,2}}[a-z-]+,{BLANK}(?:or|that{BLANK}is,?){BLANK}$"
    )


def _parts_of_them(
    text: str, found: Sequence[Quantity], before: Sequence[Quantity], lexicon: Lexicon
) -> Iterator[Wrong]:
    """*Two thirds of those accidents, or 63*, after 84 accidents."""
    for part in found:
        match = None if part.share else _of_them(lexicon).search(text, max(0, part.start - 90), part.start)
        if match is None or _about(text[: match.start()], _at(match.start())):
            continue
        low, high = SHARES[match["words"]]
        wholes = _candidates(text, part, found, before)
        near = [one for one in wholes if one in found and one.end <= match.start()]
        if near and not any(_fits(part.value, one.value, low, high, 1.5) for one in wholes):
            yield Wrong(match.start(), part.end, part.text, shown(round(near[-1].value * (low + high) / 200)))


def _at(place: int) -> Quantity:
    return Quantity(place, place, "", 0.0, False, False, "")


@per_lexicon
def _change_in_words(lexicon: Lexicon) -> re.Pattern[str]:
    return regex.compiled(
        rf"\ban?{BLANK}(?P<what>increase|rise|growth|decrease|decline|fall|drop|reduction){BLANK}of{BLANK}(?P<words>{_SOME})\b"
    )


def _changes(text: str, found: Sequence[Quantity], lexicon: Lexicon) -> Iterator[Wrong]:
    """*From $48 in 2015 to $36 in 2025, a decrease of one third*."""
    for match in _change_in_words(lexicon).finditer(text):
        two = [one for one in found if one.end <= match.start() and not one.share][-2:]
        if len(two) < 2 or match.start() - two[1].end > 40 or BREAK.search(text, two[0].start, match.start()):
            continue
        if not _FROM.search(text, max(0, two[0].start - 8), two[0].start) or not two[0].value:
            continue
        low, high = SHARES[match["words"]]
        change = abs(two[1].value - two[0].value) / two[0].value * 100
        if not low - 2.5 <= change <= high + 2.5:
            yield Wrong(match.start("words"), match.end(), match["words"], f"{shown(round(change, 1))} per cent")


_FROM = lazy(r"\bfrom[ \xa0]$")

# ------------------------------------------------------------------------------------------------ averages and sums

_MEAN = lazy(
    rf"(?:that{BLANK}is,?|or|thus|which{BLANK}is|namely,?){BLANK}(?:an?{BLANK}|on{BLANK})average,?{BLANK}(?:of{BLANK})?$"
)


def _means(text: str, found: Sequence[Quantity]) -> Iterator[Wrong]:
    """*1,260 persons lost their lives in 84 accidents, that is, an average of 14 persons in each*."""
    for at, mean in enumerate(found):
        others = [one for one in found[:at] if not one.share]
        if mean.share or len(others) < 2 or not _MEAN.search(text, max(0, mean.start - 40), mean.start):
            continue
        if any(
            abs(one.value / other.value - mean.value) <= max(0.51, 0.02 * mean.value)
            for one, other in permutations(others, 2)
            if other.value
        ):
            continue
        one, other = sorted(others[-2:], key=lambda each: -each.value)
        if other.value > 1:
            yield Wrong(others[-2].start, mean.end, mean.text, shown(round(one.value / other.value, 1)))


_SUMMED = lazy(
    rf"(?:,{BLANK}(?:or|that{BLANK}is,?|thus|making|giving|totalling|i\.e\.,?)|so{BLANK}that){BLANK}(?:(?:a{BLANK}total{BLANK})?of{BLANK}|in{BLANK}all{BLANK}|a{BLANK}total{BLANK}of{BLANK})?$"
)
_IN_ALL = lazy(rf"(?:{BLANK}[A-Za-z-]+){{0,4}},?{BLANK}(?:in{BLANK}(?:all|total)|altogether)\b")
_EXPLICIT = lazy(
    rf"\b(?:so{BLANK}that{BLANK}in{BLANK}all|in{BLANK}all,?|total{BLANK}of|making|totalling){BLANK}(?:of{BLANK})?$"
)


def _totals(text: str, found: Sequence[Quantity]) -> Iterator[Wrong]:
    """*In 22 of the 90 countries …, in a further 18 …, so that in all 42 …*; *two from each of five, that is, 12 in all*."""
    for at, total in enumerate(found):
        head = text[max(0, total.start - 40) : total.start]
        summed = _SUMMED.search(head) is not None
        if _THUS.search(head) or (
            at
            and _THUS.search(text, max(0, found[at - 1].start - 40), found[at - 1].start)
            and _AND.fullmatch(text, found[at - 1].end, total.start)
        ):
            yield from _follows(total, found[: at - (not _THUS.search(head))])
            continue
        told = (summed and (_IN_ALL.match(text, total.end) or _EXPLICIT.search(head))) or (
            _EXPLICIT.search(head) and "so" in head
        )
        parts = [
            one
            for one in found[:at]
            if not one.share and one.value > 0 and not BREAK.search(text, one.end, total.start)
        ]
        later = any(one.start - total.end < _MOST_BEHIND for one in found[at + 1 :])
        if total.share or not told or len(parts) < 2 or later:
            continue  # *or 144 in all in three years*
        if _made(total.value, [one.value for one in parts[-_MOST_PARTS:]]):
            continue
        right = parts[-1].value + parts[-2].value if max(parts[-1].value, parts[-2].value) < total.value else 0.0
        product = parts[-1].value * parts[-2].value
        close = min((right, product), key=lambda value: abs(value - total.value))
        yield Wrong(parts[-2].start, total.end, total.text, shown(close))


_THUS = lazy(rf"\bthus{BLANK}(?:be{BLANK})?(?:[a-z]+{BLANK})?$")
_AND = lazy(rf"(?:{BLANK}[a-z]+){{1,3}}{BLANK}and{BLANK}")


def _follows(total: Quantity, parts: Sequence[Quantity]) -> Iterator[Wrong]:
    """*180 passengers and a crew of 12 should thus carry 182 lifejackets*: an amount that no two others give."""
    plain = [one.value for one in parts if not one.share]
    shares = [one.value / 100 * value for one in parts if one.share for value in plain]
    if (
        len(plain) >= 2
        and not total.share
        and not _made(total.value, plain[-_MOST_PARTS:])
        and total.value not in shares
    ):
        steps = [abs(one - other) for one, other in combinations(plain, 2)] + [
            one / other for one, other in permutations(plain, 2) if other
        ]
        if total.value not in steps:
            yield Wrong(
                total.start,
                total.end,
                total.text,
                shown(shares[0] if shares and total.value < min(plain) else sum(plain[-2:])),
            )


def _made(total: float, parts: Sequence[float]) -> bool:
    """Whether some of the parts add up to the total, or two or three multiply to it."""
    for size in range(1, len(parts) + 1):
        for some in combinations(parts, size):
            if abs(sum(some) - total) <= 0.001 * total:
                return True
            if 1 < size <= _MOST_FACTORS:
                product = 1.0
                for value in some:
                    product *= value
                if abs(product - total) <= 0.001 * total:
                    return True
    return False


# ------------------------------------------------------------------------------------------------ parts and steps

_OF_THEM = lazy(rf"(?:{BLANK}[a-z]+)?{BLANK}of{BLANK}(?:them|those|these)\b")
_OUT_OF = lazy(rf"\b(?:in|out{BLANK}of|and|or|to)(?:{BLANK}every)?{BLANK}$")


def _more_than_whole(text: str, found: Sequence[Quantity]) -> Iterator[Wrong]:
    """*34 States, 39 of them from Africa*; *only 9,000 of those households*."""
    for at, part in enumerate(found):
        if (
            not at
            or part.share
            or not _OF_THEM.match(text, part.end)
            or _OUT_OF.search(text, max(0, part.start - 24), part.start)
        ):
            continue
        start = max((cut.end() for cut in _APART.finditer(text, 0, part.start)), default=0)
        wholes = [one for one in found[:at] if not one.share and one.start >= start and one.words]
        if wholes and part.value > max(one.value for one in wholes) and part.scaled == wholes[-1].scaled:
            yield Wrong(part.start, part.end, part.text, f"at most {wholes[-1].text}")


_BY = lazy(rf"\b(?:reduced|increased|raised|lowered|cut|rose|fell|grown|expanded){BLANK}by{BLANK}$")


def _steps(text: str, found: Sequence[Quantity]) -> Iterator[Wrong]:
    """*Reduced by 1,400, from 8,640 to 7,200*."""
    for step, low, high in zip(found, found[1:], found[2:], strict=False):
        if step.share or low.share or high.share or not _BY.search(text, max(0, step.start - 20), step.start):
            continue
        joint = regex.compiled(rf"(?:{BLANK}[a-z]+){{0,2}},?{BLANK}from{BLANK}").fullmatch(text, step.end, low.start)
        onward = regex.compiled(rf"(?:{BLANK}[a-z]+){{0,3}}{BLANK}to{BLANK}").fullmatch(text, low.end, high.start)
        if joint and onward and abs(abs(high.value - low.value) - step.value) > 0.001 * step.value:
            yield Wrong(step.start, high.end, step.text, shown(abs(high.value - low.value)))
