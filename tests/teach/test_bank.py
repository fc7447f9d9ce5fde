"""The bank of questions: true to the cards, and read by those who read GIFT, QTI and CSV."""

import csv
import io
import json
import os
import re
import shutil
import subprocess
import zipfile
from collections import Counter
from functools import cache
from pathlib import Path
from xml.etree import ElementTree

import pytest

from resolint import lint
from resolint.errors import BadConfiguration
from resolint.pipeline import explaining
from resolint.pipeline import rules as desk
from resolint.pipeline.drafts import load
from resolint.rule import Card
from resolint.teach.bank import KINDS, Question
from resolint.teach.quiz import drawn, put, told
from resolint.teach.showing import as_terminal, bare
from resolint.teach.sight import only_seen, said, seen
from resolint.writing import Words
from tests.support import verbs
from tests.support.share import share

pytestmark = pytest.mark.slow

NODE = os.environ.get("RESOLINT_NODE_MODULES", "")
"""A folder node_modules in which gift-pegjs is installed."""
ITEM = "{http://www.imsglobal.org/xsd/imsqti_v2p1}"
PARSE = (
    "const {parse} = require(process.argv[1]); const fs = require('fs');"
    "console.log(JSON.stringify(parse(fs.readFileSync(0, 'utf8')).map(q => [q.title, q.type])))"
)


RULES = ("PRE002", "OPR001", "STR001", "SPL001", "TYP001")


@cache
def asked(one_in: int) -> tuple[Question, ...]:
    cards = [card for card in verbs.session().cards(examples=True) if card.family != "RES"]
    return explaining.questions(verbs.session(), share(cards, one_in))


@pytest.fixture(params=[pytest.param(5, id="1-in-5"), pytest.param(1, id="all", marks=pytest.mark.deep)])
def one_in(request: pytest.FixtureRequest) -> int:
    """Of how many rules one is asked about; in the deep set all are."""
    return int(request.param)


@pytest.fixture
def every(one_in: int) -> tuple[Question, ...]:
    return asked(one_in)


@cache
def some() -> tuple[Question, ...]:
    return explaining.questions(verbs.session(), [desk.find_card(rule) for rule in RULES])


def test_questions_of_every_kind_come_out_of_the_cards(every: tuple[Question, ...], one_in: int) -> None:
    kinds = Counter(question.kind for question in every)
    assert set(kinds) == set(KINDS)
    assert len({question.key for question in every}) == len(every) > 400 // one_in
    for question in every:
        assert question.why
        assert set(question.right) <= set(range(len(question.options)))
        assert len(question.right) == (len(question.options) if question.kind == "order" else 1)


def test_the_right_form_is_what_the_linter_lets_pass() -> None:
    choices = [question for question in some() if question.kind == "choose" and question.rule == "PRE002"]
    for question in choices:
        right = "".join(one.text for one in question.options[question.right[0]])
        wrong = "".join(one.text for one in question.options[1 - question.right[0]])
        assert right.endswith(",")
        assert not wrong.endswith(",")


@pytest.mark.parametrize(("language", "least"), [
    ("fr", 20),
    ("ar", 8),
    *(pytest.param(*row, marks=pytest.mark.deep) for row in (("es", 18), ("ru", 14), ("zh", 8))),
])  # fmt: skip
def test_the_right_form_in_other_languages_is_what_the_linter_writes(language: str, least: int) -> None:
    found = explaining.questions(verbs.session(), language=language)
    assert len(found) >= least
    for question in found:
        if question.kind != "choose":
            continue
        right, wrong = question.options[question.right[0]], question.options[1 - question.right[0]]
        assert right != wrong  # in their words, or in what stands in italics
        assert question.why


def test_gift_escapes_what_it_must(every: tuple[Question, ...]) -> None:
    text = explaining.bank(every, "gift").decode()
    assert text.count("::") >= 2 * len(every)
    for line in text.split("\n"):
        if line.startswith("\t"):
            body = line[2:].split("[html]", 1)[-1].split(" -> ")[0]
            bare = body.replace("\\\\", "")
            for sign in "~=#{}:":
                assert bare.count(sign) == bare.count("\\" + sign), line


def test_gift_escapes_every_sign_of_its_own() -> None:
    words = (Words("{a = b} ~ c # 1: d\\e"),)
    one = next(question for question in some() if question.kind == "choose")
    text = explaining.bank([one._replace(about=(words,), options=(words, words), right=(0,))], "gift").decode()
    assert text.count(r"\{a \= b\} \~ c \# 1\: d\\e") == 3


@pytest.mark.skipif(
    not NODE or shutil.which("node") is None, reason="RESOLINT_NODE_MODULES names no folder with gift-pegjs"
)
def test_a_public_parser_reads_gift(every: tuple[Question, ...]) -> None:
    done = subprocess.run(
        ["node", "-e", PARSE, str(Path(NODE).resolve() / "gift-pegjs")],
        input=explaining.bank(every, "gift"), capture_output=True, check=True, timeout=60,
    )  # fmt: skip
    read = json.loads(done.stdout)
    assert [title for title, _ in read] == [question.key for question in every]
    assert {kind for _, kind in read} == {"MC", "Matching"}


def test_qti_is_a_package_of_items(every: tuple[Question, ...]) -> None:
    data = explaining.bank(every, "qti")
    assert data == explaining.bank(every, "qti")
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        manifest = ElementTree.fromstring(package.read("imsmanifest.xml"))
        places = [node.get("href") for node in manifest.iter("{http://www.imsglobal.org/xsd/imscp_v1p1}resource")]
        assert len(places) == len(every)
        for place, question in zip(places, every, strict=True):
            item = ElementTree.fromstring(package.read(str(place)))
            options = [node.get("identifier") for node in item.iter(f"{ITEM}simpleChoice")]
            right = [node.text for node in item.iter(f"{ITEM}value") if (node.text or "").startswith("option")]
            assert sorted(map(str, options)) == sorted(f"option-{at}" for at in range(len(question.options)))
            assert right == [f"option-{at}" for at in question.right]


def test_an_independent_reader_opens_qti_and_loses_no_word() -> None:
    """To QTI 3 and back, by a converter that is not ours."""
    convert = pytest.importorskip("qti_convert", reason="citolab-qti-convert is not installed")

    def words(data: bytes | str) -> str:
        text = data.decode() if isinstance(data, bytes) else data
        return " ".join(re.sub(r"<[^>]+>", " ", text.split("?>", 1)[-1]).split())

    with zipfile.ZipFile(io.BytesIO(explaining.bank(some(), "qti"))) as package:
        ours = {name: package.read(name) for name in package.namelist()}
    later = convert.upgrade_package(ours).files
    back = convert.downgrade_package(later)
    assert not back.warnings
    assert set(back.files) == set(later) == set(ours)
    items = [name for name in ours if name.startswith("items/")]
    assert len(items) == len(some())
    for name in items:
        assert "qti-choice-interaction" in str(later[name]) or "qti-order-interaction" in str(later[name])
        assert words(back.files[name]) == words(ours[name])


def test_questions_are_of_one_language_and_of_english_unless_asked(every: tuple[Question, ...]) -> None:
    def letters(question: Question, alphabet: str) -> bool:
        words = "".join(one.text for option in (*question.about, *question.options) for one in option)
        # Single letters of another alphabet are a fault that one rule of English asks about.
        return len(re.findall(alphabet, words)) > 3

    others = "[\u0400-\u04ff\u0620-\u064a\u4e00-\u9fff]"
    assert not [question.key for question in every if letters(question, others) and question.kind != "rule"]
    arabic = explaining.questions(verbs.session(), [desk.find_card("STR043")], "ar")
    assert arabic and all(letters(question, "[\u0620-\u064a]") for question in arabic)
    with pytest.raises(BadConfiguration, match="no questions"):
        explaining.questions(verbs.session(), [desk.find_card("STR043")])


def test_an_arabic_example_goes_from_right_to_left() -> None:
    page = explaining.rule_page(desk.find_card("STR043"), verbs.session())
    assert page.count('lang="ar" dir="rtl"') >= 2
    assert 'lang="fr"' in page
    assert 'lang="en" dir' not in page
    arabic = explaining.questions(verbs.session(), [desk.find_card("STR043")], "ar")
    bank = explaining.bank(arabic, "html").decode()
    assert '<li lang="ar" dir="rtl">' in bank


def test_marks_of_bold_print_stand_within_those_of_italics() -> None:
    words = (Words("so ", italic=True), Words("be", bold=True, italic=True), Words(" it"))
    assert as_terminal(words, color=False) == "*so **be*** it"


def test_csv_holds_every_question_and_no_formula(every: tuple[Question, ...]) -> None:
    text = explaining.bank(every, "csv").decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert [row["key"] for row in rows] == [question.key for question in every]
    assert not any((cell or "").startswith(("=", "+", "@")) for row in rows for cell in row.values())
    choices = [row for row in rows if row["kind"] == "choose"]
    assert [row["key"] for row in choices if row["option 1"] == row["option 2"]] == []


def test_the_page_has_every_answer_folded_away() -> None:
    questions = explaining.questions(verbs.session(), [desk.find_card("PRE002")])
    text = explaining.bank(questions, "html").decode()
    assert text.count("<details>") == len(questions)


def test_what_is_right_is_told_of_the_paragraph_and_in_general(every: tuple[Question, ...]) -> None:
    of_thousands = explaining.questions(verbs.session(), [desk.find_card("NUM002")])
    one = next(question for question in of_thousands if question.kind == "rule")
    assert "Here: “" in one.why and "What to write: Commas between the thousands" in one.why
    for question in every:
        assert not any(sign in question.why for sign in "*`"), question.key


def test_lines_of_a_quiz_keep_to_the_width_with_colours_too() -> None:
    for question in some():
        for color in (True, False):
            lines = put(question, color, 60)[0].split("\n")
            assert all(len(re.sub(r"\x1b\[[\d;]*m", "", line)) <= 60 for line in lines), lines
        assert "\x1b" not in put(question, False, 60)[0]


def found_in(question: Question, source: str) -> list[str]:
    """The paragraphs, as they read, in which the linter finds what the question is about."""
    profile = next((one.name for one in desk.profiles() if question.asked.startswith(f"{one.title}: ")), "ga")
    document = only_seen(load(source.encode(), name="a.md"))
    report = lint(document, verbs.session(), name="a.md", profile=profile, select=(question.rule,))
    return [document.block(finding.span.block).text for finding in report.active]


def test_every_question_shows_what_decides_the_answer(every: tuple[Question, ...]) -> None:
    for question in every:
        if question.kind == "order":
            continue
        said = found_in(question, seen(question.source, "en"))
        assert said, f"{question.key}: the linter finds nothing in what it is made of"
        shown = seen("\n".join(map(bare, (*question.about, *question.options))), "en")
        plain = re.sub(r"[⁰¹²³⁴-⁹ᵃ-ᶻ]", "", shown)
        for text in said:
            assert re.sub(r"\ufffc|\A\d+\. ", "", text) in plain or text in shown, (question.key, text)


def test_what_is_shown_alone_is_wrong_alone(every: tuple[Question, ...]) -> None:
    """One paragraph is shown only where a draft about nothing around it has the fault too, of which nothing is shown."""
    for question in every:
        if question.kind == "order" or "[ … ]" in map(bare, question.about) or len(question.about) > 1:
            continue
        lines = {line.lstrip("#123. ").rstrip(".;") for line in question.source.split("\n\n") if line}
        nothing = {
            "The matter",
            "*The General Assembly*,",
            "*Recalling* its interest in the matter,",
            "*Decides* to return to the matter",
        }
        strange = [line for line in lines - nothing if not line.startswith("[^")]
        assert len(strange) <= 1, (question.key, strange)


def test_two_forms_can_be_told_apart(every: tuple[Question, ...]) -> None:
    for question in every:
        ways = [said(option, "en") for option in question.options]
        assert len(set(ways)) == len(ways), question.key


def test_the_right_form_in_its_place_is_not_found_wrong(every: tuple[Question, ...], one_in: int) -> None:
    proved = 0
    for question in every:
        if question.kind != "choose":
            continue
        right, wrong = (
            re.sub(r"\A(?:\d+\.|[^\d\s]\S? ) ?", "", as_terminal(question.options[at], color=False))
            for at in (question.right[0], 1 - question.right[0])
        )
        if question.source.count(wrong) == 1:
            proved += 1
            assert not found_in(question, question.source.replace(wrong, right)), question.key
    assert proved > 200 // one_in


def test_no_other_answer_is_right_as_well(every: tuple[Question, ...]) -> None:
    """The linter finds nothing in the other words, and none of the other faults."""
    for question in every:
        if question.kind == "word":
            document = only_seen(load(question.source.encode(), name="a.md"))
            report = lint(document, verbs.session(), name="a.md", profile="ga")
            doubted = [
                document.text(finding.span).casefold() for finding in report.active if finding.rule == question.rule
            ]
            for at, option in enumerate(question.options):
                assert at in question.right or bare(option).casefold() not in doubted, question.key
        if question.kind == "rule":
            assert len({bare(option) for option in question.options}) == 4, question.key


def test_a_body_is_named_where_the_fault_is_none_elsewhere(every: tuple[Question, ...]) -> None:
    named = [question for question in every if question.asked.startswith("Model United Nations: ")]
    assert named
    for question in named:
        document = only_seen(load(question.source.encode(), name="a.md"))
        # Conferences switch some of these rules on; elsewhere they are off.
        here = lint(document, verbs.session(), name="a.md", profile="mun", select=(question.rule,)).active
        there = [
            finding
            for finding in lint(document, verbs.session(), name="a.md", profile="ga").active
            if finding.rule == question.rule
        ]
        assert here and [one.span for one in here] != [one.span for one in there], question.key


@pytest.mark.parametrize("rule", ["TYP008", "TYP022", "AGR001", "AGR002", "PRC002", "PRC021"])
def test_faults_that_nobody_can_see_are_not_asked_about(rule: str) -> None:
    with pytest.raises(BadConfiguration, match="no questions"):
        explaining.questions(verbs.session(), [desk.find_card(rule)])


@pytest.mark.parametrize("color", [True, False])
def test_a_quiz_puts_questions_and_explains(color: bool) -> None:
    def of(card: Card) -> list[Question]:
        return [question for question in some() if question.rule == card.id]

    cards = [desk.find_card(rule) for rule in ("PRE002", "OPR001", "STR001", "SPL001", "TYP001")]
    row = drawn(cards, of, "s", 6)
    assert row == drawn(cards, of, "s", 6) != drawn(cards, of, "t", 6)
    assert len({question.rule for question in row[:5]}) == 5
    assert len({question.key for question in drawn(cards, of, "s", 99)}) == len(some())
    for question in row:
        shown, answer = put(question, color, 80)
        assert question.asked in shown
        assert len(answer) == len(question.right)
        assert question.rule in told(question, "Right.", 80)


def test_a_rule_of_conferences_says_so_and_names_the_organ_where_it_counts() -> None:
    cards = [one for one in verbs.session().cards(examples=True) if one.id in ("OPR040", "PRE030", "SPN030")]
    for one in explaining.questions(verbs.session(), cards):
        assert one.asked.startswith("Model United Nations")
        assert one.about[2:] or one.rule != "OPR040" or "General Assembly" in one.asked
