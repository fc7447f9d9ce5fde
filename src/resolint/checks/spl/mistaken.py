"""A check on words that are spelt right and meant otherwise, told by what stands beside them in adopted texts."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping

from resolint.attested.counts import STEPS, Counts
from resolint.attested.words import Row
from resolint.checks import check
from resolint.checks.shared.counted import counts_of, row_of
from resolint.checks.shared.sentences import Sentence, places_of, swapped
from resolint.findings import Hit
from resolint.frozen import NamedTuple
from resolint.lexicon import Lexicon, per_lexicon
from resolint.model import Document
from resolint.rule import Context

_RARE, _RARER = 60, 20
"""A word is rare that was counted less often than this, or so many times less than the one that may be meant."""
_OFTEN = 20


class Confusable(NamedTuple):
    """For a word those that may be meant; ``alone`` are the words that no text of the kind writes at all."""

    meant: Mapping[str, tuple[str, ...]]
    alone: frozenset[str]


@per_lexicon
def confusable(lexicon: Lexicon) -> Confusable:
    """The table ``confusable-words``."""
    rows = lexicon.rows("confusable-words")
    meant = {row["word"]: tuple(row["meant"].split()) for row in rows}
    return Confusable(meant, frozenset(row["word"] for row in rows if row["alone"]))


@check("SPL031")
def word_mistaken(document: Document, context: Context) -> Iterator[Hit]:
    """*The costal States*, *made available form other sources*."""
    known, counts = confusable(context.lexicon), counts_of(context.lexicon)
    if counts is None:
        return
    for text, place, _ in places_of(document, known.meant.keys()):
        if text.written[place].islower() and text.run(place, place):
            yield from _at(text, place, known, counts, row_of(document, text.block))


def _at(text: Sentence, place: int, known: Confusable, counts: Counts, row: Row) -> Iterator[Hit]:
    """The finding on the word at ``place``, where its neighbours are at home with another and not with it.

    ``row`` are the words of the paragraph as they are counted.
    """
    if text.run(place - 1, place + 1):
        three = " ".join(text.written[place - 1 : place + 2]) + " "
        if three.isascii() and counts[three.encode()]:
            return
    around = _neighbours(row, (text.start(place), text.end(place)))
    if around is None:
        return
    word = text.written[place]
    found = max(
        (_likely(around, word, other, counts), _beside(around, other, counts), other) for other in known.meant[word]
    )
    if found[0] or word in known.alone:
        hit = swapped(text, place, found[2])
        yield hit if found[0] != 1 or word in known.alone else Hit(hit.span, hit.values, unsure=True)


def _beside(around: tuple[bytes, bytes, bytes, bytes], word: str, counts: Counts) -> int:
    """How often ``word`` was counted beside its neighbours, to choose among several that may be meant."""
    here = word.encode() + b" "
    return STEPS[counts[around[1] + here]] + STEPS[counts[here + around[2]]]


def _neighbours(row: Row, span: tuple[int, int]) -> tuple[bytes, bytes, bytes, bytes] | None:
    """Two words or marks on either side of the word at ``span``, as they are counted; None where the paragraph ends before."""
    words, at = row.words, bisect_left(row.places, span)
    if not 2 <= at <= len(words) - 3 or row.places[at] != span:
        return None
    return words[at - 2], words[at - 1], words[at + 1], words[at + 2]


def _likely(around: tuple[bytes, bytes, bytes, bytes], word: str, other: str, counts: Counts) -> int:
    """How likely ``other`` is meant for ``word``: 2 where that is sure, 1 where it may be, 0 where nothing shows it.

    Nothing is told where ``word`` was counted with two of its neighbours, or with the one before and the one behind.
    """
    before2, before, behind, behind2 = around
    if not (before[:1].isalnum() or behind[:1].isalnum()):
        return 0  # in a list of single words anything may stand
    here, there = word.encode() + b" ", other.encode() + b" "
    if counts[before + here + behind] or counts[before2 + before + here] or counts[here + behind + behind2]:
        return 0
    unseen = (not counts[before + here]) + (not counts[here + behind])
    if not unseen:
        return 0
    left, right = STEPS[counts[before + there]], STEPS[counts[there + behind]]
    across = STEPS[counts[before + there + behind]]
    longer = (across > 0) + (counts[before2 + before + there] > 0) + (counts[there + behind + behind2] > 0)
    own, others = STEPS[counts[here]], STEPS[counts[there]]
    rare = own < _RARE or own * _RARER < others
    if unseen == 1:
        return 2 if (rare and across >= 5 and longer >= 2) or (across >= 10 and longer == 3) else 0
    sides = min(left, right), max(left, right)
    if sides[0] and (
        across >= 5
        or (across and (rare or longer > 1))
        or (rare and (longer or sides[0] >= 5))
        or (longer and sides[0] >= 3 and sides[1] >= _OFTEN)
    ):
        return 2
    return 1 if rare and own * _RARER < others and sides[1] >= _OFTEN else 0
