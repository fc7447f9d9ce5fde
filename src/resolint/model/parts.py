"""The parts of a text: masthead, acts, clauses, headings, annexes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from resolint.frozen import dataclass
from resolint.model.text import Span

DocumentKind = Literal["resolution", "decision", "declaration", "amendment", "report", "other"]
Role = Literal["preambular", "operative", "subparagraph", "paragraph"]


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
