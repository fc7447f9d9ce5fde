"""Where a place in a draft is, in the words of a delegate: *operative 7 (b)*, *annex II, 4*, *footnote 12*.

The answers come from an index that is made once per document and kept while the document lives.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from resolint.frozen import NamedTuple
from resolint.lexicon.lines import ANNEX_WORDS
from resolint.model import Act, Annex, Block, Clause, Document, Heading, Span
from resolint.structure import labels
from resolint.tables import tables

Path = tuple[Clause, ...]

MASTHEAD, TITLE, ORGAN, PREAMBLE, OPERATIVE, ANNEX, HEADING, CLOSING, NOTES, HEADER, BODY = (
    "masthead", "title", "organ line", "preamble", "operative", "annex", "heading", "closing", "footnotes", "header",
    "body",
)  # fmt: skip
PARTS = (MASTHEAD, TITLE, ORGAN, PREAMBLE, OPERATIVE, ANNEX, HEADING, CLOSING, NOTES, HEADER, BODY)
"""All parts that a block may belong to."""

_ASIDE = {"header": HEADER, "footer": HEADER, "frame": NOTES, "note": NOTES}


class Home(NamedTuple):
    """The clause that holds a block: its act, its annex if it lies in one, and the clauses from the top down to it."""

    act: Act
    annex: Annex | None
    path: Path

    @property
    def clause(self) -> Clause:
        """The innermost clause."""
        return self.path[-1]


class _Spot(NamedTuple):
    part: str
    where: str
    starts: tuple[tuple[int, str, str], ...] = ()


class PlaceIndex:
    """Where every block of one document lies. Made once; ``where``, ``part`` and ``home`` then only look up."""

    def __init__(self, document: Document) -> None:
        """Index all blocks of ``document``."""
        self.spots: dict[str, _Spot] = {}
        self.homes: dict[str, Home] = {}
        self._cells = _cells(document)
        several = len(document.acts) > 1
        for at, act in enumerate(document.acts):
            self._act(act, f"{act_name(act, at)}, " if several else "")
        self._rest(document)
        for note in document.footnotes:
            for block in note.blocks:
                kind = "endnote" if block.id.startswith("endnotes/") else "footnote"
                self.spots[block.id] = _Spot(NOTES, f"{kind} {note.number}" if note.number else kind)

    def where(self, span: Span) -> str:
        """The place of ``span`` in words; empty for a block that the document does not have."""
        spot = self.spots.get(span.block)
        return "" if spot is None else _at(spot, span.start)[1]

    def part(self, block_id: str) -> str:
        """The part of a block, ``body`` for one that the document does not have."""
        spot = self.spots.get(block_id)
        return BODY if spot is None else spot.part

    def _set(self, block: str, part: str, where: str) -> None:
        self.spots.setdefault(block, _Spot(part, where))

    def _act(self, act: Act, prefix: str) -> None:
        self._clauses(act, None, act.preamble, PREAMBLE, prefix + "preambular ")
        name = "paragraph " if act.kind == "declaration" else "operative "
        self._clauses(act, None, act.operative, OPERATIVE, prefix + name)
        if act.organ_line is not None:
            self._line(act.organ_line, ORGAN, prefix + "organ line")
        for span in (act.title, act.heading):
            if span is not None:
                self._line(span, TITLE, prefix + "title")
        self._headings(act.headings, prefix)
        for block in act.closing:
            self._set(block, CLOSING, prefix + "closing")
        for annex in act.annexes:
            self._annex(act, annex, prefix)
        for at, block in enumerate(act.body, 1):
            self._set(block, BODY, prefix + self._cells.get(block, f"body {at}"))

    def _line(self, span: Span, part: str, where: str) -> None:
        """A line that may share its block with a paragraph: then what stands before the paragraph is the line's."""
        spot = self.spots.get(span.block)
        if spot is None:
            self.spots[span.block] = _Spot(part, where)
        elif span.block in self.homes:
            start = self.homes[span.block].path[0].body.start
            if span.start < start:
                self.spots[span.block] = _Spot(spot.part, spot.where, ((start, part, where),))

    def _annex(self, act: Act, annex: Annex, prefix: str) -> None:
        label = f"{prefix}{annex_name(annex)}"
        self._clauses(act, annex, annex.paragraphs, ANNEX, f"{label}, ")
        self._set(annex.heading.block, ANNEX, f"{label}, heading")
        if annex.title is not None:
            self._set(annex.title.block, ANNEX, f"{label}, title")
        for heading in annex.headings:
            self._set(heading.span.block, HEADING, f"{label}, heading")
        for block in annex.body:
            cell = self._cells.get(block)
            self._set(block, ANNEX, f"{label}, {cell}" if cell else label)

    def _headings(self, headings: tuple[Heading, ...], prefix: str) -> None:
        for at, heading in enumerate(headings, 1):
            self._set(heading.span.block, HEADING, f"{prefix}heading {at}")

    def _clauses(self, act: Act, annex: Annex | None, clauses: tuple[Clause, ...], part: str, prefix: str) -> None:
        seen: dict[str, int] = {}
        for at, clause in enumerate(clauses, 1):
            name = clause.number or (f"unnumbered {at}" if annex is not None else str(at))
            if part == PREAMBLE:
                name = str(at)
            seen[name] = seen.get(name, 0) + 1
            if seen[name] > 1:
                name = f"{name} [{seen[name]}]"
            self._clause(act, annex, (clause,), part, prefix + name)

    def _clause(self, act: Act, annex: Annex | None, path: Path, part: str, where: str) -> None:
        home = Home(act, annex, path)
        for block in path[-1].blocks:
            self._set(block, part, where)
            self.homes.setdefault(block, home)
        unnumbered = 0
        for child in path[-1].children:
            if not child.number:
                unnumbered += 1
            name = f"({child.number})" if child.number else f"item {unnumbered}"
            self._clause(act, annex, (*path, child), part, f"{where} {name}")

    def _rest(self, document: Document) -> None:
        masthead = frozenset(document.head.blocks)
        count, above = 0, ""
        for block in document.blocks:
            if block.id in self.spots:
                continue
            if block.kind in _ASIDE and not block.id.startswith("front/"):
                part = _ASIDE[block.kind]
                self.spots[block.id] = _Spot(part, _NAMES.get(block.kind, part))
            elif block.id in masthead or block.id.startswith("front/"):
                self.spots[block.id] = _Spot(MASTHEAD, MASTHEAD)
            else:
                count += 1
                place = self._cells.get(block.id) or _numbered(block, above)
                above = place if place.startswith("paragraph ") and "(" not in place else above
                self.spots[block.id] = _Spot(BODY, place or f"body {count}")


def _cells(document: Document) -> Mapping[str, str]:
    """Where each block of a table stands: *table 1, row 2, column 3*."""
    found: dict[str, str] = {}
    for table in tables(document):
        for row, slots in enumerate(table.rows, 1):
            column = 1
            for slot in slots:
                for block in slot.blocks:
                    found[block.id] = f"table {table.number}, row {row}, column {column}"
                column += slot.span
    return found


_NAMES = {"header": "page header", "footer": "page footer", "frame": "star note", "note": "footnote"}


def _numbered(block: Block, above: str) -> str:
    """The place of a numbered paragraph outside of acts, below the paragraph ``above``; empty without a number."""
    label = block.label or labels.typed(block.text)[0]
    number = labels.number(label)
    if not number or block.kind == "heading":
        return ""
    return f"paragraph {number}" if labels.is_plain(label) else f"{above or 'item'} ({number})"


def _at(spot: _Spot, start: int) -> tuple[str, str]:
    for stop, part, where in spot.starts:
        if start < stop:
            return part, where
    return spot.part, spot.where


def act_name(act: Act, at: int) -> str:
    """What an act is called among several: *decision 7/CMA.3*, *resolution A*, *act 2*."""
    if act.number:
        return f"{act.kind} {act.number}"
    return f"act {at + 1}"


def annex_name(annex: Annex) -> str:
    """What an annex is called: *annex II*, *appendix*."""
    label = " ".join(annex.label.split())
    head, _, rest = label.partition(" ")
    if not head.lower().startswith(ANNEX_WORDS):
        return label[:60]
    return f"{head.lower()} {rest.upper() if len(rest) < 7 else rest}".strip()


def index_of(document: Document) -> PlaceIndex:
    """The index of ``document``, made at the first call and kept with it."""
    return document.kept(PlaceIndex)


def where(document: Document, span: Span) -> str:
    """The place of ``span`` as a delegate would say it: ``operative 7 (b)``, ``annex II, 4``, ``footnote 12``,
    ``table 1, row 2, column 3``.

    With several acts the act comes first: ``decision 7/CMA.3, operative 7 (b)``. Paragraphs without a number are
    counted; a number that occurs again in its part is marked (``paragraph 3 [2]``).
    """
    return index_of(document).where(span)


def part(document: Document, block_id: str) -> str:
    """The part that a block belongs to, one of ``PARTS``."""
    return index_of(document).part(block_id)


def home(document: Document, block_id: str) -> Home | None:
    """The innermost clause that holds a block, with its act, annex and path; None for a block in no clause."""
    return index_of(document).homes.get(block_id)


def paths(document: Document) -> Iterator[Home]:
    """Every clause of a document with its act, annex and path, in order."""
    for act in document.acts:
        for annex, clauses in _parts(act):
            for clause in clauses:
                yield from _walk(act, annex, (clause,))


def _parts(act: Act) -> Iterator[tuple[Annex | None, tuple[Clause, ...]]]:
    yield None, act.preamble
    yield None, act.operative
    for annex in act.annexes:
        yield annex, annex.paragraphs


def _walk(act: Act, annex: Annex | None, path: Path) -> Iterator[Home]:
    yield Home(act, annex, path)
    for child in path[-1].children:
        yield from _walk(act, annex, (*path, child))


def placed(document: Document) -> Mapping[str, str]:
    """The part of every block of the document, notes included."""
    index = index_of(document)
    return {block: spot.part for block, spot in index.spots.items()}
