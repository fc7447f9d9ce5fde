"""The paragraphs whose language is looked at closely."""

from __future__ import annotations

from resolint.checks.shared.texts import english, texts
from resolint.model import Block, Document
from resolint.shared import per_document

__all__ = ["running"]

_KINDS = ("paragraph", "cell", "textbox")


@per_document("words")
def running(document: Document) -> tuple[Block, ...]:
    """The paragraphs of the running text in English: no headings, titles and notes, nothing above the organ line."""
    names = {
        span.block for act in document.acts for span in (act.title, act.organ_line, act.heading) if span is not None
    }
    names |= {block for act in document.acts for block in act.closing}
    names |= {block.id for note in document.footnotes for block in note.blocks}
    return tuple(
        [block for block in texts(document) if block.kind in _KINDS and block.id not in names and english(block)]
    )
