"""A draft as plain text: masthead, numbers, paragraphs one to a line, notes at the end."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from resolint.lexicon import TONGUES
from resolint.model import NOTE_MARK, Block, Document, placeholder
from resolint.report.page.rows import PageBlock, absorbed, banner, bounds, rows
from resolint.tables import Table, tables_of

_INDENT = "    "
_FACTS = (("symbol", ""), ("body", ""), ("distribution", "Distr.: "), ("date", ""), ("language", "Original: "))


def render(document: Document) -> str:
    """The draft as text; notes are referred to as ``[1]``, subparagraphs are indented, italics are lost."""
    marks = {note.id: note.number or str(at) for at, note in enumerate(document.footnotes, 1)}
    parts = list(_banner(document))
    if parts:
        parts = ["\n".join(parts)]
    before: PageBlock | None = None
    for row in rows(document):
        if row.annex and (before is None or row.annex != before.annex):
            parts.append("")
        table = tables_of(document).get(row.block.id)
        if table is not None:
            if row.block is next(table.blocks()):
                parts.append(_table(table, marks))
            before = row
            continue
        text = _line(row, marks)
        if before is not None and before.part == row.part == "masthead":
            parts[-1] += "\n" + text
        else:
            parts.append(text)
        before = row
    if document.footnotes:
        parts.append("Notes")
        for note in document.footnotes:
            body = "\n    ".join(_words(block, marks) for block in note.blocks)
            parts.append(f"[{marks[note.id]}] {body}".rstrip())
    text = "\n\n".join(parts)
    return "".join(c if c in "\n\t" or not _control(c) else "\ufffd" for c in text).strip("\n") + "\n"


def _control(character: str) -> bool:
    return character < " " or "\x7f" <= character < "\xa0" or "\ud800" <= character <= "\udfff"


def _banner(document: Document) -> Iterator[str]:
    """The fields that have their own place, unless their lines are written with the text anyway."""
    left_out = absorbed(document)
    for name, label in _FACTS:
        span = banner(document).get(name)
        if span is not None and span.block in left_out:
            # In other languages the field is the printed line with its label.
            yield ("" if document.language in TONGUES else label) + " ".join(document.text(span).split())


def _line(row: PageBlock, marks: dict[str, str]) -> str:
    words = _words(row.block, marks)
    label = f"{row.block.label} " if row.block.label else ""
    indent = _INDENT * row.depth
    return indent + label + words.replace("\n", "\n" + indent)


def _table(table: Table, marks: dict[str, str]) -> str:
    """A table in columns of the width of their words; a line of dashes stands below the names of the columns."""
    rows = [
        [" ".join(" ".join(map(partial(_words, marks=marks), slot.blocks)).split()) for slot in row]
        for row in table.rows
    ]
    widths = [1] * table.columns
    for slots, row in zip(table.rows, rows, strict=True):
        column = 0
        for slot, words in zip(slots, row, strict=True):
            if slot.span == 1:
                widths[column] = max(widths[column], len(words))
            column += slot.span
    lines = []
    for slots, row in zip(table.rows, rows, strict=True):
        column, cells = 0, []
        for slot, words in zip(slots, row, strict=True):
            width = sum(widths[column : column + slot.span]) + 3 * (slot.span - 1)
            cells.append(words.rjust(width) if slot.align == "right" else words.ljust(width))
            column += slot.span
        lines.append(" | ".join(cells).rstrip())
    if table.head:
        lines.insert(table.head, "-+-".join("-" * width for width in widths))
    return "\n".join(lines)


def _words(block: Block, marks: dict[str, str]) -> str:
    start, end = bounds(block)
    notes = {mark.start: f"[{marks.get(mark.value, '?')}]" for mark in block.marked("note")}
    objects = {mark.start: placeholder(mark) for mark in block.marked("object")}
    out = []
    for at in range(start, max(start, end)):
        character = block.text[at]
        if character == NOTE_MARK:
            out.append(notes.get(at) or objects.get(at, ""))
        elif character != "\u00ad":
            out.append(character)
    return "".join(out)
