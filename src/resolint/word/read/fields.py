"""Which marks of complex fields count: begin, separate and end paired, with tracked changes in between.

Word wraps any of the three marks in a tracked change of its own when only a part of a field was typed over.
What is not shown in a view must then neither swallow the text after it nor leave a field open:

* a field is a beginning and an end that both show in the view; they are paired from the inside out;
* where its separator does not show, the hidden one that stands in its place still ends the instruction;
* a beginning whose end does not show hides nothing, but its hidden end still ends the result;
* all other marks are strays and mean nothing.
"""

from __future__ import annotations

from collections.abc import Iterator

from resolint.frozen import NamedTuple
from resolint.word.container.xml import ALTERNATE, Element, P, chosen, w
from resolint.word.read.inline import BOX, FIELD_CHAR, FIELD_TYPE

_ROW, _ROW_PR = w("tr"), w("trPr")


class Part(NamedTuple):
    """What a mark does: ``what`` (begin, separate, end) to the field that ``begin`` opens.

    ``hides`` is whether the text of the instruction is left out, because the field has an end in this view.
    """

    what: str
    begin: Element
    hides: bool = False


class _Mark(NamedTuple):
    element: Element
    kind: str
    shown: bool


def parts_of_fields(root: Element, dropped: frozenset[str]) -> dict[Element, Part]:
    """The marks of a story that count, by element.

    ``root`` is the root of the story and ``dropped`` the tracked changes whose content the view does not show.
    """
    marks = list(_marks(root, dropped))
    shown = _paired([mark for mark in marks if mark.shown])
    every = shown if all(mark.shown for mark in marks) else _paired(marks)
    found: dict[Element, Part] = {}
    for mark in marks:
        if mark.kind != "begin" or not mark.shown:
            continue
        begin = mark.element
        separate, end = shown[begin]
        hidden_separate, hidden_end = every[begin]
        hides = end is not None
        if not hides and (hidden_end is None or hidden_end.shown):
            continue
        if separate is None and hidden_separate is not None and not hidden_separate.shown:
            separate = hidden_separate
        end = end or hidden_end
        found[begin] = Part("begin", begin, hides)
        if separate is not None:
            found.setdefault(separate.element, Part("separate", begin))
        if end is not None:
            found.setdefault(end.element, Part("end", begin))
    return found


def _marks(root: Element, dropped: frozenset[str]) -> Iterator[_Mark]:
    """The marks of this story in their order, those apart that no walk comes to: other stories, changed blocks."""
    for element in root.iter(FIELD_CHAR):
        shown = _shown(element, root, dropped)
        if shown is not None:
            yield _Mark(element, element.get(FIELD_TYPE) or "", shown)


def _shown(element: Element, root: Element, dropped: frozenset[str]) -> bool | None:
    """Whether a mark shows; None if it is out of reach: in a text box, another rendering, a dropped block or row."""
    shown, in_paragraph = True, False
    child = element
    for parent in element.iterancestors():
        tag = parent.tag
        if tag in dropped:
            if in_paragraph:
                return None
            shown = False
        elif tag == P:
            in_paragraph = True
        elif (tag == _ROW and _dropped_row(parent, dropped)) or (tag == ALTERNATE and chosen(parent) is not child):
            return None
        if parent is root:
            break
        if tag == BOX:
            return None
        child = parent
    return shown


def _dropped_row(row: Element, dropped: frozenset[str]) -> bool:
    properties = row.find(_ROW_PR)
    return properties is not None and any(child.tag in dropped for child in properties)


def _paired(marks: list[_Mark]) -> dict[Element, tuple[_Mark | None, _Mark | None]]:
    """For every beginning its separator and its end, from the inside out; None for what is missing."""
    pairs: dict[Element, tuple[_Mark | None, _Mark | None]] = {}
    begun: list[Element] = []
    for mark in marks:
        if mark.kind == "begin":
            begun.append(mark.element)
            pairs[mark.element] = (None, None)
        elif mark.kind == "separate" and begun and pairs[begun[-1]][0] is None:
            pairs[begun[-1]] = (mark, None)
        elif mark.kind == "end" and begun:
            last = begun.pop()
            pairs[last] = (pairs[last][0], mark)
    return pairs
