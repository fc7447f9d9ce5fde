"""``resolint teach`` and ``anatomy`` as a trainer runs them."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from resolint.cli.root import cli
from resolint.pipeline import load


def run(*args: str, given: str | None = None) -> Result:
    return CliRunner().invoke(cli, args, input=given)


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.slow
def test_an_exercise_is_written_with_answers_and_key_and_graded(here: Path) -> None:
    done = run("teach", "exercise", "-o", "ex.docx", "--seed", "7", "--faults", "3")
    assert done.exit_code == 0, done.output
    assert sorted(path.name for path in here.iterdir()) == ["ex.answers.docx", "ex.docx", "ex.key.json"]
    assert "seed 7" in done.output
    assert any(
        "Answers to exercise" in block.text
        for block in load((here / "ex.answers.docx").read_bytes(), name="a.docx").blocks
    )
    graded = run(
        "teach", "grade", "ex.docx", "--key", "ex.key.json", "-o", "class.html", "--csv", "class.csv", "--comment"
    )
    assert graded.exit_code == 0, graded.output
    assert {"class.html", "class.csv", "ex.graded.docx"} < {path.name for path in here.iterdir()}
    again = run("teach", "grade", ".", "--key", "ex.key.json", "-f", "json", "--pseudonyms")
    students = json.loads(again.stdout)["students"]
    assert [row["counts"]["missed"] for row in students] == [3]
    assert "ex" not in [row["student"] for row in students]


def test_nothing_is_written_over(here: Path) -> None:
    assert run("teach", "exercise", "-o", "ex.md", "--seed", "1", "--faults", "1").exit_code == 0
    before = (here / "ex.key.json").read_bytes()
    done = run("teach", "exercise", "-o", "ex.md", "--seed", "2", "--faults", "1")
    assert done.exit_code == 2
    assert "exists" in done.output
    assert (here / "ex.key.json").read_bytes() == before


@pytest.mark.slow
def test_a_class_has_one_key_and_no_two_alike(here: Path) -> None:
    done = run("teach", "exercise", "-o", "ex.md", "--seed", "1", "--count", "3", "--faults", "2")
    assert done.exit_code == 0, done.output
    rows = json.loads((here / "ex.key.json").read_text(encoding="utf-8"))["exercises"]
    assert len({row["source"] for row in rows}) == 3
    assert {path.name for path in here.glob("ex-*.md")} == {"ex-01.md", "ex-02.md", "ex-03.md"}


def test_a_damaged_file_is_one_sentence_and_the_class_goes_on(here: Path) -> None:
    run("teach", "exercise", "-o", "ex.docx", "--seed", "7", "--faults", "2")
    (here / "bad.docx").write_bytes((here / "ex.docx").read_bytes()[:900])
    done = run("teach", "grade", "bad.docx", "ex.docx", "--key", "ex.key.json")
    assert done.exit_code == 2
    assert "ex " in done.stdout
    assert done.output.count("bad.docx") == 1


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (("teach", "exercise", "-o", "ex.pdf"), "written as .docx, .md, .html"),
        (
            (
                "teach",
                "exercise",
            ),
            "-o EX.docx",
        ),
        (("teach", "exercise", "-o", "ex.md", "--topic", "preambel"), "there is no such topic or rule"),
        (("teach", "exercise", "-o", "ex.md", "--from", "none.docx"), "there is no such file"),
        (("teach", "grade", "x.md", "--key", "none.json"), "there is no such file"),
        (("teach", "handout", "PRE999", "-o", "h.docx"), "there is no rule PRE999"),
        (("teach", "handout", "PRE002", "-o", "h.odt"), "ends in .docx"),
        (("teach", "bank", "-f", "gift", "PRE999", "-o", "b.gift"), "there is no rule PRE999"),
        (("anatomy", "none.md", "-o", "p.html"), "there is no such file"),
        (("teach", "demo", "--topic", "bells", "--no-browser"), "there is no such topic or rule"),
    ],
)
def test_bad_input_is_one_sentence(here: Path, args: tuple[str, ...], words: str) -> None:
    done = run(*args)
    assert done.exit_code == 2
    assert words in done.output
    assert not list(here.iterdir())


def test_a_handbook_does_not_go_into_a_folder_with_files(here: Path) -> None:
    (here / "site").mkdir()
    (here / "site" / "mine.txt").write_text("mine", encoding="utf-8")
    assert "holds files" in run("teach", "handbook", "-o", "site").output
    assert [path.name for path in (here / "site").iterdir()] == ["mine.txt"]


def test_hand_out_bank_and_anatomy_are_written(here: Path) -> None:
    assert run("teach", "handout", "preambular-comma-missing", "-o", "h.docx").exit_code == 0
    assert run("teach", "bank", "PRE002", "-f", "csv", "-o", "b.csv").exit_code == 0
    (here / "a.md").write_text(
        "# T\n\n*The General Assembly*,\n\n*Noting* buses,\n\n*Decides* to walk.\n", encoding="utf-8"
    )
    assert run("anatomy", "a.md", "-o", "p.html").exit_code == 0
    assert {"h.docx", "b.csv", "p.html"} < {path.name for path in here.iterdir()}


def test_the_quiz_takes_answers_explains_and_stops(here: Path) -> None:
    done = run("teach", "quiz", "PRE002", "OPR005", "--seed", "1", "--count", "2", given="z\na\nq\n")
    assert done.exit_code == 0
    assert "of 1 right" in done.output
    assert "One of a, b, or q to stop." in done.output or "One of a, b, c, d, or q to stop." in done.output
    assert "What to write" in done.output


@pytest.mark.parametrize("width", ["70", "120"])
def test_explain_shows_wrong_and_right_beside_one_another(width: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", width)
    text = run("rules", "explain", "PRE002").stdout
    sides = [line for line in text.split("\n") if "Not so" in line and "But so" in line]
    assert bool(sides) == (width == "120")
    assert "adopted texts on which it was tried" in text
    assert "Related" in text
    assert max(map(len, text.split("\n"))) <= int(width)


def test_explain_shows_italics_where_the_terminal_can(here: Path) -> None:
    assert "\x1b[3mRecalling\x1b[0m" in run("rules", "explain", "PRE002", "--color").stdout
    assert run("rules", "explain", "PRE002", "-f", "html", "-o", "p.html").exit_code == 0
    assert "<i>Recalling</i>" in (here / "p.html").read_text(encoding="utf-8")
