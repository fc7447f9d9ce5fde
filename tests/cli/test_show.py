import json

import pytest

from tests.cli.drafts import FAULTY


@pytest.fixture
def draft(tmp_path):
    (tmp_path / "seeds.md").write_text(FAULTY, encoding="utf-8")
    return "seeds.md"


def test_the_outline(run, draft):
    out = run("show", draft)
    assert out.exit_code == 0
    assert "symbol        A/C.2/81/L.7" in out.stdout
    assert "  Preamble (1)" in out.stdout and "  Operative part (2)" in out.stdout


def test_json(run, draft):
    data = json.loads(run("show", draft, "--format", "json").stdout)
    assert data["path"] == draft and len(data["acts"][0]["operative"]) == 2


def test_markdown_comes_back_the_same(run, draft, tmp_path):
    first = run("show", draft, "--format", "md").stdout
    (tmp_path / "again.md").write_text(first, encoding="utf-8")
    assert run("show", "again.md", "--format", "md").stdout == first


def test_output_and_standard_input(run, draft, tmp_path):
    assert run("show", draft, "-f", "json", "-o", "out.json").exit_code == 0
    assert json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))["schema"] == 1
    assert "hall.md" in run("show", "-", "--stdin-name", "hall.md", input=FAULTY.encode()).stdout
    result = run("show", draft, "-o", draft)
    assert result.exit_code == 2 and "not written over" in result.stderr


def test_what_cannot_be_read(run):
    result = run("show", "none.docx")
    assert result.exit_code == 2 and result.stderr == "resolint: none.docx: there is no such file\n"


@pytest.mark.parametrize("format", ["text", "json", "md"])
def test_the_draft_is_shown_as_before(run, root, golden, format, monkeypatch):
    monkeypatch.chdir(root / "tests" / "goldens")
    golden(f"show.{format}", run("show", "ferries.md", "--format", format, COLUMNS="80").stdout)


def test_git_is_never_stopped_by_one_file(run, draft, tmp_path):
    assert run("show", "--textconv", draft).stdout == run("show", draft, "--format", "md").stdout
    (tmp_path / "empty.docx").write_bytes(b"")
    (tmp_path / "pointer.docx").write_bytes(b"version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n")
    (tmp_path / "noise.docx").write_bytes(b"\xfe\x01 noise")
    (tmp_path / "cut.docx").write_bytes(b"PK\x03\x04 cut")
    for name in ("noise.docx", "cut.docx"):
        assert run("show", "--textconv", name).stdout.startswith("(this file is ")
    for name, words in (("empty.docx", "empty"), ("pointer.docx", "git lfs pull"), ("none.docx", "no such file")):
        shown = run("show", "--textconv", name)
        assert shown.exit_code == 0 and shown.stderr == ""
        assert words in shown.stdout and shown.stdout.count("\n") == 1 and name not in shown.stdout


def test_git_may_be_shown_the_comments_too(run, tmp_path):
    source = FAULTY.replace("The General Assembly", "The {>>Ana: why?<<}General Assembly")
    (tmp_path / "draft.md").write_text(source, encoding="utf-8")
    told = run("show", "--textconv", "--comments", "draft.md").stdout
    assert told.startswith(run("show", "--textconv", "draft.md").stdout)
    assert run("show", "--comments", "draft.md").exit_code == 2


def test_a_pointer_of_git_lfs_says_what_to_do(run, tmp_path):
    (tmp_path / "pointer.docx").write_bytes(b"version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n")
    told = run("lint", "pointer.docx")
    assert told.exit_code == 2 and "run 'git lfs pull'" in told.stderr
