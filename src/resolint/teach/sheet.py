"""An exercise as students were given it: what is wrong in each paragraph of the file, and the texts that would be right there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from resolint.findings import Report
from resolint.model import Block, Document, Span
from resolint.teach.exercise import Exercise
from resolint.teach.pairs import Change, applied, body, changes
from resolint.teach.planting import Planted, blocks_of, difference, essence

__all__ = ["Sheet", "Target", "prepare"]

_WIDEST = 80
"""Characters of what the linter speaks of that belongs to a fault as a whole; more is a whole paragraph."""


@dataclass(frozen=True, slots=True)
class Target:
    """A fault in the file of an exercise: its paragraph, the stretch of it that is wrong, and the texts that are right.

    ``form`` tells that no word is wrong but how words are set; ``right`` is then the paragraph as it should look.
    ``around`` is the stretch that the linter speaks of, which may be wider.
    """

    fault: Planted
    block: str
    start: int
    end: int
    right: Block
    accepted: tuple[str, ...]
    form: bool
    around: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Sheet:
    """An exercise as one kind of file: what students were given, read and linted, and the faults in it."""

    exercise: Exercise
    given: Document
    report: Report
    targets: tuple[Target, ...]


def prepare(
    exercise: Exercise, given: Report, answer: Document, notation: Document, mended: Sequence[Document]
) -> Sheet:
    """The sheet of an exercise.

    ``given`` is the report on the file that students got, ``answer`` the same file without faults, ``notation`` the
    exercise's source as read, and ``mended`` for each fault and each accepted text the source with that text, as read.
    """
    assert given.document is not None
    pairs = [
        (one, other)
        for one, other in zip(body(given.document), body(answer), strict=False)
        if essence(one) != essence(other)
    ]
    targets = []
    left = iter(mended)
    for fault in exercise.faults:
        source = _at_line(notation, fault.line)
        others = [_at_line(next(left), fault.line) for _ in fault.accept]
        found = _matching(source, pairs)
        if found is None:
            continue
        pairs.remove(found)
        spans = [f.span for f in given.active if f.rule == fault.rule and f.span.block == found[0].id]
        targets.append(_target(fault, *found, source, others, spans))
    return Sheet(exercise, given.document, given, tuple(targets))


def _at_line(document: Document, line: int) -> Block:
    return next(block for block in blocks_of(document) if block.places and block.places[0].line == line)


def _matching(source: Block, pairs: Sequence[tuple[Block, Block]]) -> tuple[Block, Block] | None:
    """The pair that is this paragraph of the source: it has the same words, or holds them."""
    words = source.text.strip()
    holding = [pair for pair in pairs if words in pair[0].text]
    return min(holding or pairs, key=lambda pair: abs(len(pair[0].text) - len(source.text)), default=None)


def _target(
    fault: Planted, wrong: Block, right: Block, source: Block, others: Sequence[Block], spans: Sequence[Span]
) -> Target:
    shift = max(wrong.text.find(source.text.strip()), 0) - (len(source.text) - len(source.text.lstrip()))
    accepted = []
    for other in others:
        made = changes(source.text, other.text)
        moved = [Change(c.start + shift, c.end + shift, c.old, c.new, c.at) for c in made]
        accepted.append(applied(wrong.text, moved))
    form = wrong.text == right.text
    if form:
        start, end = difference(right, wrong) or (0, len(wrong.text))
    else:
        made = changes(wrong.text, right.text)
        start, end = made[0].start, made[-1].end
    near = [span for span in spans if span.start <= end and span.end >= start and span.end - span.start <= _WIDEST]
    around = min([start, *(span.start for span in near)]), max([end, *(span.end for span in near)])
    return Target(fault, wrong.id, start, end, right, tuple(accepted), form, around)
