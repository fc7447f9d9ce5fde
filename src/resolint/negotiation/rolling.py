"""Carries last year's text forward to another session: what can be told from the text is changed, the rest is for people.

Annual resolutions are tabled again with the same words, one session later: the masthead, the sessions that lie ahead, the list of
the resolutions recalled and the years to come move on; reports, dates, anniversaries and sponsors have to be looked at.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from resolint import regex
from resolint.citation import writing
from resolint.citation.plausible import session_years, speaks
from resolint.findings import Edit
from resolint.frozen import NamedTuple, dataclass
from resolint.lexicon import Lexicon, dates, masthead, symbols
from resolint.lexicon.ordinals import ordinal_value, ordinal_word
from resolint.lexicon.organs import organ_called, organs
from resolint.model import Block, Citation, Document, Span
from resolint.writing import NewText, Plan, Replacement, Rewriting

__all__ = ["CannotRoll", "Given", "Rolling", "Step", "roll"]

_FIRST_YEAR, _BY_YEARS = 1900, "ECOSOC"
"""A number so large is a year, and no session but for the organ whose sessions are called by their years."""
_AHEAD = 6
"""Sessions of an organ that a text speaks of are at most so many later than its own; other numbers are those of other bodies."""
_RECENT = 3
"""A list of resolutions whose latest is older than so many sessions is not the one that grows every year."""
_REVISION = regex.compiled(r"(?:/(?:Rev|Add|Corr)\.\d+)+\Z")
_YEAR = regex.compiled(r"(?<![\w/.-])(?:19|20)\d\d(?![\w/-])")
_SAYS_ADOPTED = regex.compiled(r"\badopted\b", re.IGNORECASE)
_ADOPTED = regex.compiled(r"/(?:RES|DEC)/")
_WORD = regex.compiled(r"\d{1,3}[a-z]{2}\b|[^\W\d_]+(?:[-\u2011][^\W\d_]+)?")


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


class _Times(NamedTuple):
    """From which session to which, and by how many years; ``year`` is the calendar year in which the old session opened."""

    organ: str
    old: int
    new: int
    year: int
    years: int | None


def roll(document: Document, given: Given, lexicon: Lexicon, placed: dict[str, str]) -> Rolling:
    """The plan that makes the text of the session ``given.session`` of last year's ``document``.

    ``placed`` says of blocks where they stand, as a delegate says it. Raises CannotRoll.
    """
    return _Roll(document, given, lexicon, placed).result()


class _Roll:
    """One text while it is carried forward."""

    def __init__(self, document: Document, given: Given, lexicon: Lexicon, placed: dict[str, str]) -> None:
        self.document, self.given, self.lexicon, self.placed = document, given, lexicon, placed
        self.times = self._times()
        self.edits: dict[str, list[Edit]] = {}
        self.dropped: list[str] = []
        self.done: list[Step] = []
        self.open: list[Step] = []
        self.own = (self.document.head.symbol or "").rstrip("*")
        self.adopted = _ADOPTED.search(self.own) is not None
        self.adopted_on = ""
        self.notes = {block.id for note in document.footnotes for block in note.blocks}
        self.cited: dict[str, list[Citation]] = {}
        for citation in document.citations:
            self.cited.setdefault(citation.span.block, []).append(citation)

    def result(self) -> Rolling:
        self._symbol()
        self._masthead()
        self._adoption()
        self._recalled()
        for block in self._body():
            self._sessions(block)
            self._years(block)
            self._documents(block)
        pending = sum(
            mark.kind in ("inserted", "deleted-here") for block in self.document.blocks for mark in block.marks
        )
        if pending:
            said = "the file has tracked changes of its own; settle them first, or settle them with these"
            self.open.insert(0, Step("text", said))
        if not self.times.years:
            said = "how many years lie between two sessions is not known here, so days and years were left as they are"
            self.open.append(Step("text", said))
        rewritings = tuple(
            Rewriting(block, tuple(_replacements(edits)))
            for block, edits in self.edits.items()
            if block not in self.dropped
        )
        return Rolling(Plan(rewritings, tuple(self.dropped)), tuple(self.done), tuple(self.open))

    # -- the frame -------------------------------------------------------------------------------------------

    def _times(self) -> _Times:
        head, new = self.document.head, self.given.session
        organ = _organ(self.document, self.lexicon)
        old = masthead.session_number(head.session, self.lexicon) if head.session else None
        if old is None:
            found = re.search(r"/(\d{1,4})/", head.symbol or "")
            old = int(found[1]) if found and (int(found[1]) < _FIRST_YEAR or organ == _BY_YEARS) else None
        if old is None:
            raise CannotRoll("neither masthead nor symbol names a session, so nothing tells what has to move on")
        if new <= old:
            raise CannotRoll(f"the text is of session {old}; name a later one")
        mine, yours = session_years(organ, str(old)), session_years(organ, str(new))
        years = yours[0] - mine[0] if mine and yours else None
        return _Times(organ, old, new, mine[0] if mine else 0, years)

    def _edit(self, block: Block, start: int, end: int, new: str, what: str, *, told: bool = True) -> None:
        old = block.text[start:end]
        if old == new:
            return
        self.edits.setdefault(block.id, []).append(Edit(block.span(start, end), new, old))
        if told:
            self.done.append(Step(self._where(block), what, old, new))

    def _where(self, block: Block) -> str:
        return self.placed.get(block.id, "") or "masthead"

    def _in_file(self) -> Iterator[Block]:
        """The blocks that stand in the file itself; what it keeps and nobody sees is not among them."""
        return (block for block in self.document.blocks if not block.id.startswith("front/"))

    def _frame(self) -> Iterator[Block]:
        lines = set(self.document.head.blocks)
        return (block for block in self._in_file() if block.id in lines or block.kind in ("header", "footer", "frame"))

    def _body(self) -> Iterator[Block]:
        frame = {block.id for block in self._frame()}
        notes = (block for note in self.document.footnotes for block in note.blocks)
        for block in (*self._in_file(), *notes):
            if block.id not in frame and block.id not in self.dropped:
                yield block

    def _symbol(self) -> None:
        """The symbol wherever it stands: of the new session, first issue; without a number that anybody knows."""
        if not self.own:
            return
        base = _REVISION.sub("", self.own)
        moved = base.replace(f"/{self.times.old}/", f"/{self.times.new}/", 1)
        new = self.given.symbol or ("" if self.adopted or moved == base else moved)
        told = True
        for block in self._frame():
            for start, end in symbols.find(block.text):
                if _REVISION.sub("", symbols.tidy(block.text[start:end])) == base:
                    while block.text[end : end + 1] == "*":
                        end += 1
                    if told:
                        self.done.append(Step(self._where(block), "symbol", block.text[start:end], new))
                    self._symbol_at(block, start, end, new)
                    told = False
        if not self.given.symbol:
            says = "is last year's number in the new session" if new else "has to be given by the Secretariat"
            self.open.append(Step("masthead", f"the symbol {says}", new or self.own))

    def _symbol_at(self, block: Block, start: int, end: int, new: str) -> None:
        """Only what differs changes, for the parts of a symbol are set in different sizes."""
        old = block.text[start:end]
        number, moved = f"/{self.times.old}/", f"/{self.times.new}/"
        stem = _REVISION.sub("", old.rstrip("*"))
        if stem.replace(number, moved, 1) == new and number in stem:
            at = start + stem.index(number) + 1
            self._edit(block, at, at + len(number) - 2, moved[1:-1], "", told=False)
            self._edit(block, start + len(stem), end, "", "", told=False)
        else:
            self._edit(block, start, end, new, "", told=False)

    def _masthead(self) -> None:
        seen: set[str] = set()
        for block in self._frame():
            for found in masthead.in_line(block.text, 0, len(block.text), self.lexicon):
                if found.field == "session":
                    self._ordinals(block, found.start, found.end, found.field not in seen)
                elif found.field == "date":
                    self._date(block, found.start, found.end, found.field not in seen)
                elif found.field == "agenda_item":
                    self._item(block, found.start, found.end, found.field not in seen)
                elif found.field == "job_number":
                    self._edit(block, found.start, found.end, "", "job number of last year's file")
                seen.add(found.field)
        self._sponsors()

    def _date(self, block: Block, start: int, end: int, first: bool) -> None:
        if self.adopted and not self.given.date:
            if first:
                self.open.append(Step("masthead", "the date is that of last year's document", block.text[start:end]))
            return
        iso = self.given.date
        if not iso:
            last = self.document.head.date and next(iter(dates.scan(block.text[start:end], self.lexicon)), None)
            if not last or len(last.iso) != 10 or not self.times.years:
                if first:
                    self.open.append(
                        Step("masthead", "the date is that of last year's document", block.text[start:end])
                    )
                return
            iso = f"{int(last.iso[:4]) + self.times.years}{last.iso[4:]}"
            iso = iso.replace("-02-29", "-02-28")
        self._edit(block, start, end, dates.words(iso, self.lexicon), "date", told=first)
        if first and not self.given.date:
            self.open.append(
                Step("masthead", "the date is last year's day in the new year", dates.words(iso, self.lexicon))
            )

    def _item(self, block: Block, start: int, end: int, first: bool) -> None:
        if self.given.item:
            digits = re.search(r"\d.*", block.text[start:end], re.DOTALL)
            if digits is not None:
                self._edit(block, start + digits.start(), end, self.given.item, "number on the agenda", told=first)
        elif first:
            self.open.append(Step("masthead", "the number on the agenda is that of the old one", block.text[start:end]))

    def _sponsors(self) -> None:
        place = self.document.head.where("sponsors")
        if place is None or not self.document.has_block(place.block) or place.block.startswith("front/"):
            return
        block = self.document.block(place.block)
        revised = re.search(r"\brevised (?=draft\b)", block.text)
        if revised is not None:
            self._edit(block, *revised.span(), "", "first issue, not a revision")
        if self.given.sponsors:
            end = block.text.find(":")
            self._edit(block, 0, end if end > 0 else place.end, self.given.sponsors, "sponsors")
        else:
            names = block.text.partition(":")[0]
            self.open.append(Step("masthead", "the sponsors are those of last year; ask each again", names))

    def _adoption(self) -> None:
        """What an adopted text says of its adoption goes: the lines before the title, its number, the lines at the end."""
        titles = [act.title.block for act in self.document.acts if act.title is not None]
        for block in self._in_file() if self.adopted else ():
            if block.id in titles or block.kind in ("header", "footer"):
                break
            words = block.text.strip(" \n*")
            if _SAYS_ADOPTED.search(words) or (words.startswith("[") and words.endswith("]")):
                self.adopted_on = next((one.iso for one in dates.scan(words, self.lexicon)), self.adopted_on)
                self._drop(block)
        for act in self.document.acts:
            for block_id in act.closing:
                self._drop(self.document.block(block_id))
            if act.title is None or not act.number or not self.adopted:
                continue
            block = self.document.block(act.title.block)
            if block.text[: act.title.start].lstrip().startswith(act.number):
                self._edit(block, 0, act.title.start, "", "number of the adopted text")
            elif act.heading is not None and act.heading.block != act.title.block:
                self._drop(self.document.block(act.heading.block))
        if self.adopted and not self.given.sponsors:
            self.open.append(
                Step("masthead", "a draft names its sponsors, and is of limited distribution; the adopted text is not")
            )

    def _drop(self, block: Block) -> None:
        if block.id not in self.dropped and block.text.strip():
            self.dropped.append(block.id)
            self.done.append(Step(self._where(block), "said of the adoption", " ".join(block.text.split())))

    # -- the body --------------------------------------------------------------------------------------------

    def _recalled(self) -> None:
        """Last year's resolution joins those that are recalled."""
        given = self.given
        number, date = given.last, given.last_date
        if not number and self.adopted:
            number, date = _number_of(self.own), date or self.adopted_on or _iso(self.document.head.date, self.lexicon)
        found = self._growing()
        if found is None:
            self.open.append(
                Step("preamble", "no list of the body's own resolutions was found that last year's could join", number)
            )
            return
        block, members = found
        where = self._where(block)
        if not number:
            self.open.append(
                Step(
                    where,
                    "last year's resolution has to be added: give its number and date",
                    block.text[members[-1].span.start :][:80],
                )
            )
            return
        if any(one.number == number for one in members):
            return
        edits = list(writing.carried_on(block.text, members, number, date, self.lexicon))
        self.edits.setdefault(block.id, []).extend(edits)
        self.done.append(Step(where, "last year's resolution joins the list", "", edits[-1].replacement.strip()))
        if not date:
            self.open.append(Step(where, "the date of last year's resolution is not known", number))

    def _growing(self) -> tuple[Block, list[Citation]] | None:
        """The paragraph that recalls the body's own resolutions on the matter, year after year: that with the latest one."""
        best: tuple[tuple[int, int], Block, list[Citation]] | None = None
        for act in self.document.acts:
            for clause in act.preamble:
                for block_id in clause.blocks:
                    own = [
                        one
                        for one in self.cited.get(block_id, ())
                        if one.kind == "resolution"
                        and one.own
                        and one.number
                        and (one.session or "").isdecimal()
                        and int(one.session or 0) <= self.times.old
                    ]
                    text = self.document.block(block_id).text
                    members = _in_a_row(text, own)
                    if members and not speaks(text, members[0], self.lexicon):
                        continue
                    if len(members) == 1 and self._of_another(text, members[0]):
                        continue
                    if not members:
                        continue
                    rank = max(int(one.session or 0) for one in members), len(members)
                    if rank[0] >= self.times.old - _RECENT and (best is None or rank > best[0]):
                        best = rank, self.document.block(block_id), members
        return None if best is None else best[1:]

    def _of_another(self, text: str, citation: Citation) -> bool:
        """Whether a lone resolution is cited with a title that is not that of this text."""
        quoted = re.match(r"[^;.“”]{0,60}“([^”]*)”", text[citation.span.start :].partition(";")[0])
        said = citation.title or (quoted[1] if quoted is not None else "")
        titles = {
            " ".join(self.document.text(act.title).lower().split())
            for act in self.document.acts
            if act.title is not None
        }
        return bool(said) and " ".join(said.lower().split()) not in titles

    def _sessions(self, block: Block) -> None:
        for citation in self.cited.get(block.id, ()):
            if citation.kind != "session" or not (citation.session or "").isdecimal():
                continue
            value = int(citation.session or 0)
            ours = citation.own or citation.organ == self.times.organ
            yearly = value >= _FIRST_YEAR and self.times.organ == _BY_YEARS
            if ours and (self.times.old <= value <= self.times.old + _AHEAD):
                if yearly:
                    self._number(block, citation.span, value)
                else:
                    self._ordinals(block, citation.span.start, citation.span.end, True)
            else:
                own = ours and (citation.organ is not None or speaks(block.text, citation, self.lexicon))
                what = "a session of another body" if not own else _OVER if value < self.times.old else _FAR
                self.open.append(
                    Step(self._where(block), what, _around(block.text, citation.span.start, citation.span.end))
                )

    def _ordinals(self, block: Block, start: int, end: int, told: bool) -> None:
        """Every ordinal of a session that is the old one or a later one moves on."""
        for word in _WORD.finditer(block.text, start, end):
            value = ordinal_value(word.group(), self.lexicon)
            if value is None or not self.times.old <= value <= self.times.old + _AHEAD:
                continue
            new = ordinal_word(value + self.times.new - self.times.old, self.lexicon)
            if word.group()[:1].isupper():
                new = new.upper() if word.group().isupper() else new[:1].upper() + new[1:]
            self._edit(block, *word.span(), new, "session", told=told)

    def _number(self, block: Block, span: Span, value: int) -> None:
        at = block.text.find(str(value), span.start, span.end)
        if at >= 0:
            new = str(value + self.times.new - self.times.old)
            self._edit(block, at, at + len(str(value)), new, "session")

    def _years(self, block: Block) -> None:
        """Years ahead for which an operative paragraph plans something move on; of all others, and of those over, people decide.

        A goal (*by 2030*), a range that has begun and a year in parentheses are no plans for next year.
        """
        if not self.times.years:
            return
        cited = self.cited.get(block.id, ())
        taken = [one.span for one in cited if one.kind != "date"]
        days = [one.span for one in cited if one.kind == "date"]
        operative = self._where(block).startswith(_OPERATIVE)
        for found in _YEAR.finditer(block.text, block.lead):
            value = int(found.group())
            if value > self.times.year + _AHEAD - 2 or _within(found, taken) or _named(block.text, *found.span()):
                continue
            if value < self.times.year <= _end_of_range(block.text, found.end()):
                continue
            if value < self.times.year:
                # A full day long ago in a recital or a source in a note is a record, and asks for no decision.
                if operative or (block.id not in self.notes and not _within(found, days)):
                    around = _around(block.text, *found.span())
                    self.open.append(Step(self._where(block), "a year that is over; does it still hold?", around))
                continue
            ahead = (
                value > self.times.year
                and not _within(found, days)
                and _planned(block.text, found.start(), self.times.year)
            )
            if operative and ahead:
                self._edit(block, *found.span(), str(value + self.times.years), "year")
            else:
                around = _around(block.text, *found.span())
                self.open.append(Step(self._where(block), "a day or year of last session; does it still hold?", around))

    def _documents(self, block: Block) -> None:
        """Documents of the old session, such as the report that is noted."""
        for citation in self.cited.get(block.id, ()):
            if citation.kind == "document" and citation.session == str(self.times.old) and citation.symbol:
                self.open.append(
                    Step(self._where(block), "a document of last session; is there a new one?", citation.symbol)
                )


_OPERATIVE = ("operative", "paragraph")


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


def _number_of(symbol: str) -> str:
    """The number of the resolution with this symbol: ``80/195`` for ``A/RES/80/195``."""
    return _REVISION.sub("", _ADOPTED.split(symbol, maxsplit=1)[1])


def _iso(words: str | None, lexicon: Lexicon) -> str:
    return dates.first_day(words, lexicon) or ""


def _in_a_row(text: str, members: list[Citation]) -> list[Citation]:
    """The members of the last list that joins them by commas and one small word."""
    found: list[Citation] = []
    for one in members:
        if found and not re.fullmatch(
            r",? *(?:and )?", text[found[-1].span.end : one.span.start].replace("\u00a0", " ")
        ):
            found = []
        found.append(one)
    return found


def _named(text: str, start: int, end: int) -> bool:
    """Whether a year is part of a name: a capital stands right behind it (*the 2030 Agenda*) or it is in quotation marks."""
    after = text[end : end + 2].strip()
    return after[:1].isupper() or text.count("“", 0, start) > text.count("”", 0, start)


def _within(found: re.Match[str], spans: list[Span]) -> bool:
    return any(span.start <= found.start() < span.end for span in spans)


_RANGE = regex.compiled(r"((?:19|20)\d\d)\s*[-–/]\s*$")
_PLAN = regex.compiled(r"\b(?:in|for|during|period|biennium)\s$")


def _planned(text: str, start: int, opened: int) -> bool:
    """Whether something is planned for a year: *in 2026*, or the end of a range that begins ahead (*for 2026–2027*)."""
    before = text[max(0, start - 24) : start].replace("\u00a0", " ")
    if text.count("(", 0, start) > text.count(")", 0, start):
        return False
    if (span := _RANGE.search(before)) is not None:
        return int(span[1]) > opened
    return _PLAN.search(before) is not None


_RANGE_END = regex.compiled(r"\s*[-–/]\s*((?:19|20)\d\d)\b")


def _end_of_range(text: str, end: int) -> int:
    """The last year of a range whose first ends at ``end``; 0 where no range stands there."""
    found = _RANGE_END.match(text, end)
    return int(found[1]) if found is not None else 0


_OVER = "a session that is over; does it still hold?"
_FAR = "a session far ahead; does it still hold?"
_BEFORE, _AFTER = 40, 30
"""Letters that are shown before and after what people have to decide."""


def _around(text: str, start: int, end: int) -> str:
    """The words from ``start`` to ``end`` and some around them, cut between words, with … where others are left out."""
    first, last = max(0, start - _BEFORE), min(len(text), end + _AFTER)
    while 0 < first < start and not text[first - 1].isspace():
        first += 1
    while end < last < len(text) and not text[last].isspace():
        last -= 1
    before, after = text[:first].strip(), text[last:].strip()
    return f"{'… ' if before else ''}{' '.join(text[first:last].split())}{' …' if after else ''}"


def _replacements(edits: list[Edit]) -> Iterator[Replacement]:
    """The edits of a block in order, those that stand in the same place only once."""
    last = -1
    for edit in sorted(edits, key=lambda one: (one.span.start, one.span.end)):
        if edit.span.start >= last:
            yield Replacement(edit.span.start, edit.span.end, NewText(edit.replacement))
            last = max(edit.span.end, edit.span.start + 1) if edit.span.end == edit.span.start else edit.span.end
