"""A note that names another source than the words it stands behind."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from resolint.checks import check
from resolint.checks.shared.clauses import references
from resolint.findings import Hit
from resolint.model import Citation, Document, Footnote
from resolint.rule import Context

_BETWEEN = " \xa0,;:.)”"
"""What may stand between a citation and the mark of its note."""


@check("FTN026")
def source_contradicts_text(document: Document, context: Context) -> Iterator[Hit]:
    """A note that cites one resolution or document behind another of the same organ."""
    cited = references(document)
    for note in document.footnotes:
        source = _only(note, cited)
        if source is None or note.anchor is None:
            continue
        text = document.block(note.anchor.block).text
        before = [
            one
            for one in cited.get(note.anchor.block, ())
            if one.span.end <= note.anchor.start and not text[one.span.end : note.anchor.start].strip(_BETWEEN)
        ]
        if before and _contradicts(before[-1], source):
            values = {"found": document.text(source.span), "text": document.text(before[-1].span)}
            yield Hit(source.span, values, related=(before[-1].span,))


def _only(note: Footnote, cited: Mapping[str, tuple[Citation, ...]]) -> Citation | None:
    """The one source that a note cites and begins with; None for a longer note."""
    if len(note.blocks) != 1:
        return None
    block = note.blocks[0]
    found = cited.get(block.id, ())
    if len(found) != 1 or block.text[block.lead : found[0].span.start].strip(" \xa0"):
        return None
    return found[0]


def _contradicts(one: Citation, other: Citation) -> bool:
    """Whether two citations of one kind and, as far as they say, one organ name different things."""
    if one.kind != other.kind or (one.organ and other.organ and one.organ != other.organ):
        return False
    if one.kind in ("resolution", "decision"):
        return bool(one.number and other.number) and one.number != other.number
    return one.kind == "document" and bool(one.symbol and other.symbol) and one.symbol != other.symbol
