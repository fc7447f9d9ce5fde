"""A Word file that is open for writing: its stories with the XML behind every character, and its parts to be written back.

It reads the file with the very code of the reader, so that the blocks have the same addresses and the same text.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable

from resolint import regex
from resolint.frozen import NamedTuple
from resolint.model import Block, BlockKind, Span, View
from resolint.regex import lazy
from resolint.word.container.edited import EditedPart
from resolint.word.container.xml import Element
from resolint.word.container.zipping import rewrite
from resolint.word.read.notes import KINDS, elements_by_id
from resolint.word.read.reader import BODY, WordFile, links_of, relations_name, resolved
from resolint.word.read.story import ReadParagraph, Reference, Story
from resolint.word.read.styles import Styles
from resolint.word.write import runs

_STORY = regex.compiled(r"(?:^|/)(?:document|footnote|endnote|header|footer)[^/]*\.xml$", re.IGNORECASE)
_ID = lazy(rb"""[:\s]id\s{0,9}=\s{0,9}["'](-?\d{1,10})["']""")
CONTENT_TYPES = "[Content_Types].xml"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_OFFICE_STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships/"
_COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_EMPTY_RELATIONS = f'<Relationships xmlns="{_RELATIONS}"/>'.encode()
COMMENTS_KEY = "rIdResolintComments"
"""The relationship by which we know a comments part that we made ourselves."""
_ALONE = "Alone"
"""Ends that relationship's id where the list of relationships is ours too."""


class Spot(NamedTuple):
    """A passage and the part of the file it stands in; ``story`` is ``document``, ``footnotes``, ``endnotes`` or a header."""

    passage: ReadParagraph
    part: str
    story: str


class Draft(WordFile):
    """One Word file while it is changed. Parts are parsed when they are first asked for."""

    __slots__ = (
        "_added",
        "_anchors",
        "_data",
        "_marked",
        "_removed",
        "_sections",
        "_sources",
        "_spelt",
        "_spots",
        "_walked",
        "body",
        "edges",
        "references",
    )

    def __init__(self, data: bytes, name: str = "", view: View = "proposed", *, spelt: bool = True) -> None:
        """Opens the file; ``spelt`` keeps the spelling of its XML. Raises UnreadableDraft as the reader does."""
        self._data = data
        self._spelt = spelt
        self._sources: dict[str, EditedPart] = {}
        self._added: dict[str, bytes] = {}
        self._removed: set[str] = set()
        self._marked: set[str] = set()
        self._spots: dict[str, Spot] = {}
        super().__init__(data, view, name)
        self._tools = self._tools._replace(pieces=True)
        self.body: tuple[Block, ...] = ()
        self.references: tuple[Reference, ...] = ()
        self._anchors: dict[str, Span] = {}
        """Where the body first refers to each note."""
        self.edges: dict[str, list[int]] = {}
        self._sections: list[Element] = []
        self._walked = {"document"}
        """The stories that have been read."""

    # -- parts -----------------------------------------------------------------------------------------------

    def _parse(self, part: str) -> Element:
        return self.source(part).root

    def source(self, part: str) -> EditedPart:
        """The part of this name, to be read or changed; one that is changed must be named to ``touch``."""
        found = self._package.find(part) or part
        if found not in self._sources:
            data = self._added.get(found)
            if data is None:
                data = self._package.read(found)
            if data is None:
                raise self._package.fault(f"is damaged ({part} is missing): open and save it in Word first")
            self._sources[found] = EditedPart(data, found, self._said, spelt=self._spelt)
        return self._sources[found]

    def touch(self, part: str) -> None:
        """Says that the tree of ``part`` was changed."""
        self._marked.add(self._package.find(part) or part)

    def data(self) -> bytes:
        """The file as it is now, after which no part can be asked for. Those that were not touched are copied byte for byte."""
        changed = {part: self._sources[part].bytes(last=True) for part in self._marked if part in self._sources}
        for part, content in self._added.items():
            changed.setdefault(part, content)
        changed = {part: content for part, content in changed.items() if part not in self._removed}
        if not changed and not self._removed:
            return self._data
        order = {name: place for place, name in enumerate(self._package.members)}
        ordered = dict(sorted(changed.items(), key=lambda item: (order.get(item[0], len(order)), item[0])))
        return rewrite(self._data, ordered, self._removed)

    def let_go(self) -> None:
        """Forgets what was read of the file; its parts stay, to be written. Of a long draft that is half of all it holds."""
        self._spots, self._anchors, self.body, self.references = {}, {}, (), ()

    @property
    def main(self) -> str:
        """The name of the part with the main text."""
        return self._main

    def part_of(self, kind: str) -> str | None:
        """The part of a kind (``comments``) that the main part refers to."""
        return self._part(kind)

    def has(self, part: str) -> bool:
        """Whether the file holds this part."""
        return self._package.find(part) is not None

    def bytes_of(self, part: str) -> bytes:
        """The bytes of a part as the file has them, b"" if it is not there."""
        return self._package.read(part) or b""

    def xml_parts(self) -> Iterable[str]:
        """The names of all parts that hold XML."""
        return [name for name in self._package.members if name.lower().endswith((".xml", ".rels"))]

    def ids(self) -> set[int]:
        """All whole numbers that are the id of anything in the stories of the file."""
        found: set[int] = set()
        for part in self.xml_parts():
            if _STORY.search(part) or part == self._main:
                data = self.bytes_of(part)
                found.update(int(value) for value in _ID.findall(data.replace(b"\0", b"")))
        return found

    # -- stories ---------------------------------------------------------------------------------------------

    def walk(self) -> None:
        """Reads the body: fills ``body``, ``references`` and the spots of its blocks."""
        root = self._parse(self._main)
        body = root.find(BODY)
        story = Story("document", root, "paragraph", self._tools, links_of(self._relations))
        if body is not None:
            story.walk(body)
        self._keep(story, self._main, "document")
        self.body = tuple(story.blocks)
        self.references = tuple(story.references)
        self._anchors = {found.note.id: found.span for found in reversed(story.references)}
        self._sections = story.sections

    def spot(self, block: str) -> Spot | None:
        """Where the block with this address stands; None if it is not in a part that can be written."""
        if block not in self._spots:
            story = block.partition("/")[0]
            kind = story if story in KINDS or story == "document" else "headers"
            if kind not in self._walked:
                self._walked.add(kind)
                if kind == "headers":
                    self._headers(self._sections)
                else:
                    self._read_notes(kind)
        return self._spots.get(block)

    def _read_notes(self, story: str) -> None:
        part = self._part(story)
        if part is None:
            return
        root = self._parse(part)
        for note_id, element in elements_by_id(root, KINDS[story][0], story).items():
            self._keep(Story(note_id, element, "note", self._tools, {}).walk(), part, story)

    def _header(self, part: str, kind: BlockKind, names: set[str]) -> tuple[Block, ...]:
        if self._package.find(part) is None:
            return ()
        stem = posixpath.splitext(posixpath.basename(part))[0]
        name = stem
        while name in names or name in ("document", "footnotes", "endnotes"):
            name += "~"
        names.add(name)
        story = Story(name, self._parse(part), kind, self._tools, {}).walk()
        self._keep(story, part, name)
        return tuple(story.blocks)

    def _keep(self, story: Story, part: str, name: str) -> None:
        for edge in story.edges:
            self.edges.setdefault(edge.block, []).append(edge.offset)
        for passage in story.passages:
            self._spots.setdefault(passage.block.id, Spot(passage, part, name))

    def reference(self, block: str) -> Span | None:
        """Where the body refers to the note that holds the block ``block``; None if it does not."""
        return self._anchors.get(block.rpartition("/")[0])

    def styles(self) -> Styles:
        """The styles of the file, for who has to know what formatting comes out of them."""
        return self._tools.styles

    # -- the comments part -----------------------------------------------------------------------------------

    def add_comments_part(self, content: str) -> str:
        """Makes the part for comments, with content type and relationship, and gives its name."""
        folder = posixpath.dirname(self._main)
        strict = self.source(self._main).strict
        stem, number = "comments", 0
        while self.has(name := posixpath.join(folder, f"{stem}{number or ''}.xml")) or self._is_typed(name):
            number += 1
        self._added[name] = content.encode()
        self.touch(name)
        types = self.source(CONTENT_TYPES) if self.has(CONTENT_TYPES) else None
        if types is not None:
            types.root.append(
                runs.make(types.root, f"{{{_TYPES}}}Override", {"PartName": f"/{name}", "ContentType": _COMMENTS_TYPE})
            )
            self.touch(CONTENT_TYPES)
        relations = relations_name(self._main)
        key = COMMENTS_KEY
        if not self.has(relations):
            self._added[relations] = _EMPTY_RELATIONS
            key += _ALONE
        root = self.source(relations).root
        attributes = {
            "Id": key,
            "Type": (_OFFICE_STRICT if strict else _OFFICE) + "comments",
            "Target": posixpath.basename(name),
        }
        root.append(runs.make(root, f"{{{_RELATIONS}}}Relationship", attributes))
        self.touch(relations)
        self.source(name)
        return name

    def remove_comments_part(self) -> bool:
        """Takes out the comments part that we made, if it holds no comment any more; tells whether it did."""
        relations = relations_name(self._main)
        if not self.has(relations):
            return False
        root = self.source(relations).root
        ours = next((child for child in root if (child.get("Id") or "").startswith(COMMENTS_KEY)), None)
        if ours is None:
            return False
        part = self._package.find(resolved(posixpath.dirname(self._main), ours.get("Target") or ""))
        if part is None or len(self.source(part).root):
            return False
        root.remove(ours)
        self._removed.add(part)
        if (ours.get("Id") or "").endswith(_ALONE) and not len(root):
            self._removed.add(self._package.find(relations) or relations)
        else:
            if not len(root):
                root.text = ""  # two tags, as the programs write it that make such parts
            self.touch(relations)
        if self.has(CONTENT_TYPES):
            types = self.source(CONTENT_TYPES).root
            for child in list(types):
                if (child.get("PartName") or "").lstrip("/").casefold() == part.casefold():
                    types.remove(child)
                    self.touch(CONTENT_TYPES)
        return True

    def _is_typed(self, part: str) -> bool:
        if not self.has(CONTENT_TYPES):
            return False
        name = f"/{part}".casefold()
        return any((child.get("PartName") or "").casefold() == name for child in self.source(CONTENT_TYPES).root)
