"""Checks on notes that were not finished: empty ones, and those that repeat their own number."""

from __future__ import annotations

from collections.abc import Iterator

from resolint.checks import check
from resolint.findings import Edit, Fix, Hit
from resolint.lexicon.dates import month_number
from resolint.model import Document
from resolint.regex import lazy
from resolint.rule import Context

_NUMBERED = lazy(r"[ \t\xa0]*(?P<number>\d{1,3})[.):]?[ \t\xa0]+(?P<word>\w+)")


@check("FTN024")
def note_empty(document: Document, context: Context) -> Iterator[Hit]:
    """A note that says nothing."""
    for note in document.footnotes:
        if note.anchor is not None and not any(sign.isalnum() for block in note.blocks for sign in block.text):
            yield Hit(note.anchor, {"number": note.number or "this one"})


@check("FTN025")
def note_numbered_twice(document: Document, context: Context) -> Iterator[Hit]:
    """A note that begins with its own number, which stands there by itself already."""
    for note in document.footnotes:
        first = note.blocks[0] if note.blocks else None
        match = _NUMBERED.match(first.text, first.lead) if first else None
        if first is None or match is None or match["number"] != note.number:
            continue
        if match["word"][0].isupper() and not month_number(match["word"], context.lexicon):
            words = first.text[match.start() : match.start("word")]
            span = first.span(match.start(), match.start("word"))
            yield Hit(span, {"found": match["number"]}, Fix("Take the number out", (Edit(span, "", words),), "safe"))
