"""What all renderings of a comparison share: stretches of text kept, out and in, and the places of a row in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from resolint import structure
from resolint.comparison import Comparison, ItalicChange, Paragraph, Row
from resolint.frozen import NamedTuple
from resolint.model import NOTE_MARK, Document, Span
from resolint.wording import Change

Operation = Literal["=", "-", "+"]

KINDS = {
    "same": "unchanged",
    "changed": "changed",
    "moved": "moved",
    "split": "split",
    "merged": "merged",
    "new": "new",
    "dropped": "dropped",
}
"""What each kind of row is called."""
COUNTS = (
    ("same", "Paragraphs unchanged"),
    ("changed", "Paragraphs changed"),
    ("moved", "Paragraphs moved"),
    ("split", "Paragraphs split"),
    ("merged", "Paragraphs merged"),
    ("new", "New paragraphs"),
    ("dropped", "Paragraphs dropped"),
    ("headers", "Lines of page headers otherwise"),
    ("renumbered", "Paragraphs renumbered"),
    ("words_out", "Words out"),
    ("words_in", "Words in"),
    ("notes_changed", "Notes changed"),
    ("notes_new", "New notes"),
    ("notes_dropped", "Notes dropped"),
    ("italics", "Changes of italics"),
    ("verbs", "Opening phrases changed"),
    ("stronger", "made stronger"),
    ("weaker", "made weaker"),
    ("citations", "References updated"),
    ("citations_added", "References added"),
    ("citations_dropped", "References dropped"),
    ("qualifiers", "Qualifiers dropped, added or moved"),
)
HEAD = {
    "symbol": "symbol",
    "body": "body",
    "session": "session",
    "agenda_item": "agenda item",
    "sponsors": "sponsors",
    "distribution": "distribution",
    "date": "date",
    "language": "language",
}
BLIND = {
    "italics": "Italics were not compared: one of the sources carries none.",
    "notes": "Notes were not compared: one of the sources carries none.",
    "hidden": "Hidden words are left out; those of the two texts differ.",
}


def caveats(comparison: Comparison) -> Iterator[str]:
    """What has to be known before a comparison is read: that the texts have little to do with one another, what was left out."""
    if comparison.unrelated:
        yield "The two texts have hardly a paragraph in common: is this the base that was meant?"
    yield from (BLIND[name] for name in comparison.blind if name in BLIND)


NO_NOTE = "?"
"""Stands for the number of a note that is referred to and not there."""


class Stretch(NamedTuple):
    """Words kept (``=``), taken out (``-``) or put in (``+``); note references are spelt ``[3]``."""

    operation: Operation
    text: str
    italic: bool = False


def stretches(comparison: Comparison, row: Row, *, italics: bool = False) -> list[Stretch]:
    """The text of a row with what was taken out and put in; ``italics`` asks to cut where italics begin and end."""
    old = _Text(comparison.base, row.base, row.old, italics)
    new = _Text(comparison.draft, row.draft, row.new, italics)
    if not row.base:
        return list(new.cut("+", 0, len(row.new)))
    if not row.draft:
        return list(old.cut("-", 0, len(row.old)))
    found: list[Stretch] = []
    at = 0
    for change in row.changes:
        found += new.cut("=", at, change.new_start)
        found += old.cut("-", change.start, change.end)
        found += new.cut("+", change.new_start, change.new_end)
        at = change.new_end
    found += new.cut("=", at, len(row.new))
    return found


def plain_stretches(old: str, new: str, changes: Sequence[Change]) -> list[Stretch]:
    """The same for the words of a note."""
    if not old or not new:
        return [Stretch("+", new)] if new else [Stretch("-", old)]
    found: list[Stretch] = []
    at = 0
    for change in changes:
        found.append(Stretch("=", new[at : change.new_start]))
        found.append(Stretch("-", change.old))
        found.append(Stretch("+", change.new))
        at = change.new_end
    found.append(Stretch("=", new[at:]))
    return [stretch for stretch in found if stretch.text]


class _Text:
    """The text of one side of a row, with its note numbers and italics."""

    def __init__(self, document: Document, paragraphs: Sequence[Paragraph], text: str, italics: bool) -> None:
        self.text = text
        self.notes: dict[int, str] = {}
        self.edges: list[tuple[int, int]] = []
        numbers = document.kept(note_numbers) if NOTE_MARK in text else {}
        at = 0
        for paragraph in paragraphs:
            self.notes.update((at + start, numbers.get(note, NO_NOTE)) for start, note in paragraph.notes)
            if italics:
                self.edges += [(at + start, at + end) for start, end in paragraph.italics]
            at += len(paragraph.text) + 1

    def cut(self, operation: Operation, start: int, end: int) -> Iterator[Stretch]:
        """The stretch from ``start`` to ``end``, in pieces that are in italics or not."""
        at = start
        for first, last in self.edges:
            first, last = max(first, at), min(last, end)
            if first < last:
                if at < first:
                    yield Stretch(operation, self._shown(at, first))
                yield Stretch(operation, self._shown(first, last), True)
                at = last
        if at < end:
            yield Stretch(operation, self._shown(at, end))

    def _shown(self, start: int, end: int) -> str:
        if not self.notes:
            return self.text[start:end]
        return "".join(f"[{self.notes[at]}]" if at in self.notes else self.text[at] for at in range(start, end))


def note_numbers(document: Document) -> dict[str, str]:
    """The printed mark of each note by its id; where none is printed, the place of the note among all."""
    return {note.id: note.number or str(at) for at, note in enumerate(document.footnotes, 1)}


def where(document: Document, paragraphs: Sequence[Paragraph]) -> str:
    """The places of ``paragraphs`` in words: *operative 3*, *preambular 4 and 5*; empty for none."""
    places = [structure.where(document, Span(p.block, p.start, p.start)) or p.part for p in paragraphs]
    places = list(dict.fromkeys(places))
    if len(places) < 2:
        return "".join(places)
    return f"{', '.join(places[:-1])} and {places[-1]}"


def heading(comparison: Comparison, row: Row) -> str:
    """Where a row stands: in the draft, and in the base if it is called otherwise there."""
    old, new = where(comparison.base, row.base), where(comparison.draft, row.draft)
    if not row.draft:
        return f"{old} of the base"
    if not row.base or old == new:
        return new
    return f"{new} (in the base {old})"


def notes_on(row: Row) -> list[str]:
    """What there is to say of a row besides its words: the strength of the verb, references, italics."""
    said = []
    if row.verb is not None:
        strength = {"": "", "equal": ": as strong"}.get(row.verb.direction, f": {row.verb.direction}")
        said.append(f"Opening: {row.verb.old} → {row.verb.new}{strength}")
    said += [
        f"Reference {change.fate}: {' → '.join(part for part in (change.old, change.new) if part)}"
        for change in row.citations
    ]
    said += [f"Qualifier {one.fate}: “{one.phrase}” ({one.effect})" for one in row.qualifiers]
    return said + italics_in_words(row.new, row.italics)


def italics_in_words(new: str, italics: Sequence[ItalicChange]) -> list[str]:
    """What there is to say of ``italics`` that changed in a text that reads ``new`` now."""
    said = []
    for change in italics:
        what = "now in italics" if change.italic else "no longer in italics"
        said.append(f"“{new[change.new_start : change.new_end]}” is {what}")
    return said


def name_of_note(comparison: Comparison, base: str | None, draft: str | None) -> str:
    """What a note is called: by its number in the draft, else by that in the base."""
    if draft is not None:
        return f"Note {comparison.draft.kept(note_numbers).get(draft, NO_NOTE)}"
    return f"Note {comparison.base.kept(note_numbers).get(base or '', NO_NOTE)} of the base"


def told(comparison: Comparison) -> Iterator[Row]:
    """The rows to be told: without lines of masthead and page headers that say what the fields of the masthead said above."""
    frame = [row for row in comparison.rows if _is_frame(row)]
    # A line that one file has in the header of its first page and the other above its text.
    elsewhere = {_line(row.old) for row in frame} & {_line(row.new) for row in frame}
    return (row for row in comparison.rows if not (_is_frame(row) and _repeats(comparison, row, elsewhere)))


def _is_frame(row: Row) -> bool:
    parts = {paragraph.part for paragraph in (*row.base, *row.draft)}
    return row.departs and parts <= {"masthead", "header"} and not row.notes and not row.italics


def _line(text: str) -> str:
    return " ".join(text.split())


def _repeats(comparison: Comparison, row: Row, elsewhere: set[str]) -> bool:
    old, new = _line(row.old), _line(row.new)
    if not old or not new:
        return (old or new) in elsewhere or any((old or new) in (one.old, one.new) for one in comparison.head)
    return any(change.old and old.replace(change.old, change.new or "") == new for change in comparison.head)
