"""Tracked changes: what of a fix can be written as one without touching anybody else's, and the writing.

A change goes only where every character it touches stands in plain text of one paragraph. What somebody else put in is struck
where it stands, and what comes in its place stands beside: their insertion is divided there, as Word does it. Inside a field, a
link or a moved passage, across a note reference or the end of a paragraph, nothing is written, and `hindrance` says why.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from copy import deepcopy

from resolint.findings import Edit
from resolint.frozen import dataclass
from resolint.word.container.xml import ID, RPR, VAL, Element, R, T, w
from resolint.word.read import signature
from resolint.word.read.inline import DEL_TEXT, INSERTED, SPACE
from resolint.word.read.properties import COMES, GOES, read_properties
from resolint.word.read.styles import ITALIC, Styles, direct
from resolint.word.write import runs
from resolint.word.write.anchor import OpenBlock, Part

_ROW, _CELL, _ROW_PR, _CELL_PR = (w(name) for name in ("tr", "tc", "trPr", "tcPr"))
_CELL_CHANGES = frozenset((w("cellIns"), w("cellDel"), w("cellMerge")))
_CONTROL, _CONTROL_PR, _LOCK = (w(name) for name in ("sdt", "sdtPr", "lock"))
_BOUND = frozenset((w("dataBinding"), "{http://schemas.microsoft.com/office/word/2012/wordml}dataBinding"))
_TAB, _BREAK, _NO_BREAK = w("tab"), w("br"), w("noBreakHyphen")
_SPECIAL = {"\t": _TAB, "\n": _BREAK, "\u2011": _NO_BREAK}
_NOT_TAKEN = ("i", "iCs", "u", "strike", "dstrike", "highlight", "vertAlign")
"""Formatting of a stretch that ends where text is inserted: the new text does not take part in it."""


@dataclass(frozen=True, slots=True)
class Pen:
    """In whose name and when changes are made; ``number`` gives ids that nothing in the file has yet."""

    author: str
    date: str
    number: Callable[[], int]
    styles: Styles


@dataclass(frozen=True, slots=True)
class Step:
    """A part of an edit: the characters from ``start`` to ``end`` become ``new``."""

    start: int
    end: int
    new: str


def steps(edit: Edit) -> tuple[Step, ...]:
    """The least changes that make ``edit``, word by word."""
    start, old, new = edit.span.start, edit.expected, edit.replacement
    if old == new:
        return ()
    if not old or not new or not (" " in old.strip() or " " in new.strip()):
        return (_trimmed(Step(start, edit.span.end, new), old),)
    from resolint import wording  # slow to import, and most edits are a sign or a word

    row: list[Step] = []
    for change in wording.changes(old, new):
        if row and not (between := old[row[-1].end - start : change.start]).strip():
            # Nothing but a blank stands between: one change reads better than two.
            last = row.pop()
            row.append(Step(last.start, start + change.end, last.new + between + change.new))
        else:
            row.append(Step(start + change.start, start + change.end, change.new))
    return tuple(_trimmed(step, old[step.start - start : step.end - start]) for step in row)


def _trimmed(step: Step, old: str) -> Step:
    """``step``, which takes ``old`` out, without blanks at its ends that stay as they are."""
    start, end, new = step.start, step.end, step.new
    while start < end and new and old[start - step.start] == new[0] and new[0].isspace():
        start, new = start + 1, new[1:]
    while start < end and new and old[end - step.start - 1] == new[-1] and new[-1].isspace():
        end, new = end - 1, new[:-1]
    return Step(start, end, new)


# -- what can be done ------------------------------------------------------------------------------------------------


def hindrance(line: OpenBlock, edit: Edit, edges: Sequence[int]) -> str:
    """Why ``edit`` cannot be written into ``line`` as a tracked change, "" if it can; ``edges`` are where others' comments end."""
    text = line.block.text
    if text[edit.span.start : edit.span.end] != edit.expected or edit.span.end > len(text):
        return "the words are not those that were checked"
    if not _writable(edit.replacement):
        return "it holds a character that cannot be written"
    if _in_changed_row(line):
        return "somebody has added or deleted this row of the table"
    if _in_closed_control(line):
        return "it stands in a field that is locked or filled in by Word"
    if edit.italic is not None:
        return "" if _can_format(line, edit.span.start, edit.span.end) else _UNFREE
    return next((why for step in steps(edit) if (why := _against(line, step, edges))), "")


_UNFREE = "a link, a field, a note or somebody's own change stands in the way"


def _writable(text: str) -> bool:
    return all(
        c in _SPECIAL or (c >= " " and not "\ud800" <= c <= "\udfff" and c not in "\ufffc\ufffe\uffff") for c in text
    )


def _in_changed_row(line: OpenBlock) -> bool:
    """Whether somebody inserted or deleted the row or cell of a table that the block stands in."""
    for ancestor in line.paragraphs[0].iterancestors(_ROW, _CELL):
        row = ancestor.tag == _ROW
        properties = ancestor.find(_ROW_PR if row else _CELL_PR)
        changes = COMES | GOES if row else _CELL_CHANGES
        if properties is not None and any(child.tag in changes for child in properties):
            return True
    return False


def _in_closed_control(line: OpenBlock) -> bool:
    """Whether the block stands in a content control that nobody may edit, or that Word fills in by itself."""
    for control in line.paragraphs[0].iterancestors(_CONTROL):
        properties = control.find(_CONTROL_PR)
        if properties is None:
            continue
        lock = properties.find(_LOCK)
        locked = lock is not None and lock.get(VAL) in ("contentLocked", "sdtContentLocked")
        if locked or any(child.tag in _BOUND for child in properties):
            return True
    return False


def _can_format(line: OpenBlock, start: int, end: int) -> bool:
    parts = list(line.between(start, end))
    return bool(parts) and all(line.free(part) for part in parts) and line.can_cut(start) and line.can_cut(end)


def _against(line: OpenBlock, step: Step, edges: Sequence[int]) -> str:
    """What stands against a step, "" if nothing does."""
    if any(step.start < edge < step.end for edge in edges):
        return "somebody's comment begins or ends inside the words"
    if _beside_deletion(line, step):
        return "somebody has deleted words at this place"
    if step.start == step.end:
        gap = _gap(line, step.start)
        return "" if gap is not None and (gap.whole or _divisible(gap.part)) else _UNFREE
    parts = list(line.between(step.start, step.end))
    free = bool(parts) and all(line.free(part) for part in parts) and len({part.paragraph for part in parts}) == 1
    if free and line.can_cut(step.start) and line.can_cut(step.end) and (not step.new or _divisible(parts[-1])):
        return ""
    return _UNFREE


def _beside_deletion(line: OpenBlock, step: Step) -> bool:
    """Whether somebody deleted something among the words, or where new ones come: who can tell on which side they belong?"""
    deleted = [mark.start for mark in line.block.marks if mark.kind == "deleted-here"]
    return any(step.start < at < step.end or at == step.start == step.end for at in deleted)


def _divisible(part: Part) -> bool:
    """Whether somebody's insertion around ``part``, if there is one, can be divided and put together again."""
    run = part.run
    parent = None if run is None else run.getparent()
    if parent is None or parent.tag not in INSERTED:
        return True
    sessions = [inner.get(runs.SESSION) for inner in parent.iter(R)]
    return all(value is None or signature.flags_of(value) for value in sessions)


@dataclass(frozen=True, slots=True)
class _Gap:
    """Where new text can go: behind or before ``part``, in the run's formatting or beside the whole of a link or field."""

    part: Part
    behind: bool
    whole: bool


def _gap(line: OpenBlock, offset: int) -> _Gap | None:
    """The place for text inserted at ``offset``, None if there is none that touches nothing."""
    index = line.at(offset)
    following = line.parts[index] if index >= 0 else None
    if following is not None and following.start < offset:
        return _Gap(following, True, False) if line.free(following) and line.can_cut(offset) else None
    before = index - 1 if index >= 0 else len(line.parts) - 1
    previous = line.parts[before] if before >= 0 else None
    if not line.can_cut(offset):
        return None
    if previous is not None and line.free(previous):
        return _Gap(previous, True, False)
    if following is not None and line.free(following):
        return _Gap(following, False, False)
    if previous is None or (following is None and previous.paragraph is not line.paragraphs[-1]):
        return None
    if following is not None and (
        following.paragraph is not previous.paragraph or _last(line, previous) is _last(line, following)
    ):
        return None
    return _Gap(previous, True, True)


def _last(line: OpenBlock, part: Part) -> Element:
    """The last child of the paragraph that belongs to the link, field or run of ``part``."""
    edges = line.field_edges(part)
    return line.top(part) if edges is None else edges[1]


# -- doing it --------------------------------------------------------------------------------------------------------


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
            gap = _gap(line, step.start)
            assert gap is not None
            properties = _inside(line, step, edit)
            if properties is None:
                properties = _between(line, step.start)
            place = _last(line, gap.part) if gap.whole else _run(gap.part)
            outer = place.getparent()
            place = outer if outer is not None and outer in line.made else place
            place, behind = _outside(line, place, gap.behind, pen)
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
        if piece in _SPECIAL:
            run.append(runs.make(run, _SPECIAL[piece]))
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
        if char in _SPECIAL:
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
