from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from resolint.findings import Applicability, Edit, Finding, Fix
from resolint.fixes import Stale, applicable, apply, apply_block, apply_document, changes_words, collide
from resolint.model import Block, Document, Footnote, Head, Mark, Origin, Span
from tests.support.rows import each

TEXT = "Recalling its resolution"


def edit(start: int, end: int, replacement: str, text: str = TEXT, block: str = "document/0", **more: bool) -> Edit:
    return Edit(Span(block, start, end), replacement, text[start:end], **more)


def finding(*edits: Edit, level: Applicability = "safe", rule: str = "ZZZ001") -> Finding:
    span = edits[0].span if edits else Span("document/0", 0, 0)
    fix = Fix("mend", edits, level)
    return Finding(rule, "name", "warning", "high", span, "", "", "", "", fix, "")


def test_edits_are_made_in_any_order() -> None:
    edits = [edit(len(TEXT), len(TEXT), ","), edit(10, 13, "the"), edit(0, 0, "*")]
    assert apply(TEXT, edits) == "*Recalling the resolution,"
    assert apply(TEXT, reversed(edits)) == "*Recalling the resolution,"
    assert apply(TEXT, []) == TEXT


@pytest.mark.parametrize(
    "wrong",
    [
        Edit(Span("document/0", 0, 3), "x", "Rex"),
        Edit(Span("document/0", 20, 99), "x", TEXT[20:99]),
        Edit(Span("document/0", 99, 99), "x", ""),
    ],
)
def test_an_edit_that_does_not_find_its_text_changes_nothing(wrong: Edit) -> None:
    with pytest.raises(Stale):
        apply(TEXT, [wrong, edit(0, 0, "*")])


def test_edits_that_collide_are_refused() -> None:
    with pytest.raises(Stale, match="collide"):
        apply(TEXT, [edit(0, 9, "Noting"), edit(5, 13, "x")])


@each(
    ("one", "other", "result"),
    [
        ((0, 9), (9, 13), False),
        ((0, 9), (8, 13), True),
        ((5, 5), (5, 5), True),
        ((5, 5), (5, 9), False),
        ((5, 5), (0, 5), False),
        ((10, 10), (9, 10), True),
        ((5, 5), (0, 4), False),
        ((0, 9), (3, 4), True),
    ],
)
def test_what_collides(one: tuple[int, int], other: tuple[int, int], result: bool) -> None:
    first, second = edit(*one, "x"), edit(*other, "y")
    assert collide(first, second) is collide(second, first) is result
    elsewhere = Edit(Span("document/1", *other), "y", "")
    assert not collide(first, elsewhere)


def test_formatting_collides_only_with_formatting() -> None:
    italic = edit(0, 9, TEXT[0:9], italic=True)
    assert not collide(italic, edit(0, 9, "Noting"))
    assert collide(italic, edit(3, 13, TEXT[3:13], italic=False))


def test_the_safer_fix_wins_and_a_fix_is_taken_whole() -> None:
    wide = finding(edit(0, 9, "Noting"), edit(10, 13, "the"), level="suggest", rule="AAA001")
    narrow = finding(edit(10, 13, "our"))
    assert applicable([wide.fix, narrow.fix], "suggest") == narrow.fix.edits  # type: ignore[union-attr]
    assert applicable([wide.fix], "suggest") == wide.fix.edits  # type: ignore[union-attr]
    assert applicable([wide.fix], "safe") == ()
    assert applicable([wide.fix, replace(wide, rule="BBB001").fix], "suggest") == wide.fix.edits  # type: ignore[union-attr]


def test_advice_and_what_has_no_fix_change_nothing() -> None:
    assert (
        applicable([None, finding(level="advice").fix, finding(edit(0, 1, "r"), level="advice").fix], "suggest") == ()
    )


def test_edits_come_in_document_order() -> None:
    later, sooner = finding(edit(0, 0, "x", block="document/2")), finding(edit(3, 4, "y"))
    assert [e.span.block for e in applicable([sooner.fix, later.fix])] == ["document/0", "document/2"]


@each(
    ("expected", "replacement", "result"),
    [("a  b", "a b", False), (";", ",", False), ("63", "64", False), ("co-operation", "cooperation", False),
     ("UN", "United Nations", True), ("states", "States", True), ("", ",", False), ("é", "e", True)],
)  # fmt: skip
def test_what_changes_words(expected: str, replacement: str, result: bool) -> None:
    assert changes_words(Edit(Span("", 0, len(expected)), replacement, expected)) is result


def marks(*ranges: tuple[int, int]) -> tuple[Mark, ...]:
    return tuple(Mark(start, end, "italic") for start, end in ranges)


@each(
    ("before", "edits", "after"),
    [
        (marks((0, 9)), [edit(10, 13, "the")], marks((0, 9))),
        (marks((0, 9)), [edit(0, 9, "Noting")], marks((0, 6))),
        (marks((10, 13)), [edit(0, 9, "Noting")], marks((7, 10))),
        (marks((0, 9)), [edit(9, 9, ",")], marks((0, 9))),
        (marks((0, 9)), [edit(4, 4, "-")], marks((0, 10))),
        (marks((0, 9)), [edit(0, 10, "")], ()),
        (marks((0, 9)), [edit(0, 24, TEXT, italic=False)], ()),
        (marks((0, 13)), [edit(9, 13, " its", italic=False)], marks((0, 9))),
        (marks((0, 13)), [edit(3, 5, "al", italic=False)], marks((0, 3), (5, 13))),
        ((), [edit(0, 9, "Recalling", italic=True)], marks((0, 9))),
        (marks((0, 4), (6, 9)), [edit(3, 7, "alli", italic=True)], marks((0, 9))),
    ],
)
def test_marks_move_with_the_text(before: tuple[Mark, ...], edits: list[Edit], after: tuple[Mark, ...]) -> None:
    assert apply_block(Block("document/0", "paragraph", TEXT, before), edits).marks == after


def test_formatting_and_wording_go_together() -> None:
    block = Block("document/0", "paragraph", TEXT, marks((0, 13)))
    mended = apply_block(block, [edit(9, 13, " its", italic=False), edit(0, 9, "Noting"), edit(24, 24, ",")])
    assert (mended.text, mended.marks) == ("Noting its resolution,", marks((0, 6)))


def test_the_lead_of_a_typed_number_is_kept() -> None:
    block = Block("document/0", "paragraph", "1. Decides", label="1.", lead=3)
    assert apply_block(block, [Edit(Span("document/0", 0, 2), "12.", "1.")]).lead == 4
    assert apply_block(block, [Edit(Span("document/0", 3, 3), "Also ", "")]).lead == 3


def test_a_document_is_mended_in_its_notes_too() -> None:
    note = Footnote("1", "1", None, (Block("footnotes/1/0", "note", "See it"),))
    document = Document(
        Origin("", "", "markdown"), "resolution", Head(), (), (Block("document/0", "paragraph", TEXT),), (note,)
    )
    mended = apply_document(document, [edit(24, 24, ","), edit(6, 6, ".", "See it", "footnotes/1/0")])
    assert mended.block("document/0").text == f"{TEXT},"
    assert mended.block("footnotes/1/0").text == "See it."


ranges = st.tuples(st.integers(0, 24), st.integers(0, 24)).map(sorted)
edits_of_text = st.tuples(ranges, st.sampled_from(["", ",", "its", "a longer text"]), st.booleans()).map(
    lambda parts: (
        edit(parts[0][0], parts[0][1], TEXT[slice(*parts[0])], italic=True)
        if parts[2]
        else edit(parts[0][0], parts[0][1], parts[1])
    )
)
levels: st.SearchStrategy[Applicability] = st.sampled_from(["safe", "suggest", "advice"])
offers = st.lists(
    st.tuples(st.lists(edits_of_text, min_size=1, max_size=2), levels).map(lambda o: finding(*o[0], level=o[1])),
    max_size=6,
)


def clash_free(found: Finding) -> bool:
    edits = found.fix.edits if found.fix else ()
    return not any(collide(one, other) for place, one in enumerate(edits) for other in edits[:place])


@given(offers.map(lambda found: [one for one in found if clash_free(one)]), st.lists(ranges, max_size=3))
@example([finding(edit(0, 0, ","), level="safe")], [[0, 0]])
def test_chosen_edits_always_apply_and_marks_stay_inside(found: list[Finding], italics: list[list[int]]) -> None:
    edits = applicable([f.fix for f in found], "suggest")
    assert edits == applicable([f.fix for f in found], "suggest")
    block = Block("document/0", "paragraph", TEXT, tuple(Mark(a, b, "italic") for a, b in italics))
    mended = apply_block(block, edits)
    assert all(0 <= mark.start <= mark.end <= len(mended.text) for mark in mended.marks)
    assert sum(map(len, (e.replacement for e in edits))) - sum(len(e.expected) for e in edits) == len(
        mended.text
    ) - len(TEXT)
    safe = applicable([f.fix for f in found], "safe")
    assert set(safe) <= set(edits)


@given(st.lists(edits_of_text, max_size=4))
def test_only_guarded_edits_apply(edits: list[Edit]) -> None:
    other = TEXT[::-1]
    for one in edits:
        if one.expected and other[one.span.start : one.span.end] != one.expected:
            with pytest.raises(Stale):
                apply(other, [one])


def test_of_suggestions_for_words_side_by_side_one_is_made() -> None:
    text = "that this pumps are broken"
    first, second, third = (
        edit(5, 9, "these", text), edit(10, 15, "pump", text), edit(20, 26, "mended", text)
    )  # fmt: skip
    offered = [finding(one, level="suggest").fix for one in (first, second, third)]
    assert applicable(offered, "suggest") == (first, third)
    assert applicable([Fix("both", (first, second), "suggest")], "suggest") == (first, second)
