"""From Akoma Ntoso to blocks: any file of it is read, and resolint's own as exactly as it was written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from resolint.akn.names import ALLOW, FIELDS, FRONT, HIERARCHY, JOINED, KIND, LEVEL, NUMBERED, OWN
from resolint.akn.text import Words, collect, inline_elements
from resolint.akn.xml import parse
from resolint.errors import UnreadableDraft
from resolint.frozen import dataclass
from resolint.model import Block, BlockKind, Cell, Directive, Footnote, Mark, Reading, Span, View
from resolint.word.container.xml import Element

_SKIPPED = frozenset(("meta", "documentRef", "componentRef", "toc", "coverPage", "foreign", "collectionBody"))
_PARAGRAPHS = frozenset(
    ("p", "heading", "subheading", "crossHeading", "block", "listIntroduction", "listWrapUp", "caption", "tocItem")
)
_HEADINGS = ("heading", "subheading", "caption")
_KINDS: dict[str, BlockKind] = {
    kind: kind for kind in ("paragraph", "heading", "cell", "textbox", "frame", "header", "footer", "note")
}
_STATED = ("resolution", "decision", "declaration", "amendment", "report")
_HEAD_FIELDS = {name: field for field, name in FIELDS.items()}


@dataclass(frozen=True, slots=True)
class _Place:
    """Where in the tree the walk is: how many sections and numbered paragraphs are around, and which part it is."""

    sections: int = 0
    numbered: int = 0
    preface: bool = False
    attached: bool = False
    titled: bool = False
    cell: Cell | None = None


def read_akn(data: bytes, view: View, name: str) -> Reading:
    """Read a file. Raises UnreadableDraft with one sentence."""
    root = parse(data, name)
    if _local(root) != "akomaNtoso":
        raise UnreadableDraft(
            f"{name or 'the draft'} is XML but not Akoma Ntoso (its first element is {_local(root)[:40]}): "
            "give the Word or Markdown file, or a file whose first element is akomaNtoso"
        )
    reader = _Reader(root, view)
    reader.walk(root, _Place())
    return reader.reading()


def _local(element: Element) -> str:
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


class _Reader:
    """Walks the tree and gathers blocks."""

    def __init__(self, root: Element, view: View) -> None:
        self.root = root
        self.view = view
        self.own = next(root.iter(f"{{{OWN}}}reading"), None)
        self.blocks: list[Block] = []
        self.hints: list[tuple[str, str, Span | None]] = []
        self.directives: list[Directive] = []
        self.anchors: dict[str, Span] = {}
        self.label = ""
        self.count: dict[str, int] = {}
        self.tables = 0
        self.notes = self._find_notes()
        self.note_ids = {ident: note_id for note_id, (_, ident) in self.notes.items() if ident}
        self.by_element = {element: note_id for note_id, (element, _) in self.notes.items()}
        self._state()

    def _find_notes(self) -> dict[str, tuple[Element, str]]:
        """Every note: its id here, its element and its identifier in the file."""
        found = [element for element in self.root.iter() if _local(element) in ("authorialNote", "note")]
        if self.own is None:
            found.sort(key=lambda element: _local(element) == "note")
        else:
            found.sort(key=_number_of)
        return {f"footnotes/{at}": (element, element.get("eId") or "") for at, element in enumerate(found, 1)}

    def _state(self) -> None:
        """Take in what the metadata and the document type say."""
        for element in self.root.iter(f"{{{OWN}}}head"):
            self.hints += [(str(key), str(value), None) for key, value in element.attrib.items()]
        for element in self.root.iter(f"{{{OWN}}}allow"):
            rules, reason = element.get("rules") or "", element.get("reason") or ""
            self.directives.append(Directive(_split(rules), reason, None))
        main = next((child for child in self.root if isinstance(child.tag, str)), None)
        name = (main.get("name") or "").lower() if main is not None else ""
        kind = next((kind for kind in _STATED if name.startswith(kind)), "")
        if kind and main is not None and _local(main) == "statement":
            self.hints.append(("kind", kind, None))

    # the tree

    def walk(self, element: Element, place: _Place) -> None:
        """Read an element and all below it."""
        name = _local(element)
        if not name or name in _SKIPPED:
            if name == "collectionBody":
                self._listed(element, place)
            return
        if name == "num":
            self._number(element, place)
            return
        if name == "table" and place.cell is None:
            self._table(element, place)
            return
        if name in _PARAGRAPHS or inline_elements(element):
            self._paragraph(element, name, place)
            return
        inner = _within(name, element, place)
        for child in element:
            self.walk(child, inner)
        if name in NUMBERED and self.label:
            self._add(Words(), "paragraph", inner, element)

    def _table(self, element: Element, place: _Place) -> None:
        """Read a table row by row; a caption stands above it."""
        rows = []
        for child in element:
            if _local(child) == "tr":
                rows.append([cell for cell in child if _local(cell) in ("td", "th")])
            elif _local(child):
                self.walk(child, place)
        columns = max((sum(map(_columns, cells)) for cells in rows), default=0)
        for at, cells in enumerate(rows):
            head = bool(cells) and all(_local(cell) == "th" for cell in cells)
            column = 0
            for cell in cells:
                side = cell.get("class") or ""
                align = side if side in ("left", "center", "right") else ""
                where = Cell(self.tables, at, column, columns, _columns(cell), head, align)
                self.walk(cell, replace(place, cell=where))
                column += where.span
        self.tables += 1

    def _listed(self, element: Element, place: _Place) -> None:
        """The documents that a collection holds in its body rather than among its components."""
        for component in element:
            for child in component:
                self.walk(child, place)

    def _number(self, element: Element, place: _Place) -> None:
        if element.get(KIND):
            self._paragraph(element, "heading", replace(place, sections=place.sections))
            return
        words = collect(element, self)
        self.label = words.text if self.own is not None else " ".join(words.text.split())

    def _paragraph(self, element: Element, name: str, place: _Place) -> None:
        words = collect(element, self)
        kind: BlockKind = "paragraph" if place.cell is None else "cell"
        if name in _HEADINGS or (place.preface and self._is_title(words, place)):
            kind = "heading"
        self._add(words, kind, place, element)
        for inner in words.later:
            for child in inner:
                self.walk(child, place)

    def _is_title(self, words: Words, place: _Place) -> bool:
        if "docTitle" in words.elements or (place.attached and "docType" in words.elements):
            return True
        return place.titled and self.own is None

    def _add(self, words: Words, implied: BlockKind, place: _Place, element: Element) -> None:
        if element.get(JOINED) and self.blocks:
            self._join(words)
            return
        label, self.label = words.label or self.label, ""
        if not words.text and not label and not words.marks:
            return
        front = element.get(FRONT)
        kind = "header" if front else _KINDS.get(element.get(KIND) or "", implied)
        block = Block(
            id=self._id(kind, front),
            kind=kind,
            text=words.text,
            marks=tuple(words.marks),
            label=label,
            level=_level(element, kind, label, words, place),
            style="" if _local(element) in ("td", "th") else element.get("class") or "",
            cell=place.cell if kind == "cell" else None,
        )
        self._keep(block, words, place, element, front)

    def _keep(self, block: Block, words: Words, place: _Place, element: Element, front: str | None) -> None:
        self.blocks.append(block)
        self._anchor(block)
        if front is not None:
            self.hints.append((front, block.text, block.span()))
        elif place.preface and not place.attached:
            self._fields(block, words, place)
        for line in (element.get(ALLOW) or "").splitlines():
            rules, _, reason = line.partition(";")
            self.directives.append(Directive(_split(rules), reason.strip(), block.span()))

    def _fields(self, block: Block, words: Words, place: _Place) -> None:
        """The fields of the masthead that are marked up in a line; numbers beside a title are those of an act."""
        for name, start, end in words.fields:
            known = _HEAD_FIELDS.get(name)
            if name in (("docDate", ""), ("inline", "date")):
                known = "date"
            of_act = place.titled or "docTitle" in words.elements
            if known is None or known == "label" or (known == "symbol" and of_act):
                continue
            self.hints.append((known, block.text[start:end], block.span(start, end)))

    def _join(self, words: Words) -> None:
        """Add words to the block before, whose second part they are."""
        last = self.blocks[-1]
        shift = len(last.text)
        marks = tuple(Mark(mark.start + shift, mark.end + shift, mark.kind, mark.value) for mark in words.marks)
        self.blocks[-1] = replace(last, text=last.text + words.text, marks=(*last.marks, *marks))
        self._anchor(self.blocks[-1])

    def _anchor(self, block: Block) -> None:
        for mark in block.marked("note"):
            self.anchors.setdefault(mark.value, block.span(mark.start, mark.end))

    def _id(self, kind: str, front: str | None) -> str:
        if front:
            return f"front/{front}"
        room = kind if kind in ("header", "footer") else "document"
        number = self.count.get(room, -1) + 1
        self.count[room] = number
        return f"{room}/{number}"

    # what ``collect`` asks

    @property
    def exact(self) -> bool:
        """Whether white space means what it says."""
        return self.own is not None

    def note_of(self, element: Element) -> str:
        """The id of the note that a reference or a note in the text stands for."""
        if element in self.by_element:
            return self.by_element[element]
        target = (element.get("href") or "").lstrip("#")
        return self.note_ids.get(target) or element.get("marker") or target

    # the result

    def reading(self) -> Reading:
        """All that was read."""
        lost = tuple((self.own.get("lost") or "").split()) if self.own is not None else ()
        return Reading(
            blocks=tuple(self.blocks),
            footnotes=tuple(self._footnotes()),
            directives=tuple(self.directives),
            hints=tuple(self.hints),
            lost=lost,
        )

    def _footnotes(self) -> Iterator[Footnote]:
        for at, (note_id, (element, _)) in enumerate(self.notes.items(), 1):
            inner = _Notes(self, note_id)
            inner.walk(element)
            number = element.get("marker")
            yield Footnote(
                note_id, str(at) if number is None else number, self.anchors.get(note_id), tuple(inner.blocks)
            )


class _Notes:
    """The paragraphs of one note."""

    def __init__(self, reader: _Reader, note_id: str) -> None:
        self.reader = reader
        self.note_id = note_id
        self.blocks: list[Block] = []

    def walk(self, element: Element) -> None:
        """Read the paragraphs below an element."""
        for child in element:
            name = _local(child)
            if name in _PARAGRAPHS or name == "num" or inline_elements(child):
                words = collect(child, self.reader)
                if words.text or words.marks:
                    ident = f"{self.note_id}/{len(self.blocks)}"
                    style = child.get("class") or ""
                    self.blocks.append(Block(ident, "note", words.text, tuple(words.marks), words.label, style=style))
                    self._permissions(child)
            elif name:
                self.walk(child)

    def _permissions(self, element: Element) -> None:
        for line in (element.get(ALLOW) or "").splitlines():
            rules, _, reason = line.partition(";")
            self.reader.directives.append(Directive(_split(rules), reason.strip(), self.blocks[-1].span()))


def _within(name: str, element: Element, place: _Place) -> _Place:
    """The place of what stands below an element."""
    if name == "preface":
        return replace(place, preface=True)
    if name in ("attachment", "component", "statement", "doc"):
        return _Place(attached=place.attached or name == "attachment")
    if name in ("mainBody", "preamble", "conclusions", "body"):
        base = 1 if name == "preamble" else 0
        return replace(place, preface=False, titled=False, sections=0, numbered=base)
    if name in ("container", "longTitle"):
        return replace(place, titled=name == "longTitle" or element.get("name") == "title")
    if name in HIERARCHY:
        return replace(place, sections=place.sections + 1)
    if name in ("recitals", "citations"):
        return replace(place, numbered=0)
    if name in NUMBERED:
        return replace(place, numbered=place.numbered + 1)
    return place


def _columns(cell: Element) -> int:
    """How many columns a cell takes up."""
    span = cell.get("colspan") or ""
    return max(1, int(span)) if span.isascii() and span.isdecimal() and len(span) < 4 else 1


def _level(element: Element, kind: str, label: str, words: Words, place: _Place) -> int:
    given = element.get(LEVEL) or ""
    if given.lstrip("-").isdecimal() and len(given) < 4:
        return int(given)
    if kind == "heading":
        if place.preface:
            return (2 if "docTitle" in words.elements else 1) if place.attached else 0
        return place.sections
    return place.numbered - 1 if label and place.numbered > 1 else -1


def _number_of(element: Element) -> int:
    number = (element.get("eId") or "").rpartition("_")[2].partition("-")[0]
    return int(number) if number.isdecimal() and len(number) < 9 else 0


def _split(rules: str) -> tuple[str, ...]:
    return tuple(rule.strip() for rule in rules.split(",") if rule.strip())
