"""Every rule on 100 kB of hostile text: it ends in good time, whatever stands there."""

from __future__ import annotations

import re
import signal
from functools import lru_cache

import pytest

from resolint import cards, rulebook
from resolint.model import Document, Origin
from resolint.notation import read
from resolint.rule import Card, Context
from resolint.structure import build
from tests.support.patience import patience
from tests.support.rows import try_each
from tests.support.share import share, shares
from tests.support.shelf import CARDS, FAMILIES

pytestmark = pytest.mark.slow


SIZE = 100_000
PATIENCE = 10
"""Seconds of the processor. A linear rule takes hundredths of one, a pattern that runs away takes longer than the world will last."""

UNITS = {
    "numbers and references": "resolution 1/1 A, 12 May, 1 2 per cent. ",
    "quotation marks and brackets": "“( \\[and/or “A-a ‘",
    "capitals and joints": "Also Further, AAA-Aaa a.A. of the ",
    "blanks": "a \xa0  \t ,",
    "one word": "aaaaaaaaaaaa",
    "words of notes": "Ibid., vol. 1, No. 1; Sales No. E.1.I; Official Records, Supplement No. ",
}
TABLES = cards.tables()


def draft(unit: str) -> str:
    """A draft whose title, paragraphs and note are nothing but ``unit``, 100 kB in all."""
    text = unit * (SIZE // 5 // len(unit))
    return (
        f'+++\nsymbol = "A/C.2/79/L.5"\nsponsors = "{"Peru, " * 2000}draft resolution"\n+++\n\n# {text}\n\n'
        f"*The General Assembly*,\n\n*Recalling* {text},[^1]\n\n1. *Invites* {text};\n\n(a) {text};\n\n2. {text}.\n\n"
        f"[^1]: {text}\n"
    )


@lru_cache(maxsize=len(UNITS))
def document(source: str) -> Document:
    reading = read(source, name="hostile.md")
    return build(reading, Origin("hostile.md", "0" * 64, "markdown"), cards.lexicon())


@pytest.mark.skipif(not hasattr(signal, "SIGPROF"), reason="there are no alarms here")
def test_patience_ends() -> None:
    with pytest.raises(TimeoutError), patience(0.05):
        re.fullmatch("(a|a)+b", "a" * 60)


def called(card: Card) -> str:
    return f"{card.id} {card.name}"


def run(card: Card, hostile: Document) -> None:
    # A rule that no English draft meets is run in the first language that it knows.
    language = card.languages[0]
    spoken, lexicon = card.spoken(language), cards.lexicon_of(language)
    context = Context("ga", spoken.options, TABLES, "2024-10-12", language, "2024-10-12", lexicon=lexicon)
    for hit in rulebook.find_check(spoken)(hostile, context):
        assert hostile.has_block(hit.span.block)


@pytest.mark.parametrize("family", FAMILIES)
@shares(3)
def test_rules_come_to_an_end(family: str, one_in: int) -> None:
    def comes_to_an_end(card: Card) -> None:
        # Neighbours on the shelf, which are often of one make, meet different texts.
        for unit in share(list(UNITS.values())[CARDS.index(card) % one_in :], one_in):
            hostile = document(draft(unit))
            with patience(PATIENCE):
                run(card, hostile)

    try_each(FAMILIES[family], comes_to_an_end, called)


@pytest.mark.parametrize(
    "size", [pytest.param(SIZE // 5, id="20 kB"), pytest.param(SIZE, id="100 kB", marks=pytest.mark.deep)]
)
@pytest.mark.parametrize("family", FAMILIES)
def test_rules_come_to_an_end_on_what_they_look_for(family: str, size: int) -> None:
    def comes_to_an_end(card: Card) -> None:
        marked = [
            example.source[start:end] for example in card.examples for start, end in example.marked if end > start
        ]
        unit = " ".join(dict.fromkeys(" ".join(words.split()) for words in marked))[:200]
        if unit:
            lone = document(f"*The General Assembly*,\n\n1. *Invites* {(unit + ' ') * (size // (len(unit) + 1))}.\n")
            # A fifth of the time for a fifth of the text: what is linear needs a hundredth of it.
            with patience(PATIENCE * size // SIZE):
                run(card, lone)

    try_each(FAMILIES[family], comes_to_an_end, called)
