"""All rules over the examples of all other cards: they let each other's good texts be, and their fixes agree."""

from __future__ import annotations

import pytest

from resolint import cards, engine, fixes, notation, profile, rulebook
from resolint.findings import Edit, Finding
from resolint.model import Document
from resolint.pipeline.drafts import read_source
from resolint.rule import Card, Example

CARDS = cards.load_cards(examples=True)
TABLES = cards.tables()
ROUNDS = 4
"""So many times fixes may be applied until nothing is left to mend; where two touch, one waits for the next round."""

EXCUSED = {
    ("SPL010", "ABB001"): "only an abbreviation that resolutions write out shows what the rule lets pass",
    ("SPL011", "ABB001"): "only an abbreviation that resolutions write out shows what the rule lets pass",
    ("NUM012", "STR016"): "the example shows how an annex is referred to; the annex itself is left out for brevity",
}
"""The rule that speaks on a good or fixed example of the card before it, and why that may be."""


def cases(*kinds: str) -> list[tuple[Card, Example]]:
    return [(card, example) for card in CARDS for example in card.examples if example.kind in kinds]


def name(case: tuple[Card, Example]) -> str:
    return f"{case[0].id}-{case[1].kind}-{case[1].line}"


def findings(document: Document, profile_name: str) -> tuple[Finding, ...]:
    one = profile.resolve(document, name=profile_name)
    report = engine.run(
        document,
        rulebook.select(CARDS, one),
        tables=TABLES,
        profile=one.name,
        date=one.date,
        edition=one.era,
        cards=CARDS,
    )
    assert not report.failures
    return report.active


def edits_for(document: Document, profile_name: str) -> tuple[Edit, ...]:
    return fixes.applicable(findings(document, profile_name), "suggest")


@pytest.mark.parametrize("case", cases("good", "fixed"), ids=name)
def test_what_one_card_calls_good_no_other_rule_calls_wrong(case: tuple[Card, Example]) -> None:
    card, example = case
    document = read_source(example.source, example.options.get("name", "example.md"))
    found = [
        (finding.rule, finding.message)
        for finding in findings(document, example.options.get("profile", "ga"))
        if finding.severity != "info" and (card.id, finding.rule) not in EXCUSED
    ]
    assert not found


@pytest.mark.parametrize("case", cases("bad", "good", "fixed"), ids=name)
def test_all_fixes_together_come_to_rest(case: tuple[Card, Example]) -> None:
    _, example = case
    document = read_source(example.source, example.options.get("name", "example.md"))
    body = example.options.get("profile", "ga")
    for _ in range(ROUNDS):
        edits = edits_for(document, body)
        if not edits:
            break
        mended = notation.write(fixes.apply_document(document, edits))
        assert mended != notation.write(document), edits
        # Fixes change texts; what the texts are made of has to be found anew.
        document = read_source(mended, document.origin.name)
    assert not edits_for(document, body), "the fixes go on changing the text"


@pytest.mark.parametrize("pair", EXCUSED, ids="-".join)
def test_every_excuse_is_needed(pair: tuple[str, str]) -> None:
    card_id, rule = pair
    card = next(card for card in CARDS if card.id == card_id)
    found = {
        finding.rule
        for example in card.examples
        if example.kind != "bad"
        for finding in findings(read_source(example.source, "example.md"), example.options.get("profile", "ga"))
    }
    assert rule in found
