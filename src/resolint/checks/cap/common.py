"""A check on common nouns with a capital, told by how adopted texts write them beside the same words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from resolint.attested.counts import STEPS, Counts
from resolint.checks import check
from resolint.checks.cap.names import single_terms
from resolint.checks.cap.pairs import pairs_capitalized
from resolint.checks.shared.counted import counts_of
from resolint.checks.shared.sentences import Sentence, sentences
from resolint.findings import Edit, Fix, Hit
from resolint.model import Document
from resolint.rule import Context

_COMMON = 100
"""So often must the word have been counted with a small letter."""
_TIERS = ((5, 10, 0), (2, 30, 0), (1, 60, 0), (5, 3, 3))
"""So many times rarer must it be with a capital, and so often must the small form have been counted behind the word before,
and before the word behind."""
_NAME = 4
"""Where another capital stands so many words away, the word may belong to a name."""
_SHORTEST = 3
_FIRST = 2
"""A word before this place begins a sentence, or stands behind the one that does."""
_TWICE = 2
_POINTING = frozenset(("this", "that", "these", "those", "said", "such"))
"""Behind them a word may stand for the name that was named before."""
_NAMED = 2
"""A draft that has the singular so often with a capital means the things that it names."""
_OWN = 3
"""A draft that writes a word so often with a capital has made it its own term."""


@check("CAP025")
def noun_capitalized(document: Document, context: Context) -> Iterator[Hit]:
    """*The Authorities*, *to Refugees*, where adopted texts always have the small letter."""
    told = set()
    for hit in single_terms(document, context.lexicon):
        told.add(hit.span)
        yield hit
    counts = counts_of(context.lexicon)
    if counts is None:
        return
    texts = sentences(document)
    for hit in pairs_capitalized(texts, counts):
        if hit.span not in told:
            told.add(hit.span)
            yield hit
    often = Counter([text.written[place] for text in texts for place in text.capitals if place])
    for text in texts:
        for place in text.capitals:
            word = text.written[place]
            if place < _FIRST or len(word) <= _SHORTEST or often[word] >= _OWN:
                continue
            if not (word[1:].islower() and word.isascii() and word.isalpha()):
                continue
            if text.run(place - 1, place) and not _near_capital(text, place) and _common(text, place, counts, often):
                span = text.block.span(text.start(place), text.end(place))
                if span in told:
                    continue
                lower = word.lower()
                fix = Fix(f"Write “{lower}”", (Edit(span, lower, word),), "suggest")
                yield Hit(span, {"found": word, "instead": lower}, fix)


def _common(text: Sentence, place: int, counts: Counts, often: Counter[str]) -> bool:
    """Whether adopted texts write the word small between these neighbours, and never large."""
    word = text.written[place]
    if text.block.text[text.end(place) :].lstrip(" \xa0")[:1].isdigit():
        return False
    if word.endswith("s") and sum(often[one] for one in _singulars(word)) >= _NAMED:
        return False  # *the Conventions referred to above*, of a draft that names two
    last, before, here, small = (
        f"{one} ".encode() for one in (text.at(place - 2), text.written[place - 1], word, word.lower())
    )
    behind = f"{text.written[place + 1]} ".encode() if text.run(place, place + 1) else b""
    common = STEPS[counts[small]]
    if common < _COMMON:
        return False
    rarer = common / max(1, STEPS[counts[here]])
    if not counts[before + here] and not (behind and counts[here + behind]):
        left, right = STEPS[counts[before + small]], STEPS[counts[small + behind]] if behind else 0
        return any(rarer >= least and left >= beside and right >= after for least, beside, after in _TIERS)
    if often[word] > 1 or rarer < _TWICE or text.lower[place - 1] in _POINTING:
        return False
    if counts[last + before + here] or (behind and counts[before + here + behind]):
        return False
    return bool(counts[last + before + small] or (behind and counts[before + small + behind]))


def _singulars(word: str) -> tuple[str, ...]:
    """What a plural may be made of."""
    return (word[:-1], f"{word[:-3]}y") if word.endswith("ies") else (word[:-1],)


def _near_capital(text: Sentence, place: int) -> bool:
    """Whether a capital stands near, on either side, so that both may be of one name; a sentence's first word counts for none."""
    low, high = max(1, place - _NAME), min(len(text.lower), place + _NAME + 1)
    return any(text.written[at][0].isupper() for at in range(low, high) if at != place)
