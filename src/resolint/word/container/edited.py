"""One part of the file as a tree that can be changed and written back, so that what was not touched stays as it was.

Comments, processing instructions, the XML declaration, the byte order mark, the encoding, the prefixes of
namespaces and the spelling of what is not touched are kept. Parts in the strict namespaces of ISO/IEC 29500 are
read in the transitional ones, as everywhere in this room, and written back in the strict.
"""

from __future__ import annotations

import codecs
import re

from lxml import etree

from resolint.errors import UnreadableDraft
from resolint.regex import lazy
from resolint.word.container import xml
from resolint.word.container.respelling import Spelling
from resolint.word.container.xml import Element

_STRICT = "http://purl.oclc.org/ooxml/"
_TO_STRICT = {
    old.decode(): f"{_STRICT}{name.decode()}"
    for name, old in xml.TRANSITIONAL.items()  # the one table of both spellings
}
_TO_TRANSITIONAL = {strict: old for old, strict in _TO_STRICT.items()}
_NAMES, _STRICT_NAMES = (
    lazy("([\"'])(" + "|".join(re.escape(name) for name in names) + ")\\1") for names in (_TO_STRICT, _TO_TRANSITIONAL)
)
_DECLARATION = lazy(r"""<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9._-]{1,40})["']""")
_BEFORE_ROOT = lazy(r"\s*(?:<\?(?:[^?]|\?(?!>))*\?>|<!--(?:[^-]|-(?!-))*-->)?")
_ROOT_NAME = lazy(r"<([^\s<>/]{1,200})")
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


class EditedPart:
    """A part while it is edited: ``root`` is the tree, ``strict`` are the strict namespaces that it uses."""

    __slots__ = ("_after", "_before", "_encoding", "_mark", "_spelling", "root", "strict")

    def __init__(self, data: bytes, part: str, said: str, *, spelt: bool = True) -> None:
        """Parses ``data``, to be written again as it was ``spelt`` or only to say the same.

        Raises UnreadableDraft as ``xml.parse`` does.
        """
        self._mark, self._encoding = _encoding_of(data)
        try:
            text = data[len(self._mark) :].decode(self._encoding)
        except (UnicodeDecodeError, LookupError):
            raise UnreadableDraft(
                f"{said} is damaged ({part} is not in the encoding it names): open and save it in Word first"
            ) from None
        start = _root_at(text)
        self._before = text[:start]
        end = _root_end(text, start)
        self._after = text[end:]
        body = text[start:end]
        self.strict: frozenset[str] = frozenset()
        if _STRICT in body[:4000]:
            self.strict = frozenset(name for name in _TO_TRANSITIONAL if name in body)
            body = _STRICT_NAMES.sub(_transitional, body)
        if body.startswith("<!"):
            raise xml.doctype_refused(part, said)
        try:
            self.root: Element = etree.fromstring(body, _parser())
        except (etree.XMLSyntaxError, ValueError) as error:
            raise xml.unparsed(error, part, said) from None
        self._spelling = None
        if spelt and (plain := etree.tostring(self.root, encoding="unicode", with_tail=False)) != body:
            self._spelling = Spelling(body, self.root, plain)

    def bytes(self, *, last: bool = False) -> bytes:
        """The part as it is now; what was not touched is spelt as it was. For the ``last`` time it lets go of its tree."""
        text = etree.tostring(self.root, encoding="unicode", with_tail=False)
        root = [self.root]
        if last:
            del self.root
        if self._spelling is not None:
            text = self._spelling.written(root, text, last=last)
        if self.strict:
            text = _NAMES.sub(self._written, text)
        return self._mark + (self._before + text + self._after).encode(self._encoding, "xmlcharrefreplace")

    def _written(self, found: re.Match[str]) -> str:
        """A name of a namespace as the part itself spells it."""
        name = _TO_STRICT[found[2]]
        return f"{found[1]}{name if name in self.strict else found[2]}{found[1]}"


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


def _root_end(text: str, start: int) -> int:
    """Where the root element ends: before comments, instructions and white space that may follow."""
    name = _ROOT_NAME.match(text, start)
    last = text.rfind(f"</{name[1]}") if name else -1
    end = text.find(">", last) + 1 if last >= 0 else 0
    return end or len(text.rstrip())


def _parser() -> etree.XMLParser:
    return etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False, huge_tree=False
    )


def _transitional(found: re.Match[str]) -> str:
    return f"{found[1]}{_TO_TRANSITIONAL[found[2]]}{found[1]}"
