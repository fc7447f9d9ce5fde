"""Many paragraphs in a row that belong to no part are told once."""

from tests.checks.drafts import draft, findings
from tests.support.rows import each


@each(("loose", "told"), [(1, 1), (3, 3), (4, 1), (9, 1)])
def test_a_run_is_one_finding_with_its_count(loose: int, told: int) -> None:
    between = [f"The hut number {number} is old and red." for number in range(loose)]
    text = draft("*Noting* the huts,", "1. *Decides* to act;", *between, "2. *Urges* peace.")
    found = findings("STR024", text)
    assert len(found) == told
    assert (f"This and the {loose - 1} paragraphs behind it belong" in found[0].message) is (told < loose)


def test_two_runs_are_told_apart() -> None:
    huts = [f"The hut number {number} is old and red." for number in range(5)]
    text = draft("*Noting* the huts,", "1. *Decides* to act;", *huts, "2. *Urges* peace;", *huts, "3. *Invites* all.")
    assert len(findings("STR024", text)) == 2


def test_an_instrument_that_a_paragraph_sets_out_is_placed() -> None:
    huts = ["## Rules of the hut", "The hut is open to all who walk.", "## Fees", "Nobody pays for water."]
    text = draft("*Noting* the huts,", "1. *Adopts* the rules, which read as follows:", *huts)
    assert not findings("STR024", text)


def test_words_behind_a_heading_after_the_end_are_an_info() -> None:
    text = draft(
        "*Noting* the huts,", "1. *Decides* to act;", "2. *Urges* peace.", "## Thank you", "We hope for your votes."
    )
    assert [found.severity for found in findings("STR024", text)] == ["info"]
