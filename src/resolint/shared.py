"""What several rules need is made once, and its time is told apart from theirs.

The first rule that asks for the words of a draft would otherwise pay for all that ask later, and ``--timings`` would
blame it for them.
"""

from __future__ import annotations

import weakref
from collections.abc import Callable, Iterator, MutableMapping
from contextlib import contextmanager
from operator import is_
from time import perf_counter
from typing import Generic, TypeVar

__all__ = ["Same", "per_document", "timed", "watch"]

_T = TypeVar("_T")
_D = TypeVar("_D")


class _Watch:
    """Adds up seconds by row; what runs inside of something else counts for its own row alone."""

    def __init__(self, rows: MutableMapping[str, float]) -> None:
        self._rows = rows
        self._counted = 0.0

    def run(self, row: str, action: Callable[[], _T]) -> _T:
        before, began = self._counted, perf_counter()
        try:
            return action()
        finally:
            whole = perf_counter() - began
            self._rows[row] = self._rows.get(row, 0.0) + whole - (self._counted - before)
            self._counted = before + whole


_watch: _Watch | None = None


@contextmanager
def watch(rows: MutableMapping[str, float] | None) -> Iterator[None]:
    """While this lasts, the seconds of everything ``timed`` are added to ``rows``; None leaves them uncounted."""
    global _watch
    before, _watch = _watch, None if rows is None else _Watch(rows)
    try:
        yield
    finally:
        _watch = before


def timed(row: str, action: Callable[[], _T]) -> _T:
    """What ``action`` gives, its seconds counted for ``row`` if somebody watches."""
    return action() if _watch is None else _watch.run(row, action)


def per_document(row: str) -> Callable[[Callable[[_D], _T]], Callable[[_D], _T]]:
    """Keep what a function makes of the document asked for last, and count the making for ``row``."""

    def keeping(make: Callable[[_D], _T]) -> Callable[[_D], _T]:
        last: tuple[weakref.ref[_D], _T] | None = None

        def kept(document: _D) -> _T:
            nonlocal last
            held = last
            if held is not None and held[0]() is document:
                return held[1]
            found = timed(row, lambda: make(document))
            last = (weakref.ref(document), found)
            return found

        kept.__doc__ = make.__doc__
        return kept

    return keeping


class Same(Generic[_T]):
    """Stands for a thing as the key of a cache: equal only to what has the very same ``parts``, by default ``it``.

    Tables and options cannot be hashed, and comparing them cell by cell would cost more than what is kept.
    """

    __slots__ = ("it", "parts")

    def __init__(self, it: _T, *parts: object) -> None:
        self.it = it
        self.parts = parts or (it,)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and all(map(is_, self.parts, other.parts))

    def __hash__(self) -> int:
        return hash(tuple(map(id, self.parts)))
