"""How sentences tell amounts that follow from one another, read with a sign in place of every amount.

*The 2,200 fishers, 1,200 women and 900 men, …*: what stands between amounts is a few words of a kind, and a frame says which
kinds, in which order, and what the amounts then have to come to.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from resolint.checks.num.quantities import Quantity
from resolint.checks.num.wholes import Wrong, shown
from resolint.frozen import NamedTuple
from resolint.lexicon.fractions import PARTS, SHARES
from resolint.regex import lazy

__all__ = ["of_frames"]

_NUMBER, _SHARE = 0xE000, 0xE400
_MOST = 60
"""More amounts in a paragraph are a table."""
_N, _P = r"[\ue000-\ue3ff]", r"[\ue400-\ue7ff]"
_G = r"[^\ue000-\ue7ff;:.()]"
_WORDS = "|".join(sorted(SHARES, key=len, reverse=True))
_AND = r",? (?:and|while|plus|whereas) "
_PARTS = rf"(?P<parts>{_N}{_G}{{1,50}}?(?:,(?: and| while)? {_N}{_G}{{1,50}}?){{0,5}}{_AND}{_N}{_G}{{0,50}}?)"
_F = rf"(?:(?P<f>{_WORDS})|(?P<k>{_N}) (?:in|out of)(?: every)? (?P<m>{_N}))"
_EXACT = "".join(
    rf"(?<!{word} )"
    for word in ("about", "some", "over", "than", "nearly", "almost", "least", "around", "approximately")
)
_OR = r"(?:or|that is,?|namely,?|i\.e\.,?|in all,?|making|giving|totalling|amounting to|for)"
_UNIT = r"(?:year|month|week|day|hour)"

Amounts = Mapping[str, float]


class _Frame(NamedTuple):
    """A pattern of words and signs, what its amounts have to come to, and which of them is doubted.

    ``judge`` gives what the doubted amount would be, None where it fits or where nothing follows. One of the words ``having`` is
    in every match.
    """

    having: tuple[str, ...]
    pattern: re.Pattern[str]
    judge: Callable[[Amounts, Sequence[float], re.Match[str]], float | None]
    doubted: str
    unsure: bool = False


def _n(name: str) -> str:
    return rf"(?P<{name}>{_N})"


def _near(one: float, other: float, slack: float = 0.001) -> bool:
    return abs(one - other) <= slack * max(abs(one), abs(other))


# ------------------------------------------------------------------------------------------------ parts and wholes


def _apposed(v: Amounts, parts: Sequence[float], match: re.Match[str]) -> float | None:
    """A sum that comes near the whole and is not the whole: other amounts seldom do."""
    total = sum(parts)
    close = 0.75 * v["w"] <= total <= 1.3 * v["w"]
    return None if _near(total, v["w"]) or max(parts) >= v["w"] or not close else total


def _summed(v: Amounts, parts: Sequence[float], match: re.Match[str]) -> float | None:
    sums = [sum(parts[first:]) for first in range(len(parts))]
    fits = any(_near(v["t"], one) for one in sums) or (len(parts) == _TWO and _near(v["t"], parts[0] * parts[1]))
    return None if fits or not 0.5 * sums[0] <= v["t"] <= 2 * sums[0] else sums[0]


_TWO = 2


def _all_of_them(v: Amounts, parts: Sequence[float], match: re.Match[str]) -> float | None:
    return None if _near(sum(parts), v["w"]) or parts[-1] >= v["w"] else v["w"] - sum(parts[:-1])


def _too_many(v: Amounts, parts: Sequence[float], match: re.Match[str]) -> float | None:
    total = sum(parts)
    return total if total > v["w"] * 1.001 and max(parts) < v["w"] and total < 2 * v["w"] else None


def _complement(v: Amounts, parts: Sequence[float], match: re.Match[str]) -> float | None:
    return None if _near(v["a"] + v["b"], v["w"]) or v["a"] > v["w"] else v["w"] - v["a"]


# ------------------------------------------------------------------------------------------------ fractions and shares


def _bounds(v: Amounts, match: re.Match[str]) -> tuple[float, float]:
    if match["f"]:
        low, high = SHARES[match["f"]]
        return float(low), float(high)
    share = v["k"] / v["m"] * 100 if v["m"] else 0.0
    return share, share


def _fraction(v: Amounts, parts: Sequence[float], match: re.Match[str]) -> float | None:
    low, high = _bounds(v, match)
    if not low or not v["w"] or v["w"] < _LEAST:
        return None
    share = v["a"] / v["w"] * 100
    return None if low - 1.5 <= share <= high + 1.5 else v["w"] * (low + high) / 200


_LEAST = 4


def _compared(v: Amounts, parts: Sequence[float], match: re.Match[str]) -> float | None:
    if not v["w"]:
        return None
    low, high = (50.0, 50.0) if match["most"] else tuple(map(float, SHARES[match["f"]]))
    share, less = v["a"] / v["w"] * 100, match["less"] is not None
    return None if (share < high + 0.5 if less else share > low - 0.5) else v["w"] * (low + high) / 200


def _percent(v: Amounts, parts: Sequence[float], match: re.Match[str]) -> float | None:
    if not v["w"] or v["a"] > v["w"]:
        return None
    right = v["a"] / v["w"] * 100
    return None if abs(right - v["p"]) <= max(0.6, right * 0.011) else right


def _grown(v: Amounts, parts: Sequence[float], match: re.Match[str]) -> float | None:
    if not v["a"]:
        return None
    right = abs(v["b"] - v["a"]) / v["a"] * 100
    return None if abs(right - v["p"]) <= max(0.6, right * 0.011) or right == 0 else right


# ------------------------------------------------------------------------------------------------ products, differences


def _product(v: Amounts, parts: Sequence[float], match: re.Match[str]) -> float | None:
    right = v["a"] * v["b"]
    return None if _near(right, v["t"], 0.02) or not 0.1 * right <= v["t"] <= 10 * right else right


def _difference(v: Amounts, parts: Sequence[float], match: re.Match[str]) -> float | None:
    step = v["b"] - v["a"] if match["way"] in ("fewer", "less") else v["a"] - v["b"]
    return None if _near(step, v["d"], 0.01) or step <= 0 else step


def _turned(v: Amounts, parts: Sequence[float], match: re.Match[str]) -> float | None:
    up = match["verb"].lower() in _UP
    return v["b"] if (v["a"] < v["b"]) == up and v["a"] != v["b"] else None


def _contrary(v: Amounts, parts: Sequence[float], match: re.Match[str]) -> float | None:
    """A rise that is called a fall: what it would end with."""
    up = match["way"] in ("increase", "rise", "growth")
    return None if v["a"] == v["b"] or (v["a"] < v["b"]) == up else (v["a"] + v["d"] if up else v["a"] - v["d"])


_UP = ("rose", "increased", "grew", "risen", "grown", "climbed")
_VERB = r"(?P<verb>[Rr]ose|[Ii]ncreased|[Gg]rew|risen|grown|climbed|[Ff]ell|[Dd]eclined|[Dd]ecreased|[Dd]ropped|fallen)"
_NOTHING = r"(?:none\b|no such|neither|undecided|vacant|closed)"
_FULL = r"(?:none|no\b|not\b|neither|vacant|closed|empty|unfilled|undecided|remain|out of order|still)"

_FRAMES = (
    _Frame(
        (", ", " ("),
        lazy(
            rf"{_EXACT}{_n('w')} (?:[A-Za-z][\w’-]* ){{0,3}}?[A-Za-z][\w’-]*(?: [a-z][\w’-]*){{0,3}}?(?:, (?:of wh(?:om|ich)"
            rf" |namely,? |comprising )?| \(){_PARTS}(?=,|\)|$|;|\.)"
        ),
        _apposed,
        "w",
        unsure=True,
    ),
    _Frame(
        ("of whom ", "of which "),
        lazy(
            rf"{_EXACT}{_n('w')} [A-Za-z]{_G}{{2,120}}?, of wh(?:om|ich) (?P<parts>{_N} [a-z]{_G}{{1,60}}?"
            rf"(?:,(?: and| while)? {_N} [a-z]{_G}{{1,60}}?){{0,5}}{_AND}{_N})(?= [a-z])"
        ),
        _apposed,
        "w",
    ),
    _Frame(
        ("in all", "altogether", "total", "together", "making", "giving", "mounting to", "dding up to"),
        lazy(
            rf"{_PARTS},? (?:which (?:is|makes|gives) |thus )?(?:(?:{_OR}|together|adding up to) )?(?:(?:together|altogether"
            rf"|in all|in total|an? (?:grand |combined )?total of|an? sum of),? )+?{_n('t')}"
            rf"|{_PARTS.replace('parts', 'parts2')},? (?:making|giving|totalling|amounting to|adding up to) (?:a total"
            rf" of )?{_n('t2')}"
            rf"|{_PARTS.replace('parts', 'parts3')},? (?:or |that is,? |making |giving )?{_n('t3')}(?: [a-z]+)?(?: [a-z]+)?"
            rf" (?:in all|altogether|in total|together)\b"
        ),
        _summed,
        "t",
    ),
    _Frame(
        ("f the ", "f these ", "f those ", "f all "),
        lazy(
            rf"\b[Oo]f (?:the|these|those|all) {_n('w')}{_G}{{3,60}}? (?P<parts>{_N}{_G}{{3,60}}?(?:, {_N}{_G}{{3,60}}?){{0,4}},?"
            rf" (?:and|while|whereas)(?: that)?(?: the (?:remaining|other|rest,?))? {_N} (?=(?:[a-z]+ )?{_NOTHING}))"
        ),
        _all_of_them,
        "last",
    ),
    _Frame(
        ("of the ", "of these ", "of those ", "of its "),
        lazy(
            rf"{_n('a')} of (?:the|these|those|its) {_n('w')}{_G}{{3,70}}?(?:,? and|,? while|,? whereas|,? but)(?: that)?"
            rf" (?:the (?:other|remaining) )?{_n('b')}{_G}{{0,20}}? (?:are|were|have|had|is|has|remain)?(?: been)? ?{_FULL}"
        ),
        _complement,
        "b",
    ),
    _Frame(
        ("nclud",),
        lazy(rf"{_n('w')} [a-z]{_G}{{2,40}}? (?:includes?|included) {_PARTS}(?=,|\)|$|;|\.)"),
        _too_many,
        "w",
    ),
    _Frame(
        (*PARTS, " in ", " out of "),
        lazy(
            rf"(?<!than )(?<!over )(?<!nearly )(?<!almost )(?<!least )(?<!about )(?<!some )(?<!\w){_F} of (?:the |these"
            rf" |those |its |all )?{_n('w')}{_G}{{2,60}}?(?:, | \()(?:{_OR} )?(?:some |about )?{_n('a')}(?= [A-Za-z]"
            rf"|,|\)|;|$)(?! (?:years|per|or))"
        ),
        _fraction,
        "a",
    ),
    _Frame(
        PARTS,
        lazy(
            rf"{_n('a')}{_G}{{2,40}}?(?:, (?:or )?(?:exactly )?| \(){_F} of (?:the |these |those |all )?{_n('w')}"
            rf"|{_n('a2')} of (?:the|these|those|its) {_n('w2')}{_G}{{2,50}}?(?:, (?:or |that is,? )?| \()(?P<f2>{_WORDS})"
            rf"(?=,|\)|;| of them)"
        ),
        _fraction,
        "a",
    ),
    _Frame(
        ("than", "majority", "minority"),
        lazy(
            rf"\b(?:(?:(?P<less>[Ff]ewer than|[Ll]ess than|[Uu]nder)|[Mm]ore than|[Oo]ver|[Aa]t least) (?P<f>{_WORDS})"
            rf"|[Aa] (?P<most>majority)) of (?:the |its |these )?(?:{_n('w')} )?[A-Za-z]{_G}{{1,40}}?(?:, | \()(?:{_OR}"
            rf" )?{_n('a')}(?: of (?:the )?(?P<w2>{_N}))?(?=,|\)|;| have| had| are| were)"
        ),
        _compared,
        "a",
    ),
    _Frame(
        ("each ", " each", "apiece", "very ", " per "),
        lazy(
            rf"\b[Ee]ach of (?:the|its|these) {_n('a')}{_G}{{3,50}}?{_n('b')}(?!{_G}{{0,40}} (?:a|per|every|each) {_UNIT}\b)"
            rf"{_G}{{2,40}}?,? (?:{_OR} )?(?:a total of |altogether |in all |in total )?(?<=[a-z] ){_n('t')}"
            rf"|{_n('a2')} [a-z]{_G}{{2,50}}?{_n('b2')}{_G}{{0,25}}? (?:each|apiece),? (?:{_OR} |with )?(?:a total of"
            rf" |altogether |in all |in total )?{_n('t2')}"
            rf"|{_n('t3')}{_G}{{2,60}}? (?:among|between|to|for|over) (?:the |these )?{_n('a3')} [a-z]{_G}{{2,40}}?(?:,"
            rf" | \()(?:with |{_OR} |at )?{_n('b3')}{_G}{{0,20}}? ?(?:each|apiece|to each|for each)\b"
        ),
        _product,
        "t",
    ),
    _Frame(
        ("year", "month", "week", "day", "hour"),
        lazy(
            rf"{_n('b')} (?:[a-z]+ ){{0,3}}?(?:a|per|each|every) (?P<u>{_UNIT})\b{_G}{{0,40}}? (?:for|over|during)(?:"
            rf" a period of)? {_n('a')} (?P=u)s{_G}{{0,40}}?,? (?:{_OR} )(?:a total of )?{_n('t')}(?! (?:per|a) )"
            rf"|{_n('t2')}{_G}{{0,60}}? (?:over|for|in|within|during)(?: a period of)? {_n('a2')} (?P<u2>{_UNIT})s\b{_G}{{0,90}}?"
            rf"(?:or|that is,?|rate of|averaging|average of|average,?) (?:an average of )?{_n('b2')}(?: [a-z]+){{0,3}}?"
            rf" (?:a|per|each|every) (?P=u2)\b"
        ),
        _product,
        "t",
    ),
    _Frame(
        ("more", "fewer", "less"),
        lazy(
            rf"{_n('a')}{_G}{{2,60}}?, (?:that is,? |or )?{_n('d')} (?:[a-z]+ )?(?P<way>more|fewer|less) than (?:in|the"
            rf"|at){_G}{{2,60}}?{_n('b')}(?= [a-z])"
            rf"|{_n('a2')}{_G}{{2,50}}?,? (?:compared (?:with|to)|as against|against) {_n('b2')}{_G}{{2,30}}?, (?:that"
            rf" is,? |or )?{_n('d2')} (?P<way2>more|fewer|less)\b(?! than)"
        ),
        _difference,
        "d",
    ),
    _Frame(
        (" from ",),
        lazy(rf"\b{_VERB} (?:again )?to {_n('a')}(?![^,]{{0,12}}per cent){_G}{{0,40}}? from {_n('b')}"),
        _turned,
        "a",
    ),
    _Frame(
        (" from ",),
        lazy(
            rf"\b(?:{_UP[0]}|{'|'.join(_UP[1:])}|fell|fallen|declined|decreased|dropped) from {_n('a')}{_G}{{0,40}}?"
            rf" to {_n('b')}{_G}{{0,30}}?, (?:or |that is,? |i\.e\.,? )?(?:by )?(?:an? [a-z]+ of )?(?P<p>{_P})(?=,|;"
            rf"|$|\))"
        ),
        _grown,
        "p",
    ),
    _Frame(
        ("increase of", "rise of", "growth of", "decrease of", "decline of", "drop of", "fall of", "reduction of"),
        lazy(
            rf"\bfrom {_n('a')}{_G}{{0,40}}? to {_n('b')}{_G}{{0,40}}?(?:, | \()(?:that is,? |or )?an? "
            rf"(?P<way>increase|rise|growth|decrease|decline|drop|fall|reduction) of {_n('d')}"
        ),
        _contrary,
        "b",
    ),
    _Frame(
        ("out of", " of the ", " of all ", " of those "),
        lazy(
            rf"{_n('a')}{_G}{{0,40}}? out of (?:the |a total of )?{_n('w')}{_G}{{0,40}}?(?:, (?:or |that is,? )| \()(?P<p>{_P})"
            rf"|{_n('a2')}{_G}{{2,40}}?(?:, (?:or |that is,? )| \()(?P<p2>{_P}) of (?:the|all|those|these) {_n('w2')}"
        ),
        _percent,
        "p",
    ),
)


def of_frames(text: str, found: Sequence[Quantity]) -> Iterator[Wrong]:
    """All amounts of a paragraph that do not fit the frame in which they are told."""
    if not 1 < len(found) <= _MOST:
        return
    signed = _signed(text, found)
    for frame in _FRAMES:
        if not any(word in signed for word in frame.having):
            continue
        for match in frame.pattern.finditer(signed):
            wrong = _judged(match, frame, found)
            if wrong is not None:
                yield wrong


def _signed(text: str, found: Sequence[Quantity]) -> str:
    """The text with one sign for each amount; parts in words (*two thirds*) stay as they are."""
    pieces, last = [], 0
    for number, one in enumerate(found):
        lone = one.text == "one" and (one.words[:4] in ("", "and", "or") or one.words.startswith(("and ", "or ")))
        if lone or one.words.split(" ")[0] in PARTS or _NO_COUNT.search(text, max(0, one.start - 14), one.end):
            continue
        pieces += [text[last : one.start], chr((_SHARE if one.share else _NUMBER) + number)]
        last = one.end
    return "".join((*pieces, text[last:])).replace("\xa0", " ")


_NO_COUNT = lazy(r"\b(?:[Aa]t least|[Nn]o|[Mm]ore than|[Nn]ot)[ \xa0]one$")


def _judged(match: re.Match[str], frame: _Frame, found: Sequence[Quantity]) -> Wrong | None:
    groups = {name.rstrip("23"): value for name, value in match.groupdict().items() if value}
    amounts = {
        name: _at(sign, found) for name, sign in groups.items() if len(sign) == 1 and "\ue000" <= sign <= "\ue7ff"
    }
    parts = [_at(sign, found) for sign in groups.get("parts", "") if "\ue000" <= sign <= "\ue3ff"]
    every = [*amounts.values(), *parts]
    if not _of_one_kind(every, match):
        return None
    values = {name: one.value for name, one in amounts.items()}
    try:
        right = frame.judge(values, [one.value for one in parts], _Groups(groups))  # type: ignore[arg-type]
    except KeyError:
        return None
    if right is None or (parts and _counted_otherwise(parts, [*amounts.values()], found)):
        return None
    doubted = parts[-1] if frame.doubted == "last" else amounts[frame.doubted]
    start, end = min(one.start for one in every), max(one.end for one in every)
    told = f"{shown(round(right, 1))} per cent" if doubted.share else shown(right)
    return Wrong(start, end, doubted.text, told, unsure=frame.unsure)


def _counted_otherwise(parts: Sequence[Quantity], wholes: Sequence[Quantity], found: Sequence[Quantity]) -> bool:
    """Whether an amount outside the frame is what the parts come to: *486,000, namely 212,000, 174,000 and 100,000*."""
    total = sum(one.value for one in parts)
    sums = (total, *(total + whole.value for whole in wholes))
    others = (one for one in found if one not in (*parts, *wholes))
    return any(any(_near(one.value, whole) for whole in sums) for one in others)


class _Groups(dict[str, str]):
    """The groups of a match without the figures that tell alternatives apart; what is not there is None."""

    def __missing__(self, key: str) -> None:
        return None


def _at(sign: str, found: Sequence[Quantity]) -> Quantity:
    return found[(ord(sign) - _NUMBER) % (_SHARE - _NUMBER)]


def _of_one_kind(every: Sequence[Quantity], match: re.Match[str]) -> bool:
    """Whether no amount is a sum of money beside one that is not, but for products."""
    money = {"$" in one.text for one in every if not one.share}
    product = any(match.groupdict().get(name) for name in ("t", "t2", "t3"))
    return len(money) <= 1 or product
