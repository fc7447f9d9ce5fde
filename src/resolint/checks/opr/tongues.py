"""Checks on the openings of the operative part in the other official languages."""

from __future__ import annotations

from collections.abc import Iterator

from resolint.checks import check
from resolint.checks.shared.tongue_ladder import unmarked
from resolint.checks.shared.tongue_openings import adverb_first, unknown_openings
from resolint.findings import Hit
from resolint.model import Document
from resolint.rule import Context


@check("OPR002 draft")
def operative_adverb_first(document: Document, context: Context) -> Iterator[Hit]:
    """*Also* or *further* in front of the verb; in Chinese behind it."""
    yield from adverb_first(document, context, "operative")


@check("OPR023 draft")
def operative_opening_unknown(document: Document, context: Context) -> Iterator[Hit]:
    """An operative paragraph whose first words no table knows; an info where they may be right."""
    yield from unknown_openings(document, context, "operative")


@check("OPR003 draft")
def operative_repeat_unmarked(document: Document, context: Context) -> Iterator[Hit]:
    """Paragraphs that open like the one before them without the adverb that says so."""
    yield from unmarked(document, context, "operative")
