"""Checks on names that are nearly those of adopted texts."""

from __future__ import annotations

from collections.abc import Iterator

from resolint.checks import check
from resolint.checks.shared.clauses import inside
from resolint.checks.shared.names import named
from resolint.checks.shared.titles import exact_titles
from resolint.findings import Edit, Fix, Hit
from resolint.lexicon.names import names
from resolint.model import Document, Span
from resolint.rule import Context


@check("REF014")
def nearly_a_name(document: Document, context: Context) -> Iterator[Hit]:
    """Runs of words with capitals that one small change makes a name that many adopted texts use."""
    known = names(context.lexicon)
    titles = exact_titles(context.lexicon)
    for text in named(document):
        elsewhere: list[Span] | None = None
        for run in text.runs:
            near = known.near(run)
            if near is None or 0 < near.texts < context.options["least_texts"]:
                continue
            start, end = run[near.first].start, run[near.last].end
            if text.block.text[start:end].endswith("’s"):
                end -= 2
            if elsewhere is None:
                elsewhere = [span for span, _ in titles.near(text.block.text, text.block.id)]
            if inside(text.quoted, start, end) or any(one.start < end and start < one.end for one in elsewhere):
                continue
            words = text.block.text[start:end]
            if _several(words, near.name, text.block.text[end : end + 12]):
                continue
            span = text.block.span(start, end)
            witness = f"which {near.texts} adopted texts write" if near.texts else "the official name"
            values = {"found": words, "instead": near.name, "witness": witness}
            yield Hit(span, values, Fix(f"Write “{near.name}”", (Edit(span, near.name, words),), "suggest"))


def _several(words: str, name: str, behind: str) -> bool:
    """Whether the words are the plural of the name's first noun, for several that follow: *Governments of A and B*."""
    first, rest = words.partition(" ")[::2]
    return (
        first == f"{name.partition(' ')[0]}s" and rest == name.partition(" ")[2] and behind.startswith((" and ", ", "))
    )
