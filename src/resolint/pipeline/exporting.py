"""A draft in other formats: Akoma Ntoso, a page of HTML, Markdown, JSON, plain text."""

from __future__ import annotations

from collections.abc import Iterator

from resolint.errors import NoSuchChoice
from resolint.model import EQUATION, Document, Mark, View
from resolint.pipeline.drafts import load
from resolint.pipeline.session import Session

EXPORTS = ("akn", "html", "md", "json", "txt")
"""The names of the formats; each is also the ending of its files."""


def export(
    source: bytes | Document, to: str, session: Session | None = None, *, name: str = "", view: View = "proposed"
) -> str:
    """A draft in the format ``to``, one of ``EXPORTS``; ``view`` says how tracked changes are read.

    Raises UnreadableDraft, and NoSuchChoice for a format that does not exist.
    """
    document = load(source, session, name=name, view=view)
    if to == "akn":
        from resolint import akn

        return akn.write(document, (session or Session()).lexicon())
    if to == "html":
        from resolint.report.page import sheet as page

        return page.render(document)
    if to == "md":
        from resolint import notation

        return notation.write(document)
    if to == "json":
        from resolint.report import outline

        return outline.to_json(document)
    if to == "txt":
        from resolint.report.page import plain as page_plain

        return page_plain.render(document)
    raise NoSuchChoice(f"there is no format {to!r}: choose one of {', '.join(EXPORTS)}")


def left_behind(document: Document) -> str:
    """What of a draft in Word no text can carry, in a sentence; empty if there is nothing of the kind."""
    marks = list(objects_of(document))
    equations = sum(mark.value == EQUATION for mark in marks)
    rest = len(marks) - equations
    if document.origin.format != "docx" or not marks:
        return ""
    said = []
    if rest:
        said.append(f"{_count(rest, 'picture or other object', 'pictures and other objects')} by name alone")
    if equations:
        said.append(f"{_count(equations, 'equation', 'equations')} by characters alone")
    return f"{document.origin.name}: the text tells of {' and of '.join(said)}"


def objects_of(document: Document) -> Iterator[Mark]:
    """The objects of the text; those above it, such as an emblem, belong to the masthead."""
    spans = (span for act in document.acts for span in (act.heading, act.title, act.organ_line) if span is not None)
    first = next(spans, None)
    inside = first is None
    for block in document.blocks:
        inside = inside or (first is not None and block.id == first.block)
        if inside and block.kind not in ("header", "footer"):
            yield from block.marked("object")


def _count(number: int, one: str, several: str) -> str:
    return f"{number} {one if number == 1 else several}"


def show(document: Document, format: str = "text", *, width: int = 80, color: bool = False) -> str:
    """What ``document`` is made of, as an outline (``text``), structure (``json``) or in the notation (``md``).

    Raises NoSuchChoice for a format that does not exist.
    """
    if format == "md":
        from resolint import notation

        return notation.write(document)
    from resolint.report import outline

    if format == "json":
        return outline.to_json(document)
    if format == "text":
        return outline.to_text(document, width=width, color=color)
    raise NoSuchChoice(f"there is no format {format!r}: choose text, json or md")
