"""Settles the tracked changes of some authors for good, as Word does when they are accepted or rejected."""

from __future__ import annotations

from collections.abc import Callable

from resolint.word.container.xml import AUTHOR, ID, PPR, RPR, Element, P, number, w
from resolint.word.redline.verify import ROW_PROPERTIES, reject
from resolint.word.write import runs
from resolint.word.write.draft import Draft

__all__ = ["Verdict", "authors_of", "settle_word"]

Verdict = Callable[[str], bool | None]
"""Given the author of a change: whether it is accepted (True) or rejected (False), or stays as it is (None)."""

_INS, _DEL, _CHANGE_OF_PARAGRAPH = w("ins"), w("del"), w("pPrChange")
_STORIES = frozenset(w(name) for name in ("document", "footnotes", "endnotes", "hdr", "ftr"))


def settle_word(data: bytes, verdict: Verdict, name: str = "") -> bytes:
    """The Word file ``data`` with the changes settled of all authors on whom ``verdict`` decides.

    Moves and changes that other programs track otherwise are left alone. Raises UnreadableDraft.
    """
    draft = Draft(data, name)
    for part in [part for part in draft.xml_parts() if part.endswith(".xml")]:
        if b":ins " not in (source := draft.bytes_of(part)) and b":del " not in source and b"PrChange" not in source:
            continue
        root = draft.source(part).root
        if root.tag in _STORIES and _settle(root, verdict):
            draft.touch(part)
    return draft.data()


def authors_of(data: bytes, name: str = "") -> set[str]:
    """In whose names changes are tracked in the Word file ``data``. Raises UnreadableDraft."""
    draft = Draft(data, name)
    found: set[str] = set()
    for part in [part for part in draft.xml_parts() if part.endswith(".xml")]:
        root = draft.source(part).root
        if root.tag in _STORIES:
            found |= {
                change.get(AUTHOR) or "" for change in root.iter(_INS, _DEL, runs.RPR_CHANGE, _CHANGE_OF_PARAGRAPH)
            }
    return found - {""}


def _settle(root: Element, verdict: Verdict) -> bool:
    """Settles one story; tells whether anything was."""
    refused: set[int | None] = set()
    taken: list[Element] = []
    for change in root.iter(_INS, _DEL, runs.RPR_CHANGE, _CHANGE_OF_PARAGRAPH):
        said = verdict(change.get(AUTHOR) or "")
        if said is False:
            refused.add(number(change.get(ID)))
        elif said:
            taken.append(change)
    if not refused and not taken:
        return False
    accepted_marks = [mark for change in taken if (mark := _accept(change)) is not None]
    reject(root, {one for one in refused if one is not None})
    for paragraph in accepted_marks:
        _join_with_next(paragraph)
    return True


def _accept(change: Element) -> Element | None:
    """Accepts one change; gives the paragraph whose mark goes, to be joined with the one behind it."""
    parent = change.getparent()
    if parent is None:
        return None
    if change.tag in (runs.RPR_CHANGE, _CHANGE_OF_PARAGRAPH):
        runs.remove(change)
    elif parent.tag == ROW_PROPERTIES:
        row = parent.getparent()
        runs.remove(change)
        if change.tag == _DEL and row is not None:
            table = row.getparent()
            runs.remove(row)
            if table is not None and table.find(w("tr")) is None:
                runs.remove(table)
    elif parent.tag == RPR:
        paragraph = next(change.iterancestors(P), None)
        runs.remove(change)
        return paragraph if change.tag == _DEL else None
    elif change.tag == _INS:
        runs.unwrap(change)
    else:
        runs.remove(change)
    return None


def _join_with_next(paragraph: Element) -> None:
    """Joins a paragraph whose mark is gone with the one behind it, which keeps its own properties."""
    following = next((sibling for sibling in paragraph.itersiblings(P)), None)
    content = [child for child in paragraph if child.tag != PPR]
    if paragraph.getparent() is None:
        return
    if following is not None and content:
        at = 1 if len(following) and following[0].tag == PPR else 0
        for offset, child in enumerate(content):
            following.insert(at + offset, child)
    if following is not None:
        runs.remove(paragraph)
