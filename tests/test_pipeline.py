import json
import os
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resolint import pipeline
from resolint.cli import baseline as baselines
from resolint.cli import files
from resolint.errors import BadConfiguration, CannotWrite, ResolintError, UnreadableDraft
from resolint.pipeline import formats
from tests.support import verbs
from tests.support.rows import each

DRAFT = """\
+++
symbol = "A/C.2/81/L.7"
+++

# Village seed libraries

*The General Assembly*,

*Recalling* its resolution 71/2 of 5 October 2016 on village seed libraries

1. *Invites* Member States to share seeds;

2. *Decides* to consider the matter at its next session.
"""


@pytest.fixture
def draft(tmp_path):
    path = tmp_path / "seeds.md"
    path.write_text(DRAFT, encoding="utf-8")
    return path


# Reading


def test_load_takes_a_path_or_bytes(draft):
    from_path, from_bytes = verbs.load(draft), verbs.load(DRAFT.encode(), name="seeds.md")
    assert from_path.origin.sha256 == from_bytes.origin.sha256
    assert from_path.origin.name == str(draft) and from_bytes.origin.name == "seeds.md"
    assert from_path.head.symbol == "A/C.2/81/L.7"
    assert [clause.number for clause in from_path.acts[0].operative] == ["1", "2"]


def test_a_byte_order_mark_and_other_encodings_change_nothing():
    plain = verbs.load(DRAFT.encode(), name="a.md")
    for encoding in ("utf-8-sig", "utf-16", "cp1252"):
        assert verbs.load(DRAFT.encode(encoding), name="a.md").blocks == plain.blocks
    assert verbs.load(DRAFT.replace("\n", "\r\n").encode(), name="a.md").blocks == plain.blocks


def test_windows_1252_is_the_fall_back():
    assert formats.decode("The “draft” of Côte d’Ivoire".encode("cp1252"), "a.txt") == "The “draft” of Côte d’Ivoire"
    for words in (
        "« Rappelant » sa résolution créée à l’été – l’Assemblée générale",
        "Español: ¿Qué decisión?",
        "¿Ñandú?",
    ):
        assert formats.decode(words.encode("cp1252"), "a.txt") == words


@each(
    ("words", "encoding"),
    [
        ("Генеральная Ассамблея,", "cp1251"),
        ("إن الجمعية العامة،", "cp1256"),
        ("大会重申其决议，", "gb18030"),
        ("Note: Генеральная", "koi8-r"),
    ],
)
def test_other_old_encodings_are_refused_in_one_sentence(words: str, encoding: str) -> None:
    with pytest.raises(UnreadableDraft, match="save the file as UTF-8"):
        formats.decode(words.encode(encoding), "a.txt")


@each(
    ("data", "words"),
    [
        (b"text\x00more", "NUL bytes"),
        (b"\xff\xfea", "UTF-16"),
        (b"\xef\xbb\xbfone\ntwo \xff", "line 2 is damaged"),
        (b"one\ntwo\nthree \x81\x9d", "line 3 is neither"),
        ("no mark".encode("utf-16-le"), "NUL bytes"),
    ],
)
def test_what_is_no_text_gets_one_sentence(data, words):
    with pytest.raises(UnreadableDraft, match=words) as error:
        verbs.load(data, name="odd.txt")
    assert str(error.value).startswith("odd.txt: ") and "\n" not in str(error.value)


@each(
    ("data", "name"),
    [
        (b"%PDF-1.7 ...", "draft.txt"),
        (b"{\\rtf1 draft}", "draft.docx"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "draft.md"),
        (b"PK\x03\x04 broken", "draft.txt"),
        (b"<!DOCTYPE html><html><body>no</body></html>", "draft.docx"),
        (b"<html><body>no</body></html>", "draft.txt"),
        (b"", "draft.docx"),
        (b"just words", "draft.docx"),
        (b"\x89PNG\r\n\x1a\n\x00", "draft.txt"),
    ],
)
def test_the_content_decides_before_the_name(data, name):
    with pytest.raises(UnreadableDraft) as error:
        verbs.load(data, name=name)
    assert name in str(error.value) and "\n" not in str(error.value)


def test_word_content_under_any_name_is_read_as_word(root):
    data = (root / "samples" / "seed-libraries.docx").read_bytes()
    document = verbs.load(data, name="download.txt")
    assert document.origin.format == "docx" and document.acts


@each("data", [b"", b"\n \n"])
@each("name", ["empty.md", "empty.txt", "empty.doc"])
def test_an_empty_file_is_never_green(data, name):
    with pytest.raises(UnreadableDraft, match="the file is empty"):
        verbs.lint(data, name=name)


@each("name", ["draft.doc", "draft.odt", "DRAFT.RTF", "draft.docx"])
def test_plain_text_under_the_name_of_another_format_is_refused_in_one_way(name):
    with pytest.raises(UnreadableDraft, match=r"is plain text under the name of an? .*: rename it to \.txt or \.md"):
        verbs.lint(b"# Lamps\n\n*The General Assembly*,\n", name=name)


def test_missing_and_unreadable_files(tmp_path):
    with pytest.raises(UnreadableDraft, match="there is no such file"):
        verbs.load(tmp_path / "none.docx")
    with pytest.raises(UnreadableDraft, match="this is a folder"):
        verbs.load(tmp_path)
    with pytest.raises(UnreadableDraft):
        verbs.load("a\0b.docx")


def test_a_file_beyond_all_measure_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(files, "LARGEST", 10)
    path = tmp_path / "large.txt"
    path.write_text("far more than ten bytes")
    with pytest.raises(UnreadableDraft, match="larger than"):
        verbs.load(path)


@given(st.binary(max_size=200), st.sampled_from(["a.md", "a.txt", "a.docx", "a"]))
def test_any_bytes_give_a_document_or_one_sentence(data, name):
    try:
        verbs.load(data, name=name)
    except ResolintError as error:
        assert "\n" not in str(error)


# Walking


def test_folders_are_walked_in_a_stable_order_without_hidden_and_lock_files(tmp_path):
    for name in ("b.docx", "a.DOCX", "c.md", "d.txt", "e.docm", "f.dotx", "g.pdf", "~$b.docx", ".h.docx", "sub/i.docx",
                 ".git/j.md", "A/k.md"):  # fmt: skip
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"")
    found = [os.path.relpath(path, tmp_path).replace(os.sep, "/") for path in verbs.walk([tmp_path])]
    assert found == ["a.DOCX", "b.docx", "c.md", "d.txt", "e.docm", "f.dotx", "A/k.md", "sub/i.docx"]


def test_what_is_named_is_taken_as_it_is_and_once(tmp_path):
    path = tmp_path / "odd.name"
    path.write_text("x")
    given_ = [str(path), str(tmp_path / "missing.docx"), str(path), "-"]
    assert list(verbs.walk(given_)) == [str(path), str(tmp_path / "missing.docx"), "-"]


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights on Windows")
def test_a_loop_of_folders_ends(tmp_path):
    (tmp_path / "a.md").write_text("x")
    (tmp_path / "loop").symlink_to(tmp_path, target_is_directory=True)
    assert len(list(verbs.walk([tmp_path]))) == 1


# Writing


def test_writing_replaces_whole_and_leaves_nothing_behind(tmp_path):
    path = tmp_path / "out.txt"
    path.write_text("old")
    path.chmod(0o640)
    verbs.write_text(path, "new – text\n")
    assert path.read_bytes() == "new – text\n".encode()
    assert path.stat().st_mode & 0o777 == 0o640 or sys.platform == "win32"
    assert [entry.name for entry in tmp_path.iterdir()] == ["out.txt"]


def test_a_draft_is_never_written_over(draft):
    before = draft.read_bytes()
    link = draft.with_name("link.md")
    os.link(draft, link)
    for target in (draft, link):
        with pytest.raises(CannotWrite, match="not written over"):
            verbs.write_text(target, "report", inputs=[str(draft)])
    assert draft.read_bytes() == before


def test_a_failed_write_keeps_what_was_there(tmp_path, monkeypatch):
    path = tmp_path / "out.txt"
    path.write_text("old")

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(CannotWrite, match="no space left on device; nothing was changed"):
        verbs.write_text(path, "new")
    assert path.read_text() == "old"
    assert [entry.name for entry in tmp_path.iterdir()] == ["out.txt"]


def test_a_folder_that_does_not_exist_is_said(tmp_path):
    with pytest.raises(CannotWrite, match="cannot be written"):
        verbs.write_text(tmp_path / "none" / "out.txt", "x")


# Linting


def rules_of(report):
    return [finding.rule for finding in report.active]


def test_lint_takes_path_bytes_or_document(draft):
    by_path = verbs.lint(draft)
    by_bytes = verbs.lint(DRAFT.encode(), name="seeds.md")
    by_document = verbs.lint(verbs.load(draft))
    assert by_path.findings == by_bytes.findings == by_document.findings
    assert by_path.path == str(draft) and by_bytes.path == "seeds.md"
    assert "PRE002" in rules_of(by_path)
    assert by_path.profile == "ga" and "A/C.2/81/L.7" in by_path.profile_reason


def test_select_and_ignore(draft):
    assert set(rules_of(verbs.lint(draft, select=["PRE002"]))) == {"PRE002"}
    assert "PRE002" not in rules_of(verbs.lint(draft, ignore=["PRE"]))
    with pytest.raises(BadConfiguration, match="PRE002"):
        verbs.lint(draft, select=["PRE0O2"])


def test_profile_and_configuration(draft):
    (draft.parent / "resolint.toml").write_text('profile = "hrc"\nignore = ["PRE002"]\n', encoding="utf-8")
    report = verbs.lint(draft)
    assert report.profile == "hrc" and "PRE002" not in rules_of(report)
    assert verbs.lint(draft, profile="cnd").profile == "cnd"
    assert "PRE002" in rules_of(verbs.lint(draft, no_config=True))
    with pytest.raises(BadConfiguration, match="there is no such configuration file"):
        verbs.lint(draft, config=str(draft.parent / "none.toml"))
    with pytest.raises(BadConfiguration, match="cnd"):
        verbs.lint(draft, profile="cdn")


def test_many_drafts_come_back_in_order_in_one_process_and_in_several(tmp_path):
    paths = []
    for number in range(8):
        path = tmp_path / f"{number}.md"
        path.write_text(DRAFT.replace("seed", f"seed{number}"), encoding="utf-8")
        paths.append(str(path))
    paths.insert(3, str(tmp_path / "missing.docx"))
    settings = verbs.Task({"select": ("PRE002",)})
    alone = list(verbs.lint_many(paths, settings, jobs=1))
    together = list(verbs.lint_many(paths, settings, jobs=2))
    assert [outcome.path for outcome in alone] == paths
    assert together == alone
    assert "there is no such file" in alone[3].error and alone[3].report is None
    assert all(rules_of(outcome.report) == ["PRE002"] for outcome in alone if outcome.report)


def test_any_executor_will_do(draft):
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(2) as pool:
        outcomes = list(verbs.lint_many([str(draft)] * 3, verbs.Task(), executor=pool))
    assert len(outcomes) == 3 and all(outcome.report for outcome in outcomes)


def test_processes_are_worth_their_start_only_for_many_files():
    assert verbs.default_jobs(1) == verbs.default_jobs(verbs.MANY - 1) == 1
    assert verbs.default_jobs(10_000) >= 1


def test_a_fault_of_our_own_spoils_one_draft_only(draft, monkeypatch):
    def broken(*_args, **_more):
        raise ZeroDivisionError("oh")

    monkeypatch.setattr("resolint.structure.build", broken)
    [outcome] = verbs.lint_many([str(draft)], verbs.Task())
    assert outcome.report is None and outcome.error == "ZeroDivisionError: oh" and "Traceback" in outcome.crash


# Baselines


def known(report):
    return [finding.rule for finding in report.findings if finding.baseline]


def test_a_baseline_hides_what_was_known_and_shows_what_is_new(draft):
    path = draft.parent / "known.json"
    first = verbs.lint(draft)
    assert verbs.write_baseline(path, [first]) == len(first.findings) > 0
    again = verbs.lint(draft, baseline=verbs.read_baseline(path))
    assert not again.active and known(again) == rules_of(first) and not again.stale_baseline
    draft.write_text(DRAFT.replace("1. *Invites*", "*Noting* the seeds\n\n1. *Invites*"), encoding="utf-8")
    changed = verbs.lint(draft, baseline=verbs.read_baseline(path))
    assert changed.active and known(changed)


def test_a_baseline_stands_renumbering_and_reports_what_is_gone(draft):
    path = draft.parent / "known.json"
    worse = DRAFT.replace("share seeds;", "share seeds")
    draft.write_text(worse, encoding="utf-8")
    verbs.write_baseline(path, [verbs.lint(draft)])
    draft.write_text(
        worse.replace("1. *Invites*", "1. *Takes note* of the report;\n\n2. *Invites*").replace("2. *Dec", "3. *Dec"),
        encoding="utf-8",
    )
    moved = verbs.lint(draft, baseline=verbs.read_baseline(path), select=["OPR005", "PRE002"])
    assert not moved.active and len(known(moved)) == 2 and not moved.stale_baseline
    draft.write_text(DRAFT.replace("libraries\n\n1.", "libraries,\n\n1."), encoding="utf-8")
    mended = verbs.lint(draft, baseline=verbs.read_baseline(path))
    assert any("PRE002" in entry for entry in mended.stale_baseline)


def test_a_baseline_keeps_the_drafts_that_were_not_looked_at(draft, tmp_path):
    other = tmp_path / "other.md"
    other.write_text(DRAFT, encoding="utf-8")
    path = tmp_path / "sub" / "known.json"
    path.parent.mkdir()
    verbs.write_baseline(path, [verbs.lint(draft), verbs.lint(other)])
    both = verbs.read_baseline(path)
    assert set(both.entries) == {"../seeds.md", "../other.md"}
    other.unlink()
    verbs.write_baseline(path, [], known=both)
    assert set(verbs.read_baseline(path).entries) == {"../seeds.md"}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("no json", "not JSON"),
        ("[]", "'findings' is missing"),
        ('{"schema": 2, "findings": []}', "key schema: 2"),
        ('{"schema": 1, "findings": [3]}', "entry 1"),
        ('{"schema": 1, "findings": [{"path": "a", "rule": "PRE002"}]}', "entry 1"),
        ("[" * 100_000, "not JSON"),
    ],
)
def test_a_broken_baseline_gets_one_sentence(tmp_path, text, words):
    path = tmp_path / "known.json"
    path.write_text(text)
    with pytest.raises(BadConfiguration, match=words) as error:
        verbs.read_baseline(path)
    assert "known.json" in str(error.value) and "--write-baseline" in str(error.value)


def test_a_missing_baseline_is_said(tmp_path):
    with pytest.raises(BadConfiguration, match="no such baseline"):
        verbs.read_baseline(tmp_path / "none.json")


def test_paths_in_a_baseline_are_relative_and_have_forward_slashes(tmp_path):
    assert baselines.key_of(str(tmp_path / "a" / "b.docx"), str(tmp_path)) == "a/b.docx"
    assert baselines.key_of("-", str(tmp_path)) == "-"


# Showing


def test_show_json_has_the_promised_shape(draft):
    data = json.loads(pipeline.show(verbs.load(draft), "json"))
    assert data["schema"] == 1 and data["kind"] == "resolution" and data["view"] == "proposed"
    assert data["language"] == "en"
    assert data["head"]["symbol"] == "A/C.2/81/L.7" and data["head"]["sponsors"] == []
    [act] = data["acts"]
    assert act["title"] == "Village seed libraries" and act["organ"].startswith("The General Assembly")
    [preambular] = act["preamble"]
    assert preambular["index"] == 1 and preambular["opener"] == "Recalling" and preambular["children"] == []
    assert preambular["text"].startswith("Recalling its resolution 71/2")
    assert [one["number"] for one in act["operative"]] == ["1", "2"]
    assert act["operative"][0]["text"] == "Invites Member States to share seeds;"
    assert any(citation["number"] == "71/2" for citation in data["citations"])


def test_show_json_gives_subparagraphs_notes_and_annexes():
    source = (
        "# Seeds\n\n*The General Assembly*,\n\n*Noting* the report,[^1]\n\n1. *Invites* States:\n\n   (a) To share seeds;\n\n"
        "   (b) To meet:\n\n       (i) In spring;\n\n       (ii) In autumn;\n\n2. *Decides* to act.\n\n## Annex\n\n"
        "### Rules\n\n1. Seeds are shared.\n\n[^1]: A/71/300.\n"
    )
    data = json.loads(pipeline.show(verbs.load(source.encode(), name="a.md"), "json"))
    [act] = data["acts"]
    assert act["preamble"][0]["footnotes"] == ["1"]
    labels = [child["label"] for child in act["operative"][0]["children"]]
    assert labels == ["(a)", "(b)"]
    assert [child["label"] for child in act["operative"][0]["children"][1]["children"]] == ["(i)", "(ii)"]
    [annex] = act["annexes"]
    assert annex["label"] == "Annex" and annex["title"] == "Rules"
    assert annex["paragraphs"][0]["text"] == "Seeds are shared."
    assert data["footnotes"] == [{"number": "1", "text": "A/71/300.", "where": "preambular 1"}]


def test_show_markdown_can_be_read_again(draft):
    document = verbs.load(draft)
    again = verbs.load(pipeline.show(document, "md").encode(), name="again.md")
    assert [block.text for block in again.blocks] == [block.text for block in document.blocks]


def test_show_text_fits_its_width(draft):
    text = pipeline.show(verbs.load(draft), "text", width=60)
    assert "Preamble (1)" in text and "Operative part (2)" in text
    assert max(map(len, text.splitlines()[1:])) <= 60


def test_show_knows_no_other_format(draft):
    with pytest.raises(ValueError, match="choose text, json or md"):
        pipeline.show(verbs.load(draft), "pdf")


def test_sessions_share_what_is_ours_and_keep_apart_what_is_not(tmp_path):
    one, other = pipeline.Session(no_config=True), pipeline.Session(no_config=True)
    assert one.lexicon() is other.lexicon() and one.cards()[0] is other.cards()[0]
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "abbreviations.csv").write_text("abbreviation,expansion\nZZQ,a test\n", encoding="utf-8")
    own = pipeline.Session(rules=(tmp_path,), no_config=True)
    assert own.lexicon() is not one.lexicon() and own.cards()[0] is one.cards()[0]
    assert "ZZQ" in own.tables().column("abbreviations", "abbreviation")
    assert "ZZQ" not in one.tables().column("abbreviations", "abbreviation")


def test_what_is_made_of_the_options_of_a_choice_goes_with_the_session():
    """The Security Council's profile has options of its own for rules that keep what they make of them."""

    def kept() -> int:
        session = pipeline.Session(no_config=True)
        assert pipeline.lint(MODEL, session, name="a.md", profile="sc").findings
        return len(session.lexicon()._made)

    first = kept()
    assert kept() == first == kept()


MODEL = b"""+++
symbol = "S/2026/12"
sponsors = "Chile and Ghana"
+++

# Title of x

*The Security Council*,

*Noting* weak eyes,

1. *Imposes* sanctions on 5 percent of opticians, e.g. the the best labor, by December 12, 2026;
"""
