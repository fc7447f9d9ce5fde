"""``resolint roll``."""

from pathlib import Path

from resolint.cli.root import cli
from tests.negotiation.test_rolling import LAST
from tests.support.runner import runner


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


def test_a_draft_in_another_language_is_refused_in_one_sentence(tmp_path: Path) -> None:
    draft = tmp_path / "puits.md"
    draft.write_text(
        "# Les puits\n\n*L’Assemblée générale*,\n\n*Rappelant* sa résolution 75/900 du 3 mars 2021,\n\n"
        "1. *Prie* le Secrétaire général de lui faire rapport à sa quatre-vingt-deuxième session ;\n\n"
        "2. *Décide* de rester saisie de la question.\n",
        encoding="utf-8",
    )
    done = runner().invoke(cli, ["roll", "--session", "82", str(draft), "-o", str(tmp_path / "next.docx")])
    assert done.exit_code == 2 and len(done.stderr.splitlines()) == 1
    assert "it is in French" in done.stderr
