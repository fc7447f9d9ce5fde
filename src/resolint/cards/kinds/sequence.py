"""``sequence``: things that follow one another in order, numbers and letters without a gap."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from resolint.cards.kinds.patterns import compiled
from resolint.cards.kinds.scope import Scope, blocks_of
from resolint.findings import Hit
from resolint.lexicon.labels import roman, roman_value
from resolint.model import Block, Document
from resolint.rule import Context
from resolint.tokens import phrase, words_of

__all__ = ["sequence"]

_LARGEST = 4999
"""The largest roman numeral that is read."""
_PARTS = ("title", "preamble", "operative", "headings", "annex", "closing", "body")


def sequence(document: Document, context: Context) -> Iterator[Hit]:
    """A hit for each thing that does not follow the one before it.

    With ``pattern`` the things are what its group captures: numbers that go up by one (``order`` consecutive,
    the default), or numbers and words that go up at all (ascending). With ``terms`` they are the first places
    of these phrases, which must come in the order given. The count begins anew with each act unless ``per`` is
    ``document``. The message may use ``{text}``, ``{expected}`` and ``{previous}``.
    """
    scope = Scope(document, context.options)
    for blocks in _portions(document, scope, context.options.get("per", "act")):
        if "pattern" in context.options:
            yield from _counted(blocks, scope, context.options)
        if context.options.get("terms"):
            yield from _ordered(document, blocks, scope, context.options)


def _portions(document: Document, scope: Scope, per: str) -> Iterator[Sequence[Block]]:
    if per == "document" or len(document.acts) < 2:
        yield list(scope.blocks())
        return
    for act in document.acts:
        own = {block.id: block for part in _PARTS for block in blocks_of(document, act, part)}
        yield [block for block in scope.blocks() if block.id in own]


def _counted(blocks: Sequence[Block], scope: Scope, options: Any) -> Iterator[Hit]:
    style, order = options.get("style", "arabic"), options.get("order", "consecutive")
    pattern = compiled(options["pattern"])
    previous, last = "", None if "start" not in options else options["start"] - 1
    for block in blocks:
        for match in pattern.finditer(block.text, block.lead):
            start, end = match.span(1)
            value = _value(match[1] or "", style)
            if value is None or not scope.admits(block, start, end):
                continue
            consecutive = order == "consecutive" and isinstance(value, int)
            if last is not None and (value != last + 1 if consecutive else value < last):
                expected = _write(last + 1, style) if isinstance(last, int) else ""
                yield Hit(block.span(start, end), {"text": match[1], "expected": expected, "previous": previous})
            previous, last = match[1], value


def _ordered(document: Document, blocks: Sequence[Block], scope: Scope, options: Any) -> Iterator[Hit]:
    words = words_of(document)
    place_of = {block.id: place for place, block in enumerate(blocks)}
    exact = bool(options.get("match_case"))
    furthest: tuple[int, int] | None = None
    previous = ""
    for term in options["terms"]:
        for number, start, end in words.find(phrase(term, match_case=exact)):
            block = words.blocks[number]
            if block.id not in place_of or not scope.admits(block, start, end):
                continue
            here = (place_of[block.id], start)
            text = block.text[start:end]
            if furthest is not None and here < furthest:
                yield Hit(block.span(start, end), {"text": text, "expected": previous, "previous": previous})
            else:
                furthest, previous = here, text
            break


def _value(text: str, style: str) -> int | str | None:
    """What ``text`` counts for; None if it is nothing of the style."""
    if style == "text":
        return text.casefold() or None
    if style == "roman":
        return roman_value(text.upper(), _LARGEST)
    if style == "letter":
        return ord(text.casefold()) - 96 if len(text) == 1 and text.casefold() in "abcdefghijklmnopqrstuvwxyz" else None
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else None


def _write(number: int, style: str) -> str:
    if style == "roman":
        return roman(number)
    return chr(96 + number) if style == "letter" and 1 <= number <= 26 else str(number)
