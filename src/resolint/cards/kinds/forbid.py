"""``forbid``: words or patterns that do not belong where they stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from resolint.cards.kinds.patterns import compiled
from resolint.cards.kinds.scope import Scope
from resolint.cards.kinds.terms import phrases
from resolint.findings import Hit
from resolint.model import Block, Document
from resolint.rule import Context
from resolint.tokens import Words, words_of

__all__ = ["forbid"]


def forbid(document: Document, context: Context) -> Iterator[Hit]:
    """A hit for every term (whole words) and every match of a pattern; the message may use ``{text}``.

    The option ``having`` names words without which no pattern matches: a paragraph with none of them is passed over at
    once, and a pattern that no paragraph needs is never compiled.
    """
    scope = Scope(document, context.options)
    words = words_of(document)
    for number, start, end, _ in words.longest(phrases(context)):
        block = words.blocks[number]
        if scope.admits(block, start, end):
            yield Hit(block.span(start, end), {"text": block.text[start:end]})
    patterns = context.options.get("patterns", ())
    blocks = list(_with(scope, words, context.options.get("having", ("",)))) if patterns else []
    for pattern in patterns if blocks else ():
        for block in blocks:
            for match in compiled(pattern).finditer(block.text, block.lead):
                if scope.admits(block, *match.span()):
                    yield Hit(block.span(*match.span()), {"text": match[0]})


def _with(scope: Scope, words: Words, having: Sequence[str]) -> Iterator[Block]:
    """The blocks in scope that hold one of these texts."""
    present = [text for text in having if text in words.text]
    for block in words.blocks if present else ():
        if any(text in block.text for text in present) and scope.sees(block):
            yield block
