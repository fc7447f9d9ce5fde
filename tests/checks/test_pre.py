import pytest

from tests.checks.drafts import PREAMBLE, draft, excerpts, findings, replacements
from tests.support.rows import each

LAST = "*Encourages* Member States to open reading rooms."


@each(
    ("ending", "mark"),
    [(",", None), ("", ""), (";", ";"), (".", "."), (",  ", None), ("”,", None), (",”", None), (" ,", None)],
)
def test_a_preambular_paragraph_ends_with_a_comma(ending: str, mark: str | None) -> None:
    found = excerpts("PRE002", draft(f"*Noting* the booklet “Books{ending}", LAST))
    assert found == ([] if mark is None else [mark])


def test_the_comma_stands_before_the_note() -> None:
    assert not findings("PRE002", draft("*Noting* the price of paper,[^1]", LAST, "[^1]: A/79/12."))
    assert len(findings("PRE002", draft("*Noting* the price of paper[^1]", LAST, "[^1]: A/79/12."))) == 1


@each(
    ("opening", "instead"),
    [
        ("Notes", "Noting"),
        ("Takes note", "Taking note"),
        ("Calls upon", "Calling upon"),
        ("Strongly condemns", "Strongly condemning"),
        ("Expresses its concern", "Expressing its concern"),
    ],
)
def test_a_finite_verb_becomes_a_participle(opening: str, instead: str) -> None:
    assert replacements("PRE001", draft(f"*{opening}* the price of paper,", PREAMBLE, LAST)) == [instead]


@each("opening", ["Recalling", "Mindful", "Having considered", "Deeply concerned", "Guided"])
def test_participles_and_adjectives_are_right(opening: str) -> None:
    source = draft(f"*{opening}* by the price of paper,", LAST)
    assert not findings("PRE001", source)
    assert not findings("PRE010", source)


@each(
    ("opening", "instead"),
    [
        ("Also recalling", "Recalling also"),
        ("Further noting with concern", "Noting with concern further"),
        ("Also having considered", "Having also considered"),
        ("Also deeply concerned", "Deeply concerned also"),
    ],
)
def test_the_adverb_follows_in_the_preamble(opening: str, instead: str) -> None:
    source = draft(PREAMBLE, f"*{opening}* the price of paper,", LAST)
    assert replacements("PRE003", source) == [instead]
    assert not findings("PRE003", source.replace(opening, instead))


@pytest.mark.parametrize("body", ["sc", "cop", "mun"])
def test_other_bodies_have_other_habits(body: str) -> None:
    assert not findings("PRE003", draft(PREAMBLE, "*Also recalling* the price of paper,", LAST), body)


@pytest.mark.parametrize("mark", ["PP1", "PP 3 bis", "P2"])
def test_working_numbers_come_off(mark: str) -> None:
    source = draft(f"{mark} *Recalling* its interest in reading rooms,", LAST)
    assert excerpts("PRE005", source) == [f"{mark} "]


@pytest.mark.parametrize(
    "text", ["Noting that the study says what it says, and welcomes nothing", "Noting, and welcomes"]
)
def test_a_subordinate_clause_has_verbs_of_its_own(text: str) -> None:
    first = text.split()[0].rstrip(",")
    source = draft(f"*{first}*{text[len(first) :]},", LAST)
    assert bool(findings("PRE008", source)) == ("that" not in text)


@each("symbol", ["A/75/L.9", "E/2027/L.5/Rev.1", "decision 1/CP.16"])
def test_the_figures_of_a_symbol_are_no_note(symbol: str) -> None:
    assert replacements("PRE002", draft(f"*Recalling* the document {symbol}", "1. *Decides* to go.")) == [","]
