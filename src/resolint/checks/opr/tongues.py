"""Checks on the openings of the operative part in the other official languages."""

from __future__ import annotations

from collections.abc import Iterator

from resolint.checks import check
from resolint.checks.shared.clauses import said
from resolint.checks.shared.tongue_ladder import unmarked
from resolint.checks.shared.tongue_openings import adverb_first, unknown_openings
from resolint.checks.shared.tongues import scanned
from resolint.findings import Edit, Fix, Hit
from resolint.lexicon.tongues import plain
from resolint.model import Clause, Document
from resolint.rule import Context

_FEWEST = 2
_BLANKS = " \u00a0\u202f"


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


@check("OPR007 draft")
def list_colon_missing(document: Document, context: Context) -> Iterator[Hit]:
    """Words that lead to a whole list of items and do not end with a colon; a list that begins further on is torn."""
    for act in document.acts:
        for top in (*act.preamble, *act.operative):
            for clause in top.walk():
                if _leads(clause):
                    yield from _uncoloned(document, clause, context)


def _leads(clause: Clause) -> bool:
    items = clause.children
    return len(items) >= _FEWEST and len(clause.blocks) == 1 and items[0].number in ("a", "i", "1")


def _uncoloned(document: Document, clause: Clause, context: Context) -> Iterator[Hit]:
    mark = document.text(clause.end_mark)
    block, start = document.block(clause.end_mark.block), clause.end_mark.start
    words = block.text[clause.body.start : start].rstrip(_BLANKS)
    if plain(mark) == ":" or not words:
        return
    start = clause.body.start + len(words)
    span = block.span(start, clause.end_mark.end)
    right = str(context.options["colon"])
    fix = Fix(f"write “{right.strip(_BLANKS)}”", (Edit(span, right, document.text(span)),), "safe")
    first = clause.children[0].body
    # A sentence that goes on in small letters may take a comma.
    goes_on = plain(mark) == "," and document.text(first)[:1].islower()
    yield Hit(span, {"found": said(mark)}, fix, unsure=goes_on or scanned(context))
