"""The look that tells which rules a draft wakes: it must change nothing but the time that a run takes."""

import random
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resolint import cards, engine, profile, rulebook
from resolint.cards.kinds.wakes import literals
from resolint.cards.load import parse_card
from resolint.errors import BadCard
from resolint.pipeline.drafts import read_source
from resolint.rule import Card, Example
from tests.accuracy.adopted import adopted
from tests.accuracy.bases import bases
from tests.accuracy.drafts import FORMATS
from tests.accuracy.faults import faults
from tests.support import verbs
from tests.support.rows import each
from tests.support.share import share, shares
from tests.support.shelf import CARDS

BAD = [(card, example) for card in CARDS for example in card.examples if example.kind == "bad"]

Draft = tuple[str, bytes]


def examples() -> list[Draft]:
    """Every example of every card: nearly half of them faulty."""
    return [
        (example.options.get("name", f"{card.id}-{example.line}.md"), example.source.encode())
        for card in CARDS
        for example in card.examples
    ]


def spoilt(draft: Draft, chance: random.Random) -> Draft:
    """A text with slips of every kind: letters lost, doubled and exchanged, lines in capitals, marks and words put in."""
    name, data = draft
    lines = data.decode(errors="replace").split("\n")
    for _ in range(max(4, len(lines) // 6)):
        at = chance.randrange(len(lines))
        line = lines[at]
        place = chance.randrange(len(line) + 1)
        lines[at] = chance.choice(SLIPS)(line, place, chance)
    made = "\n".join(lines)
    return name, made.encode() if made.strip() else data


PUT_IN = (
    " percent", " 5 % ", " the the ", "[text]", " UNODC’s ", " OP 5 ", " organise ", " 5 days ", " twelve States ", "  ", "\u00a0",
    " (A/75/123) ", " December 12, 2024 ", " 31 April 2020 ", " Res. 70/1", " paragraph 99 above ", '"', "”", "“", "‑", "\u00ad",
    " as appropriate take ", " co‑operation ", " Program ", " İ ", " ı ", "ſ", " reslution ", " www.example.org ", "\u200b", " & ",
)  # fmt: skip
SLIPS = (
    lambda line, at, chance: line[:at] + line[at + 1 :],
    lambda line, at, chance: line[:at] + line[at : at + 1] + line[at:],
    lambda line, at, chance: line[: at - 1] + line[at : at + 1] + line[at - 1 : at] + line[at + 1 :] if at else line,
    lambda line, at, chance: line.upper(),
    lambda line, at, chance: line.lower(),
    lambda line, at, chance: re.sub("[;,.]$", "", line),
    lambda line, at, chance: line.replace("*", ""),
    lambda line, at, chance: "",
    lambda line, at, chance: line[:at] + chance.choice(PUT_IN) + line[at:],
    lambda line, at, chance: line[:at] + chance.choice(PUT_IN) + line[at:],
)


def planted(folder: Path) -> Iterator[Draft]:
    """Real drafts with one planted fault of every sort, in Markdown and in Word."""
    drafts = bases(folder)
    for rule, operators in faults().items():
        for number, operator in enumerate(operators):
            draft = drafts[number % len(drafts)]
            made = operator(draft, number)
            for ending, write in (FORMATS["markdown"], FORMATS["Geneva"]) if made is not None else ():
                yield f"{rule}-{number}{ending}", write(made.draft)


def differences(drafts: list[Draft]) -> list[str]:
    """The drafts of which a linter that looks and one that does not say different things."""
    looking = verbs.Linter()
    blind = verbs.Linter(look=False)
    found = []
    for name, data in drafts:
        ours, all_rules = looking.lint(data, name=name), blind.lint(data, name=name)
        if ours != all_rules:
            missed = {finding.rule for finding in all_rules.findings} - {finding.rule for finding in ours.findings}
            found.append(f"{name}: {', '.join(sorted(missed)) or 'other findings'}")
    return found


@shares(12)
@pytest.mark.slow
def test_the_look_changes_no_finding_of_the_examples(one_in: int) -> None:
    drafts = share(examples(), one_in)
    chance = random.Random(3)
    drafts += [spoilt(draft, chance) for draft in chance.sample(drafts, 120 // one_in)]
    chance.shuffle(drafts)
    assert differences(drafts) == []


@pytest.mark.deep
def test_the_look_changes_no_finding_of_a_thousand_drafts(real: Path) -> None:
    chance = random.Random(11)
    texts = [(text.name, text.data) for text in adopted(real) if len(text.data) < 20_000]
    drafts = [*planted(real), *examples()]
    drafts += [spoilt(draft, chance) for draft in chance.sample(texts, 300)]
    drafts += chance.sample(texts, 250)
    drafts += [(path.name, path.read_bytes()) for path in sorted((real / "cases" / "drafts").glob("*.md"))]
    chance.shuffle(drafts)
    assert len(drafts) >= 1000
    assert differences(drafts) == []


@each(("card", "example"), BAD, ids=lambda one: one.id if isinstance(one, Card) else str(one.line))
def test_a_bad_example_wakes_its_rule(card: Card, example: Example) -> None:
    document = read_source(example.source, example.options.get("name", "example.md"))
    chosen = profile.resolve(document, name=example.options.get("profile", "ga"))
    rules = [rule for rule in rulebook.select(CARDS, chosen, select=(card.id,)) if rule.card.id == card.id]
    look = engine.Look(rules, [rulebook.wakes(rule, cards.lexicon()) for rule in rules])
    given = {name for way in card.wakes or () for name in way.given}
    assert {rule.card.id for rule in rules} <= look.awake(document, corpus="corpus" in given, base="base" in given)


@each("card", [card for card in CARDS if card.check == "code"], ids=lambda card: card.id)
def test_every_card_whose_check_is_code_says_what_wakes_it(card: Card) -> None:
    text = (cards.data_dir("rules").parent / card.path).read_text(encoding="utf-8")
    assert re.search(r"^wakes = ", text.partition("\n+++\n")[0], re.MULTILINE), (
        f'{card.path}: add the key wakes ("always" if nothing can be told; rules/README.md lists what it may hold)'
    )


FRONT = """+++
id = "ZZZ001"
name = "percent-written"
severity = "warning"
confidence = "high"
authority = "an invented manual"
message = "{text}"
"""


def card(line: str) -> Card:
    return parse_card(f"{FRONT}{line}\n+++\n", "rules/ZZZ/ZZZ001-percent-written.md", examples=False)


@each(
    ("wakes", "text", "awake"),
    [
        ('"always"', "Anything.", True),
        ('{ texts = ["%", "percent"] }', "Five PERCENT of it.", True),
        ('{ texts = ["%", "percent"] }', "Five of it.", False),
        ('{ texts = ["lighting"] }', "lIghtıng and LİGHTING", True),
        ('{ words = ["Member States"] }', "All member\u00a0states.", True),
        ('{ words = ["Member States"] }', "Member-States, states.", False),
        ('{ words = ["per cent"], parts = ["footnotes"] }', "Ten per cent.", False),
        ('{ words = ["per cent"], parts = ["footnotes"] }', "Ten per cent.[^1]\n\n[^1]: A note.", True),
        ('[{ texts = ["%"] }, { marks = ["italic"] }]', "Plain.", False),
        ('[{ texts = ["%"] }, { marks = ["italic"] }]', "*Slanted* words.", True),
        ('{ parts = ["operative"] }', "*The General Assembly*,\n\n1. *Decides* to wait.", True),
        ('{ parts = ["preamble"] }', "*The General Assembly*,\n\n1. *Decides* to wait.", False),
        ('{ parts = ["masthead"] }', "# Title\n\n*The General Assembly*,\n\n1. *Decides* to wait.", False),
        (
            '{ parts = ["masthead"] }',
            "A/C.3/78/L.4\n\n# Title\n\n*The General Assembly*,\n\n1. *Decides* to wait.",
            True,
        ),
        ('{ kinds = ["decision"] }', "*The General Assembly*,\n\n1. *Decides* to wait.", False),
        ('{ given = ["base"] }', "Anything.", False),
    ],
)
def test_what_a_card_says_wakes_its_rule(wakes: str, text: str, awake: bool) -> None:
    one = card(f"wakes = {wakes}")
    rule = rulebook.Rule(one, lambda document, context: (), "warning")
    look = engine.Look([rule], [one.wakes])
    assert ("ZZZ001" in look.awake(read_source(text, "a.md"))) is awake


@each(
    ("line", "words"),
    [
        ("wakes = []", "line 8, key wakes: .always."),
        ("wakes = { }", "line 8, key wakes: .always."),
        ('wakes = "never"', "line 8, key wakes: .always."),
        ('wakes = { word = ["a"] }', r"there is no key word; did you mean words\?"),
        ('wakes = { words = "a" }', "words is a list of texts, such as words = "),
        ("wakes = { texts = [] }", "texts is a list of texts"),
        ('wakes = { parts = ["footnote"] }', r"'footnote' is not allowed in parts; did you mean footnotes\?"),
        (
            'check = "forbid"\nwakes = "always"\n[options]\nterms = ["a"]',
            "line 9, key wakes: what wakes a rule of this kind is read off its words",
        ),
    ],
)
def test_a_key_that_cannot_be_used_is_told(line: str, words: str) -> None:
    with pytest.raises(BadCard, match=words):
        card(line)


@each(
    ("pattern", "texts"),
    [
        (r"\bpercent\b", ("percent",)),
        (r"[Pp]aragraph", ("aragraph",)),
        (r"(?:Rev|Corr)\.\d", ("Rev", "Corr")),
        (r"(?:January|February|May) \d", ("January", "February", "May")),
        (r"a(?:bc|d)?e", ("a",)),
        (r"(?i:shall){1,3}", ("shall",)),
        (r"\d{1,2}", None),
        (r"(?:a|\d)", None),
        (r"[%‰]", ("%", "‰")),
        (r"(?!x)y", ("y",)),
    ],
)
def test_the_texts_that_a_pattern_asks_for(pattern: str, texts: tuple[str, ...] | None) -> None:
    assert literals(pattern) == texts


@given(st.text("abcxy1% -", max_size=12))
def test_no_pattern_matches_without_one_of_its_texts(text: str) -> None:
    for pattern in (r"a(?:b|c)", r"(?:ab|x)?y", r"[xy]{1,2}%", r"(?i)AB\b", r"(?:a|bc)[ -]1", r"a?b{1,2}"):
        found = literals(pattern)
        if re.search(pattern, text):
            assert found is None or any(one.casefold() in text.casefold() for one in found)


def test_rules_that_did_not_wake_count_as_run() -> None:
    draft = (
        b"<!-- resolint: allow SPL004 because it is asked for -->\n\n*The General Assembly*,\n\n1. *Decides* to wait.\n"
    )
    report = verbs.lint(draft, name="a.md", no_config=True)
    blind = verbs.Linter(look=False).lint(draft, name="a.md")
    assert report == blind


def test_own_words_of_a_project_wake_the_rule(tmp_path: Path) -> None:
    (tmp_path / "resolint.toml").write_text('[options.PBI002]\nterms = ["zorgling"]\n', encoding="utf-8")
    draft = tmp_path / "a.md"
    draft.write_text("*The General Assembly*,\n\n1. *Decides* to go on zorgling;\n", encoding="utf-8")
    assert any("zorgling" in finding.message for finding in verbs.lint(draft).findings)
