"""The size of a draft in the units of a report."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from resolint.model import Clause, Document

__all__ = ["count"]


def count(document: Document) -> Mapping[str, int]:
    """Acts, preambular and operative paragraphs, their subparagraphs at any depth, footnotes, and words.

    Words are those of the body, annexes included; headers, footers and notes are left out.
    """
    from resolint.checks.shared.counts import body_words  # whoever only chooses rules imports nothing of theirs

    return {
        "acts": len(document.acts),
        "preambular": sum(len(act.preamble) for act in document.acts),
        "operative": sum(len(act.operative) for act in document.acts),
        "subparagraphs": sum(_below(act.preamble) + _below(act.operative) for act in document.acts),
        "footnotes": len(document.footnotes),
        "words": body_words(document),
    }


def _below(clauses: Iterable[Clause]) -> int:
    return sum(sum(1 for _ in clause.walk()) - 1 for clause in clauses)
