"""Marks that a draft in another official language sets alike throughout: behind the items of a list and behind numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from resolint.checks.shared.end_marks import mended
from resolint.findings import Hit
from resolint.lexicon.tongues import plain
from resolint.model import Clause, Document, Span

__all__ = ["odd_item_marks", "odd_number_signs"]

_NAMES = {",": "a comma", ";": "a semicolon"}
_FEWEST = 2
_BEHIND = " \ufffc*"
_JOINED = re.compile(r"[,;.:?!…][ \ufffc]*(?:[^\W\u4e00-\u9fff]{0,3}|和|或|以及)\Z")
"""A mark, with the number of a note or a small word behind it."""
_SIGNS = (".", "-", ")", "–", "、")


def odd_item_marks(document: Document, language: str) -> Iterator[Hit]:
    """Items of lists that end otherwise than their like.

    Of a list the one with a comma among semicolons or the reverse, or with a full stop; of all lists of a paragraph, at whatever
    level, those without a mark.
    """
    followed = _followed(document)
    for act in document.acts:
        for clause in (*act.preamble, *act.operative):
            for node in clause.walk():
                yield from _odd(document, node.children, _last_of(clause), language)
            yield from _unmarked(document, clause, followed, language)


def _unmarked(document: Document, clause: Clause, followed: Collection[str], language: str) -> Iterator[Hit]:
    """The items of a paragraph that end without a mark, where no fewer have one. The last one has the mark of its paragraph."""
    leaves = [node for node in clause.walk() if node is not clause and node.number and not node.children][:-1]
    bare = [node for node in leaves if node.blocks[-1] in followed and _ends_bare(document, node)]
    marked = [node for node in leaves if plain(document.text(node.end_mark)) in (",", ";")]
    yield from _lone_comma(document, leaves, language)
    last = _last_of(clause)
    marked += [last] if last is not clause and document.text(last.end_mark) else []
    if len(bare) > len(marked):
        return
    for node in bare:
        mark = plain(document.text(marked[0].end_mark))
        wanted = mark if mark in _NAMES else ";"
        fix = mended(document, node.end_mark, wanted, language)
        yield Hit(node.end_mark, {"found": "no punctuation mark", "wanted": _NAMES[wanted]}, fix)


def _lone_comma(document: Document, leaves: Sequence[Clause], language: str) -> Iterator[Hit]:
    """The last item of a list within another that ends with a comma, where all other items of the paragraph end with semicolons."""
    marks = [plain(document.text(node.end_mark)) for node in leaves]
    if marks.count(",") == 1 and marks.count(";") == len(marks) - 1 >= _FEWEST:
        end = leaves[marks.index(",")].end_mark
        values = {"found": f"“{document.text(end)}”", "wanted": _NAMES[";"]}
        yield Hit(end, values, mended(document, end, ";", language))


def _followed(document: Document) -> frozenset[str]:
    """The blocks behind which a numbered paragraph or item begins; an item before anything else is torn by a page or a heading."""
    clauses = (clause for act in document.acts for clause in (*act.preamble, *act.operative))
    starts = {node.blocks[0] for clause in clauses for node in clause.walk() if node.number}
    return frozenset(before.id for before, after in pairwise(document.blocks) if after.id in starts)


def _last_of(clause: Clause) -> Clause:
    while clause.children:
        clause = clause.children[-1]
    return clause


def _ends_bare(document: Document, item: Clause) -> bool:
    """Whether an item ends with a word, and neither with a mark nor with *and* or *or* behind one."""
    text = plain(document.block(item.end_mark.block).text).rstrip(_BEHIND)
    return not document.text(item.end_mark) and len(item.blocks) == 1 and _JOINED.search(text) is None


def _odd(document: Document, items: tuple[Clause, ...], end: Clause, language: str) -> Iterator[Hit]:
    # The last item has the mark of what it closes, and what has a list of its own below it ends with a colon.
    single = [(item, plain(document.text(item.end_mark))) for item in items if not item.children and item.number]
    # But only the end of the paragraph can be the end of the sentence.
    inner = [(item, mark) for item, mark in single if item is not items[-1] or (mark == "." and item is not end)]
    for wanted in (";", ","):
        others = [item for item, mark in inner if mark != wanted]
        alike = sum(mark == wanted for _, mark in single)
        if len(others) == 1 and alike:
            found = plain(document.text(others[0].end_mark))
            # A full stop ends the sentence that the next item goes on with; it needs no majority against it.
            if found == "." or (found in (",", ";") and alike >= _FEWEST):
                shown = document.text(others[0].end_mark)
                fix = mended(document, others[0].end_mark, wanted, language)
                yield Hit(others[0].end_mark, {"found": f"“{shown}”", "wanted": _NAMES[wanted]}, fix)


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
