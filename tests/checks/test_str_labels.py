"""Labels of paragraphs and what follows them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resolint.checks.shared.labels import Label, readings, written

FORMS = ("1.", "(a)", "(i)", "a.", "i.", "1)", "a)", "(A)", "I.", "(1)")


@given(st.sampled_from(FORMS), st.integers(1, 70))
def test_a_label_is_read_back(form: str, value: int) -> None:
    assert Label(form, value) in readings(written(form, value))


@pytest.mark.parametrize(
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
