"""How sure a doubt about a word is: what stands there and what might, weighed by what adopted texts have of both.

The weights of the rules on small words and on forms tell how much better another word fits. Whether that is worth telling depends
besides on what is counted: two, three and four words around the place, as they stand and as they would be. Logistic weights over
these figures (``doubt-weights``) are fitted on the faults and the drafts of several authors (``tests/doubts``).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from operator import mul

from resolint.attested.counts import Counts
from resolint.attested.scoring import LOGS
from resolint.frozen import NamedTuple
from resolint.lexicon import Lexicon, per_lexicon

__all__ = ["Around", "Surety", "around", "known_share", "surety_of"]

_WINDOW = 8
"""So many words on either side tell whether the surroundings are known."""


class Surety(NamedTuple):
    """The weights of one kind of doubt: of its figures, in their order, of its classes by name, and the limit of infos."""

    weights: tuple[float, ...]
    classes: dict[str, float]
    info: float

    def of(self, figures: Sequence[float], classes: Iterable[str]) -> float:
        """How far beyond the limit a doubt is; below nought it is not told."""
        found = self.classes
        whole: float = sum(map(mul, self.weights, figures))
        return whole + sum([found.get(one, 0.0) for one in classes]) - self.info


@per_lexicon
def surety_of(lexicon: Lexicon) -> dict[str, Surety]:
    """The weights of the table, by the kind of doubt."""
    rows = [*lexicon.columns("doubt-weights", "doubt", "sort", "name", "weight")]
    found = {}
    for doubt in dict.fromkeys(row[0] for row in rows):
        own = [row[1:] for row in rows if row[0] == doubt]
        found[doubt] = Surety(
            tuple(float(weight) for sort, _, weight in own if sort == "figure"),
            {name: float(weight) for sort, name, weight in own if sort == "class"},
            next(float(weight) for sort, _, weight in own if sort == "limit"),
        )
    return found


class Around(NamedTuple):
    """The words beside a place: two before it, two behind it."""

    before: bytes
    left: bytes
    right: bytes
    behind: bytes


def around(words: Sequence[bytes], start: int, end: int) -> Around:
    """The words beside those from ``start`` to ``end``."""
    return Around(
        words[start - 2] if start > 1 else b"",
        words[start - 1],
        words[end],
        words[end + 1] if end + 1 < len(words) else b"",
    )


def counted(beside: Around, word: bytes, counts: Counts) -> list[float]:
    """The logarithms of the counts of two, three and four words with ``word`` between its neighbours, or with nothing there."""
    before, left, right, behind = beside
    if not word:
        both = left + right
        pair, wide = LOGS[counts[both]], LOGS[counts[before + both + behind]]
        return [pair, pair, LOGS[counts[before + both]], LOGS[counts[both + behind]], pair, wide, wide]
    led, followed = left + word, word + right
    three = left + followed
    return [
        LOGS[counts[led]],
        LOGS[counts[followed]],
        LOGS[counts[before + led]],
        LOGS[counts[followed + behind]],
        LOGS[counts[three]],
        LOGS[counts[before + three]],
        LOGS[counts[three + behind]],
    ]


def contrast(beside: Around, found: bytes, fits: bytes, counts: Counts) -> list[float]:
    """The figures that are counted of what stands in a place and of what fits there."""
    old, new = counted(beside, found, counts), counted(beside, fits, counts)
    return [
        *old,
        *new,
        LOGS[counts[beside.left]],
        LOGS[counts[beside.right]],
        LOGS[counts[found]] if found else 0.0,
        LOGS[counts[fits]] if fits else 0.0,
        *[0.0 if one else 1.0 for one in old[:5]],
        *[0.0 if one else 1.0 for one in new],
        max(new[2] - old[2], new[3] - old[3], new[4] - old[4], new[5] - old[5], new[6] - old[6]),
        min(new[0], new[1]),
        min(old[0], old[1]),
    ]


def known_share(threes: Sequence[int], start: int, end: int) -> float:
    """The share of known sequences of three words around the words from ``start`` to ``end``, but for those that hold them."""
    left, right = threes[max(0, start - _WINDOW) : max(0, start - 2)], threes[end + 1 : end + _WINDOW]
    size = len(left) + len(right)
    return (size - left.count(0) - right.count(0)) / size if size else 0.0
