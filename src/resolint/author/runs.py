"""From the text and marks of a block to the runs of a paragraph."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from resolint import regex
from resolint.author.errors import NotWritable
from resolint.model import NOTE_MARK, Block, Mark, leads_somewhere

__all__ = ["AUTHOR", "WHEN", "Ids", "Runs", "attribute", "escape", "plain_run", "refuse_unwritable"]

WHEN = "2000-01-01T00:00:00Z"
"""The date of every change and property, so that the same draft always gives the same bytes."""
AUTHOR = "Draft"
"""Whose tracked changes they are: nobody's name."""

_UNWRITABLE = regex.compiled("[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_SPECIAL = regex.compiled("([\t\n\u2011\u00ad" + NOTE_MARK + "])")
_ELEMENTS = {"\t": "<w:tab/>", "\n": "<w:br/>", "\u2011": "<w:noBreakHyphen/>", "\u00ad": "<w:softHyphen/>",
             NOTE_MARK: ""}  # fmt: skip
_FORMATS = (
    ("bold", "<w:b/>"),
    ("italic", "<w:i/>"),
    ("strike", "<w:strike/>"),
    ("highlight", '<w:highlight w:val="yellow"/>'),
    ("underline", '<w:u w:val="single"/>'),
    ("superscript", '<w:vertAlign w:val="superscript"/>'),
)
"""The kinds of mark that a run property says, in the order that the schema wants."""
_KINDS = frozenset(kind for kind, _ in _FORMATS)


def escape(text: str) -> str:
    """``text`` for the content of an element."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def attribute(text: str) -> str:
    """``text`` for the value of an attribute; line ends and tabs stay what they are."""
    shown = escape(text).replace('"', "&quot;")
    return shown.replace("\n", "&#10;").replace("\t", "&#9;").replace("\r", "&#13;")


def refuse_unwritable(text: str, where: Callable[[int], str]) -> None:
    """Raises NotWritable for a control character or half of a surrogate pair; ``where`` names an offset."""
    found = _UNWRITABLE.search(text)
    if found:
        code = f"U+{ord(found[0]):04X}"
        raise NotWritable(f"{where(found.start())}: the character {code} cannot stand in a Word file; take it out")


def plain_run(text: str, properties: str = "", tag: str = "t") -> str:
    """A run; tabs, line breaks and special hyphens become elements. ``tag`` is ``delText`` in deletions."""
    if not text:
        return ""
    opening = f"<w:r><w:rPr>{properties}</w:rPr>" if properties else "<w:r>"
    if not _SPECIAL.search(text):
        return f'{opening}<w:{tag} xml:space="preserve">{escape(text)}</w:{tag}></w:r>'
    content = []
    for piece in _SPECIAL.split(text):
        if piece in _ELEMENTS:
            content.append(_ELEMENTS[piece])
        elif piece:
            content.append(f'<w:{tag} xml:space="preserve">{escape(piece)}</w:{tag}>')
    return f"{opening}{''.join(content)}</w:r>"


@dataclass(slots=True)
class Ids:
    """Counts what needs a number of its own: changes, bookmarks, comments."""

    change: int = 0
    bookmark: int = 0

    def next_change(self) -> str:
        """The attributes of the next tracked change."""
        self.change += 1
        return f'w:id="{self.change}" w:author="{AUTHOR}" w:date="{WHEN}"'


@dataclass(slots=True)
class Runs:
    """Writes the content of paragraphs. ``note`` gives the run of a note reference by the note's id and properties,
    ``link`` the attribute that says where an address leads; ``fields`` cuts running text into plain pieces and references,
    ``drawn`` gives the run of an object by its mark and characters."""

    ids: Ids
    note: Callable[[str, str], str]
    link: Callable[[str], str]
    fields: Callable[[str, int, int], Sequence[tuple[int, int, str]]] = field(default=lambda _id, _a, _b: ())
    drawn: Callable[[Mark, str], str] = field(default=lambda _mark, _text: "")

    def of(self, block: Block, start: int = 0, heading: bool = False) -> str:
        """The runs of ``block`` from ``start`` on. In a heading, whose style is bold, what is not bold says so."""
        marks = [mark for mark in block.marks if mark.end >= start and (mark.kind != "link" or leads_somewhere(mark))]
        if not marks and not heading:
            return self._pieces(block, start, len(block.text), "")
        contrast = heading and _partly_bold(marks, start, len(block.text))
        points = sorted({start, len(block.text), *(max(start, e) for m in marks for e in (m.start, m.end))})
        removed: dict[int, list[Mark]] = {}
        for mark in marks:
            if mark.kind == "deleted-here":
                removed.setdefault(max(start, mark.start), []).append(mark)
        return "".join(self._segments(block, marks, points, removed, contrast))

    def _segments(
        self,
        block: Block,
        marks: Sequence[Mark],
        points: Sequence[int],
        removed: dict[int, list[Mark]],
        contrast: bool,
    ) -> Iterator[str]:
        opening: dict[int, list[Mark]] = {}
        for mark in marks:
            if mark.start < mark.end:
                opening.setdefault(max(mark.start, points[0]), []).append(mark)
        active: list[Mark] = []
        link: Mark | None = None
        for at, point in enumerate(points):
            active = [mark for mark in active if mark.end > point]
            if link is not None and link not in active:
                yield "</w:hyperlink>"
                link = None
            for mark in removed.get(point, ()):
                if mark.value:
                    yield f"<w:del {self.ids.next_change()}>{plain_run(mark.value, tag='delText')}</w:del>"
            active += opening.get(point, ())
            if at + 1 == len(points):
                break
            started = next((mark for mark in active if mark.kind == "link"), None)
            if link is None and started is not None:
                link = started
                yield f"<w:hyperlink {self.link(link.value)}>"
            yield self._segment(block, point, points[at + 1], active, contrast)

    def _segment(self, block: Block, start: int, end: int, active: Sequence[Mark], contrast: bool) -> str:
        kinds = {mark.kind for mark in active}
        properties = "".join(xml for kind, xml in _FORMATS if kind in kinds)
        if contrast and "bold" not in kinds:
            properties = f'<w:b w:val="0"/>{properties}'
        note = next((mark for mark in active if mark.kind == "note"), None)
        if "link" in kinds and note is None:
            properties = f'<w:rStyle w:val="Hyperlink"/>{properties}'
        if note is not None and block.text[start:end] == NOTE_MARK:
            content = self.note(note.value, properties)
        elif (drawn := next((mark for mark in active if mark.kind == "object"), None)) is not None:
            content = self.drawn(drawn, block.text[start:end])
        else:
            content = self._pieces(block, start, end, properties)
        if "inserted" in kinds and content:
            return f"<w:ins {self.ids.next_change()}>{content}</w:ins>"
        return content

    def _pieces(self, block: Block, start: int, end: int, properties: str) -> str:
        found = self.fields(block.id, start, end)
        if not found:
            return plain_run(block.text[start:end], properties)
        result = []
        done = start
        for begin, stop, instruction in found:
            result.append(plain_run(block.text[done:begin], properties))
            result.append(field_runs(instruction, block.text[begin:stop], properties))
            done = stop
        result.append(plain_run(block.text[done:end], properties))
        return "".join(result)


def _partly_bold(marks: Sequence[Mark], start: int, end: int) -> bool:
    bold = [mark for mark in marks if mark.kind == "bold" and mark.end > mark.start]
    return bool(bold) and not any(mark.start <= start and mark.end >= end for mark in bold)


def field_runs(instruction: str, shown: str, properties: str = "") -> str:
    """A field with the result that is shown until it is updated."""
    rpr = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return (
        f'<w:r>{rpr}<w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r>{rpr}<w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
        f'<w:r>{rpr}<w:fldChar w:fldCharType="separate"/></w:r>'
        f"{plain_run(shown, properties)}"
        f'<w:r>{rpr}<w:fldChar w:fldCharType="end"/></w:r>'
    )
