"""The check on *per cent*."""

from __future__ import annotations

from collections.abc import Iterator

from resolint.checks import check
from resolint.checks.shared.clauses import matches
from resolint.findings import Edit, Fix, Hit
from resolint.model import Document
from resolint.regex import lazy
from resolint.rule import Context

_PERCENT = lazy(r"(?<=\d)[ \xa0]?%|\bpercent\b")


@check("SPL004")
def percent(document: Document, context: Context) -> Iterator[Hit]:
    """*%* after a figure, and *percent* as one word."""
    for block, match in matches(document, _PERCENT, having=("%", "percent")):
        span = block.span(*match.span())
        words = match.group()
        instead = " per cent" if "%" in words else "per cent"
        yield Hit(span, {"found": words.strip()}, Fix("Write “per cent”", (Edit(span, instead, words),), "suggest"))
