"""Sets runs apart, strikes them and makes new ones: the small moves of a redline inside a paragraph."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from copy import deepcopy
from itertools import takewhile

from resolint.frozen import dataclass
from resolint.model import NOTE_MARK
from resolint.word.container.xml import ID, RPR, VAL, Element, P, R, T, on, w
from resolint.word.read.inline import (
    BOX,
    CUSTOM,
    DEL_TEXT,
    HYPERLINK,
    INSERTED,
    INSTRUCTION,
    MATH,
    RUBY,
    SPACE,
    STORY,
)
from resolint.word.read.styles import ITALIC, Style, Styles, direct
from resolint.word.write import runs
from resolint.writing import NewText

Piece = tuple[Element, int, int, int, bool]
DELETED_CODE = w("delInstrText")
_SPECIAL = {"\t": w("tab"), "\n": w("br"), "\u2011": w("noBreakHyphen"), "\u00ad": w("softHyphen")}
_NOT_TAKEN = ("rPrChange", "ins", "del", "moveFrom", "moveTo", "vertAlign", "vanish", "highlight")
_STYLE = w("rStyle")
DIVISIBLE = INSERTED | {HYPERLINK, w("smartTag"), w("customXml"), w("bdo"), w("dir")}


@dataclass(frozen=True, slots=True)
class Pen:
    """In whose name and when changes are made.

    ``number`` gives fresh ids for our changes, ``spare`` for the second halves of other people's; ``note`` makes a note and gives
    its reference.
    """

    author: str
    date: str
    number: Callable[[], int]
    spare: Callable[[], int]
    note: Callable[[NewText], Element]
    styles: Styles

    def revision(self, parent: Element, name: str) -> Element:
        """A new element of a tracked change, not put anywhere yet."""
        return runs.revision(parent, name, self.number(), self.author, self.date)


class CannotSetApart(Exception):
    """Characters that stand in no run of their own: in equations, ruby text, inner branches. Its text says in what."""


def run_of(piece: Piece) -> tuple[Element, Element]:
    """The run that holds a piece, and the child of the run that the piece is or lies in. Raises CannotSetApart."""
    child: Element = piece[0]
    parent = child.getparent()
    while parent is not None and parent.tag != R:
        child, parent = parent, parent.getparent()
    if parent is None or child is not piece[0]:
        raise CannotSetApart(_named(piece[0]))
    return parent, child


def _named(element: Element) -> str:
    """What an element stands in that no tracked change can go into."""
    for ancestor in element.iterancestors():
        if ancestor.tag in MATH:
            return "an equation"
        if ancestor.tag == RUBY:
            return "words with their reading above them"
        if ancestor.tag == P:
            break
    return "a drawing or another object"


def set_apart(pieces: Sequence[Piece], start: int, end: int) -> list[Element]:
    """The runs that hold exactly the characters ``start`` to ``end``, which is not empty.

    What stands to the left keeps its elements, so that the pieces there stay good. Raises CannotSetApart before
    anything is changed.
    """
    touched: dict[Element, list[tuple[Piece, Element]]] = {}
    for piece in pieces:
        if piece[1] < end and piece[1] + piece[2] > start:
            run, child = run_of(piece)
            touched.setdefault(run, []).append((piece, child))
    return [_apart(run, row, start, end) for run, row in touched.items()]


def _apart(run: Element, row: list[tuple[Piece, Element]], start: int, end: int) -> Element:
    last, last_child = row[-1]
    if last[1] + last[2] > end:
        divide(run, last_child, last[3] + end - last[1])
    else:
        _divide_behind(run, last_child)
    first, first_child = row[0]
    if first[1] < start:
        return divide(run, first_child, first[3] + start - first[1])
    if _first(run) is first_child:
        return run
    return divide(run, first_child, 0)


def _first(run: Element) -> Element | None:
    return next((child for child in run if child.tag != RPR), None)


def _divide_behind(run: Element, child: Element) -> None:
    """Divides behind ``child``, and behind the mark that an author typed after a note reference."""
    following = child.getnext()
    if child.tag in STORY and (custom := child.get(CUSTOM)) is not None and on(custom):
        while following is not None and following.tag in (T, w("sym")):
            following = following.getnext()
    if following is not None:
        divide(run, following, 0)


def divide(run: Element, child: Element, inner: int) -> Element:
    """Divides ``run`` before character ``inner`` of ``child``, or before ``child``; gives the second half."""
    second = runs.make(run, R, {str(key): str(value) for key, value in run.attrib.items()})
    properties = run.find(RPR)
    if properties is not None:
        copy = deepcopy(properties)
        copy.tail = None
        second.append(copy)
    moved = [child, *child.itersiblings()]
    if inner:
        text = shown(child)
        lead = (child.text or "").find(text) if text else 0
        rest = deepcopy(child)
        rest.tail = None
        write(child, text[: inner - lead])
        write(rest, text[inner - lead :])
        moved = [rest, *child.itersiblings()]
    second.extend(moved)
    runs.after(run, second)
    return second


def outside_of_insertions(place: Element, behind: bool, pen: Pen) -> tuple[Element, bool]:
    """The same place outside of other people's insertions, which are divided there: one insertion is never in another.

    Gives an element and whether the place is behind it. Raises CannotSetApart in the midst of a link or control in an insertion.
    """
    # Up to its own paragraph: a passage runs over several where marks between them are struck.
    above = list(takewhile(lambda one: one.tag != P, place.iterancestors()))
    outermost = next((at for at in range(len(above) - 1, -1, -1) if above[at].tag in INSERTED), -1)
    for parent in above[: outermost + 1]:
        rest = list(place.itersiblings()) if behind else [place, *place.itersiblings()]
        if len(rest) == len(parent):
            place, behind = parent, False
        elif not rest:
            place, behind = parent, True
        elif parent.tag in DIVISIBLE:
            second = runs.make(parent, parent.tag, {str(key): str(value) for key, value in parent.attrib.items()})
            if parent.tag in INSERTED:
                second.set(ID, str(pen.spare()))
            second.extend(rest)
            runs.after(parent, second)
            place, behind = parent, True
        else:
            raise CannotSetApart("a content control that somebody else put in")
    return place, behind


def renumber(root: Element, pen: Pen) -> None:
    """Gives the copies of other people's changes of formatting, in the second halves of divided runs, ids of their own."""
    seen: set[str | None] = set()
    for change in root.iter(runs.RPR_CHANGE):
        if (key := change.get(ID)) in seen:
            change.set(ID, str(pen.spare()))
        seen.add(key)


def shown(text: Element) -> str:
    """What Word shows of a ``w:t``."""
    value = text.text or ""
    if text.get(SPACE) == "preserve" or text.getroottree().getroot().get(SPACE) == "preserve":
        return value
    return value.strip(" \t\r\n")


def write(element: Element, text: str) -> None:
    """Sets the text of a ``w:t`` so that its blanks show."""
    element.text = text
    if not runs.plain_text(text):
        element.set(SPACE, "preserve")


def strike(row: Iterable[Element], pen: Pen) -> list[Element]:
    """Puts runs, in order, into deletions, and gives these; neighbours share one."""
    made: list[Element] = []
    for run in row:
        previous = run.getprevious()
        if made and previous is made[-1]:
            deletion = made[-1]
        else:
            deletion = pen.revision(run, "del")
            runs.before(run, deletion)
            made.append(deletion)
        deletion.append(run)
        for element in own(run):
            if element.tag == T:
                element.tag = DEL_TEXT
            elif element.tag == INSTRUCTION:
                element.tag = DELETED_CODE
    return made


def own(run: Element) -> Iterator[Element]:
    """The elements below a run, or a deletion, but for those in text boxes, which are stories of their own."""
    for child in run:
        if child.tag == BOX or not isinstance(child.tag, str):
            continue
        yield child
        yield from own(child)


def look(run: Element | None, styles: Styles) -> Element | None:
    """A copy of the formatting of ``run`` for new text: without what belongs to note references or to revisions."""
    properties = None if run is None else run.find(RPR)
    if properties is None:
        return None
    copy = deepcopy(properties)
    copy.tail = None
    runs.drop(copy, *_NOT_TAKEN)
    style = copy.find(_STYLE)
    if style is not None and _is_reference_style(style.get(VAL) or "", styles):
        copy.remove(style)
    return copy


def _is_reference_style(style: str, styles: Styles) -> bool:
    name = (styles.get(style).name or style).replace(" ", "").lower()
    return "reference" in name


def new_runs(new: NewText, look: Element | None, parent: Element, style: Style, pen: Pen) -> list[Element]:
    """The runs that show ``new`` in the formatting ``look``; ``style`` is that of the paragraph."""
    made: list[Element] = []
    notes = iter(new.notes)
    for start, end, italic in _cuts(new):
        run: Element | None = None
        plain: list[str] = []
        for char in new.text[start:end]:
            if char == NOTE_MARK:
                _flush(run, plain)
                run = None
                note = next(notes, None)
                if note is not None:
                    made.append(pen.note(note))
                continue
            if not _writable(char):
                continue
            if run is None:
                run = _run(parent, look, italic, style, pen.styles)
                made.append(run)
            if char in _SPECIAL:
                _flush(run, plain)
                run.append(runs.make(run, _SPECIAL[char]))
            else:
                plain.append(char)
        _flush(run, plain)
    return made


def _cuts(new: NewText) -> Iterator[tuple[int, int, bool | None]]:
    if new.italics is None:
        yield 0, len(new.text), None
        return
    at = 0
    for start, end in new.italics:
        if start > at:
            yield at, start, False
        yield start, end, True
        at = end
    if at < len(new.text):
        yield at, len(new.text), False


def _flush(run: Element | None, text: list[str]) -> None:
    """Writes the characters that were gathered into ``run``, and begins to gather anew."""
    if run is not None and text:
        element = runs.make(run, T)
        write(element, "".join(text))
        run.append(element)
    text.clear()


def _run(parent: Element, look: Element | None, italic: bool | None, style: Style, styles: Styles) -> Element:
    run = runs.make(parent, R)
    if look is not None and len(look):
        run.append(deepcopy(look))
    if italic is not None:
        set_italic(run, italic, style, styles)
    return run


def set_italic(run: Element, italic: bool, style: Style, styles: Styles) -> None:
    """Sets a run in italics or takes them off, also where they come from a style."""
    properties = runs.properties_of(run)
    runs.drop(properties, "i")
    if bool(styles.bits(style, direct(properties, False)) & ITALIC) != italic:
        runs.put(properties, "i", None if italic else "0")
    if not len(properties):
        run.remove(properties)


def reformat(row: Iterable[Element], italic: bool, style: Style, pen: Pen) -> None:
    """Sets runs in italics or takes them off as a tracked change of formatting."""
    for run in row:
        properties = runs.properties_of(run)
        if properties.find(runs.RPR_CHANGE) is not None:
            continue
        old = deepcopy(properties)
        old.tail = None
        set_italic(run, italic, style, pen.styles)
        properties = runs.properties_of(run)
        change = pen.revision(properties, "rPrChange")
        change.append(old)
        properties.append(change)


def _writable(char: str) -> bool:
    return char in _SPECIAL or (char >= " " and not "\ud800" <= char <= "\udfff" and char not in "\ufffe\uffff")
