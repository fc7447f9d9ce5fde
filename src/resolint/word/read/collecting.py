"""What the walk through a paragraph of Word yields: its text with formatting, marks and notes, and where each piece stands."""

from __future__ import annotations

from resolint.model import Mark, MarkKind
from resolint.word.container.xml import Element
from resolint.word.read import inline as el
from resolint.word.read.inline import Anchor, Field, Flat, Note
from resolint.word.read.styles import HIDDEN


class Collector:
    """Takes down what a paragraph holds, character by character in order; what does not show becomes a mark."""

    __slots__ = (
        "_boxes",
        "_code",
        "_custom",
        "_edges",
        "_fields",
        "_marks",
        "_notes",
        "_parts",
        "_pieces",
        "_pos",
        "_runs",
        "_slow",
        "_taken",
    )

    def __init__(self, with_pieces: bool) -> None:
        """``with_pieces`` asks for the piece table, which only a writer needs."""
        self._fields: list[Field] = []
        self._code = 0
        self._pieces: list[tuple[Element, int, int, int, bool]] | None = [] if with_pieces else None
        self._slow = int(with_pieces)
        """Above 0 while texts need more than to be joined: pieces, open fields, typed note marks."""
        self._pos = 0
        self._custom = False
        self._parts: list[str] = []
        self._runs: list[tuple[int, int, int]] = []
        self._marks: list[Mark] = []
        self._notes: list[Note] = []
        self._edges: list[Anchor] = []
        self._boxes: list[Element] = []
        self._taken: list[tuple[MarkKind, int, list[str]]] = []

    def _collected(self) -> Flat:
        """All that was taken down since the last paragraph."""
        flat = Flat()
        flat.text = "".join(self._parts)
        if self._runs:
            flat.runs, self._runs = self._runs, []
        if self._taken:
            self._marks.extend(Mark(at, at, kind, "".join(parts)) for kind, at, parts in self._taken)
            self._taken = []
        if self._marks:
            flat.marks, self._marks = self._marks, []
        if self._notes:
            flat.notes, self._notes = self._notes, []
        if self._edges:
            flat.edges, self._edges = self._edges, []
        if self._boxes:
            flat.boxes, self._boxes = self._boxes, []
        if self._pieces:
            flat.pieces, self._pieces = self._pieces, []
        return flat

    def _shown(self, element: Element, text: str, bits: int, inner: int, plain: bool) -> None:
        if self._code or self._custom or bits & HIDDEN:
            self._aside(text, bits)
        else:
            self._put(element, text, bits, inner, plain)

    def _aside(self, text: str, bits: int) -> None:
        """Text that does not show: in the code of a field, as a typed note mark, hidden."""
        if self._code or not text:
            return
        if self._custom:
            last = self._notes[-1]
            self._notes[-1] = last._replace(typed=((last.typed or "") + text)[: el.LONGEST_MARK])
        elif bits & HIDDEN:
            self._removed("hidden", text)

    def _character(self, element: Element, character: str, bits: int) -> None:
        if self._custom and character.isspace():
            self._custom = False
            self._slow -= 1
        self._shown(element, character, bits, 0, False)

    def _put(self, element: Element, text: str, bits: int, inner: int, plain: bool) -> None:
        if not text:
            return
        start = self._pos
        self._pos = end = start + len(text)
        self._parts.append(text)
        if bits:
            self._format(start, end, bits)
        if self._pieces is not None:
            self._pieces.append((element, start, len(text), inner, plain and not self._fields))

    def _format(self, start: int, end: int, bits: int) -> None:
        """Notes that a stretch of text has a formatting, which may go on from the stretch before."""
        runs = self._runs
        if runs and runs[-1][1] == start and runs[-1][2] == bits:
            start = runs.pop()[0]
        runs.append((start, end, bits))

    def _removed(self, kind: MarkKind, text: str) -> None:
        """Notes that ``text`` is not there; what was taken out at one place becomes one mark."""
        if not text or self._code:
            return
        taken = self._taken
        if taken and taken[-1][0] == kind and taken[-1][1] == self._pos:
            taken[-1][2].append(text)
        else:
            taken.append((kind, self._pos, [text]))
