"""What delegations wrote between the words of a draft is no part of its text: rules on text neither speak of it nor mend it."""

from __future__ import annotations

from dataclasses import replace

from resolint.findings import Fix, Hit
from resolint.lexicon import Lexicon
from resolint.lexicon.remarks import remarks
from resolint.model import Document, Span
from resolint.rule import Card

__all__ = ["Remarks"]

_OF_THE_NEGOTIATION = ("PRC", "RES", "AGR", "STR")
"""Families that look at a draft as it was handed over, remarks and all."""


class Remarks:
    """The remarks in the paragraphs of one draft; looked for where a rule spoke."""

    def __init__(self, document: Document, lexicon: Lexicon) -> None:
        self._document = document
        self._known = lexicon.language == "en"
        self._found: dict[str, tuple[tuple[int, int], ...]] = {}

    def kept(self, card: Card, hit: Hit) -> Hit | None:
        """``hit`` as it stands beside remarks: None inside of one, without its edits where they would change one."""
        if not self._known:
            return hit
        span = hit.span
        spoken = card.remarks or card.family in _OF_THE_NEGOTIATION
        if not spoken and len(span) and any(a <= span.start and span.end <= b for a, b in self._in(span.block)):
            return None
        edits = hit.fix.edits if hit.fix is not None else ()
        if hit.fix is None or spoken or not any(self._changed(edit.span) for edit in edits):
            return hit
        return replace(hit, fix=Fix(hit.fix.title, (), "advice"))

    def _changed(self, span: Span) -> bool:
        """Whether an edit of ``span`` reaches into a remark, or writes behind one that closes the paragraph."""
        last = len(self._document.block(span.block).text.rstrip())
        return any(
            (a < span.end and span.start < b) or (a < span.start == span.end == b == last and not self._closed(span))
            for a, b in self._in(span.block)
        )

    def _closed(self, span: Span) -> bool:
        """Whether a bracket ends in front of ``span``: behind it the text may go on."""
        return self._document.block(span.block).text[span.start - 1] in ")]}"

    def _in(self, block_id: str) -> tuple[tuple[int, int], ...]:
        if block_id not in self._found:
            block = self._document.block(block_id)
            self._found[block_id] = remarks(block.text, block.lead) if block.kind not in ("header", "footer") else ()
        return self._found[block_id]
