"""Checks on drafts in the other official languages, whose parts, marks and numbers tell alike."""

from __future__ import annotations

from collections.abc import Iterator

from resolint.checks import check
from resolint.findings import Hit
from resolint.lexicon.tongues import Tongue, plain
from resolint.model import Act, Clause, Document, Span
from resolint.rule import Context

_NAMES = {",": "a comma", ";": "a semicolon", ".": "a full stop"}


def _last(clause: Clause) -> Clause:
    while clause.children:
        clause = clause.children[-1]
    return clause


@check("STR040")
def end_mark_wrong(document: Document, context: Context) -> Iterator[Hit]:
    """Preambular paragraphs without a comma, operative ones without a semicolon, the last one without a full stop."""
    for act in document.acts:
        if not act.operative:
            continue
        sections = {heading.before for heading in act.headings}
        for clause in act.preamble:
            yield from _mark(document, _last(clause), ",", ",;:" if clause.children else ",:")
        for place, clause in enumerate(act.operative[:-1], len(act.preamble) + 1):
            yield from _mark(document, _last(clause), ";", ";:." if place in sections else ";:")
        # What has no organ line is an excerpt, and need not end where it stops.
        closing = ".:?" if act.organ_line is not None else ";.:?"
        yield from _mark(document, _last(act.operative[-1]), ".", closing)


def _mark(document: Document, clause: Clause, wanted: str, accepted: str) -> Iterator[Hit]:
    found = document.text(clause.end_mark)
    if not plain(found) or plain(found) not in accepted:
        shown = f"“{found}”" if found else "no punctuation mark"
        yield Hit(clause.end_mark, {"found": shown, "wanted": _NAMES[wanted]})


@check("STR041")
def opening_of_other_part(document: Document, context: Context) -> Iterator[Hit]:
    """Preambular paragraphs that open with a verb of the operative part, and the other way round."""
    tongue = context.lexicon.kept(Tongue)
    for act in document.acts:
        for clauses, other in ((act.preamble, "operative"), (act.operative, "preambular")):
            for clause in clauses:
                words = document.text(clause.body)
                found, part = tongue.opening(words)
                if found is not None and part == other:
                    span = Span(clause.body.block, clause.body.start, clause.body.start + found.end)
                    here = "preambular" if other == "operative" else "operative"
                    yield Hit(span, {"found": document.text(span), "here": here, "other": other})


@check("STR042")
def number_out_of_order(document: Document, context: Context) -> Iterator[Hit]:
    """Operative paragraphs whose number is not the one after that of the paragraph before."""
    for act in document.acts:
        if act.organ_line is not None:
            yield from _numbers(act)


def _numbers(act: Act) -> Iterator[Hit]:
    sections = {heading.before for heading in act.headings}
    expected = 1
    for place, clause in enumerate(act.operative, len(act.preamble)):
        number = clause.number
        if not number.isdecimal() or (number == "1" and place in sections):
            expected = 2 if number == "1" else expected
            continue
        if int(number) != expected:
            at = clause.body.start
            yield Hit(Span(clause.body.block, at, at), {"found": number, "expected": str(expected)})
        expected = int(number) + 1
