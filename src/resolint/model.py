"""What resolint reads: a draft as immutable values.

A draft is read once into a ``Document`` whose blocks are plain strings. A position is always a ``Span``:
*these characters of that block's text*, in code points. Nothing here knows Word, Markdown or a file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import field
from typing import Any, Literal, TypeVar

from resolint.frozen import NamedTuple, dataclass

_T = TypeVar("_T")

MarkKind = Literal[
    "italic",
    "bold",
    "underline",
    "strike",
    "superscript",
    "highlight",
    "colour",
    "hidden",
    "inserted",
    "deleted-here",
    "link",
    "field",
    "note",
    "object",
]
BlockKind = Literal["paragraph", "heading", "cell", "textbox", "frame", "header", "footer", "note"]
DocumentKind = Literal["resolution", "decision", "declaration", "amendment", "report", "other"]
Role = Literal["preambular", "operative", "subparagraph", "paragraph"]
View = Literal["proposed", "original"]
Format = Literal["docx", "markdown", "text", "akn", "pdf"]

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
    empty for Word. ``cell`` is its place in a table, None outside of tables.
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


@dataclass(frozen=True, slots=True)
class Clause:
    """A preambular, operative or other paragraph with its subparagraphs.

    ``number`` is the bare number (``7``, ``b``, ``iv``), empty if it has none. ``opener`` is the opening
    phrase (``Recalling also``), None if there is none. ``body`` is the text of the first block after its
    label. ``end_mark`` covers the closing punctuation of the clause's own words (before notes and blanks),
    empty (``start == end``) where it is missing. ``blocks`` are the ids of its own blocks, without those of
    its children.
    """

    role: Role
    number: str
    opener: Span | None
    body: Span
    end_mark: Span
    children: tuple[Clause, ...] = ()
    blocks: tuple[str, ...] = ()

    def walk(self) -> Iterator[Clause]:
        """This clause and everything below it, in order."""
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside an act or annex, and the number of clauses of its part that stand before it."""

    span: Span
    before: int


@dataclass(frozen=True, slots=True)
class Annex:
    """What follows a heading such as *Annex II*: label, title, paragraphs, and what could not be placed."""

    label: str
    heading: Span
    title: Span | None = None
    paragraphs: tuple[Clause, ...] = ()
    headings: tuple[Heading, ...] = ()
    body: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Act:
    """One resolution, decision or declaration; a file may hold several.

    ``number`` is its number or letter (``59/1``, ``7/CMA.3``, ``A``), empty in a draft. ``organ_line`` covers
    the enacting formula (``The General Assembly,``). ``closing`` are the blocks of the adoption line,
    ``body`` the ids of blocks that found no place. ``confidence`` runs from 0 to 1. ``heading`` is the line that
    names the act (``Decision 7/CMA.3``), None if its number stands before the title or nowhere.
    """

    kind: DocumentKind
    number: str
    title: Span | None
    organ_line: Span | None
    preamble: tuple[Clause, ...] = ()
    operative: tuple[Clause, ...] = ()
    annexes: tuple[Annex, ...] = ()
    headings: tuple[Heading, ...] = ()
    closing: tuple[str, ...] = ()
    body: tuple[str, ...] = ()
    confidence: float = 1.0
    heading: Span | None = None


@dataclass(frozen=True, slots=True)
class Head:
    """The masthead. ``spans`` says where each field stands in the blocks, by field name, if it stands there.

    ``blocks`` are the ids of the lines that make it up, in order. ``others`` are further values that the file
    states for a field, in a line or where nobody sees them, and that contradict the one that holds.
    """

    symbol: str | None = None
    body: str | None = None
    session: str | None = None
    agenda_item: str | None = None
    sponsors: tuple[str, ...] = ()
    distribution: str | None = None
    date: str | None = None
    language: str | None = None
    job_number: str | None = None
    spans: tuple[tuple[str, Span], ...] = ()
    blocks: tuple[str, ...] = ()
    others: tuple[tuple[str, str], ...] = ()

    def where(self, name: str) -> Span | None:
        """The place of the field ``name`` (``symbol``, ``sponsors`` …) in the draft, None if unknown."""
        return next((span for key, span in self.spans if key == name), None)


@dataclass(frozen=True, slots=True)
class Origin:
    """Which bytes were read, and how.

    ``lost`` names what the source could not carry (``italics``, ``notes``, ``labels``, ``masthead``), so that
    rules which need it are skipped rather than wrong. ``recovered`` names what showed that the text comes from a printed
    page, so that lines and paragraphs were put together anew; nothing for a text that was typed.
    """

    name: str
    sha256: str
    format: Format
    view: View = "proposed"
    lost: tuple[str, ...] = ()
    recovered: tuple[str, ...] = ()

    @property
    def recovery(self) -> str:
        """What a report says of a recovered text, empty for one that was typed."""
        if self.format == "pdf":
            return "recovered from a PDF"
        return f"recovered from a printed page, told by {', '.join(self.recovered)}" if self.recovered else ""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reader (Word or notation) hands over before structure is found.

    ``hints`` are masthead fields that the source states outright, by ``Head`` field name, with their place in
    the blocks if they have one. ``bookmarks`` are those that a cross-reference may point to; Word's
    others are left out. ``recovered`` is that of ``Origin``.
    """

    blocks: tuple[Block, ...]
    footnotes: tuple[Footnote, ...] = ()
    comments: tuple[Comment, ...] = ()
    directives: tuple[Directive, ...] = ()
    hints: tuple[tuple[str, str, Span | None], ...] = ()
    lost: tuple[str, ...] = ()
    bookmarks: tuple[Bookmark, ...] = ()
    recovered: tuple[str, ...] = ()


@dataclass(frozen=True)
class Document:
    """The whole draft. ``blocks`` holds the body, headers and footers; notes keep their own blocks.

    ``language`` is the code of the language that it is written in (``fr``); ``head.language`` is what the masthead calls
    the original.
    """

    origin: Origin
    kind: DocumentKind
    head: Head
    acts: tuple[Act, ...]
    blocks: tuple[Block, ...]
    footnotes: tuple[Footnote, ...] = ()
    citations: tuple[Citation, ...] = ()
    directives: tuple[Directive, ...] = ()
    comments: tuple[Comment, ...] = ()
    confidence: float = 1.0
    bookmarks: tuple[Bookmark, ...] = ()
    language: str = "en"
    _index: Mapping[str, Block] = field(init=False, repr=False, compare=False)
    _made: dict[Callable[[Any], Any], Any] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        index = {block.id: block for block in self.blocks}
        for note in self.footnotes:
            index.update((block.id, block) for block in note.blocks)
        object.__setattr__(self, "_index", index)
        object.__setattr__(self, "_made", {})

    def __getstate__(self) -> dict[str, Any]:
        return {**self.__dict__, "_made": {}}

    def kept(self, make: Callable[[Document], _T]) -> _T:
        """What ``make`` makes of this document, made at the first call and kept with it."""
        try:
            found: _T = self._made[make]
        except KeyError:
            # Two threads may both make it; one of the two equal values stays.
            found = self._made.setdefault(make, make(self))
        return found

    def block(self, block_id: str) -> Block:
        """The block with this address, in the body or in a note. Raises KeyError if there is none."""
        return self._index[block_id]

    def text(self, span: Span) -> str:
        """The characters that ``span`` covers."""
        return self._index[span.block].text[span.start : span.end]

    def has_block(self, block_id: str) -> bool:
        """Whether a block has this address."""
        return block_id in self._index

    def unprinted(self, block_id: str) -> bool:
        """Whether a block is a variable that a Word file keeps and that nobody sees in print."""
        return self.origin.format == "docx" and block_id.startswith("front/")

    def clauses(self) -> Iterator[tuple[Act, Clause]]:
        """Every preambular and operative clause with its act, subparagraphs after their parent, annexes last."""
        for act in self.acts:
            for part in (act.preamble, act.operative, *(annex.paragraphs for annex in act.annexes)):
                for clause in part:
                    for found in clause.walk():
                        yield act, found
