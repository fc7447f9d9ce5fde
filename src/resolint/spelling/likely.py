"""Which of several words a misspelt one was meant to be: by the kind of slip, by use in adopted texts, by its neighbour."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import log2

from resolint.frozen import NamedTuple

__all__ = ["Likely", "likely"]

_CLEAR = 1.5
"""So much likelier the first candidate must be than the second to be offered alone."""
_INFINITIVE = frozenset(("to", "should", "shall", "must", "may", "can", "will", "would", "could"))
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")


class Likely(NamedTuple):
    """The candidates, the likeliest first; ``clear`` tells that the first one stands out."""

    words: tuple[str, ...]
    clear: bool


def likely(
    word: str,
    candidates: Sequence[str],
    texts: Callable[[str], int],
    before: str = "",
    base: Callable[[str], bool] = bool,
) -> Likely:
    """Order ``candidates``, which are one edit away from ``word``.

    ``texts`` tells in how many adopted texts a word stands, ``before`` is the word before in small letters, ``base``
    tells the bare form of a verb.
    """
    if not candidates:
        return Likely((), False)

    def score(one: str) -> float:
        points = log2(texts(one) + 1) / 2 + _slip(word, one) + (one[:1] == word[:1])
        return points + 3 * (before in _INFINITIVE and base(one))

    ranked = sorted(candidates, key=lambda one: (-score(one), one))
    clear = len(ranked) == 1 or score(ranked[0]) - score(ranked[1]) >= _CLEAR
    return Likely(tuple(ranked), clear)


def _slip(word: str, meant: str) -> float:
    """How easily the hand makes ``word`` of ``meant``: letters that change places, a letter doubled or left single …"""
    if len(word) == len(meant):
        places = [at for at, (one, two) in enumerate(zip(word, meant, strict=True)) if one != two]
        if len(places) == 2:
            return 2.0
        return 0.5 if _beside(word[places[0]], meant[places[0]]) else 0.0
    longer, shorter = (word, meant) if len(word) > len(meant) else (meant, word)
    at = next((at for at, (one, two) in enumerate(zip(longer, shorter, strict=False)) if one != two), len(shorter))
    doubled = longer[at] in (longer[at - 1 : at], longer[at + 1 : at + 2])
    return 1.5 if doubled else 1.0 if longer is word else 0.75


def _beside(one: str, other: str) -> bool:
    return any(abs(row.find(one) - row.find(other)) == 1 for row in _ROWS if one in row and other in row)
