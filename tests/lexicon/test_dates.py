"""Dates: every day is printed and read back, in the forms of UN style and in others."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from resolint.lexicon import Lexicon, dates
from tests.support.rows import each
from tests.support.words import LEXICON

DAYS = st.dates(date(1945, 10, 24), date(2100, 12, 31))


def test_there_are_twelve_months_and_each_is_known_by_all_its_names() -> None:
    assert len(dates.months(LEXICON)) == 12
    for number, name in enumerate(dates.months(LEXICON), 1):
        assert dates.month_number(name, LEXICON) == dates.month_number(name.upper(), LEXICON) == number
    assert [dates.month_number(name, LEXICON) for name in ("Sept", "sep", "Brumaire", "")] == [9, 9, 0, 0]
    assert "May" not in dates.short_months(LEXICON)


@given(DAYS)
def test_a_printed_day_is_read_back(day: date) -> None:
    words = dates.words(day.isoformat(), LEXICON)
    assert [one.iso for one in dates.scan(f"adopted on {words}, at night", LEXICON)] == [day.isoformat()]
    assert dates.first_day(words.upper(), LEXICON) == day.isoformat() == dates.first_day(day.isoformat(), LEXICON)
    assert not list(dates.impossible(words, LEXICON))


@given(DAYS, DAYS)
def test_two_days_and_a_span_are_read_back(one: date, other: date) -> None:
    first, last = sorted((one, other))
    if first.year == last.year and first != last:
        for mark in "/,":
            value = f"{first.isoformat()}{mark}{last.isoformat()}"
            assert [found.iso for found in dates.scan(dates.words(value, LEXICON), LEXICON)] == [value]


@each(
    ("text", "day"),
    [
        ("New York, 12\u00a0March 2014", "2014-03-12"),
        ("31 June 2014, then 1 July 2014", "2014-07-01"),
        ("29 February 2023", None),
        ("12 mars 2014", None),
        ("112 March 2014", None),
        ("", None),
        (None, None),
    ],
)
def test_the_first_day_of_a_text(text: str | None, day: str | None) -> None:
    assert dates.first_day(text, LEXICON) == day


def test_a_lexicon_without_months_reads_figures_alone() -> None:
    empty = Lexicon("en", {})
    assert dates.first_day("2014-03-12", empty) == "2014-03-12"
    assert dates.first_day("12 March 2014", empty) is None
