"""Runs one rule over a draft written in the notation, the whole way from text to findings."""

from dataclasses import replace
from functools import lru_cache

from resolint import cards, engine, notation, profile, rulebook
from resolint.findings import Finding
from resolint.model import Document, Origin
from resolint.pipeline.drafts import build
from resolint.rule import Card

TITLE = "# Reading rooms in mountain villages"
ORGAN = "*The General Assembly*,"
PREAMBLE = "*Recalling* its interest in reading rooms,"


@lru_cache(maxsize=1)
def known() -> tuple[Card, ...]:
    return cards.load_cards()


def read(source: str) -> Document:
    reading = notation.read(source, name="draft.md")
    # A draft of two lines does not show its language.
    return replace(build(reading, Origin("draft.md", "0" * 64, "markdown", lost=reading.lost)), language="en")


def draft(*paragraphs: str, organ: str = ORGAN) -> str:
    """A draft with title and organ line before ``paragraphs``."""
    return "\n\n".join((TITLE, organ, *paragraphs)) + "\n"


def findings(rule: str, source: str, body: str = "ga") -> tuple[Finding, ...]:
    """What the rule with this id finds in ``source`` under the profile of ``body``."""
    document = read(source)
    chosen = profile.resolve(document, name=body)
    rules = rulebook.select(known(), chosen, select=(rule,))
    report = engine.run(document, rules, tables=cards.tables(), profile=chosen.name, date=chosen.date, cards=known())
    assert not report.failures, report.failures
    return report.findings


def excerpts(rule: str, source: str, body: str = "ga") -> list[str]:
    """The words that the rule marks."""
    document = read(source)
    return [document.text(finding.span) for finding in findings(rule, source, body)]


def replacements(rule: str, source: str, body: str = "ga") -> list[str]:
    """What the fixes of the rule would write."""
    return [edit.replacement for found in findings(rule, source, body) if found.fix for edit in found.fix.edits]
