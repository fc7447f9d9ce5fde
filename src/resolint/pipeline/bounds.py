"""How much of a draft is looked at: what no draft has is refused, or left unchecked and said to be so.

What rules cost grows with the words, and a hostile file has words for nothing: a few kilobytes inflate to millions of them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from resolint.errors import UnreadableDraft
from resolint.findings import Report, Skip
from resolint.frozen import NamedTuple
from resolint.model import Block, Document, Footnote, Mark, Reading

LONGEST_PARAGRAPH = 500_000
"""Characters of one paragraph: some 150 pages."""
MOST_NOTES = 5_000
"""Notes of one draft: ten times as many as any has."""


class Bounds(NamedTuple):
    """What rules look at of one draft. Of 2,446 adopted texts none has more than 232,000 characters or 1,555 paragraphs."""

    characters: int = 400_000
    """Of the whole, notes among it: some 125 pages."""
    paragraph: int = 100_000
    """Characters of one paragraph: some 30 pages."""
    blocks: int = 4_000
    """Paragraphs, and paragraphs of cells."""
    notes: int = 1_000


BOUNDS = Bounds()
_AT_END = 200
"""Characters before a cut of which nothing is said: the sentence that they belong to goes on."""
_APART = ("header", "footer", "frame")


def refuse_endless(reading: Reading, name: str) -> None:
    """Raises UnreadableDraft for what no draft can have: working with each of its words would take minutes."""
    refuse_notes(reading, name)
    for block in reading.blocks:
        if len(block.text) > LONGEST_PARAGRAPH:
            raise UnreadableDraft(
                f"{name}: the paragraph that begins “{' '.join(block.text[:80].split())[:60]}” has {len(block.text):,} "
                f"characters; no draft has more than {LONGEST_PARAGRAPH:,} in one: check what the file is, or divide it"
            )


def refuse_notes(reading: Reading, name: str) -> None:
    """Raises UnreadableDraft for more notes than any draft has."""
    if len(reading.footnotes) > MOST_NOTES:
        raise UnreadableDraft(
            f"{name}: it has {len(reading.footnotes):,} notes; no draft has more than {MOST_NOTES:,}: check what the file "
            "is, or divide it"
        )


def refuse_wordless(document: Document, name: str) -> None:
    """Raises UnreadableDraft for a draft in which no word stands."""
    if not any(block.text.strip() for block in document.blocks) and not document.footnotes:
        raise UnreadableDraft(f"{name or 'the draft'}: there is no text in it, so nothing could be checked")


def within(reading: Reading, bounds: Bounds = BOUNDS) -> tuple[Reading, str]:
    """The beginning of a reading, as much of it as the ``bounds`` allow, and what is left out of it.

    The latter is "" where all of it is within bounds. Paragraphs and notes that are kept have the same addresses and
    positions as before. A paragraph that is cut loses what hangs on the rest of it; page headers and footers come first.
    """
    total = _characters(reading.blocks) + sum(_characters(note.blocks) for note in reading.footnotes)
    longest = max((len(block.text) for block in reading.blocks), default=0)
    found = Bounds(total, longest, len(reading.blocks), len(reading.footnotes))
    if all(size <= most for size, most in zip(found, bounds, strict=True)):
        return reading, ""
    anchored: dict[str, list[Footnote]] = {}
    for note in reading.footnotes:
        if note.anchor is not None:
            anchored.setdefault(note.anchor.block, []).append(note)
    blocks: dict[str, Block] = {}
    notes: dict[str, Footnote] = {}
    left = bounds.characters
    for block in sorted(reading.blocks, key=lambda found: found.kind not in _APART)[: bounds.blocks]:
        if left <= 0:
            break
        blocks[block.id] = kept = _cut(block, min(bounds.paragraph, left))
        left -= len(kept.text)
        for note in anchored.get(block.id, ()):
            size = _characters(note.blocks)
            held = note.anchor is not None and note.anchor.end <= len(kept.text)
            if held and size <= left and len(notes) < bounds.notes:
                notes[note.id] = note
                left -= size
    read = sum(len(block.text) for block in blocks.values()) + sum(_characters(note.blocks) for note in notes.values())
    return _part(reading, blocks, notes), f"only {read:,} of {total:,} characters were looked at"


def spoken(report: Report, document: Document) -> Report:
    """The report, which says what was not looked at, and nothing of where the draft was cut: it does not end there."""
    if not document.origin.unread:
        return report
    last = next((block for block in reversed(document.blocks) if block.kind not in _APART), None)
    ends = {b.id: len(b.text) - _AT_END for b in document.blocks if b is last or len(b.text) >= BOUNDS.paragraph}
    kept = tuple(f for f in report.findings if f.span.block not in ends or f.span.end < ends[f.span.block])
    skips = (Skip("the rest of the text", document.origin.unread), *report.skipped)
    return replace(report, findings=kept, skipped=skips)


def _characters(blocks: Iterable[Block]) -> int:
    return sum(len(block.text) for block in blocks)


def _cut(block: Block, size: int) -> Block:
    if len(block.text) <= size:
        return block
    return replace(block, text=block.text[:size], marks=tuple(_marks(block.marks, size)), lead=min(block.lead, size))


def _marks(marks: Iterable[Mark], size: int) -> Iterable[Mark]:
    for mark in marks:
        if mark.start < size:
            yield mark if mark.end <= size else replace(mark, end=size)


def _part(reading: Reading, blocks: dict[str, Block], notes: dict[str, Footnote]) -> Reading:
    """The reading with these blocks and notes alone, and with what hangs on them.

    The marks of notes that are left out go with them: a reference to no note would be a fault of the draft.
    """
    lost = {note.id for note in reading.footnotes} - notes.keys()
    known = {*blocks, *(block.id for note in notes.values() for block in note.blocks)}
    return replace(
        reading,
        blocks=tuple(_unmarked(blocks[block.id], lost) for block in reading.blocks if block.id in blocks),
        footnotes=tuple(note for note in reading.footnotes if note.id in notes),
        comments=tuple(found for found in reading.comments if found.span is None or found.span.block in known),
        directives=tuple(found for found in reading.directives if found.span is None or found.span.block in known),
        hints=tuple(hint for hint in reading.hints if hint[2] is None or hint[2].block in known),
        bookmarks=tuple(found for found in reading.bookmarks if found.block in known or not found.block),
    )


def _unmarked(block: Block, lost: set[str]) -> Block:
    if not any(mark.kind == "note" and mark.value in lost for mark in block.marks):
        return block
    return replace(block, marks=tuple(mark for mark in block.marks if mark.kind != "note" or mark.value not in lost))
