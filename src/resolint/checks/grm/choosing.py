"""Small words that do not fit, are missing or needless, and words taken for another, found once for all rules that tell of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from operator import itemgetter

from resolint.attested.counts import Counts
from resolint.attested.words import Row
from resolint.checks.grm.choices import STEP, Neighbours, features, score
from resolint.checks.grm.expected import expected
from resolint.checks.grm.known import OWN, Chosen, Known, known_of
from resolint.checks.grm.meant import meant
from resolint.checks.grm.standing import may_stand
from resolint.checks.grm.weighing import asked, judged
from resolint.checks.shared.clauses import inside, quotations
from resolint.checks.shared.counted import row_of
from resolint.checks.shared.running import running
from resolint.frozen import NamedTuple
from resolint.lexicon import Lexicon
from resolint.model import Block, Document
from resolint.shared import per_document_with

__all__ = ["Chosen", "Told", "chosen_of", "doubts", "known_of", "proofs"]

_ROW = "choices by weights"
"""What this takes is shared by the rules that tell of it, and told apart from them."""
_SHORTEST = 6
"""A paragraph of fewer words and marks says too little."""


def doubts(row: Row, known: Known) -> Iterator[Chosen]:
    """The doubts of a paragraph; of several on words side by side the clearest, since one slip makes its neighbours strange."""
    last: Chosen | None = None
    for told in sorted(
        (
            *_every(row.words, known),
            *_governed(row.words, known),
            *_mistaken(row.words, known),
            *expected(row.words, known),
            *meant(row.words, known.counts, known.meant),
        ),
        key=_START,
    ):
        if last is not None and told.start <= last.end:
            last = max(last, told, key=lambda one: one.score)
            continue
        if last is not None:
            yield last
        last = told
    if last is not None:
        yield last


def _every(words: Sequence[bytes], known: Known) -> Iterator[Chosen]:
    """All doubts."""
    if len(words) < _SHORTEST:
        return
    beside: Neighbours | None = None
    for place in asked(words, known):
        beside = beside or Neighbours(words, known.views)
        if told := judged(beside, place, words, known):
            yield told


def _governed(words: Sequence[bytes], known: Known) -> Iterator[Chosen]:
    """Prepositions that the word before them hardly takes, or lacks before an article, where it takes another far more often.

    *The use on lamps*, *to submit the Council the report*: both pairs of neighbours may be written elsewhere, but not together.
    """
    if len(words) < _SHORTEST:
        return
    counts = known.counts
    threes = counts.threes(words)
    beside: Neighbours | None = None
    for place in range(2, len(words) - 2):
        word, left = words[place], words[place - 1]
        if word in _LED and not (threes[place - 2] and threes[place - 1] and threes[place]):
            often = counts.count(left + word) * _TIMES + _LEAST
            fits, end = [one for one in _LEADING if counts.count(left + one) >= often], place + 1
        elif word in _HELD and left[:1].isalnum() and not (threes[place - 2] and threes[place - 1]):
            often = counts.count(left + word) * _TIMES_HELD + _LEAST
            fits, end = [one for one in _LACKING if counts.count(left + one + word) >= often], place
        else:
            continue
        if not fits:
            continue
        beside = beside or Neighbours(words, known.views)
        own = known.every[word] if end > place else known.nothing
        found = features(beside, place - 1, end)
        stands = score(known.weights, found, own.number)
        best, other = max((score(known.weights, found, known.every[one].number), known.every[one]) for one in fits)
        better = (best - stands) * STEP
        if better > _GOVERNED and not may_stand(words, place, end, own.group, own.word, other.word):
            yield Chosen(place, end, other.word, own.group, other.group, False, better)


def _mistaken(words: Sequence[bytes], known: Known) -> Iterator[Chosen]:
    """Words taken for another where adopted texts have that other one between just these neighbours: *shall adapt its rules*."""
    if len(words) < _SHORTEST:
        return
    counts = known.counts
    beside: Neighbours | None = None
    for place, three in enumerate(counts.threes(words)[1:-1], 2):
        own = None if three else known.choices[words[place]]
        left, right = words[place - 1], words[place + 1]
        if (
            own is None
            or own[0].group != OWN
            or not _JOINING.isdisjoint((left, right))
            or (left == b"to " and right in _BOUND)  # *to teach the*: any verb may stand there
            or not (left[:1].isalpha() and right[:1].isalpha())
        ):
            continue
        often, key = max((counts.count(left + one + right), one) for one in own[1])
        stood, other = own[0], known.every[key]
        if often < _LEAST or other.group != OWN:
            continue
        beside = beside or Neighbours(words, known.views)
        found = features(beside, place - 1, place + 1)
        fit, stands = (
            score(known.weights, found, one.number) + score(known.weights, found, one.tag) for one in (other, stood)
        )
        if (fit - stands) * STEP > _MISTAKEN and not may_stand(
            words, place, place + 1, stood.group, stood.word, other.word
        ):
            yield Chosen(place, place + 1, other.word, stood.group, other.group, False, (fit - stands) * STEP)


_START = itemgetter(0)
_BOUND = frozenset((b"the ", b"a ", b"an ", b"its ", b"their "))
_JOINING = frozenset((b"and ", b"or "))
_MISTAKEN = 3.5
"""So much better must the other word fit: some 0.03 places in 1,000 words of adopted texts, none in invented drafts."""
_LED = frozenset((b"from ", b"on ", b"at ", b"with ", b"to ", b"for ", b"by "))
_LEADING = (b"of ", b"with ", b"to ", b"in ", b"at ", b"for ", b"on ", b"from ", b"by ")
_LACKING = tuple(one for one in _LEADING if one != b"in ")
"""*In* adds to any clause, and objects come late: *to appropriate for missions the amount*."""
_HELD = frozenset((b"the ", b"a ", b"an ", b"its ", b"their ", b"his "))
_TIMES, _TIMES_HELD, _LEAST = 20, 5, 10
"""So many times as often as what stands there, and so often besides, is the other preposition counted behind the same word."""
_GOVERNED = 7.0
"""So much better it must fit: among texts left out some 0.05 places in 1,000 words are told, half of them slips."""


def proofs(
    words: Sequence[bytes], start: int, end: int, others: tuple[bytes, ...], counts: Counts
) -> Iterator[tuple[bytes, str]]:
    """The choices that adopted texts have between these neighbours, where they never have what is found beside one of them.

    The figure tells how well: 1 for one that they have beside either neighbour, 2 for one that they have between both, 3 for
    the same where another word on either side belongs to it. Nothing fits where they have the neighbours side by side.
    """
    left, right = words[start - 1], words[end]
    before, behind = words[start - 2] if start > 1 else b"", words[end + 1] if end + 1 < len(words) else b""
    if start < end:
        if counts[left + words[start]] and counts[words[start] + right]:
            return
        if counts[left + right]:
            yield b"", "3" if counts[before + left + right] or counts[left + right + behind] else "1"
    elif counts[left + right]:
        return
    fits = counts.behind(left, others)
    if not fits:
        return
    ahead = counts.ahead(right, others)
    for one in fits:
        if one in ahead and counts[left + one + right]:
            yield one, "3" if counts[before + left + one] and (not behind or counts[one + right + behind]) else "2"
        elif one in ahead:
            yield one, "1"


class Told(NamedTuple):
    """A doubt in its block."""

    block: Block
    row: Row
    doubt: Chosen


@per_document_with(_ROW)
def chosen_of(document: Document, lexicon: Lexicon) -> list[Told]:
    """The doubts of a document."""
    known = known_of(lexicon)
    return [] if known is None else _find(document, known)


def _find(document: Document, known: Known) -> list[Told]:
    found = []
    for block in running(document):
        row = row_of(document, block)
        quoted: list[tuple[int, int]] | None = None
        for doubt in doubts(row, known):
            quoted = quotations(block.text) if quoted is None else quoted
            if not inside(quoted, *row.places[doubt.start]):
                found.append(Told(block, row, doubt))
    return found
