"""Where the object of a verb stands before it, and words in *-ing* that are prepositions."""

from __future__ import annotations

from resolint.checks.shared.classes import Classes
from resolint.checks.shared.sentences import Sentence

__all__ = ["LIKE_PREPOSITIONS", "has_object"]

LIKE_PREPOSITIONS = frozenset(("regarding", "concerning", "including", "pending", "barring"))
"""Forms in *ing* that stand before a noun as prepositions do: *what the Council decided regarding the review*."""
_MAY = frozenset(("may", "might", "can", "could", "will", "should", "shall", "would"))
_OBJECT_BEFORE = 6
"""So many words at most has the subject of a clause that describes the noun before it."""


def has_object(text: Sentence, place: int, classes: Classes) -> bool:
    """Whether the verb at ``place`` has its object before it, so that *to* tells a purpose.

    *Actions the Council may consider to improve the work*, *steps that they will consider to improve it*.
    """
    if text.at(place - 1) not in _MAY:
        return False
    for at in range(place - 2, max(0, place - 2 - _OBJECT_BEFORE), -1):
        if not text.run(at - 1, at):
            return False
        if text.at(at) == "the" and text.at(at - 1) in ("that", "which"):
            continue
        if text.at(at) in ("the", "that", "which"):
            return classes.is_noun(text.at(at - 1)) and text.at(at - 1) not in classes.sure
    return False
