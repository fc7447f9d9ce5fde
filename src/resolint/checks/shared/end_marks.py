"""The mark that ends a paragraph of a draft in another official language, put right as the language and the draft set it."""

from __future__ import annotations

from resolint.findings import Edit, Fix
from resolint.lexicon.tongues import plain
from resolint.model import Document, Span

__all__ = ["mended"]

_MARKS = {"zh": {",": "，", ";": "；", ".": "。"}, "ar": {",": "،", ";": "؛", ".": "."}}
_BLANKS = "\u00a0\u202f "
_OURS = ",;."


def mended(document: Document, end: Span, wanted: str, language: str) -> Fix | None:
    """The fix that puts the mark ``wanted`` in the place of another one, or where there is none; None for anything else there."""
    text, found = document.block(end.block).text, document.text(end)
    if found and plain(found) not in _OURS:
        return None
    start = end.start
    while start and text[start - 1] in _BLANKS:
        start -= 1
    mark = _MARKS.get(language, {}).get(wanted, wanted)
    put = (_blank(document) if language == "fr" and wanted == ";" else "") + mark
    span = Span(end.block, start, end.end)
    edit = Edit(span, put, document.text(span))
    return Fix(f"write “{mark}”", (edit,), "safe")


def _blank(document: Document) -> str:
    """The blank that a French draft sets before its semicolons; one that does not break where it has none yet."""
    ends = (clause.end_mark for act in document.acts for top in act.operative for clause in top.walk())
    for end in ends:
        before = document.block(end.block).text[max(0, end.start - 1) : end.start]
        if document.text(end) == ";":
            return before if before in _BLANKS else ""
    return "\u00a0"
