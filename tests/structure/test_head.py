"""Mastheads: stated outright, as loose lines, and run together."""

from resolint import cards
from resolint.lexicon import Lexicon
from resolint.lexicon.sponsors import names, sponsors_line
from resolint.model import Block, Origin, Reading, Span
from resolint.structure import build, part, where
from tests.structure.conftest import Rows
from tests.support.rows import each

TEXT = ("The Commission on Narcotic Drugs,", "Recalling its resolution 1/1,", "1. Decides to act.")


def test_loose_lines(rows: Rows) -> None:
    document = rows(
        "United Nations", "E/CN.7/2031/L.4/Rev.1", "Economic and Social Council", "Distr.: Limited", "3 March 2031",
        "Original: English", "Commission on Narcotic Drugs", "Seventy-fourth session", "Vienna, 3–7 March 2031",
        "Agenda item 6 (a)", "Invented matters of control",
        "Antigua and Barbuda, Chile and Peru: revised draft resolution", "Bridges over invented rivers", *TEXT,
    )  # fmt: skip
    head = document.head
    assert head.symbol == "E/CN.7/2031/L.4/Rev.1"
    assert head.body == "Commission on Narcotic Drugs"
    assert head.distribution == "Limited"
    assert head.date == "3 March 2031"
    assert head.language == "English"
    assert head.session == "Seventy-fourth session"
    assert head.agenda_item == "Agenda item 6 (a)"
    assert head.sponsors == ("Antigua and Barbuda", "Chile", "Peru")
    places = {name: document.text(span) for name, span in head.spans}
    assert places["label"] == "revised draft resolution"
    assert places["sponsors"] == "Antigua and Barbuda, Chile and Peru"
    assert places["place"] == "Vienna, 3–7 March 2031"
    title = document.acts[0].title
    assert title is not None
    assert document.text(title) == "Bridges over invented rivers"
    assert {part(document, block) for block in head.blocks} == {"masthead"}
    assert where(document, Span("document/11", 0, 4)) == "masthead"


def test_the_last_and_most_special_body_counts(rows: Rows) -> None:
    document = rows("Economic and Social Council", "Commission on Narcotic Drugs", "Sixty-third session", *TEXT)
    assert document.head.body == "Commission on Narcotic Drugs"


def test_lines_that_ran_together(rows: Rows) -> None:
    document = rows(
        "A/C.3/86/L.7 United Nations", "Distr.: Limited 5 October 2031 Original: French",
        "Eighty-sixth session Third Committee Agenda item 70", "Peru: draft resolution", "Rivers", *TEXT,
    )  # fmt: skip
    head = document.head
    assert (head.symbol, head.distribution, head.date, head.language) == (
        "A/C.3/86/L.7", "Limited", "5 October 2031", "French",
    )  # fmt: skip
    assert (head.session, head.agenda_item, head.sponsors) == ("Eighty-sixth session", "Agenda item 70", ("Peru",))


def test_hints_fill_gaps(lexicon: Lexicon) -> None:
    blocks = (
        Block("header1/0", "header", "A/86/L.1"),
        *(Block(f"document/{at}", "paragraph", text) for at, text in enumerate(("A/86/L.2", "Title", *TEXT))),
        Block("footer1/0", "footer", "31-01234 (E)"),
    )
    hints = (
        ("symbol", "A/86/L.9", None),
        ("date", "3 March 2031", None),
        ("sponsors", "Chile and Peru: draft resolution", None),
    )
    document = build(Reading(blocks, hints=hints), Origin("x", "0", "docx"), lexicon)
    assert (document.head.symbol, document.head.others) == ("A/86/L.1", (("symbol", "A/86/L.9"),))
    assert document.head.date == "3 March 2031"
    assert document.head.sponsors == ("Chile", "Peru")
    assert document.head.job_number == "31-01234 (E)"
    assert part(document, "header1/0") == "header"
    assert part(document, "footer1/0") == "header"


@each(
    "title",
    [
        "Follow-up to Agenda 21 and the rivers of the world",
        "Outcome of the twentieth special session of the Assembly",
        "Rivers and the committee on 3 May 2020 of all things",
        "Conclusions on the report in document A/86/1",
    ],
)
def test_a_title_that_mentions_a_field_stays_a_title(rows: Rows, title: str) -> None:
    document = rows("Sixty-third session", "Agenda item 6", "Peru: draft resolution", title, *TEXT)
    span = document.acts[0].title
    assert span is not None
    assert document.text(span) == title
    assert document.head.symbol is None
    assert document.head.date is None


def test_a_cited_symbol_is_not_the_symbol(rows: Rows) -> None:
    document = rows("[on the report of the Third Committee (A/86/500)]", "Item 5 of the list*", "* A/86/50.", *TEXT)
    assert document.head.symbol is None


def test_model_united_nations_labels(rows: Rows) -> None:
    document = rows(
        "Committee: Rivers Committee", "Topic: Invented rivers", "Main Submitter: Chile", "Co-Submitters: Peru, Malta",
        "The General Assembly,", "Alarmed by floods,", "1. Urges States to build;", "2. Calls upon all to help.",
    )  # fmt: skip
    assert document.head.body == "Rivers Committee"
    assert document.head.sponsors == ("Chile", "Peru", "Malta")
    title = document.acts[0].title
    assert title is not None
    assert document.text(title) == "Invented rivers"


@each(
    ("text", "expected"),
    [
        ("Chile", ("Chile",)),
        ("Chile and Peru", ("Chile", "Peru")),
        ("Chile, Peru, and Malta", ("Chile", "Peru", "Malta")),
        ("Bosnia and Herzegovina and Trinidad and Tobago", ("Bosnia and Herzegovina", "Trinidad and Tobago")),
        (
            "Bolivia (Plurinational State of), Iran (Islamic Republic of) and Malta",
            ("Bolivia (Plurinational State of)", "Iran (Islamic Republic of)", "Malta"),
        ),
        (
            "Malta [on behalf of Chile, Peru and others] and Yemen",
            ("Malta [on behalf of Chile, Peru and others]", "Yemen"),
        ),
        ("Belarus,* China* and Malta", ("Belarus", "China", "Malta")),
        (
            "United Kingdom of Great Britain and Northern Ireland and Malta",
            ("United Kingdom of Great Britain and Northern Ireland", "Malta"),
        ),
        ("", ()),
    ],
)
def test_names(text: str, expected: tuple[str, ...]) -> None:
    assert names(text, cards.lexicon()) == expected


@each(
    ("text", "is_line"),
    [
        ("Chile: draft resolution", True),
        ("Chile and Peru: revised draft decision", True),
        ("Chile: amendment to draft resolution A/86/L.1", True),
        ("Chile: Draft Resolution*", True),
        ("The following was said: draft resolutions are long", False),
        ("Original: English", False),
        ("", False),
    ],
)
def test_the_line_of_sponsors(text: str, is_line: bool) -> None:
    assert (sponsors_line(text, 0, len(text), cards.lexicon()) is not None) is is_line


def test_many_colons_are_no_burden() -> None:
    text = "a:" * 50_000
    assert sponsors_line(text, 0, len(text), cards.lexicon()) is None
    assert sponsors_line(text[:11_000], 0, 11_000, cards.lexicon()) is None
