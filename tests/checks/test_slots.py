"""What stands around a preposition, and whether counts speak against it."""

import pytest

from resolint.cards import lexicon
from resolint.checks.shared.classes import classes_of
from resolint.checks.shared.sentences import Sentence
from resolint.checks.shared.slots import INFINITIVE, OBJECT, slots
from resolint.model import Block
from tests.checks.drafts import draft, excerpts, known

LAST = "1. *Decides* to return to the matter."


def around(text: str) -> list[tuple[str, str, str]]:
    """Governor, preposition and what is behind, for every slot of ``text``."""
    sentence = Sentence(Block(id="b/0", kind="body", text=text))
    return [(slot.governor, slot.preposition, slot.held) for _, slot in slots(sentence, classes_of(lexicon()))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("States comply fully with the guide", ("v:comply", "with", "the guide")),
        ("complying with it", ("v:comply", "with", "<pronoun>")),
        ("the persons are unable to read", ("unable", INFINITIVE, "<verb>")),
        ("the Protocol relating thereto", ("v:relate", "to", "<pronoun>")),
        ("to strengthen the networks", ("v:strengthen", OBJECT, "the network")),
        ("capable of repairing vanes", ("capable", "of", "<ing>")),
    ],
)
def test_a_slot_tells_who_governs_and_what_follows(text: str, expected: tuple[str, str, str]) -> None:
    found = [(governor, one, held.removesuffix("s")) for governor, one, held in around(text)]
    assert (expected[0], expected[1], expected[2].removesuffix("s")) in found


def test_no_slot_begins_behind_a_mark() -> None:
    assert around("the guide, of which nothing is known")[:1] != [("guide", "of", "<pronoun>")]
    assert not [one for one in around("Guides; with a view") if one[0] == "guide"]


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("smiths who abstain from dancing", "smiths who abstain of dancing"),
        ("barns that are vulnerable to moles", "barns that are vulnerable of moles"),
        ("bakers who refrain from the use of salt", "bakers who refrain to the use of salt"),
    ],
)
def test_what_no_text_writes_is_told_and_what_all_write_is_not(right: str, wrong: str) -> None:
    def told(words: str) -> bool:
        return bool(excerpts("SPL030", draft(f"*Noting* that there are {words} in the valley,", LAST)))

    assert told(wrong) and not told(right)


def test_every_person_of_the_table_wakes_the_rule() -> None:
    card = next(card for card in known() if card.id == "SPL050")
    woken = {word for wake in card.wakes or () for word in wake.words}
    assert set(lexicon().column("persons", "person")) <= woken
