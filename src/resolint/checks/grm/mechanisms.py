"""All mechanisms that look at the shape of a draft, and what they tell."""

from __future__ import annotations

from collections.abc import Iterator

from resolint.attested.counts import Counts
from resolint.checks.grm import (
    agreeing,
    aligning,
    impossible,
    joining,
    linking,
    misplaced,
    parting,
    relating,
    straying,
    taking,
    timing,
    unpaired,
    usage,
    voicing,
)
from resolint.checks.grm.doubts import tokens_of
from resolint.checks.grm.shaped import Look, Mechanism, told_of
from resolint.checks.grm.shapes import shape_of
from resolint.checks.shared.classes import classes_of, persons_of
from resolint.checks.shared.counted import row_of
from resolint.findings import Hit
from resolint.lexicon import Lexicon, per_lexicon
from resolint.model import Document

__all__ = ["shaped"]


def shaped(document: Document, lexicon: Lexicon, counts: Counts) -> Iterator[Hit]:
    """What is told of the shape of a draft."""
    shape = shape_of(document, lexicon)

    def written(place: int) -> str:
        block, at = shape.at(place)
        start, end = row_of(document, block).places[at]
        return block.text[start:end]

    look = Look(shape.words, counts, classes_of(lexicon), tokens_of(lexicon), persons_of(lexicon), written)
    yield from told_of(document, shape, look, _mechanisms(lexicon))


@per_lexicon
def _mechanisms(lexicon: Lexicon) -> tuple[Mechanism, ...]:
    """The mechanisms of a language."""
    return (
        *agreeing.mechanisms(),
        *relating.mechanisms(lexicon),
        *aligning.mechanisms(lexicon),
        *joining.mechanisms(),
        *usage.mechanisms(lexicon),
        *misplaced.mechanisms(lexicon),
        *impossible.mechanisms(),
        *voicing.mechanisms(),
        *taking.mechanisms(lexicon),
        *linking.mechanisms(),
        *parting.mechanisms(),
        *unpaired.mechanisms(),
        *timing.mechanisms(),
        *straying.mechanisms(),
    )
