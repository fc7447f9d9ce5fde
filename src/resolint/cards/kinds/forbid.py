"""``forbid``: words or patterns that do not belong where they stand."""

from __future__ import annotations

from collections.abc import Iterator

from resolint.cards.kinds.patterns import compiled
from resolint.cards.kinds.scope import Scope
from resolint.cards.kinds.terms import phrases
from resolint.cards.kinds.words import words_of
from resolint.findings import Hit
from resolint.model import Document
from resolint.rule import Context

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
    having = context.options.get("having", ("",))
    patterns = context.options.get("patterns", ())
    blocks = [block for block in scope.blocks() if any(word in block.text for word in having)] if patterns else []
    for pattern in patterns if blocks else ():
        for block in blocks:
            for match in compiled(pattern).finditer(block.text, block.lead):
                if scope.admits(block, *match.span()):
                    yield Hit(block.span(*match.span()), {"text": match[0]})
