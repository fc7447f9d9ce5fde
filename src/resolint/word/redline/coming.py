"""Paragraphs that come with a redline: where they stand, how they are set and whose mark says that they came."""

from __future__ import annotations

from resolint.word.container.xml import PPR, RPR, VAL, Element, P, w
from resolint.word.redline.file import bare_properties
from resolint.word.redline.rows import Rows, sample_of
from resolint.word.redline.runs import look, new_runs
from resolint.word.redline.verify import FATES
from resolint.word.write import runs
from resolint.writing import Left, NewParagraph

_CELL, _ROW, _TABLE = w("tc"), w("tr"), w("tbl")
_NUM_PR, _NUM_ID = w("numPr"), w("numId")
_BEFORE_NUMBERS = frozenset(map(w, ("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl")))
"""What the schema wants in front of ``w:numPr``."""
_PPR_CHANGE = w("pPrChange")
_PPR_LAST = frozenset((w("sectPr"), _PPR_CHANGE))
ELSEWHERE = "text that the file reads in from another one"


class Coming(Rows):
    """The part of a redline that knows new paragraphs."""

    left: list[Left]

    def _insert(self, new: NewParagraph) -> None:
        anchor = new.after if new.after is not None else new.before
        found = None if anchor is None else self.file.passage(anchor)
        like = self.file.passage(new.like)
        if found is None or like is None or anchor is None:
            self.left.append(Left(anchor or "", None, ELSEWHERE, new.new))
            return
        passage, part = found
        self.file.touch(part)
        model = like[0].paragraphs[0][1]
        place = passage.paragraphs[-1][1]
        paragraph = runs.make(place, P)
        properties = model.find(PPR)
        if properties is not None:
            paragraph.append(bare_properties(properties))
        if new.typed:
            _uncount(paragraph)
        until = None if new.until is None else self.file.passage(new.until)
        limit = None if until is None else until[0].paragraphs[0][1]
        if new.after is None:
            runs.before(_outside(passage.paragraphs[0][1], model, None), paragraph)
            self._mark(paragraph, "ins")
        else:
            # What comes behind a table cannot be followed by something in it.
            place = next((table for table in place.iterancestors(_TABLE) if table in self._behind), place)
            place = self._behind_rows(_outside(place, model, limit), limit)
            if place in self._behind:
                self._follow(self._behind[place], paragraph)
            else:
                mine = self._droppers.get(anchor, "") == new.author
                self._open(place, paragraph, anchor in self._plan_dropped and mine)
            self._behind[place] = paragraph
        self._new.add(paragraph)
        insertion = self.pen.revision(paragraph, "ins")
        made = new_runs(new.new, look(sample_of(model), self.pen.styles), paragraph, self._style(paragraph), self.pen)
        insertion.extend(made)
        paragraph.append(insertion)

    def _behind_rows(self, place: Element, limit: Element | None) -> Element:
        """The table around ``place`` where rows came behind its row already, unless ``limit`` still stands in it."""
        row = next((row for row in place.iterancestors(_ROW) if row in self._behind), None)
        table = None if row is None else next(row.iterancestors(_TABLE), None)
        return place if table is None or (limit is not None and table in limit.iterancestors(_TABLE)) else table

    def _open(self, place: Element, paragraph: Element, dropped: bool) -> None:
        """Puts the first new paragraph behind ``place``.

        At the end of a story or cell nothing follows that could take over when its mark is rejected. There the mark of
        the paragraph before is the one that came, and the new paragraph ends with the old one; it is set like it.
        """
        if place.tag != P or not is_last(place):
            runs.after(place, paragraph)
            self._mark(paragraph, "ins")
        elif dropped:
            runs.before(place, paragraph)
            self._mark(paragraph, "ins")
        else:
            runs.after(place, paragraph)
            self._take_over(place, paragraph)
            _hand_on(place, paragraph)
            self._mark(place, "ins")
            self._ends[paragraph] = place

    def _follow(self, before: Element, paragraph: Element) -> None:
        runs.after(before, paragraph)
        if before in self._ends:
            origin = self._ends[paragraph] = self._ends.pop(before)
            change = before.find(f"{PPR}/{_PPR_CHANGE}")
            if change is not None:
                runs.remove(change)
            self._take_over(origin, paragraph)
            _hand_on(before, paragraph)
            self._mark(before, "ins")
        else:
            self._mark(paragraph, "ins")

    def _take_over(self, before: Element, paragraph: Element) -> None:
        """Tracks that ``paragraph``, whose mark is now the one that was there, is set otherwise than ``before``."""
        theirs = before.find(PPR)
        old = runs.make(paragraph, PPR) if theirs is None else bare_properties(theirs)
        for child in list(old):
            if child.tag == RPR:
                old.remove(child)
        properties = _properties_of(paragraph)
        change = self.pen.revision(properties, "pPrChange")
        change.append(old)
        properties.append(change)

    def _mark(self, paragraph: Element, name: str) -> None:
        """Tracks the mark of a paragraph as inserted or deleted, where nobody has done that already: the schema has one of each."""
        of_mark = _mark_of(paragraph)
        if of_mark.find(w(name)) is not None:
            return
        change = self.pen.revision(of_mark, name)
        after = sum(child.tag == w("ins") for child in of_mark) if name == "del" else 0
        of_mark.insert(after, change)


def _properties_of(paragraph: Element) -> Element:
    """The properties of a paragraph, made where it has none."""
    properties = paragraph.find(PPR)
    if properties is None:
        properties = runs.make(paragraph, PPR)
        paragraph.insert(0, properties)
    return properties


def _mark_of(paragraph: Element) -> Element:
    """What tells of the mark of a paragraph, made where there is nothing."""
    properties = _properties_of(paragraph)
    found = properties.find(RPR)
    if found is None:
        found = runs.make(properties, RPR)
        place = next((at for at, child in enumerate(properties) if child.tag in _PPR_LAST), len(properties))
        properties.insert(place, found)
    return found


def _hand_on(before: Element, paragraph: Element) -> None:
    """Gives what others do to the mark that was there to ``paragraph``, which now has that mark."""
    theirs = [] if (found := before.find(f"{PPR}/{RPR}")) is None else [one for one in found if one.tag in FATES]
    for at, one in enumerate(theirs):
        _mark_of(paragraph).insert(at, one)


def _uncount(paragraph: Element) -> None:
    """Takes a new paragraph out of the list that it is set like."""
    properties = _properties_of(paragraph)
    numbers = properties.find(_NUM_PR)
    if numbers is None:
        numbers = runs.make(properties, _NUM_PR)
        place = next((at for at, child in enumerate(properties) if child.tag not in _BEFORE_NUMBERS), len(properties))
        properties.insert(place, numbers)
    for child in list(numbers):
        numbers.remove(child)
    none = runs.make(numbers, _NUM_ID)
    none.set(VAL, "0")
    numbers.append(none)


def is_last(paragraph: Element) -> bool:
    """Whether no paragraph or table follows in the same story or cell."""
    return not any(sibling.tag in (P, _TABLE, w("sdt")) for sibling in paragraph.itersiblings())


def _outside(place: Element, model: Element, limit: Element | None) -> Element:
    """The table that ``place`` stands in, if the new paragraph is like one outside of it and ``limit`` is not in it."""
    if next(model.iterancestors(_CELL), None) is not None:
        return place
    inside = set() if limit is None else set(limit.iterancestors(_TABLE))
    outer = [table for table in place.iterancestors(_TABLE) if table not in inside]
    return outer[-1] if outer else place
