"""The tables of a document, put together from the blocks of their cells.

A table that holds the text itself or the masthead is a way to lay a page out and no table: its blocks are paragraphs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from resolint.frozen import NamedTuple
from resolint.model import Act, Block, Document
from resolint.shared import per_document

__all__ = ["Slot", "Table", "run_of", "tables", "tables_of"]


class Slot(NamedTuple):
    """What stands in one cell: its paragraphs, none if it is empty, and how many columns it takes up."""

    blocks: tuple[Block, ...] = ()
    span: int = 1
    align: str = ""


class Table(NamedTuple):
    """A table: its number in the document from 1, and its rows from the top.

    Every row takes up all ``columns``; the first ``head`` rows name the columns.
    """

    number: int
    columns: int
    head: int
    rows: tuple[tuple[Slot, ...], ...]

    def blocks(self) -> Iterator[Block]:
        """The blocks of all cells, row by row."""
        return (block for row in self.rows for slot in row for block in slot.blocks)

    @property
    def aligned(self) -> tuple[str, ...]:
        """How most cells of each column are aligned."""
        found = []
        for column in range(self.columns):
            stated = [slot.align for row in self.rows for at, slot in _placed(row) if at == column and slot.blocks]
            found.append(max(stated, key=stated.count, default=""))
        return tuple(found)


@per_document("tables")
def tables_of(document: Document) -> Mapping[str, Table]:
    """The table that each block stands in, for the blocks of tables; kept with the document."""
    text = frozenset(_text(document))
    found: dict[str, Table] = {}
    number = 0
    for run in _runs(document.blocks):
        if any(block.id in text for block in run):
            continue
        number += 1
        made = _table(run, number)
        found.update((block.id, made) for block in run)
    return found


def tables(document: Document) -> tuple[Table, ...]:
    """The tables of a document in order."""
    return tuple({table.number: table for table in tables_of(document).values()}.values())


def run_of(document: Document) -> Iterator[Block | Table]:
    """The blocks of a document in order, those of a table as one table."""
    known = tables_of(document)
    last = 0
    for block in document.blocks:
        table = known.get(block.id)
        if table is None:
            yield block
        elif table.number != last:
            last = table.number
            yield table


def _runs(blocks: Iterable[Block]) -> Iterator[list[Block]]:
    """The blocks of each table."""
    run: list[Block] = []
    for block in blocks:
        if run and (block.cell is None or run[-1].cell is None or block.cell.table != run[-1].cell.table):
            yield run
            run = []
        if block.cell is not None:
            run.append(block)
    if run:
        yield run


def _table(run: list[Block], number: int) -> Table:
    rows: dict[int, dict[int, list[Block]]] = {}
    heads = set()
    columns = 1
    for block in run:
        cell = block.cell
        if cell is not None:
            rows.setdefault(cell.row, {}).setdefault(cell.column, []).append(block)
            columns = max(columns, cell.columns, cell.column + 1)
            if cell.head:
                heads.add(cell.row)
    height = max(rows) + 1
    head = next((row for row in range(height) if row not in heads and row in rows), height) if heads else 0
    return Table(number, columns, head, tuple(_row(rows.get(row, {}), columns) for row in range(height)))


def _row(cells: Mapping[int, list[Block]], columns: int) -> tuple[Slot, ...]:
    slots: list[Slot] = []
    taken = 0
    for column, blocks in sorted(cells.items()):
        slots += [Slot()] * (column - taken)
        cell = blocks[0].cell
        following = min((other for other in cells if other > column), default=columns)
        span = max(1, min(cell.span if cell is not None else 1, following - column))
        slots.append(Slot(tuple(blocks), span, cell.align if cell is not None else ""))
        taken = column + span
    return (*slots, *[Slot()] * (columns - taken))


def _placed(row: tuple[Slot, ...]) -> Iterator[tuple[int, Slot]]:
    at = 0
    for slot in row:
        yield at, slot
        at += slot.span


def _text(document: Document) -> Iterator[str]:
    """The blocks that are masthead, paragraphs or lines of an act, in whatever table they stand."""
    yield from document.head.blocks
    for act in document.acts:
        yield from _lines(act)
    for _, clause in document.clauses():
        yield from clause.blocks


def _lines(act: Act) -> Iterator[str]:
    spans = (act.title, act.organ_line, act.heading)
    yield from (span.block for span in spans if span is not None)
    yield from act.closing
    yield from (heading.span.block for heading in act.headings)
    for annex in act.annexes:
        yield from (span.block for span in (annex.heading, annex.title) if span is not None)
        yield from (heading.span.block for heading in annex.headings)
