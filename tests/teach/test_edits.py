"""One edit has one judgement: broken, or in the paragraph of a fault, where no rule objects, for the trainer."""

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from resolint.pipeline import teaching
from resolint.pipeline.teaching import Broken, Exercise, Graded, Grader
from resolint.teach.edits import moved
from tests.support import verbs
from tests.support.rows import each

pytestmark = pytest.mark.slow

KEY = Path(__file__).with_name("edits.key.json")
"""An exercise that is kept, since a seed gives another one with every rule that is added."""


@cache
def made() -> Exercise:
    return teaching.read_key(KEY.read_text("utf-8"), KEY.name)[0]


@cache
def grader() -> Grader:
    return Grader([made()], verbs.session())


def grade(source: str) -> Graded:
    return grader().grade(source.encode(), "anna.md")


def word(source: str) -> bytes:
    return teaching.exercise_word(replace(made(), source=source, faults=()))


def answer() -> list[str]:
    return made().answer.split("\n")


def line(start: str) -> int:
    """Where the line of the answer that begins so stands."""
    return next(at for at, text in enumerate(answer()) if text.startswith(start))


def returned(lines: list[str], as_word: bool = False) -> Graded:
    source = "\n".join(lines)
    return grader().grade(word(source), "anna.docx") if as_word else grade(source)


def with_words(old: str, new: str) -> list[str]:
    source = made().answer
    assert source.count(old) == 1, old
    return source.replace(old, new).split("\n")


@each("as_word", [True, False])
@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("relevant organizations of", "organizations of"),
        ("*Urges* Governments", "*Urges* all Governments"),
        ("nurses, bakers and cleaners", "bakers, nurses and cleaners"),
        ("43 million", "34 million"),
    ],
)
def test_changed_words_where_no_fault_is_are_one_broken(old: str, new: str, as_word: bool) -> None:
    found = returned(with_words(old, new), as_word)
    assert (found.count("mended"), len(found.broken), found.unsure) == (7, 1, ()), found.broken


@each("as_word", [True, False])
@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("passengers every year what", "passengers each year what"),
        ("the results of the meeting", "the outcome of the meeting"),
    ],
)
def test_a_rewording_beside_a_fault_is_for_the_trainer_where_no_rule_objects(old: str, new: str, as_word: bool) -> None:
    found = returned(with_words(old, new), as_word)
    assert (found.count("mended"), found.broken) == (7, ())
    assert len(found.unsure) == 1, found.unsure
    assert found.count("doubtful") == 1
    text = teaching.as_text(teaching.ClassBook((found,)))
    assert "no rule objects to it" in text
    assert ",doubtful," in teaching.as_csv(teaching.ClassBook((found,)))


@each("as_word", [True, False])
@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("United Nations system", "united nations system"),
        ("Benin, Guinea and Nicaragua", "Guinea, Benin and Nicaragua"),
        ("persons with disabilities and older persons", "“persons with disabilities” and older persons"),
        ("*Urges* Governments", "Urges Governments"),
        ("municipal transport authorities to publish", "municipal transport authorities to teh publish"),
        ("43 million United States dollars", "43 million united states dollars"),
    ],
)
def test_one_edit_has_one_judgement(old: str, new: str, as_word: bool) -> None:
    found = returned(with_words(old, new), as_word)
    lost = 7 - found.count("mended")
    assert lost + len(found.broken) + len(found.unsure) == 1, (found.broken, found.unsure)


@each("as_word", [True, False])
def test_a_form_lost_beside_a_fault_that_was_mended_is_broken(as_word: bool) -> None:
    for old, new in (
        ("*Expressing its appreciation* to", "Expressing its appreciation to"),
        ("*Having considered* the results", "Having considered the results"),
        ("*Mindful* of the efforts", "Mindful of the efforts"),
    ):
        found = returned(with_words(old, new), as_word)
        assert (found.count("mended"), len(found.broken), found.notes) == (7, 1, ()), found
        assert found.broken[0].rules


def test_a_form_that_was_wrong_before_is_not_broken() -> None:
    found = grade(made().source)
    assert found.broken == ()


@each("as_word", [True, False])
@pytest.mark.parametrize("first", ["4. ", "5. "])
def test_paragraphs_that_changed_places_are_one_broken(first: str, as_word: bool) -> None:
    lines = answer()
    one, other = line(first), line("7. ")
    a, b = lines[one], lines[other]
    lines[one], lines[other] = a[:3] + b[3:], b[:3] + a[3:]
    found = returned(lines, as_word)
    assert found.count("mended") == 7
    assert len(found.broken) == 1, found.broken
    assert "moved" in found.broken[0].what


@each("as_word", [True, False])
def test_a_paragraph_that_was_moved_is_one_broken(as_word: bool) -> None:
    lines = answer()
    taken = lines[line("*Noting with concern*")]
    at = line("*Noting with concern*")
    del lines[at : at + 2]
    at = next(at for at, text in enumerate(lines) if text.startswith("*Reiterating*"))
    lines[at:at] = [taken, ""]
    found = returned(lines, as_word)
    assert (found.count("mended"), len(found.broken)) == (7, 1), found.broken
    assert "moved" in found.broken[0].what


@pytest.mark.parametrize(
    ("places", "out"),
    [
        ([0, 1, 2, 3], 0),
        ([1, 0, 2, 3], 1),
        ([3, 1, 2, 0], 1),
        ([0, 3, 1, 2], 1),
        ([3, 2, 1, 0], 3),
        ([0, 3, 2, 1], 1),
        ([], 0),
        ([7], 0),
    ],
)
def test_as_few_as_may_be_were_moved(places: list[int], out: int) -> None:
    assert len(moved(places)) == out


@each("as_word", [True, False])
def test_paragraphs_that_were_joined_are_one_broken(as_word: bool) -> None:
    lines = answer()
    at = line("*Reiterating*")
    lines[at : at + 3] = [f"{lines[at]} {lines[at + 2]}"]
    found = returned(lines, as_word)
    # A fault was in it: that is for the trainer.
    assert (found.count("mended"), found.count("doubtful"), found.broken) == (6, 1, ()), found
    lines = answer()
    at = line("4. ")
    lines[at : at + 3] = [f"{lines[at]} {lines[at + 2][3:]}"]
    found = returned(lines, as_word)
    assert (found.count("mended"), len(found.broken), found.unsure) == (7, 1, ()), (found.broken, found.unsure)


def test_a_paragraph_that_was_divided_is_one_broken() -> None:
    lines = answer()
    at = line("1. ")
    start, end = lines[at].split(", within ")
    lines[at : at + 1] = [start, "", f"within {end}"]
    found = returned(lines)
    assert (found.count("mended"), len(found.broken), found.unsure) == (7, 1, ()), (found.broken, found.unsure)


@each("as_word", [True, False])
def test_a_paragraph_emptied_but_for_its_opening_is_not_found(as_word: bool) -> None:
    lines = answer()
    for start, verdict in (("*Having considered*", "doubtful"), ("*Mindful*", "doubtful")):
        lines = made().source.split("\n")
        at = next(at for at, text in enumerate(lines) if text.startswith(start))
        lines[at] = f"{start},"
        found = returned(lines, as_word)
        verdicts = [result.verdict for result in found.results]
        assert (verdicts.count(verdict), verdicts.count("missed")) == (1, 6)
        assert (found.broken, found.unsure) == ((), ())
    lines = answer()
    lines[line("7. ")] = "7. *Emphasizes*;"
    found = returned(lines, as_word)
    assert len(found.broken) == 1, found.broken


def test_a_comma_in_the_wrong_place_has_one_judgement() -> None:
    lines = made().source.split("\n")
    at = next(at for at, text in enumerate(lines) if text.startswith("*Reiterating*"))
    lines[at] = lines[at].replace("older persons", "older persons,")
    found = returned(lines)
    said = [result for result in found.results if result.verdict != "missed"]
    assert len(said) + len(found.broken) + len(found.unsure) == 1


@each("as_word", [True, False])
def test_a_name_above_the_draft_breaks_nothing(as_word: bool) -> None:
    lines = answer()
    at = line("# ")
    lines[at:at] = ["Anna Maria Berger", ""]
    found = returned(lines, as_word)
    assert (found.count("mended"), found.broken, found.unsure) == (7, (), ()), (found.broken, found.unsure)


def test_the_trainer_sees_on_the_page_what_is_in_doubt() -> None:
    found = returned(with_words("passengers every year what", "passengers each year what"))
    page = teaching.class_page(teaching.ClassBook((found,)), verbs.session(), "C")
    assert "For you to decide" in page and "each" in page


def test_what_was_broken_says_where() -> None:
    found = returned(with_words("to publish timetables", "to publish teh timetables"))
    assert isinstance(found.broken[0], Broken)
    assert found.broken[0].where == "operative 2"


@each("as_word", [True, False])
@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('date = "22 October 2026"', 'date = "22 October 2026 "'),
        ('language = "English"', 'language = "English\\n"'),
        ('agenda_item = "Agenda item 24 (b)"', 'agenda_item = "Agenda item 24 (b)   "'),
        ("# Night buses in growing cities", "# Night buses in growing cities  "),
    ],
)
def test_blanks_and_ends_of_lines_behind_a_field_are_nothing(old: str, new: str, as_word: bool) -> None:
    found = returned(with_words(old, new), as_word)
    assert (found.count("mended"), found.broken, found.unsure, found.notes) == (7, (), (), ())
