"""A draft in other formats: Akoma Ntoso, a page of HTML, Markdown, JSON, plain text."""

from __future__ import annotations

from resolint.lexicon import Lexicon
from resolint.model import Document

EXPORTS = ("akn", "html", "md", "json", "txt")
"""The names of the formats; each is also the ending of its files."""


def export(document: Document, to: str, lexicon: Lexicon | None = None) -> str:
    """``document`` in the format ``to``, one of ``EXPORTS``. ``lexicon`` is that of its language, by default ours.

    Raises ValueError for a format that does not exist.
    """
    if to == "akn":
        from resolint import akn, cards

        return akn.write(document, lexicon or cards.lexicon())
    if to == "html":
        from resolint.report.page import sheet as page

        return page.render(document)
    if to == "md":
        from resolint import notation

        return notation.write(document)
    if to == "json":
        from resolint.report import outline

        return outline.to_json(document)
    if to == "txt":
        from resolint.report.page import plain as page_plain

        return page_plain.render(document)
    raise ValueError(f"there is no format {to!r}: choose one of {', '.join(EXPORTS)}")
