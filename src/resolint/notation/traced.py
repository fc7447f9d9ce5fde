"""Text that remembers where it stood in the source.

Everything the notation does to a text (taking markup out, joining lines, undoing hyphens) is done on ``Traced``
strings, so that the line and column of every remaining character is known in the end without any bookkeeping.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, MutableSequence, Sequence
from itertools import chain, islice
from operator import sub

from resolint.frozen import dataclass
from resolint.model import Place
from resolint.regex import lazy

BLANKS = " \t"
"""What may be taken off the ends of a line: blanks and tabs, never a no-break space."""

_LINE_END = lazy(r"\r\n|\n|\r")


@dataclass(frozen=True, slots=True)
class Traced:
    """A string, the source offset of each of its characters, and the offset just behind the last one."""

    text: str
    at: Sequence[int]
    end: int

    def __len__(self) -> int:
        return len(self.text)

    def spot(self, offset: int) -> int:
        """Where a character stands in the source; behind the last one the end."""
        return self.at[offset] if offset < len(self.at) else self.end

    def cut(self, start: int, stop: int | None = None) -> Traced:
        """The characters from ``start`` to ``stop`` (exclusive; by default to the end)."""
        size = len(self.text)
        stop = size if stop is None else min(stop, size)
        if start <= 0 and stop == size:
            return self
        if start >= stop:
            return Traced("", (), self.spot(start))
        return Traced(self.text[start:stop], self.at[start:stop], self.end if stop == size else self.at[stop - 1] + 1)

    def strip(self, characters: str = BLANKS) -> Traced:
        """Without leading and trailing ``characters``."""
        left = len(self.text) - len(self.text.lstrip(characters))
        return self.cut(left, max(left, len(self.text.rstrip(characters))))

    def rstrip(self, characters: str = BLANKS) -> Traced:
        """Without trailing ``characters``."""
        return self.cut(0, len(self.text.rstrip(characters)))

    def without(self, ranges: Iterable[tuple[int, int]]) -> Traced:
        """Without these ranges of its own characters (in order, not overlapping)."""
        parts = []
        done = 0
        for start, stop in ranges:
            parts.append(self.cut(done, start))
            done = stop
        if not parts:
            return self
        parts.append(self.cut(done))
        return join(parts)


def join(parts: Sequence[Traced]) -> Traced:
    """The parts one after the other."""
    kept = [part for part in parts if part.text]
    if not kept:
        return Traced("", (), parts[-1].end if parts else 0)
    if len(kept) == 1:
        return kept[0]
    at = _numbers(sum(map(len, kept)))
    for part in kept:
        at.extend(part.at)
    return Traced("".join(part.text for part in kept), at, kept[-1].end)


_MANY = 100_000


def _numbers(size: int) -> MutableSequence[int]:
    """Room for so many numbers: for very many of them bare ones, which take a quarter of a list."""
    if size < _MANY:
        return []
    from array import array

    return array("q")


def single(character: str, at: int, end: int | None = None) -> Traced:
    """One character that stands for the source from ``at`` to ``end``."""
    return Traced(character, (at,), at + 1 if end is None else end)


@dataclass(frozen=True, slots=True)
class Source:
    """A source text without its byte order mark; ``starts`` are the offsets of its lines."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    @classmethod
    def of(cls, text: str) -> Source:
        """Split ``text`` at ``\\n``, ``\\r\\n`` and ``\\r``, as editors count lines."""
        text = text.removeprefix("\ufeff")
        starts = [0]
        ends = []
        for match in _LINE_END.finditer(text):
            ends.append(match.start())
            starts.append(match.end())
        ends.append(len(text))
        return cls(text, tuple(starts), tuple(ends))

    def line(self, number: int) -> Traced:
        """Line ``number`` (from 0) without its line end."""
        start, end = self.starts[number], self.ends[number]
        return Traced(self.text[start:end], range(start, end), end)

    def line_of(self, offset: int) -> int:
        """The number (from 0) of the line that holds ``offset``."""
        return bisect_right(self.starts, offset) - 1

    def extent(self, traced: Traced, stop: int) -> tuple[Place, ...]:
        """Where the first ``stop`` characters of a text begin and end in their line, without the blanks around them."""
        words = traced.text[:stop]
        start, last = traced.at[stop - len(words.lstrip())], traced.at[max(1, len(words.rstrip())) - 1]
        number = bisect_right(self.starts, start) - 1
        begin = self.starts[number] - 1
        return Place(0, number + 1, start - begin), Place(0, number + 1, last + 1 - begin)

    def places(self, traced: Traced) -> tuple[Place, ...]:
        """Where the characters of ``traced`` stand: one place for every stretch that runs on undisturbed."""
        at, size = traced.at, len(traced.at)
        starts = [0]
        if isinstance(at, range):
            # A stretch of the source as it stands: of a long paragraph the numbers would be fifty times its text.
            starts += [size] if size and traced.end != at.stop else []
        else:
            steps = list(map(sub, chain(islice(at, 1, None), (traced.end,)), at))
            if steps.count(1) < len(steps):
                starts += [offset for offset, step in enumerate(steps, 1) if step != 1]
        # A stretch that runs on in the source still begins a new line behind every line end in it.
        for offset, end in list(zip(starts, [*starts[1:], size + 1], strict=True)):
            piece = self.text[traced.spot(offset) : traced.spot(end - 1)]
            if "\n" in piece or "\r" in piece:
                starts += [offset + at for at, sign in enumerate(piece, 1) if sign in "\r\n"]
        found = []
        for offset in sorted(starts):
            spot = traced.spot(offset)
            line = self.line_of(spot)
            found.append(Place(offset, line + 1, spot - self.starts[line] + 1))
        return tuple(found)
