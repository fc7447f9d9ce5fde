"""The paragraphs whose language is looked at closely."""

from __future__ import annotations

from collections.abc import Iterator

from resolint.checks.shared.texts import english, texts
from resolint.model import Block, Document

__all__ = ["running"]

_KINDS = ("paragraph", "cell", "textbox")


def running(document: Document) -> Iterator[Block]:
    """The paragraphs of the running text in English: no headings, titles and notes, nothing above the organ line."""
    names = {
        span.block for act in document.acts for span in (act.title, act.organ_line, act.heading) if span is not None
    }
    names |= {block for act in document.acts for block in act.closing}
    names |= {block.id for note in document.footnotes for block in note.blocks}
    for block in texts(document):
        if block.kind in _KINDS and block.id not in names and english(block):
            yield block
