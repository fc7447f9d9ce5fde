"""Aligns two documents paragraph by paragraph and says what differs: the base text against a draft.

``compare`` is the way in. The alignment keeps the most words in order (a best one, not the first that fits), then finds
what was moved, split and merged; inside of pairs words, notes, italics, opening phrases and references are compared.
"""

from resolint.comparison.model import (
    ROW_KINDS,
    BaseText,
    CitationChange,
    Comparison,
    HeadChange,
    ItalicChange,
    NoteChange,
    Paragraph,
    QualifierChange,
    Row,
    VerbChange,
)
from resolint.comparison.rows import compare

__all__ = [
    "ROW_KINDS",
    "BaseText",
    "CitationChange",
    "Comparison",
    "HeadChange",
    "ItalicChange",
    "NoteChange",
    "Paragraph",
    "QualifierChange",
    "Row",
    "VerbChange",
    "compare",
]
