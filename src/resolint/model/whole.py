"""A whole draft: as a reader hands it over, and with its structure."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import field
from typing import Any, Literal, TypeVar

from resolint.frozen import dataclass
from resolint.model.parts import Act, Clause, DocumentKind, Head
from resolint.model.text import Block, Bookmark, Citation, Comment, Directive, Footnote, Span

_T = TypeVar("_T")

View = Literal["proposed", "original"]
Format = Literal["docx", "markdown", "text", "akn", "pdf"]


@dataclass(frozen=True, slots=True)
class Origin:
    """Which bytes were read, and how.

    ``lost`` names what the source could not carry (``italics``, ``notes``, ``labels``, ``masthead``), so that
    rules which need it are skipped rather than wrong. ``recovered`` names what showed that the text comes from a printed
    page, so that lines and paragraphs were put together anew; nothing for a text that was typed. ``unread`` says how much
    of a draft was looked at that is longer than any, empty where all of it was.
    """

    name: str
    sha256: str
    format: Format
    view: View = "proposed"
    lost: tuple[str, ...] = ()
    recovered: tuple[str, ...] = ()
    unread: str = ""

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

    def let_go(self) -> None:
        """Forgets what was made of this document: much of it points back at it, so that neither would go by itself."""
        self._made.clear()

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
