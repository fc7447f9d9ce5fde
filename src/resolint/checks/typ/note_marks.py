"""Footnote marks and punctuation (catalogue TYP010)."""

from __future__ import annotations

from collections.abc import Iterator

from resolint.checks import check
from resolint.checks.shared.notes import body
from resolint.findings import Edit, Fix, Hit
from resolint.model import NOTE_MARK, Block, Document
from resolint.rule import Context

__all__ = ["NAMES", "disputed", "run_of"]

_BETWEEN = " \xa0,"
NAMES = {",": "comma", ";": "semicolon", ":": "colon", ".": "full stop"}


@check("TYP010")
def note_mark_before_punctuation(document: Document, context: Context) -> Iterator[Hit]:
    """A mark that stands before a comma, semicolon, colon or full stop instead of after it."""
    for block in body(document):
        last_end = -1
        for mark in sorted(block.marked("note"), key=lambda found: found.start):
            text = block.text
            start, end = mark.start, mark.end
            if start <= last_end:
                continue
            end = run_of(text, end)
            last_end = end
            sign = text[end : end + 1]
            if not sign or sign not in ",;:.":
                continue
            if start and text[start - 1] in ",;:.":
                continue
            edits = (
                Edit(block.span(start, start), sign, ""),
                Edit(block.span(end, end + 1), "", sign),
            )
            # A comma between two marks is or is not that of the sentence: who wrote it knows. And where others have changed
            # the words between, the sign would stand in the wrong place once that change is taken back.
            doubtful = "," in text[start:end] or disputed(block, start, end + 1)
            fix = Fix("Put the mark after the punctuation", () if doubtful else edits, "advice" if doubtful else "safe")
            yield Hit(block.span(start, end + 1), {"sign": NAMES[sign]}, fix)


def disputed(block: Block, start: int, end: int) -> bool:
    """Whether somebody has taken words out among these characters, or put in some of them and not all."""
    if any(start <= mark.start <= end for mark in block.marked("deleted-here")):
        return True
    inside = [(max(mark.start, start), min(mark.end, end)) for mark in block.marked("inserted")]
    new = sum(last - first for first, last in inside if first < last)
    return 0 < new < end - start


def run_of(text: str, end: int) -> int:
    """Where a row of marks ends whose first one ends at ``end``; blanks and commas may stand between marks."""
    while (at := _behind(text, end)) < len(text) and text[at] == NOTE_MARK:
        end = at + 1
    return end


def _behind(text: str, at: int) -> int:
    """The first place from ``at`` on where neither a blank nor a comma stands."""
    while at < len(text) and text[at] in _BETWEEN:
        at += 1
    return at
