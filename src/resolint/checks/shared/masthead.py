"""Where the fields of the masthead stand, and the symbol as it is written there."""

from __future__ import annotations

from resolint.model import Document, Span


def field_place(document: Document, field: str) -> Span | None:
    """Where ``field`` (a field of ``Head`` by name) stands in the draft, also where it is written wrongly."""
    span = document.head.where(field)
    return span if span is not None and document.has_block(span.block) else None


def symbol_of(document: Document) -> str:
    """The symbol as it stands in the draft, empty if there is none."""
    span = field_place(document, "symbol")
    if span is not None:
        return document.text(span).strip()
    return document.head.symbol or ""
