"""What resolint reads: a draft as immutable values.

A draft is read once into a ``Document`` whose blocks are plain strings. A position is always a ``Span``:
*these characters of that block's text*, in code points. Nothing here knows Word, Markdown or a file.
"""

from resolint.model.parts import Act, Annex, Clause, DocumentKind, Head, Heading, Role
from resolint.model.text import (
    EQUATION,
    NOTE_MARK,
    Block,
    BlockKind,
    Bookmark,
    Cell,
    Citation,
    Comment,
    Directive,
    Footnote,
    Mark,
    MarkKind,
    Place,
    Span,
    leads_somewhere,
    placeholder,
)
from resolint.model.whole import Document, Format, Origin, Reading, View

__all__ = [
    "EQUATION",
    "NOTE_MARK",
    "Act",
    "Annex",
    "Block",
    "BlockKind",
    "Bookmark",
    "Cell",
    "Citation",
    "Clause",
    "Comment",
    "Directive",
    "Document",
    "DocumentKind",
    "Footnote",
    "Format",
    "Head",
    "Heading",
    "Mark",
    "MarkKind",
    "Origin",
    "Place",
    "Reading",
    "Role",
    "Span",
    "View",
    "leads_somewhere",
    "placeholder",
]
