"""Takes our marks out of a file again: comments, tracked changes, divided runs. Nobody else's are touched.

What comes out is the file as it was before resolint wrote into it, to the last character of its canonical XML,
unless somebody has edited it in between; then it is that edited text without our marks.
"""

from __future__ import annotations

from collections.abc import Callable

from lxml import etree

from resolint.word.container.xml import AUTHOR, ID, RPR, Element, R, T, w
from resolint.word.read import signature
from resolint.word.read.inline import DEL_TEXT, EDGES, INSERTED
from resolint.word.write import runs
from resolint.word.write.draft import Draft

_COMMENT = w("comment")
_REFERENCE = w("commentReference")
_INS, _DEL = w("ins"), w("del")
_HOISTED = frozenset((*EDGES, w("bookmarkStart"), w("bookmarkEnd"), w("permStart"), w("permEnd")))
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"
W16CID = "{http://schemas.microsoft.com/office/word/2016/wordml/cid}"
PARA_ID = W14 + "paraId"
COMPANIONS = {
    "commentsExtended": (W15 + "commentEx", W15 + "paraId"),
    "commentsIds": (W16CID + "commentId", W16CID + "paraId"),
}
"""Parts beside the comments, by the kind of their relationship: their entries, and what names the comment there."""
PEOPLE = ("people", W15 + "person", W15 + "author")
_PARENT = W15 + "paraIdParent"


def clean(data: bytes, name: str = "", *, spelt: bool = True) -> bytes:
    """The Word file ``data`` without our marks; the very same bytes if it holds none.

    Unless it is to be ``spelt`` as ``data`` is, its XML says the same and may be written otherwise: for one who only compares it.
    Raises UnreadableDraft if it cannot be read.
    """
    return _without_marks(data, name, clean_story, spelt)


def accept(data: bytes, name: str = "", *, spelt: bool = True) -> bytes:
    """The Word file ``data`` with our tracked changes made for good and our comments gone.

    It is ``spelt`` as ``clean`` says.
    """
    return _without_marks(data, name, _accept_story, spelt)


def _without_marks(
    data: bytes, name: str, settle: Callable[[Element, frozenset[str]], bool], spelt: bool = True
) -> bytes:
    """The file without our comments, its stories as ``settle`` leaves them; that tells whether it changed anything."""
    draft = Draft(data, name, spelt=spelt)
    marked = [part for part in draft.xml_parts() if part.endswith(".xml") and signature.may_hold(draft.bytes_of(part))]
    if not marked:
        return data
    ids = _clean_comments(draft)
    for part in dict.fromkeys((draft.main, *marked)):
        root = draft.source(part).root
        if root.tag in _STORIES and settle(root, ids if part == draft.main else frozenset()):
            draft.touch(part)
    draft.remove_comments_part()
    return draft.data()


def _accept_story(root: Element, comments: frozenset[str]) -> bool:
    found = _clean_anchors(root, comments) if comments else False
    for insertion in list(root.iter(_INS)):
        if signature.is_ours(insertion.get(AUTHOR)):
            found = _take_in(insertion) or found
    for element in list(root.iter(_INS, _DEL, runs.RPR_CHANGE)):
        if not signature.is_ours(element.get(AUTHOR)) or element.getparent() is None:
            continue
        found = True
        if element.tag == _INS:
            runs.unwrap(element)
        elif element.tag == _DEL:
            around = element.getparent()
            _drop(element)
            if around is not None and around.tag in INSERTED and not _has_words(around):
                runs.unwrap(around)
        else:
            runs.remove(element)
    for run in root.iter(R):
        if signature.flags_of(run.get(runs.SESSION)):
            # The halves stay apart: what stood between them may be gone.
            del run.attrib[runs.SESSION]
            found = True
    return found


def _take_in(insertion: Element) -> bool:
    """Puts words of ours that mend somebody's insertion into it, so that they go where it goes; tells whether it did.

    They do where they stand between its halves, or behind what we strike at its end, unless we strike words before it too.
    """
    first, second = insertion.getprevious(), insertion.getnext()
    if first is None or first.tag not in INSERTED or signature.is_ours(first.get(AUTHOR)):
        return False
    divided = second is not None and second.tag == first.tag and _same_but_id(first, second) and _goes_on(second)
    held = [_is_our_deletion(child) for child in first if _has_words(child)]
    before = next((sibling for sibling in first.itersiblings(preceding=True) if _has_words(sibling)), None)
    if not (divided or held[-1:] == [True]) or (all(held) and _is_our_deletion(before)):
        return False
    first.extend(list(insertion))
    runs.remove(insertion)
    if divided and second is not None:
        first.extend(list(second))
        runs.remove(second)
    return True


def _has_words(element: Element) -> bool:
    return next(element.iter(R), None) is not None


def _goes_on(second: Element) -> bool:
    """Whether an insertion is the second half of one that we divided."""
    run = next(second.iter(R), None)
    return run is not None and bool(signature.flags_of(run.get(runs.SESSION)) & signature.WITHIN)


def _is_our_deletion(element: Element | None) -> bool:
    return element is not None and element.tag == _DEL and signature.is_ours(element.get(AUTHOR))


def date_of(data: bytes) -> str:
    """The date that our marks in the Word file ``data`` bear, "" if they have none."""
    draft = Draft(data)
    parts = [part for part in (draft.part_of("comments"), draft.main, draft.part_of("footnotes")) if part is not None]
    for part in parts:
        for element in draft.source(part).root.iter(_COMMENT, _INS, _DEL, runs.RPR_CHANGE):
            if signature.is_ours(element.get(AUTHOR)):
                return element.get(w("date")) or ""
    return ""


_STORIES = frozenset(w(name) for name in ("document", "footnotes", "endnotes", "hdr", "ftr", "glossaryDocument"))


def clean_story(root: Element, comments: frozenset[str]) -> bool:
    """Takes our tracked changes and the anchors of ``comments`` out of a story; tells whether there were any."""
    found = _clean_anchors(root, comments) if comments else False
    for element in list(root.iter(_INS, _DEL, runs.RPR_CHANGE)):
        if not signature.is_ours(element.get(AUTHOR)) or element.getparent() is None:
            continue
        found = True
        if element.tag == runs.RPR_CHANGE:
            _restore(element)
        elif element.tag == _DEL:
            _bring_back(element)
        else:
            _drop(element)
    for run in [run for run in root.iter(R) if signature.flags_of(run.get(runs.SESSION))]:
        found = True
        if signature.flags_of(run.get(runs.SESSION)) & signature.WITHIN:
            _join_insertion(run)
        runs.join(run)
    return found


def _join_insertion(run: Element) -> None:
    """Puts the halves of somebody's insertion together again, the second of which begins with ``run``."""
    second = next(run.iterancestors(*INSERTED), None)
    first = None if second is None else second.getprevious()
    if second is None or first is None or first.tag != second.tag or first.tail or not _same_but_id(first, second):
        return
    first.extend(list(second))
    runs.remove(second)


def _same_but_id(one: Element, other: Element) -> bool:
    mine, yours = ({k: v for k, v in e.attrib.items() if k != ID} for e in (one, other))
    return mine == yours


def _clean_anchors(root: Element, comments: frozenset[str]) -> bool:
    found = False
    for element in list(root.iter(*EDGES)):
        if element.get(ID) not in comments:
            continue
        found = True
        run = element.getparent()
        runs.remove(element)
        if element.tag == _REFERENCE and run is not None and run.tag == R and all(c.tag == RPR for c in run):
            runs.remove(run)
    return found


def _restore(change: Element) -> None:
    """Gives a run the formatting back that our tracked change of formatting keeps."""
    properties = change.getparent()
    run = None if properties is None else properties.getparent()
    old = change.find(RPR)
    if properties is None or run is None:
        return
    bare = run.tag == R and signature.flags_of(run.get(runs.SESSION)) & signature.BARE
    if old is None or (bare and not len(old)):
        runs.remove(properties)
    else:
        # What is there already stays, so that it is spelt as it was.
        here = {_said(child): child for child in properties if child is not change}
        kept = [here.get(_said(child), child) for child in old]
        for child in list(properties):
            properties.remove(child)
        properties.extend(kept)


def _said(element: Element) -> bytes:
    return etree.tostring(element, with_tail=False)


def _bring_back(deletion: Element) -> None:
    for text in deletion.iter(DEL_TEXT):
        text.tag = T
    runs.unwrap(deletion)


def _drop(insertion: Element) -> None:
    """Takes our insertion out, but not what others have anchored in it."""
    for child in list(insertion):
        if child.tag in _HOISTED or child.find(_REFERENCE) is not None:
            runs.before(insertion, child)
    runs.remove(insertion)


# -- comments and the parts beside them -----------------------------------------------------------------------------


def _clean_comments(draft: Draft) -> frozenset[str]:
    """Takes our comments out, but for those that somebody has answered, and gives their ids."""
    part = draft.part_of("comments")
    if part is None:
        return frozenset()
    root = draft.source(part).root
    answered = _answered(draft)
    gone: set[str] = set()
    names: set[str] = set()
    for comment in list(root.iter(_COMMENT)):
        marks = {value for p in comment.iter(w("p")) if (value := p.get(PARA_ID))}
        if signature.is_ours(comment.get(AUTHOR)) and not marks & answered:
            gone.add(comment.get(ID) or "")
            names |= marks
            runs.remove(comment)
    if not gone:
        return frozenset()
    draft.touch(part)
    left = any(signature.is_ours(comment.get(AUTHOR)) for comment in root.iter(_COMMENT))
    for kind, (tag, key) in COMPANIONS.items():
        _take(draft, kind, tag, key, names.__contains__)
    if not left:
        kind, tag, author = PEOPLE
        _take(draft, kind, tag, author, signature.is_ours)
    return frozenset(gone)


def _answered(draft: Draft) -> set[str]:
    """The paragraphs of comments that somebody has answered."""
    part = draft.part_of("commentsExtended")
    if part is None:
        return set()
    entries = draft.source(part).root.iter(COMPANIONS["commentsExtended"][0])
    return {parent for entry in entries if (parent := entry.get(_PARENT))}


def _take(draft: Draft, kind: str, tag: str, key: str, unwanted: Callable[[str], bool]) -> None:
    """Takes the entries out of a part beside the comments whose attribute ``key`` is ``unwanted``."""
    part = draft.part_of(kind)
    if part is None:
        return
    for entry in list(draft.source(part).root.iter(tag)):
        if unwanted(entry.get(key) or ""):
            runs.remove(entry)
            draft.touch(part)
