"""``forbid``: words or patterns that do not belong where they stand."""

from __future__ import annotations

from collections.abc import Iterator

from resolint.cards.kinds.patterns import compiled
from resolint.cards.kinds.scope import Scope
from resolint.cards.kinds.terms import phrases
from resolint.findings import Hit
from resolint.model import Document
from resolint.rule import Context
from resolint.scan import holders, scan
from resolint.tokens import words_of

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
    patterns, having = context.options.get("patterns", ()), context.options.get("having", ())
    if not patterns or (having and not holders(document, having)):
        return
    for pattern in patterns:
        for block, match in scan(document, words.blocks, compiled(pattern), having=having):
            if scope.admits(block, *match.span()):
                yield Hit(block.span(*match.span()), {"text": match[0]})
