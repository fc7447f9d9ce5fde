"""What can be calculated in a draft, and how numbers are written: cases beside the examples of the cards."""

import datetime
import re

from hypothesis import given
from hypothesis import strategies as st

from resolint import cards
from resolint.checks.shared.counting import longest_first
from tests.checks.drafts import draft, excerpts, findings, replacements
from tests.support.rows import each

MONTHS = [row["month"] for row in cards.table("months")]
WEEKDAYS = [row["weekday"] for row in cards.table("weekdays")]


def with_text(text: str) -> str:
    return draft("*Recalling* the seed fair,", f"1. *Decides* to meet {text};", "2. *Decides* to return to the matter.")


@given(st.dates(datetime.date(1950, 1, 1), datetime.date(2090, 12, 31)), st.integers(0, 6))
def test_a_weekday_is_reported_exactly_where_it_is_not_that_of_the_date(day: datetime.date, said: int) -> None:
    text = f"on {WEEKDAYS[said]}, {day.day} {MONTHS[day.month - 1]} {day.year}"
    assert bool(excerpts("NUM014", with_text(text))) == (said != day.weekday())


@each(
    ("rule", "text", "found"),
    [
        ("NUM014", "on Monday, 32 May 2026", []),
        ("NUM015", "under articles 12–7 of the treaty", ["articles 12–7"]),
        ("NUM015", "under document A/2030–2025/3", []),
        ("NUM015", "in the years 2025–2030", []),
        ("NUM017", "with 120 per cent of the pupils", ["120 per cent of the pupils"]),
        ("NUM017", "at 120 per cent of the usual price", []),
        ("NUM018", "in 2025, the tenth anniversary of the fair of 2015", []),
        ("NUM018", "in 2027, on the tenth anniversary of the fair of 2015", ["tenth anniversary"]),
        ("NUM018", "in 2020, the fifth anniversary of its adoption and acknowledging all that was done by 2014", []),
        ("NUM019", "in the triennium 2024–2026", []),
        ("NUM019", "under the four-year plan for 2020–2029", ["four-year plan for 2020–2029"]),
        ("NUM019", "under the four-year plan for 2020–2024", []),
        ("NUM019", "in the Decade of Seeds, 2021–2040", ["2021–2040"]),
        (
            "NUM019",
            "to convene a six-day fair, to be held in Lima from Monday, 4 September, to Friday, 8 September 2028",
            ["six"],
        ),
        ("NUM019", "to convene a five-day fair, to be held in Lima from 4 to 8 September 2028", []),
        ("NUM014", "to be held from Tuesday, 4 September, to Friday, 8 September 2028", ["Tuesday, 4 September"]),
        ("NUM051", "in 2029, 2030 and 2030", ["2030"]),
        ("NUM051", "along the borders of South Sudan and Sudan, and in 2029, 2030 and 2031", []),
    ],
)
def test_arithmetic(rule: str, text: str, found: list[str]) -> None:
    assert excerpts(rule, with_text(text)) == found


def test_a_count_is_compared_with_the_items_of_its_own_list_alone() -> None:
    items = "\n\n".join(f"({letter}) To sow;" for letter in "abc")
    wrong = draft(
        "*Recalling* the seed fair,",
        f"1. *Invites* farmers to take the four following steps:\n\n{items}",
        "2. *Thanks* them.",
    )
    assert [finding.message for finding in findings("NUM016", wrong)] == ["“four” are announced, and 3 follow."]
    assert not findings("NUM016", wrong.replace("four", "three"))
    assert not findings("NUM016", wrong.replace("the four following steps", "the following steps in four years"))


@each(
    ("rule", "text", "instead"),
    [
        ("NUM020", "at the Thirty second meeting", ["Thirty-second"]),
        ("NUM020", "at the fifty session", ["fiftieth"]),
        ("NUM020", "at the twentieth-third regular session", ["twenty-third"]),
        ("NUM020", "with seventy-eight sessions", []),
        ("NUM020", "at the seventy-eighth session", []),
        ("NUM021", "at the 3rd session", ["third"]),
        ("NUM021", "at the 87th plenary meeting", []),
        ("NUM022", "From 2015-2020", ["From 2015 to 2020"]),
        ("NUM022", "in 2015–2020", []),
        ("NUM023", "with €3bn", ["3 billion"]),
        ("NUM023", "with $40k", ["40,000"]),
        ("NUM023", "in the euro area with 1 euro", []),
        ("NUM023", "with 4 millions of people", ["million"]),
        ("NUM024", "with ten per cent of all", ["10 per cent"]),
        ("NUM024", "with 10 per cent of all", []),
        ("NUM025", "on 09 September", ["9 September"]),
        ("NUM025", "where 20 may speak", []),
        ("NUM025", "on 20 may 2026", ["20 May"]),
    ],
)
def test_forms(rule: str, text: str, instead: list[str]) -> None:
    assert replacements(rule, with_text(text)) == instead


@each(
    ("text", "right"),
    [
        ("the remaining 30 per cent, since 60 per cent are women", []),
        ("those of whom 60 per cent are women and the remaining 30 per cent men", ["40 per cent"]),
        ("half of the 120 keepers, or 70", ["60"]),
        ("half of the 120 keepers, or 60", []),
        ("41 of the 40 keepers", ["at most 40"]),
        ("4 million of the 7 keepers", []),
        (
            "two donors, which gave 1.8 million dollars in 2025 and 2.7 million dollars in 2026, an increase of 800,000 dollars",
            ["900,000"],
        ),
        (
            "two donors, which gave 1.8 million dollars in 2025 and 2.7 million dollars in 2026, an increase of 900,000 dollars",
            [],
        ),
        ("keepers of 50 lamps (20 in Lima, 20 in Quito and 20 in Bogotá)", ["60"]),
        ("keepers of about 50 lamps (20 in Lima, 20 in Quito and 20 in Bogotá)", []),
        ("keepers of lamps (400 dollars for the first, 20 for the second and 20 for the third each)", []),
        ("three towns that have 60 lamps, namely, 20 in Lima and 40 in Quito", ["2"]),
        ("members of the 10 towns under paragraph 3 and 4 of the 3 others", []),
        ("40 towns, of which 20 should be in Peru, 12 in Chile and 18 in Cuba", ["50"]),
        ("40 towns, of which 20 should be in Peru, 12 in Chile and 3 in Cuba", ["35"]),
        ("40 towns, of which 10 should be in Peru and 3 in Chile", []),
        ("214 keepers in 11 towns, of whom 97 are old", []),
        ("a sum of $6 million, of which $2 million for ropes and one in four hundred", []),
        ("that of the 40 piers, 50 are closed", ["at most 40"]),
        ("that of the 40 piers, 30 are closed", []),
        ("three out of four of 120 keepers, who are 900", []),
        ("120 keepers, of whom three out of four keepers, that is, 80, sleep", ["90"]),
        ("120 keepers, of whom three out of four keepers, that is, 90, sleep", []),
        ("six courses with 30 seats each, or 200 in all", ["180"]),
        ("six courses with 30 seats each, or 180 in all", []),
        ("25 keepers, five from each of the five coasts", []),
        ("each of the two piers for 24 days a year, that is, 144 days in three years", []),
        ("each of the two piers for 24 days a year, that is, 124 days in three years", ["144"]),
        (
            "wicks for 54,000 lamps, namely, 30,000 in Peru and 24,000 in Chile, at an average cost of 4 dollars per lamp",
            [],
        ),
        ("50 lamps at a total cost of 200 dollars, or an average of 5 dollars for each lamp", ["4"]),
    ],
)
def test_amounts_that_follow_from_one_another(text: str, right: list[str]) -> None:
    said = [finding.message for finding in findings("NUM046", with_text(text))]
    assert [message.rpartition(" would be ")[2].rstrip(".") for message in said] == right


@each(
    ("rule", "text", "found"),
    [
        ("NUM047", "in one fair in each of the five towns and to report on the six fairs", ["five", "six"]),
        ("NUM047", "in one fair in each of the five towns and to report on the five fairs", []),
        ("NUM047", "on six days, of which the three days of the fair are holidays", []),
        ("NUM047", "in six small towns and the three old towns", []),
        ("NUM048", "in three towns (Lima, Quito, Bogotá and La Paz)", ["three"]),
        ("NUM048", "in three towns (Lima, Trinidad and Tobago and La Paz)", []),
        ("NUM048", "with three battalions, one artillery and one engineer company", []),
        ("NUM048", "in the five financial periods from 2022/23 to 2025/26", ["five"]),
        ("NUM048", "in the four financial periods from 2022/23 to 2025/26", []),
        ("NUM048", "at five fairs, the first in May, the second in June and the third in July", ["five"]),
    ],
)
def test_what_is_counted_twice_or_named_beside_its_number(rule: str, text: str, found: list[str]) -> None:
    assert excerpts(rule, with_text(text)) == found


TABLE = """| Town | Fairs |
| --- | --- |
| Lima | 3 |
| Quito | 4 |
| Total | 7 |
"""


@each(
    ("words", "found"),
    [
        ("1. The fairs take place in three towns, as shown in the table below.", ["three"]),
        ("1. The fairs take place in two towns, as shown in the table below.", []),
        ("1. The results of the three runs are those of the table below:", ["three"]),
        ("1. The results of the nine runs are those of the table below:", []),
        ("1. The fairs take place in three towns.", []),
    ],
)
def test_the_rows_of_a_table_are_as_many_as_is_said(words: str, found: list[str]) -> None:
    text = draft("*Recalling* the seed fair,", "*Adopts* the plan in the annex to the present resolution.")
    assert excerpts("NUM048", f"{text}\n\n## Annex\n\n### Plan\n\n{words}\n\n{TABLE}") == found


@each(
    ("noun", "number", "other"),
    [
        ("guidelines", "1", []),
        ("guidelines", "2", ["1"]),
        ("guideline", "2", ["1"]),
        ("measures", "2", []),
        ("ladders", "2", []),
    ],
)
def test_a_reference_leads_to_what_it_names(noun: str, number: str, other: list[str]) -> None:
    text = draft(
        "*Recalling* the seed fair,",
        "1. *Invites* the keepers to prepare guidelines;",
        "2. *Requests* the Secretary-General to train ringers;",
        f"3. *Decides* to print the {noun} referred to in paragraph {number} above.",
    )
    right = [f"Paragraph {number} does not speak of “{noun}”; paragraph {one} does." for one in other]
    assert [one.message for one in findings("OPR051", text)] == right


@given(st.lists(st.text("abc -.", min_size=1, max_size=5), min_size=1, max_size=8), st.text("abc -.", max_size=30))
def test_words_put_together_letter_by_letter_match_as_branches_the_longest_first_do(
    words: list[str], text: str
) -> None:
    branches = "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
    found = [match.span() for match in re.finditer(longest_first(words), text)]
    assert found == [match.span() for match in re.finditer(branches, text)]
