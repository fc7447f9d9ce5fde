"""What one hand does in one go: changes that are one edit, paragraphs that were moved, joined, divided or emptied."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from resolint import wording
from resolint.model import Document
from resolint.teach.pairs import Change, changes, told

__all__ = ["beginnings", "clauses", "hollow", "moved", "said", "strokes", "with_more", "without"]

_QUOTES = frozenset("\"'“”‘’„‟«»")
_END = " \u00a0,;:.!?"
_PAIR = 2
_FEW = 4
"""Words that may go from a paragraph, however short it is, before most of it is said to be gone."""


def strokes(old: str, made: Sequence[Change]) -> list[tuple[Change, ...]]:
    """The changes of a paragraph, those together that are one edit: words side by side, words or a mark that went from one place
    to another, the two marks of a quotation."""
    groups: list[list[Change]] = []
    for change in made:
        near = next((group for group in groups if any(_one_edit(old, other, change) for other in group)), None)
        if near is None:
            groups.append([change])
        else:
            near.append(change)
    return [tuple(group) for group in groups]


def _one_edit(old: str, one: Change, other: Change) -> bool:
    if old[one.end : other.start].isspace():
        return True
    if _are_quotes(one) and _are_quotes(other):
        return True
    return any(
        _core(gone.old) == _core(come.new) != "" and not _core(gone.new) and not _core(come.old)
        for gone, come in ((one, other), (other, one))
    ) or bool(_core(one.old) and (_core(one.old), _core(one.new)) == (_core(other.new), _core(other.old)))


def _core(text: str) -> str:
    """The words of ``text``, or where it has none its marks: what is put elsewhere takes the marks of its new place."""
    return " ".join(wording.words(text)) or text.strip()


def _are_quotes(change: Change) -> bool:
    marks = (change.old + change.new).strip()
    return bool(marks) and set(marks) <= _QUOTES


def said(old: str, new: str, stroke: Sequence[Change]) -> str:
    """What an edit did, in a few words; words side by side are told as one."""
    first, last = stroke[0], stroke[-1]
    if all(old[one.end : other.start].isspace() for one, other in pairwise(stroke)):
        return told(Change(first.start, last.end, old[first.start : last.end], new[first.at : last.stop], first.at))
    return ", and ".join(map(told, stroke))


def hollow(text: str, made: Sequence[Change]) -> bool:
    """Whether most of the words of a paragraph are gone, with nothing in their place."""
    less = sum(len(wording.words(one.old)) - len(wording.words(one.new)) for one in made)
    return less >= _FEW and 2 * less > len(wording.words(text))


def clauses(document: Document) -> list[str]:
    """The ids of the paragraphs of the acts, in their order."""
    return [
        block
        for act in document.acts
        for clause in (*act.preamble, *act.operative)
        for one in clause.walk()
        for block in one.blocks
    ]


def beginnings(document: Document) -> set[str]:
    """The ids of the paragraphs that an act begins with: its title, its organ line, or its first paragraph."""
    heads = {span.block for act in document.acts for span in (act.title, act.organ_line) if span is not None}
    return heads or set(clauses(document)[:1])


def moved(places: Sequence[int]) -> list[int]:
    """Which of the numbers, each given once, stand out of their order: as few as there may be; of two that changed places, one."""
    order = {place: at for at, place in enumerate(sorted(places))}
    other = [at for at, place in enumerate(places) if order[place] != at]
    if len(other) == _PAIR:
        return other[:1]
    ends: list[int] = []
    tails: list[int] = []
    before: dict[int, int] = {}
    for at, place in enumerate(places):
        size = bisect_left(ends, place)
        before[at] = tails[size - 1] if size else -1
        ends[size : size + 1] = [place]
        tails[size : size + 1] = [at]
    kept: set[int] = set()
    at = tails[-1] if tails else -1
    while at >= 0:
        kept.add(at)
        at = before[at]
    return [at for at in range(len(places)) if at not in kept]


def without(old: str, new: str, joined: str) -> tuple[Change, ...] | None:
    """The changes of a paragraph apart from the words ``joined``, a paragraph of their own before.

    None where it has not got them.
    """
    words = joined.strip(_END)
    at = new.find(words) if len(words) > 1 and words not in old else -1
    if at < 0:
        return None
    length = len(words)
    found = changes(old, new[:at] + new[at + length :])
    shifted = (one._replace(at=one.at + length) if one.at >= at else one for one in found)
    return tuple(one for one in shifted if _core(one.old + one.new).strip(_END))


def with_more(old: str, new: str, divided: str, start: int, end: int) -> tuple[Change, ...] | None:
    """The changes of a paragraph apart from the words ``divided``, which are a paragraph of their own now.

    None where it had not got them, or where the fault between ``start`` and ``end`` is in them.
    """
    words = divided.strip(_END)
    at = old.find(words) if len(words) > 1 and words not in new else -1
    if at < 0 or (start <= at + len(words) and end >= at):
        return None
    length = len(words)
    found = changes(old[:at] + old[at + length :], new)
    shifted = (
        one._replace(start=one.start + length, end=one.end + length) if one.start >= at else one for one in found
    )
    return tuple(one for one in shifted if _core(one.old + one.new).strip(_END))
