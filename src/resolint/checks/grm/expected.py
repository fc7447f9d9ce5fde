"""Prepositions in the place of one that the words before all but ask for: *regardless from*, *in pursuance to*, *are attached at*.

Where adopted texts have one preposition behind the two words before (or the one word before) in nine of ten places, and never
what stands there, and the weights of the choices say the same, it is told. Behind a noun other prepositions may begin an
adjunct, so that a phrase must ask for it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from resolint.attested.counts import Counts
from resolint.checks.grm.choices import STEP, Neighbours, features, score
from resolint.checks.grm.known import Chosen, Known
from resolint.checks.grm.standing import may_stand
from resolint.lexicon import english

__all__ = ["expected"]

_ASKED = (
    b"of ", b"in ", b"on ", b"for ", b"with ", b"by ", b"to ", b"at ", b"from ", b"against ", b"about ", b"into ", b"under ",
)  # fmt: skip
_FREE = frozenset((b"in ", b"by ", b"at ", b"from ", b"with ", b"against ", b"into ", b"under "))
"""Prepositions that begin adjuncts behind a noun."""
_LEAST = 8
_BETTER = 4.0
"""So much better must the one that is asked for fit."""
_NOUN, _ROLES = 1, 7
_LINKS = frozenset(f"{word} ".encode() for word in english.PREPOSITIONS)


def expected(words: Sequence[bytes], known: Known) -> Iterator[Chosen]:
    """The doubts of a paragraph."""
    counts = known.counts
    threes = counts.threes(words)
    beside: Neighbours | None = None
    for place in range(2, len(words) - 2):
        word, left = words[place], words[place - 1]
        if word not in _ASKED or threes[place - 2] or threes[place - 1] or not left[:1].islower():
            continue
        other = _other(words, place, counts)
        if not other or not words[place + 1][:1].isalnum() or not _asks(words, place, other, known):
            continue
        beside = beside or Neighbours(words, known.views)
        found = features(beside, place - 1, place + 1)
        own, fits = known.every[word], known.every[other]
        better = (score(known.weights, found, fits.number) - score(known.weights, found, own.number)) * STEP
        if better > _BETTER and not may_stand(words, place, place + 1, own.group, own.word, fits.word):
            yield Chosen(place, place + 1, fits.word, own.group, fits.group, False, better)


def _other(words: Sequence[bytes], place: int, counts: Counts) -> bytes:
    """The preposition that adopted texts have behind the words before, empty where they have several or what stands there."""
    for before, share in ((words[place - 2] + words[place - 1], 10), (words[place - 1], 20)):
        if counts[before + words[place]]:
            continue
        often = {one: counts.count(before + one) for one in _ASKED}
        every, other = sum(often.values()), max(_ASKED, key=often.__getitem__)
        rest = every - often[other]
        if often[other] >= _LEAST and rest * share <= every and often[other] * 4 >= counts.count(before):
            return other
    return b""


def _asks(words: Sequence[bytes], place: int, other: bytes, known: Known) -> bool:
    """Whether the word before asks for a preposition: any but a noun, and a noun in a phrase or that takes another than *of*."""
    if known.views[words[place - 1]].role & _ROLES != _NOUN or words[place - 2] in _LINKS:
        return True
    return other != b"of " and words[place] not in _FREE
