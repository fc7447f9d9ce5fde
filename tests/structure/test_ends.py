"""Opening phrases of a paragraph."""

from resolint.lexicon import Lexicon
from resolint.model import Block, Mark
from resolint.structure.ends import opener
from tests.support.rows import each


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


@each("line", ["_______________", "  _____\u2028", "* * *", "————", "──────", "\u200b___\u00ad"])
def test_a_line_drawn_with_characters_is_no_text(rows, line):
    document = rows(
        "The Human Rights Council,", "1. Urges States to mend nets;", line, "2. Decides to meet in spring", line,
        "* State not a member of the Human Rights Council.",
    )  # fmt: skip
    act = document.acts[0]
    assert [clause.blocks for clause in act.operative] == [("document/1",), ("document/3",)]
    assert not act.body


@each("end", ["", ";", ".", ","])
def test_a_note_below_a_drawn_line_is_no_part_of_the_paragraph_above(rows, end):
    note = " State not a member of the Human Rights Council."
    document = rows(
        "The Human Rights Council,",
        "1. Urges States to mend nets;",
        f"2. Decides to meet in spring{end}",
        "_______",
        note,
    )
    act = document.acts[0]
    assert [clause.blocks for clause in act.operative] == [("document/1",), ("document/2",)]
    assert not act.body


def test_the_rest_of_a_paragraph_below_a_drawn_line_belongs_to_it(rows):
    document = rows("The Human Rights Council,", "1. Urges States to mend", "_______", "nets and sails.")
    assert [clause.blocks for clause in document.acts[0].operative] == [("document/1", "document/3")]


def test_a_note_below_a_drawn_line_says_nothing_of_the_masthead(rows):
    document = rows(
        "The Human Rights Council,", "1. Urges States to mend nets;", "2. Decides to meet", "____", "A/80/50."
    )
    assert document.head.symbol is None
    assert document.acts[0].operative[1].blocks == ("document/2",)
