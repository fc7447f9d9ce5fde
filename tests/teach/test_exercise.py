"""Exercises: drafts are clean, faults are what the linter says, mending brings everything back, the same seed the same bytes."""

import json
from collections import Counter
from functools import cache
from pathlib import Path

import jsonschema
import pytest

from resolint import lint
from resolint.errors import BadConfiguration, UnreadableDraft
from resolint.pipeline import teaching
from resolint.pipeline.drafts import load
from resolint.pipeline.teaching import Exercise, Wanted
from resolint.teach import plants
from resolint.teach.chance import Chance
from resolint.teach.compose import compose, styles, topics
from tests.support import verbs
from tests.support.rows import each
from tests.support.share import share, shares, sizes

pytestmark = pytest.mark.slow

SEED = "seed 20465"
STYLES = ("un", "un4mun", "thimun", "nmun")
SCHEMAS = Path(__file__).resolve().parents[2] / "docs" / "schemas"


@cache
def made(seed: str, **wanted: object) -> Exercise:
    return teaching.exercise(Wanted(seed, **wanted), verbs.session())  # type: ignore[arg-type]


def prove(found: Exercise) -> None:
    """The key agrees with the linter, in the notation and in Word, and mending brings every character back."""
    session = verbs.session()
    clean = lint(found.answer.encode(), session, name="a.md", profile=found.profile)
    faulty = lint(found.source.encode(), session, name="a.md", profile=found.profile, keep=True)
    assert not clean.active
    assert {(finding.rule, finding.where) for finding in faulty.active} == {
        (one.rule, one.where) for one in found.faults
    }
    word = lint(teaching.exercise_word(found), session, name="a.docx", profile=found.profile)
    assert {finding.rule for finding in word.active} == {one.rule for one in found.faults}
    assert not lint(teaching.exercise_word(found, answer=True), session, name="a.docx", profile=found.profile).active
    lines, right = found.source.split("\n"), found.answer.split("\n")
    assert len({one.line for one in found.faults}) == len(found.faults)
    assert [at for at, (a, b) in enumerate(zip(lines, right, strict=True), 1) if a != b] == [
        one.line for one in found.faults
    ]
    assert teaching.read_key(teaching.write_key([found]), "key") == (found,)
    grader = teaching.Grader([found], session)
    untouched = grader.grade(teaching.exercise_word(found), "a.docx")
    mended = grader.grade(teaching.exercise_word(found, answer=True), "a.docx")
    assert untouched.count("missed") == mended.count("mended") == len(found.faults)
    assert not (untouched.broken or mended.broken or untouched.notes or mended.notes)


@pytest.mark.parametrize(
    ("style", "level"),
    [
        pytest.param(style, level, marks=pytest.mark.deep if (at + level) % 3 else ())
        for at, style in enumerate(STYLES)
        for level in (1, 2, 3)
    ],
)
def test_the_key_agrees_with_the_linter_in_every_style(style: str, level: int) -> None:
    found = made(f"quick {style}", style=style, level=level)
    assert len(found.faults) == {1: 5, 2: 7, 3: 9}[level]
    prove(found)


@pytest.mark.deep
@pytest.mark.parametrize("part", range(20))
def test_a_thousand_seeds(part: int) -> None:
    for number in range(part * 50, part * 50 + 50):
        prove(made(str(number), style=STYLES[number % 4], level=1 + number % 3))


@pytest.mark.parametrize("style", STYLES)
@shares(4)
def test_composed_drafts_are_clean(style: str, one_in: int) -> None:
    session = verbs.session()
    for number, row in share(list(enumerate(topics(session.lexicon()))), one_in):
        draft = compose(session.lexicon(), style, Chance(style, number), row["topic"])
        report = lint(draft.source.encode(), session, name="a.md", profile=draft.style.profile)
        assert not report.active, (row["topic"], [finding.message for finding in report.active])


def test_there_are_topics_for_a_class() -> None:
    assert len(topics(verbs.session().lexicon())) >= 20


def test_the_same_seed_gives_the_same_bytes() -> None:
    one, other = made("vary 0", level=2), made.__wrapped__("vary 0", level=2)
    assert one == other and one is not other
    for suffix in (".docx", ".md", ".html"):
        assert teaching.exercise_file(one, suffix) == teaching.exercise_file(other, suffix)
    assert teaching.answers_word([one], verbs.session()) == teaching.answers_word([other], verbs.session())


def test_another_seed_gives_another_exercise() -> None:
    assert made("vary 0", level=2).source != made("vary 1", level=2).source


@sizes("students", 3, 8)
def test_no_two_exercises_of_a_class_are_alike(students: int) -> None:
    found = [made("form A", level=1, number=number) for number in range(1, students + 1)]
    assert len({one.topic for one in found}) == len({one.identifier for one in found}) == len(found)
    for at, one in enumerate(found):
        for other in found[:at]:
            shared = {*one.answer.split("\n")} & {*other.answer.split("\n")}
            paragraphs = [line for line in shared if len(line) > 60]
            assert len(paragraphs) <= 4, paragraphs


def test_seed_and_faults_are_not_on_the_exercise() -> None:
    found = made(SEED, level=3)
    for data in (teaching.exercise_file(found, ".md"), teaching.exercise_file(found, ".html")):
        text = data.decode()
        assert SEED not in text
        assert found.identifier in text
        assert not any(fault.rule in text for fault in found.faults)


def test_levels_tell_places_number_nothing() -> None:
    from resolint.teach.exercise import task

    first, second, third = (task(made(SEED, level=level))[0] for level in (1, 2, 3))
    assert all(fault.where in first for fault in made(SEED, level=1).faults)
    assert "7 faults" in second
    assert not any(character.isdigit() for character in third.split(". ", 1)[1])


@pytest.mark.parametrize("topic", [*teaching.TOPICS, "PRE002", "operative-semicolon-missing"])
def test_topics_choose_the_rules(topic: str) -> None:
    found = made("topic", topics=(topic,), faults=3)
    beginnings = teaching.TOPICS.get(topic, ("PRE002",) if topic == "PRE002" else ("OPR005",))
    assert found.faults
    assert all(fault.rule.startswith(beginnings) for fault in found.faults)


@sizes("seeds", 2, 30)
def test_no_exercise_of_thimun_rewards_italics_on_operative_verbs(seeds: int) -> None:
    for number in range(seeds):
        found = made(str(number), style="thimun", topics=("operative",), level=3)
        lines = [line for line in found.answer.split("\n") if line[:1].isdigit()]
        assert lines
        assert all("<u>" in line for line in lines)
        assert not any("*" in fault.right for fault in found.faults)


def test_faults_come_into_a_draft_of_ones_own() -> None:
    draft = compose(verbs.session().lexicon(), "un", Chance("own"), "lighthouses").source
    own = teaching.own_draft(draft.encode(), verbs.session(), name="own.md")
    found = made("own", draft=own, faults=4)
    assert len(found.faults) == 4
    assert found.answer == own


def test_nothing_is_planted_that_nobody_can_see() -> None:
    assert "TYP022" not in {card.id for card in teaching.plantable(verbs.session())}


@pytest.mark.parametrize(("right", "wrong", "can"), [
    ("developing countries", "poor nations", True),
    ("per cent", "%", True),
    ("in", "in the month of", False),
    ("developed", "came up with", False),
    ("resolution", "resolved resolution", False),
    ("valleys", "val\u200bleys", False),
])  # fmt: skip
def test_words_are_swapped_where_they_make_sense(right: str, wrong: str, can: bool) -> None:
    assert plants.can_be_swapped(right, wrong) is can


def test_what_the_linter_would_write_is_accepted() -> None:
    found = made("accepted", topics=("REF003",), faults=1)
    assert "General Assembly resolution" in found.faults[0].accept[0]
    grader = teaching.Grader([found], verbs.session())
    for fault in found.faults:
        lines = found.source.split("\n")
        for text in fault.accept:
            lines[fault.line - 1] = fault.mended(lines[fault.line - 1], text)
            graded = grader.grade("\n".join(lines).encode(), "a.md")
            assert graded.results[0].reason == "another right form"


@pytest.mark.parametrize("rule", ["SPN003", "SPN004", "SPN009"])
def test_faults_of_the_masthead_are_planted_inside_the_marks_of_its_fields(rule: str) -> None:
    found = made("masthead", topics=(rule,), faults=1)
    (fault,) = found.faults
    line = found.source.split("\n")[fault.line - 1]
    assert not any('"' in text for text in (fault.wrong, fault.right, *fault.seen(line)))
    prove(found)


def test_an_unknown_topic_is_one_sentence() -> None:
    with pytest.raises(BadConfiguration, match="there is no such topic or rule"):
        made("s", topics=("preambel",))


def test_every_declared_plant_is_on_a_card_that_exists_and_many_rules_can_be_planted() -> None:
    assert len(teaching.plantable(verbs.session())) >= 80


@sizes("seeds", 3, 5)
def test_rules_vary_from_seed_to_seed(seeds: int) -> None:
    rules = Counter(fault.rule for number in range(seeds) for fault in made(f"vary {number}", level=2).faults)
    assert len(rules) > 4 * seeds


def test_the_key_fits_its_schema() -> None:
    schema = json.loads((SCHEMAS / "exercise-key.json").read_text(encoding="utf-8"))
    jsonschema.validate(json.loads(teaching.write_key([made(SEED, level=1)])), schema)


@each(
    ("change", "words"),
    [
        (lambda text: text[:40], "it is no JSON"),
        (lambda text: "[]", "no key of an exercise"),
        (lambda text: text.replace('"level"', '"lvl"'), "'level' is missing"),
        (lambda text: text.replace('"line": ', '"line": 1'), "not where the key says"),
        (lambda text: '{"schema": "resolint-exercise-key-1", "exercises": []}', "holds no exercise"),
    ],
)
def test_a_damaged_key_is_one_sentence(change: object, words: str) -> None:
    with pytest.raises(BadConfiguration, match=words):
        teaching.read_key(change(teaching.write_key([made(SEED, level=1)])), "key.json")  # type: ignore[operator]


def test_the_task_is_at_the_foot_of_the_word_file_and_no_part_of_the_draft() -> None:
    found = made(SEED, level=2)
    document = load(teaching.exercise_word(found), name="a.docx")
    feet = [block.text for block in document.blocks if block.kind == "footer"]
    assert any(found.identifier in text for text in feet)
    assert styles(verbs.session().lexicon())["un"].profile == "ga"


def test_a_draft_of_ones_own_that_is_not_clean_is_refused_with_the_count() -> None:
    draft = "# On trees\n\n*The General Assembly*,\n\n*Noting* that 5 percent are oaks,\n\n1. *Decides* to plant 7 percent more.\n"
    count = len(lint(draft.encode(), verbs.session(), name="a.md").active)
    assert count > 0
    with pytest.raises(UnreadableDraft, match=f"own.md: this draft has {count} finding"):
        teaching.own_draft(draft.encode(), verbs.session(), name="own.md")
