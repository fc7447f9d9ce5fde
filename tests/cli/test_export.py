import json

import pytest

from tests.akn.drafts import FERRIES
from tests.report.pages import Page

pytestmark = pytest.mark.slow


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


HIDDEN = """\
+++
sponsors = "Chile, Ghana and Vietnam: draft resolution"
symbol = "A/HRC/64/L.8"
body = "Human Rights Council"
session = "Sixty-fourth session"
agenda_item = "Agenda item 3"
agenda_title = "Promotion of reading"
kind = "resolution"
+++

# Reading rooms

*The Human Rights Council*,

*Noting* the number of reading rooms,

1. *Invites* Member States to open more of them;

2. *Decides* to return to the matter.
"""


@pytest.fixture
def kept(run, tmp_path):
    """A Word file that keeps its masthead in variables too."""
    (tmp_path / "kept.md").write_text(HIDDEN, encoding="utf-8")
    assert run("build", "kept.md", "-o", "kept.docx").exit_code == 0
    return "kept.docx"


@pytest.mark.parametrize("form", ["txt", "html"])
def test_variables_that_nobody_sees_in_word_are_not_shown(run, kept, form):
    shown = run("export", kept, "--to", form).stdout
    seen = shown if form == "txt" else Page(shown).words
    assert seen.rstrip().endswith("Decides to return to the matter.")
    for words in ("Human Rights Council", "A/HRC/64/L.8", "Chile, Ghana and Vietnam"):
        assert words in seen
    assert run("export", kept, "--to", "md").stdout.startswith("+++")


def test_a_variable_that_the_mended_print_contradicts_is_passed_over(run, kept):
    assert run("fix", "--unsafe", kept, "-o", "mended.docx").exit_code == 0
    said = run("lint", "mended.docx", "--format", "concise").stdout
    assert "SPN018" not in said and "GEN004" not in said
    again = run("export", "mended.docx", "--to", "md").stdout
    assert "Viet Nam" in again and "Vietnam" not in again
