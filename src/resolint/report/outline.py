"""What a document is made of: the outline for people and the structure for programs (version 1)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from resolint import structure
from resolint.model import NOTE_MARK, Act, Annex, Block, Clause, Document, Footnote, Heading, Span, placeholder
from resolint.report.characters import columns, encodable, printable, wrapped
from resolint.tables import Slot, Table, tables, tables_of

SCHEMA = 1

_BLANKS = str.maketrans({"\t": " ", "\n": " ", "\r": " ", "\u00ad": None, NOTE_MARK: None})
_HEAD = ("symbol", "body", "session", "agenda_item", "sponsors", "distribution", "date", "language", "job_number")


def to_json(document: Document) -> str:
    """The document as one JSON object, indented."""
    return json.dumps(to_data(document), ensure_ascii=False, indent=2) + "\n"


def to_data(document: Document) -> dict[str, Any]:
    """The document as plain data: head, acts with their paragraphs, notes and citations."""
    head = {name: getattr(document.head, name) for name in _HEAD}
    head["sponsors"] = list(document.head.sponsors)
    return {
        "schema": SCHEMA,
        "path": document.origin.name,
        "sha256": document.origin.sha256,
        "kind": document.kind,
        "language": document.language,
        "view": document.origin.view,
        "lost": list(document.origin.lost),
        "recovered": list(document.origin.recovered),
        "head": head,
        "acts": [_act(document, act) for act in document.acts],
        "tables": [_table(document, table) for table in tables(document)],
        "footnotes": [
            {
                "number": note.number,
                "text": _note_text(note),
                "where": None if note.anchor is None else structure.where(document, note.anchor),
            }
            for note in document.footnotes
        ],
        "citations": [
            {
                "kind": citation.kind,
                "text": clean(document.text(citation.span)),
                "organ": citation.organ,
                "symbol": citation.symbol,
                "session": citation.session,
                "number": citation.number,
                "date": citation.date,
                "title": citation.title,
                "where": structure.where(document, citation.span),
            }
            for citation in document.citations
        ],
    }


def clean(text: str) -> str:
    """The words without note marks and soft hyphens, each run of blanks as one space."""
    return " ".join(part for part in text.translate(_BLANKS).split(" ") if part)


def _words(block: Block, start: int = 0, end: int | None = None) -> str:
    """The characters of a block, with what is said for pictures and other objects in their place."""
    stop = len(block.text) if end is None else end
    parts, done = [], start
    for mark in block.marked("object"):
        if done <= mark.start < stop and block.text[mark.start] == NOTE_MARK:
            parts += [block.text[done : mark.start], placeholder(mark)]
            done = mark.end
    return "".join((*parts, block.text[done:stop]))


def _span_text(document: Document, span: Span | None) -> str | None:
    return None if span is None else clean(document.text(span))


def _act(document: Document, act: Act) -> dict[str, Any]:
    return {
        "kind": act.kind,
        "number": act.number,
        "title": _span_text(document, act.title),
        "organ": _span_text(document, act.organ_line),
        "preamble": [_preambular(document, number, clause) for number, clause in enumerate(act.preamble, 1)],
        "operative": [_operative(document, clause) for clause in act.operative],
        "annexes": [_annex(document, annex) for annex in act.annexes],
        "headings": [_heading(document, heading) for heading in act.headings],
        "confidence": round(act.confidence, 2),
    }


def _preambular(document: Document, number: int, clause: Clause) -> dict[str, Any]:
    return {
        "index": number,
        "opener": _span_text(document, clause.opener),
        "text": clause_text(document, clause),
        "footnotes": _notes_of(document, clause),
        "children": [_child(document, child) for child in clause.children],
    }


def _operative(document: Document, clause: Clause) -> dict[str, Any]:
    return {
        "number": clause.number or None,
        "opener": _span_text(document, clause.opener),
        "text": clause_text(document, clause),
        "footnotes": _notes_of(document, clause),
        "children": [_child(document, child) for child in clause.children],
    }


def _child(document: Document, clause: Clause) -> dict[str, Any]:
    return {
        "label": label(document, clause),
        "text": clause_text(document, clause),
        "footnotes": _notes_of(document, clause),
        "children": [_child(document, child) for child in clause.children],
    }


def _annex(document: Document, annex: Annex) -> dict[str, Any]:
    return {
        "label": clean(annex.label),
        "title": _span_text(document, annex.title),
        "paragraphs": [
            {
                "number": clause.number or None,
                "opener": _span_text(document, clause.opener),
                "text": clause_text(document, clause),
                "footnotes": _notes_of(document, clause),
                "children": [_child(document, child) for child in clause.children],
            }
            for clause in annex.paragraphs
        ],
        "headings": [_heading(document, heading) for heading in annex.headings],
        "body": [clean(_words(document.block(block))) for block in annex.body if block not in tables_of(document)],
    }


def _table(document: Document, table: Table) -> dict[str, Any]:
    """A table row by row; every cell with its words and how many columns it takes up."""
    first = next(table.blocks())
    return {
        "where": structure.where(document, first.span()).partition(", row")[0],
        "columns": table.columns,
        "head_rows": table.head,
        "rows": [[{"text": slot_text(slot), "span": slot.span} for slot in row] for row in table.rows],
    }


def slot_text(slot: Slot) -> str:
    """The words of a cell, its paragraphs joined by a space."""
    return clean("\n".join(f"{block.label} {_words(block, block.lead)}" for block in slot.blocks))


def _heading(document: Document, heading: Heading) -> dict[str, Any]:
    return {"text": _span_text(document, heading.span), "before": heading.before}


def label(document: Document, clause: Clause) -> str:
    """The label of a clause as printed (``(a)``), or as it would be if only its number is known."""
    if clause.blocks and document.has_block(clause.blocks[0]):
        printed = clean(document.block(clause.blocks[0]).label)
        if printed:
            return printed
    if not clause.number:
        return ""
    return f"({clause.number})" if clause.role == "subparagraph" else f"{clause.number}."


def clause_text(document: Document, clause: Clause) -> str:
    """The words of a clause itself, without its label and its subparagraphs; several blocks joined by a space."""
    body = clause.body
    parts = [_words(document.block(body.block), body.start, body.end)]
    parts += [_words(document.block(block)) for block in clause.blocks if block != clause.body.block]
    return clean("\n".join(parts))


def _notes_of(document: Document, clause: Clause) -> list[str]:
    """The numbers of the notes that the clause's own blocks refer to, in order."""
    numbers = {note.id: note.number for note in document.footnotes}
    found = []
    for block_id in clause.blocks:
        for mark in document.block(block_id).marked("note"):
            found.append(numbers.get(mark.value, mark.value))
    return found


def _note_text(note: Footnote) -> str:
    return clean("\n".join(block.text for block in note.blocks))


def to_text(document: Document, *, width: int = 80, color: bool = False, encoding: str = "utf-8") -> str:
    """A readable outline: masthead, each act with its paragraphs in short, annexes, notes."""
    page = _Outline(document, max(min(width, 120), 40), color)
    return encodable("".join(f"{line.rstrip()}\n" for line in page.lines()), encoding)


class _Outline:
    """Writes the lines of the outline; paragraphs are shortened to one line each."""

    def __init__(self, document: Document, width: int, color: bool) -> None:
        self.document = document
        self.width = width
        self.color = color

    def lines(self) -> Iterator[str]:
        document = self.document
        yield self._bold(printable(document.origin.name))
        kind = "no resolution or decision found" if document.kind == "other" else document.kind
        view = ", read without the tracked changes" if document.origin.view == "original" else ""
        yield f"{kind}{view}"
        if document.origin.recovery:
            yield from wrapped(f"text {document.origin.recovery}", self.width)
        if document.origin.lost:
            yield from wrapped(f"not in this source: {', '.join(document.origin.lost)}", self.width)
        yield from self._head()
        for act in document.acts:
            yield from self._act(act)
        if not document.acts:
            yield from self._loose("Body", [block.id for block in document.blocks if block.text.strip()])
        if document.footnotes:
            yield from self._notes(document.footnotes)

    def _bold(self, text: str) -> str:
        return f"\x1b[1m{text}\x1b[0m" if self.color and text else text

    def _head(self) -> Iterator[str]:
        rows = []
        for name in _HEAD:
            value = getattr(self.document.head, name)
            text = ", ".join(value) if isinstance(value, tuple) else value
            if text:
                rows.append((name.replace("_", " "), clean(text)))
        if rows:
            yield ""
            yield self._bold("Masthead")
        for name, text in rows:
            yield from wrapped(printable(text), self.width, " " * 16, f"  {name:<14}")

    def _act(self, act: Act) -> Iterator[str]:
        document = self.document
        yield ""
        title = _span_text(document, act.title) or "(no title)"
        number = f" {act.number}" if act.number else ""
        heading = wrapped(printable(f"{act.kind.capitalize()}{number}: {title}"), self.width, "  ", "")
        yield from map(self._bold, heading)
        if act.organ_line is not None:
            yield from wrapped(printable(_span_text(document, act.organ_line) or ""), self.width, "  ")
        yield from self._part("Preamble", act.preamble, True)
        yield from self._part("Operative part", act.operative, False)
        if act.headings:
            yield from self._headings(act.headings)
        for annex in act.annexes:
            yield from self._annex(annex)
        yield from self._loose("Not placed", act.body)

    def _part(self, name: str, clauses: Sequence[Clause], count: bool) -> Iterator[str]:
        if not clauses:
            return
        yield ""
        yield f"  {name} ({len(clauses)})"
        for number, clause in enumerate(clauses, 1):
            yield from self._clause(clause, 4, str(number) if count else "")

    def _clause(self, clause: Clause, indent: int, number: str = "") -> Iterator[str]:
        printed = number or label(self.document, clause) or "-"
        notes = _notes_of(self.document, clause)
        aside = f" [{'note' if len(notes) == 1 else 'notes'} {', '.join(notes)}]" if notes else ""
        start = " " * indent + f"{printed:<4} "
        yield printable(start + _short(clause_text(self.document, clause), self.width - len(start), aside))
        for child in clause.children:
            yield from self._clause(child, indent + 4)

    def _headings(self, headings: Iterable[Heading]) -> Iterator[str]:
        yield ""
        yield "  Headings"
        for heading in headings:
            yield "    " + _short(printable(_span_text(self.document, heading.span) or ""), self.width - 4)

    def _annex(self, annex: Annex) -> Iterator[str]:
        yield ""
        title = _span_text(self.document, annex.title)
        name = annex.label or "Annex"
        yield "  " + _short(printable(f"{name}: {title}" if title else name), self.width - 2)
        for clause in annex.paragraphs:
            yield from self._clause(clause, 4)
        yield from self._each(annex.body)

    def _loose(self, name: str, blocks: Sequence[str]) -> Iterator[str]:
        """What is no paragraph of an act: tables, and what found no place."""
        known = tables_of(self.document)
        loose = sum(block not in known for block in blocks)
        if loose:
            yield ""
            yield f"  {name} ({loose})"
        yield from self._each(blocks)

    def _each(self, blocks: Iterable[str]) -> Iterator[str]:
        known = tables_of(self.document)
        last = 0
        for block in blocks:
            table = known.get(block)
            if table is None:
                yield "    " + _short(printable(clean(_words(self.document.block(block)))), self.width - 4)
            elif table.number != last:
                last = table.number
                yield from self._table(table)

    def _table(self, table: Table) -> Iterator[str]:
        """A table in columns, as wide as the page lets them be."""
        rows = [[printable(slot_text(slot)) for slot in row] for row in table.rows]
        yield ""
        yield f"  Table {table.number} ({len(rows)} rows, {table.columns} columns)"
        widths = [0] * table.columns
        for row, slots in zip(rows, table.rows, strict=True):
            if all(slot.span == 1 for slot in slots):
                widths = [max(width, columns(words)) for width, words in zip(widths, row, strict=True)]
        room = max((self.width - 4) // table.columns - 3, 5)
        while sum(widths) + 3 * table.columns > self.width - 4 and max(widths) > room:
            widths[widths.index(max(widths))] -= 1
        for row, slots in zip(rows, table.rows, strict=True):
            yield "    " + _table_line(row, slots, widths)

    def _notes(self, notes: Sequence[Footnote]) -> Iterator[str]:
        yield ""
        yield self._bold(f"Notes ({len(notes)})")
        for note in notes:
            place = "no reference" if note.anchor is None else structure.where(self.document, note.anchor)
            start = f"  {note.number or '-':<4} "
            yield printable(start + _short(_note_text(note), self.width - len(start), f" [{place}]"))


def _table_line(row: Sequence[str], slots: Sequence[Slot], widths: Sequence[int]) -> str:
    cells, column = [], 0
    for words, slot in zip(row, slots, strict=True):
        width = sum(widths[column : column + slot.span]) + 3 * (slot.span - 1)
        shown = words if columns(words) <= width else _cut(words, width)
        blanks = " " * (width - columns(shown))
        cells.append(blanks + shown if slot.align == "right" else shown + blanks)
        column += slot.span
    return " | ".join(cells)


def _cut(text: str, width: int) -> str:
    while text and columns(text) > width - 1:
        text = text[:-1]
    return f"{text}\u2026"


def _short(text: str, room: int, aside: str = "") -> str:
    """``text`` cut at a word to ``room`` columns with ``aside``, which is never cut."""
    room = max(room - columns(aside), 20)
    if columns(text) > room:
        kept = text[: room - 1]
        while columns(kept) > room - 1:
            kept = kept[:-1]
        if not text[len(kept) :].startswith(" ") and " " in kept.strip():
            kept = kept[: kept.rfind(" ")]
        text = kept.rstrip() + "\u2026"
    return text + aside
