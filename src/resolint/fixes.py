"""Chooses edits that do not collide, and applies edits to texts and blocks.

An edit names the text it replaces (``expected``). Where that text does not stand, nothing is changed and
``Stale`` is raised: a position that has gone wrong must never cost a word of the draft.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import accumulate
from typing import Literal

from resolint.findings import Applicability, Edit, Fix
from resolint.lexicon.characters import as_seen
from resolint.model import Block, Document, Footnote, Mark

__all__ = ["Stale", "applicable", "apply", "apply_block", "apply_document", "changes_words", "collide"]

_ORDER: dict[Applicability, int] = {"safe": 0, "suggest": 1, "advice": 2}


class Stale(ValueError):
    """The text of a block is not what an edit expects at its place."""


def applicable(offered: Iterable[Fix | None], level: Literal["safe", "suggest"] = "safe") -> tuple[Edit, ...]:
    """The edits of fixes up to ``level`` that can all be made at once, in document order.

    A fix is taken whole or not at all. Where two fixes touch, the safer one wins, then the one that was found
    first; the other is left for the next run. So is the second of two suggestions for words side by side: of *this pumps* one
    rule writes *these*, another *pump*, and each is right alone. Fixes are expected in document order; None stands for one that
    cannot be made.
    """
    possible = [
        (_ORDER[fix.applicability], place, fix.edits)
        for place, fix in enumerate(offered)
        if fix is not None and fix.edits and _ORDER[fix.applicability] <= _ORDER[level]
    ]
    taken: dict[tuple[str, bool], list[Edit]] = {}
    chosen: list[tuple[int, Edit]] = []
    ends: dict[tuple[str, int], int] = {}
    starts: dict[tuple[str, int], int] = {}
    for order, place, edits in sorted(possible, key=lambda offer: offer[:2]):
        slots = [(edit, taken.setdefault((edit.span.block, edit.italic is None), [])) for edit in edits]
        if any(_is_blocked(edit, others) for edit, others in slots):
            continue
        turned = [edit.span for edit in edits if order == _ORDER["suggest"] and _turns_word(edit)]
        if any(
            ends.get((span.block, span.start - 1), place) != place
            or starts.get((span.block, span.end + 1), place) != place
            for span in turned
        ):
            continue
        ends.update(((span.block, span.end), place) for span in turned)
        starts.update(((span.block, span.start), place) for span in turned)
        for edit, others in slots:
            insort(others, edit, key=lambda other: other.span)
            chosen.append((place, edit))
    return tuple(edit for _, edit in sorted(chosen, key=lambda pair: (pair[0], pair[1].span)))


def _turns_word(edit: Edit) -> bool:
    """Whether an edit writes one word for another."""
    return edit.italic is None and edit.expected.isalpha() and edit.replacement.isalpha()


def _is_blocked(edit: Edit, others: Sequence[Edit]) -> bool:
    """Whether ``edit`` collides with one of ``others``, which are in order and do not collide: a neighbour would."""
    at = bisect_left(others, edit.span, key=lambda other: other.span)
    return any(collide(edit, other) for other in others[max(0, at - 1) : at + 1])


def collide(one: Edit, other: Edit) -> bool:
    """Whether two edits cannot both be made: their characters overlap, they insert at the same place, or one inserts at
    the edge of a mark that the other replaces.

    An insertion at the edge of a replaced *word* is no collision: a full stop may follow whatever the word becomes.
    Formatting changes no characters, so it collides with nothing but another change of formatting.
    """
    if one.span.block != other.span.block or (one.italic is None) != (other.italic is None):
        return False
    if not len(one.span) and not len(other.span):
        return one.span.start == other.span.start
    if not len(one.span) or not len(other.span):
        inserted, replaced = (one, other) if not len(one.span) else (other, one)
        place, span = inserted.span.start, replaced.span
        if place in (span.start, span.end):
            return not replaced.expected[0 if place == span.start else -1].isalnum()
        return span.start < place < span.end
    return one.span.start < other.span.end and other.span.start < one.span.end


def changes_words(edit: Edit) -> bool:
    """Whether an edit touches any letter that a reader sees; one that does is no safe fix, however sure the rule is.

    A letter of another alphabet that looks like a Latin one is seen as that one.
    """
    return _letters(edit.expected) != _letters(edit.replacement)


def apply(text: str, edits: Iterable[Edit]) -> str:
    """``text`` with ``edits`` made, all of one block and without collisions. Raises Stale, and then changes nothing."""
    edits = tuple(edits)
    for edit in edits:
        found = text[edit.span.start : edit.span.end]
        if found != edit.expected or edit.span.end > len(text):
            raise Stale(f"at {edit.span.block}, {edit.span.start}: expected {edit.expected!r}, found {found!r}")
    parts: list[str] = []
    at = 0
    for edit in _wording(edits):
        if edit.span.start < at:
            raise Stale(f"at {edit.span.block}, {edit.span.start}: two edits collide")
        parts += (text[at : edit.span.start], edit.replacement)
        at = edit.span.end
    return "".join((*parts, text[at:]))


def apply_block(block: Block, edits: Sequence[Edit]) -> Block:
    """``block`` with ``edits`` made in its text and its marks moved along. Raises Stale.

    An inserted text takes the marks that run across its place; it does not take those that end or begin there.
    """
    text = apply(block.text, edits)
    moves = _Moves(_wording(edits))
    marks = list(block.marks)
    for edit in edits:
        if edit.italic is not None:
            marks = _set_italic(marks, edit.span.start, edit.span.end, edit.italic)
    moved = (_moved(mark, moves) for mark in marks)
    kept = tuple(mark for mark, old in zip(moved, marks, strict=True) if mark.end > mark.start or old.start == old.end)
    return replace(block, text=text, marks=kept, lead=moves.end(block.lead), places=())


def _moved(mark: Mark, moves: _Moves) -> Mark:
    """``mark`` at its place in the new text; one of no width stays one behind what is put in there."""
    start = moves.start(mark.start)
    return replace(mark, start=start, end=max(start, moves.end(mark.end)))


def apply_document(document: Document, edits: Iterable[Edit]) -> Document:
    """``document`` with the blocks and notes that ``edits`` touch changed; its structure is left as it was."""
    by_block: dict[str, list[Edit]] = {}
    for edit in edits:
        by_block.setdefault(edit.span.block, []).append(edit)

    def changed(block: Block) -> Block:
        return apply_block(block, by_block[block.id]) if block.id in by_block else block

    def note(footnote: Footnote) -> Footnote:
        return replace(footnote, blocks=tuple(changed(block) for block in footnote.blocks))

    return replace(
        document,
        blocks=tuple(changed(block) for block in document.blocks),
        footnotes=tuple(note(footnote) for footnote in document.footnotes),
    )


def _letters(text: str) -> str:
    return "".join(character for character in as_seen(text) if character.isalpha())


def _wording(edits: Iterable[Edit]) -> list[Edit]:
    """The edits that change characters, by place."""
    return sorted((edit for edit in edits if edit.italic is None), key=lambda edit: (edit.span.start, edit.span.end))


class _Moves:
    """Where offsets of the old text lie in the new one; ``edits`` are in order and do not collide."""

    def __init__(self, edits: Sequence[Edit]) -> None:
        self._spans = [(edit.span.start, edit.span.end) for edit in edits]
        self._sizes = [len(edit.replacement) for edit in edits]
        self._grown = [
            0,
            *accumulate(size - (end - start) for size, (start, end) in zip(self._sizes, self._spans, strict=True)),
        ]

    def start(self, offset: int) -> int:
        """Where a stretch that begins at ``offset`` begins: behind what is inserted there."""
        before = bisect_right(self._spans, offset, key=lambda span: span[1])
        return offset + self._grown[before] - self._inside(before, offset, keep=True)

    def end(self, offset: int) -> int:
        """Where a stretch that ends at ``offset`` ends: before what is inserted there."""
        before = bisect_left(self._spans, offset, key=lambda span: span[1])
        while before < len(self._spans) and self._spans[before][1] == offset and self._spans[before][0] < offset:
            before += 1
        return offset + self._grown[before] - self._inside(before, offset, keep=False)

    def _inside(self, number: int, offset: int, *, keep: bool) -> int:
        """How far back an offset goes that lies inside of what is replaced: to its end or its beginning."""
        if number == len(self._spans) or self._spans[number][0] >= offset:
            return 0
        inside = offset - self._spans[number][0]
        return inside - min(self._sizes[number], inside) if keep else inside - self._sizes[number]


def _set_italic(marks: Iterable[Mark], start: int, end: int, italic: bool) -> list[Mark]:
    """The marks with italics set or taken off between ``start`` and ``end``; neighbouring italics are joined."""
    others: list[Mark] = []
    ranges: list[tuple[int, int]] = [(start, end)] if italic else []
    for mark in marks:
        if mark.kind != "italic":
            others.append(mark)
        elif italic:
            ranges.append((mark.start, mark.end))
        else:
            ranges += [(mark.start, min(mark.end, start)), (max(mark.start, end), mark.end)]
    joined: list[tuple[int, int]] = []
    for low, high in sorted(pair for pair in ranges if pair[0] < pair[1]):
        if joined and low <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(high, joined[-1][1]))
        else:
            joined.append((low, high))
    return sorted(
        (*others, *(Mark(low, high, "italic") for low, high in joined)), key=lambda mark: (mark.start, mark.end)
    )
