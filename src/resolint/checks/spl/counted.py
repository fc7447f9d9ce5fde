"""Nouns behind a number, an article or *one*, where what follows them leaves no doubt that they end their group."""

from __future__ import annotations

from collections.abc import Container

from resolint.checks.shared.classes import Classes
from resolint.checks.shared.sentences import Sentence
from resolint.lexicon import english

__all__ = ["one_of", "several_of"]

_ENDS = (
    english.PREPOSITIONS
    | english.RELATIVES
    | english.ARE
    | {
        *(
            "before",
            "after",
            "among",
            "between",
            "to",
            "and",
            "or",
            "as",
            "ago",
            "later",
            "has",
            "have",
            "shall",
            "should",
            "a",
        )
    }
)
_PLACED = frozenset(("of", "in", "at", "for"))
_NO_NOUNS = frozenset(("people", "billion", "dozen", "cent", "point", "year", "population"))
_BOTH = frozenset(
    (
        "means",
        "series",
        "species",
        "headquarters",
        "data",
        "media",
        "people",
        "rights",
        "staff",
        "crossroads",
        "offices",
    )
)
_MEASURED = frozenset(("billion", "dozen", "special", "quarterly", "one"))
_LONGEST = 4


def _ends(text: Sentence, place: int) -> bool:
    """Whether a mark, a preposition or a verb stands behind the noun at ``place``."""
    if text.ends(place):
        return text.block.text[text.end(place) : text.end(place) + 1] in ("", ",", ";", ".", ":")
    return text.at(place + 1) in _ENDS


def _singular(word: str, classes: Classes, large: Container[str]) -> bool:
    return classes.only_singular(word) and word not in _NO_NOUNS and word not in large


def several_of(text: Sentence, place: int, classes: Classes, large: Container[str]) -> tuple[int, str] | None:
    """*18 country,*, *two panel discussion*: the place of a noun behind the number before ``place``, and its plural.

    Numbers that multiply the one before them, ``large``, are no nouns.
    """
    noun = text.at(place)
    if not text.written[place].islower():
        return None
    if _singular(noun, classes, large) and noun not in classes.adjectives and _ends(text, place):
        return place, classes.plurals[noun]
    head = text.at(place + 1)
    described = noun in classes.adjectives or _singular(noun, classes, large)
    if described and _singular(head, classes, large) and text.run(place, place + 1) and _ends(text, place + 1):
        return place + 1, classes.plurals[head]
    return None


def one_of(text: Sentence, place: int, classes: Classes, large: Container[str]) -> tuple[int, str] | None:
    """*A regional training centres in*: the place of a noun behind *a*, *an* or *one* at ``place``, and its singular."""
    at, compound = place + 1, False
    while at < place + _LONGEST:
        word = text.at(at)
        other = word in classes.adjectives or _singular(word, classes, large) or word in ("such", "second", "third")
        compound = compound or (other and word not in classes.adjectives and word not in ("such", "second", "third"))
        if not other or not text.run(place, at) or word in _MEASURED or word in large:
            break
        at += 1
    head = text.at(at)
    if head not in classes.singulars or head in classes.plurals or head in _BOTH or not text.run(place, at):
        return None
    one = classes.singulars[head]
    sure = one in classes.counted or one == "state" or (one not in classes.bases and text.at(at + 1) in _PLACED)
    if compound and (text.lower[place] == "one" or not sure):
        return None  # *one person, one vote elections*, *if a representative objects*
    if text.written[at][0].isupper() and head != "states":
        return None
    bare = at == place + 1
    if bare and text.lower[place] != "one":
        return None  # another mechanism looks at a noun right behind the article
    if not _ends(text, at) or text.at(at + 1) in ("and", "or") or (head in classes.thirds and head != "states"):
        return None
    return at, classes.singulars[head]
