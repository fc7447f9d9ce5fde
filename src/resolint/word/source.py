"""One part of the file as a tree that can be changed and written back, so that what was not touched stays as it was.

Comments, processing instructions, the XML declaration, the byte order mark, the encoding and the prefixes of
namespaces are kept. Parts in the strict namespaces of ISO/IEC 29500 are read in the transitional ones, as
everywhere in this room, and written back in the strict.
"""

from __future__ import annotations

import codecs
import re

from lxml import etree

from resolint.errors import UnreadableDraft
from resolint.regex import lazy
from resolint.word import xml
from resolint.word.xml import Element

_STRICT = "http://purl.oclc.org/ooxml/"
_TO_STRICT = {
    old.decode(): f"{_STRICT}{name.decode()}"
    for name, old in xml._TRANSITIONAL.items()  # the one table of both spellings
}
_TO_TRANSITIONAL = {strict: old for old, strict in _TO_STRICT.items()}
_NAMES = lazy("([\"'])(" + "|".join(re.escape(name) for name in (*_TO_STRICT, *_TO_TRANSITIONAL)) + ")\\1")
_DECLARATION = lazy(r"""<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9._-]{1,40})["']""")
_BEFORE_ROOT = lazy(r"\s*(?:<\?(?:[^?]|\?(?!>))*\?>|<!--(?:[^-]|-(?!-))*-->)?")
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


class Source:
    """A part while it is edited: ``root`` is the tree, ``strict`` whether the part is in the strict namespaces."""

    __slots__ = ("_after", "_before", "_encoding", "_mark", "root", "strict")

    def __init__(self, data: bytes, part: str, said: str) -> None:
        """Parses ``data``. Raises UnreadableDraft as ``xml.parse`` does."""
        self._mark, self._encoding = _encoding_of(data)
        try:
            text = data[len(self._mark) :].decode(self._encoding)
        except (UnicodeDecodeError, LookupError):
            raise UnreadableDraft(
                f"{said} is damaged ({part} is not in the encoding it names): open and save it in Word first"
            ) from None
        start = _root_at(text)
        self._before = text[:start]
        body = text[start:].rstrip()
        self._after = text[start + len(body) :]
        self.strict = _STRICT in body[:4000]
        if self.strict:
            body = _NAMES.sub(_transitional, body)
        if body.startswith("<!"):
            raise xml._doctype(part, said)
        try:
            self.root: Element = etree.fromstring(body, _parser())
        except (etree.XMLSyntaxError, ValueError) as error:
            line = getattr(error, "lineno", None) or 1
            raise UnreadableDraft(
                f"{said} is damaged ({part} is not well-formed XML at line {line}): open and save it in Word first"
            ) from None

    def bytes(self) -> bytes:
        """The part as it is now."""
        tree = self.root.getroottree()
        text = etree.tostring(tree, encoding="unicode")
        if self.strict:
            text = _NAMES.sub(_strict, text)
        return self._mark + (self._before + text + self._after).encode(self._encoding, "xmlcharrefreplace")


def _encoding_of(data: bytes) -> tuple[bytes, str]:
    for mark, name in _MARKS:
        if data.startswith(mark):
            return mark, name
    if data[:1] == b"\0":
        return b"", "utf-16-be"
    if data[1:2] == b"\0":
        return b"", "utf-16-le"
    declared = _DECLARATION.match(data[:300].decode("latin-1"))
    return b"", declared[1] if declared else "utf-8"


def _root_at(text: str) -> int:
    """Where the root element begins: behind declaration, comments and instructions."""
    at = 0
    while (found := _BEFORE_ROOT.match(text, at)) and found.end() > at:
        at = found.end()
    return at


def _parser() -> etree.XMLParser:
    return etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False, huge_tree=False
    )


def _transitional(found: re.Match[str]) -> str:
    return f"{found[1]}{_TO_TRANSITIONAL.get(found[2], found[2])}{found[1]}"


def _strict(found: re.Match[str]) -> str:
    return f"{found[1]}{_TO_STRICT.get(found[2], found[2])}{found[1]}"
