"""Checks on words in one or in two by what they are to the sentence, on what joins a comparison, on *as* and *it* that are lost."""

from __future__ import annotations

from collections.abc import Iterator

from resolint.checks import check
from resolint.checks.grm.forms import listed
from resolint.checks.shared.classes import Classes, classes_of
from resolint.checks.shared.sentences import Sentence, places_of, swapped
from resolint.findings import Hit
from resolint.lexicon import Lexicon, english, per_lexicon
from resolint.lexicon.ordinals import cardinal_word
from resolint.model import Document
from resolint.rule import Context

_ADVERBS = {
    "there": listed("of in on to by from with under after at upon"),
    "here": listed("of in by to with after under"),
}
"""What stands in one with the word before, where nothing follows that a preposition could govern."""
_BEHIND = listed("and or but is are was were shall should may that which to as for")
_COMPARATIVES = listed(
    "more less fewer rather lower higher greater larger smaller better worse earlier later longer sooner faster slower older "
    "younger stronger weaker easier other shorter cheaper safer deeper wider"
)
_AMOUNTS = listed("those half any twice others")
_SAME = 4
"""*Than* stands at most so many words behind *same*."""
_BEHIND_AS_WELL = listed(
    "the a an its their his her our those these this of for in on to by with from at through within under between among other all "
    "any such efforts women men children"
)
_MAKING = listed("make makes making made")
_MADE = listed("possible impossible easy easier hard harder difficult necessary")


@check("GRM016")
def one_word_or_two(document: Document, context: Context) -> Iterator[Hit]:
    """*Chapter III there of*, *people everyday and*."""
    classes = classes_of(context.lexicon)
    for text, place, word in places_of(document, _ADVERBS.keys()):
        behind = text.at(place + 1)
        if behind in _ADVERBS[word] and text.run(place, place + 1) and _governs_nothing(text, place + 1, classes):
            yield swapped(text, place, word + behind, last=place + 1)
    for text, place, _ in places_of(document, {"everyday"}):
        if text.run(place, place) and not _describes(text, place, classes) and text.written[place].islower():
            yield swapped(text, place, "every day")


def _governs_nothing(text: Sentence, place: int, classes: Classes) -> bool:
    """Whether the preposition at ``place`` ends its clause, or a verb of the clause follows."""
    behind = text.at(place + 1)
    if not text.run(place, place + 1):
        return text.block.text[text.end(place) :][:1] in (",", ";", ".", ":", "")
    return behind in _BEHIND or behind in classes.sure


def _describes(text: Sentence, place: int, classes: Classes) -> bool:
    """Whether a noun follows that the word at ``place`` may describe."""
    behind = text.at(place + 1)
    return text.run(place, place + 1) and (classes.is_noun(behind) or behind in classes.adjectives)


@check("GRM017")
def comparison_joint(document: Document, context: Context) -> Iterator[Hit]:
    """*Cost less that those*, *the same protection than records*, *as old than the mills*."""
    classes = classes_of(context.lexicon)
    for text, place, _ in places_of(document, _COMPARATIVES - {"other"}):
        if (
            text.at(place + 1) in ("that", "then", "as")
            and text.run(place, place + 1)
            and _compared(text, place + 2, context.lexicon)
        ):
            yield swapped(text, place + 1, "than")
    for text, place, word in places_of(document, {"same", "as"}):
        last = place + (_SAME if word == "same" else 2)
        for at in range(place + 2, last + 1):
            if not text.run(place, at) or text.at(at - 1) in _COMPARATIVES:
                break
            if text.at(at) == "than":
                plain = word == "same" or text.at(at - 1) in classes.adjectives or text.at(at - 1) in classes.adverbs
                if plain and not text.at(at - 1).endswith("er"):
                    yield swapped(text, at, "as")
                break


@per_lexicon
def _amounts(lexicon: Lexicon) -> frozenset[str]:
    """With what something is compared: words for amounts, and numbers up to six."""
    return _AMOUNTS | {cardinal_word(number, lexicon) for number in range(1, 7)}


def _compared(text: Sentence, place: int, lexicon: Lexicon) -> bool:
    """Whether a number or *those* stands at ``place``, with which something is compared."""
    figure = text.block.text[text.end(place - 1) :].lstrip(" \xa0")[:1].isdigit()
    return figure or (text.at(place) in _amounts(lexicon) and text.run(place - 1, place))


@check("GRM018")
def word_lost(document: Document, context: Context) -> Iterator[Hit]:
    """*The keepers, as well the ringers*, *will make possible to ring*."""
    for text, place, _ in places_of(document, {"well"}):
        lost = text.at(place - 1) == "as" and text.run(place - 1, place + 1) and text.at(place + 1) in _BEHIND_AS_WELL
        if lost and place > 1 and text.block.text[text.end(place - 2) :][:1] == ",":
            yield swapped(text, place - 1, "as well as", last=place)
    for text, place, word in places_of(document, _MADE):
        first = place - 2 if text.at(place - 1) in ("more", "less") else place - 1
        if text.at(first) in _MAKING and text.at(place + 1) in ("to", "for") and text.run(first, place + 1):
            # *Was made possible for them* is a passive, *have made possible* is none.
            if text.at(first) == "made" and text.at(first - 1) not in english.TO_HAVE:
                continue
            middle = "" if first == place - 1 else f"{text.at(place - 1)} "
            yield swapped(text, first, f"{text.at(first)} it {middle}{word}", last=place)
