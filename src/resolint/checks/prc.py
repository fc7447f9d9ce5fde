"""Checks on what is left in a file that is to be submitted."""

from __future__ import annotations

from collections.abc import Iterator

from resolint.checks import check
from resolint.findings import Hit
from resolint.model import Document
from resolint.rule import Context


@check("PRC002")
def comments_left(document: Document, context: Context) -> Iterator[Hit]:
    """Review comments that somebody left in the draft, each at the words it is about."""
    for comment in document.comments:
        if comment.span is not None and not comment.text.lstrip().lower().startswith("resolint:"):
            yield Hit(comment.span, {"author": comment.author or "somebody", "text": _short(comment.text)})


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= 60 else flat[:59].rstrip() + "…"
