"""Marks of notes in drafts in the other official languages."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from resolint.checks import check
from resolint.checks.shared.notes import body
from resolint.findings import Hit
from resolint.model import Document
from resolint.rule import Context

_BLANKS = " \xa0\u202f"


@check("FTN005 draft")
def note_mark_doubled(document: Document, context: Context) -> Iterator[Hit]:
    """The mark of one note twice, side by side."""
    numbers = {note.id: note.number for note in document.footnotes}
    for block in body(document):
        marks = sorted(block.marked("note"), key=lambda found: found.start)
        for one, other in pairwise(marks):
            if one.value == other.value and not block.text[one.end : other.start].strip(_BLANKS):
                yield Hit(block.span(other.start, other.end), {"number": numbers.get(other.value, "")})
