"""Long and odd texts: every rule ends, and none crashes."""

import pytest

from resolint import cards, engine, profile, rulebook
from tests.checks.drafts import draft, known, read
from tests.support.rows import each

pytestmark = pytest.mark.slow


LONG = 20_000
TEXTS = {
    "quotation marks": "“" * LONG,
    "straight marks": '"' * LONG,
    "brackets": "\\[" * LONG,
    "digits": "1" * LONG,
    "numbers": "1 " * LONG,
    "dates": "1 May, 2001 " * (LONG // 12),
    "capitals": "ABC " * (LONG // 4),
    "commas": ", and" * (LONG // 5),
    "blanks": " \xa0" * (LONG // 2) + "x",
    "also": "also " * (LONG // 5),
    "paragraphs": "paragraphs 1, 2, 3 and 4 above " * (LONG // 31),
    "resolutions": "resolution 1/1 of 1 May 2001, " * (LONG // 30),
    "percent": "1%" * (LONG // 2),
}


@each("name", TEXTS)
def test_every_rule_ends_on_a_hostile_text(name: str) -> None:
    document = read(draft(f"*Recalling* {TEXTS[name]},", f"1. *Encourages* {TEXTS[name]};", f"2. {TEXTS[name]}."))
    rules = rulebook.select(known(), profile.resolve(document, name="ga"))
    report = engine.run(document, rules, tables=cards.tables(), profile="ga", cards=known())
    assert not report.failures


def test_an_empty_document_has_no_findings_of_these_families() -> None:
    document = read("")
    rules = rulebook.select(known(), profile.resolve(document, name="ga"))
    report = engine.run(document, rules, tables=cards.tables(), profile="ga", cards=known())
    assert not report.failures
