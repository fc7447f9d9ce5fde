"""From the bytes of a Word file to blocks, notes, comments and hints: the way in."""

import posixpath
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import partial

from resolint.errors import UnreadableDraft
from resolint.frozen import NamedTuple
from resolint.model import Block, BlockKind, Bookmark, Footnote, Reading, View
from resolint.word.container import xml
from resolint.word.container.package import Package
from resolint.word.container.xml import R_ID, TYPE, VAL, Element, on, w
from resolint.word.read import bookmarks
from resolint.word.read.comments import read_comments
from resolint.word.read.head import front_hints, kept_front, kept_losses, read_head
from resolint.word.read.lettering import read_lettering
from resolint.word.read.notes import read_notes
from resolint.word.read.numbering import Numbering
from resolint.word.read.story import Edge, Story, Tools
from resolint.word.read.styles import Styles

_DOCUMENT, BODY, _EVEN_ODD, _TITLE_PAGE = w("document"), w("body"), w("evenAndOddHeaders"), w("titlePg")
_REFERENCES: dict[str, BlockKind] = {w("headerReference"): "header", w("footerReference"): "footer"}
_MAIN_TYPES = ("wordprocessingml.document.main+xml", "wordprocessingml.template.main+xml")
_MACRO_TYPES = ("ms-word.document.macroEnabled.main+xml", "ms-word.template.macroEnabledTemplate.main+xml")
_OTHERS = {
    "workbook": "is an Excel workbook, not a Word file: give the draft itself",
    "presentation": "is a PowerPoint presentation, not a Word file: give the draft itself",
}
_MOST_CHUNKS = 100
_OPEN_DOCUMENT = "application/vnd.oasis.opendocument."


class _Relation(NamedTuple):
    kind: str
    target: str
    external: bool


def read_word(data: bytes, *, view: View = "proposed", name: str = "") -> Reading:
    """Reads a Word file (.docx, .docm, .dotx) given as bytes.

    ``view`` says how tracked changes are read: ``proposed`` with insertions and without deletions,
    ``original`` as if nothing had been changed. ``name`` is what messages call the file. Blocks of the body
    come first, in order, then those of the headers and footers that are printed. Raises UnreadableDraft with
    one sentence if the bytes are no Word file, or one that is damaged, protected or hostile.
    """
    return WordFile(data, view, name).reading()


class WordFile:
    """One Word file while it is read."""

    __slots__ = ("_main", "_nested", "_package", "_relations", "_said", "_settings", "_tools")

    def __init__(self, data: bytes, view: View, name: str, nested: bool = False) -> None:
        self._said = name or "the draft"
        self._nested = nested
        self._package = Package(data, name)
        self._main = self._main_part()
        self._relations = self._relations_of(self._main)
        styles = Styles(self._bytes("styles"), self._said)
        # What the numbering keeps must not lead back here: a circle would hold the trees until the collector comes.
        load = partial(_needed, self._package, self._part("numbering") or self._told("numbering"), self._said)
        self._tools = Tools(styles, Numbering(load, styles), view)
        self._settings = self._read_settings()

    def reading(self) -> Reading:
        """The file as it was read. Raises UnreadableDraft."""
        root = self._parse(self._main)
        if root.tag != _DOCUMENT:
            raise UnreadableDraft(f"{self._said} {self._foreign(root)}")
        body = root.find(BODY)
        if body is None and not self._nested:
            raise self._without_text()
        tools = self._tools
        if body is not None:
            tools = tools._replace(lettering=read_lettering(body, tools.styles, self._theme))
        story = Story("document", root, "paragraph", tools, links_of(self._relations))
        if body is not None:
            story.walk(body)
        body_blocks = self._with_chunks(story)
        headers, first_page = self._headers(story.sections)
        notes, note_edges = self._notes(root, story)
        note_blocks = tuple(block for note in notes for block in note.blocks)
        found = read_comments(
            self._root("comments"), (*story.edges, *note_edges), body_blocks + note_blocks, self._tools
        )
        hints = read_head(found.machine, self._settings, first_page, body_blocks)
        front = kept_front(self._settings, body_blocks)
        hints = (*front_hints(front), *hints)
        lost = kept_losses(self._settings)
        marks = self._bookmarks(root, body_blocks + note_blocks)
        blocks = (*body_blocks, *headers, *front)
        return Reading(blocks, notes, found.comments, found.directives, hints, lost, marks)

    def _theme(self) -> Mapping[str, str]:
        from resolint.word.read.faces import read_theme  # asked for where text is set in several ways alone

        return read_theme(self._package, self._said)

    def _bookmarks(self, root: Element, blocks: tuple[Block, ...]) -> tuple[Bookmark, ...]:
        names = bookmarks.wanted(blocks)
        return bookmarks.read_bookmarks(root, names, blocks, self._tools.view) if names else ()

    def _with_chunks(self, story: Story) -> tuple[Block, ...]:
        """The blocks of the body with those of Word files that are embedded as parts, as Word would show them."""
        if not story.chunks:
            return tuple(story.blocks)
        if len(story.chunks) > _MOST_CHUNKS:
            raise UnreadableDraft(
                f"{self._said} takes in other files at more than {_MOST_CHUNKS} places: open it in Word, save it and try again"
            )
        blocks: list[Block] = []
        taken, names = 0, Counter[str]()
        read: dict[str, tuple[Block, ...]] = {}
        for at, key in story.chunks:
            blocks += story.blocks[taken:at]
            taken = at
            relation = self._relations.get(key)
            if relation is None or relation.external:
                continue
            part = relation.target
            if part not in read:
                read[part] = self._chunk(part)
            stem = posixpath.splitext(posixpath.basename(part))[0]
            name = f"{stem}{'~' * names[stem]}"
            names[stem] += 1
            tables = max((block.cell.table for block in blocks if block.cell), default=story.tables - 1) + 1
            tables = max(tables, story.tables)
            blocks += [_moved(block, f"{name}/{block.id}", tables) for block in read[part]]
        return (*blocks, *story.blocks[taken:])

    def _chunk(self, part: str) -> tuple[Block, ...]:
        """The blocks of a Word file that is embedded as a part; nothing of one that is embedded in such a file."""
        data = None if self._nested else self._package.read(part)
        if data is None or not data.startswith(b"PK"):
            return ()
        return WordFile(data, self._tools.view, self._said, nested=True).reading().blocks

    # -- stories ---------------------------------------------------------------------------------------------

    def _notes(self, root: Element, story: Story) -> tuple[tuple[Footnote, ...], tuple[Edge, ...]]:
        roots = {}
        links = {}
        for kind in ("footnotes", "endnotes"):
            part = self._part(kind)
            found = None if part is None else self._root(kind)
            if part is None and any(one.note.id.startswith(f"{kind}/") for one in story.references):
                _needed(self._package, self._told(kind), self._said)
            if part is not None and found is not None:
                roots[kind] = found
                links[kind] = links_of(self._relations_of(part)) if self._linked(part) else {}
        return read_notes(roots, root, story.references, story.sections, self._settings, self._tools, links)

    def _headers(self, sections: Iterable[Element]) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
        """The blocks of all headers and footers that are printed, and of the first page's header alone."""
        blocks: dict[str, tuple[Block, ...]] = {}
        first: tuple[Block, ...] | None = None
        names: set[str] = set()
        current: dict[tuple[BlockKind, str], str] = {}
        even = self._settings is not None and _is_on(self._settings.find(_EVEN_ODD))
        for section in sections:
            titled = _is_on(section.find(_TITLE_PAGE))
            for child in section:
                kind = _REFERENCES.get(child.tag)
                relation = self._relations.get(child.get(R_ID) or "") if kind else None
                if kind and relation is not None and not relation.external:
                    current[kind, child.get(TYPE) or "default"] = relation.target
            for (kind, when), part in current.items():
                printed = titled if when == "first" else even if when == "even" else True
                if printed and part not in blocks:
                    blocks[part] = self._header(part, kind, names)
            if first is None:
                page = current.get(("header", "first")) if titled else None
                first = blocks.get(page or current.get(("header", "default"), ""), ())
        # The first page comes first: its header holds the masthead, which the others only repeat in part.
        parts = sorted(blocks.values(), key=lambda part: part is not first)
        return tuple(block for part in parts for block in part), first or ()

    def _header(self, part: str, kind: BlockKind, names: set[str]) -> tuple[Block, ...]:
        if self._package.find(part) is None:
            return ()
        stem = posixpath.splitext(posixpath.basename(part))[0]
        story_name = stem
        while story_name in names or story_name in ("document", "footnotes", "endnotes"):
            story_name += "~"
        names.add(story_name)
        links = links_of(self._relations_of(part)) if self._linked(part) else {}
        return tuple(Story(story_name, self._parse(part), kind, self._tools, links).walk().blocks)

    # -- parts -----------------------------------------------------------------------------------------------

    def _main_part(self) -> str:
        declared = self._package.read("mimetype") if self._package.find("mimetype") else None
        if declared and declared.decode("latin-1").startswith(_OPEN_DOCUMENT):
            raise UnreadableDraft(
                f"{self._said} is an OpenDocument file (such as .odt), not a Word file: open it in Word or LibreOffice, "
                "save it as .docx and try again"
            )
        for relation in self._relations_of("").values():
            if relation.kind == "officeDocument" and self._package.find(relation.target):
                return relation.target
        for candidate in (*self._typed_parts(), "word/document.xml"):
            if self._package.find(candidate):
                return candidate
        if self._package.find("[Content_Types].xml") is None and not self._package.find("_rels/.rels"):
            raise UnreadableDraft(
                f"{self._said} is a zip archive but no Word file: unpack it and lint the .docx inside"
            )
        raise self._without_text()

    def _without_text(self) -> UnreadableDraft:
        return UnreadableDraft(f"{self._said} has no main text: open it in Word, save it again and try again")

    def _typed_parts(self) -> Iterable[str]:
        if self._package.find("[Content_Types].xml") is None:
            return
        for child in self._parse("[Content_Types].xml"):
            kind, part = child.get("ContentType") or "", child.get("PartName")
            if part and kind.endswith((*_MAIN_TYPES, *_MACRO_TYPES)):
                yield part.lstrip("/")

    def _foreign(self, root: Element) -> str:
        local = root.tag.rpartition("}")[2]
        return _OTHERS.get(local, f"has a main part that is no Word text ({local[:40]}): check that this is the draft")

    def _parse(self, part: str) -> Element:
        root = _needed(self._package, part, self._said)
        assert root is not None
        return root

    def _told(self, kind: str) -> str | None:
        """The part of a kind that a relationship tells of, be it there or not."""
        return next((one.target for one in self._relations.values() if one.kind == kind and not one.external), None)

    def _part(self, kind: str) -> str | None:
        """The part of a kind (``styles``) by relationship, else beside the main part."""
        for relation in self._relations.values():
            if relation.kind == kind and not relation.external and self._package.find(relation.target):
                return relation.target
        if self._relations:
            return None
        beside = posixpath.join(posixpath.dirname(self._main), f"{kind}.xml")
        return beside if self._package.find(beside) else None

    def _bytes(self, kind: str) -> bytes | None:
        part = self._part(kind)
        return None if part is None else self._package.read(part)

    def _root(self, kind: str) -> Element | None:
        return _load(self._package, self._part(kind), self._said)

    def _read_settings(self) -> Element | None:
        """The settings, unless they say nothing that matters here: most of them is a list of edit sessions."""
        data = self._bytes("settings")
        if data is None or not (data[:2] in (b"\xff\xfe", b"\xfe\xff") or _matters(data)):
            return None
        return xml.parse(data, "settings.xml", self._said)

    def _linked(self, part: str) -> bool:
        return self._package.find(relations_name(part)) is not None

    def _relations_of(self, part: str) -> dict[str, _Relation]:
        name = relations_name(part)
        if self._package.find(name) is None:
            return {}
        folder = posixpath.dirname(part)
        found: dict[str, _Relation] = {}
        for child in self._parse(name):
            target = child.get("Target") or ""
            external = child.get("TargetMode") == "External"
            if not external:
                target = resolved(folder, target)
            kind = (child.get("Type") or "").rpartition("/")[2]
            found[child.get("Id") or ""] = _Relation(kind, target, external)
        return found


def _moved(block: Block, address: str, tables: int) -> Block:
    """A block of a file that is read in, behind so many ``tables``."""
    cell = block.cell and block.cell._replace(table=block.cell.table + tables)
    return replace(block, id=address, cell=cell)


def resolved(folder: str, target: str) -> str:
    """The name of the part that a relationship of a part in ``folder`` points to."""
    if "%" in target:
        from urllib.parse import unquote  # rarely needed, slow to import

        target = unquote(target)
    if not target.startswith("/"):
        target = f"{folder}/{target}"
    return posixpath.normpath("/" + target).lstrip("/") if "./" in target or "//" in target else target.lstrip("/")


def _load(package: Package, part: str | None, said: str) -> Element | None:
    """The root of a part, None if there is no such part."""
    data = None if part is None else package.read(part)
    return None if data is None or part is None else xml.parse(data, part, said)


def _needed(package: Package, part: str | None, said: str) -> Element | None:
    """The root of a part that the text needs, None if the file tells of no such part. Raises UnreadableDraft if it is missing."""
    root = _load(package, part, said)
    if root is None and part is not None:
        raise UnreadableDraft(f"{said} is damaged ({part} is missing): open and save it in Word first")
    return root


def _matters(data: bytes) -> bool:
    return any(word in data for word in (b"docVar", b"footnotePr", b"endnotePr", b"evenAndOddHeaders"))


def relations_name(part: str) -> str:
    """The part that holds the relations of ``part``."""
    folder, base = posixpath.split(part)
    return posixpath.join(folder, "_rels", base + ".rels")


def links_of(relations: Mapping[str, _Relation]) -> dict[str, str]:
    """Where the links among relations lead, by their ids."""
    return {key: relation.target for key, relation in relations.items() if relation.external}


def _is_on(element: Element | None) -> bool:
    return element is not None and on(element.get(VAL))
