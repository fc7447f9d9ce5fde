"""From the formatting and the changes of flattened paragraphs to the marks of a block."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from resolint.model import Mark, MarkKind
from resolint.word.read.inline import Flat
from resolint.word.read.properties import Properties
from resolint.word.read.styles import BOLD, COLOUR, FACE, HIGHLIGHT, ITALIC, STRIKE, SUPERSCRIPT, UNDERLINE

_KINDS: tuple[tuple[int, MarkKind], ...] = (
    (ITALIC, "italic"),
    (BOLD, "bold"),
    (UNDERLINE, "underline"),
    (STRIKE, "strike"),
    (SUPERSCRIPT, "superscript"),
    (HIGHLIGHT, "highlight"),
    (COLOUR, "colour"),
    (FACE, "face"),
)
_TAKEN_OUT: frozenset[MarkKind] = frozenset(("deleted-here", "hidden"))
_MERGED: frozenset[MarkKind] = frozenset(("inserted", "link", "deleted-here", "hidden"))


def marks_of(flat: Flat, inserted: str | None) -> tuple[Mark, ...]:
    """The marks of a block that is one paragraph; ``inserted`` is the author of its paragraph mark."""
    runs = flat.runs
    if not flat.marks and inserted is None:
        if not runs:
            return ()
        if len(runs) == 1:
            start, end, bits = runs[0]
            return tuple([Mark(start, end, kind) for kind in kinds_of(bits)])
        return tuple(_formatting(runs))
    marks = list(flat.marks)
    if inserted is not None:
        end = len(flat.text)
        marks.append(Mark(end, end, "inserted", inserted))
    return _ordered(marks, runs)


def marks_of_joined(parts: Sequence[tuple[int, Flat, Properties]]) -> tuple[Mark, ...]:
    """The marks of a block made of several paragraphs, each with its offset; what touches and is alike is one."""
    marks: list[Mark] = []
    runs: list[tuple[int, int, int]] = []
    for offset, flat, properties in parts:
        end = offset + len(flat.text)
        runs.extend((start + offset, stop + offset, bits) for start, stop, bits in flat.runs)
        marks.extend(Mark(m.start + offset, m.end + offset, m.kind, m.value) for m in flat.marks)
        if properties.removed:
            marks.append(Mark(end, end, "deleted-here", "\n"))
        if properties.inserted is not None:
            marks.append(Mark(end, end, "inserted", properties.inserted))
    return _ordered(marks, runs)


def _ordered(marks: list[Mark], runs: Sequence[tuple[int, int, int]]) -> tuple[Mark, ...]:
    if runs:
        marks.extend(_formatting(runs))
    if len(marks) == 1:
        return (marks[0],)
    marks.sort(key=_start)
    return tuple(_merged(marks))


def _start(mark: Mark) -> int:
    return mark.start


def _formatting(runs: Sequence[tuple[int, int, int]]) -> list[Mark]:
    """One mark for each property and unbroken stretch; most paragraphs have a single formatted stretch."""
    used = 0
    for _, _, bits in runs:
        used |= bits
    found = [mark for bit, kind in _KINDS if used & bit for mark in _stretches(runs, bit, kind)]
    if used & (used - 1):
        found.sort(key=_start)
    return found


@cache
def kinds_of(bits: int) -> tuple[MarkKind, ...]:
    """The kinds of mark that formatting bits stand for."""
    return tuple(kind for bit, kind in _KINDS if bits & bit)


def _stretches(runs: Sequence[tuple[int, int, int]], bit: int, kind: MarkKind) -> Iterator[Mark]:
    start = end = -1
    for begin, stop, bits in runs:
        if not bits & bit:
            continue
        if begin != end:
            if end > start:
                yield Mark(start, end, kind)
            start = begin
        end = stop
    if end > start:
        yield Mark(start, end, kind)


def _merged(marks: Iterable[Mark]) -> Iterator[Mark]:
    """Joins neighbouring marks of tracked changes, links and omissions; keeps the order of the others."""
    kept: list[Mark] = []
    last: dict[MarkKind, int] = {}
    words: dict[int, list[str]] = {}
    for mark in marks:
        kind = mark.kind
        if kind in _MERGED:
            at = last.get(kind, -1)
            before = kept[at] if at >= 0 else None
            if before is not None and before.end == mark.start:
                if kind in _TAKEN_OUT:
                    words.setdefault(at, [before.value]).append(mark.value)
                    continue
                if before.value == mark.value:
                    kept[at] = Mark(before.start, mark.end, kind, mark.value)
                    continue
            last[kind] = len(kept)
        kept.append(mark)
    for at, values in words.items():
        kept[at] = Mark(kept[at].start, kept[at].end, kept[at].kind, "".join(values))
    return iter(kept)
