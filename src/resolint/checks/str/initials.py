"""Checks on the capitals of opening phrases: one for the first letter, none behind it."""

from __future__ import annotations

from collections.abc import Iterator

from resolint.checks import check
from resolint.checks.shared.clauses import openings
from resolint.checks.shared.tongues import heads, scanned
from resolint.findings import Edit, Fix, Hit
from resolint.lexicon import Lexicon, per_lexicon
from resolint.model import Document
from resolint.regex import lazy
from resolint.rule import Context

_INSIDE = lazy(r"(?<=[ \xa0])[A-Z][a-z]+\b")
"""A word with a capital behind another."""


@check("STR045")
def begins_small(document: Document, context: Context) -> Iterator[Hit]:
    """*recalling its resolution*, *1. calls upon Member States*: an opening without its capital."""
    for act in document.acts:
        for _, found in openings(document, (*act.preamble, *act.operative), context.lexicon):
            first = found.block.text[found.start]
            if act.organ_line is not None and act.organ_line.block == found.block.id:
                continue  # *The General Assembly decides …*: the sentence goes on from the organ
            listed = found.opening.form != "adjective" or found.opening.listed
            if found.opening.form == "unknown" or not listed or not first.islower():
                continue
            span = found.block.span(found.start, found.start + 1)
            words = found.block.text[found.start : found.start + found.opening.end]
            fix = Fix("Write a capital", (Edit(span, first.upper(), first),), "suggest")
            yield Hit(found.span(0, found.opening.end), {"found": words}, fix)


@per_lexicon
def _large(lexicon: Lexicon) -> frozenset[str]:
    """The words that opening phrases of the tables write with a capital themselves (*Charter*)."""
    tables = ("preambular-openings", "operative-openings", "opening-nouns", "qualifiers")
    cells = (cell for table in tables for row in lexicon.rows(table) for cell in row.values())
    return frozenset(word for cell in cells for word in _INSIDE.findall(cell))


@check("STR057")
def capital_inside(document: Document, context: Context) -> Iterator[Hit]:
    """*Also Urges*, *Deeply Concerned*: a capital on a word of the opening behind the first."""
    for act in document.acts:
        for _, found in openings(document, (*act.preamble, *act.operative), context.lexicon):
            opening = found.opening
            if not opening.listed or not opening.mood:
                continue
            span = found.span(opening.start, opening.end)
            words = document.text(span)
            large = [at for at in _INSIDE.finditer(words) if at[0] not in _large(context.lexicon)]
            if not large or not words[0].isupper():
                continue
            right = words
            for at in large:
                right = right[: at.start()] + at[0].lower() + right[at.end() :]
            places = [(opening.start + at.start(), opening.start + at.end(), at[0]) for at in large]
            edits = tuple(Edit(found.span(start, end), word.lower(), word) for start, end, word in places)
            yield Hit(span, {"found": words, "instead": right}, Fix(f"Write “{right}”", edits, "suggest"))


@check("STR045 draft")
def initial_of_opening(document: Document, context: Context) -> Iterator[Hit]:
    """A small letter where French and Spanish open a paragraph with a capital, and a capital in Russian, which has none there."""
    small = context.lexicon.language == "ru"
    whole = {
        id(clause) for act in document.acts if act.organ_line is not None for clause in (*act.preamble, *act.operative)
    }
    for head in heads(document, context):
        first = head.words[:1]
        if head.opening is None or id(head.clause) not in whole or not (first.isupper() if small else first.islower()):
            continue
        span = head.block.span(head.start, head.start + 1)
        right = first.lower() if small else first.upper()
        fix = Fix("Write a small letter" if small else "Write a capital", (Edit(span, right, first),), "suggest")
        words = head.words[: head.opening.end]
        yield Hit(head.block.span(head.start, head.start + len(words)), {"found": words}, fix, unsure=scanned(context))
