"""The check on lists in a preamble, which conferences of students do without (PRE030)."""

from __future__ import annotations

from collections.abc import Iterator

from resolint.checks import check
from resolint.findings import Hit
from resolint.model import Document, Span
from resolint.rule import Context


@check("PRE030")
def preambular_items(document: Document, context: Context) -> Iterator[Hit]:
    """Preambular paragraphs with items below them."""
    for act in document.acts:
        for clause in act.preamble:
            if clause.children:
                body = clause.children[0].body
                yield Hit(Span(body.block, body.start, body.start))
