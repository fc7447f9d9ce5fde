"""Small changes of a wording, by family: each turns round a slip that people make.

A change is proposed only where a sequence of three words was never counted, and no longer where the words on both sides
attest the word in the middle; and only if what it gives was counted on both sides, or often on one. That leaves some fifty
changes in a draft of 1,400 words to be weighed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from resolint.attested.capitals import capital, capitals
from resolint.attested.letters import division, inflection, joined, letters
from resolint.attested.small import article, missing, preposition, small
from resolint.attested.view import Change, Small, View

__all__ = ["changes"]

_MARKS = (b", ", b"; ", b": ", b". ")
_PAIRED = 7


def changes(view: View) -> Iterator[Change]:
    """The changes of ``view`` that are worth weighing."""
    threes, closed = view.threes, view.closed
    last = len(threes)
    unknown = [place for place, three in enumerate(threes, 1) if not three]
    for place in unknown:
        right = place < last and threes[place]
        if not closed[place] and not (right and place > 1 and threes[place - 2]):
            for family in _families(view.words[place], view.small):
                yield from family(view, place)
        if not right:
            yield from _in_gap(view, place)
    yield from capitals(view, sorted({*unknown, *(place - 1 for place in unknown)} - {0}))


def _in_gap(view: View, place: int) -> Iterator[Change]:
    if not (view.closed[place] or view.closed[place + 1]):
        yield from joined(view, place)
        yield from missing(view, place)


def _mark(view: View, place: int) -> Iterator[Change]:
    word, counts = view.words[place], view.counts
    if word not in _MARKS or word == b": ":
        return  # what a colon leads to is the author's
    left, right = view.words[place - 1], view.words[place + 1]
    for other in _MARKS:
        if other != word and counts[left + other + right]:
            yield Change(12, place, place + 1, (other,), 0)
    if word == b", " and counts[left + right] and not _is_paired(view, place):
        yield Change(12, place, place + 1, (), 1)


def _is_paired(view: View, place: int) -> bool:
    """Whether another comma stands so near that both may set off what is between them."""
    near = view.words[max(0, place - _PAIRED) : place + _PAIRED + 1]
    return near.count(b", ") > 1


_Families = tuple[Callable[[View, int], Iterator[Change]], ...]
_AT_WORD: _Families = (division, letters, inflection, capital)
_AT_SMALL_WORD: _Families = (preposition, article, small, division, letters, capital)
_AT_MARK: _Families = (_mark,)


def _families(word: bytes, known: Small) -> _Families:
    """The families that may change ``word``."""
    if word in known.all:
        return _AT_SMALL_WORD
    return _AT_WORD if word[:1].isalnum() or word[0] > 127 else _AT_MARK
