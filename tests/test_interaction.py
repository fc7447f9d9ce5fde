"""All rules over the examples of all other cards: they let each other's good texts be, and their fixes agree."""

from __future__ import annotations

import random
import re

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
    ("SPL004", "NUM024"): "only a number in words shows that the rule looks behind those too",
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
        edition=one.edition,
        cards=CARDS,
    )
    assert not report.failures
    return report.active


def edits_for(document: Document, profile_name: str) -> tuple[Edit, ...]:
    return fixes.applicable([found.fix for found in findings(document, profile_name)], "suggest")


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


MARKS = (
    ",",
    ";",
    ".",
    ":",
    "",
    ",,",
    " ,",
    "，",
    "；",
    "。",
    "،",
    "\u037e",
    "।",
    "!",
    " and",
    " or",
    "; and/or",
    ", and",
    "…",
    " –",
    "”",
    ")",
)
REVEALED = {
    "SPN012": "once commas join the sponsors, the missing *and* before the last is seen",
    "TYP014": "a blank before a dash is right, and wrong before the mark that takes its place",
    "SPL018": "a blank of another kind between the words hid them from the rule",
    "OPR006": "which operative paragraph is the last can change when a mark is mended",
}
"""The rules that find a fault after a fix which was there before and could not be seen."""
BLANKS = ("  ", "\u00a0", "\t", "", "\u200b", " \u00a0")


def spoilt(source: str, chance: random.Random) -> str:
    """A draft with up to five slips of typing, one a line: marks at the ends of lines, blanks, doubled and missing signs."""
    lines = source.split("\n")
    for at in chance.sample(range(len(lines)), min(5, len(lines))):
        line = lines[at]
        if len(line) < 12 or line.startswith(("#", "+++", "```", "*The ")) or " = " in line or "[^" in line:
            continue
        kind = chance.random()
        if kind < 0.5:
            lines[at] = re.sub(r"[,;.:]?$", lambda _: chance.choice(MARKS), line)
        elif kind < 0.75:
            blank = chance.choice([found.start() for found in re.finditer(r"(?<=\w) (?=\w)", line)] or [0])
            lines[at] = line[:blank] + chance.choice(BLANKS) + line[blank + 1 :]
        else:
            sign = chance.randrange(8, len(line))
            lines[at] = line[:sign] + chance.choice((",", ".", "(", "“", "'", "-", "-- ", " ;", "％")) + line[sign:]
    return "\n".join(lines)


def mended(document: Document, edits: tuple[Edit, ...]) -> Document:
    return read_source(notation.write(fixes.apply_document(document, edits)), document.origin.name)


def safe_fixes_are_safe(source: str, file: str, body: str) -> None:
    """After the safe fixes no rule finds a fault where they were made that was not there, and they come to rest."""
    document = read_source(source, file)
    before = findings(document, body)
    edits = fixes.applicable(before, "safe")
    if not edits:
        return
    after = mended(document, edits)
    known = {(finding.rule, finding.where) for finding in before}
    places = {edit.span.block: edit for edit in edits}
    texts = {fixes.apply(document.block(block).text, [e for e in edits if e.span.block == block]) for block in places}
    touched = {
        block.id for block in (*after.blocks, *(b for n in after.footnotes for b in n.blocks)) if block.text in texts
    }
    new = [
        f for f in findings(after, body)
        if f.span.block in touched and (f.rule, f.where) not in known and f.severity != "info" and f.rule not in REVEALED
    ]  # fmt: skip
    assert not new, [(f.rule, f.message, f.excerpt) for f in new]
    for _ in range(ROUNDS):
        again = fixes.applicable(findings(after, body), "safe")
        if not again:
            return
        after = mended(after, again)
    assert not fixes.applicable(findings(after, body), "safe"), "the safe fixes go on changing the text"


@pytest.mark.slow
@pytest.mark.parametrize("case", cases("bad", "good", "fixed"), ids=name)
def test_safe_fixes_never_make_it_worse(case: tuple[Card, Example]) -> None:
    _, example = case
    body, file = example.options.get("profile", "ga"), example.options.get("name", "example.md")
    safe_fixes_are_safe(example.source, file, body)
    chance = random.Random(example.line)
    for _ in range(2):
        safe_fixes_are_safe(spoilt(example.source, chance), file, body)
