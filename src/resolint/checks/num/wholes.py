"""Relations of a whole to its parts, and of a product to its factors, wherever they stand in a paragraph."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from resolint import regex
from resolint.checks.num.quantities import BREAK, LEADING, PART_OF, Quantity, stem
from resolint.checks.shared.counting import BLANK
from resolint.frozen import NamedTuple
from resolint.lexicon import Lexicon, per_lexicon
from resolint.lexicon.fractions import SHARES
from resolint.lexicon.ordinals import cardinal_word, cardinals, multipliers
from resolint.regex import lazy

__all__ = ["Wrong", "of_wholes", "shown"]


class Wrong(NamedTuple):
    """Amounts that do not fit: the stretch to show, the amount to doubt, and what it would be by the others."""

    start: int
    end: int
    found: str
    right: str
    unsure: bool = False


def shown(value: float) -> str:
    """An amount as it is told in a message."""
    return f"{round(value, 2):,.10g}"


_THE = r"(?:the|these|those|its)"
_TOTAL_OF = rf"an?{BLANK}(?:grand{BLANK})?total{BLANK}of"
_OR = r"(?:or|that[ \xa0]is,?|namely,?|i\.e\.,?|making|totalling|giving|for)"
_ROUND = 0.6


def of_wholes(text: str, found: Sequence[Quantity], lexicon: Lexicon) -> Iterator[Wrong]:
    """All amounts of a paragraph that do not fit the whole or the product that they belong to."""
    if " of wh" in text:
        yield from _of_which(text, found, lexicon)
    if "none" in text or " no" in text:
        yield from _rest_without(text, found)
    if "per cent" in text:
        yield from _share_of_whole(text, found)
    if "f the" in text or "f all" in text:
        yield from _more_than_all(text, found)
    yield from _fraction_of_them(text, found, lexicon)
    if "each" in text or "per " in text or "every" in text:
        yield from _for_each(text, found)
        yield from _on_average(text, found)


def _near(text: str, one: Quantity, other: Quantity, reach: int) -> bool:
    """Whether two amounts stand in one sentence, at most so many characters apart."""
    return 0 <= other.start - one.end <= reach and not BREAK.search(text, one.end, other.start)


def _about(text: str, one: Quantity) -> bool:
    return _ROUGH.search(text, max(0, one.start - 20), one.start) is not None


_ROUGH = lazy(
    rf"\b(?:about|some|over|nearly|almost|around|approximately|roughly|than|estimated){BLANK}(?:an?{BLANK})?$"
)

# ------------------------------------------------------------------------------------------------ of which, none

_WHICH = lazy(
    rf"(?<!course )\bof{BLANK}(?:which|whom){BLANK}(?:only{BLANK}|some{BLANK}|about{BLANK}|at{BLANK}least{BLANK})?$"
)
_BESIDE = lazy(r"(?:,?[ \xa0]or[ \xa0]|[ \xa0]\()(?:about[ \xa0]|some[ \xa0])?$")
_JOINT = lazy(r"[^;:.()]{1,90}?(?:,|,? and|,? while|,? whereas)[ \xa0](?:that[ \xa0])?(?:the[ \xa0]other[ \xa0])?$")
_PLACE = lazy(
    rf"{BLANK}(?:in|from|for|to|at|by|on|with|is|are|was|were|had|have|has|should|shall|would|will|went|came|[a-z]+ed)\b"
)


def _of_which(text: str, found: Sequence[Quantity], lexicon: Lexicon) -> Iterator[Wrong]:
    """*40 countries, of which 20 should be in Africa, 12 in Asia and 8 in Europe*; *two copies, of which three*."""
    hundreds = _hundreds(lexicon)
    for at in range(1, len(found)):
        first = found[at]
        if (
            not _WHICH.search(text, max(0, first.start - 24), first.start)
            or first.share
            or first.words.startswith(hundreds)
        ):
            continue
        wholes = [
            one
            for one in found[:at]
            if not one.share
            and not one.words.startswith(hundreds)
            and _near(text, one, first, 150)
            and _about(text, one) == _about(text, first)
        ]
        if not wholes:
            continue
        whole = wholes[-1]
        if first.value > max(one.value for one in wholes) and first.scaled == whole.scaled:
            yield Wrong(first.start, first.end, first.text, f"at most {whole.text}")
            continue
        parts = _chain(text, first, found[at + 1 :])
        last = parts[-1]
        if len(parts) < 2 or not text[parts[-2].end : last.start].rstrip(" \xa0").endswith(("and", "while", "whereas")):
            continue
        total = sum(one.value for one in parts)
        if all(_PLACE.match(text, one.end) for one in parts) and not any(_same(total, one.value) for one in wholes):
            whole = next((one for one in reversed(wholes) if one.value >= first.value), whole)
            if total < whole.value * (_MOST_OF_IT if len(parts) > 2 else _NEARLY_ALL) and not _earmarked(text, parts):
                continue  # not all parts are named
            yield Wrong(whole.start, last.end, whole.text, shown(total), unsure=total < whole.value)


_FOR = lazy(rf"{BLANK}(?:is|are|was|were|shall{BLANK}be|will{BLANK}be){BLANK}(?:for|to)\b")


def _earmarked(text: str, parts: Sequence[Quantity]) -> bool:
    """Whether every part of a sum of money is *for* something: then all of it is shared out."""
    return _FOR.match(text, parts[0].end) is not None and all("$" in part.text for part in parts)


_MOST_OF_IT = 0.8
_NEARLY_ALL = 0.9


@per_lexicon
def _hundreds(lexicon: Lexicon) -> tuple[str, ...]:
    """Words that go on with the number before them; *million* is read with it."""
    return tuple(word for word, number in multipliers(lexicon).items() if number < 1_000_000)


def _same(one: float, other: float) -> bool:
    return abs(one - other) <= 0.001 * other


def _more_than_all(text: str, found: Sequence[Quantity]) -> Iterator[Wrong]:
    """*Of the 49,400 hours of recordings, 91,000 hours are kept on tape*."""
    for whole, part in itertools.pairwise(found):
        if whole.share or part.share or whole.scaled != part.scaled or part.value <= whole.value:
            continue
        if not LEADING.search(text, max(0, whole.start - 14), whole.start) or not _near(text, whole, part, 120):
            continue
        noun, own = whole.words.split(), part.words.split()
        if (
            own
            and text[whole.end : part.start].rstrip(" \xa0").endswith(",")
            and (own[0] in _VERBS or own[:1] == noun[:1])
        ):
            yield Wrong(part.start, part.end, part.text, f"at most {whole.text}")


_VERBS = frozenset(["are", "were", "is", "was", "have", "had", "has", "do", "did", "receive", "received", "live"])


def _chain(text: str, first: Quantity, later: Sequence[Quantity]) -> list[Quantity]:
    """An amount and those that are listed after it; shares that only say the same again (*or 55 per cent*) are left out."""
    parts = [first]
    for one in later:
        if one.share and _BESIDE.search(text, max(0, one.start - 12), one.start):
            continue
        if one.share or not _JOINT.fullmatch(text, parts[-1].end, one.start):
            break
        parts.append(one)
    return parts


_CONTRAST = lazy(rf"\b(?:while|whereas|and|but){BLANK}(?:that{BLANK})?(?:the{BLANK}other{BLANK})?$")
_NONE = lazy(rf"{BLANK}(?:[a-z]+{BLANK})?(?:none|no{BLANK}such|not{BLANK}yet|neither)\b")


def _rest_without(text: str, found: Sequence[Quantity]) -> Iterator[Wrong]:
    """*Only 7 of the 16 countries had a law, whereas 9 had none*."""
    for at in range(len(found) - 2):
        one, other, rest = found[at : at + 3]
        if one.share or other.share or rest.share or not _NONE.match(text, rest.end):
            continue
        if not _CONTRAST.search(text, max(0, rest.start - 24), rest.start) or not _near(text, one, rest, 260):
            continue
        if PART_OF.fullmatch(text, one.end, other.start):
            whole, part = other, one
        elif LEADING.search(text, max(0, one.start - 14), one.start):
            whole, part = one, other
        else:
            continue
        if part.value + rest.value != whole.value:
            yield Wrong(one.start, rest.end, rest.text, shown(whole.value - part.value))


# ------------------------------------------------------------------------------------------------ shares and fractions

_AGAIN = lazy(r",[ \xa0](?:or[ \xa0]|that[ \xa0]is,?[ \xa0])(?:about[ \xa0]|some[ \xa0])?$|[ \xa0]\($")
_WHICH_AFTER = lazy(rf"[^;:.]{{1,60}}?\bof{BLANK}(?:which|whom)\b")


def _share_of_whole(text: str, found: Sequence[Quantity]) -> Iterator[Wrong]:
    """*Of the 5,200 springs observed, 1,300, or 25 per cent, have dried up*."""
    for part, share in itertools.pairwise(found):
        if not share.share or part.share or share.start - part.end > 30:
            continue
        if not _AGAIN.search(text, part.end, share.start) or BREAK.search(text, part.end, share.start):
            continue
        wholes = [
            one
            for one in found
            if one.end < part.start
            and not one.share
            and not BREAK.search(text, one.end, part.start)
            and (LEADING.search(text, max(0, one.start - 14), one.start) or _WHICH_AFTER.match(text, one.end))
        ]
        if len(wholes) != 1 or not share.value or wholes[0].scaled != part.scaled:
            continue
        right = part.value / wholes[0].value * 100
        if abs(right - share.value) > max(_ROUND, 0.011 * right):
            yield Wrong(wholes[0].start, share.end, share.text, f"{shown(right)} per cent")


_SOME = "|".join(sorted(SHARES, key=len, reverse=True))


@per_lexicon
def _portion(lexicon: Lexicon) -> re.Pattern[str]:
    """A part in words (*two thirds of them*, *three out of every five*) before the amount that it comes to."""
    words = [cardinal_word(number, lexicon) for number in range(1, 11)]
    return regex.compiled(
        rf"(?<!than )(?<!over )(?<!nearly )(?<!almost )(?<!least )\b"
        rf"(?:(?P<words>{_SOME})(?:{BLANK}of{BLANK}(?:them|those|these|whom|which|th(?:is|at|e){BLANK}(?:number|amount|sum|total|figure|area)))?"
        rf"|(?P<few>{'|'.join(words[:4])})(?:{BLANK}(?:out{BLANK}of|in){BLANK}(?:every{BLANK})?)"
        rf"(?P<all>{'|'.join(words[1:])})\b[^;:.,\d]{{0,50}}?)"
        rf"(?:,{BLANK}|{BLANK}\(){_OR}?{BLANK}?(?:(?:some|about|approximately){BLANK})?$"
    )


def _fraction_of_them(text: str, found: Sequence[Quantity], lexicon: Lexicon) -> Iterator[Wrong]:
    """*147 million persons …, and two thirds of them, or 98 million*: some amount before has to be the whole."""
    portion, numbers = _portion(lexicon), cardinals(lexicon)
    for at, part in enumerate(found):
        if part.share:
            continue
        match = portion.search(text, max(0, part.start - 100), part.start)
        if match is None or text[match.end() - 1] not in " (\xa0":
            continue
        if match["words"]:
            low, high = map(float, SHARES[match["words"]])
        else:
            low = high = numbers[match["few"]] * 100 / numbers[match["all"]]
        wholes = [one for one in found[:at] if not one.share and one.end <= match.start() and one.value >= _LEAST]
        if not wholes or wholes[-1].scaled != part.scaled:
            continue
        if not any(low - 1 <= part.value / one.value * 100 <= high + 1 for one in wholes):
            known = [one for one in wholes if _KNOWN.search(text, max(0, one.start - 8), one.start)]
            whole = (known or wholes[:1])[-1]
            yield Wrong(match.start(), part.end, part.text, shown(whole.value * (low + high) / 200))


_LEAST = 4
_KNOWN = lazy(rf"\b(?:the|these|those|all){BLANK}$")

# ------------------------------------------------------------------------------------------------ products

_EACH_OF = lazy(rf"\b[Ee]ach{BLANK}of{BLANK}{_THE}{BLANK}$")
_SHARED_OUT = lazy(
    rf"(?:{BLANK}[a-z-]+){{0,3}}?{BLANK}(?:from|by|for|in|to|of){BLANK}each{BLANK}of{BLANK}{_THE}{BLANK}"
)
_SUM = lazy(rf"(?:,|{BLANK}\(){BLANK}?{_OR}{BLANK}(?:{_TOTAL_OF}{BLANK})?$|\b{_TOTAL_OF}{BLANK}$")
_YEARLY = lazy(rf"\b(?:an?|per|each|every){BLANK}(?P<unit>year|month|week|day)\b")
_EACH_END = lazy(rf"(?:{BLANK}[a-z-]+){{0,3}}?{BLANK}(?:each|apiece)\b")
_ALL = lazy(rf"(?:{BLANK}[A-Za-z]+){{0,3}},?{BLANK}(?:in{BLANK}total|in{BLANK}all|altogether|overall)\b")
_OF_SIZE = lazy(rf"(?:{BLANK}[a-z-]+){{1,4}}{BLANK}(?:of|with|for|to){BLANK}(?:up{BLANK}to{BLANK})?$")
_LISTED = lazy(r"[^;:.()\d]{3,60}?,[ \xa0](?:with[ \xa0]|namely,?[ \xa0])?$")


def _for_each(text: str, found: Sequence[Quantity]) -> Iterator[Wrong]:
    """*Each of the two centres will train 24 specialists, or 48 in all*; *25 members, five from each of the five groups*."""
    for at in range(len(found) - 2):
        one, two, three = found[at : at + 3]
        if one.share or two.share or three.share or not _near(text, one, three, 200):
            continue
        if _SHARED_OUT.fullmatch(text, two.end, three.start) and _LISTED.fullmatch(text, one.end, two.start):
            if two.value * three.value != one.value and one.value > two.value:
                yield Wrong(one.start, three.end, one.text, shown(two.value * three.value))
            continue
        factors = _EACH_OF.search(text, max(0, one.start - 24), one.start) is not None or (
            _OF_SIZE.fullmatch(text, one.end, two.start) is not None
            and _EACH_END.match(text, two.end, three.start) is not None
        )
        told = _SUM.search(text, max(two.end, three.start - 40), three.start) or _ALL.match(text, three.end)
        if not factors or not told:
            continue
        right = one.value * two.value
        often = _YEARLY.search(text, two.end, three.start)
        later = found[at + 3] if at + 3 < len(found) and _near(text, three, found[at + 3], 60) else None
        times = later.value if often and later and later.counts(often["unit"]) else 1
        if three.value not in (right, right * times) and (times > 1 or not often):
            end = later.end if later is not None and times > 1 else three.end
            yield Wrong(one.start, end, three.text, shown(right * times))


_MEAN = lazy(
    rf"(?:,{BLANK}|{BLANK}\()(?:or|that{BLANK}is,?|i\.e\.,?){BLANK}(?:an{BLANK}average{BLANK}(?:cost{BLANK})?of{BLANK}|on{BLANK}average,?{BLANK})?$"
    rf"|\b(?:an{BLANK}average{BLANK}(?:cost{BLANK})?of|averaging){BLANK}$"
)
_APIECE = lazy(
    rf"(?:{BLANK}[A-Za-z]+){{0,3}}?{BLANK}(?:per|for{BLANK}each|for{BLANK}every|an?|each){BLANK}(?P<noun>[a-z][a-z-]+)"
)

_COST = lazy(
    rf"\b(?:cost|total|amount|sum|sums|gift|budget|expenditure|area|length|weight){BLANK}of{BLANK}$|\bor{BLANK}$"
)


def _on_average(text: str, found: Sequence[Quantity]) -> Iterator[Wrong]:
    """*160 springs were restored at a total cost of $2.4 million, or an average of $15,000 for each spring*."""
    for total, mean in itertools.pairwise(found):
        if total.share or mean.share or not _MEAN.search(text, max(total.end, mean.start - 40), mean.start):
            continue
        each = _APIECE.match(text, mean.end)
        if each is None or not _near(text, total, mean, 60) or ("$" in total.text) != ("$" in mean.text):
            continue
        if "$" not in total.text and not _COST.search(text, max(0, total.start - 24), total.start):
            continue
        noun = stem(each["noun"])
        counted = [one for one in found if one.end <= total.start and not one.share and one.counts(noun)]
        if len(counted) != 1 or counted[0].value < 2:
            continue
        right = total.value / counted[0].value
        if abs(right - mean.value) > max(0.51, 0.02 * right):
            yield Wrong(counted[0].start, mean.end, mean.text, shown(right))
