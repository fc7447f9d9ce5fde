"""Hostile texts: what invites backtracking costs no more than its length."""

import pytest

from resolint.citation.titles import Titles
from tests.citation.english import find, of_form
from tests.support.rows import each
from tests.support.share import sizes

pytestmark = pytest.mark.slow


SEEDS = [
    "resolutions ", "resolution 1/1, ", "resolutions 1/1 and ", "1/1, ", "resolution 1 A", "resolutions 1/1 on a, ", "its ", "its previous ",
    "A/", "A/1", "A/1.", "A/1-", "A/1(1)", "A/1 and Add.1 and ", "A/RES/1 A ", "1 ", "1, ", "1 and ", "1 May, ", "May ", "1-", "12.", "(",
    "(a) ", "paragraphs 1, ", "paragraphs 1 (a), ", "paragraph ", "section I", "I.", "annex, ", "sixty-third, ", "first and ", "session ",
    "special session ", "hundred and ", "Official Records of the General Assembly, ", "Supplement No. 1, ", "Supplement ", "Ibid., ",
    "Treaty Series, vol. ", "vol. 1, ", "1 and 1, ", "Sales No. E.1.I and ", "UNTS ", "UNSCR ", "entitled “", "General Assembly ",
    "Conference of the Parties to the ", "A of the ", "Council ", "\ufffc", "item 1, ", "agenda items 1, ", "217 A (III) ", "1/CP.1 ",
    "resolution of the Council of the ", " ", "\t", "X/", "WHA", "S-", "ES-1", "resolution 1/1 of 1 May and 1 May and ", "“", "and ", "/", "A",
]  # fmt: skip


@sizes("size", 20_000, 100_000)
@each("seed", SEEDS)
def test_a_long_text_of_one_thing(seed: str, size: int) -> None:
    text = seed * (size // len(seed))
    for citation in find(text):
        assert citation.span.end <= len(text)


def test_faults_and_titles_of_hostile_text() -> None:
    text = "resolution 217 A(III) of the Convention on the Rights of the Convention on the Rights of " * 1000
    for citation in find(text)[:2000]:
        of_form(text, citation)
    assert isinstance(Titles(["Convention on the Rights of the Child at Sea"] * 20).near(text), tuple)
