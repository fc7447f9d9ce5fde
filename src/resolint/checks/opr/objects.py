"""Checks on what stands between an opening and what it speaks of: a preposition that is missing, a comma that is too much."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from resolint.checks import check
from resolint.checks.opr.patterns import clauses
from resolint.checks.shared.classes import Classes, classes_of
from resolint.checks.shared.clauses import ClauseStart
from resolint.checks.shared.sentences import Sentence
from resolint.findings import Edit, Fix, Hit
from resolint.model import Document
from resolint.rule import Context

_OBJECT = frozenset(("the", "its", "their", "this", "these", "those", "all"))
"""Words with which an object begins, and none of the words that say when or how something is noted."""
_OWN = frozenset(("its", "our", "their"))
_NO_OPENING = frozenset(
    ("of", "at", "to", "for", "about", "over", "in", "into", "on", "by", "that", "from", "upon", "as", "how")
)
_LONGEST = 10
"""An opening has at most so many words: *Further expresses its deep and growing concern*."""


def _opened(document: Document, context: Context) -> Iterator[tuple[ClauseStart, Sentence, int]]:
    """The preambular and operative paragraphs as words, with the place where each begins."""
    for _, head, text in clauses(document, context.lexicon):
        first = text.first_from(head.start + head.opening.start)
        if first is not None:
            yield head, text, first


@check("OPR049")
def preposition_missing(document: Document, context: Context) -> Iterator[Hit]:
    """*Takes note the report*, *Expressing its deep concern the situation*."""
    verbs = frozenset(context.options["verbs"])
    prepositions: Mapping[str, list[str]] = context.options["prepositions"]
    classes = classes_of(context.lexicon)
    for _, text, first in _opened(document, context):
        verb = next((at for at in (first, first + 1) if _base(text.at(at), classes) in verbs), None)
        if verb is None:
            continue
        noun = _noun(text, verb + 1, prepositions)
        at = 0 if noun is None else _object(text, noun + 1)
        if noun is not None and at and text.run(first, at):
            yield _missing(text, noun, at, prepositions[text.at(noun)])


def _base(word: str, classes: Classes) -> str:
    """The base form of a verb in any of the forms that open a paragraph."""
    return classes.thirds.get(word) or classes.ings.get(word) or word


def _noun(text: Sentence, place: int, nouns: Mapping[str, list[str]]) -> int | None:
    """The place of the noun that an opening ends with, behind what describes it."""
    for at in range(place, min(place + _LONGEST, len(text.lower))):
        word = text.at(at)
        if word in nouns:
            return at
        if word in _NO_OPENING or word == "with" or (word in _OBJECT and word not in _OWN):
            return None
    return None


def _object(text: Sentence, place: int) -> int:
    """The place of the object that follows at once, or behind *with appreciation*; 0 for none."""
    at = place + 1 if text.at(place) in ("also", "again", "further") else place
    if text.at(at) == "with":
        at += 1
        while at < place + 5 and text.at(at) not in _OBJECT and text.at(at) not in _NO_OPENING:
            at += 1
        if at == place + 1:
            return 0
    return at if text.at(at) in _OBJECT and text.at(at + 1) not in ("more", "time", "year", "day") else 0


def _missing(text: Sentence, noun: int, at: int, wanted: list[str]) -> Hit:
    start, end = text.start(at), text.end(at)
    word, before = text.written[at], text.written[at - 1]
    span = text.block.span(start, end)
    instead = "” or “".join(f"{before} {one} {word}" for one in wanted)
    # *Appreciation to the Government*, *for the work*: thanks go to those who have a name.
    named = text.written[at + 1][:1].isupper() if at + 1 < len(text.written) else False
    first = f"{wanted[0] if named else wanted[-1]} {word}" if wanted[0] == "to" else f"{wanted[0]} {word}"
    fix = Fix(f"Write “{first}”", (Edit(span, first, word),), "suggest")
    return Hit(span, {"before": before, "behind": word, "instead": instead}, fix)


@check("OPR050")
def comma_behind_opening(document: Document, context: Context) -> Iterator[Hit]:
    """*Decides, to convene a meeting*: a comma between a verb and the infinitive that it leads to."""
    verbs = frozenset(context.options["verbs"])
    classes = classes_of(context.lexicon)
    for head, text, first in _opened(document, context):
        if head.opening.verb not in verbs:
            continue
        place = next((at for at in range(first, first + 3) if _base(text.at(at), classes) == head.opening.verb), None)
        if place is None or text.at(place + 1) != "to" or text.at(place + 2) not in classes.bases:
            continue
        end = text.end(place)
        if text.block.text[end : text.start(place + 1)] == ", " and text.run(place + 1, place + 2):
            span = text.block.span(end, end + 1)
            fix = Fix("Leave out the comma", (Edit(span, "", ","),), "suggest")
            yield Hit(span, {"before": text.written[place]}, fix)
