"""``resolint compile``."""

import csv
import io
from pathlib import Path

import docx
import pytest

from tests.negotiation.test_merging import BASE, COPIES, word, words


@pytest.fixture
def files(run, tmp_path: Path) -> list[str]:
    Path("base.docx").write_bytes(word(BASE))
    for name, source in COPIES.items():
        Path(f"{name.lower()}.docx").write_bytes(word(source))
    return ["base.docx", *(f"{name}={name.lower()}.docx" for name in COPIES)]


def test_compile_and_accept(run, files: list[str]) -> None:
    done = run("compile", *files, "-o", "compiled.docx", "--table", "table.csv")
    assert done.exit_code == 0, done.stderr
    assert "operative 1: Chile, Peru: “Urges” → “Calls upon”" in done.stdout and "proposals" in done.stdout
    rows = list(csv.DictReader(Path("table.csv").read_text(encoding="utf-8").splitlines()))
    assert {
        "where": "operative 1",
        "proposal": "change",
        "delegations": "Chile; Peru",
        "base": "Urges",
    }.items() <= rows[0].items()
    assert run("compile", "compiled.docx", "--accept", "Fiji", "-o", "fiji-again.docx").exit_code == 0
    assert words(Path("fiji-again.docx").read_bytes()) == words(word(COPIES["Fiji"]))
    assert run("compile", *files, "--accept", "Peru", "-o", "peru-again.docx", "--table", "t.html").exit_code == 0
    assert words(Path("peru-again.docx").read_bytes()) == words(word(COPIES["Peru"]))
    assert "<h1>Who wants what where</h1>" in Path("t.html").read_text(encoding="utf-8")


def test_the_name_of_a_file_is_that_of_the_delegation(run, files: list[str]) -> None:
    done = run("compile", "base.docx", "chile.docx", "-o", "compiled.docx", "--form", "running")
    assert done.exit_code == 0 and "chile" in done.stdout
    assert "[chile: Calls upon]" in " ".join(words(Path("compiled.docx").read_bytes()))


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("base.docx", "-o", "x.docx"), "name the copies"),
        (("base.docx", "chile.docx", "-o", "x.md"), "ends in .docx"),
        (("base.docx", "chile.docx", "-o", "x.docx", "--table", "x.xls"), ".html or .csv"),
        (("base.docx", "chile.docx", "-o", "chile.docx", "--force"), "not written over"),
        (("base.docx", "none.docx", "-o", "x.docx"), "none.docx"),
        (("base.docx", "chile.docx", "-o", "x.docx", "--accept", "Malta"), "chile"),
        (("base.docx", "A=chile.docx", "A=fiji.docx", "-o", "x.docx"), "two copies"),
    ],
)
def test_bad_input_is_one_sentence_and_nothing_is_written(
    run, files: list[str], options: tuple[str, ...], said: str
) -> None:
    done = run("compile", *options)
    assert done.exit_code == 2 and said in done.stderr and "Traceback" not in done.stderr
    assert not Path("x.docx").exists() and Path("chile.docx").read_bytes() == word(COPIES["Chile"])


OTHER = """# Lamps

*The Economic and Social Council*,

*Recognizing* how dark harbours are in winter,

1. *Encourages* shipping companies to light their piers until midnight.
"""


def test_a_file_that_is_no_copy_of_the_base_is_refused(run, files: list[str]) -> None:
    Path("other.docx").write_bytes(word(OTHER))
    empty = io.BytesIO()
    docx.Document().save(empty)
    Path("empty.docx").write_bytes(empty.getvalue())
    for name, said in (("other", "hardly a word of"), ("empty", "no text in it")):
        done = run("compile", "base.docx", "chile.docx", f"Malta={name}.docx", "-o", "x.docx")
        assert done.exit_code == 2 and f"{name}.docx" in done.stderr and said in done.stderr
        assert not Path("x.docx").exists()


def test_proposals_in_brackets_cannot_be_accepted(run, files: list[str]) -> None:
    assert run("compile", *files, "-o", "running.docx", "--form", "running").exit_code == 0
    done = run("compile", "running.docx", "--accept", "Chile", "-o", "x.docx")
    assert done.exit_code == 2 and "without --form running" in done.stderr and "nobody" not in done.stderr
