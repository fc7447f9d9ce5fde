"""What a text could not carry, so that rules which need it are skipped rather than wrong."""

from __future__ import annotations

from collections.abc import Sequence

from resolint.lexicon.readers import NO_VERB, PARTICIPLE, THIRD_PERSON
from resolint.model import Block, Footnote


def _is_opening(block: Block) -> bool:
    """Whether a paragraph begins with a phrase that is set in italics in print."""
    text = block.text
    first = text.split(maxsplit=1)[0].strip('*_“"').lower() if text.strip() else ""
    if block.kind != "paragraph" or not text[:1].isupper() or first in NO_VERB or len(text) < 40:
        return False
    end = text.rstrip("\ufffc ")[-1:]
    if not block.label:
        return (end in ",;" and bool(PARTICIPLE.match(text))) or (end in ";.:" and bool(THIRD_PERSON.match(text)))
    return block.label[0].isdecimal() and end in ";:"


def italics_lost(blocks: Sequence[Block]) -> bool:
    """Whether fewer than half of the openings are in italics, or no word at all where there are no openings."""
    openings = [block for block in blocks if _is_opening(block)]
    if not openings:
        return not any(True for block in blocks for _ in block.marked("italic"))
    marked = sum(any(mark.start == 0 for mark in block.marked("italic")) for block in openings)
    return 2 * marked < len(openings)


def marks_lost(blocks: Sequence[Block], notes: Sequence[Footnote]) -> bool:
    """Whether there are no notes at all, a note whose mark is gone, or a mark whose note is gone."""
    ids = {note.id for note in notes}
    marks = {mark.value for block in blocks for mark in block.marked("note")}
    return not ids or ids != marks


def find_losses(blocks: Sequence[Block], notes: Sequence[Footnote]) -> tuple[str, ...]:
    """What was lost: ``italics``, ``notes`` (there are none, or a note or its mark is gone), ``masthead``.

    Only structure can tell that the masthead is there after all; here it counts as lost.
    """
    lost = []
    if italics_lost(blocks):
        lost.append("italics")
    if marks_lost(blocks, notes):
        lost.append("notes")
    return (*lost, "masthead")
