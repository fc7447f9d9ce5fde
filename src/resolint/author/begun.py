"""The openings of paragraphs that people type: which there are, and which is meant by one that is misspelt."""

from __future__ import annotations

from resolint.cards import lexicon
from resolint.cards.nearest import nearest

__all__ = ["ALIKE", "FEWEST", "nearest_opening", "openings", "slip"]

FEWEST = 3
"""Letters from which on the first words of a name are completed; fewer are an abbreviation, or too little to tell."""
ALIKE = 0.8
"""How like an opening must be to be offered; less like ones are others."""


def nearest_opening(text: str, kind: str) -> str:
    """The opening that the beginning of a paragraph is most like, the longest there is; empty where none is like it."""
    from resolint.lexicon.phrases import phrases

    by_length: dict[int, list[str]] = {}
    for phrase in phrases(kind, lexicon()):
        by_length.setdefault(len(phrase.text.split()), []).append(phrase.text)
    words = text.split()
    for count in sorted(by_length, reverse=True):
        near = nearest(" ".join(words[:count]), by_length[count], ALIKE) if len(words) > count else None
        if near is not None:
            return near
    begun = (
        phrase.text for phrase in phrases(kind, lexicon()) if phrase.text.casefold().startswith(words[0].casefold())
    )
    return min(begun, key=len, default="") if len(words[0]) >= FEWEST else ""


def slip(text: str, opening: str, kind: str) -> str:
    """The longer opening that is meant where one of its words is misspelt (*Calls uppon*), which by itself is read as *Calls*."""
    from rapidfuzz.distance import OSA

    from resolint.lexicon.phrases import phrases

    every = [phrase.text for phrase in phrases(kind, lexicon())]
    known = {word for phrase in every for word in phrase.casefold().split()}
    words, shown = text.casefold().split(), len(opening.split())
    for phrase in sorted(every, key=len, reverse=True):
        right = phrase.casefold().split()
        wrong = [(one, other) for one, other in zip(words, right, strict=False) if one != other]
        if len(right) > shown and len(words) > len(right) and len(wrong) == 1:
            ((one, other),) = wrong
            if one not in known and OSA.distance(one, other) == 1:
                return phrase
    return ""


def openings(kind: str) -> tuple[str, ...]:
    """The openings of one word that paragraphs of a kind may have, the most usual forms of the tables."""
    from resolint.lexicon.phrases import phrases

    return tuple(phrase.text for phrase in phrases(kind, lexicon()) if " " not in phrase.text)
