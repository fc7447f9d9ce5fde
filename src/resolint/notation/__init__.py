"""The Markdown form of a draft, both ways; and text recovered from a PDF, one way.

``read`` takes any string and never fails. Takes and gives strings; it opens no file.
"""

from __future__ import annotations

from resolint.model import Document, Reading, View
from resolint.notation.markdown import read_markdown
from resolint.notation.plain import Wrap, has_markup
from resolint.notation.recovered import read_recovered
from resolint.notation.recovered.evidence import is_recovered
from resolint.notation.traced import Source


def read(source: str, *, name: str = "", view: View = "proposed") -> Reading:
    """Read a draft that is text: the Markdown notation, plain typing, or text recovered from a PDF.

    ``name`` is the file's name; only its ending is looked at (a file that ends in ``.md`` uses Markdown's line
    ends even if it holds no other mark). ``view`` tells how tracked changes (CriticMarkup) are read.
    """
    whole = Source.of(source)
    if is_recovered(whole.text.replace("\r\n", "\n").replace("\r", "\n")):
        return read_recovered(whole)
    if name.lower().endswith((".md", ".markdown")) or has_markup(whole.text) or whole.text.startswith("+++"):
        wrap = Wrap()
    else:
        wrap = Wrap.of(whole.text.splitlines())
    return read_markdown(whole, view, wrap)


def write(document: Document) -> str:
    """The draft in the Markdown notation: ``read`` gives its blocks, marks, labels, notes and hints again."""
    from resolint.notation.writing import write as write_document

    return write_document(document)
