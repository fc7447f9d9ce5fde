"""How often adopted texts write a sequence of words, for every rule that asks."""

from __future__ import annotations

from resolint.attested.counts import Counts, opened
from resolint.attested.words import Row, row
from resolint.lexicon import Lexicon, per_lexicon
from resolint.model import Block, Document
from resolint.shared import per_document

__all__ = ["counts_of", "row_of"]


@per_lexicon
def counts_of(lexicon: Lexicon) -> Counts | None:
    """The counts of adopted texts, with those that a project adds; None where there are none."""
    files = [(name, data) for name, data in getattr(lexicon.tables, "attested", ()) if len(data)]
    if not files:
        return None
    counts = [opened(data, name, trusted=True) for name, data in files]
    return counts[0].with_(counts[1:]) if counts[1:] else counts[0]


@per_document("attested")
def _rows(_document: Document) -> dict[str, Row]:
    return {}


def row_of(document: Document, block: Block) -> Row:
    """The words of a paragraph as they are counted, made once for all rules."""
    rows = _rows(document)
    if block.id not in rows:
        rows[block.id] = row(block.text, block.lead)
    return rows[block.id]
