"""Numbers in words: what is printed is read back, and every word stands for one number."""

from resolint.lexicon import Lexicon
from resolint.lexicon.ordinals import (
    cardinal_word,
    cardinals,
    number_words,
    ordinal_figure,
    ordinal_value,
    ordinal_word,
    ordinals,
)
from tests.support.rows import each
from tests.support.words import LEXICON


@each("number", range(1, 1000))
def test_printed_ordinals_are_read_back(number: int) -> None:
    for text in (ordinal_word(number, LEXICON), ordinal_figure(number, LEXICON)):
        assert ordinal_value(text, LEXICON) == ordinal_value(text.upper(), LEXICON) == number


def test_cardinals_and_ordinals_stand_for_the_same_numbers() -> None:
    assert sorted(cardinals(LEXICON).values()) == sorted(ordinals(LEXICON).values()) == list(range(1, 101))
    for number in range(1, 100):
        assert cardinals(LEXICON)[cardinal_word(number, LEXICON)] == number
        assert {cardinal_word(number, LEXICON), ordinal_word(number, LEXICON)} <= number_words(LEXICON)
    assert (cardinal_word(0, LEXICON), cardinal_word(100, LEXICON)) == ("0", "100")


@each(
    ("text", "number"),
    [
        ("hundredth", 100),
        ("hundred and first", 101),
        ("one hundred and first", 101),
        ("two hundredth", 200),
        ("Two hundred  and eighty-third", 283),
        ("sixty\u2011third", 63),
        ("nine hundred and ninety-ninth", 999),
        ("hundred and one", None),
        ("sixty third", None),
        ("2nd", 2),
        ("2", None),
        ("2xx", None),
        ("", None),
        ("thirteen", None),
    ],
)
def test_ordinals_of_several_words(text: str, number: int | None) -> None:
    assert ordinal_value(text, LEXICON) == number


def test_figures_have_their_endings() -> None:
    assert [ordinal_figure(number, LEXICON) for number in (1, 2, 3, 4, 11, 12, 13, 21, 102, 111, 113, 123)] == [
        *("1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "102nd", "111th", "113th", "123rd"),
    ]


def test_a_lexicon_without_numbers_reads_figures_alone() -> None:
    empty = Lexicon("en", {})
    assert (ordinal_value("first", empty), ordinal_value("hundred and first", empty)) == (None, None)
    assert (ordinal_value("63rd", empty), ordinal_word(63, empty)) == (63, "63rd")
