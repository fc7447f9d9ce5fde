"""From a bare hit to a finding: message, excerpt, line and column, and whether the change under way touches it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate

from resolint.errors import BadCard
from resolint.findings import DESCRIBED, Applicability, Fix, Hit, Position
from resolint.model import NOTE_MARK, Block, Document, Span
from resolint.regex import lazy
from resolint.rule import Card

__all__ = ["Changes", "checked", "excerpt", "limited", "message", "position"]

_PLACEHOLDER = lazy(r"\{([a-z_][a-z0-9_]*)\}")
_QUOTED = lazy(r"[“«]\s?\Z")
_AROUND = 60
_LONGEST_EXCERPT = 2000
_LONGEST_VALUE = 200
"""Characters of the draft that a message quotes at most of one value, so that no word however long fills a report."""
_WEAKER: dict[Applicability, int] = {"safe": 0, "suggest": 1, "advice": 2}
_UNSEEN = str.maketrans({NOTE_MARK: "", "\u00ad": "", "\t": " ", "\n": " "})


def checked(hit: Hit, document: Document) -> Hit:
    """``hit`` itself. Raises ValueError where it points at nothing, so that a faulty check is found out."""
    edits = hit.fix.edits if hit.fix is not None else ()
    for span in (hit.span, *hit.related, *(edit.span for edit in edits)):
        if not document.has_block(span.block):
            raise ValueError(f"it points at the block {span.block}, which does not exist")
        if not 0 <= span.start <= span.end <= len(document.block(span.block).text):
            raise ValueError(f"it points at {span.start}-{span.end} of {span.block}, outside of the text")
    for edit in edits:
        if document.text(edit.span) != edit.expected:
            raise ValueError(f"its fix expects {edit.expected!r} where {document.text(edit.span)!r} stands")
    return hit


def message(card: Card, hit: Hit, document: Document) -> str:
    """The card's message with the values of the hit; ``{text}`` is the faulty text unless the hit says otherwise.

    Long values are cut.

    Raises BadCard for a value that the check does not give.
    """

    def value(found: re.Match[str]) -> str:
        name = found[1]
        if name in hit.values:
            given = hit.values[name]
            told = card.catalogue is None or _QUOTED.search(template, 0, found.start()) is not None
            return _short(given if told or card.catalogue is None else card.catalogue.said(given))
        if name == "text":
            return _short(" ".join(document.text(hit.span).translate(_UNSEEN).split()))
        raise BadCard(f"{card.path}, key message: the check gives no value {{{name}}}; it gives {sorted(hit.values)}")

    template, described = card.message, hit.values.get(DESCRIBED)
    if described is not None:
        template = re.sub(rf"[“«]\s?({{{described}}})\s?[”»]", r"\1", template)
    return _PLACEHOLDER.sub(value, template)


def _short(value: str) -> str:
    """``value`` cut to what a message has room for."""
    return value if len(value) <= _LONGEST_VALUE else value[: _LONGEST_VALUE - 1].rstrip() + "…"


def limited(fix: Fix | None, card: Card) -> Fix | None:
    """``fix``, never stronger than the card allows, in the language of the card."""
    if fix is None or card.fix is None:
        return None
    title = fix.title if card.catalogue is None else card.catalogue.said(fix.title)
    if _WEAKER[fix.applicability] >= _WEAKER[card.fix]:
        return fix if title == fix.title else Fix(title, fix.edits, fix.applicability)
    return Fix(title, fix.edits, card.fix)


_PARTS = frozenset(" \u3000，；。、：")
"""What words stand between: blanks, and in a script without any the marks."""


def excerpt(block: Block, span: Span) -> str:
    """The words around the fault, about sixty characters on each side and cut between words.

    The fault is whole unless it is longer than any sentence: then its middle is left out.
    """
    text = block.text
    start, end = max(0, span.start - _AROUND), min(len(text), span.end + _AROUND)
    if start > 0:
        start = next((at + 1 for at in range(start, span.start) if text[at] in _PARTS), start)
    if end < len(text):
        end = next((at + (text[at] != " ") for at in range(end - 1, span.end - 1, -1) if text[at] in _PARTS), end)
    shown = text[start:end]
    if len(shown) > _LONGEST_EXCERPT:
        shown = f"{shown[: _LONGEST_EXCERPT * 3 // 4]} … {shown[-_LONGEST_EXCERPT // 4 :]}"
    shown = shown.translate(_UNSEEN).strip()
    return f"{'…' if start > 0 else ''}{shown}{'…' if end < len(text) else ''}"


def position(block: Block, span: Span) -> Position | None:
    """Line and column of the fault in the source; None where the source has no lines (Word).

    What is said of a block before its first character is said of its label, which readers then see marked.
    """
    if not block.places:
        return None
    if span.end == 0 and block.before:
        first, last = block.before
        return Position(first.line, first.column, last.line, last.column)
    line, column = _at(block, span.start)
    if span.start == span.end:
        return Position(line, column, line, column)
    end_line, end_column = _at(block, span.end - 1)
    return Position(line, column, end_line, end_column + 1)


def _at(block: Block, offset: int) -> tuple[int, int]:
    number = bisect_right(block.places, offset, key=lambda place: place.offset) - 1
    place = block.places[max(0, number)]
    return place.line, place.column + max(0, offset - place.offset)


class Changes:
    """Tells what the tracked changes of a document touch.

    A change touches a span that it overlaps; a missing thing and a place where words were taken out have no
    width, so there it is enough that they meet.
    """

    def __init__(self, document: Document) -> None:
        self._document = document
        self._blocks: dict[str, tuple[_Reach, _Reach]] = {}

    def touch(self, spans: Iterable[Span]) -> bool:
        """Whether a tracked insertion or deletion touches one of ``spans``."""
        return any(self._touches(span) for span in spans)

    def _touches(self, span: Span) -> bool:
        if span.block not in self._blocks:
            block = self._document.block(span.block)
            changes = [(m.start, m.end) for m in block.marks if m.kind in ("inserted", "deleted-here")]
            self._blocks[span.block] = (
                _Reach(change for change in changes if change[0] < change[1]),
                _Reach(change for change in changes if change[0] == change[1]),
            )
        wide, points = self._blocks[span.block]
        if points.meets(span.start, span.end):
            return True
        return wide.meets(span.start, span.end) if span.start == span.end else wide.meets(span.start + 1, span.end - 1)


class _Reach:
    """Stretches of one text, asked whether one of them meets a place, however many there are."""

    def __init__(self, stretches: Iterable[tuple[int, int]]) -> None:
        ordered = sorted(stretches)
        self._starts = [start for start, _ in ordered]
        self._ends = list(accumulate((end for _, end in ordered), max))

    def meets(self, start: int, end: int) -> bool:
        """Whether a stretch begins at ``end`` or before and ends at ``start`` or after."""
        before = bisect_right(self._starts, end)
        return before > 0 and self._ends[before - 1] >= start
