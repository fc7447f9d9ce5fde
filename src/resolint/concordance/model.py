"""The nouns of the concordance: paragraphs held side by side, and what they do not have in common."""

from __future__ import annotations

from typing import Literal

from resolint.concordance.contraries import NOTHING, Sides
from resolint.concordance.openings import Opened
from resolint.concordance.qualifying import Qualified
from resolint.findings import Severity
from resolint.frozen import NamedTuple
from resolint.lexicon.figures import Figures
from resolint.model import Span

__all__ = ["CLAUSES", "Concordance", "Paragraph", "Remark", "RemarkKind", "Row"]

CLAUSES = ("preambular", "operative", "subparagraph", "annexed")
"""The parts that hold the text; which of them a paragraph is, hangs on a mark or a number that a version may have lost."""
RemarkKind = Literal[
    "missing",
    "doubled",
    "order",
    "part",
    "number",
    "date",
    "symbol",
    "reference",
    "numbering",
    "opening",
    "strength",
    "abbreviation",
    "qualifier",
    "length",
    "note",
]


class Paragraph(NamedTuple):
    """A paragraph of one version: its part and number, what a delegate calls it, its words, its figures and opening.

    ``opened`` is its opening as it is compared, ``qualified`` what its small phrases say. ``notes`` tells how many notes it
    refers to, None for what is no clause and where the source could not carry notes. ``sides``: what is
    said beside figures.
    """

    role: str
    number: str
    where: str
    span: Span
    text: str
    figures: Figures
    opened: Opened
    qualified: Qualified
    notes: int | None = None
    sides: Sides = NOTHING


class Remark(NamedTuple):
    """Something that two paragraphs do not have in common, in a sentence; ``here`` and ``there`` are what each has alone."""

    kind: RemarkKind
    severity: Severity
    message: str
    here: tuple[str, ...] = ()
    there: tuple[str, ...] = ()


class Row(NamedTuple):
    """A paragraph of each version, None where one has it not, and what is to be said of the two."""

    here: Paragraph | None
    there: Paragraph | None
    remarks: tuple[Remark, ...] = ()


class Concordance(NamedTuple):
    """A version held against the first one; languages are codes. ``related`` tells whether the two are versions of one text."""

    here: str
    there: str
    here_language: str
    there_language: str
    rows: tuple[Row, ...]
    related: bool

    @property
    def remarks(self) -> tuple[Remark, ...]:
        """All remarks in order."""
        return tuple(remark for row in self.rows for remark in row.remarks)
