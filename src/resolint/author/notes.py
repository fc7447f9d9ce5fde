"""Genuine footnotes: references that Word numbers, marks of their own where the draft prints others."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from resolint.author.parts import footnotes_xml
from resolint.author.pictures import LINES_AS_NEEDED
from resolint.author.places import Places
from resolint.author.runs import Ids, Runs, plain_run
from resolint.model import Document, Footnote, Mark

__all__ = ["Notes"]

_MARK = '<w:rStyle w:val="FootnoteReference"/>'


@dataclass(slots=True)
class Notes:
    """The notes of a draft. ``restarts`` tells that their numbers begin again with every act.

    A note whose printed mark is the number that Word would give it is numbered by Word; every other keeps its mark as
    typed text (``customMarkFollows``), so that a faulty number stays what it is.
    """

    document: Document
    ids: Ids
    places: Places
    link: Callable[[str], str]
    drawn: Callable[[Mark, str], str]
    restarts: bool = False
    _notes: Mapping[str, Footnote] = field(default_factory=dict)
    _written: dict[int, str] = field(default_factory=dict)
    _count: int = 0

    def __post_init__(self) -> None:
        """Index the notes and see how they are numbered."""
        self._notes = {note.id: note for note in self.document.footnotes}
        self.restarts = self._begins_again()

    def _begins_again(self) -> bool:
        """Whether a note of a further act bears the number 1 though others stand before it."""
        act, seen = 0, False
        for block in self.document.blocks:
            act = self.places.acts.get(block.id, act)
            for mark in block.marked("note"):
                note = self._notes.get(mark.value)
                if note is not None and seen and act > 0 and note.number == "1":
                    return True
                seen = True
        return False

    def reference(self, note_id: str, properties: str) -> str:
        """The run that refers to a note; writes the note at its first reference, and a copy at every further one."""
        note = self._notes[note_id]
        number = len(self._written) + 1
        self._count += 1
        printed = note.number or str(self._count)
        automatic = printed == str(self._count)
        if not automatic:
            self._count -= 1
        self._written[number] = self._paragraphs(note, None if automatic else printed)
        style = _MARK + properties
        if automatic:
            return f'<w:r><w:rPr>{style}</w:rPr><w:footnoteReference w:id="{number}"/></w:r>'
        mark = plain_run(printed).removeprefix("<w:r>")
        return f'<w:r><w:rPr>{style}</w:rPr><w:footnoteReference w:customMarkFollows="1" w:id="{number}"/>{mark}'

    def begin_act(self) -> None:
        """A further act begins: where notes restart, the count does."""
        if self.restarts:
            self._count = 0

    def _paragraphs(self, note: Footnote, mark: str | None) -> str:
        runs = Runs(self.ids, lambda _id, _properties: "", self.link, drawn=self.drawn)
        number = plain_run(mark, _MARK) if mark else f"<w:r><w:rPr>{_MARK}</w:rPr><w:footnoteRef/></w:r>"
        found = []
        for index, block in enumerate(note.blocks):
            tab = "<w:r><w:tab/></w:r>"
            head = f"{tab}{number}{tab}" if index == 0 else ""
            indent = "" if index == 0 else '<w:ind w:firstLine="0"/>'
            words = runs.of(block, block.lead)
            lines = LINES_AS_NEEDED if "<w:drawing>" in words else ""
            found.append(f'<w:p><w:pPr><w:pStyle w:val="FootnoteText"/>{lines}{indent}</w:pPr>{head}{words}</w:p>')
        return "".join(found) or f'<w:p><w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr>{number}</w:p>'

    def xml(self) -> bytes:
        """The part ``footnotes.xml``; notes that nothing refers to come last."""
        for note in self.document.footnotes:
            if note.anchor is None:
                self._written[len(self._written) + 1] = self._paragraphs(note, None)
        return footnotes_xml(self._written)
