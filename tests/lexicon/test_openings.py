"""Opening phrases, organs and ordinals."""

import pytest

from resolint import cards
from resolint.lexicon import Lexicon
from resolint.lexicon.openings import first_opening, opening, operative, preambular
from resolint.lexicon.ordinals import ordinals
from resolint.lexicon.organs import organ_at, organs

ROWS = {
    "preambular-openings": (
        {"phrase": "Recalling", "italic": "Recalling"},
        {"phrase": "Recognizing", "italic": "Recognizing"},
        {"phrase": "Noting", "italic": "Noting"},
        {"phrase": "Having considered", "italic": "Having considered"},
        {"phrase": "Expressing", "italic": "Expressing"},
        {"phrase": "Concerned", "italic": "Concerned"},
    ),
    "operative-openings": (
        {"phrase": "Requests", "plural": "Request", "italic": "Requests"},
        {"phrase": "Takes note", "plural": "Take note", "italic": "Takes note"},
        {"phrase": "Remains seized", "plural": "Remain seized", "italic": "Remains"},
        {"phrase": "", "plural": "Commit ourselves", "italic": "Commit ourselves"},
    ),
    "organs": (
        {"code": "X", "name": "Council", "line": "The Council,", "symbols": "X/RES/ X/"},
        {"code": "Y", "name": "Council on Bridges", "line": "The Council on Bridges,", "symbols": ""},
    ),
    "ordinals": ({"number": "21", "ordinal": "twenty-first"},),
}
SMALL = Lexicon("en", ROWS)


def found(text: str, role: str) -> str | None:
    result = opening(text, SMALL, role)
    return None if result is None else text[result.start : result.end]


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("Recalling its resolution", "Recalling"),
        ("Recalling also its resolution", "Recalling also"),
        ("Also recalling its resolution", "Also recalling"),
        ("\t[“Recalling further, that", "Recalling further"),
        ("Noting with grave and deep concern that", "Noting with grave and deep concern"),
        ("Noting with interest also the report", "Noting with interest also"),
        ("Recognising that", "Recognising"),
        ("Having also considered the report", "Having also considered"),
        ("Deeply concerned that", "Deeply concerned"),
        ("Expressing its deep appreciation to", "Expressing its deep appreciation"),
        ("Recalling, in particular, its", "Recalling"),
        ("Recalling once again its", "Recalling once again"),
        ("Noting with the greatest of all possible interest", "Noting"),
    ],
)
def test_preambular_openings(text: str, phrase: str) -> None:
    assert found(text, "preambular") == phrase


@pytest.mark.parametrize("text", ["", "Whereas", "Requests that", "The Council", "(a)", "1", "Recallingly yours"])
def test_no_preambular_opening(text: str) -> None:
    assert found(text, "preambular") is None


@pytest.mark.parametrize(
    ("text", "role", "phrase"),
    [
        ("Once again requests States", "operative", "Once again requests"),
        ("Takes note with appreciation of", "operative", "Takes note with appreciation"),
        ("Strongly requests", "operative", "Strongly requests"),
        ("Take note of", "paragraph", "Take note"),
        ("We also take note of", "paragraph", "also take note"),
        ("Commit ourselves to", "paragraph", "Commit ourselves"),
    ],
)
def test_other_openings(text: str, role: str, phrase: str) -> None:
    assert found(text, role) == phrase


def test_the_parts_of_an_opening() -> None:
    result = opening("Also takes note of", SMALL, "operative")
    assert result is not None
    assert (result.phrase, result.adverb, result.adverb_first, result.mood) == ("takes note", "also", True, "third")
    behind = opening("Recalling further its", SMALL, "preambular")
    assert behind is not None
    assert (behind.phrase, behind.adverb, behind.adverb_first) == ("recalling", "further", False)


def test_italics_may_be_shorter_than_the_phrase() -> None:
    result = opening("Remains seized of the matter.", SMALL, "operative")
    assert result is not None
    assert (result.end, result.italic_end) == (len("Remains seized"), len("Remains"))


def test_first_opening_tells_the_mood() -> None:
    moods = [first_opening(text, SMALL) for text in ("Noting x", "Requests x", "Request x", "Nothing")]
    assert [result.mood if result else None for result in moods] == ["participle", "third", "plural", None]


def test_the_longest_organ_wins_and_ends_at_a_word() -> None:
    assert organ_at("The Council on Bridges,", 4, SMALL) == len("The Council on Bridges")
    assert organ_at("Council of others", 0, SMALL) == len("Council")
    assert organ_at("Councillors", 0, SMALL) == -1


def test_organs_and_ordinals_come_from_rows() -> None:
    assert organs(SMALL)[0].symbols == ("X/RES/", "X/")
    assert ordinals(SMALL)["twenty-first"] == 21


def test_a_lexicon_without_tables_knows_nothing() -> None:
    empty = Lexicon("en", {})
    assert first_opening("Recalling x", empty) is None
    assert organ_at("General Assembly", 0, empty) == -1


def test_the_tables_are_whole() -> None:
    lexicon = cards.lexicon()
    assert len(preambular(lexicon)) > 250
    assert len(operative(lexicon)) > 250
    assert ordinals(lexicon)["ninety-ninth"] == 99
    for phrase, italic in (*preambular(lexicon), *operative(lexicon)):
        assert phrase.startswith(italic.split()[0])
        assert phrase == " ".join(phrase.split())
    lines = [organ.line for organ in organs(lexicon) if organ.line]
    assert all(line.startswith("The ") and line.endswith(",") for line in lines)


@pytest.mark.parametrize("size", [1_000, 100_000])
def test_hostile_text_is_no_burden(size: int) -> None:
    for text in ("also " * size, "a" * size, "Recalling-" * size, "[" * size, "once again " * size):
        first_opening(text, cards.lexicon())
