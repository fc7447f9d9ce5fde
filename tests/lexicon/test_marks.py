"""Marks: what closes a paragraph, what joins it with the next one, and what quotation marks enclose."""

from hypothesis import given
from hypothesis import strategies as st

from resolint.lexicon.marks import ENDS, RAISED, end_mark, joined, quotations, words_end
from resolint.model import NOTE_MARK
from tests.support.rows import each
from tests.support.words import LEXICON


@each(
    ("text", "mark"),
    [
        ("to act,", ","),
        ("to act; ", ";"),
        (f"to act,{NOTE_MARK} ", ","),
        (f"to act;{NOTE_MARK}{NOTE_MARK}", ";"),
        ("to act,²", ","),
        (f"to act;{NOTE_MARK},{NOTE_MARK}", ";"),
        (f"to act.{NOTE_MARK}, {NOTE_MARK},{NOTE_MARK} ", "."),
        ("to act;²,³", ";"),
        (f"to act{NOTE_MARK},", ","),
        ("the “Agenda.”", "."),
        ("the “Agenda”.", "."),
        ("the “Agenda”;", ";"),
        ("‘Agenda’,\u00a0", ","),
        ("to act; and", ";"),
        ("to act, or ", ","),
        ("to act:]", ":"),
        ("[to act;]", ";"),
        ("to act ;", ";"),
    ],
)
def test_the_mark_is_found(text: str, mark: str) -> None:
    start, end = end_mark(text, LEXICON)
    assert text[start:end] == mark


@each(
    ("text", "at"),
    [
        ("to act", 6),
        ("to act ", 6),
        (f"to act{NOTE_MARK}", 6),
        (f"to act{NOTE_MARK},{NOTE_MARK}", 6),
        ("of 2020 (see resolution 1.)", 27),
        ("the “Agenda”", 12),
        ("land and", 8),
        ("really?", 7),
        ("", 0),
        (NOTE_MARK, 0),
    ],
)
def test_a_missing_mark_is_an_empty_span_after_the_words(text: str, at: int) -> None:
    assert end_mark(text, LEXICON) == (at, at)


def test_the_start_is_a_floor() -> None:
    assert end_mark("1.\t", LEXICON, 3) == (3, 3)
    assert end_mark("1.", LEXICON, 2) == (2, 2)


@given(
    st.text("ab c-", min_size=1).map(lambda text: f"{text.strip()}x"),
    st.sampled_from(ENDS),
    st.text(NOTE_MARK + RAISED + " \u00a0", max_size=4),
    st.sampled_from(["", " and", " or", "\u00a0and"]),
)
def test_what_follows_the_mark_is_passed_over(words: str, mark: str, notes: str, joint: str) -> None:
    text = f"{words}{mark}{notes}{joint if mark in ',;' else ''}"
    assert end_mark(text, LEXICON) == (len(words), len(words) + 1)


@each(
    ("text", "rest"),
    [
        ("to build wells; and", "to build wells;"),
        ("to build wells,\u00a0or", "to build wells,"),
        ("to build wells; and,", "to build wells;"),
        ("wells and", "wells and"),
        ("wells; brand", "wells; brand"),
        ("", ""),
    ],
)
def test_the_word_that_joins_a_paragraph_with_the_next(text: str, rest: str) -> None:
    assert text[: joined(text, len(text), LEXICON)] == rest


def test_the_end_of_the_words() -> None:
    assert [words_end(text) for text in ("a b;²", f"a b {NOTE_MARK},{NOTE_MARK}", "a b\u00a0\n", "  ", "a,")] == [
        4,
        3,
        3,
        0,
        2,
    ]


@each(
    ("text", "quoted"),
    [
        ("the “first” and the “second”", ["“first”", "“second”"]),
        ('a "b" c', ['"b"']),
        ("« un » “two”", ["« un »", "“two”"]),
        ("“open and “again”", ["“open and “again”"]),
        ("“never closed", []),
        ("”closed“", []),
    ],
)
def test_quotations(text: str, quoted: list[str]) -> None:
    assert [text[start:end] for start, end in quotations(text)] == quoted
