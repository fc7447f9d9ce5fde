"""A check on the commas between the members of a series: *Estonia Kenya and Uruguay*, *by sex age, disability and income*."""

from __future__ import annotations

from collections.abc import Iterator

from resolint.attested.counts import Counts
from resolint.checks import check
from resolint.checks.shared.classes import Classes, classes_of
from resolint.checks.shared.counted import counts_of
from resolint.checks.shared.sentences import Sentence, places_of
from resolint.checks.shared.texts import MOST_PAIRS, Judged
from resolint.findings import Edit, Fix, Hit
from resolint.lexicon import Lexicon, per_lexicon
from resolint.model import Document
from resolint.rule import Context

_AND = frozenset(("and", "or"))
_BEFORE = frozenset(("of", "in", "on", "for", "with", "by", "at", "from", "as", "including", "between", "along"))
_LONGEST = 5
"""A member of a series that is looked at has no more words."""
_NO_SERIES = frozenset(("and", "or", "to"))
"""Behind them the first of two words stands in no series."""
_DESCRIBING = frozenset(("rights", "customs", "arms", "sports", "women", "men", "operations", "terms"))
"""Plurals that stand before other nouns."""


@check("TYP059")
def series_comma(document: Document, context: Context) -> Iterator[Hit]:
    """Two members of a series with nothing between, where a third one follows behind a comma or *and*."""
    counts = counts_of(context.lexicon)
    if counts is None:
        return
    classes, pairs = classes_of(context.lexicon), _pairs(context.lexicon)
    for text, place, _ in places_of(document, _AND):
        if not (text.joined[place] and place + 1 < len(text.lower) and text.joined[place + 1]):
            continue
        end = place - 1
        while end > 0:
            first = _first(text, end)
            if first < end:
                for at in _unparted(text, first, end, pairs, classes, counts):
                    if text.run(at - 1, at):
                        yield _hit(text, at)
            if end - first >= _LONGEST or _gap(text, first) != ", ":
                break
            end = first - 1


@per_lexicon
def _states(lexicon: Lexicon) -> frozenset[str]:
    """The names of Member States that are one word."""
    return frozenset(name for name in lexicon.column("member-states", "running_form") if name.isalpha())


def _gap(text: Sentence, place: int) -> str:
    return text.block.text[text.end(place - 1) : text.start(place)] if place > 0 else ""


def _first(text: Sentence, end: int) -> int:
    """Where the words begin that end at ``end`` with only blanks between, as far as they are looked at."""
    first = end
    while first > 0 and text.joined[first] and end - first < _LONGEST:
        first -= 1
    return first


def _unparted(
    text: Sentence, first: int, end: int, pairs: Judged[tuple[str, str], bool], classes: Classes, counts: Counts
) -> Iterator[int]:
    """The places before which a comma is missing in the member of a series from ``first`` to ``end``."""
    one, two = text.written[end - 1], text.written[end]
    if pairs[one, two] and text.at(end - 2) not in _NO_SERIES and _in_series(text, first, end, classes, counts):
        yield end
        return
    for at in range(max(first + 1, end - 3), end - 1):
        if text.written[at] == "the" and _is_plain(text.written[at - 1], classes):
            one, two = text.written[at - 1], text.written[at + 1]
            if not counts[f"{one} the ".encode()] and counts[f"{one} , the {two} ".encode()]:
                yield at


@per_lexicon
def _pairs(lexicon: Lexicon) -> Judged[tuple[str, str], bool]:
    """Whether two words may be members of a series: States, or nouns or adjectives that are never written side by side."""
    classes, counts, states = classes_of(lexicon), counts_of(lexicon), _states(lexicon)

    def may_be(pair: tuple[str, str]) -> bool:
        one, two = pair
        if not (one.islower() and two.islower()):
            return one in states and two in states
        if one in classes.adjectives or two in classes.adjectives:
            alike = one in classes.adjectives and two in classes.adjectives
        else:
            alike = classes.is_noun(one) and classes.is_noun(two)
        return alike and counts is not None and not counts.peek(f"{one} {two} ".encode())

    return Judged(may_be, MOST_PAIRS)


def _is_plain(word: str, classes: Classes) -> bool:
    """Whether a word in small letters is a noun, and nothing else."""
    return classes.is_noun(word) and not (
        word in classes.bases
        or word in classes.thirds
        or word in classes.participles
        or word in classes.ings
        or word in classes.adjectives
        or word in classes.adverbs
    )


def _in_series(text: Sentence, first: int, end: int, classes: Classes, counts: Counts) -> bool:
    """Whether two words that may be members of a series are: States, parted in adopted texts, or both in the plural."""
    one, two = text.written[end - 1], text.written[end]
    parted = f"{one} , {two} "
    if one[0].isupper() or counts[f"{parted}and ".encode()] or counts[f"{parted}, ".encode()]:
        return True
    plain = _is_plain(one, classes) and _is_plain(two, classes)
    if not (plain and classes.only_plural(one) and classes.only_plural(two)) or one in _DESCRIBING:
        return False
    behind = end + 2 if text.at(end + 1) in _AND else end + 1
    held = (first == end - 1 and _gap(text, first) == ", ") or text.at(end - 2) in _BEFORE
    return held and classes.only_plural(text.at(behind))


def _hit(text: Sentence, place: int) -> Hit:
    gap = text.end(place - 1)
    edit = Edit(text.block.span(gap, gap), ",", "")
    fix = Fix("Put a comma between them", (edit,), "suggest")
    start, end = text.start(place - 1), text.end(place)
    return Hit(text.block.span(start, end), {"found": text.block.text[start:end]}, fix)
