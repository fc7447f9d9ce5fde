"""Which paragraphs may be the same one, and how alike they are. No paragraph is held against all others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from resolint import regex, wording
from resolint.comparison.model import Paragraph
from resolint.frozen import dataclass

PAIRED = 0.5
"""Least similarity at which two paragraphs in the same order are one paragraph, changed. Two unrelated paragraphs of
resolutions share a fifth to a third of their words in order, rarely two fifths."""

_BLANKS = regex.compiled(r"\s+")
_RARE = 10
_CROWDED = 40
"""Paragraphs that may share a rare feature, however long the text: else what is held against one grows with all."""
_PROBES = 14
_NEAREST = 6
_REPEATED = 16
_SMALL_GAP = 36
_FIRM = frozenset(("preamble", "operative", "title", "organ line"))


@dataclass(frozen=True, slots=True)
class Signature:
    """A paragraph as numbers: equal keys mean equal essence, equal words equal numbers."""

    key: int
    words: tuple[int, ...]
    part: str
    label: str
    tied: bool = False


class Vocabulary:
    """Gives equal words and equal paragraphs equal numbers, over both sides of a comparison."""

    def __init__(self, blind: Iterable[str] = ()) -> None:
        """``blind`` are what the sources have lost: with ``notes``, note references count for nothing."""
        self._words: dict[str, int] = {}
        self._keys: dict[str, int] = {}
        self._unseen = "\u00ad\ufffd\ufffc" if "notes" in blind else "\u00ad\ufffd"

    def essence(self, text: str) -> str:
        """What counts of a text: no blanks but between words, no soft hyphens."""
        return " ".join(self._seen(text).split())

    def trace(self, text: str) -> str:
        """What counts of a piece of a text: the same, but with a blank at its ends where there is one."""
        return _BLANKS.sub(" ", self._seen(text))

    def _seen(self, text: str) -> str:
        for char in self._unseen:
            if char in text:
                text = text.replace(char, "")
        return text

    def key(self, text: str) -> int:
        """The number of a text that is told by its essence."""
        return self._keys.setdefault(self.essence(text), len(self._keys))

    def signature(self, paragraph: Paragraph) -> Signature:
        """The signature of a paragraph."""
        words, key = self._words, self.key(paragraph.text)
        numbers = tuple([words.setdefault(word, len(words)) for word in wording.words(paragraph.text)])
        return Signature(key, numbers, paragraph.part, paragraph.label, paragraph.tied)


def fit(ours: Signature, theirs: Signature) -> float:
    """How well the places of two paragraphs go together: 0 if one cannot be the other in the same order of things."""
    if ours.part == theirs.part:
        return 1.0
    return 0.0 if ours.part in _FIRM and theirs.part in _FIRM else 0.9


def similarity(ours: Signature, theirs: Signature, least: float = 0.0) -> float:
    """The share of words in common and in order, from 0 to 1; 0 below ``least``."""
    if ours.key == theirs.key:
        return 1.0
    from rapidfuzz.distance import Indel

    if not ours.words or not theirs.words:
        return 0.0
    alike = Indel.normalized_similarity(ours.words, theirs.words, score_cutoff=least)
    # Equal in words but not in points, signs or letter case: all but the same.
    return min(float(alike), 0.999)


class Index:
    """Finds the paragraphs of one side that share rare words and word pairs with a given one."""

    def __init__(self, rows: Sequence[Signature]) -> None:
        """Index ``rows``."""
        self._rows = rows
        self._places: dict[tuple[int, ...], list[int]] = defaultdict(list)
        for at, row in enumerate(rows):
            for feature in set(_features(row)):
                self._places[feature].append(at)

    def nearest(self, row: Signature) -> list[int]:
        """The few rows that share most with ``row``, by its rarest features."""
        places = self._places
        known = sorted((len(places[f]), f) for f in set(_features(row)) if f in places)
        votes: dict[int, float] = defaultdict(float)
        most = min(max(_RARE, len(self._rows) // 100), _CROWDED)
        for taken, (count, feature) in enumerate(known):
            if taken >= _PROBES and (count > most or taken >= 3 * _PROBES):
                break
            for at in places[feature][: 4 * most]:
                votes[at] += 1.0 / count
        return sorted(votes, key=lambda at: (-votes[at], at))[:_NEAREST]


def _features(row: Signature) -> Iterator[tuple[int, ...]]:
    words = row.words
    for word in words:
        yield (word,)
    yield from pairwise(words)


def candidates(base: Sequence[Signature], draft: Sequence[Signature], least: float) -> dict[tuple[int, int], float]:
    """Pairs that may be one paragraph, with their similarity: equal ones, those with rare words in common, those left
    over between the same neighbours, and those with the same label in the same part."""
    from rapidfuzz.distance import Indel

    found = dict.fromkeys(_equal(base, draft), 1.0)
    blocks = Indel.opcodes([row.key for row in base], [row.key for row in draft])
    ours, theirs = {i for i, _ in found}, {j for _, j in found}
    proposed: set[tuple[int, int]] = set()
    for op in blocks:
        if op.tag == "equal":
            found.update(
                ((i, j), 1.0)
                for i, j in zip(range(op.src_start, op.src_end), range(op.dest_start, op.dest_end), strict=True)
            )
        else:
            proposed.update(_near(range(op.src_start, op.src_end), range(op.dest_start, op.dest_end)))
    index = Index(base)
    for j, row in enumerate(draft):
        if j not in theirs:
            proposed.update((i, j) for i in index.nearest(row))
    back = Index(draft)
    for i, row in enumerate(base):
        if i not in ours:
            proposed.update((i, j) for j in back.nearest(row))
    proposed.update(_same_label(base, draft))
    for i, j in proposed:
        if (i, j) not in found and (alike := similarity(base[i], draft[j], least)) >= least:
            found[i, j] = alike
    return found


def _equal(base: Sequence[Signature], draft: Sequence[Signature]) -> Iterator[tuple[int, int]]:
    """Pairs of equal paragraphs; of those that occur often only the first with the first, and so on."""
    ours, theirs = _by_key(base), _by_key(draft)
    for key, mine in ours.items():
        yours = theirs.get(key, [])
        if len(mine) * len(yours) <= _REPEATED:
            yield from ((i, j) for i in mine for j in yours)
        else:
            yield from zip(mine, yours, strict=False)


def _by_key(rows: Sequence[Signature]) -> dict[int, list[int]]:
    places: dict[int, list[int]] = defaultdict(list)
    for at, row in enumerate(rows):
        places[row.key].append(at)
    return places


def _near(ours: range, theirs: range) -> Iterator[tuple[int, int]]:
    """All pairs of a small gap; of a large one those at about the same place."""
    if len(ours) * len(theirs) <= _SMALL_GAP:
        yield from ((i, j) for i in ours for j in theirs)
        return
    for at, i in enumerate(ours):
        middle = at * len(theirs) // max(len(ours), 1)
        for shift in (-1, 0, 1):
            if 0 <= middle + shift < len(theirs):
                yield i, theirs[middle + shift]


def _same_label(base: Sequence[Signature], draft: Sequence[Signature]) -> Iterator[tuple[int, int]]:
    """Paragraphs with one number in one part, where the number occurs there but once."""
    ours, theirs = _labels(base), _labels(draft)
    for key, i in ours.items():
        j = theirs.get(key)
        if i is not None and j is not None:
            yield i, j


def _labels(rows: Sequence[Signature]) -> dict[tuple[str, str], int | None]:
    found: dict[tuple[str, str], int | None] = {}
    for at, row in enumerate(rows):
        if row.label:
            key = (row.part, row.label)
            found[key] = None if key in found else at
    return found
