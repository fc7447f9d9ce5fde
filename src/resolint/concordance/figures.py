"""What two passages that should say the same do not have in common, by their figures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable
from fractions import Fraction
from typing import Literal, TypeVar

from resolint.frozen import NamedTuple
from resolint.lexicon.cited import without_letter
from resolint.lexicon.figures import Figures

__all__ = ["Difference", "differences", "shown"]

Kind = Literal["symbol", "reference", "date", "number"]
_T = TypeVar("_T", bound=Hashable)
_RANGE = 4
_FINEST = 10
"""Parts in words are tenths at the least."""
_SMALL = 31
"""Numbers up to here are often in words in one language and in figures in another."""


class Difference(NamedTuple):
    """What only the first passage has, and what only the second has, of one kind; as it is written in English."""

    kind: Kind
    here: tuple[str, ...]
    there: tuple[str, ...]

    @property
    def sure(self) -> bool:
        """Whether each side says something that the other does not: no slip of reading explains that as easily."""
        return bool(self.here and self.there)


def differences(here: Figures, there: Figures) -> tuple[Difference, ...]:
    """The figures that differ. What may stand in words on the other side is none; neither are years of double mention."""
    found = []
    for kind, one, other in (("symbol", here.symbols, there.symbols), ("reference", here.references, there.references)):
        left = [value for value in _only(one, other) if not _bare(value, there)]
        right = [value for value in _only(other, one) if not _bare(value, here)]
        if left or right:
            told = (tuple(str(value).removesuffix("()") for value in values) for values in (left, right))
            found.append(Difference(kind, *told))  # type: ignore[arg-type]
    months = _months(here.months, there.months)
    if any(months):
        found.append(Difference("date", *months))
    numbers = _numbers(here, there)
    if numbers is not None:
        found.append(numbers)
    return tuple(found)


def _bare(reference: str, figures: Figures) -> bool:
    """Whether the number of a reference stands there without its year."""
    head = without_letter(reference)
    return "(" in reference and head.isdecimal() and float(head) in figures.numbers


def _only(one: Counter[_T], other: Counter[_T]) -> list[_T]:
    """What only ``one`` holds, in order; how often something is said may differ."""
    return [value for value in one if value not in other]


def _months(here: Counter[str], there: Counter[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The months that only each side names; where both name as many, also those that the other has in their place."""
    left, right = _only(here, there), _only(there, here)
    if (left or right) and here.total() == there.total():
        left, right = left or list(here - there), right or list(there - here)
    return tuple(left), tuple(right)


def _numbers(here: Figures, there: Figures) -> Difference | None:
    left = [value for value in _only(here.numbers, there.numbers) if value not in _said_otherwise(there)]
    right = [value for value in _only(there.numbers, here.numbers) if value not in _said_otherwise(here)]
    loose = here.loose | there.loose
    left, right = _unlike(left, right, there, loose), _unlike(right, left, here, loose)
    if here.timed or there.timed:
        left = [value for value in left if not _hour(value) or value in here.days]
        right = [value for value in right if not _hour(value) or value in there.days]
    left, right = _with_days(left, right, here, there)
    left, right = _with_words(left, right, here, there)
    if not (left and right):
        left, right = ([value for value in side if value > _SMALL or value != int(value)] for side in (left, right))
    said = (
        [_part(value) if value in own.counted.parts else shown(value, own.bare) for value in values]
        for own, values in ((here, left), (there, right))
    )
    return Difference("number", *map(tuple, said)) if left or right else None


def _with_days(left: list[float], right: list[float], here: Figures, there: Figures) -> tuple[list[float], list[float]]:
    """The numbers with days of dates that differ on both sides: a count in words (*one tent*) is no day."""
    one, other = (
        sorted(here.days - there.days - there.numbers.keys()),
        sorted(there.days - here.days - here.numbers.keys()),
    )
    if one and other:
        left, right = list(dict.fromkeys([*left, *one])), list(dict.fromkeys([*right, *other]))
    return left, right


def _with_words(
    left: list[float], right: list[float], here: Figures, there: Figures
) -> tuple[list[float], list[float]]:
    """The numbers with those in words that differ on both sides: sessions, and small counts."""
    for kind in ("sessions", "counts"):
        one = [float(value) for value in _unsaid(getattr(here.counted, kind), there)]
        other = [float(value) for value in _unsaid(getattr(there.counted, kind), here)]
        if one and other:
            left, right = list(dict.fromkeys([*left, *one])), list(dict.fromkeys([*right, *other]))
    return _with_parts(left, right, here, there)


def _with_parts(
    left: list[float], right: list[float], here: Figures, there: Figures
) -> tuple[list[float], list[float]]:
    """The numbers with parts of a whole that differ; what is more than a whole (*a day and a half*) may stand against a count."""
    one, other = (
        sorted(side.counted.parts - against.counted.parts) for side, against in ((here, there), (there, here))
    )
    if one and not other and one[0] > 1:
        other = [float(value) for value in _unsaid(there.counted.counts, here)]
    elif other and not one and other[0] > 1:
        one = [float(value) for value in _unsaid(here.counted.counts, there)]
    if one and other:
        left, right = list(dict.fromkeys([*left, *one])), list(dict.fromkeys([*right, *other]))
    return left, right


def _unsaid(values: frozenset[int], there: Figures) -> list[int]:
    said = there.counted.ordinals | there.counted.sessions | there.counted.counts | there.worded
    return sorted(value for value in values if value not in said and value not in there.numbers)


def _hour(value: float) -> bool:
    return value < 60 or ((100 <= value < 1900 or 2100 < value < 2400) and value % 100 < 60)


def _unlike(one: list[float], other: list[float], there: Figures, loose: frozenset[float]) -> list[float]:
    """The numbers of ``one`` that are no other way to write one of ``other``: 26.659 and 26,659, 13.3 and 13-3, the 60s.

    A thousand times more is the same only where one of the two is in ``loose``: its mark may part thousands or decimals.
    """
    same = {value + 1900 for value in other if value < 100}
    same |= {value - 1900 for value in other if 1900 < value < 2000}
    same |= {half for value in other if (halves := _halves(value)) <= set(one) for half in halves}
    return [
        value
        for value in one
        if round(value, 3) not in same
        and not any(_thousandfold(value, it) and (value in loose or it in loose) for it in other)
        and not _parted(value, there)
    ]


def _thousandfold(one: float, other: float) -> bool:
    return round(one, 3) == round(1000 * other, 3) or round(other, 3) == round(1000 * one, 3)


def _parted(value: float, there: Figures) -> bool:
    """Whether the two halves of a number with a point (13.3), or of a range without its dash, stand there by themselves."""
    said = {*there.numbers, *map(float, there.worded)}
    whole, _, rest = f"{value:g}".partition(".")
    if rest:
        # 12.20 reads as 12.2.
        return float(whole) in said and (float(rest) in said or (len(rest) == 1 and 10 * float(rest) in said))
    return bool(halves := _halves(value)) and halves <= said


def _halves(value: float) -> set[float]:
    """The two numbers of a range whose dash was lost (4653), if it may be one."""
    whole = f"{value:g}"
    return (
        {float(whole[:2]), float(whole[2:])}
        if len(whole) == _RANGE and whole.isdecimal() and whole[:2] < whole[2:]
        else set()
    )


def _said_otherwise(figures: Figures) -> frozenset[int]:
    """The numbers that stand there in words, or in a name or a reference."""
    return figures.worded | figures.counted.ordinals | figures.counted.sessions | _cited(figures)


def _cited(figures: Figures) -> set[int]:
    return {int(head) for reference in figures.references if (head := without_letter(reference)).isdecimal()}


def _part(value: float) -> str:
    return str(Fraction(value).limit_denominator(_FINEST))


def shown(value: float, bare: frozenset[float]) -> str:
    """A number as English writes it; that of a register (*No. 27531*) has no mark in any language."""
    if value != int(value):
        return f"{value:,.3f}".rstrip("0") if value >= 10_000 else f"{value:g}"
    return f"{value:,.0f}" if value >= 10_000 and value not in bare else f"{value:.0f}"
