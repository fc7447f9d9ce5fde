"""A check on pronouns of one sex for a person who may be of either."""

from __future__ import annotations

from collections.abc import Iterator

from resolint.checks import check
from resolint.checks.shared.classes import persons_of
from resolint.checks.shared.sentences import Sentence, places_of, swapped
from resolint.findings import Hit
from resolint.model import Document
from resolint.rule import Context

_BOTH = {"he": "he or she", "his": "his or her", "him": "him or her", "himself": "himself or herself"}
_ENDS = ".;:"


@check("GEN008")
def masculine_pronoun(document: Document, context: Context) -> Iterator[Hit]:
    """*A driver and his vehicle*: *he*, *his* and *him* of a person whom nothing before names."""
    persons = persons_of(context.lexicon) | frozenset(context.options["persons"])
    for text, place, word in places_of(document, _BOTH.keys()):
        if text.at(place + 1) != "or" and text.at(place - 1) != "or" and _anybody(text, place, persons, context):
            yield swapped(text, place, _BOTH[word])


def _anybody(text: Sentence, place: int, persons: frozenset[str], context: Context) -> bool:
    """Whether a word for a person stands before in the sentence, and nobody's office, name or sex in the paragraph."""
    before = text.lower[:place]
    if not text.run(place, place) or not frozenset(context.options["named"]).isdisjoint(before):
        return False
    begin = max(text.block.text.rfind(sign, 0, text.start(place)) for sign in _ENDS) + 1
    first = text.first_from(max(begin, text.block.lead)) or 0
    sentence = before[first:]
    return not persons.isdisjoint(sentence) and frozenset(context.options["men"]).isdisjoint(sentence)
