"""Amounts that follow from others in other paragraphs: what remains of a whole, what a unit of a total costs, a yearly rate."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from resolint.checks.num.quantities import LEADING, Quantity, quantities, stem
from resolint.checks.num.wholes import shown
from resolint.checks.shared.clauses import inside, quotations
from resolint.checks.shared.counting import BLANK
from resolint.checks.shared.texts import texts
from resolint.findings import Hit
from resolint.frozen import NamedTuple
from resolint.lexicon import Lexicon
from resolint.model import Block, Document
from resolint.regex import lazy

__all__ = ["across"]

_REMAINING = lazy(rf"\bthe{BLANK}(?:(?:other|remaining){BLANK}|rest{BLANK}of{BLANK}the{BLANK})$")
_EACH = lazy(
    rf"(?:{BLANK}(?:dollars|United{BLANK}States{BLANK}dollars))?{BLANK}(?:per|for{BLANK}each|for{BLANK}every|a|an){BLANK}"
    rf"(?P<noun>[a-z][a-z-]+)"
)
_SAID_AGAIN = lazy(
    rf"(?:{BLANK}[A-Za-z]+){{0,3}},?{BLANK}(?:\(|or{BLANK}|that{BLANK}is,?{BLANK}|namely,?{BLANK})"
    rf"(?:(?:an{BLANK}average{BLANK}(?:cost{BLANK})?of|on{BLANK}average,?){BLANK})?"
)
_ROUGH = lazy(rf"\b(?:about|some|over|nearly|almost|around|approximately|than|least|most|to){BLANK}$")
_TIMES = frozenset(("year", "month", "week", "day", "hour", "person", "annum", "capita"))
_LEAST = 20
"""Smaller counts occur by chance."""
_REACH = 200


class _Told(NamedTuple):
    block: Block
    amounts: tuple[Quantity, ...]


def across(document: Document, lexicon: Lexicon) -> Iterator[Hit]:
    """All amounts that do not fit those of other paragraphs."""
    told = [
        _Told(block, found)
        for block in texts(document)
        if (found := tuple(quantities(block.text, lexicon, block.lead))) and len(found) <= _MOST
    ]
    for at, here in enumerate(told):
        text = here.block.text
        quoted = quotations(text)
        for number, one in enumerate(here.amounts):
            if one.share or one.value < _LEAST or _ROUGH.search(text, max(0, one.start - 16), one.start):
                continue
            if inside(quoted, one.start, one.end):
                continue
            if _REMAINING.search(text, max(0, one.start - 24), one.start):
                yield from _rest(told[: at + 1], here, one)
            if number and "$" in one.text:
                yield from _unit_price(told, here, here.amounts[number - 1], one)


_MOST = 60


def _rest(before: Sequence[_Told], here: _Told, one: Quantity) -> Iterator[Hit]:
    """*The remaining 70,000 hours*, where 24,000 of the 96,000 hours have been treated."""
    noun = stem(one.words.split(" ")[0]) if one.words else ""
    same = [
        (told, amount)
        for told in before
        for amount in told.amounts
        if noun and amount is not one and not amount.share and amount.counts(noun)
    ]
    wholes = [
        (told, amount)
        for told, amount in same
        if amount.value > one.value and LEADING.search(told.block.text, max(0, amount.start - 14), amount.start)
    ]
    if len(wholes) != 1 or wholes[0][0] is here:
        return  # within one paragraph NUM046 tells it
    told, whole = wholes[0]
    parts = [
        amount
        for amount in told.amounts
        if not amount.share and whole.end < amount.start < whole.end + _REACH and amount.value < whole.value
    ]
    values = {whole.value - part.value for part in parts} | {amount.value for _, amount in same}
    if parts and not any(abs(value - one.value) <= 0.005 * value for value in values):
        right = whole.value - parts[0].value
        yield Hit(here.block.span(one.start, one.end), {"found": one.text, "right": shown(right)})


def _unit_price(told: Sequence[_Told], here: _Told, total: Quantity, price: Quantity) -> Iterator[Hit]:
    """*A cost of $14,400,000, or $250 per hour*, where the draft counts 72,000 hours."""
    each = _EACH.match(here.block.text, price.end)
    between = _SAID_AGAIN.fullmatch(here.block.text, total.end, price.start)
    if each is None or between is None or "$" not in total.text or each["noun"] in _TIMES - {"hour"} or not price.value:
        return
    noun = stem(each["noun"])
    counts = {
        amount.value
        for other in told
        for amount in other.amounts
        if amount.value > 1 and not amount.share and "$" not in amount.text and amount.counts(noun)
    }
    if not counts or any(abs(count * price.value - total.value) <= 0.02 * total.value for count in counts):
        return
    close = min(counts, key=lambda count: abs(total.value / count - price.value))
    span = here.block.span(total.start, price.end)
    yield Hit(span, {"found": price.text, "right": f"${shown(total.value / close)}"}, unsure=len(counts) > _FEW)


_FEW = 3
