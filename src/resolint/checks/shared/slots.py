"""Where prepositions stand: the word before that governs one, the noun behind. Tables of counts are made with the same eyes."""

from __future__ import annotations

from collections.abc import Iterator

from resolint.checks.shared.classes import Classes
from resolint.checks.shared.sentences import Sentence
from resolint.frozen import NamedTuple
from resolint.lexicon import english

__all__ = ["INFINITIVE", "OBJECT", "PREPOSITIONS", "PRONOMINAL", "Slot", "governor_at", "slot_at", "slots"]

PREPOSITIONS = english.PREPOSITIONS | {"to", "about", "over", "between", "among", "as"}
PRONOMINAL = {
    "thereof": "of",
    "thereto": "to",
    "therein": "in",
    "thereon": "on",
    "therefrom": "from",
    "therewith": "with",
}
"""Adverbs that hold a preposition."""
OBJECT = "-"
"""Stands for the preposition where an object follows without one."""
INFINITIVE = "to do"
"""Stands for *to* before a verb."""
_ARTICLES = {"the": "the", "a": "a", "an": "a"}
_OWNERS = frozenset(("its", "their", "our", "his", "her", "whose"))
_OTHERS = frozenset(
    ("this", "that", "these", "those", "such", "any", "all", "each", "every", "no", "some", "other", "another", "both")
)
_PRONOUNS = frozenset(("it", "them", "him", "her", "us", "themselves", "itself"))
_OBJECTS = frozenset(_ARTICLES) | _OWNERS - {"whose"} | _PRONOUNS | (_OTHERS - {"other", "both", "some", "another"})
_RELATIVE = frozenset(("which", "whom", "who", "whose", "what", "where", "how", "whether", "when"))
_STOP = (
    PREPOSITIONS
    | _OBJECTS
    | _RELATIVE
    | frozenset(
        (
            "and", "or", "but", "is", "are", "was", "were", "be", "been", "being", "has", "have", "had", "shall", "should", "must",
            "may", "can", "could", "would", "will", "might", "not", "also", "if", "while", "than", "nor", "they", "he", "she",
            "there", "so", "we", "i", "only", "including", "because", "since", "until", "after", "before",
        )
    )
)  # fmt: skip
_NO_GOVERNORS = _STOP | frozenset(
    (
        "particularly",
        "especially",
        "both",
        "least",
        "whole",
        "out",
        "up",
        "down",
        "off",
        "even",
        "well",
    )
)
_BEFORE_BASE = frozenset(("to", "should", "shall", "must", "may", "can", "could", "would", "will", "not", "also"))
_LONGEST = 6


class Slot(NamedTuple):
    """The place of a preposition: where the governing word stands and how it is counted, the preposition, and what is behind.

    ``governor`` is empty where nothing governs; ``noun`` is the head of what follows, ``held`` the same with its
    determiner; a noun in capitals, a verb in *-ing*, pronouns and relatives are told by a sign.
    """

    at: int
    governor: str
    preposition: str
    noun: str
    held: str


def slots(text: Sentence, classes: Classes) -> Iterator[tuple[int, Slot]]:
    """Every place of a preposition, or of an object without one."""
    for place, word in enumerate(text.lower):
        if word in PREPOSITIONS or word in PRONOMINAL or word in _OBJECTS:
            slot = slot_at(text, place, classes)
            if slot is not None:
                yield place, slot


def slot_at(text: Sentence, place: int, classes: Classes) -> Slot | None:
    """What stands around the preposition, or the first word of an object, at ``place``; None where there is no slot."""
    word = text.lower[place]
    if not place or not text.joined[place] or not text.written[place].islower():
        return None
    at, governor = governor_at(text, place, classes)
    if word in PREPOSITIONS:
        if word == "to" and _infinitive(text, place + 1, classes):
            return Slot(at, governor, INFINITIVE, "<verb>", "<verb>")
        return Slot(at, governor, word, *_behind(text, place + 1, classes))
    if word in PRONOMINAL:
        return Slot(at, governor, PRONOMINAL[word], "<pronoun>", "<pronoun>")
    if not governor.startswith("v:"):
        return None
    noun, held = _behind(text, place, classes)
    return Slot(at, governor, OBJECT, noun, held)


def governor_at(text: Sentence, place: int, classes: Classes) -> tuple[int, str]:
    """Where the word stands that governs what is at ``place``, and how it is counted, empty for none."""
    at = place - 1
    if text.lower[place] in PREPOSITIONS and text.lower[at] in classes.adverbs and at and text.joined[at]:
        at -= 1
    return at, _governor(text, at, classes)


def _infinitive(text: Sentence, at: int, classes: Classes) -> bool:
    """Whether a verb may stand behind *to*."""
    while text.at(at) in classes.adverbs:
        at += 1
    verb = text.at(at)
    return (
        verb in classes.bases
        or verb in ("be", "have", "do")
        or not (classes.is_noun(verb) or _begins_group(verb, classes))
    )


def _begins_group(word: str, classes: Classes) -> bool:
    return (
        word in _STOP
        or word in _OTHERS
        or word in classes.adjectives
        or word in classes.participles
        or word in classes.ings
    )


def _governor(text: Sentence, at: int, classes: Classes) -> str:
    """How the word at ``at`` is counted as one that governs: verbs as ``v:`` and the base, nouns in the singular."""
    word = text.lower[at]
    if word in _PRONOUNS and at and text.joined[at]:
        verb = _governor(text, at - 1, classes)
        return f"o:{verb[2:]}" if verb.startswith("v:") else ""
    if word in _NO_GOVERNORS or (at and text.written[at][0].isupper()):
        return ""
    if word in classes.ings and not classes.is_noun(word):
        return f"v:{classes.ings[word]}"
    if word in classes.pure or word in classes.sure:
        return f"v:{classes.thirds.get(word, word)}"
    if word in classes.bases and at and text.joined[at] and text.at(at - 1) in _BEFORE_BASE:
        return f"v:{word}"
    return classes.singulars[word] if word in classes.singulars and word not in classes.adjectives else word


def _behind(text: Sentence, first: int, classes: Classes) -> tuple[str, str]:
    """The head of the group that begins at ``first``, and the same with its determiner; both empty for none."""
    if not text.run(first - 1, first):
        return "", ""
    word, held = text.lower[first], ""
    if word in _RELATIVE or word in _PRONOUNS:
        return "<pronoun>", "<pronoun>"
    if word in _ARTICLES:
        held = _ARTICLES[word]
    elif word in _OWNERS:
        held = "own"
    elif word in _OTHERS:
        held = word
    at = first + bool(held)
    if not held and word in classes.ings and not classes.is_noun(word):
        return "<ing>", "<ing>"
    head = ""
    for place in range(at, min(at + _LONGEST, len(text.lower))):
        word = text.lower[place]
        if not text.joined[place] or word in _STOP:
            break
        if head and word in classes.participles and classes.is_noun(head):
            break
        head = word if text.written[place][0].islower() else "<name>"
    return (head, f"{held} {head}".strip()) if head else ("", "")
