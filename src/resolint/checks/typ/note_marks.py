"""Footnote marks and punctuation (catalogue TYP010)."""

from __future__ import annotations

from collections.abc import Iterator

from resolint.checks import check
from resolint.checks.shared.notes import body
from resolint.findings import Edit, Fix, Hit
from resolint.model import NOTE_MARK, Document
from resolint.rule import Context

_NAMES = {",": "comma", ";": "semicolon", ":": "colon", ".": "full stop"}


@check("TYP010")
def note_mark_before_punctuation(document: Document, context: Context) -> Iterator[Hit]:
    """A mark that stands before a comma, semicolon, colon or full stop instead of after it."""
    for block in body(document):
        last_end = -1
        for mark in sorted(block.marked("note"), key=lambda found: found.start):
            text = block.text
            start, end = mark.start, mark.end
            if start <= last_end:
                continue
            while end < len(text) and text[end : end + 1] == NOTE_MARK:
                end += 1
            last_end = end
            sign = text[end : end + 1]
            if not sign or sign not in ",;:." or text[end + 1 : end + 2] == NOTE_MARK:
                continue
            if start and text[start - 1] in ",;:.":
                continue
            edits = (
                Edit(block.span(start, start), sign, ""),
                Edit(block.span(end, end + 1), "", sign),
            )
            fix = Fix("Put the mark after the punctuation", edits, "safe")
            yield Hit(block.span(start, end + 1), {"sign": _NAMES[sign]}, fix)
