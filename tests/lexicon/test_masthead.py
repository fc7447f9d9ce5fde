"""The masthead by every reader: one spelling, one value, however the draft comes."""

from resolint import cards
from resolint.checks.shared.masthead import field_place
from resolint.lexicon import masthead, symbols
from resolint.model import Document
from resolint.notation.recovered.evidence import evidence
from resolint.pipeline.drafts import load
from tests.support.docx import docx, p
from tests.support.rows import each

LEXICON = cards.lexicon()
SERIES = [row["example"] for row in cards.tables()["symbols"]]

SPELLINGS = {
    "symbol": {
        "A/C.2/86/L.52": "A/C.2/86/L.52",
        "A/C.2/86/L.52*": "A/C.2/86/L.52",
        "A/C.2/86/L.52/Rev.1**": "A/C.2/86/L.52/Rev.1",
        "A / C.2 / 86 / L.52": "A/C.2/86/L.52",
        "A/C.2/86/L. 52": "A/C.2/86/L.52",
        "A/C.2/86/L.52 /Rev.1": "A/C.2/86/L.52/Rev.1",
        "A/C.2/86/L52": "A/C.2/86/L.52",
        "a/c.2/86/l.52": "A/C.2/86/L.52",
        "A\\C.2\\86\\L.52": "A/C.2/86/L.52",
        "S/RES/3025 (2031)": "S/RES/3025 (2031)",
        "A/86/6 (Sect. 24)/Corr.1": "A/86/6 (Sect. 24)/Corr.1",
        "-/CP.37": "-/CP.37",
    },
    "distribution": {
        "Distr.: Limited": "Limited", "DISTR.: LIMITED": "Limited", "Distr. Limited": "Limited", "Distribution: Limited": "Limited",
        "Distr : limited": "Limited", "Distr.:\u00a0Limited": "Limited", "Distr.: General*": "General",
    },
    "language": {
        "Original: English": "English", "ORIGINAL: ENGLISH": "English", "Original : English": "English", "Original English": "English",
        "Original:\u00a0French": "French", "Original: English only": "English", "Original: English/French": "English/French",
    },
    "date": {
        "5 October 2031": "5 October 2031", "5\u00a0October\u00a02031": "5 October 2031", "5 OCTOBER 2031": "5 October 2031",
        "October 5, 2031": "5 October 2031", "5th October 2031": "5 October 2031", "5 Oct. 2031": "5 October 2031",
        "15/10/2031": "15 October 2031", "2031-10-05": "5 October 2031", "05.10.2031": None,
    },
    "session": {
        "Eighty-sixth session": "Eighty-sixth session", "EIGHTY-SIXTH SESSION": "Eighty-sixth session",
        "Eighty sixth session": "Eighty-sixth session", "86th session": "Eighty-sixth session", "2031 session": "2031 session",
        "Eighty\u2011sixth session*": "Eighty-sixth session", "Tenth emergency special session": "Tenth emergency special session",
        "Resumed eighty-sixth session": "Resumed eighty-sixth session", "Eighty-sixth session (resumed)": "Eighty-sixth session (resumed)",
    },
    "agenda_item": {
        "Agenda item 71 (b)": "Agenda item 71 (b)", "AGENDA ITEM 71 (B)": "Agenda item 71 (b)", "Agenda item 71(b)": "Agenda item 71 (b)",
        "Agenda item 71 (b": "Agenda item 71 (b)", "Agenda item\u00a071 (b)*": "Agenda item 71 (b)", "Agenda item: 71": "Agenda item 71",
        "Agenda items 5, 6 and 7": "Agenda items 5, 6 and 7", "Item 6 of the provisional agenda*": "Item 6 of the provisional agenda",
        "Agenda item 11 (a) and (b)": "Agenda item 11 (a) and (b)",
    },
    "body": {
        "Second Committee": "Second Committee", "SECOND COMMITTEE": "Second Committee", "Second\u00a0Committee*": "Second Committee",
        "Special Committee on Wells": "Special Committee on Wells",
    },
}  # fmt: skip
LINES = {
    "symbol": "A/C.2/86/L.5", "distribution": "Distr.: Limited", "date": "3 October 2031", "language": "Original: English",
    "session": "Eighty-sixth session", "body": "Second Committee", "agenda_item": "Agenda item 18",
    "sponsors": "Ghana and Peru: draft resolution", "title": "Village seed libraries",
}  # fmt: skip
TEXT = (
    "The General Assembly,", "Noting the number of village seed libraries,", "1. Invites Member States to open seed libraries;",
    "2. Decides to return to the matter.",
)  # fmt: skip
ABOVE = ("symbol", "distribution", "date", "language")


def table(*cells: str) -> str:
    return f"<w:tbl><w:tr>{''.join(f'<w:tc>{cell}</w:tc>' for cell in cells)}</w:tr></w:tbl>"


def masthead_table(lines: dict[str, str]) -> str:
    return table(
        p("United Nations"), p(lines["symbol"]), p("General Assembly"), "".join(p(lines[name]) for name in ABOVE[1:])
    )


def paragraphs(lines: dict[str, str]) -> str:
    return "".join(p(text) for text in (*(line for name, line in lines.items() if name not in ABOVE), *TEXT))


def word_new_york(lines: dict[str, str]) -> Document:
    section = '<w:sectPr><w:headerReference w:type="first" r:id="header1"/><w:titlePg/></w:sectPr>'
    return load(docx(paragraphs(lines) + section, headers={"header1": masthead_table(lines)}), name="draft.docx")


def word_geneva(lines: dict[str, str]) -> Document:
    return load(docx(masthead_table(lines) + paragraphs(lines)), name="draft.docx")


def as_text(lines: dict[str, str]) -> str:
    return "\n\n".join(("United Nations", *lines.values(), *TEXT)) + "\n"


def markdown(lines: dict[str, str]) -> Document:
    return load(as_text(lines).replace("\\", "\\\\").replace("*", "\\*").encode(), name="draft.md")


def front_matter(lines: dict[str, str]) -> Document:
    keys = {name: text for name, text in lines.items() if name != "title"}
    front = "\n".join(f"{name} = '{text}'" for name, text in keys.items())
    return load(
        f"+++\n{front}\n+++\n\n# {lines['title']}\n\n{chr(10).join(f'{line}{chr(10)}' for line in TEXT)}".encode(),
        name="draft.md",
    )


def typed(lines: dict[str, str]) -> Document:
    return load(as_text(lines).encode(), name="draft.txt")


def recovered(lines: dict[str, str]) -> Document:
    page = "31-04321 (E)\n\n- 2 -\n\nA/C.2/86/L.5\n\n¹ See the report on seeds.\n\n² See the report on wells.\n"
    text = as_text(lines).replace("libraries,\n", "libraries¹ and wells²,\n") + page
    assert evidence(text)
    return load(text.encode(), name="draft.txt")


READERS = (word_new_york, word_geneva, markdown, front_matter, typed, recovered)
CASES = [(field, text, value) for field, spellings in SPELLINGS.items() for text, value in spellings.items()]


@each("reader", READERS, ids=lambda reader: reader.__name__)
def test_the_masthead_as_it_should_be(reader) -> None:
    head = reader(LINES).head
    assert (head.symbol, head.distribution, head.date, head.language) == (
        "A/C.2/86/L.5",
        "Limited",
        "3 October 2031",
        "English",
    ) or (reader is front_matter and head.symbol == "A/C.2/86/L.5")
    assert (head.session, head.body, head.agenda_item) == ("Eighty-sixth session", "Second Committee", "Agenda item 18")
    assert head.sponsors == ("Ghana", "Peru")


@each("reader", [reader for reader in READERS if reader is not front_matter], ids=lambda reader: reader.__name__)
@each(("field", "text", "value"), CASES, ids=[f"{field}-{text}" for field, text, _ in CASES])
def test_one_spelling_has_one_value(reader, field: str, text: str, value: str | None) -> None:
    document = reader({**LINES, field: text})
    assert getattr(document.head, field) == value
    assert field_place(document, field) is not None


@each(
    ("field", "text", "value"),
    [case for case in CASES if case[0] in ("symbol", "date", "session", "agenda_item", "body") and case[2]],
)
def test_front_matter_is_read_by_the_same_grammar(field: str, text: str, value: str) -> None:
    assert getattr(front_matter({**LINES, field: text}).head, field) == value.rstrip("*")


@each("symbol", [*SERIES, *(f"{example}/Rev.1/Add.2" for example in SERIES)])
def test_every_series_is_judged_alike(symbol: str) -> None:
    assert symbols.fit(symbol, LEXICON) is not None
    assert list(symbols.find(symbol)) == [(0, len(symbol))]
    assert masthead.is_strict("symbol", symbol, LEXICON)
    assert {reader(LINES | {"symbol": symbol}).head.symbol for reader in READERS} == {symbol}


@each("text", ["N/A", "and/or 3", "* A/86/50.", "Wells and/or springs 2031/32 report", "[A/86/50]", "24/7"])
def test_no_symbol(text: str) -> None:
    assert not [found for found in masthead.in_line(text, 0, len(text), LEXICON) if found.field == "symbol"]


@each(("field", "text", "value"), [case for case in CASES if case[2] and case[0] not in ("body", "symbol")])
def test_the_printed_line_is_strict(field: str, text: str, value: str) -> None:
    assert masthead.printed(field, value, LEXICON) == value
    assert masthead.is_strict(field, value, LEXICON)
    found = masthead.loose(field, text, LEXICON)
    assert found is not None and found.value == value


def test_hostile_lines_end() -> None:
    for text in (
        "A/" * 20_000,
        "Agenda item " + "1, " * 20_000,
        "(a) " * 20_000,
        "Eighty " * 20_000,
        "Distr" * 20_000,
        "A" * 50_000,
    ):
        list(masthead.in_line(text, 0, len(text), LEXICON))
        masthead.like_a_body(text, 0, len(text), LEXICON)
        list(masthead.session_slips(f"{text} session", LEXICON))
