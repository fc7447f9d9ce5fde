"""Small words that do not fit, are missing or needless, and words taken for another, found once for all rules that tell of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from operator import itemgetter

from resolint.attested.counts import Counts
from resolint.attested.words import Row
from resolint.checks.grm.choices import (
    MOST_KEPT,
    SMALL,
    STEP,
    Neighbours,
    Views,
    choice,
    classed,
    features,
    grouped,
    opened,
    score,
)  # fmt: skip
from resolint.checks.grm.doubts import tokens_of
from resolint.checks.grm.standing import may_stand
from resolint.checks.shared.clauses import inside, quotations
from resolint.checks.shared.counted import counts_of, row_of
from resolint.checks.shared.running import running
from resolint.frozen import NamedTuple
from resolint.lexicon import Lexicon, per_lexicon
from resolint.model import Block, Document
from resolint.shared import per_document_with

__all__ = ["Chosen", "Told", "chosen_of", "doubts", "known_of", "proofs"]

_ROW = "choices by weights"
"""What this takes is shared by the rules that tell of it, and told apart from them."""
_SHORTEST = 6
"""A paragraph of fewer words and marks says too little."""
_LOOSE = 1.5
"""So much clearer than its limit must *of* be, for a preposition that has no article behind it."""
_OWN = "w"
"""The group of words that are not small."""
_FITS = -25
"""What fits so well, in units of ``STEP``, is not held against anything else."""


class Choice(NamedTuple):
    """A word that may stand in a place: the numbers of the word and of its class, 0 for a small one; its group."""

    word: str
    number: int
    tag: int
    group: str


class Every(dict[bytes, Choice]):
    """The choices by their words, each made when it is first met: to make thousands takes as long as to lint a draft."""

    def __init__(self, views: Views) -> None:
        super().__init__()
        self._views = views

    def __missing__(self, key: bytes) -> Choice:
        word = key.decode().strip()
        group = grouped(word)
        if group == _OWN:
            return self.setdefault(key, Choice(word, choice(word), classed(self._views[key].tag), group))
        # *An* counts as *a*.
        return self.setdefault(key, self[b"a "] if word == "an" else Choice(word, choice(word), 0, group))


class Asked(dict[bytes, "tuple[Choice, tuple[bytes, ...]] | None"]):
    """The words that may be another, each with its choice and what it may be instead; None for any other word."""

    def __init__(self, every: Every, small: tuple[bytes, ...], listed: Mapping[str, str]) -> None:
        super().__init__()
        self._every = every
        self._small = small
        self._listed = listed

    def __missing__(self, key: bytes) -> tuple[Choice, tuple[bytes, ...]] | None:
        others = self._listed.get(key[:-1].decode())
        small = self._small if key in self._small else ()
        if others is None and not small:
            if len(self) < MOST_KEPT:
                self[key] = None
            return None
        return self.setdefault(key, (self._every[key], (*small, *map(_written, (others or "").split()))))


class Known(NamedTuple):
    """What the search needs: what words are, the weights, the choices for each word, the limits, the counts."""

    views: Views
    weights: Sequence[int]
    nothing: Choice
    small: tuple[bytes, ...]
    choices: Asked
    every: Every
    limits: Mapping[tuple[str, str, str, str], tuple[float, float]]
    counts: Counts


class Chosen(NamedTuple):
    """Words ``start`` to ``end`` of a row that should perhaps be ``instead``; ``found`` and ``fits`` are the groups."""

    start: int
    end: int
    instead: str
    found: str
    fits: str
    firm: bool
    score: float


@per_lexicon
def known_of(lexicon: Lexicon) -> Known | None:
    """What is known of the choices; None where there are no weights or no counts."""
    weights, counts = opened(getattr(lexicon.tables, "choices", b"")), counts_of(lexicon)
    if weights is None or counts is None:
        return None
    views = Views(tokens_of(lexicon))
    every = Every(views)
    small = (*map(_written, SMALL[1:]), b"an ")
    listed = dict(zip(lexicon.column("choices", "word"), lexicon.column("choices", "others"), strict=True))
    asked = Asked(every, small, listed)
    columns = ("found", "fits", "proof", "word", "warning", "info")
    limits = {
        (found, fits, proof, word): (float(warning), float(info))
        for found, fits, proof, word, warning, info in lexicon.columns("choice-limits", *columns)
    }
    nothing = Choice("", choice(""), 0, "")
    return Known(views, weights, nothing, small, asked, every, limits, counts)


def _written(word: str) -> bytes:
    return f"{word} ".encode()


def doubts(row: Row, known: Known) -> Iterator[Chosen]:
    """The doubts of a paragraph; of several on words side by side the clearest, since one slip makes its neighbours strange."""
    last: Chosen | None = None
    for told in sorted(
        (*_every(row.words, known), *_governed(row.words, known), *_mistaken(row.words, known)), key=_START
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
    """All doubts. What adopted texts write between these neighbours is not asked, nor is the first word."""
    if len(words) < _SHORTEST:
        return
    counts, asked = known.counts, known.choices
    threes = counts.threes(words)
    beside: Neighbours | None = None
    for place in range(1, len(words) - 2):
        if threes[place - 1]:
            continue
        word, behind = words[place], words[place + 1]
        own = asked[word] if place > 1 else None
        beside_behind = threes[place] or counts[word + behind]
        if own is not None and beside_behind and counts[words[place - 1] + word]:
            own = None
        gap = not beside_behind and word[:1].isalnum() and behind[:1].isalnum()
        if own is None and not gap:
            continue
        if beside is None:
            beside = Neighbours(words, known.views)
        if own is not None and (told := _judged(beside, place, place + 1, own[0], own[1], words, known)):
            yield told
        if gap and (told := _judged(beside, place + 1, place + 1, known.nothing, known.small, words, known)):
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
        asked = None if three else known.choices[words[place]]
        left, right = words[place - 1], words[place + 1]
        if (
            asked is None
            or asked[0].group != _OWN
            or not _JOINING.isdisjoint((left, right))
            or (left == b"to " and right in _BOUND)  # *to teach the*: any verb may stand there
            or not (left[:1].isalpha() and right[:1].isalpha())
        ):
            continue
        often, key = max((counts.count(left + one + right), one) for one in asked[1])
        own, other = asked[0], known.every[key]
        if often < _LEAST or other.group != _OWN:
            continue
        beside = beside or Neighbours(words, known.views)
        found = features(beside, place - 1, place + 1)
        fit, stands = (
            score(known.weights, found, one.number) + score(known.weights, found, one.tag) for one in (other, own)
        )
        if (fit - stands) * STEP > _MISTAKEN and not may_stand(
            words, place, place + 1, own.group, own.word, other.word
        ):
            yield Chosen(place, place + 1, other.word, own.group, other.group, False, (fit - stands) * STEP)


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


def _judged(
    beside: Neighbours,
    start: int,
    end: int,
    own: Choice,
    others: tuple[bytes, ...],
    words: Sequence[bytes],
    known: Known,
) -> Chosen | None:
    """What the weights say of the words ``start`` to ``end``, one or none: what is clearest beyond its limit."""
    fitting = [*proofs(words, start, end, others, known.counts)]
    if not fitting:
        return None
    found, weights = features(beside, start - 1, end), known.weights
    stands = score(weights, found, own.number) + (score(weights, found, own.tag) if own.tag else 0)
    if stands > _FITS:
        return None
    best: tuple[float, Choice, float, float] | None = None
    for one, proof in fitting:
        other = known.every[one] if one else known.nothing
        if other is own:
            continue
        fit = score(weights, found, other.number) + (score(weights, found, other.tag) if other.tag else 0)
        better = (fit - stands) * STEP
        key = own.group, other.group, proof
        sure, told = known.limits.get((*key, own.word or other.word)) or known.limits.get((*key, ""), _NEVER)
        if better > told and (best is None or better - told > best[0]):
            best = better - told, other, better, sure
    if best is None or may_stand(words, start, end, own.group, own.word, best[1].word):
        return None
    # Behind a noun an adjunct may stand as well as what belongs to it: *signs and forms in large type*.
    loose = own.group == "p" and best[1].word == "of" and words[end] not in _BOUND
    return Chosen(
        start, end, best[1].word, own.group, best[1].group, best[2] > best[3] + (_LOOSE if loose else 0), best[2]
    )


_NEVER = (99.0, 99.0)


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
