"""The paragraphs of a text that is carried forward: the list of resolutions recalled, sessions, years, documents."""

from __future__ import annotations

import re

from resolint import regex
from resolint.citation import writing
from resolint.citation.plausible import speaks
from resolint.lexicon import Lexicon, dates
from resolint.lexicon.ordinals import ordinal_value, ordinal_word
from resolint.model import Block, Citation, Span
from resolint.negotiation.carrying import AHEAD, BY_YEARS, FIRST_YEAR, Carried, Step

__all__ = ["Body", "ordinals"]

_RECENT = 3
"""A list of resolutions whose latest is older than so many sessions is not the one that grows every year."""
_REVISION = regex.compiled(r"(?:/(?:Rev|Add|Corr)\.\d+)+\Z")
_ADOPTED = regex.compiled(r"/(?:RES|DEC)/")
_YEAR = regex.compiled(r"(?<![\w/.-])(?:19|20)\d\d(?![\w/-])")
_WORD = regex.compiled(r"\d{1,3}[a-z]{2}\b|[^\W\d_]+(?:[-\u2011][^\W\d_]+)?")
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
                    block.text[members[-1].span.start :][:80],
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

    def _before_it(self, members: list[Citation], number: str) -> None:
        """List where the text cites the resolution before last year's once more, as the one that asked for a report does."""
        latest = max(members, key=lambda one: (int(one.session or 0), one.span.start))
        for block in self.text.body():
            for one in self.text.cited.get(block.id, ()):
                same = (one.kind, one.number, one.organ) == (latest.kind, latest.number, latest.organ)
                if same and one not in members:
                    around = _around(block.text, one.span.start, one.span.end)
                    self.text.open.append(Step(self.text.where(block), _BEFORE_LAST, around, number))

    def _growing(self) -> tuple[Block, list[Citation]] | None:
        """The paragraph that recalls the body's own resolutions on the matter, year after year: that with the latest one."""
        best: tuple[tuple[int, int], Block, list[Citation]] | None = None
        for act in self.text.document.acts:
            for clause in act.preamble:
                for block_id in clause.blocks:
                    own = [
                        one
                        for one in self.text.cited.get(block_id, ())
                        if one.kind == "resolution"
                        and one.own
                        and one.number
                        and (one.session or "").isdecimal()
                        and int(one.session or 0) <= self.text.times.old
                    ]
                    text = self.text.document.block(block_id).text
                    members = _in_a_row(text, own)
                    if members and not speaks(text, members[0], self.text.lexicon):
                        continue
                    if len(members) == 1 and self._of_another(text, members[0]):
                        continue
                    if not members:
                        continue
                    rank = max(int(one.session or 0) for one in members), len(members)
                    if rank[0] >= self.text.times.old - _RECENT and (best is None or rank > best[0]):
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
        for citation in self.text.cited.get(block.id, ()):
            if citation.kind != "session" or not (citation.session or "").isdecimal():
                continue
            value = int(citation.session or 0)
            ours = citation.own or citation.organ == self.text.times.organ
            yearly = value >= FIRST_YEAR and self.text.times.organ == BY_YEARS
            if ours and (self.text.times.old <= value <= self.text.times.old + AHEAD):
                if yearly:
                    self._number(block, citation.span, value)
                else:
                    ordinals(self.text, block, citation.span.start, citation.span.end, True)
            else:
                own = ours and (citation.organ is not None or speaks(block.text, citation, self.text.lexicon))
                what = "a session of another body" if not own else _OVER if value < self.text.times.old else _FAR
                self.text.open.append(
                    Step(self.text.where(block), what, _around(block.text, citation.span.start, citation.span.end))
                )

    def _number(self, block: Block, span: Span, value: int) -> None:
        at = block.text.find(str(value), span.start, span.end)
        if at >= 0:
            new = str(value + self.text.times.new - self.text.times.old)
            self.text.edit(block, at, at + len(str(value)), new, "session")

    def _years(self, block: Block) -> None:
        """Years ahead for which an operative paragraph plans something move on; of all others, and of those over, people decide.

        A goal (*by 2030*), a range that has begun and a year in parentheses are no plans for next year.
        """
        if not self.text.times.years:
            return
        cited = self.text.cited.get(block.id, ())
        taken = [one.span for one in cited if one.kind != "date"]
        days = [one.span for one in cited if one.kind == "date"]
        operative = self.text.where(block).startswith(_OPERATIVE)
        for found in _YEAR.finditer(block.text, block.lead):
            value = int(found.group())
            if value > self.text.times.year + AHEAD - 2 or _within(found, taken) or _named(block.text, *found.span()):
                continue
            if value < self.text.times.year <= _end_of_range(block.text, found.end()):
                continue
            if value < self.text.times.year:
                # A full day long ago in a recital or a source in a note is a record, and asks for no decision.
                if operative or (block.id not in self.text.notes and not _within(found, days)):
                    around = _around(block.text, *found.span())
                    self.text.open.append(
                        Step(self.text.where(block), "a year that is over; does it still hold?", around)
                    )
                continue
            ahead = (
                value > self.text.times.year
                and not _within(found, days)
                and _planned(block.text, found.start(), self.text.times.year)
            )
            if operative and ahead:
                self.text.edit(block, *found.span(), str(value + self.text.times.years), "year")
            else:
                around = _around(block.text, *found.span())
                self.text.open.append(
                    Step(self.text.where(block), "a day or year of last session; does it still hold?", around)
                )

    def _documents(self, block: Block) -> None:
        """Documents of the old session, such as the report that is noted."""
        for citation in self.text.cited.get(block.id, ()):
            if citation.kind == "document" and citation.session == str(self.text.times.old) and citation.symbol:
                self.text.open.append(
                    Step(self.text.where(block), "a document of last session; is there a new one?", citation.symbol)
                )


def ordinals(text: Carried, block: Block, start: int, end: int, told: bool) -> None:
    """Every ordinal of a session that is the old one or a later one moves on."""
    for word in _WORD.finditer(block.text, start, end):
        value = ordinal_value(word.group(), text.lexicon)
        if value is None or not text.times.old <= value <= text.times.old + AHEAD:
            continue
        new = ordinal_word(value + text.times.new - text.times.old, text.lexicon)
        if word.group()[:1].isupper():
            new = new.upper() if word.group().isupper() else new[:1].upper() + new[1:]
        text.edit(block, *word.span(), new, "session", told=told)


def _number_of(symbol: str) -> str:
    """The number of the resolution with this symbol: ``80/195`` for ``A/RES/80/195``."""
    return _REVISION.sub("", _ADOPTED.split(symbol, maxsplit=1)[1])


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


def _end_of_range(text: str, end: int) -> int:
    """The last year of a range whose first ends at ``end``; 0 where no range stands there."""
    found = _RANGE_END.match(text, end)
    return int(found[1]) if found is not None else 0


_OVER = "a session that is over; does it still hold?"
_FAR = "a session far ahead; does it still hold?"
_BEFORE_LAST = "the resolution before last year's; should last year's stand here?"
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
