"""Checks that conferences of students ask for: verbs of the Security Council, one idea a paragraph (OPR040, OPR042)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from resolint.checks import check
from resolint.checks.shared.clauses import openings
from resolint.findings import Hit
from resolint.lexicon.phrases import is_leading, verb_of
from resolint.model import Document
from resolint.regex import lazy
from resolint.rule import Context

_SECOND = lazy(r"[,;][ \xa0]and[ \xa0](?P<first>[a-z]+)(?:[ \xa0](?P<second>[a-z]+))?")


@check("OPR040")
def reserved_verb(document: Document, context: Context) -> Iterator[Hit]:
    """Verbs that bind States or use force in a draft of another organ than the Security Council.

    Options: the ``organs`` that may, the ``verbs`` in their base form, ``objects`` that make another verb one of them.
    """
    verbs = frozenset(context.options.get("verbs", ()))
    objects: Mapping[str, Sequence[str]] = context.options.get("objects", {})
    instead = str(context.options.get("instead", ""))
    for act in document.acts:
        organ = document.text(act.organ_line) if act.organ_line is not None else document.head.body or ""
        if any(name.casefold() in organ.casefold() for name in context.options.get("organs", ())):
            continue
        for clause, found in openings(document, act.operative, context.lexicon):
            verb = verb_of(
                document.text(found.span(found.opening.start, found.opening.end)).split()[-1], context.lexicon
            )
            base = found.opening.verb or verb[0] or _base(found.opening.phrase)
            words = f" {document.text(clause.body).casefold()} "
            heavy = next((what for what in objects.get(base, ()) if f" {what} " in words.replace(",", " ")), None)
            if base in verbs or heavy:
                span = found.span(found.opening.start, found.opening.end)
                said = document.text(span) if base in verbs or not heavy else f"{document.text(span)} … {heavy}"
                yield Hit(span, {"found": said, "instead": instead})


def _base(phrase: str) -> str:
    """The base form of a verb that no table knows, as its ending tells it."""
    from resolint.lexicon.english import base_of_third

    return base_of_third(phrase.split(" ")[-1]) if phrase else ""


@check("OPR042")
def second_idea(document: Document, context: Context) -> Iterator[Hit]:
    """A second finite verb of an operative paragraph behind *and*."""
    for act in document.acts:
        for _, found in openings(document, act.operative, context.lexicon):
            for match in _SECOND.finditer(found.block.text, found.start + found.opening.end):
                place = "second" if match["second"] and is_leading(match["first"]) else "first"
                verb, form = verb_of(match[place], context.lexicon)
                if form == "third" and verb:
                    yield Hit(found.block.span(*match.span(place)), {"found": match[place]})
