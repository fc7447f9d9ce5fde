"""The names of Akoma Ntoso, and of the few things that it has no name for."""

from __future__ import annotations

import re

AKN = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
OWN = "urn:resolint:akn:1"
"""The namespace of attributes that keep what Akoma Ntoso cannot say: the kind of a block, permissions, losses."""

KIND, LEVEL, FRONT, JOINED, ALLOW, BY = (
    f"{{{OWN}}}{name}" for name in ("kind", "level", "front", "joined", "allow", "by")
)

FIELDS: dict[str, tuple[str, str]] = {
    "symbol": ("docNumber", ""),
    "body": ("docAuthority", ""),
    "session": ("session", ""),
    "sponsors": ("docProponent", ""),
    "date": ("docDate", ""),
    "label": ("docType", ""),
    "agenda_item": ("inline", "agendaItem"),
    "distribution": ("inline", "distribution"),
    "language": ("inline", "language"),
    "job_number": ("inline", "jobNumber"),
}
"""The element (and the name, where it is ``inline``) that marks up each field of the masthead."""

MARKS: dict[str, tuple[str, str]] = {
    "link": ("a", ""),
    "inserted": ("ins", ""),
    "field": ("inline", "field"),
    "bold": ("b", ""),
    "italic": ("i", ""),
    "underline": ("u", ""),
    "superscript": ("sup", ""),
    "strike": ("span", "strike"),
    "highlight": ("span", "highlight"),
    "colour": ("span", "colour"),
    "object": ("span", "equation"),
}
"""The element (and name or class) of each kind of mark, from the outermost to the innermost; of objects that of equations."""

HIERARCHY = frozenset(
    (
        *("article", "book", "chapter", "clause", "division", "hcontainer", "level", "part", "section", "subchapter"),
        *("subdivision", "subpart", "subsection", "subtitle", "title", "tome", "transitional"),
    )
)
"""Groups of paragraphs: their headings are headings."""

NUMBERED = frozenset(
    (
        *("alinea", "indent", "item", "li", "paragraph", "point", "proviso", "rule", "subclause", "subparagraph"),
        *("subrule", "recital", "citation"),
    )
)
"""Paragraphs and subparagraphs: one inside another is one level deeper."""


def akn(name: str) -> str:
    """The full name of an element of Akoma Ntoso."""
    return f"{{{AKN}}}{name}"


def camel(words: str) -> str:
    """Words as one name: ``Recalling also`` gives ``recallingAlso``; empty if there is no letter in them."""
    parts = re.findall(r"[A-Za-z0-9]+", words)[:6]
    return "".join(part.lower() if at == 0 else part.capitalize() for at, part in enumerate(parts))


def slug(text: str) -> str:
    """Text as a part of an IRI or identifier: letters, digits, dots and hyphens."""
    return re.sub(r"[^A-Za-z0-9.]+", "-", text).strip("-.")[:80]
