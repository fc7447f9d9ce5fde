"""Walks one story of a file (body, header, note, text box) and cuts it into blocks.

Block ids are addresses: the name of the story and the index of the ``w:p`` among all paragraphs of its root, in
document order, so that skipping empty ones shifts nothing. Paragraphs whose mark is not there in a view (a
tracked deletion, in the original view an insertion) make one block with the next one.
"""

from collections.abc import Mapping

from resolint.frozen import NamedTuple
from resolint.model import NOTE_MARK, Block, BlockKind, Cell, Mark, Span, View
from resolint.word.container.xml import ALTERNATE, ID, PPR, R_ID, VAL, Element, P, chosen, on, w
from resolint.word.read import labels
from resolint.word.read.flatten import Flattener
from resolint.word.read.inline import SPACE, Flat, Note
from resolint.word.read.lettering import EVEN, Lettering
from resolint.word.read.marks import marks_of, marks_of_joined
from resolint.word.read.numbering import Counters, Numbering
from resolint.word.read.properties import COMES, GOES, PLAIN, SECT_PR, Properties, read_properties
from resolint.word.read.styles import Style, Styles

_TABLE, _ROW, _CELL, _ROW_PR, _CELL_PR = (w(n) for n in ("tbl", "tr", "tc", "trPr", "tcPr"))
_GRID, _SPAN, _BEFORE, _REPEATED = (w(n) for n in ("tblGrid", "gridSpan", "gridBefore", "tblHeader"))
_CELL_INS, _CELL_DEL = frozenset((w("cellIns"),)), frozenset((w("cellDel"),))
_ALT_CHUNK = w("altChunk")
_TRANSPARENT = frozenset((w("sdt"), w("sdtContent"), w("customXml"), w("smartTag")))
_EDGES = {w("commentRangeStart"): "start", w("commentRangeEnd"): "end"}


_JC = w("jc")
_SIDES = {"left": "left", "start": "left", "center": "center", "right": "right", "end": "right"}
_MOST_COLUMNS = 1000
_WITH_OBJECTS = ("paragraph", "cell", "note")
_NO_LABEL = ("", -1)
_SET = ("italic", "bold", "underline")
"""How openings are set."""
_THIN = frozenset(NOTE_MARK + " \t\n\u00a0\u00ad\u2002\u2003\u2009\u202f\u3000")


class ReadParagraph(NamedTuple):
    """A block, the paragraphs it was made of with the offset at which each begins, and how they were flattened."""

    block: Block
    paragraphs: list[tuple[int, Element, Flat]]


class Reference(NamedTuple):
    """A note reference in the text: where it stands and in which section (from 0)."""

    note: Note
    span: Span
    section: int


class Edge(NamedTuple):
    """Where a comment begins, ends or is referred to (``what``), in the blocks."""

    comment: str
    what: str
    block: str
    offset: int


class Tools(NamedTuple):
    """What all stories of one file share."""

    styles: Styles
    numbering: Numbering
    view: View
    pieces: bool = False
    lettering: Lettering = EVEN


class Story:
    """One walk over one story; the results are in ``blocks``, ``references``, ``edges`` and ``sections``.

    ``passages`` say how each block was made, if the tools ask for pieces. ``chunks`` are other files that are to be read
    in (``w:altChunk``): before which block, and the relationship that names them. ``tables`` counts those that are read.
    """

    __slots__ = (
        "_counters",
        "_flattener",
        "_loose",
        "_original",
        "_paragraphs",
        "_place_in_table",
        "_tools",
        "_waiting",
        "blocks",
        "chunks",
        "edges",
        "kind",
        "links",
        "name",
        "passages",
        "references",
        "root",
        "sections",
        "tables",
    )

    def __init__(
        self, name: str, root: Element, kind: BlockKind, tools: Tools, links: Mapping[str, str] | None = None
    ) -> None:
        """``name`` begins the ids of the blocks, which are of ``kind``; ``links`` are addresses by relationship."""
        self.name = name
        self.root = root
        self.kind = kind
        self.links = links
        self.blocks: list[Block] = []
        self.passages: list[ReadParagraph] = []
        self.references: list[Reference] = []
        self.edges: list[Edge] = []
        self.sections: list[Element] = []
        self.chunks: list[tuple[int, str]] = []
        self._tools = tools
        self._original = tools.view == "original"
        self._paragraphs = enumerate(root.iter(P))
        self._counters = Counters(tools.numbering)
        self._flattener = self._new_flattener(root)
        self._waiting: list[tuple[Element, Properties, Flat]] = []
        self._loose: list[tuple[str, str]] = []
        self.tables = 0
        self._place_in_table: Cell | None = None
        """The cell that is read; between cells the next place of the table."""

    def walk(self, parent: Element | None = None) -> "Story":
        """Reads everything below ``parent``, by default the root, and gives itself."""
        self._blocks(self.root if parent is None else parent, self.kind)
        self._flush(self.kind)
        if self._loose and self.blocks:
            last = self.blocks[-1]
            self.edges.extend(Edge(comment, what, last.id, len(last.text)) for comment, what in self._loose)
            self._loose.clear()
        return self

    def _new_flattener(self, root: Element) -> Flattener:
        keep = root.getroottree().getroot().get(SPACE) == "preserve"
        tools = self._tools
        return Flattener(tools.styles, root, tools.view, self.links, keep, tools.pieces, tools.lettering)

    # -- the tree --------------------------------------------------------------------------------------------

    def _blocks(self, parent: Element, kind: BlockKind) -> None:
        for child in parent:
            tag = child.tag
            if tag == P:
                self._paragraph(child, kind)
            elif tag == _TABLE:
                self._table(child, kind)
            elif tag in _TRANSPARENT or tag in (GOES if self._original else COMES):
                self._blocks(child, kind)
            elif tag == ALTERNATE:
                branch = chosen(child)
                if branch is not None:
                    self._blocks(branch, kind)
            elif tag in _EDGES:
                self._loose.append((child.get(ID) or "", _EDGES[tag]))
            elif tag == SECT_PR:
                self.sections.append(child)
            elif tag in (_ROW, _CELL):
                self._table_part(child, kind)
            elif tag == _ALT_CHUNK:
                self.chunks.append((len(self.blocks), child.get(R_ID) or ""))

    def _table(self, table: Element, kind: BlockKind) -> None:
        self._flush(kind, before_table=True)
        if self._place_in_table is not None or kind != "paragraph":
            # What stands in a table inside of a cell belongs to that cell.
            self._blocks(table, kind)
            return
        self._place_in_table = Cell(self.tables, -1, 0, _columns(table))
        self.tables += 1
        self._blocks(table, kind)
        self._place_in_table = None

    def _table_part(self, part: Element, kind: BlockKind) -> None:
        """A row or cell, unless a tracked change adds or removes it against this view."""
        if part.tag == _ROW:
            gone = COMES if self._original else GOES
            properties = part.find(_ROW_PR)
        else:
            gone = _CELL_INS if self._original else _CELL_DEL
            properties = part.find(_CELL_PR)
        if properties is not None and any(child.tag in gone for child in properties):
            return
        place = self._place_in_table
        outer = place is not None and kind == ("paragraph" if part.tag == _ROW else "cell") and not self._nested(part)
        if outer and place is not None:
            self._place_in_table = place = _in_row(place, part) if part.tag == _ROW else _in_cell(place, part)
        self._blocks(part, "cell" if kind == "paragraph" else kind)
        if part.tag == _CELL:
            self._flush("cell" if kind == "paragraph" else kind)
            if outer and place is not None:
                self._place_in_table = place._replace(column=place.column + place.span, span=1)

    @staticmethod
    def _nested(part: Element) -> bool:
        """Whether a part of a table stands in the cell of another one."""
        return next(part.iterancestors(_CELL), None) is not None

    # -- paragraphs ------------------------------------------------------------------------------------------

    def _paragraph(self, paragraph: Element, kind: BlockKind) -> None:
        properties = read_properties(paragraph, self._original)
        style = self._tools.styles.get(properties.style)
        flat = self._flattener.paragraph(paragraph, style)
        if properties.joins or self._waiting:
            self._waiting.append((paragraph, properties, flat))
            if not properties.joins:
                self._flush(kind)
            return
        text = flat.text
        label, level = _NO_LABEL
        if properties is not PLAIN or style.num_id:
            label, level = self._automatic(properties, style, text)
        if not _is_blank(text, flat, kind):
            marks = marks_of(flat, properties.inserted)
            block = self._block(paragraph, kind, text, marks, properties, style, label, level)
            if flat.notes or flat.edges or self._loose or self._tools.pieces:
                self._place(block, [(0, paragraph, flat)])
        if flat.boxes or flat.edges:
            self._left_over(flat)
        if properties.section is not None:
            self.sections.append(properties.section)

    def _flush(self, kind: BlockKind, *, before_table: bool = False) -> None:
        """Makes one block of the paragraphs that wait to be joined.

        What has lost its mark and all its words goes, though a table follows that it cannot be joined to: it takes up no number.
        """
        waiting = self._waiting
        if not waiting:
            return
        self._waiting = []
        # The formatting is that of the first paragraph of which something is left.
        properties = next((p for _, p, f in waiting if f.text), waiting[-1][1])
        style = self._tools.styles.get(properties.style)
        parts = []
        offset = 0
        for paragraph, _, flat in waiting:
            parts.append((offset, paragraph, flat))
            offset += len(flat.text)
        text = "".join(flat.text for _, _, flat in waiting)
        gone = before_table and not text and waiting[-1][1].joins
        label, level = _NO_LABEL if gone else self._automatic(properties, style, text)
        if not all(_is_blank(flat.text, flat, kind) for _, _, flat in waiting):
            marks = marks_of_joined([(o, f, w[1]) for (o, _, f), w in zip(parts, waiting, strict=True)])
            self._place(self._block(waiting[0][0], kind, text, marks, properties, style, label, level), parts)
        for _, _, flat in waiting:
            self._left_over(flat)
        if waiting[-1][1].section is not None:
            self.sections.append(waiting[-1][1].section)

    def _left_over(self, flat: Flat) -> None:
        """What a paragraph holds besides its block: comments on nothing, text boxes."""
        self._loose.extend((edge.comment, edge.what) for edge in flat.edges)
        for box in flat.boxes:
            self._box(box)

    def _block(
        self,
        paragraph: Element,
        kind: BlockKind,
        text: str,
        marks: tuple[Mark, ...],
        properties: Properties,
        style: Style,
        label: str,
        level: int,
    ) -> Block:
        lead = 0
        if kind == "paragraph":
            outline = properties.outline
            heading = style.heading if outline is None else outline if 0 <= outline < 9 else -1
            if style.frame if properties.framed is None else properties.framed:
                kind = "frame"
            elif heading >= 0:
                kind, level = "heading", heading
        if not label and kind not in ("header", "footer"):
            label, lead = labels.typed(text, [mark.start for mark in marks if mark.kind in _SET])
            if kind == "frame" and not label:
                label, lead = labels.star(text)
        cell = self._place_in_table if kind == "cell" else None
        if cell is not None:
            cell = cell._replace(align=_side(paragraph))
        address = f"{self.name}/{self._index(paragraph)}"
        block = Block(address, kind, text, marks, label, lead, level, style.name, cell)
        self.blocks.append(block)
        return block

    def _index(self, paragraph: Element) -> int:
        """The place of a paragraph among all of the story; they are asked for in the order of the document."""
        for index, found in self._paragraphs:
            if found is paragraph:
                return index
        # Not in order after all: look again from the start, and go on from there.
        self._paragraphs = enumerate(self.root.iter(P))
        return next(index for index, found in self._paragraphs if found is paragraph)

    def _place(self, block: Block, parts: list[tuple[int, Element, Flat]]) -> None:
        """Remembers which notes and comments hang on a block, and how it was made."""
        if self._tools.pieces:
            self.passages.append(ReadParagraph(block, parts))
        if self._loose:
            self._hang(block.id)
        for offset, _, flat in parts:
            self.edges.extend(Edge(edge.comment, edge.what, block.id, offset + edge.start) for edge in flat.edges)
            flat.edges = ()
            for note in flat.notes:
                at = offset + note.start
                self.references.append(Reference(note, Span(block.id, at, at + 1), len(self.sections)))

    def _hang(self, block_id: str) -> None:
        """Comments on empty paragraphs hang on the next block, but before the first they are about the whole draft."""
        whole = set()
        if len(self.blocks) == 1:
            whole = {comment for comment, what in self._loose if what != "start"}
        self.edges.extend(Edge(comment, what, block_id, 0) for comment, what in self._loose if comment not in whole)
        self._loose = []

    def _automatic(self, properties: Properties, style: Style, text: str) -> tuple[str, int]:
        """The number that Word prints and its level from 0; ("", -1) without one."""
        num_id = style.num_id if properties.num_id is None else properties.num_id
        if not num_id or (properties.hidden and not text):
            return _NO_LABEL
        level = style.level if properties.level is None else properties.level
        if level is None:
            level = self._tools.numbering.style_level(num_id, style.chain)
        return self._counters.label(num_id, level or 0), level or 0

    def _box(self, box: Element) -> None:
        """A text box: a story inside the story, whose paragraphs keep their place in the count."""
        flattener, waiting = self._flattener, self._waiting
        self._flattener, self._waiting = self._new_flattener(box), []
        kind: BlockKind = "textbox" if self.kind == "paragraph" else self.kind
        self._blocks(box, kind)
        self._flush(kind)
        self._flattener, self._waiting = flattener, waiting


def _side(paragraph: Element) -> str:
    """How a paragraph is aligned, as far as it says so itself."""
    stated = paragraph.find(f"{PPR}/{_JC}")
    return "" if stated is None else _SIDES.get(stated.get(VAL) or "", "")


def _columns(table: Element) -> int:
    """How many columns a table has: as its grid says, or as its widest row takes up."""
    grid = table.find(_GRID)
    widest = 0 if grid is None else len(grid)
    for row in table.iterchildren(_ROW):
        properties = row.find(_ROW_PR)
        taken = 0 if properties is None else _number(properties.find(_BEFORE), 0)
        for cell in row.iterchildren(_CELL):
            taken += _number(cell.find(f"{_CELL_PR}/{_SPAN}"), 1)
        widest = max(widest, taken)
    return min(widest, _MOST_COLUMNS)


def _in_row(place: Cell, row: Element) -> Cell:
    """The first place of the next row."""
    properties = row.find(_ROW_PR)
    head = before = None
    if properties is not None:
        head, before = properties.find(_REPEATED), properties.find(_BEFORE)
    return place._replace(
        row=place.row + 1,
        column=_number(before, 0),
        head=head is not None and on(head.get(VAL)),
    )


def _in_cell(place: Cell, cell: Element) -> Cell:
    """The place of a cell, which may take up several columns of those that are left."""
    column = min(place.column, max(place.columns - 1, 0))
    span = _number(cell.find(f"{_CELL_PR}/{_SPAN}"), 1)
    return place._replace(column=column, span=max(1, min(span, place.columns - column)))


def _number(element: Element | None, otherwise: int) -> int:
    value = "" if element is None else element.get(VAL) or ""
    return int(value) if value.isascii() and value.isdecimal() and len(value) < 5 else otherwise


def _is_blank(text: str, flat: Flat, kind: BlockKind) -> bool:
    """Whether there is nothing to read: white space and shapes, but no note reference and, in the text, no picture."""
    if flat.notes or (kind in _WITH_OBJECTS and any(mark.kind == "object" for mark in flat.marks)):
        return False
    return not text or (text[0] in _THIN and not text.replace(NOTE_MARK, "").strip())
