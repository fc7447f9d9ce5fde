"""``resolint new`` and ``resolint templates``."""

import json
import re
import zipfile
from pathlib import Path

import pytest

from resolint.cli import new, terminal

MUN = (
    "--set",
    "committee=Rivers",
    "--set",
    "topic=Deltas",
    "--set",
    "sponsors=Chile",
    "--set",
    "preambular=Noting all",
)
WHOLE = (*MUN, "--set", "operative=Decides so", "--set", "operative=Enc all to help")


def test_a_draft_without_a_terminal(run) -> None:
    result = run("new", "-t", "mun", *WHOLE, "-o", "a.md")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "a.md: written\n")
    text = Path("a.md").read_text(encoding="utf-8")
    assert text.endswith("*Noting* all,\n\n1. *Decides* so;\n\n2. *Encourages* all to help.\n")


def test_answers_from_a_file_make_a_word_file_that_lints_clean(run, root: Path) -> None:
    answers = root / "templates" / "cnd" / "example.toml"
    assert run("new", "--body", "Commission on Narcotic Drugs", "--answers", answers, "-o", "a.docx").exit_code == 0
    lint = run("lint", "a.docx", "--fail-on", "info")
    assert lint.exit_code == 0, lint.stdout


def test_the_body_answers_which_committee_it_is(run, root: Path) -> None:
    answers = root / "templates" / "ga-committee" / "example.toml"
    said = run("new", "-b", "Third Committee", "-a", answers, "-o", "a.md")
    assert said.exit_code == 2 and "--body Third Committee: the answer committee says Second Committee" in said.stderr
    arguments = [
        "--set",
        "agenda_item=6",
        "--set",
        "sponsors=Fiji",
        "--set",
        "title=Wells",
        "--set",
        "preambular=Noting all",
    ]
    result = run("new", "-b", "Third Committee", *arguments, "--set", "operative=Decides so", "-o", "a.md")
    assert result.exit_code == 0, result.stderr
    assert 'body = "Third Committee"' in Path("a.md").read_text(encoding="utf-8")


def test_the_file_is_named_after_the_title(run, root: Path) -> None:
    result = run("new", "-t", "hrc", "-a", root / "templates" / "hrc" / "example.toml")
    assert result.exit_code == 0 and Path("human-rights-and-access-to-sign.docx").exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("-t", "mun", *MUN, "-o", "a.md"), "operative: this answer is missing (Operative paragraphs); give it with --set operative=…"),
        (("-t", "mun", "-o", "a.md"), "these answers are missing; give them with --set KEY=…"),
        (("-t", "mum", "-o", "a.md"), "there is no template mum; did you mean mun?"),
        (("-b", "Club", "-o", "a.md"), "--body Club: there is no template for this body"),
        (("-t", "mun", "-b", "CND", "-o", "a.md"), "the template mun is not for this body"),
        (("-o", "a.md"), "name it with --template"),
        (("-t", "mun", *WHOLE, "--set", "colour=red", "-o", "a.md"), "colour: the template mun does not ask this"),
        (("-t", "mun", "--set", "colour", "-o", "a.md"), "write it as KEY=VALUE"),
        (("-t", "mun", *WHOLE, "-o", "a.pdf"), "give it a name in .docx or .md"),
        (("-t", "mun", *WHOLE, "-o", "no/a.docx"), "there is no such folder"),
        (("-t", "mun", *WHOLE, "-o", "old.md"), "this file exists"),
        (("-t", "mun", "-a", "no.toml", "-o", "a.md"), "no.toml: there is no such file"),
        (("-t", "mun", "-a", "old.md", "-o", "a.md"), "this is no TOML"),
        (("-t", "revised", "-o", "a.md"), "name it with --from OLD.docx"),
        (("--from", "no.docx", "-o", "a.md"), "there is no such file"),
        (("-t", "mun", *WHOLE, "--set", "topic=a\x01", "-o", "a.docx"), "cannot stand in a Word file"),
    ],
)  # fmt: skip
def test_what_cannot_be_done_is_told_and_nothing_is_written(run, arguments: tuple[str, ...], said: str) -> None:
    Path("old.md").write_text("kept", encoding="utf-8")
    result = run("new", *arguments)
    assert result.exit_code == 2 and said in result.stderr, result.stderr
    assert "Traceback" not in result.stderr and Path("old.md").read_text(encoding="utf-8") == "kept"
    assert [path.name for path in Path().iterdir()] == ["old.md"]


def test_one_question_after_the_other(run, monkeypatch) -> None:
    monkeypatch.setattr(new.terminal, "is_terminal", lambda stream: True)
    said = ["Rivers", "Deltas", "Gana", "?", "Ghana", "", "", "Hello", "noting all", "", "encou all to help", "", "y"]
    result = run("new", "-t", "mun", "-o", "a.md", input="\n".join(said) + "\n")
    assert result.exit_code == 0, result.output
    assert "did you mean Ghana?" in result.stderr and "no opening of a preambular paragraph “Hello”" in result.stderr
    assert "Write a.md?" in result.stdout and "**Topic:** Deltas" in result.stdout
    text = Path("a.md").read_text(encoding="utf-8")
    assert "**Sponsors:** Ghana" in text and "\n\n*Encourages* all to help." in text


def test_a_mistaken_answer_is_gone_back_to(run, monkeypatch) -> None:
    monkeypatch.setattr(new.terminal, "is_terminal", lambda stream: True)
    said = [
        "<",
        "Rivers",
        "Deltas",
        "<",
        "Lakes",
        "Ghana",
        "",
        "",
        "noting all",
        "noting more",
        "<",
        "",
        "encourages all to help",
        "",
        "y",
    ]
    result = run("new", "-t", "mun", "-o", "a.md", input="\n".join(said) + "\n")
    assert result.exit_code == 0, result.output
    text = Path("a.md").read_text(encoding="utf-8")
    assert "**Topic:** Lakes" in text and "Deltas" not in text
    assert "*Noting* all," in text and "more" not in text and "taken out: noting more" in result.stdout


def test_who_says_no_to_the_preview_gets_no_file(run, monkeypatch) -> None:
    monkeypatch.setattr(terminal, "is_terminal", lambda stream: True)
    result = run(
        "new", "-t", "mun", *WHOLE, "--set", "signatories=Fiji", "--set", "organ=The Forum", "-o", "a.md", input="n\n"
    )
    assert result.exit_code != 0 and not Path("a.md").exists()
    assert "your answers are kept" in result.stderr


def test_who_says_no_keeps_the_answers(run, monkeypatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(terminal, "is_terminal", lambda stream: True)
        run(
            "new",
            "-t",
            "mun",
            *WHOLE,
            "--set",
            "signatories=Fiji",
            "--set",
            "organ=The Forum",
            "-o",
            "a.md",
            input="n\n",
        )
    again = run("new", "--answers", "a.answers.toml", "-o", "a.md")
    assert again.exit_code == 0, again.stderr
    text = Path("a.md").read_text(encoding="utf-8")
    assert "**Signatories:** Fiji" in text and "2. *Encourages* all to help." in text


def test_a_revision_tracks_changes(run, root: Path) -> None:
    result = run("new", "--from", root / "samples" / "sign-language.docx", "-o", "rev.docx")
    assert result.exit_code == 0, result.stderr
    with zipfile.ZipFile("rev.docx") as file:
        assert b"<w:trackRevisions/>" in file.read("word/settings.xml")
        assert b"SingleTxtG" in file.read("word/document.xml")
    assert "A/HRC/64/L.8/Rev.1" in run("show", "rev.docx").stdout


def test_templates_are_listed_shown_and_checked(run) -> None:
    assert "Security Council: draft resolution" in run("templates", "list").stdout
    assert {row["name"] for row in json.loads(run("templates", "list", "-f", "json").stdout)} > {"mun", "cop"}
    shown = run("templates", "show", "ga-committee").stdout
    assert "session: Which session? (by default 81)" in shown and "One of: First Committee" in shown
    assert json.loads(run("templates", "show", "sc", "-f", "json").stdout)["questions"][0]["key"] == "sponsors"
    assert run("templates", "show", "sc", "--example").stdout.startswith("+++\nsymbol")
    checked = run("templates", "check", "mun", "sc")
    assert (checked.exit_code, checked.stdout) == (0, "2 templates checked, 0 faulty\n")
    assert run("templates", "show", "nothing").exit_code == 2


def test_a_revised_draft_keeps_in_variables_only_what_is_not_printed(run, root: Path) -> None:
    assert run("build", root / "samples" / "night-buses.md", "-o", "first.docx").exit_code == 0
    assert run("new", "--from", "first.docx", "-o", "second.docx").exit_code == 0
    with zipfile.ZipFile("second.docx") as file:
        settings = file.read("word/settings.xml").decode()
    kept = re.findall(r'<w:docVar w:name="resolint (\w+)"', settings)
    assert set(kept) <= {"body", "job_number"}
