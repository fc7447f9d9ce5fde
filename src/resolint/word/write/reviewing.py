"""Writes annotations into the draft they are about: comments on the exact words, and fixes as tracked changes.

``write`` takes bytes and gives bytes. Marks of an earlier run are taken out first, so that a second run over the same
draft gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from hashlib import sha256
from typing import Literal

from resolint import fixes
from resolint.errors import CannotWrite
from resolint.findings import Edit
from resolint.frozen import dataclass
from resolint.model import Span
from resolint.word.container.xml import AUTHOR, ID, RPR, Element, P, R
from resolint.word.read import signature
from resolint.word.write import runs, track
from resolint.word.write.anchor import OpenBlock, comment_on, outer_paragraph, word_at
from resolint.word.write.annotate import Comments
from resolint.word.write.body import body_of
from resolint.word.write.cleaning import accept, clean
from resolint.word.write.draft import Draft, Spot
from resolint.word.write.hindrances import hindrance
from resolint.word.write.verifying import verify, verify_accepted
from resolint.writing import Annotation, Annotations


@dataclass(frozen=True, slots=True)
class Written:
    """The written file, how many comments and fixes are in it, and what could not be changed.

    ``edits`` are those of the fixes, ``left`` the annotations whose fix of the wanted level could not be written,
    ``unplaced`` those for whose comment the body has no paragraph.
    """

    data: bytes
    comments: int = 0
    changes: int = 0
    edits: tuple[Edit, ...] = ()
    left: tuple[Annotation, ...] = ()
    unplaced: tuple[Annotation, ...] = ()


def write(
    data: bytes,
    said: Annotations,
    *,
    author: str = signature.AUTHOR,
    date: str = "",
    comments: bool = True,
    changes: bool = True,
    level: Literal["safe", "suggest"] = "suggest",
) -> Written:
    """Write annotations, which are about the bytes of ``clean(data)``, into ``data``.

    ``author`` signs; a name that is not plainly resolint's gets `` (resolint)`` behind it. ``date`` is an ISO date
    and time, "" for none. ``comments`` and ``changes`` say which of the two are wanted, ``level`` which fixes become
    tracked changes. Raises UnreadableDraft for what is no Word file, and CannotWrite if the annotations are about another
    text or taking our marks out again does not give the original back.
    """
    name = said.origin.name
    base = clean(data, name)
    if said.origin.sha256 not in ("", sha256(base).hexdigest()):
        raise CannotWrite(f"{name}: the report is about another state of the draft; run resolint again")
    done = _Writer(base, said, signature.signed(author), date).run(comments, changes, level)
    if done.data is not base:
        fault = verify(base, done.data)
        if fault:
            raise CannotWrite(_BUG.format(name, f"taking the marks out again would not give back {fault}"))
        fault = verify_accepted(base, accept(done.data, spelt=False), done.edits) if done.edits else ""
        if fault:
            raise CannotWrite(_BUG.format(name, f"accepting the changes would not give the fixes at {fault}"))
    return done


_ENDLESS = 50_000
"""Characters that no paragraph of a draft has."""
_BUG = "{}: nothing was written, because {}; this is a bug in resolint, not in your draft"


class _Writer:
    """One run over one file."""

    def __init__(self, data: bytes, said: Annotations, author: str, date: str) -> None:
        self._draft = Draft(data, said.origin.name, said.origin.view)
        self._draft.walk()
        self._said = said
        self._author, self._date = author, date
        self._lines: dict[str, OpenBlock] = {}
        self._made: set[Element] = set()
        self._numbers: Iterator[int] | None = None

    def run(self, comments: bool, changes: bool, level: Literal["safe", "suggest"]) -> Written:
        items = self._said.items
        edits: tuple[Edit, ...] = ()
        fixed: set[int] = set()
        whys: dict[int, str] = {}
        if changes:
            hindrances = [self._hindrance(item) for item in items]
            possible = [None if why else item.fix for item, why in zip(items, hindrances, strict=True)]
            edits = fixes.applicable(possible, level)
            made = set(map(id, edits))
            fixed = {
                at
                for at, fix in enumerate(possible)
                if fix is not None and fix.edits and all(id(edit) in made for edit in fix.edits)
            }
            for at, item in enumerate(items):
                if at not in fixed and _offers(item, level):
                    whys[at] = hindrances[at] or "another fix changes the same words"
        places = [self._place(item) for item in items] if comments else []
        self._divide(edits, places)
        self._change(edits)
        count = self._comment(items, places, fixed, whys) if comments else 0
        self._renumber()
        left = tuple(item for at, item in enumerate(items) if at not in fixed and _offers(item, level))
        unplaced = tuple(item for item, place in zip(items, places, strict=False) if place.nowhere)
        del places
        self._lines.clear()
        self._made.clear()
        self._draft.let_go()
        return Written(self._draft.data(), count, len(fixed), edits, left, unplaced)

    # -- what and where ------------------------------------------------------------------------------------------

    def _line(self, block: str) -> OpenBlock | None:
        if block not in self._lines:
            spot = self._draft.spot(block)
            if spot is None:
                return None
            self._lines[block] = OpenBlock(spot.passage, self._made)
        return self._lines[block]

    def _hindrance(self, item: Annotation) -> str:
        """Why the fix of an annotation cannot be tracked, "" if it can."""
        if item.fix is None or item.fix.applicability == "advice":
            return "there is no fix to be written"
        for edit in item.fix.edits:
            spot, line = self._draft.spot(edit.span.block), self._line(edit.span.block)
            if spot is None or line is None or spot.passage.block.kind == "textbox":
                return "it stands outside of the text, where Word tracks no changes"
            if why := hindrance(line, edit, self._draft.edges.get(edit.span.block, ())):
                return why
        return ""

    def _place(self, item: Annotation) -> _Place:
        """Where the comment hangs: on the words, or where Word allows no comment, on the nearest words of the body."""
        spot = self._draft.spot(item.span.block)
        if spot is None:
            return self._nearest(item.span.block)
        if spot.story in ("footnotes", "endnotes"):
            reference = self._draft.reference(item.span.block)
            if reference is not None and (found := self._on_words(reference)) is not None:
                return replace(found, exact=False)
        elif spot.passage.block.kind == "textbox":
            paragraph = outer_paragraph(spot.passage.paragraphs[0][1])
            if paragraph is not None and spot.part == self._draft.main:
                return _Place(None, 0, 0, paragraph, False)
        elif spot.part == self._draft.main and (found := self._on_words(item.span)) is not None:
            known = self._said.texts.get(item.span.block)
            if known is not None and not spot.passage.block.text.startswith(known):  # it may be cut: see Origin.unread
                return _Place(None, 0, 0, spot.passage.paragraphs[0][1], False)
            return found
        return self._nearest(item.span.block)

    def _on_words(self, span: Span) -> _Place | None:
        line = self._line(span.block)
        if line is None or not line.parts:
            return None
        text = line.block.text
        start, end = max(0, min(span.start, len(text))), max(0, min(span.end, len(text)))
        if start >= end or not text[start:end].strip():
            start, end = word_at(text, start)
        return _Place(line, start, end, None, True) if start < end else None

    def _nearest(self, block: str) -> _Place:
        """The words of the body next to a block in which no comment can be: before a part read in, else the first."""
        embedded = block.count("/") > 1
        bodies = [found for found in self._draft.body if found.kind != "textbox" and found.text.strip()]
        for body in reversed(bodies) if embedded else bodies:
            line = self._line(body.id)
            if line is not None and line.parts:
                return _Place(line, *word_at(body.text, 0), None, False)
        return _Place(None, 0, 0, next(self._draft.source(self._draft.main).root.iter(P), None), False)

    # -- writing -------------------------------------------------------------------------------------------------

    def _divide(self, edits: Sequence[Edit], places: Sequence[_Place]) -> None:
        self._divide_endless(places)
        for edit in edits:
            if (line := self._line(edit.span.block)) is not None:
                track.divide(line, edit)
        for place in places:
            if place.line is not None:
                place.line.prepare(place.start, place.end)

    def _divide_endless(self, places: Sequence[_Place]) -> None:
        """Parts what is behind all comments from a paragraph that is longer than any, for each cut copies what follows."""
        last: dict[str, _Place] = {}
        for place in places:
            if place.line is not None and len(place.line.block.text) > _ENDLESS:
                block = place.line.block.id
                last[block] = max(place, last.get(block, place), key=lambda found: found.end)
        for place in last.values():
            if place.line is not None:
                place.line.prepare(place.end, place.end)

    def _change(self, edits: Sequence[Edit]) -> None:
        pen = track.Pen(self._author, self._date, self._number, self._draft.styles())
        by_block: dict[str, list[Edit]] = {}
        for edit in edits:
            by_block.setdefault(edit.span.block, []).append(edit)
        for block, row in by_block.items():
            line, spot = self._line(block), self._draft.spot(block)
            assert line is not None and spot is not None
            italics = [edit for edit in row if edit.italic is not None]
            # In their order, so that what comes in at one place comes in in that order too.
            for edit in sorted(row, key=lambda edit: (edit.span.start, edit.span.end)):
                if edit.italic is None:
                    track.write(line, edit, italics, pen)
            for edit in italics:
                track.format(line, edit, pen)
            self._draft.touch(spot.part)

    def _comment(
        self, items: Sequence[Annotation], places: Sequence[_Place], fixed: set[int], whys: Mapping[int, str]
    ) -> int:
        comments = Comments(self._draft, self._author, self._date)
        for at, (item, place) in enumerate(zip(items, places, strict=True)):
            spot = self._draft.spot(item.span.block)
            where = "" if place.exact or item.literal else _where(item, spot)
            lines = body_of(item, where, at in fixed, whys.get(at, ""))
            if place.nowhere or comments.knows(lines):
                continue
            key = comments.add(lines, item.author)
            if place.line is not None:
                place.line.comment(place.start, place.end, key)
            elif place.paragraph is not None:
                comment_on(place.paragraph, key, self._made)
            self._draft.touch(self._draft.main)
        return comments.count

    # -- numbers -------------------------------------------------------------------------------------------------

    def _number(self) -> int:
        if self._numbers is None:
            self._numbers = _free_numbers(self._draft.ids())
        return next(self._numbers)

    def _renumber(self) -> None:
        """Gives copies of other people's formatting changes, in the second halves of divided runs, ids of their own."""
        for line in self._lines.values():
            for paragraph in line.paragraphs:
                for run in paragraph.iter(R):
                    if signature.continues(signature.flags_of(run.get(runs.SESSION))):
                        change = run.find(f"{RPR}/{runs.RPR_CHANGE}")
                        if change is not None and not signature.is_ours(change.get(AUTHOR)):
                            change.set(ID, str(self._number()))


def _free_numbers(used: set[int]) -> Iterator[int]:
    free = max((value for value in used if value < 2**30), default=0) + 1
    while True:
        if free not in used:
            yield free
        free += 1


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a comment hangs: on words of a line or on a paragraph; ``exact`` if that is what it is about."""

    line: OpenBlock | None
    start: int
    end: int
    paragraph: Element | None
    exact: bool

    @property
    def nowhere(self) -> bool:
        """Whether there is no paragraph to hang it on."""
        return self.line is None and self.paragraph is None


def _offers(item: Annotation, level: Literal["safe", "suggest"]) -> bool:
    """Whether a item has a fix of this level, so that it is a pity if it cannot be made."""
    fix = item.fix
    return fix is not None and bool(fix.edits) and (fix.applicability == "safe" or fix.applicability == level)


def _where(item: Annotation, spot: Spot | None) -> str:
    """What a comment must say that does not hang on its words."""
    if spot is None:
        return item.where
    kind = spot.passage.block.kind
    if kind in ("header", "footer", "textbox"):
        return {"header": "page header", "footer": "page footer", "textbox": "text box"}[kind]
    return item.where
