"""A check on common nouns with a capital, told by how adopted texts write them beside the same words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from resolint.attested.counts import STEPS, Counts
from resolint.checks import check
from resolint.checks.shared.counted import counts_of
from resolint.checks.shared.sentences import Sentence, sentences
from resolint.findings import Edit, Fix, Hit
from resolint.model import Document
from resolint.rule import Context

_COMMON = 100
"""So often must the word have been counted with a small letter."""
_RARER = 20
"""So many times rarer must it be with a capital."""
_BESIDE = 10
"""So often must the small form have been counted behind the word before."""
_NAME = 3
"""Where another capital stands so many words away, the word may belong to a name."""
_OWN = 3
"""A draft that writes a word so often with a capital has made it its own term."""


@check("CAP025")
def noun_capitalized(document: Document, context: Context) -> Iterator[Hit]:
    """*The Authorities*, *to Refugees*, where adopted texts always have the small letter."""
    counts = counts_of(context.lexicon)
    if counts is None:
        return
    found = [hit for text in sentences(document) for hit in _in(text, counts)]
    often = Counter(hit.values["found"] for hit in found)
    yield from (hit for hit in found if often[hit.values["found"]] < _OWN)


def _in(text: Sentence, counts: Counts) -> Iterator[Hit]:
    for place in range(2, len(text.words)):
        word = text.words[place][0]
        if not (word[0].isupper() and word[1:].islower() and word.isascii() and word.isalpha() and len(word) > _NAME):
            continue
        if not text.run(place - 1, place) or _near_capital(text, place):
            continue
        before, here, small = (f"{one} ".encode() for one in (text.words[place - 1][0], word, word.lower()))
        common = STEPS[counts[small]]
        if common < _COMMON or STEPS[counts[here]] * _RARER >= common or counts[before + here]:
            continue
        behind = f"{text.words[place + 1][0]} ".encode() if text.run(place, place + 1) else b""
        if STEPS[counts[before + small]] >= _BESIDE and not (behind and counts[here + behind]):
            span = text.block.span(*text.words[place].span())
            right = word.lower()
            fix = Fix(f"Write “{right}”", (Edit(span, right, word),), "suggest")
            yield Hit(span, {"found": word, "instead": right}, fix)


def _near_capital(text: Sentence, place: int) -> bool:
    """Whether a capital stands near, on either side, so that both may be of one name; a sentence's first word counts for none."""
    low, high = max(1, place - _NAME), min(len(text.words), place + _NAME + 1)
    return any(text.words[at][0][0].isupper() for at in range(low, high) if at != place)
