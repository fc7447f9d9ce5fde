"""Words that are written where another one is meant: false friends, words that sound alike, verbs beside the wrong noun.

The table ``meant-words`` tells which word may be meant. The counts of adopted texts tell whether it is: they must have it with both
of its neighbours and in a row of three, and what stands there in none.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from math import log2

from resolint.attested.counts import Counts
from resolint.checks.grm.known import OWN, Chosen
from resolint.frozen import NamedTuple

__all__ = ["meant"]

_LEAST = 3
_CLEARER = 8
"""So many times as often as what stands there must one neighbour at least have the other word."""
_SURE = 8.0
"""So clear must it be: some 0.02 places in 1,000 words of adopted texts are told."""
_BETTER = 9.0
"""How a doubt is weighed against others on the words beside it."""


def meant(words: Sequence[bytes], counts: Counts, table: Mapping[bytes, tuple[bytes, ...]]) -> Iterator[Chosen]:
    """The doubts of a paragraph."""
    if table.keys().isdisjoint(words):
        return
    threes = counts.threes(words)
    for place in range(2, len(words) - 2):
        others = table.get(words[place])
        if others is None or any(threes[place - 2 : place + 1]):
            continue
        clear, other = max((_clear(words, place, other, counts), other) for other in others)
        if clear > _SURE:
            yield Chosen(place, place + 1, other.decode().strip(), OWN, OWN, False, _BETTER)


class _Seen(NamedTuple):
    """How often a word is counted: behind the one before, before the one behind, in rows of three and of four, and at all."""

    led: int
    followed: int
    between: int
    threes: int
    fours: int
    every: int


def _seen(words: Sequence[bytes], place: int, word: bytes, counts: Counts) -> _Seen:
    before, left, right, behind = words[place - 2], words[place - 1], words[place + 1], words[place + 2]
    return _Seen(
        counts.count(left + word),
        counts.count(word + right),
        counts.count(left + word + right),
        max(counts.count(before + left + word), counts.count(word + right + behind)),
        max(counts.count(before + left + word + right), counts.count(left + word + right + behind)),
        counts.count(word),
    )


def _clear(words: Sequence[bytes], place: int, other: bytes, counts: Counts) -> float:
    """How clearly the other word is meant, nought where something speaks against it."""
    new = _seen(words, place, other, counts)
    if not (new.led and new.followed) or max(new.between, new.threes, new.fours) < _LEAST:
        return 0.0
    old = _seen(words, place, words[place], counts)
    if old.led * _CLEARER > new.led and old.followed * _CLEARER > new.followed:
        return 0.0
    oftener = 2 * log2((new.every + 1) / (old.every + 1))
    beside = log2((new.led + 0.5) / (old.led + 0.5)) + log2((new.followed + 0.5) / (old.followed + 0.5))
    return beside - oftener + log2(1 + new.between) + log2(1 + new.threes) + (2 if new.fours else 0)
