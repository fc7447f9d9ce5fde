"""Weighs a change: how much more often the changed wording was counted, in which surroundings, against the present one.

Each family has logistic weights over the same features. They stand in a table (``attested-weights``), fitted on random
slips in texts that were left out of the counts, together with the two scores from which on a change is told.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import pairwise
from math import log1p

from resolint.attested.counts import STEPS, Counts
from resolint.attested.view import FAMILIES, Change, View
from resolint.attested.words import BEGIN, END
from resolint.frozen import NamedTuple

__all__ = [
    "CLEAR",
    "CONTRAST",
    "FEATURES",
    "MARGINS",
    "STRONG",
    "SURE",
    "Weights",
    "features",
    "is_clear",
    "is_strong",
    "weights",
]

LOGS = tuple(log1p(step) for step in STEPS)
"""The logarithm of one more than each count."""

_SIDES = ("left 2", "right 2", "left 3", "right 3", "both 3", "left 4", "right 4", "inner")
FEATURES = (
    "one",
    *(f"new {side}" for side in _SIDES),
    *(f"old {side}" for side in _SIDES),
    *(f"new {side} absent" for side in _SIDES[2:7]),
    *(f"old {side} absent" for side in _SIDES[:4]),
    "word left",
    "word right",
    "pair left",
    "pair right",
    "old word",
    "new word",
    "old word absent",
    "new longest",
    "new weakest three",
    "new weakest pair",
    "old strongest pair",
    "old weakest pair",
    "new expected",
    "old expected",
    "familiar",
    "begins",
    "ends",
    "capital",
    "capitals near",
    "digit near",
    "length",
    "kind 1",
    "kind 2",
    "kind 3",
)
"""What is weighed, by name. Counts go in as logarithms."""


_FIRM = tuple(
    5.0 if "missing" in family else 4.0 if "swapped" in family or family == "inflection" else 0.0 for family in FAMILIES
)
"""The least sum of the logarithms of the threes on the left, on the right and across; what has less was never told."""


_NEW, _OLD = 1, 1 + len(_SIDES)
CONTRAST = tuple((_NEW + side, _OLD + side) for side in range(2, 7))
"""Where the threes and fours stand among the features, as they would be and as they are."""
CLEAR = log1p(3)
"""A change must make at least one of them four times as common, or nobody would say *nearly always*."""
STRONG = log1p(10)
"""A change is told as a warning only if it gives a sequence of three words that was counted so often."""
MARGINS = {"sc": 1.5}
"""So much more surely a change must be told in the texts of a body (by profile) whose language the counts hold less of."""
SURE = FAMILIES.index("words joined")
"""The family that needs no such proof: pieces of words are no words."""


class Weights(NamedTuple):
    """The weights of one family, and the scores from which on a change is told with some (``info``) or more certainty."""

    values: tuple[float, ...]
    info: float
    warning: float


def weights(rows: Iterable[Mapping[str, str]]) -> tuple[Weights | None, ...]:
    """The weights of each family out of the table ``attested-weights``; None for one that is not there."""
    found: dict[str, dict[str, float]] = {}
    for row in rows:
        found.setdefault(row["family"], {})[row["feature"]] = float(row["weight"])
    return tuple(
        Weights(tuple(own.get(name, 0.0) for name in FEATURES), own["info from"], own["warning from"])
        if (own := found.get(family))
        else None
        for family in FAMILIES
    )


def features(view: View, change: Change, familiar: float) -> list[float] | None:
    """The features of ``change`` in the order of ``FEATURES``; ``familiar`` is the share of known threes around it.

    None for a change that gives too rare a wording to be told in any case.
    """
    words, counts = view.words, view.counts
    start, end = change.start, change.end
    left, right = words[start - 1], words[end]
    before, after = view.at(start - 2), view.at(end + 1)
    old_words, new_words = tuple(words[start:end]), change.new
    new = _sides(counts, before, left, new_words, right, after)
    if new[2] + new[3] + new[4] < _FIRM[change.family]:
        return None
    old = _sides(counts, before, left, old_words, right, after)
    old_word = LOGS[counts[old_words[0]]] if len(old_words) == 1 else 0.0
    new_word = LOGS[counts[new_words[0]]] if len(new_words) == 1 else 0.0
    weakest = new[0] if new[0] < new[1] else new[1]
    around = (before, left, right, after)
    kind = change.kind
    return [
        1.0,
        *new,
        *old,
        *(0.0 if side else 1.0 for side in new[2:7]),
        *(0.0 if side else 1.0 for side in old[:4]),
        LOGS[counts[left]],
        LOGS[counts[right]],
        LOGS[counts[before + left]],
        LOGS[counts[right + after]],
        old_word,
        new_word,
        0.0 if old_word else 1.0,
        max(new[5], new[6]),
        min(new[2], new[3]),
        weakest,
        max(old[0], old[1]),
        min(old[0], old[1]),
        new[0] + new[1] - new_word,
        old[0] + old[1] - old_word,
        familiar,
        1.0 if left == BEGIN else 0.0,
        1.0 if right == END else 0.0,
        1.0 if (old_words or new_words)[0][:1].isupper() else 0.0,
        float(sum(word[:1].isupper() for word in around)),
        float(any(word[:1].isdigit() for word in around)),
        float(min(12, sum(map(len, old_words)))),
        1.0 if kind == 1 else 0.0,
        1.0 if kind == 2 else 0.0,
        1.0 if kind == 3 else 0.0,
    ]


def is_clear(values: list[float]) -> bool:
    """Whether the features show that a change gives something much commoner."""
    return any(values[new] - values[old] >= CLEAR for new, old in CONTRAST)


def is_strong(family: int, values: list[float]) -> bool:
    """Whether the features show that a change of a family gives something common."""
    return family == SURE or any(values[new] >= STRONG for new, _ in CONTRAST[:3])


def _sides(
    counts: Counts, before: bytes, left: bytes, words: tuple[bytes, ...], right: bytes, after: bytes
) -> tuple[float, ...]:
    """The logarithms of ``_SIDES`` for ``words`` between their neighbours."""
    if not words:
        both = LOGS[counts[left + right]]
        three, four = LOGS[counts[before + left + right]], LOGS[counts[left + right + after]]
        whole = LOGS[counts[before + left + right + after]]
        return both, both, three, four, both, whole, whole, both
    first, last = words[0], words[-1]
    left_two, right_two = LOGS[counts[left + first]], LOGS[counts[last + right]]
    if len(words) == 1:
        three = LOGS[counts[left + first + right]]
        return (
            left_two,
            right_two,
            LOGS[counts[before + left + first]],
            LOGS[counts[first + right + after]],
            three,
            LOGS[counts[before + left + first + right]],
            LOGS[counts[left + first + right + after]],
            three,
        )
    second, next_to_last = words[1], words[-2]
    inner = min(LOGS[counts[one + two]] for one, two in pairwise(words))
    if len(words) == 2:
        both = LOGS[counts[left + first + second + right]]
        left_four, right_four = (
            LOGS[counts[before + left + first + second]],
            LOGS[counts[first + second + right + after]],
        )
    else:
        both = LOGS[counts[b"".join(words[:4])]]
        left_four = LOGS[counts[left + first + second + words[2]]]
        right_four = LOGS[counts[words[-3] + next_to_last + last + right]]
    return (
        left_two,
        right_two,
        LOGS[counts[left + first + second]],
        LOGS[counts[next_to_last + last + right]],
        both,
        left_four,
        right_four,
        inner,
    )
