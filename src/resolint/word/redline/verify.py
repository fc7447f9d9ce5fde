"""Proves that a redline gives the base back: takes the changes out again and holds what is left against the base.

Two runs that stand side by side with the same formatting are one run; that is all that is left open. Members of the zip that the
redline had no need to change must be the same bytes.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from lxml import etree

from resolint.word.container.edited import EditedPart
from resolint.word.container.package import Package
from resolint.word.container.xml import ID, PPR, RPR, Element, P, R, T, number, w
from resolint.word.container.zipping import raw_members
from resolint.word.read.inline import DEL_TEXT, FOOTNOTE_REF, INSTRUCTION, SPACE
from resolint.word.redline.file import RELATION
from resolint.word.redline.runs import DELETED_CODE, DIVISIBLE, own, shown
from resolint.word.write import runs
from resolint.word.write.draft import CONTENT_TYPES

_INS, _DEL, _MOVE_FROM, _FOOTNOTE = w("ins"), w("del"), w("moveFrom"), w("footnote")
ROW_PROPERTIES = w("trPr")
FATES = frozenset(w(name) for name in ("ins", "del", "moveFrom", "moveTo"))
"""What tells of the mark of a paragraph that it came or goes."""
_TEXTS = frozenset((T, DEL_TEXT))


def restored(
    base: bytes,
    written: bytes,
    numbers: Collection[int],
    notes: Collection[str],
    name: str = "",
    renamed: Mapping[str, str] | None = None,
) -> str:
    """What does not come back when the changes with the ids ``numbers`` are rejected; "" if all of ``base`` does.

    ``notes`` are the ids of the footnotes that came with the redline, ``renamed`` tells for the id that a footnote has now
    which one it had: ids are names that Word itself gives anew whenever it saves.
    """
    renamed = renamed or {}
    if len(set(renamed.values())) != len(renamed):
        return "the notes"
    before, after = raw_members(base), raw_members(written)
    ours, theirs = Package(base, name), Package(written, name)
    if [member for member in after if member in before] != list(before):
        return "all members of the file"
    for member in after:
        if member not in before:
            if notes and member.rpartition("/")[2].startswith(("footnotes", "document.xml.rels")):
                continue
            return member
        if before[member] == after[member]:
            continue
        old, new = ours.read(member) or b"", theirs.read(member) or b""
        if not _alike(old, new, member, numbers, notes, renamed):
            return member
    return ""


def _alike(
    old: bytes, new: bytes, member: str, numbers: Collection[int], notes: Collection[str], renamed: Mapping[str, str]
) -> bool:
    base, redlined = EditedPart(old, member, member).root, EditedPart(new, member, member).root
    if member == CONTENT_TYPES:
        if notes and len(redlined) == len(base) + 1:
            redlined.remove(redlined[-1])
    elif member.endswith(".rels"):
        for child in [child for child in redlined if child.get("Id") == RELATION]:
            redlined.remove(child)
    else:
        reject(redlined, numbers, notes)
        for element in redlined.iter(_FOOTNOTE, FOOTNOTE_REF):
            if (key := element.get(ID)) in renamed:
                element.set(ID, renamed[str(key)])
        for root in (base, redlined):
            settle(root)
    return _canonical(base) == _canonical(redlined)


def _canonical(root: Element) -> bytes:
    return etree.tostring(root.getroottree(), method="c14n", with_comments=True)


# -- rejecting -------------------------------------------------------------------------------------------------------


def reject(root: Element, numbers: Collection[int], notes: Collection[str] = ()) -> None:
    """Takes the tracked changes with these ids back, as Word does when they are rejected."""
    if notes and root.tag == w("footnotes"):
        for note in [note for note in root if note.tag == _FOOTNOTE and note.get(ID) in notes]:
            root.remove(note)
    marks: list[Element] = []
    for element in list(root.iter(_INS, _DEL, runs.RPR_CHANGE)):
        if number(element.get(ID)) not in numbers:
            continue
        parent = element.getparent()
        if parent is None:
            continue
        if element.tag == runs.RPR_CHANGE:
            _unformat(element)
        elif parent.tag == ROW_PROPERTIES:
            _restore_row(element, parent)
        elif parent.tag == RPR:
            if element.tag == _INS:
                marks.append(_paragraph_of(element))
            runs.remove(element)
        elif element.tag == _INS:
            runs.remove(element)
        else:
            _unstrike(element)
    _join(marks)


def _unformat(change: Element) -> None:
    properties = change.getparent()
    old = change.find(RPR)
    assert properties is not None
    for child in list(properties):
        properties.remove(child)
    if old is not None:
        properties.extend(list(old))


def _restore_row(change: Element, properties: Element) -> None:
    """A row that was to go stays; one that came goes, and with the last row its table."""
    runs.remove(change)
    row = properties.getparent()
    if change.tag == _DEL or row is None:
        return
    table = row.getparent()
    runs.remove(row)
    if table is not None and table.tag == w("tbl") and table.find(w("tr")) is None:
        runs.remove(table)


def _unstrike(deletion: Element) -> None:
    for element in list(own(deletion)):  # what others have taken out inside a text box stays as it is
        if element.tag in (DEL_TEXT, DELETED_CODE):
            element.tag = T if element.tag == DEL_TEXT else INSTRUCTION
    runs.unwrap(deletion)


def _paragraph_of(mark: Element) -> Element:
    return next(mark.iterancestors(P))


def _join(marks: list[Element]) -> None:
    """Paragraphs whose marks are gone: empty ones vanish, at the end of a story those that followed do."""
    waiting = {id(paragraph) for paragraph in marks}
    for paragraph in marks:
        parent = paragraph.getparent()
        if parent is None:
            continue
        if _is_empty(paragraph):
            runs.remove(paragraph)
            continue
        following = _next(paragraph)
        while following is not None and _is_empty(following):
            more = id(following) in waiting
            after = _next(following)
            _give_back(following, paragraph)
            runs.remove(following)
            if not more:
                break
            following = after


def _give_back(following: Element, paragraph: Element) -> None:
    """What others did to the mark of a paragraph that vanishes goes with that mark."""
    theirs = [child for child in following.iterfind(f"{PPR}/{RPR}/*") if child.tag in FATES]
    place = paragraph.find(f"{PPR}/{RPR}")
    if place is not None:
        for at, one in enumerate(theirs):
            place.insert(at, one)


def _next(paragraph: Element) -> Element | None:
    return next((sibling for sibling in paragraph.itersiblings(P)), None)


def _is_empty(paragraph: Element) -> bool:
    return all(child.tag == PPR for child in paragraph)


# -- what does not matter --------------------------------------------------------------------------------------------


def settle(root: Element) -> None:
    """Joins runs and insertions side by side that are alike, and writes texts, blanks and empty properties in one way."""
    _strip(root)
    for element in list(root.iter(DEL_TEXT, DELETED_CODE)):
        # What is marked as deleted and stands in no deletion shows like any other text.
        if next(element.iterancestors(_DEL, _MOVE_FROM), None) is None:
            element.tag = T if element.tag == DEL_TEXT else INSTRUCTION
    for change in root.iter(runs.RPR_CHANGE):
        # The halves of a divided run have ids of their own, which nothing refers to.
        change.attrib.pop(ID, "")
    for properties in list(root.iter(RPR, PPR, ROW_PROPERTIES)):
        if not len(properties) and not properties.attrib and properties.getparent() is not None:
            runs.remove(properties)
    for properties in list(root.iter(PPR)):
        if not len(properties) and not properties.attrib and properties.getparent() is not None:
            runs.remove(properties)
    for text in root.iter(*_TEXTS):
        text.text = shown(text)
        text.set(SPACE, "preserve")
    _join_revisions(root)
    for run in list(root.iter(R)):
        parent = run.getparent()
        previous = run.getprevious()
        if parent is None or previous is None or previous.tag != R or not _same_look(previous, run):
            continue
        previous.extend([child for child in run if child.tag != RPR])
        previous.tail = run.tail
        run.tail = None
        parent.remove(run)
    for run in root.iter(R):
        _join_texts(run)


def _strip(root: Element) -> None:
    """Takes out the white space between elements, with which some programs indent their XML; Word shows none of it."""
    for element in root.iter():
        if len(element) and element.text and not element.text.strip():
            element.text = None
        if element.tail and not element.tail.strip():
            element.tail = None


def _join_revisions(root: Element) -> None:
    """Puts the halves of somebody's insertion, between which a change of ours stood, together again."""
    for change in list(root.iter(*DIVISIBLE)):
        previous = change.getprevious()
        of_content = bool(len(change)) and change.getparent() is not None
        if previous is None or not of_content or previous.tag != change.tag or _but_id(previous) != _but_id(change):
            continue
        previous.extend(list(change))
        runs.remove(change)


def _but_id(change: Element) -> dict[object, object]:
    return {key: value for key, value in change.attrib.items() if key != ID}


def _same_look(one: Element, other: Element) -> bool:
    return dict(one.attrib.items()) == dict(other.attrib.items()) and _look(one) == _look(other)


def _look(run: Element) -> bytes:
    properties = run.find(RPR)
    return b"" if properties is None else etree.tostring(properties, with_tail=False)


def _join_texts(run: Element) -> None:
    for text in list(_texts(run)):
        previous = text.getprevious()
        if previous is not None and previous.tag == text.tag and not (previous.tail or "").strip():
            previous.text = (previous.text or "") + (text.text or "")
            previous.tail = text.tail
            run.remove(text)


def _texts(run: Element) -> Iterator[Element]:
    return (child for child in run if child.tag in _TEXTS)
