"""Every card is proved by its own examples, alone and among all other rules, through the whole way from source to report."""

import pytest

from resolint import profile, rulebook
from resolint.pipeline.bench import Bench, prove
from resolint.rule import Card
from tests.support.rows import each, try_each
from tests.support.shelf import CARDS, FAMILIES

BENCH = Bench(CARDS)


def called(card: Card) -> str:
    return f"{card.id} {card.name}"


def holds(card: Card) -> None:
    assert [str(fault) for fault in prove(card, BENCH)] == []


@pytest.mark.parametrize("family", FAMILIES)
def test_cards_hold_by_themselves_and_among_the_others(family: str) -> None:
    try_each(FAMILIES[family], holds, called)


def test_every_check_has_its_card_and_stands_in_the_module_of_its_family() -> None:
    ids = {card.id: card for card in CARDS}
    for module, rule_id, function in rulebook.all_checks():
        assert rule_id in ids, f"checks.{module}: {function.__name__} is marked {rule_id}, which has no card"
        assert module.partition(".")[0] == ids[rule_id].family.lower(), f"{rule_id} does not belong in checks.{module}"
        assert ids[rule_id].check == "code", (
            f"{rule_id} has a function, but its card says check = {ids[rule_id].check!r}"
        )


@each("card", CARDS, ids=lambda card: card.id)
def test_every_card_has_its_check(card: Card) -> None:
    assert callable(rulebook.find_check(card))


@each("name", profile.profile_names())
def test_a_profile_names_only_rules_that_exist(name: str) -> None:
    chosen = profile.read_profile(name)
    for selector in (*chosen.severities, *chosen.off, *chosen.on, *chosen.options):
        assert rulebook.matching(selector, CARDS), f"profile {name} speaks of {selector}, which is no rule"
    options = {key: card.options for card in CARDS for key in (card.id, card.name)}
    for key, own in chosen.options.items():
        assert set(own) <= set(options[key]), f"profile {name} sets options of {key} that the rule does not have"
