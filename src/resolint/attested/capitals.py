"""Changes of capitals, of one word and of several in a row."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from resolint.attested.letters import SHORTEST_WORD
from resolint.attested.view import Change, Small, View, fits
from resolint.attested.words import BEGIN

__all__ = ["capital", "capitals"]

_LONGEST_NAME = 8
_REMEMBERED = 20_000
"""So many words are remembered; most words of a draft come again."""


def capital(view: View, place: int) -> Iterator[Change]:
    """A capital too many or too few."""
    word = view.words[place]
    if not word[:1].isalpha() or (word[1:-1] and not word[1:-1].islower()):
        return
    if view.words[place - 1] in (BEGIN, b". ", b'" ', b"( ", b": "):
        return
    if word == b"The " and view.words[place + 1][:1].isupper() and view.at(place + 2) in view.small.prepositions:
        return  # a title: *The Law of the Sea Bulletin*
    new = word.swapcase() if len(word) == 2 else word[:1].swapcase() + word[1:]
    if view.counts[new] and fits(view, place, place + 1, new):
        yield Change(11, place, place + 1, (new,), 0 if new[:1].isupper() else 1)


def capitals(view: View, odd: list[int]) -> Iterator[Change]:
    """Several words in a row that should have capitals, or none; the first is at one of the places ``odd``.

    There, or at the word behind it, something begins that was never counted.
    """
    words, counts, closed, small = view.words, view.counts, view.closed, view.small
    for place in odd:
        if place >= len(words) - 2 or closed[place] or words[place] in small.all or not _has_one_case(words[place]):
            continue
        end = _turned(view, place)
        if end:
            new = tuple(_turn(word, words[place], small) for word in words[place:end])
            inner = all(counts[one + two] for one, two in pairwise(new))
            if inner and not any(closed[place:end]):
                yield Change(10, place, end, new, 0 if new[0][:1].isupper() else 1)


@lru_cache(maxsize=_REMEMBERED)
def _has_one_case(word: bytes) -> bool:
    """Whether all letters of a word but the first are small."""
    return len(word) > SHORTEST_WORD and word[:1].isalpha() and word[1:-1].islower()


def _turn(word: bytes, like: bytes, small: Small) -> bytes:
    """``word`` with the other case than ``like``, small words as they are."""
    if word in small.all or not word[:1].isalpha():
        return word
    return word[:1].upper() + word[1:] if like[:1].islower() else word[:1].lower() + word[1:]


def _turned(view: View, place: int) -> int:
    """Where the longest row from ``place`` ends whose words, turned, were counted pair by pair; 0 if there is none."""
    words, counts, small = view.words, view.counts, view.small
    like = words[place]
    upper = like[:1].isupper()
    before, end = _turn(like, like, small), 0
    for at in range(place + 1, min(place + _LONGEST_NAME, len(words) - 1)):
        word = words[at]
        turns = word not in small.all
        if turns and (word[:1].isupper() != upper or not _has_one_case(word)):
            break
        new = _turn(word, like, small)
        if not counts[before + new]:
            break
        before = new
        end = at + 1 if turns else end
    return end
