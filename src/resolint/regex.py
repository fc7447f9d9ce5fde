"""Regular expressions that are compiled when they are first used, and once for all processes of a user.

Most drafts never make most patterns run, and those that run take Python a fifth of a cold lint to compile. So a pattern
is lazy, and its program, as Python's engine wants it, is kept in the user's cache folder, as Python keeps its compiled
modules: for this very version of Python, by the text of the pattern. Where the engine is another one, or a program does
not fit, the pattern is compiled as ever. Python checks every program that it is given before it runs it.
"""

from __future__ import annotations

import marshal
import re
import sys
from array import array
from functools import cache
from pathlib import Path
from typing import Any, cast

from resolint import caches

try:
    import _sre  # type: ignore[import-not-found]
    from re import _compiler, _parser  # type: ignore[attr-defined]
except ImportError:  # Another Python than CPython.
    _sre = None

__all__ = ["compiled", "keep", "lazy"]

_MOST = 4000
"""So many programs are kept; beyond, only those of the process that writes them."""
_UNIT = "I"
"""The type code of the numbers of a program."""


class _Shelf:
    """The programs of the patterns that were compiled before, and those that this process has compiled."""

    def __init__(self, place: Path | None) -> None:
        self._place = place
        self._known: dict[str, bytes] = {}
        self._new: dict[str, bytes] = {}
        self._used: set[str] = set()
        body = None if place is None else caches.read(place)
        if body is not None:
            try:
                engine, known = marshal.loads(body)
            except (EOFError, ValueError, TypeError):
                return
            if engine == _engine():
                self._known = known

    def compiled(self, source: str, flags: int) -> re.Pattern[str]:
        """The pattern ``source``. Raises re.error."""
        key = f"{flags:d} {source}"
        packed = self._known.get(key)
        if packed is None:
            return self._anew(key, source, flags)
        self._used.add(key)
        given, code, groups, names, order = marshal.loads(packed)
        return cast("re.Pattern[str]", _sre.compile(source, given, array(_UNIT, code).tolist(), groups, names, order))

    def _anew(self, key: str, source: str, flags: int) -> re.Pattern[str]:
        """The pattern compiled, in the steps of ``re.compile``, to have its program on the way."""
        parsed = _parser.parse(source, flags)
        code, state = _compiler._code(parsed, flags), parsed.state
        names = dict(state.groupdict)
        order = [None] * state.groups
        for name, group in names.items():
            order[group] = name
        given = flags | state.flags
        found = _sre.compile(source, given, code, state.groups - 1, names, tuple(order))
        whole = (given, array(_UNIT, code).tobytes(), state.groups - 1, names, tuple(order))
        self._new[key] = marshal.dumps(whole)
        return cast("re.Pattern[str]", found)

    def keep(self) -> None:
        """Write down what was compiled, if anything was."""
        if self._place is None or not self._new:
            return
        known = {**self._known, **self._new}
        if len(known) > _MOST:
            known = {key: packed for key, packed in known.items() if key in self._new or key in self._used}
        caches.write(self._place, marshal.dumps((_engine(), known)))


def _engine() -> tuple[str, str, int, int]:
    """What a program depends on besides its pattern."""
    return sys.version, sys.byteorder, _sre.MAGIC, _sre.CODESIZE


@cache
def _shelf() -> _Shelf | None:
    """The shelf of this process; None where programs cannot be kept."""
    if _sre is None or sys.implementation.name != "cpython" or array(_UNIT).itemsize != _sre.CODESIZE:
        return None
    return _Shelf(caches.place(f"{sys.implementation.cache_tag}.patterns"))


def compiled(source: str, flags: int = 0) -> re.Pattern[str]:
    """What ``re.compile(source, flags)`` gives, from what is kept if it was compiled before. Raises re.error."""
    shelf = _shelf()
    if shelf is not None:
        try:
            return shelf.compiled(source, int(flags))
        except re.error:
            raise
        except Exception:  # The steps of another version of Python; re.compile knows them.
            pass
    return re.compile(source, flags)


def keep() -> None:
    """Keep the programs of the patterns that this process had to compile, for later processes."""
    shelf = _shelf()
    if shelf is not None:
        shelf.keep()


class _Lazy:
    """Stands for a pattern until one of its attributes is asked for; then it keeps what the pattern gives."""

    def __init__(self, source: str, flags: int) -> None:
        self._source = source
        self._flags = flags
        self._pattern: re.Pattern[str] | None = None

    def __getattr__(self, name: str) -> Any:
        if not hasattr(re.Pattern, name):
            # Whoever looks through a module for something else must not make its patterns be compiled.
            raise AttributeError(name)
        if self._pattern is None:
            self._pattern = compiled(self._source, self._flags)
        found = getattr(self._pattern, name)
        self.__dict__[name] = found
        return found


def lazy(source: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern that behaves as ``re.compile(source, flags)`` does, compiled at its first use.

    A fault in ``source`` shows only then (``re.error``), so every pattern needs a test that uses it.
    """
    return cast("re.Pattern[str]", _Lazy(source, flags))
