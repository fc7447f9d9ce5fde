"""From a document to the row of its paragraphs as they are compared."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from resolint import regex
from resolint.comparison.model import Paragraph
from resolint.model import NOTE_MARK, Act, Block, Clause, Document, Span

OBJECT = "\ufffd"
"""Stands for a drawing or another object, so that a note reference is never taken for one."""

_PAGE_NUMBER = regex.lazy(
    r"(?:page )?[-–—]?\s?(?:[0-9]{1,6}|[ivxl]{1,6})(?:\s?(?:/|of)\s?[0-9]{1,6})?\s?[-–—]?", re.IGNORECASE
)
_ALONE = f"{OBJECT} "
_BLANKS = dict.fromkeys(map(ord, "\t\n\r\v\f\u00a0\u2002\u2003\u2007\u2009\u202f\u3000"), " ")
_ASIDE = {"header": "header", "footer": "header", "frame": "footnotes", "note": "footnotes"}


def paragraphs(document: Document, *, masthead: bool = True) -> tuple[Paragraph, ...]:
    """The paragraphs of the body of ``document`` in order, headers last; those of notes are not among them.

    Without ``masthead`` the masthead, headers and footers are left out. Variables that a Word file keeps are no text of it.
    """
    parts, openers = _parts(document), _openers(document)
    found = []
    for block in document.blocks:
        part = parts.get(block.id) or _ASIDE.get(block.kind, "body")
        if document.unprinted(block.id) or (part in ("masthead", "header") and not masthead):
            continue
        paragraph = paragraph_of(block, part, openers.get(block.id))
        if not wordless(block) and not (part == "header" and is_page_number(paragraph.text)):
            found.append(paragraph)
    return tuple(found)


def paragraph_of(block: Block, part: str, opener: Span | None = None) -> Paragraph:
    """``block`` as it is compared; ``opener`` is its opening phrase."""
    text = folded(block)
    start = block.lead
    while start < len(text) and text[start] == " ":
        start += 1
    text = text[start:].rstrip(" ")
    end = start + len(text)
    return Paragraph(
        block.id,
        start,
        text,
        block.label,
        part,
        None if opener is None else (max(opener.start - start, 0), max(opener.end - start, 0)),
        tuple((mark.start - start, mark.value) for mark in block.marked("note") if start <= mark.start < end),
        tuple(
            (max(mark.start, start) - start, min(mark.end, end) - start)
            for mark in block.marked("italic")
            if mark.start < end and mark.end > start
        ),
        block.kind == "cell" or part == "masthead",
        None if part == "masthead" else block.cell,
    )


def folded(block: Block) -> str:
    """The text of ``block``, as long as it is, with every blank a space and only note references as U+FFFC."""
    text = block.text.translate(_BLANKS)
    if NOTE_MARK in text:
        notes = {mark.start for mark in block.marked("note")}
        text = "".join(OBJECT if char == NOTE_MARK and at not in notes else char for at, char in enumerate(text))
    return text


def is_page_number(text: str) -> bool:
    """Whether a line of a header holds the number of the page at most, alone or as *2/4*, *2 of 4*, *Page 2*."""
    return _PAGE_NUMBER.fullmatch(text.strip()) is not None


def wordless(block: Block) -> bool:
    """Whether a block holds pictures and other objects at most, of which nobody can say what became of them."""
    return not folded(block)[block.lead :].strip(_ALONE)


def _openers(document: Document) -> dict[str, Span]:
    found: dict[str, Span] = {}
    for _, clause in document.clauses():
        if clause.opener is not None:
            found.setdefault(clause.opener.block, clause.opener)
    return found


def _parts(document: Document) -> dict[str, str]:
    parts: dict[str, str] = {}
    for act in document.acts:
        for block, part in _of_act(act):
            parts.setdefault(block, part)
    for block in document.head.blocks:
        parts.setdefault(block, "masthead")
    return parts


def _of_act(act: Act) -> Iterator[tuple[str, str]]:
    yield from _in_clauses(act.preamble, "preamble")
    yield from _in_clauses(act.operative, "operative")
    if act.organ_line is not None:
        yield act.organ_line.block, "organ line"
    for span in (act.title, act.heading):
        if span is not None:
            yield span.block, "title"
    for heading in act.headings:
        yield heading.span.block, "heading"
    for annex in act.annexes:
        yield annex.heading.block, "annex"
        if annex.title is not None:
            yield annex.title.block, "annex"
        for heading in annex.headings:
            yield heading.span.block, "heading"
        yield from _in_clauses(annex.paragraphs, "annex")
        yield from ((block, "annex") for block in annex.body)
    yield from ((block, "closing") for block in act.closing)
    yield from ((block, "body") for block in act.body)


def _in_clauses(clauses: Iterable[Clause], part: str) -> Iterator[tuple[str, str]]:
    for clause in clauses:
        for found in clause.walk():
            yield from ((block, part) for block in found.blocks)
