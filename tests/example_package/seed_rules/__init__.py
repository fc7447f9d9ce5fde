"""A rule in Python from a package of one's own; its card is in the folder ``rules`` beside this file."""

from collections.abc import Iterator

from resolint.checks import check
from resolint.findings import Hit
from resolint.model import Document
from resolint.rule import Context


@check("SED001")
def long_paragraph(document: Document, context: Context) -> Iterator[Hit]:
    """Operative paragraphs with more words than the option ``words`` lets pass."""
    limit = context.options["words"]
    for act in document.acts:
        for clause in act.operative:
            body = document.text(clause.body)
            if (count := len(body.split())) > limit:
                yield Hit(clause.body, {"count": str(count), "limit": str(limit)})
