"""Decisions on findings: their file, and what becomes of a draft in which they are carried out."""

import json
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resolint import Session, build, clean, lint, load
from resolint.decisions import Decision, read, settle, written
from resolint.errors import BadConfiguration, CannotWrite
from resolint.pipeline import apply_decisions, finish_decisions
from tests.support.rows import each
from tests.support.share import mostly_deep

DRAFT = """\
# Bell buoys

*The General Assembly*,

*Recalling* its interest in the buoys of shallow waters ,

*Noting* the the work of keepers of bells[^1],

1. *Invites* Member States to mark shallow waters with bells ;

2. *Requests* the Secretary-General to report on the matter;

3. *Decides* to consider the matter at its eighty-third session

[^1]: See A/80/12 , annex.
"""


@pytest.fixture(scope="module")
def session() -> Session:
    return Session(no_config=True)


@pytest.fixture(scope="module")
def word(session: Session) -> bytes:
    return build(DRAFT.encode(), session, name="buoys.md")


def decided(report, verdict="accept", reason="") -> list[Decision]:
    return [Decision(found.fingerprint, found.rule, verdict, reason) for found in report.active]


@given(
    st.lists(
        st.builds(
            Decision,
            st.text("0123456789abcdef", min_size=16, max_size=16),
            st.sampled_from(["PRE002", "SED001"]),
            st.sampled_from(["accept", "decline"]),
        )
        | st.builds(
            Decision,
            st.text("0123456789abcdef", min_size=16, max_size=16),
            st.just("OPR006"),
            st.just("keep"),
            st.text("abc é“”", min_size=1).filter(str.strip).map(lambda text: " ".join(f"x {text}".split())),
        )
    )
)
def test_a_file_of_decisions_is_read_as_it_was_written(decisions):
    assert list(read(written(decisions, name="a.docx"))) == decisions


@each(
    ("text", "words"),
    [
        ("", "not JSON"),
        ("[" * 100_000, "not JSON"),
        ("[]", "schema 1"),
        ('{"schema": 2, "decisions": []}', "schema 1"),
        ('{"schema": 1, "decisions": [7]}', "decision 1"),
        ('{"schema": 1, "decisions": [{"rule": "A"}]}', "fingerprint is missing"),
        ('{"schema": 1, "decisions": [{"rule": "A", "fingerprint": "b", "verdict": "maybe"}]}', "verdict"),
        ('{"schema": 1, "decisions": [{"rule": "A", "fingerprint": "b", "verdict": "keep", "reason": " "}]}', "why"),
    ],
)
def test_what_is_no_file_of_decisions_is_told_in_one_sentence(text, words):
    with pytest.raises(BadConfiguration, match=words) as caught:
        read(text, "d.json")
    assert str(caught.value).startswith("d.json: ") and "\n" not in str(caught.value)


def test_what_is_accepted_is_tracked_and_what_is_open_is_a_comment_alone(session, word):
    report = lint(word, session, name="buoys.docx")
    fixable = [found for found in report.active if found.fix and found.fix.applicability != "advice"]
    assert len(fixable) >= 3
    one = fixable[0]
    done = apply_decisions(
        word, [Decision(one.fingerprint, one.rule, "accept")], session, name="buoys.docx", date="2026-11-20T10:00:00Z"
    )
    assert (done.made, done.said) == (1, len(report.active))
    assert clean(done.data, name="buoys.docx") == word
    read_again = load(done.data, session, name="buoys.docx")
    assert (
        one.fix.edits[0].replacement.strip() in read_again.block(one.span.block).text
        or not one.fix.edits[0].replacement
    )


def test_what_is_declined_is_not_spoken_of(session, word):
    report = lint(word, session, name="buoys.docx")
    done = apply_decisions(word, decided(report, "decline"), session, name="buoys.docx")
    assert done.data == word and (done.made, done.said) == (0, 0)


def test_what_is_kept_is_allowed_in_the_draft_by_a_human(session, word):
    report = lint(word, session, name="buoys.docx")
    done = apply_decisions(
        word, decided(report, "keep", "agreed in informals"), session, name="buoys.docx", author="A. Delegate"
    )
    again = lint(done.data, session, name="buoys.docx")
    silenced = {found.fingerprint for found in again.findings if found.suppressed == "agreed in informals"}
    assert silenced >= {found.fingerprint for found in report.active} - {found.fingerprint for found in again.active}
    assert silenced and not done.left
    assert clean(done.data, name="buoys.docx") == done.data, "reasons are the draft's, not resolint's"


@each(
    "reason",
    [
        "as in A --> B",
        "an arrow -->",
        "--&gt; and ---> and --&amp;gt; here",
        "see <!-- this -->",
        "agreed in informals;",
    ],
)
def test_a_reason_that_holds_the_end_of_a_comment_is_kept(session, reason):
    report = lint(DRAFT.encode(), session, name="buoys.md", keep=True)
    wanted = next(one for one in report.active if one.where)
    done = finish_decisions(
        DRAFT.encode(),
        [Decision(wanted.fingerprint, wanted.rule, "keep", reason)],
        session,
        name="buoys.md",
        author="A. Human",
    )
    assert done.left == ()
    after = lint(done.data, session, name="buoys.md")
    assert [one.suppressed for one in after.findings if one.fingerprint == wanted.fingerprint] == [reason.rstrip(";")]


def test_reasons_need_a_human(session, word):
    report = lint(word, session, name="buoys.docx")
    with pytest.raises(CannotWrite, match="say whose"):
        apply_decisions(word, decided(report, "keep", "so"), session, name="b.docx", author="x (resolint)")


def test_a_text_is_mended_as_decided_and_says_why_the_rest_stays(session):
    report = lint(DRAFT.encode(), session, name="buoys.md")
    choices = [
        Decision(found.fingerprint, found.rule, "keep" if at % 2 else "accept", "agreed" if at % 2 else "")
        for at, found in enumerate(report.active)
    ]
    done = finish_decisions(DRAFT.encode(), choices, session, name="buoys.md")
    text = done.data.decode()
    assert "<!-- resolint: allow " in text and done.made
    again = lint(done.data, session, name="buoys.md")
    kept = {one.fingerprint for one in choices if one.verdict == "keep"}
    assert not kept & {found.fingerprint for found in again.active}


@pytest.mark.slow
@pytest.mark.parametrize("seed", mostly_deep(range(12), 3))
def test_only_what_was_decided_is_changed(session, word, seed):
    """Whatever is decided: finished, the draft has exactly the accepted fixes; reviewed and cleaned, it has none."""
    report = lint(word, session, name="buoys.docx", keep=True)
    chance = random.Random(seed)
    choices = []
    for found in report.active:
        verdict = chance.choice(["accept", "decline", "keep", None])
        if verdict:
            choices.append(Decision(found.fingerprint, found.rule, verdict, "agreed" if verdict == "keep" else ""))
    finished = finish_decisions(word, choices, session, name="buoys.docx", date="")
    settled = settle(report, choices)
    touched = {edit.span.block for found in settled.accepted for edit in found.fix.edits}
    after = {block.id: block.text for block in load(finished.data, session, name="buoys.docx").blocks}
    for block in report.document.blocks:
        assert block.id in touched or after[block.id] == block.text
    reviewed = apply_decisions(word, choices, session, name="buoys.docx", date="")
    cleaned = load(clean(reviewed.data, name="buoys.docx"), session, name="buoys.docx")
    assert [block.text for block in cleaned.blocks] == [block.text for block in report.document.blocks]
    assert len(cleaned.directives) >= len({(found.span.block, found.rule) for found, _ in settled.kept}) > -1


def test_decisions_on_another_draft_are_counted(session, word):
    done = apply_decisions(word, [Decision("0" * 16, "PRE002", "accept")], session, name="buoys.docx", date="")
    assert len(done.settled.unmatched) == 1 and done.made == 0


@pytest.mark.slow
def test_the_commands_carry_decisions_out(session, word, tmp_path, program):
    import subprocess

    (tmp_path / "buoys.docx").write_bytes(word)
    (tmp_path / "buoys.md").write_text(DRAFT, encoding="utf-8")
    report = lint(word, session, name="buoys.docx")
    (tmp_path / "d.json").write_text(written(decided(report)), encoding="utf-8")
    run = [*program, "review", "buoys.docx", "--decisions", "d.json", "-o", "out.docx", "--no-config"]
    done = subprocess.run(run, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "tracked fix" in done.stdout
    assert clean((tmp_path / "out.docx").read_bytes()) == word
    (tmp_path / "d.json").write_text("{}", encoding="utf-8")
    done = subprocess.run(run, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 2 and done.stderr.count("\n") == 1
    (tmp_path / "t.json").write_text(json.dumps({"schema": 1, "decisions": []}), encoding="utf-8")
    run = [*program, "fix", "buoys.md", "--decisions", "t.json", "--in-place", "--no-config"]
    assert subprocess.run(run, cwd=tmp_path, capture_output=True, check=False).returncode == 0
    assert (tmp_path / "buoys.md").read_text(encoding="utf-8") == DRAFT
