"""Checks on forms of words that do not fit between their neighbours, by weights fitted on adopted texts."""

from __future__ import annotations

from collections.abc import Iterator

from resolint.checks import check
from resolint.checks.grm.doubts import Told, doubts_of
from resolint.findings import Edit, Fix, Hit
from resolint.model import Document
from resolint.rule import Context

_AROUND = 3
"""So many words on either side are shown."""


@check("GRM001")
def verb_number(document: Document, context: Context) -> Iterator[Hit]:
    """*Hand flares and smoke signals is replaced*."""
    yield from _of(document, context, "GRM001")


@check("GRM002")
def verb_form(document: Document, context: Context) -> Iterator[Hit]:
    """*To prevent and prosecuting fraud*, *a vessel that is design for fishing*."""
    yield from _of(document, context, "GRM002")


@check("GRM003")
def word_number(document: Document, context: Context) -> Iterator[Hit]:
    """*To take all necessary measure*."""
    yield from _of(document, context, "GRM003")


@check("GRM004")
def pronoun(document: Document, context: Context) -> Iterator[Hit]:
    """*Member States, within its respective mandates*."""
    yield from _of(document, context, "GRM004")


@check("GRM007")
def adverb(document: Document, context: Context) -> Iterator[Hit]:
    """*To report prompt*, *under strictly control*."""
    yield from _of(document, context, "GRM007")


@check("GRM008")
def small_word(document: Document, context: Context) -> Iterator[Hit]:
    """*The means by what records are kept*, *much States*, *more often then before*."""
    yield from _of(document, context, "GRM008")


def _of(document: Document, context: Context, rule: str) -> Iterator[Hit]:
    for told in doubts_of(document, context.lexicon).get(rule, ()):
        yield _hit(told)


def _hit(told: Told) -> Hit:
    block, places, doubt = told.block, told.row.places, told.doubt
    start, end = places[doubt.place]
    written = block.text[start:end]
    instead = doubt.instead[0].upper() + doubt.instead[1:] if written[:1].isupper() else doubt.instead
    low = places[max(1, doubt.place - _AROUND)][0]
    high = places[min(len(places) - 2, doubt.place + _AROUND)][1]
    span = block.span(start, end)
    values = {"found": written, "instead": instead, "around": block.text[low:high]}
    if not doubt.firm:
        return Hit(span, values, unsure=True)
    return Hit(span, values, Fix(f"Write “{instead}”", (Edit(span, instead, written),), "suggest"))
