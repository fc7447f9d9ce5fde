"""Figures of a text beside those of its tables."""

from tests.checks.drafts import draft, excerpts
from tests.support.rows import each

TABLE = "| Object | 2029 | 2030 |\n|---|---|---|\n| Posts | 2,050,000 | 1,500,000 |\n| Lamps | 812,000 | 21,000 |"


@each(
    ("text", "found"),
    [
        ("2,500,000 dollars", ["2,500,000"]),
        ("2,050,000 dollars", []),
        ("2,500,000 dollars, less than 2,050,000", []),
        ("821,000 dollars", ["821,000"]),
        ("813,000 dollars", []),
        ("813,000 dollars and 1,500,000 dollars", ["813,000"]),
        ("25,000 dollars", []),
        ("2,100 dollars", []),
        ("27,000 dollars and 1,500,000 dollars", []),
        ("“2,500,000” dollars", []),
    ],
)
def test_a_figure_that_is_a_slip_away_from_one_of_a_table_is_told(text: str, found: list[str]) -> None:
    source = draft(
        "*Recalling* the seed fair,", f"1. *Approves* {text}, as in the table below:\n\n{TABLE}", "2. *Thanks* them."
    )
    assert excerpts("NUM050", source) == found
