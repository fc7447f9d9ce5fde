"""Near misses of known titles."""

from resolint.citation.titles import Titles, damerau, near_title
from tests.support.rows import each

TITLES = [
    "Treaty on the Lighting of All Northern Harbours",
    "2031 Declaration of Lakes and Rivers",
    "Agreement on Wells",
    "Charter on the Duties of the Keeper",
    "Charter on the Lamps of Seaside Cities",
]


@each(
    ("first", "second", "distance"),
    [
        ("abcd", "abcd", 0),
        ("abcd", "abdc", 1),
        ("abcd", "abd", 1),
        ("abcd", "xbcd", 1),
        ("abcdef", "badcfe", 3),
        ("", "ab", 2),
    ],
)
def test_damerau(first: str, second: str, distance: int) -> None:
    assert damerau(first, second, 3) == distance
    assert damerau(second, first, 3) == distance
    assert damerau(first, second, 0) == (0 if distance == 0 else 1)


@each(
    ("candidate", "title"),
    [
        ("Treaty on the Lighting of All Northern Harbors", TITLES[0]),
        ("Treaty for the Lighting of All Northern Harbours", TITLES[0]),
        ("Treaty on the Lighting of Northern Harbours", TITLES[0]),
        ("Treaty on the Lighting of All Northern Harbours", None),
        ("TREATY ON THE LIGHTING OF ALL NORTHERN HARBOURS", None),
        ("2032 Declaration of Lakes and Rivers", None),
        ("Treaty on the Lighting of All Southern Harbours", None),
        ("Agreement on Walls and Bells", None),
        ("Charter on the Duties of the Keepers", TITLES[3]),
        ("Charter on the Lamps of Seaside City", TITLES[4]),
        ("Charter on the Lamps of Seaside Citadels", None),
    ],
)
def test_near_title(candidate: str, title: str | None) -> None:
    assert near_title(candidate, TITLES) == title


@each(
    ("written", "found"),
    [
        ("the Treaty on All Northern Harbours and", True),
        ("the Treaty on the Northern Harbours and", True),
        ("the Treaty on the Lighting of All Northern and", False),
        ("the Treaty on Lamps of All Northern Harbours and", False),
    ],
)
def test_a_long_title_that_lacks_words_in_its_middle(written: str, found: bool) -> None:
    assert [title for _, title in Titles(TITLES).near(written)] == ([TITLES[0]] if found else [])


def test_near_titles_in_a_text() -> None:
    text = "Recalling the Treaty on the Lighting of all Northern Harbors,\ufffc the Treaty on the Lighting of All Northern Harbours,"
    ((span, title),) = Titles(TITLES).near(text, "b")
    assert text[span.start : span.end] == "Treaty on the Lighting of all Northern Harbors"
    assert (title, span.block) == (TITLES[0], "b")


def test_a_title_with_letters_after_it_is_no_exact_title() -> None:
    assert [title for _, title in Titles(TITLES).near("the Charter on the Duties of the Keepers, and")] == [TITLES[3]]
    assert Titles(TITLES).near("the Charter on the Duties of the Keeper’s Guild, and") == ()


def test_exact_titles_of_any_case_and_with_hard_spaces_are_left_alone() -> None:
    text = "the treaty on the lighting of all northern harbours and the Treaty on the\u00a0Lighting of All Northern Harbours and"
    assert Titles(TITLES).near(text) == ()
