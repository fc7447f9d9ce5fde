"""A check on numbers that paragraphs have while a text is negotiated: *3 bis*, *(c) ter*, *5 alt*."""

from __future__ import annotations

from collections.abc import Iterator

from resolint.checks import check
from resolint.findings import Hit
from resolint.model import Document, Span
from resolint.rule import Context

_PROVISIONAL = frozenset(("bis", "ter", "quater", "quinquies", "alt"))
_MANY = 3
"""With more such numbers a text is still being negotiated, and one finding says so."""


@check("PRC012")
def number_provisional(document: Document, context: Context) -> Iterator[Hit]:
    """An operative paragraph or item whose number has *bis*, *ter* or *alt*."""
    found = [
        clause
        for act in document.acts
        for top in act.operative
        for clause in top.walk()
        if not _PROVISIONAL.isdisjoint(clause.number.replace(".", " ").split())
    ]
    for clause in found[:1] if len(found) > _MANY else found:
        block = document.block(clause.body.block)
        # A number that was typed stands before the words; an automatic one is no part of the text.
        typed = len(block.text[: clause.body.start].rstrip())
        yield Hit(Span(block.id, 0, typed), {"label": clause.number})
