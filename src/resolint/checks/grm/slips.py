"""Words lost, needless or in a wrong form in small constructions that are seldom right.

They belong to the rule on doubtful constructions; ``mechanisms`` tells at which words each is looked for.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping

from resolint.checks.grm.comparing import Mechanism, told
from resolint.checks.shared.classes import Classes, classes_of, persons_of
from resolint.checks.shared.sentences import Sentence, swapped
from resolint.findings import Hit
from resolint.lexicon import Lexicon, english

__all__ = ["mechanisms"]


def _small_words(text: Sentence, place: int, classes: Classes) -> Hit | None:
    """*So that to save*, *among that names*, *all what they need*, *those whom are*, *looking forward to receive*."""
    word, before, behind = text.lower[place], text.at(place - 1), text.at(place + 1)
    if word == "them":
        return _of_them(text, place, classes)
    if word in _ABLE:
        free = behind in classes.ings and not classes.is_noun(behind) and text.run(place, place + 1) and before != "as"
        return (
            swapped(text, place, f"{text.written[place]} to {classes.ings[behind]}", last=place + 1) if free else None
        )
    if word == "per":
        return (
            swapped(text, place, "per", last=place + 1)
            if behind in ("a", "an", "every", "each") and text.run(place, place + 1)
            else None
        )
    if not text.run(place - 1, place + 1):
        return None
    if word == "that":
        if before in ("so", "order") and behind == "to":
            return told(text, place - 1, place + 1, "so as to" if before == "so" else "order to")
        several = (
            before in english.ANY_PREPOSITIONS - {"in", "to", "as"}
            and classes.only_plural(behind)
            and behind not in classes.thirds
        )
        return swapped(text, place, "those") if several and text.written[place + 1].islower() else None
    if word == "what":
        return (
            swapped(text, place, "that")
            if before in ("all", "everything", "anything", "something", "nothing")
            else None
        )
    if word == "whom":
        free = before not in english.ANY_PREPOSITIONS and behind in english.FINITE
        return swapped(text, place, "who") if free else None
    verb = text.at(place + 2)
    looks = (
        before in ("look", "looks", "looking")
        and behind == "to"
        and verb in classes.ing_of
        and text.run(place, place + 2)
    )
    return swapped(text, place + 2, classes.ing_of[verb]) if looks and verb in classes.pure else None


_ABLE = english.word_set("able unable willing unwilling likely unlikely eager")


_SEVERAL = english.word_set("few many most several some both all")


def _of_them(text: Sentence, place: int, classes: Classes) -> Hit | None:
    """*Few of them owns*; *without damage them*."""
    before, behind = text.at(place - 1), text.at(place + 1)
    if before == "of":
        several = {"is": "are", "was": "were", "has": "have"}.get(behind) or classes.thirds.get(behind, "")
        wrong = several and text.at(place - 2) in _SEVERAL
        return swapped(text, place + 1, several) if wrong and text.run(place - 2, place + 1) else None
    led = text.at(place - 2) in ("without", "by", "of", "from", "for") and text.run(place - 2, place)
    bare = before in classes.ing_of and before not in classes.participles
    return swapped(text, place - 1, classes.ing_of[before]) if led and bare else None


def _not_late(text: Sentence, place: int, classes: Classes) -> Hit | None:
    """*Must be not allowed*; *need not to increase*."""
    word = text.lower[place]
    if word == "be":
        form = text.at(place + 2)
        if (
            text.at(place - 1) in english.ANY_MODALS
            and text.at(place + 1) == "not"
            and form in classes.participles
            and text.run(place - 1, place + 2)
        ):
            return swapped(text, place, "not be", last=place + 1)
        return None
    verb = text.at(place + 3)
    bare = text.at(place + 1) == "not" and text.at(place + 2) == "to" and (verb in classes.bases or verb == "be")
    free = text.at(place - 1) not in english.DETERMINERS and text.at(place - 1) not in classes.adjectives
    return swapped(text, place + 1, "not", last=place + 2) if bare and free and text.run(place, place + 3) else None


def _let(text: Sentence, place: int, classes: Classes) -> Hit | None:
    """*Let their children to learn*."""
    for at in range(place + 1, min(place + 5, len(text.lower) - 1)):
        if not text.joined[at] or text.lower[at] in english.ANY_PREPOSITIONS - {"to"} or text.lower[at] in classes.pure:
            return None
        if text.lower[at] == "to":
            verb, noun = text.lower[at + 1], text.lower[at + 1] in classes.plurals or text.lower[at + 1] in classes.mass
            # *Let children ride to school* has its verb.
            if verb not in classes.bases or at == place + 1 or text.lower[at - 1] in classes.bases:
                return None
            if noun and text.at(at + 2) not in english.DETERMINERS:
                return None
            return swapped(text, at, text.written[at + 1], last=at + 1)
    return None


def _made(persons: frozenset[str]) -> Mechanism:
    """*To make girls to feel safe*."""

    def mechanism(text: Sentence, place: int, classes: Classes) -> Hit | None:
        if text.lower[place].startswith("let"):
            return _let(text, place, classes)
        whom, verb = text.at(place + 1), text.at(place + 3)
        named = whom == "them" or classes.singulars.get(whom, "") in persons
        if not named or text.at(place + 2) != "to" or verb not in classes.bases or not text.run(place, place + 3):
            return None
        return swapped(text, place + 2, verb, last=place + 3)

    return mechanism


def _inverted(text: Sentence, place: int, classes: Classes) -> Hit | None:
    """*Showing how are unused medicines to be returned*."""
    verb, noun = text.at(place + 1), text.at(place + 2)
    at = place + 2 + (noun in classes.adjectives or noun in classes.participles)
    if not classes.only_plural(text.at(at)) or not text.run(place - 1, at) or "?" in text.block.text:
        return None
    return told(text, place + 1, at, f"{' '.join(text.lower[place + 2 : at + 1])} {verb}")


_SINGLE = english.word_set(
    "anything everything nothing something everyone everybody anyone anybody someone somebody nobody"
)
_ONE = {"are": "is", "have": "has", "were": "was", "do": "does"}


def _single(text: Sentence, place: int, classes: Classes) -> Hit | None:
    """*Whether anything have been added*."""
    free = text.run(place, place + 1) and text.at(place - 1) not in ("and", "or", "if")
    return swapped(text, place + 1, _ONE[text.at(place + 1)]) if free else None


def _other(text: Sentence, place: int, classes: Classes) -> Hit | None:
    """*By others districts*; *substances that are lesser harmful*."""
    behind = text.at(place + 1)
    if not text.run(place, place + 1):
        return None
    if text.lower[place] == "others":
        several = classes.only_plural(behind) and behind not in classes.thirds and text.written[place + 1].islower()
        return swapped(text, place, "other") if several and text.at(place - 1) != "to" else None
    plain = behind in classes.adjectives and not classes.is_noun(behind)
    return (
        swapped(text, place, "less")
        if plain and (text.ends(place + 1) or text.at(place + 2) in english.ANY_PREPOSITIONS)
        else None
    )


def _does(text: Sentence, place: int, classes: Classes) -> Hit | None:
    """*To know where does honey come from*."""
    behind = text.at(place + 2)
    subject = classes.is_noun(behind) or behind in english.DETERMINERS | english.SUBJECTS
    if not subject or not text.run(place, place + 2) or "?" in text.block.text or place == 0:
        return None
    return told(text, place + 1, place + 2, f"{text.lower[place]} {behind} …")


def _how_to(text: Sentence, place: int, classes: Classes) -> Hit | None:
    """*Teach mechanics how repair them*."""
    verb, behind = text.at(place + 1), text.at(place + 2)
    acts = verb in classes.bases and not classes.only_plural(verb) and behind in english.DETERMINERS | {"them", "it"}
    return swapped(text, place + 1, f"to {verb}") if acts and text.run(place, place + 2) else None


_RISEN = {"raise": "rise", "raises": "rises", "raised": "risen", "raising": "rising"}


def _raised(text: Sentence, place: int, classes: Classes) -> Hit | None:
    """*The number has raised steadily*, *could raise to 40 million*."""
    last = place + (text.at(place + 1) in classes.adverbs and text.run(place, place + 1))
    behind = text.block.text[text.end(last) :]
    alone = text.ends(last) if last > place else behind[:4] in (" to ", " by ") and behind[4:5] in "$0123456789"
    helped = text.at(place - 1) in english.ANY_MODALS | {"has", "have", "had", "to"} and text.run(place - 1, place)
    return swapped(text, place, _RISEN[text.lower[place]]) if alone and helped else None


def _done_without(verbs: Mapping[str, str]) -> Mechanism:
    """*Complaints must be dealt promptly*: the passive of a verb that has no object without its preposition."""

    def mechanism(text: Sentence, place: int, classes: Classes) -> Hit | None:
        be = place - 1
        while text.at(be) in classes.adverbs or text.at(be) in ("not", "also"):
            be -= 1
        last = place + (text.at(place + 1) in classes.adverbs and text.run(place, place + 1))
        if text.at(be) not in english.TO_BE or not text.run(be, last):
            return None
        ends = text.ends(last) or text.at(last + 1) in ("and", "or", "by")
        word = text.lower[place]
        return swapped(text, place, f"{text.written[place]} {verbs[word]}") if ends else None

    return mechanism


def _governed(lexicon: Lexicon) -> Mapping[str, str]:
    """The participles of verbs that hardly have an object without the one preposition that they take."""
    found: dict[str, str] = {}
    classes = classes_of(lexicon)
    for word, takes, never, seldom in lexicon.columns("government", "word", "takes", "never", "seldom"):
        verb = word[2:]
        participle = classes.bases.get(verb, "") if word.startswith("v:") and takes in _STRANDED else ""
        if "-" in f"{never} {seldom}".split() and participle not in (*classes.adjectives, "", verb):
            found[participle] = takes
    return found


_STRANDED = english.word_set("with on to from for against")
"""Prepositions that stay behind a passive: *dealt with*; *invested in* and *made of* may lose theirs."""


def mechanisms(lexicon: Lexicon) -> Iterator[tuple[frozenset[str], Container[str] | None, Mechanism]]:
    """At which words each mechanism is looked for, with the words one of which must follow, None for any."""
    one = frozenset
    yield one(("what", "whom", "forward", "them", "per", *_ABLE)), None, _small_words
    yield one(("be", "need")), one(("not",)), _not_late
    yield one(("make", "makes", "making", "let", "lets", "letting")), None, _made(persons_of(lexicon))
    yield one(("how", "when", "where", "why", "whether")), english.ARE, _inverted
    yield one(("that",)), one(("to",)), _small_words
    yield one(("that",)), classes_of(lexicon).singulars, _small_words
    yield _SINGLE, one(("are", "have", "were", "do")), _single
    yield one(("others", "lesser")), None, _other
    yield one(("how", "where", "why", "when")), english.DOES, _does
    yield one(("how",)), None, _how_to
    yield one(("raise", "raises", "raised", "raising")), None, _raised
    verbs = _governed(lexicon)
    yield frozenset(verbs), None, _done_without(verbs)
