import json

import pytest

from tests.akn.drafts import FERRIES
from tests.report.pages import Page


@pytest.fixture
def draft(tmp_path):
    path = tmp_path / "ferries.md"
    path.write_text(FERRIES, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("form", "start"), [("akn", "<?xml"), ("html", "<!DOCTYPE html>"), ("md", "+++"), ("json", "{"), ("txt", "A/C.2")]
)
def test_every_format_is_written(run, draft, form, start):
    result = run("export", draft, "--to", form)
    assert result.exit_code == 0
    assert result.stdout.startswith(start)
    assert result.stderr == ""


@pytest.mark.parametrize(
    ("name", "start"), [("a.akn", "<?xml"), ("a.xml", "<?xml"), ("a.html", "<!DOCTYPE"), ("a.txt", "A/C")]
)
def test_the_ending_of_the_output_decides(run, draft, tmp_path, name, start):
    assert run("export", draft, "-o", name).exit_code == 0
    assert (tmp_path / name).read_text(encoding="utf-8").startswith(start)


def test_akoma_ntoso_is_read_by_every_command(run, draft):
    assert run("export", draft, "-o", "ferries.akn").exit_code == 0
    shown = json.loads(run("show", "ferries.akn", "--format", "json").stdout)
    before = json.loads(run("show", draft, "--format", "json").stdout)
    for part in ("head", "acts", "footnotes", "kind"):
        assert shown[part] == before[part]
    said = [run("lint", name, "--format", "concise").stdout.replace(str(name), "X") for name in (draft, "ferries.akn")]
    strip = [[line.split(": ", 1)[1] for line in text.splitlines()] for text in said]
    assert strip[0] == strip[1]
    assert run("export", "ferries.akn", "--to", "akn").stdout == (draft.parent / "ferries.akn").read_text("utf-8")


def test_a_folder_is_searched_for_akoma_ntoso(run, draft, tmp_path):
    folder = tmp_path / "drafts"
    folder.mkdir()
    run("export", draft, "-o", folder / "a.akn")
    run("export", draft, "-o", folder / "b.xml")
    (folder / "pom.xml").write_text("<project/>", encoding="utf-8")
    outcome = json.loads(run("lint", folder, "--format", "json").stdout)
    assert [document["path"].rpartition("/")[2] for document in outcome["documents"]] == ["a.akn", "b.xml"]


def test_standard_input(run):
    result = run("export", "-", "--to", "txt", "--stdin-name", "x.md", input=FERRIES.encode())
    assert result.exit_code == 0
    assert "Night ferries" in result.stdout


def test_the_view_is_kept_to(run, tmp_path):
    (tmp_path / "t.md").write_text("# T\n\n*The General Assembly*,\n\n1. *Decides* {--this--}{++that++}.\n", "utf-8")
    assert "this" in run("export", "t.md", "--to", "txt", "--view", "original").stdout
    assert "that" in run("export", "t.md", "--to", "txt").stdout


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("missing.docx", "--to", "akn"), "there is no such file"),
        (("ferries.md",), "say --to"),
        (("ferries.md", "-o", "out.pdf"), "the format is not known"),
        (("ferries.md", "--to", "md", "-o", "ferries.md"), "is not written over"),
        (("ferries.md", "--to", "akn", "-o", "no/such/folder/x.akn"), "cannot be written"),
        (("broken.akn", "--to", "txt"), "not well-formed XML"),
        (("other.akn", "--to", "txt"), "its first element is project"),
    ],
)
def test_bad_input_is_one_sentence(run, draft, tmp_path, arguments, words):
    (tmp_path / "broken.akn").write_text("<akomaNtoso><p>", encoding="utf-8")
    (tmp_path / "other.akn").write_text("<project/>", encoding="utf-8")
    result = run("export", *arguments)
    assert result.exit_code == 2
    assert words in result.stderr
    assert result.stderr.count("\n") == 1
    assert result.stdout == ""


def test_findings_as_a_page(run, draft, tmp_path):
    result = run("lint", draft, "--format", "html", "-o", "findings.html", "--fail-on", "never")
    assert result.exit_code == 0
    assert Page((tmp_path / "findings.html").read_text("utf-8")).faults == []
