"""What agreed language says of a draft as annotations for the margin of its Word file."""

from __future__ import annotations

from resolint.corpus.verdicts import Agreement
from resolint.model import Document
from resolint.report.agreed.text import verdict_in_one_paragraph
from resolint.writing import Annotation, Annotations

__all__ = ["to_annotations"]


def to_annotations(agreement: Agreement, document: Document) -> Annotations:
    """What is said of each paragraph of ``document`` that is not new."""
    items = tuple(
        Annotation(
            item.verdict.paragraph.span(),
            verdict_in_one_paragraph(item.verdict),
            source="resolint agreed-language",
            where=item.where,
            excerpt=item.where,
        )
        for item in agreement.items
        if item.verdict.kind != "new"
    )
    return Annotations(document.origin, items, {one.span.block: document.block(one.span.block).text for one in items})
