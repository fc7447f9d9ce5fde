"""What the rules on names share: the words of a draft with their capitals, and the runs that may be names."""

from __future__ import annotations

from resolint.checks.shared.clauses import quotations
from resolint.checks.shared.texts import texts
from resolint.lexicon.runs import runs, tokens
from resolint.model import Block, Document
from resolint.shared import per_document

__all__ = ["Named", "named"]


class Named:
    """The words of one paragraph, its runs of capitals, and its quotations: titles keep their own letters."""

    __slots__ = ("block", "quoted", "runs", "tokens")

    def __init__(self, block: Block) -> None:
        self.block = block
        self.tokens = [token for token in tokens(block.text) if token.end > block.lead or not token.text]
        self.runs = tuple(tuple(run) for run in runs(self.tokens))
        self.quoted = quotations(block.text)


@per_document("names")
def named(document: Document) -> tuple[Named, ...]:
    """Every paragraph of the running text but titles and headings, whose capitals follow no rule."""
    titles = {act.title.block for act in document.acts if act.title is not None}
    titles |= {heading.span.block for act in document.acts for heading in act.headings}
    titles |= {annex.heading.block for act in document.acts for annex in act.annexes}
    return tuple(Named(block) for block in texts(document) if block.id not in titles and block.kind != "heading")
