"""The parts of a draft that is text, with the lines they stand on: what an editor shows beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from resolint import structure
from resolint.engine.dress import position
from resolint.findings import Position
from resolint.frozen import NamedTuple
from resolint.model import Act, Block, Clause, Document, Span

__all__ = ["Heading", "headings", "paragraph_at"]

_SHOWN = 60


class Heading(NamedTuple):
    """A part of a draft: what a delegate calls it, how it begins, where it stands, and what is in it.

    A text as a whole and an annex go by their title; their ``where`` is empty.
    """

    where: str
    words: str
    place: Position
    parts: tuple[Heading, ...] = ()


def headings(document: Document) -> tuple[Heading, ...]:
    """The acts of a draft with their paragraphs and annexes; nothing where the source has no lines (Word)."""
    return tuple(found for act in document.acts for found in _act(document, act))


def paragraph_at(document: Document, line: int) -> Block | None:
    """The block that stands on a line of the source, counted from 1; None on a line between blocks."""
    for block in document.blocks:
        place = position(block, block.span())
        if place is not None and place.line <= line <= place.end_line:
            return block
    return None


def _act(document: Document, act: Act) -> Iterator[Heading]:
    parts = [*_clauses(document, act.preamble), *_clauses(document, act.operative)]
    for annex in act.annexes:
        parts += _group(document, annex.heading, "", [*_clauses(document, annex.paragraphs)])
    title = act.title or act.heading or act.organ_line
    if title is None:
        yield from parts
    else:
        yield from _group(document, title, "", parts)


def _group(document: Document, title: Span, where: str, parts: Iterable[Heading]) -> Iterator[Heading]:
    within = tuple(parts)
    start = position(document.block(title.block), title)
    if start is None:
        yield from within
        return
    end = within[-1].place if within else start
    whole = Position(start.line, start.column, max(start.end_line, end.end_line), end.end_column)
    yield Heading(where, _words(document, title), whole, within)


def _clauses(document: Document, clauses: Iterable[Clause]) -> Iterator[Heading]:
    for clause in clauses:
        where = structure.where(document, clause.body)
        yield from _group(document, clause.body, where, _clauses(document, clause.children))


def _words(document: Document, span: Span) -> str:
    text = " ".join(document.text(span).replace("\ufffc", "").split())
    return text if len(text) <= _SHOWN else text[:_SHOWN].rsplit(" ", 1)[0] + " \u2026"
