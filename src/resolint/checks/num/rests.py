"""What is left of a whole, what is among it, and what fraction a part of it is said to be."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from resolint import regex
from resolint.checks.num.quantities import BREAK, Quantity
from resolint.checks.num.wholes import Wrong, shown
from resolint.checks.shared.counting import BLANK
from resolint.lexicon import Lexicon, per_lexicon
from resolint.lexicon.fractions import SHARES
from resolint.lexicon.ordinals import cardinal_word, cardinals
from resolint.regex import lazy

__all__ = ["of_rests"]


_PERSONS = frozenset(
    ("person", "persons", "people", "children", "women", "men", "girls", "boys", "combatants", "prisoners", "workers",
     "refugees", "students", "pupils", "victims", "casualties", "migrants", "soldiers", "civilians", "voters", "families",
     "personnel", "members", "participants", "inhabitants")
)  # fmt: skip
_AMONG = lazy(
    rf"\b(?:among{BLANK}(?:them|whom)|including|of{BLANK}them){BLANK}(?:(?:at{BLANK}least|some|about|over|more{BLANK}than|nearly){BLANK})?$"
)
_REMAINING = lazy(rf"\bthe{BLANK}(?:other|remaining){BLANK}$")
_REMAIN = lazy(rf"(?:{BLANK}[a-z-]+){{0,2}}?{BLANK}(?:remain|remained|are{BLANK}left|were{BLANK}left)\b")
_TOTAL = lazy(
    rf"\b(?:that{BLANK}is,?|making|i\.e\.,?|or|giving){BLANK}(?:up{BLANK}to{BLANK})?an?{BLANK}(?:[a-z]+{BLANK})?(?:total|maximum|sum|ceiling|strength){BLANK}of{BLANK}$"
)
_TIMES = lazy(rf"\b(?:each|every|per|apiece|an?{BLANK}(?:year|month|week|day|hour))\b")
_SOME = "|".join(sorted(SHARES, key=len, reverse=True))
_OF_SMALL = 2
_BEFORE = 8
"""So many amounts before are looked at."""


@per_lexicon
def _fraction_after(lexicon: Lexicon) -> re.Pattern[str]:
    """*85 of them, or one quarter*; *600,000 women, that is, one in four*."""
    words = [cardinal_word(number, lexicon) for number in range(1, 11)]
    return regex.compiled(
        rf"(?:{BLANK}[a-z]+){{0,3}},?{BLANK}(?:\(|or{BLANK}|that{BLANK}is,?{BLANK}|i\.e\.,?{BLANK})"
        rf"(?:(?P<words>{_SOME})\b|(?P<few>{'|'.join(words[:4])}){BLANK}(?:out{BLANK}of|in){BLANK}(?:every{BLANK})?(?P<all>{'|'.join(words[1:])})\b)"
    )


def of_rests(text: str, found: Sequence[Quantity], lexicon: Lexicon) -> Iterator[Wrong]:
    """Amounts that are more than what they are among, no rest of any whole, no sum, or no such fraction."""
    among = "among " in text or "including" in text or "of them" in text
    left = "remain" in text or "the other " in text or " left" in text
    summed = (
        "total of" in text or "maximum of" in text or "sum of" in text or "ceiling of" in text or "strength of" in text
    )
    told = ", or " in text or "that is" in text or "(" in text or "i.e." in text
    for at, one in enumerate(found):
        if one.share:
            continue
        if among:
            yield from _among(text, found, at)
        if left:
            yield from _left(text, found, at)
        if summed:
            yield from _total(text, found, at)
        if told:
            yield from _fraction(text, found, at, lexicon)


def _others(text: str, found: Sequence[Quantity], at: int) -> list[int]:
    """The places of amounts of the same kind in the sentence before an amount."""
    one = found[at]
    return [
        place
        for place, other in enumerate(found[max(0, at - _BEFORE) : at], max(0, at - _BEFORE))
        if not other.share and ("$" in other.text) == ("$" in one.text) and not BREAK.search(text, other.end, one.start)
    ]


def _among(text: str, found: Sequence[Quantity], at: int) -> Iterator[Wrong]:
    one = found[at]
    if not at or not _AMONG.search(text, max(0, one.start - 32), one.start) or at - 1 not in _others(text, found, at):
        return
    whole = found[at - 1]
    if one.value > whole.value > _OF_SMALL and one.scaled == whole.scaled:
        nouns = [set(amount.words.split()) for amount in (whole, one)]
        sure = all(words & _PERSONS for words in nouns) or bool(nouns[0] & nouns[1])
        yield Wrong(one.start, one.end, one.text, f"at most {whole.text}", unsure=not sure)


def _left(text: str, found: Sequence[Quantity], at: int) -> Iterator[Wrong]:
    one = found[at]
    if not _REMAINING.search(text, max(0, one.start - 16), one.start) and not _REMAIN.match(text, one.end):
        return
    before = _others(text, found, at)
    values = [found[place].value for place in before]
    if len(values) < _OF_SMALL or max(values) <= one.value * 0.5:
        return
    rests = [max(pair) - min(pair) for pair in combinations(values, 2)]
    rests += [2 * max(three) - sum(three) for three in combinations(values, 3)]
    if not any(abs(rest - one.value) <= 0.01 * max(rest, one.value) for rest in (*rests, *values)):
        yield Wrong(
            found[before[-1]].start, one.end, one.text, shown(rests[0] if len(rests) == 1 else max(rests)), unsure=True
        )


def _total(text: str, found: Sequence[Quantity], at: int) -> Iterator[Wrong]:
    one = found[at]
    if not _TOTAL.search(text, max(0, one.start - 48), one.start):
        return
    before_at = _others(text, found, at)
    before = [found[place].value for place in before_at]
    if before_at and _TIMES.search(text, found[before_at[0]].start - 12, one.start):
        return  # *each of the two schools trains 24 keepers a year*: a product, of which ``wholes`` speaks
    sums = [sum(before[first:]) for first in range(len(before) - 1)]
    if sums and one.value not in sums and one.value not in (before[0] * before[-1],):
        yield Wrong(found[before_at[0]].start, one.end, one.text, shown(sums[-1]), unsure=True)


def _fraction(text: str, found: Sequence[Quantity], at: int, lexicon: Lexicon) -> Iterator[Wrong]:
    one = found[at]
    match = _fraction_after(lexicon).match(text, one.end)
    before = _others(text, found, at)
    if match is None or not before:
        return
    if match["words"]:
        low, high = map(float, SHARES[match["words"]])
    else:
        numbers = cardinals(lexicon)
        low = high = numbers[match["few"]] * 100 / numbers[match["all"]]
    wholes = [found[place].value for place in before if found[place].value > one.value]
    if wholes and not any(low - 2 <= one.value / whole * 100 <= high + 2 for whole in wholes):
        yield Wrong(one.start, match.end(), one.text, shown(wholes[-1] * (low + high) / 200), unsure=True)
