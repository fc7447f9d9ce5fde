"""Names that one draft writes in two ways."""

from tests.checks.drafts import draft, excerpts
from tests.support.rows import each


@each(
    ("first", "second", "found"),
    [
        ("Lisbon Forum on Carnival Masks", "Lisbon Forum for Carnival Masks", True),
        ("Lisbon Environment Mask Programme", "Lisbon Environmental Mask Programme", True),
        ("Lisbon Follow-up Mask Office", "Lisbon Follow up Mask Office", False),
        ("Lisbon Counter-Mask Office", "Lisbon Counter Mask Office", True),
        ("Lisbon Conference on Carnival Masks", "Lisbon Conferences on Carnival Masks", False),
        ("Second Lisbon Forum on Masks", "Seventh Lisbon Forum on Masks", False),
        ("Federation of Lisbon", "Federation in Lisbon", False),
        ("Part III of the Lisbon Treaty", "Part II of the Lisbon Treaty", False),
        ("Lisbon Forum on Carnival Masks", "Lisbon Forum on Carnival Masks’s", False),
    ],
)
def test_two_forms_of_one_name(first: str, second: str, found: bool) -> None:
    text = draft(f"*Recalling* the {first},", f"1. *Thanks* the {first};", f"2. *Asks* the {second} to go on.")
    assert excerpts("REF028", text) == ([second] if found else [])
