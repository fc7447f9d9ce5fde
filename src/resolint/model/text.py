"""Text as it is read: characters in blocks, what marks them, and what hangs on them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import field
from typing import Literal

from resolint.frozen import NamedTuple, dataclass
from resolint.regex import lazy

MarkKind = Literal[
    "italic",
    "bold",
    "underline",
    "strike",
    "superscript",
    "highlight",
    "colour",
    "face",
    "hidden",
    "inserted",
    "deleted-here",
    "link",
    "field",
    "note",
    "object",
]
BlockKind = Literal["paragraph", "heading", "cell", "textbox", "frame", "header", "footer", "note"]

NOTE_MARK = "\ufffc"
"""The one character that stands in ``Block.text`` for a note reference, a drawing or another object."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """The characters ``start`` to ``end`` (exclusive, code points) of the text of one block."""

    block: str
    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of a block's text with a property; ``start == end`` where text was taken out.

    ``value`` holds what the kind needs: the id of the note for ``note``, the address for ``link``, the
    instruction for ``field``, the author for ``inserted``, the removed text for ``deleted-here`` and
    ``hidden``; otherwise it is empty. For ``object`` it says what stands there (``picture``, ``equation``, or the address of
    a file) and, behind a blank, its name; an equation's characters are in the text, all others are one U+FFFC.
    """

    start: int
    end: int
    kind: MarkKind
    value: str = ""


EQUATION = "equation"
"""What the mark of an equation says that it is."""
_OBJECTS = frozenset(("picture", "chart", "diagram", "object", EQUATION))


def placeholder(mark: Mark) -> str:
    """What readers are shown in the place of an object that cannot be shown: *[picture: Map of the zone]*."""
    kind, _, name = mark.value.partition(" ")
    if kind not in _OBJECTS:
        kind, name = "picture", name or kind
    return f"[{kind}: {name}]" if name else f"[{kind}]"


_SCHEMES = lazy(r"(?:https?|ftp|mailto|tel|urn|doi|info):|[^:/?#]*(?:[/?#]|\Z)", re.IGNORECASE)
_PASSED_OVER = lazy(r"[\x00-\x20]|%0[0-9A-F]", re.IGNORECASE)
"""What programs that open an address do not see in it."""


def leads_somewhere(link: Mark) -> bool:
    """Whether the address of a link names a place to go to, and not something to be run (``javascript:``, ``data:``)."""
    return _SCHEMES.match(_PASSED_OVER.sub("", link.value)) is not None


@dataclass(frozen=True, slots=True)
class Place:
    """From character ``offset`` of a block's text on, the source continues at ``line`` and ``column`` (from 1)."""

    offset: int
    line: int
    column: int


class Cell(NamedTuple):
    """Where a block stands in a table of ``columns``: the number of the table in the draft, its row and column, all from 0.

    ``span`` columns are taken up; ``head`` tells that the row names the columns. ``align`` is ``left``, ``center``,
    ``right`` or empty. A cell without words has no block; one with several paragraphs has several.
    """

    table: int
    row: int
    column: int
    columns: int
    span: int = 1
    head: bool = False
    align: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph.

    ``id`` is its address (``document/37``, ``footnotes/4/0``, ``header1/2``). ``label`` is the number that
    Word prints, typed or automatic (``1.``, ``(a)``); where it was typed it also stands at the start of
    ``text``, and ``lead`` counts the characters that it and the white space around it take there. ``level``
    is the depth of a list item or heading from 0, ``-1`` for neither. ``style`` is the style's name in lower
    case without spaces and underscores. ``places`` maps the text to lines and columns of a text file and is
    empty for Word; ``before`` is from where to where a label, or the key of a line of front matter, stands there that is no
    part of ``text``. ``cell`` is its place in a table, None outside of tables.
    """

    id: str
    kind: BlockKind
    text: str
    marks: tuple[Mark, ...] = ()
    label: str = ""
    lead: int = 0
    level: int = -1
    style: str = ""
    cell: Cell | None = None
    places: tuple[Place, ...] = field(default=(), compare=False, repr=False)
    before: tuple[Place, ...] = field(default=(), compare=False, repr=False)

    def span(self, start: int = 0, end: int | None = None) -> Span:
        """The span from ``start`` to ``end`` of this block, by default all of its text."""
        return Span(self.id, start, len(self.text) if end is None else end)

    def marked(self, kind: MarkKind) -> Iterator[Mark]:
        """The marks of one kind, in order."""
        return (mark for mark in self.marks if mark.kind == kind)


@dataclass(frozen=True, slots=True)
class Footnote:
    """A note and the place that refers to it; ``anchor`` is None for a note that nothing refers to.

    ``number`` is the mark as printed. A reference without a note is a ``note`` mark in a block whose value is
    no footnote's id.
    """

    id: str
    number: str
    anchor: Span | None
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A place that cross-references point to by ``name``.

    ``block`` is the id of the paragraph it begins in, empty where a tracked change has taken that away. ``text``
    are the words that it holds, with ``note`` the id of the first note referred to in them.
    """

    name: str
    block: str
    text: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Comment:
    """A review comment that someone left in the draft, and the words it is about (None if unknown)."""

    id: str
    author: str
    text: str
    span: Span | None


@dataclass(frozen=True, slots=True)
class Directive:
    """An instruction to resolint inside the draft: allow ``rules`` (ids or names) at ``span``, for ``reason``.

    ``span`` is None when it stands before every block and so speaks for the whole draft.
    """

    rules: tuple[str, ...]
    reason: str
    span: Span | None


@dataclass(frozen=True, slots=True)
class Citation:
    """A reference to a document, parsed; what the text does not say is None.

    ``date`` is ISO 8601 (``2015-09-25``; ``a/b`` is a range, ``a,b`` single days, ``--09-25`` lacks the year).
    ``own`` tells that the text says *its*. ``of`` says what a provision or a numberless *present resolution*
    belongs to: ``above``, ``below``, ``this`` (the present text), ``other``, or empty where nothing is said.
    ``volume`` is that of a treaty series or record. ``resolint.citation`` lists the kinds.
    """

    span: Span
    kind: str
    organ: str | None = None
    symbol: str | None = None
    session: str | None = None
    number: str | None = None
    date: str | None = None
    title: str | None = None
    own: bool = False
    of: str = ""
    volume: str | None = None
