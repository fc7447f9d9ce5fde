"""A draft as a row of paragraphs that can be held against those of another language."""

from __future__ import annotations

from collections.abc import Iterator
from unicodedata import normalize

from resolint.concordance.contraries import sides
from resolint.concordance.dated import dated
from resolint.concordance.model import CLAUSES, Paragraph
from resolint.concordance.openings import NOTHING, Opened, english_opening, opening_in
from resolint.concordance.qualifying import qualified
from resolint.concordance.shares import shares
from resolint.concordance.states import states
from resolint.concordance.terms import terms
from resolint.lexicon import Lexicon
from resolint.lexicon.figures import figures
from resolint.lexicon.tongues import Tongue, plain
from resolint.model import Act, Clause, Document, Span
from resolint.regex import lazy
from resolint.structure import where

__all__ = ["paragraphs"]

_TYPED = lazy(r"(\d{1,3}) ?[.-](?:\s|(?=[^\W\d]))\s?")
"""The number of a paragraph, as plain marks and digits have it, in a version that was read without its parts."""
_OPENS = ("preambular", "operative", "text")
_OUTSIDE = ("header", "footer", "frame", "note")


def paragraphs(document: Document, english: Lexicon, tongue: Tongue | None) -> tuple[Paragraph, ...]:
    """The paragraphs of a draft in their order: titles, clauses with all below them, headings, annexes, notes.

    ``tongue`` is that of the draft's language, None for English. A draft without acts gives its blocks.
    """
    found = []
    for role, number, span, blocks in _parts(document):
        text = " ".join((document.text(span), *(document.block(block).text for block in blocks)))
        text = normalize("NFC", " ".join(text.replace("\ufffc", " ").split()))
        if text:
            typed = _TYPED.match(plain(text)) if role == "text" else None
            begins = (
                _opening(text[typed.end() if typed is not None else 0 :], english, tongue)
                if role in _OPENS
                else NOTHING
            )
            opens = begins if role != "text" else NOTHING
            said = figures(text, document.language, english, None if tongue is None else tongue.lexicon)
            found.append(
                Paragraph(
                    role,
                    number,
                    where(document, span),
                    span,
                    text,
                    said,
                    opens,
                    qualified(text, document.language, english),
                    _notes(document, span, blocks) if role in CLAUSES else None,
                    sides(text, document.language, english),
                    shares(text, document.language),
                    dated(text, document.language, english),
                    document.text(span),
                    terms(text, document.language, english),
                    states(text, document.language, english, None if tongue is None else tongue.lexicon),
                    begins,
                    str(int(typed[1])) if typed is not None else number if number.isdecimal() else "",
                )
            )
    return tuple(found)


def _notes(document: Document, span: Span, blocks: tuple[str, ...]) -> int | None:
    """How many notes a clause refers to, None where the source could not carry them."""
    if "notes" in document.origin.lost:
        return None
    own = sum(span.start <= mark.start < span.end for mark in document.block(span.block).marked("note"))
    return own + sum(len(tuple(document.block(block).marked("note"))) for block in blocks)


def _opening(text: str, english: Lexicon, tongue: Tongue | None) -> Opened:
    return english_opening(text, english) if tongue is None else opening_in(text, tongue, english)


def _parts(document: Document) -> Iterator[tuple[str, str, Span, tuple[str, ...]]]:
    if not document.acts:
        for block in document.blocks:
            if block.kind not in _OUTSIDE:
                yield "text", block.label, block.span(block.lead), ()
        return
    for act in document.acts:
        yield from _act(document, act)
    for note in document.footnotes:
        for block in note.blocks:
            yield "note", "", block.span(block.lead), ()


def _act(document: Document, act: Act) -> Iterator[tuple[str, str, Span, tuple[str, ...]]]:
    if act.title is not None:
        yield "title", "", act.title, ()
    order = {block.id: place for place, block in enumerate(document.blocks)}
    parts = [part for clause in (*act.preamble, *act.operative) for part in _clause(clause, clause.role)]
    parts += [("heading", "", heading.span, ()) for heading in act.headings]
    for annex in act.annexes:
        parts.append(("annex", "", annex.heading, ()))
        if annex.title is not None and annex.title.block != annex.heading.block:
            parts.append(("heading", "", annex.title, ()))
        parts += [part for clause in annex.paragraphs for part in _clause(clause, "annexed")]
        parts += [("heading", "", heading.span, ()) for heading in annex.headings]
        parts += [("annexed", "", document.block(block).span(), ()) for block in annex.body]
    parts += [("text", "", document.block(block).span(), ()) for block in act.body]
    yield from sorted(parts, key=lambda part: (order.get(part[2].block, 0), part[2].start))


def _clause(clause: Clause, role: str) -> Iterator[tuple[str, str, Span, tuple[str, ...]]]:
    yield role, clause.number, clause.body, clause.blocks[1:]
    for child in clause.children:
        yield from _clause(child, "subparagraph")
