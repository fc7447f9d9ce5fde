"""Marks that a draft in another official language sets alike throughout: behind the items of a list and behind numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from resolint.findings import Hit
from resolint.lexicon.tongues import plain
from resolint.model import Clause, Document, Span

__all__ = ["odd_item_marks", "odd_number_signs"]

_NAMES = {",": "a comma", ";": "a semicolon"}
_FEWEST = 2
_SIGNS = (".", "-", ")", "–", "、")


def odd_item_marks(document: Document) -> Iterator[Hit]:
    """The one item of a list that ends otherwise than all others, with a comma among semicolons or the reverse, or a full stop."""
    for act in document.acts:
        for clause in (*act.preamble, *act.operative):
            for node in clause.walk():
                yield from _odd(document, node.children)


def _odd(document: Document, items: tuple[Clause, ...]) -> Iterator[Hit]:
    # The last item has the mark of its paragraph, and what has a list of its own below it ends with a colon.
    single = [(item, plain(document.text(item.end_mark))) for item in items if not item.children and item.number]
    inner = [(item, mark) for item, mark in single if item is not items[-1]]
    for wanted in (";", ","):
        others = [item for item, mark in inner if mark != wanted]
        alike = sum(mark == wanted for _, mark in single)
        if len(others) == 1 and alike:
            found = plain(document.text(others[0].end_mark))
            # A full stop ends the sentence that the next item goes on with; it needs no majority against it.
            if found == "." or (found in (",", ";") and alike >= _FEWEST):
                shown = document.text(others[0].end_mark)
                yield Hit(others[0].end_mark, {"found": f"“{shown}”", "wanted": _NAMES[wanted]})


def odd_number_signs(document: Document) -> Iterator[Hit]:
    """The one operative paragraph whose number is followed by another sign (*3.*) than all others are (*3 -*)."""
    for act in document.acts:
        signs = [(clause, _sign(document, clause)) for clause in act.operative if clause.number.isdecimal()]
        counts = Counter(sign for _, sign in signs)
        if len(counts) == 2 and min(counts.values()) == 1 and len(signs) > _FEWEST + 1:
            usual = counts.most_common(1)[0][0]
            for clause, sign in signs:
                if sign != usual:
                    at = Span(clause.body.block, clause.body.start, clause.body.start)
                    number = clause.number
                    values = {"found": f"“{number}{sign}”", "expected": f"“{number}{usual}”"}
                    yield Hit(at, values, unsure=sign not in _SIGNS)


def _sign(document: Document, clause: Clause) -> str:
    block = document.block(clause.body.block)
    return plain(block.label or block.text[: clause.body.start]).strip().lstrip("0123456789").strip()
