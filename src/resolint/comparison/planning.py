"""From a comparison to the plan of a redline: which characters of which block become what."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from resolint import regex, wording
from resolint.comparison.details import kept
from resolint.comparison.grids import NewCells
from resolint.comparison.heads import masthead_plan
from resolint.comparison.model import Comparison, Paragraph, Row
from resolint.comparison.paragraphs import paragraph_of
from resolint.comparison.rows import has_no_place, is_header
from resolint.comparison.setting import Models, automatic, form_of, in_file
from resolint.comparison.taking import (
    DraftText,
    alike,
    around_objects,
    cut,
    note_text,
    seen,
    slanted,
    stretches,
    trimmed,
)
from resolint.model import NOTE_MARK, Block, Footnote
from resolint.wording import Change
from resolint.writing import Formatting, NewParagraph, NewText, Plan, Replacement, Rewriting

__all__ = ["plan"]

_BLANKS = regex.compiled(r"\s+")
_UNSEEN = {ord(char): None for char in "\u00ad"}
_ITALIC_PARTS = frozenset(("preamble", "operative", "annex"))


def plan(comparison: Comparison, whole: frozenset[str] = frozenset()) -> Plan:
    """What has to be written into the base, a Word file, to make the draft of it.

    The base blocks ``whole`` are taken out and what became of them is put in anew, where words will not do.
    """
    return _Planner(comparison, whole).plan()


class _Planner:
    """The rows of a comparison while they become a plan."""

    def __init__(self, comparison: Comparison, whole: frozenset[str]) -> None:
        self.whole = whole
        self.comparison = comparison
        self.rows = comparison.rows
        self.base, self.draft = comparison.base, comparison.draft
        self.exact = self.draft.origin.format == "docx"
        self.italics = "italics" not in comparison.blind
        self.notes = "notes" not in comparison.blind
        self.base_notes = {note.id: note for note in self.base.footnotes}
        self.draft_notes = {note.id: note for note in self.draft.footnotes}
        self.taken = self.draft_notes if self.notes else {}
        self.rewritings: list[Rewriting] = []
        self.dropped: list[str] = []
        self.inserted: list[NewParagraph] = []
        self.models = Models(self.base)
        self.until: str | None = None
        self.placeless = has_no_place(comparison)
        stay = ((old, new) for row in self.rows if row.kind != "moved" for old in row.base for new in row.draft)
        self.cells = NewCells(stay, comparison)
        self._rewritten: set[str] = set()

    def plan(self) -> Plan:
        """The plan. Lines come into those headers of pages alone of which something stays."""
        for header in (False, True):
            anchor: str | None = None
            rows = [row for row in self.rows if is_header(row) == header and not self._is_out(row)]
            places = (p.block for row in rows if row.kind != "moved" for p in row.base)
            first = next((block for block in places if in_file(block)), None)
            for row, self.until in zip(rows, _until(rows), strict=True):
                anchor = self._row(row, anchor, first)
        self.rewritings += masthead_plan(self.comparison).rewritings
        moved = [row.base[0].block for row in self.rows if row.kind == "moved"]
        return Plan(tuple(self.rewritings), (*self.dropped, *moved), tuple(self.inserted))

    def _is_out(self, row: Row) -> bool:
        return row.kind == "new" and row.draft[0].block in self.placeless

    def _row(self, row: Row, anchor: str | None, first: str | None) -> str | None:
        """Plans one row; gives the last base block that stands before what follows."""
        if row.kind in ("new", "moved"):
            for paragraph in row.draft:
                self._insert(paragraph, anchor, first)
            return anchor
        if not row.draft:
            self.dropped += [paragraph.block for paragraph in row.base]
            return self._last(row, anchor)
        old = max(row.base, key=lambda paragraph: len(paragraph.text))
        new = _nearest(old, row.draft)
        at = row.draft.index(new)
        for paragraph in row.draft[:at]:
            self._insert(paragraph, anchor, first)
        # What the file reads in has no place here for a paragraph that takes its own.
        if in_file(old.block) and (old.block in self.whole or self._counts_otherwise(old, new)):
            self.dropped.append(old.block)
            self._insert(new, old.block, first, same_cell=True)
        else:
            self._rewrite(old, new)
        self.dropped += [paragraph.block for paragraph in row.base if paragraph is not old]
        for paragraph in row.draft[at + 1 :]:
            self._insert(paragraph, old.block if in_file(old.block) else anchor, first)
        return self._last(row, anchor)

    @staticmethod
    def _last(row: Row, anchor: str | None) -> str | None:
        """The last block of the row that stands in the file itself, else the one before it."""
        return next((p.block for p in reversed(row.base) if in_file(p.block)), anchor)

    def _counts_otherwise(self, old: Paragraph, new: Paragraph) -> bool:
        """Whether Word would print another kind of number, so that the paragraph has to be put in anew, set like others."""
        ours, theirs = self.base.block(old.block), self.draft.block(new.block)
        if form_of(ours.label) == form_of(theirs.label) or "labels" in self.draft.origin.lost:
            return False
        if automatic(ours):
            return True
        model = self.models.like(new, theirs, old.block)
        return (
            bool(theirs.label)
            and automatic(self.base.block(model.block))
            and form_of(model.label) == form_of(new.label)
        )

    # -- paragraphs that stay --------------------------------------------------------------------------------

    def _rewrite(self, old: Paragraph, new: Paragraph) -> None:
        ours, theirs = self.base.block(old.block), self.draft.block(new.block)
        lead, start = self._lead(ours, old, theirs, new)
        text = seen(theirs)
        source = DraftText(theirs, self.taken, self.italics)
        target = lead + text[start : None if self.exact else new.start + len(new.text)]
        if not self.exact:
            target = lead + new.text + seen(ours)[old.start + len(old.text) :]
        shift = start - len(lead)
        every = wording.changes(seen(ours), target)
        changes = self._essential(every)
        steps = []
        for change in changes:
            made = source.text(change.new, change.new_start + shift, start)
            steps += list(around_objects(seen(ours), change, made))
        self._pair_notes(ours, theirs, target, every, shift)
        mask = slanted(theirs, True)[shift:] if shift >= 0 else [False] * -shift + slanted(theirs, True)
        formattings = tuple(self._formattings(ours, mask, target, every, len(lead)))
        if steps or formattings:
            self.rewritings.append(Rewriting(ours.id, tuple(steps), formattings))

    def _lead(self, ours: Block, old: Paragraph, theirs: Block, new: Paragraph) -> tuple[str, int]:
        """What stands before the words in the new text of a base block, and where the words of the draft begin.

        A number that was typed in the base is typed anew where the draft has another; automatic ones count by themselves.
        """
        typed, their_typed = bool(ours.lead and ours.label), bool(theirs.lead and theirs.label)
        if self.exact and (typed or not ours.label) and (their_typed or not theirs.label):
            return "", 0
        lead = seen(ours)[: old.start]
        if typed and theirs.label and theirs.label != ours.label:
            lead = lead.replace(ours.label, theirs.label, 1)
        elif theirs.label and not ours.label:
            lead = f"{lead}{theirs.label}\t"
        return lead, new.start

    def _essential(self, row: tuple[Change, ...]) -> tuple[Change, ...]:
        """The changes that count where one side has lost something."""
        if self.exact and self.notes:
            return row
        return tuple(change for change in row if self._essence(change.old) != self._essence(change.new))

    def _essence(self, text: str) -> str:
        text = text.translate(_UNSEEN)
        if not self.notes:
            text = text.replace(NOTE_MARK, "")
        return text if self.exact else _BLANKS.sub(" ", text)

    def _formattings(
        self, ours: Block, yours: Sequence[bool], target: str, changes: Sequence[Change], lead: int
    ) -> Iterator[Formatting]:
        """What stays and is set otherwise; ``yours`` says which characters of ``target`` are in italics, behind ``lead``."""
        if not self.italics:
            return
        mine = slanted(ours, True)
        edges = {change.end for change in changes} | {change.start for change in changes}
        for at, new_at, length in kept(ours.text, target, changes):
            flags = [
                lead <= new_at + offset < len(yours) and mine[at + offset] != yours[new_at + offset]
                for offset in range(length)
            ]
            for start, end in stretches(flags):
                words = any(char.isalnum() for char in ours.text[at + start : at + end])
                # A blank alone counts only where new words in italics come beside it.
                if words or at + start in edges or at + end in edges:
                    for first, last, italic in alike(yours, at + start, at + end, new_at - at):
                        yield Formatting(first, last, italic)

    # -- notes -----------------------------------------------------------------------------------------------

    def _pair_notes(self, ours: Block, theirs: Block, target: str, changes: Sequence[Change], shift: int) -> None:
        """Rewrites the notes whose references stay."""
        mine = {mark.start: mark.value for mark in ours.marked("note")}
        yours = {mark.start: mark.value for mark in theirs.marked("note")}
        if not mine or not yours or not self.notes:
            return
        for at, new_at, length in kept(ours.text, target, changes):
            for offset in range(length):
                if at + offset in mine and new_at + offset + shift in yours:
                    old = self.base_notes.get(mine[at + offset])
                    new = self.draft_notes.get(yours[new_at + offset + shift])
                    if old is not None and new is not None and old.id not in self._rewritten:
                        self._rewritten.add(old.id)
                        self._rewrite_note(old, new)

    def _rewrite_note(self, old: Footnote, new: Footnote) -> None:
        """Block by block; what the new note has more goes to the last block of the old one."""
        count = len(old.blocks)
        for at, block in enumerate(old.blocks):
            theirs = new.blocks[at:] if at == count - 1 else new.blocks[at : at + 1]
            self._rewrite_note_block(block, theirs)

    def _rewrite_note_block(self, ours: Block, theirs: Sequence[Block]) -> None:
        mine = paragraph_of(ours, "footnotes")
        words = note_text(theirs, self.italics)
        text = seen(ours)
        new = text[: mine.start] + words.text + text[mine.start + len(mine.text) :]
        changes = every = wording.changes(text, new)
        if not self.exact or " ".join(text[mine.start :].split()) == " ".join(words.text.split()):
            changes = tuple(c for c in changes if _BLANKS.sub(" ", c.old) != _BLANKS.sub(" ", c.new))
        steps: list[Replacement] = []
        for change in changes:
            made = cut(words, change.new_start - mine.start, change.new_end - mine.start)
            steps += list(around_objects(text, change, made))
        mask = [False] * len(new)
        for start, end in words.italics or ():
            mask[mine.start + start : mine.start + end] = [True] * (end - start)
        formattings = tuple(self._formattings(ours, trimmed(mask, new), new, every, mine.start))
        if steps or formattings:
            self.rewritings.append(Rewriting(ours.id, tuple(steps), formattings))

    # -- paragraphs that come --------------------------------------------------------------------------------

    def _insert(self, new: Paragraph, anchor: str | None, first: str | None, *, same_cell: bool = False) -> None:
        """Plans a new paragraph behind ``anchor``; in the ``same_cell`` it takes the place of that."""
        block = self.draft.block(new.block)
        if not same_cell:
            anchor = self.cells.above(new) or self.cells.anchor(new, anchor, self.dropped)
        place = anchor or first
        if place is None:
            return
        model = self.models.like(new, block, place)
        typed = self._starts_anew(block, new, model)
        lead = f"{block.label}\t" if typed else self._new_lead(block, new, self.base.block(model.block), model)
        text = seen(block)
        end = len(text) if self.exact else new.start + len(new.text)
        words = DraftText(block, self.taken, self.italics).text(
            text[new.start : end] if self.exact else new.text, new.start
        )
        italics = words.italics
        if not self.italics and new.opener is not None and new.part in _ITALIC_PARTS:
            italics = (new.opener,)
        if italics is not None:
            italics = tuple((start + len(lead), stop + len(lead)) for start, stop in italics)
        made = NewText(lead + words.text, italics, words.notes)
        cell = None if same_cell else self.cells.of(new)
        before = None if anchor else first
        self.inserted.append(NewParagraph(anchor, before, model.block, made, self.until, typed, cell=cell))

    def _starts_anew(self, block: Block, new: Paragraph, model: Paragraph) -> bool:
        """Whether a paragraph of an annex would be counted with the list of paragraphs outside of annexes."""
        counted = automatic(self.base.block(model.block)) and bool(block.label) and not block.lead
        return counted and new.part == "annex" and model.part != "annex"

    def _new_lead(self, block: Block, new: Paragraph, like: Block, model: Paragraph) -> str:
        """The number and the blanks before the words, as the paragraph that is taken for a model has them."""
        if automatic(like) and form_of(like.label) == form_of(block.label):
            return ""
        if self.exact and (block.lead or not block.label):
            return seen(block)[: new.start]
        if like.lead and block.label:
            return like.text[: model.start].replace(like.label, block.label, 1)
        if block.label:
            return f"{block.label}\t"
        return "" if like.lead else like.text[: model.start]


def _until(rows: Sequence[Row]) -> list[str | None]:
    """For each row the next base block that stays behind it."""
    found: list[str | None] = []
    following: str | None = None
    for row in reversed(rows):
        found.append(following)
        if row.base and row.draft and row.kind != "moved":
            following = row.base[0].block
    return found[::-1]


def _nearest(old: Paragraph, row: Sequence[Paragraph]) -> Paragraph:
    return row[0] if len(row) == 1 else max(row, key=lambda p: wording.similarity(old.text, p.text))
