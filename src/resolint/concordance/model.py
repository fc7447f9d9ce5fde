"""The nouns of the concordance: paragraphs held side by side, and what they do not have in common."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from resolint.concordance.contraries import NOTHING, Sides
from resolint.concordance.openings import NOTHING as NO_OPENING
from resolint.concordance.openings import Opened
from resolint.concordance.qualifying import Qualified
from resolint.concordance.shares import NOTHING as NO_SHARES
from resolint.concordance.shares import Shares
from resolint.concordance.states import NOTHING as NO_STATES
from resolint.concordance.states import States
from resolint.findings import Severity
from resolint.frozen import NamedTuple
from resolint.lexicon.figures import Figures
from resolint.model import Span

__all__ = ["CLAUSES", "HERE", "THERE", "Concordance", "Paragraph", "Remark", "RemarkKind", "Row"]

HERE, THERE = "{here}", "{there}"
"""What stands for the two versions in the sentence of a remark."""
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
    "organ",
    "state",
]


class Paragraph(NamedTuple):
    """A paragraph of one version: its part and number, what a delegate calls it, its words, its figures and opening.

    ``opened`` is its opening as it is compared, ``qualified`` what its small phrases say. ``notes`` tells how many notes it
    refers to, None for what is no clause and where the source could not carry notes. ``sides``: what is
    said beside figures; ``shares``: parts of a hundred or a thousand; ``dated``: the dates of references; ``raw``: the
    words at ``span`` as they stand there; ``terms``: the matters that it speaks of; ``states``: the States that it names;
    ``begins`` and ``typed``: how it opens and its number in figures, also where it was read as no clause.
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
    shares: Shares = NO_SHARES
    dated: Mapping[str, str] = {}
    raw: str = ""
    terms: frozenset[int] = frozenset()
    states: States = NO_STATES
    begins: Opened = NO_OPENING
    typed: str = ""


class Remark(NamedTuple):
    """Something that two paragraphs do not have in common; ``here`` and ``there`` are what each has alone.

    ``place`` is where the second version says it, where that is known; ``negation`` tells that a negation is what differs.
    ``openings`` are those of the two paragraphs, as they stand there, where the remark is about them.
    ``sentence`` says it, with ``{here}`` and ``{there}`` for the two versions, which are called otherwise in the margin of one.
    """

    kind: RemarkKind
    severity: Severity
    sentence: str
    here: tuple[str, ...] = ()
    there: tuple[str, ...] = ()
    place: Span | None = None
    negation: bool = False
    openings: tuple[str, str] = ("", "")

    @property
    def message(self) -> str:
        """What is said where the versions stand side by side."""
        return self.said("here", "there")

    def said(self, here: str, there: str) -> str:
        """The sentence with these words for the two versions."""
        return self.sentence.replace(HERE, here).replace(THERE, there)


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
