"""Footnote marks and punctuation (catalogue TYP010)."""

from __future__ import annotations

from collections.abc import Iterator

from resolint.checks import check
from resolint.checks.shared.notes import body
from resolint.findings import Applicability, Edit, Fix, Hit
from resolint.lexicon.tongues import plain
from resolint.model import NOTE_MARK, Block, Document
from resolint.regex import lazy
from resolint.rule import Context

_BETWEEN = " \xa0,"
_NAMES = {",": "comma", ";": "semicolon", ":": "colon", ".": "full stop"}
_BLANKS = " \xa0\u202f"
_SHORT = lazy(r"(?<!\w)\w{1,4}\.\Z")


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
            end = _run(text, end)
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
            doubtful = "," in text[start:end] or _disputed(block, start, end + 1)
            fix = Fix("Put the mark after the punctuation", () if doubtful else edits, "advice" if doubtful else "safe")
            yield Hit(block.span(start, end + 1), {"sign": _NAMES[sign]}, fix)


@check("TYP010 draft")
def note_mark_on_other_side(document: Document, context: Context) -> Iterator[Hit]:
    """A mark that stands behind a punctuation mark where the language sets it before (option ``side``), or the other way round."""
    before = context.options["side"] == "before"
    for block in body(document):
        last = -1
        for mark in sorted(block.marked("note"), key=lambda found: found.start):
            start, end = mark.start, _run(block.text, mark.end)
            if start > last:
                yield from _behind_sign(block, start, end) if before else _before_sign(block, start, end)
            last = end


def _behind_sign(block: Block, start: int, end: int) -> Iterator[Hit]:
    """A mark that follows a sign with which the words before it end, and is followed by the next word or by nothing."""
    text = block.text
    words = text[block.lead : start].rstrip(_BLANKS)
    sign, after = plain(words[-1:]), plain(text[end : end + 1])
    # An abbreviation keeps its full stop (*etc.¹,*), and so does an initial.
    if sign not in _NAMES or after in (*_NAMES, ")") or (sign == "." and _SHORT.search(words) is not None):
        return
    held = words[:-1].rstrip(_BLANKS)
    at = block.lead + len(held)
    put = text[at:start]
    edits = (Edit(block.span(at, start), "", put), Edit(block.span(end, end), put.rstrip(_BLANKS), ""))
    yield _moved(block, block.lead + len(words) - 1, end, sign, edits, before=True)


def _before_sign(block: Block, start: int, end: int) -> Iterator[Hit]:
    text = block.text
    sign = plain(text[end : end + 1])
    if sign not in _NAMES or plain(text[start - 1 : start]) in _NAMES or not start:
        return
    own = text[end]
    edits = (Edit(block.span(start, start), own, ""), Edit(block.span(end, end + 1), "", own))
    yield _moved(block, start, end + 1, sign, edits, before=False)


def _moved(block: Block, start: int, end: int, sign: str, edits: tuple[Edit, ...], *, before: bool) -> Hit:
    doubtful = _disputed(block, start, end)
    made = () if doubtful else edits
    level: Applicability = "advice" if doubtful else "safe"
    fix = (
        Fix("put the mark before the punctuation", made, level)
        if before
        else Fix("put the mark after the punctuation", made, level)
    )
    return Hit(block.span(start, end), {"sign": _NAMES[sign]}, fix)


def _disputed(block: Block, start: int, end: int) -> bool:
    """Whether somebody has taken words out among these characters, or put in some of them and not all."""
    if any(start <= mark.start <= end for mark in block.marked("deleted-here")):
        return True
    inside = [(max(mark.start, start), min(mark.end, end)) for mark in block.marked("inserted")]
    new = sum(last - first for first, last in inside if first < last)
    return 0 < new < end - start


def _run(text: str, end: int) -> int:
    """Where a row of marks ends whose first one ends at ``end``; blanks and commas may stand between marks."""
    while (at := _behind(text, end)) < len(text) and text[at] == NOTE_MARK:
        end = at + 1
    return end


def _behind(text: str, at: int) -> int:
    """The first place from ``at`` on where neither a blank nor a comma stands."""
    while at < len(text) and text[at] in _BETWEEN:
        at += 1
    return at
