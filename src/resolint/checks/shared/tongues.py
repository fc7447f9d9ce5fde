"""What the checks on drafts in the other official languages share: openings, organs and their gender, running text."""

from __future__ import annotations

from collections.abc import Iterator

from resolint.frozen import NamedTuple
from resolint.lexicon.languages import languages
from resolint.lexicon.parser import Opening
from resolint.lexicon.tongues import Tongue
from resolint.model import Block, Clause, Document
from resolint.rule import Context

__all__ = ["ARABIC_VERBS", "Head", "heads", "organ_gender", "running", "scanned", "tongue_of"]

ARABIC_VERBS = {"f": "ت", "m": "ي"}
"""What a verb begins with whose subject is of this gender."""
_OUTSIDE = ("header", "footer", "frame")
_TYPED = "2000"


class Head(NamedTuple):
    """The beginning of a preambular or operative paragraph: where its words begin, and the opening that is known of them."""

    clause: Clause
    role: str
    block: Block
    start: int
    words: str
    opening: Opening | None
    part: str


def tongue_of(context: Context) -> Tongue:
    """The language of the draft by its tables."""
    return context.lexicon.kept(Tongue)


def heads(document: Document, context: Context) -> Iterator[Head]:
    """The beginnings of all preambular and operative paragraphs of all acts that are in the language of the draft."""
    tongue, known = tongue_of(context), languages(context.lexicon)
    for act in document.acts:
        for role, clauses in (("preambular", act.preamble), ("operative", act.operative)):
            for clause in clauses:
                words = document.text(clause.body)
                block = document.block(clause.body.block)
                opening, part = tongue.opening(words)
                if opening is not None or not known.other_than(tongue.code, words):
                    yield Head(clause, role, block, clause.body.start, words, opening, part)


def scanned(context: Context) -> bool:
    """Whether a text is of a time whose volumes are read by machine: its slips in letters, marks and italics are the machine's."""
    return context.edition is not None and context.edition < _TYPED


def running(document: Document) -> tuple[Block, ...]:
    """The blocks of the text and its notes, without masthead, headers and footers."""
    masthead = frozenset(document.head.blocks)
    blocks = [block for block in document.blocks if block.kind not in _OUTSIDE and block.id not in masthead]
    return (*blocks, *(block for note in document.footnotes for block in note.blocks))


def organ_gender(document: Document, context: Context) -> str:
    """Whether the organ of the first act is feminine (``f``) or masculine (``m``) by its line; empty where that is not told."""
    tongue = tongue_of(context)
    for act in document.acts:
        if act.organ_line is not None:
            line = tongue.fold(document.text(act.organ_line))[0]
            for gender in ("f", "m"):
                if tongue.says(f"organ {gender}", line) is not None:
                    return gender
    return ""
