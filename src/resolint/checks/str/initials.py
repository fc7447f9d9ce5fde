"""Checks on the first letter of a paragraph."""

from __future__ import annotations

from collections.abc import Iterator

from resolint.checks import check
from resolint.checks.shared.clauses import openings
from resolint.findings import Edit, Fix, Hit
from resolint.model import Document
from resolint.rule import Context


@check("STR045")
def begins_small(document: Document, context: Context) -> Iterator[Hit]:
    """*recalling its resolution*, *1. calls upon Member States*: an opening without its capital."""
    for act in document.acts:
        for _, found in openings(document, (*act.preamble, *act.operative), context.lexicon):
            first = found.block.text[found.start]
            if act.organ_line is not None and act.organ_line.block == found.block.id:
                continue  # *The General Assembly decides …*: the sentence goes on from the organ
            if found.opening.form in ("unknown", "adjective") or not first.islower():
                continue
            span = found.block.span(found.start, found.start + 1)
            words = found.block.text[found.start : found.start + found.opening.end]
            fix = Fix("Write a capital", (Edit(span, first.upper(), first),), "suggest")
            yield Hit(found.span(0, found.opening.end), {"found": words}, fix)
