"""What of a fix can be written as a tracked change without touching anybody else's, and why the rest cannot.

A change goes only where every character it touches stands in plain text of one paragraph. Inside a field, a link or a moved
passage, across a note reference or the end of a paragraph, nothing is written, and `hindrance` says why.
"""

from __future__ import annotations

from collections.abc import Sequence

from resolint.findings import Edit
from resolint.frozen import dataclass
from resolint.word.container.xml import VAL, Element, R, w
from resolint.word.read import signature
from resolint.word.read.inline import INSERTED
from resolint.word.read.properties import COMES, GOES
from resolint.word.write import runs
from resolint.word.write.anchor import OpenBlock, Part

_ROW, _CELL, _ROW_PR, _CELL_PR = (w(name) for name in ("tr", "tc", "trPr", "tcPr"))
_CELL_CHANGES = frozenset((w("cellIns"), w("cellDel"), w("cellMerge")))
_CONTROL, _CONTROL_PR, _LOCK = (w(name) for name in ("sdt", "sdtPr", "lock"))
_BOUND = frozenset((w("dataBinding"), "{http://schemas.microsoft.com/office/word/2012/wordml}dataBinding"))
SPECIAL = {"\t": w("tab"), "\n": w("br"), "\u2011": w("noBreakHyphen")}
"""What stands in a run for these characters."""
_UNFREE = "a link, a field, a note or somebody's own change stands in the way"


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


def _writable(text: str) -> bool:
    return all(
        c in SPECIAL or (c >= " " and not "\ud800" <= c <= "\udfff" and c not in "\ufffc\ufffe\uffff") for c in text
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
        place = gap(line, step.start)
        return "" if place is not None and (place.whole or _divisible(place.part)) else _UNFREE
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
class Gap:
    """Where new text can go: behind or before ``part``, in the run's formatting or beside the whole of a link or field."""

    part: Part
    behind: bool
    whole: bool


def gap(line: OpenBlock, offset: int) -> Gap | None:
    """The place for text inserted at ``offset``, None if there is none that touches nothing."""
    index = line.at(offset)
    following = line.parts[index] if index >= 0 else None
    if following is not None and following.start < offset:
        return Gap(following, True, False) if line.free(following) and line.can_cut(offset) else None
    before = index - 1 if index >= 0 else len(line.parts) - 1
    previous = line.parts[before] if before >= 0 else None
    if not line.can_cut(offset):
        return None
    if previous is not None and line.free(previous):
        return Gap(previous, True, False)
    if following is not None and line.free(following):
        return Gap(following, False, False)
    if previous is None or (following is None and previous.paragraph is not line.paragraphs[-1]):
        return None
    if following is not None and (
        following.paragraph is not previous.paragraph or last(line, previous) is last(line, following)
    ):
        return None
    return Gap(previous, True, True)


def last(line: OpenBlock, part: Part) -> Element:
    """The last child of the paragraph that belongs to the link, field or run of ``part``."""
    edges = line.field_edges(part)
    return line.top(part) if edges is None else edges[1]
