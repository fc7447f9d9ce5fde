"""The scorer of the blind set: what differs, which findings are new, and where they stand to the fault."""

from pathlib import Path

from tests.accuracy.blind import score
from tests.accuracy.blind.material import Plant
from tests.support.rows import each

CLEAN = """+++
symbol = "A/C.2/82/L.90"
body = "General Assembly"
session = "Eighty-second session"
agenda_item = "Agenda item 18"
sponsors = "Chile and Ghana: draft resolution"
distribution = "Limited"
date = "18 October 2027"
language = "English"
+++

# Care of sundials

*The General Assembly*,

*Noting* that sundials need no current and that children enjoy them,

1. *Encourages* Member States to restore their sundials;

2. *Invites* Member States to teach the reading of sundials at school.
"""


def _judged(old: str, new: str) -> score.Verdict | None:
    plant = Plant("x", "kind", old, new, new, 0, "")
    spoilt, _, _ = plant.apply(CLEAN)
    sides = [score.linted(text.encode(), "x.md") for text in (CLEAN, spoilt)]
    return score.judge(plant, sides[0], sides[1], "Markdown")


@each(
    ("old", "new", "stretch"),
    [
        ("the old mill", "the odl mill", "odl"),
        ("the old mill", "the mill", "the mill"),
        ("the old mill,", "the old mill", "mill"),
        ("a and b", "a  and b", "a  and"),
        ("of the mill", "of mill", "of mill"),
        ("the mill", "the the mill", "the mill"),
    ],
)
def test_the_stretch_that_differs_is_whole_words(old: str, new: str, stretch: str) -> None:
    start, end = score.grown(new, *score.difference(old, new))
    assert new[start:end] == stretch


def test_a_fault_that_resolint_knows_is_found_on_its_words() -> None:
    verdict = _judged("Member States to restore", "Member States to restroe")
    assert verdict is not None and verdict.rank == "spot" and verdict.rules


def test_a_fault_that_nobody_can_know_is_missed() -> None:
    verdict = _judged("children enjoy them", "children enjoyed them")
    assert verdict is not None and verdict.rank == "missed" and not verdict.rules


def test_missing_italics_are_a_change_of_the_words_they_were_on() -> None:
    verdict = _judged("*Noting* that", "Noting that")
    assert verdict is not None and verdict.rank == "spot"


def test_without_a_difference_there_is_nothing_to_find() -> None:
    assert _judged("+++\n\n# Care", "+++\n\n\n# Care") is None


def test_what_is_said_of_the_clean_draft_too_is_no_find() -> None:
    """The second paragraph keeps its own fault; the plant beside it changes nothing that a rule knows."""
    noisy = CLEAN.replace("at school.", "at schoool.")
    plant = Plant("x", "kind", "the reading", "a reading", "a", 0, "")
    sides = [score.linted(text.encode(), "x.md") for text in (noisy, plant.apply(noisy)[0])]
    assert sides[0].findings
    verdict = score.judge(plant, sides[0], sides[1], "Markdown")
    assert verdict is not None and verdict.rank == "missed"


def test_a_finding_counts_for_one_fault_and_others_are_alarms(tmp_path: Path) -> None:
    draft = tmp_path / "note.md"
    text = CLEAN.replace("to restore", "to restroe").replace("reading of", "raeding of")
    draft.write_text(text, encoding="utf-8")
    (tmp_path / "note.faults.csv").write_text(
        f"at,words,kind,right\n{text.index('restroe')},restroe,misspelling,restore\n", encoding="utf-8"
    )
    reading = score.read(draft)
    assert [fault.words for fault in reading.found] == ["restroe"] and not reading.missed
    assert reading.right == 1 and len(reading.alarms) == 1
