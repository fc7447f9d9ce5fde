"""A check on names whose capitals are missing, told by how adopted texts write the same words beside one another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import compress, count, pairwise

from resolint.attested.counts import Counts
from resolint.checks import check
from resolint.checks.shared.classes import Classes, classes_of
from resolint.checks.shared.counted import counts_of
from resolint.checks.shared.sentences import Sentence, places_of, sentences, words_in
from resolint.checks.shared.texts import MOST_PAIRS, Judged
from resolint.findings import Edit, Fix, Hit
from resolint.frozen import NamedTuple
from resolint.lexicon import Lexicon, per_lexicon
from resolint.model import Document
from resolint.rule import Context

_SHORTEST = 4
_OFTEN, _SELDOM = 20, 8
"""So often must the name have been counted: where both words change, and where one does."""
_SURELY = 60
"""So often where the last word of the name is a common one: *the International Year of*."""
_COMMON, _FAR_OFTENER = 200, 40
_RATE = 10
"""So many times as often must adopted texts write a word behind *the* with a capital, where the draft itself does so."""
_TWICE = 2
_STATES = frozenset(("state", "states"))
_DETERMINERS = frozenset(
    (
        "other",
        "their",
        "some",
        "many",
        "most",
        "both",
        "such",
        "this",
        "that",
        "these",
        "those",
        "eastern",
        "western",
        "northern",
        "southern",
    )
)


class _Known(NamedTuple):
    """What the check asks of the language."""

    counts: Counts
    classes: Classes
    pairs: Judged[tuple[str, str], bool]


@check("CAP018")
def capital_missing(document: Document, context: Context) -> Iterator[Hit]:
    """*The statistical commission*, *the Single convention*, *the government of Chad*; *the commission* and *the Commission*."""
    counts = counts_of(context.lexicon)
    if counts is None:
        return
    known = _Known(counts, classes_of(context.lexicon), _pairs(context.lexicon))
    for text in sentences(document):
        written = text.written
        for place in compress(count(1), map(known.pairs.__getitem__, pairwise(written))):
            if place > 1 and text.run(place - 1, place):
                yield from _name(text, place, known)
    for text, place, _ in places_of(document, {"of"}):
        if place > 1 and text.written[place - 1].islower() and text.run(place - 1, place + 1):
            yield from _name_with_of(text, place, counts)
    yield from _as_elsewhere(document, counts)


@per_lexicon
def _pairs(lexicon: Lexicon) -> Judged[tuple[str, str], bool]:
    """Whether adopted texts write two words with other capitals, and never as they stand."""
    counts = counts_of(lexicon)

    def are_of_a_name(pair: tuple[str, str]) -> bool:
        one, two = pair
        if counts is None or len(one) < _SHORTEST or len(two) < _SHORTEST or not (one + two).isascii():
            return False
        if not (one + two).isalpha() or not (one.islower() or two.islower()) or counts.peek(f"{one} {two} ".encode()):
            return False
        if two in _STATES:
            return one.islower() and counts.count(f"{one} {two.capitalize()} ".encode()) >= _SELDOM
        both = counts.count(f"{one.capitalize()} {two.capitalize()} ".encode())
        if not (one.islower() and two.islower()):
            return both >= _SELDOM
        return both >= _OFTEN or (
            _is_large(one, counts) and counts.count(f"{one.capitalize()} {two} ".encode()) >= _SELDOM
        )

    return Judged(are_of_a_name, MOST_PAIRS)


def _name(text: Sentence, place: int, known: _Known) -> Iterator[Hit]:
    """Two words that adopted texts never write so, but with capitals."""
    one, two = text.written[place - 1 : place + 1]
    before = text.at(place - 2)
    if one.islower() and two.islower():
        the = before == "the" and text.run(place - 2, place)
        named = the and known.counts[f"the {one.capitalize()} {two.capitalize()} ".encode()]
        if named and _is_large(two, known.counts):
            yield _hit(text, place - 1, place)
        elif two in _STATES:
            yield replace(_hit(text, place, place), unsure=True)
        elif two in known.classes.participles or two in known.classes.adjectives or two == "concerned":
            yield from _described(text, place, known.counts)
    elif one.islower():
        verb = one in known.classes.ings or one in known.classes.participles or one in known.classes.bases
        if two.istitle() and not verb and one not in known.classes.thirds and one not in _DETERMINERS:
            # *The 2013 independent Panel of Experts*: which of several panels is meant.
            yield replace(_hit(text, place - 1, place), unsure=before.isdecimal())
    elif one.istitle() and one[-1] != "s" and not text.written[place - 2][0].isupper() and place > 2:
        goes_on = before == "of" and text.written[place - 3][0].isupper()
        if not goes_on and text.run(place - 2, place) and _is_large(two, known.counts):
            # *Afghan government institutions*: a word before a plural describes it and may be small.
            yield replace(_hit(text, place - 1, place), unsure=text.at(place + 1) in known.classes.singulars)


def _described(text: Sentence, place: int, counts: Counts) -> Iterator[Hit]:
    """*The government concerned*: a name with a word behind it that describes it."""
    one, two = text.written[place - 1], text.written[place]
    if _is_large(one, counts) and counts[f"{one.capitalize()} {two} ".encode()]:
        yield _hit(text, place - 1, place - 1)


def _always_large(word: str, counts: Counts) -> bool:
    """Whether adopted texts write a word between *the* and *of* with a capital forty times as often as without."""
    large = counts.count(f"the {word.capitalize()} of ".encode())
    return large >= _COMMON and large >= _FAR_OFTENER * counts.count(f"the {word} of ".encode())


def _is_large(word: str, counts: Counts) -> bool:
    """Whether adopted texts write a word with a capital more often than without."""
    return counts.count(f"{word.capitalize()} ".encode()) > counts.count(f"{word} ".encode())


def _name_with_of(text: Sentence, place: int, counts: Counts) -> Iterator[Hit]:
    """*The board of auditors*, *the international year of Footpaths*, *the government of Chad*."""
    one, behind = text.written[place - 1], text.written[place + 1]
    if not one.isascii() or len(one) < _SHORTEST:
        return
    large = one.capitalize()
    before = text.written[place - 2]
    if before.islower() and len(before) >= _SHORTEST and text.at(place - 3) == "the":
        if counts[f"{before} {one} of ".encode()] or not text.run(place - 3, place):
            return
        often = counts.count(f"the {before.capitalize()} {large} of ".encode())
        if often >= (_OFTEN if _is_large(one, counts) else _SURELY):
            yield _hit(text, place - 2, place - 1)
            return
    if before != "the" or counts[f"{one} of {behind} ".encode()] or counts[f"the {one} of {behind} ".encode()]:
        return
    if behind.islower():
        often = counts.count(f"the {large} of {behind.capitalize()} ".encode())
        if often >= _OFTEN and counts.count(f"the {large} ".encode()) > counts.count(f"the {one} ".encode()):
            yield _hit(text, place - 1, place + 1)
    elif counts.count(f"the {large} of {behind} ".encode()) >= _SELDOM or _always_large(one, counts):
        yield _hit(text, place - 1, place - 1)


def _as_elsewhere(document: Document, counts: Counts) -> Iterator[Hit]:
    """*The commission* in a draft that else writes *the Commission*, as adopted texts nearly always do."""
    if "the" not in words_in(document):
        return
    large: Counter[str] = Counter()
    small: dict[str, list[tuple[Sentence, int]]] = {}
    for text, place, _ in places_of(document, {"the"}):
        if place + 2 >= len(text.written) or not text.joined[place + 1]:
            continue
        word = text.written[place + 1]
        if len(word) < _SHORTEST:
            continue
        following = text.written[place + 2] if text.joined[place + 2] else ""
        if following in ("of", "for", "on", "and"):
            continue
        if word.islower():
            small.setdefault(word, []).append((text, place + 1))
        elif word.istitle() and following[:1].islower():
            large[word.lower()] += 1
    for word, often in large.items():
        places = small.get(word, ())
        if often < _TWICE or len(places) != 1:
            continue
        if counts.count(f"the {word.capitalize()} ".encode()) >= _RATE * counts.count(f"the {word} ".encode()):
            text, place = places[0]
            if text.run(place - 1, place):
                yield _hit(text, place, place)


def _hit(text: Sentence, first: int, last: int) -> Hit:
    span = text.block.span(text.start(first), text.end(last))
    found = text.block.text[span.start : span.end]
    instead = " ".join(
        word if word in ("of", "the") or not word.islower() else word.capitalize()
        for word in text.written[first : last + 1]
    )
    return Hit(
        span, {"found": found, "instead": instead}, Fix(f"Write “{instead}”", (Edit(span, instead, found),), "suggest")
    )
