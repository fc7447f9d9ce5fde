"""Footnotes and endnotes with the numbers that Word prints at them.

They are found by element, never by style: many references carry a direct superscript. Separators are told by
``w:type``. A note whose only references are left out in a view is left out too; one that nothing ever refers
to stays, without anchor and number.
"""

from collections.abc import Mapping, Sequence
from functools import partial

from resolint.frozen import NamedTuple
from resolint.model import Block, Footnote
from resolint.word.container.xml import ID, TYPE, VAL, Element, number, w
from resolint.word.read import labels
from resolint.word.read.inline import ENDNOTE_REF, FOOTNOTE_REF
from resolint.word.read.numerals import render
from resolint.word.read.story import Edge, Reference, Story, Tools

_SEPARATORS = frozenset(("separator", "continuationSeparator", "continuationNotice"))
_FORMAT, _START, _RESTART = w("numFmt"), w("numStart"), w("numRestart")
KINDS = {
    "footnotes": (w("footnote"), w("footnotePr"), "decimal", FOOTNOTE_REF),
    "endnotes": (w("endnote"), w("endnotePr"), "lowerRoman", ENDNOTE_REF),
}


class _Scheme(NamedTuple):
    """How the notes of a section are numbered."""

    format: str
    start: int = 1
    restarts: bool = False


def read_notes(
    roots: Mapping[str, Element],
    body: Element,
    references: Sequence[Reference],
    sections: Sequence[Element],
    settings: Element | None,
    tools: Tools,
    links: Mapping[str, Mapping[str, str]],
) -> tuple[tuple[Footnote, ...], tuple[Edge, ...]]:
    """The notes of both kinds, in the order of their references, then those without any; and comments in them.

    ``roots`` are the parts by the name of their story (``footnotes``, ``endnotes``), ``links`` the addresses
    of their relationships.
    """
    notes: list[Footnote] = []
    edges: list[Edge] = []
    for story, (tag, properties, style, reference_tag) in KINDS.items():
        schemes = _schemes(sections, settings, properties, style)
        mine = [r for r in references if r.note.id.startswith(story + "/")]
        numbers = _numbers(mine, schemes)
        root = roots.get(story)
        if root is None:
            continue
        elements = elements_by_id(root, tag, story)
        read = partial(_blocks, tools=tools, links=links.get(story), edges=edges)
        for reference in mine:
            element = elements.pop(reference.note.id, None)
            if element is not None:
                printed = numbers[reference.note.id]
                blocks = read(reference.note.id, element, printed, reference.note.typed)
                notes.append(Footnote(reference.note.id, printed, reference.span, blocks))
        if elements:
            left_out = {f"{story}/{e.get(ID)}" for e in body.iter(reference_tag)}
            for note_id, element in elements.items():
                blocks = read(note_id, element, "", None)
                if note_id not in left_out and blocks:
                    notes.append(Footnote(note_id, "", None, blocks))
    return tuple(notes), tuple(edges)


def elements_by_id(root: Element, tag: str, story: str) -> dict[str, Element]:
    """The elements of the notes of a story, without those that draw its separators."""
    found: dict[str, Element] = {}
    for child in root.iter(tag):
        if child.get(TYPE) not in _SEPARATORS:
            found.setdefault(f"{story}/{child.get(ID) or ''}", child)
    return found


def _blocks(
    note_id: str,
    element: Element,
    printed: str,
    typed: str | None,
    *,
    tools: Tools,
    links: Mapping[str, str] | None,
    edges: list[Edge],
) -> tuple[Block, ...]:
    """The paragraphs of a note; the first carries its number as label, and the blanks before the text as lead."""
    walked = Story(note_id, element, "note", tools, links).walk()
    edges.extend(walked.edges)
    blocks = walked.blocks
    if blocks:
        text = blocks[0].text
        lead = labels.blanks(text)
        if typed and text.startswith(typed, lead):
            lead += len(typed)
            lead += labels.blanks(text[lead:])
        first = blocks[0]
        blocks[0] = Block(first.id, "note", text, first.marks, printed, lead, first.level, first.style)
    return tuple(blocks)


def _numbers(references: Sequence[Reference], schemes: Sequence[_Scheme]) -> dict[str, str]:
    """The mark printed at each note, by its id."""
    numbers: dict[str, str] = {}
    section, value = -1, None
    for reference in references:
        if reference.note.id in numbers:
            continue
        scheme = schemes[min(reference.section, len(schemes) - 1)]
        if value is None or (reference.section != section and scheme.restarts):
            value = scheme.start
        section = reference.section
        if reference.note.typed is not None:
            numbers[reference.note.id] = reference.note.typed.strip()
            continue
        numbers[reference.note.id] = render(value, scheme.format)
        value += 1
    return numbers


def _schemes(sections: Sequence[Element], settings: Element | None, properties: str, style: str) -> tuple[_Scheme, ...]:
    default = _scheme(settings, properties, _Scheme(style))
    return tuple(_scheme(section, properties, default) for section in sections) or (default,)


def _scheme(parent: Element | None, properties: str, base: _Scheme) -> _Scheme:
    for child in () if parent is None else parent.iterchildren(properties):
        for part in child:
            if part.tag == _FORMAT:
                base = base._replace(format=part.get(VAL) or base.format)
            elif part.tag == _START:
                base = base._replace(start=number(part.get(VAL), base.start) or 0)
            elif part.tag == _RESTART:
                base = base._replace(restarts=part.get(VAL) == "eachSect")
    return base
