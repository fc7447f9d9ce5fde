"""Symbols of documents in drafts in the other official languages: broken ones, and those whose parts have another form."""

from __future__ import annotations

from collections.abc import Iterator

from resolint.checks import check
from resolint.checks.ref.arithmetic import symbol_broken
from resolint.checks.shared.symbol_forms import of_other_form
from resolint.checks.shared.tongues import running
from resolint.findings import Hit
from resolint.model import Document
from resolint.rule import Context


@check("REF024 draft")
def symbol_otherwise(document: Document, context: Context) -> Iterator[Hit]:
    """Broken symbols, and in whatever part of the draft those with parts in another form: *A/C2/81/7*, *S/26/812*."""
    yield from symbol_broken(document, context)
    for block in running(document):
        for hit in of_other_form(block):
            yield Hit(hit.span, {"found": document.text(hit.span)}, hit.fix)
