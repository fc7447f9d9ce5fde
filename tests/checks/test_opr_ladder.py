"""The ladder of repeated openings, as rows of openings and what is said of each."""

from pathlib import Path

import pytest

from tests.checks.drafts import PREAMBLE, draft, findings
from tests.support.rows import each


def operative(openings: list[str]) -> str:
    paragraphs = [f"{n}. *{opening}* villages number {n};" for n, opening in enumerate(openings, 1)]
    return draft(PREAMBLE, *paragraphs, f"{len(openings) + 1}. *Decides* to return to the matter.")


@each(
    ("openings", "instead"),
    [
        (["Invites", "Also invites", "Further invites", "Invites"], []),
        (["Invites", "Invites"], ["Also invites"]),
        (["Invites", "Invites", "Invites"], ["Also invites", "Further invites"]),
        (["Invites", "Invites", "Invites", "Invites", "Invites"], ["Also invites", "Further invites", "Also invites"]),
        (["Invites", "Also invites", "Also invites"], ["Further invites"]),
        (["Invites", "Invites", "Also invites"], ["Also invites"]),
        (["Invites", "Urges", "Invites"], []),
        (["Notes", "Notes with concern"], []),
        (["Notes with concern", "Notes with concern"], ["Also notes with concern"]),
        (["Calls upon", "Calls upon"], ["Also calls upon"]),
    ],
)
def test_what_the_sequence_asks_for(openings: list[str], instead: list[str]) -> None:
    found = findings("OPR003", operative(openings))
    assert [edit.replacement for finding in found for edit in finding.fix.edits] == instead  # type: ignore[union-attr]


@each("opening", ["Requests", "Asks", "Cautions", "Voices", "Entreats", "Once again urges", "Greets"])
def test_every_verb_of_the_tables_climbs_the_ladder(opening: str) -> None:
    found = findings("OPR003", operative([opening, opening]))
    also = f"Also {opening[0].lower()}{opening[1:]}"
    assert [edit.replacement for finding in found for edit in finding.fix.edits] == [also]  # type: ignore[union-attr]
    assert not findings("OPR003", operative([opening, also]))


@pytest.mark.parametrize("name", ["asks", "cautions", "requests"])
def test_drafts_that_differ_in_a_verb_are_judged_alike(real: Path, name: str) -> None:
    source = (real / "cases" / "drafts" / f"ladder-{name}.md").read_text(encoding="utf-8")
    assert [finding.where for finding in findings("OPR003", source)] == ["operative 2"]
    assert not findings("OPR004", source) or name != "requests"


@pytest.mark.parametrize("openings", [["Invites"] * 5, ["Invites", "Also invites", "Also invites"]])
def test_a_row_put_right_is_right(openings: list[str]) -> None:
    for _ in range(3):
        for finding in findings("OPR003", operative(openings)):
            place = int(finding.where.rsplit(" ", 1)[-1]) - 1
            openings = [*openings[:place], finding.fix.edits[0].replacement, *openings[place + 1 :]]  # type: ignore[union-attr]
    assert not findings("OPR003", operative(openings))
    assert not findings("OPR004", operative(openings))


@each(
    ("openings", "marked"),
    [
        (["Urges", "Also invites"], ["no paragraph before it opens so"]),
        (["Also invites"], ["no paragraph before it opens so"]),
        (["Invites", "Urges", "Also invites"], ["it refers back to operative 1, but other paragraphs stand between"]),
        (["Invites", "Also invites", "Further invites"], []),
    ],
)
def test_an_adverb_without_what_it_repeats(openings: list[str], marked: list[str]) -> None:
    found = findings("OPR004", operative(openings))
    assert [finding.message.split(": ", 1)[1].rstrip(".") for finding in found] == marked


def test_the_second_verb_of_the_paragraph_before_counts() -> None:
    source = draft(
        PREAMBLE,
        "1. *Encourages* villages to read, and requests publishers to give books;",
        "2. *Also requests* publishers to print in large letters;",
        "3. *Further requests* publishers to print on strong paper.",
    )
    assert not findings("OPR004", source)


def test_the_preamble_puts_the_adverb_after() -> None:
    source = draft("*Noting with concern* the snow,", "*Noting with concern* the ice,", "*Decides* to wait.")
    (found,) = findings("PRE004", source)
    assert found.fix is not None
    assert found.fix.edits[0].replacement == "Noting with concern also"
    assert "preambular 1" in found.message


def test_a_heading_lets_the_row_begin_anew_but_breaks_no_reference() -> None:
    source = draft(
        PREAMBLE,
        "## I",
        "1. *Invites* villages to read;",
        "## II",
        "2. *Invites* villages to write;",
        "## III",
        "3. *Also invites* villages to print.",
    )
    assert not findings("OPR003", source)
    assert not findings("OPR004", source)


def test_a_heading_lets_the_count_begin_anew_but_need_not() -> None:
    part = [
        PREAMBLE,
        "*Mindful* of winters,",
        "## Rooms",
        "1. *Urges* villages to open rooms;",
        "2. *Also urges* villages to heat rooms;",
        "## Books",
    ]
    last = "4. *Decides* to return to the matter."
    assert not findings("OPR003", draft(*part, "3. *Urges* villages to lend books;", last))
    assert not findings("OPR003", draft(*part, "3. *Further urges* villages to lend books;", last))
    (found,) = findings("OPR003", draft(*part, "3. *Also urges* villages to lend books;", last))
    assert found.where == "operative 3"
