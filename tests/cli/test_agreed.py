import csv
import json
import re
import subprocess
import sys
import zipfile
from html.parser import HTMLParser
from pathlib import Path

import pytest

from resolint.word.write.verifying import verify

pytestmark = pytest.mark.slow


@pytest.fixture
def run(run, tmp_path: Path, root: Path, monkeypatch: pytest.MonkeyPatch):  # type: ignore[no-untyped-def]
    """Runs the command line in a folder of its own with the sample corpus."""
    monkeypatch.setenv("RESOLINT_CORPUS", str(tmp_path / "corpus.sqlite"))
    assert run("corpus", "add", str(root / "samples" / "adopted")).exit_code == 0
    return run


@pytest.fixture
def draft(root: Path) -> str:
    return str(root / "samples" / "lighthouses-draft.md")


def test_text(run, draft: str) -> None:
    done = run("agreed", draft)
    assert done.exit_code == 0
    assert "held against 4 texts adopted before 2025-10-22" in done.stdout
    assert "operative 1: departs from agreed language" in done.stdout
    assert "qualifier dropped: “as appropriate” (leaves the manner to those addressed)" in done.stdout
    assert "7 paragraphs: 3 verbatim, 1 adapted, 1 departs, 0 part, 1 combined, 1 new." in done.stdout
    assert "43.6%  A/RES/68/914 (2013-12-20), General Assembly: 4 paragraphs" in done.stdout
    assert all(len(line) <= 80 for line in done.stdout.splitlines())


def test_json(run, draft: str) -> None:
    value = json.loads(run("agreed", draft, "--format", "json").stdout)
    assert value["counts"] == {"verbatim": 3, "adapted": 1, "departs": 1, "part": 0, "combined": 1, "new": 1}
    assert (value["schema"], value["before"], value["texts"]) == (1, "2025-10-22", 4)
    departing = next(one for one in value["paragraphs"] if one["verdict"] == "departs")
    assert departing["where"] == "operative 1"
    assert departing["sources"][0]["symbol"] == "A/RES/66/901" and departing["sources"][0]["place"] == "operative 2"
    assert departing["qualifiers"][0]["phrase"] == "as appropriate"
    assert departing["pedigree"]["changed"] is None, "the later change does not stand in the draft"
    text = departing["sources"][0]["text"]
    for change in reversed(departing["changes"]):
        assert text[change["start"] : change["end"]] == change["old"]
        text = text[: change["start"]] + change["new"] + text[change["end"] :]
    assert text == departing["text"]
    assert 0.9 < sum(share["share"] for share in value["coverage"]) + 21 / 156 < 1.1


class Page(HTMLParser):
    VOID = {"meta", "br"}

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: list[str] = []
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append(tag)
        self.links += [value or "" for name, value in attrs if name in ("src", "href")]
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_html(run, draft: str) -> None:
    assert run("agreed", draft, "-o", "page.html").exit_code == 0
    source = Path("page.html").read_text(encoding="utf-8")
    page = Page()
    page.feed(source)
    assert (
        page.open == []
        and all(link.startswith(("#p", "https://undocs.org/")) for link in page.links)
        and "script" not in page.seen
    )
    assert page.seen.count("svg") == 2 and page.seen.count("section") == 7 and "table" in page.seen
    assert "<del>, as appropriate,</del>" in source and "<title>operative 1: departs</title>" in source


def comments(path: str) -> list[str]:
    """The words of the comments in a Word file."""
    with zipfile.ZipFile(path) as archive:
        source = archive.read("word/comments.xml").decode()
    return [re.sub(r"<[^>]*>", "", one) for one in source.split("<w:comment ")[1:]]


def test_comments_in_the_word_file(run, draft: str) -> None:
    assert run("build", draft, "-o", "draft.docx").exit_code == 0
    before = Path("draft.docx").read_bytes()
    for options in ((), ("--force",)):
        done = run("agreed", "draft.docx", "-o", "said.docx", *options)
        assert done.exit_code == 0, done.stderr
    words = comments("said.docx")
    assert len(words) == 6, "one for every paragraph that is not new"
    assert sum("Qualifier dropped: “as appropriate”" in one for one in words) == 1
    assert Path("draft.docx").read_bytes() == before
    assert verify(before, Path("said.docx").read_bytes()) == ""
    again = run("agreed", "said.docx", "-o", "again.docx")
    assert again.exit_code == 0 and len(comments("again.docx")) == 6, (
        "a later run renews the comments of an earlier one"
    )


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (("agreed", "draft.md", "-o", "x.docx"), "comments need a Word file"),
        (("agreed", "draft.md", "-f", "docx"), "-o with the name"),
        (("agreed", "-", "-o", "x.docx"), "needs a Word file"),
        (("agreed", "--suggest", "wells", "-o", "x.docx"), "text or json"),
    ],
)
def test_comments_need_a_word_file_and_a_place(run, args: tuple[str, ...], words: str) -> None:
    Path("draft.md").write_text("# Wells\n\n*The General Assembly*,\n\n1. *Decides* so.\n")
    done = run(*args)
    assert done.exit_code == 2 and words in done.stderr
    assert not Path("x.docx").exists()


def test_html_of_a_hostile_draft(run) -> None:
    Path("draft.md").write_text(
        "# <script>alert(1)</script>\n\n*The General Assembly*,\n\n*Recalling* <img src=x onerror=alert(1)> & “more”,\n\n1. *Decides* so.\n"
    )
    source = run("agreed", "draft.md", "--format", "html").stdout
    assert "<script" not in source and "<img" not in source


def test_standard_input_and_original_view(run, draft: str) -> None:
    data = Path(draft).read_text(encoding="utf-8")
    assert run("agreed", "-", input=data).stdout.split("\n", 1)[1] == run("agreed", draft).stdout.split("\n", 1)[1]
    changed = data.replace("and researchers and to", "and researchers{++, as appropriate,++} and to")
    kinds = {
        view: json.loads(run("agreed", "-", "--view", view, "-f", "json", input=changed).stdout)["counts"]["departs"]
        for view in ("proposed", "original")
    }
    assert kinds == {"proposed": 0, "original": 1}


def test_the_date_can_be_given(run, draft: str) -> None:
    value = json.loads(run("agreed", draft, "--before", "1 January 2012", "-f", "json").stdout)
    assert {share["symbol"] for share in value["coverage"]} == {"A/RES/66/901"}
    done = run("agreed", draft, "--before", "soon")
    assert done.exit_code == 2 and "is no date" in done.stderr


def test_suggestions(run, tmp_path: Path) -> None:
    done = run("agreed", "--suggest", "encourage the marking of shallow waters with bell buoys for fishers")
    assert done.exit_code == 0
    assert "Encourages Member States to mark shallow waters with bell buoys" in done.stdout.replace("\n  ", " ")
    assert "E/RES/2014/905 (2014-07-16), operative 1" in done.stdout
    Path("words.txt").write_text("repair tide gauges without delay and keep their readings")
    for args, given in ((("--suggest", "words.txt"), None), (("--suggest", "-"), Path("words.txt").read_text())):
        value = json.loads(run("agreed", *args, "-f", "json", "--limit", "1", input=given).stdout)
        assert [one["uses"][0]["symbol"] for one in value["suggestions"]] == ["E/RES/2016/903"]
    assert "No agreed wording" in run("agreed", "--suggest", "xylophone zebra quartz").stdout
    assert run("agreed", "--suggest", "  ").exit_code == 2


@pytest.mark.parametrize(
    ("args", "words"),
    [
        ((), "give a DRAFT"),
        (("x.md", "--suggest", "y"), "give a DRAFT"),
        (("missing.md",), "there is no such file"),
        (("--suggest", "wells", "--format", "html"), "text or json"),
        (("draft.md", "--corpus", "none.sqlite"), "there is no corpus yet"),
        (("draft.md", "--corpus", "a.sqlite", "--without", "a"), "switched off"),
    ],
)
def test_what_cannot_be_done(run, args: tuple[str, ...], words: str) -> None:
    Path("draft.md").write_text("# Wells\n\n*The General Assembly*,\n\n1. *Decides* so.\n")
    done = run("agreed", *args)
    assert done.exit_code == 2 and words in done.stderr


def test_corpora_of_the_configuration_in_order_and_switched_off(run, draft: str) -> None:
    line = {
        "symbol": "A/RES/79/999",
        "adopted": "2024-12-19",
        "paras": [{"t": "paragraph", "x": "Notes that paint peels sooner in salt air than inland;"}],
    }
    Path("office.jsonl").write_text(json.dumps(line))
    assert run("corpus", "add", "office.jsonl", "--corpus", "office.sqlite").exit_code == 0
    Path("resolint.toml").write_text('corpus = ["office.sqlite", "default"]\n')
    Path("draft.md").write_text(Path(draft).read_text(encoding="utf-8"), encoding="utf-8")
    value = json.loads(run("agreed", "draft.md", "-f", "json").stdout)
    assert value["texts"] == 5 and value["corpora"][0].endswith("office.sqlite")
    assert json.loads(run("agreed", "draft.md", "-f", "json", "--without", "office").stdout)["texts"] == 4
    Path("resolint.toml").write_text('corpus = ["office.sqlite", "default"]\ncorpus-off = ["office"]\n')
    assert json.loads(run("agreed", "draft.md", "-f", "json").stdout)["texts"] == 4
    found = json.loads(run("lint", "draft.md", "--select", "AGR", "-f", "json").stdout)
    assert {one["rule"] for one in found["documents"][0]["findings"]} == {"AGR007", "AGR008"}


def test_nothing_of_the_corpus_is_loaded_without_one(draft: str) -> None:
    code = (
        "import sys; from resolint import pipeline; s = pipeline.Session(no_config=True);"
        "pipeline.lint(open(sys.argv[1], 'rb').read(), s, name='draft.md');"
        "print([m for m in sys.modules if m.startswith(('sqlite3', 'resolint.corpus'))])"
    )
    done = subprocess.run([sys.executable, "-c", code, draft], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_lint_with_a_corpus_that_is_missing(run, draft: str) -> None:
    done = run("lint", draft, "--corpus", "none.sqlite")
    assert done.exit_code == 2 and "there is no corpus yet" in done.stderr


def test_the_table_and_csv(run, draft: str) -> None:
    shown = run("agreed", draft, "--format", "table").stdout
    assert re.search(r"operative 1 +departs", shown) and "departs from agreed language" not in shown
    rows = list(csv.DictReader(run("agreed", draft, "--format", "csv").stdout.splitlines()))
    departing = next(row for row in rows if row["verdict"] == "departs")
    assert (departing["where"], departing["source"], departing["date"]) == ("operative 1", "A/RES/66/901", "2011-12-19")
    assert departing["address"] == "https://undocs.org/A/RES/66/901" and 0.75 < float(departing["share"]) < 1
    assert len([row for row in rows if row["verdict"] == "combined"]) > 1, "a row for each source"
    assert run("agreed", draft, "-o", "said.csv").exit_code == 0 and Path("said.csv").read_text().startswith(
        "where,part"
    )


def test_only_some_of_the_texts_count(run, draft: str) -> None:
    def sources(*options: str) -> set[str]:
        value = json.loads(run("agreed", draft, "-f", "json", *options).stdout)
        return {source["symbol"] for one in value["paragraphs"] if one["verdict"] != "new" for source in one["sources"]}

    every = sources()
    assert {symbol[:5] for symbol in every} == {"A/RES", "E/RES"}
    assert {symbol[:5] for symbol in sources("--body", "GA")} == {"A/RES"}
    assert {symbol[:5] for symbol in sources("--body", "economic and social council")} == {"E/RES"}
    assert sources("--since", "2030") == set()
    assert "A/RES/66/901" not in sources("--without", "A/RES/66/901")
    assert sources("--topic", "zebras") == set()
    assert "of the" not in run("agreed", draft).stdout.split("\n")[1]
    assert "since 2014-01-01" in run("agreed", draft, "--since", "2014").stdout
    for options, words in ((("--body", "the zebra board"), "no body that"), (("--since", "soon"), "is no date")):
        done = run("agreed", draft, *options)
        assert done.exit_code == 2 and words in done.stderr and "Traceback" not in done.stderr


def test_a_paragraph_through_the_years(run, draft: str) -> None:
    shown = run("agreed", draft, "--timeline", "1").stdout
    assert (
        shown.index("A/RES/66/901 (2011-12-19)") < shown.index("A/RES/68/914 (2013-12-20)") < shown.index("this draft")
    )
    rows = list(csv.DictReader(run("agreed", draft, "--timeline", "operative 1", "-f", "csv").stdout.splitlines()))
    assert rows[0]["changed"] == "" and rows[-1]["source"] == "this draft"
    assert run("agreed", draft, "--timeline", "1", "-o", "years.html").exit_code == 0
    source = Path("years.html").read_text(encoding="utf-8")
    page = Page()
    page.feed(source)
    assert page.open == [] and "<del>" in source and page.seen.count("tr") == len(rows) + 1
    for options in (("--timeline", "99"), ("--timeline", "1", "-f", "json"), ("--timeline", "1", "--suggest", "x")):
        assert run("agreed", draft, *options).exit_code == 2


def test_a_paragraph_that_is_not_there_is_answered_with_those_that_are(run, draft: str) -> None:
    said = run("agreed", draft, "--timeline", "99").stderr
    assert "there is no paragraph '99'; there are" in said
    named = said.rpartition("write one as '")[2].rstrip("'\n")
    assert named.startswith("operative ") and run("agreed", draft, "--timeline", named).exit_code == 0
    numbered = "".join(f"{number}. *Decides* to meet;\n\n" for number in (1, 2, 4, 5, 6))
    Path("gaps.md").write_text(f"# Gardens\n\n*The General Assembly*,\n\n{numbered}", encoding="utf-8")
    said = run("agreed", "gaps.md", "--timeline", "3").stderr
    assert said.endswith("there are operative 1, 2 and 4 to 6; write one as 'operative 6'\n")
