"""Checks on insertions with one comma instead of two: *States, including small ones are asked*, *that, in many towns bells are*."""

from __future__ import annotations

from collections.abc import Iterator

from resolint.checks import check
from resolint.checks.shared.classes import Classes, classes_of
from resolint.checks.shared.sentences import Sentence, places_of
from resolint.checks.spl.subjects import ARTICLES, PREPOSITIONS
from resolint.findings import Edit, Fix, Hit
from resolint.model import Document
from resolint.rule import Context

_FINITE = frozenset(("is", "are", "was", "were", "has", "have", "should", "shall", "must", "can", "could", "would"))
_FAR = 14
"""An insertion looked at has no more words than these."""


@check("SPL029")
def insertion_unclosed(document: Document, context: Context) -> Iterator[Hit]:
    """An insertion behind a comma that runs straight into the verb of its sentence."""
    classes = classes_of(context.lexicon)
    openings = tuple(tuple(phrase.split()) for phrase in context.options["openings"])
    asking = tuple(tuple(phrase.split()) for phrase in context.options["before_infinitive"])
    for text, place, _ in places_of(document, {phrase[0] for phrase in (*openings, *asking)}):
        if place == 0 or text.joined[place] or _gap(text, place) != ", ":
            continue
        length = _length(text, place, (*openings, *asking))
        if not length or _is_second(text, place, openings):
            continue
        infinitive = text.lower[place : place + length] in asking
        verb = _verb(text, place + length, classes, infinitive)
        if verb:
            end = text.end(verb - 1)
            start = text.start(verb - 1)
            edit = Edit(text.block.span(end, end), ",", "")
            found = text.block.text[start : text.end(verb)]
            yield Hit(
                text.block.span(start, text.end(verb)),
                {"found": found, "opening": " ".join(text.lower[place : place + length])},
                Fix("Close with a comma", (edit,), "suggest"),
            )


def _is_second(text: Sentence, place: int, phrases: tuple[tuple[str, ...], ...]) -> bool:
    """Whether another insertion begins not far before: which of the two runs into the verb nobody can tell."""
    return any(
        _gap(text, at) == ", " and _length(text, at, phrases)
        for at in range(max(1, place - _FAR), place)
        if text.joined[at] == 0
    )


def _gap(text: Sentence, place: int) -> str:
    return text.block.text[text.end(place - 1) : text.start(place)]


def _length(text: Sentence, place: int, phrases: tuple[tuple[str, ...], ...]) -> int:
    """How many words of a phrase that opens an insertion stand at ``place``, 0 for none."""
    for phrase in phrases:
        if text.lower[place : place + len(phrase)] == phrase:
            return len(phrase)
    return 0


def _verb(text: Sentence, first: int, classes: Classes, infinitive: bool) -> int:
    """The place of the verb that the insertion beginning at ``first`` runs into, 0 if a mark or another word comes before."""
    for at in range(first, min(first + _FAR, len(text.lower))):
        word = text.at(at)
        if not text.joined[at]:
            return 0
        if infinitive and word == "to" and text.at(at + 1) in classes.pure and text.written[at + 1][0].islower():
            return at if at > first else 0
        if not infinitive and word in _FINITE and text.at(at - 1) not in ("to", "who", "that", "which"):
            return at if at > first else 0
        noun = classes.is_noun(word) or classes.modifies(word) or word in classes.participles
        small = word in PREPOSITIONS or word in ARTICLES or word in ("and", "or", "those")
        if not (noun or small or text.written[at][0].isupper()):
            return 0
    return 0


_RELATIVES = frozenset(("that", "which", "who", "where"))
_HEADS = frozenset(
    ("in", "on", "at", "by", "for", "with", "under", "within", "during", "through", "despite", "without", "among")
)
_STOPS = frozenset(
    ("that", "which", "who", "whom", "whose", "where", "when", "if", "and", "or", "to", "while", "as", "because")
)
"""Behind them another clause begins, whose verb is not looked at."""
_ARTICLED = frozenset(("a", "an", "the", "its", "their", "all", "any", "such"))


@check("SPL052")
def comma_of_pair_missing(document: Document, context: Context) -> Iterator[Hit]:
    """*That, in many towns bells are*; *Invites States, within their means to*; *takes on average, 40 days*."""
    classes = classes_of(context.lexicon)
    with_them = frozenset(context.options["with"])
    adverbs = [tuple(phrase.split()) for phrase in context.options["adverbs"]]
    asked = frozenset(context.options["verbs"])
    heads = {phrase[0] for phrase in adverbs}
    for text, place, word in places_of(document, _HEADS | heads):
        if place == 0:
            continue
        if word in _HEADS and text.lower[place - 1] in _RELATIVES and _gap(text, place) == ", ":
            yield from _run_into_verb(text, place, classes)
        elif word == "in" and text.at(place + 1) in with_them and text.at(place + 2) == "with":
            yield from _before_object(text, place, classes)
        if word in _HEADS and not text.joined[place] and _gap(text, place) == ", ":
            yield from _before_article(text, place, classes)
        for phrase in adverbs if word in heads else ():
            if text.lower[place : place + len(phrase)] == phrase:
                yield from _adverb(text, place, len(phrase))
    yield from _where_necessary(document)
    for text, place, _ in places_of(document, {"to"}):
        if place <= 2:
            continue
        verb = text.lower[1] if text.lower[0] in ("also", "further") else text.lower[0]
        if classes.thirds.get(verb) in asked and _is_infinitive(text, place, classes):
            yield from _asked(text, place, with_them)


def _run_into_verb(text: Sentence, place: int, classes: Classes) -> Iterator[Hit]:
    for at in range(place + 1, min(place + _FAR, len(text.lower))):
        word = text.at(at)
        if not text.joined[at] or word in _STOPS:
            return
        if at > place + 2 and (
            word in _FINITE
            or word in ("may", "will", "cannot")
            or (word in classes.sure and text.written[at].islower())
        ):
            span = text.block.span(text.start(place), text.end(at))
            yield Hit(span, {"found": text.block.text[span.start : span.end], "lacks": "a comma at its end"})
            return


def _before_object(text: Sentence, place: int, classes: Classes) -> Iterator[Hit]:
    """*To carry out in cooperation with towns, a survey*."""
    first = place - 2 if text.at(place - 1) in ("out", "up") else place - 1
    if not text.run(first - 1, place) or text.at(first - 1) != "to" or text.at(first) not in classes.bases:
        return
    for at in range(place + 3, min(place + _FAR, len(text.lower))):
        if not text.joined[at]:
            if _gap(text, at) == ", " and text.at(at) in _ARTICLED and at > place + 3:
                yield _lacking(text, place, "a comma before it")
            return


_ALONE = frozenset(("necessary", "appropriate", "possible", "needed", "applicable", "relevant", "feasible", "required"))
_OPEN = frozenset(("and", "or", "that", "which", "who"))
"""Behind them and a comma *where necessary* is an insertion: *and, where necessary to close*."""


def _where_necessary(document: Document) -> Iterator[Hit]:
    """*And, where necessary to close mills*."""
    for text, place, _ in places_of(document, {"where", "if", "as", "when"}):
        alone = place > 0 and text.at(place + 1) in _ALONE and text.run(place, place + 2)
        begun = alone and text.at(place - 1) in _OPEN and _gap(text, place) == ", "
        if begun and text.at(place + 2) not in _HEADS | {"and", "or"}:
            yield _lacking(text, place + 2, "a comma at its end")


_PER = frozenset(("day", "week", "month", "year", "hour", "minute", "head", "person"))
"""Behind *a* they tell how often: *five days a week*."""


def _before_article(text: Sentence, place: int, classes: Classes) -> Iterator[Hit]:
    """*To designate, by 30 June 2027 a centre*; *to convene, at its tenth session a panel*: an article behind a noun or a year."""
    first = place - 1
    while text.at(first) in ("out", "up") or text.at(first) in classes.adverbs:
        first -= 1
    if not text.run(first - 1, place - 1) or text.at(first - 1) != "to" or text.at(first) not in classes.bases:
        return
    for at in range(place + 1, min(place + _FAR, len(text.lower))):
        gap = _gap(text, at)
        if not all(sign.isdigit() or sign in " \xa0" for sign in gap):
            return
        before = text.at(at - 1)
        if at > place + 1 and text.at(at) in ("a", "an", "the", "its", "their"):
            ended = gap.strip(" \xa0").isdigit() or (classes.is_noun(before) and before not in classes.bases)
            ended = ended or before == "session" or text.written[at - 1][0].isupper()
            if ended and text.at(at + 1) not in _PER:
                yield _lacking(text, at, "a comma at its end")
                return
        if before in _STOPS:
            return


def _adverb(text: Sentence, place: int, length: int) -> Iterator[Hit]:
    """*It takes on average, 40 days*, *every year, on average and*."""
    end = place + length
    behind = text.block.text[text.end(end - 1) :][:2]
    if not text.run(place, end - 1):
        return
    if behind == ", " and text.joined[place] and text.at(place - 1) not in _STOPS | _HEADS | {"including"}:
        yield _lacking(text, place, "a comma before it")
        return
    opened = text.run(end - 1, end) and _gap(text, place) == ", " and text.lower[place] != "inter"
    if opened and text.at(end) not in _HEADS | {"from", "of", "leading"}:
        yield _lacking(text, end, "a comma at its end")


def _is_infinitive(text: Sentence, place: int, classes: Classes) -> bool:
    """Whether a verb follows *to* at ``place``."""
    word = text.at(place + 1)
    if not text.run(place, place + 1) or word in ARTICLES:
        return False
    return word in classes.bases or not classes.is_noun(word) or text.at(place + 2) in ARTICLES | {"them", "it"}


def _asked(text: Sentence, place: int, with_them: frozenset[str]) -> Iterator[Hit]:
    """*Invites States, within their means to ring*; *Invites States within their means, to ring*."""
    before = range(1, place)
    if any(text.at(at) in ("to", "that") for at in before):
        return
    parted = [at for at in before if not text.joined[at]]
    if text.joined[place]:
        later = any(text.at(at) == "to" and not text.joined[at] for at in range(place + 1, len(text.lower)))
        if len(parted) == 1 and not later and _gap(text, parted[0]) == ", " and _opens(text, parted[0], with_them):
            yield _lacking(text, place, "a comma at its end")
    elif not parted and _gap(text, place) == ", ":
        starts = [at for at in range(3, place - 1) if _opens(text, at, with_them)]
        if len(starts) == 1 and "and" not in text.lower[: starts[0]]:
            yield _lacking(text, starts[0], "a comma before it")


def _opens(text: Sentence, place: int, with_them: frozenset[str]) -> bool:
    """Whether a phrase begins at ``place`` that stands between two commas."""
    word, following = text.at(place), text.at(place + 1)
    return word == "within" or (word == "in" and following in with_them) or (word, following) in _TWO


_TWO = frozenset(
    (("subject", "to"), ("pursuant", "to"), ("upon", "request"), ("as", "part"), ("at", "its"), ("at", "their"))
)


def _lacking(text: Sentence, place: int, lacks: str) -> Hit:
    """The words on both sides of the place where a comma is missing."""
    span = text.block.span(text.start(place - 1), text.end(place))
    gap = text.end(place - 1)
    fix = Fix("Put a comma", (Edit(text.block.span(gap, gap), ",", ""),), "suggest")
    return Hit(span, {"found": text.block.text[span.start : span.end], "lacks": lacks}, fix)
