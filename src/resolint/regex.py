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
import zlib
from array import array
from collections.abc import Mapping
from functools import cache, lru_cache
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING, Any, AnyStr, cast

from resolint import caches
from resolint.leads import Leads, Way, leads_of

if TYPE_CHECKING:
    from mmap import mmap

try:
    import _sre  # type: ignore[import-not-found]
    from re import _compiler, _parser  # type: ignore[attr-defined]
except ImportError:  # Another Python than CPython.
    _sre = None

__all__ = ["compiled", "keep", "lazy", "leads"]

_MOST = 8_000_000
"""So many bytes of programs are kept; beyond, only those of the process that writes them."""
_FORM = 2
"""The form of what is kept; it has to be raised with every change in it, or in what is read off a pattern."""
_UNIT = "I"
"""The type code of the numbers of a program."""


class _Shelf:
    """The programs of the patterns that were compiled before, and those that this process has compiled.

    The file is mapped into memory: a head tells where the program of a pattern stands, by a sum of its text, and only
    what is asked for is read and checked.
    """

    def __init__(self, place: Path | None) -> None:
        self._place = place
        self._data: bytes | mmap = b""
        self._known: dict[int, tuple[int, int, int]] = {}
        self._new: dict[int, bytes] = {}
        self._used: set[int] = set()
        self.leads: dict[tuple[object, int], Leads] = {}
        found = None if place is None else caches.mapped(place)
        if found is not None:
            engine, known = _head(found)
            if engine == _engine():
                self._data, self._known = found, known

    def compiled(self, source: AnyStr, flags: int) -> re.Pattern[AnyStr]:
        """The pattern ``source``. Raises re.error."""
        text = f"{flags:d} {source!r}"
        key = zlib.crc32(text.encode("utf-8", "surrogatepass"))
        packed = self._packed(key)
        if packed is not None:
            told, given, code, groups, names, order, asked = marshal.loads(packed)
            if told == text:
                self._used.add(key)
                self.leads[source, given] = Leads(tuple(Way(*way) for way in asked[0]), asked[1])
                program = array(_UNIT, code).tolist()
                return cast("re.Pattern[AnyStr]", _sre.compile(source, given, program, groups, names, order))
        return self._anew(key, text, source, flags)

    def _packed(self, key: int) -> bytes | None:
        """What is kept under ``key``, None if there is nothing or it is damaged."""
        place = self._known.get(key)
        if place is None:
            return None
        start, end, total = place
        packed = self._data[start:end]
        return packed if zlib.crc32(packed) == total else None

    def _anew(self, key: int, text: str, source: AnyStr, flags: int) -> re.Pattern[AnyStr]:
        """The pattern compiled, in the steps of ``re.compile``, to have its program on the way."""
        parsed = _parser.parse(source, flags)
        code, state = _compiler._code(parsed, flags), parsed.state
        names = dict(state.groupdict)
        order = [None] * state.groups
        for name, group in names.items():
            order[group] = name
        given = flags | state.flags
        found = _sre.compile(source, given, code, state.groups - 1, names, tuple(order))
        asked = self.leads[source, given] = leads_of(parsed, given)
        self._new[key] = marshal.dumps(
            (text, given, array(_UNIT, code).tobytes(), state.groups - 1, names, tuple(order), _plain(asked))
        )
        return cast("re.Pattern[AnyStr]", found)

    def keep(self) -> None:
        """Write down what was compiled, if anything was."""
        if self._place is None or not self._new:
            return
        crowded = len(self._data) + sum(map(len, self._new.values())) > _MOST
        old = {key: self._packed(key) for key in self._known if not crowded or key in self._used}
        entries = {key: packed for key, packed in {**old, **self._new}.items() if packed is not None}
        if not isinstance(self._data, bytes):
            self._data.close()  # Windows replaces no file that is mapped.
        self._data, self._known = b"", {}
        caches.write(self._place, _file(entries))


def _plain(asked: Leads) -> tuple[list[tuple[tuple[str, ...], str]], bool]:
    """``asked`` in values that can be kept."""
    return [(*way,) for way in asked.ways], asked.fold


def _file(entries: Mapping[int, bytes]) -> bytes:
    """The body of the file: the length of its head and a sum of it, the head, the programs."""
    ends = [*accumulate(map(len, entries.values()), initial=0)]
    places = zip(entries.items(), ends, ends[1:], strict=False)
    head = marshal.dumps((_engine(), [(key, start, end, zlib.crc32(packed)) for (key, packed), start, end in places]))
    return b"".join((len(head).to_bytes(4, "big"), zlib.crc32(head).to_bytes(4, "big"), head, *entries.values()))


def _head(data: bytes | mmap) -> tuple[object, dict[int, tuple[int, int, int]]]:
    """The engine that a mapped file is for, and where in it programs stand, with their sums; nothing if it is damaged."""
    start = caches.START + 8
    size, total = (int.from_bytes(data[at : at + 4], "big") for at in (start - 8, start - 4))
    head = data[start : start + size]
    if len(data) < start or zlib.crc32(head) != total:
        return None, {}
    try:
        engine, places = marshal.loads(head)
        first = start + size
        return engine, {key: (first + begin, first + end, total) for key, begin, end, total in places}
    except (EOFError, ValueError, TypeError):
        return None, {}


def _engine() -> tuple[str, str, int, int]:
    """What a program depends on besides its pattern."""
    return sys.version, sys.byteorder, _sre.MAGIC, _sre.CODESIZE


@cache
def _shelf() -> _Shelf | None:
    """The shelf of this process; None where programs cannot be kept."""
    if _sre is None or sys.implementation.name != "cpython" or array(_UNIT).itemsize != _sre.CODESIZE:
        return None
    return _Shelf(caches.place(f"{sys.implementation.cache_tag}.patterns-{_FORM}"))


def compiled(source: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """What ``re.compile(source, flags)`` gives, from what is kept if it was compiled before. Raises re.error."""
    return cast("re.Pattern[AnyStr]", _compiled(source, int(flags)))


@lru_cache(maxsize=1024)
def _compiled(source: str | bytes, flags: int) -> re.Pattern[Any]:
    """The same, once in a process: some patterns are made of what a draft says, the same for most drafts."""
    shelf = _shelf()
    if shelf is not None:
        try:
            return shelf.compiled(source, flags)
        except re.error:
            raise
        except Exception:  # The steps of another version of Python; re.compile knows them.
            pass
    return re.compile(source, flags)


def leads(pattern: re.Pattern[str]) -> Leads:
    """What ``pattern`` asks of a text before it can match there."""
    source, flags = pattern.pattern, pattern.flags
    shelf = _shelf()
    found = None if shelf is None else shelf.leads.get((source, flags))
    return _read_off(source, flags) if found is None else found


@lru_cache(maxsize=4096)
def _read_off(source: str, flags: int) -> Leads:
    """The same of a pattern that was not compiled here."""
    try:
        from re import _parser as parser  # type: ignore[attr-defined]

        return leads_of(parser.parse(source, flags), flags)
    except Exception:  # Another version of Python, which parses otherwise.
        return Leads()


def keep() -> None:
    """Keep the programs of the patterns that this process had to compile, for later processes."""
    shelf = _shelf()
    if shelf is not None:
        shelf.keep()


class _Lazy:
    """Stands for a pattern until one of its attributes is asked for; then it keeps what the pattern gives."""

    def __init__(self, source: str | bytes, flags: int) -> None:
        self._source = source
        self._flags = flags
        self._pattern: re.Pattern[Any] | None = None

    def __getattr__(self, name: str) -> Any:
        if not hasattr(re.Pattern, name):
            # Whoever looks through a module for something else must not make its patterns be compiled.
            raise AttributeError(name)
        if self._pattern is None:
            self._pattern = compiled(cast("Any", self._source), self._flags)
        found = getattr(self._pattern, name)
        self.__dict__[name] = found
        return found


def lazy(source: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """A pattern that behaves as ``re.compile(source, flags)`` does, compiled at its first use.

    A fault in ``source`` shows only then (``re.error``), so every pattern needs a test that uses it.
    """
    return cast("re.Pattern[AnyStr]", _Lazy(source, flags))
