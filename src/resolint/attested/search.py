"""Goes through the paragraphs of a draft and finds what adopted texts would write otherwise.

What the draft itself writes twice is left alone: it is its own usage. So is a paragraph of which less than half is known,
for there nothing can be told.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate

from resolint.attested.counts import Counts
from resolint.attested.operations import changes
from resolint.attested.scoring import Weights, features, is_clear, is_strong
from resolint.attested.view import Change, Small, View
from resolint.attested.words import Row
from resolint.frozen import NamedTuple

__all__ = ["Doubt", "Paragraph", "doubts", "is_own", "weighed"]

_FAMILIAR = 0.4
"""The share of sequences of three words that must be known."""
_AROUND = 12
"""Familiarity is asked of so many words on either side."""
_FEWEST = 6


class Paragraph(NamedTuple):
    """A paragraph to look through; ``closed`` tells of each word whether it is left alone (a quotation, a title)."""

    row: Row
    closed: bytearray


class Doubt(NamedTuple):
    """A change that is told: in which paragraph, and its score.

    ``firm`` tells that it is sure enough for a warning if grammar agrees, ``worth`` that it is told also where it does not.
    """

    paragraph: int
    change: Change
    score: float
    firm: bool
    worth: bool


def weighed(paragraph: Paragraph, counts: Counts, small: Small) -> Iterator[tuple[Change, list[float]]]:
    """Every change of a paragraph that may be told, with its features."""
    words = paragraph.row.words
    if len(words) < _FEWEST + 2:
        return
    view = View(words, counts, paragraph.closed, small)
    if view.familiar < _FAMILIAR:
        return
    known = [*accumulate(map(bool, view.threes), initial=0)]
    for change in changes(view):
        low, high = max(0, change.start - _AROUND), min(len(view.threes), change.end + _AROUND)
        familiar = (known[high] - known[low]) / max(1, high - low)
        if familiar >= _FAMILIAR and (values := features(view, change, familiar)) is not None:
            yield change, values


def is_own(words: list[bytes], change: Change, counts: Counts, own: bytes) -> bool:
    """Whether the draft writes the same twice: a sequence at the place of the change that was never counted.

    ``own`` are all words of the draft in a row.
    """
    start, end = change.start, change.end
    for place in range(start - 1, end):
        both = words[place] + words[place + 1]
        if not counts[both] and own.count(b" " + both) > 1:
            return True
    both = b"".join(words[start - 1 : end + 1])
    return own.count(b" " + both) > 1


def doubts(
    paragraphs: Sequence[Paragraph], counts: Counts, small: Small, scales: Sequence[Weights | None], margin: float = 0.0
) -> list[Doubt]:
    """What adopted texts would write otherwise, in order; of changes that touch the same words the likeliest.

    Every score must be higher by ``margin``.
    """
    counts.forget()
    own = b" " + b"".join(b"".join(paragraph.row.words) for paragraph in paragraphs)
    found = []
    for number, paragraph in enumerate(paragraphs):
        here = []
        for change, values in weighed(paragraph, counts, small):
            scale = scales[change.family]
            if scale is None:
                continue
            score = sum(map(float.__mul__, scale.values, values)) - margin
            worth = score >= scale.info
            firm = score >= scale.warning and is_strong(change.family, values)
            if (worth or firm) and is_clear(values) and not is_own(paragraph.row.words, change, counts, own):
                here.append(Doubt(number, change, score, firm, worth))
        found += _apart(here)
    return found


def _apart(here: list[Doubt]) -> list[Doubt]:
    """Of changes that touch one another the one that is surest beyond what its family asks."""
    kept: list[Doubt] = []
    for doubt in sorted(here, key=lambda one: (not one.firm, -one.score)):
        start, end = doubt.change.start, doubt.change.end
        if all(end < other.change.start or other.change.end < start for other in kept):
            kept.append(doubt)
    return sorted(kept, key=lambda one: one.change.start)
