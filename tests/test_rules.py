"""Every card is proved by its own examples, through the whole way from source to report."""

import pytest

from resolint import cards, engine, profile, rulebook
from resolint.findings import Finding
from resolint.fixes import changes_words
from resolint.model import Document
from resolint.pipeline.agreeing import example_judge
from resolint.pipeline.drafts import read_source
from resolint.pipeline.rules import base_of_examples
from resolint.rule import Card

CARDS = cards.load_cards(examples=True)
TABLES = cards.tables()
JUDGE = example_judge(cards.lexicon())


def findings_of(document: Document, card: Card, profile_name: str) -> tuple[Finding, ...]:
    chosen = profile.resolve(document, name=profile_name)
    # Rules on the use of resolint speak of the other rules, so they run in company.
    wanted = (card.id,) if card.family != rulebook.ENGINE_FAMILY else (rulebook.ALL, card.id)
    rules = rulebook.select(CARDS, chosen, select=wanted)
    runs = card.id in {rule.card.id for rule in rules} or card.since or card.until
    assert runs, f"{card.id} does not run under the profile {profile_name}"
    report = engine.run(
        document,
        rules,
        tables=TABLES,
        profile=chosen.name,
        date=chosen.date,
        edition=chosen.edition,
        cards=CARDS,
        corpus=JUDGE if card.family == "AGR" else None,
        base=base_of_examples(document, card) if card.family == "AGR" else None,
    )
    assert not report.failures
    return tuple(finding for finding in report.findings if finding.rule == card.id)


@pytest.mark.parametrize("card", CARDS, ids=lambda card: card.id)
def test_the_examples_of_a_card_hold(card: Card) -> None:
    from resolint.pipeline.examples import check_card

    assert [str(fault) for fault in check_card(card, read_source, findings_of)] == []


@pytest.mark.parametrize("card", CARDS, ids=lambda card: card.id)
def test_a_safe_fix_changes_no_word(card: Card) -> None:
    for example in card.examples:
        document = read_source(example.source, example.options.get("name", "example.md"))
        for finding in findings_of(document, card, example.options.get("profile", "ga")):
            if finding.fix is not None and finding.fix.applicability == "safe":
                assert not [edit for edit in finding.fix.edits if changes_words(edit)], finding


def test_every_check_has_its_card_and_stands_in_the_module_of_its_family() -> None:
    ids = {card.id: card for card in CARDS}
    for module, rule_id, function in rulebook.all_checks():
        assert rule_id in ids, f"checks.{module}: {function.__name__} is marked {rule_id}, which has no card"
        assert module.partition(".")[0] == ids[rule_id].family.lower(), f"{rule_id} does not belong in checks.{module}"
        assert ids[rule_id].check == "code", (
            f"{rule_id} has a function, but its card says check = {ids[rule_id].check!r}"
        )


@pytest.mark.parametrize("card", CARDS, ids=lambda card: card.id)
def test_every_card_has_its_check(card: Card) -> None:
    assert callable(rulebook.find_check(card))


@pytest.mark.parametrize("name", profile.profile_names())
def test_a_profile_names_only_rules_that_exist(name: str) -> None:
    chosen = profile.read_profile(name)
    for selector in (*chosen.severities, *chosen.off, *chosen.on, *chosen.options):
        assert rulebook.matching(selector, CARDS), f"profile {name} speaks of {selector}, which is no rule"
    options = {key: card.options for card in CARDS for key in (card.id, card.name)}
    for key, own in chosen.options.items():
        assert set(own) <= set(options[key]), f"profile {name} sets options of {key} that the rule does not have"


def test_the_bodies_of_cards_are_profiles() -> None:
    names = profile.profile_names()
    assert not [(card.id, body) for card in CARDS for body in card.bodies if body not in names]
