"""A test of many rows tells every row that fails, and fails where one does."""

import pytest

from tests.support.rows import each, try_each


def test_every_row_that_fails_is_told() -> None:
    @each(("one", "other"), [(1, 1), (2, 3), (4, 5)])
    def same(one: int, other: int, more: str) -> None:
        assert more == "fixture" and one == other

    with pytest.raises(ExceptionGroup) as caught:
        same(more="fixture")
    assert "2 of 3 rows" in str(caught.value)
    assert [fault.__notes__ for fault in caught.value.exceptions] == [["in the row 2, 3"], ["in the row 4, 5"]]


def test_what_pytest_says_of_a_row_counts_and_names_are_those_given() -> None:
    @each("row", [1, 2], ids=lambda row: f"number {row}")
    def raising(row: int) -> None:
        with pytest.raises(ValueError):
            assert row

    with pytest.raises(BaseExceptionGroup) as caught:
        raising()
    assert [fault.__notes__ for fault in caught.value.exceptions] == [["in the row number 1"], ["in the row number 2"]]


def test_rows_of_two_tables_are_all_tried() -> None:
    seen = []

    @each("one", [1, 2])
    @each("other", "ab")
    def product(one: int, other: str) -> None:
        seen.append((one, other))

    product()
    assert seen == [(1, "a"), (1, "b"), (2, "a"), (2, "b")]


def test_a_skipped_row_skips_and_no_rows_are_no_test() -> None:
    with pytest.raises(pytest.skip.Exception):
        try_each([1, 2], lambda row: pytest.skip("not here") if row == 1 else None)
    with pytest.raises(ExceptionGroup, match="1 of 3 rows"):
        try_each([0, 1, 2], lambda row: 1 / row if row != 1 else pytest.skip("not here"))
    with pytest.raises(AssertionError, match="no rows"):
        try_each([], print)
