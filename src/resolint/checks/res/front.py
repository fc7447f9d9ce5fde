"""What front matter says that nobody reads: keys without a meaning, lines that are none, a block that never ends."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from resolint.checks import check
from resolint.findings import Hit
from resolint.model import Block, Document, Span
from resolint.regex import lazy
from resolint.rule import Context

_FRONT, _UNREAD, _TITLE = "front/", "front/unread-", "front/title"
_ALIKE = 0.6
_OPEN = lazy(r"(?:\+\+\+[ \xa0]+)?(?P<key>[a-z][a-z_-]{2,20}) ?[=:] ?(?=\S)")


@check("RES006")
def front_matter_misread(document: Document, context: Context) -> Iterator[Hit]:
    """Keys of front matter that mean nothing, unknown kinds, lines that are no ``key = value``, and front matter left open.

    The option ``keys`` holds the keys that mean something, ``kinds`` the kinds of text, ``others`` keys that other programs use.
    """
    if document.origin.format == "docx":
        return
    front = [block for block in document.blocks if block.id.startswith(_FRONT)]
    for block in front:
        if block.id.startswith(_UNREAD):
            yield _hit(
                block.span(), f'“{block.text}” is no line of front matter, so it says nothing: write key = "value"'
            )
        elif why := _untitled(block, document):
            yield _hit(block.span(), why)
        elif why := _unknown(block.id.removeprefix(_FRONT), block.text, context):
            # An unknown value stands where it is written, an unknown key before it.
            at_key = bool(block.before) and block.id.removeprefix(_FRONT) not in context.options["keys"]
            yield _hit(block.span(0, 0) if at_key else block.span(), why)
    if not front and (open_ := _left_open(document, context)) is not None:
        block, end = open_
        why = "the front matter has no end, so it is read as text: close it with the line it begins with (+++ or ---)"
        yield _hit(block.span(0, end), why)


def _unknown(key: str, value: str, context: Context) -> str:
    """Why a key or its value means nothing, empty if it means something."""
    keys, kinds = context.options["keys"], context.options["kinds"]
    if key == "kind" and value not in kinds:
        return f"“{value}” is no kind of text ({', '.join(kinds)}){_meant(value, kinds)}"
    if key in keys or key in context.options["others"]:
        return ""
    return f"“{key}” is no key that resolint reads{_meant(key, keys)}"


def _untitled(block: Block, document: Document) -> str:
    """Why a title in the front matter means nothing, empty for another key and where the draft has its title."""
    if block.id != _TITLE or not document.acts or any(act.title is not None for act in document.acts):
        return ""
    return "“title” is not read here: the title is a heading below the front matter, # and its words"


def _meant(word: str, valid: Iterable[str]) -> str:
    """The valid word most like another, as a question to end a message with."""
    from difflib import get_close_matches

    found = get_close_matches(word.lower(), list(valid), n=1, cutoff=_ALIKE)
    return f"; “{found[0]}” may be meant" if found else ""


def _left_open(document: Document, context: Context) -> tuple[Block, int] | None:
    """The first paragraph, and where its first key ends, if it reads as front matter that nothing closes."""
    first = next((block for block in document.blocks if block.kind not in ("header", "footer")), None)
    found: re.Match[str] | None = _OPEN.match(first.text) if first is not None else None
    if first is None or found is None or found["key"] not in context.options["keys"]:
        return None
    return first, found.end("key")


def _hit(span: Span, why: str) -> Hit:
    return Hit(span, {"why": why[:1].upper() + why[1:] if why[0] != "“" else why})
