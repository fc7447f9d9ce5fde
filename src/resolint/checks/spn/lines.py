"""Lines of the masthead whose words are those of their field in another form: items, sessions by the year, distribution."""

from __future__ import annotations

from collections.abc import Iterator

from resolint.checks.shared.masthead import field_place
from resolint.findings import Edit, Fix, Hit
from resolint.lexicon import Lexicon, fields
from resolint.lexicon.misformed import cut_value, meant_item, meant_session
from resolint.model import Block, Document

__all__ = ["item_misformed", "of_other_form"]


def of_other_form(document: Document, lines: list[Block], lexicon: Lexicon) -> Iterator[Hit]:
    """*Item 18 (e)*, *Agenda item 12f*, *Session of 2027*, *Distr.: Ltd.*."""
    session = field_place(document, "session")
    front = [document.block(session.block)] if session is not None and session.block.startswith("front/") else []
    for block in (*front, *lines):
        text = block.text.strip()
        right = meant_session(text) if block.id.startswith("front/") else meant_item(text) or meant_session(text)
        if right:
            yield _hit(block, text, right)
        elif value := cut_value(block.text):
            yield from _distribution(document, block, value, lexicon)
    span = field_place(document, "distribution")
    if span is not None and span.block.startswith("front/"):
        yield from _distribution(document, document.block(span.block), document.text(span).strip(), lexicon)


def item_misformed(document: Document) -> Iterator[Hit]:
    """A line of front matter on the agenda item in other words: *Item no. 18 of the agenda*, *Agenda Item 77*."""
    span = field_place(document, "agenda_item")
    if span is None or not span.block.startswith("front/"):
        return
    right = meant_item(document.text(span).strip())
    if right:
        edit = Edit(span, right, document.text(span))
        yield Hit(span, {"right": right}, Fix(f"Write {right}", (edit,), "suggest"))


def _distribution(document: Document, block: Block, value: str, lexicon: Lexicon) -> Iterator[Hit]:
    """A value that begins as a known one and breaks off: *Ltd.*, *Lim.*, *Gen.*."""
    known = fields.words(lexicon, "distribution", "value")
    plain = value.rstrip(".").lower()
    if not value.endswith(".") or plain in {one.lower() for one in known}:
        return
    right = next((one for one in known if one[:1].lower() == plain[:1] and _within(plain, one.lower())), None)
    if right is not None:
        yield _hit(block, value, right)


def _within(short: str, word: str) -> bool:
    """Whether the letters of an abbreviation stand in a word in their order."""
    letters = iter(word)
    return all(letter in letters for letter in short)


def _hit(block: Block, text: str, right: str) -> Hit:
    start = block.text.index(text)
    span = block.span(start, start + len(text))
    return Hit(span, {"right": right}, Fix(f"Write {right}", (Edit(span, right, text),), "suggest"))
