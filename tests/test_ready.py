"""Whether a draft is ready to be submitted, and the copy without what travels unseen."""

import io
import json
import re
import zipfile

import pytest
from click.testing import CliRunner

from resolint import Annotation, Session, annotate, build, lint, load, review
from resolint.cli.root import cli
from resolint.errors import UnreadableDraft
from resolint.pipeline import building, ready, strip
from resolint.pipeline.rendering import render_ready
from tests.support.docx import docx, i, p, r
from tests.support.rows import each

READY = """\
+++
symbol = "A/C.2/81/L.7"
body = "Second Committee"
session = "Eighty-first session"
agenda_item = "Agenda item 23"
sponsors = ["Mongolia", "Peru"]
distribution = "Limited"
date = "12 October 2026"
language = "English"
+++

# Bell buoys

*The General Assembly*,

*Noting* the buoys of shallow waters,

1. *Invites* Member States to mark shallow waters;

2. *Decides* to consider the matter at its eighty-third session.
"""


@pytest.fixture(scope="module")
def session() -> Session:
    return Session(no_config=True)


@pytest.fixture(scope="module")
def word(session) -> bytes:
    return build(READY.encode(), session, name="buoys.md")


def changed(data: bytes, part: str, old: str, new: str) -> bytes:
    """A Word file with words of one part replaced."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as after:
        for name in before.namelist():
            content = before.read(name)
            if name == part:
                assert old.encode() in content, content[:2000]
                content = content.replace(old.encode(), new.encode(), 1)
            after.writestr(name, content)
    return stream.getvalue()


def told(found) -> set[tuple[str, str]]:
    return {(one.rule, one.severity) for one in found.report.active}


def test_a_ready_draft_is_ready(session, word):
    for data, name in ((READY.encode(), "buoys.md"), (word, "buoys.docx")):
        found = ready(data, session, name=name)
        assert told(found) == set(), found.report.active
        assert dict(found.facts)["Tracked changes"] == "none"
        assert "Ready to submit" in render_ready([found])


def test_a_draft_of_the_council_bears_neither_title_nor_agenda_item(session):
    source = READY.replace("A/C.2/81/L.7", "S/2026/214").replace("Second Committee", "Security Council")
    source = source.replace('session = "Eighty-first session"\nagenda_item = "Agenda item 23"\n', "")
    source = source.replace("# Bell buoys\n\n", "").replace("General Assembly", "Security Council")
    assert "PRC024" not in {rule for rule, _ in told(ready(source.encode(), session, name="buoys.md"))}
    orphan = source.replace('sponsors = ["Mongolia", "Peru"]\n', "").encode()
    found = [one.message for one in ready(orphan, session, name="buoys.md").report.active if one.rule == "PRC024"]
    assert found == ["The draft cannot be submitted without sponsors."]


@each(
    ("old", "new", "rule"),
    [
        ("mark shallow waters;", "mark [all] shallow waters;", "OPR020"),
        ("mark shallow waters;", "mark shallow waters (EU: retain);", "PRC004"),
        ("shallow waters;", "{++very++} shallow waters;", "PRC021"),
        ("shallow waters;", "{==shallow==}{>>Is it?<<} waters;", "PRC002"),
        ('sponsors = ["Mongolia", "Peru"]\n', "", "PRC024"),
        ("# Bell buoys\n\n", "", "PRC024"),
        ("1. *Invites*", "*Invites*", "STR009"),
        ('date = "12', 'author = "A. Delegate"\ndate = "12', "PRC022"),
    ],
)
def test_what_stands_in_the_way_is_named(session, old, new, rule):
    assert old in READY
    found = ready(READY.replace(old, new).encode(), session, name="buoys.md")
    assert rule in {one for one, _ in told(found)}, told(found)
    assert all(one.rule in found.headings for one in found.report.active)


def test_names_in_the_properties_of_a_word_file(session, word):
    found = ready(with_names(word), session, name="buoys.docx")
    assert "A. Delegate" in next(one.message for one in found.report.active if one.rule == "PRC022")


def with_names(word: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(word)) as file:
        core = file.read("docProps/core.xml").decode()
    start = core.index("<dc:creator")
    end = core.index("</dc:creator>") + 13 if "</dc:creator>" in core else core.index("/>", start) + 2
    return changed(word, "docProps/core.xml", core[start:end], "<dc:creator>A. Delegate</dc:creator>")


def test_departures_from_the_base_that_nobody_tracked(session, word):
    draft = READY.replace("mark shallow", "mark all shallow").encode()
    found = ready(draft, session, name="buoys.md", base=READY.encode())
    assert ("AGR001", "error") in told(found) and found.under("Departures from the base")


def test_a_copy_without_what_travels_unseen(session, word):
    document = load(word, session, name="buoys.docx")
    clause = document.acts[0].operative[0]
    noted = annotate(word, [Annotation(clause.body, "Which waters?")], session, name="buoys.docx")
    noted = noted.replace(b"", b"")
    foreign = resigned(noted)
    hidden = changed(
        foreign,
        "word/document.xml",
        "</w:pPr><w:r>",
        "</w:pPr><w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r><w:r>",
    )
    dirty = with_names(hidden)
    assert load(dirty, session, name="b.docx").comments
    done = strip(dirty, name="buoys.docx")
    assert (done.comments, done.hidden, done.names) == (1, 1, 1)
    clean = load(done.data, session, name="buoys.docx")
    assert [block.text for block in clean.blocks] == [block.text for block in document.blocks]
    assert not clean.comments and b"A. Delegate" not in inflated(done.data) and b"secret" not in inflated(done.data)
    assert told(ready(done.data, session, name="buoys.docx")) == set()
    assert strip(done.data, name="buoys.docx").data == done.data


def test_tracked_changes_stay_where_a_reviewed_draft_is_stripped(session, word):
    faulty = build(READY.replace("mark shallow", "mark 5 percent of shallow").encode(), session, name="buoys.md")
    reviewed = review(faulty, session, name="buoys.docx").data
    found = ready(reviewed, session, name="buoys.docx")
    facts = dict(found.facts)
    comments, changes = facts["Comments"], facts["Tracked changes"]
    assert comments.endswith(" by resolint") and changes != "none" and ("PRC002", "error") in told(found)
    assert any(f"{changes} tracked changes by resolint" in one.message for one in found.report.active)
    done = strip(reviewed, name="buoys.docx")
    assert f"{done.comments} by resolint" == comments
    assert dict(ready(done.data, session, name="buoys.docx").facts)["Tracked changes"] == changes
    for view in ("proposed", "original"):
        before, after = (load(data, session, name="buoys.docx", view=view) for data in (reviewed, done.data))
        assert [block.text for block in after.blocks] == [block.text for block in before.blocks]


def test_what_was_kept_is_told_when_the_comment_that_keeps_it_goes(session, word):
    document = load(word, session, name="buoys.docx")
    kept = annotate(
        word, [Annotation(document.acts[0].operative[0].body, "resolint: allow OPR003, agreed")], session, name="b.docx"
    )
    done = strip(resigned(kept), name="buoys.docx")
    assert done.comments == 1 and "what it kept back is said again" in done.left[0]


def resigned(data: bytes) -> bytes:
    return changed(data, "word/comments.xml", 'w:author="resolint"', 'w:author="A. Delegate"')


def inflated(data: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        return b"".join(file.read(name) for name in file.namelist())


def test_only_word_files_are_stripped():
    with pytest.raises(UnreadableDraft, match="Word"):
        strip(READY.encode(), name="a.md")


def test_the_command_answers_as_lint_does(tmp_path, monkeypatch, word):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "good.docx").write_bytes(word)
    (tmp_path / "bad.md").write_text(READY.replace("waters;", "[waters];"), encoding="utf-8")
    run = lambda *args: CliRunner().invoke(cli, ["ready", *args, "--no-config"])  # noqa: E731
    assert run("good.docx").exit_code == 0 and run("bad.md").exit_code == 1
    assert run("bad.md", "--fail-on", "never").exit_code == 0 and run("none.docx").exit_code == 2
    data = json.loads(run("bad.md", "-f", "json").stdout)
    assert data["documents"][0]["findings"][0]["severity"] == "error"
    assert "<h1>bad.md</h1>" in run("bad.md", "-f", "html").stdout
    (tmp_path / "names.docx").write_bytes(with_names(word))
    done = run("names.docx", "--strip", "-o", "out.docx")
    assert done.exit_code == 0 and "1 name" in done.stdout
    again = run("names.docx", "--strip", "-o", "out.docx")
    assert again.exit_code == 2 and run("names.docx", "--strip", "-o", "out.docx", "--force").exit_code == 0


def test_a_stripped_copy_that_is_not_ready_says_what_is_still_in_it(tmp_path, monkeypatch, session):
    monkeypatch.chdir(tmp_path)
    tracked = READY.replace("shallow waters;", "{++very++} {--all --}shallow waters;")
    (tmp_path / "draft.docx").write_bytes(build(tracked.encode(), session, name="draft.md"))
    run = lambda *args: CliRunner().invoke(cli, ["ready", "draft.docx", "--strip", *args, "--no-config"])  # noqa: E731
    done = run("-o", "out.docx")
    assert done.exit_code == 1 and (tmp_path / "out.docx").exists()
    assert "out.docx: still in it: operative 1: error PRC021: 2 tracked changes by" in done.stdout
    assert run("-o", "more.docx", "--fail-on", "never").exit_code == 0


def test_a_limit_only_where_the_configuration_sets_one(tmp_path, monkeypatch):
    (tmp_path / "draft.md").write_text(READY, encoding="utf-8")
    name = str(tmp_path / "draft.md")
    assert told(ready(READY.encode(), Session(), name=name)) == set()
    (tmp_path / "resolint.toml").write_text(
        "[options.STR028]\noperative_most = 1\noperative_least = 0\npreambular_least = 0\n"
    )
    assert told(ready(READY.encode(), Session(), name=name)) == {("STR028", "error")}


def test_a_limit_in_words(tmp_path):
    (tmp_path / "draft.md").write_text(READY, encoding="utf-8")
    (tmp_path / "resolint.toml").write_text("[options.STR035]\nwords_least = 0\nwords_most = 20\n")
    found = ready(READY.encode(), Session(), name=str(tmp_path / "draft.md"))
    assert told(found) == {("STR035", "error")}
    assert dict(found.facts)["Length"].partition(" ")[0] in found.report.active[0].message


def test_a_finding_is_as_grave_as_lint_says_unless_the_list_makes_it_graver(session):
    lacking = READY.replace('date = "12 October 2026"\n', "")
    found = {one.rule: one.severity for one in ready(lacking.encode(), session, name="d.md").report.active}
    said = {one.rule: one.severity for one in lint(lacking.encode(), session, name="d.md").active}
    assert found["SPN001"] == said["SPN001"]
    two = READY.replace('"Peru"', '"Peru", "Peru"')
    found = {one.rule: one.severity for one in ready(two.encode(), session, name="d.md").report.active}
    assert found["SPN020"] == "warning"


def test_fonts_and_styles_that_no_template_has_are_told(session, word):
    assert "PRC025" not in {one.rule for one in ready(word, session, name="b.docx").report.active}
    assert dict(ready(word, session, name="b.docx").facts)["Fonts"] == "Times New Roman"
    body = zipfile.ZipFile(io.BytesIO(word)).read("word/document.xml").decode()
    run = body.index("<w:r>", body.index("Noting") - 200)
    pasted = f'{body[:run]}<w:r><w:rPr><w:rFonts w:ascii="Comic Sans MS"/></w:rPr><w:t>Indeed </w:t></w:r>{body[run:]}'
    found = ready(changed(word, "word/document.xml", body, pasted), session, name="b.docx")
    (one,) = (one for one in found.report.active if one.rule == "PRC025")
    assert one.severity == "warning"
    assert "Comic Sans MS” (1 paragraph, at “" in one.message
    assert dict(found.facts)["Fonts"] == "Times New Roman, Comic Sans MS"
    styles = zipfile.ZipFile(io.BytesIO(word)).read("word/styles.xml").decode()
    other = changed(
        word, "word/styles.xml", styles, re.sub(r'w:name w:val="[^"]*Single Txt[^"]*"', 'w:name w:val="My own"', styles)
    )
    assert any("style “myown”" in one.message for one in ready(other, session, name="b.docx").report.active)


def test_conferences_of_students_have_no_template(session):
    source = READY.replace('language = "English"', 'language = "English"\nfont = "Comic Sans MS"').encode()

    def fonts(profile: str) -> list[str]:
        found = ready(source, session, name="d.md", profile=profile).report.active
        return [one.message for one in found if one.rule == "PRC025"]

    assert len(fonts("ga")) == 1
    assert not fonts("mun") and not fonts("thimun")


def test_a_base_is_named_and_its_departures_are_counted(session):
    base = READY.replace("*Invites*", "*Urges*").encode()
    found = ready(READY.encode(), session, name="d.md", base=base, base_name="last-year.md")
    assert dict(found.facts)["Base text"] == "last-year.md; the draft departs from it, and no change is tracked"
    same = ready(READY.encode(), session, name="d.md", base=READY.encode(), base_name="last-year.md")
    assert dict(same.facts)["Base text"] == "last-year.md; every departure is tracked"
    assert dict(ready(READY.encode(), session, name="d.md").facts)["Base text"] == "none given"


def test_real_files_are_set_as_templates_are(session, real):
    for path in sorted((real / "fixtures" / "un-docx").glob("*.docx")):
        if "web_paste" not in path.name:
            report = ready(path.read_bytes(), session, name=path.name).report
            assert not {"PRC025", "PRC026"} & {one.rule for one in report.active}, path.name


def test_real_files_are_stripped_and_read_the_same(session, real):
    taken = [0, 0]
    for path in sorted((real / "fixtures").glob("*-docx/*.docx")):
        data = path.read_bytes()
        if len(data) > 200_000:
            continue
        try:
            before = load(data, session, name=path.name)
        except UnreadableDraft:
            continue
        done = strip(data, name=path.name)
        after = load(done.data, session, name=path.name)
        assert [block.text for block in after.blocks if not block.id.startswith("front/")] == [
            block.text for block in before.blocks if not block.id.startswith("front/")
        ]
        assert not after.comments
        taken = [taken[0] + done.names, taken[1] + done.comments]
    assert min(taken) > 0


def test_words_in_another_font_are_told_at_their_place() -> None:
    words = "Encourages Member States to keep the quays of small harbours in good order"
    arial = '<w:rFonts w:ascii="Arial" w:hAnsi="Arial"/>'
    body = (
        p("The quays of small harbours")
        + p(i("The General Assembly"), ",")
        + p(i("Noting"), " the number of quays and moles, and of those that nobody keeps in order any more,")
        + p(f"1. {words}, and ", r("the lamps", arial), " on them;")
        + p("2. ", i("Decides"), " to return to ", r("the matter", '<w:sz w:val="28"/>'), " at its next session.")
    )
    found = [one for one in lint(docx(body), name="a.docx").active if one.rule == "PRC026"]
    assert [(one.severity, one.where, one.message) for one in found] == [
        ("info", "operative 1", "“the lamps” is in another font or size than the text; 1 more such place follows.")
    ]
    report = ready(docx(body), name="a.docx").report
    assert [one.severity for one in report.active if one.rule == "PRC026"] == ["info"]


def test_what_is_not_asked_in_a_language_stands_under_no_heading(session) -> None:
    english, french = (building.example(name)[1].encode() for name in ("ga-plenary", "ga-plenary-fr"))
    asked, fewer = (ready(text, session, name="draft.md") for text in (english, french))
    assert set(fewer.headings) < set(asked.headings)
    assert "Beside adopted texts" in dict(asked.facts)
    assert "Beside adopted texts" not in dict(fewer.facts)
    bare = french.replace(b"sponsors = ", b"# ").replace(b"agenda_item = ", b"# ")
    assert [one.rule for one in ready(bare, session, name="draft.md").report.active if one.severity == "error"] == [
        "PRC024"
    ]


def test_a_text_without_an_act_is_called_no_draft(session):
    found = ready(b"Income section 1\n\nThe estimates are lower than those of last year.\n", session, name="page.md")
    assert [name for name, _ in found.facts] == ["No draft"]
    assert "No draft" not in [name for name, _ in ready(READY.encode(), session, name="draft.md").facts]


def test_of_several_drafts_the_facts_of_each_stand_below_its_name(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name in ("a.md", "b.md"):
        (tmp_path / name).write_text(READY, encoding="utf-8")
    told = CliRunner().invoke(cli, ["ready", "a.md", "b.md"]).stdout
    facts = told[told.index("Tracked changes") :]
    assert "\n\nb.md\n  " in facts and "\n\na.md\n  " in told and facts.count("Tracked changes") == 2
    assert "\n\na.md\n  " not in CliRunner().invoke(cli, ["ready", "a.md"]).stdout
