"""Agreed language in checks: the verdicts on a draft, made once, and what became of an opening.

``openings_compared`` reads the scales of the table ``verb-strength``.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from resolint.lexicon import Lexicon
from resolint.lexicon.openings import parse
from resolint.model import Document
from resolint.rule import Context
from resolint.shared import per_document_with

if TYPE_CHECKING:
    from resolint.corpus import Judge, Verdict
    from resolint.corpus.verdicts import Verb

_LONGEST = 200
_BEHIND = 8


def opening(text: str, lexicon: Lexicon) -> tuple[str, str]:
    """The opening phrase of a paragraph, with *also* and *further*, and the words behind it.

    The phrase is empty where the paragraph opens with no known one.
    """
    start = next((at for at, char in enumerate(text) if char.isalpha()), len(text))
    head = text[start : start + _LONGEST]
    found = parse(head, lexicon)
    if found is None or found.form == "unknown":
        return "", ""
    return " ".join(head[found.start : found.end].split()), " ".join(head[found.end :].split()[:_BEHIND])


def openings_compared(lexicon: Lexicon) -> Callable[[str, str], Verb | None]:
    """A function that says of two paragraphs what became of the opening phrase; None if it is the same."""
    from resolint.comparison.strength import Strengths
    from resolint.corpus.verdicts import Verb

    scales = lexicon.kept(Strengths)

    def compare(old: str, new: str) -> Verb | None:
        before, after = opening(old, lexicon), opening(new, lexicon)
        if not before[0] or not after[0]:
            return None
        change = scales.compare(before, after)
        return None if change is None else Verb(change.old, change.new, change.direction)

    return compare


@per_document_with("agreed language")
def _judged(document: Document, judge: Judge) -> tuple[Verdict, ...]:
    return judge.document(document)


def verdicts(document: Document, context: Context) -> tuple[Verdict, ...]:
    """What the corpus of ``context`` says of every paragraph; nothing without one. Several rules ask, so it is kept."""
    return () if context.corpus is None else _judged(document, context.corpus)
