"""Checks on what is left in a file that is to be submitted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from resolint.checks import check
from resolint.findings import Hit
from resolint.model import Document
from resolint.rule import Context


@check("PRC002")
def comments_left(document: Document, context: Context) -> Iterator[Hit]:
    """Review comments that somebody left in the draft: one hit for all of them, at the words of the first.

    A draft in negotiation holds dozens, and whoever reads it sees each of them in the margin.
    """
    left = [
        (comment.span, comment)
        for comment in document.comments
        if comment.span is not None and not comment.text.lstrip().lower().startswith("resolint:")
    ]
    if not left:
        return
    span, first = left[0]
    authors = list(dict.fromkeys(comment.author or "somebody" for _, comment in left))
    found = f"A comment of {_listed(authors)} is still in the draft"
    if len(left) > 1:
        found = f"{len(left)} comments of {_listed(authors)} are still in the draft; the first"
    yield Hit(span, {"found": found, "text": _short(first.text)})


def _listed(names: Sequence[str]) -> str:
    """Some names in one phrase; of many, the first three."""
    if len(names) > 4:
        return f"{', '.join(names[:3])} and {len(names) - 3} others"
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= 60 else flat[:59].rstrip() + "…"
