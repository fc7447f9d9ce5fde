import gzip
import json
from pathlib import Path

import pytest

WELL = "Urges Member States to test the water of village wells every year and to publish the results;"
MARKDOWN = f"""+++
symbol = "A/RES/64/911"
date = "18 December 2009"
+++

# Care of village wells

*The General Assembly*,

*Mindful* of the drought,

1. *Urges*{WELL.removeprefix("Urges")}

2. *Decides* to meet again.
"""


@pytest.fixture
def run(run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):  # type: ignore[no-untyped-def]
    """Runs the command line in a folder of its own, with a corpus of its own."""
    monkeypatch.setenv("RESOLINT_CORPUS", str(tmp_path / "data" / "corpus.sqlite"))
    return run


def line(symbol: str, *words: str, **more: str) -> str:
    return json.dumps({"symbol": symbol, "paras": [{"t": "paragraph", "x": one} for one in words], **more}) + "\n"


def symbols(run) -> list[str]:  # type: ignore[no-untyped-def]
    return [row["symbol"] for row in json.loads(run("corpus", "list", "--format", "json").stdout)["texts"]]


def test_adding_listing_searching_and_removing(run, tmp_path: Path) -> None:
    Path("wells.md").write_text(MARKDOWN)
    with gzip.open("more.jsonl.gz", "wt") as file:
        file.write(
            line(
                "E/RES/2010/913",
                "Encourages the marking of footpaths on both sides of every border;",
                date="2010-07-20",
            )
        )
    done = run("corpus", "add", ".")
    assert done.exit_code == 0, done.stderr
    assert "2 texts added; the corpus holds 2 texts" in done.stderr
    rows = json.loads(run("corpus", "list", "-f", "json").stdout)["texts"]
    assert [(row["symbol"], row["date"], row["body"]) for row in rows] == [
        ("A/RES/64/911", "2009-12-18", "General Assembly"),
        ("E/RES/2010/913", "2010-07-20", "Economic and Social Council"),
    ]
    found = run("corpus", "search", "village wells")
    assert "A/RES/64/911 (2009-12-18), operative 1" in found.stdout and "«village»" in found.stdout
    assert run("corpus", "verify").exit_code == 0
    told = json.loads(run("corpus", "info", "-f", "json").stdout)
    assert (told["texts"], told["first"], told["last"], told["bodies"]) == (2, "2009-12-18", "2010-07-20", 2)
    assert WELL in run("corpus", "info", "A/RES/64/911").stdout
    assert run("corpus", "remove", "A/RES/64/911").exit_code == 0
    assert symbols(run) == ["E/RES/2010/913"]


def test_the_same_file_again_and_a_changed_one(run) -> None:
    Path("wells.md").write_text(MARKDOWN)
    run("corpus", "add", "wells.md")
    again = run("corpus", "add", "wells.md")
    assert "0 texts added, 1 file unchanged" in again.stderr
    Path("copy.md").write_text(MARKDOWN)
    assert "1 file unchanged" in run("corpus", "add", "copy.md").stderr, "the same bytes under another name"
    Path("wells.md").write_text(MARKDOWN.replace("every year", "twice a year"))
    assert "1 replaced" in run("corpus", "add", "wells.md").stderr
    assert "twice a year" in run("corpus", "info", "A/RES/64/911").stdout
    assert "1 texts added" not in run("corpus", "add", "wells.md").stderr


def test_a_removed_file_can_be_added_again(run) -> None:
    Path("wells.md").write_text(MARKDOWN)
    run("corpus", "add", "wells.md")
    assert run("corpus", "remove", "wells.md").exit_code == 0
    assert symbols(run) == []
    run("corpus", "add", "wells.md")
    assert symbols(run) == ["A/RES/64/911"]


def test_a_sidecar_beside_the_texts_and_one_given(run) -> None:
    Path("texts").mkdir()
    Path("texts/wells.md").write_text(MARKDOWN.split("+++\n")[2])
    Path("texts/adopted.csv").write_text(
        "file,symbol,title,date,body\nwells.md,A/RES/64/911,Wells,18 December 2009,General Assembly\n"
    )
    run("corpus", "add", "texts")
    row = json.loads(run("corpus", "list", "-f", "json").stdout)["texts"][0]
    assert (row["symbol"], row["title"], row["date"]) == ("A/RES/64/911", "Wells", "2009-12-18")
    Path("lines.jsonl").write_text(
        line("E/RES/2010/913", "Encourages the marking of footpaths on both sides of every border;")
    )
    Path("side.csv").write_text("symbol,date,draft_of\nE/RES/2010/913,2010-07-20,\n")
    run("corpus", "add", "lines.jsonl", "--sidecar", "side.csv")
    assert [row["date"] for row in json.loads(run("corpus", "list", "-f", "json").stdout)["texts"]] == [
        "2009-12-18",
        "2010-07-20",
    ]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("name,age\nx,3\n", "columns: file or symbol"),
        ("file,date\nx\n", "line 2: 1 cells"),
        ("file,date\nx,soon\n", "is no date"),
    ],
)
def test_a_sidecar_that_cannot_be_used(run, content: str, words: str) -> None:
    Path("wells.md").write_text(MARKDOWN)
    Path("side.csv").write_text(content)
    done = run("corpus", "add", "wells.md", "--sidecar", "side.csv")
    assert done.exit_code == 2 and words in done.stderr


def test_what_cannot_be_read_is_listed_and_the_rest_is_added(run) -> None:
    Path("texts").mkdir()
    Path("texts/wells.md").write_text(MARKDOWN)
    Path("texts/broken.docx").write_bytes(b"PK\x03\x04 not really")
    Path("texts/broken.jsonl").write_text(line("A/RES/1/1", WELL) + "{\n")
    Path("texts/broken.jsonl.gz").write_bytes(b"\x1f\x8b\x08 not really")
    Path("texts/latin.jsonl").write_bytes(line("A/RES/1/1", WELL).encode() + b'{"paras": [{"x": "\xe9"}]}\n')
    Path("texts/empty.md").write_text("")
    done = run("corpus", "add", "texts")
    assert done.exit_code == 2
    lines = done.stderr.splitlines()
    for name in ("broken.docx", "broken.jsonl:", "broken.jsonl.gz", "latin.jsonl", "empty.md"):
        assert sum(name.rstrip(":") in one for one in lines) >= 1, name
    assert "Traceback" not in done.stderr
    assert lines[-1] == "1 text added, 5 files could not be read; the corpus holds 1 text"
    assert symbols(run) == ["A/RES/64/911"]


def test_two_texts_of_one_symbol_are_said(run) -> None:
    Path("one.jsonl").write_text(line("A/RES/64/911", WELL))
    Path("two.jsonl").write_text(line("A/RES/64/911", WELL.replace("year", "month")))
    done = run("corpus", "add", "one.jsonl", "two.jsonl")
    assert done.exit_code == 0
    assert "A/RES/64/911" in done.stderr and "both are kept" in done.stderr
    assert symbols(run) == ["A/RES/64/911", "A/RES/64/911"]


@pytest.mark.parametrize(
    "args",
    [
        ("corpus", "list"),
        ("corpus", "info"),
        ("corpus", "verify"),
        ("corpus", "search", "wells"),
        ("corpus", "remove", "A/RES/64/911"),
        ("agreed", "--suggest", "wells"),
    ],
)
def test_without_a_corpus(run, tmp_path: Path, args: tuple[str, ...]) -> None:
    done = run(*args)
    assert done.exit_code == 2
    assert "there is no corpus yet" in done.stderr and done.stderr.count("\n") == 1
    assert not (tmp_path / "data").exists(), "reading makes no corpus"


def test_faults_of_the_corpus_itself(run, tmp_path: Path) -> None:
    Path("wells.md").write_text(MARKDOWN)
    Path("notes.txt").write_text("This is no database.\n" * 100)
    for args in (("corpus", "add", "wells.md"), ("corpus", "list"), ("agreed", "wells.md")):
        done = run(*args, "--corpus", "notes.txt")
        assert done.exit_code == 2 and "no corpus" in done.stderr, args
    assert Path("notes.txt").read_text().startswith("This is no database.")
    for args in (("corpus", "add", "missing.md"), ("corpus", "add", "data-folder-without-texts")):
        assert run(*args).exit_code == 2


def test_nothing_to_remove(run) -> None:
    Path("wells.md").write_text(MARKDOWN)
    run("corpus", "add", "wells.md")
    done = run("corpus", "remove", "A/RES/1/1")
    assert done.exit_code == 2 and "holds no text" in done.stderr


def test_several_processes_read(run) -> None:
    for number in range(3):
        Path(f"wells{number}.md").write_text(
            MARKDOWN.replace("64/911", f"64/91{number}").replace("every year", f"every {number} years")
        )
    done = run("corpus", "add", ".", "--jobs", "2")
    assert done.exit_code == 0, done.stderr
    assert symbols(run) == ["A/RES/64/910", "A/RES/64/911", "A/RES/64/912"]


OUTCOME = """Resolution adopted by the General Assembly on 22 September 2010

65/911. Keeping the wells

The General Assembly,

Adopts the following outcome document:

Keeping the wells

1. We, the keepers of wells, gathered here, commit ourselves to clean water.

2. We reaffirm our resolve to work together for the testing of all wells in every village.
"""


def test_what_a_resolution_adopts_is_cited_by_its_symbol(run) -> None:
    Path("outcome.txt").write_text(OUTCOME)
    assert run("corpus", "add", "outcome.txt").exit_code == 0
    assert symbols(run) == ["A/RES/65/911"]
    words = "We reaffirm our resolve to work together for the testing of all wells in every village."
    Path("draft.md").write_text(f"# Wells\n\n*The General Assembly*,\n\n1. *Adopts* this.\n\n2. {words}\n")
    assert "A/RES/65/911, annex, paragraph 2" in run("agreed", "draft.md", "--format", "table").stdout


def test_several_numbered_resolutions_in_a_file_are_told_apart(run) -> None:
    second = OUTCOME.replace("65/911", "65/912").replace("well", "lamp").partition("Resolution adopted")[2]
    Path("outcome.txt").write_text(f"{OUTCOME}\nResolution adopted{second}")
    assert run("corpus", "add", "outcome.txt").exit_code == 0
    assert symbols(run) == ["A/RES/65/911", "A/RES/65/912"]


def test_the_date_of_what_is_recalled_is_not_that_of_the_text(run) -> None:
    Path("keepers.txt").write_text(
        "Human Rights Council\n\nTwenty-sixth session\n\nResolution adopted by the Human Rights Council\n\n"
        "26/911  Keepers of wells\n\nThe Human Rights Council,\n\nRecalling the Declaration on the Right to Development, "
        "adopted by the General Assembly through its resolution 41/128 on 4 December 1986,\n\n"
        "1. Decides to remain seized of the matter.\n"
    )
    assert run("corpus", "add", "keepers.txt").exit_code == 0
    (row,) = json.loads(run("corpus", "list", "-f", "json").stdout)["texts"]
    assert (row["symbol"], row["date"]) == ("A/HRC/RES/26/911", "")


def test_a_date_before_the_session_of_the_council_is_refused(run) -> None:
    Path("one.jsonl").write_text(line("A/HRC/RES/26/911", WELL, date="1986-12-04"))
    done = run("corpus", "add", "one.jsonl")
    assert "1986-12-04, which its number does not allow" in done.stderr
