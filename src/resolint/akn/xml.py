"""XML in and out: parsed by the safe parser of the Word room, written with indentation where it means nothing."""

from __future__ import annotations

import codecs
from typing import Any

from lxml import etree

from resolint import regex
from resolint.akn.names import AKN, OWN, akn
from resolint.errors import UnreadableDraft
from resolint.word.container.xml import Element, from_utf16, has_doctype, parser, too_deep

_PLAIN: dict[Any, str] = {None: AKN}
_NAMES: dict[Any, str] = {None: AKN, "rl": OWN}
_NOT_XML = regex.compiled("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_MIXED = frozenset(
    akn(name) for name in ("p", "num", "heading", "subheading", "crossHeading", "block", "listIntroduction")
)


def parse(data: bytes, name: str) -> Element:
    """The root of a file of Akoma Ntoso; ``name`` is what messages call it. Raises UnreadableDraft."""
    said = name or "the draft"
    if data[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE) or b"\0" in data[:4]:
        data = from_utf16(data)
    try:
        root = None if has_doctype(data) else etree.fromstring(data, parser())
    except (etree.XMLSyntaxError, ValueError, LookupError) as error:
        line = getattr(error, "lineno", None) or 1
        if too_deep(error):
            raise UnreadableDraft(
                f"{said}: at line {line} elements stand in more than 250 others, which no text needs: it was not read"
            ) from None
        raise UnreadableDraft(
            f"{said}: line {line} is not well-formed XML: mend it there, or export the draft to Akoma Ntoso again"
        ) from None
    if root is None or root.getroottree().docinfo.internalDTD is not None:
        raise UnreadableDraft(
            f"{said} declares a document type or entities, which Akoma Ntoso does not need and which can be used for "
            "attacks: take the declaration out and try again"
        )
    return root


def clean(text: str) -> str:
    """Text with what XML cannot hold (control characters, lone surrogates) as U+FFFD."""
    return text if text.isprintable() else _NOT_XML.sub("\ufffd", text)


def new(name: str, /, **attributes: str) -> Element:
    """A new element of Akoma Ntoso."""
    made = etree.Element(akn(name), nsmap=_NAMES if name == "akomaNtoso" else _PLAIN)
    for key, value in attributes.items():
        made.set(key, clean(value))
    return made


def sub(parent: Element, name: str, /, **attributes: str) -> Element:
    """A new element of Akoma Ntoso at the end of ``parent``."""
    made = etree.SubElement(parent, akn(name))
    for key, value in attributes.items():
        made.set(key, clean(value))
    return made


def context(element: Element | None) -> str:
    """How identifiers within ``element`` begin: with that of the nearest element around that has one, or with nothing."""
    while element is not None:
        ident = element.get("eId")
        if ident:
            return f"{ident}__"
        element = element.getparent()
    return ""


def own(parent: Element, name: str, /, **attributes: str) -> Element:
    """A new element of resolint's own namespace at the end of ``parent``."""
    made = etree.SubElement(parent, f"{{{OWN}}}{name}")
    for key, value in attributes.items():
        made.set(key, clean(value))
    return made


def write(root: Element) -> str:
    """The file: UTF-8 declared, indented down to the paragraphs, whose own white space is left alone."""
    _indent(root, "\n")
    body: str = etree.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{body}\n'


def _indent(element: Element, before: str) -> None:
    if element.tag in _MIXED or not len(element):
        return
    inner = before + "  "
    element.text = inner
    for child in element:
        _indent(child, inner)
        child.tail = inner
    element[-1].tail = before
