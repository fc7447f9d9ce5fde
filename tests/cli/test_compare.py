import json
import re
from html.parser import HTMLParser

import pytest

from tests.support.docx import docx, i, p

BASE = "# Apples\n\n*The General Assembly*,\n\n1. *Urges* States to plant apples;\n\n2. *Decides* to remain seized.\n"
DRAFT = BASE.replace("*Urges*", "*Requests*").replace("plant apples", "plant <old> apples & pears")


@pytest.fixture
def files(tmp_path):
    (tmp_path / "base.md").write_text(BASE, encoding="utf-8")
    (tmp_path / "draft.md").write_text(DRAFT, encoding="utf-8")
    (tmp_path / "base.docx").write_bytes(
        docx(p("1.\t", i("Urges"), " States to plant apples;") + p("2.\tThe end of it."))
    )
    (tmp_path / "draft.docx").write_bytes(
        docx(p("1.\t", i("Requests"), " States to plant apples;") + p("2.\tThe end of it."))
    )


def test_the_account_for_people(run, files):
    result = run("compare", "base.md", "draft.md")
    assert result.exit_code == 1
    assert "operative 1: changed" in result.stdout and "Urges → Requests: weaker" in result.stdout
    assert "[-Urges-]{+Requests+}" in result.stdout and "3 unchanged" in result.stdout


def test_no_difference_gives_exit_code_0(run, files):
    result = run("compare", "base.md", "base.md")
    assert result.exit_code == 0 and "4 unchanged" in result.stdout


def test_the_account_for_programs(run, files):
    data = json.loads(run("compare", "base.md", "draft.md", "--format", "json").stdout)
    changed = next(row for row in data["rows"] if row["kind"] == "changed")
    assert data["schema"] == 1 and changed["verb"]["direction"] == "weaker"
    for change in changed["changes"]:
        assert changed["old"][change["start"] : change["end"]] == change["old"]
        assert changed["new"][change["new_start"] : change["new_end"]] == change["new"]


def test_italics_of_a_note_are_named(run, tmp_path):
    text = BASE.replace("apples;", "apples;[^1]") + "\n[^1]: See  *The Old Orchard*, vol. 2.\n"
    (tmp_path / "base.md").write_text(text, encoding="utf-8")
    (tmp_path / "draft.md").write_text(text.replace("*The Old Orchard*", "The Old Orchard"), encoding="utf-8")
    said = "“The Old Orchard” is no longer in italics"
    shown = run("compare", "base.md", "draft.md")
    assert shown.exit_code == 1 and "Note 1: changed" in shown.stdout and said in shown.stdout
    assert said in run("compare", "base.md", "draft.md", "--format", "html").stdout
    data = json.loads(run("compare", "base.md", "draft.md", "--format", "json").stdout)
    note = next(row["notes"] for row in data["rows"] if row["notes"])[0]
    (italics,) = note["italics"]
    assert note["new"][italics["start"] : italics["end"]] == "The Old Orchard" and note["changes"] == []
    linted = run("lint", "draft.md", "--base", "base.md", "--no-config", "--select", "AGR002")
    assert "In the note: “The Old Orchard” stands upright, not so in the base" in linted.stdout


class _Page(HTMLParser):
    def __init__(self):
        super().__init__()
        self.open, self.seen, self.text = [], [], {}

    def handle_starttag(self, tag, attrs):
        self.seen.append((tag, dict(attrs)))
        if tag not in ("meta", "br", "link", "img"):
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        for tag in ("ins", "del"):
            if tag in self.open:
                self.text[tag] = self.text.get(tag, "") + data


def test_the_page_stands_alone_and_is_well_formed(run, files, tmp_path):
    run("compare", "base.md", "draft.md", "-o", "out.html")
    source = (tmp_path / "out.html").read_text(encoding="utf-8")
    page = _Page()
    page.feed(source)
    assert page.open == []
    tags = {tag for tag, _ in page.seen}
    assert {"main", "h1", "h2", "table", "caption", "ins", "del"} <= tags
    assert not tags & {"script", "link", "img", "iframe"} and not re.search(r"url\(|https?://|@import", source)
    assert "Urges" in page.text["del"] and "<old>" in page.text["ins"]
    assert "prefers-color-scheme:dark" in source and "@media print" in source
    assert dict(page.seen)["html"]["lang"] == "en"


def test_a_redline(run, files, tmp_path):
    result = run(
        "compare", "base.docx", "draft.docx", "-o", "red.docx", "--author", "Ruritania", "--date", "2026-11-20"
    )
    assert result.exit_code == 1, result.stderr
    from resolint.word.container.package import Package

    xml = (Package((tmp_path / "red.docx").read_bytes()).read("word/document.xml") or b"").decode()
    assert 'w:author="Ruritania" w:date="2026-11-20T00:00:00Z"' in xml
    assert run("lint", "red.docx", "--base", "base.docx", "--select", "AGR002").exit_code == 0
    found = run("lint", "draft.docx", "--base", "base.docx", "--select", "AGR002", "--format", "concise")
    assert found.exit_code == 1 and "stands where the base has “Urges”" in found.stdout


def test_the_base_text_in_the_configuration(run, files, tmp_path):
    (tmp_path / "resolint.toml").write_text('base = "base.md"\n', encoding="utf-8")
    assert run("lint", "draft.md", "--select", "AGR002").exit_code == 1
    assert run("lint", "base.md", "--select", "AGR002").exit_code == 0


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("compare", "base.md", "nowhere.md"), "there is no such file"),
        (("compare", "-", "-"), "standard input can be the base or the draft"),
        (("compare", "base.docx", "draft.docx", "-o", "base.docx"), "is not written over"),
        (("compare", "base.docx", "draft.docx", "--format", "docx"), "say with -o"),
        (("compare", "base.docx", "draft.docx", "-o", "r.docx", "--date", "soon"), "is no date"),
        (("compare", "base.docx", "draft.docx", "-o", "r.docx", "--author", " "), "a name is needed"),
        (("lint", "draft.md", "--base", "nowhere.md"), "there is no such file"),
    ],
)
def test_what_cannot_be_used_is_said_in_one_sentence(run, files, arguments, sentence):
    result = run(*arguments)
    assert result.exit_code == 2 and sentence in result.stderr and result.stderr.count("\n") == 1


def test_standard_input(run, files):
    assert run("compare", "base.md", "-", input=BASE).exit_code == 0


MASTHEAD = """\
+++
symbol = "A/C.2/82/L.9"
session = "Eighty-second session"
sponsors = "Chile and Ghana: draft resolution"
date = "5 November 2027"
+++

# Seed libraries

*The General Assembly*,

*Recalling* its resolution 70/1 of 25 September 2015,

1. *Requests* the Secretary-General to report at its eighty-third session;

2. *Decides* to return to the matter.
"""
REVISED = (
    MASTHEAD.replace("L.9", "L.9/Rev.1").replace("5 November", "12 November").replace("Chile and", "Chile, Cuba and")
)


@pytest.fixture
def mastheads(run, tmp_path):
    (tmp_path / "base.md").write_text(MASTHEAD, encoding="utf-8")
    (tmp_path / "draft.md").write_text(REVISED, encoding="utf-8")
    run("build", "base.md", "-o", "base.docx")
    run("build", "draft.md", "-o", "draft.docx")


@pytest.mark.parametrize(
    ("base", "draft"), [("base.md", "draft.md"), ("base.docx", "draft.md"), ("base.docx", "draft.docx")]
)
def test_a_masthead_that_alone_departs_is_shown(run, mastheads, base, draft):
    result = run("compare", base, draft)
    assert result.exit_code == 1
    assert "Masthead, symbol: A/C.2/82/L.9 → A/C.2/82/L.9/Rev.1" in result.stdout
    assert "Masthead: 3 fields otherwise." in " ".join(result.stdout.split())


@pytest.mark.parametrize("draft", ["draft.md", "draft.docx"])
def test_the_fields_of_a_masthead_are_redlined(run, mastheads, draft):
    result = run("compare", "base.docx", draft, "-o", "red.docx")
    assert result.exit_code == 1 and result.stderr.startswith("red.docx: written, ")
    accepted, rejected = run("show", "red.docx").stdout, run("show", "red.docx", "--view", "original").stdout
    assert all(word in accepted for word in ("A/C.2/82/L.9/Rev.1", "12 November 2027", "Chile, Cuba, Ghana")), accepted
    assert "A/C.2/82/L.9\n" in rejected and "5 November 2027" in rejected and "Chile, Ghana" in rejected


def test_a_field_that_the_file_does_not_print_is_named(run, mastheads, tmp_path):
    (tmp_path / "other.md").write_text(
        MASTHEAD.replace("date =", 'agenda_item = "Agenda item 4"\ndate ='), encoding="utf-8"
    )
    result = run("compare", "base.docx", "other.md", "-o", "red.docx")
    assert "not redlined: the agenda item of the masthead, “nothing” → “Agenda item 4”" in result.stderr


@pytest.mark.parametrize("name", ["red.pdf", "red.xyz", "red.odt"])
def test_a_name_that_promises_another_format_is_refused(run, mastheads, tmp_path, name):
    result = run("compare", "base.docx", "draft.docx", "-o", name)
    assert result.exit_code == 2 and result.stderr.count("\n") == 1 and name in result.stderr
    assert not (tmp_path / name).exists()


def test_the_numbers_of_an_annex_that_comes_begin_anew(run, mastheads, tmp_path):
    text = MASTHEAD + "\n## Annex\n\n### Plan\n\n1. The first step.\n\n2. The second step:\n\n    (a) A part.\n"
    (tmp_path / "annex.md").write_text(text, encoding="utf-8")
    run("build", "annex.md", "-o", "annex.docx")
    for draft in ("annex.md", "annex.docx"):
        run("compare", "base.docx", draft, "-o", "red.docx", "--force")
        shown = run("export", "red.docx", "--to", "md").stdout
        assert "\n1. {++The first step.++}\n" in shown and "\n2. {++The second step:++}\n" in shown
