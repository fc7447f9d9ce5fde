"""What a draft makes of its base text as annotations for the margin of its Word file."""

from __future__ import annotations

from collections.abc import Iterator

from resolint.comparison import Comparison, Row
from resolint.model import Span
from resolint.report.comparison.parts import heading, notes_on, where
from resolint.writing import Annotation, Annotations, Words

__all__ = ["to_annotations"]


def to_annotations(comparison: Comparison) -> Annotations:
    """What departs from the base, each time on the paragraph of the draft where it does.

    What was dropped is said on the paragraph before the place where it stood, else on the first.
    """
    draft = comparison.draft
    items = tuple(_of_rows(comparison))
    return Annotations(draft.origin, items, {one.span.block: draft.block(one.span.block).text for one in items})


def _of_rows(comparison: Comparison) -> Iterator[Annotation]:
    here = next((row.draft[0] for row in comparison.rows if row.draft), None)
    for row in comparison.rows:
        here = row.draft[-1] if row.draft else here
        if here is not None and row.departs:
            at = row.draft[0] if row.draft else here
            span = Span(at.block, at.start, at.start + len(at.text))
            place = where(comparison.draft, (at,))
            paragraphs = tuple((Words(said),) for said in notes_on(row))
            yield Annotation(
                span, _said(comparison, row), paragraphs, source="resolint compare", where=place, excerpt=place
            )


def _said(comparison: Comparison, row: Row) -> str:
    if row.kind == "new":
        return "New: the base has no such paragraph."
    if row.kind == "dropped":
        return f"Dropped here, {heading(comparison, row)}: “{row.old}”"
    changes = "; ".join(
        f"“{change.old.strip()}” became “{change.new.strip()}”"
        if change.old.strip() and change.new.strip()
        else f"“{change.new.strip()}” was put in"
        if change.new.strip()
        else f"“{change.old.strip()}” was taken out"
        for change in row.changes
        if change.old.strip() or change.new.strip()
    )
    name = {"changed": "Changed", "moved": "Moved", "split": "Split", "merged": "Merged"}.get(row.kind, row.kind)
    place = where(comparison.base, row.base)
    return f"{name}, {place} of the base{': ' + changes if changes else ''}."
