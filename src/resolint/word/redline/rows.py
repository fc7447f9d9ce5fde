"""Rows of tables that go or come with a redline: tracked as rows, with the words in them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from copy import deepcopy

from resolint.word.container.xml import PPR, Element, P, R, T, w
from resolint.word.read.styles import Style
from resolint.word.redline.file import RedlineFile, bare_properties
from resolint.word.redline.runs import Pen, look, new_runs
from resolint.word.redline.verify import ROW_PROPERTIES
from resolint.word.write import runs
from resolint.writing import NewParagraph

_CELL, _ROW = w("tc"), w("tr")


class Rows:
    """The part of a redline that knows tables."""

    file: RedlineFile
    pen: Pen
    _new: set[Element]
    _plan_dropped: set[str]
    _droppers: Mapping[str, str]

    def _sign(self, author: str) -> None:
        raise NotImplementedError

    def _style(self, paragraph: Element) -> Style:
        raise NotImplementedError

    def _in_cell(self, block: str) -> bool:
        found = self.file.passage(block)
        return found is not None and next(found[0].paragraphs[0][1].iterancestors(_CELL), None) is not None

    def _insert_rows(self, group: Sequence[NewParagraph]) -> bool:
        """Puts new cells that come behind the last cell of a row, as many as it has or twice or more, in as rows.

        Tells whether they are such cells.
        """
        found = None if group[0].after is None else self.file.passage(group[0].after)
        if found is None or not self._in_cell(group[0].like):
            return False
        place = found[0].paragraphs[-1][1]
        row = next(place.iterancestors(_ROW), None)
        cells = [] if row is None else list(row.iterchildren(_CELL))
        if row is None or len(cells) < 2 or len(group) % len(cells) or place.getparent() is not cells[-1]:
            return False
        if any(text.text for sibling in place.itersiblings() for text in sibling.iter(T)):
            return False
        self.file.touch(found[1])
        at = row
        for start in range(0, len(group), len(cells)):
            made = self._new_row(row, cells, group[start : start + len(cells)])
            runs.after(at, made)
            at = made
        return True

    def _new_row(self, row: Element, cells: Sequence[Element], group: Sequence[NewParagraph]) -> Element:
        """A tracked row set like ``row``, each cell with one of the new paragraphs."""
        made = runs.make(row, _ROW)
        for properties in row.iterchildren(w("tblPrEx"), ROW_PROPERTIES):
            made.append(_without(properties, "ins", "del", "trPrChange"))
        for cell, new in zip(cells, group, strict=True):
            copy = runs.make(made, _CELL)
            for properties in cell.iterchildren(w("tcPr")):
                copy.append(_without(properties, "vMerge", "cellIns", "cellDel", "cellMerge", "tcPrChange"))
            model = next(cell.iterchildren(P), None)
            paragraph = runs.make(copy, P)
            properties_of_model = None if model is None else model.find(PPR)
            if properties_of_model is not None:
                paragraph.append(bare_properties(properties_of_model))
            insertion = self.pen.revision(paragraph, "ins")
            sample = None if model is None else sample_of(model)
            insertion.extend(
                new_runs(new.new, look(sample, self.pen.styles), paragraph, self._style(paragraph), self.pen)
            )
            paragraph.append(insertion)
            copy.append(paragraph)
            made.append(copy)
            self._new.add(paragraph)
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
