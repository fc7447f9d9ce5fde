"""Counts of word sequences: how often adopted texts write two, three or four words in a row.

A file of counts holds hashes and figures alone, so that no text can be read back. It begins with ``MAGIC`` and four
numbers of 32 bits in little-endian order (entries, texts, words, checksum of all that follows). Then come 65,537 numbers
of 32 bits: where the hashes that begin with the same 16 bits start; the other 16 bits of every hash, in order; and for
each a byte that tells the count by ``STEPS``. The hash is CRC-32 of the words, each with a blank behind it. A sequence that
was never counted has the hash of one that was in about one of five thousand cases. The file is mapped into memory, so that
only the pages are read that are asked for.
"""

from __future__ import annotations

import sys
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING
from zlib import crc32

from resolint.errors import BadCounts
from resolint.frozen import NamedTuple

if TYPE_CHECKING:
    from mmap import mmap

    CountsFile = bytes | mmap
else:
    CountsFile = object

__all__ = ["LEAST", "STEPS", "Counts", "Figures", "opened", "packed"]

MAGIC = b"resolint attested 1\n"
LEAST = 3
"""A sequence that is rarer is not kept: it says little, and there are millions of them."""
_HEAD = len(MAGIC) + 16
_STARTS = 65_537
_KEPT = 40_000
"""So many answers are remembered; a run over thousands of drafts meets more."""
_ROWS = 500
"""So many paragraphs are remembered, since several rules ask for each."""


def _steps() -> tuple[int, ...]:
    """0, then every count to 24, then some five per cent more at each step."""
    found = [0]
    while len(found) < 256:
        found.append(max(found[-1] + 1, round(found[-1] * 1.046)))
    return tuple(found)


STEPS = _steps()
"""The count that each byte stands for, the nearest below the true one."""


class Figures(NamedTuple):
    """What a file of counts is made of: kept sequences, texts, words."""

    entries: int
    texts: int
    words: int


def packed(counts: Mapping[int, int], *, texts: int, words: int, least: int = LEAST) -> bytes:
    """The file of ``counts`` by hash, without those below ``least``. The same counts give the same bytes."""
    kept = sorted(hash_ for hash_, count in counts.items() if count >= least)
    starts = array("I", bytes(4 * _STARTS))
    for hash_ in kept:
        starts[(hash_ >> 16) + 1] += 1
    for place in range(1, _STARTS):
        starts[place] += starts[place - 1]
    low = array("H", (hash_ & 0xFFFF for hash_ in kept))
    bytes_ = bytes(bisect_left(STEPS, counts[hash_] + 1) - 1 for hash_ in kept)
    if sys.byteorder == "big":
        starts.byteswap()
        low.byteswap()
    body = starts.tobytes() + low.tobytes() + bytes_
    head = b"".join(number.to_bytes(4, "little") for number in (len(kept), texts, words, crc32(body)))
    return MAGIC + head + body


def opened(data: CountsFile, name: str = "", *, trusted: bool = False) -> Counts:
    """The counts in the bytes of a file. Raises BadCounts, with ``name``, for bytes that are none.

    Those that are ``trusted`` are not read as a whole to prove that they are sound.
    """
    if data[: len(MAGIC)] != MAGIC:
        raise BadCounts(f"{name}: this is no file of counts; 'resolint corpus attest' makes one of a corpus")
    entries, texts, words, total = (int.from_bytes(data[at : at + 4], "little") for at in range(len(MAGIC), _HEAD, 4))
    whole = len(data) == _HEAD + 4 * _STARTS + 3 * entries
    if not whole or not (trusted or crc32(memoryview(data)[_HEAD:]) == total):
        raise BadCounts(f"{name}: the file of counts is damaged; make it again with 'resolint corpus attest'")
    return Counts((_table(data, entries),), (Figures(entries, texts, words),))


class _Table(NamedTuple):
    """One mapped file: where the hashes of each beginning start, their other halves, the bytes of their counts."""

    starts: Sequence[int]
    low: Sequence[int]
    steps: Sequence[int]


def _table(data: CountsFile, entries: int) -> _Table:
    view, at = memoryview(data), _HEAD + 4 * _STARTS
    low = view[at : at + 2 * entries]
    return _Table(_numbers(view[_HEAD:at], "I"), _numbers(low, "H"), view[at + 2 * entries :])


def _numbers(view: memoryview, code: str) -> Sequence[int]:
    if sys.byteorder == "little":
        return view.cast(code)  # type: ignore[call-overload, no-any-return]
    found = array(code, view.tobytes())
    found.byteswap()
    return found


class Counts(dict[bytes, int]):
    """How often sequences were counted, as the byte of ``STEPS``; 0 for one that was counted fewer than ``LEAST`` times.

    A key holds the words, each with a blank behind it. Every sequence is looked up once and then kept. Of several files
    the sum counts.
    """

    def __init__(self, tables: Sequence[_Table], figures: Sequence[Figures]) -> None:
        super().__init__()
        self._tables = tuple(tables)
        self.figures = tuple(figures)
        self._beside: dict[tuple[bytes, tuple[bytes, ...], bool], tuple[bytes, ...]] = {}
        self._threes: dict[int, int] = {}
        self._rows: dict[tuple[bytes, ...], list[int]] = {}
        self._last: tuple[Sequence[bytes], list[int]] = (), []

    def __missing__(self, key: bytes) -> int:
        self[key] = found = self._look_up(crc32(key))
        return found

    def forget(self) -> None:
        """Let go of the answers if there are very many; whoever looks through many drafts asks for it now and then."""
        if len(self) >= _KEPT:
            self.clear()
        if len(self._beside) >= _KEPT:
            self._beside.clear()
        if len(self._threes) >= _KEPT:
            self._threes.clear()

    def threes(self, words: Sequence[bytes]) -> list[int]:
        """The counts of every three words in a row of ``words``.

        They are most of what is looked up, so they are hashed word for word, and kept by their hashes; those of a paragraph
        are kept together too, and are not to be changed.
        """
        last, told = self._last
        if last is words:  # Of a paragraph with thousands of doubts this is asked for each of them.
            return told
        row = tuple(words)
        found = self._rows.get(row)
        if found is None:
            if len(self._rows) >= _ROWS:
                self._rows.clear()
            self._rows[row] = found = self._in_threes(row)
        self._last = words, found
        return found

    def _in_threes(self, words: Sequence[bytes]) -> list[int]:
        known = self._threes
        hashes = [*map(crc32, words[2:], map(crc32, words[1:], map(crc32, words)))]
        found = [*map(known.get, hashes)]
        if None in found:
            look_up = self._look_up
            for place, count in enumerate(found):
                if count is None:
                    hash_ = hashes[place]
                    known[hash_] = found[place] = look_up(hash_)
        return found  # type: ignore[return-value]  # None of them is None any more.

    def peek(self, key: bytes) -> int:
        """The same for a key that nobody will ask for again."""
        return self._look_up(crc32(key))

    def _look_up(self, hash_: int) -> int:
        top, rest, seen = hash_ >> 16, hash_ & 0xFFFF, 0
        for starts, low, steps in self._tables:
            end = starts[top + 1]
            at = bisect_left(low, rest, starts[top], end)
            if at < end and low[at] == rest:
                seen = _sum(seen, steps[at]) if seen else steps[at]
        return seen

    def behind(self, word: bytes, group: tuple[bytes, ...]) -> tuple[bytes, ...]:
        """Which words of ``group`` were ever counted behind ``word``; kept, since the same words come again and again."""
        found = self._beside.get((word, group, True))
        if found is None:
            look_up, begun = self._look_up, crc32(word)
            found = self._beside[word, group, True] = tuple([other for other in group if look_up(crc32(other, begun))])
        return found

    def ahead(self, word: bytes, group: tuple[bytes, ...]) -> tuple[bytes, ...]:
        """Which words of ``group`` were ever counted before ``word``; kept likewise."""
        found = self._beside.get((word, group, False))
        if found is None:
            look_up = self._look_up
            found = self._beside[word, group, False] = tuple(
                [other for other in group if look_up(crc32(word, crc32(other)))]
            )
        return found

    def count(self, key: bytes) -> int:
        """How often, in round figures."""
        return STEPS[self[key]]

    def with_(self, others: Iterable[Counts]) -> Counts:
        """These counts and others, added up."""
        more = tuple(others)
        tables = (*self._tables, *(table for one in more for table in one._tables))
        return Counts(tables, (*self.figures, *(figures for one in more for figures in one.figures)))


def _sum(one: int, other: int) -> int:
    return bisect_left(STEPS, STEPS[one] + STEPS[other] + 1) - 1
