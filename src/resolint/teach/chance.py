"""Chance that is the same everywhere: what is drawn depends on the seed alone, not on the version of Python."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from typing import TypeVar

_T = TypeVar("_T")


class Chance:
    """Draws from a seed. Every draw is a hash of the seed and of how many were made before."""

    def __init__(self, *seed: object) -> None:
        self._seed = "\x1f".join(map(str, seed)).encode()
        self._drawn = 0

    def below(self, limit: int) -> int:
        """A number from 0 to ``limit`` - 1."""
        self._drawn += 1
        digest = hashlib.sha256(self._seed + self._drawn.to_bytes(8, "big")).digest()
        return int.from_bytes(digest[:8], "big") % limit

    def between(self, low: int, high: int) -> int:
        """A number from ``low`` to ``high``, both included."""
        return low + self.below(high - low + 1)

    def one(self, choices: Sequence[_T]) -> _T:
        """One of ``choices``."""
        return choices[self.below(len(choices))]

    def shuffled(self, items: Sequence[_T]) -> list[_T]:
        """``items`` in another order."""
        return list(self._drawing(list(items)))

    def _drawing(self, left: list[_T]) -> Iterator[_T]:
        while left:
            yield left.pop(self.below(len(left)))


_LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Letters and digits that are not taken for one another."""


def identifier(text: str, length: int = 7) -> str:
    """A short name of ``text``, from which nothing else follows."""
    number = int.from_bytes(hashlib.sha256(text.encode()).digest()[:10], "big")
    found = ""
    for _ in range(length):
        number, at = divmod(number, len(_LETTERS))
        found += _LETTERS[at]
    return found
