"""A document as rows of a page, in the order of its blocks: what each is, its number, and how deep it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from resolint import regex, structure
from resolint.frozen import dataclass
from resolint.model import Block, Document, Span

_ASIDE = ("header", "footer")
_LABELS = regex.compiled(r"(?:distr(?:ibution)?\.?|original|united nations)?[\s:|]*\Z", re.IGNORECASE)
BANNER = ("symbol", "body", "distribution", "date", "language", "job_number")
"""The fields of the masthead that have their own place on a UN document."""
_FRONT = "front/"
_LINES = ("session", "agenda_item", "agenda_title", "sponsors")
"""The fields that are lines above the title, in the order in which they are printed."""


@dataclass(frozen=True, slots=True)
class PageBlock:
    """One block on the page.

    ``part`` is one of ``structure.PARTS``, ``depth`` counts from 0 for a top paragraph. ``act`` is the number of
    its act from 1, 0 outside of acts. ``title`` tells that it holds the title of an act, ``number`` the line that names
    one (*Decision 7/CMA.3*), ``first`` that it begins a paragraph.
    """

    block: Block
    part: str
    act: int
    depth: int = 0
    annex: int = 0
    title: bool = False
    number: bool = False
    first: bool = True


def bounds(block: Block) -> tuple[int, int]:
    """From where to where a block has words: without its typed number and layout blanks."""
    start, end = block.lead, len(block.text)
    while start < end and block.text[start] in "\t ":
        start += 1
    while end > start and block.text[end - 1] in "\t \n":
        end -= 1
    return start, end


def banner(document: Document) -> dict[str, Span]:
    """The fields of the masthead that are printed in the draft and have their own place on the page."""
    found = {}
    for name, span in document.head.spans:
        printed = _printed(document, span) if name in BANNER and len(span) else None
        if printed is not None:
            found[name] = printed
    return found


def _printed(document: Document, span: Span) -> Span | None:
    """The span, or for that of an unprinted variable the running head that says the same (a placeholder: *[Distr.]*)."""
    if not document.unprinted(span.block):
        return span
    words = document.text(span).strip()
    block = next((block for block in document.blocks if block.kind in _ASIDE and block.text.strip() == words), None)
    return block.span() if block is not None and not document.unprinted(block.id) else None


def absorbed(document: Document) -> frozenset[str]:
    """The blocks that say nothing but what the banner says again, running headers and footers, and unprinted variables."""
    fields: dict[str, list[Span]] = {}
    for span in banner(document).values():
        fields.setdefault(span.block, []).append(span)
    masthead = frozenset(document.head.blocks)
    found = set()
    for block in document.blocks:
        if document.unprinted(block.id):
            found.add(block.id)
        elif block.kind in _ASIDE:
            if block.id in fields or not block.id.startswith(_FRONT):
                found.add(block.id)
        elif block.id in masthead or block.id in fields:
            rest = block.text
            for span in sorted(fields.get(block.id, ()), key=lambda span: -span.start):
                rest = rest[: span.start] + rest[span.end :]
            if _LABELS.match(rest.strip()):
                found.add(block.id)
    return frozenset(found)


def rows(document: Document) -> Iterator[PageBlock]:
    """Every row but those in ``absorbed``; blocks of notes are not among them."""
    parts = structure.placed(document)
    acts = _acts(document)
    titles = {span.block for act in document.acts for span in (act.title,) if span is not None}
    headings = {act.heading.block for act in document.acts if act.heading is not None}
    annexes = _annexes(document)
    left_out = absorbed(document)
    act = annex = 0
    for block in _as_printed(document.blocks):
        act = acts.get(block.id, act)
        annex = annexes.get(block.id, 0 if block.id in acts and block.id not in annexes else annex)
        if block.id in left_out or not (block.text.strip() or block.label):
            continue
        home = structure.clause_of(document, block.id)
        depth = len(home.path) - 1 if home is not None else 0
        first = home is None or home.clause.body.block == block.id
        part = parts.get(block.id, "body")
        yield PageBlock(block, part, act, depth, annex, block.id in titles, block.id in headings, first)


def _as_printed(blocks: Sequence[Block]) -> Sequence[Block]:
    """The blocks in the order of the printed page; front matter may name its fields in any order."""
    places = [at for at, block in enumerate(blocks) if _rank(block) < len(_LINES)]
    found = list(blocks)
    for at, block in zip(places, sorted((blocks[at] for at in places), key=_rank), strict=True):
        found[at] = block
    return found


def _rank(block: Block) -> int:
    """Which of the lines above the title a field of the front matter is; their number for all else."""
    if not block.id.startswith(_FRONT):
        return len(_LINES)
    name = block.id[len(_FRONT) :].partition("/")[0]
    return _LINES.index(name) if name in _LINES else len(_LINES)


def _acts(document: Document) -> dict[str, int]:
    """The number of the act that begins with a block."""
    found: dict[str, int] = {}
    order = {block.id: at for at, block in enumerate(document.blocks)}
    for number, act in enumerate(document.acts, 1):
        spans = [span.block for span in (act.heading, act.title, act.organ_line) if span is not None]
        spans += [clause.body.block for clause in (*act.preamble[:1], *act.operative[:1])]
        first = min((block for block in spans if block in order), key=order.__getitem__, default=None)
        if first is not None:
            found.setdefault(first, number)
    return found


def _annexes(document: Document) -> dict[str, int]:
    """The number of the annex (within the file) that begins with a block."""
    headings = (annex.heading.block for act in document.acts for annex in act.annexes)
    return {block: number for number, block in enumerate(headings, 1)}
