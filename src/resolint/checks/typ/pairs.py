"""Checks on marks that stand in pairs in the other official languages: brackets, and quotation marks of either side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from resolint.checks import check
from resolint.checks.shared.tongues import running, scanned
from resolint.findings import Hit
from resolint.frozen import NamedTuple
from resolint.lexicon.tongues import plain
from resolint.model import Block, Document
from resolint.regex import lazy
from resolint.rule import Context

_LABEL = lazy(r"(?:^|[\s(,;:\ufffc/–-])(?:\w{1,5}|\d{1,3})\Z")
"""What bears a closing bracket alone: the letter or number of an item, an abbreviation such as *par. 7 b)*."""


_FEW = 2
"""Behind fewer words a closing mark belongs to what numbers the paragraph, or to what was lost before it."""


class _Lone(NamedTuple):
    block: Block
    at: int
    opens: bool


@check("TYP018 draft")
def partner_missing(document: Document, context: Context) -> Iterator[Hit]:
    """A mark without its partner; where quotations or a negotiation hold several paragraphs, theirs are let pass."""
    blocks = running(document)
    old = scanned(context)
    # Extracts turn the brackets of Arabic round; an opening one that ends a paragraph tells so.
    turned = context.lexicon.language == "ar"
    pairs: dict[str, list[_Lone]] = {}
    for pair in context.options["pairs"]:
        opening, _, closing = pair.partition(" ")
        lone = [found for block in blocks for found in _lone(block, opening, closing, turned)]
        # Two marks that a draft may set either way round (”…“) are taken the way that leaves fewer alone.
        marks = "".join(sorted(pair))
        pairs[marks] = min(pairs.get(marks, lone), lone, key=len)
    for lone in pairs.values():
        # Square brackets that close and never open are signs of a scan rather than of a negotiation.
        if lone and lone[0].block.text[lone[0].at] == "]" and not any(found.opens for found in lone):
            lone = [] if old else lone[:1]
        if not _spans_paragraphs(lone):
            for found in lone:
                fault = "opens and nothing closes it" if found.opens else "closes and nothing opened it"
                span = found.block.span(found.at, found.at + 1)
                yield Hit(span, {"mark": found.block.text[found.at], "fault": fault}, unsure=old)


def _lone(block: Block, opening: str, closing: str, turned: bool) -> Iterator[_Lone]:
    """The marks of one kind in a paragraph that have no partner there; widths are alike."""
    text = plain(block.text)
    if opening not in text and closing not in text:
        return
    opened: list[int] = []
    closed: list[int] = []
    for at in range(block.lead, len(text)):
        if text[at] == opening:
            opened.append(at)
        elif text[at] == closing and opened:
            opened.pop()
        elif text[at] == closing and not _numbers(text[:at], closing):
            closed.append(at)
    if turned and opening in "([" and opened and opened[-1] + 1 == len(text.rstrip(" ,;.")):
        return
    yield from (_Lone(block, at, opens) for places, opens in ((closed, False), (opened, True)) for at in places)


def _numbers(before: str, closing: str) -> bool:
    """Whether a closing mark behind these words is that of a label or a number."""
    return len(before.split()) < _FEW + 2 * (closing == "]") or (
        closing == ")" and _LABEL.search(before[-8:]) is not None
    )


def _spans_paragraphs(lone: Sequence[_Lone]) -> bool:
    """Whether something opens in one paragraph and closes in a later one."""
    first = next((place for place, found in enumerate(lone) if found.opens), len(lone))
    return any(not found.opens and found.block is not lone[first].block for found in lone[first + 1 :])


@check("TYP017 draft")
def quotation_open(document: Document, context: Context) -> Iterator[Hit]:
    """A quotation mark without its partner."""
    yield from partner_missing(document, context)
