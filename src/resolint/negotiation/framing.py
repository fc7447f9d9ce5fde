"""The frame of a text that is carried forward: symbol, session, date, agenda item, sponsors, and what tells of an adoption."""

from __future__ import annotations

import re

from resolint import regex
from resolint.lexicon import dates, masthead, symbols
from resolint.model import Block
from resolint.negotiation.carrying import Carried, Step
from resolint.negotiation.moving import move_sessions

__all__ = ["Frame"]

_REVISION = regex.compiled(r"(?:/(?:Rev|Add|Corr)\.\d+)+\Z")
_PART = regex.compiled(r"(?<=[/.])\d{1,4}(?=/)")
"""A number in a symbol that can be a session or a year."""
_SAYS_ADOPTED = regex.compiled(r"\badopted\b", re.IGNORECASE)


class Frame:
    """What moves outside of the paragraphs of ``text``."""

    def __init__(self, text: Carried) -> None:
        self.text = text

    def move(self) -> None:
        """Change what can be told, and list the rest."""
        self._symbol()
        self._masthead()
        self._adoption()

    def _symbol(self) -> None:
        """The symbol wherever it stands: of the new session, first issue; without a number that anybody knows."""
        if not self.text.own:
            return
        base = _REVISION.sub("", self.text.own)
        moved = self._in_new_session(base)
        new = self.text.given.symbol or ("" if self.text.adopted or moved == base else moved)
        told = True
        for block in self.text.frame():
            for start, end in symbols.find(block.text):
                if _REVISION.sub("", symbols.tidy(block.text[start:end])) == base:
                    while block.text[end : end + 1] == "*":
                        end += 1
                    if told:
                        self.text.done.append(Step(self.text.where(block), "symbol", block.text[start:end], new))
                    self._symbol_at(block, start, end, new)
                    told = False
        if not self.text.given.symbol:
            says = "is last year's number in the new session" if new else "has to be given by the Secretariat"
            self.text.open.append(Step("masthead", f"the symbol {says}", new or self.text.own))

    def _symbol_at(self, block: Block, start: int, end: int, new: str) -> None:
        """Only what differs changes, for the parts of a symbol are set in different sizes."""
        old = block.text[start:end]
        stem = _REVISION.sub("", old.rstrip("*"))
        place = self._session_in(stem)
        if place is not None and self._in_new_session(stem) == new:
            first, last, moved = place
            self.text.edit(block, start + first, start + last, moved, "", told=False)
            self.text.edit(block, start + len(stem), end, "", "", told=False)
        else:
            self.text.edit(block, start, end, new, "", told=False)

    def _session_in(self, symbol: str) -> tuple[int, int, str] | None:
        """Where the old session stands in a symbol, or the year of a body whose symbols have years, and what it becomes."""
        times = self.text.times
        known = {str(times.old): str(times.new)}
        if times.year and times.years:
            known.setdefault(str(times.year), str(times.year + times.years))
        found = next((one for one in _PART.finditer(symbol) if one[0] in known), None)
        return (*found.span(), known[found[0]]) if found is not None else None

    def _in_new_session(self, symbol: str) -> str:
        place = self._session_in(symbol)
        return symbol[: place[0]] + place[2] + symbol[place[1] :] if place is not None else symbol

    def _masthead(self) -> None:
        seen: set[str] = set()
        for block in self.text.frame():
            for found in masthead.in_line(block.text, 0, len(block.text), self.text.lexicon):
                if found.field == "session":
                    move_sessions(self.text, block, found.start, found.end, told=found.field not in seen)
                elif found.field == "date":
                    self._date(block, found.start, found.end, found.field not in seen)
                elif found.field == "agenda_item":
                    self._item(block, found.start, found.end, found.field not in seen)
                elif found.field == "job_number":
                    self.text.edit(block, found.start, found.end, "", "job number of last year's file")
                seen.add(found.field)
        self._sponsors()

    def _date(self, block: Block, start: int, end: int, first: bool) -> None:
        if self.text.adopted and not self.text.given.date:
            if first:
                self.text.open.append(
                    Step("masthead", "the date is that of last year's document", block.text[start:end])
                )
            return
        iso = self.text.given.date
        if not iso:
            last = self.text.document.head.date and next(
                iter(dates.scan(block.text[start:end], self.text.lexicon)), None
            )
            if not last or len(last.iso) != 10 or not self.text.times.years:
                if first:
                    self.text.open.append(
                        Step("masthead", "the date is that of last year's document", block.text[start:end])
                    )
                return
            iso = f"{int(last.iso[:4]) + self.text.times.years}{last.iso[4:]}"
            iso = iso.replace("-02-29", "-02-28")
        self.text.dated = self.text.dated or iso
        self.text.edit(block, start, end, dates.words(iso, self.text.lexicon), "date", told=first)
        if first and not self.text.given.date:
            self.text.open.append(
                Step("masthead", "the date is last year's day in the new year", dates.words(iso, self.text.lexicon))
            )

    def _item(self, block: Block, start: int, end: int, first: bool) -> None:
        if self.text.given.item:
            digits = re.search(r"\d.*", block.text[start:end], re.DOTALL)
            if digits is not None:
                self.text.edit(
                    block, start + digits.start(), end, self.text.given.item, "number on the agenda", told=first
                )
        elif first:
            self.text.open.append(
                Step("masthead", "the number on the agenda is that of the old one", block.text[start:end])
            )

    def _sponsors(self) -> None:
        place = self.text.document.head.where("sponsors")
        if place is None or not self.text.document.has_block(place.block) or place.block.startswith("front/"):
            return
        block = self.text.document.block(place.block)
        revised = re.search(r"\brevised (?=draft\b)", block.text)
        if revised is not None:
            self.text.edit(block, *revised.span(), "", "first issue, not a revision")
        if self.text.given.sponsors:
            end = block.text.find(":")
            self.text.edit(block, 0, end if end > 0 else place.end, self.text.given.sponsors, "sponsors")
        else:
            names = block.text.partition(":")[0]
            self.text.open.append(Step("masthead", "the sponsors are those of last year; ask each again", names))

    def _adoption(self) -> None:
        """What an adopted text says of its adoption goes: the lines before the title, its number, the lines at the end."""
        titles = [act.title.block for act in self.text.document.acts if act.title is not None]
        for block in self.text.in_file() if self.text.adopted else ():
            if block.id in titles or block.kind in ("header", "footer"):
                break
            words = block.text.strip(" \n*")
            if _SAYS_ADOPTED.search(words) or (words.startswith("[") and words.endswith("]")):
                self._day(words)
                self._drop(block)
        order = {block.id: at for at, block in enumerate(self.text.document.blocks)}
        for act in self.text.document.acts:
            # Behind meeting and vote come the lists of who voted how.
            first = min((order[one] for one in act.closing), default=len(order))
            votes = (one for one in act.body if self.text.adopted and order.get(one, -1) > first)
            for block_id in act.closing:
                self._day(self.text.document.block(block_id).text)
            for block_id in (*act.closing, *votes):
                self._drop(self.text.document.block(block_id))
            if act.title is None or not act.number or not self.text.adopted:
                continue
            block = self.text.document.block(act.title.block)
            if block.text[: act.title.start].lstrip().startswith(act.number):
                self.text.edit(block, 0, act.title.start, "", "number of the adopted text")
            elif act.heading is not None and act.heading.block != act.title.block:
                self._drop(self.text.document.block(act.heading.block))
        if self.text.adopted and not self.text.given.sponsors:
            self.text.open.append(
                Step("masthead", "a draft names its sponsors, and is of limited distribution; the adopted text is not")
            )

    def _day(self, words: str) -> None:
        """The day of the adoption, from what is said of it first."""
        self.text.adopted_on = self.text.adopted_on or next(
            (one.iso for one in dates.scan(words, self.text.lexicon)), ""
        )

    def _drop(self, block: Block) -> None:
        if block.id not in self.text.dropped and block.text.strip():
            self.text.dropped.append(block.id)
            self.text.done.append(Step(self.text.where(block), "said of the adoption", " ".join(block.text.split())))
