"""What several rules need is made once, and its time is told apart from theirs.

The first rule that asks for the words of a draft would otherwise pay for all that ask later, and ``--timings`` would
blame it for them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, MutableMapping
from contextlib import contextmanager
from contextvars import ContextVar
from time import perf_counter
from typing import Protocol, TypeVar

__all__ = ["per_document", "per_document_with", "timed", "watch"]

_T = TypeVar("_T")
_S = TypeVar("_S")
_O = TypeVar("_O")


class _Keeps(Protocol):
    """A document, which keeps what is made of it."""

    def kept(self: _S, make: Callable[[_S], _T], /) -> _T: ...


_D = TypeVar("_D", bound=_Keeps)


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


_WATCH: ContextVar[_Watch | None] = ContextVar("watch", default=None)
"""What counts in the thread that is running; every thread has its own."""


@contextmanager
def watch(rows: MutableMapping[str, float] | None) -> Iterator[None]:
    """While this lasts, the seconds of everything this thread has ``timed`` are added to ``rows``; None leaves them uncounted."""
    before = _WATCH.set(None if rows is None else _Watch(rows))
    try:
        yield
    finally:
        _WATCH.reset(before)


def timed(row: str, action: Callable[[], _T]) -> _T:
    """What ``action`` gives, its seconds counted for ``row`` if somebody watches."""
    found = _WATCH.get()
    return action() if found is None else found.run(row, action)


def per_document(row: str) -> Callable[[Callable[[_D], _T]], Callable[[_D], _T]]:
    """Keep what a function makes of a document with that document, and count the making for ``row``."""

    def keeping(make: Callable[[_D], _T]) -> Callable[[_D], _T]:
        def counted(document: _D) -> _T:
            return timed(row, lambda: make(document))

        def of(document: _D) -> _T:
            return document.kept(counted)

        of.__doc__ = make.__doc__
        return of

    return keeping


def per_document_with(row: str) -> Callable[[Callable[[_D, _O], _T]], Callable[[_D, _O], _T]]:
    """The same of a function that makes something of a document and of one thing besides, which is kept beside what was made."""

    def keeping(make: Callable[[_D, _O], _T]) -> Callable[[_D, _O], _T]:
        def beside(_document: _D) -> dict[int, tuple[_O, _T]]:
            return {}

        def of(document: _D, other: _O) -> _T:
            kept = document.kept(beside)
            found = kept.get(id(other))
            if found is None:
                found = kept[id(other)] = other, timed(row, lambda: make(document, other))
            return found[1]

        of.__doc__ = make.__doc__
        return of

    return keeping
