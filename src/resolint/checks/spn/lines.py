"""Lines of the masthead whose words are those of their field in another form: items, sessions by the year, distribution."""

from __future__ import annotations

from collections.abc import Iterator

from resolint.checks.shared.masthead import field_place
from resolint.findings import Edit, Fix, Hit
from resolint.lexicon import Lexicon, fields
from resolint.model import Block, Document
from resolint.regex import lazy

__all__ = ["item_misformed", "of_other_form"]

_ITEM = lazy(
    r"(?!(?-i:Agenda item ))(?:(?:agenda[ \xa0])?(?:item|point)|item)[ \xa0]?(?:no\.?|number|nr\.?|#|:)?[ \xa0]?(?P<number>\d{1,3})"
    r"[ \xa0]?(?P<sub>\([a-z]\))?(?:[ \xa0](?:of|on)[ \xa0]the[ \xa0]agenda)?",
    2,
)
_SUB = lazy(r"[Aa]genda[ \xa0][Ii]tem[ \xa0](?P<number>\d{1,3})[ \xa0]?\(?(?P<sub>[a-z])\)?")
_SESSION = lazy(r"[Ss]ession[ \xa0](?:of[ \xa0](?:the[ \xa0]year[ \xa0])?|for[ \xa0])?(?P<year>20\d\d)")
_VALUE = lazy(r"[\s*_]*Distr(?:\.|ibution)?[ \xa0]?:[\s*_]*(?P<value>[A-Za-z.]{2,20})[\s*_]*", 2)
_LONGEST = 40


def of_other_form(document: Document, lines: list[Block], lexicon: Lexicon) -> Iterator[Hit]:
    """*Item 18 (e)*, *Agenda item 12f*, *Session of 2027*, *Distr.: Ltd.*."""
    session = field_place(document, "session")
    front = [document.block(session.block)] if session is not None and session.block.startswith("front/") else []
    for block in (*front, *lines):
        text = block.text.strip()
        item = (_ITEM.fullmatch(text) or _SUB.fullmatch(text)) if len(text) < _LONGEST and "tem " in text else None
        if item is not None and not block.id.startswith("front/"):
            sub = item["sub"]
            right = f"Agenda item {item['number']}" + (f" ({sub.strip('()')})" if sub else "")
            if right != text.replace("\xa0", " "):
                yield _hit(block, text, right)
        elif "ession " in text[:9] and (year := _SESSION.fullmatch(text)):
            yield _hit(block, text, f"{year['year']} session")
        elif "Distr" in text[:9] and text[-1:] == "." and (value := _VALUE.fullmatch(block.text)):
            yield from _distribution(document, block, value["value"], lexicon)
    span = field_place(document, "distribution")
    if span is not None and span.block.startswith("front/"):
        yield from _distribution(document, document.block(span.block), document.text(span).strip(), lexicon)


def item_misformed(document: Document) -> Iterator[Hit]:
    """A line of front matter on the agenda item in other words: *Item no. 18 of the agenda*, *Agenda Item 77*."""
    span = field_place(document, "agenda_item")
    if span is None or not span.block.startswith("front/"):
        return
    found = _ITEM.fullmatch(document.text(span).strip())
    if found is not None:
        right = f"Agenda item {found['number']}{' ' + found['sub'] if found['sub'] else ''}"
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
