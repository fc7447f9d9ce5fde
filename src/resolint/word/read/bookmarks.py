"""The bookmarks that cross-references of a file point to: which paragraph each is in, and what it holds.

Word counts cross-references anew only when it is told to, so a draft may print numbers of yesterday. Most files have
bookmarks by the dozen and cross-references by the handful: only those that something points to are looked up.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from resolint.model import Block, Bookmark, View
from resolint.word.container.xml import ID, Element, P, T, w
from resolint.word.read import inline as el
from resolint.word.read.properties import COMES, GOES, read_properties

_START, _END, _NAME = w("bookmarkStart"), w("bookmarkEnd"), w("name")
_POINTS = frozenset(("REF", "NOTEREF", "FTNREF"))
_CONTENTS = "#_Toc"
_LONGEST = 5000
"""Elements between the ends of a bookmark; no paragraph that is referred to has more."""
_MOST = 200_000
"""Elements looked at in one file, so that bookmarks without an end take no time."""


def wanted(blocks: Iterable[Block]) -> set[str]:
    """The names of the bookmarks that fields and links in these blocks point to, tables of contents apart."""
    names = set()
    for block in blocks:
        for mark in block.marks:
            if mark.kind == "field":
                words = mark.value.split()
                if len(words) > 1 and words[0].upper() in _POINTS:
                    names.add(words[1])
            elif mark.kind == "link" and mark.value.startswith("#") and not mark.value.startswith(_CONTENTS):
                names.add(mark.value[1:])
    return names


def read_bookmarks(root: Element, names: set[str], blocks: Iterable[Block], view: View) -> tuple[Bookmark, ...]:
    """The bookmarks of these ``names`` in the main story ``root``, of which ``blocks`` were made."""
    known = {block.id for block in blocks}
    rows = list(root.iter(P))
    places = {row: index for index, row in enumerate(rows)}
    found: dict[str, Bookmark] = {}
    left = _MOST
    for start in root.iter(_START):
        name = start.get(_NAME) or ""
        if name in names and name not in found:
            held = _Held(start, view, min(left, _LONGEST))
            left -= held.seen
            paragraph = None if held.gone else _paragraph(start)
            index = -1 if paragraph is None else places.get(paragraph, -1)
            block = _block(rows, index, known, view == "original")
            found[name] = Bookmark(name, block, held.text, held.note)
    return tuple(found.values())


def _paragraph(start: Element) -> Element | None:
    """The paragraph that a bookmark begins in, or the next one where it begins between two."""
    outer = next(start.iterancestors(P), None)
    return next(_following(start, P), None) if outer is None else outer


def _block(rows: Sequence[Element], index: int, known: set[str], original: bool) -> str:
    """The block that a paragraph went into: its own, or that of a paragraph before it whose mark is taken away."""
    while index >= 0 and f"document/{index}" not in known:
        joined = index > 0 and read_properties(rows[index - 1], original).joins
        index = index - 1 if joined else -1
    return f"document/{index}" if index >= 0 else ""


class _Held:
    """What stands between the two ends of a bookmark: its ``text`` in a view, the first ``note`` it refers to.

    ``gone`` tells that it held something, and that tracked changes have taken all of it away. ``seen`` counts the
    elements that were looked at, ``most`` at most; where that is not enough the words stay unknown.
    """

    def __init__(self, start: Element, view: View, most: int) -> None:
        self.text = ""
        self.note = ""
        self.gone = False
        hidden = COMES if view == "original" else GOES
        removed = any(parent.tag in hidden for parent in start.iterancestors())
        number = start.get(ID)
        parts = []
        self.seen = 0
        ended = False
        for element in islice(_following(start), most):
            self.seen += 1
            tag = element.tag
            if tag == _END and element.get(ID) == number:
                ended = True
                break
            if tag in el.STORY or tag in (T, el.DEL_TEXT) or tag in el.SINGLE:
                if any(parent.tag in hidden for parent in element.iterancestors()):
                    removed = True
                elif tag in el.STORY:
                    self.note = self.note or el.STORY[tag] + (element.get(ID) or "")
                else:
                    parts.append(el.SINGLE.get(tag) or element.text or "")
        words = "".join(parts)
        self.text = words if ended else ""
        self.gone = removed and not (words.strip() or self.note)


def _following(start: Element, tag: str | None = None) -> Iterator[Element]:
    """All elements after ``start`` in the order of the document, those inside it left out."""
    element: Element | None = start
    while element is not None:
        sibling = element.getnext()
        while sibling is not None:
            if isinstance(sibling.tag, str):
                yield from sibling.iter(tag or "{*}*")
            sibling = sibling.getnext()
        element = element.getparent()
