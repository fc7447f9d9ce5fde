"""Organs: every one of the table is found in a text by all its names, and stands there again when it is written."""

from resolint.citation import find, format
from resolint.lexicon import Lexicon
from resolint.lexicon.organs import (
    Organ,
    abbreviations,
    after,
    before,
    by_number,
    is_short,
    known_at,
    organ_at,
    organ_name,
    organs,
    stands_before,
)
from tests.support.rows import each
from tests.support.words import LEXICON

SMALL = Lexicon(
    "en",
    {
        "organs": (
            {"code": "X", "name": "Council", "line": "The Council,", "symbols": "X/RES/ X/"},
            {"code": "Y", "name": "Council on Bridges", "line": "The Council on Bridges,", "symbols": ""},
        ),
    },
)
EVERY = organs(LEXICON)
CITED = [organ for organ in EVERY if organ.cited]


def test_codes_and_names_are_each_of_one_organ() -> None:
    codes, names = [organ.code for organ in EVERY], [organ.name for organ in EVERY]
    assert len(set(codes)) == len(codes)
    assert len(set(names)) == len(names)
    others = [name for organ in CITED for name in (*organ.aliases, *organ.abbreviations)]
    assert len(set(others)) == len(others)


@each("organ", EVERY, ids=[organ.code for organ in EVERY])
def test_every_organ_is_found_by_its_name_and_line_in_any_case(organ: Organ) -> None:
    for name in (organ.name, organ.name.upper(), organ.name.replace(" ", "\u00a0")):
        assert known_at(f"({name})", 1, LEXICON) == (organ, 1 + len(name))
    assert organ_at(f"{organ.name}s", 0, LEXICON) in (-1, *range(len(organ.name)))
    if organ.line and not organ.code.startswith("GA-"):
        known = known_at(organ.line, 4, LEXICON)
        assert known is not None
        assert known[0] == organ
        assert organ.line[known[1] :] == ","


@each("organ", CITED, ids=[organ.code for organ in CITED])
def test_every_organ_is_found_before_and_behind_an_act_by_all_its_names(organ: Organ) -> None:
    for name in (organ.name, *organ.aliases, *organ.abbreviations):
        text = f"Recalling {name} resolution 7/1"
        found = before(text, text.index(" resolution"), LEXICON)
        assert found is not None
        assert (found.organ, text[found.start : found.end]) == (organ.code, name)
        text = f"resolution 7/1 of the {name}, adopted"
        behind = after(text, text.index("the "), LEXICON)
        assert behind is not None
        assert (behind.organ, text[behind.start : behind.end]) == (organ.code, name)


@each("organ", CITED, ids=[organ.code for organ in CITED])
def test_an_act_is_written_with_its_organ_and_read_back(organ: Organ) -> None:
    for name in (organ.name, *organ.aliases, *organ.abbreviations):
        (citation,) = find(f"{name} decision 7/1", LEXICON)
        written = format(citation, LEXICON)
        assert organ.name in written
        assert written.startswith(organ.name) == stands_before(organ.code, LEXICON)
        assert find(written, LEXICON)[0].organ == organ.code


def test_short_forms_are_told_by_the_number() -> None:
    council = ["1325 (2000)", "1978/3", "31/4", "1234 (XII)", "7"]
    assert [by_number("Council", number, LEXICON) for number in council] == ["SC", "ECOSOC", "HRC", "ECOSOC", "Council"]
    assert by_number("Commission", "31/4", LEXICON) == "Commission"
    assert [is_short(name) for name in ("Council", "GA", "StatCom", "Executive Board")] == [True, False, False, False]


def test_abbreviations_and_names_without_a_code() -> None:
    assert {organ_name(organ.code, LEXICON) for organ in CITED if organ.abbreviations} == {
        *abbreviations(LEXICON).values()
    }
    assert organ_name("Committee on Wells", LEXICON) == "Committee on Wells"


def test_the_longest_organ_wins_and_ends_at_a_word() -> None:
    assert organs(SMALL)[0].symbols == ("X/RES/", "X/")
    assert organ_at("The Council on Bridges,", 4, SMALL) == len("The Council on Bridges")
    assert organ_at("Council of others", 0, SMALL) == len("Council")
    assert organ_at("Councillors", 0, SMALL) == -1
    assert organ_at("General Assembly", 0, Lexicon("en", {})) == -1


def test_the_lines_of_organs_are_whole() -> None:
    lines = [organ.line for organ in EVERY if organ.line]
    assert all(line.startswith("The ") and line.endswith(",") for line in lines)
