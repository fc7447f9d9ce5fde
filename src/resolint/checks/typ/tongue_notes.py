"""Footnote marks and punctuation in the other official languages, most of which set the mark before it."""

from __future__ import annotations

from collections.abc import Iterator

from resolint.checks import check
from resolint.checks.shared.notes import body
from resolint.checks.typ.note_marks import NAMES, disputed, run_of
from resolint.findings import Applicability, Edit, Fix, Hit
from resolint.lexicon.tongues import plain
from resolint.model import Block, Document
from resolint.regex import lazy
from resolint.rule import Context

_BLANKS = " \xa0\u202f"
_SHORT = lazy(r"(?<!\w)\w{1,4}\.\Z")


@check("TYP010 draft")
def note_mark_on_other_side(document: Document, context: Context) -> Iterator[Hit]:
    """A mark that stands behind a punctuation mark where the language sets it before (option ``side``), or the other way round."""
    before = context.options["side"] == "before"
    for block in body(document):
        last = -1
        for mark in sorted(block.marked("note"), key=lambda found: found.start):
            start, end = mark.start, run_of(block.text, mark.end)
            if start > last:
                yield from _behind_sign(block, start, end) if before else _before_sign(block, start, end)
            last = end


def _behind_sign(block: Block, start: int, end: int) -> Iterator[Hit]:
    """A mark that follows a sign with which the words before it end, and is followed by the next word or by nothing."""
    text = block.text
    words = text[block.lead : start].rstrip(_BLANKS)
    sign, after = plain(words[-1:]), plain(text[end : end + 1])
    # An abbreviation keeps its full stop (*etc.¹,*), and so does an initial.
    if sign not in NAMES or after in (*NAMES, ")") or (sign == "." and _SHORT.search(words) is not None):
        return
    held = words[:-1].rstrip(_BLANKS)
    at = block.lead + len(held)
    put = text[at:start]
    edits = (Edit(block.span(at, start), "", put), Edit(block.span(end, end), put.rstrip(_BLANKS), ""))
    yield _moved(block, block.lead + len(words) - 1, end, sign, edits, before=True)


def _before_sign(block: Block, start: int, end: int) -> Iterator[Hit]:
    text = block.text
    sign = plain(text[end : end + 1])
    if sign not in NAMES or plain(text[start - 1 : start]) in NAMES or not start:
        return
    own = text[end]
    edits = (Edit(block.span(start, start), own, ""), Edit(block.span(end, end + 1), "", own))
    yield _moved(block, start, end + 1, sign, edits, before=False)


def _moved(block: Block, start: int, end: int, sign: str, edits: tuple[Edit, ...], *, before: bool) -> Hit:
    doubtful = disputed(block, start, end)
    made = () if doubtful else edits
    level: Applicability = "advice" if doubtful else "safe"
    fix = (
        Fix("put the mark before the punctuation", made, level)
        if before
        else Fix("put the mark after the punctuation", made, level)
    )
    return Hit(block.span(start, end), {"sign": NAMES[sign]}, fix)
