"""A text while it is carried forward: what is known of it, what is changed, and the two lists."""

from __future__ import annotations

import re
from collections.abc import Iterator

from resolint import regex
from resolint.findings import Edit
from resolint.frozen import NamedTuple, dataclass
from resolint.lexicon import Lexicon, dates, masthead, sessions
from resolint.lexicon.organs import organ_called, organs
from resolint.model import Block, Citation, Document
from resolint.writing import Plan

__all__ = ["CannotRoll", "Carried", "Given", "Rolling", "Step", "Times"]

_AHEAD = 6
"""Sessions that a text speaks of without saying whose are at most so many later than its own; other numbers are those of others."""
_YEARS_AHEAD = 4
"""The same in years, for an organ with several sessions a year."""
ADOPTED = regex.compiled(r"/(?:RES|DEC)[/.]", re.IGNORECASE)
_IN_SYMBOL = regex.compiled(r"[/.](\d{1,4})/")
"""The session or year in a symbol: *A/C.3/80/L.12*, *UNEP/EA.6/L.3*."""
_BEFORE, _SHOWN, _AFTER = 40, 70, 30
"""Letters that are shown before, of and after what people have to decide."""
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
    """From which session to which, and by how many years, None where that is not known.

    ``year`` is the calendar year in which the old session opened, or that of the old text; 0 where neither is known.
    """

    organ: str
    old: int
    new: int
    year: int
    years: int | None

    def moves(self, session: int) -> bool:
        """Whether a session is the old one or lies so little ahead of it that it can be meant without saying whose."""
        return self.old <= session <= self.old + max(_AHEAD, _YEARS_AHEAD * sessions.a_year(self.organ))

    def moved(self, session: int) -> int:
        """The session that is meant by the new text."""
        return session + self.new - self.old


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
        self._asked = ("", "", ""), 0, 0, 0
        self.own = (self.document.head.symbol or "").rstrip("*")
        self.adopted = ADOPTED.search(self.own) is not None or bool(self.number and not self.own)
        self.adopted_on = ""
        self.dated = given.date
        self.notes = {block.id for note in document.footnotes for block in note.blocks}
        self.cited: dict[str, list[Citation]] = {}
        for citation in document.citations:
            self.cited.setdefault(citation.span.block, []).append(citation)

    def _known_times(self) -> Times:
        head, new = self.document.head, self.given.session
        organ = _organ(self.document, self.lexicon)
        said = next(iter(sessions.spoken(head.session or "", 0, len(head.session or ""), organ, self.lexicon)), None)
        old = said.value if said else masthead.session_number(head.session or "", self.lexicon)
        if old is None:
            found = _IN_SYMBOL.search(head.symbol or "") or _NUMBERED.fullmatch(self.number)
            value = int(found[1]) if found else sessions.FIRST_YEAR
            old = value if value < sessions.FIRST_YEAR or (found and sessions.called_by_years(organ)) else None
        if old is None:
            raise CannotRoll(
                "neither masthead, symbol nor number of the resolution names a session, so nothing tells what has to move on"
            )
        if new <= old:
            raise CannotRoll(f"the text is of session {old}; name a later one")
        mine, yours = sessions.years_of(organ, str(old)), sessions.years_of(organ, str(new))
        day = dates.first_day(head.date, self.lexicon) or ""
        year = mine[0] if mine else int(day[:4] or 0)
        if mine and yours:
            return Times(organ, old, new, year, yours[0] - year)
        return Times(organ, old, new, year, int(self.given.date[:4]) - year if self.given.date and year else None)

    def edit(self, block: Block, start: int, end: int, new: str, what: str, *, told: bool = True) -> None:
        """Have the characters become ``new``; ``what`` they are is told in the list of what was done."""
        old = block.text[start:end]
        if old == new:
            return
        self.edits.setdefault(block.id, []).append(Edit(block.span(start, end), new, old))
        if told:
            self.done.append(Step(self.where(block), what, old, new))

    def ask(self, block: Block, what: str, start: int, end: int, new: str = "") -> None:
        """Have people decide about the characters; ``what`` is asked. What stands close behind is shown with it."""
        asked = (block.id, what, new)
        last, first, until, at = self._asked
        if last == asked and at == len(self.open) and first <= start <= until + _AFTER and end <= first + _SHOWN:
            start, end = first, max(end, until)
            self.open.pop()
        self.open.append(Step(self.where(block), what, around(block.text, start, end), new))
        self._asked = asked, start, end, len(self.open)

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


def around(text: str, start: int, end: int) -> str:
    """The words from ``start`` to ``end`` and some around them, cut between words, with … where others are left out."""
    first, last = max(0, start - _BEFORE), min(len(text), end + _AFTER)
    while 0 < first < start and not text[first - 1].isspace():
        first += 1
    while end < last < len(text) and not text[last].isspace():
        last -= 1
    before, after = text[:first].strip(), text[last:].strip()
    return f"{'… ' if before else ''}{' '.join(text[first:last].split())}{' …' if after else ''}"
