"""A page to give out on one rule or a few: what, wrong and right, why, on whose authority."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from resolint.author.sheet import Heading, Part, Table, Text
from resolint.model import Document
from resolint.rule import Card
from resolint.teach.facts import Facts, pairs
from resolint.teach.marked import marked
from resolint.writing import Words

__all__ = ["handout"]

_PAIRS = 4


def handout(rules: Sequence[tuple[Card, Facts]], read: Mapping[str, Mapping[int, Document]]) -> Iterator[Part]:
    """The parts of a hand-out, a page for each rule."""
    for at, (card, known) in enumerate(rules):
        yield Heading(card.name.replace("-", " ").capitalize(), 1, page=at > 0)
        yield Text((Words(card.id),), soft=True)
        for paragraph in card.prose.get("What it finds", "").split("\n\n")[:1]:
            yield Text(marked(paragraph))
        beside = list(pairs(card, read[card.id]))[:_PAIRS]
        if beside:
            rows = tuple((pair.wrong, pair.right or (Words("(several remedies)"),)) for pair in beside)
            yield Table(("Not so", "But so"), rows, (1, 1))
        for title in ("Why it matters", "What to write"):
            yield Heading(title, 2)
            for paragraph in card.prose.get(title, "").split("\n\n"):
                yield Text(marked(paragraph))
        words = card.authority[:1].upper() + card.authority[1:]
        kept = f" Of {known.texts:,} adopted texts {known.keeping:,} keep it." if known.texts else ""
        yield Text((Words("Authority: ", bold=True), Words(f"{words.rstrip('.')}.{kept}")))
