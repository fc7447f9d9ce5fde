"""``require``: what a part of the draft, or each paragraph of it, must contain."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from resolint import structure
from resolint.cards.kinds.patterns import compiled
from resolint.cards.kinds.scope import Scope, blocks_of, parts_of_act
from resolint.cards.kinds.terms import phrases
from resolint.findings import Hit
from resolint.model import Block, Document
from resolint.rule import Context
from resolint.tokens import Phrase, phrase, words_of

__all__ = ["require"]


def require(document: Document, context: Context) -> Iterator[Hit]:
    """A hit at the end of each part, or over each paragraph of it, that holds none of the terms and patterns.

    A part that is not there is not asked for. With ``when_terms`` or ``when_patterns`` the demand stands only
    where one of them occurs somewhere in the act. The message may use ``{part}``, ``{wanted}`` and ``{text}``.
    """
    options = context.options
    part = options["part"]
    seeker = _Seeker(document, {**options, "parts": [part]}, phrases(context), options.get("patterns", ()))
    values = {"part": part, "wanted": " or ".join((*options.get("terms", ()), *options.get("patterns", ())))}
    for blocks, whole in _portions(document, part):
        if not blocks or not _is_called_for(document, context, whole):
            continue
        if options.get("each"):
            for block in blocks:
                if block.text[block.lead :].strip() and not seeker.any([block]):
                    yield Hit(block.span(block.lead), {"text": block.text[block.lead :].strip(), **values})
        elif not seeker.any(blocks):
            last = blocks[-1]
            end = len(last.text.rstrip())
            yield Hit(last.span(end, end), {"text": "", **values})


class _Seeker:
    """Tells whether blocks hold one of the terms or patterns."""

    def __init__(
        self, document: Document, options: Mapping[str, Any], terms: Iterable[Phrase], patterns: Iterable[str]
    ) -> None:
        words = words_of(document)
        self._scope = Scope(document, options)
        self._patterns = tuple(patterns)
        self._places: dict[str, list[tuple[int, int]]] = {}
        for term in terms:
            for number, start, end in words.find(term):
                self._places.setdefault(words.blocks[number].id, []).append((start, end))

    def any(self, blocks: Iterable[Block]) -> bool:
        return any(self._scope.admits(block, start, end) for block in blocks for start, end in self._in(block))

    def _in(self, block: Block) -> Iterator[tuple[int, int]]:
        yield from self._places.get(block.id, ())
        for pattern in self._patterns:
            yield from (match.span() for match in compiled(pattern).finditer(block.text, block.lead))


def _portions(document: Document, part: str) -> Iterator[tuple[Sequence[Block], Sequence[Block]]]:
    """The blocks of ``part`` and those of the whole act around it, act by act where acts have such a part."""
    every = words_of(document).blocks
    if not parts_of_act(part):
        named = {"masthead": ("masthead", "header")}.get(part, (part,))
        yield [block for block in every if structure.part(document, block.id) in named], every
        return
    for act in document.acts:
        whole = [
            block for name in ("title", "preamble", "operative", "annex") for block in blocks_of(document, act, name)
        ]
        yield blocks_of(document, act, part), whole


def _is_called_for(document: Document, context: Context, blocks: Iterable[Block]) -> bool:
    options = context.options
    exact = bool(options.get("match_case"))
    terms = [phrase(text, match_case=exact) for text in options.get("when_terms", ())]
    patterns = options.get("when_patterns", ())
    return (not terms and not patterns) or _Seeker(document, {}, terms, patterns).any(blocks)
