"""The rule that CONTRIBUTING.md teaches is written into a folder of its own and proved like every other."""

import re
from pathlib import Path

from resolint import cards
from resolint.cards import parse_card
from resolint.pipeline.bench import Bench, prove


def test_the_first_rule_works_as_it_is_taught(root: Path) -> None:
    text = (root / "CONTRIBUTING.md").read_text(encoding="utf-8")
    (place,) = re.findall(r"Put this into `rules/([^`]+)`", text)
    (source,) = re.findall(r"^`````card\n(.*?)^`````$", text, re.DOTALL | re.MULTILINE)
    card = parse_card(source, f"rules/{place}")
    # The card may lie among ours already: whoever follows the page has written it there.
    every = (*(other for other in cards.load_cards(examples=True) if other.id != card.id), card)
    assert [str(fault) for fault in prove(card, Bench(every))] == []
    assert [example.kind for example in card.examples] == ["bad", "fixed", "good"]


def test_the_commands_taught_name_the_card_that_is_taught(root: Path) -> None:
    text = (root / "CONTRIBUTING.md").read_text(encoding="utf-8")
    rule_id, name = re.findall(r"resolint rules new ([A-Z]{3}[0-9]{3}) ([a-z-]+)", text)[0]
    assert f"{rule_id}-{name}.md" in text
    assert f"resolint rules test {rule_id}" in text
    assert f"resolint rules explain {rule_id}" in text
    assert f'@check("{rule_id}")' in text
