"""Checks on what a draft may cost."""

from __future__ import annotations

from collections.abc import Iterator

from resolint.checks import check
from resolint.checks.shared.clauses import head
from resolint.findings import Hit
from resolint.model import Document
from resolint.regex import lazy
from resolint.rule import Context

_COSTS = lazy(
    r"\bto (?:establish|create|set up|appoint) (?:an?|the)\b|\bto convene an?\b|\bconference services\b"
    r"|\badditional (?:posts|resources|staff)\b|\ball necessary (?:resources|human, technical and financial)\b"
    r"|\bsummary records\b|\binto all official languages\b|\bhigh-level meeting\b"
)


@check("PBI001")
def may_cost(document: Document, context: Context) -> Iterator[Hit]:
    """The first operative paragraph of an act that decides or requests something that costs money.

    The option ``verbs`` holds the verbs, in their base form, that such a paragraph opens with.
    """
    verbs = frozenset(context.options.get("verbs", ()))
    for act in document.acts:
        for clause in act.operative:
            found = head(document, clause, context.lexicon)
            if found is None or found.opening.verb not in verbs:
                continue
            match = _COSTS.search(found.block.text, found.start)
            if match:
                yield Hit(found.block.span(*match.span()), {"found": match.group()})
                break
