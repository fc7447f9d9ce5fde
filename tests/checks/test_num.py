import datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.checks.drafts import draft, excerpts, findings, replacements
from tests.support.rows import each

MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


def with_text(text: str) -> str:
    return draft("*Recalling* the snow,", f"*Encourages* readers to meet {text}.")


@each(
    ("text", "instead"),
    [
        ("on September 25, 2026", ["25 September 2026"]),
        ("on September 25th, 2026", ["25 September 2026"]),
        ("on 25th September 2026", ["25 September 2026"]),
        ("on the 25th of September", ["25 September"]),
        ("from the 20th to 22nd of September 2026", ["20 to 22 September 2026"]),
        ("on the 20th, 21st and 23rd of September", ["20, 21 and 23 September"]),
        ("from September 20 to September 22, 2026", ["20 to 22 September 2026"]),
        ("from September 20 to October 2, 2026", ["20 September to 2 October 2026"]),
        ("under paragraph 5 and the 20th of September", ["20 September"]),
        ("under rules 75th and 20th September", ["20 September"]),
        ("on 25 September, 2026", ["25 September 2026"]),
        ("on 25.09.2026", ["25 September 2026"]),
        ("on 2026-09-25", ["25 September 2026"]),
        ("on 25/09/2026", []),
        ("on 25 September 2026", []),
        ("in May 2026", []),
        ("at its May 15 meeting", []),
        ("under section 1.2.2026a", []),
    ],
)
def test_dates(text: str, instead: list[str]) -> None:
    assert replacements("NUM004", with_text(text)) == instead


def test_a_date_that_reads_two_ways_is_reported_without_a_remedy() -> None:
    (found,) = findings("NUM004", with_text("on 03/04/2026"))
    assert found.fix is None


@settings(max_examples=25, deadline=None)
@given(st.dates(datetime.date(1945, 10, 24), datetime.date(2080, 1, 1)))
def test_any_day_in_the_form_of_the_house_is_clean_and_the_american_form_becomes_it(day: datetime.date) -> None:
    right = f"{day.day} {MONTHS[day.month - 1]} {day.year}"
    assert not findings("NUM004", with_text(f"on {right}"))
    assert replacements("NUM004", with_text(f"on {MONTHS[day.month - 1]} {day.day}, {day.year}")) == [right]


@each(
    ("rule", "text", "instead"),
    [
        ("NUM005", "from 19–21 April 2026", ["from 19 to 21 April"]),
        ("NUM005", "on 19-20 April 2026", ["on 19 and 20 April"]),
        ("NUM005", "at the 19–21 April fair", []),
        ("NUM001", "in all 3 regions", ["three"]),
        ("NUM001", "in twenty-one countries", ["21"]),
        ("NUM001", "with 5 of 12 countries", []),
        ("NUM001", "under 5 years of age", []),
        ("NUM002", "in 22000 rooms", ["22,000"]),
        ("NUM002", "in 22 000 rooms", ["22,000"]),
        ("NUM002", "under No. 14152", []),
        ("NUM002", "in 1999 rooms", []),
        ("NUM002", "in 5000 rooms", ["5,000"]),
        ("NUM002", "in more than 1200 rooms", ["1,200"]),
        ("NUM002", "under the 1540 rules", []),
        ("NUM031", "between 0,2 and 2 kilometres", ["0.2"]),
        ("NUM031", "by 1/3, and", ["one third"]),
        ("NUM031", "fewer than 1/5th of the guests", ["one fifth"]),
        ("NUM002", "under document A/79/12345", []),
        ("SPL004", "with 50% of readers", [" per cent"]),
        ("SPL004", "with 50 percent of readers", ["per cent"]),
        ("SPL004", "with a percentage of readers", []),
    ],
)
def test_numbers(rule: str, text: str, instead: list[str]) -> None:
    assert replacements(rule, with_text(text)) == instead


def test_quotations_are_left_alone() -> None:
    assert not excerpts("NUM004", with_text("under the title “September 25, 2026”"))


@each(
    ("words", "why"),
    [
        ("on 31 April 2027", "April has 30 days"),
        ("on 30 February", "February has 29 days at most"),
        ("on 0 May 2027", "May has 31 days"),
        ("on 29 February 2027", "2027 is no leap year"),
        ("from 28 to 29 February 2027", "2027 is no leap year"),
        ("from 14 to 12 May 2027", "it ends before it begins"),
        ("from 3 June to 30 May 2027", "it ends before it begins"),
        ("on 29 February 2028", None),
        ("from 1 October to 30 September", None),
        ("from 28 December 2027 to 3 January 2028", None),
        ("from March to May 2027", None),
        ("in resolution 70/31 June does not occur", None),
    ],
)
def test_days_that_are_in_no_calendar(words: str, why: str | None) -> None:
    found = findings("NUM013", draft("*Recalling* the book fair,", f"*Decides* to meet {words}."))
    assert [finding.message.partition(": ")[2] for finding in found] == ([] if why is None else [f"{why}."])
