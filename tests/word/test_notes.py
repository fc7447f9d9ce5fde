"""Footnotes, endnotes and the numbers printed at them."""

import pytest

from resolint.model import NOTE_MARK, Span
from resolint.word import read_word as read
from tests.support.docx import docx, ins, note, p, r, ref, t


def notes(body: str, view="proposed", **parts):
    return read(docx(body, **parts), view=view).footnotes


def numbers(body: str, **parts) -> list[str]:
    return [n.number for n in notes(body, **parts)]


def section(*properties: str) -> str:
    return f"<w:sectPr>{''.join(properties)}</w:sectPr>"


RESTART = '<w:footnotePr><w:numRestart w:val="eachSect"/></w:footnotePr>'


def test_a_note_and_its_place():
    found = notes(p("Recalling the report,", ref(2), " in full"), footnotes=note(2, "See the report."))
    assert [(n.id, n.number, n.anchor) for n in found] == [("footnotes/2", "1", Span("document/0", 21, 22))]
    assert [(b.id, b.kind, b.text, b.label, b.lead) for b in found[0].blocks] == [
        ("footnotes/2/0", "note", " See the report.", "1", 1)
    ]


def test_references_are_marks_and_characters():
    block = read(docx(p("a,", ref(1)), footnotes=note(1, "x"))).blocks[0]
    assert block.text == f"a,{NOTE_MARK}"
    assert [(m.start, m.end, m.value) for m in block.marked("note")] == [(2, 3, "footnotes/1")]


def test_numbers_follow_the_references_not_the_ids():
    body = p("a", ref(9), "b", ref(2), "c", ref(5))
    found = notes(body, footnotes=note(2, "two") + note(5, "five") + note(9, "nine"))
    assert [(n.number, n.blocks[0].text.strip()) for n in found] == [("1", "nine"), ("2", "two"), ("3", "five")]


def test_separators_are_told_by_their_type():
    found = notes(p("a", ref(0)), footnotes=note(0, "a genuine note with the id 0"))
    assert [n.id for n in found] == ["footnotes/0"]
    assert notes(p("a"), footnotes="") == ()


def test_a_blank_lead_in_a_note_is_measured():
    inner = f"<w:p>{r(chr(9))}<w:r><w:footnoteRef/></w:r>{r(' ' + chr(9))}{r('See.')}</w:p>"
    block = notes(p("a", ref(1)), footnotes=note(1, inner))[0].blocks[0]
    assert (block.text, block.label, block.lead) == ("\t \tSee.", "1", 3)


def test_notes_of_several_paragraphs():
    found = notes(p("a", ref(1)), footnotes=note(1, p("One.") + p() + p("(a) Two.")))
    assert [(b.id, b.text, b.label) for b in found[0].blocks] == [
        ("footnotes/1/0", "One.", "1"), ("footnotes/1/2", "(a) Two.", "(a)"),
    ]  # fmt: skip


def test_typed_marks_belong_to_the_reference():
    typed = f'<w:r><w:footnoteReference w:customMarkFollows="1" w:id="1"/>{t("5")}</w:r>'
    data = docx(
        p("Notes the list;", typed, r(" and", inner="")), footnotes=note(1, p("5", "\t", "See.")) + note(2, "x")
    )
    reading = read(data)
    assert reading.blocks[0].text == f"Notes the list;{NOTE_MARK} and"
    found = reading.footnotes[0]
    assert (found.number, found.blocks[0].label, found.blocks[0].lead) == ("5", "5", 2)


def test_typed_marks_take_no_number():
    star = f'<w:r><w:footnoteReference w:customMarkFollows="1" w:id="2"/>{t("*")}</w:r>'
    assert numbers(p("a", ref(1), star, ref(3)), footnotes=note(1, "x") + note(2, "y") + note(3, "z")) == [
        "1",
        "*",
        "2",
    ]


def test_a_mark_that_does_not_follow():
    plain = f'<w:r><w:footnoteReference w:customMarkFollows="0" w:id="1"/>{t("5")}</w:r>'
    assert read(docx(p("a", plain), footnotes=note(1, "x"))).blocks[0].text == f"a{NOTE_MARK}5"


def test_numbers_restart_in_each_section():
    body = (
        p("a", ref(1), "b", ref(2), ppr=section(RESTART))
        + p("c", ref(3))
        + p(ppr=section(RESTART))
        + p("d", ref(4))
        + section()
    )
    assert numbers(body, footnotes="".join(note(n, "x") for n in (1, 2, 3, 4))) == ["1", "2", "1", "2"]


def test_numbers_run_on_without_a_restart():
    body = p("a", ref(1), ppr=section()) + p("c", ref(2)) + section()
    assert numbers(body, footnotes=note(1, "x") + note(2, "y")) == ["1", "2"]


def test_settings_hold_for_every_section_unless_it_says_otherwise():
    settings = '<w:footnotePr><w:numFmt w:val="lowerLetter"/><w:numStart w:val="3"/><w:numRestart w:val="eachSect"/></w:footnotePr>'
    own = '<w:footnotePr><w:numFmt w:val="upperRoman"/></w:footnotePr>'
    body = p("a", ref(1), ppr=section()) + p("c", ref(2)) + section(own)
    assert numbers(body, footnotes=note(1, "x") + note(2, "y"), settings=settings) == ["c", "III"]


def test_endnotes_count_for_themselves():
    body = p("a", ref(1), "b", ref(1, "endnote"), "c", ref(2, "endnote"))
    found = notes(body, footnotes=note(1, "f"), endnotes=note(1, "e", kind="endnote") + note(2, "g", kind="endnote"))
    assert [(n.id, n.number) for n in found] == [("footnotes/1", "1"), ("endnotes/1", "i"), ("endnotes/2", "ii")]


def test_references_to_nothing():
    reading = read(docx(p("a", ref(7), ref(1)), footnotes=note(1, "x")))
    assert [m.value for m in reading.blocks[0].marked("note")] == ["footnotes/7", "footnotes/1"]
    assert [(n.id, n.number) for n in reading.footnotes] == [("footnotes/1", "2")]
    assert read(docx(p("a", ref(7)))).footnotes == ()


def test_notes_that_nothing_refers_to():
    found = notes(p("a", ref(2)), footnotes=note(1, "lost") + note(2, "x"))
    assert [(n.id, n.number, n.anchor is None) for n in found] == [
        ("footnotes/2", "1", False),
        ("footnotes/1", "", True),
    ]


def test_a_second_reference_to_the_same_note_changes_nothing():
    assert numbers(p("a", ref(1), ref(1), ref(2)), footnotes=note(1, "x") + note(2, "y")) == ["1", "2"]


@pytest.mark.parametrize(
    ("reference", "proposed", "original"),
    [
        (f'<w:del w:id="8" w:author="A">{ref(1)}</w:del>', ["footnotes/2"], ["footnotes/1", "footnotes/2"]),
        (ins(ref(1)), ["footnotes/1", "footnotes/2"], ["footnotes/2"]),
    ],
)
def test_references_in_tracked_changes(reference, proposed, original):
    body = p("a", reference, "b", ref(2))
    parts = {"footnotes": note(1, "x") + note(2, "y")}
    assert [n.id for n in notes(body, **parts)] == proposed
    assert [n.id for n in notes(body, "original", **parts)] == original
    assert numbers(body, **parts) == [str(n + 1) for n in range(len(proposed))]


def test_a_hidden_reference_prints_no_number():
    hidden = '<w:r><w:rPr><w:vanish/></w:rPr><w:footnoteReference w:id="1"/></w:r>'
    assert [(n.id, n.number) for n in notes(p("a", hidden, ref(2)), footnotes=note(1, "x") + note(2, "y"))] == [
        ("footnotes/2", "1")
    ]


def test_notes_in_tables_and_revisions_in_notes():
    body = f"<w:tbl><w:tr><w:tc>{p('cell', ref(1))}</w:tc></w:tr></w:tbl>"
    found = notes(body, footnotes=note(1, r(" old "), ins("new")))
    assert (found[0].anchor, found[0].blocks[0].text) == (Span("document/0", 4, 5), " old new")


def test_a_paragraph_of_nothing_but_a_reference_is_kept():
    assert read(docx(p(ref(1)), footnotes=note(1, "x"))).blocks[0].text == NOTE_MARK
