"""What is no draft gets one sentence and exit code 2, whatever it is called."""

import json
from io import BytesIO
from pathlib import Path

import docx
import pytest

from tests.cli.drafts import CLEAN


@pytest.mark.parametrize("data", [{"faults": [{"rule": "PRE002"}]}, [{"rule": "PRE002"}], {}], ids=json.dumps)
def test_data_of_programs_are_no_draft(run, tmp_path: Path, data: object) -> None:
    (tmp_path / "exercise.key.json").write_text(json.dumps(data), encoding="utf-8")
    found = run("lint", "exercise.key.json")
    assert (found.exit_code, found.stdout) == (2, "")
    assert found.stderr == (
        "resolint: exercise.key.json: this is JSON, which programs keep their data in, and no draft\n"
    )


def test_a_draft_may_begin_with_a_bracket(run, tmp_path: Path) -> None:
    for name, text in (("a.md", f"[{CLEAN}]"), ("b.txt", "[1]\n"), ("c.txt", "{Peru: delete}\n")):
        (tmp_path / name).write_text(text, encoding="utf-8")
        assert run("lint", name, "--fail-on", "never").exit_code == 0, name


@pytest.mark.parametrize("data", [bytes(range(256)) * 8, b"A text\n"], ids=["bytes", "text"])
def test_what_is_called_a_pdf_and_is_none(run, tmp_path: Path, data: bytes) -> None:
    (tmp_path / "draft.PDF").write_bytes(data)
    found = run("lint", "draft.PDF")
    assert (found.exit_code, found.stdout) == (2, "")
    assert found.stderr.startswith("resolint: draft.PDF: this is no PDF, though it is called one")


def test_a_word_file_under_the_name_of_a_pdf_is_read(run, tmp_path: Path, root: Path) -> None:
    (tmp_path / "draft.pdf").write_bytes((root / "samples" / "seed-libraries.docx").read_bytes())
    assert run("lint", "draft.pdf", "--fail-on", "never").exit_code == 0


def word(body: str, footer: str = "") -> bytes:
    file = docx.Document()
    for paragraph in file.paragraphs:
        paragraph._element.getparent().remove(paragraph._element)
    if body:
        file.add_paragraph(body)
    if footer:
        file.sections[0].footer.paragraphs[0].text = footer
    out = BytesIO()
    file.save(out)
    return out.getvalue()


def test_the_page_is_not_opened_for_what_cannot_be_read(run, tmp_path: Path) -> None:
    pytest.importorskip("starlette")
    (tmp_path / "empty.docx").write_bytes(word(""))
    (tmp_path / "cut.docx").write_bytes(word("words")[:300])
    found = run("serve", "--no-browser", "empty.docx")
    assert (found.exit_code, found.stdout) == (2, "")
    assert found.stderr == "resolint: empty.docx: there is no text in it, so nothing could be checked\n"
    found = run("serve", "--no-browser", "cut.docx", "empty.docx")
    assert (found.exit_code, found.stdout) == (2, "") and "cut.docx is damaged" in found.stderr


def test_a_finding_without_a_place_in_the_margin_is_told(run, tmp_path: Path) -> None:
    (tmp_path / "footer.docx").write_bytes(word("", "Words below the page"))
    found = run("review", "footer.docx", "-o", "reviewed.docx")
    assert (found.exit_code, found.stdout) == (0, "reviewed.docx: 0 comments, 0 tracked fixes\n")
    assert found.stderr.startswith("resolint: page footer: No resolution, decision or declaration was found")
    assert found.stderr.endswith("(this has no place in the margin: the body of the file has no paragraph)\n")
    assert "margin" not in run("review", "--changes-only", "footer.docx", "-o", "second.docx").stderr
