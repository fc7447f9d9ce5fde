"""Checks on small words that belong together: *has been*, *neither … nor*, *fewer buses*, *for two years*, *the fact that*."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from resolint.checks import check
from resolint.checks.shared.classes import Classes, classes_of
from resolint.checks.shared.sentences import Sentence, places_of, swapped
from resolint.checks.shared.texts import word_list
from resolint.findings import Edit, Fix, Hit
from resolint.lexicon import english
from resolint.lexicon.english import TO_HAVE
from resolint.lexicon.ordinals import cardinals
from resolint.model import Document
from resolint.rule import Context
from resolint.spelling import WordList

_BE = frozenset(("be", "been", "being"))
_ARE = english.ARE
_DEGREES = frozenset(("more", "most"))
_SPAN = 7
"""How many words may stand between the two halves of a pair."""


@check("SPL043")
def be_or_been(document: Document, context: Context) -> Iterator[Hit]:
    """*Has not be paid*, *must been repaired*."""
    modals = frozenset(context.options["modals"])
    adverbs = classes_of(context.lexicon).adverbs
    for text, place, word in places_of(document, _BE):
        at = place - 1
        while text.at(at) in ("not", "also", "never", "since", "yet") or text.at(at) in adverbs:
            at -= 1
        before = text.at(at)
        if not text.run(at, place):
            continue
        if word == "been" and before in _ARE and text.at(place + 1) in classes_of(context.lexicon).participles:
            yield swapped(text, place, "being", before=before)
        elif before in modals and word != "be" and (word == "been" or before not in ("to", "will")):
            yield swapped(text, place, "be", before=before)
        elif before in TO_HAVE and word != "been" and (word == "be" or at == place - 1):
            yield swapped(text, place, "been", before=before)


@check("SPL044")
def degrees(document: Document, context: Context) -> Iterator[Hit]:
    """*More safer*, *the most poorest*; *more low*; *lower that the*, *as useful than*; *twice higher*."""
    classes, words = classes_of(context.lexicon), word_list(context.lexicon)
    known, allowed = frozenset(context.options["irregular"]), frozenset(context.options["allowed"])
    for text, place, word in places_of(document, _DEGREES):
        following = text.at(place + 1)
        if following in allowed or not text.run(place, place + 1):
            continue
        first, second = text.start(place), text.end(place + 1)
        ending = "er" if word == "more" else "est"
        if following in known or (following.endswith(ending) and _stem(following, ending, classes)):
            yield _swap(text, first, second, text.written[place + 1])
        elif (form := _inflected(following, ending, words)) and _describes(text, place):
            yield _swap(text, first, second, form)
    for text, place, word in places_of(document, {"that", "than", "twice"}):
        if word == "twice":
            higher = text.at(place + 1)
            if text.run(place, place + 1) and higher.endswith("er") and (stem := _stem(higher, "er", classes)):
                yield _swap(text, text.start(place), text.end(place + 1), f"{text.written[place]} as {stem}")
        elif text.run(place - 1, place) and (right := _other_half(text, place, classes)):
            yield swapped(text, place, right, before=text.written[place - 1])


_AFTER_THAN = frozenset(("the", "that", "those", "a", "an", "its", "their", "in", "for"))
_CLEARER = frozenset(("better", "clearer", "surer", "further", "older", "other", "proper"))
"""What *that* may stand behind."""
_AS_MUCH = frozenset(("soon", "much", "many", "well", "few", "little"))


def _other_half(text: Sentence, place: int, classes: Classes) -> str:
    """What belongs to the comparison before *than* or *that* at ``place``, empty where that is right."""
    compared = text.at(place - 1)
    if text.lower[place] == "that":
        than = compared.endswith("er") and compared not in _CLEARER and text.at(place + 1) in _AFTER_THAN
        return "than" if than and _stem(compared, "er", classes) else ""
    likened = compared in classes.adjectives or compared in classes.adverbs or compared in _AS_MUCH
    return "as" if likened and text.at(place - 2) == "as" and text.run(place - 2, place) else ""


def _inflected(word: str, ending: str, words: WordList) -> str:
    """The comparative or superlative of a short adjective, empty for one that takes *more* and *most*."""
    forms = _FORMS.get(word)
    if forms is not None:
        return forms[ending == "est"]
    vowels = sum(one in "aeiouy" and two not in "aeiouy" for one, two in pairwise(word.removesuffix("e") + "-"))
    if vowels != 1 or word in _MORE or word.endswith(("ble", "ple", "tle")):
        return ""
    stem = word.removesuffix("e")
    return stem + ending if words.knows(stem + "er") and words.knows(stem + "est") else ""


_FORMS = {
    "good": ("better", "best"),
    "bad": ("worse", "worst"),
    "big": ("bigger", "biggest"),
    "easy": ("easier", "easiest"),
    "heavy": ("heavier", "heaviest"),
    "early": ("earlier", "earliest"),
    "dry": ("drier", "driest"),
    "hot": ("hotter", "hottest"),
    "wet": ("wetter", "wettest"),
    "thin": ("thinner", "thinnest"),
}
_MORE = frozenset(
    (
        "just", "real", "true", "wrong", "right", "apt", "prone", "like", "due", "male", "own", "such", "same", "key", "main",
        "prime", "joint", "first", "last", "next", "past", "left", "lost", "known", "drawn", "born", "worth", "ill", "well",
        "strict", "full", "free", "fair", "sound", "clear", "frank", "grave", "keen", "robust", "open", "direct", "fun", "still",
        "dead", "whole", "sole", "null", "void", "mere", "net", "gross", "raw", "vast", "lay", "proud", "strange", "sure",
    )
)  # fmt: skip
"""Adjectives of one syllable that take *more*, or both."""
_BEHIND_DEGREE = frozenset(("than", "that", "and", "in", "for", "at", "on", "to", "of", "as"))


def _describes(text: Sentence, place: int) -> bool:
    """Whether *more* at ``place`` tells a degree and no number: *more young people* does not."""
    before, behind = text.at(place - 1), text.at(place + 2)
    held = before in ("a", "an", "the", "even", "much", "is", "are", "be", "and") and text.run(place - 1, place)
    ends = text.ends(place + 1)
    if text.lower[place] == "most":
        return (
            text.at(place + 1) != "poor" and held and before in ("the", "and", "a") and not (ends and before == "and")
        )
    if behind == "than":
        return True
    return held and before != "and" and (before in ("a", "an", "even") or ends or behind in _BEHIND_DEGREE)


@check("SPL045")
def quantity(document: Document, context: Context) -> Iterator[Hit]:
    """*Less buses*, *much efforts*, *few information*."""
    classes = classes_of(context.lexicon)
    counted, uncounted = context.options["counted"], context.options["uncounted"]
    mass = frozenset(context.options["mass"])
    for text, place, word in places_of(document, counted.keys() | uncounted.keys()):
        noun = text.at(place + 1)
        if not text.run(place, place + 1) or text.written[place + 1][0].isupper():
            continue
        if word in uncounted and noun in mass and _ends(text, place + 1, classes):
            yield swapped(text, place, uncounted[word], before=noun)
        elif word in counted and _only_plural(noun, classes) and text.at(place - 1) not in ("as", "how", "so", "too"):
            yield swapped(text, place, counted[word], before=noun)


@check("SPL046")
def pairs(document: Document, context: Context) -> Iterator[Hit]:
    """*Neither trains or boats*, *either the State nor the town*, *both in cities or villages*."""
    wrong: dict[str, list[str]] = context.options["pairs"]
    for text, place, word in places_of(document, wrong.keys()):
        right, found = wrong[word]
        for at in range(place + 2, place + 2 + _SPAN):
            if not text.run(place, at) or text.at(at) == right:
                break
            if text.at(at) == found:
                yield swapped(text, at, right, before=word)
                break


@check("SPL047")
def since(document: Document, context: Context) -> Iterator[Hit]:
    """*Since two years*: *since* names a point in time, *for* its length."""
    units, vague = frozenset(context.options["units"]), frozenset(context.options["vague"])
    numbers = cardinals(context.lexicon)
    for text, place, _ in places_of(document, {"since"}):
        if not text.run(place, place + 2):
            continue
        amount = text.at(place + 1)
        if (amount in numbers or amount in vague) and text.at(place + 2) in units and text.at(place + 3) != "ago":
            yield swapped(text, place, "for", before=f"{amount} {text.at(place + 2)}")


@check("SPL048")
def comma_before_that(document: Document, context: Context) -> Iterator[Hit]:
    """*Noting, that*, *the fact, that*."""
    verbs, nouns = frozenset(context.options["verbs"]), frozenset(context.options["nouns"])
    classes = classes_of(context.lexicon)
    for text, place, _ in places_of(document, {"that"}):
        if place == 0:
            continue
        before, that = text.words[place - 1], text.words[place]
        between = text.block.text[before.end() : that.start()]
        form = text.at(place - 1)
        # *Stresses* may be a noun, but not where a paragraph opens with it.
        opens = place == 1 or (place == 2 and text.at(0) in ("also", "further"))
        third = form in classes.thirds and (opens or form in classes.sure)
        verb = classes.ings.get(form) or (classes.thirds[form] if third else form)
        if between == ", " and (form in nouns or verb in verbs) and text.at(place - 2) not in ("as", "and", "or"):
            span = text.block.span(before.end(), before.end() + 1)
            fix = Fix("Leave out the comma", (Edit(span, "", ","),), "suggest")
            yield Hit(span, {"before": before[0]}, fix)


def _stem(word: str, ending: str, classes: Classes) -> str:
    """The adjective before ``ending``: itself (*strong*), without its *e* (*safe*) or with *i* for *y* (*easy*); empty for none."""
    stem = word[: -len(ending)]
    forms = (
        stem,
        stem + "e",
        f"{stem[:-1]}y" if stem.endswith("i") else "",
        stem[:-1] if stem[-2:-1] == stem[-1:] else "",
    )
    return next((form for form in forms if form in classes.adjectives), "")


def _only_plural(noun: str, classes: Classes) -> bool:
    return classes.only_plural(noun) and noun not in classes.thirds


def _ends(text: Sentence, place: int, classes: Classes) -> bool:
    """Whether the noun at ``place`` describes no other noun behind it, alone or together with another."""
    if text.at(place + 1) == "and" and text.run(place, place + 3):
        return not (classes.is_noun(text.at(place + 2)) and classes.is_noun(text.at(place + 3)))
    return not (text.run(place, place + 1) and classes.is_noun(text.at(place + 1)))


def _swap(text: Sentence, start: int, end: int, right: str) -> Hit:
    span, found = text.block.span(start, end), text.block.text[start:end]
    return Hit(
        span, {"found": found, "instead": right}, Fix(f"Write “{right}”", (Edit(span, right, found),), "suggest")
    )
