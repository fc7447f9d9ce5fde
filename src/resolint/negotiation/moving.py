"""The paragraphs of a text that is carried forward: the list of resolutions recalled, sessions, years, documents."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from resolint import regex
from resolint.citation import numbers, writing
from resolint.citation.holders import holder, last_named, same_organ
from resolint.citation.plausible import speaks
from resolint.lexicon import Lexicon, dates, sessions
from resolint.model import Block, Citation, Span
from resolint.negotiation.carrying import ADOPTED, CannotRoll, Carried, Step, around

__all__ = ["Body", "move_sessions"]

_RECENT = 3
"""A list of resolutions whose latest is older than the sessions of so many years is not the one that grows every year."""
_REVISION = regex.compiled(r"(?:/(?:Rev|Add|Corr)\.\d+)+\Z")
_JOINT = regex.compiled(r",?\s*(?:(?:and|or|to)\s+)?")
"""What stands between the sessions of a list."""
_SESSION_BEFORE = regex.compiled(r"\.(\d+)\Z")
_NAMED_BY = regex.compiled(r" of (?:(?:19|20)\d\d,? (?:and )?)*$")
_YEAR = regex.compiled(r"(?<![\w/.-])((?:19|20)\d\d)(?P<rest>[/-]\d\d(?:\d\d)?)?(?![\w/-])")
"""A year, or a period of two years (*2025/26*)."""
_FEW_YEARS = 4
"""Years that are further ahead are goals, and no plans for next year."""
_SCALE = r"(?:[ \u00a0](?:thousand|million|billion))?"
_MONEY = regex.compiled(
    rf"(?<!\w)[A-Z]{{0,3}}[$€£¥][ \u00a0]?\d(?:[\d,.]*\d)?{_SCALE}"
    rf"|(?<![\w.,])\d(?:[\d,.]*\d)?{_SCALE}(?:[ \u00a0][A-Z][\w.]*){{0,3}}[ \u00a0](?:dollars|euros?|francs|pounds|yen)\b"
)
_OPERATIVE = ("operative", "paragraph")


class Body:
    """What moves inside of the paragraphs of ``text``."""

    def __init__(self, text: Carried) -> None:
        self.text = text

    def move(self) -> None:
        """Change what can be told, and list the rest."""
        self._recalled()
        for block in self.text.body():
            self._sessions(block)
            self._years(block)
            self._amounts(block)
            self._documents(block)

    def _recalled(self) -> None:
        """Last year's resolution joins those that are recalled."""
        given = self.text.given
        number, date = given.last, given.last_date
        if not number and self.text.adopted:
            number, date = (
                _number_of(self.text.own) if self.text.own else self.text.number,
                date or self.text.adopted_on or _iso(self.text.document.head.date, self.text.lexicon),
            )
        found = self._growing()
        if given.last:
            number = self._as_cited(given.last, found[1] if found else ())
        if found is None:
            self.text.open.append(
                Step("preamble", "no list of the body's own resolutions was found that last year's could join", number)
            )
            return
        block, members = found
        where = self.text.where(block)
        if not number:
            self.text.open.append(
                Step(
                    where,
                    "last year's resolution has to be added: give its number and date",
                    around(block.text, members[-1].span.start, members[-1].span.end),
                )
            )
            return
        if any(one.number == number for one in members):
            return
        self._before_it(members, number)
        edits = list(writing.carried_on(block.text, members, number, date, self.text.lexicon))
        self.text.edits.setdefault(block.id, []).extend(edits)
        self.text.done.append(Step(where, "last year's resolution joins the list", "", edits[-1].replacement.strip()))
        if not date:
            self.text.open.append(Step(where, "the date of last year's resolution is not known", number))
        elif self.text.dated and date > self.text.dated:
            self.text.open.append(
                Step(where, "a resolution adopted after the date of the draft", f"{number} of {date}")
            )

    def _as_cited(self, given: str, members: Sequence[Citation]) -> str:
        """The number of last year's resolution as a text cites it. Raises CannotRoll for what is no such number."""
        number = _number_of(given) if ADOPTED.search(given) else given
        read, times = numbers.parse(number), self.text.times
        styles = {numbers.parse(one.number or "").style for one in members}
        if not any(letter.isdigit() for letter in number) or (styles and read.style not in styles):
            like = f", as {members[-1].number} is" if members else ""
            raise CannotRoll(
                f"{given!r} is no number of a resolution that could join the list; write it as it is cited{like}"
            )
        if read.style == "session" and (read.session or "").isdecimal():
            session = int(read.session or 0)
            if session >= times.new:
                raise CannotRoll(
                    f"{number} is of session {session}, and last year's resolution is of one before {times.new}"
                )
            if session < times.old and sessions.called_by_years(times.organ) == (session >= sessions.FIRST_YEAR):
                said = f"a resolution of an earlier session than this text ({times.old}); is it last year's?"
                self.text.open.append(Step("preamble", said, number))
        return number

    def _before_it(self, members: list[Citation], number: str) -> None:
        """List where the text cites the resolution before last year's once more, as the one that asked for a report does."""
        latest = max(members, key=lambda one: (int(one.session or 0), one.span.start))
        for block in self.text.body():
            for one in self.text.cited.get(block.id, ()):
                same = (one.kind, one.number, one.organ) == (latest.kind, latest.number, latest.organ)
                if same and one not in members:
                    self.text.ask(block, _BEFORE_LAST, one.span.start, one.span.end, number)

    def _growing(self) -> tuple[Block, list[Citation]] | None:
        """The paragraph that recalls the body's own resolutions on the matter, year after year: that with the latest one."""
        best: tuple[tuple[int, int], Block, list[Citation]] | None = None
        recent = _RECENT * sessions.a_year(self.text.times.organ)
        for act in self.text.document.acts:
            for clause in act.preamble:
                for block_id in clause.blocks:
                    own = [
                        one
                        for one in self.text.cited.get(block_id, ())
                        if one.kind == "resolution"
                        and (one.own or (one.organ is not None and one.organ == self.text.times.organ))
                        and one.number
                        and (one.session or "").isdecimal()
                        and int(one.session or 0) <= self.text.times.old
                    ]
                    text = self.text.document.block(block_id).text
                    members = _in_a_row(text, own)
                    if members and members[0].own and not speaks(text, members[0], self.text.lexicon):
                        continue
                    if len(members) == 1 and self._of_another(text, members[0]):
                        continue
                    if not members:
                        continue
                    rank = max(int(one.session or 0) for one in members), len(members)
                    if rank[0] >= self.text.times.old - recent and (best is None or rank > best[0]):
                        best = rank, self.text.document.block(block_id), members
        return None if best is None else best[1:]

    def _of_another(self, text: str, citation: Citation) -> bool:
        """Whether a lone resolution is cited with a title that is not that of this text."""
        quoted = re.match(r"[^;.“”]{0,60}“([^”]*)”", text[citation.span.start :].partition(";")[0])
        said = citation.title or (quoted[1] if quoted is not None else "")
        titles = {
            " ".join(self.text.document.text(act.title).lower().split())
            for act in self.text.document.acts
            if act.title is not None
        }
        if said:
            return " ".join(said.lower().split()) not in titles
        topic = _TOPIC.match(text, citation.span.end)
        return topic is not None and bool(titles) and not _words_of(topic[1]) & _words_of(" ".join(titles))

    def _sessions(self, block: Block) -> None:
        """The sessions of this organ that lie ahead move on; those that are over, and those of others, are for people."""
        for row in _lists_of_sessions(block.text, self.text.cited.get(block.id, ())):
            whose = holder(block.text, replace(row[0], organ=row[-1].organ), self.text.times.organ, self.text.lexicon)
            for citation in row:
                self._session(block, citation, row[0].own, whose)

    def _session(self, block: Block, citation: Citation, its: bool, whose: str | None) -> None:
        times, value = self.text.times, int(citation.session or 0)
        start, end = citation.span.start, citation.span.end
        if whose is None and times.moves(value):
            named = last_named(block.text, start, self.text.lexicon)
            mine = its or named is None or same_organ(named, times.organ, self.text.lexicon)
        else:
            mine = whose == times.organ or (whose is None and its and speaks(block.text, citation, self.text.lexicon))
        mine = mine and sessions.called_by_years(times.organ) == (value >= sessions.FIRST_YEAR)
        if mine and value >= times.old and (whose is not None or times.moves(value)):
            move_sessions(self.text, block, start, end, told=True)
        else:
            self.text.ask(block, _OTHERS if not mine else _OVER if value < times.old else _FAR, start, end)

    def _years(self, block: Block) -> None:
        """Years ahead for which an operative paragraph plans something move on; of all others, and of those over, people decide.

        A goal (*by 2030*), a range that has begun and a year in parentheses are no plans for next year.
        """
        times = self.text.times
        if not times.year:
            return
        cited = self.text.cited.get(block.id, ())
        taken = [one.span for one in cited if one.kind != "date"]
        days = [one.span for one in cited if one.kind == "date"]
        operative = self.text.where(block).startswith(_OPERATIVE)
        titles = {act.title.block: act.title.start for act in self.text.document.acts if act.title is not None}
        for found in _YEAR.finditer(block.text, max(block.lead, titles.get(block.id, 0))):
            value, start, end = int(found[1]), *found.span()
            if value > times.year + _FEW_YEARS or _within(found, taken) or _named(block.text, start, end):
                continue
            last = _end_of_range(block.text, found)
            if found["rest"] and not value < last:
                continue
            if value < times.year <= last:
                continue
            if max(value, last) < times.year:
                # A full day long ago in a recital, what is named by its year (*the Conventions of 1949*) or a source in a note is a
                # record, and asks for no decision.
                record = _within(found, days) or _NAMED_BY.search(block.text[:start]) is not None
                if operative or (block.id not in self.text.notes and not record):
                    self.text.ask(block, "a year that is over; does it still hold?", start, end)
                continue
            ahead = value > times.year and not _within(found, days) and _planned(block.text, start, times.year)
            if operative and ahead and times.years and not found["rest"]:
                self.text.edit(block, start, end, str(value + times.years), "year")
            else:
                self.text.ask(block, "a day or year of last session; does it still hold?", start, end)

    def _amounts(self, block: Block) -> None:
        """Amounts of money, which are of last year's budget."""
        if self.text.where(block).startswith((*_OPERATIVE, "annex")):
            for found in _MONEY.finditer(block.text):
                self.text.ask(block, "an amount of money; does it still hold?", *found.span())

    def _documents(self, block: Block) -> None:
        """Documents of the old session, such as the report that is noted."""
        for citation in self.text.cited.get(block.id, ()):
            if citation.kind == "document" and citation.session == str(self.text.times.old) and citation.symbol:
                self.text.open.append(
                    Step(self.text.where(block), "a document of last session; is there a new one?", citation.symbol)
                )


def move_sessions(text: Carried, block: Block, start: int, end: int, *, told: bool) -> None:
    """Have every session between two places that is the old one or a later one move on."""
    for one in sessions.spoken(block.text, start, end, text.times.organ, text.lexicon):
        if one.value >= text.times.old:
            new = sessions.worded(text.times.moved(one.value), block.text[one.start : one.end], text.lexicon)
            text.edit(block, one.start, one.end, new, "session", told=told)


def _lists_of_sessions(text: str, cited: Sequence[Citation]) -> Iterator[list[Citation]]:
    """The regular sessions that are cited, those of one list together (*its fourth, fifth and sixth sessions*)."""
    row: list[Citation] = []
    for one in cited:
        if one.kind != "session" or not (one.session or "").isdecimal():
            continue
        if row and not _JOINT.fullmatch(text, row[-1].span.end, one.span.start):
            yield row
            row = []
        row.append(one)
    if row:
        yield row


def _number_of(symbol: str) -> str:
    """The number of the resolution with this symbol: ``80/195`` for ``A/RES/80/195``, ``6/7`` for ``UNEP/EA.6/Res.7``."""
    before, number = ADOPTED.split(_REVISION.sub("", symbol), maxsplit=1)
    session = _SESSION_BEFORE.search(before)
    return f"{session[1]}/{number}" if session is not None and "/" not in number else number


def _iso(words: str | None, lexicon: Lexicon) -> str:
    return dates.first_day(words, lexicon) or ""


_TOPIC = regex.compiled(r" on ([^,;.“]{3,300})")
_LONG_WORD = regex.compiled(r"[^\W\d_]{4,}")


def _words_of(text: str) -> frozenset[str]:
    """The beginnings of the longer words of a topic, by which *wells in villages* is *village wells*."""
    return frozenset(word[:5].lower() for word in _LONG_WORD.findall(text))


def _in_a_row(text: str, members: list[Citation]) -> list[Citation]:
    """The members of the last list that joins them by commas and one small word; what has a title of its own is in none."""
    found: list[Citation] = []
    for one in members:
        if found and (found[-1].title or one.title):
            found = []
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


def _end_of_range(text: str, first: re.Match[str]) -> int:
    """The last year of a range that begins with a year; 0 where it begins none."""
    if rest := first["rest"]:
        return int(first[1][: 5 - len(rest)] + rest[1:])
    found = _RANGE_END.match(text, first.end())
    return int(found[1]) if found is not None else 0


_OTHERS = "a session of another body"
_OVER = "a session that is over; does it still hold?"
_FAR = "a session far ahead; does it still hold?"
_BEFORE_LAST = "the resolution before last year's; should last year's stand here?"
