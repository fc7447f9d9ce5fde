"""The preamble's own side of the ladder of *also* and *further*."""

from __future__ import annotations

from collections.abc import Iterator

from resolint.checks import check
from resolint.checks.shared.ladder import hit_at, repeated, repeated_by_habit, steps
from resolint.findings import Hit
from resolint.model import Document
from resolint.rule import Context


@check("PRE004")
def preamble_repeats(document: Document, context: Context) -> Iterator[Hit]:
    """Neighbouring preambular paragraphs that open alike, on the wrong rung of the ladder."""
    kept = context.profile not in context.options["seldom"]
    yield from (repeated if kept else repeated_by_habit)(document, "preamble", context.lexicon)


@check("PRE011")
def nothing_before(document: Document, context: Context) -> Iterator[Hit]:
    """*Noting also* where no paragraph of the preamble before it notes anything."""
    for step in steps(document, "preamble", context.lexicon):
        if step.rung and step.antecedent is None:
            yield Hit(hit_at(document, step, None, "").span, {"found": step.key})
