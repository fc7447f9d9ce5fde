import pytest
from hypothesis import given
from hypothesis import strategies as st

from resolint import wording
from tests.support.rows import each

WORDS = st.lists(
    st.sampled_from(["the", "States", "urges", "of", ",", ";", " ", "Member", "co-operation", "’s"]), max_size=30
)
TEXTS = WORDS.map("".join) | WORDS.map(" ".join) | st.text(max_size=60)


def told(old: str, new: str) -> list[tuple[str, str]]:
    return [(change.old, change.new) for change in wording.changes(old, new)]


@given(TEXTS, TEXTS)
def test_changes_applied_give_the_new_text(old: str, new: str) -> None:
    row = wording.changes(old, new)
    assert wording.apply(old, row) == new
    assert all(new[change.new_start : change.new_end] == change.new for change in row)
    assert (row == ()) == (old == new)


@given(TEXTS)
def test_tokens_lose_nothing(text: str) -> None:
    assert "".join(wording.tokens(text)) == text


def test_words_stay_whole() -> None:
    assert told("Urges all States to act;", "Requests all States to react;") == [
        ("Urges", "Requests"),
        ("act", "react"),
    ]


def test_punctuation_stands_apart() -> None:
    assert told("of their rights;", "of their rights,") == [(";", ",")]


def test_a_small_word_does_not_part_a_change() -> None:
    assert told("bodies of women there", "organs of girls there") == [("bodies of women", "organs of girls")]


def test_hyphenated_words_are_one() -> None:
    assert told("capacity-building efforts", "capacity building efforts") == [
        ("capacity-building", "capacity building")
    ]


def test_insertion_and_deletion() -> None:
    assert told("Notes the report", "Notes with appreciation the report") == [("", "with appreciation ")]
    assert told("to States, upon request,", "to States,") == [(" upon request,", "")]


def test_apply_refuses_another_text() -> None:
    row = wording.changes("Urges States", "Requests States")
    with pytest.raises(ValueError, match="Urges"):
        wording.apply("Invites States", row)


def test_similarity_ignores_case_and_apostrophes() -> None:
    assert wording.similarity("The Board’s report", "the board's report") == 1
    assert wording.similarity("one two", "three four") == 0


def test_numbers_of_resolutions_and_symbols_stay_whole() -> None:
    assert told("its resolution 78/10 of", "its resolution 80/10 of") == [("78/10", "80/10")]
    assert told("see A/80/12.", "see A/81/12.") == [("A/80/12", "A/81/12")]


@each(
    ("old", "new", "expected"),
    [
        ("Urges Member States", "Strongly urges Member States", [("Urges", "Strongly urges")]),
        ("Austria and Nepal", "Austria, Chad and Nepal", [("", ", Chad")]),
        ("see A/C.2/79/L.5 above", "see A/C.2/80/L.7 above", [("2/79/L.5", "2/80/L.7")]),
        ("to States. Urges peace", "to Parties. Invites peace", [("States", "Parties"), ("Urges", "Invites")]),
    ],
)
def test_a_blank_or_the_point_of_a_symbol_does_not_part_a_change(
    old: str, new: str, expected: list[tuple[str, str]]
) -> None:
    assert told(old, new) == expected


def test_a_list_of_documents_keeps_its_members():
    old = "its resolutions 60/4 of 3 May 2006 and 61/9 of 11 June 2007, on ferries"
    new = "its resolutions 61/9 of 11 June 2007 and 62/8 of 21 May 2008, on ferries"
    row = wording.changes(old, new)
    assert [(c.old, c.new) for c in row] == [("60/4 of 3 May 2006 and ", ""), ("", " and 62/8 of 21 May 2008")]


def test_a_number_that_moved_far_does_not_tear_the_rest_apart():
    words = "ports keep their moorings in repair and light them after dusk every day of the year"
    old, new = f"{words} under 60/4", f"60/4 asks that {words}"
    assert sum(len(c.old.split()) for c in wording.changes(old, new)) < 5


def test_a_stretch_of_which_less_than_half_remains_goes_and_comes_whole():
    old = "Invites ports to keep small boats dry and to paint old lamps white in winter, as before"
    new = "Invites ports to lend large boats freely and to sell new lamps cheaply in summer, as before"
    row = wording.changes(old, new)
    assert [(c.old, c.new) for c in row] == [
        ("keep small boats dry and to paint old lamps white in winter", "lend large boats freely and to sell new lamps cheaply in summer")
    ]  # fmt: skip
    assert wording.apply(old, row) == new


def test_note_references_and_ends_of_sentences_are_never_swallowed():
    old, new = "one two\ufffc three four. five six", "a b\ufffc c d. e f"
    kept = [char for change in wording.changes(old, new) for char in change.old if char in "\ufffc."]
    assert not kept and wording.apply(old, wording.changes(old, new)) == new
