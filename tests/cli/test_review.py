"""``resolint review``: what is written, where to, and what happens when it cannot be."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from resolint import word
from resolint.cli import files
from tests.support.docx import docx, i, members_of, p

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def draft(tmp_path):
    """A copy of the Word sample."""
    path = tmp_path / "draft.docx"
    shutil.copyfile(ROOT / "samples" / "seed-libraries.docx", path)
    return path


def parts(path: Path) -> dict[str, bytes]:
    return members_of(path.read_bytes())


def names(folder: Path) -> list[str]:
    """What is in a folder, hidden files too."""
    return sorted(path.name for path in folder.iterdir())


def test_writes_a_copy_beside_the_draft(run, draft) -> None:
    before = draft.read_bytes()
    result = run("review", draft, "--no-config", SOURCE_DATE_EPOCH="0")
    assert result.exit_code == 0
    target = draft.with_name("draft.reviewed.docx")
    assert result.stdout.startswith(f"{target}: ") and "tracked fixes" in result.stdout
    assert draft.read_bytes() == before
    assert b'w:date="1970-01-01T00:00:00Z"' in parts(target)["word/comments.xml"]
    assert word.verify(before, target.read_bytes()) == ""


def test_second_run_changes_nothing_even_later(run, draft) -> None:
    out = draft.with_name("out.docx")
    run("review", draft, "-o", out, "--no-config", SOURCE_DATE_EPOCH="1000")
    first = out.read_bytes()
    again = run("review", out, "--in-place", "--no-config", SOURCE_DATE_EPOCH="999999")
    assert again.exit_code == 0
    assert out.read_bytes() == first


def test_after_an_edit_only_our_marks_are_renewed(run, draft) -> None:
    out = draft.with_name("out.docx")
    held = parts(draft)["word/document.xml"].count(b"Delegation")
    run("review", draft, "-o", out, "--no-config", "--select", "NUM,PRE", SOURCE_DATE_EPOCH="1000")
    run("review", out, "--in-place", "--no-config", "--select", "ABB", SOURCE_DATE_EPOCH="2000")
    comments = parts(out)["word/comments.xml"]
    assert b"ABB003" in comments and b"NUM" not in comments and b"PRE0" not in comments
    assert parts(out)["word/document.xml"].count(b"Delegation") == held


def test_clean_takes_everything_out(run, draft) -> None:
    out, back = draft.with_name("out.docx"), draft.with_name("back.docx")
    run("review", draft, "-o", out, "--force", "--no-config")
    assert run("review", out, "--clean", "-o", back).exit_code == 0
    assert list(parts(back)) == list(parts(draft))
    assert b"resolint" not in b"".join(parts(back).values())


def test_comments_or_changes_only(run, draft) -> None:
    out = draft.with_name("out.docx")
    run("review", draft, "-o", out, "--comments-only", "--no-config")
    assert b'author="resolint"' not in parts(out)["word/document.xml"]
    assert b"To do: " in parts(out)["word/comments.xml"]
    run("review", draft, "-o", out, "--changes-only", "--no-config")
    assert "word/comments.xml" not in parts(out)
    assert b'author="resolint"' in parts(out)["word/document.xml"]


def test_severity_rules_and_author(run, draft) -> None:
    out = draft.with_name("out.docx")
    run("review", draft, "-o", out, "--min-severity", "error", "--author", "J. Smith", "--no-config")
    comments = parts(out)["word/comments.xml"]
    assert b'w:author="J. Smith (resolint)"' in comments
    assert b"PRE002" in comments and b"SPN009" not in comments
    run("review", draft, "-o", out, "--select", "ABB003", "--no-config")
    assert parts(out)["word/comments.xml"].count(b"<w:comment ") == 1


def test_clean_draft_is_copied_as_it_is(run, tmp_path) -> None:
    data = docx(p(i("Nothing"), " to say"))
    (tmp_path / "a.docx").write_bytes(data)
    result = run("review", "a.docx", "--select", "NUM004", "--no-config")
    assert result.exit_code == 0 and "0 comments, 0 tracked fixes" in result.stdout
    assert (tmp_path / "a.reviewed.docx").read_bytes() == data


def test_work_of_others_in_the_output_is_not_written_over(run, draft) -> None:
    run("review", draft, "--no-config")
    target = draft.with_name("draft.reviewed.docx")
    assert run("review", draft, "--no-config").exit_code == 0
    target.write_bytes(docx(p("edited by a human")))
    result = run("review", draft, "--no-config")
    assert result.exit_code == 2 and "is there already" in result.stderr and "--force" in result.stderr
    assert len(result.stderr.splitlines()) == 1
    assert run("review", draft, "--no-config", "-o", target).exit_code == 2
    assert run("review", draft, "--no-config", "-o", target, "--force").exit_code == 0


@pytest.mark.parametrize("options", [["-o", "draft.docx"], ["-o", "./draft.docx"]])
def test_output_that_is_the_draft_is_refused(run, draft, options) -> None:
    before = draft.read_bytes()
    result = run("review", "draft.docx", *options, "--no-config")
    assert result.exit_code == 2 and "--in-place" in result.stderr
    assert draft.read_bytes() == before


def test_link_to_the_draft_is_the_draft(run, draft) -> None:
    (draft.parent / "link.docx").symlink_to(draft)
    before = draft.read_bytes()
    assert run("review", "draft.docx", "-o", "link.docx", "--no-config").exit_code == 2
    assert draft.read_bytes() == before


def test_mode_is_kept(run, draft) -> None:
    draft.chmod(0o640)
    run("review", draft, "--in-place", "--no-config")
    assert draft.stat().st_mode & 0o777 == 0o640


def test_protected_files_are_not_written_over(run, draft) -> None:
    draft.chmod(0o444)
    before = draft.read_bytes()
    result = run("review", draft, "--in-place", "--no-config")
    assert result.exit_code == 2 and "protected from writing" in result.stderr
    assert draft.read_bytes() == before
    assert run("review", draft, "--no-config").exit_code == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device without room")
@pytest.mark.parametrize("target", ["/dev/full", "missing/out.docx", "."])
def test_places_that_cannot_be_written(run, draft, target) -> None:
    result = run("review", draft, "-o", target, "--no-config")
    assert result.exit_code == 2
    assert len(result.stderr.strip().splitlines()) <= 4


@pytest.mark.parametrize(("error", "words"), [(OSError(28, "No space left on device"), "no space left"), (PermissionError(13, "Permission denied"), "permission denied")])  # fmt: skip
def test_full_disk_loses_nothing(run, draft, monkeypatch, error, words) -> None:
    out = draft.with_name("out.docx")
    out.write_bytes(b"what was there")

    def fail(*_args: object) -> None:
        raise error

    monkeypatch.setattr(files.os, "fsync", fail)
    result = run("review", draft, "-o", out, "--force", "--no-config")
    assert result.exit_code == 2 and words in result.stderr and "nothing was changed" in result.stderr
    assert out.read_bytes() == b"what was there"
    assert names(draft.parent) == ["draft.docx", "out.docx"]


def test_interrupted_write_loses_nothing(run, draft, monkeypatch) -> None:
    out = draft.with_name("out.docx")
    out.write_bytes(b"what was there")

    def interrupt(*_args: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(files.os, "replace", interrupt)
    result = run("review", draft, "-o", out, "--force", "--no-config")
    assert result.exit_code == 130
    assert out.read_bytes() == b"what was there"
    assert names(draft.parent) == ["draft.docx", "out.docx"]


def test_bug_in_resolint_is_confessed(run, draft, monkeypatch) -> None:
    from resolint.word.write import runs

    monkeypatch.setattr(runs, "join", lambda run: None)
    result = run("review", draft, "--no-config")
    assert result.exit_code == 2 and "nothing was written" in result.stderr and "bug in resolint" in result.stderr
    assert names(draft.parent) == ["draft.docx"]


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.md", b"# Title\n\nText.\n", "need a Word file"),
        ("b.docx", b"PK\x03\x04 broken", "cut off"),
        ("c.docx", b"%PDF-1.4", "PDF"),
    ],
)
def test_what_is_no_word_file(run, tmp_path, name, content, words) -> None:
    (tmp_path / name).write_bytes(content)
    result = run("review", name)
    assert result.exit_code == 2 and words in result.stderr
    assert names(tmp_path) == [name]


def test_missing_draft(run) -> None:
    result = run("review", "none.docx")
    assert result.exit_code == 2 and "there is no such file" in result.stderr


@pytest.mark.parametrize(
    "options", [["-o", "x.docx", "--in-place"], ["--comments-only", "--changes-only"], ["--clean", "--changes-only"]]
)
def test_options_that_exclude_each_other(run, draft, options) -> None:
    assert run("review", draft, *options).exit_code == 2
    assert names(draft.parent) == ["draft.docx"]


def test_linting_a_reviewed_draft_finds_no_comment_of_ours(program, draft) -> None:
    subprocess.run([*program, "review", str(draft), "--no-config", "--in-place", "-q"], check=True)
    result = subprocess.run(
        [*program, "lint", str(draft), "--no-config", "--select", "PRC002,PRE002", "-f", "concise"],
        capture_output=True,
        text=True,
    )
    assert "PRC002" not in result.stdout


def test_many_drafts_and_folders_are_reviewed_beside_themselves(run, root, tmp_path):
    folder = tmp_path / "drafts"
    folder.mkdir()
    for number in range(3):
        shutil.copy(root / "samples" / "seed-libraries.docx", folder / f"{number}.docx")
    (folder / "notes.md").write_text("No Word file.\n", encoding="utf-8")
    once = run("review", folder, "--jobs", "2")
    assert once.exit_code == 0, once.stderr
    assert [line.split(":")[0] for line in once.stdout.splitlines()] == [
        str(folder / f"{number}.reviewed.docx") for number in range(3)
    ]
    assert run("review", folder, "-j", "1").stdout == once.stdout
    single = run("review", folder / "0.docx", "-o", tmp_path / "one.docx")
    assert single.exit_code == 0
    assert run("review", folder, "-o", "all.docx").exit_code == 2
    (tmp_path / "empty").mkdir()
    assert "there are no Word files here" in run("review", tmp_path / "empty").stderr


def test_one_draft_that_cannot_be_read_does_not_stop_the_others(run, root, tmp_path):
    shutil.copy(root / "samples" / "seed-libraries.docx", tmp_path / "b.docx")
    (tmp_path / "a.docx").write_bytes(b"no Word file")
    done = run("review", "a.docx", "b.docx")
    assert done.exit_code == 2 and "a.docx" in done.stderr and (tmp_path / "b.reviewed.docx").exists()


def test_fixes_in_several_processes_are_the_same(run, root, tmp_path):
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        for number in range(3):
            shutil.copy(root / "samples" / "seed-libraries.docx", tmp_path / folder / f"{number}.docx")
    clock = {"SOURCE_DATE_EPOCH": "1700000000"}
    one = run("fix", "--in-place", "one", "-j", "1", **clock)
    two = run("fix", "--in-place", "two", "-j", "2", **clock)
    assert one.exit_code == two.exit_code == 0 and one.stdout.replace("one", "two") == two.stdout
    for number in range(3):
        assert (tmp_path / "one" / f"{number}.docx").read_bytes() == (tmp_path / "two" / f"{number}.docx").read_bytes()


def test_a_name_that_leaves_no_room_for_the_ending_is_refused_in_one_sentence(run, draft) -> None:
    long = draft.rename(draft.with_name("x" * 245 + ".docx"))
    result = run("review", long, "--no-config")
    assert (result.exit_code, len(result.stderr.splitlines())) == (2, 1)
    assert "name too long" in result.stderr and names(draft.parent) == [long.name]
    assert run("review", long, "-o", draft, "--no-config").exit_code == 0


@pytest.mark.parametrize("name", ["x.pdf", "x.md", "x.html", "x.docm", "x"])
@pytest.mark.parametrize(
    "command", [("review",), ("review", "--clean"), ("fix",), ("fix", "--accept"), ("ready", "--strip")]
)
def test_a_copy_of_a_word_file_keeps_its_ending(run, draft, command, name) -> None:
    done = run(*command, draft, "-o", draft.with_name(name), "--no-config")
    assert done.exit_code == 2 and f"{name}: a Word file is written as .docx; give" in done.stderr
    assert names(draft.parent) == ["draft.docx"]


def test_a_file_with_macros_is_reviewed_under_its_own_ending(run, draft) -> None:
    macros = draft.rename(draft.with_suffix(".docm"))
    assert run("review", macros, "-o", draft.with_name("x.DOCM"), "--no-config").exit_code == 0
    assert run("fix", macros, "-o", draft.with_name("x.docx"), "--no-config").exit_code == 2


@pytest.mark.parametrize("name", ["x.docx", "x.pdf", "x.odt"])
def test_a_mended_text_gets_no_ending_of_another_form(run, draft, name) -> None:
    text = draft.with_name("a.md")
    text.write_text("# Bell buoys\n\nThe General Assembly,\n\n1. *Invites* ports to mark waters;\n", encoding="utf-8")
    done = run("fix", text, "-o", draft.with_name(name), "--no-config")
    assert done.exit_code == 2 and "a text is written as .md" in done.stderr
    assert not draft.with_name(name).exists()
