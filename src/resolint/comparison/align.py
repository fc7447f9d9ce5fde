"""The best alignment of two rows of paragraphs: in order first, then what was moved, split and merged."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from resolint.comparison.assignment import assign
from resolint.comparison.similar import PAIRED, Signature, candidates, fit, similarity

MOVED = 0.6
"""Least similarity at which a paragraph that stands elsewhere is held to have been moved."""
_SHORT = 4
_BELONGS = 0.55
"""Least share of the words of a part that must be words of the whole. Who splits a paragraph repeats its opening."""


@dataclass
class Alignment:
    """What became of what, by index: ``kept`` pairs in order, ``moved`` pairs out of order, splits and merges.

    ``splits`` maps a base paragraph to the draft paragraphs that it became, ``merges`` a draft paragraph to the base
    paragraphs that it was made of; both include the paragraph of the pair itself.
    """

    kept: dict[int, int]
    moved: dict[int, int] = field(default_factory=dict)
    splits: dict[int, list[int]] = field(default_factory=dict)
    merges: dict[int, list[int]] = field(default_factory=dict)


def align(base: Sequence[Signature], draft: Sequence[Signature]) -> Alignment:
    """Align two rows: the pairs in order that keep the most words, then the best pairs among what is left over."""
    pairs = candidates(base, draft, PAIRED)
    found = Alignment(dict(chain(_weights(base, draft, pairs))))
    _parts(found, base, draft)
    left, right = _left(found, base, draft)
    weights = {
        (i, j): alike * _size(base[i], draft[j])
        for (i, j), alike in pairs.items()
        if i in left and j in right and _may_move(base[i], draft[j], alike)
    }
    found.moved = assign(weights)
    _by_place(found, base, draft)
    return found


def chain(weights: Mapping[tuple[int, int], float]) -> list[tuple[int, int]]:
    """The pairs of largest total weight in which both indices rise; a Fenwick tree makes it n log n."""
    if not weights:
        return []
    columns = sorted({j for _, j in weights})
    rank = {j: at + 1 for at, j in enumerate(columns)}
    tree: list[tuple[float, int]] = [(0.0, -1)] * (len(columns) + 1)
    steps: list[tuple[int, int, int]] = []
    # Within one row from right to left, so that no two pairs of a row follow one another.
    for i, j in sorted(weights, key=lambda pair: (pair[0], -pair[1])):
        best, before = 0.0, -1
        at = rank[j] - 1
        while at > 0:
            if tree[at][0] > best:
                best, before = tree[at]
            at -= at & -at
        steps.append((i, j, before))
        value = (best + weights[i, j], len(steps) - 1)
        at = rank[j]
        while at < len(tree):
            if value[0] > tree[at][0]:
                tree[at] = value
            at += at & -at
    last = max(tree, key=lambda entry: entry[0])[1]
    found = []
    while last >= 0:
        i, j, last = steps[last]
        found.append((i, j))
    return found[::-1]


def _size(ours: Signature, theirs: Signature) -> float:
    return (len(ours.words) + len(theirs.words)) / 2 + 0.5


def _weights(
    base: Sequence[Signature], draft: Sequence[Signature], pairs: Mapping[tuple[int, int], float]
) -> dict[tuple[int, int], float]:
    """The words that each pair keeps; at equal words the same label and the same part count."""
    weights = {}
    for (i, j), alike in pairs.items():
        ours, theirs = base[i], draft[j]
        fits = fit(ours, theirs)
        if fits:
            same = 0.3 if ours.label == theirs.label else 0.0
            exact = 0.4 if alike == 1.0 else 0.0
            weights[i, j] = alike * _size(ours, theirs) * fits + same + exact
    return weights


def _may_move(ours: Signature, theirs: Signature, alike: float) -> bool:
    return alike >= MOVED and min(len(ours.words), len(theirs.words)) >= _SHORT


def _left(found: Alignment, base: Sequence[Signature], draft: Sequence[Signature]) -> tuple[set[int], set[int]]:
    used_base = set(found.kept) | {i for row in found.merges.values() for i in row}
    used_draft = set(found.kept.values()) | {j for row in found.splits.values() for j in row}
    return set(range(len(base))) - used_base, set(range(len(draft))) - used_draft


def _by_place(found: Alignment, base: Sequence[Signature], draft: Sequence[Signature]) -> None:
    """Cells and lines of the masthead that are left over between the same neighbours, as many here as there, are pairs.

    Of cells the first ones are pairs too where there are more on one side: the rest of a row comes before the rows that went
    or came.
    """
    left, right = _left(found, base, draft)
    left, right = left - set(found.moved), right - set(found.moved.values())
    before = (-1, -1)
    for i, j in (*sorted(found.kept.items()), (len(base), len(draft))):
        ours = [at for at in range(before[0] + 1, i) if at in left]
        theirs = [at for at in range(before[1] + 1, j) if at in right]
        before = i, j
        pairs = list(zip(ours, theirs, strict=False))
        tied = all(base[a].tied and draft[b].tied and base[a].part == draft[b].part for a, b in pairs)
        if tied and (len(ours) == len(theirs) or all(base[a].part != "masthead" for a, _ in pairs)):
            found.kept.update(pairs)


def _parts(found: Alignment, base: Sequence[Signature], draft: Sequence[Signature]) -> None:
    """Splits and merges: a neighbour without a partner that holds the words which its neighbour's partner lost."""
    forward = dict(found.kept)
    backward = {j: i for i, j in forward.items()}
    splits = _grow(forward, base, draft, set(backward))
    merges = _grow(backward, draft, base, set(forward))
    found.splits = {i: row for i, row in splits.items() if len(row) > 1}
    taken = set(found.splits)
    found.merges = {j: row for j, row in merges.items() if len(row) > 1 and backward[j] not in taken}


def _grow(
    pairs: Mapping[int, int], wholes: Sequence[Signature], pieces: Sequence[Signature], paired: set[int]
) -> dict[int, list[int]]:
    """For each whole the row of neighbouring pieces that together are nearest to it."""
    found: dict[int, list[int]] = defaultdict(list)
    taken = set(paired)
    for whole, piece in pairs.items():
        if wholes[whole].key == pieces[piece].key:
            continue
        row = [piece]
        alike = similarity(wholes[whole], pieces[piece])
        grown = True
        while grown:
            grown = False
            for at, first in ((row[-1] + 1, False), (row[0] - 1, True)):
                if not 0 <= at < len(pieces) or at in taken or not pieces[at].words:
                    continue
                larger = [at, *row] if first else [*row, at]
                closer = similarity(wholes[whole], _joined(pieces, larger))
                if closer > alike and _belongs(wholes[whole], pieces, row, at, first):
                    row, alike, grown = larger, closer, True
                    taken.add(at)
        found[whole] = row
    return found


def _joined(rows: Sequence[Signature], indices: Sequence[int]) -> Signature:
    words = tuple(word for at in indices for word in rows[at].words)
    return Signature(-1, words, "", "")


def _belongs(whole: Signature, pieces: Sequence[Signature], row: Sequence[int], at: int, first: bool) -> bool:
    """Whether most words of piece ``at`` are words of the whole that ``row`` does not hold yet."""
    from rapidfuzz.distance import Indel

    before = _joined(pieces, row).words
    after = _joined(pieces, [at, *row] if first else [*row, at]).words
    kept_before = (len(whole.words) + len(before) - Indel.distance(whole.words, before)) / 2
    kept_after = (len(whole.words) + len(after) - Indel.distance(whole.words, after)) / 2
    return kept_after - kept_before >= _BELONGS * len(pieces[at].words)
