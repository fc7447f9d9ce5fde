"""The inside of a paragraph: text with italics, notes, references and fields as nested elements."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from resolint.akn.names import BY, MARKS
from resolint.akn.xml import clean, new
from resolint.frozen import dataclass
from resolint.model import EQUATION, NOTE_MARK, Block, Mark, leads_somewhere
from resolint.regex import lazy
from resolint.word.container.xml import Element


@dataclass(frozen=True, slots=True)
class Wrap:
    """An element around the characters ``start`` to ``end``; ``rank`` orders those around the same characters."""

    start: int
    end: int
    rank: int
    name: str
    attributes: tuple[tuple[str, str], ...] = ()


NoteWriter = Callable[[str], Element]
"""Gives the element that stands for a reference to the note with this id."""

_ADDRESS = ":/?#@!$&'()*+,;="
_HEX = lazy(r"[0-9A-Fa-f]{2}")
_IRI = lazy(
    r"(?:[A-Za-z][A-Za-z0-9+.-]*+:(?://(?:[^/?#@:]*+@)?[A-Za-z0-9.~%_-]*+(?::\d{1,5})?(?=[/?#]|\Z))?"
    r"|(?!//)(?![^/?#]*:))(?!//)[^?#]*+(?:\?[^#]*+)?(?:#[^#]*+)?"
)
_RANKS = {kind: 10 + at for at, kind in enumerate(MARKS)}


def write_inline(
    parent: Element, block: Block, start: int, end: int, note: NoteWriter, wraps: Iterable[Wrap] = ()
) -> None:
    """Append the characters ``start`` to ``end`` of ``block`` to ``parent``, with marks and ``wraps``."""
    found = [wrap for wrap in wraps if wrap.start < end and wrap.end > start]
    found += list(_wraps(block.marks, start, end))
    points = {mark.start: mark for mark in block.marks if mark.kind in ("note", "object") and _is_one(block, mark)}
    gone: dict[int, list[Mark]] = {}
    for mark in block.marks:
        if mark.start == mark.end and mark.kind in ("deleted-here", "hidden") and start <= mark.start <= end:
            gone.setdefault(mark.start, []).append(mark)
    _Inline(parent, block.text, points, gone, note).write(start, end, found)


def _is_one(block: Block, mark: Mark) -> bool:
    return block.text[mark.start : mark.end] == NOTE_MARK


def _wraps(marks: Sequence[Mark], start: int, end: int) -> Iterator[Wrap]:
    """The marks as elements; those of one kind never overlap, and like ones that touch are one."""
    last: dict[str, Wrap] = {}
    for mark in sorted(marks, key=lambda mark: (mark.start, mark.end)):
        if mark.kind not in MARKS or (mark.kind == "link" and not leads_somewhere(mark)):
            continue
        if mark.kind == "object" and mark.value != EQUATION:
            continue
        first, stop = max(mark.start, start), min(mark.end, end)
        before = last.get(mark.kind)
        if before is not None:
            first = max(first, before.end)
        if first >= stop:
            continue
        wrap = Wrap(first, stop, _RANKS[mark.kind], *_element(mark))
        if before is not None and before.end == first and before.attributes == wrap.attributes:
            wrap = Wrap(before.start, stop, wrap.rank, wrap.name, wrap.attributes)
        elif before is not None:
            yield before
        last[mark.kind] = wrap
    yield from last.values()


def _element(mark: Mark) -> tuple[str, tuple[tuple[str, str], ...]]:
    name, kind = MARKS[mark.kind]
    if mark.kind == "link":
        return name, (("href", _iri(mark.value)),)
    if mark.kind == "inserted":
        return name, ((BY, mark.value),) if mark.value else ()
    if mark.kind == "field":
        return name, (("name", kind), ("title", mark.value))
    return name, (("class", kind),) if kind else ()


def _iri(address: str) -> str:
    """An address that an attribute of type anyURI takes; what is no address is escaped as a whole."""
    found = _escaped(clean(address), _ADDRESS)
    return found if _IRI.fullmatch(found) else _escaped(found, "")


def _escaped(text: str, safe: str) -> str:
    out = []
    for at, character in enumerate(text):
        kept = character in safe or (character.isascii() and (character.isalnum() or character in "-._~"))
        if kept or (character == "%" and _HEX.match(text, at + 1)):
            out.append(character)
        else:
            out.append("".join(f"%{byte:02X}" for byte in character.encode("utf-8")))
    return "".join(out)


class _Inline:
    """Writes one stretch of text; ``open`` are the elements open, outermost first."""

    def __init__(
        self, parent: Element, text: str, points: dict[int, Mark], gone: dict[int, list[Mark]], note: NoteWriter
    ) -> None:
        self.parent = parent
        self.text = text
        self.points = points
        self.gone = gone
        self.note = note
        self.open: list[tuple[Wrap, Element]] = []

    def write(self, start: int, end: int, wraps: Sequence[Wrap]) -> None:
        begins: dict[int, list[Wrap]] = {}
        edges = {start, end, *self.gone}
        for wrap in wraps:
            begins.setdefault(max(start, wrap.start), []).append(wrap)
            edges.update((max(start, wrap.start), min(end, wrap.end)))
        active: list[Wrap] = []
        ordered = sorted(edges)
        for at, edge in enumerate(ordered):
            for mark in self.gone.get(edge, ()):
                self._removed(mark)
            active = sorted((wrap for wrap in (*active, *begins.get(edge, ())) if wrap.end > edge), key=_rank)
            if at + 1 < len(ordered):
                self._nest(active)
                self._characters(edge, ordered[at + 1])

    def _nest(self, active: Sequence[Wrap]) -> None:
        same = 0
        while same < len(self.open) and same < len(active) and self.open[same][0] is active[same]:
            same += 1
        del self.open[same:]
        for wrap in active[same:]:
            element = new(wrap.name)
            for key, value in wrap.attributes:
                element.set(key, clean(value))
            self._here().append(element)
            self.open.append((wrap, element))

    def _here(self) -> Element:
        return self.open[-1][1] if self.open else self.parent

    def _characters(self, start: int, end: int) -> None:
        begin = start
        for at in range(start, end):
            character = self.text[at]
            if character == "\n" or (character == NOTE_MARK and at in self.points):
                self._text(begin, at)
                begin = at + 1
                self._here().append(new("eol") if character == "\n" else self._point(self.points[at]))
        self._text(begin, end)

    def _point(self, mark: Mark) -> Element:
        """What stands for a note reference, a picture or another object."""
        if mark.kind == "note":
            return self.note(mark.value)
        kind, _, name = mark.value.partition(" ")
        return new("img", src=_iri(kind), alt=clean(name))

    def _text(self, start: int, end: int) -> None:
        if start < end:
            _append(self._here(), clean(self.text[start:end]))

    def _removed(self, mark: Mark) -> None:
        if mark.kind == "deleted-here":
            element = new("del")
            lines = clean(mark.value).split("\n")
            element.text = lines[0]
            for line in lines[1:]:
                broken = new("eol")
                broken.tail = line
                element.append(broken)
        else:
            element = new("inline", name="hidden", title=mark.value)
        self._here().append(element)


def _rank(wrap: Wrap) -> tuple[int, int]:
    return wrap.rank, wrap.start


def _append(parent: Element, text: str) -> None:
    # Not len(parent), which counts all children each time.
    last = next(parent.iterchildren(reversed=True), None)
    if last is not None:
        last.tail = (last.tail or "") + text
    else:
        parent.text = (parent.text or "") + text
