"""Tables of two documents: rows that belong together, and in them the cells, which pair by their place."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from resolint.comparison.align import Alignment, chain
from resolint.comparison.model import Comparison, Paragraph
from resolint.comparison.setting import in_file
from resolint.comparison.similar import PAIRED, Signature, Vocabulary, candidates
from resolint.model import Document
from resolint.writing import NewCell

Grid = dict[int, dict[int, list[int]]]
"""The paragraphs of a table by index: by row, then by column."""


def pair_cells(
    found: Alignment, base: Sequence[Paragraph], draft: Sequence[Paragraph], words: Vocabulary
) -> Mapping[int, int]:
    """Pairs the cells of tables anew where whole tables belong together: rows first, then cell by cell.

    Changes ``found``, and gives the tables of the draft with those of the base that they are made of.
    """
    ours, theirs = _grids(base), _grids(draft)
    votes = Counter[tuple[int, int]]()
    for i, j in found.kept.items():
        mine, yours = base[i].cell, draft[j].cell
        if mine is not None and yours is not None:
            votes[mine.table, yours.table] += 1
    partners = chain({pair: float(count) for pair, count in votes.items()})
    for one, other in partners:
        _pair(found, ours[one], theirs[other], base, draft, words)
    return {other: one for one, other in partners}


def _grids(row: Sequence[Paragraph]) -> dict[int, Grid]:
    found: dict[int, Grid] = defaultdict(lambda: defaultdict(lambda: defaultdict(list)))
    for at, paragraph in enumerate(row):
        if paragraph.cell is not None:
            found[paragraph.cell.table][paragraph.cell.row][paragraph.cell.column].append(at)
    return found


def _pair(
    found: Alignment,
    ours: Grid,
    theirs: Grid,
    base: Sequence[Paragraph],
    draft: Sequence[Paragraph],
    words: Vocabulary,
) -> None:
    mine = {at for row in ours.values() for cell in row.values() for at in cell}
    yours = {at for row in theirs.values() for cell in row.values() for at in cell}
    known = {i: j for i, j in found.kept.items() if i in mine and j in yours}
    _forget(found, mine, yours)
    columns = {_columns(ours, base), _columns(theirs, draft)}
    for row, other in _rows(ours, theirs, base, draft, words):
        if len(columns) == 1:
            for column, cell in ours[row].items():
                found.kept.update(zip(cell, theirs[other].get(column, ()), strict=False))
        else:
            # Columns came or went: cells are known by their words.
            here = {j for cell in theirs[other].values() for j in cell}
            ends = (i for cell in ours[row].values() for i in cell)
            found.kept.update((i, known[i]) for i in ends if known.get(i) in here)


def _columns(grid: Grid, row: Sequence[Paragraph]) -> int:
    return _widest(row[at] for cells in grid.values() for cell in cells.values() for at in cell)


def _forget(found: Alignment, mine: set[int], yours: set[int]) -> None:
    """Takes back what was found for paragraphs of two tables."""
    for pairs in (found.kept, found.moved):
        for i in [i for i, j in pairs.items() if i in mine or j in yours]:
            del pairs[i]
    for i in [i for i, row in found.splits.items() if i in mine or yours.intersection(row)]:
        del found.splits[i]
    for j in [j for j, row in found.merges.items() if j in yours or mine.intersection(row)]:
        del found.merges[j]


def _rows(
    ours: Grid, theirs: Grid, base: Sequence[Paragraph], draft: Sequence[Paragraph], words: Vocabulary
) -> list[tuple[int, int]]:
    """The rows of two tables that belong together, in order; between two pairs those left over, if there are as many."""
    sides = [sorted(grid) for grid in (ours, theirs)]
    left = [_signature(ours[row], base, words) for row in sides[0]]
    right = [_signature(theirs[row], draft, words) for row in sides[1]]
    alike = candidates(left, right, PAIRED)
    weights = {(i, j): share * (len(left[i].words) + len(right[j].words) + 1) for (i, j), share in alike.items()}
    pairs = chain(weights)
    edges = [(-1, -1), *pairs, (len(left), len(right))]
    for (i, j), (k, m) in pairwise(edges):
        if k - i == m - j:
            pairs += zip(range(i + 1, k), range(j + 1, m), strict=True)
    return [(sides[0][i], sides[1][j]) for i, j in sorted(pairs)]


def _signature(row: Mapping[int, Sequence[int]], paragraphs: Sequence[Paragraph], words: Vocabulary) -> Signature:
    cells = [words.signature(paragraphs[at]) for _, cell in sorted(row.items()) for at in cell]
    key = words.key(
        " | ".join(f"{column} {paragraphs[at].text}" for column, cell in sorted(row.items()) for at in cell)
    )
    return Signature(key, tuple(word for cell in cells for word in cell.words), "", "")


def columns_apart(comparison: Comparison) -> Iterator[tuple[str, bool]]:
    """The columns that tables of the draft have more than theirs of the base, or less: the first words, and whether it is new."""
    for theirs, ours in comparison.tables.items():
        base = [paragraph for row in comparison.rows for paragraph in row.base if _table(paragraph) == ours]
        draft = [paragraph for row in comparison.rows for paragraph in row.draft if _table(paragraph) == theirs]
        stay = [row for row in comparison.rows if row.kind != "moved" and row.base and row.draft]
        for side, other, new in ((draft, base, True), (base, draft, False)):
            if _widest(side) <= _widest(other):
                continue
            table = theirs if new else ours
            kept = {_column(one) for row in stay for one in (row.draft if new else row.base) if _table(one) == table}
            firsts = {_column(one): one.text for one in reversed(side)}
            yield from ((words, new) for column, words in sorted(firsts.items()) if column not in kept)


def _table(paragraph: Paragraph) -> int | None:
    return None if paragraph.cell is None else paragraph.cell.table


def _column(paragraph: Paragraph) -> int:
    return -1 if paragraph.cell is None else paragraph.cell.column


def _widest(row: Iterable[Paragraph]) -> int:
    return max((paragraph.cell.columns for paragraph in row if paragraph.cell is not None), default=0)


def _cells(document: Document) -> dict[int, list[int]]:
    """For each table of a document the places of its blocks."""
    found: dict[int, list[int]] = defaultdict(list)
    for at, block in enumerate(document.blocks):
        if block.cell is not None:
            found[block.cell.table].append(at)
    return found


class NewCells:
    """Which new paragraphs of a draft are cells, and of which row of which table of the base."""

    def __init__(self, pairs: Iterable[tuple[Paragraph, Paragraph]], comparison: Comparison) -> None:
        """``pairs`` are the paragraphs that stay; tables of the draft may have partners in the base."""
        self.tables = tables = comparison.tables
        self.blocks = [block.id for block in comparison.base.blocks] if tables else []
        self.order = {block: at for at, block in enumerate(self.blocks)}
        self.places = {block.id: at for at, block in enumerate(comparison.draft.blocks)} if tables else {}
        self.ours = {table: (cells[0], cells[-1]) for table, cells in _cells(comparison.base).items()}
        self.theirs = {table: cells[0] for table, cells in _cells(comparison.draft).items()}
        self.beside: dict[tuple[int, int], str] = {}
        """For a row of the draft a paragraph of the row of the base that it is."""
        self.last: dict[tuple[int, int, int], str] = {}
        """For a cell of the draft the last paragraph of the base that stays in it."""
        for old, new in pairs:
            if old.cell is not None and new.cell is not None and tables.get(new.cell.table) == old.cell.table:
                self.beside.setdefault((new.cell.table, new.cell.row), old.block)
                self.last[new.cell.table, new.cell.row, new.cell.column] = old.block

    def anchor(self, new: Paragraph, anchor: str | None, dropped: Collection[str]) -> str | None:
        """What a new paragraph follows, where ``anchor``, the last paragraph that was planned, stands on the wrong side of a table.

        What goes is planned before what comes: a cell that comes belongs behind the last cell of its table, and what
        stands before a table in the draft before that of the base, if nothing stays between there and ``anchor``.
        """
        at = self.order.get(anchor or "", -1)
        for theirs, ours in self.tables.items():
            first, last = self.ours[ours]
            if new.cell is not None and new.cell.table == theirs and at > last:
                place, between = last, range(last + 1, at + 1)
            elif new.cell is None and at >= first and self.places.get(new.block, 0) < self.theirs[theirs]:
                place, between = first - 1, range(first, at + 1)
            else:
                continue
            if {self.blocks[other] for other in between}.issubset(dropped):
                return next((self.blocks[other] for other in range(place, -1, -1) if in_file(self.blocks[other])), None)
        return anchor

    def above(self, new: Paragraph) -> str | None:
        """The paragraph of the base that stays in the cell of a new one, which comes behind it."""
        return None if new.cell is None else self.last.get((new.cell.table, new.cell.row, new.cell.column))

    def of(self, new: Paragraph) -> NewCell | None:
        """Where a new paragraph belongs, None if it is no cell of a table."""
        if new.cell is None:
            return None
        cell = new.cell
        return NewCell(cell, self.tables.get(cell.table), self.beside.get((cell.table, cell.row)))
