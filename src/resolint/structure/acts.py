"""Builds the acts: their kind, number and title from the lines above, the rest from the rows below the organ line."""

from __future__ import annotations

from collections.abc import Sequence

from resolint.frozen import NamedTuple
from resolint.lexicon import Lexicon
from resolint.model import Act, DocumentKind, Span
from resolint.structure.anchors import Anchor
from resolint.structure.core import Core
from resolint.structure.lines import ActLine, act_line, could_be_title, is_adoption, is_sentence, letter_line
from resolint.structure.rows import BlockView

_SECTIONS = ("Preamble", "Introduction", "Declaration", "PREAMBLE", "INTRODUCTION")
"""Headings of sections that are never the title of an act."""


class Naming(NamedTuple):
    """What the lines above an act say of it; ``rest`` are the rows that say nothing."""

    kind: str = ""
    number: str = ""
    title: Span | None = None
    heading: Span | None = None
    rest: tuple[BlockView, ...] = ()
    draft: bool = False


def name_act(rows: Sequence[BlockView], taken: frozenset[str], *, from_top: bool = False, skipped: int = 0) -> Naming:
    """Find number and title in the rows above an organ line. ``taken`` are the ids of lines of the masthead.

    ``from_top`` takes the first line that may be a title, as below the words *Adopts the following declaration:*;
    ``skipped`` is the number of paragraphs that may stand between the title and the row where the act begins.
    """
    named = _last_named(rows, taken)
    if named is None:
        title = _first_title(rows, taken) if from_top else _last_title(rows, taken, skipped)
        if title is None:
            return Naming(rest=tuple(rows))
        return Naming(title=_whole(title), rest=tuple(row for row in rows if row is not title))
    at, line = named
    row = rows[at]
    if line.title is None and not line.kind and (whole := _last_named(rows[:at], taken)) and whole[1].title:
        return _lettered(rows, at, line, whole)
    if line.title is not None:
        others = tuple(r for r in rows if r is not row)
        return Naming(line.kind, line.number, Span(row.id, line.title, row.end), None, others, line.draft)
    title = next((r for r in rows[at + 1 :] if r.id not in taken and could_be_title(r)), None)
    others = tuple(r for r in rows if r is not row and r is not title)
    return Naming(line.kind, line.number, _whole(title) if title else None, row.block.span(), others, line.draft)


def _lettered(rows: Sequence[BlockView], at: int, line: ActLine, whole: tuple[int, ActLine]) -> Naming:
    """An act headed by a letter below a line with number and title; the title is its own unless one follows."""
    row, above = rows[at], rows[whole[0]]
    own = next((r for r in rows[at + 1 :] if could_be_title(r)), None)
    if own is not None:
        others = tuple(r for r in rows if r is not row and r is not own)
        return Naming("", line.number, _whole(own), row.block.span(), others)
    title = Span(above.id, whole[1].title or above.start, above.end)
    others = tuple(r for r in rows if r is not row and r is not above)
    return Naming(whole[1].kind, f"{whole[1].number} {line.number}", title, row.block.span(), others)


def _whole(row: BlockView) -> Span:
    return row.block.span(row.start, row.end)


def _last_named(rows: Sequence[BlockView], taken: frozenset[str]) -> tuple[int, ActLine] | None:
    for at in range(len(rows) - 1, -1, -1):
        row = rows[at]
        if row.id in taken:
            continue
        line = act_line(row)
        if line is not None and (line.number or line.title is not None or line.draft):
            return at, line
        if letter := letter_line(row):
            return at, ActLine("", letter, False, None)
    return None


def _last_title(rows: Sequence[BlockView], taken: frozenset[str], skipped: int) -> BlockView | None:
    """The last line that is no line of the masthead and may be a title; a sentence is one only if nothing else is."""
    sentence: BlockView | None = None
    for row in reversed(rows):
        if row.id in taken:
            return sentence
        if is_adoption(row) or row.words in _SECTIONS or (act_line(row) is not None and row.block.kind != "heading"):
            continue
        if could_be_title(row):
            if not is_sentence(row):
                return row
            sentence = sentence or row
            continue
        skipped -= 1
        if skipped < 0:
            return sentence
    return sentence


def _first_title(rows: Sequence[BlockView], taken: frozenset[str]) -> BlockView | None:
    return next((r for r in rows if r.id not in taken and r.words not in _SECTIONS and could_be_title(r)), None)


def kind_of(anchor: Anchor, naming: Naming, label: str, stated: str) -> DocumentKind:
    """The kind of an act from its own line, the sponsors' ``label``, the kind that the source states, its form."""
    if anchor.kind == "we" or "declaration" in naming.kind:
        return "declaration"
    for words in (naming.kind, stated, label.lower()):
        if "decision" in words:
            return "decision"
        if "resolution" in words:
            return "resolution"
    return "decision" if anchor.organ is not None and anchor.organ.run_in else "resolution"


def read_act(
    rows: Sequence[BlockView], anchor: Anchor, naming: Naming, kind: DocumentKind, lexicon: Lexicon
) -> tuple[Act, frozenset[str]]:
    """The act that begins with ``rows[0]``, the row of the anchor, and the ids of the rows it holds."""
    core = Core(lexicon, kind)
    first = rows[0]
    organ: Span | None = None
    below = rows[1:]
    if anchor.organ is not None:
        organ = Span(first.id, anchor.organ.start, anchor.organ.end)
        if anchor.organ.run_in or anchor.organ.rest < first.end:
            core.begin_within(first, anchor.organ.rest, anchor.organ.run_in)
    elif anchor.kind == "we" and not first.label:
        organ = first.block.span(first.start, first.end)
    else:
        below = rows
    core.read(below)
    act = core.act(naming.number, naming.title, organ, _confidence(anchor, core), naming.heading)
    return act, frozenset(row.id for row in rows)


def _confidence(anchor: Anchor, core: Core) -> float:
    """How sure the parts are: less without an operative part, and where much found no place."""
    value = anchor.confidence
    if not core.tree.top:
        value *= 0.5
    elif not core.operative:
        value *= 0.8
    lost = len(core.body)
    return round(value * (1 - 0.5 * lost / (lost + 2 * len(core.tree.top) + 1)), 3)
