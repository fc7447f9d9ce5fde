"""Counts of word sequences: what is counted, packed and looked up again."""

from itertools import pairwise
from zlib import crc32

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resolint.attested.building import build
from resolint.attested.counts import LEAST, STEPS, opened, packed
from resolint.attested.words import BEGIN, END, keys, row
from resolint.cards import tables
from resolint.errors import BadCounts
from tests.support.rows import each

TEXTS = [
    ["Invites the ferry offices to report in accordance with their timetables.", "The harbour bell rings."],
    ["Requests the ferry offices to act in accordance with the rules,", "The harbour bell rings."],
    ["Notes that the ferry offices work in accordance with custom;"],
]


def key(phrase):
    return phrase.encode() + b" "


def test_words_keep_capitals_and_level_marks_and_digits():
    found = row("An 18‑month plan of the Council’s, 61/295 and 1,000 “words”\ufffc.")
    assert found.words == [
        BEGIN, b"An ", b"18-month ", b"plan ", b"of ", b"the ", b"Council's ", b", ", b"0/0 ", b"and ", b"0,0 ", b'" ',
        b"words ", b'" ', b". ", END,
    ]  # fmt: skip
    assert all(start <= end for start, end in found.places)


def test_places_lead_back_to_the_text():
    text = "1. Requests the Secretary‑General to report;"
    found = row(text, 3)
    assert [text[start:end] for start, end in found.places] == [
        "", "Requests", "the", "Secretary‑General", "to", "report", ";", "",
    ]  # fmt: skip


def test_sequences_of_one_to_four_words():
    assert keys([b"a ", b"b ", b"c ", b"d ", b"e "]) == [
        b"a ", b"b ", b"c ", b"d ", b"e ", b"a b ", b"b c ", b"c d ", b"d e ", b"a b c ", b"b c d ", b"c d e ",
        b"a b c d ", b"b c d e ",
    ]  # fmt: skip


def test_what_stands_three_times_is_kept_and_nothing_rarer():
    counts = opened(build(TEXTS))
    assert counts.count(key("in accordance with")) == 3
    assert counts.count(key("the ferry offices")) == 3
    assert counts.count(key("ferry offices to")) == 0  # only twice
    assert counts.count(key("in accordance to")) == 0


def test_a_paragraph_that_stands_in_several_texts_counts_once():
    assert opened(build(TEXTS, least=1)).count(key("harbour bell")) == 1


def test_the_order_of_texts_does_not_matter():
    assert build(TEXTS) == build(reversed(TEXTS))


def test_several_files_are_added_up():
    one, two = opened(build(TEXTS)), opened(build(TEXTS))
    assert one.with_([two]).count(key("in accordance with")) == 6
    assert [figures.texts for figures in one.with_([two]).figures] == [3, 3]


@pytest.mark.slow
@given(st.dictionaries(st.integers(0, 2**32 - 1), st.integers(1, 500_000), max_size=200))
def test_every_count_comes_back_within_a_twentieth(counts):
    found = opened(packed(counts, texts=1, words=1))
    assert found.figures[0].entries == sum(count >= LEAST for count in counts.values())
    for hash_, count in counts.items():
        table = found._tables[0]
        low = list(table.low[table.starts[hash_ >> 16] : table.starts[(hash_ >> 16) + 1]])
        if count < LEAST:
            assert hash_ & 0xFFFF not in low
            continue
        step = STEPS[table.steps[table.starts[hash_ >> 16] + low.index(hash_ & 0xFFFF)]]
        assert step <= count <= max(step, step * 1.06)


@pytest.mark.slow
@given(st.lists(st.text("abcde -", min_size=1, max_size=40), max_size=8))
def test_counts_are_those_of_a_plain_count(paragraphs):
    found = opened(build([paragraphs], least=1))
    wanted: dict[int, int] = {}
    for text in dict.fromkeys(b"".join(row(text).words) for text in paragraphs):
        words = [word + b" " for word in text.split()]
        for one in keys(words) if len(words) >= 6 else ():
            wanted[crc32(one)] = wanted.get(crc32(one), 0) + 1
    for text in paragraphs:
        for one in keys(row(text).words):
            assert STEPS[found[one]] == wanted.get(crc32(one), 0)


def test_three_words_in_a_row_are_counted_as_they_are_one_by_one():
    counts = opened(tables().attested[0][1])
    rows = [row(text).words for text in (*TEXTS[0], "Recalling its resolution 70/1 of 25 September 2015,", "a b", "")]
    for words in (*rows, rows[0]):
        singly = [counts[b"".join(words[at : at + 3])] for at in range(len(words) - 2)]
        assert counts.threes(words) == singly
    assert any(counts.threes(rows[2])), "of a usual phrase some were counted"


def test_steps_rise():
    assert STEPS[:25] == tuple(range(25))
    assert len(STEPS) == 256
    assert all(one < two for one, two in pairwise(STEPS))


@each(
    ("data", "said"),
    [
        (b"", "no file of counts"),
        (b"SQLite format 3", "no file of counts"),
        (build(TEXTS)[:-1], "damaged"),
        (build(TEXTS)[:-1] + b"\xff", "damaged"),
        (build(TEXTS)[:40], "damaged"),
    ],
)
def test_bytes_that_are_no_counts(data, said):
    with pytest.raises(BadCounts, match=f"our.counts: .*{said}"):
        opened(data, "our.counts")


def test_the_counts_of_adopted_texts_are_there():
    counts = opened(dict(tables().attested)["resolint"], trusted=True)
    assert counts.figures[0].texts > 2000
    assert counts.count(key("in accordance with")) > 4000
    assert counts.count(key("in accordance to")) == 0
    assert counts.count(key("General Assembly")) > 1000
    assert counts.count(key("general assembly")) == 0
