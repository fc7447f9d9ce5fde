"""Chinese openings that stand in the wrong part."""

from __future__ import annotations

from collections.abc import Iterator

from resolint.checks.shared.tongues import heads, tongue_of
from resolint.findings import Hit
from resolint.model import Document
from resolint.rule import Context


def han_opening_of_other_part(document: Document, context: Context) -> Iterator[Hit]:
    """Verbs that adopted texts have in one part alone; most Chinese verbs open both."""
    tongue = tongue_of(context)
    for head in heads(document, context):
        preambular = head.role == "preambular"
        found = tongue.says("finite" if preambular else "of preamble", head.words)
        if found is None:
            continue
        span = head.block.span(head.start, head.start + found.end())
        yield (
            Hit(span, {"found": found[0], "said": "opens operative paragraphs alone, and this paragraph is preambular"})
            if preambular
            else Hit(
                span, {"found": found[0], "said": "opens preambular paragraphs alone, and this paragraph is operative"}
            )
        )
