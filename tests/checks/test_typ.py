import pytest

from resolint import Session, lint
from tests.checks.drafts import draft, excerpts, findings, replacements
from tests.support.rows import each

LAST = "*Encourages* Member States to open reading rooms."


@each(
    ("paragraph", "marked"),
    [
        ("*Recalling* its resolution,", []),
        ("Recalling its resolution,", ["Recalling"]),
        ("*Recalling* also its resolution,", ["also"]),
        ("*Recalling also* its resolution,", []),
        ("*Recalling its* resolution,", ["its"]),
        ("*Taking note of* the report,", ["of"]),
        ("*Taking note with apreciation* of the report,", []),
        ("*Taking note with Zalmania* of the report,", ["with Zalmania"]),
        ("*Noting* with concern that,", ["with concern"]),
        ("*Noting with concern that* snow fell,", ["that"]),
        ("*Reaffirming*, in that regard, its resolution,", []),
        ("*Reaffirming, in that regard,* its resolution,", ["in that regard"]),
        ("*Reaffirming* its commitment to read,", []),
        ("*Reaffirming its commitment* to read,", []),
        ("*Reaffirming its* commitment to read,", ["its"]),
        ("*Rec**alling* the snow,", []),
        ("*Deeply concerned* about the snow,", []),
        ("Deeply *concerned* about the snow,", ["Deeply concerned"]),
    ],
)
def test_italics_cover_the_opening_and_nothing_else(paragraph: str, marked: list[str]) -> None:
    assert excerpts("TYP001", draft(paragraph, LAST)) == marked


def test_a_fix_of_italics_changes_no_word() -> None:
    (found,) = findings("TYP001", draft("Recalling its resolution,", LAST))
    assert found.fix is not None
    (edit,) = found.fix.edits
    assert (edit.italic, edit.replacement, found.fix.applicability) == (True, edit.expected, "safe")


def test_the_mark_behind_words_set_upright_is_upright_too() -> None:
    source = draft("*Recalling its resolution*,", "*Invites villages to read.*")
    first, second = (edit for found in findings("TYP001", source) if found.fix for edit in found.fix.edits)
    assert (first.expected, second.expected) == (" its resolution", " villages to read.")


def test_the_organ_line_is_in_italics() -> None:
    paragraph = "*Recalling* its resolution,"
    assert excerpts("TYP012", draft(paragraph, LAST, organ="The General Assembly,")) == ["The General Assembly"]
    assert not findings("TYP012", draft(paragraph, LAST, organ="*The General Assembly,*"))


@each(
    ("rule", "text", "marked"),
    [
        ("TYP002", "books, *inter alia*, and maps", ["inter alia"]),
        ("TYP002", "books, inter alia, and maps", []),
        ("TYP004", "books **now**", ["now"]),
        ("TYP004", "books <u>now</u>", ["now"]),
        ("TYP004", "the VILLAGES MUST READ", ["VILLAGES MUST READ"]),
        ("TYP005", 'the book "Snow"', ['"']),
        ("TYP006", "the book “Snow,” and maps", [",”"]),
        ("TYP006", "the book “Snow”, and maps", []),
        ("TYP007", "the plan 2026-2030", ["-"]),
        ("TYP007", "the plan 2026 – 2030", [" – "]),
        ("TYP007", "the plan 2026–2030", []),
        ("TYP007", "document S/2026/2-2027", []),
        ("OPR010", "books, and *invites* readers", ["invites"]),
        ("OPR010", "books, and *Treaty Series*", []),
    ],
)
def test_signs(rule: str, text: str, marked: list[str]) -> None:
    assert excerpts(rule, draft("*Recalling* the snow,", f"*Encourages* {text}.")) == marked


@each(
    ("words", "marked"),
    [
        ("to open open rooms", ["open open"]),
        ("to open the\u00a0the rooms", ["the\u00a0the"]),
        ("The the rooms", ["The the"]),
        ("The rooms, rooms of all kinds", []),
        ("noting that that room had had a door", []),
        ("people of Bora Bora and of Baden Baden", []),
        ("the *nom nom* of the room", []),
        ("side-by side by-laws, a-to to-do, the the-atre", []),
        ("entre nous nous lisons", []),
        ("section I I and II II", []),
    ],
)
def test_a_word_stands_once(words: str, marked: list[str]) -> None:
    assert excerpts("TYP013", draft(f"1. *Invites* Member States, {words};")) == marked


def test_a_doubled_word_in_a_note_and_its_fix() -> None:
    source = draft("1. *Invites* Member States to read.[^1]") + "\n[^1]: See the the report.\n"
    assert excerpts("TYP013", source) == ["the the"]
    assert [edit.expected for found in findings("TYP013", source) for edit in found.fix.edits] == [" the"]


def test_the_council_sets_second_verbs_in_italics() -> None:
    source = draft("*Recalling* the snow,", "*Encourages* books, and *further requests* readers to read.")
    assert excerpts("OPR010", source) == ["further requests"]
    rules = {found.rule for found in lint(source.encode(), Session(no_config=True), profile="sc").active}
    assert "OPR010" not in rules


@pytest.mark.parametrize("rule", ["TYP010", "PRE002"])
def test_a_comma_between_two_marks_is_not_moved(rule: str) -> None:
    words = "*Recalling* the snow[^1], [^2]" + ("," if rule == "TYP010" else "")
    source = draft(words) + "\n[^1]: A/84/212.\n\n[^2]: A/84/213.\n"
    assert [(found.fix.applicability, found.fix.edits) for found in findings(rule, source)] == [("advice", ())]


def test_the_marks_of_one_quotation_are_told_and_mended_together() -> None:
    source = draft('*Noting* the books "Snow" and "Ice", and an inch of 12",', "1. *Decides* to read.")
    assert excerpts("TYP005", source) == ['"'] * 3
    assert replacements("TYP005", source) == ["“", "”", "“", "”", "”"]


def test_the_marks_of_a_quotation_are_named_without_words_between_them() -> None:
    source = draft('*Noting* the book "Snow",', "1. *Decides* to read.")
    assert [one.message for one in findings("TYP005", source)] == ["Quotation marks are curved: “ ”."]
