"""No report takes the place of a document without being told to; one report takes the place of another."""

from pathlib import Path

import pytest

from tests.cli.drafts import CLEAN, FAULTY

pytestmark = pytest.mark.slow

REPORTS = [
    ("lint", "draft.md"),
    ("lint", "draft.md", "-f", "html"),
    ("ready", "draft.md"),
    ("actions", "draft.md"),
    ("citations", "draft.md"),
    ("consistency", "draft.md"),
    ("track", "draft.md", "second.md"),
    ("rules", "explain", "PRE002"),
]
DOCUMENTS = {
    "other.docx": b"PK\x03\x04 words of a colleague",
    "other.docm": b"PK\x03\x04 words of a colleague",
    "other.md": b"# A draft\n",
    "other.akn": b"<akomaNtoso/>",
    "other.xml": b'<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><act/></akomaNtoso>',
    "other": b"PK\x03\x04 words of a colleague",
}


@pytest.fixture(autouse=True)
def drafts(tmp_path: Path) -> None:
    (tmp_path / "draft.md").write_text(FAULTY, encoding="utf-8")
    (tmp_path / "second.md").write_text(CLEAN, encoding="utf-8")


@pytest.mark.parametrize("command", REPORTS, ids=" ".join)
def test_a_report_over_a_document_asks_for_force(run, tmp_path: Path, command: tuple[str, ...]) -> None:
    other = tmp_path / "other.docm"
    other.write_bytes(DOCUMENTS["other.docm"])
    found = run(*command, "-o", "other.docm")
    assert (found.exit_code, other.read_bytes()) == (2, DOCUMENTS["other.docm"])
    assert found.stderr == (
        "resolint: other.docm: this file exists; choose another name, or write over it with --force\n"
    )
    assert run(*command, "-o", "other.docm", "--force").exit_code in (0, 1)
    assert other.read_bytes() != DOCUMENTS["other.docm"]


def test_comments_of_the_concordance_go_into_no_other_document(run, tmp_path: Path) -> None:
    (tmp_path / "other.docm").write_bytes(DOCUMENTS["other.docm"])
    for force in ([], ["--force"]):
        assert run("concord", "draft.md", "second.md", "-o", "other.docm", *force).exit_code == 2
        assert (tmp_path / "other.docm").read_bytes() == DOCUMENTS["other.docm"]


@pytest.mark.parametrize("name", DOCUMENTS)
def test_documents_are_known_by_their_names_or_their_bytes(run, tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(DOCUMENTS[name])
    assert run("lint", "draft.md", "-o", name).exit_code == 2
    assert (tmp_path / name).read_bytes() == DOCUMENTS[name]


@pytest.mark.parametrize(
    ("form", "name"), [("json", "r.json"), ("html", "r.html"), ("junit", "r.xml"), ("text", "r.txt")]
)
def test_a_report_takes_the_place_of_an_earlier_one(run, tmp_path: Path, form: str, name: str) -> None:
    (tmp_path / name).write_text("an earlier report")
    assert run("lint", "draft.md", "-f", form, "-o", name).exit_code == 1
    assert "an earlier report" not in (tmp_path / name).read_text(encoding="utf-8")


def test_force_does_not_help_over_what_is_read(run, tmp_path: Path) -> None:
    found = run("lint", "draft.md", "-o", "draft.md", "--force")
    assert (found.exit_code, (tmp_path / "draft.md").read_text(encoding="utf-8")) == (2, FAULTY)
    assert "is read in the same run" in found.stderr


def test_a_summary_takes_the_place_of_an_earlier_one_and_of_no_draft(run, tmp_path: Path) -> None:
    (tmp_path / "drafts").mkdir()
    (tmp_path / "draft.md").rename(tmp_path / "drafts" / "draft.md")
    summary = tmp_path / "drafts" / "summary.md"
    for source in (FAULTY, CLEAN):
        (tmp_path / "drafts" / "draft.md").write_text(source, encoding="utf-8")
        # Of the folder it is written into nothing but drafts is read.
        found = run("lint", "drafts", "-f", "summary", "-o", "drafts/summary.md", "--fail-on", "never")
        assert (found.exit_code, found.stderr) == (0, "drafts/summary.md: written\n")
        assert " in 1 draft." in summary.read_text(encoding="utf-8")
    assert "Nothing to report" in summary.read_text(encoding="utf-8")
    summary.write_bytes(summary.read_bytes().replace(b"\n", b"\r\n"))
    assert run("lint", "second.md", "-f", "summary", "-o", "drafts/summary.md").exit_code == 0
    for other in ("## resolint\n\nWords on a tool.\n", "# Notes\n\n" + summary.read_text(encoding="utf-8")):
        summary.write_text(other, encoding="utf-8")
        assert run("lint", "second.md", "-f", "summary", "-o", "drafts/summary.md").exit_code == 2
        assert summary.read_text(encoding="utf-8") == other


@pytest.mark.parametrize("command", REPORTS, ids=" ".join)
def test_what_was_written_is_said(run, tmp_path: Path, command: tuple[str, ...]) -> None:
    assert run(*command, "-o", "found.html").stderr.endswith("found.html: written\n")
    assert (tmp_path / "found.html").stat().st_size


def test_nothing_is_said_where_it_is_not_wanted(run, tmp_path: Path) -> None:
    assert run("lint", "draft.md", "-o", "found.txt", "-q").stderr == ""
    assert "written" not in run("lint", "draft.md", "-o", "-").output
    assert "written" not in run("lint", "draft.md", "-o", "/dev/null").output
