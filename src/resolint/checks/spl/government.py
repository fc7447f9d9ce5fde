"""Checks on the form of a verb behind a noun, and on *to* before the one whom a verb addresses."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from resolint.checks import check
from resolint.checks.shared.classes import Classes, classes_of
from resolint.checks.shared.sentences import Sentence, places_of
from resolint.findings import Edit, Fix, Hit
from resolint.lexicon import english
from resolint.lexicon.english import TO_BE
from resolint.model import Document
from resolint.rule import Context

_DETERMINERS = english.DETERMINERS | {"other"}


@check("SPL041")
def noun_complement(document: Document, context: Context) -> Iterator[Hit]:
    """*The importance to provide the service*, *the feasibility to introduce a fee*, *the ability of ensuring the supply*."""
    classes = classes_of(context.lexicon)
    gerund: Mapping[str, str] = {
        word: preposition for preposition, words in context.options["gerund"].items() for word in words
    }
    infinitive, asked, addressees = (frozenset(context.options[name]) for name in ("infinitive", "asked", "addressees"))
    for text, place, word in places_of(document, asked | gerund.keys() | infinitive):
        if word in asked and (at := _asked_for(text, place, addressees)) and text.at(at + 1) in classes.ings:
            yield _swap(text, at, at + 1, f"to {classes.ings[text.at(at + 1)]}", " ".join(text.lower[place:at]))
        joint = text.at(place + 1)
        verb = text.at(place + 2)
        if not text.run(place, place + 2) or text.written[place + 2][0].isupper():
            continue
        if word in gerund and joint == "to":
            objects = verb in classes.pure or (verb in classes.bases and _determined(text, place + 2))
            if objects and not _quality(text, place, classes) and text.run(place + 2, place + 3):
                yield _swap(text, place + 1, place + 2, f"{gerund[word]} {classes.ing_of.get(verb, '')}".strip(), word)
        elif word in infinitive and joint in ("of", "for") and verb in classes.ings and _determined(text, place + 2):
            yield _swap(text, place + 1, place + 2, f"to {classes.ings[verb]}", word)


@check("SPL042")
def addressee(document: Document, context: Context) -> Iterator[Hit]:
    """*Inviting to Member States*, *requested to the Secretary-General*: whom these verbs address stands without *to*."""
    classes = classes_of(context.lexicon)
    verbs = frozenset(context.options["verbs"])
    addressees = frozenset(context.options["addressees"])
    for text, behind, _ in places_of(document, {"to"}):
        place = behind - 1
        if not text.run(place, place + 2) or text.written[place][0].isupper():  # OPR029 speaks of openings
            continue
        if _form_of(text, place, verbs, classes) and _addressed(text, place + 2, addressees, classes):
            yield _hit(text, place, "")


def _quality(text: Sentence, place: int, classes: Classes) -> bool:
    """Whether a noun says how something is: *it is of the utmost importance to act*."""
    first = place - 1
    while text.at(first) in _DETERMINERS or text.at(first) in ("utmost", "such") or classes.modifies(text.at(first)):
        first -= 1
    return text.at(first) == "of" and text.at(first - 1) in TO_BE


def _form_of(text: Sentence, place: int, verbs: frozenset[str], classes: Classes) -> bool:
    """Whether the word is a form of one of ``verbs`` that is no noun and no passive."""
    word, before = text.at(place), text.at(place - 1)
    if word in verbs:
        return before == "to" and text.run(place - 1, place)
    if word in classes.thirds and classes.thirds[word] in verbs:
        return word in classes.sure or (before in ("also", "further", "and") and text.at(place - 2) in classes.sure)
    if classes.ings.get(word) in verbs:
        return before not in _DETERMINERS
    return classes.participles.get(word) in verbs and before in ("has", "have", "had", "it", "which", "that", "also")


def _addressed(text: Sentence, place: int, addressees: frozenset[str], classes: Classes) -> bool:
    """Whether an addressee stands at ``place``, behind an article and at most two words before its noun."""
    last = place + (3 if text.at(place) in _DETERMINERS else 2)
    if last == place + 3 and text.at(place + 1) not in addressees and text.written[place + 1].islower():
        # *Invite to the commission representatives of the Governments*: the first noun is no part of the second.
        last -= classes.is_noun(text.at(place + 1)) and not classes.modifies(text.at(place + 1))
    found = next((at for at in range(place, last) if text.at(at) in addressees and text.run(place, at)), -1)
    # *To the commission representatives of the millers*: whom is asked stands behind.
    return found >= 0 and not (
        text.written[found].islower() and text.at(found + 1) in classes.singulars and text.run(found, found + 1)
    )


def _asked_for(text: Sentence, place: int, addressees: frozenset[str]) -> int:
    """Where *for* stands before what somebody is asked to do, behind at most four words that name who; 0 for nowhere."""
    for at in range(place + 2, place + 6):
        if text.at(at) == "for":
            named = text.at(at - 1) in addressees and text.run(place, at + 2)
            return at if named and _determined(text, at + 1) else 0
    return 0


def _determined(text: Sentence, place: int) -> bool:
    """Whether an object follows the verb at ``place``."""
    return text.run(place, place + 1) and text.at(place + 1) in _DETERMINERS


def _hit(text: Sentence, place: int, right: str) -> Hit:
    """The word with its preposition; only the preposition is changed."""
    word, found, behind = (text.words[place + step] for step in range(3))
    instead = f"{word[0]} {right}".strip()
    if right:
        edit = Edit(text.block.span(*found.span()), right, found[0])
    else:
        gone = text.block.text[found.start() : behind.start()]
        edit = Edit(text.block.span(found.start(), behind.start()), "", gone)
    return Hit(
        text.block.span(word.start(), found.end()),
        {"found": f"{word[0]} {found[0]}", "instead": instead},
        Fix(f"Write “{instead}”", (edit,), "suggest"),
    )


def _swap(text: Sentence, first: int, last: int, right: str, before: str) -> Hit:
    start, end = text.start(first), text.end(last)
    span, found = text.block.span(start, end), text.block.text[start:end]
    return Hit(
        span,
        {"before": before, "found": found, "instead": right},
        Fix(f"Write “{right}”", (Edit(span, right, found),), "suggest"),
    )
