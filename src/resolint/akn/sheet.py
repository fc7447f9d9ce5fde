"""What all parts of one file share: the draft, unique identifiers, notes, references, and how a block is written."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from resolint.akn.inline import Wrap, write_inline
from resolint.akn.names import ALLOW, FRONT, KIND, LEVEL, akn, slug
from resolint.akn.uris import References
from resolint.akn.xml import clean, context, new, sub
from resolint.lexicon import Lexicon
from resolint.model import NOTE_MARK, Block, Document, Footnote
from resolint.tables import Table, tables_of
from resolint.word.container.xml import Element

_REFERENCE = 2


@dataclass(slots=True)
class Sheet:
    """One file while it is written.

    ``sources`` are the documents referred to (address to words), ``placed`` the notes that are written, ``concepts`` what the
    text names besides (its day of adoption), ``tables`` how many tables stand where.
    """

    document: Document
    lexicon: Lexicon
    ids: set[str] = field(default_factory=set)
    note_ids: dict[str, str] = field(default_factory=dict)
    sources: dict[str, str] = field(default_factory=dict)
    placed: set[str] = field(default_factory=set)
    concepts: set[str] = field(default_factory=set)
    tables: dict[str, int] = field(default_factory=dict)
    inside_note: bool = False
    references: References = field(init=False)
    _notes: dict[str, Footnote] = field(default_factory=dict)
    _order: dict[str, int] = field(default_factory=dict)
    _refs: dict[str, list[Wrap]] = field(default_factory=dict)
    _allowed: dict[str, list[str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._notes = {note.id: note for note in self.document.footnotes}
        self._order = {note.id: at for at, note in enumerate(self.document.footnotes, 1)}
        self.references = References(self.document, self.lexicon)
        for citation in self.document.citations:
            href = self.references.href(citation)
            refs = self._refs.setdefault(citation.span.block, [])
            if href is None or (refs and refs[-1].end > citation.span.start):
                continue
            refs.append(Wrap(citation.span.start, citation.span.end, _REFERENCE, "ref", (("href", href),)))
        for directive in self.document.directives:
            if directive.span is not None:
                words = f"{','.join(directive.rules)}; {directive.reason}"
                self._allowed.setdefault(directive.span.block, []).append(words)

    def unique(self, wanted: str) -> str:
        """``wanted`` as an identifier that nothing in the file bears yet."""
        found, count = wanted, 1
        while found in self.ids:
            count += 1
            found = f"{wanted}-{count}"
        self.ids.add(found)
        return found

    def bounds(self, block: Block) -> tuple[int, int]:
        """From where to where a block has words: without its typed number and, from Word, without layout blanks."""
        start, end = block.lead, len(block.text)
        if self.document.origin.format == "docx":
            while start < end and block.text[start] in "\t ":
                start += 1
            while end > start and block.text[end - 1] in "\t ":
                end -= 1
        return start, end

    def fill(
        self,
        parent: Element,
        block: Block,
        start: int | None = None,
        end: int | None = None,
        wraps: Iterable[Wrap] = (),
        refer: bool = True,
    ) -> None:
        """Write the words of ``block`` (or from ``start`` to ``end``) into ``parent``; with references if ``refer``."""
        first, last = self.bounds(block)
        first = first if start is None else max(first, start)
        last = last if end is None else min(last, end)
        refs = self._refs.get(block.id, ()) if refer else ()
        for ref in refs:
            words = block.text[ref.start : ref.end].replace(NOTE_MARK, "")
            self.sources.setdefault(ref.attributes[0][1], " ".join(words.split()))
        write_inline(parent, block, first, max(first, last), self._note, (*refs, *wraps))

    def para(
        self, parent: Element, block: Block, name: str = "p", implied: str = "paragraph", level: int = -1
    ) -> Element:
        """An empty paragraph for ``block`` at the end of ``parent``, with what its place does not say of it.

        ``implied`` is the kind, and ``level`` that of a heading, which a reader takes it for without being told.
        """
        made = sub(parent, name)
        self.describe(made, block, implied, level)
        return made

    def describe(self, made: Element, block: Block, implied: str, level: int = -1) -> None:
        """Set on ``made`` what its place does not say of ``block``."""
        if block.style:
            made.set("class", clean(block.style))
        if block.id.startswith("front/"):
            made.set(FRONT, clean(block.id.removeprefix("front/")))
        elif block.kind != implied:
            made.set(KIND, block.kind)
        if block.kind == "heading" and block.level != level:
            made.set(LEVEL, str(block.level))
        if block.id in self._allowed:
            made.set(ALLOW, clean("\n".join(self._allowed[block.id])))

    def table_of(self, block: Block) -> Table | None:
        """The table that a block stands in."""
        return tables_of(self.document).get(block.id)

    def table(self, parent: Element, table: Table) -> None:
        """Write a whole table at the end of ``parent``."""
        around = context(parent)
        self.tables[around] = self.tables.get(around, 0) + 1
        made = sub(parent, "table", eId=self.unique(f"{around}table_{self.tables[around]}"))
        for at, slots in enumerate(table.rows):
            row = sub(made, "tr")
            for slot in slots:
                cell = sub(row, "th" if at < table.head else "td")
                if slot.span > 1:
                    cell.set("colspan", str(slot.span))
                if slot.align:
                    cell.set("class", slot.align)
                for block in slot.blocks:
                    words = self.para(cell, block, implied="cell")
                    if block.label:
                        sub(words, "inline", name="num").text = block.label
                    self.fill(words, block)
                if not slot.blocks:
                    sub(cell, "p")

    def _note(self, note_id: str) -> Element:
        note = self._notes.get(note_id)
        if note is None:
            return new("noteRef", href=f"#missing-{slug(note_id) or 'note'}", marker=note_id)
        if note_id in self.placed or self.inside_note:
            return new("noteRef", href="#" + self._note_id(note_id), marker=note.number)
        made = new("authorialNote", eId=self._note_id(note_id), marker=note.number, placement="bottom")
        self.placed.add(note_id)
        self.fill_note(made, note)
        return made

    def _note_id(self, note_id: str) -> str:
        if note_id not in self.note_ids:
            self.note_ids[note_id] = self.unique(f"authorialNote_{self._order[note_id]}")
        return self.note_ids[note_id]

    def name_notes(self, root: Element) -> None:
        """Give every note the identifier of where it stands: that of the paragraph around it, then its number."""
        named = {}
        for note in root.iter(akn("authorialNote")):
            ident = note.get("eId") or ""
            named[f"#{ident}"] = context(note.getparent()) + ident
            note.set("eId", named[f"#{ident}"])
        for reference in root.iter(akn("noteRef")):
            href = reference.get("href") or ""
            if href in named:
                reference.set("href", f"#{named[href]}")

    def fill_note(self, parent: Element, note: Footnote) -> None:
        """Write the paragraphs of a note."""
        outside, self.inside_note = self.inside_note, True
        said = [block for block in note.blocks if block.text or block.label]
        for block in said:
            self.fill(self.para(parent, block, implied="note"), block)
        if not said:
            sub(parent, "p")
        self.inside_note = outside

    def left_notes(self) -> list[tuple[str, Footnote]]:
        """The notes that no ``authorialNote`` holds (nothing or only a note refers to them), and identifiers for them."""
        left = [note for note in self.document.footnotes if note.id not in self.placed]
        return [(self._note_id(note.id), note) for note in left]
