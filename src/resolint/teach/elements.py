"""The elements of a resolution: which words are which, for a page on which everything can be pointed at."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from resolint.frozen import NamedTuple
from resolint.lexicon import TableRow
from resolint.model import Act, Clause, Document, Span

__all__ = ["Element", "Spot", "elements", "spots"]

_HEAD = ("symbol", "distribution", "date", "language", "session", "body", "agenda_item", "sponsors")


class Element(NamedTuple):
    """What an element is called and is for, and the rules that are about it."""

    key: str
    name: str
    about: str
    rules: tuple[str, ...]


class Spot(NamedTuple):
    """Where an element stands."""

    key: str
    span: Span


def elements(rows: Sequence[TableRow]) -> Mapping[str, Element]:
    """The elements by key, out of the rows of the table ``elements``."""
    return {
        row["element"]: Element(row["element"], row["name"], row["about"], tuple(row["rules"].split())) for row in rows
    }


def spots(document: Document) -> Iterator[Spot]:
    """The elements of a draft, in the order of the draft; a longer one comes before those inside of it."""
    for name in _HEAD:
        span = document.head.where(name)
        if span is not None:
            yield Spot(name, span)
    for act in document.acts:
        yield from _act(act)
    for note in document.footnotes:
        if note.anchor is not None:
            yield Spot("note", note.anchor)
        if note.blocks:
            yield Spot("footnote", note.blocks[0].span())
    for citation in document.citations:
        if citation.kind in ("resolution", "decision") and len(citation.span):
            yield Spot("citation", citation.span)


def _act(act: Act) -> Iterator[Spot]:
    if act.title is not None:
        yield Spot("title", act.title)
    if act.organ_line is not None:
        yield Spot("organ", act.organ_line)
    for clause in act.preamble:
        yield from _clause(clause, "preambular")
    for clause in act.operative:
        yield from _clause(clause, "operative")
    if act.operative:
        last = list(act.operative[-1].walk())[-1]
        if len(last.end_mark):
            yield Spot("last", last.end_mark)


def _clause(clause: Clause, kind: str) -> Iterator[Spot]:
    for one in clause.walk():
        if one is clause:
            yield Spot(kind, one.body)
            if one.opener is not None:
                yield Spot(f"{kind}-opening", one.opener)
        else:
            yield Spot("subparagraph", one.body)
