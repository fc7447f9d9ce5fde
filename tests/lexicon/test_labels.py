"""Labels of paragraphs and what follows them."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from resolint.lexicon.labels import (
    LEVELS,
    Label,
    first,
    follows,
    letters,
    letters_value,
    readings,
    roman,
    roman_value,
)
from tests.support.rows import each

FORMS = ("1.", "(a)", "(i)", "a.", "i.", "1)", "a)", "(A)", "I.", "(1)")


@given(st.sampled_from(FORMS), st.integers(1, 70))
def test_a_label_is_read_back(form: str, value: int) -> None:
    assert Label(form, value) in readings(Label(form, value).written())


@each(
    ("label", "meanings"),
    [
        ("7.", {("1.", 7)}),
        ("(h)", {("(a)", 8)}),
        ("(i)", {("(a)", 9), ("(i)", 1)}),
        ("(aa)", {("(a)", 27)}),
        ("(iv)", {("(i)", 4)}),
        ("(ii)", {("(a)", 35), ("(i)", 2)}),
        ("b)", {("a)", 2)}),
        ("10 bis.", set()),
        ("-", set()),
        ("", set()),
        ("1.1.", set()),
    ],
)
def test_readings(label: str, meanings: set[tuple[str, int]]) -> None:
    assert {(found.form, found.value) for found in readings(label)} == meanings


def test_what_is_next_is_written_out() -> None:
    assert Label("(a)", 26).next() == "(aa)"
    assert Label("(i)", 3).next() == "(iv)"
    assert Label("1.", 9).next() == "10."


@given(st.text(max_size=12))
def test_any_label_is_read(label: str) -> None:
    for found in readings(label):
        assert found.value >= 1 or label.strip().strip("(). ").startswith("0")


@each("form", FORMS)
def test_a_series_follows_its_own_order_and_no_other(form: str) -> None:
    labels = [Label(form, value).written() for value in range(1, 60)]
    assert first(labels[0])
    for one, after in itertools.pairwise(labels):
        assert follows(one, after)
        assert not follows(one, one)
    assert not follows(labels[0], labels[2])
    assert len(set(labels)) == len(labels)


def test_levels_are_told_apart() -> None:
    assert [Label(form, 2).written() for form in LEVELS] == ["2.", "(b)", "(ii)", "b.", "ii."]
    assert not follows("(a)", "b.")
    assert not first("(b)")


@given(st.integers(1, 399))
def test_numerals_and_letters_are_read_back(number: int) -> None:
    assert roman_value(roman(number)) == number
    assert letters_value(letters(number)) == letters_value(letters(number).upper()) == number


@each("text", ["", "IIII", "VX", "IC", "xii", "IVa", "M", "CD"])
def test_what_is_no_numeral(text: str) -> None:
    assert roman_value(text) is None


def test_larger_numerals_are_read_where_they_are_asked_for() -> None:
    assert (roman_value("MCMXLV", 3999), roman(1945)) == (1945, "MCMXLV")
    assert [letters_value(text) for text in ("ab", "é", "1", "aB")] == [None, None, None, None]
