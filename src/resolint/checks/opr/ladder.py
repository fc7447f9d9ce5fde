"""The operative part's own side of the ladder of *also* and *further*."""

from __future__ import annotations

from collections.abc import Iterator

from resolint.checks import check
from resolint.checks.shared.ladder import adverb_moved, hit_at, repeated, repeated_by_habit, steps
from resolint.findings import Hit
from resolint.model import Document
from resolint.rule import Context


@check("OPR003")
def operative_repeats(document: Document, context: Context) -> Iterator[Hit]:
    """Neighbouring operative paragraphs that open alike, on the wrong rung of the ladder."""
    kept = context.profile not in context.options["seldom"]
    yield from (repeated if kept else repeated_by_habit)(document, "operative", context.lexicon)


@check("OPR004")
def nothing_before(document: Document, context: Context) -> Iterator[Hit]:
    """*Also* or *further* in an operative opening that repeats no paragraph directly before it."""
    for step in steps(document, "operative", context.lexicon):
        if step.rung and not step.adjacent:
            fix = adverb_moved(step, 0, False)
            instead = fix.edits[0].replacement if fix else ""
            hit = hit_at(document, step, fix, instead)
            reason = "no paragraph before it opens so"
            if step.antecedent is not None:
                reason = f"it refers back to {hit.values['place']}, but other paragraphs stand between"
            yield Hit(hit.span, {**hit.values, "reason": reason}, hit.fix, hit.related)
