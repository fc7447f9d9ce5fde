"""Checks on what words govern: the preposition behind a verb, an adjective or a noun, and the form of a verb behind a noun."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from resolint.checks import check
from resolint.checks.shared.classes import Classes, classes_of
from resolint.checks.shared.sentences import Sentence, sentences
from resolint.findings import Edit, Fix, Hit
from resolint.lexicon import Lexicon, per_lexicon
from resolint.model import Document
from resolint.rule import Context

_DETERMINERS = frozenset(
    (
        "the", "a", "an", "its", "their", "this", "these", "those", "all", "any", "such", "our", "each", "every", "his",
        "her", "no", "other",
    )
)  # fmt: skip
_BE = frozenset(("is", "are", "was", "were", "be", "been", "being"))
_FREE = frozenset(("in", "on", "at", "for", "by", "with", "to"))
"""Prepositions that may also begin a phrase of place, time or manner behind any word."""
_AHEAD = 4


@per_lexicon
def _governed(lexicon: Lexicon) -> Mapping[str, tuple[tuple[frozenset[str], str], ...]]:
    """For each word of the table the prepositions that are wrong behind it, with the one that is right."""
    found: dict[str, tuple[tuple[frozenset[str], str], ...]] = {}
    for row in lexicon.rows("governed-prepositions"):
        rule = (frozenset(row["wrong"].split()), row["right"])
        for word in row["words"].split():
            found[word] = (*found.get(word, ()), rule)
    return found


@check("SPL040")
def preposition(document: Document, context: Context) -> Iterator[Hit]:
    """*Depends of the weather*, *emphasized on the need*, *aware about the risk*."""
    governed, classes = _governed(context.lexicon), classes_of(context.lexicon)
    phrases = frozenset(context.options["phrases"])
    far = frozenset(context.options["phrases_with_to"])
    for text in sentences(document):
        for place, word in enumerate(text.lower):
            if word not in governed or not text.run(place, place + 2):
                continue
            found = text.at(place + 1)
            right = next((right for wrong, right in governed[word] if found in wrong), None)
            if right is not None and _bound(text, place, classes, far if found == "to" else phrases):
                yield _hit(text, place, right)


@check("SPL041")
def noun_complement(document: Document, context: Context) -> Iterator[Hit]:
    """*The importance to provide the service*, *the feasibility to introduce a fee*, *the ability of ensuring the supply*."""
    classes = classes_of(context.lexicon)
    gerund: Mapping[str, str] = {
        word: preposition for preposition, words in context.options["gerund"].items() for word in words
    }
    infinitive, asked, addressees = (frozenset(context.options[name]) for name in ("infinitive", "asked", "addressees"))
    for text in sentences(document):
        for place, word in enumerate(text.lower):
            if word in asked and (at := _asked_for(text, place, addressees)) and text.at(at + 1) in classes.ings:
                yield _swap(text, at, at + 1, f"to {classes.ings[text.at(at + 1)]}", " ".join(text.lower[place:at]))
            joint = text.at(place + 1)
            verb = text.at(place + 2)
            if not text.run(place, place + 2) or text.words[place + 2][0][0].isupper():
                continue
            if word in gerund and joint == "to":
                objects = verb in classes.pure or (verb in classes.bases and _determined(text, place + 2))
                if objects and text.run(place + 2, place + 3):
                    yield _swap(
                        text, place + 1, place + 2, f"{gerund[word]} {classes.ing_of.get(verb, '')}".strip(), word
                    )
            elif (
                word in infinitive and joint in ("of", "for") and verb in classes.ings and _determined(text, place + 2)
            ):
                yield _swap(text, place + 1, place + 2, f"to {classes.ings[verb]}", word)


@check("SPL042")
def addressee(document: Document, context: Context) -> Iterator[Hit]:
    """*Inviting to Member States*, *requested to the Secretary-General*: whom these verbs address stands without *to*."""
    classes = classes_of(context.lexicon)
    verbs = frozenset(context.options["verbs"])
    addressees = frozenset(context.options["addressees"])
    for text in sentences(document):
        for place in range(len(text.lower)):
            head = text.words[place][0][0].isupper()  # OPR029 speaks of openings
            if head or text.at(place + 1) != "to" or not text.run(place, place + 2):
                continue
            if _form_of(text, place, verbs, classes) and _addressed(text, place + 2, addressees):
                yield _hit(text, place, "")


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


def _addressed(text: Sentence, place: int, addressees: frozenset[str]) -> bool:
    """Whether an addressee stands at ``place``, behind an article and at most two words before its noun."""
    last = place + (3 if text.at(place) in _DETERMINERS else 2)
    return any(text.at(at) in addressees and text.run(place, at) for at in range(place, last))


def _asked_for(text: Sentence, place: int, addressees: frozenset[str]) -> int:
    """Where *for* stands before what somebody is asked to do, behind at most four words that name who; 0 for nowhere."""
    for at in range(place + 2, place + 6):
        if text.at(at) == "for":
            named = text.at(at - 1) in addressees and text.run(place, at + 2)
            return at if named and _determined(text, at + 1) else 0
    return 0


def _bound(text: Sentence, place: int, classes: Classes, phrases: frozenset[str]) -> bool:
    """Whether the preposition belongs to the word: no verb follows its *to*, and no phrase of place, time or manner begins."""
    word, found, behind = (text.at(place + step) for step in range(3))
    if found == "to" and (behind in classes.bases or behind == "be" or behind in classes.adverbs):
        return False
    if found not in _FREE:
        return True
    if word in classes.participles and word not in classes.adjectives and text.at(place - 1) in _BE:
        return False
    end = place + 2
    while end < place + 2 + _AHEAD and text.run(place + 2, end):
        if text.at(end) in phrases:
            return False
        end += 1
    return True


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
    start, end = text.words[first].start(), text.words[last].end()
    span, found = text.block.span(start, end), text.block.text[start:end]
    return Hit(
        span,
        {"before": before, "found": found, "instead": right},
        Fix(f"Write “{right}”", (Edit(span, right, found),), "suggest"),
    )
