"""The elements of a resolution: which words are which, for a page on which everything can be pointed at."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from resolint.frozen import NamedTuple
from resolint.lexicon import TableRow
from resolint.model import Act, Block, Clause, Document, Span

__all__ = ["Element", "Spot", "elements", "spots"]

_HEAD = ("symbol", "distribution", "date", "language", "session", "body", "agenda_item", "sponsors")
_AGENDA_TITLE = "front/agenda_title"


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


def elements(rows: Sequence[TableRow], *, italics: bool = True) -> Mapping[str, Element]:
    """The elements by key, out of the rows of the table ``elements``; without ``italics`` nothing is said of how words are set."""
    return {
        row["element"]: Element(
            row["element"],
            row["name"],
            row["about"] if italics else row["unset"] or row["about"],
            tuple(row["rules"].split()),
        )
        for row in rows
    }


def spots(document: Document) -> Iterator[Spot]:
    """The elements of a draft, in the order of the draft; a longer one comes before those inside of it."""
    for name in _HEAD:
        span = document.head.where(name)
        if span is not None:
            yield Spot(name, span)
        if name == "agenda_item" and (title := _agenda_title(document)) is not None:
            yield Spot("agenda_title", title.span())
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


def _agenda_title(document: Document) -> Block | None:
    """The title of the agenda item: a field of the front matter, or the one line between the item and the sponsors."""
    if document.has_block(_AGENDA_TITLE):
        return document.block(_AGENDA_TITLE)
    places = document.head.where("agenda_item"), document.head.where("sponsors")
    order = {block.id: at for at, block in enumerate(document.blocks)}
    first, last = (-1 if place is None else order.get(place.block, -1) for place in places)
    between = [block for block in document.blocks[first + 1 : max(last, 0)] if block.text.strip()]
    return between[0] if first >= 0 and len(between) == 1 else None


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
