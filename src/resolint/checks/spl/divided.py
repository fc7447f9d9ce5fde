"""A check on words that stand apart where adopted texts join them, or put a hyphen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from resolint.attested.counts import STEPS, Counts
from resolint.checks import check
from resolint.checks.shared.classes import Classes, classes_of
from resolint.checks.shared.counted import counts_of
from resolint.checks.shared.sentences import Sentence, places_of, sentences, swapped, words_in
from resolint.checks.shared.texts import MOST_PAIRS, Judged, word_list
from resolint.findings import Edit, Fix, Hit
from resolint.lexicon import Lexicon, per_lexicon
from resolint.model import Document
from resolint.rule import Context

_SMALL = frozenset(
    (
        "a", "an", "the", "of", "in", "on", "to", "for", "and", "or", "by", "at", "it", "is", "as", "be", "no", "not",
        "so", "we", "he", "my", "us", "if", "its", "all", "any", "on", "with",
    )
)  # fmt: skip
_NEVER = frozenset(
    ("the", "of", "and", "or", "its", "their", "all", "is", "are", "as", "for", "by", "that", "with", "from", "which")
)
"""Words that are part of no compound, and stand in every second pair."""
_BEHIND = frozenset(("on", "in", "upon", "at", "to", "by", "for", "of", "from", "with"))
_SHORTEST = 6
_PARTICLES = frozenset(("over", "up", "down", "out", "off", "back", "in", "on", "away", "through", "around"))
"""Words behind a verb, with which it makes a noun in one word: *to hand over*, *the handover*."""
_JOINED, _HYPHENED, _SELDOM_HYPHENED = 20, 100, 10
"""So often must the other form have been counted: in one word, with a hyphen, and with one where a neighbour speaks for it."""
_APART = 500
_LONG, _TOGETHER = 4, 10
"""Words of a hyphen that should not be there are so long, and were counted so often side by side."""
_NO_COMPOUND = frozenset(("as", "is", "are", "be", "been", "was", "were", "has", "have", "had", "not", "very"))
"""Before *well* they tell that a verb follows."""
_ADJECTIVES = frozenset(("specific", "affected"))
"""Second parts that stand before nouns by themselves: behind a verb they begin its object."""
_NO_FIRST = frozenset(("group", "million", "session", "time", "field", "account", "mind"))
"""Nouns that begin no compound here: *a field specific to women*, *taking into account related recommendations*."""
_SERIES = frozenset(("and", "or"))


@check("SPL033")
def compound_divided(document: Document, context: Context) -> Iterator[Hit]:
    """*Wide spread*, *evidence based policies*, *the decision making process*."""
    counts = counts_of(context.lexicon)
    if counts is None:
        return
    words, pairs = word_list(context.lexicon), _joined(context.lexicon)
    for text in sentences(document):
        lower = text.lower
        for place in [at for at, pair in enumerate(pairwise(lower), 1) if pairs[pair]]:
            one, two = lower[place - 1 : place + 1]
            if text.joined[place] and text.written[place - 1] == one and text.written[place] == two:
                joint, sure = _joint(text, place, counts)
                # Words run together in the extraction of a text were counted too.
                known = joint != "" or words.knows(one + two)
                verb = (one, two) in _VERB_AND_MORE and _is_verb(text, place - 1)
                if joint is not None and known and not verb and text.run(place - 1, place):
                    yield _hit(text, place, joint, sure)
        for place in [at for at, word in enumerate(lower) if "-" in word]:
            word = lower[place]
            if word.count("-") == 1 and word.isascii() and text.run(place, place) and len(word) > _SHORTEST:
                instead, unsure = _without_hyphen(text.written[place], counts), False
                if not instead and _ends_group(text, place):
                    instead = _two_words(word, counts, classes_of(context.lexicon))
                    # *Conflict-prevention and peacebuilding processes*: of several before one noun.
                    unsure = text.at(place + 1) in _SERIES or text.block.text[text.end(place) :][:1] == ","
                address = "/" in text.block.text[max(0, text.start(place) - 1) : text.end(place) + 1]
                if instead and not address and not (" " in instead and _between_names(text, place)):
                    yield replace(swapped(text, place, instead), unsure=unsure)
    yield from _beginnings(document, context)
    yield from _before_nouns(document, context, counts)


_PARTS = frozenset(("un", "dis", "mis", "ir", "im"))
"""Beginnings of words that are no words: *un playable*."""


def _beginnings(document: Document, context: Context) -> Iterator[Hit]:
    """*Un playable*: the beginning of a word that stands apart."""
    words, classes = word_list(context.lexicon), classes_of(context.lexicon)
    for text, place, one in places_of(document, _PARTS):
        two = text.at(place + 1)
        if text.run(place, place + 1) and text.written[place + 1].islower() and text.written[place].islower():
            known = words.knows(one + two) or (one == "un" and two in classes.adjectives)
            if known and len(two) >= _LONG:
                yield _hit(text, place + 1, "", True)


def _before_nouns(document: Document, context: Context, counts: Counts) -> Iterator[Hit]:
    """*Rain fed fields*, *well lit paths*: compounds of a living pattern before a noun, never counted in two words."""
    classes, second = classes_of(context.lexicon), frozenset(context.options["second"])
    there = set(second)
    if "well" in words_in(document):
        there |= words_in(document) & classes.participles.keys()
    for text, place, two in places_of(document, there):
        one, noun = text.at(place - 1), text.at(place + 1)
        if not (text.run(place - 1, place + 1) and text.written[place - 1].islower() and text.written[place].islower()):
            continue
        if one == "well":
            led = text.at(place - 2) not in _NO_COMPOUND and (two in classes.participles or two in second)
        else:
            known = one in classes.plurals or one in classes.mass
            led = two in second and known and one not in classes.adjectives and one not in _NO_FIRST
            led = led and not (two in _ADJECTIVES and (one in classes.bases or one in classes.ings))
        if led and _is_thing(noun, classes) and not counts[f"{one} {two} ".encode()]:
            hit = _hit(text, place, "-", True)
            yield replace(hit, unsure=text.at(place - 2) in _SERIES)  # *racial and disability inclusive perspectives*


def _is_thing(word: str, classes: Classes) -> bool:
    """Whether a word is a noun and no verb."""
    return classes.is_noun(word) and word not in classes.bases and word not in classes.thirds and word not in _SMALL


def _ends_group(text: Sentence, place: int) -> bool:
    """Whether no noun follows that the word at ``place`` may describe."""
    return not text.run(place, place + 1) or text.at(place + 1) in _NEVER | _BEHIND


def _two_words(word: str, counts: Counts, classes: Classes) -> str:
    """What adopted texts write for a word with a hyphen that they never write so, where both words are common together."""
    one, two = word.split("-")
    if len(one) < _LONG or len(two) < _LONG or counts[f"{word} ".encode()]:
        return ""
    least = 1 if one in classes.adjectives and two in classes.singulars else _TOGETHER
    return f"{one} {two}" if STEPS[counts[f"{one} {two} ".encode()]] >= least else ""


@per_lexicon
def _joined(lexicon: Lexicon) -> Judged[tuple[str, str], bool]:
    """Whether adopted texts join two words at all, with a hyphen or without: hardly two in a thousand."""
    counts = counts_of(lexicon)

    def are_joined(pair: tuple[str, str]) -> bool:
        one, two = pair
        return (
            counts is not None
            and _NEVER.isdisjoint(pair)
            and len(one) + len(two) >= _SHORTEST
            and (one + two).isascii()
            and (one + two).isalpha()
            and _are_common(*_often(one, two, counts))
        )

    return Judged(are_joined, MOST_PAIRS)


def _often(one: str, two: str, counts: Counts) -> tuple[int, int]:
    """How often two words were counted in one, and with a hyphen."""
    return STEPS[counts.peek(f"{one}{two} ".encode())], STEPS[counts.peek(f"{one}-{two} ".encode())]


def _are_common(often: int, compound: int) -> bool:
    return often >= _JOINED or compound >= _SELDOM_HYPHENED


def _between_names(text: Sentence, place: int) -> bool:
    """Whether the hyphen joins two longer names: *the United Nations-World Bank study*."""
    beside = [text.written[at] for at in (place - 1, place + 1) if 0 <= at < len(text.lower)]
    return len(beside) == 2 and all(word[0].isupper() for word in beside)


def _without_hyphen(word: str, counts: Counts) -> str:
    """What adopted texts write for a word whose hyphen they never put: in one word, or a name in two; else empty."""
    if counts[f"{word} ".encode()] or counts[f"{word.lower()} ".encode()]:
        return ""
    one, two = word.split("-")
    if word.islower() and len(two) > 2 and STEPS[counts[f"{one}{two} ".encode()]] >= 2 * _JOINED:
        return one + two
    name = one.istitle() and two.istitle() and STEPS[counts[f"{one} {two} ".encode()]] >= _APART
    return f"{one} {two}" if name else ""


def _joint(text: Sentence, place: int, counts: Counts) -> tuple[str | None, bool]:
    """What adopted texts put between the word at ``place`` and the one before, None where they leave it at a blank."""
    one, two = text.lower[place - 1], text.lower[place]
    whole = f"{one}{two} ".encode()
    hyphened = f"{one}-{two} ".encode()
    often, compound = _often(one, two, counts)
    apart = f"{one} {two} ".encode()
    seen = STEPS[counts[apart]]
    if often >= _JOINED and not seen and len(two) > 2 and len(one) > 1 and two not in _PARTICLES:
        known = one not in _SMALL or _beside(text, place, whole, counts)
        return ("", True) if known else (None, False)
    if compound < _SELDOM_HYPHENED or one in _SMALL or two in _SMALL:
        return None, False
    behind = text.at(place + 1)
    if not seen and compound >= _HYPHENED // 4 and behind not in _BEHIND and two not in _BEHIND:
        return "-", compound >= _HYPHENED
    joined = text.run(place, place + 1)
    following = f"{behind} ".encode()
    fits = joined and counts[hyphened + following] and not counts[apart + following]
    return ("-", False) if fits and compound > 3 * seen else (None, False)


def _beside(text: Sentence, place: int, whole: bytes, counts: Counts) -> bool:
    """Whether the joined word was counted beside one of the neighbours."""
    before, behind = text.at(place - 2), text.at(place + 1)
    return bool(counts[f"{before} ".encode() + whole] or counts[whole + f"{behind} ".encode()])


def _hit(text: Sentence, place: int, joint: str, sure: bool) -> Hit:
    one, two = text.words[place - 1], text.words[place]
    span = text.block.span(one.start(), two.end())
    instead = one[0] + joint + two[0]
    values = {"found": f"{one[0]} {two[0]}", "instead": instead}
    if not sure:
        return Hit(span, values, unsure=True)
    gap = text.block.span(one.end(), two.start())
    edit = Edit(gap, joint, text.block.text[one.end() : two.start()])
    return Hit(span, values, Fix(f"Write “{instead}”", (edit,), "suggest"))


_VERB_AND_MORE = frozenset(
    (("cease", "fire"), ("know", "how"), ("break", "through"), ("carry", "over"), ("take", "over"))
)
"""Two words that are a compound as a noun, and two words where the first is a verb."""


def _is_verb(text: Sentence, place: int) -> bool:
    """Whether the word at ``place`` stands where a verb does: *to immediately cease fire*."""
    before = text.at(place - 1)
    return before in (
        "to",
        "shall",
        "should",
        "must",
        "will",
        "may",
        "and",
        "or",
        "parties",
        "they",
        "who",
        "which",
        "that",
        "we",
        "not",
        "also",
    ) or before.endswith("ly")
