"""Values as texts, for people and for programs: reports, comparisons, agreed language, references."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from resolint.model import NOTE_MARK
from resolint.report import FORMATS, render
from resolint.report.characters import encodable, wrapped

if TYPE_CHECKING:
    from resolint.actions import Action
    from resolint.attested.variants import Answer
    from resolint.catalogue import Catalogue
    from resolint.citation.verdicts import Reference
    from resolint.comparison import Comparison
    from resolint.concordance import Concordance
    from resolint.consistency import Thing
    from resolint.corpus.timeline import Timeline
    from resolint.corpus.verdicts import Agreement, Suggestion
    from resolint.findings import Report
    from resolint.model import Document, Span
    from resolint.negotiation.merging import Wanted
    from resolint.negotiation.rolling import Step
    from resolint.negotiation.tracking import Line
    from resolint.pipeline.readying import Readiness
    from resolint.report.page.desk import Sheet
    from resolint.rule import Card

_NOTE = "*"
"""What stands for the mark of a note where notes are not shown."""

__all__ = [
    "FORMATS",
    "Sheet",
    "encodable",
    "render",
    "render_actions",
    "render_agreement",
    "render_attested",
    "render_card",
    "render_citations",
    "render_comparison",
    "render_compilation",
    "render_consistency",
    "render_document",
    "render_fragment",
    "render_lines",
    "render_ready",
    "render_rolling",
    "render_rounds",
    "render_sheet",
    "render_suggestions",
    "render_timeline",
    "wrapped",
]


def render_actions(found: Sequence[tuple[str, Sequence[Action]]], format: str = "text", **options: Any) -> str:
    """The requests of drafts as ``text``, ``csv``, ``json`` or ``html``; ``options`` are width and encoding."""
    from resolint.report.actions import render

    return render(found, format, **options)


def render_comparison(found: Comparison, format: str = "text", **options: Any) -> str:
    """A comparison as ``text``, ``json`` or ``html``; ``options`` are width, color and encoding."""
    from resolint.report.comparison.text import render

    return render(found, format, **options)


def render_agreement(found: Agreement, format: str = "text", **options: Any) -> str:
    """What agreed language says as ``text``, ``table``, ``csv``, ``json`` or ``html``.

    ``options`` are width, color and encoding.
    """
    from resolint.report.agreed.text import render

    return render(found, format, **options)


def render_timeline(found: Timeline, format: str = "text", **options: Any) -> str:
    """The versions of a paragraph as ``text``, ``csv`` or ``html``; ``options`` are width and encoding."""
    from resolint.report.agreed.timeline import render

    return render(found, format, **options)


def render_attested(found: Answer, format: str = "text", **options: Any) -> str:
    """The counts of a phrase as ``text`` or ``json``; ``options`` are encoding."""
    from resolint.report.attested import render

    return render(found, format, **options)


def render_compilation(
    rows: Sequence[Wanted], comments: Sequence[tuple[str, str, str]] = (), format: str = "text", **options: Any
) -> str:
    """Who wants what where, as ``text``, ``csv`` or ``html``; ``options`` are width and encoding."""
    from resolint.report.compiling import render

    return render(rows, comments, format, **options).replace(NOTE_MARK, _NOTE)


def render_rounds(versions: Sequence[str], lines: Sequence[Line], format: str = "text", **options: Any) -> str:
    """The rounds of a negotiation as ``text``, ``csv`` or ``html``; ``options`` are width and encoding."""
    from resolint.report.rounds import render

    return render(versions, lines, format, **options).replace(NOTE_MARK, _NOTE)


def render_rolling(done: Sequence[Step], left: Sequence[Step], **options: Any) -> str:
    """What was done to last year's text and what is left to decide, as text; ``options`` are width and encoding."""
    from resolint.report.rolling import render

    return render(done, left, **options)


def render_suggestions(text: str, found: Sequence[Suggestion], format: str = "text", **options: Any) -> str:
    """The wordings nearest to ``text`` as ``text`` or ``json``; ``options`` are width and encoding."""
    from resolint.report.agreed.suggestions import render

    return render(text, found, format, **options)


def render_citations(found: Sequence[tuple[str, Sequence[Reference]]], format: str = "text", **options: Any) -> str:
    """The references of drafts as ``text``, ``csv`` or ``json``; ``options`` are width and encoding."""
    from resolint.report.citations import render

    return render(found, format, **options)


def render_consistency(
    found: Sequence[tuple[str, Sequence[Thing], Callable[[Span], str]]], format: str = "text", **options: Any
) -> str:
    """What drafts name, count and date as ``text`` or ``json``; ``options`` are width and encoding."""
    from resolint.report.consistency import render

    return render(found, format, **options)


def render_concordance(found: Sequence[Concordance], format: str = "text", **options: Any) -> str:
    """Language versions held against one another as ``text``, ``json`` or ``html``; options are encoding and words."""
    from resolint.report.concordance import render

    return render(found, format, **options)


def render_document(document: Document) -> str:
    """A draft as it looks on paper, as a fragment of HTML for a page that knows the styles."""
    from resolint.report.page.sheet import Article

    return "".join(Article(document, links=False).lines())


def render_lines(document: Document) -> tuple[str, dict[str, int]]:
    """A draft in the notation as it looks on paper, and for each paragraph by its identifier the line of the source."""
    from resolint.report.page.sheet import Article

    article = Article(document, top=2, links=False, fields=True)
    text = "".join(article.lines())
    notes = (block for note in document.footnotes for block in note.blocks)
    lines = {block.id: block.places[0].line for block in (*document.blocks, *notes) if block.places}
    ends = {note.blocks[0].id: f"note-{at}" for at, note in enumerate(document.footnotes, 1) if note.blocks}
    places = {**article.places, **ends}
    return text, {ident: lines[block] for block, ident in places.items() if block in lines}


def render_fragment(found: object, places: Mapping[str, str] | None = None) -> str:
    """A comparison, agreed language, a timeline, references, actions or readiness as HTML for a page that knows the styles.

    ``places`` gives for a block the address of its paragraph. Raises TypeError for anything else.
    """
    from resolint.actions import Action
    from resolint.citation.verdicts import Reference
    from resolint.comparison import Comparison
    from resolint.corpus import Timeline
    from resolint.corpus.verdicts import Agreement
    from resolint.pipeline.readying import Readiness
    from resolint.report import actions, ready, references
    from resolint.report.agreed import html as agreed
    from resolint.report.agreed import timeline
    from resolint.report.comparison import html as comparison

    if isinstance(found, Comparison):
        return comparison.fragment(found)
    if isinstance(found, Agreement):
        return agreed.fragment(found)
    if isinstance(found, Timeline):
        return timeline.fragment(found)
    if isinstance(found, Readiness):
        return ready.fragment(found.report, found.headings, found.facts)
    rows = tuple(found) if isinstance(found, tuple) else None
    if rows is not None and all(isinstance(one, Action) for one in rows):
        return actions.fragment(rows, places)
    if rows is not None and all(isinstance(one, Reference) for one in rows):
        return references.fragment(rows, places or {})
    raise TypeError(f"there is no fragment of a page for {type(found).__name__}")


def render_card(
    card: Card, alarms: Sequence[Mapping[str, str]] = (), bodies: Sequence[tuple[str, str]] = (), more: str = ""
) -> str:
    """The card of a rule, read with its prose and examples, as HTML; ``alarms`` are the rows of that table.

    ``bodies`` says by body what is other there; ``more`` is the address of a page with all that is known.
    """
    from resolint.report.page.explaining import render

    return render(card, alarms, bodies, more)


def render_ready(found: Sequence[Readiness]) -> str:
    """Whether drafts are ready, as a page of HTML for printing."""
    from resolint.report.ready import render

    return render([(one.report, one.headings, one.facts) for one in found])


def render_sheet(report: Report, words: Catalogue | None = None) -> Sheet:
    """A report that keeps its document as a page to be worked on. Raises ValueError for one that does not.

    ``words`` is the catalogue of the language in which the page speaks.
    """
    from resolint.report.page.desk import sheet
    from resolint.report.spoken import Spoken

    return sheet(report, Spoken(words))
