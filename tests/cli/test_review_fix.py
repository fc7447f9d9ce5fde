"""``resolint fix``: safe fixes, tracked in Word, made in the very characters of a text."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from resolint import word
from tests.support.docx import docx, i, members_of, note, p, ref
from tests.word.marks import settle

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parents[2]
TEXT = """# Reading rooms

*The General Assembly*,

*Recalling* its interest in the reading rooms of mountain villages

Noting with appreciation the work of the UN in this field,

1. *Encourages* Governments to bear at least 50 percent of
the cost[^1]

2. *Decides* to return to the matter

[^1]: See A/80/214
"""
SAFE = """# Reading rooms

*The General Assembly*,

*Recalling* its interest in the reading rooms of mountain villages,

*Noting with appreciation* the work of the UN in this field,

1. *Encourages* Governments to bear at least 50 percent of
the cost;[^1]

2. *Decides* to return to the matter.

[^1]: See A/80/214.
"""


@pytest.fixture
def text(tmp_path):
    path = tmp_path / "draft.md"
    path.write_bytes(TEXT.encode())
    return path


@pytest.fixture
def draft(tmp_path):
    path = tmp_path / "draft.docx"
    shutil.copyfile(ROOT / "samples" / "seed-libraries.docx", path)
    return path


OPTIONS = ("--no-config", "--profile", "ga", "--select", "PRE002,OPR,TYP001,FTN,ABB003,NUM")


@pytest.mark.parametrize(("ends", "encoding"), [("\n", "utf-8"), ("\r\n", "utf-8-sig"), ("\n", "utf-16"), ("\r\n", "cp1252")])  # fmt: skip
def test_text_is_mended_in_place(run, text, ends, encoding) -> None:
    text.write_bytes(TEXT.replace("\n", ends).encode(encoding))
    result = run("fix", text, "--in-place", *OPTIONS)
    assert result.exit_code == 0, result.stderr
    assert text.read_bytes() == SAFE.replace("\n", ends).encode(encoding)
    assert run("fix", text, "--diff", *OPTIONS).exit_code == 0


def test_words_only_with_unsafe(run, text) -> None:
    said = run("fix", text, "--in-place", "--unsafe", *OPTIONS).stdout.splitlines()
    assert "United Nations in this field" in text.read_text()
    assert "  line 7: “UN” → “United Nations”" in said
    assert "  line 5: “villages” → “villages,”" in said
    assert run("fix", text, "-o", "again.md", "--unsafe", *OPTIONS).stdout.splitlines() == ["again.md: 0 fixes"]


def test_changes_of_words_in_word_are_named_with_their_places(run, draft) -> None:
    said = run("fix", draft, "-o", "mended.docx", "--unsafe", "--no-config").stdout.splitlines()
    assert "  preambular 2: “GA” → “General Assembly”" in said
    assert all(line.startswith("  ") and "→" in line for line in said[1:]) and len(said) > 3
    assert run("fix", draft, "-o", "safe.docx", "--no-config").stdout.count("\n") == 1


def test_only_what_is_grave_enough_is_mended(run, text) -> None:
    """A closing mark that is missing is an error, a note without one a warning."""
    run("fix", text, "--in-place", "--min-severity", "error", *OPTIONS)
    mended = text.read_text()
    assert "mountain villages,\n" in mended and mended.endswith("[^1]: See A/80/214\n")


def test_diff_writes_nothing(run, text, draft) -> None:
    before = text.read_bytes(), draft.read_bytes()
    result = run("fix", text, draft, "--diff", "--no-config")
    assert result.exit_code == 1
    assert "+*Recalling* its interest in the reading rooms of mountain villages," in result.stdout
    assert "+(b) On the keeping of registers;" in result.stdout
    assert (text.read_bytes(), draft.read_bytes()) == before


def test_diff_shows_blanks_and_notes(run, tmp_path) -> None:
    path = tmp_path / "blanks.docx"
    body = p(i("The General Assembly"), ",") + p(i("Noting"), " the  wells", ref(1), ",")
    path.write_bytes(docx(body + p("1.\tInvites villages to read."), footnotes=note(1, "See there.")))
    result = run("fix", path, "--diff", "--no-config", "--select", "TYP008")
    assert result.exit_code == 1
    assert "-*Noting* the  wells[note],\n+*Noting* the wells[note],\n 1. Invites" in result.stdout


def test_word_draft_gets_tracked_changes(run, draft) -> None:
    before = word.read_word(draft.read_bytes())
    out = draft.with_name("out.docx")
    result = run("fix", draft, "-o", out, "--no-config")
    assert result.exit_code == 0 and "fixes" in result.stdout
    assert "word/comments.xml" not in members_of(out.read_bytes())
    assert b'author="resolint"' in members_of(out.read_bytes())["word/document.xml"]
    assert [b.text for b in word.read_word(settle(out.read_bytes(), False)).blocks] == [b.text for b in before.blocks]
    assert word.verify(draft.read_bytes(), out.read_bytes()) == ""


def test_accept_makes_them_for_good(run, draft) -> None:
    tracked, plain = draft.with_name("tracked.docx"), draft.with_name("plain.docx")
    run("fix", draft, "-o", tracked, "--unsafe", "--no-config")
    run("fix", draft, "-o", plain, "--unsafe", "--accept", "--no-config")
    assert b"resolint" not in members_of(plain.read_bytes())["word/document.xml"]
    wanted = [b.text for b in word.read_word(settle(tracked.read_bytes(), True)).blocks]
    assert [b.text for b in word.read_word(plain.read_bytes()).blocks] == wanted
    assert b"Delegation" in members_of(plain.read_bytes())["word/document.xml"]


def test_result_needs_a_place(run, text) -> None:
    assert run("fix", text).exit_code == 2
    assert run("fix", text, "--in-place", "--diff").exit_code == 2
    assert run("fix", text, text.with_name("b.md"), "-o", "c.md").exit_code == 2
    assert run("fix", "-", "--diff").exit_code == 2
    assert text.read_text() == TEXT


def test_one_bad_file_does_not_stop_the_others(run, text, tmp_path) -> None:
    (tmp_path / "bad.docx").write_bytes(b"PK\x03\x04 broken")
    result = run("fix", "bad.docx", text, "--in-place", *OPTIONS)
    assert result.exit_code == 2 and "bad.docx" in result.stderr
    assert text.read_text() == SAFE


def test_output_that_is_the_draft_is_refused(run, text) -> None:
    assert run("fix", text, "-o", text, *OPTIONS).exit_code == 2
    assert text.read_text() == TEXT


def test_characters_that_the_encoding_lacks(run, text) -> None:
    text.write_bytes("Caf\u00e9\n\n".encode("cp1252") + b"# T\n\n*The General Assembly*,\n\n1. *Decides* x\n")
    result = run("fix", text, "--in-place", "--no-config", "--profile", "ga")
    assert result.exit_code in (0, 2)
    assert text.read_bytes().startswith("Caf\u00e9".encode("cp1252"))


def test_a_second_run_over_a_word_draft_has_nothing_to_do(run, draft) -> None:
    first = run("fix", draft, "--in-place", *OPTIONS)
    before = Path(draft).read_bytes()
    second = run("fix", draft, "--in-place", *OPTIONS)
    assert " 0 fixes" not in first.stdout + first.stderr
    assert " 0 fixes" in second.stdout + second.stderr and Path(draft).read_bytes() == before


def test_a_reviewed_file_is_not_mended(run, draft) -> None:
    """Its comments, and the changes that only a review makes, would be lost."""
    run("review", draft, "--no-config")
    reviewed = draft.with_name("draft.reviewed.docx")
    before = reviewed.read_bytes()
    result = run("fix", "--in-place", reviewed, *OPTIONS)
    assert result.exit_code == 2 and "comments" in result.stderr and "review --clean" in result.stderr
    assert reviewed.read_bytes() == before
    result = run("fix", "--in-place", draft.parent, *OPTIONS)
    assert result.exit_code == 0 and ".reviewed.docx" not in result.stdout + result.stderr
    assert reviewed.read_bytes() == before


def test_decisions_do_not_take_the_comments_of_a_review_out(run, draft) -> None:
    decided = draft.with_name("decisions.json")
    found = json.loads(run("lint", draft, "--no-config", "--format", "json").stdout)["documents"][0]["findings"]
    one = next(finding for finding in found if finding.get("fix"))
    decided.write_text(
        json.dumps(
            {"schema": 1, "decisions": [{"fingerprint": one["fingerprint"], "rule": one["rule"], "verdict": "accept"}]}
        )
    )
    run("review", draft, "--no-config")
    reviewed = draft.with_name("draft.reviewed.docx")
    before = reviewed.read_bytes()
    result = run("fix", "--in-place", reviewed, "--decisions", decided, "--no-config")
    assert result.exit_code == 2 and "review --clean --in-place " in result.stderr and reviewed.read_bytes() == before
    result = run("fix", "--in-place", draft, "--decisions", decided, "--no-config")
    assert result.exit_code == 0 and "1 fix" in result.stdout + result.stderr


def test_reviews_are_linted_only_where_they_are_named(run, draft) -> None:
    run("review", draft, "--no-config")
    reviewed = draft.with_name("draft.reviewed.docx")
    below = run("lint", draft.parent, "--no-config", "--format", "concise").stdout
    named = run("lint", reviewed, "--no-config", "--format", "concise").stdout
    assert draft.name in below and reviewed.name not in below and reviewed.name in named
    draft.unlink()
    alone = run("lint", draft.parent, "--no-config")
    assert alone.exit_code == 2 and "*.reviewed.docx" in alone.stderr


def test_safe_fixes_do_not_take_unsafe_ones_back(run, draft) -> None:
    run("fix", "--in-place", "--unsafe", draft, "--no-config")
    before = draft.read_bytes()
    for options in ((), ("--accept",)):
        result = run("fix", "--in-place", *options, draft, "--no-config")
        assert result.exit_code == 2 and "tracked change" in result.stderr
    assert draft.read_bytes() == before
    assert run("fix", "--in-place", "--unsafe", "--accept", draft, "--no-config").exit_code == 0
