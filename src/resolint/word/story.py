"""Walks one story of a file (body, header, note, text box) and cuts it into blocks.

Block ids are addresses: the name of the story and the index of the ``w:p`` among all paragraphs of its root, in
document order, so that skipping empty ones shifts nothing. Paragraphs whose mark is not there in a view (a
tracked deletion, in the original view an insertion) make one block with the next one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from resolint.model import NOTE_MARK, Block, BlockKind, Mark, MarkKind, Span, View
from resolint.word import labels
from resolint.word.flatten import Flat, Flattener, Note
from resolint.word.numbering import Counters, Numbering
from resolint.word.styles import (
    BOLD,
    DROP_CAP,
    FRAME,
    HIGHLIGHT,
    ITALIC,
    NUM_PR,
    OUTLINE,
    STRIKE,
    SUPERSCRIPT,
    UNDERLINE,
    Style,
    Styles,
    numbering_of,
)
from resolint.word.xml import ALTERNATE, AUTHOR, PPR, RPR, VAL, Element, P, chosen, number, on, w

_P_STYLE, _SECT_PR, _PPR_CHANGE = w("pStyle"), w("sectPr"), w("pPrChange")
_VANISH, _SPEC_VANISH = w("vanish"), w("specVanish")
_COMES, _GOES = frozenset((w("ins"), w("moveTo"))), frozenset((w("del"), w("moveFrom")))
_TABLE, _ROW, _CELL, _ROW_PR, _CELL_PR = (w(n) for n in ("tbl", "tr", "tc", "trPr", "tcPr"))
_CELL_INS, _CELL_DEL = w("cellIns"), w("cellDel")
_SDT, _SDT_CONTENT = w("sdt"), w("sdtContent")
_TRANSPARENT = frozenset((w("sdtContent"), w("customXml"), w("smartTag")))
_EDGES = {w("commentRangeStart"): "start", w("commentRangeEnd"): "end"}
_ID = w("id")
_KINDS: tuple[tuple[int, MarkKind], ...] = (
    (ITALIC, "italic"),
    (BOLD, "bold"),
    (UNDERLINE, "underline"),
    (STRIKE, "strike"),
    (SUPERSCRIPT, "superscript"),
    (HIGHLIGHT, "highlight"),
)
_HEADING_NAME = re.compile(r"(?:reg|anno)?h(?:m|ch|1|2/?3|4|5/?6)g?|heading\s*[1-9]")
_HEADING_LEVEL = {"m": 0, "c": 1, "1": 2, "2": 3, "4": 4, "5": 5}
_TITLES = frozenset(("title", "titlehch", "titleh1", "titleh2", "decisiontitle", "decisionnumber"))


@dataclass(slots=True)
class Passage:
    """A block, the paragraphs it was made of with the offset at which each begins, and how they were flattened."""

    block: Block
    paragraphs: list[tuple[int, Element, Flat]]


@dataclass(frozen=True, slots=True)
class Reference:
    """A note reference in the text: where it stands and in which section (from 0)."""

    note: Note
    span: Span
    section: int


@dataclass(slots=True)
class Edge:
    """Where a comment begins, ends or is referred to (``what``), in the blocks."""

    comment: str
    what: str
    block: str
    offset: int


@dataclass(slots=True)
class Tools:
    """What all stories of one file share."""

    styles: Styles
    numbering: Numbering
    view: View
    pieces: bool = False


class _Properties:
    """What a ``w:pPr`` says that matters here; only what it says is stored."""

    style: str | None = None
    num_id: int | None = None
    level: int | None = None
    outline: int | None = None
    framed: bool | None = None
    section: Element | None = None
    joins: bool = False
    removed: bool = False
    inserted: str | None = None
    hidden: bool = False


_PLAIN = _Properties()


@dataclass(slots=True)
class Story:
    """One walk over one story; the results are in ``passages``, ``references``, ``edges`` and ``sections``."""

    name: str
    root: Element
    kind: BlockKind
    tools: Tools
    links: Mapping[str, str] = field(default_factory=dict)
    passages: list[Passage] = field(default_factory=list)
    references: list[Reference] = field(default_factory=list)
    edges: list[Edge] = field(default_factory=list)
    sections: list[Element] = field(default_factory=list)
    first_table: list[int] = field(default_factory=list)
    _index: dict[Element, int] = field(init=False)
    _flattener: Flattener = field(init=False)
    _counters: Counters = field(init=False)
    _waiting: list[tuple[Element, _Properties, Flat]] = field(default_factory=list)
    _loose: list[tuple[str, str]] = field(default_factory=list)
    _original: bool = False

    def __post_init__(self) -> None:
        self._index = {p: i for i, p in enumerate(self.root.iter(P))}
        self._original = self.tools.view == "original"
        self._flattener = self._new_flattener(self.root)
        self._counters = Counters(self.tools.numbering)

    def walk(self, parent: Element | None = None) -> Story:
        """Reads everything below ``parent``, by default the root, and gives itself."""
        self._blocks(self.root if parent is None else parent, self.kind)
        self._flush(self.kind)
        if self._loose and self.passages:
            last = self.passages[-1].block
            self.edges.extend(Edge(comment, what, last.id, len(last.text)) for comment, what in self._loose)
            self._loose.clear()
        return self

    def _new_flattener(self, root: Element) -> Flattener:
        keep = self.root.getroottree().getroot().get("{http://www.w3.org/XML/1998/namespace}space") == "preserve"
        return Flattener(self.tools.styles, root, self.tools.view, self.links, keep, self.tools.pieces)

    # -- the tree --------------------------------------------------------------------------------------------

    def _blocks(self, parent: Element, kind: BlockKind) -> None:
        for child in parent:
            tag = child.tag
            if tag == P:
                self._paragraph(child, kind)
            elif tag == _TABLE:
                self._table(child, kind)
            elif tag == _SDT:
                for content in child.iterchildren(_SDT_CONTENT):
                    self._blocks(content, kind)
            elif tag in _TRANSPARENT or tag in (_GOES if self._original else _COMES):
                self._blocks(child, kind)
            elif tag == ALTERNATE:
                branch = chosen(child)
                if branch is not None:
                    self._blocks(branch, kind)
            elif tag in _EDGES:
                self._loose.append((child.get(_ID) or "", _EDGES[tag]))
            elif tag == _SECT_PR:
                self.sections.append(child)
            elif tag in (_ROW, _CELL):
                self._table_part(child, kind)

    def _table(self, table: Element, kind: BlockKind) -> None:
        self._flush(kind)
        before = len(self.passages)
        self._blocks(table, kind)
        if not self.first_table and len(self.passages) > before:
            self.first_table = list(range(before, len(self.passages)))

    def _table_part(self, part: Element, kind: BlockKind) -> None:
        """A row or cell, unless a tracked change adds or removes it against this view."""
        if part.tag == _ROW:
            gone = _COMES if self._original else _GOES
            properties = part.find(_ROW_PR)
        else:
            gone = frozenset((_CELL_INS if self._original else _CELL_DEL,))
            properties = part.find(_CELL_PR)
        if properties is not None and any(child.tag in gone for child in properties):
            return
        self._blocks(part, "cell" if kind == "paragraph" else kind)
        if part.tag == _CELL:
            self._flush("cell" if kind == "paragraph" else kind)

    # -- paragraphs ------------------------------------------------------------------------------------------

    def _paragraph(self, paragraph: Element, kind: BlockKind) -> None:
        properties = self._properties(paragraph)
        style = self.tools.styles.get(properties.style)
        flat = self._flattener.paragraph(paragraph, style)
        self._waiting.append((paragraph, properties, flat))
        if not properties.joins:
            self._flush(kind)

    def _properties(self, paragraph: Element) -> _Properties:
        ppr = next(iter(paragraph), None)
        if ppr is None or ppr.tag != PPR:
            return _PLAIN
        found = _Properties()
        for child in ppr:
            reader = _READERS.get(child.tag)
            if reader is not None:
                reader(found, child, self._original)
        return found

    def _flush(self, kind: BlockKind) -> None:
        """Makes one block of the paragraphs that wait."""
        waiting = self._waiting
        if not waiting:
            return
        self._waiting = []
        paragraph, properties, flat = waiting[0]
        if len(waiting) > 1:
            # The formatting is that of the first paragraph of which something is left.
            properties = next((p for _, p, f in waiting if f.text), waiting[-1][1])
        style = self.tools.styles.get(properties.style)
        parts = _placed(waiting)
        text = flat.text if len(waiting) == 1 else "".join(f.text for _, _, f in parts)
        label, depth = self._automatic(properties, style, bool(text))
        block_id = f"{self.name}/{self._index[paragraph]}"
        has_notes = any(f.notes for _, _, f in parts)
        if not has_notes and _is_blank(text):
            self._loose.extend((edge.comment, edge.what) for _, _, f in parts for edge in f.edges)
        else:
            block = self._block(block_id, kind, text, _marks(parts, waiting), properties, style, label, depth)
            self.passages.append(Passage(block, parts))
            self._place(block_id, parts)
        for _, _, f in parts:
            for box in f.boxes:
                self._box(box)
        if waiting[-1][1].section is not None:
            self.sections.append(waiting[-1][1].section)

    def _block(
        self,
        block_id: str,
        kind: BlockKind,
        text: str,
        marks: tuple[Mark, ...],
        properties: _Properties,
        style: Style,
        label: str,
        depth: int,
    ) -> Block:
        lead = 0
        if kind == "paragraph":
            heading = _heading(properties, style)
            if style.frame if properties.framed is None else properties.framed:
                kind = "frame"
            elif heading >= 0:
                kind, depth = "heading", heading
        if not label and kind not in ("header", "footer"):
            label, lead = labels.typed(text)
            if kind == "frame" and not label:
                label, lead = labels.star(text)
        return Block(block_id, kind, text, marks, label, lead, depth, style.name)

    def _automatic(self, properties: _Properties, style: Style, visible: bool) -> tuple[str, int]:
        """The number that Word prints and its level from 0; ("", -1) without one."""
        num_id = style.num_id if properties.num_id is None else properties.num_id
        if not num_id or (properties.hidden and not visible):
            return "", -1
        level = style.level if properties.level is None else properties.level
        if level is None:
            level = self.tools.numbering.style_level(num_id, style.chain)
        return self._counters.label(num_id, level or 0), level or 0

    def _place(self, block_id: str, parts: list[tuple[int, Element, Flat]]) -> None:
        if self._loose:
            self.edges.extend(Edge(comment, what, block_id, 0) for comment, what in self._loose)
            self._loose.clear()
        for offset, _, flat in parts:
            for edge in flat.edges:
                self.edges.append(Edge(edge.comment, edge.what, block_id, offset + edge.start))
            for note in flat.notes:
                at = offset + note.start
                self.references.append(Reference(note, Span(block_id, at, at + 1), len(self.sections)))

    def _box(self, box: Element) -> None:
        """A text box: a story inside the story, whose paragraphs keep their place in the count."""
        flattener, waiting = self._flattener, self._waiting
        self._flattener, self._waiting = self._new_flattener(box), []
        kind: BlockKind = "textbox" if self.kind == "paragraph" else self.kind
        self._blocks(box, kind)
        self._flush(kind)
        self._flattener, self._waiting = flattener, waiting


def _heading(properties: _Properties, style: Style) -> int:
    """The level of a heading from 0, by outline level or by the style's name; -1 if the paragraph is none."""
    outline = style.outline if properties.outline is None else properties.outline
    if outline is not None and 0 <= outline < 9:
        return outline
    name = style.name
    if _HEADING_NAME.fullmatch(name):
        if "heading" in name:
            return int(name[-1]) - 1
        return _HEADING_LEVEL[name.removeprefix("reg").removeprefix("anno")[1]]
    return 0 if name in _TITLES else -1


def _is_blank(text: str) -> bool:
    return not text or text.isspace() or not text.replace(NOTE_MARK, "").strip()


def _placed(waiting: list[tuple[Element, _Properties, Flat]]) -> list[tuple[int, Element, Flat]]:
    offset = 0
    parts = []
    for paragraph, _, flat in waiting:
        parts.append((offset, paragraph, flat))
        offset += len(flat.text)
    return parts


def _marks(
    parts: list[tuple[int, Element, Flat]], waiting: list[tuple[Element, _Properties, Flat]]
) -> tuple[Mark, ...]:
    """The marks of a block in order; what touches and is alike is one mark."""
    marks: list[Mark] = []
    runs: list[tuple[int, int, int]] = []
    for (offset, _, flat), (_, properties, _) in zip(parts, waiting, strict=True):
        end = offset + len(flat.text)
        if offset:
            runs.extend((s + offset, e + offset, bits) for s, e, bits in flat.runs)
            marks.extend(Mark(m.start + offset, m.end + offset, m.kind, m.value) for m in flat.marks)
        else:
            runs.extend(flat.runs)
            marks.extend(flat.marks)
        if properties.removed and len(parts) > 1:
            marks.append(Mark(end, end, "deleted-here", "\n"))
        if properties.inserted is not None:
            marks.append(Mark(end, end, "inserted", properties.inserted))
    if runs:
        marks.extend(_formatting(runs))
    if len(marks) > 1:
        marks.sort(key=_place_of)
        marks = list(_merged(marks))
    return tuple(marks)


def _place_of(mark: Mark) -> int:
    return mark.start


def _formatting(runs: list[tuple[int, int, int]]) -> Iterator[Mark]:
    for bit, kind in _KINDS:
        start = end = -1
        for begin, stop, bits in runs:
            if not bits & bit:
                continue
            if begin == end:
                end = stop
                continue
            if end > start:
                yield Mark(start, end, kind)
            start, end = begin, stop
        if end > start:
            yield Mark(start, end, kind)


_MERGED: frozenset[MarkKind] = frozenset(("inserted", "link", "deleted-here", "hidden"))


def _merged(marks: Iterable[Mark]) -> Iterator[Mark]:
    """Joins neighbouring marks of tracked changes, links and omissions; keeps the order of the others."""
    kept: list[Mark] = []
    last: dict[MarkKind, int] = {}
    for mark in marks:
        if mark.kind in _MERGED:
            at = last.get(mark.kind)
            before = None if at is None else kept[at]
            if at is not None and before is not None and before.end == mark.start:
                if mark.kind in ("deleted-here", "hidden"):
                    kept[at] = Mark(before.start, before.end, mark.kind, before.value + mark.value)
                    continue
                if before.value == mark.value:
                    kept[at] = Mark(before.start, mark.end, mark.kind, mark.value)
                    continue
            last[mark.kind] = len(kept)
        kept.append(mark)
    return iter(kept)


# -- paragraph properties ------------------------------------------------------------------------------------


def _read_style(found: _Properties, child: Element, _original: bool) -> None:
    found.style = child.get(VAL)


def _read_numbering(found: _Properties, child: Element, original: bool) -> None:
    if original and any(part.tag in _COMES for part in child):
        return
    found.num_id, found.level = numbering_of(child)


def _read_outline(found: _Properties, child: Element, _original: bool) -> None:
    found.outline = number(child.get(VAL))


def _read_frame(found: _Properties, child: Element, _original: bool) -> None:
    found.framed = child.get(DROP_CAP) in (None, "none")
    found.joins = found.joins or not found.framed


def _read_section(found: _Properties, child: Element, _original: bool) -> None:
    found.section = child


def _read_mark(found: _Properties, child: Element, original: bool) -> None:
    """The properties of the paragraph mark: whether it was inserted or deleted, and whether it shows."""
    for part in child:
        tag = part.tag
        if tag in _COMES:
            if original:
                found.joins = True
            else:
                found.inserted = part.get(AUTHOR) or ""
        elif tag in _GOES:
            if not original:
                found.joins = found.removed = True
        elif tag == _VANISH:
            found.hidden = on(part.get(VAL))
        elif tag == _SPEC_VANISH:
            found.joins = found.joins or on(part.get(VAL))


def _read_change(found: _Properties, child: Element, original: bool) -> None:
    """A tracked change of the paragraph's formatting: in the original view, what it was before."""
    if not original:
        return
    found.style = found.num_id = found.level = found.outline = found.framed = None
    old = child.find(PPR)
    for part in () if old is None else old:
        reader = _READERS.get(part.tag)
        if reader is not None and part.tag not in (_SECT_PR, RPR, _PPR_CHANGE):
            reader(found, part, original)


_READERS = {
    _P_STYLE: _read_style,
    NUM_PR: _read_numbering,
    OUTLINE: _read_outline,
    FRAME: _read_frame,
    _SECT_PR: _read_section,
    RPR: _read_mark,
    _PPR_CHANGE: _read_change,
}
