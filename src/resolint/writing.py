"""What is to be written into a Word file: annotations in its margin, and the plan of a redline.

What findings, agreed language and comparisons have to say becomes annotations in ``report``, and ``word.write`` writes
them. ``comparison`` plans a redline, and ``word.redline`` writes it. Positions are those of blocks; nothing here knows Word.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import field

from resolint.findings import Fix
from resolint.frozen import NamedTuple, dataclass
from resolint.model import Cell, Origin, Span

Stretches = tuple[tuple[int, int], ...]


class Words(NamedTuple):
    """Words that are set alike."""

    text: str
    italic: bool = False
    bold: bool = False
    underline: bool = False


FormattedText = tuple[Words, ...]
"""A paragraph of a comment."""


@dataclass(frozen=True, slots=True)
class Annotation:
    """What is said in the margin about the words at ``span``, and the change that would mend them.

    ``text`` is the first paragraph, then come ``paragraphs``, then the title of ``fix`` (``instead`` where it has none), then
    ``source``, which names who says so. ``where`` and ``excerpt`` name place and words for a comment that Word does not let
    hang on them. ``author`` signs, by default whoever signs all. What is ``literal`` is said as it stands, wherever it hangs.
    ``labels`` stand before the title of a fix that was made, and of one that was not. ``said`` gives what whoever writes the
    comment says besides in the language of the user.
    """

    span: Span
    text: str
    paragraphs: tuple[FormattedText, ...] = ()
    instead: FormattedText = ()
    source: str = ""
    fix: Fix | None = None
    where: str = ""
    excerpt: str = ""
    author: str = ""
    literal: bool = False
    labels: tuple[str, str] = ("Changed", "To do")
    said: Callable[[str], str] = str


@dataclass(frozen=True, slots=True)
class Annotations:
    """The annotations on one draft. ``origin`` says on which bytes and how these were read, ``texts`` what the blocks read."""

    origin: Origin
    items: tuple[Annotation, ...]
    texts: Mapping[str, str] = field(default_factory=dict)


class NewText(NamedTuple):
    """Text to be put in. Each U+FFFC in ``text`` is a reference to the next of ``notes``.

    ``italics`` are stretches of ``text``; None where nobody knows, then it looks like the text around it.
    """

    text: str
    italics: Stretches | None = None
    notes: tuple[NewText, ...] = ()


class Replacement(NamedTuple):
    """The characters ``start`` to ``end`` of a block become ``new``; ``author`` signs, by default whoever signs all."""

    start: int
    end: int
    new: NewText
    author: str = ""


class Formatting(NamedTuple):
    """The characters ``start`` to ``end`` of a block are set in italics, or no longer; ``author`` as above."""

    start: int
    end: int
    italic: bool
    author: str = ""


class Rewriting(NamedTuple):
    """What changes inside the block with this address; none of the changes of one author touch one another."""

    block: str
    replacements: tuple[Replacement, ...] = ()
    formattings: tuple[Formatting, ...] = ()


class NewCell(NamedTuple):
    """Where a new paragraph stands in a table of the draft, ``place``.

    ``table`` is the number of the table of the base that this one is made of, None if it is new. ``beside`` is a block of
    the row of the base that its row is made of, None if the row is new.
    """

    place: Cell
    table: int | None
    beside: str | None


class NewParagraph(NamedTuple):
    """A paragraph put in behind the block ``after``, or, where that is None, in front of the block ``before``.

    It is set like the block ``like``. Several behind one block come in the order of the plan. ``until`` is the block that
    stays next in the base: the paragraph leaves the table that it is put behind only if that block is not in it. ``typed``
    tells that its number stands in ``new``, so that Word must count it with no list. ``cell`` says where it stands if it is
    the cell of a table.
    """

    after: str | None
    before: str | None
    like: str
    new: NewText
    until: str | None = None
    typed: bool = False
    author: str = ""
    cell: NewCell | None = None


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
    """Everything that makes the draft of the base: blocks changed, blocks dropped, paragraphs put in.

    ``droppers`` names for a block that is dropped who drops it, where that is not whoever signs all.
    """

    rewritings: tuple[Rewriting, ...] = ()
    dropped: tuple[str, ...] = ()
    inserted: tuple[NewParagraph, ...] = ()
    droppers: Mapping[str, str] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.rewritings or self.dropped or self.inserted)
