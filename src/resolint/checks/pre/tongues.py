"""Checks on the openings of the preamble in the other official languages."""

from __future__ import annotations

from collections.abc import Iterator

from resolint.checks import check
from resolint.checks.shared.tongue_ladder import unmarked
from resolint.checks.shared.tongue_openings import adverb_first, unknown_openings
from resolint.findings import Hit
from resolint.model import Document
from resolint.rule import Context


@check("PRE003 draft")
def preambular_adverb_first(document: Document, context: Context) -> Iterator[Hit]:
    """*Also* or *further* in front of a participle; in Chinese behind it."""
    yield from adverb_first(document, context, "preambular")


@check("PRE010 draft")
def preambular_opening_unknown(document: Document, context: Context) -> Iterator[Hit]:
    """A preambular paragraph whose first words no table knows; an info where they may be right."""
    yield from unknown_openings(document, context, "preambular")


@check("PRE004 draft")
def preambular_repeat_unmarked(document: Document, context: Context) -> Iterator[Hit]:
    """Paragraphs that open like the one before them without the adverb that says so."""
    yield from unmarked(document, context, "preambular")
