"""A draft as a Word file: every block becomes a paragraph in the style of its place."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

from resolint import regex
from resolint.author.errors import NotWritable
from resolint.author.geometry import GEOMETRIES, Geometry
from resolint.author.grids import SPACER, table_xml
from resolint.author.lists import Lists
from resolint.author.masthead import Layout, Masthead, values_of
from resolint.author.notes import Notes
from resolint.author.parts import Pack, fonts_xml, part, settings_xml, styles_xml
from resolint.author.pictures import LINES_AS_NEEDED, Pictures
from resolint.author.places import Places
from resolint.author.runs import AUTHOR, WHEN, Ids, Runs, plain_run, refuse_unwritable
from resolint.author.tongues import turned
from resolint.cards import lexicon
from resolint.model import Block, Document
from resolint.notation.removed import apart, split_deleted
from resolint.tables import Table, run_of

__all__ = ["write"]

_REFERENCE = regex.compiled(
    r"\bparagraphs?[ \u00a0](\d{1,3}(?:[ \u00a0]\([a-z]{1,2}\))?)(?=[ \u00a0](?:above|below|of the present resolution)\b)"
)
_BOOKMARK = regex.compiled(r"[A-Za-z_]\w{0,39}", re.ASCII)
_ONCE = regex.compiled(r"<w:rPr>.*|<w:pageBreakBefore/>")
_NUMBERED = regex.compiled(r"<w:numPr>(?:(?!<w:numPr>).)*?</w:numPr>")
_TURNED = ("styles", "header", "footer", "footnotes", "comments")
"""The parts that a text from right to left turns, beside the text itself."""
_LEFT_OUT = ("header", "footer", "note")


@dataclass(slots=True)
class _Writer:
    """Holds what all paragraphs of one draft share; everything is looked up once and counted, never searched."""

    document: Document
    layout: Layout
    geometry: Geometry
    places: Places
    lists: Lists
    pack: Pack = field(default_factory=Pack)
    ids: Ids = field(default_factory=Ids)
    bookmarks: dict[str, tuple[int, str]] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    references: dict[str, list[tuple[int, int, str]]] = field(default_factory=dict)
    comments: list[str] = field(default_factory=list)
    directives: dict[str | None, list[str]] = field(default_factory=dict)
    page_break: bool = False

    def where(self, block: Block, offset: int) -> str:
        """File, line and column of a character."""
        name = self.document.origin.name or "draft"
        place = next((p for p in reversed(block.places) if p.offset <= offset), None)
        return f"{name}:{place.line}:{place.column + offset - place.offset}" if place else f"{name}, {block.id}"

    def check(self) -> None:
        """Raises NotWritable for what no Word file can hold."""
        blocks = [*self.document.blocks, *(b for note in self.document.footnotes for b in note.blocks)]
        known = {note.id for note in self.document.footnotes}
        for block in blocks:
            if block.kind in ("header", "footer") and not block.id.startswith("front/"):
                continue
            refuse_unwritable(block.text, lambda offset, block=block: self.where(block, offset))  # type: ignore[misc]
            for mark in block.marks:
                if mark.kind in ("deleted-here", "link"):
                    at = mark.start
                    refuse_unwritable(mark.value, lambda _, block=block, at=at: self.where(block, at))  # type: ignore[misc]
                if mark.kind == "note" and mark.value not in known:
                    label = mark.value.removeprefix("footnotes/")
                    raise NotWritable(
                        f"{self.where(block, mark.start)}: there is no note {label}: write a line that begins with "
                        f"[^{label}]: or take the reference out"
                    )

    def find_references(self) -> None:
        """Find what refers to a numbered paragraph of the same act, and give that paragraph a bookmark."""
        for bookmark in self.document.bookmarks:
            if bookmark.block:
                self.names[bookmark.name] = self._name_of(bookmark.block, bookmark.name)
        for block in self.document.blocks:
            if "paragraph" not in block.text:
                continue
            act = self.places.member.get(block.id, -1)
            for found in _REFERENCE.finditer(block.text):
                target = self.places.operative.get((act, found[1].replace("\u00a0", " ")))
                if target is None or self.document.block(target).lead or _linked(block, *found.span(1)):
                    continue
                name = self._name_of(target)
                switch = "\\w" if "(" in found[1] else "\\r"
                self.references.setdefault(block.id, []).append((*found.span(1), f"REF {name} {switch} \\h"))

    def _name_of(self, block_id: str, wish: str = "") -> str:
        """The name of the bookmark of a paragraph: its own, else the one wished for if Word can bear it."""
        number = len(self.bookmarks) + 1
        fresh = wish if _BOOKMARK.fullmatch(wish) else f"_Ref{100000000 + number}"
        return self.bookmarks.setdefault(block_id, (number, fresh))[1]

    def link(self, source: str, address: str) -> str:
        """The attribute of a link in part ``source``: the bookmark that it leads to, or what holds its address."""
        name = self.names.get(address[1:]) if address.startswith("#") else None
        return f'w:anchor="{name}"' if name else f'r:id="{self.pack.link(source, address)}"'

    def fields(self, block_id: str, start: int, end: int) -> Sequence[tuple[int, int, str]]:
        """The references that lie wholly in a stretch of a block."""
        return [one for one in self.references.get(block_id, ()) if start <= one[0] and one[1] <= end]

    # -- paragraphs ------------------------------------------------------------------------------------------

    def paragraph(self, block: Block, runs: Runs) -> str:
        """One block as a paragraph, with the paragraphs around it that a tracked change takes away whole."""
        above, left, below = apart(block)
        shown = self._one(left, runs, joined=bool(below))
        properties = _ONCE.sub("", shown[shown.index("<w:pPr>") : shown.index("</w:pPr>")])
        pieces = [self._removed(properties, words, left.label, mark=True) for words in above]
        pieces.append(shown)
        for at, words in enumerate(below, start=1):
            pieces.append(self._removed(properties, words, left.label, mark=at < len(below), joined=True))
        return "".join(pieces)

    def table(self, table: Table, runs: Runs) -> str:
        """A table, with the comments and bookmarks of its cells; a number in front of a cell is typed."""
        return table_xml(table, self.geometry, lambda block: self._cell(block, runs))

    def _cell(self, block: Block, runs: Runs) -> str:
        content = plain_run(f"{block.label} ") if block.label else ""
        content = self._bookmarked(block.id, content + runs.of(block, block.lead))
        before, after = self._commented(block.id)
        return before + content + after

    def _removed(self, properties: str, words: str, label: str, *, mark: bool, joined: bool = False) -> str:
        """A paragraph that is deleted, with its ``mark`` unless it is the last one.

        Word counts it, and so prints its number, if it bears one like ``label``, that of the block beside it. One that
        is ``joined`` to the block gives that its properties when the deletion is accepted, so it must have the same.
        """
        number, rest = split_deleted(words)
        if "<w:numPr>" in properties and number and _shape(number) == _shape(label):
            words = rest
        elif not joined:
            properties = _NUMBERED.sub("", properties)
        own = f"<w:rPr><w:del {self.ids.next_change()}/></w:rPr>" if mark else ""
        run = plain_run(words, tag="delText")
        return f"<w:p>{properties}{own}</w:pPr><w:del {self.ids.next_change()}>{run}</w:del></w:p>"

    def _one(self, block: Block, runs: Runs, joined: bool) -> str:
        """The paragraph of a block; ``joined`` tells that a deletion reaches from its mark into the next one."""
        heading = block.kind == "heading"
        role = self.places.roles.get(block.id, "heading" if heading else "text")
        style = self._style(block, role)
        properties = [f'<w:pStyle w:val="{style}"/>']
        if self.page_break or block.id in self.places.annexes:
            properties.append("<w:pageBreakBefore/>")
            self.page_break = False
        content, numbering = self._labelled(block, runs, heading)
        properties.append(numbering)
        if "<w:drawing>" in content:
            properties.append(LINES_AS_NEEDED)
        properties.append(self._indent(block, role, heading, numbering))
        if heading:
            level = min(max(block.level, 0), 8)
            if self.geometry.outlines.get(style) != level:
                properties.append(f'<w:outlineLvl w:val="{level}"/>')
        elif style in self.geometry.outlines:
            properties.append('<w:outlineLvl w:val="9"/>')
        mark = f"<w:ins {self.ids.next_change()}/>" if _wholly_inserted(block) else ""
        mark += f"<w:del {self.ids.next_change()}/>" if joined else ""
        if mark:
            properties.append(f"<w:rPr>{mark}</w:rPr>")
        content = self._bookmarked(block.id, content)
        before, after = self._commented(block.id)
        return f"<w:p><w:pPr>{''.join(properties)}</w:pPr>{before}{content}{after}</w:p>"

    def _style(self, block: Block, role: str) -> str:
        roles = self.geometry.roles
        if block.style == "blockquote":
            return roles["quote"]
        if block.kind != "heading":
            return roles["text"]
        if role in ("title", "act", "annex"):
            return roles[role]
        return roles["heading"] if block.level <= 2 else roles["subheading"]

    def _labelled(self, block: Block, runs: Runs, heading: bool) -> tuple[str, str]:
        """The runs, and the number that Word is to print; a label that no list prints is typed."""
        content = runs.of(block, block.lead, heading)
        if not block.label:
            return content, ""
        if not heading:
            depth = self.places.depths.get(block.id, max(block.level, 0))
            numbering = self.lists.place(block.label, depth)
            if numbering:
                return content, numbering
        before = "\t" if heading and self.geometry.masthead != "none" else ""
        return plain_run(f"{before}{block.label}\t") + content, ""

    def _indent(self, block: Block, role: str, heading: bool, numbering: str) -> str:
        if role == "closing" and not heading:
            return '<w:jc w:val="right"/>'
        if heading and self.geometry.masthead != "none" and not block.label:
            return f'<w:ind w:left="{self.geometry.left}" w:firstLine="0"/>'
        if heading or numbering or block.style == "blockquote" or self.geometry.masthead == "none":
            return ""
        if role == "text" and not block.label and not self.places.acts:
            return ""
        return f'<w:ind w:firstLine="{self.geometry.step}"/>'

    def _bookmarked(self, block_id: str, content: str) -> str:
        found = self.bookmarks.get(block_id)
        if found is None:
            return content
        number, name = found
        return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{content}<w:bookmarkEnd w:id="{number}"/>'

    def _commented(self, block_id: str | None) -> tuple[str, str]:
        """What stands around a paragraph that instructions to resolint speak of: comments, as a reviewer leaves them."""
        before, after = [], []
        for words in self.directives.get(block_id, ()):
            number = len(self.comments)
            self.comments.append(
                f'<w:comment w:id="{number}" w:author="{AUTHOR}" w:date="{WHEN}" w:initials="D"><w:p><w:pPr>'
                f'<w:pStyle w:val="CommentText"/></w:pPr>{plain_run(words)}</w:p></w:comment>'
            )
            before.append(f'<w:commentRangeStart w:id="{number}"/>')
            after.append(
                f'<w:commentRangeEnd w:id="{number}"/><w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr>'
                f'<w:commentReference w:id="{number}"/></w:r>'
            )
        return ("".join(before), "".join(after)) if block_id is not None else ("", "".join(after))


def _wholly_inserted(block: Block) -> bool:
    return bool(block.text) and any(
        mark.kind == "inserted" and mark.start <= block.lead and mark.end >= len(block.text) for mark in block.marks
    )


def write(document: Document, layout: Layout, files: Mapping[str, bytes] | None = None) -> bytes:
    """The Word file of a draft in this layout; the same draft always gives the same bytes.

    ``files`` are the pictures that its text names, by address; those that are not there are grey fields with a name.

    Raises NotWritable for what no Word file can hold: control characters, references to notes that are not there.
    """
    geometry = GEOMETRIES[layout.geometry]
    places = Places.of(document)
    writer = _Writer(document, layout, geometry, places, Lists(geometry))
    writer.check()
    writer.find_references()
    for directive in document.directives:
        words = f"resolint: allow {', '.join((*directive.rules, directive.reason))}"
        writer.directives.setdefault(directive.span.block if directive.span else None, []).append(words)
    masthead = Masthead(values_of(document), layout, geometry, lexicon(), document.language)
    drawn = Pictures(writer.pack, files or {}, geometry.text_width).run
    notes = Notes(document, writer.ids, places, partial(writer.link, "footnotes"), partial(drawn, "footnotes"))
    runs = Runs(
        writer.ids, notes.reference, partial(writer.link, "document"), writer.fields, partial(drawn, "document")
    )
    content = _body(writer, runs, notes, masthead)
    _parts(writer, notes, masthead)
    title = next((document.text(act.title) for act in document.acts if act.title is not None), "")
    main, language = _main(content), document.language
    if language == "ar":
        main = turned(main)
        writer.pack.parts = {
            name: (kind, turned(xml) if kind in _TURNED else xml) for name, (kind, xml) in writer.pack.parts.items()
        }
    return writer.pack.save(main, " ".join(title.replace("\ufffc", "").split()), masthead.symbol, language)


def _shape(label: str) -> str:
    """The kind of a number: ``1.`` for ``12.``, ``(a)`` for ``(b)``."""
    return re.sub(r"[a-z]+", "a", re.sub(r"\d+", "1", label))


def _linked(block: Block, start: int, end: int) -> bool:
    return any(mark.start < end and start < mark.end for mark in block.marked("link"))


def _main(content: str) -> bytes:
    return part("document", f"<w:body>{content}</w:body>")


def _body(writer: _Writer, runs: Runs, notes: Notes, masthead: Masthead) -> str:
    geometry = writer.geometry
    pieces = []
    if None in writer.directives:
        # Comments on an empty paragraph before the text are about the whole draft.
        _, whole = writer._commented(None)
        pieces.append(f'<w:p><w:pPr><w:spacing w:line="20" w:lineRule="exact"/></w:pPr>{whole}</w:p>')
    if geometry.masthead == "body":
        pieces.append(masthead.table())
    pieces.append(masthead.lines())
    front = set() if writer.document.origin.format != "docx" else set(writer.document.head.blocks)
    section = _section(writer, masthead, notes.restarts)
    last = ""
    for block in run_of(writer.document):
        if isinstance(block, Table):
            pieces += [last, writer.table(block, runs)]
            last = SPACER
            continue
        if block.kind in _LEFT_OUT or block.id in front or not (block.text or block.label):
            continue
        if writer.places.acts.get(block.id, 0) > 0:
            notes.begin_act()
            if notes.restarts and last:
                head, _, rest = last.rpartition("</w:pPr>")
                last = f"{head}{section}</w:pPr>{rest}"
                writer.page_break = False
            else:
                writer.page_break = True
        pieces.append(last)
        last = writer.paragraph(block, runs)
    pieces.append(last or "<w:p/>")
    return "".join(pieces) + section


def _section(writer: _Writer, masthead: Masthead, restarts: bool) -> str:
    geometry = writer.geometry
    pack = writer.pack
    references = []
    for kind, root, of in (("header", "hdr", masthead.header), ("footer", "ftr", masthead.footer)):
        for when, even in (("even", True), ("default", False)):
            number = {"even": 1, "default": 2}[when]
            key = pack.add(f"{kind}{number}", kind, part(root, of(even)))
            references.append(f'<w:{kind}Reference w:type="{when}" r:id="{key}"/>')
    first_header = masthead.table() + "<w:p/>" if geometry.masthead == "header" else "<w:p/>"
    key = pack.add("header3", "header", part("hdr", first_header))
    references.append(f'<w:headerReference w:type="first" r:id="{key}"/>')
    first_footer = masthead.first_footer() if geometry.masthead != "none" else masthead.footer(False)
    key = pack.add("footer3", "footer", part("ftr", first_footer))
    references.append(f'<w:footerReference w:type="first" r:id="{key}"/>')
    width, height = geometry.page
    top, right, bottom, left, header, footer = geometry.margins
    restart = '<w:footnotePr><w:numRestart w:val="eachSect"/></w:footnotePr>' if restarts else ""
    return (
        f'<w:sectPr>{"".join(references)}{restart}<w:pgSz w:w="{width}" w:h="{height}"/>'
        f'<w:pgMar w:top="{top}" w:right="{right}" w:bottom="{bottom}" w:left="{left}" w:header="{header}" '
        f'w:footer="{footer}" w:gutter="0"/><w:cols w:space="720"/><w:titlePg/></w:sectPr>'
    )


def _parts(writer: _Writer, notes: Notes, masthead: Masthead) -> None:
    pack = writer.pack
    pack.add("styles", "styles", styles_xml(writer.geometry, writer.document.language))
    pack.add("fontTable", "fontTable", fonts_xml(writer.geometry))
    pack.add("numbering", "numbering", part("numbering", writer.lists.xml()))
    kept = masthead.variables()
    if writer.document.origin.lost:
        kept = (*kept, ("lost", ", ".join(writer.document.origin.lost)))
    pack.add(
        "settings", "settings", settings_xml(writer.geometry, writer.layout.tracking, kept, writer.document.language)
    )
    pack.add("footnotes", "footnotes", notes.xml())
    if writer.comments:
        pack.add("comments", "comments", part("comments", "".join(writer.comments)))
