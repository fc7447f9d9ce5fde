"""What resolint says in French of every bad example of every card: in French, with all gaps filled, of the same faults."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

import pytest

from resolint.cards import catalogue, lexicon_of, said_in
from resolint.findings import Finding
from resolint.model import Document
from resolint.pipeline.bench import Bench
from resolint.pipeline.drafts import read_source
from resolint.pipeline.examples import DEFAULT_PROFILE
from resolint.rule import Card, Rule
from resolint.spelling.graph import WordGraph
from tests.support.rows import try_each
from tests.support.shelf import CARDS, FAMILIES

QUOTED = re.compile(r"«[^»]*»|“[^”]*”|‘[^’]*’|\([^()]*[A-Z][^()]*\)")
PLACE = re.compile(r"\b(?:preambular|operative|annex|note) [\dIVX]+(?: \([a-z]+\))*")
NAME = re.compile(r"\b[A-Z][\w’-]*(?:,? (?:(?:of|and|the|on|for|in|to) ){0,3}(?:[A-Z\d][\w’-]*|resolution|decision))*")
OURS = frozenset(["resolint", "allow"])
WORD = re.compile(r"(?<![\w/.-])[a-z]{2,}(?![\w/.-]*\w)")
ENGLISH = frozenset(
    WORD.findall(
        "the of and is are was were be it its not that this these with has have by from to write word words before after which "
        "here there should comma no at an"
    )
)
"""Words that no French sentence has; the dictionary knows some of them as loans."""


class Spoken(Bench):
    """A bench whose rules speak French, as a session gives them out."""

    def _run(self, document: Document, rules: Sequence[Rule], *given: Any, **named: Any) -> Sequence[Finding]:
        french = [replace(rule, card=said_in(rule.card, catalogue("fr"))) for rule in rules]
        return super()._run(document, french, *given, **named)


ENGLISH_BENCH, FRENCH_BENCH = Bench(CARDS), Spoken(CARDS)
FRENCH = WordGraph(lexicon_of("fr").tables.graph)


def left_over(told: str, draft: str = "") -> list[str]:
    """The English words of a French sentence, outside of what it quotes, names and places; those of the draft may stand there."""
    words = WORD.findall(NAME.sub("", PLACE.sub("", QUOTED.sub("", told))))
    given = OURS | set(WORD.findall(draft))
    return [word for word in words if word in ENGLISH or not (FRENCH.knows(word) or word in given)]


def told(card: Card) -> Iterator[tuple[str, Finding, Finding]]:
    """The bad examples of a card, and what it says of them in English and in French."""
    for example in card.examples:
        if example.kind == "bad":
            document = read_source(example.source, example.options.get("name", "example.md"))
            body = example.options.get("profile", DEFAULT_PROFILE)
            ours, theirs = (bench.alone(document, card, body) for bench in (ENGLISH_BENCH, FRENCH_BENCH))
            assert [(one.rule, one.span) for one in ours] == [(one.rule, one.span) for one in theirs]
            yield from ((example.source, *pair) for pair in zip(ours, theirs, strict=True))


def speaks_french(card: Card) -> None:
    for draft, ours, theirs in told(card):
        pairs = [(ours.message, theirs.message)]
        if ours.fix is not None and theirs.fix is not None:
            pairs.append((ours.fix.title, theirs.fix.title))
        for english, french in pairs:
            assert french != english, f"not translated: {english}"
            assert not re.search(r"\{\w*\}", french), french
            assert left_over(french, draft) == [], f"{left_over(french, draft)} in: {french}"


@pytest.mark.parametrize("family", FAMILIES)
def test_what_is_said_of_bad_examples_is_french(family: str) -> None:
    try_each(FAMILIES[family], speaks_french, lambda card: card.id)


def test_english_left_over_is_seen() -> None:
    assert left_over("« the well » est « a well » : it has 7 paragraphs (preambular 3, operative 7 (b)).") == [
        "it",
        "has",
        "paragraphs",
    ]
    assert left_over("La cote de l’Economic and Social Council est E/2024/5 : écrire « of ».") == []
