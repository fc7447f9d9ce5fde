"""``resolint roll``."""

from pathlib import Path

from tests.negotiation.test_rolling import LAST


def test_the_lists_and_the_file(run, tmp_path: Path) -> None:
    Path("last.md").write_text(LAST, encoding="utf-8")
    done = run(
        "roll", "last.md", "--session", "82", "--last", "80/904", "--last-date", "18 December 2025", "-o", "draft.docx"
    )
    assert done.exit_code == 0, done.stderr
    assert "operative 4: session: “eighty-first” → “eighty-third”" in done.stdout
    assert "footnote 1: a document of last session; is there a new one?: A/80/214" in done.stdout
    assert done.stdout.index("Done, as tracked changes") < done.stdout.index("To decide")
    assert run("lint", "draft.docx", "--base", "last.md").exit_code in (0, 1)
    again = run("roll", "last.md", "--session", "82", "-o", "draft.docx")
    assert again.exit_code == 2 and "exists" in again.stderr


def test_bad_input_is_one_sentence_and_nothing_is_written(run) -> None:
    Path("last.md").write_text(LAST, encoding="utf-8")
    for options, words in (
        (("--session", "79", "-o", "x.docx"), "name a later one"),
        (("--session", "82", "-o", "x.md"), "ends in .docx"),
        (("--session", "82", "--date", "soon", "-o", "x.docx"), "is no date"),
    ):
        done = run("roll", "last.md", *options)
        assert done.exit_code == 2 and words in done.stderr and "Traceback" not in done.stderr
    assert not Path("x.docx").exists()
