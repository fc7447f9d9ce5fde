"""XML of Office parts, parsed so that a hostile part can do no harm: no DTD, no entities, no network.

Also the names of WordprocessingML. The strict namespaces of ISO/IEC 29500 are turned into the transitional
ones, so that the rest of the room knows only one spelling.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable
from operator import itemgetter

from lxml import etree

from resolint.errors import UnreadableDraft
from resolint.regex import lazy

Element = etree._Element

NAMESPACE = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_REL = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_STRICT = b"http://purl.oclc.org/ooxml/"
TRANSITIONAL = {
    b"wordprocessingml/main": b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    b"officeDocument/relationships": b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    b"officeDocument/math": b"http://schemas.openxmlformats.org/officeDocument/2006/math",
    b"drawingml/main": b"http://schemas.openxmlformats.org/drawingml/2006/main",
    b"drawingml/wordprocessingDrawing": b"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
}
_STRICT_NAME = lazy(rb"([\"'])http://purl\.oclc\.org/ooxml/([A-Za-z/]+)\1")
_PROLOG = lazy(rb"\s*(?:<\?[^>]{0,1000}\?>|<!--(?:[^-]|-(?!-))*-->)")


def w(name: str) -> str:
    """The full name of an element or attribute of WordprocessingML."""
    return NAMESPACE + name


VAL = w("val")
ID = w("id")
TYPE = w("type")
AUTHOR = w("author")
R_ID = _REL + "id"
ALTERNATE, CHOICE, FALLBACK = _MC + "AlternateContent", _MC + "Choice", _MC + "Fallback"
P, R, T, PPR, RPR = w("p"), w("r"), w("t"), w("pPr"), w("rPr")


children: Callable[[Element], list[Element]] = itemgetter(slice(None))
"""All children at once: twice as fast as iterating."""


def parse(data: bytes, part: str, said: str) -> Element:
    """The root element of the part ``part`` of the file ``said``.

    Raises UnreadableDraft if it is no well-formed XML, or brings a document type definition or entities.
    """
    if data[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE) or b"\0" in data[:4]:
        data = from_utf16(data)
    if has_doctype(data):
        raise doctype_refused(part, said)
    root = _parse(data, part, said)
    if root.tag.startswith("{http://purl.oclc.org/ooxml/"):
        root = _parse(_STRICT_NAME.sub(_transitional, data), part, said)
    return root


def _parse(data: bytes, part: str, said: str) -> Element:
    try:
        root = etree.fromstring(data, parser())
    except (etree.XMLSyntaxError, ValueError, LookupError) as error:
        raise unparsed(error, part, said) from None
    if root is None:
        raise UnreadableDraft(f"{said} is damaged ({part} is empty): open and save it in Word, then try again")
    if root.getroottree().docinfo.internalDTD is not None:
        raise doctype_refused(part, said)
    return root


def unparsed(error: Exception, part: str, said: str) -> UnreadableDraft:
    """The refusal of a part that the parser gave up on: it is nested beyond the limit of the parser, or it is no XML."""
    line = getattr(error, "lineno", None) or 1
    if too_deep(error):
        return UnreadableDraft(
            f"{said} is nested too deeply ({part}, line {line}: elements in more than 250 others), which no Word file needs: "
            "it was not read"
        )
    return UnreadableDraft(
        f"{said} is damaged ({part} is not well-formed XML at line {line}): open and save it in Word first"
    )


def too_deep(error: Exception) -> bool:
    """Whether the parser gave up on elements that stand in too many others."""
    return isinstance(error, etree.XMLSyntaxError) and "depth" in str(error)


def parser() -> etree.XMLParser:
    """A parser that loads nothing, expands nothing and drops comments and processing instructions."""
    return etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )


def doctype_refused(part: str, said: str) -> UnreadableDraft:
    """The refusal of a part that declares a document type or entities."""
    return UnreadableDraft(
        f"{said} declares a document type or entities in {part}, which Word never does and which can be used for "
        "attacks: it was not read"
    )


def has_doctype(data: bytes) -> bool:
    """Whether a document type definition stands before the root element (UTF-8 or an encoding like it)."""
    at = 3 if data.startswith(codecs.BOM_UTF8) else 0
    while found := _PROLOG.match(data, at):
        at = found.end()
    return data[at : at + 200].lstrip()[:2] == b"<!"


def from_utf16(data: bytes) -> bytes:
    """UTF-16 as UTF-8 without a declaration of its encoding, so that bytes can be searched."""
    encoding = "utf-16" if data[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE) else _guess(data)
    text = data.decode(encoding, "replace")
    return re.sub(r"^\s*<\?xml[^>]{0,200}\?>", "", text, count=1).encode("utf-8", "replace")


def _guess(data: bytes) -> str:
    return "utf-16-be" if data[:1] == b"\0" else "utf-16-le"


def _transitional(found: re.Match[bytes]) -> bytes:
    known = TRANSITIONAL.get(found[2])
    return found[0] if known is None else found[1] + known + found[1]


def chosen(element: Element) -> Element | None:
    """The branch of ``mc:AlternateContent`` that counts: the first choice that has anything in it."""
    fallback = None
    for child in element:
        if child.tag == CHOICE and len(child):
            return child
        if child.tag == FALLBACK:
            fallback = child
    return fallback


def on(value: str | None) -> bool:
    """Whether an on/off attribute means on; an absent one does."""
    return value is None or value not in ("0", "false", "off", "none")


def number(value: str | None, default: int | None = None) -> int | None:
    """A whole number as Word writes it, ``default`` if it is none or absurdly large."""
    try:
        return int(value) if value and len(value) < 12 else default
    except ValueError:
        return default
