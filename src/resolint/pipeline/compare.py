"""Comparing two drafts: read both, align them, and say what differs."""

from __future__ import annotations

from resolint import compare as comparing
from resolint.cards import tables
from resolint.compare import Comparison
from resolint.model import Document, View
from resolint.pipeline.drafts import Source, load

__all__ = ["compare"]


def compare(
    base: Source | Document,
    draft: Source | Document,
    *,
    base_name: str = "",
    draft_name: str = "",
    view: View = "proposed",
) -> Comparison:
    """What ``draft`` makes of ``base``; each is a path, the bytes of a file, or a document already read.

    ``view`` says how tracked changes in the draft are read; those in the base are read as proposed. Raises
    UnreadableDraft.
    """
    ours = base if isinstance(base, Document) else load(base, name=base_name)
    theirs = draft if isinstance(draft, Document) else load(draft, name=draft_name, view=view)
    return comparing.compare(ours, theirs, tables()["verb-strength"])
