"""A draft as a file: which document type it is, and its parts in the order of its blocks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from resolint.akn.hierarchy import Hierarchy
from resolint.akn.inline import Wrap
from resolint.akn.meta import (
    ADOPTED,
    ISSUED,
    MEETING,
    TOOL,
    Work,
    identification,
    is_draft,
    proprietary,
    references,
    work_of,
)
from resolint.akn.names import FIELDS
from resolint.akn.preamble import Preamble
from resolint.akn.roles import BODY, Role, roles_of, split
from resolint.akn.sheet import Sheet
from resolint.akn.xml import new, sub, write
from resolint.lexicon import Lexicon
from resolint.lexicon.dates import days, first_day
from resolint.model import Act, Annex, Block, Document, Span
from resolint.word.container.xml import Element

_FIELD_RANK, _NAME_RANK = 0, 1
_ASIDE = ("header", "footer")


def write_akn(document: Document, lexicon: Lexicon) -> str:
    """The whole file as text."""
    root = new("akomaNtoso")
    sheet = Sheet(document, lexicon)
    for reserved in ("preamble", "resolint", ADOPTED, ISSUED, MEETING):
        sheet.unique(reserved)
    above, below = _kept(document)
    acts = () if document.kind in ("report", "other", "amendment") else document.acts
    whole: _Part
    if len(acts) > 1:
        whole = _collection(sheet, root, above, below)
    else:
        whole = single = _Statement(sheet, root, acts[0]) if acts else _Plain(sheet, root)
        single.write([*above, *below])
    whole.complete()
    sheet.name_notes(root)
    return write(root)


def _kept(document: Document) -> tuple[list[str], list[str]]:
    """The ids of the blocks to write: those of a masthead that stands in headers and footers, then the text.

    Running headers and footers, which say the symbol and the page again, are left out.
    """
    stories = {span.block.partition("/")[0] for _, span in document.head.spans}
    above: list[str] = []
    below: list[str] = []
    for block in document.blocks:
        if block.kind not in _ASIDE:
            below.append(block.id)
        elif block.id.startswith("front/") or block.id.partition("/")[0] in stories:
            above.append(block.id)
    return above, below


class _Part:
    """One document of the file: its element, metadata, preface and where the rest of its blocks go."""

    def __init__(self, sheet: Sheet, parent: Element, work: Work, prefix: str = "") -> None:
        self.sheet = sheet
        self.document = sheet.document
        self.work = work
        self.prefix = prefix
        self.element = sub(parent, work.element, name=work.name)
        self.element.set("contains", "originalVersion")
        self.meta = sub(self.element, "meta")
        identification(self.meta, work)
        self.preface: Element | None = None
        self.container: Element | None = None

    def complete(self) -> None:
        """Write into the metadata what is known only when all is written."""
        work, sheet = self.work, self.sheet
        references(self.meta, work, sheet)
        left = sheet.left_notes()
        if left:
            notes = sub(self.meta, "notes", source=TOOL)
            for ident, note in left:
                sheet.fill_note(sub(notes, "note", eId=ident, marker=note.number), note)
        proprietary(self.meta, self.document)

    # the preface

    def face(
        self, block: Block, name: str, wraps: Sequence[Wrap] = (), implied: str = "paragraph", level: int = -1
    ) -> None:
        """A line of the preface, in the container ``name``, which lines in a row share."""
        if self.preface is None:
            self.preface = sub(self.element, "preface")
        if self.container is None or self.container.get("name") != name:
            ident = self.sheet.unique(f"{self.prefix}container_{name}")
            self.container = sub(self.preface, "container", eId=ident, name=name)
        if self._table(self.container, block):
            return
        made = self.sheet.para(self.container, block, implied=implied, level=level)
        if block.label:
            sub(made, "inline", name="num").text = block.label
        fields = [] if any(wrap.name == "docTitle" for wrap in wraps) else self._fields(block)
        self.sheet.fill(made, block, wraps=(*fields, *wraps), refer=False)

    def _table(self, parent: Element, block: Block) -> bool:
        """Write the table that begins with a block; tells whether the block stands in one."""
        table = self.sheet.table_of(block)
        if table is not None and block is next(table.blocks()):
            self.sheet.table(parent, table)
        return table is not None

    def _fields(self, block: Block) -> list[Wrap]:
        """The fields of the masthead that stand in a block, none inside another."""
        found: list[Wrap] = []
        for name, span in sorted(self.document.head.spans, key=lambda item: (item[1].start, -item[1].end)):
            if span.block != block.id or name not in FIELDS or not len(span):
                continue
            if found and found[-1].end > span.start:
                continue
            element, kind = FIELDS[name]
            attributes: tuple[tuple[str, str], ...] = (("name", kind),) if kind else ()
            if element == "docDate":
                day = first_day(self.document.text(span), self.sheet.lexicon)
                element, attributes = "inline", (("name", "date"),)
                if day:
                    element, attributes = "docDate", (("date", day), ("refersTo", f"#{ISSUED}"))
                    self.sheet.concepts.add(ISSUED)
            found.append(Wrap(span.start, span.end, _FIELD_RANK, element, attributes))
        return found


class _Statement(_Part):
    """One act."""

    def __init__(self, sheet: Sheet, parent: Element, act: Act, prefix: str = "") -> None:
        self.act = act
        name = act.kind + ("Draft" if is_draft(sheet.document, act) else "")
        super().__init__(sheet, parent, work_of(sheet, act, "statement", name), prefix)
        self.preamble: Preamble | None = None
        self.main: Hierarchy | None = None
        self.conclusions: Element | None = None
        self.annexes: list[_Attachment] = []
        self.attachments: Element | None = None
        self.seen_organ = False

    def write(self, blocks: Sequence[str], roles: dict[str, Role] | None = None) -> None:
        """Write the blocks of the act in order."""
        roles = roles_of(self.act) if roles is None else roles
        ahead = _next_clauses(blocks, roles)
        for at, block_id in enumerate(blocks):
            block, role = self.document.block(block_id), roles.get(block_id, BODY)
            follows = blocks[at + 1] if at + 1 < len(blocks) else ""
            after = self.document.block(follows) if follows and roles.get(follows, BODY).name == "heading" else None
            self._block(block, role, after, ahead[at])
        self._main().finish()
        for annex in self.annexes:
            annex.finish()
        # The schema wants this order, and the draft may have annexes above its closing lines.
        for element in (self.conclusions, self.attachments):
            if element is not None:
                self.element.append(element)

    def _block(self, block: Block, role: Role, after: Block | None, ahead: Role | None) -> None:
        if role.annex is not None and role.name == "annex":
            self._main()
            if self.attachments is None:
                self.attachments = sub(self.element, "attachments")
            self.annexes.append(_Attachment(self, self.attachments, role.annex, len(self.annexes) + 1))
        if self.annexes:
            self.annexes[-1].block(block, role, after, ahead)
        elif role.name == "closing" or self.conclusions is not None:
            self._conclude(block)
        elif role.organ is not None and not self.seen_organ and self.main is None:
            self._organ(block, role)
        elif role.name == "clause" or role.organ is not None:
            self._clause(block, role)
        elif role.name == "heading" and (self.seen_organ or self.main is not None or self.preamble is not None):
            self._main().heading(block, after)
        elif self.main is not None:
            self.main.loose(block, _inside(ahead))
        elif self.preamble is not None:
            self.preamble.loose(block, _inside(ahead))
        else:
            self._name_line(block)

    def _name_line(self, block: Block) -> None:
        wraps = _name_wraps(self.document, self.act, block)
        titled = any(wrap.name == "docTitle" for wrap in wraps)
        name = "title" if wraps else "masthead"
        self.face(block, name, wraps, "heading" if titled else "paragraph", 0 if titled else -1)

    def _organ(self, block: Block, role: Role) -> None:
        self.seen_organ = True
        start = role.path[0].body.start if role.path else None
        self._preamble().formula(block, start)
        if role.path:
            self._clause(block, role, start)

    def _clause(self, block: Block, role: Role, start: int | None = None) -> None:
        if not role.path:
            (self._main().loose if self.main is not None else self._preamble().loose)(block)
        elif role.path[0].role != "preambular":
            self._main().clause(block, role.path, start)
        elif self.main is None:
            self._preamble().clause(block, role.path, start)
        else:
            self.main.cross_heading(block, start)

    def _preamble(self) -> Preamble:
        if self.preamble is None:
            ident = self.sheet.unique(f"{self.prefix}preamble_1")
            self.preamble = Preamble(self.sheet, sub(self.element, "preamble", eId=ident), self.prefix)
        return self.preamble

    def _main(self) -> Hierarchy:
        if self.main is None:
            self.main = Hierarchy(self.sheet, sub(self.element, "mainBody"), self.prefix)
        return self.main

    def _conclude(self, block: Block) -> None:
        if self.conclusions is None:
            self._main()
            ident = self.sheet.unique(f"{self.prefix}conclusions_1")
            self.conclusions = sub(self.element, "conclusions", eId=ident)
        _closing_line(self.sheet, self.conclusions, block, f"{self.prefix}container_closing")


class _Attachment(_Part):
    """One annex of an act."""

    def __init__(self, owner: _Statement, parent: Element, annex: Annex, count: int) -> None:
        self.annex = annex
        ident = owner.sheet.unique(f"{owner.prefix}annex_{count}")
        holder = sub(parent, "attachment", eId=ident)
        work = replace(owner.work, element="doc", name="annex", component=f"annex_{count}")
        super().__init__(owner.sheet, holder, work, f"{ident}__")
        self.main: Hierarchy | None = None
        self.conclusions: Element | None = None

    def block(self, block: Block, role: Role, after: Block | None, ahead: Role | None) -> None:
        """Write one block of the annex, or one that stands behind it."""
        annex = self.annex
        if role.name in ("annex", "title") and self.main is None:
            self._name_line(block)
        elif role.name == "closing" or self.conclusions is not None:
            if self.conclusions is None:
                self._main()
                self.conclusions = sub(self.element, "conclusions")
            _closing_line(self.sheet, self.conclusions, block, f"{self.prefix}container_closing")
        elif role.name == "heading":
            self._main().heading(block, after)
        elif role.name == "clause" and role.annex is annex:
            self._main().clause(block, role.path)
        else:
            self._main().loose(block, _inside(ahead))

    def finish(self) -> None:
        """Leave no body empty."""
        self._main().finish()

    def _name_line(self, block: Block) -> None:
        wraps = []
        heading, title = self.annex.heading, self.annex.title
        if heading.block == block.id and (title is None or title != heading):
            wraps.append(Wrap(heading.start, heading.end, _NAME_RANK, "docType"))
        if title is not None and title.block == block.id:
            wraps.append(Wrap(title.start, title.end, _NAME_RANK, "docTitle"))
        self.face(block, "title", wraps, "heading", 2 if any(wrap.name == "docTitle" for wrap in wraps) else 1)

    def _main(self) -> Hierarchy:
        if self.main is None:
            self.main = Hierarchy(self.sheet, sub(self.element, "mainBody"), self.prefix)
        return self.main


class _Plain(_Part):
    """A report or another text without an act of its own."""

    def __init__(self, sheet: Sheet, parent: Element) -> None:
        kind = sheet.document.kind
        name = kind if kind in ("report", "amendment") else "document"
        super().__init__(sheet, parent, work_of(sheet, None, "doc", name))

    def write(self, blocks: Sequence[str]) -> None:
        """Write the masthead, then the text: headings as sections, numbered paragraphs, all else alone."""
        head = frozenset(self.document.head.blocks)
        main: Hierarchy | None = None
        for block_id in blocks:
            block = self.document.block(block_id)
            if main is None and (block_id in head or block.kind in _ASIDE):
                self.face(block, "masthead")
                continue
            if main is None:
                main = Hierarchy(self.sheet, sub(self.element, "mainBody"), by_level=True)
            if block.kind == "heading":
                main.heading(block)
            else:
                main.loose(block)
        (main or Hierarchy(self.sheet, sub(self.element, "mainBody"))).finish()


class _Collection(_Part):
    """Several acts in one file."""

    def __init__(self, sheet: Sheet, parent: Element) -> None:
        name = "publication" + sheet.document.kind.capitalize()
        super().__init__(sheet, parent, work_of(sheet, None, "documentCollection", name))


def _collection(sheet: Sheet, root: Element, above: list[str], below: list[str]) -> _Collection:
    """Several acts: a collection that refers to its components, each a statement."""
    document = sheet.document
    made = _Collection(sheet, root)
    first, parts = split(document, below)
    for block_id in [*above, *first]:
        made.face(document.block(block_id), "masthead")
    body = sub(made.element, "collectionBody")
    components = sub(made.element, "components")
    for count, (act, roles, blocks) in enumerate(parts, 1):
        ident = sheet.unique(f"comp_{count}")
        title = " ".join(document.text(act.title).split()) if act.title else ""
        shown = f"{act.kind.capitalize()} {act.number}".strip() + (f": {title}" if title else "")
        listed = sub(body, "component", eId=sheet.unique(f"compItem_{count}"))
        sub(listed, "documentRef", eId=sheet.unique(f"compRef_{count}"), href=f"#{ident}", showAs=shown)
        holder = sub(components, "component", eId=ident)
        _Statement(sheet, holder, act, f"{ident}__").write(blocks, roles)
    return made


def _next_clauses(blocks: Sequence[str], roles: dict[str, Role]) -> list[Role | None]:
    """For every block the role of the next one that belongs to a clause and does not begin a top paragraph."""
    found: list[Role | None] = [None] * len(blocks)
    following: Role | None = None
    for at in range(len(blocks) - 1, -1, -1):
        found[at] = following
        role = roles.get(blocks[at], BODY)
        if role.path:
            opens = len(role.path) == 1 and role.path[0].body.block == blocks[at]
            following = None if opens else role
        elif role.name in ("heading", "annex", "closing"):
            following = None
    return found


def _inside(ahead: Role | None) -> bool:
    return ahead is not None


def _name_wraps(document: Document, act: Act, block: Block) -> list[Wrap]:
    """Number and title of an act, where they stand in ``block``."""
    found = []
    title, heading = act.title, act.heading
    if title is not None and title.block == block.id:
        found.append(Wrap(title.start, title.end, _NAME_RANK, "docTitle"))
    line = heading if heading is not None and heading.block == block.id else None
    if line is None and found and title is not None:
        line = Span(block.id, 0, title.start)
    if line is not None and act.number:
        at = document.text(line).find(act.number)
        if at >= 0:
            found.append(Wrap(line.start + at, line.start + at + len(act.number), _NAME_RANK, "docNumber"))
    return found


def _closing_line(sheet: Sheet, conclusions: Element, block: Block, ident: str) -> None:
    if not len(conclusions):
        sub(conclusions, "container", eId=sheet.unique(ident), name="conclusion")
    container = conclusions[0]
    table = sheet.table_of(block)
    if table is not None:
        if block is next(table.blocks()):
            sheet.table(container, table)
        return
    made = sheet.para(container, block)
    if block.label:
        sub(made, "inline", name="num").text = block.label
    sheet.fill(made, block, wraps=tuple(_adoption(sheet, block)), refer=False)


def _adoption(sheet: Sheet, block: Block) -> Iterator[Wrap]:
    """The day and the meeting of the adoption, where a closing line tells them."""
    for at, end, day in days(block.text, sheet.lexicon):
        sheet.concepts.add(ADOPTED)
        yield Wrap(at, end, _NAME_RANK, "docDate", (("date", day), ("refersTo", f"#{ADOPTED}")))
    for citation in sheet.document.citations:
        if citation.kind == "meeting" and citation.span.block == block.id:
            sheet.concepts.add(MEETING)
            yield Wrap(citation.span.start, citation.span.end, _NAME_RANK, "event", (("refersTo", f"#{MEETING}"),))
