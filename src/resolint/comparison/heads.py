"""The masthead of a redline where lines cannot be held against lines: fields are rewritten at their places in the base."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from dataclasses import field as made_of

from resolint import wording
from resolint.comparison.model import Comparison, HeadChange
from resolint.model import Block, Document
from resolint.writing import NewText, Replacement, Rewriting

__all__ = ["MastheadPlan", "masthead_plan"]


@dataclass(slots=True)
class MastheadPlan:
    """What is to be rewritten of the masthead, and the fields that have no words of their own in the file."""

    rewritings: list[Rewriting] = made_of(default_factory=list)
    left: list[HeadChange] = made_of(default_factory=list)


def masthead_plan(comparison: Comparison) -> MastheadPlan:
    """How the fields of the masthead become those of the draft.

    Between two Word files the lines of the masthead are compared like other paragraphs, and nothing is left to do.
    """
    base, draft = comparison.base, comparison.draft
    plan = MastheadPlan()
    if base.origin.format == draft.origin.format == "docx":
        return plan
    steps: dict[str, list[Replacement]] = {}
    for change in comparison.head:
        found = list(_steps(base, draft, change))
        if not found:
            plan.left.append(change)
        for block, step in found:
            steps.setdefault(block, []).append(step)
    for block_id, row in steps.items():
        kept = _apart(row)
        plan.rewritings.append(Rewriting(block_id, tuple(kept)))
    return plan


def _steps(base: Document, draft: Document, change: HeadChange) -> Iterator[tuple[str, Replacement]]:
    """The replacements that make a field read as in the draft, wherever the base prints its words."""
    place = base.head.where(change.name)
    if place is None or not len(place) or place.block.startswith("front/") or change.new is None:
        return
    old, new = base.text(place), _words(draft, change)
    for block in base.blocks:
        if block.id == place.block:
            yield from _rewritten(block, place.start, old, new)
        elif block.kind in ("header", "footer") and change.name == "symbol" and block.text.strip() == old:
            yield from _rewritten(block, block.text.index(old), old, new)


def _words(draft: Document, change: HeadChange) -> str:
    """The words of a field as the draft has them."""
    place = draft.head.where(change.name)
    return draft.text(place) if place is not None and len(place) else change.new or ""


def _rewritten(block: Block, start: int, old: str, new: str) -> Iterator[tuple[str, Replacement]]:
    for step in wording.changes(old, new):
        words = NewText(new[step.new_start : step.new_end])
        yield block.id, Replacement(start + step.start, start + step.end, words)


def _apart(steps: list[Replacement]) -> list[Replacement]:
    """The steps in order, without those that touch one before."""
    kept: list[Replacement] = []
    for step in sorted(set(steps), key=lambda step: (step.start, step.end)):
        if not kept or step.start > kept[-1].end:
            kept.append(step)
    return kept
