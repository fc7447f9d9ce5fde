"""The templates that are shipped work, and faulty ones are told apart."""

import datetime
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from resolint.author import BadTemplate
from resolint.author.filling import fill
from resolint.author.template import parse_template
from resolint.errors import BadConfiguration
from resolint.pipeline import building as author
from tests.support.rows import each
from tests.support.verbs import lint, load

NAMES = author.template_names()
TODAY = datetime.date(2027, 3, 12)


def test_there_is_a_template_for_every_kind_of_draft() -> None:
    assert set(NAMES) >= {
        "ga-plenary", "ga-committee", "sc", "ecosoc", "hrc", "cnd", "ccpcj", "cop", "draft-decision", "amendment",
        "revised", "declaration", "mun",
    }  # fmt: skip


@pytest.mark.slow
@each("name", NAMES)
def test_its_own_example_lints_without_any_finding_in_markdown_and_in_word(name: str) -> None:
    assert author.check_template(name) == ("", ())


def write(folder: Path, toml: str, skeleton: str = "# {{title}}\n\n*The Forum*,\n\n#. *Decides* {{what}};\n") -> str:
    own = folder / "forum"
    own.mkdir()
    (own / "template.toml").write_text(toml, encoding="utf-8")
    (own / "skeleton.md").write_text(skeleton, encoding="utf-8")
    return str(own)


PLAIN = """
title = "Forum: draft resolution"
about = "For a forum."
profile = "un"
[layout]
geometry = "plain"
[[questions]]
key = "title"
ask = "Title?"
[[questions]]
key = "what"
ask = "What?"
default = "nothing"
"""


def test_a_new_body_is_a_new_folder(tmp_path: Path) -> None:
    template = author.read_template(write(tmp_path, PLAIN))
    assert author.new_draft(template, {"title": "Wells"}) == "# Wells\n\n*The Forum*,\n\n*Decides* nothing.\n"


SHIPPED = Path(__file__).parents[2] / "templates"
ANSWERS = {path.parent.name: tomllib.loads(path.read_text("utf-8")) for path in SHIPPED.glob("*/example.toml")}


@each("name", sorted(name for name, answers in ANSWERS.items() if "operative" in answers))
def test_a_lone_operative_paragraph_has_no_number(name: str) -> None:
    answers = {**ANSWERS[name], "operative": ANSWERS[name]["operative"][:1]}
    text = author.new_draft(author.read_template(name), answers)
    (act,) = load(text.encode(), name="draft.md").acts
    # Where the template adds a paragraph of its own, as for the Security Council, both are numbered.
    assert [clause.number for clause in act.operative] in ([""], [None], ["1", "2"])


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("{{what}}", "{{wath}}"), "skeleton.md, line 5: no question gives the answer 'wath'; did you mean what?"),
        (('profile = "un"', 'profil = "un"'), "key profil: there is no such key; did you mean profile?"),
        (('"plain"', '"plan"'), "there is no geometry plan; did you mean plain?"),
        (('key = "what"', 'key = "title"'), "is asked twice"),
        (('ask = "What?"', 'ask = "What?"\nkind = "verb"'), "there is no kind verb"),
        (('ask = "What?"', 'ask = "What?"\nkind = "choice"'), "lists its choices"),
        (('key = "what"', 'key = "What is it"'), "use small letters"),
        (('title = "Forum: draft resolution"', "title = 3"), "key title: a text is needed"),
        (("[layout]", "[[layout]]"), "a table is needed"),
    ],
)
def test_faulty_templates_are_told_in_one_sentence(tmp_path: Path, change: tuple[str, str], said: str) -> None:
    skeleton = "# {{title}}\n\n*The Forum*,\n\n#. *Decides* {{what}};\n"
    place = write(tmp_path, PLAIN.replace(*change), skeleton.replace(*change))
    with pytest.raises(BadTemplate) as caught:
        author.read_template(place)
    assert said in str(caught.value) and "\n" not in str(caught.value)


def test_what_is_no_toml_and_what_is_missing_is_told(tmp_path: Path) -> None:
    with pytest.raises(BadConfiguration, match="this is no TOML"):
        author.read_template(write(tmp_path, "title = "))
    with pytest.raises(BadConfiguration, match="there is no template cnx; did you mean cnd"):
        author.read_template("cnx")
    with pytest.raises(BadConfiguration, match="there is no template for this body"):
        author.template_for_body("Council of Rivers")


def test_a_template_is_found_by_its_body() -> None:
    assert author.template_for_body("CND").name == "cnd"
    assert author.template_for_body("second committee").name == "ga-committee"
    assert author.template_for_body("Human R").name == "hrc"


def test_placeholders_of_the_symbol_are_checked_too() -> None:
    values = {"title": "T", "about": "A", "profile": "un", "symbol": "A/{session}/L.#"}
    with pytest.raises(BadTemplate, match="no question gives the answer 'session'"):
        parse_template("x", values, "text")


def test_a_revision_starts_from_the_issued_text(root: Path) -> None:
    issued = load(root / "samples" / "shade-trees.docx")
    template = author.read_template("revised")
    text = author.new_draft(template, {**author.source_answers(issued), "date": "2027-11-12"}, source=issued)
    assert 'symbol = "FCCC/CP/2027/L.5/Rev.1"' in text and 'date = "12 November 2027"' in text
    before = (root / "samples" / "shade-trees.md").read_text(encoding="utf-8")
    assert text.partition("\n# ")[2] == before.partition("\n# ")[2]
    assert author.source_answers(load(text.encode(), name="x.md"))["symbol"].endswith("/Rev.2")


def test_a_revision_of_a_word_file_takes_over_its_whole_masthead(root: Path) -> None:
    issued = author.build(load(root / "samples" / "reading-rooms.md"))
    source = load(issued, name="issued.docx")
    revised = author.new_draft(
        author.read_template("revised"), {**author.source_answers(source), "date": "2027-05-15"}, source=source
    )
    assert 'sponsors = "Chile, Ghana, Jordan and Portugal: revised draft resolution"' in revised
    assert lint(revised.encode(), name="revised.md").findings == ()


@each("name", NAMES)
def test_no_full_stop_ends_what_becomes_the_title(name: str) -> None:
    template = author.read_template(name)
    titles = re.findall(r"^# \{\{(\w+)\}\}$", template.skeleton, re.MULTILINE)
    assert all(one is not None and one.kind == "title" for one in map(template.question, titles))


def answers_of(name: str) -> dict[str, Any]:
    """The answers of the example of a template."""
    return tomllib.loads((Path(__file__).parents[2] / "templates" / name / "example.toml").read_text(encoding="utf-8"))


@each(
    ("committee", "organ"),
    [
        ("WHO", "The World Health Organization"),
        ("UNHRC", "The Human Rights Council"),
        ("the Security Council", "The Security Council"),
        ("First Committee", "The General Assembly"),
        ("DISEC", "The General Assembly"),
        ("Commission on Beekeeping", "The Commission on Beekeeping"),
        ("Historical Crisis Committee", "The General Assembly"),
    ],
)
def test_the_organ_of_a_conference_is_that_of_its_committee(committee: str, organ: str) -> None:
    template = author.read_template("mun")
    answers = answers_of("mun") | {"committee": committee}
    made = fill(template, answers, TODAY)
    assert f"*{organ}*," in made


def test_an_organ_that_is_named_comes_before_that_of_the_committee() -> None:
    answers = answers_of("mun") | {"committee": "WHO", "organ": "The World Health Assembly"}
    assert "*The World Health Assembly*," in fill(author.read_template("mun"), answers, TODAY)


@each("said", ["Decides to remain seized of the matter", "Decides to remain actively seized of the matter"])
def test_what_was_answered_is_not_written_again_by_the_skeleton(said: str) -> None:
    answers = answers_of("sc")
    answers["operative"] = [*answers["operative"], said]
    made = fill(author.read_template("sc"), answers, TODAY)
    assert made.count("seized of the matter") == 1


def test_a_question_that_an_organ_is_taken_from_has_to_be_asked() -> None:
    values = {
        "title": "T", "about": "A", "profile": "mun",
        "questions": [{"key": "organ", "ask": "Which?", "of": "committe"}],
    }  # fmt: skip
    with pytest.raises(BadTemplate, match="committe"):
        parse_template("x", values, "*{{organ}}*,\n")
