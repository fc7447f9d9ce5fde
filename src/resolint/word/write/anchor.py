"""From a position in a block to a place in the XML: divides runs there, and puts the anchors of comments.

A ``OpenBlock`` is the text of one block with the pieces of XML it comes from. Every character is in one piece; a run is
divided only where a boundary is asked for that is not there yet.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from resolint.model import Block
from resolint.word.container.xml import ID, PPR, RPR, Element, P, R, T, w
from resolint.word.read.inline import FIELD_CHAR, FIELD_TYPE, HYPERLINK, INSERTED, SDT, SDT_CONTENT, SINGLE
from resolint.word.read.story import ReadParagraph
from resolint.word.write import runs

_OPEN = INSERTED | {HYPERLINK, SDT, SDT_CONTENT, w("smartTag"), w("customXml"), w("bdo"), w("dir")}
"""What may hold the anchor of a comment between its runs."""
_START, _END, _REFERENCE = w("commentRangeStart"), w("commentRangeEnd"), w("commentReference")
_RPR_CHANGE, _INS = w("rPrChange"), w("ins")


@dataclass(slots=True)
class Part:
    """The characters from ``start`` on that come from ``element``, there from its character ``inner`` on."""

    element: Element
    start: int
    length: int
    inner: int
    plain: bool
    paragraph: Element

    @property
    def end(self) -> int:
        """Where its characters end."""
        return self.start + self.length

    @property
    def run(self) -> Element | None:
        """The run that holds it, None where it stands in something else."""
        parent = self.element.getparent()
        return parent if parent is not None and parent.tag == R else None


class OpenBlock:
    """One block open for writing. ``made`` holds the elements that we put in."""

    def __init__(self, passage: ReadParagraph, made: set[Element]) -> None:
        """``passage`` comes from a story that was walked with pieces."""
        self.block: Block = passage.block
        self.paragraphs = [paragraph for _, paragraph, _ in passage.paragraphs]
        self.made = made
        self.parts = [
            Part(element, offset + start, length, inner, plain, paragraph)
            for offset, paragraph, flat in passage.paragraphs
            for element, start, length, inner, plain in flat.pieces
        ]
        self._fields: dict[Element, list[tuple[int, int]]] = {}

    # -- finding and dividing ----------------------------------------------------------------------------------

    def at(self, offset: int) -> int:
        """The index of the part that holds the character at ``offset``; -1 if there is none."""
        index = bisect_right(self.parts, offset, key=lambda part: part.start) - 1
        return index if index >= 0 and offset < self.parts[index].end else -1

    def between(self, start: int, end: int) -> Iterator[Part]:
        """The parts that hold any of the characters from ``start`` to ``end``."""
        index = max(0, bisect_right(self.parts, start, key=lambda part: part.start) - 1)
        for part in self.parts[index:]:
            if part.start >= end:
                return
            if part.end > start:
                yield part

    def can_cut(self, offset: int) -> bool:
        """Whether a boundary between runs is at ``offset`` or can be made there."""
        index = self.at(offset)
        if index < 0:
            return True
        part = self.parts[index]
        run, child = _outermost(part)
        if offset > part.start:
            return run is not None and child is part.element and runs.can_split(run, child, self._inner(part, offset))
        before, last = _outermost(self.parts[index - 1]) if index else (None, None)
        if before is not run or run is None or child is None:
            return True
        return last is not child and runs.can_split(run, child, 0)

    def cut(self, offset: int) -> None:
        """Makes a boundary between runs at ``offset``, which ``can_cut``, where there is none."""
        index = self.at(offset)
        if index < 0:
            return
        part = self.parts[index]
        run, child = _outermost(part)
        if run is None or child is None:
            return
        if offset == part.start:
            if index and _outermost(self.parts[index - 1])[0] is run:
                runs.split(run, child, 0)
            return
        second = runs.split(run, child, self._inner(part, offset))
        rest = next(found for found in second if found.tag != RPR)
        self.parts.insert(index + 1, Part(rest, offset, part.end - offset, 0, part.plain, part.paragraph))
        part.length = offset - part.start

    @staticmethod
    def _inner(part: Part, offset: int) -> int:
        return part.inner + offset - part.start

    # -- what stands where ---------------------------------------------------------------------------------------

    def free(self, part: Part) -> bool:
        """Whether a tracked change may go here: a run directly in its paragraph or in an insertion there, in no field or link."""
        run = part.run
        parent = None if run is None else run.getparent()
        if run is None or parent is None:
            return False
        others = parent.tag == _INS and parent not in self.made and parent.getparent() is part.paragraph
        if not others and parent is not part.paragraph and parent not in self.made:
            return False
        texts = (T, *SINGLE) if others else SINGLE
        if not part.plain and (part.element.tag not in texts or self._covered(part)):
            return False
        properties = run.find(RPR)
        return properties is None or properties.find(_RPR_CHANGE) is None

    def _covered(self, part: Part) -> bool:
        return any(mark.kind in ("link", "field") and mark.start <= part.start < mark.end for mark in self.block.marks)

    def top(self, part: Part) -> Element:
        """The child of the paragraph that holds ``part``, with everything around it that must stay together."""
        return _below(part.element, part.paragraph)

    def field_edges(self, part: Part) -> tuple[Element, Element] | None:
        """The first and last child of the paragraph of the complex field around ``part``, None if there is none."""
        if part.plain:
            return None
        paragraph = part.paragraph
        if paragraph not in self._fields:
            self._fields[paragraph] = _complex_fields(paragraph)
        ranges = self._fields[paragraph]
        if not ranges:
            return None
        # Indices move as we put elements in, so the ranges are found anew when they are needed.
        place = paragraph.index(self.top(part))
        for first, last in _complex_fields(paragraph):
            if first <= place <= last:
                return paragraph[first], paragraph[last]
        return None

    # -- anchors -------------------------------------------------------------------------------------------------

    def prepare(self, start: int, end: int) -> None:
        """Divides runs so that the words from ``start`` to ``end`` stand alone, where that can be done."""
        for offset in (start, end):
            index = self.at(offset)
            if index >= 0 and self.can_cut(offset) and self._exact(self.parts[index]):
                self.cut(offset)

    def comment(self, start: int, end: int, number: str) -> None:
        """Anchors the comment ``number`` on the characters from ``start`` to ``end``, which are not empty."""
        first, last = self.at(start), self.at(max(start, end - 1))
        if first < 0 or last < 0:
            comment_on(self.paragraphs[0], number, self.made)
            return
        opening = self._opening(self.parts[first])
        marker = runs.make(opening, _START, {ID: number})
        runs.before(opening, marker)
        closing = self._following(self._closing(self.parts[last]))
        finish = runs.make(closing, _END, {ID: number})
        runs.after(closing, finish)
        place = self._following(_below(finish, self.parts[last].paragraph))
        reference = _reference(place, number)
        runs.after(place, reference)
        self.made |= {marker, finish, reference}

    def _exact(self, part: Part) -> bool:
        run = part.run
        return run is not None and self._holder(part) is run and self.field_edges(part) is None

    def _holder(self, part: Part) -> Element:
        """The run of ``part``, or the outermost thing around it that can hold no anchor."""
        found: Element = part.element
        run = part.run
        if run is not None:
            found = run
        here = found
        while (parent := here.getparent()) is not None and parent is not part.paragraph:
            if parent.tag not in _OPEN and parent not in self.made:
                found = parent
            here = parent
        return found

    def _opening(self, part: Part) -> Element:
        edges = self.field_edges(part)
        if edges is not None:
            return edges[0]
        holder = self._holder(part)
        return self._outer(holder)

    def _closing(self, part: Part) -> Element:
        edges = self.field_edges(part)
        if edges is not None:
            return edges[1]
        return self._outer(self._holder(part))

    def _outer(self, element: Element) -> Element:
        """``element``, or our own tracked change around it."""
        parent = element.getparent()
        return parent if parent is not None and parent in self.made else element

    def _following(self, place: Element) -> Element:
        """The last of our own insertions and ends of comments that stand right behind ``place``."""
        while (follower := place.getnext()) is not None and follower in self.made and follower.tag in _TRAILING:
            place = follower
        return place


_TRAILING = frozenset((w("ins"), _END, R))


def comment_on(paragraph: Element, number: str, made: set[Element]) -> None:
    """Anchors a comment on the whole of a paragraph."""
    marker = runs.make(paragraph, _START, {ID: number})
    finish = runs.make(paragraph, _END, {ID: number})
    index = 1 if len(paragraph) and paragraph[0].tag == PPR else 0
    paragraph.insert(index, marker)
    paragraph.append(finish)
    reference = _reference(finish, number)
    runs.after(finish, reference)
    made |= {marker, finish, reference}


def _reference(place: Element, number: str) -> Element:
    run = runs.make(place, R)
    run.append(runs.make(run, _REFERENCE, {ID: number}))
    return run


def _outermost(part: Part) -> tuple[Element | None, Element | None]:
    """The outermost run around ``part`` in its paragraph, and the child of it that holds ``part``."""
    run = child = None
    here = part.element
    while (parent := here.getparent()) is not None and here is not part.paragraph:
        if parent.tag == R:
            run, child = parent, here
        here = parent
    return run, child


def _below(element: Element, paragraph: Element) -> Element:
    """The ancestor of ``element``, or itself, that is a child of ``paragraph``."""
    here = element
    while (parent := here.getparent()) is not None and parent is not paragraph:
        here = parent
    return here


def outer_paragraph(element: Element) -> Element | None:
    """The outermost paragraph around ``element``: for a text box, the one it hangs on."""
    found = None
    for ancestor in element.iterancestors(P):
        found = ancestor
    return found


def word_at(text: str, offset: int) -> tuple[int, int]:
    """The word that ends at or before ``offset``, or the first one behind it: something for a comment to stand on."""
    end = min(offset, len(text))
    while end and text[end - 1].isspace():
        end -= 1
    if not end:
        start = len(text) - len(text.lstrip())
        end = start
        while end < len(text) and not text[end].isspace():
            end += 1
        return (start, end) if end > start else (0, len(text))
    start = end
    while start and not text[start - 1].isspace():
        start -= 1
    return start, end


def _complex_fields(paragraph: Element) -> list[tuple[int, int]]:
    """The complex fields of a paragraph as first and last index of its children."""
    found: list[tuple[int, int]] = []
    depth = start = 0
    for index, child in enumerate(paragraph):
        for mark in child.iter(FIELD_CHAR):
            kind = mark.get(FIELD_TYPE)
            if kind == "begin":
                if not depth:
                    start = index
                depth += 1
            elif kind == "end":
                depth -= 1
                if depth <= 0:
                    found.append((start if depth == 0 else 0, index))
                    depth = 0
    if depth:
        found.append((start, len(paragraph) - 1))
    return found
