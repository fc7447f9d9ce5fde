"""Two words in each other's place: *official assistance development*."""

from __future__ import annotations

from collections.abc import Iterator

from resolint.attested.counts import Counts
from resolint.checks.grm.forms import listed
from resolint.checks.shared.classes import Classes
from resolint.checks.shared.sentences import Sentence, swapped
from resolint.checks.shared.slots import PREPOSITIONS
from resolint.findings import Hit

__all__ = ["COMPOUNDED", "exchanged"]

_COMPLEMENTED = PREPOSITIONS | {"and", "while", "that"}
_SHORTEST = 4
_OFTEN, _CERTAIN = 12, 100
"""So often are two words counted in the other order that they are held for exchanged: an adjective and its noun, two nouns."""

COMPOUNDED = listed(
    "development security health education water energy food trade climate child gender country community support"
)
"""Nouns that stand before another one more often than behind it."""


def exchanged(text: Sentence, place: int, classes: Classes, counts: Counts) -> Iterator[Hit]:
    """*Official assistance development*: two words at ``place`` that adopted texts have in the other order alone.

    Both name or describe, and nothing behind them belongs to the second alone.
    """
    first, second, before, behind = text.at(place), text.at(place + 1), text.at(place - 1), text.at(place + 2)
    if len(first) < _SHORTEST or counts[f"{first} {second} ".encode()] or not text.run(place - 1, place + 1):
        return
    if (
        counts.count(f"{second} {first} ".encode()) < _OFTEN
        or not (text.written[place] + text.written[place + 1]).islower()
    ):
        return
    verbs = first in classes.bases or first in classes.participles or first in classes.ings
    if verbs or second in classes.participles or not (classes.is_noun(first) or first in classes.adjectives):
        return
    described = second in classes.adjectives
    joined = behind and text.joined[place + 2]
    if joined and described and behind in _COMPLEMENTED - {"and", "of"}:
        return
    whole = joined and counts.count(f"{second} {first} {behind} ".encode()) >= _OFTEN
    if joined and behind not in _COMPLEMENTED and not whole and (counts[f"{second} {behind} ".encode()] or described):
        return  # *mine action national plans*
    fits = counts[f"{before} {second} {first} ".encode()] or (described and classes.is_noun(first) and not joined)
    if not described:
        fits = fits and counts.count(f"{second} {first} ".encode()) >= _CERTAIN
    if fits and text.block.text[text.end(place + 1) : text.end(place + 1) + 1] not in ("’", "'"):
        yield swapped(text, place, f"{second} {first}", last=place + 1)
