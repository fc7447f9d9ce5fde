"""Checks on small words and words taken for another, by weights fitted on adopted texts."""

from __future__ import annotations

from collections.abc import Iterator

from resolint.checks import check
from resolint.checks.grm.choosing import Told, chosen_of
from resolint.checks.grm.forms import DETERMINERS
from resolint.findings import Edit, Fix, Hit
from resolint.lexicon import english
from resolint.model import Document
from resolint.regex import lazy
from resolint.rule import Context

_AROUND = 3
"""So many words on either side are shown."""
_CALLS = lazy(r"\b(?:proclaim|declare|designate|elect|appoint|name|call)(?:s|d|ed|ing)?\b[^.;:]*$")
_NEAR = 80
_OWN = "w"
"""The group of words that are not small."""


@check("GRM011")
def small_word_swapped(document: Document, context: Context) -> Iterator[Hit]:
    """*The place in that they are kept*, *in 6 April*."""
    for told in chosen_of(document, context.lexicon):
        doubt = told.doubt
        if doubt.instead and doubt.found and _OWN not in (doubt.found, doubt.fits):
            hit = _hit(told)
            if not _another_sort(hit.values["found"].lower(), doubt.instead):
                yield hit


@check("GRM012")
def small_word_needless(document: Document, context: Context) -> Iterator[Hit]:
    """*Often lack of the means*."""
    for told in chosen_of(document, context.lexicon):
        if not told.doubt.instead:
            yield _hit(told)


@check("GRM013")
def small_word_missing(document: Document, context: Context) -> Iterator[Hit]:
    """*In 12 those States*."""
    for told in chosen_of(document, context.lexicon):
        if not told.doubt.found and not _is_called(told):
            yield _hit(told)


@check("GRM014")
def word_taken_for_another(document: Document, context: Context) -> Iterator[Hit]:
    """*A combined lost of hearing*, *buried ore abandoned*."""
    for told in chosen_of(document, context.lexicon):
        doubt = told.doubt
        if doubt.instead and doubt.found and _OWN in (doubt.found, doubt.fits):
            yield _hit(told)


def _is_called(told: Told) -> bool:
    """Whether *as* is missed where one thing is proclaimed another, which needs none: *proclaims 8 February the Day of Bells*."""
    start = told.row.places[told.doubt.start][0]
    return told.doubt.instead == "as" and _CALLS.search(told.block.text, max(0, start - _NEAR), start) is not None


def _another_sort(article: str, instead: str) -> bool:
    """Whether a word of another sort is asked for in the place of an article; *an* may be *and* cut short."""
    return article in english.ARTICLES and instead not in DETERMINERS and not instead.startswith(article)


def _hit(told: Told) -> Hit:
    """The finding; a missing word stands before the one behind it."""
    text, places, doubt = told.block.text, told.row.places, told.doubt
    low = places[max(1, doubt.start - _AROUND)][0]
    high = places[min(len(places) - 2, doubt.end + _AROUND - 1)][1]
    start, end = places[doubt.start]
    if doubt.start == doubt.end:
        before = places[doubt.start - 1]
        span, edit = (
            told.block.span(before[0], end),
            Edit(told.block.span(start, start), f"{_spoken(doubt.instead, text[start:])} ", ""),
        )
    elif doubt.instead:
        new = _spoken(doubt.instead, text[end:].lstrip())
        span = told.block.span(start, end)
        edit = Edit(span, new, text[start:end])
    else:
        behind = places[doubt.end][0]
        span, edit = told.block.span(start, end), Edit(told.block.span(start, behind), "", text[start:behind])
    values = {
        "found": text[span.start : span.end],
        "instead": edit.replacement.strip() or "nothing",
        "around": text[low:high],
    }
    if not doubt.firm:
        return Hit(span, values, unsure=True)
    return Hit(
        span,
        values,
        Fix(
            f"Write “{edit.replacement.strip()}”" if edit.replacement else f"Leave out “{text[start:end]}”",
            (edit,),
            "suggest",
        ),
    )


def _spoken(word: str, behind: str) -> str:
    """A word as it stands before what is ``behind``: *an hour*."""
    return english.article(behind) if word == "a" else word
