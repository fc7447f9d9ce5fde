"""Rows of tables that go or come with a redline: tracked as rows, with the words in them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from itertools import groupby

from resolint.model import Block
from resolint.word.container.xml import PPR, VAL, Element, P, R, T, number, w
from resolint.word.read.story import ReadParagraph
from resolint.word.read.styles import Style
from resolint.word.redline.file import RedlineFile, bare_properties
from resolint.word.redline.runs import Pen, look, new_runs
from resolint.word.redline.verify import ROW_PROPERTIES
from resolint.word.write import runs
from resolint.writing import NewParagraph

_CELL, _ROW, _TABLE = w("tc"), w("tr"), w("tbl")
_WIDTH = 8400
"""Twips that a new table takes up: about the text of a page with wide margins."""


def together(new: NewParagraph) -> tuple[object, ...]:
    """What new paragraphs of a plan have in common that are put in at once: those of one cell, of rows, of a table."""
    cell = new.cell
    if cell is None:
        return new.after, new.author, None
    here = (cell.place.row, cell.place.column) if cell.beside is not None else None
    return new.after, new.author, cell.place.table, cell.beside, here


class Rows:
    """The part of a redline that knows tables."""

    file: RedlineFile
    pen: Pen
    _new: set[Element]
    _plan_dropped: set[str]
    _droppers: Mapping[str, str]
    _behind: dict[Element, Element]
    _ends: dict[Element, Element]

    def _sign(self, author: str) -> None:
        raise NotImplementedError

    def _style(self, paragraph: Element) -> Style:
        raise NotImplementedError

    def _mark(self, paragraph: Element, name: str) -> None:
        raise NotImplementedError

    def _insert_cells(self, group: Sequence[NewParagraph]) -> bool:
        """Puts in new paragraphs that are cells: of an empty place of a row, of rows that come, or of a table that comes.

        ``group`` is what ``together`` holds together. Tells whether they were put in; where not, nothing was done.
        """
        cell = group[0].cell
        if cell is None:
            return False
        if cell.beside is not None:
            return self._fill(cell.beside, cell.place.column, group)
        if cell.table is not None:
            return self._come_in(cell.table, group)
        return self._new_table(group)

    def _fill(self, beside: str, column: int, group: Sequence[NewParagraph]) -> bool:
        """Puts paragraphs into the empty cell of a row that stays."""
        found = self.file.passage(beside)
        row = None if found is None else _outermost(found[0].paragraphs[0][1], _ROW)
        cell = None if row is None else cells_of(row).get(column)
        if found is None or cell is None or not _is_free(cell):
            return False
        last = next(cell.iterchildren(P))
        self.file.touch(found[1])
        for new in group[:-1]:
            paragraph = runs.make(cell, P)
            properties = last.find(PPR)
            if properties is not None:
                paragraph.append(bare_properties(properties))
            runs.before(last, paragraph)
            self._mark(paragraph, "ins")
            self._words(paragraph, new, None)
        self._words(last, group[-1], None)
        return True

    def _come_in(self, number: int, group: Sequence[NewParagraph]) -> bool:
        """Puts rows that come into the table of the base with this number, behind the row of the paragraph before them."""
        after, until = (self._row_of(block, number) for block in (group[0].after, group[0].until))
        if after is until:
            # The paragraph before goes out of a row that stays.
            after = None
        model = after if after is not None else until
        part = next((found[1] for block in self.file.body if (found := self._cell_in(block, number))), None)
        if model is None or part is None or not cells_of(model):
            return False
        self.file.touch(part)
        at = None if after is None else self._behind.get(after, after)
        for row in _by_row(group):
            made = self._new_row(model, row)
            if at is None:
                runs.before(model, made)
            else:
                runs.after(at, made)
            at = made
        if after is not None and at is not None:
            self._behind[after] = at
        return True

    def _cell_in(self, block: Block, number: int) -> tuple[ReadParagraph, str] | None:
        if block.cell is None or block.cell.table != number:
            return None
        return self.file.passage(block.id)

    def _row_of(self, address: str | None, number: int) -> Element | None:
        """The row of a block, if that stands in the table with this number."""
        block = next((block for block in self.file.body if block.id == address), None)
        found = None if block is None else self._cell_in(block, number)
        return None if found is None else _outermost(found[0].paragraphs[-1][1], _ROW)

    def _new_row(self, model: Element, group: Sequence[NewParagraph]) -> Element:
        """A tracked row set like ``model``, with the new paragraphs in the cells of their columns."""
        made = runs.make(model, _ROW)
        for properties in model.iterchildren(w("tblPrEx"), ROW_PROPERTIES):
            made.append(_without(properties, "ins", "del", "trPrChange", "tblHeader"))
        columns = cells_of(model)
        for column, cell in columns.items():
            following = min((other for other in columns if other > column), default=1 << 30)
            copy = runs.make(made, _CELL)
            for properties in cell.iterchildren(w("tcPr")):
                copy.append(_without(properties, "vMerge", "cellIns", "cellDel", "cellMerge", "tcPrChange"))
            here = [new for new in group if column <= _column(new) < following]
            if column == min(columns):
                here = [new for new in group if _column(new) < column] + here
            self._fill_new(copy, here, next(cell.iterchildren(P), None))
            made.append(copy)
        self._track_row(made, "ins")
        return made

    def _fill_new(self, cell: Element, group: Sequence[NewParagraph], model: Element | None) -> None:
        """Gives a new cell its paragraphs, set like ``model``; an empty one has one without words."""
        for new in (*group, *([None] if not group else [])):
            paragraph = runs.make(cell, P)
            properties = None if model is None else model.find(PPR)
            if properties is not None:
                paragraph.append(bare_properties(properties))
            cell.append(paragraph)
            if new is not None:
                self._words(paragraph, new, model)
            self._new.add(paragraph)

    def _words(self, paragraph: Element, new: NewParagraph, model: Element | None) -> None:
        """The words of a new paragraph, tracked as inserted at its end."""
        insertion = self.pen.revision(paragraph, "ins")
        sample = None if model is None else sample_of(model)
        insertion.extend(new_runs(new.new, look(sample, self.pen.styles), paragraph, self._style(paragraph), self.pen))
        paragraph.append(insertion)

    def _new_table(self, group: Sequence[NewParagraph]) -> bool:
        """Puts in a table that comes, as rows that come, between two paragraphs of the text."""
        found = None if group[0].after is None else self.file.passage(group[0].after)
        if found is None or next(found[0].paragraphs[-1][1].iterancestors(_CELL), None) is not None:
            return False
        anchor = found[0].paragraphs[-1][1]
        place = self._behind.get(anchor, anchor)
        following = next(anchor.itersiblings(), None)
        if place.tag != P or place in self._ends or following is None or following.tag != P:
            return False
        self.file.touch(found[1])
        cells = [new.cell.place for new in group if new.cell is not None]
        columns = max(max(cell.columns, cell.column + 1) for cell in cells)
        table = runs.make(place, _TABLE)
        table.append(_table_properties(table))
        grid = runs.make(table, w("tblGrid"))
        grid.extend(runs.make(grid, w("gridCol"), {w("w"): str(_WIDTH // columns)}) for _ in range(columns))
        table.append(grid)
        for row in _by_row(group):
            table.append(self._row_of_table(table, row, columns))
        runs.after(place, table)
        self._behind[anchor] = table
        return True

    def _row_of_table(self, table: Element, group: Sequence[NewParagraph], columns: int) -> Element:
        made = runs.make(table, _ROW)
        if any(new.cell is not None and new.cell.place.head for new in group):
            properties = runs.make(made, ROW_PROPERTIES)
            properties.append(runs.make(properties, w("tblHeader")))
            made.append(properties)
        for column in range(columns):
            cell = runs.make(made, _CELL)
            properties = runs.make(cell, w("tcPr"))
            properties.append(runs.make(properties, w("tcW"), {w("w"): str(_WIDTH // columns), w("type"): "dxa"}))
            cell.append(properties)
            self._fill_new(cell, [new for new in group if _column(new) == column], None)
            made.append(cell)
        self._track_row(made, "ins")
        return made

    def _drop_rows(self) -> None:
        """Tracks the rows of tables as deleted of which nothing is left."""
        rows: dict[Element, list[str]] = {}
        for block in self.file.body:
            found = self.file.passage(block.id)
            row = None if found is None else next(found[0].paragraphs[0][1].iterancestors(_ROW), None)
            if row is not None:
                rows.setdefault(row, []).append(block.id)
        for row, blocks in rows.items():
            whole = all(block in self._plan_dropped for block in blocks)
            by = {self._droppers.get(block, "") for block in blocks}
            if whole and len(by) == 1 and not any(paragraph in self._new for paragraph in row.iter(P)):
                self._sign(by.pop())
                self._track_row(row, "del")

    def _track_row(self, row: Element, name: str) -> None:
        properties = row.find(ROW_PROPERTIES)
        if properties is None:
            properties = runs.make(row, ROW_PROPERTIES)
            row.insert(1 if len(row) and row[0].tag == w("tblPrEx") else 0, properties)
        change = self.pen.revision(properties, name)
        last = properties.find(w("trPrChange"))
        if last is None:
            properties.append(change)
        else:
            runs.before(last, change)


def cells_of(row: Element) -> dict[int, Element]:
    """The cells of a row by the column of the table in which each begins; none where a content control holds some."""
    if row.find(w("sdt")) is not None or row.find(w("customXml")) is not None:
        return {}
    column = _before(row)
    found = {}
    for cell in row.iterchildren(_CELL):
        found[column] = cell
        column += _span(cell)
    return found


def _before(row: Element) -> int:
    skipped = row.find(f"{ROW_PROPERTIES}/{w('gridBefore')}")
    return 0 if skipped is None else number(skipped.get(VAL), 0) or 0


def _span(cell: Element) -> int:
    spanned = cell.find(f"{w('tcPr')}/{w('gridSpan')}")
    return 1 if spanned is None else max(1, number(spanned.get(VAL), 1) or 1)


def _outermost(element: Element, tag: str) -> Element | None:
    found = None
    for ancestor in element.iterancestors(tag):
        found = ancestor
    return found


def _is_free(cell: Element) -> bool:
    """Whether a cell holds a paragraph and nothing else that shows, and is no part of a cell above it."""
    merged = cell.find(f"{w('tcPr')}/{w('vMerge')}")
    if merged is not None and merged.get(VAL) != "restart":
        return False
    others = [child for child in cell if child.tag not in (P, w("tcPr"))]
    return not others and cell.find(P) is not None and next(cell.iter(R, w("sdt"), w("ins"), w("del")), None) is None


def _column(new: NewParagraph) -> int:
    return 0 if new.cell is None else new.cell.place.column


def _by_row(group: Sequence[NewParagraph]) -> Iterator[list[NewParagraph]]:
    for _, row in groupby(group, key=lambda new: None if new.cell is None else new.cell.place.row):
        yield list(row)


def _table_properties(table: Element) -> Element:
    """As wide as its columns, with thin lines."""
    properties = runs.make(table, w("tblPr"))
    properties.append(runs.make(properties, w("tblW"), {w("w"): "0", w("type"): "auto"}))
    borders = runs.make(properties, w("tblBorders"))
    line = {VAL: "single", w("sz"): "4", w("space"): "0", w("color"): "auto"}
    borders.extend(
        runs.make(borders, w(side), line) for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    properties.append(borders)
    return properties


def _without(properties: Element, *names: str) -> Element:
    """A copy of properties for something new."""
    copy = deepcopy(properties)
    copy.tail = None
    runs.drop(copy, *names)
    return copy


def sample_of(paragraph: Element) -> Element | None:
    """A run of plain words of a paragraph, whose look a new paragraph takes: the longest."""
    best, most = None, 0
    for run in paragraph.iter(R):
        length = sum(len(text.text or "") for text in run.iterchildren(T))
        if length > most:
            best, most = run, length
    return best
