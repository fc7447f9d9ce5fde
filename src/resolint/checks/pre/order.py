"""Checks on the order of a preamble, and of the resolutions that it recalls in one breath."""

from __future__ import annotations

from collections.abc import Iterator

from resolint.checks import check
from resolint.checks.shared.clauses import head, references
from resolint.citation import plausible
from resolint.findings import Hit
from resolint.model import Document
from resolint.rule import Context


@check("PRE006")
def charter_late(document: Document, context: Context) -> Iterator[Hit]:
    """*Guided by the purposes and principles of the Charter* after other preambular paragraphs.

    The option ``opening`` is what such a paragraph opens with, ``words`` what it speaks of.
    """
    opening, charter = str(context.options.get("opening", "")), str(context.options.get("words", ""))
    for act in document.acts:
        for place, clause in enumerate(act.preamble):
            found = head(document, clause, context.lexicon)
            if place == 0 or found is None or found.opening.key != opening:
                continue
            words = found.block.text[found.start : found.start + 100]
            earlier = head(document, act.preamble[place - 1], context.lexicon)
            if charter in words and (earlier is None or earlier.opening.key != opening):
                span = found.span(found.opening.start, found.opening.end)
                yield Hit(span, {"found": document.text(span)})


@check("PRE007")
def not_ascending(document: Document, context: Context) -> Iterator[Hit]:
    """Lists of resolutions of one organ in a preambular paragraph that do not go up."""
    blocks = {block_id for act in document.acts for top in act.preamble for c in top.walk() for block_id in c.blocks}
    for block_id, citations in references(document).items():
        if block_id not in blocks:
            continue
        for members in plausible.lists(document.block(block_id).text, citations):
            for late in plausible.out_of_order(members):
                yield Hit(late.span, {"found": late.number or document.text(late.span)}, related=(members[0].span,))
