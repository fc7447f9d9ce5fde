"""One paragraph of Word as text, and where in the XML each character of it stands.

This defines what the text of a paragraph *is*. Reader and writer both use it, so a position in a block can
always be found again in the file. Every character comes from exactly one ``Piece``; the pieces follow one
another without gap or overlap.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from resolint.model import NOTE_MARK, Mark, MarkKind, View
from resolint.word import symbols
from resolint.word.styles import HIDDEN, SUPERSCRIPT, Style, Styles, direct
from resolint.word.xml import (
    ALTERNATE,
    AUTHOR,
    ID,
    PPR,
    R_ID,
    RPR,
    VAL,
    Element,
    R,
    T,
    chosen,
    on,
    w,
)


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


@dataclass(slots=True)
class Flat:
    """A flattened paragraph. ``boxes`` are the text boxes it anchors; ``edges`` the comment anchors."""

    text: str = ""
    pieces: list[tuple[Element, int, int, int, bool]] = field(default_factory=list)
    runs: list[tuple[int, int, int]] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    edges: list[Anchor] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)


@dataclass(slots=True, eq=False)
class _Field:
    """A complex field that is open: its instruction while that is read, then the result."""

    begin: Element
    instruction: list[str] = field(default_factory=list)
    start: int = -1

    @property
    def in_code(self) -> bool:
        return self.start < 0


_SINGLE = {
    w("tab"): "\t",
    w("ptab"): "\t",
    w("br"): "\n",
    w("cr"): "\n",
    w("noBreakHyphen"): "\u2011",
    w("softHyphen"): "\u00ad",
}
_DRAWN = frozenset((w("drawing"), w("pict"), w("object")))
_INSERTED = frozenset((w("ins"), w("moveTo")))
_DELETED = frozenset((w("del"), w("moveFrom")))
_WRAPPERS = frozenset((w("smartTag"), w("customXml"), w("sdtContent"), w("dir"), w("bdo"), w("rubyBase")))
_MATH_RUN = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_MATH = frozenset("{http://schemas.openxmlformats.org/officeDocument/2006/math}" + n for n in ("oMath", "oMathPara"))
_SDT, _SDT_CONTENT, _HYPERLINK, _SIMPLE, _RUBY, _RUBY_BASE = (
    w(n) for n in ("sdt", "sdtContent", "hyperlink", "fldSimple", "ruby", "rubyBase")
)
_FIELD_CHAR, _FIELD_TYPE, _INSTRUCTION, _INSTR = w("fldChar"), w("fldCharType"), w("instrText"), w("instr")
_SYM, _CHAR, _FONT, _ANCHOR, _DEL_TEXT, _BOX = (
    w(n) for n in ("sym", "char", "font", "anchor", "delText", "txbxContent")
)
FOOTNOTE_REF, ENDNOTE_REF = w("footnoteReference"), w("endnoteReference")
_STORY = {FOOTNOTE_REF: "footnotes/", ENDNOTE_REF: "endnotes/"}
_CUSTOM = w("customMarkFollows")
_EDGES = {w("commentRangeStart"): "start", w("commentRangeEnd"): "end", w("commentReference"): "reference"}
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_BLANK = " \t\r\n"
_LONGEST_MARK = 20


class Flattener:
    """Flattens the paragraphs of one story in order; complex fields may run from one into the next."""

    __slots__ = (
        "_base",
        "_code",
        "_custom",
        "_fields",
        "_flat",
        "_handlers",
        "_insertion",
        "_keep",
        "_links",
        "_original",
        "_parts",
        "_pos",
        "_rare",
        "_run_bits",
        "_run_start",
        "_strays",
        "_style",
        "_styles",
        "_taken",
    )

    def __init__(
        self,
        styles: Styles,
        view: View = "proposed",
        links: Mapping[str, str] | None = None,
        keep_spaces: bool = False,
    ) -> None:
        """``links`` maps relationship ids to addresses; ``keep_spaces`` says that the root preserves white space."""
        self._styles = styles
        self._original = view == "original"
        self._links = links or {}
        self._keep = keep_spaces
        self._fields: list[_Field] = []
        self._strays: set[Element] | None = None
        self._code = 0
        outside = _DELETED if self._original else _INSERTED
        inside = _INSERTED if self._original else _DELETED
        handlers: dict[str, Callable[[Element], None]] = dict.fromkeys(_WRAPPERS, self._inside)
        handlers |= dict.fromkeys(_MATH, self._math)
        handlers |= dict.fromkeys(_EDGES, self._edge)
        handlers |= dict.fromkeys(outside, self._revised)
        handlers |= dict.fromkeys(inside, self._dropped)
        handlers |= {
            _SDT: self._control,
            _HYPERLINK: self._link,
            _SIMPLE: self._simple_field,
            ALTERNATE: self._alternate,
            R: self._nested_run,
        }
        self._handlers = handlers
        rare: dict[str, Callable[[Element, int], None]] = dict.fromkeys(_DRAWN, self._drawing)
        rare |= dict.fromkeys(_STORY, self._note)
        rare |= dict.fromkeys(_EDGES, self._edge)
        rare |= {
            ALTERNATE: self._alternate_in_run,
            _FIELD_CHAR: self._field_char,
            _INSTRUCTION: self._code_text,
            _SYM: self._symbol,
            _RUBY: self._ruby,
            _DEL_TEXT: self._deleted_text,
        }
        self._rare = rare
        self._start(Flat(), Style(""))

    def paragraph(self, paragraph: Element, style: Style) -> Flat:
        """The text of ``paragraph``, whose paragraph style is ``style``."""
        state = [(f, len(f.instruction), f.start) for f in self._fields]
        flat = self._flatten(paragraph, style)
        if self._code and self._drop_strays(paragraph):
            # A field that never ends would swallow the rest of the draft: read again without it.
            self._fields = [f for f, _, _ in state if f.begin not in (self._strays or ())]
            for open_field, length, start in state:
                del open_field.instruction[length:]
                open_field.start = start
            self._code = sum(f.in_code for f in self._fields)
            flat = self._flatten(paragraph, style)
        return flat

    def _flatten(self, paragraph: Element, style: Style) -> Flat:
        flat = Flat()
        self._start(flat, style)
        for open_field in self._fields:
            if not open_field.in_code:
                open_field.start = 0
        handlers = self._handlers
        for child in paragraph:
            tag = child.tag
            if tag == R:
                self._run(child, True)
            elif (handler := handlers.get(tag)) is not None:
                handler(child)
        if self._pos > self._run_start and self._run_bits:
            flat.runs.append((self._run_start, self._pos, self._run_bits))
        flat.text = "".join(self._parts)
        for open_field in self._fields:
            self._close(open_field)
        flat.marks.extend(Mark(at, at, kind, "".join(parts)) for kind, at, parts in self._taken)
        return flat

    def _start(self, flat: Flat, style: Style) -> None:
        self._flat = flat
        self._style = style
        self._base = self._styles.bits(style, ())
        self._parts: list[str] = []
        self._pos = self._run_start = self._run_bits = 0
        self._custom = self._insertion = False
        self._taken: list[tuple[MarkKind, int, list[str]]] = []

    # -- runs ------------------------------------------------------------------------------------------------

    def _nested_run(self, run: Element) -> None:
        self._run(run, False)

    def _run(self, run: Element, plain: bool) -> None:
        bits, rare = self._base, self._rare
        for child in run:
            tag = child.tag
            if tag == RPR:
                said = direct(child, self._original)
                if said:
                    bits = self._styles.bits(self._style, said)
            elif tag == T:
                text = child.text
                if text:
                    self._text(child, text, bits, plain)
            elif tag in _SINGLE:
                self._character(child, _SINGLE[tag], bits)
            elif (handler := rare.get(tag)) is not None:
                handler(child, bits)
        self._custom = False

    def _any(self, child: Element, bits: int) -> None:
        """A child of a run that may be text, inside ``mc:AlternateContent``."""
        tag = child.tag
        if tag == T:
            self._text(child, child.text or "", bits, False)
        elif tag in _SINGLE:
            self._character(child, _SINGLE[tag], bits)
        elif (rare := self._rare.get(tag)) is not None:
            rare(child, bits)

    def _alternate_in_run(self, element: Element, bits: int) -> None:
        branch = chosen(element)
        for inner in () if branch is None else branch:
            self._any(inner, bits)

    def _code_text(self, element: Element, _bits: int) -> None:
        if self._code and element.text:
            self._fields[-1].instruction.append(element.text)

    def _symbol(self, element: Element, bits: int) -> None:
        self._character(element, symbols.symbol(element.get(_CHAR), element.get(_FONT)), bits)

    def _ruby(self, element: Element, _bits: int) -> None:
        base = element.find(_RUBY_BASE)
        if base is not None:
            self._inside(base)

    def _deleted_text(self, element: Element, bits: int) -> None:
        self._text(element, element.text or "", bits, False)

    def _text(self, element: Element, text: str, bits: int, plain: bool) -> None:
        if self._code:
            return
        inner = 0
        if text[:1] in _BLANK or text[-1:] in _BLANK or "\n" in text:
            if not self._keep and element.get(_SPACE) != "preserve":
                stripped = text.lstrip(_BLANK)
                inner, text = len(text) - len(stripped), stripped.rstrip(_BLANK)
            text = text.replace("\n", " ").replace("\r", " ")
            if not text:
                return
        if self._custom:
            self._typed_mark(text)
        elif bits & HIDDEN:
            self._removed("hidden", text)
        else:
            self._put(element, text, bits, inner, plain and not self._fields)

    def _character(self, element: Element, character: str, bits: int) -> None:
        if self._code or not character:
            return
        if self._custom:
            if not character.isspace():
                self._typed_mark(character)
                return
            self._custom = False
        if bits & HIDDEN:
            self._removed("hidden", character)
        else:
            self._put(element, character, bits, 0, False)

    def _put(self, element: Element, text: str, bits: int, inner: int, plain: bool) -> None:
        pos, length = self._pos, len(text)
        if bits != self._run_bits:
            if self._run_bits and pos > self._run_start:
                self._flat.runs.append((self._run_start, pos, self._run_bits))
            self._run_start, self._run_bits = pos, bits
        self._flat.pieces.append((element, pos, length, inner, plain))
        self._parts.append(text)
        self._pos = pos + length

    def _removed(self, kind: MarkKind, text: str) -> None:
        """Notes that ``text`` is not there; what was taken out at one place becomes one mark."""
        if not text or self._code:
            return
        taken = self._taken
        if taken and taken[-1][0] == kind and taken[-1][1] == self._pos:
            taken[-1][2].append(text)
        else:
            taken.append((kind, self._pos, [text]))

    # -- notes, drawings, comments ---------------------------------------------------------------------------

    def _note(self, element: Element, bits: int) -> None:
        note_id = _STORY[element.tag] + (element.get(ID) or "")
        if self._code:
            return
        custom = element.get(_CUSTOM)
        self._custom = custom is not None and on(custom)
        self._flat.notes.append(Note(note_id, self._pos, "" if self._custom else None))
        self._flat.marks.append(Mark(self._pos, self._pos + 1, "note", note_id))
        self._put(element, NOTE_MARK, bits & ~SUPERSCRIPT & ~HIDDEN, 0, False)

    def _typed_mark(self, text: str) -> None:
        last = self._flat.notes[-1]
        self._flat.notes[-1] = last._replace(typed=((last.typed or "") + text)[:_LONGEST_MARK])

    def _drawing(self, element: Element, bits: int) -> None:
        self._character(element, NOTE_MARK, bits)
        if not bits & HIDDEN and next(element.iter(_BOX), None) is not None:
            self._flat.boxes.extend(_boxes(element))

    def _edge(self, element: Element, _bits: int = 0) -> None:
        comment = element.get(ID)
        if comment is not None:
            self._flat.edges.append(Anchor(comment, _EDGES[element.tag], self._pos))

    # -- wrappers --------------------------------------------------------------------------------------------

    def _inside(self, parent: Element) -> None:
        handlers = self._handlers
        for child in parent:
            handler = handlers.get(child.tag)
            if handler is not None:
                handler(child)

    def _control(self, sdt: Element) -> None:
        content = sdt.find(_SDT_CONTENT)
        if content is not None:
            self._inside(content)

    def _alternate(self, element: Element) -> None:
        branch = chosen(element)
        if branch is not None:
            self._inside(branch)

    def _revised(self, element: Element) -> None:
        """Text of a tracked change that this view shows; what the change brought in is marked."""
        start, outer = self._pos, self._insertion
        self._insertion = True
        self._inside(element)
        self._insertion = outer
        if self._pos > start and not self._original:
            self._flat.marks.append(Mark(start, self._pos, "inserted", element.get(AUTHOR) or ""))

    def _dropped(self, element: Element) -> None:
        """Text of a tracked change that this view does not show."""
        if not self._original and not self._insertion:
            self._removed("deleted-here", removed_text(element))
        for edge in element.iter(*_EDGES):
            self._edge(edge)

    def _link(self, element: Element) -> None:
        start = self._pos
        self._inside(element)
        if self._pos > start:
            relation, anchor = element.get(R_ID), element.get(_ANCHOR)
            target = self._links.get(relation or "", "") + (f"#{anchor}" if anchor else "")
            self._flat.marks.append(Mark(start, self._pos, "link", target))

    def _math(self, element: Element) -> None:
        for text in element.iter(_MATH_RUN):
            if text.text and not self._code:
                self._put(text, text.text, self._base & ~HIDDEN, 0, False)

    # -- fields ----------------------------------------------------------------------------------------------

    def _simple_field(self, element: Element) -> None:
        start = self._pos
        self._inside(element)
        self._field_mark(start, element.get(_INSTR) or "")

    def _field_char(self, element: Element, _bits: int) -> None:
        kind = element.get(_FIELD_TYPE)
        if kind == "begin":
            if not self._strays or element not in self._strays:
                self._fields.append(_Field(element))
                self._code += 1
        elif self._fields:
            last = self._fields[-1]
            if kind == "separate" and last.in_code:
                self._code -= 1
                last.start = self._pos
            elif kind == "end":
                self._fields.pop()
                self._code -= last.in_code
                self._close(last)

    def _close(self, last: _Field) -> None:
        if not last.in_code:
            self._field_mark(last.start, "".join(last.instruction))

    def _field_mark(self, start: int, instruction: str) -> None:
        if self._pos > start and not self._code:
            instruction = instruction.strip()
            target = _target(instruction)
            kind: MarkKind = "field" if target is None else "link"
            self._flat.marks.append(Mark(start, self._pos, kind, instruction if target is None else target))

    def _drop_strays(self, paragraph: Element) -> bool:
        """Whether fields whose code is still open are never ended; they are remembered as strays."""
        if self._strays is None:
            open_begins: list[Element] = []
            for element in paragraph.getroottree().getroot().iter(_FIELD_CHAR):
                kind = element.get(_FIELD_TYPE)
                if kind == "begin":
                    open_begins.append(element)
                elif kind == "end" and open_begins:
                    open_begins.pop()
            self._strays = set(open_begins)
            return any(f.in_code and f.begin in self._strays for f in self._fields)
        return False


def flatten(
    paragraph: Element, view: View = "proposed", styles: Styles | None = None, style: Style | None = None
) -> tuple[str, tuple[Piece, ...]]:
    """The text of one ``w:p`` and the table of its pieces, for a paragraph in which no field is open.

    ``styles`` are needed to know which text is hidden by style; ``style`` is the paragraph's own, by default
    the one that its ``w:pStyle`` names.
    """
    styles = styles or Styles(None)
    if style is None:
        named = paragraph.find(f"{PPR}/{w('pStyle')}")
        style = styles.get(None if named is None else named.get(VAL))
    flat = Flattener(styles, view).paragraph(paragraph, style)
    return flat.text, tuple(map(Piece._make, flat.pieces))


def removed_text(element: Element) -> str:
    """The text inside a deletion or other part that is left out, as it would read."""
    parts: list[str] = []
    _gather(element, parts)
    return "".join(parts)


def _gather(element: Element, parts: list[str]) -> None:
    for child in element:
        tag = child.tag
        if tag in (T, _DEL_TEXT):
            parts.append((child.text or "").replace("\n", " "))
        elif tag in _SINGLE:
            parts.append(_SINGLE[tag])
        elif tag in _STORY or tag in _DRAWN:
            parts.append(NOTE_MARK)
        elif tag == _SYM:
            parts.append(symbols.symbol(child.get(_CHAR), child.get(_FONT)))
        elif tag == ALTERNATE:
            branch = chosen(child)
            if branch is not None:
                _gather(branch, parts)
        elif tag not in (RPR, PPR):
            _gather(child, parts)


def _boxes(element: Element) -> Iterable[Element]:
    """The outermost text boxes inside a drawing, each once whatever the number of its renderings."""
    if element.tag == _BOX:
        yield element
    elif element.tag == ALTERNATE:
        branch = chosen(element)
        if branch is not None:
            yield from _boxes(branch)
    else:
        for child in element:
            yield from _boxes(child)


def _target(instruction: str) -> str | None:
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
