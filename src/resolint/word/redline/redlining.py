"""Writes the differences between two texts into the file of the first as genuine tracked changes: a redline.

Rejecting all of them gives the file back as it was, accepting all of them gives the words of the second text. Only the parts
in which something changes are written anew.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from resolint.errors import CannotWrite
from resolint.frozen import NamedTuple
from resolint.model import NOTE_MARK
from resolint.word.container.xml import ID, PPR, RPR, VAL, Element, P, R, T, number, w
from resolint.word.read.inline import BOX, MATH
from resolint.word.read.story import ReadParagraph
from resolint.word.read.styles import Style
from resolint.word.redline.coming import ELSEWHERE, Coming, is_last
from resolint.word.redline.file import RedlineFile
from resolint.word.redline.rows import together
from resolint.word.redline.runs import (
    CannotSetApart,
    Pen,
    Piece,
    look,
    new_runs,
    outside_of_insertions,
    reformat,
    renumber,
    run_of,
    set_apart,
    strike,
)
from resolint.word.redline.verify import restored
from resolint.word.write import runs
from resolint.writing import Formatting, Left, NewText, Plan, Replacement, Rewriting

_INS, _DEL, _MOVE_FROM, _SECTION, _STYLE, _CELL, _ROW, _TABLE = (
    w(n) for n in ("ins", "del", "moveFrom", "sectPr", "pStyle", "tc", "tr", "tbl")
)


class Redlined(NamedTuple):
    """A redline, and what of the plan could not be written."""

    data: bytes
    left: tuple[Left, ...] = ()


def redline_word(data: bytes, plan: Plan, *, author: str, date: str, name: str = "") -> Redlined:
    """The Word file ``data`` with everything in ``plan`` as tracked changes of ``author`` at ``date`` (ISO 8601, UTC).

    What cannot be tracked (inside an equation, in a file that is read in) is left as it is and named. Raises
    UnreadableDraft for a file that cannot be read, CannotWrite if what was written would not give the file back when it is
    rejected: then nothing is given.
    """
    if not plan:
        return Redlined(data)
    work = _Redline(data, author, date, name)
    written = work.write(plan)
    fault = restored(data, written, work.numbers, work.file.notes_made, name, work.file.renamed)
    if fault:
        raise CannotWrite(
            f"{name or 'the base'}: rejecting the redline would not give {fault} back, so nothing was written; "
            "this is a bug in resolint, please report it"
        )
    return Redlined(written, tuple(work.left))


class _Redline(Coming):
    """One redline while it is written."""

    def __init__(self, data: bytes, author: str, date: str, name: str) -> None:
        self.file = RedlineFile(data, name)
        self.author = author
        self.file.walk()
        self.numbers: set[int] = set()
        self._next = max(self.file.ids() | {0}) + 1
        self.pen = Pen(author, date, self._number, self._spare, self._note, self.file._tools.styles)
        self.left: list[Left] = []
        self._new: set[Element] = set()
        self._droppers: Mapping[str, str] = {}
        self._behind: dict[Element, Element] = {}
        self._ends: dict[Element, Element] = {}

    def write(self, plan: Plan) -> bytes:
        self._plan_dropped, self._droppers = set(plan.dropped), plan.droppers
        if any(new.notes for new in _news(plan)):
            self.file.survey()
        # Paragraphs first: their places are told by paragraphs that are still as they were.
        for _, group in groupby(plan.inserted, key=together):
            row = list(group)
            self._sign(row[0].author)
            if not self._insert_cells(row):
                for new in row:
                    self._insert(new)
        for rewriting in plan.rewritings:
            self._rewrite(rewriting)
        for block in plan.dropped:
            self._sign(plan.droppers.get(block, ""))
            self._drop(block)
        self._drop_rows()
        for part in self.file.touched:
            renumber(self.file.source(part).root, self.pen)
        self.file.order_notes()
        return self.file.data()

    def _sign(self, author: str) -> None:
        """From here on changes are made in the name of ``author``, or of whoever signs all."""
        self.pen = replace(self.pen, author=author or self.author)

    def _number(self) -> int:
        number = self._spare()
        self.numbers.add(number)
        return number

    def _spare(self) -> int:
        number, self._next = self._next, self._next + 1
        return number

    def _note(self, new: NewText) -> Element:
        return self.file.make_note(new, self.pen)

    def _style(self, paragraph: Element) -> Style:
        named = paragraph.find(f"{PPR}/{_STYLE}")
        return self.pen.styles.get(None if named is None else named.get(VAL))

    # -- inside of paragraphs --------------------------------------------------------------------------------

    def _rewrite(self, rewriting: Rewriting) -> None:
        found = self.file.passage(rewriting.block)
        if found is None:
            self.left += [Left(rewriting.block, step.start, ELSEWHERE) for step in rewriting.replacements]
            return
        passage, part = found
        self.file.touch(part)
        pieces = _pieces(passage)
        steps: list[Replacement | Formatting] = [*rewriting.replacements, *rewriting.formattings]
        # From the right to the left, so that what was found on the left stays where it is.
        edge: Element | None = None
        for step in sorted(steps, key=lambda step: (step.start, step.end), reverse=True):
            paragraph = _paragraph_at(passage, step.start)
            style = self._style(paragraph)
            self._sign(step.author)
            try:
                if isinstance(step, Formatting):
                    row = set_apart(pieces, step.start, step.end)
                    reformat(row, step.italic, style, self.pen)
                    edge = row[0]
                else:
                    edge = self._replace(passage, pieces, step, paragraph, style, edge)
            except CannotSetApart as reason:
                self.left.append(Left(rewriting.block, step.start, str(reason)))
                continue
            pieces = [
                (element, start, min(length, step.start - start), inner, plain)
                for element, start, length, inner, plain in pieces
                if start < step.start
            ]

    def _replace(
        self,
        passage: ReadParagraph,
        pieces: Sequence[Piece],
        step: Replacement,
        paragraph: Element,
        style: Style,
        edge: Element | None,
    ) -> Element | None:
        """Makes one replacement; gives the element that now begins where it began. ``edge`` is that of the step before."""
        first: Element | None = None
        if step.start < step.end:
            self._drop_notes(passage, step.start, step.end)
            row = set_apart(pieces, step.start, step.end)
            template = look(_template(row), self.pen.styles)
            struck = strike(row, self.pen)
            first, place = struck[0], struck[-1]
            behind = True
        else:
            place, behind, template = self._gap(pieces, step.start, paragraph, edge)
        if not step.new.text:
            return first
        made = new_runs(step.new, template, paragraph, style, self.pen)
        if made:
            insertion = self.pen.revision(paragraph, "ins")
            insertion.extend(made)
            if place is not paragraph:
                place, behind = outside_of_insertions(place, behind, self.pen)
            if place is paragraph:
                paragraph.append(insertion)
            elif behind:
                runs.after(place, insertion)
            else:
                runs.before(place, insertion)
            first = first if first is not None else insertion
        return first

    def _gap(
        self, pieces: Sequence[Piece], at: int, paragraph: Element, edge: Element | None
    ) -> tuple[Element, bool, Element | None]:
        """The place for new text at ``at``: an element, whether behind it, and the look of the text there.

        ``edge`` is the element to the right whose pieces have been changed already.
        """
        left = next((piece for piece in reversed(pieces) if piece[1] < at), None)
        right = next((piece for piece in pieces if piece[1] >= at), None)
        if left is not None and left[1] + left[2] > at:
            run, child = run_of(left)
            second = set_apart(pieces, at, left[1] + left[2])[0]
            return second, False, look(run, self.pen.styles)
        if left is not None and (left[4] or right is None or not right[4]):
            run, child = run_of(left)
            following = child.getnext()
            if following is not None:
                set_apart(pieces, left[1], at)
                run, _ = run_of(left)
            place = run
            if not left[4] and right is None:
                place = _top(run)
            model = right if right is not None and NOTE_MARK in _text_of(left) else left
            return place, True, look(run_of(model)[0], self.pen.styles)
        if right is not None:
            run, child = run_of(right)
            if next((c for c in run if c.tag != RPR), None) is not child:
                run = set_apart(pieces, right[1], right[1] + right[2])[0]
            return run, False, look(run, self.pen.styles)
        if edge is not None:
            return edge, False, look(edge if edge.tag == R else edge.find(R), self.pen.styles)
        return paragraph, True, None

    def _drop_notes(self, passage: ReadParagraph, start: int, end: int) -> None:
        """Strikes the text of the notes whose references are struck."""
        for offset, _, flat in passage.paragraphs:
            for note in flat.notes:
                if start <= offset + note.start < end:
                    for paragraph in self.file.note_paragraphs(note.id):
                        strike(_struck(paragraph), self.pen)

    # -- whole paragraphs ------------------------------------------------------------------------------------

    def _drop(self, block: str) -> None:
        found = self.file.passage(block)
        if found is None:
            self.left.append(Left(block, None, ELSEWHERE))
            return
        passage, part = found
        self.file.touch(part)
        self._drop_notes(passage, 0, len(passage.block.text))
        for _, paragraph, _ in passage.paragraphs:
            found_runs = _struck(paragraph, self.numbers)
            struck = [run for run in found_runs if not self._holds_what_stays(run)]
            strike(struck, self.pen)
            whole = len(struck) == len(found_runs)
            if whole and not is_last(paragraph) and paragraph.find(f"{PPR}/{_SECTION}") is None:
                self._mark(paragraph, "del")

    def _holds_what_stays(self, run: Element) -> bool:
        """Whether a run anchors a text box with a paragraph that stays, so that the run must stay too."""
        if next(run.iter(BOX), None) is None:
            return False
        stay = (block.id for block in self.file.body if block.kind == "textbox" and block.id not in self._plan_dropped)
        passages = (found[0] for block in stay if (found := self.file.passage(block)) is not None)
        return any(run in paragraph.iterancestors(R) for one in passages for _, paragraph, _ in one.paragraphs)


def _news(plan: Plan) -> Iterator[NewText]:
    yield from (paragraph.new for paragraph in plan.inserted)
    for rewriting in plan.rewritings:
        yield from (replacement.new for replacement in rewriting.replacements)


def _pieces(passage: ReadParagraph) -> list[Piece]:
    return [
        (element, offset + start, length, inner, plain)
        for offset, _, flat in passage.paragraphs
        for element, start, length, inner, plain in flat.pieces
    ]


def _paragraph_at(passage: ReadParagraph, at: int) -> Element:
    found = passage.paragraphs[0][1]
    for offset, paragraph, flat in passage.paragraphs:
        if offset <= at and (flat.text or offset == at):
            found = paragraph
    return found


def _text_of(piece: Piece) -> str:
    return NOTE_MARK if piece[0].tag not in (T,) and piece[2] == 1 else ""


def _template(row: Sequence[Element]) -> Element:
    """The first of the struck runs that holds words, whose look the new words take."""
    return next((run for run in row if run.find(T) is not None), row[0])


def _top(run: Element) -> Element:
    """The child of its paragraph that holds ``run``."""
    parent = run.getparent()
    while parent is not None and parent.tag != P:
        run, parent = parent, parent.getparent()
    return run


def _struck(paragraph: Element, ours: Collection[int] = ()) -> list[Element]:
    """The runs of a paragraph that are not struck yet, nor put in by changes with the ids ``ours``.

    Those of its text boxes belong to other stories.
    """
    found: list[Element] = []
    _collect(paragraph, found, ours)
    return found


def _collect(parent: Element, found: list[Element], ours: Collection[int]) -> None:
    for child in parent:
        tag = child.tag
        if tag == R or tag in MATH:
            found.append(child)
        elif tag == _INS and number(child.get(ID)) in ours:
            continue
        elif tag not in (_DEL, _MOVE_FROM, PPR, BOX) and isinstance(tag, str):
            _collect(child, found, ours)
