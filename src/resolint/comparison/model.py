"""What a comparison says: rows of paragraphs of the base and of the draft, and what differs between them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Literal

from resolint.frozen import NamedTuple, dataclass
from resolint.model import Cell, Document
from resolint.wording import Change

RowKind = Literal["same", "changed", "moved", "split", "merged", "new", "dropped"]
NoteKind = Literal["changed", "new", "dropped"]
Direction = Literal["stronger", "weaker", "equal", ""]

_CLAUSES = ("preamble", "operative")
_SEVERAL, _HARDLY = 3, 8
"""Paragraphs that make several; of so many, hardly one is one."""
ROW_KINDS: tuple[RowKind, ...] = ("same", "changed", "moved", "split", "merged", "new", "dropped")
"""In the order in which counts are shown."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph as it is compared.

    ``text`` are the words of the block from offset ``start`` on, without label and outer blanks; every blank is a
    space, every object that is no note reference U+FFFD, so offsets into it are offsets into the block less ``start``.
    ``part`` is one of the parts that structure names. ``opener`` is the opening phrase, ``notes`` are the note
    references with the ids of their notes, ``italics`` the stretches in italics, all as offsets into ``text``. ``tied`` are cells
    of tables and lines of the masthead, which are known by their place as much as by their words; ``cell`` is that place in
    a table, unless it holds the masthead.
    """

    block: str
    start: int
    text: str
    label: str
    part: str
    opener: tuple[int, int] | None = None
    notes: tuple[tuple[int, str], ...] = ()
    italics: tuple[tuple[int, int], ...] = ()
    tied: bool = False
    cell: Cell | None = None


class ItalicChange(NamedTuple):
    """Words that stand in both texts, in italics in one alone; offsets into the texts of the two sides."""

    start: int
    end: int
    new_start: int
    new_end: int
    italic: bool


class NoteChange(NamedTuple):
    """A note that came, went, reads or is set otherwise; ``changes`` turn ``old`` into ``new``. An id is None for no note."""

    kind: NoteKind
    base: str | None
    draft: str | None
    old: str
    new: str
    changes: tuple[Change, ...] = ()
    italics: tuple[ItalicChange, ...] = ()


class VerbChange(NamedTuple):
    """Another opening phrase; ``direction`` is empty where the two stand on no common scale of strength."""

    old: str
    new: str
    direction: Direction
    scale: str = ""


class CitationChange(NamedTuple):
    """A reference that came (``old`` is empty), went (``new`` is empty) or stands in the place of another of its kind."""

    kind: str
    old: str
    new: str

    @property
    def fate(self) -> Literal["added", "dropped", "updated"]:
        """What became of it."""
        return "updated" if self.old and self.new else "added" if self.new else "dropped"


class QualifierChange(NamedTuple):
    """A phrase that narrows a commitment (*as appropriate*): what became of it, and what it does where it stands."""

    phrase: str
    fate: Literal["dropped", "added", "moved"]
    effect: str


@dataclass(frozen=True, slots=True)
class Row:
    """A paragraph of the account: what stood in the base (several paragraphs if merged, none if new) and in the draft.

    ``changes`` turn ``old`` into ``new``; a ``moved`` paragraph, which stands elsewhere in the draft, may have
    some too. ``renumbered`` tells that its own number is another. ``similarity`` runs from 0 to 1.
    """

    kind: RowKind
    base: tuple[Paragraph, ...]
    draft: tuple[Paragraph, ...]
    old: str
    new: str
    changes: tuple[Change, ...] = ()
    notes: tuple[NoteChange, ...] = ()
    italics: tuple[ItalicChange, ...] = ()
    verb: VerbChange | None = None
    citations: tuple[CitationChange, ...] = ()
    qualifiers: tuple[QualifierChange, ...] = ()
    renumbered: bool = False
    similarity: float = 1.0

    @property
    def departs(self) -> bool:
        """Whether the draft departs from the base here in words, notes, italics or order, not in the number alone."""
        return self.kind != "same"


class HeadChange(NamedTuple):
    """A field of the masthead that reads otherwise; None where it is missing."""

    name: str
    old: str | None
    new: str | None


@dataclass(frozen=True)
class BaseText:
    """The text that a draft is built on, and the draft as it reads with all of its tracked changes rejected.

    ``before`` is the text without its own tracked changes, where it has some: what the draft keeps of either is no departure.
    """

    text: Document
    original: Document
    before: Document | None = None


@dataclass(frozen=True)
class Comparison:
    """Two documents side by side. Rows follow the draft; what was dropped stands where it stood in the base.

    ``counts`` has the row kinds of the text, ``headers`` (departing lines of page headers), ``renumbered``, ``words_out``,
    ``words_in``, ``notes_changed``, ``notes_new``, ``notes_dropped``, ``italics``, ``verbs``, ``stronger``, ``weaker``,
    ``citations`` (updated), ``citations_added``, ``citations_dropped``, ``qualifiers``. ``blind`` names what one of the
    sources has lost and was therefore not compared (``italics``, ``notes``, ``masthead``), and ``hidden`` where
    hidden words differ, which are never compared. ``tables`` gives for tables of the
    draft those of the base that they are made of, by number.
    """

    base: Document
    draft: Document
    rows: tuple[Row, ...]
    head: tuple[HeadChange, ...]
    counts: Mapping[str, int]
    blind: tuple[str, ...] = ()
    tables: Mapping[int, int] = field(default_factory=dict)

    @property
    def departures(self) -> tuple[Row, ...]:
        """The rows in which the draft departs from the base."""
        return tuple(row for row in self.rows if row.departs)

    @property
    def unrelated(self) -> bool:
        """Whether hardly a paragraph of either text is found in the other, though both have several."""
        rows = [row for row in self.rows if any(one.part in _CLAUSES for one in (*row.base, *row.draft))]
        fewer = min(sum(bool(row.base) for row in rows), sum(bool(row.draft) for row in rows))
        return fewer >= _SEVERAL and _HARDLY * sum(bool(row.base and row.draft) for row in rows) < fewer

    @property
    def departs(self) -> bool:
        """Whether the draft departs from the base in anything, be it the masthead alone."""
        return bool(self.head) or any(row.departs for row in self.rows)
