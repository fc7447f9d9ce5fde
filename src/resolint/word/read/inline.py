"""What stands inside paragraphs: what is made of it, the elements by name, and what needs no context to be said."""

from collections.abc import Iterable, Sequence

from resolint.frozen import NamedTuple
from resolint.model import NOTE_MARK, Mark
from resolint.word.container.xml import ALTERNATE, PPR, RPR, Element, T, chosen, w
from resolint.word.read import symbols


class Piece(NamedTuple):
    """The characters ``start`` to ``start + length`` of a text come from ``element``.

    For a ``w:t`` they are its text from character ``inner`` on; every other element stands for one character.
    ``plain`` is whether they may be edited in place: a ``w:t`` in a run directly in its paragraph, outside
    links, fields, content controls and earlier tracked changes.
    """

    element: Element
    start: int
    length: int
    inner: int
    plain: bool


class Note(NamedTuple):
    """A note reference at offset ``start``; ``typed`` is the mark an author typed instead of a number."""

    id: str
    start: int
    typed: str | None


class Anchor(NamedTuple):
    """Where a comment begins, ends or is referred to."""

    comment: str
    what: str
    start: int


class Flat:
    """A flattened paragraph. ``boxes`` are the text boxes it anchors; ``edges`` the comment anchors.

    ``runs`` are stretches of formatting (start, end, bits), ``pieces`` the fields of ``Piece`` if they were asked
    for. Most paragraphs have few of these, so they share empty ones until something comes.
    """

    text: str = ""
    pieces: Sequence[tuple[Element, int, int, int, bool]] = ()
    runs: Sequence[tuple[int, int, int]] = ()
    marks: Sequence[Mark] = ()
    notes: Sequence[Note] = ()
    edges: Sequence[Anchor] = ()
    boxes: Sequence[Element] = ()


class Field:
    """A complex field that is open: its instruction while that is read, then the result from ``start`` on."""

    __slots__ = ("begin", "hides", "instruction", "start")

    def __init__(self, begin: Element, hides: bool) -> None:
        """``begin`` is the ``w:fldChar`` that opened it; ``hides`` whether text in its instruction is left out."""
        self.begin = begin
        self.hides = hides
        self.instruction: list[str] = []
        self.start = -1

    @property
    def in_code(self) -> bool:
        """Whether the instruction is still being read."""
        return self.start < 0


SINGLE = {
    w("tab"): "\t",
    w("ptab"): "\t",
    w("br"): "\n",
    w("cr"): "\n",
    w("noBreakHyphen"): "\u2011",
    w("softHyphen"): "\u00ad",
}
DRAWN = frozenset((w("drawing"), w("pict"), w("object")))
INSERTED = frozenset((w("ins"), w("moveTo")))
DELETED = frozenset((w("del"), w("moveFrom")))
WRAPPERS = frozenset((w("smartTag"), w("customXml"), w("sdtContent"), w("dir"), w("bdo"), w("rubyBase")))
MATH_RUN = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
MATH = frozenset("{http://schemas.openxmlformats.org/officeDocument/2006/math}" + n for n in ("oMath", "oMathPara"))
SDT, SDT_CONTENT, HYPERLINK, SIMPLE_FIELD, RUBY, RUBY_BASE = (
    w(n) for n in ("sdt", "sdtContent", "hyperlink", "fldSimple", "ruby", "rubyBase")
)
FIELD_CHAR, FIELD_TYPE, INSTRUCTION, INSTR = w("fldChar"), w("fldCharType"), w("instrText"), w("instr")
DELETED_INSTRUCTION = w("delInstrText")
SYM, CHAR, FONT, ANCHOR, DEL_TEXT, BOX = (w(n) for n in ("sym", "char", "font", "anchor", "delText", "txbxContent"))
FOOTNOTE_REF, ENDNOTE_REF = w("footnoteReference"), w("endnoteReference")
STORY = {FOOTNOTE_REF: "footnotes/", ENDNOTE_REF: "endnotes/"}
CUSTOM = w("customMarkFollows")
EDGES = {w("commentRangeStart"): "start", w("commentRangeEnd"): "end", w("commentReference"): "reference"}
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
BLANK = " \t\r\n"
LONGEST_MARK = 20


def removed_text(element: Element) -> str:
    """The text inside a deletion or other part that is left out, as it would read."""
    parts: list[str] = []
    _gather(element, parts)
    return "".join(parts)


def _gather(element: Element, parts: list[str]) -> None:
    for child in element:
        tag = child.tag
        if tag in (T, DEL_TEXT):
            parts.append((child.text or "").replace("\n", " "))
        elif tag in SINGLE:
            parts.append(SINGLE[tag])
        elif tag in STORY or tag in DRAWN:
            parts.append(NOTE_MARK)
        elif tag == SYM:
            parts.append(symbols.symbol(child.get(CHAR), child.get(FONT)))
        elif tag == ALTERNATE:
            branch = chosen(child)
            if branch is not None:
                _gather(branch, parts)
        elif tag not in (RPR, PPR):
            _gather(child, parts)


def text_boxes(element: Element) -> Iterable[Element]:
    """The outermost text boxes inside a drawing, each once whatever the number of its renderings."""
    if element.tag == BOX:
        yield element
    elif element.tag == ALTERNATE:
        branch = chosen(element)
        if branch is not None:
            yield from text_boxes(branch)
    else:
        for child in element:
            yield from text_boxes(child)


def link_target(instruction: str) -> str | None:
    """The address of a ``HYPERLINK`` instruction, None for other fields."""
    words = instruction.split(None, 1)
    if not words or words[0].upper() != "HYPERLINK":
        return None
    address, local, rest = "", False, words[1] if len(words) > 1 else ""
    for index, part in enumerate(rest.split('"')):
        if index % 2 == 0:
            local = part.split()[-1:] == ["\\l"]
        elif local:
            address += "#" + part
        elif not address:
            address = part
    return address or rest.split(" ")[0]
