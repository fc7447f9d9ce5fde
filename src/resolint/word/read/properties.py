"""What a ``w:pPr`` says of its paragraph: style, number, outline, frame, section, and the fate of its mark."""

from __future__ import annotations

from collections.abc import Callable

from resolint.word.container.xml import AUTHOR, PPR, RPR, VAL, Element, children, number, on, w
from resolint.word.read.styles import DROP_CAP, FRAME, NUM_PR, OUTLINE, numbering_of

_P_STYLE, SECT_PR, _PPR_CHANGE = w("pStyle"), w("sectPr"), w("pPrChange")
_VANISH, _SPEC_VANISH = w("vanish"), w("specVanish")
COMES, GOES = frozenset((w("ins"), w("moveTo"))), frozenset((w("del"), w("moveFrom")))
"""Tracked changes that bring something in, and that take something away."""


class Properties:
    """What a ``w:pPr`` says that matters here; only what it says is stored."""

    style: str | None = None
    num_id: int | None = None
    level: int | None = None
    outline: int | None = None
    framed: bool | None = None
    section: Element | None = None
    joins: bool = False
    removed: bool = False
    inserted: str | None = None
    hidden: bool = False


PLAIN = Properties()


def read_properties(paragraph: Element, original: bool) -> Properties:
    """The properties of a ``w:p``; in the original view those before a tracked change."""
    first = paragraph[0] if len(paragraph) else None
    if first is None or first.tag != PPR:
        return PLAIN
    found = None
    for child in children(first):
        reader = _READERS.get(child.tag)
        if reader is not None:
            if found is None:
                found = Properties()
            reader(found, child, original)
    return found or PLAIN


def _read_style(found: Properties, child: Element, _original: bool) -> None:
    found.style = child.get(VAL)


def _read_numbering(found: Properties, child: Element, original: bool) -> None:
    if original and any(part.tag in COMES for part in child):
        return
    found.num_id, found.level = numbering_of(child)


def _read_outline(found: Properties, child: Element, _original: bool) -> None:
    found.outline = number(child.get(VAL))


def _read_frame(found: Properties, child: Element, _original: bool) -> None:
    found.framed = child.get(DROP_CAP) in (None, "none")
    found.joins = found.joins or not found.framed


def _read_section(found: Properties, child: Element, _original: bool) -> None:
    found.section = child


def _read_mark(found: Properties, child: Element, original: bool) -> None:
    """The properties of the paragraph mark: whether it was inserted or deleted, and whether it shows."""
    for part in child:
        tag = part.tag
        if tag in COMES:
            if original:
                found.joins = True
            else:
                found.inserted = part.get(AUTHOR) or ""
        elif tag in GOES:
            if not original:
                found.joins = found.removed = True
        elif tag == _VANISH:
            found.hidden = on(part.get(VAL))
        elif tag == _SPEC_VANISH:
            found.joins = found.joins or on(part.get(VAL))


def _read_change(found: Properties, child: Element, original: bool) -> None:
    """A tracked change of the paragraph's formatting: in the original view, what it was before."""
    if not original:
        return
    found.style = found.num_id = found.level = found.outline = found.framed = None
    old = child.find(PPR)
    for part in () if old is None else old:
        reader = _READERS.get(part.tag)
        if reader is not None and part.tag not in (SECT_PR, RPR, _PPR_CHANGE):
            reader(found, part, original)


_READERS: dict[str, Callable[[Properties, Element, bool], None]] = {
    _P_STYLE: _read_style,
    NUM_PR: _read_numbering,
    OUTLINE: _read_outline,
    FRAME: _read_frame,
    SECT_PR: _read_section,
    RPR: _read_mark,
    _PPR_CHANGE: _read_change,
}
