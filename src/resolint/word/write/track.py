"""Writes fixes as tracked changes.

What somebody else put in is struck where it stands, and what comes in its place stands beside: their insertion is divided
there, as Word does it. `hindrances` says what can be written at all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from copy import deepcopy

from resolint.findings import Edit
from resolint.frozen import dataclass
from resolint.word.container.xml import ID, RPR, Element, R, T, w
from resolint.word.read import signature
from resolint.word.read.inline import DEL_TEXT, INSERTED, SPACE
from resolint.word.read.properties import read_properties
from resolint.word.read.styles import ITALIC, Styles, direct
from resolint.word.write import runs
from resolint.word.write.anchor import OpenBlock, Part
from resolint.word.write.hindrances import SPECIAL, Step, gap, last, steps

_NOT_TAKEN = ("i", "iCs", "u", "strike", "dstrike", "highlight", "vertAlign")
"""Formatting of a stretch that ends where text is inserted: the new text does not take part in it."""


@dataclass(frozen=True, slots=True)
class Pen:
    """In whose name and when changes are made; ``number`` gives ids that nothing in the file has yet."""

    author: str
    date: str
    number: Callable[[], int]
    styles: Styles


def divide(line: OpenBlock, edit: Edit) -> None:
    """Makes the boundaries between runs that ``edit`` needs."""
    for start, end in (
        [(s.start, s.end) for s in steps(edit)] if edit.italic is None else [(edit.span.start, edit.span.end)]
    ):
        line.cut(start)
        line.cut(end)


def write(line: OpenBlock, edit: Edit, italics: Sequence[Edit], pen: Pen) -> None:
    """Writes a change of words. ``italics`` are the changes of formatting in the same block."""
    for step in steps(edit):
        inserted: Element | None = None
        place: Element
        if step.start == step.end:
            found = gap(line, step.start)
            assert found is not None
            properties = _inside(line, step, edit)
            if properties is None:
                properties = _between(line, step.start)
            place = last(line, found.part) if found.whole else _run(found.part)
            outer = place.getparent()
            place = outer if outer is not None and outer in line.made else place
            place, behind = _outside(line, place, found.behind, pen)
            inserted = _insertion(place, step.new, properties, _italic(edit, italics), pen)
            if behind:
                runs.after(line._following(place), inserted)
            else:
                runs.before(place, inserted)
        else:
            touched = list(dict.fromkeys(_run(part) for part in line.between(step.start, step.end)))
            properties = touched[0].find(RPR)
            place = touched[-1]
            deletions = [_delete(group, pen) for group in _neighbours(touched)]
            line.made.update(deletions)
            if step.new:
                place, _ = _outside(line, deletions[-1], True, pen)
                inserted = _insertion(place, step.new, properties, _italic(edit, italics), pen)
                runs.after(place, inserted)
        if inserted is not None:
            line.made.add(inserted)


def _outside(line: OpenBlock, place: Element, behind: bool, pen: Pen) -> tuple[Element, bool]:
    """The same place outside of somebody's insertion, which is divided there unless the place is at one of its ends."""
    parent = place.getparent()
    if parent is None or parent.tag not in INSERTED or parent in line.made:
        return place, behind
    rest = list(place.itersiblings()) if behind else [place, *place.itersiblings()]
    first = next((run for element in rest for run in element.iter(R)), None)
    if first is None:
        return parent, True
    if len(rest) == len(parent):
        return parent, False
    second = runs.make(parent, parent.tag, {str(key): str(value) for key, value in parent.attrib.items()})
    second.set(ID, str(pen.number()))
    second.extend(rest)
    runs.after(parent, second)
    runs.mark(first, signature.WITHIN)
    return parent, True


def format(line: OpenBlock, edit: Edit, pen: Pen) -> None:
    """Writes a change of italics, but not on what another change deletes."""
    for run in dict.fromkeys(_run(part) for part in line.between(edit.span.start, edit.span.end)):
        parent = run.getparent()
        if parent is None or parent in line.made:
            continue
        bare = run.find(RPR) is None
        properties = runs.properties_of(run)
        if properties.find(runs.RPR_CHANGE) is not None:
            continue
        old = deepcopy(properties)
        old.tail = None
        _set_italic(run, properties, bool(edit.italic), pen.styles)
        change = runs.revision(properties, "rPrChange", pen.number(), pen.author, pen.date)
        change.append(old)
        properties.append(change)
        if bare:
            runs.mark(run, signature.BARE)


def _set_italic(run: Element, properties: Element, italic: bool, styles: Styles) -> None:
    if italic:
        runs.put(properties, "i")
        return
    runs.drop(properties, "i")
    paragraph = run.getparent()
    style = read_properties(paragraph, False).style if paragraph is not None else None
    if styles.bits(styles.get(style), direct(properties, False)) & ITALIC:
        runs.put(properties, "i", "0")


def _italic(edit: Edit, italics: Sequence[Edit]) -> bool | None:
    """What a change of formatting says about text that ``edit`` brings in; None if nothing."""
    for other in italics:
        inside = other.span.start <= edit.span.start and edit.span.end <= other.span.end
        at_edge = edit.span.start == edit.span.end and edit.span.start in (other.span.start, other.span.end)
        if inside and not at_edge:
            return other.italic
    return None


def _run(part: Part) -> Element:
    run = part.run
    assert run is not None
    return run


def _neighbours(touched: Sequence[Element]) -> Iterator[list[Element]]:
    """Runs that stand side by side, together."""
    group: list[Element] = []
    for run in touched:
        if group and group[-1].getnext() is not run:
            yield group
            group = []
        group.append(run)
    if group:
        yield group


def _delete(group: Sequence[Element], pen: Pen) -> Element:
    deletion = runs.revision(group[0], "del", pen.number(), pen.author, pen.date)
    runs.before(group[0], deletion)
    for run in group:
        for text in run.iter(T):
            text.tag = DEL_TEXT
        deletion.append(run)
    return deletion


def _insertion(place: Element, text: str, properties: Element | None, italic: bool | None, pen: Pen) -> Element:
    insertion = runs.revision(place, "ins", pen.number(), pen.author, pen.date)
    run = runs.make(insertion, R)
    insertion.append(run)
    if properties is not None and len(properties):
        copy = deepcopy(properties)
        copy.tail = None
        runs.drop(copy, "rPrChange")
        run.append(copy)
    if italic is not None:
        if italic:
            runs.put(runs.properties_of(run), "i")
        else:
            runs.drop(runs.properties_of(run), "i")
    for piece in _pieces(text):
        if piece in SPECIAL:
            run.append(runs.make(run, SPECIAL[piece]))
        else:
            element = runs.make(run, T)
            element.text = piece
            if not runs.plain_text(piece):
                element.set(SPACE, "preserve")
            run.append(element)
    return insertion


def _pieces(text: str) -> Iterator[str]:
    plain = ""
    for char in text:
        if char in SPECIAL:
            if plain:
                yield plain
            yield char
            plain = ""
        else:
            plain += char
    if plain:
        yield plain


def _inside(line: OpenBlock, step: Step, edit: Edit) -> Element | None:
    """The formatting for text that comes into the midst of an edit's own words: that of its neighbour among them."""
    if edit.span.start == edit.span.end:
        return None
    index = line.at(step.start - 1 if step.start > edit.span.start else step.start)
    return _run(line.parts[index]).find(RPR) if index >= 0 and line.free(line.parts[index]) else None


def _between(line: OpenBlock, offset: int) -> Element | None:
    """The formatting for text inserted at ``offset``: what is common to both sides of it."""
    before = next((part for part in reversed(line.parts) if part.start < offset and line.free(part)), None)
    behind = next((part for part in line.parts if part.end > offset and line.free(part)), None)
    if before is not None and behind is not None and before.run is behind.run:
        return _run(before).find(RPR)
    touching = [part for part in (before, behind) if part is not None and part.start <= offset <= part.end]
    chosen = before or behind
    if chosen is None:
        return None
    if len(touching) == 2:
        chosen = min(touching, key=lambda part: (_weight(_run(part).find(RPR)), part is not before))
        other = touching[1] if chosen is touching[0] else touching[0]
        taken = _names(_run(other).find(RPR))
    else:
        taken = set()
    properties = _run(chosen).find(RPR)
    if properties is None:
        return None
    copy = deepcopy(properties)
    copy.tail = None
    runs.drop(copy, *(name for name in _NOT_TAKEN if w(name) not in taken))
    return copy


def _weight(properties: Element | None) -> int:
    return len(_names(properties) & {w(name) for name in _NOT_TAKEN})


def _names(properties: Element | None) -> set[object]:
    return set() if properties is None else {child.tag for child in properties}
