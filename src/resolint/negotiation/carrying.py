"""A text while it is carried forward: what is known of it, what is changed, and the two lists."""

from __future__ import annotations

import re
from collections.abc import Iterator

from resolint import regex
from resolint.citation.plausible import session_years
from resolint.findings import Edit
from resolint.frozen import NamedTuple, dataclass
from resolint.lexicon import Lexicon, masthead
from resolint.lexicon.organs import organ_called, organs
from resolint.model import Block, Citation, Document
from resolint.writing import Plan

__all__ = ["AHEAD", "BY_YEARS", "FIRST_YEAR", "CannotRoll", "Carried", "Given", "Rolling", "Step", "Times"]

FIRST_YEAR, BY_YEARS = 1900, "ECOSOC"
"""A number so large is a year, and no session but for the organ whose sessions are called by their years."""
AHEAD = 6
"""Sessions of an organ that a text speaks of are at most so many later than its own; other numbers are those of other bodies."""
_ADOPTED = regex.compiled(r"/(?:RES|DEC)/")
_NUMBERED = regex.compiled(r"(\d{1,4})/\d{1,4}(?: ?[A-Z])?")
"""The number of a resolution before its title, whose first part is the session."""


class CannotRoll(Exception):
    """A text that cannot be carried forward; the message says why in a sentence."""


@dataclass(frozen=True, slots=True)
class Given:
    """What is known of the new text. ``session`` is its session; ``last`` and ``last_date`` (ISO) are number and date of last
    year's resolution; what is empty is left to be decided.
    """

    session: int
    symbol: str = ""
    date: str = ""
    item: str = ""
    sponsors: str = ""
    last: str = ""
    last_date: str = ""


class Step(NamedTuple):
    """Something done, or to be decided: the place as a delegate says it, what it is about, the words there and the new ones."""

    where: str
    what: str
    old: str = ""
    new: str = ""


@dataclass(frozen=True, slots=True)
class Rolling:
    """What has to be written into the file, and the two lists."""

    plan: Plan
    done: tuple[Step, ...]
    open: tuple[Step, ...]


class Times(NamedTuple):
    """From which session to which, and by how many years; ``year`` is the calendar year in which the old session opened."""

    organ: str
    old: int
    new: int
    year: int
    years: int | None


class Carried:
    """One text while it is carried forward; ``placed`` says of blocks where they stand. Raises CannotRoll without a session."""

    def __init__(self, document: Document, given: Given, lexicon: Lexicon, placed: dict[str, str]) -> None:
        self.document, self.given, self.lexicon, self.placed = document, given, lexicon, placed
        numbers = (act.number for act in document.acts if act.number and _NUMBERED.fullmatch(act.number))
        self.number = next(numbers, "")
        self.times = self._known_times()
        self.edits: dict[str, list[Edit]] = {}
        self.dropped: list[str] = []
        self.done: list[Step] = []
        self.open: list[Step] = []
        self.own = (self.document.head.symbol or "").rstrip("*")
        self.adopted = _ADOPTED.search(self.own) is not None or bool(self.number and not self.own)
        self.adopted_on = ""
        self.notes = {block.id for note in document.footnotes for block in note.blocks}
        self.cited: dict[str, list[Citation]] = {}
        for citation in document.citations:
            self.cited.setdefault(citation.span.block, []).append(citation)

    def _known_times(self) -> Times:
        head, new = self.document.head, self.given.session
        organ = _organ(self.document, self.lexicon)
        old = masthead.session_number(head.session, self.lexicon) if head.session else None
        if old is None:
            found = re.search(r"/(\d{1,4})/", head.symbol or "") or _NUMBERED.fullmatch(self.number)
            old = int(found[1]) if found and (int(found[1]) < FIRST_YEAR or organ == BY_YEARS) else None
        if old is None:
            raise CannotRoll(
                "neither masthead, symbol nor number of the resolution names a session, so nothing tells what has to move on"
            )
        if new <= old:
            raise CannotRoll(f"the text is of session {old}; name a later one")
        mine, yours = session_years(organ, str(old)), session_years(organ, str(new))
        years = yours[0] - mine[0] if mine and yours else None
        return Times(organ, old, new, mine[0] if mine else 0, years)

    def edit(self, block: Block, start: int, end: int, new: str, what: str, *, told: bool = True) -> None:
        """Have the characters become ``new``; ``what`` they are is told in the list of what was done."""
        old = block.text[start:end]
        if old == new:
            return
        self.edits.setdefault(block.id, []).append(Edit(block.span(start, end), new, old))
        if told:
            self.done.append(Step(self.where(block), what, old, new))

    def where(self, block: Block) -> str:
        """Where a block stands, as a delegate says it."""
        return self.placed.get(block.id, "") or "masthead"

    def in_file(self) -> Iterator[Block]:
        """The blocks that stand in the file itself; what it keeps and nobody sees is not among them."""
        return (block for block in self.document.blocks if not block.id.startswith("front/"))

    def frame(self) -> Iterator[Block]:
        """The masthead with headers, footers and frames."""
        lines = set(self.document.head.blocks)
        return (block for block in self.in_file() if block.id in lines or block.kind in ("header", "footer", "frame"))

    def body(self) -> Iterator[Block]:
        """Everything else that stays, and the notes."""
        frame = {block.id for block in self.frame()}
        notes = (block for note in self.document.footnotes for block in note.blocks)
        for block in (*self.in_file(), *notes):
            if block.id not in frame and block.id not in self.dropped:
                yield block


def _organ(document: Document, lexicon: Lexicon) -> str:
    """The code of the organ whose text it is, by its organ line, else by masthead or symbol; empty if unknown."""
    lines = [document.text(act.organ_line).strip("*, ") for act in document.acts if act.organ_line is not None]
    for name in (*lines, document.head.body or ""):
        found = organ_called(name, lexicon)
        if found is not None and found.code:
            return found.code
    symbol = document.head.symbol or ""
    return max(
        (
            (len(prefix), organ.code)
            for organ in organs(lexicon)
            for prefix in organ.symbols
            if symbol.startswith(prefix)
        ),
        default=(0, ""),
    )[1]
