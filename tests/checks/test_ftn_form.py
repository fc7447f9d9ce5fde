"""The wording of footnotes, on notes alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resolint import build, cards, lint
from resolint.checks.ftn import form as ftn_form
from resolint.checks.ftn import marks as ftn_marks
from resolint.checks.ftn import skeletons as ftn_skeletons
from resolint.checks.ftn import sources as ftn_sources
from resolint.checks.typ import note_marks as typ_note_marks
from resolint.findings import Hit
from resolint.model import NOTE_MARK, Act, Block, Document, Footnote, Head, Mark, Origin
from resolint.rule import Check, Context
from tests.support.rows import each

TABLES = cards.tables()
FAMILY: tuple[Check, ...] = tuple(
    check
    for module in (ftn_form, ftn_marks, ftn_skeletons, ftn_sources, typ_note_marks)
    for check in vars(module).values()
    if hasattr(check, "rule_id")
)


def draft(*notes: str, organ: str = "The General Assembly,", body: str | None = None) -> Document:
    """A draft with one paragraph that refers to every note in order, or to those that ``body`` marks with |."""
    text = (
        body.replace("|", NOTE_MARK) if body is not None else "Recalling the lights" + f" and{NOTE_MARK}" * len(notes)
    )
    places = [at for at, character in enumerate(text) if character == NOTE_MARK]
    marks = tuple(Mark(at, at + 1, "note", f"footnotes/{number}") for number, at in enumerate(places, 1))
    line = Block("document/0", "paragraph", organ)
    paragraph = Block("document/1", "paragraph", text, marks)
    found = tuple(
        Footnote(
            f"footnotes/{number}",
            str(number),
            paragraph.span(places[number - 1], places[number - 1] + 1) if number <= len(places) else None,
            (Block(f"footnotes/{number}/0", "note", note),),
        )
        for number, note in enumerate(notes, 1)
    )
    act = Act("resolution", "", None, line.span())
    return Document(Origin("x.docx", "0" * 64, "docx"), "resolution", Head(), (act,), (line, paragraph), found)


def hits(check: Check, document: Document) -> list[Hit]:
    return list(check(document, Context("ga", {}, TABLES, None)))


def marked(check: Check, *notes: str, **options: str) -> list[str]:
    document = draft(*notes, **options)
    return [document.text(hit.span) for hit in hits(check, document)]


def fixed(check: Check, note: str, organ: str = "The General Assembly,") -> str:
    for hit in sorted(hits(check, draft(note, organ=organ)), key=lambda hit: -hit.span.start):
        assert hit.fix is not None
        for edit in hit.fix.edits:
            assert note[edit.span.start : edit.span.end] == edit.expected
            note = note[: edit.span.start] + edit.replacement + note[edit.span.end :]
    return note


GOOD = [
    "Resolution 84/17.",
    "See resolution 84/17, annex II, para. 18 (c).",
    "Resolution 217 A (III).",
    "Economic and Social Council resolution 2031/12, annex.",
    "United Nations, Treaty Series, vol. 3012, No. 52001.",
    "Ibid., vols. 3014, 3017 and 3020, No. 52001.",
    "League of Nations, Treaty Series, vol. 7, p. 35.",
    "A/84/212.",
    "A/84/212 and A/84/212/Add.1.",
    "See A/84/212-S/2029/14, annex.",
    "Official Records of the General Assembly, Eighty-fourth Session, Supplement No. 53 (A/84/53), chap. III.",
    "See Official Records of the Economic and Social Council, 2031, Supplement No. 8 (E/2031/28), chap. I, sect. C.",
    "Official Records of the Economic and Social Council, 2031, Supplement No. 8A (E/2031/28/Add.1).",
    "United Nations publication, Sales No. E.31.XI.17.",
    "Handbook for Keepers (United Nations publication, Sales No. E.31.II.D.6).",
    "World Health Organization (Geneva, 2031).",
    "See FCCC/CP/2030/7/Add.1, decision 4/CP.35, annex.",
    "Lightships count as lighthouses (see para. 2 below).",
    "The text ends with the words “keep the lamp.”",
]


@each("check", FAMILY, ids=lambda check: check.rule_id)
def test_good_notes_are_clean(check: Check) -> None:
    for note in GOOD:
        found = [hit.values for hit in hits(check, draft("United Nations, Treaty Series, vol. 1, No. 52001.", note))]
        assert found == [], note


@each(
    ("note", "right"),
    [
        ("A/84/212", "A/84/212."),
        ("A/84/212 ", "A/84/212. "),
        ("A/84/212,", "A/84/212."),
        ("See “The lamp”", "See “The lamp”."),
        ("A/84/212 (part II)", "A/84/212 (part II)."),
        ("What is a lamp?", "What is a lamp?"),
        ("", ""),
    ],
)
def test_full_stop(note: str, right: str) -> None:
    assert fixed(ftn_form.note_full_stop_missing, note) == right


@each(
    ("note", "organ", "right"),
    [
        ("A/RES/84/17.", "The General Assembly,", "Resolution 84/17."),
        ("See A/RES/84/17.", "The General Assembly,", "See resolution 84/17."),
        ("See A/RES/84/17.", "The Human Rights Council,", "See General Assembly resolution 84/17."),
        (
            "General Assembly resolution A/RES/S-30/1.",
            "The Human Rights Council,",
            "General Assembly resolution S-30/1.",
        ),
        ("E/RES/2031/4.", "The General Assembly,", "Economic and Social Council resolution 2031/4."),
        ("A/HRC/RES/71/4.", "The Human Rights Council,", "Resolution 71/4."),
        ("Resolution 84/17 of 3 May 2030, annex.", "The General Assembly,", "Resolution 84/17, annex."),
        ("Resolution 2200 A (XXI) of 16 December 1966.", "The General Assembly,", "Resolution 2200 A (XXI)."),
    ],
)
def test_resolution(note: str, organ: str, right: str) -> None:
    assert fixed(ftn_form.resolution_note_malformed, note, organ) == right


@pytest.mark.parametrize(
    ("note", "right"),
    [
        ("General Assembly resolution 84/17.", "Resolution 84/17."),
        ("See General Assembly resolutions 84/17 and 84/18.", "See resolutions 84/17 and 84/18."),
        ("Security Council resolution 1325 (2000).", "Security Council resolution 1325 (2000)."),
    ],
)
def test_own_organ(note: str, right: str) -> None:
    assert fixed(ftn_form.own_organ_named, note) == right


@each(
    ("notes", "expected"),
    [
        (("Ibid.",), ["Ibid."]),
        (("A/84/1.", "Ibid."), []),
        (("A/84/1.", "Ibid., annex.", "Ibid., para. 4."), []),
        (("A/84/1.", "Ibid., vol. 3, No. 4444."), ["Ibid."]),
        (("United Nations, Treaty Series, vol. 2, No. 4444.", "Ibid., vol. 3, No. 4445."), []),
        (("United Nations, Treaty Series, vol. 2, No. 4444.", "Ibid.", "Ibid., vol. 3, No. 4445."), []),
        (("Lightships count as lighthouses.", "Ibid."), ["Ibid."]),
        (("A/84/1.", "Ibid, annex."), ["Ibid"]),
        (("A/84/1.", "Op. cit., p. 4."), ["Op. cit."]),
        (("A/84/1.", "Idem."), ["Idem."]),
        (("A/84/1.", "Ideas of lighthouses are welcome."), []),
    ],
)
def test_ibid(notes: tuple[str, ...], expected: list[str]) -> None:
    assert marked(ftn_form.ibid_misplaced, *notes) == expected


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        ("UNTS, vol. 976, p. 105.", ["UNTS"]),
        ("United Nations, Treaty Series, vol. 976, p. 105.", ["Treaty Series"]),
        ("United Nations, Treaty Series, No. 14152.", ["Treaty Series"]),
    ],
)
def test_treaty(note: str, expected: list[str]) -> None:
    assert marked(ftn_form.treaty_note_malformed, note) == expected


def test_the_number_of_a_known_treaty_is_compared() -> None:
    body = "Recalling the Convention on the Rights of the Child,|"
    note = "United Nations, Treaty Series, vol. 1577, No. {}."
    assert marked(ftn_form.treaty_note_malformed, note.format("27531"), body=body) == []
    assert marked(ftn_form.treaty_note_malformed, note.format("27351"), body=body) == ["27351"]


@each(
    ("body", "expected"),
    [
        ("the Convention|, and", [NOTE_MARK + ","]),
        ("the Convention,| and", []),
        ("the Convention| and its Protocol;|", []),
        ("the Convention,|,| and", []),
        ("the Convention|||.", [NOTE_MARK * 3 + "."]),
        ("(the Convention|) and", []),
        ("the Convention|", []),
    ],
)
def test_mark_and_punctuation(body: str, expected: list[str]) -> None:
    notes = ["A/84/1."] * body.count("|")
    assert marked(typ_note_marks.note_mark_before_punctuation, *notes, body=body) == expected


def test_marks_without_note_and_notes_without_mark() -> None:
    assert marked(ftn_marks.note_sequence_broken, "A/84/1.", "A/84/2.") == []
    assert marked(ftn_marks.note_sequence_broken, "A/84/1.", body="one| two|") == [NOTE_MARK]
    assert marked(ftn_marks.note_sequence_broken, "A/84/1.", "A/84/2.", body="one|") == ["A/84/2."]


@given(st.lists(st.text(max_size=120), max_size=4))
def test_no_note_breaks_a_check(notes: list[str]) -> None:
    document = draft(*notes)
    for check in FAMILY:
        for hit in hits(check, document):
            assert 0 <= hit.span.start <= hit.span.end <= len(document.block(hit.span.block).text)


@pytest.mark.slow
@each(
    "piece",
    [
        "A/",
        "A/RES/1/",
        "resolution 1",
        "Treaty Series, vol. 1",
        "Official Records of the A",
        "Supplement No. 1",
        "(A/1",
        "Sales No. E.",
        "UN Doc. ",
        "Ibid., ",
        "resolution 1/1 of 1 ",
        "A/1/Add. ",
        " & ",
    ],
)
def test_hostile_notes_end(piece: str) -> None:
    document = draft(piece * (100_000 // len(piece)), body=piece * (100_000 // len(piece)) + "|")
    for check in FAMILY:
        hits(check, document)


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("adoption of the Declaration on the Granting of Independence to Colonial Countries and Peoples", 1),
        (
            "Special Committee on the Implementation of the Declaration on the Granting of Independence to Colonial Countries and Peoples",
            0,
        ),
        (
            "principles of its resolution 1514 (XV), the Declaration on the Granting of Independence to Colonial Countries and Peoples",
            0,
        ),
    ],
)
def test_a_title_in_a_longer_name_or_with_its_resolution_needs_no_note(words: str, count: int) -> None:
    from resolint.pipeline import lint

    text = f"# Seeds\n\n*The General Assembly*,\n\n*Recalling* the {words},\n\n1. *Decides* to act.\n"
    found = [one for one in lint(text.encode(), name="a.md", profile="ga").findings if one.rule == "FTN004"]
    assert len(found) == count


@each(
    ("note", "right"),
    [
        ("Resolution 71/256 annex.", "Resolution 71/256, annex."),
        ("Resolution 69/283, annex 2.", "Resolution 69/283, annex II."),
        ("Resolution 69/283, annex 12.", "Resolution 69/283, annex XII."),
        ("Ressolution 69/283, annex II.", "Resolution 69/283, annex II."),
        ("See to resolution 2200 A (XXI), annex.", "See resolution 2200 A (XXI), annex."),
        ("See Economic and Social Council Resolution 2005/31.", "See Economic and Social Council resolution 2005/31."),
        ("United Nations, Treaty Series, vol. 2515, N° 44910.", "United Nations, Treaty Series, vol. 2515, No. 44910."),
        ("Ibid., Vol 1582, No. 27627.", "Ibid., vol. 1582, No. 27627."),
        ("United Nations, Treaty Series, vols. 2225, 2237 and 2326, No. 39574.", None),
        ("Resolution 60/1, paras. 138 and 139.", None),
        ("General Assembly resolution S-20/4 E.", None),
        ("See resolutions 60/1 and 70/1.", None),
        ("A/82/217.", None),
    ],
)
def test_a_note_that_is_nearly_standard(note: str, right: str | None) -> None:
    found = hits(ftn_skeletons.note_nearly_standard, draft(note))
    assert [hit.values["right"] for hit in found] == ([right] if right else [])


@each(
    ("body", "note", "right"),
    [
        ("Recalling the International Covenants on Human Rights,|", "Resolution 2200 A (XX), annex.", "2200 A (XXI)"),
        ("Recalling the International Covenants on Human Rights,|", "Resolution 2200 A (XXI), annex.", None),
        ("Recalling the New Urban Agenda and bells,|", "Resolution 70/1.", None),
        ("Recalling the New Urban Agenda,|", "Resolution 71/265, annex.", "71/256"),
    ],
)
def test_an_instrument_stands_in_its_own_resolution(body: str, note: str, right: str | None) -> None:
    found = hits(ftn_sources.instrument_in_other_resolution, draft(note, body=body))
    assert [hit.values["right"] for hit in found] == ([right] if right else [])


def test_a_mark_that_comes_back_is_not_out_of_order_in_word_either() -> None:
    source = "# Bells\n\n*The General Assembly*,\n\n*Recalling* the report,[^1]\n\n*Noting* the booklet,[^2]\n\n"
    source += "1. *Takes note* of the report;[^1]\n\n2. *Decides* to rest.\n\n[^1]: A/84/212.\n\n[^2]: A/84/213.\n"
    for text in (source.encode(), build(source.encode())):
        rules = [finding.rule for finding in lint(text).findings if finding.rule in ("FTN003", "FTN005")]
        assert rules == ["FTN005"]
