"""Closing punctuation and opening phrases of a paragraph."""

import pytest

from resolint.lexicon import Lexicon
from resolint.model import NOTE_MARK, Block, Mark
from resolint.structure.ends import closes, end_mark, opener


@pytest.mark.parametrize(
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
    start, end = end_mark(text)
    assert text[start:end] == mark


@pytest.mark.parametrize(
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
    assert end_mark(text) == (at, at)


def test_the_start_is_a_floor() -> None:
    assert end_mark("1.\t", 3) == (3, 3)
    assert not closes("1.", ".", 2)


def opened(text: str, *italics: tuple[int, int], start: int = 0, role: str = "operative") -> str | None:
    lexicon = Lexicon(
        "en",
        {
            "preambular-openings": ({"phrase": "Noting", "italic": "Noting"},),
            "operative-openings": ({"phrase": "Requests", "plural": "Request", "italic": "Requests"},),
        },
    )
    block = Block("document/0", "paragraph", text, tuple(Mark(a, b, "italic") for a, b in italics))
    span = opener(block, start, role, lexicon)  # type: ignore[arg-type]
    return None if span is None else text[span.start : span.end]


def test_italics_are_merged_and_trimmed() -> None:
    text = "\tAlso requests, that"
    assert opened(text, (0, 3), (3, 5), (6, 15)) == "Also requests"


def test_italics_that_are_too_long_are_kept() -> None:
    assert opened("Requests that States, in all cases, should act;", (0, 13)) == "Requests that"


def test_a_paragraph_wholly_in_italics_says_nothing() -> None:
    text = "Requests all States to act at once;"
    assert opened(text, (0, len(text))) == "Requests"


def test_italics_further_on_are_no_opening() -> None:
    text = "Requests the use of inter alia things;"
    assert opened(text, (20, 30)) == "Requests"


def test_without_italics_the_known_phrase_counts() -> None:
    assert opened("1.\tRequests all", start=3) == "Requests"
    assert opened("Noting all,", role="preambular") == "Noting"
    assert opened("Noting all;") == "Noting", "the wrong mood is still an opening"
    assert opened("Floats all") is None


def test_brackets_of_a_negotiation() -> None:
    assert opened("[Decides][Requests] that", (1, 8), (10, 18)) == "Decides"


@pytest.mark.parametrize("line", ["_______________", "  _____\u2028", "* * *", "————", "──────", "\u200b___\u00ad"])
def test_a_line_drawn_with_characters_is_no_text(rows, line):
    document = rows(
        "The Human Rights Council,", "1. Urges States to mend nets;", line, "2. Decides to meet in spring", line,
        "* State not a member of the Human Rights Council.",
    )  # fmt: skip
    act = document.acts[0]
    assert [clause.blocks for clause in act.operative] == [("document/1",), ("document/3",)]
    assert not act.body
