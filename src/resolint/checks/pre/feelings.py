"""A check on what the organ feels, told by the participle of what makes it feel so."""

from __future__ import annotations

from collections.abc import Iterator

from resolint.checks import check
from resolint.checks.shared.clauses import openings
from resolint.findings import Edit, Fix, Hit
from resolint.model import Document
from resolint.regex import lazy
from resolint.rule import Context

_OPENS = lazy(
    r"(?P<adverb>[A-Z][a-z]+ly[ \xa0])?(?P<word>(?i:alarm|disturb|concern|worry|dismay|shock|sadden|appall|troubl|convinc"
    r"|disappoint|satisfy|gratify|outrag|depress|distress|discourag|perturb|pleas|horrify|persuad))ing"
    r"(?P<behind>[ \xa0](?:that|by|about|at|with|of)\b)"
)
_ENDINGS = {"worry": "ied", "satisfy": "ied", "gratify": "ied", "horrify": "ied"}
_ADVERBIAL = lazy(r"[A-Z][a-z]{1,12}ing(?:[ \xa0]note)?[ \xa0](?P<word>[a-z]{4,}ly)[ \xa0](?:that|the|of)\b")
_MILD = frozenset(("note", "take", "recall", "acknowledge", "welcome"))
"""Verbs that take *with appreciation* and no adverb; others are said strongly or firmly."""
_LEFT = frozenset(
    ("especially", "particularly", "only", "duly", "fully", "positively", "specifically", "further", "also", "notably")
)


@check("PRE012")
def feeling_turned(document: Document, context: Context) -> Iterator[Hit]:
    """*Alarming by the reports*, *Deeply disturbing that*; *Noting appreciatively that*."""
    for act in document.acts:
        for _, found in openings(document, act.preamble, context.lexicon):
            text = found.block.text
            match = _OPENS.match(text, found.start)
            if match is not None:
                stem = match["word"]
                right = stem[:-1] + "ied" if stem.lower() in _ENDINGS else stem + "ed"
                right = stem + "d" if stem.endswith("e") else right
                span = found.block.span(match.start("word"), match.end("behind") - len(match["behind"]))
                words = document.text(span)
                yield Hit(
                    span,
                    {"found": words, "instead": right},
                    Fix(f"Write “{right}”", (Edit(span, right, words),), "suggest"),
                )
                continue
            loose = _ADVERBIAL.match(text, found.start)
            if loose is not None and found.opening.verb in _MILD and loose["word"] not in _LEFT:
                span = found.block.span(*loose.span("word"))
                yield Hit(span, {"found": loose["word"], "instead": "with appreciation, with concern"})
