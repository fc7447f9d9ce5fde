"""Text of a draft as a redline takes it: with its italics and the words of its notes, without what stays in the base."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from resolint.comparison.paragraphs import OBJECT, folded, paragraph_of
from resolint.model import NOTE_MARK, Block, Footnote
from resolint.wording import Change
from resolint.writing import NewText, Replacement

__all__ = ["DraftText", "alike", "around_objects", "cut", "note_text", "seen", "slanted", "stretches", "trimmed"]


class DraftText:
    """A block of the draft, from which new text is taken with its italics and notes."""

    def __init__(self, block: Block, notes: Mapping[str, Footnote], italics: bool) -> None:
        """``notes`` are those of the draft by their ids, none where notes are left alone; ``italics`` tells if they count."""
        self.known, self.italics = notes, italics
        self.notes = {mark.start: mark.value for mark in block.marked("note")}
        self.mask = slanted(block) if italics else None

    def text(self, text: str, at: int, first: int = 0) -> NewText:
        """``text``, which stands at ``at`` of the block; what lies before ``first`` is not from there (a number)."""
        notes: list[NewText] = []
        flags: list[bool] = []
        taken: list[str] = []
        for offset, char in enumerate(text):
            if char == OBJECT:
                continue
            if char == NOTE_MARK:
                note = self.known.get(self.notes.get(at + offset, ""))
                if note is None:
                    continue
                notes.append(note_text(note.blocks, self.italics))
            taken.append(char)
            place = at + offset
            flags.append(bool(self.mask) and first <= place < len(self.mask or ()) and (self.mask or ())[place])
        if self.mask is None or at + len(text) <= first:
            return NewText("".join(taken), None, tuple(notes))
        return NewText("".join(taken), tuple(stretches(flags)), tuple(notes))


def note_text(blocks: Sequence[Block], italics: bool) -> NewText:
    """The words of a note, with its ``italics`` if they are known."""
    text = ""
    found: list[tuple[int, int]] = []
    for block in blocks:
        paragraph = paragraph_of(block, "footnotes")
        if text and paragraph.text:
            text += " "
        found += [(len(text) + start, len(text) + end) for start, end in paragraph.italics]
        text += paragraph.text.replace(OBJECT, " ").replace(NOTE_MARK, " ")
    return NewText(text, tuple(found) if italics else None)


def seen(block: Block) -> str:
    """The text of a block with objects told from note references; blanks as they are."""
    if NOTE_MARK not in block.text:
        return block.text
    return "".join(b if b == OBJECT else a for a, b in zip(block.text, folded(block), strict=True))


def slanted(block: Block, trim: bool = False) -> list[bool]:
    """Which characters are in italics; ``trim`` leaves out the points and blanks at both ends of each stretch."""
    mask = [False] * len(block.text)
    for mark in block.marked("italic"):
        mask[mark.start : mark.end] = [True] * (mark.end - mark.start)
    return trimmed(mask, block.text) if trim else mask


def trimmed(mask: list[bool], text: str) -> list[bool]:
    """``mask`` without the points and blanks at both ends of each stretch."""
    for start, end in list(stretches(mask)):
        for row in (range(start, end), range(end - 1, start - 1, -1)):
            for at in row:
                if text[at].isalnum():
                    break
                mask[at] = False
    return mask


def alike(yours: Sequence[bool], start: int, end: int, shift: int) -> Iterator[tuple[int, int, bool]]:
    """A stretch of the base cut where the italics of the draft begin or end."""
    at = start
    for place in range(start + 1, end + 1):
        if place == end or yours[place + shift] != yours[at + shift]:
            yield at, place, yours[at + shift]
            at = place


def stretches(flags: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Where the flags are up, from and to."""
    start = None
    for at, flag in enumerate((*flags, False)):
        if flag and start is None:
            start = at
        elif not flag and start is not None:
            yield start, at
            start = None


def cut(words: NewText, start: int, end: int) -> NewText:
    """The part of new words from ``start`` to ``end``, with its italics."""
    italics = words.italics
    if italics is not None:
        italics = tuple((max(s, start) - start, min(e, end) - start) for s, e in italics if s < end and e > start)
    return NewText(words.text[start:end], italics)


def around_objects(text: str, change: Change, new: NewText) -> Iterator[Replacement]:
    """The replacement of a change; drawings inside of what it takes out stay."""
    start = change.start
    given = False
    for at in (*(i for i in range(change.start, change.end) if text[i] == OBJECT), change.end):
        if at > start or (at == change.end and not given and new.text):
            yield Replacement(start, at, NewText("") if given else new)
            given = True
        start = at + 1
