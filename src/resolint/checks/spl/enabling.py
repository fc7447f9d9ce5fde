"""What stands before *to* and a verb: verbs that need somebody there, and nouns that take no *of*."""

from __future__ import annotations

from collections.abc import Iterator

from resolint.checks import check
from resolint.checks.shared.classes import classes_of
from resolint.checks.shared.sentences import Sentence, places_of
from resolint.findings import Edit, Fix, Hit
from resolint.model import Document
from resolint.rule import Context

_MAKING = {"s": "makes it possible to", "ing": "making it possible to", "": "make it possible to"}
_BEFORE = frozenset(
    (
        "which",
        "that",
        "this",
        "it",
        "will",
        "would",
        "can",
        "could",
        "should",
        "shall",
        "may",
        "might",
        "must",
        "to",
        "and",
        "also",
        ",",
    )
)
"""Behind these *permit* is a verb, not a document."""
_NOUNS = frozenset(("permit", "permits"))


@check("SPL056")
def object_missing(document: Document, context: Context) -> Iterator[Hit]:
    """*This permits to reduce costs*, *enabling to respond*: nobody is named whom it permits or enables."""
    pure = classes_of(context.lexicon).pure
    verbs = frozenset(context.options["verbs"])
    for text, place, word in places_of(document, verbs):
        verb = text.at(place + 2)
        if text.at(place + 1) != "to" or not text.run(place, place + 2) or verb not in pure:
            continue
        if word in _NOUNS and text.at(place - 1) not in _BEFORE:
            continue
        span = text.block.span(text.start(place), text.end(place + 1))
        words = text.block.text[span.start : span.end]
        instead = _MAKING["ing" if word.endswith("ing") else "s" if word.endswith("s") else ""]
        fix = Fix(f"Write “{instead}”", (Edit(span, instead, words),), "suggest")
        yield Hit(span, {"found": f"{words} {verb}", "verb": word, "instead": f"{instead} {verb}"}, fix)


TO_NOUNS = frozenset(
    ("need", "ability", "right", "duty", "effort", "efforts", "opportunity", "decision", "willingness", "readiness")
)
"""Nouns behind which *of* and a bare verb is *to* and that verb."""


def to_for_of(text: Sentence, place: int) -> Hit:
    """*To improve* for the words *of improve* at ``place``, behind a noun of ``TO_NOUNS``."""
    span = text.block.span(text.start(place), text.end(place + 1))
    edit = Edit(span, f"to {text.written[place + 1]}", text.block.text[span.start : span.end])
    values = {"found": edit.expected, "instead": edit.replacement, "before": text.written[place - 1]}
    return Hit(span, values, Fix(f"Write “{edit.replacement}”", (edit,), "suggest"))
