import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from resolint.report.characters import columns, encodable, wrapped
from resolint.report.findings.excerpt import carets, excerpt
from tests.support.rows import each

WORDS = "Recalling its resolution of a past session on the ferries of small islands and their timetables in winter"


def test_a_short_paragraph_is_shown_whole():
    assert excerpt("Decides to act;", 0, 7, 60) == ("", "Decides", " to act;")


def test_what_is_left_out_is_shown_by_dots_at_words():
    start = WORDS.index("ferries")
    before, fault, after = excerpt(WORDS, start, start + 7, 50)
    assert fault == "ferries"
    assert before.startswith("…") and WORDS.find(" " + before[1:]) > 0
    assert after.endswith("…") and after[:-1] in WORDS and WORDS[WORDS.index(after[:-1]) + len(after) - 1] == " "
    assert columns(before + fault + after) <= 50


def test_the_end_of_a_long_paragraph():
    before, fault, after = excerpt(WORDS, len(WORDS), len(WORDS), 40)
    assert (fault, after) == ("", "")
    assert before.startswith("…") and WORDS.endswith(before[1:])
    assert columns(before) < 40
    assert carets(before, fault) == " " * len(before) + "^"


def test_a_fault_longer_than_the_line_keeps_both_its_ends():
    before, fault, after = excerpt(WORDS, 0, len(WORDS), 40)
    assert before == after == ""
    assert fault.startswith("Recalling") and fault.endswith("winter") and "…" in fault
    assert columns(fault) <= 40


def test_blanks_in_the_fault_are_kept_and_those_around_it_squeezed():
    assert excerpt("1.\t\tDecides  to   act", 11, 13, 60) == ("1. Decides", "  ", "to act")


def test_wide_and_combining_characters_are_counted_in_columns():
    assert columns("漢字") == 4 and columns("é") == 1 and columns("a") == 1
    before, fault, _ = excerpt("漢字 UN", 3, 5, 60)
    assert carets(before, fault) == " " * 5 + "^^"


def test_every_character_takes_the_columns_that_unicode_gives_it():
    for code in (*range(0x3100), *range(0xFE00, 0x10000)):
        char = chr(code)
        hidden = unicodedata.combining(char) or unicodedata.category(char) in ("Cf", "Me")
        alone = 0 if hidden else 2 if unicodedata.east_asian_width(char) in "WF" else 1
        assert columns(char) == columns(f"“{char}”") - 2 == alone, hex(code)


@given(st.text(max_size=300), st.integers(0, 300), st.integers(0, 40), st.integers(20, 120))
def test_an_excerpt_never_outgrows_its_line_nor_steers_the_terminal(text, start, length, room):
    start = min(start, len(text))
    end = min(start + length, len(text))
    before, fault, after = excerpt(text, start, end, room)
    line = before + fault + after
    assert columns(line) <= room + 1
    assert all(char.isprintable() for char in line)


@given(st.text(max_size=200), st.sampled_from(["ascii", "cp1252", "cp437", "utf-8"]))
def test_encodable_is_encodable_and_idempotent(text, encoding):
    text = text.encode("utf-8", "ignore").decode("utf-8")
    once = encodable(text, encoding)
    once.encode(encoding)
    assert encodable(once, encoding) == once


@each(
    ("char", "plain"),
    [("“", '"'), ("’", "'"), ("–", "-"), ("…", "..."), ("é", "e"), ("→", "->"), ("漢", "?"), ("\u00a0", " ")],
)
def test_substitutes(char, plain):
    assert encodable(char, "ascii") == plain


@given(st.text(alphabet="ab cd\n", max_size=200), st.integers(20, 60))
def test_wrapping_loses_no_word_and_keeps_to_the_width(text, width):
    lines = wrapped(text, width, "    ", "- ")
    assert " ".join(" ".join(lines)[2:].split()) == " ".join(text.split())
    assert all(len(line) <= width or len(line.split()) == 1 for line in lines)
