"""Checks on amounts of one paragraph that follow from one another: what is left over, parts and whole, growth, cost and count."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from resolint.checks import check
from resolint.checks.num.frames import of_frames
from resolint.checks.num.quantities import BREAK, LEADING, PART_OF, Quantity, quantities, stem
from resolint.checks.num.rests import of_rests
from resolint.checks.num.wholes import Wrong, of_wholes, shown
from resolint.checks.shared.clauses import inside, quotations
from resolint.checks.shared.counting import BLANK
from resolint.checks.shared.texts import texts
from resolint.findings import Hit
from resolint.lexicon import Lexicon
from resolint.lexicon.fractions import PARTS, SHARES
from resolint.model import Block, Document
from resolint.regex import lazy
from resolint.rule import Context

_ROUND = 0.6
_SLACK = 0.011
_OTHER = lazy(rf"\bthe{BLANK}(?:other|remaining|rest,){BLANK}$")
_NAUGHT = lazy(r"\b(?:none|neither|had no|have no|has no|had not|have not|did not|do not|were not|are not|no such)\b")
_CHANGE = lazy(
    rf"\b(?:an?|the|this){BLANK}(?P<what>increase|rise|growth|decrease|decline|fall|drop|reduction){BLANK}(?:of|by){BLANK}$"
)
_COMPARED = lazy(
    r"\b(?:compared (?:with|to)|as against|against|up from|down from|from|than)\b"
    r"|\b(?:in|at)[ \xa0](?:the[ \xa0]end[ \xa0]of[ \xa0])?(?:19|20)\d\d\b.*\band\b"
)
_NAMELY = lazy(
    rf",?{BLANK}(?:namely|that{BLANK}is|comprising|consisting{BLANK}of|made{BLANK}up{BLANK}of),?{BLANK}$|:{BLANK}$|{BLANK}[–—]{BLANK}$|{BLANK}\($"
)
_BETWEEN = lazy(r"[^;:.()]{1,45}?(?:,|,? and)[ \xa0]")
_EACH = lazy(
    rf"{BLANK}(?:[A-Za-z]+{BLANK}){{0,4}}?(?:per|for{BLANK}each|for{BLANK}every|a|each){BLANK}(?P<noun>[a-z][a-z-]+)"
)
_TOTAL = lazy(rf"(?:{BLANK}[A-Za-z]+){{0,4}},?{BLANK}(?:in{BLANK}total|in{BLANK}all|altogether|overall)\b")
_LEADS = lazy(
    rf"(?:,{BLANK}or{BLANK}|,{BLANK}that{BLANK}is,?{BLANK}|\b(?:a{BLANK})?total{BLANK}(?:cost{BLANK})?of{BLANK}|\btotalling{BLANK}|\({BLANK}?)(?:a{BLANK}total{BLANK}of{BLANK})?$"
)
_ABOUT = lazy(
    rf"\b(?:about|some|over|nearly|almost|around|approximately|roughly|than|least|most|up{BLANK}to){BLANK}(?:an?{BLANK})?$"
)
_FRACTION = lazy(
    rf"\b(?P<words>{'|'.join(sorted(SHARES, key=len, reverse=True))}){BLANK}of{BLANK}(?:the|these|those|its|their|all){BLANK}$"
)


@check("NUM046")
def amounts_unfitting(document: Document, context: Context) -> Iterator[Hit]:
    """Amounts of a paragraph that do not fit one another, wherever in it they stand."""
    for block in texts(document):
        found = list(quantities(block.text, context.lexicon, block.lead))
        if len(found) < _LEAST:
            continue
        quoted = quotations(block.text)
        told: list[tuple[int, int]] = []
        for wrong in _all(block, found, context.lexicon):
            if inside(quoted, wrong.start, wrong.end) or any(a < wrong.end and wrong.start < b for a, b in told):
                continue
            told.append((wrong.start, wrong.end))
            if any(one.end <= wrong.start and shown(one.value) == wrong.right for one in found):
                continue  # *in 6,400 buildings in 32 States, namely 3,150 schools and 3,250 offices*: the sum of something else
            values = {"found": wrong.found, "right": wrong.right}
            yield Hit(block.span(wrong.start, wrong.end), values, unsure=wrong.unsure)


_LEAST = 2
_CUE = lazy(
    r"[Oo]f[ \xa0](?:the|these|those|its|their|all)[ \xa0](?:\d|[a-z-]+[ \xa0])|the (?:other|remaining|rest)|namely|that is|compris"
    r"|consist|made up|[:–—(] ?\d|(?:increase|rise|growth|decrease|decline|fall|drop|reduction) (?:of|by)"
    rf"|\b(?:per|each|every|a|an) [a-z]+, or|\bof wh|\bor \d|\beach\b|\bof them, or|\bremain|among them|including \d"
    rf"|(?:out of|{'|'.join(PARTS)})\b|average of"
)


def _all(block: Block, found: Sequence[Quantity], lexicon: Lexicon) -> Iterator[Wrong]:
    text = block.text
    if _CUE.search(text) is None:
        yield from of_frames(text, found)
        return
    yield from _part_of_less(text, found)
    yield from _left_over(text, found)
    yield from _partition(text, found)
    yield from _listed(text, found)
    yield from _changed(text, found)
    yield from _at_a_price(text, found)
    yield from _rest_of_hundred(text, found)
    yield from _fraction(text, found)
    yield from of_wholes(text, found, lexicon)
    yield from of_rests(text, found, lexicon)
    yield from of_frames(text, found)


def _plain(one: Quantity) -> bool:
    return not one.share


def _exact(text: str, one: Quantity) -> bool:
    return _ABOUT.search(text, max(0, one.start - 20), one.start) is None


def _part_of_less(text: str, found: Sequence[Quantity]) -> Iterator[Wrong]:
    """*59 of the 57 States*."""
    for part, whole in itertools.pairwise(found):
        between = text[part.end : whole.start]
        if not (_plain(part) and _plain(whole) and PART_OF.fullmatch(between)):
            continue
        if part.value > whole.value and part.scaled == whole.scaled:
            yield Wrong(part.start, whole.end, part.text, f"at most {whole.text}")


def _left_over(text: str, found: Sequence[Quantity]) -> Iterator[Wrong]:
    """*18 of the 64 countries …, the other 48 countries*."""
    pairs = [
        (part, whole)
        for part, whole in itertools.pairwise(found)
        if _plain(part)
        and _plain(whole)
        and PART_OF.fullmatch(text[part.end : whole.start])
        and part.value < whole.value
    ]
    if len(pairs) != 1:
        return
    part, whole = pairs[0]
    for other in found:
        if (
            other.start <= whole.end
            or not _plain(other)
            or not _OTHER.search(text, max(0, other.start - 16), other.start)
        ):
            continue
        same = other.words.split()[:1] == whole.words.split()[:1] or other.words[:3] in (
            "",
            "are",
            "wer",
            "had",
            "hav",
            "did",
        )
        if same and abs(whole.value - part.value - other.value) > 0.001 * whole.value:
            yield Wrong(part.start, other.end, other.text, shown(whole.value - part.value))
        return


def _partition(text: str, found: Sequence[Quantity]) -> Iterator[Wrong]:
    """*Of the 84 States that replied, 39 had programmes, 40 had none and 15 were preparing them*."""
    for at, whole in enumerate(found):
        if not _plain(whole) or not LEADING.search(text, max(0, whole.start - 14), whole.start):
            continue
        cut = BREAK.search(text, whole.end)
        end = cut.start() if cut else len(text)
        parts = [one for one in found[at + 1 :] if one.end <= end]
        comma = text.find(", ", whole.end, parts[0].start) if parts else -1
        if (
            len(parts) < 2
            or comma < 0
            or not all(map(_plain, parts))
            or text[whole.end : parts[0].start].count(",") > 1
        ):
            continue
        if not all(_BETWEEN.fullmatch(text, a.end, b.start) for a, b in itertools.pairwise(parts)):
            continue
        if " of " in text[parts[0].end : parts[0].end + 5]:
            continue
        total = sum(one.value for one in parts)
        apart = _NAUGHT.search(text, parts[0].start, end) is not None
        if total != whole.value and apart and max(one.value for one in parts) <= max(whole.value, total):
            yield Wrong(whole.start, parts[-1].end, whole.text, shown(total))


def _listed(text: str, found: Sequence[Quantity]) -> Iterator[Wrong]:
    """*54,000 customers, namely, 12,000 in Bhutan, 32,000 in Kenya and 19,000 in Peru*."""
    for at in range(1, len(found) - 1):
        first = found[at]
        cue = _NAMELY.search(text, max(0, first.start - 18), first.start)
        if cue is None or not _plain(first):
            continue
        parts = [first]
        for one in found[at + 1 :]:
            between = _BETWEEN.fullmatch(text, parts[-1].end, one.start)
            if between is None or one.share or text[parts[-1].end : one.start].count(",") > 1:
                break
            parts.append(one)
            if between[0].rstrip(" \xa0").endswith(" and"):
                break
        closed = len(parts) > 1 and text[parts[-2].end : parts[-1].start].rstrip(" \xa0").endswith(" and")
        whole = found[at - 1]
        more = any(_BETWEEN.fullmatch(text, parts[-1].end, one.start) for one in found[at + len(parts) :])
        each = any(_APIECE.match(text, one.end) for one in parts)
        near = cue.start() - whole.end <= _REACH and not BREAK.search(text, whole.end, cue.start())
        if not closed or more or each or not near or not _plain(whole) or not _alike(text, parts):
            continue
        total = sum(one.value for one in parts)
        if total != whole.value and max(one.value for one in parts) < max(whole.value, total) and _exact(text, whole):
            yield Wrong(
                whole.start, parts[-1].end, whole.text, shown(total), unsure=abs(total - whole.value) > whole.value
            )
        elif at > 1:
            yield from _number_of_parts(found[at - 2], parts)


_REACH = 40
_APIECE = lazy(rf"(?:{BLANK}[A-Za-z]+){{0,3}}{BLANK}(?:each|apiece|per)\b")
_REAL = lazy(rf"{BLANK}in{BLANK}real{BLANK}terms")
_PLACE = lazy(rf"(?:{BLANK}[a-z]+s)?{BLANK}(?P<word>in|from|for|to|at|of|by|on|with)\b")


def _alike(text: str, parts: Sequence[Quantity]) -> bool:
    """Whether all parts are followed by the same preposition, or all by a word of their own."""
    words = {(found["word"] if (found := _PLACE.match(text, one.end)) else "") for one in parts}
    return len(words) == 1


def _number_of_parts(count: Quantity, parts: Sequence[Quantity]) -> Iterator[Wrong]:
    """*The four projects have served 54,000 customers, namely, 12,000 in Bhutan …*: three places."""
    value = int(count.value)
    if 2 <= value <= _MOST_PARTS and value != len(parts) and abs(value - len(parts)) == 1 and not count.share:
        yield Wrong(count.start, parts[-1].end, count.text, str(len(parts)), unsure=True)


_MOST_PARTS = 9


def _changed(text: str, found: Sequence[Quantity]) -> Iterator[Wrong]:
    """*312 attacks in 2026, compared with 208 in 2025, an increase of 33 per cent*."""
    for at in range(2, len(found)):
        change = found[at]
        word = _CHANGE.search(text, max(0, change.start - 30), change.start)
        if word is None:
            continue
        two = [one for one in found[:at] if _plain(one)][-2:]
        if len(two) < 2 or BREAK.search(text, two[0].start, change.start) or two[1] is not found[at - 1]:
            continue
        if not _COMPARED.search(text, two[0].end, two[1].start) or _REAL.match(text, change.end):
            continue
        old, new = sorted(one.value for one in two)
        up = word["what"] in ("increase", "rise", "growth")
        base = old if up else new
        if base <= 0 or two[0].scaled != two[1].scaled:
            continue
        right = (new - old) / base * 100 if change.share else new - old
        slack = max(_ROUND, right * _SLACK) if change.share else right * 0.001
        if abs(right - change.value) > slack and change.scaled <= two[0].scaled:
            told = f"{shown(right)} per cent" if change.share else shown(right)
            yield Wrong(two[0].start, change.end, change.text, told)


def _at_a_price(text: str, found: Sequence[Quantity]) -> Iterator[Wrong]:
    """*54,000 customers … at 4 dollars per customer, or 261,000 dollars in total*."""
    for price, total in itertools.pairwise(found):
        each = _EACH.match(text, price.end)
        if each is None or each.end() > total.start or price.share or total.share:
            continue
        if not _TOTAL.match(text, total.end) and not _LEADS.search(text, max(0, total.start - 24), total.start):
            continue
        noun = stem(each["noun"])
        counted = [one for one in found if one.end < price.start and one.counts(noun)]
        if len(counted) != 1:
            continue
        right = counted[0].value * price.value
        if abs(right - total.value) > right * 0.005:
            yield Wrong(counted[0].start, total.end, total.text, shown(right))


def _rest_of_hundred(text: str, found: Sequence[Quantity]) -> Iterator[Wrong]:
    """*60 per cent are women, and the remaining 30 per cent men*."""
    for at, rest in enumerate(found):
        if not rest.share or not _OTHER.search(text, max(0, rest.start - 16), rest.start):
            continue
        start = max((cut.end() for cut in BREAK.finditer(text, 0, rest.start)), default=0)
        parts = [one for one in found[:at] if one.share and one.start >= start]
        total = sum(one.value for one in parts)
        if parts and total < 100 and abs(100 - total - rest.value) > _ROUND:
            yield Wrong(parts[0].start, rest.end, rest.text, f"{shown(100 - total)} per cent")


def _fraction(text: str, found: Sequence[Quantity]) -> Iterator[Wrong]:
    """*Half of the 120 lamps, or 70*."""
    for whole, part in itertools.pairwise(found):
        share = _FRACTION.search(text, max(0, whole.start - 40), whole.start)
        if share is None or part.share or not _LEADS.search(text, max(whole.end, part.start - 24), part.start):
            continue
        low, high = SHARES[share["words"]]
        if not low - 1 <= part.value / whole.value * 100 <= high + 1 and part.start - whole.end < _REACH:
            yield Wrong(share.start(), part.end, part.text, shown(whole.value * (low + high) / 200))
