"""One paragraph of Word as text, and where in the XML each character of it stands.

This defines what the text of a paragraph *is*. Reader and writer both use it, so a position in a block can
always be found again in the file. Every character comes from exactly one ``Piece``; the pieces follow one
another without gap or overlap.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from resolint.model import EQUATION, NOTE_MARK, Mark, MarkKind, View
from resolint.word.container.xml import (
    ALTERNATE,
    AUTHOR,
    ID,
    R_ID,
    RPR,
    Element,
    R,
    T,
    children,
    chosen,
    on,
)
from resolint.word.read import inline as el
from resolint.word.read import symbols
from resolint.word.read.collecting import Collector
from resolint.word.read.fields import Part, parts_of_fields
from resolint.word.read.inline import SINGLE, SPACE, Anchor, Field, Flat, Note
from resolint.word.read.lettering import EVEN, Lettering
from resolint.word.read.objects import said_of
from resolint.word.read.styles import FACE, HIDDEN, PROPERTIES, SUPERSCRIPT, Direct, Style, Styles, direct


class Flattener(Collector):
    """Flattens the paragraphs of one story in order; complex fields may run from one into the next."""

    __slots__ = (
        "_base",
        "_formats",
        "_handlers",
        "_insertion",
        "_keep",
        "_lettering",
        "_links",
        "_odd",
        "_original",
        "_places",
        "_root",
        "_speaking",
        "_style",
        "_styles",
    )

    def __init__(
        self,
        styles: Styles,
        root: Element,
        view: View = "proposed",
        links: Mapping[str, str] | None = None,
        keep_spaces: bool = False,
        with_pieces: bool = False,
        lettering: Lettering = EVEN,
    ) -> None:
        """``root`` holds all paragraphs of the story; ``links`` maps relationship ids to addresses.

        ``keep_spaces`` says that the root of the part preserves white space; ``with_pieces`` asks for the piece
        table, which only a writer needs; ``lettering`` tells what is set in another font or size than most.
        """
        super().__init__(with_pieces)
        self._styles = styles
        self._root = root
        self._original = view == "original"
        self._handlers = _HANDLERS[view]
        self._links = links or {}
        self._keep = keep_spaces
        self._places: dict[Element, Part] | None = None
        """What each mark of a field does; found out when the first one is met."""
        self._speaking = {element.getparent() for element in root.iter(*PROPERTIES)}
        """The ``w:rPr`` that say anything of interest: most only name a language or a font."""
        self._speaking.update(lettering.runs)
        self._lettering = lettering
        self._odd = False
        self._style = Style("")
        self._formats: dict[Direct, int] = {}
        self._base = 0
        self._insertion = False

    def paragraph(self, paragraph: Element, style: Style) -> Flat:
        """The text of ``paragraph``, whose paragraph style is ``style``."""
        if style is not self._style:
            self._style = style
            self._odd = style.id in self._lettering.styles
            self._base = self._styles.bits(style, ()) | (FACE if self._odd else 0)
            self._formats = self._styles.formats(style)
        self._parts = []
        self._pos = 0
        if self._fields:
            for open_field in self._fields:
                if not open_field.in_code:
                    open_field.start = 0
        self._content(paragraph, True)
        return self._finish()

    def _finish(self) -> Flat:
        for open_field in self._fields:
            self._close(open_field)
        return self._collected()

    # -- runs ------------------------------------------------------------------------------------------------

    def _content(self, parent: Element, plain: bool) -> None:
        """What stands in a paragraph or wrapper. Time is spent here: the common is done at once, the rest elsewhere."""
        parts, base, speaking = self._parts, self._base, self._speaking
        for run in children(parent):
            tag = run.tag
            if tag != R:
                handler = self._handlers.get(tag)
                if handler is not None:
                    handler(self, run)
                continue
            bits = base
            for child in children(run):
                tag = child.tag
                if tag == T:
                    text = child.text
                    if text and (text[0] > " " < text[-1] or "preserve" in child.values()) and "\n" not in text:
                        if bits or self._slow:
                            self._shown(child, text, bits, 0, plain)
                        else:
                            parts.append(text)
                            self._pos += len(text)
                    elif text:
                        self._text(child, text, bits, plain)
                elif tag == RPR:
                    if child in speaking:
                        bits = self._bits(child)
                else:
                    self._special(child, tag, bits)
            if self._custom:
                self._custom = False
                self._slow -= 1

    def _bits(self, rpr: Element) -> int:
        """The effective formatting of a run with these properties in the paragraph at hand."""
        said = direct(rpr, self._original)
        known = self._formats.get(said)
        bits = self._styles.bits(self._style, said) if known is None else known
        return bits | FACE if self._lettering.runs.get(rpr, self._odd) else bits

    def _special(self, child: Element, tag: str, bits: int) -> None:
        """What stands in a run and is neither text nor formatting."""
        if tag in SINGLE:
            self._character(child, SINGLE[tag], bits)
        elif (rare := _RARE.get(tag)) is not None:
            rare(self, child, bits)

    def _any(self, child: Element, bits: int) -> None:
        """A child of a run that may be text, inside ``mc:AlternateContent``."""
        tag = child.tag
        if tag == T:
            self._deleted_text(child, bits)
        else:
            self._special(child, tag, bits)

    def _alternate_in_run(self, element: Element, bits: int) -> None:
        branch = chosen(element)
        for inner in () if branch is None else branch:
            self._any(inner, bits)

    def _code_text(self, element: Element, _bits: int) -> None:
        if self._fields and self._fields[-1].in_code and element.text:
            self._fields[-1].instruction.append(element.text)

    def _symbol(self, element: Element, bits: int) -> None:
        self._character(element, symbols.symbol(element.get(el.CHAR), element.get(el.FONT)), bits)

    def _ruby(self, element: Element, _bits: int) -> None:
        base = element.find(el.RUBY_BASE)
        if base is not None:
            self._content(base, False)

    def _deleted_text(self, element: Element, bits: int) -> None:
        """Text that is not plain: deleted text in the original view, text inside a branch."""
        self._text(element, element.text or "", bits, False)

    def _text(self, element: Element, text: str, bits: int, plain: bool) -> None:
        """Text whose white space Word may not show: at its ends unless it is to be preserved, and line ends."""
        inner = 0
        if (text[:1] <= " " or text[-1:] <= " ") and not self._keep and element.get(SPACE) != "preserve":
            stripped = text.lstrip(el.BLANK)
            inner, text = len(text) - len(stripped), stripped.rstrip(el.BLANK)
        self._shown(element, text.replace("\n", " ").replace("\r", " "), bits, inner, plain)

    # -- notes, drawings, comments ---------------------------------------------------------------------------

    def _note(self, element: Element, bits: int) -> None:
        note_id = el.STORY[element.tag] + (element.get(ID) or "")
        if self._code or bits & HIDDEN:
            self._removed("hidden", NOTE_MARK)
            return
        custom = element.get(el.CUSTOM)
        if custom is not None and on(custom) and not self._custom:
            self._custom = True
            self._slow += 1
        self._notes.append(Note(note_id, self._pos, "" if self._custom else None))
        self._marks.append(Mark(self._pos, self._pos + 1, "note", note_id))
        self._put(element, NOTE_MARK, bits & ~(SUPERSCRIPT | FACE), 0, False)

    def _drawing(self, element: Element, bits: int) -> None:
        start = self._pos
        self._character(element, NOTE_MARK, bits)
        if self._pos > start and (said := said_of(element)) is not None:
            self._marks.append(Mark(start, self._pos, "object", said))
        if not bits & HIDDEN and next(element.iter(el.BOX), None) is not None:
            self._boxes.extend(el.text_boxes(element))

    def _edge(self, element: Element, _bits: int = 0) -> None:
        comment = element.get(ID)
        if comment is not None:
            self._edges.append(Anchor(comment, el.EDGES[element.tag], self._pos))

    # -- wrappers --------------------------------------------------------------------------------------------

    def _inside(self, parent: Element) -> None:
        self._content(parent, False)

    def _control(self, sdt: Element) -> None:
        content = sdt.find(el.SDT_CONTENT)
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
            self._marks.append(Mark(start, self._pos, "inserted", element.get(AUTHOR) or ""))

    def _dropped(self, element: Element) -> None:
        """Text of a tracked change that this view does not show."""
        if not self._original and not self._insertion:
            self._removed("deleted-here", el.removed_text(element))
        for inner in element.iter(*el.EDGES, el.FIELD_CHAR):
            if inner.tag == el.FIELD_CHAR:
                self._field_char(inner, 0)
            else:
                self._edge(inner)

    def _link(self, element: Element) -> None:
        start = self._pos
        self._inside(element)
        if self._pos > start:
            relation, anchor = element.get(R_ID), element.get(el.ANCHOR)
            target = self._links.get(relation or "", "") + (f"#{anchor}" if anchor else "")
            self._marks.append(Mark(start, self._pos, "link", target))

    def _math(self, element: Element) -> None:
        start = self._pos
        for text in element.iter(el.MATH_RUN):
            if text.text and not self._code:
                self._put(text, text.text, self._base & ~(HIDDEN | FACE), 0, False)
        if self._pos > start:
            self._marks.append(Mark(start, self._pos, "object", EQUATION))

    # -- fields ----------------------------------------------------------------------------------------------

    def _simple_field(self, element: Element) -> None:
        start = self._pos
        self._inside(element)
        self._field_mark(start, element.get(el.INSTR) or "")

    def _field_char(self, element: Element, _bits: int) -> None:
        if self._places is None:
            self._places = parts_of_fields(self._root, el.INSERTED if self._original else el.DELETED)
        part = self._places.get(element)
        if part is None:
            return
        if part.what == "begin":
            self._fields.append(Field(element, part.hides))
            self._code += part.hides
            self._slow += 1
            return
        field = next((field for field in reversed(self._fields) if field.begin is part.begin), None)
        if field is None:
            return
        if part.what == "separate":
            self._code -= field.hides
            field.start = self._pos
        else:
            self._fields.remove(field)
            self._slow -= 1
            self._code -= field.hides and field.in_code
            self._close(field)

    def _close(self, last: Field) -> None:
        if not last.in_code:
            self._field_mark(last.start, "".join(last.instruction))

    def _field_mark(self, start: int, instruction: str) -> None:
        if self._pos > start and not self._code:
            instruction = instruction.strip()
            target = el.link_target(instruction)
            kind: MarkKind = "field" if target is None else "link"
            self._marks.append(Mark(start, self._pos, kind, instruction if target is None else target))


_Method = Callable[[Flattener, Element], None]
_SHARED: dict[str, _Method] = {
    **dict.fromkeys(el.WRAPPERS, Flattener._inside),
    **dict.fromkeys(el.MATH, Flattener._math),
    **dict.fromkeys(el.EDGES, Flattener._edge),
    el.SDT: Flattener._control,
    el.HYPERLINK: Flattener._link,
    el.SIMPLE_FIELD: Flattener._simple_field,
    ALTERNATE: Flattener._alternate,
}
_HANDLERS: dict[View, dict[str, _Method]] = {
    "proposed": {
        **_SHARED,
        **dict.fromkeys(el.INSERTED, Flattener._revised),
        **dict.fromkeys(el.DELETED, Flattener._dropped),
    },
    "original": {
        **_SHARED,
        **dict.fromkeys(el.DELETED, Flattener._revised),
        **dict.fromkeys(el.INSERTED, Flattener._dropped),
    },
}
_RARE: dict[str, Callable[[Flattener, Element, int], None]] = {
    **dict.fromkeys(el.DRAWN, Flattener._drawing),
    **dict.fromkeys(el.STORY, Flattener._note),
    **dict.fromkeys(el.EDGES, Flattener._edge),
    ALTERNATE: Flattener._alternate_in_run,
    el.FIELD_CHAR: Flattener._field_char,
    el.INSTRUCTION: Flattener._code_text,
    el.DELETED_INSTRUCTION: Flattener._code_text,
    el.SYM: Flattener._symbol,
    el.RUBY: Flattener._ruby,
    el.DEL_TEXT: Flattener._deleted_text,
}
