"""Whether a redline, all of it accepted, says what the draft says."""

from __future__ import annotations

from itertools import zip_longest

from resolint.comparison.details import note_texts
from resolint.comparison.model import Comparison
from resolint.comparison.paragraphs import OBJECT, paragraphs
from resolint.model import NOTE_MARK, Document

__all__ = ["unlike"]


def unlike(comparison: Comparison, accepted: Document) -> str | None:
    """The first words in which ``accepted``, the redline read as proposed, is not the draft, word by word and in order.

    None if there are none. Numbers are left out, which Word may count by itself, and so are headers and footers, which
    a file may lack.
    """
    draft = comparison.draft
    masthead = comparison.base.origin.format == draft.origin.format
    notes = "notes" not in comparison.blind
    ours, theirs = (_words(document, masthead, notes) for document in (accepted, draft))
    for (mine, _), (yours, label) in zip_longest(ours, theirs, fillvalue=("", "")):
        if mine not in (yours, f"{label} {yours}"):
            return yours or mine
    return None


def _words(document: Document, masthead: bool, notes: bool) -> list[tuple[str, str]]:
    """The words and the label of each paragraph, then of each note in the order of the references."""
    found = []
    for paragraph in paragraphs(document, masthead=masthead):
        text = paragraph.text.replace(OBJECT, "").replace("\u00ad", "")
        if not notes:
            text = text.replace(NOTE_MARK, "")
        if (words := " ".join(text.split())) and paragraph.part != "header":
            found.append((words, " ".join(paragraph.label.split())))
    if notes:
        texts = note_texts(document)
        found += [(" ".join(texts[note.id].split()), "") for note in document.footnotes if note.anchor is not None]
    return found
