"""What the checks of footnotes share: the words of a note, the part of the text it belongs to, its series."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from resolint.model import NOTE_MARK, Block, Clause, Document, Footnote
from resolint.regex import lazy

Series = Literal["treaty", "official", "resolution", "symbol", "publication", "ibid", "other"]

_SERIES: tuple[tuple[Series, re.Pattern[str]], ...] = (
    ("ibid", lazy(r"(?:See )?ibid\b", re.I)),
    ("treaty", lazy(r"Treaty Series|\bUNTS\b")),
    ("official", lazy(r"Official Records")),
    ("publication", lazy(r"Sales No|United Nations publication|\([A-Z][A-Za-z .,]{1,60}, \d{4}\)")),
    ("resolution", lazy(r"\b(?:resolution|decision)s? (?:[A-Z]+-)?\d", re.I)),
    ("symbol", lazy(r"\b[A-Z]{1,9}(?:\.\d+)?/(?:[A-Z]+[./-]?|\d)")),
)


def summary(note: Footnote) -> str:
    """The words of a note with single blanks, without the marks of objects."""
    return " ".join(" ".join(block.text for block in note.blocks).replace(NOTE_MARK, " ").split())


def series(words: str) -> Series:
    """The kind of source that a note's words point to; ``other`` for an explanation."""
    return next((name for name, pattern in _SERIES if pattern.search(words)), "other")


def parts(document: Document) -> dict[str, str]:
    """Block ids of the clauses with their part: ``preamble``, ``operative`` or ``annex``; in the order of the text."""
    found: dict[str, str] = {}
    for act in document.acts:
        for part, clauses in (("preamble", act.preamble), ("operative", act.operative)):
            found.update((block_id, part) for block_id in _blocks(clauses))
        for annex in act.annexes:
            found.update((block_id, "annex") for block_id in (*_blocks(annex.paragraphs), *annex.body))
    return {block_id: part for block_id, part in found.items() if document.has_block(block_id)}


def _blocks(clauses: tuple[Clause, ...]) -> Iterator[str]:
    for clause in clauses:
        for found in clause.walk():
            yield from found.blocks


def body(document: Document) -> Iterator[Block]:
    """The blocks of the draft without headers and footers."""
    return (block for block in document.blocks if block.kind not in ("header", "footer"))


def organ(document: Document) -> str:
    """The organ in whose name every act speaks, without article and comma; empty if they differ or none does."""
    names = {
        document.text(act.organ_line).strip(" ,\n\t").removeprefix("The ")
        for act in document.acts
        if act.organ_line is not None
    }
    return names.pop() if len(names) == 1 else ""
