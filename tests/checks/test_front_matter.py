"""Front matter that nobody reads: mistyped keys and kinds, lines that are none, a block that never ends."""

from resolint import load, notation
from resolint.notation.front import FIELDS
from tests.checks.drafts import findings, known
from tests.support.rows import each

BODY = (
    "\n# Wells in dry valleys\n\n*The General Assembly*,\n\n*Noting* the wells,\n\n*Decides* to return to the matter.\n"
)


def test_the_card_names_every_key_that_is_read() -> None:
    (card,) = (card for card in known() if card.id == "RES006")
    assert {*FIELDS, "committee", "lost"} <= set(card.options["keys"])


@each(
    ("front", "said"),
    [
        ('+++\nsymbl = "A/C.2/81/L.14"\n+++\n', ["“symbl” is no key that resolint reads; “symbol” may be meant."]),
        ("---\nSymbol: A/C.2/81/L.14\nagenda-item: Agenda item 18\n---\n", []),
        ('+++\nhorse = "grey"\n+++\n', ["“horse” is no key that resolint reads."]),
        ('+++\ntitle = "Wells"\nauthor = "Somebody"\n+++\n', []),
        ('+++\nsymbol = "A/C.2/81/L.14"\nsession "Eighty-first session"\n# a remark\n+++\n', None),
        ('+++\nsymbol = "A/C.2/81/L.14"\n', None),
        ("---\nsymbol: A/C.2/81/L.14\n", None),
        ("+++\nbody = [oops\n+++\n", None),
        ('+++\nbody = "oops\n+++\n', None),
        ("+++\nsymbol = A/C.2/81/L.14\n+++\n", []),
    ],
)
def test_what_is_said_of_front_matter(front: str, said: list[str] | None) -> None:
    found = [finding.message for finding in findings("RES006", front + BODY)]
    assert len(found) == 1 if said is None else found == said


def test_a_line_that_says_nothing_has_its_place_and_is_not_written_again() -> None:
    draft = load(f'+++\nsymbol = "A/C.2/81/L.14"\nsession "Eighty-first\n+++\n{BODY}'.encode(), name="draft.md")
    (block,) = (block for block in draft.blocks if block.id.startswith("front/unread-"))
    assert (block.text, block.places[0].line, block.places[0].column) == ('session "Eighty-first', 3, 1)
    assert "unread" not in notation.write(draft)


def test_a_list_that_nothing_ends_is_told_at_its_line_and_is_no_value() -> None:
    draft = load(f"+++\nbody = [oops\n+++\n{BODY}".encode(), name="draft.md")
    (block,) = (block for block in draft.blocks if block.id.startswith("front/unread-"))
    assert (block.text, block.places[0].line) == ("body = [oops", 2)
    assert draft.head.body != "[oops"
