"""Grading: the untouched file is all missed, the original all mended, one extra error one broken; Word, LibreOffice, Markdown."""

import csv
import io
import json
import re
import shutil
import subprocess
from functools import cache
from pathlib import Path

import jsonschema
import pytest

from resolint.errors import UnreadableDraft
from resolint.pipeline import fix, redline, teaching
from resolint.pipeline.drafts import load
from resolint.pipeline.teaching import ClassBook, Exercise, Graded, Grader, Wanted
from resolint.teach.planting import Planted
from tests.support import verbs
from tests.support.rows import each
from tests.support.share import mostly_deep

pytestmark = pytest.mark.slow

SCHEMAS = Path(__file__).resolve().parents[2] / "docs" / "schemas"


@cache
def made(style: str = "un", level: int = 2, seed: str = "grading") -> Exercise:
    return teaching.exercise(Wanted(seed, style=style, level=level), verbs.session())


@cache
def grader(style: str = "un") -> Grader:
    return Grader([made(style)], verbs.session())


def grade(source: str, style: str = "un") -> Graded:
    """What the source of a returned draft is worth as Markdown."""
    return grader(style).grade(source.encode(), "anna.md")


def word(source: str) -> bytes:
    from dataclasses import replace

    return teaching.exercise_word(replace(made(), source=source, faults=()))


def with_line(number: int, text: str) -> str:
    lines = made().source.split("\n")
    lines[number - 1] = text
    return "\n".join(lines)


def line_of(exercise: Exercise, fault: Planted) -> str:
    """The line of an exercise that a fault is in."""
    return exercise.source.split("\n")[fault.line - 1]


def a_right_line(source: str) -> int:
    """The number of a long line in which nothing is wrong."""
    faulty = {fault.line for fault in made().faults}
    lines = source.split("\n")
    return next(at for at, line in enumerate(lines, 1) if at not in faulty and line.startswith("*") and len(line) > 70)


@each("style", ["un", "thimun"])
@each("suffix", [".docx", ".md"])
def test_the_untouched_file_is_all_missed(style: str, suffix: str) -> None:
    found = grader(style).grade(teaching.exercise_file(made(style), suffix), f"anna{suffix}")
    assert found.count("missed") == len(made(style).faults)
    assert (found.broken, found.notes, found.student) == ((), (), "anna")


@pytest.mark.parametrize("style", ["un", "thimun"])
def test_the_original_is_all_mended(style: str) -> None:
    found = grader(style).grade(teaching.exercise_word(made(style), answer=True), "anna.docx")
    assert found.count("mended") == len(made(style).faults)
    assert (found.broken, found.notes) == ((), ())
    assert grade(made(style).answer, style).results[0].verdict == "mended"


@pytest.mark.parametrize("as_word", [True, False])
def test_one_extra_error_is_one_broken(as_word: bool) -> None:
    number = a_right_line(made().answer)
    line = made().answer.split("\n")[number - 1]
    words = line.split(" ")
    for wrong in (
        line.replace(",", "", 1) if line.count(",") == 1 else line[:-1] + ";",
        " ".join([*words[:3], "teh", *words[3:]]),
    ):
        lines = made().answer.split("\n")
        lines[number - 1] = wrong
        source = "\n".join(lines)
        found = grader().grade(word(source), "a.docx") if as_word else grade(source)
        assert found.count("mended") == len(made().faults)
        assert len(found.broken) == 1, found.broken


def test_each_fault_is_graded_for_itself() -> None:
    exercise = made()
    for at, fault in enumerate(exercise.faults):
        line = exercise.source.split("\n")[fault.line - 1]
        found = grade(with_line(fault.line, fault.mended(line, fault.right)))
        verdicts = [result.verdict for result in found.results]
        assert verdicts == ["mended" if number == at else "missed" for number in range(len(exercise.faults))], fault
        assert not found.broken


@cache
def agreements() -> Exercise:
    return teaching.exercise(Wanted("0", topics=("TYP013",), faults=6, level=3), verbs.session())


def test_comments_in_the_draft_break_nothing() -> None:
    """The linter speaks of comments that are left in a draft; here they are how students work."""
    exercise = made()
    lines = exercise.answer.split("\n")
    lines[a_right_line(exercise.source) - 1] += "{>>why so?<<}"
    found = grade("\n".join(lines))
    assert found.count("mended") == len(exercise.faults)
    assert (found.broken, found.notes, found.comments, found.needless) == ((), (), 1, 1)


def test_a_name_that_is_put_in_another_order_is_one_mending() -> None:
    exercise = teaching.exercise(Wanted("REF033 order 8", topics=("REF033",), faults=1, level=3), verbs.session())
    fault = next(fault for fault in exercise.faults if "2030" in fault.wrong)
    lines = exercise.source.split("\n")
    lines[fault.line - 1] = fault.mended(lines[fault.line - 1], "Agenda 2030 on Development that Is Sustainable")
    found = Grader([exercise], verbs.session()).grade("\n".join(lines).encode(), "a.md")
    result = next(result for result in found.results if result.fault == fault)
    assert not found.broken
    assert result.verdict in ("found", "doubtful")
    assert "Agenda 2030 on Development that Is Sustainable" in result.words


def test_an_honest_rewording_is_for_the_trainer_and_breaks_nothing() -> None:
    exercise = agreements()
    fault = next(fault for fault in exercise.faults if "the agreement of of 2020 on" in line_of(exercise, fault))
    line = line_of(exercise, fault)
    for words in ("the 2020 agreement on", "the agreement of the year 2020 on", "the agreement 2020 on"):
        lines = exercise.source.split("\n")
        lines[fault.line - 1] = line.replace("the agreement of of 2020 on", words)
        found = Grader([exercise], verbs.session()).grade("\n".join(lines).encode(), "a.md")
        result = next(result for result in found.results if result.fault == fault)
        assert (result.verdict, found.broken) == ("doubtful", ())
        assert words.removeprefix("the ").removesuffix(" on") in result.words
        assert "agreement of of 2020" in result.wrong
        assert "agreement of 2020" in result.right


def test_damage_beside_a_fault_that_still_stands_is_broken() -> None:
    exercise = agreements()
    fault = next(fault for fault in exercise.faults if "the agreement of of 2020 on" in line_of(exercise, fault))
    for words, verdict in (("of of 2020 on coperation", "missed"), ("of 2020 on coperation", "mended")):
        lines = exercise.source.split("\n")
        lines[fault.line - 1] = line_of(exercise, fault).replace("of of 2020 on cooperation", words)
        found = Grader([exercise], verbs.session()).grade("\n".join(lines).encode(), "a.md")
        assert next(result for result in found.results if result.fault == fault).verdict == verdict
        assert len(found.broken) == 1


def test_a_no_break_space_in_mended_words_is_a_blank() -> None:
    exercise = made()
    for at, fault in enumerate(exercise.faults):
        line = exercise.source.split("\n")[fault.line - 1]
        if " " in fault.right and fault.right.replace(" ", "") != fault.wrong.replace(" ", ""):
            found = grade(with_line(fault.line, fault.mended(line, fault.right.replace(" ", "\u00a0"))))
            assert found.results[at].verdict == "mended", fault
            return
    raise AssertionError("no fault has a blank in its right words")


def test_tracked_changes_count() -> None:
    exercise = made()
    faulty, right = teaching.exercise_word(exercise), teaching.exercise_word(exercise, answer=True)
    tracked = redline(faulty, right, verbs.session(), author="Anna", base_name="a.docx", draft_name="b.docx").data
    found = grader().grade(tracked, "anna.docx")
    assert found.count("mended") == len(exercise.faults)
    assert not found.broken


def test_what_the_product_mends_is_mended() -> None:
    exercise = made()
    after = fix(exercise.source.encode(), verbs.session(), name="a.md", level="suggest", profile=exercise.profile).after
    found = grade(after.decode())
    assert found.count("mended") >= 1
    assert found.count("found") == 0
    assert not found.broken


def test_a_comment_finds_a_fault_and_elsewhere_is_needless() -> None:
    exercise = made()
    fault = next(
        one
        for one in exercise.faults
        if one.where != "masthead" and one.wrong.strip() and not set("*<") & set(one.wrong)
    )
    line = exercise.source.split("\n")[fault.line - 1]
    words = line[fault.start : fault.end]
    marked = f"{line[: fault.start]}{{=={words}==}}{{>>this is wrong<<}}{line[fault.end :]}"
    lines = with_line(fault.line, marked).split("\n")
    number = a_right_line(exercise.source)
    lines[number - 1] = "{==" + lines[number - 1][:20] + "==}{>>and this?<<}" + lines[number - 1][20:]
    found = grade("\n".join(lines))
    verdicts = {result.fault.line: result.verdict for result in found.results}
    assert verdicts[fault.line] == "found"
    assert sum(verdict == "missed" for verdict in verdicts.values()) == len(exercise.faults) - 1
    assert found.needless == 1


def test_mended_wrongly_is_found() -> None:
    exercise = teaching.exercise(Wanted("wrong", ("PRE002",), faults=2), verbs.session())
    source = exercise.source.split("\n")
    fault = exercise.faults[0]
    source[fault.line - 1] = fault.mended(source[fault.line - 1], "!")
    found = Grader([exercise], verbs.session()).grade("\n".join(source).encode(), "a.md")
    assert [result.verdict for result in found.results] == ["found", "missed"]


def test_another_form_that_the_card_accepts_is_mended() -> None:
    exercise = teaching.exercise(Wanted("other", ("OPR023",), faults=1), verbs.session())
    fault = exercise.faults[0]
    source = exercise.source.split("\n")
    source[fault.line - 1] = fault.mended(source[fault.line - 1], fault.accept[0])
    grading = Grader([exercise], verbs.session())
    found = grading.grade("\n".join(source).encode(), "a.md")
    assert [result.verdict for result in found.results] == ["mended"]


def test_who_learns_alone_is_told_that_nothing_was_counted() -> None:
    fault = made().faults[-1]
    found = grade("\n".join(line for at, line in enumerate(made().source.split("\n"), 1) if at != fault.line))
    alone = teaching.own_page(found, "../rules/")
    assert "Not sure" in alone and "counts neither way" in alone and "To decide" not in alone


def test_a_paragraph_with_a_fault_that_is_gone_is_doubtful_and_no_more() -> None:
    fault = made().faults[-1]
    found = grade("\n".join(line for at, line in enumerate(made().source.split("\n"), 1) if at != fault.line))
    assert (found.results[-1].verdict, found.results[-1].reason) == ("doubtful", "the paragraph is gone")
    assert (found.broken, found.unsure) == ((), ())


def test_a_foreign_file_is_one_sentence() -> None:
    with pytest.raises(UnreadableDraft, match="none of the exercises"):
        grade("# Something else\n\n*The General Assembly*,\n\n1. *Decides* to remain seized of the matter.\n")


def test_the_exercise_is_known_by_its_words_where_the_identifier_is_gone() -> None:
    other = made(seed="another")
    both = Grader([other, made()], verbs.session())
    assert made().identifier not in made().source
    assert both.grade(made().source.encode(), "a.md").exercise == made().identifier


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("style", mostly_deep(["un", "thimun", "nmun"], 3))
def test_a_file_saved_by_libreoffice_grades_the_same(style: str, tmp_path: Path) -> None:
    exercise = made(style)
    for name, answer, verdict in (("untouched", False, "missed"), ("mended", True, "mended")):
        (tmp_path / f"{name}.docx").write_bytes(teaching.exercise_word(exercise, answer=answer))
        out = tmp_path / name
        subprocess.run(
            ["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to", "docx:MS Word 2007 XML",
             "--outdir", str(out), str(tmp_path / f"{name}.docx")],
            check=True, capture_output=True, timeout=120,
        )  # fmt: skip
        found = grader(style).grade((out / f"{name}.docx").read_bytes(), f"{name}.docx")
        assert found.count(verdict) == len(exercise.faults), found.results  # type: ignore[arg-type]
        assert (found.broken, found.notes) == ((), ())


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_notes_that_libreoffice_numbers_anew_are_the_same(tmp_path: Path) -> None:
    exercise = teaching.exercise(Wanted("notes", topics=("FTN008",), faults=1), verbs.session())
    assert "[^1]:" in exercise.source
    for name, answer, verdict in (("untouched", False, "missed"), ("mended", True, "mended")):
        (tmp_path / f"{name}.docx").write_bytes(teaching.exercise_word(exercise, answer=answer))
        subprocess.run(
            ["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to", "docx",
             "--outdir", str(tmp_path / name), str(tmp_path / f"{name}.docx")],
            check=True, capture_output=True, timeout=120,
        )  # fmt: skip
        found = Grader([exercise], verbs.session()).grade(
            (tmp_path / name / f"{name}.docx").read_bytes(), f"{name}.docx"
        )
        assert [result.verdict for result in found.results] == [verdict]
        assert (found.broken, found.notes) == ((), ())


def book() -> ClassBook:
    lines = made().answer.split("\n")
    number = a_right_line(made().answer)
    lines[number - 1] = lines[number - 1].replace(" ", " teh ", 1)
    returned = {"=anna.md": made().source, "ben <b>.md": made().answer, "cleo.md": "\n".join(lines)}
    return ClassBook(
        tuple(grader().grade(source.encode(), name) for name, source in returned.items()),
        ("dan.docx: this is no Word file",),
    )


def test_the_class_in_every_form() -> None:
    found = book()
    assert "student" in teaching.as_text(found)
    value = json.loads(teaching.as_json(found))
    jsonschema.validate(value, json.loads((SCHEMAS / "grades.json").read_text(encoding="utf-8")))
    assert [row["counts"]["mended"] for row in value["students"]] == [0, 7, 7]
    rows = list(csv.DictReader(io.StringIO(teaching.as_csv(found))))
    assert len(rows) == 3 * 7 + 1
    assert {row["student"] for row in rows} == {"'=anna", "ben <b>", "cleo"}
    assert not any(cell.startswith(("=", "+", "-", "@")) for row in rows for cell in row.values())
    assert not any(
        "*" in row["wrong"] and row["wrong"].replace("*", "") != row["right"].replace("*", "") for row in rows
    )


def test_the_page_of_the_class_escapes_and_describes() -> None:
    page = teaching.class_page(book(), verbs.session(), "Class <1>")
    assert "ben <b>" not in page
    assert "Class &lt;1&gt;" in page
    assert 'role="img"' in page
    assert "<desc" in page
    assert "http" not in page.replace("http-equiv", "")


def test_pseudonyms_hide_names_and_files() -> None:
    shown = teaching.as_json(teaching.renamed(book())) + teaching.class_page(
        teaching.renamed(book()), verbs.session(), "C"
    )
    assert not set(re.findall(r"\w+", shown)) & {"anna", "cleo", "dan"}


def test_progress_over_several_exercises() -> None:
    second = made(seed="another")
    both = Grader([made(), second], verbs.session())
    found = [both.grade(made().source.encode(), "1/anna.md"), both.grade(second.answer.encode(), "2/anna.md")]
    assert [one.place for one in found] == [0, 1]
    assert "Progress" in teaching.class_page(ClassBook(tuple(found)), verbs.session(), "C")


def test_the_judgement_is_written_into_the_file() -> None:
    lines = made().source.split("\n")
    fault = made().faults[0]
    lines[fault.line - 1] = fault.mended(lines[fault.line - 1], fault.right)
    data = word("\n".join(lines))
    graded = grader().grade(data, "anna.docx")
    commented = grader().commented(data, graded)
    from resolint.pipeline import clean

    assert clean(commented, name="a.docx") == data
    assert commented != data
    assert load(commented, name="a.docx").blocks == load(data, name="a.docx").blocks


def test_what_the_linter_still_reports_at_the_place_is_found_and_not_mended() -> None:
    exercise = teaching.exercise(Wanted("run on", ("TYP001",), level=1, faults=3), verbs.session())
    source = exercise.source.split("\n")
    at, fault = next(one for one in enumerate(exercise.faults) if "not in italics" in one[1].message)
    line = source[fault.line - 1]
    number, dot, words = line.partition(". ") if line[:1].isdigit() else ("", "", line)
    bare, mark = words.replace("*", "")[:-1], words[-1]
    source[fault.line - 1] = f"{number}{dot}*{bare}*{mark}"
    found = Grader([exercise], verbs.session()).grade("\n".join(source).encode(), "a.md")
    assert found.results[at].verdict == "found"
    assert not found.broken
