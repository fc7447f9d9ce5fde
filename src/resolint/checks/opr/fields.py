"""Automatic cross-references of Word (and links inside a text) against the paragraphs that they point to.

Word prints the number that a paragraph had when the field was last updated; inserting a paragraph above it, tracked or
not, changes the number and leaves the print. Switches of the field: ECMA-376 Part 1, 17.16.5.51 (REF), 17.16.5.38
(NOTEREF).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from resolint.checks import check
from resolint.findings import Hit
from resolint.frozen import NamedTuple
from resolint.model import NOTE_MARK, Block, Bookmark, Document, Mark
from resolint.regex import lazy
from resolint.rule import Context

_FIELD = lazy(r"\s*(?P<kind>REF|NOTEREF)\s+\"?(?P<name>[^\s\"\\]+)\"?(?P<switches>.*)", re.IGNORECASE | re.DOTALL)
_SWITCH = lazy(r"\\([a-zA-Z])")
_PARTS = lazy(r"[^\W_]+")
_NUMBERED = lazy(r"\d{1,3}(?:[ \xa0]?\([a-z]{1,4}\)){0,3}|\([a-z]{1,4}\)")
_SIDES = {"above": -1, "below": 1}
_LONGEST = 60


class Pointer(NamedTuple):
    """What prints a number or words from elsewhere: ``kind`` is REF, NOTEREF or LINK, ``switches`` those of a field."""

    kind: str
    name: str
    switches: frozenset[str]


def pointer(block: Block, mark: Mark) -> Pointer | None:
    """What a mark points to, None if it is neither a cross-reference nor a link on the number of a paragraph."""
    if mark.kind == "field":
        match = _FIELD.fullmatch(mark.value)
        if match:
            switches = frozenset(letter.lower() for letter in _SWITCH.findall(match["switches"]))
            return Pointer(match["kind"].upper(), match["name"], switches)
        return None
    shown = block.text[mark.start : mark.end].strip()
    if mark.kind == "link" and mark.value.startswith("#") and _NUMBERED.fullmatch(shown):
        return Pointer("LINK", mark.value[1:], frozenset("r"))
    return None


def resolved(document: Document, block: Block) -> list[tuple[int, int]]:
    """The stretches of a block that cross-references with a known target print, which ``stale`` judges."""
    if not document.bookmarks:
        return []
    names = {bookmark.name.casefold() for bookmark in document.bookmarks}
    found = ((mark, pointer(block, mark)) for mark in block.marks)
    return [(mark.start, mark.end) for mark, what in found if what is not None and what.name.casefold() in names]


def fresh(document: Document, block: Block) -> list[tuple[int, int]]:
    """Those of the stretches of ``resolved`` that print what they point to has now."""
    targets = _Targets(document)
    found = [(mark, pointer(block, mark)) for mark in block.marks]
    return [
        (mark.start, mark.end)
        for mark, what in found
        if what is not None and not targets.judge(block, what, block.text[mark.start : mark.end].strip())
    ]


@check("OPR025")
def stale(document: Document, context: Context) -> Iterator[Hit]:
    """Cross-references that print another number, side or text than what they point to has now."""
    notes = (block for note in document.footnotes for block in note.blocks)
    targets: _Targets | None = None
    for block in (*document.blocks, *notes):
        for mark in block.marks:
            what = pointer(block, mark) if mark.kind in ("field", "link") else None
            if what is None:
                continue
            targets = targets or _Targets(document)
            shown = block.text[mark.start : mark.end].replace(NOTE_MARK, "").strip()
            truth = targets.judge(block, what, shown)
            if truth:
                yield Hit(block.span(mark.start, mark.end), {"shown": _short(shown), "truth": truth})


def _short(words: str) -> str:
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1].rstrip()}…"


class _Targets:
    """Everything that cross-references of a draft may point to."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._bookmarks = {bookmark.name.casefold(): bookmark for bookmark in document.bookmarks}
        self._order = {block.id: index for index, block in enumerate(document.blocks)}
        self._notes = {note.id: note.number for note in document.footnotes}
        self._above: dict[str, str] = {}
        for _, clause in document.clauses():
            for child in clause.children:
                self._above[child.body.block] = clause.body.block

    def judge(self, block: Block, what: Pointer, shown: str) -> str:
        """What is wrong with a cross-reference in ``block`` that prints ``shown``; empty if nothing is."""
        bookmark = self._bookmarks.get(what.name.casefold())
        if what.kind != "LINK" and shown.startswith("Error!"):
            return "Word has lost what it points to"
        if bookmark is None:
            lost = self._document.origin.format == "docx" and what.kind != "LINK" and what.name.startswith("_Ref")
            return "what it points to is no longer in the document" if lost else ""
        if not bookmark.block:
            return "the paragraph it points to has been deleted"
        if what.kind == "NOTEREF":
            return self._note(bookmark, shown)
        if what.switches & {"r", "n", "w"}:
            number, _, side = shown.rpartition(" ") if shown.lower().endswith(tuple(_SIDES)) else (shown, "", "")
            return self._number(bookmark, number, what) or self._side(block, bookmark, side)
        if "p" in what.switches:
            return self._side(block, bookmark, shown)
        return self._words(bookmark, shown)

    def _note(self, bookmark: Bookmark, shown: str) -> str:
        number = self._notes.get(bookmark.note, "")
        wrong = number and _PARTS.findall(shown)[-1:] != _PARTS.findall(number)[-1:]
        return f"the note it points to is now {number}" if wrong else ""

    def _number(self, bookmark: Bookmark, shown: str, what: Pointer) -> str:
        """The labels of the paragraph and those above it, of which a reference prints the last one or more."""
        labels = self._labels(bookmark.block)
        if not labels:
            return "the paragraph it points to has no number" if shown == "0" else ""
        chain = [part for label in labels for part in _PARTS.findall(label)]
        said = _PARTS.findall(shown)
        if said and said == chain[-len(said) :]:
            return ""
        if "t" in what.switches and said == [part for part in chain if part.isdecimal()][-len(said) :]:
            return ""
        whole = labels if len(said) > 1 else labels[-1:]
        return f"the paragraph it points to is now {' '.join(whole)}"

    def _labels(self, block_id: str) -> list[str]:
        labels: list[str] = []
        at: str | None = block_id
        while at is not None:
            label = self._document.block(at).label.strip().rstrip(".")
            if _PARTS.search(label):
                labels.insert(0, label)
            at = self._above.get(at)
        return labels if _PARTS.search(self._document.block(block_id).label) else []

    def _side(self, block: Block, bookmark: Bookmark, shown: str) -> str:
        side = _SIDES.get(shown.lower())
        here, there = self._order.get(block.id), self._order.get(bookmark.block)
        if side is None or here is None or there is None or here == there:
            return ""
        return "" if (there > here) == (side > 0) else f"the paragraph stands {'below' if there > here else 'above'}"

    def _words(self, bookmark: Bookmark, shown: str) -> str:
        """A reference without a switch prints the words that the bookmark holds."""
        held = " ".join(bookmark.text.split())
        if not held or held.casefold() == " ".join(shown.split()).casefold():
            return ""
        return f"the words it repeats are now “{_short(held)}”"
