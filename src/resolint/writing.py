"""What is to be written into a Word file: the plan of a redline, in the words of blocks.

``comparison`` makes the plan, ``word.redline`` writes it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

Stretches = tuple[tuple[int, int], ...]


class NewText(NamedTuple):
    """Text to be put in. Each U+FFFC in ``text`` is a reference to the next of ``notes``.

    ``italics`` are stretches of ``text``; None where nobody knows, then it looks like the text around it.
    """

    text: str
    italics: Stretches | None = None
    notes: tuple[NewText, ...] = ()


class Replacement(NamedTuple):
    """The characters ``start`` to ``end`` of a block become ``new``."""

    start: int
    end: int
    new: NewText


class Formatting(NamedTuple):
    """The characters ``start`` to ``end`` of a block are set in italics, or no longer."""

    start: int
    end: int
    italic: bool


class Rewriting(NamedTuple):
    """What changes inside the block with this address; none of the changes touch one another."""

    block: str
    replacements: tuple[Replacement, ...] = ()
    formattings: tuple[Formatting, ...] = ()


class NewParagraph(NamedTuple):
    """A paragraph put in behind the block ``after``, or, where that is None, in front of the block ``before``.

    It is set like the block ``like``. Several behind one block come in the order of the plan. ``until`` is the block that
    stays next in the base: the paragraph leaves the table that it is put behind only if that block is not in it.
    """

    after: str | None
    before: str | None
    like: str
    new: NewText
    until: str | None = None


class Left(NamedTuple):
    """What could not be written: the replacement at ``start`` of the block, the dropping of the block, or ``new`` beside it.

    ``reason`` says what stands in the way (``an equation``).
    """

    block: str
    start: int | None
    reason: str
    new: NewText | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything that makes the draft of the base: blocks changed, blocks dropped, paragraphs put in."""

    rewritings: tuple[Rewriting, ...] = ()
    dropped: tuple[str, ...] = ()
    inserted: tuple[NewParagraph, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.rewritings or self.dropped or self.inserted)
