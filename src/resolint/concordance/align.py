"""Which paragraph of one version is which of the other: by part, number, figures, opening and length, never by place alone."""

from __future__ import annotations

import math
from collections.abc import Sequence

from resolint.concordance.model import CLAUSES, Paragraph

__all__ = ["GAP", "Pairs", "align", "expected", "likeness"]

Pairs = Sequence[tuple[Paragraph | None, Paragraph | None]]
"""Paragraphs side by side, None where one has no partner."""

_UNPLACED = "text"
GAP = -0.7
"""What a paragraph without a partner costs."""
_LENGTH, _FAR = 1.0, 0.7
_SEQUENCE, _MATTER, _STATE, _MOST = 0.3, 0.3, 0.7, 4
"""What *also* on both sides speaks for, a matter in common (at most so many count), a State in common."""
_LENGTHS = {"en": 1.0, "fr": 1.15, "es": 1.15, "ru": 1.12, "zh": 0.33, "ar": 0.85}
"""How many characters a language needs for what English says in one; counted in aligned texts."""


def align(
    here: Sequence[Paragraph], there: Sequence[Paragraph], languages: tuple[str, str]
) -> list[tuple[Paragraph | None, Paragraph | None]]:
    """Pairs in order, None where a paragraph has no partner: the heaviest alignment that keeps the order of both."""
    longer = expected(languages)
    # Where one version has more subparagraphs, the letters of those behind a lost one have moved on.
    renumbered = len({sum(one.role == "subparagraph" for one in side) for side in (here, there)}) > 1
    width = len(there) + 1
    best = [GAP * column for column in range(width)]
    steps = bytearray(b"\x02" * width)
    for row, one in enumerate(here, 1):
        above, best = best, [GAP * row]
        steps.append(1)
        for column, other in enumerate(there, 1):
            both = above[column - 1] + likeness(one, other, longer, renumbered) + _finer(one, other, longer)
            found = max(both, above[column] + GAP, best[column - 1] + GAP)
            best.append(found)
            steps.append(0 if found == both else 1 if found == above[column] + GAP else 2)
    return _traced(here, there, steps, width)


def expected(languages: tuple[str, str]) -> float:
    """How many characters of the second language stand for one of the first."""
    return _LENGTHS.get(languages[1], 1.0) / _LENGTHS.get(languages[0], 1.0)


def _traced(
    here: Sequence[Paragraph], there: Sequence[Paragraph], steps: bytearray, width: int
) -> list[tuple[Paragraph | None, Paragraph | None]]:
    pairs: list[tuple[Paragraph | None, Paragraph | None]] = []
    row, column = len(here), len(there)
    while row or column:
        step = steps[row * width + column] if row and column else 1 if row else 2
        row, column = row - (step != 2), column - (step != 1)
        pairs.append((here[row] if step != 2 else None, there[column] if step != 1 else None))
    return pairs[::-1]


def likeness(one: Paragraph, other: Paragraph, expected: float, renumbered: bool = False) -> float:
    """How much speaks for two paragraphs to be the same; below zero where more speaks against it.

    ``renumbered`` tells that the letters of subparagraphs say little.
    """
    score = _parts(one.role, other.role)
    if one.number and other.number:
        little = renumbered and one.role == other.role == "subparagraph"
        score += (0.3 if little else 1.5) if one.number == other.number else (0.0 if little else -1.0)
    if one.opened.known and other.opened.known:
        score += 1.0 if one.opened.agrees(other.opened) else -2.0
    score += _shared(one, other)
    ratio = _apart(one, other, expected)
    return score + (1.0 if ratio < 0.3 else 0.0 if ratio < 0.7 else -1.5)


def _apart(one: Paragraph, other: Paragraph, expected: float) -> float:
    """How far the lengths lie from one another, as a logarithm."""
    return abs(math.log((len(other.text) + 8) / (len(one.text) * expected + 8)))


def _finer(one: Paragraph, other: Paragraph, expected: float) -> float:
    """What tells neighbours of one part that open alike apart: matters, States, the adverb of the sequence, exact length."""
    score = -_LENGTH * min(_apart(one, other, expected), _FAR)
    if one.begins.known and other.begins.known:
        score += _SEQUENCE if one.begins.again == other.begins.again else -_SEQUENCE
    if _UNPLACED in (one.role, other.role):
        # What was read as no clause begins as a clause does.
        if one.begins.known and other.begins.known:
            score += 1.0 if one.begins.agrees(other.begins) else -2.0
        if one.typed and other.typed:
            score += 1.0 if one.typed == other.typed else -1.0
    score += _MATTER * (min(len(one.terms & other.terms), _MOST) - 0.25 * min(len(one.terms ^ other.terms), _MOST))
    here, there = one.states.named, other.states.named
    return score + (_STATE * min(len(here & there), 2) if here & there else -_STATE if here and there else 0.0)


def _parts(one: str, other: str) -> float:
    """What parts speak for or against; of words outside of any part nothing is known, where a version was read without its acts."""
    if one == other:
        return 1.5
    if _UNPLACED in (one, other) and {one, other} <= {_UNPLACED, "heading", *CLAUSES}:
        return 0.0
    return -1.5 if one in CLAUSES and other in CLAUSES else -2.5


def _shared(one: Paragraph, other: Paragraph) -> float:
    """What figures speak for or against: the rarer, the more."""
    score = 0.0
    for kind, weight in (("symbols", 2.0), ("references", 2.0), ("numbers", 0.7), ("months", 0.5)):
        left, right = getattr(one.figures, kind), getattr(other.figures, kind)
        both = len(left.keys() & right.keys())
        score += weight * min(both, 3) - 0.5 * min(len(left.keys() ^ right.keys()), 4) * (weight > 1)
    return score
