"""Tells of a redline, whoever wrote it, which edits of a known list it shows as tracked changes, and how much it marks.

It knows WordprocessingML and nothing of resolint: the characters of the text as it was (what is not inserted) and as it will be
(what is not struck) are laid in a row with what is tracked of each. Blanks do not count. A moved passage is struck in one place
and inserted in the other, however it is marked.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

from tests.comparison.known_edits import REFERENCE, Edit, plain

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_OUT = {f"{_W}del", f"{_W}moveFrom"}
_IN = {f"{_W}ins", f"{_W}moveTo"}
_CLOSE = 3
"""How many characters on either side of an edit must be left alone for it to be shown exactly."""


@dataclass(frozen=True)
class Char:
    """A character and what is tracked of it: that it goes, that it comes, that its formatting changes."""

    char: str
    goes: bool = False
    comes: bool = False
    reformatted: bool = False


@dataclass(frozen=True)
class Shown:
    """What a redline shows: the kinds of edits that can be seen in it, those that are marked exactly, and how much is struck.

    ``rejected`` and ``accepted`` say whether the words are those of the base and of the draft then.
    """

    found: tuple[str, ...]
    exact: tuple[str, ...]
    struck: int
    inserted: int
    rejected: bool
    accepted: bool


def shown(redline: bytes, base: Mapping[str, str], draft: Mapping[str, str], edits: Iterable[Edit]) -> Shown:
    """Which of ``edits``, which make ``draft`` of ``base``, the Word file ``redline`` shows."""
    with zipfile.ZipFile(io.BytesIO(redline)) as archive:
        body = etree.fromstring(archive.read("word/document.xml"))
        notes = (
            etree.fromstring(archive.read("word/footnotes.xml")) if "word/footnotes.xml" in archive.namelist() else None
        )
    chars = list(_all(body, notes))
    views = (_View([c for c in chars if not c.comes], base), _View([c for c in chars if not c.goes], draft))
    ranges = {edit: (_range(views[0], edit, edit.old), _range(views[1], edit, edit.new)) for edit in edits}
    for at, view in enumerate(views):
        view.meant = {place for both in ranges.values() for place in both[at] or ()}
    found = [edit.kind for edit, places in ranges.items() if _is_shown(views, edit, places)]
    exact = [edit.kind for edit, places in ranges.items() if edit.kind in found and _is_exact(views, edit, places)]
    words = [c for c in chars if c.char not in ("\n", REFERENCE)]
    return Shown(
        tuple(found),
        tuple(exact),
        sum(c.goes for c in words),
        sum(c.comes for c in words),
        *(_lines(view.text) == _lines("\n".join(view.paragraphs.values())) for view in views),
    )


def least_struck(base: Mapping[str, str], edits: Iterable[Edit]) -> int:
    """How many characters must be struck at the least."""
    found = 0
    for edit in edits:
        if plain(edit.old) != plain(edit.new) or edit.old == edit.new:
            found += len(_bare(plain(edit.old)).strip("\n" + REFERENCE))
        if edit.old.startswith("{"):
            found += len(_bare(plain(base[f"note {edit.old[1:-1]}"])))
    return found


class _View:
    """The text before or after all changes, and where its paragraphs stand in it."""

    def __init__(self, chars: list[Char], texts: Mapping[str, str]) -> None:
        self.chars = chars
        self.text = "".join(c.char for c in chars)
        self.paragraphs = {name: _bare(plain(text)) for name, text in texts.items()}
        self.meant: set[int] = set()

    def place(self, name: str, words: str, behind: str) -> range | None:
        """Where ``words`` of a paragraph stand; ``None`` if the paragraph does not stand there as it should."""
        paragraph = self.paragraphs.get(name, "")
        start = self.text.find("\n" + paragraph + "\n")
        at = paragraph.find(behind + words)
        if start < 0 or at < 0:
            return None
        start += 1 + at + len(behind)
        return range(start, start + len(words))

    def tracked(self, places: Iterable[int]) -> list[bool]:
        return [self.chars[at].goes or self.chars[at].comes for at in places]

    def reformatted(self, places: Iterable[int]) -> list[bool]:
        return [self.chars[at].reformatted or self.chars[at].goes or self.chars[at].comes for at in places]

    def paragraph_behind(self, at: int) -> range:
        """The paragraph that begins behind the end of a paragraph at ``at``."""
        return range(at + 1, self.text.index("\n", at + 1))

    def is_close(self, places: range) -> bool:
        """Whether what stands around it in the paragraph is left alone, other edits apart."""
        first, last = self.text.rfind("\n", 0, places.start), self.text.find("\n", places.stop)
        left = range(max(first + 1, places.start - _CLOSE), places.start)
        right = range(places.stop, min(last, places.stop + _CLOSE))
        return not any(self.tracked(at for at in (*left, *right) if at not in self.meant))


_Places = tuple[range | None, range | None]


def _range(view: _View, edit: Edit, words: str) -> range | None:
    if edit.where not in view.paragraphs:
        return range(0)
    return view.place(edit.where, _bare(plain(words)), _bare(plain(edit.behind)))


def _is_shown(views: tuple[_View, _View], edit: Edit, places: _Places) -> bool:
    """Whether the edit can be seen: the words that go or come, or their formatting, are tracked."""
    old, new = places
    if old is None or new is None:
        return False
    if plain(edit.old) == plain(edit.new) and edit.old != edit.new:
        return all(views[0].reformatted(old)) and all(views[1].reformatted(new))
    if "\n" in edit.old + edit.new:
        return any(
            all(view.tracked(at)) or all(view.tracked(view.paragraph_behind(at.start)))
            for view, at in zip(views, (old, new), strict=True)
            if len(at)
        )
    return any(views[0].tracked(old)) or any(views[1].tracked(new))


def _is_exact(views: tuple[_View, _View], edit: Edit, places: _Places) -> bool:
    """Whether only what changes is tracked: nothing close by, and the words themselves are not struck for their looks."""
    old, new = places
    if (
        old is None
        or new is None
        or not all(view.is_close(at) for view, at in zip(views, (old, new), strict=True) if len(at))
    ):
        return False
    if plain(edit.old) == plain(edit.new) and edit.old != edit.new:
        return not any(views[0].tracked(old))
    if "\n" in edit.old + edit.new:
        return all(views[0].tracked(old)) and all(views[1].tracked(new))
    return True


# -- the row of characters -------------------------------------------------------------------------------------------


def _all(body: etree._Element, notes: etree._Element | None) -> Iterator[Char]:
    """The characters of the body, then those of the notes in the order of the references."""
    yield Char("\n")
    by_id = {} if notes is None else {one.get(f"{_W}id"): one for one in notes}
    called: list[tuple[etree._Element, Char]] = []
    for paragraph in body.iter(f"{_W}p"):
        yield from _paragraph(paragraph, called)
    for reference, how in called:
        for paragraph in by_id[reference.get(f"{_W}id")].iter(f"{_W}p"):
            for char in _paragraph(paragraph, []):
                # What is said of a reference is said of its note too.
                yield Char(char.char, char.goes or how.goes, char.comes or how.comes, char.reformatted)


def _paragraph(paragraph: etree._Element, called: list[tuple[etree._Element, Char]]) -> Iterator[Char]:
    for run in paragraph.iter(f"{_W}r"):
        over = {parent.tag for parent in run.iterancestors()}
        goes, comes = bool(over & _OUT), bool(over & _IN)
        if goes and comes:
            continue
        changed = run.find(f"{_W}rPr/{_W}rPrChange") is not None
        for child in run:
            if child.tag == f"{_W}footnoteReference":
                made = Char(REFERENCE, goes, comes, changed)
                called.append((child, made))
                yield made
            elif child.tag in (f"{_W}t", f"{_W}delText"):
                yield from (Char(char, goes, comes, changed) for char in _bare(child.text or ""))
    of_mark = paragraph.find(f"{_W}pPr/{_W}rPr")
    tags = set() if of_mark is None else {child.tag for child in of_mark}
    yield Char("\n", bool(tags & _OUT), bool(tags & _IN))


def _bare(text: str) -> str:
    return "".join(char for char in text if char == "\n" or not char.isspace())


def _lines(text: str) -> list[str]:
    return [line for line in text.split("\n") if line]
