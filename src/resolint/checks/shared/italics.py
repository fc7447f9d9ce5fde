"""Which words of a draft are in italics, for the rules that look at formatting."""

from __future__ import annotations

from collections.abc import Iterator

from resolint.checks.shared.clauses import ClauseStart, openings
from resolint.lexicon import Lexicon
from resolint.model import NOTE_MARK, Block, Clause, Document

NEUTRAL = " \t\n\xa0,;:." + NOTE_MARK
"""Signs that may be in italics or upright: nobody sees the difference."""


def italics(block: Block) -> list[tuple[int, int]]:
    """The stretches of a block in italics, in order, joined where only blanks or points lie between."""
    joined: list[tuple[int, int]] = []
    for mark in sorted((mark.start, mark.end) for mark in block.marked("italic")):
        if joined and not block.text[joined[-1][1] : mark[0]].strip(" \t\xa0"):
            joined[-1] = (joined[-1][0], max(joined[-1][1], mark[1]))
        else:
            joined.append(mark)
    return joined


def tops(document: Document, lexicon: Lexicon) -> Iterator[tuple[Clause, ClauseStart]]:
    """The preambular and operative paragraphs with their openings, without subparagraphs."""
    for act in document.acts:
        yield from openings(document, act.preamble, lexicon)
        yield from openings(document, act.operative, lexicon)
