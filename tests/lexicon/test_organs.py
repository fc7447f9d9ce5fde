"""Organs and ordinals."""

from resolint import cards
from resolint.lexicon import Lexicon
from resolint.lexicon.ordinals import ordinals
from resolint.lexicon.organs import organ_at, organs

SMALL = Lexicon(
    "en",
    {
        "organs": (
            {"code": "X", "name": "Council", "line": "The Council,", "symbols": "X/RES/ X/"},
            {"code": "Y", "name": "Council on Bridges", "line": "The Council on Bridges,", "symbols": ""},
        ),
        "ordinals": ({"number": "21", "ordinal": "twenty-first"},),
    },
)


def test_the_longest_organ_wins_and_ends_at_a_word() -> None:
    assert organ_at("The Council on Bridges,", 4, SMALL) == len("The Council on Bridges")
    assert organ_at("Council of others", 0, SMALL) == len("Council")
    assert organ_at("Councillors", 0, SMALL) == -1
    assert organ_at("General Assembly", 0, Lexicon("en", {})) == -1


def test_organs_and_ordinals_come_from_rows() -> None:
    assert organs(SMALL)[0].symbols == ("X/RES/", "X/")
    assert ordinals(SMALL)["twenty-first"] == 21


def test_the_tables_are_whole() -> None:
    lexicon = cards.lexicon()
    assert ordinals(lexicon)["ninety-ninth"] == 99
    lines = [organ.line for organ in organs(lexicon) if organ.line]
    assert all(line.startswith("The ") and line.endswith(",") for line in lines)
