"""Checks on insertions that a comma opens and none closes: *States, including small ones are asked*."""

from __future__ import annotations

from collections.abc import Iterator

from resolint.checks import check
from resolint.checks.shared.classes import Classes, classes_of
from resolint.checks.shared.sentences import Sentence, places_of
from resolint.checks.spl.subjects import ARTICLES, PREPOSITIONS
from resolint.findings import Edit, Fix, Hit
from resolint.model import Document
from resolint.rule import Context

_FINITE = frozenset(("is", "are", "was", "were", "has", "have", "should", "shall", "must", "can", "could", "would"))
_FAR = 14
"""An insertion looked at has no more words than these."""


@check("SPL029")
def insertion_unclosed(document: Document, context: Context) -> Iterator[Hit]:
    """An insertion behind a comma that runs straight into the verb of its sentence."""
    classes = classes_of(context.lexicon)
    openings = tuple(tuple(phrase.split()) for phrase in context.options["openings"])
    asking = tuple(tuple(phrase.split()) for phrase in context.options["before_infinitive"])
    for text, place, _ in places_of(document, {phrase[0] for phrase in (*openings, *asking)}):
        if place == 0 or text.joined[place] or _gap(text, place) != ", ":
            continue
        length = _length(text, place, (*openings, *asking))
        if not length or _is_second(text, place, openings):
            continue
        infinitive = text.lower[place : place + length] in asking
        verb = _verb(text, place + length, classes, infinitive)
        if verb:
            end = text.end(verb - 1)
            start = text.start(verb - 1)
            edit = Edit(text.block.span(end, end), ",", "")
            found = text.block.text[start : text.end(verb)]
            yield Hit(
                text.block.span(start, text.end(verb)),
                {"found": found, "opening": " ".join(text.lower[place : place + length])},
                Fix("Close with a comma", (edit,), "suggest"),
            )


def _is_second(text: Sentence, place: int, phrases: tuple[tuple[str, ...], ...]) -> bool:
    """Whether another insertion begins not far before: which of the two runs into the verb nobody can tell."""
    return any(
        _gap(text, at) == ", " and _length(text, at, phrases)
        for at in range(max(1, place - _FAR), place)
        if text.joined[at] == 0
    )


def _gap(text: Sentence, place: int) -> str:
    return text.block.text[text.end(place - 1) : text.start(place)]


def _length(text: Sentence, place: int, phrases: tuple[tuple[str, ...], ...]) -> int:
    """How many words of a phrase that opens an insertion stand at ``place``, 0 for none."""
    for phrase in phrases:
        if text.lower[place : place + len(phrase)] == phrase:
            return len(phrase)
    return 0


def _verb(text: Sentence, first: int, classes: Classes, infinitive: bool) -> int:
    """The place of the verb that the insertion beginning at ``first`` runs into, 0 if a mark or another word comes before."""
    for at in range(first, min(first + _FAR, len(text.lower))):
        word = text.at(at)
        if not text.joined[at]:
            return 0
        if infinitive and word == "to" and text.at(at + 1) in classes.pure and text.written[at + 1][0].islower():
            return at if at > first else 0
        if not infinitive and word in _FINITE and text.at(at - 1) not in ("to", "who", "that", "which"):
            return at if at > first else 0
        noun = classes.is_noun(word) or classes.modifies(word) or word in classes.participles
        small = word in PREPOSITIONS or word in ARTICLES or word in ("and", "or", "those")
        if not (noun or small or text.written[at][0].isupper()):
            return 0
    return 0
