"""``resolint build``."""

import zipfile
from pathlib import Path

import pytest

from resolint.author.pictures import _field
from resolint.cli import terminal
from resolint.cli.files import watch
from tests.cli.drafts import CLEAN

PNG = _field()


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "draft.md"
    path.write_text(CLEAN, encoding="utf-8")
    return path


def test_build_and_show_are_each_others_inverse(run, draft: Path) -> None:
    result = run("build", draft, "-o", "out.docx")
    assert (result.exit_code, result.stderr) == (0, "out.docx: written\n")
    assert run("show", "out.docx", "--format", "md").stdout == CLEAN


def test_the_name_is_that_of_the_draft_and_nothing_is_written_over(run, draft: Path) -> None:
    assert run("build", draft).exit_code == 0
    first = draft.with_suffix(".docx").read_bytes()
    again = run("build", draft)
    assert (
        again.exit_code == 2 and "this file exists; choose another name, or write over it with --force" in again.stderr
    )
    assert run("build", draft, "--force").exit_code == 0
    assert draft.with_suffix(".docx").read_bytes() == first


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("missing.md",), "missing.md: there is no such file"),
        (("draft.md", "-o", "x.pdf"), "give it a name that ends in .docx"),
        (("draft.md", "-t", "hcr"), "there is no template hcr; did you mean hrc?"),
        (("draft.md", "-o", "no/where.docx"), "cannot be written"),
        (("-",), "needs --output"),
    ],
)
def test_what_cannot_be_done_is_told(run, draft: Path, arguments: tuple[str, ...], said: str) -> None:
    result = run("build", *arguments)
    assert result.exit_code == 2 and said in result.stderr and "Traceback" not in result.stderr
    assert sorted(path.name for path in draft.parent.iterdir()) == ["draft.md"]


def test_a_word_file_is_not_built_again(run, draft: Path) -> None:
    run("build", draft, "-o", "out.docx")
    result = run("build", "out.docx", "-o", "other.docx")
    assert result.exit_code == 2 and "this is a Word file, and no Markdown" in result.stderr


def test_errors_in_the_notation_say_where(run, draft: Path) -> None:
    draft.write_text(CLEAN.replace("to share seeds", "to share[^9] seeds"), encoding="utf-8")
    result = run("build", draft)
    line = CLEAN.splitlines().index("1. *Invites* Member States to share seeds;") + 1
    assert f"draft.md:{line}:" in result.stderr and "there is no note 9" in result.stderr
    assert not draft.with_suffix(".docx").exists()


@pytest.mark.parametrize(
    ("front", "said"),
    [
        ('+++\nsymbol = "A/1\n+++\n', "draft.md:2:"),
        ("+++\nsymbol =\n+++\n", "draft.md:2:9: the front matter cannot be read"),
        ('+++\nsymbol = "A/1"\n', "draft.md:1:1: the front matter begins here and never ends"),
        ("---\nsymbol: [a\n---\n", "draft.md:"),
    ],
)
def test_front_matter_that_cannot_be_read_is_told_with_line_and_column(run, draft: Path, front: str, said: str) -> None:
    draft.write_text(f"{front}\n# Wells\n", encoding="utf-8")
    result = run("build", draft)
    assert result.exit_code == 2 and said in result.stderr and not draft.with_suffix(".docx").exists()


def test_standard_input_is_built(run) -> None:
    assert run("build", "-", "-o", "out.docx", input=CLEAN).exit_code == 0
    assert run("show", "out.docx", "--format", "md").stdout == CLEAN


def test_a_watched_draft_is_built_on_every_save_and_its_faults_are_said(run, draft: Path, monkeypatch) -> None:
    texts = iter([CLEAN + "\n", CLEAN.replace("share", "share[^9]"), None, CLEAN.replace("seeds", "grain")])

    def pause() -> bool:
        text = next(texts, "")
        if text == "":
            return False
        if text is not None:
            draft.write_text(text, encoding="utf-8")
        return True

    monkeypatch.setattr(terminal, "pause", pause)
    result = run("build", draft, "--watch")
    assert result.exit_code == 0
    said = result.stderr.splitlines()
    assert len(said) == 4 and "there is no note 9" in said[2] and said[3].endswith("draft.docx: written")
    assert "grain" in run("show", draft.with_suffix(".docx")).stdout


def test_watching_waits_for_a_file_that_is_being_replaced(tmp_path: Path) -> None:
    path = tmp_path / "x.md"
    done: list[str] = []
    steps = iter([lambda: path.write_text("a"), lambda: path.unlink(), lambda: path.write_text("abc")])

    def wait() -> bool:
        step = next(steps, None)
        if step:
            step()
        return step is not None

    path.write_text("")
    watch(lambda: [str(path)], lambda _: done.append(path.read_text() if path.exists() else "-"), wait)
    assert done == ["", "a", "abc"]


def test_a_picture_that_is_not_carried_is_named(run, draft: Path) -> None:
    draft.write_text(CLEAN + "\n![The valley](valley.png)\n", encoding="utf-8")
    result = run("build", draft, "-o", "out.docx")
    assert result.exit_code == 0
    line = CLEAN.count("\n") + 2
    said = f"draft.md:{line}: a grey field stands for “The valley” in the Word file; put the picture in there"
    assert said in result.stderr
    (draft.parent / "valley.png").write_bytes(PNG)
    result = run("build", draft, "-o", "out.docx", "--force")
    assert result.exit_code == 0 and "valley" not in result.stderr
    with zipfile.ZipFile(draft.parent / "out.docx") as built:
        assert built.read("word/media/image1.png") == PNG
    back = run("export", "out.docx", "--to", "md")
    assert "![The valley](valley.png)" in back.stdout
    assert "out.docx: the text tells of 1 picture or other object by name alone" in back.stderr


def test_no_picture_is_taken_from_outside_of_the_folder(run, draft: Path) -> None:
    outside = draft.parent.parent / "outside.png"
    outside.write_bytes(PNG)
    draft.write_text(CLEAN + "\n![Out](../outside.png)\n\n![Page](other.md)\n", encoding="utf-8")
    result = run("build", draft, "-o", "out.docx")
    assert result.exit_code == 0 and "stands for “Out”" in result.stderr and "stands for “Page”" in result.stderr


@pytest.mark.parametrize("text", ["hi\n", "# A title alone\n\nSome words.\n"])
def test_of_a_text_without_a_draft_no_file_is_made(run, tmp_path: Path, text: str) -> None:
    (tmp_path / "hi.md").write_text(text, encoding="utf-8")
    done = run("build", tmp_path / "hi.md")
    assert done.exit_code == 2 and "no draft was found in this text" in done.stderr and done.stderr.count("\n") == 1
    assert not (tmp_path / "hi.docx").exists()
