"""``resolint teach`` and ``anatomy`` as a trainer runs them."""

import json
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from click.testing import CliRunner, Result

from resolint.cli.root import cli
from resolint.pipeline import load
from tests.support.runner import runner

pytestmark = pytest.mark.slow


def run(*args: str, given: str | None = None) -> Result:
    return CliRunner().invoke(cli, args, input=given)


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


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


@cache
def files_of_a_class() -> dict[str, bytes]:
    with TemporaryDirectory() as folder:
        made = run("teach", "exercise", "-o", f"{folder}/ex.md", "--seed", "7", "--faults", "2")
        assert made.exit_code == 0, made.output
        return {path.name: path.read_bytes() for path in Path(folder).iterdir()}


def a_class(here: Path) -> str:
    """The words of an exercise of two faults in Markdown, with its key ``ex.key.json``."""
    for name, data in files_of_a_class().items():
        (here / name).write_bytes(data)
    return (here / "ex.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (("teach", "grade", "ex.md", "--key", "ex.key.json", "-o", "ex.key.json"), "written as .html, .htm"),
        (("teach", "grade", "ex.md", "--key", "ex.key.json", "--csv", "k2.key.json"), "written as .csv"),
        (("teach", "grade", "ex.md", "--key", "key.csv", "--csv", "key.csv", "--force"), "read in the same run"),
        (("teach", "grade", "ex.md", "--key", "key.html", "-o", "key.html", "--force"), "read in the same run"),
        (("teach", "grade", "ex.md", "--key", "ex.key.json", "-o", "key.html"), "this file exists"),
        (("teach", "grade", "ex.md", "--key", "ex.key.json", "--csv", "o.html", "-o", "o.html"), "written as .csv"),
        (("teach", "grade", "ex.md", "--key", "ex.key.json", "-o", "class.pdf"), "written as .html, .htm"),
        (("rules", "explain", "PRE002", "-o", "ex.key.json"), "this file exists"),
        (("lint", "ex.md", "-f", "json", "-o", "ex.key.json"), "this file exists"),
        (("anatomy", "ex.md", "-o", "an.pdf"), "written as .html, .htm"),
        (("teach", "bank", "-f", "qti", "-o", "one.pdf"), "QTI is written as .zip"),
        (("teach", "bank", "-f", "csv", "-o", "one.key.json"), "a table is written as .csv"),
    ],
)
def test_nothing_is_written_over_a_key_or_under_a_wrong_ending(here: Path, args: tuple[str, ...], words: str) -> None:
    a_class(here)
    key = (here / "ex.key.json").read_bytes()
    for name in ("key.csv", "key.html", "k2.key.json"):
        (here / name).write_bytes(key)
    before = {path.name: path.read_bytes() for path in here.iterdir()}
    done = run(*args)
    assert (done.exit_code, words in done.output) == (2, True), done.output
    assert {path.name: path.read_bytes() for path in here.iterdir()} == before


def test_two_outputs_are_not_one_file(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from resolint.cli.output import refuse_twice
    from resolint.errors import CannotWrite

    refuse_twice("a", "b", None, "-", "-", "/dev/stdout", "/dev/stdout")
    with pytest.raises(CannotWrite, match="one file"):
        refuse_twice("f", "./f")


def test_a_page_of_a_class_may_be_written_again(here: Path) -> None:
    a_class(here)
    for _ in range(2):
        done = run("teach", "grade", ".", "--key", "ex.key.json", "-o", "class.html", "--csv", "class.csv")
        assert done.exit_code == 0, done.output


def test_what_cannot_be_graded_in_a_folder_is_told(here: Path) -> None:
    a_class(here)
    run("teach", "exercise", "-o", "paper.html", "--seed", "7", "--faults", "2")
    (here / "in").mkdir()
    for name, start in (
        ("a.odt", b"PK\x03\x04"),
        ("b.rtf", b"{\\rtf1 x}"),
        ("c.pdf", b"%PDF-1.4"),
        ("d.zip", b"PK\x03\x04"),
    ):
        (here / "in" / name).write_bytes(start)
    run("teach", "exercise", "-o", "ex.docx", "--seed", "7", "--faults", "2", "--force")
    (here / "in" / "ben").write_bytes((here / "ex.docx").read_bytes())
    (here / "in" / "e.html").write_bytes((here / "paper.html").read_bytes())
    for name in ("ex.key.json", "ex.answers.docx"):
        (here / "in" / name).write_bytes((here / name).read_bytes())
    (here / "in" / "marks.xlsx").write_bytes(b"PK\x03\x04")
    done = runner().invoke(cli, ["teach", "grade", "in", "--key", "ex.key.json", "-o", "in/class.html"])
    assert done.exit_code == 2
    for name in ("a.odt", "b.rtf", "c.pdf", "d.zip", "e.html"):
        assert sum(f"in/{name}" in line for line in done.stderr.splitlines()) == 1, done.stderr
    assert "is for paper; hand in the Word or Markdown file" in done.stderr
    assert len(done.stderr.splitlines()) == 5
    assert done.stdout.splitlines()[1].split() == ["ben", "0", "0", "2", "0", "0"]
    assert "ben" in (here / "in" / "class.html").read_text(encoding="utf-8")


def test_an_empty_folder_is_one_sentence(here: Path) -> None:
    a_class(here)
    (here / "none").mkdir()
    done = run("teach", "grade", "none", "--key", "ex.key.json")
    assert (done.exit_code, done.output.count("nothing to grade in this folder")) == (2, 1)


def test_students_of_one_name_in_two_folders_are_two(here: Path) -> None:
    words = a_class(here)
    for name in ("Ann Lee_1_file_", "Ben Moe_2_file_"):
        (here / "in" / name).mkdir(parents=True)
        (here / "in" / name / "ex.md").write_text(words, encoding="utf-8")
    (here / "in" / "cleo.md").write_text(words, encoding="utf-8")
    done = run("teach", "grade", "in", "--key", "ex.key.json", "-f", "json")
    names = [row["student"] for row in json.loads(done.stdout)["students"]]
    assert names == ["Ann Lee_1_file_/ex", "Ben Moe_2_file_/ex", "cleo"]
    hidden = json.loads(run("teach", "grade", "in", "--key", "ex.key.json", "-f", "json", "--pseudonyms").stdout)
    assert len({row["student"] for row in hidden["students"]}) == 3


def test_who_hands_in_two_exercises_is_one_student(here: Path) -> None:
    (here / "1").mkdir()
    (here / "2").mkdir()
    (here / "1" / "ann.md").write_text(a_class(here), encoding="utf-8")
    assert run("teach", "exercise", "-o", "b.md", "--seed", "8", "--faults", "2").exit_code == 0
    (here / "2" / "ann.md").write_bytes((here / "b.md").read_bytes())
    done = run("teach", "grade", "1", "2", "--key", "ex.key.json", "--key", "b.key.json", "-f", "json")
    assert [row["student"] for row in json.loads(done.stdout)["students"]] == ["ann", "ann"]


def test_pseudonyms_hide_the_words_of_a_new_paragraph(here: Path) -> None:
    words = a_class(here)
    (here / "ann.md").write_text(words.rstrip("\n").split("\n<!--")[0] + "\n\nMarigold Tanaka\n", encoding="utf-8")
    args = ("teach", "grade", "ann.md", "--key", "ex.key.json", "-f", "json")
    assert "Marigold" in run(*args).stdout
    hidden = run(*args, "--pseudonyms").stdout
    assert "Marigold" not in hidden and "a paragraph is new" in hidden


def test_the_style_of_a_draft_of_ones_own_holds(here: Path) -> None:
    (here / "own.md").write_text("x", encoding="utf-8")
    done = run("teach", "exercise", "--style", "thimun", "--from", "own.md", "-o", "e.md")
    assert (done.exit_code, "the style of your draft holds" in done.output) == (2, True)
    assert not (here / "e.md").exists()


def test_a_draft_gives_as_many_exercises_as_differ(here: Path) -> None:
    (here / "own.md").write_text(
        "# Paths\n\n*The General Assembly*,\n\n*Noting* the work on paths,\n\n"
        "*Decides* to remain seized of the matter.\n",
        encoding="utf-8",
    )
    done = run(
        "teach",
        "exercise",
        "--from",
        "own.md",
        "--topic",
        "PRE002",
        "--faults",
        "1",
        "--count",
        "20",
        "--seed",
        "1",
        "-o",
        "e.md",
    )
    assert done.exit_code == 0, done.output
    rows = json.loads((here / "e.key.json").read_text(encoding="utf-8"))["exercises"]
    assert len({row["source"] for row in rows}) == len(rows) < 20
    assert len(list(here.glob("e-*.md"))) == len(rows)
    assert f"{len(rows)} of 20 exercises were written" in done.output


def test_no_name_of_a_rule_is_one_sentence() -> None:
    done = run("rules", "explain", "")
    assert (done.exit_code, "name a rule by its id or name" in done.output) == (2, True)


def taken_apart(here: Path, text: str) -> str:
    """The page of the anatomy of a draft."""
    (here / "sub").mkdir()
    (here / "sub" / "a.md").write_text(text, encoding="utf-8")
    done = run("anatomy", str(here / "sub" / "a.md"), "-o", "p.html")
    assert done.exit_code == 0, done.output
    return (here / "p.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(("mark", "end", "said"), [("*", "*", True), ("<u>", "</u>", False)])
def test_anatomy_says_nothing_of_italics_where_openings_are_set_otherwise(
    here: Path, mark: str, end: str, said: bool
) -> None:
    page = taken_apart(
        here,
        f"# T\n\n{mark}The General Assembly{end},\n\n{mark}Noting{end} buses,\n\n{mark}Decides{end} to walk.\n",
    )
    assert ("in italics" in page) == said
    assert "The verb tells how strong" in page


def test_anatomy_names_whom_and_words_as_the_text_has_them(here: Path) -> None:
    page = taken_apart(
        here,
        "*The General Assembly*,\n\n*Noting* the labours of municipal authorities,\n\n*Recalling* its ferries,\n\n"
        "*Welcoming* the lighthouses,\n\n1. *Appeals* to donors to contribute to lighthouses;\n\n"
        "2. *Invites* municipal authorities to paint ferries.\n",
    )
    assert '<th scope="row">donors</th>' in page
    assert "authorities" in page and "authoritie<" not in page and "authoritie," not in page
    assert str(here) not in page and "a.md" in page


def test_anatomy_of_what_is_no_resolution_is_one_sentence(here: Path) -> None:
    (here / "a.md").write_text("Dear colleague,\n\nthe buses run at night.\n", encoding="utf-8")
    done = run("anatomy", "a.md", "-o", "p.html")
    assert (done.exit_code, "no resolution was found in it" in done.output) == (2, True)
    assert not (here / "p.html").exists()
