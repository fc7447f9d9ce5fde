"""Long and odd texts: every rule ends, and none crashes."""

import pytest

from resolint import cards, engine, profile, rulebook
from tests.checks.drafts import draft, known, read
from tests.support.patience import patience
from tests.support.rows import each
from tests.support.share import sizes

pytestmark = pytest.mark.slow


PATIENCE = 20
"""Seconds of the processor for 4 kB, which take less than one."""

UNITS = {
    "quotation marks": "“",
    "straight marks": '"',
    "brackets": "\\[",
    "digits": "1",
    "numbers": "1 ",
    "dates": "1 May, 2001 ",
    "capitals": "ABC ",
    "commas": ", and",
    "blanks": " \xa0",
    "also": "also ",
    "paragraphs": "paragraphs 1, 2, 3 and 4 above ",
    "resolutions": "resolution 1/1 of 1 May 2001, ",
    "percent": "1%",
}


@sizes("size", 4_000, 20_000)
@each("name", UNITS)
def test_every_rule_ends_on_a_hostile_text(name: str, size: int) -> None:
    text = UNITS[name] * (size // len(UNITS[name])) + "x"
    document = read(draft(f"*Recalling* {text},", f"1. *Encourages* {text};", f"2. {text}."))
    rules = rulebook.select(known(), profile.resolve(document, name="ga"))
    with patience(PATIENCE * size // 4_000):
        report = engine.run(document, rules, tables=cards.tables(), profile="ga", cards=known())
    assert not report.failures


def test_an_empty_document_has_no_findings_of_these_families() -> None:
    document = read("")
    rules = rulebook.select(known(), profile.resolve(document, name="ga"))
    report = engine.run(document, rules, tables=cards.tables(), profile="ga", cards=known())
    assert not report.failures
