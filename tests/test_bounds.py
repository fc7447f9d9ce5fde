"""Drafts that are longer than any: their beginning is checked, what is not checked is said, and nothing grows without limit."""

from __future__ import annotations

import gc
import re
from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resolint.findings import SEVERITIES
from resolint.model import NOTE_MARK, Block, Footnote, Mark, Reading, Span
from resolint.pipeline import Session, clean, lint, load, review
from resolint.pipeline.bounds import Bounds, within
from resolint.report.findings import FORMATS, margin, render
from tests.support.docx import dele, docx, i, ins, members_of, note, p, ref, t

HEAD = p("The lamps of harbour towns") + p(i("The General Assembly,"))


def reading_of(sizes: list[tuple[int, list[int]]]) -> Reading:
    """Paragraphs of so many characters, each with notes of so many."""
    blocks, notes = [], []
    for at, (size, inside) in enumerate(sizes):
        text, marks = "x" * size, []
        for length in inside:
            key = f"footnotes/{len(notes)}"
            marks.append(Mark(len(text), len(text) + 1, "note", key))
            anchor = Span(f"document/{at}", len(text), len(text) + 1)
            notes.append(Footnote(key, str(len(notes) + 1), anchor, (Block(f"{key}/0", "note", "n" * length),)))
            text += NOTE_MARK
        blocks.append(Block(f"document/{at}", "paragraph", text, (Mark(0, len(text), "italic"), *marks)))
    return Reading(tuple(blocks), tuple(notes))


@given(
    st.lists(st.tuples(st.integers(0, 40), st.lists(st.integers(0, 20), max_size=3)), max_size=8),
    st.integers(1, 120),
    st.integers(1, 50),
    st.integers(1, 9),
    st.integers(0, 12),
)
def test_what_is_kept_is_the_beginning_with_its_addresses(sizes, most, longest, blocks, notes):
    whole = reading_of(sizes)
    part, said = within(whole, Bounds(most, longest, blocks, notes))
    total = sum(len(b.text) for b in whole.blocks) + sum(len(b.text) for n in whole.footnotes for b in n.blocks)
    few = len(whole.blocks) <= blocks and len(whole.footnotes) <= notes
    if total <= most and all(len(block.text) <= longest for block in whole.blocks) and few:
        assert part is whole and said == ""
        return
    assert said.endswith("characters were looked at")
    assert [b.id for b in part.blocks] == [b.id for b in whole.blocks][: len(part.blocks)]
    kept = {n.id for n in part.footnotes}
    assert len(part.blocks) <= blocks and len(kept) <= notes
    for block, full in zip(part.blocks, whole.blocks, strict=False):
        assert full.text.startswith(block.text) and len(block.text) <= longest
        assert all(0 <= mark.start <= mark.end <= len(block.text) for mark in block.marks)
        assert {mark.value for mark in block.marks if mark.kind == "note"} <= kept
    for found in part.footnotes:
        assert found.anchor is not None
        assert found.anchor.end <= len(next(b.text for b in part.blocks if b.id == found.anchor.block))
    assert sum(len(b.text) for b in part.blocks) + sum(len(b.text) for n in part.footnotes for b in n.blocks) <= most


@pytest.mark.slow
def test_a_paragraph_of_five_megabytes_is_reviewed_as_far_as_it_is_looked_at():
    words = ("Notes the lamps of the harbour towns and the nets; " * 100_000)[:4_999_980] + "and/or the end here."
    data = docx(HEAD + f"<w:p><w:r>{t(words)}</w:r></w:p>")
    done = review(data, name="a.docx", date="2026-11-20T10:00:00Z")
    assert done.comments >= 1
    assert done.unsaid[-1].startswith("only 100,0") and "of 5,000,0" in done.unsaid[-1]
    assert clean(done.data) == data


def test_of_thousands_of_notes_in_short_paragraphs_the_beginning_is_looked_at():
    notes = "".join(note(n, "See there.") for n in range(1, 4_501))
    data = docx(HEAD + "".join(p(i("Noting"), " the lamps,", ref(n)) for n in range(1, 4_501)), footnotes=notes)
    document = load(data, name="a.docx", bounded=True)
    most = Bounds()
    assert (len(document.blocks), len(document.footnotes)) == (most.blocks, most.notes)
    assert "characters were looked at" in document.origin.unread


def test_nothing_is_said_of_where_a_draft_was_cut(monkeypatch: pytest.MonkeyPatch):
    from resolint.pipeline import bounds

    data = docx(HEAD + "".join(p(i("Noting"), f" the lamps of the harbour {n},") for n in range(40)))
    whole = {(f.rule, f.span) for f in lint(data, name="a.docx").findings}
    monkeypatch.setattr(bounds.within, "__defaults__", (Bounds(700, 500),))
    report = lint(data, name="a.docx")
    assert report.origin.unread
    last = max(int(f.span.block.split("/")[1]) for f in report.findings)
    assert not [f for f in report.findings if f.span.block == f"document/{last}" and (f.rule, f.span) not in whole]


@pytest.mark.parametrize("form", FORMATS)
def test_every_report_says_what_was_not_looked_at(monkeypatch: pytest.MonkeyPatch, form: str):
    from resolint.pipeline import bounds

    data = docx(HEAD + "".join(p(i("Noting"), f" the lamps of the harbour {n},") for n in range(40)))
    assert "looked at" not in render([lint(data, name="a.docx")], form, quiet=True)
    monkeypatch.setattr(bounds.within, "__defaults__", (Bounds(700, 500),))
    report = replace(lint(data, name="a.docx"), findings=())
    shown = " ".join(render([report], form, quiet=form != "text").split())
    assert re.search(r"only \d+ of [\d,]+ characters were looked at", shown)


def test_the_gravest_of_very_many_findings_are_in_the_margin():
    data = docx(HEAD + "".join(p(i("Noting"), " that the the lamps and/or nets,") for _ in range(30)) + p("Urges."))
    report = lint(data, name="a.docx")
    ranks = [SEVERITIES.index(f.severity) for f in report.active]
    few = margin.shown(report, 20)
    assert len(report.active) > 40 and len(set(ranks)) > 1
    assert sorted(SEVERITIES.index(f.severity) for f in few) == sorted(ranks)[:20]
    assert list(few) == [f for f in report.active if f in few]
    assert margin.shown(report, len(ranks)) == report.active


def test_what_is_left_out_of_the_margin_is_counted(monkeypatch: pytest.MonkeyPatch):
    data = docx(HEAD + "".join(p(i("Noting"), " that the the lamps and/or nets,") for _ in range(30)))
    monkeypatch.setattr(margin, "MOST", 10)
    monkeypatch.setattr(margin.shown, "__defaults__", (10,))
    done = review(data, name="a.docx", date="")
    assert done.comments <= 10
    (said,) = done.unsaid
    assert said.endswith("'resolint lint' tells all")


def _kept_alive(make: object) -> int:
    """Objects that only the collector of cycles can free once ``make`` has been called."""
    gc.collect()
    make()  # type: ignore[operator]
    return gc.collect()


@pytest.fixture
def no_collector() -> Iterator[None]:
    gc.disable()
    yield
    gc.enable()


@pytest.mark.slow
def test_a_draft_goes_once_it_has_been_linted(no_collector: None):
    """Long drafts are large: what holds itself alive would stay until the collector comes by, which is seldom."""
    notes = "".join(note(n, "See resolution 70/1.") for n in range(1, 40))
    data = docx(
        HEAD + "".join(p(i("Noting"), " the lamps and/or nets,", ref(n)) for n in range(1, 40)), footnotes=notes
    )
    session = Session()
    for make in (lambda: lint(data, session, name="a.docx"), lambda: review(data, session, name="a.docx", date="")):
        make()
        assert _kept_alive(make) < 100


def test_the_same_note_is_found_at_its_first_reference():
    from resolint.word.write.draft import Draft

    draft = Draft(docx(p("One", ref(2), ref(1)) + p("Two", ref(2)), footnotes=note(1, "a") + note(2, "b")))
    draft.walk()
    assert draft.reference("footnotes/2/0") == Span("document/0", 3, 4)
    assert draft.reference("footnotes/1/0") == Span("document/0", 4, 5)
    assert draft.reference("footnotes/9/0") is None


def test_a_reading_within_bounds_is_left_alone():
    whole = reading_of([(10, [3])])
    assert within(whole, Bounds(14, 14)) == (whole, "")
    assert within(replace(whole, footnotes=()), Bounds(10, 14))[0].blocks[0].text == "x" * 10


@pytest.mark.slow
def test_a_comment_hangs_on_its_words_in_a_paragraph_that_was_cut():
    words = "Notes the lamps and/or the nets; " + "and the nets of the harbour; " * 8_000
    data = docx(HEAD + f"<w:p><w:r>{t(words)}</w:r></w:p>")
    assert {f.rule for f in lint(data, name="a.docx").findings if f.span.end > 99_000} == set()
    main = members_of(review(data, name="a.docx", date="").data)["word/document.xml"]
    assert re.search(rb"<w:commentRangeStart [^>]*/><w:r[^>]*><w:t[^>]*>and/or</w:t></w:r><w:commentRangeEnd", main)


@pytest.mark.parametrize(
    "disputed",
    [
        (ref(1), dele(" of the ports"), ", and the nets,"),
        (ref(1), dele(","), "; and the nets,"),
        (ref(1), ins(", and the nets"), ","),
        (ins(ref(1)), ", and the nets,"),
        (dele(" here"), ref(1), ", and the nets,"),
    ],
)
def test_no_sign_moves_across_what_others_have_changed(disputed):
    """Once their change is taken back the sign would stand in the wrong place."""
    data = docx(HEAD + p(i("Noting"), " the lamps", *disputed), footnotes=note(1, "See A/84/212."))
    found = [f for f in lint(data, name="a.docx", select=["TYP010"]).findings if f.rule == "TYP010"]
    assert [(f.fix and (f.fix.edits, f.fix.applicability)) for f in found] == [((), "advice")]


def test_a_sign_that_only_looks_like_the_right_one_is_named():
    from resolint.checks.shared.clauses import said

    assert [said(mark) for mark in (";", "", "\u037e", "\uff0c")] == [
        "“;”", "no punctuation mark", "“\u037e” (Greek question mark)", "“\uff0c” (Fullwidth comma)",
    ]  # fmt: skip
