"""Symbol, date, session and the other fields of the masthead, without the rest of a draft."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resolint import cards
from resolint.cards import lexicon
from resolint.checks.spn import masthead as spn_masthead
from resolint.checks.spn import symbol as spn_symbol
from resolint.findings import Hit
from resolint.lexicon.masthead import session_number
from resolint.lexicon.ordinals import ordinal_figure, ordinal_word
from resolint.model import Block, Document, DocumentKind, Head, Origin, Span
from resolint.rule import Check, Context
from tests.support.rows import each

TABLES = cards.tables()
FIELDS = ("symbol", "body", "session", "agenda_item", "sponsors", "distribution", "date", "language")
FAMILY: tuple[Check, ...] = (
    spn_masthead.masthead_incomplete,
    spn_masthead.masthead_date_malformed,
    spn_masthead.original_language_unknown,
    spn_masthead.session_in_figures,
    spn_symbol.symbol_malformed,
    spn_symbol.distribution_contradicts_symbol,
    spn_symbol.session_contradicts_symbol,
    spn_symbol.label_contradicts_symbol,
)


def draft(kind: DocumentKind = "resolution", **fields: str) -> Document:
    blocks = tuple(Block(f"document/{name}", "cell", text) for name, text in fields.items())
    spans = tuple((name, Span(f"document/{name}", 0, len(text))) for name, text in fields.items())
    values = {name: text for name, text in fields.items() if name != "sponsors"}
    head = Head(**values, spans=spans, blocks=tuple(block.id for block in blocks))  # type: ignore[arg-type]
    return Document(Origin("x.docx", "0" * 64, "docx"), kind, head, (), blocks)


def hits(check: Check, document: Document) -> list[Hit]:
    return list(check(document, Context("ga", {}, TABLES, None)))


def marked(check: Check, document: Document) -> list[str]:
    return [document.text(hit.span) for hit in hits(check, document)]


def fixed(check: Check, field: str, text: str, **others: str) -> str | None:
    (hit,) = hits(check, draft(**{field: text, **others}))
    if hit.fix is None:
        return None
    for edit in sorted(hit.fix.edits, key=lambda edit: -edit.span.start):
        assert text[edit.span.start : edit.span.end] == edit.expected
        text = text[: edit.span.start] + edit.replacement + text[edit.span.end :]
    return text


@each("row", TABLES["symbols"], ids=lambda row: row["series"])
def test_every_series_has_an_example_that_fits_and_is_clean(row: dict[str, str]) -> None:
    assert re.fullmatch(row["pattern"], row["example"])
    assert hits(spn_symbol.symbol_malformed, draft(symbol=row["example"])) == []
    assert hits(spn_symbol.symbol_malformed, draft(symbol=row["example"] + "/Rev.1/Add.2")) == []


@each(
    "symbol",
    [
        "A/C.3/78/L.41*",
        "A/C.3/84/L.XX",
        "A/C.3/84/L.…",
        "E/CN.7/2031/L.[...]",
        "A/80/6 (Sect. 24)/Corr.1",
        "A/67/828-S/2013/210",
        "NPT/CONF.2030/L.2",
        "A/HRC/46/NGO/12",
        "S/PRST/2020/1",
        "",
    ],
)
def test_a_good_symbol_or_a_placeholder_is_let_pass(symbol: str) -> None:
    assert hits(spn_symbol.symbol_malformed, draft(symbol=symbol)) == []


@each(
    ("wrong", "right", "level"),
    [
        ("A/62/L.41/Rev. 1", "A/62/L.41/Rev.1", "safe"),
        ("A/C.3/84/ L.17", "A/C.3/84/L.17", "safe"),
        ("E/CN7/2020/L2 Rev1", "E/CN.7/2020/L.2/Rev.1", "suggest"),
        ("E/CN.7/2020/L.2 Rev.1", "E/CN.7/2020/L.2/Rev.1", "suggest"),
        ("A/C.3/84/L17", "A/C.3/84/L.17", "suggest"),
        ("a/c.3/84/l.17", "A/C.3/84/L.17", "suggest"),
        ("A\\C.3\\84\\L.17", "A/C.3/84/L.17", "suggest"),
        ("A/C.3/84/L.17/REV.1", "A/C.3/84/L.17/Rev.1", "suggest"),
    ],
)
def test_a_broken_symbol_is_mended(wrong: str, right: str, level: str) -> None:
    (hit,) = hits(spn_symbol.symbol_malformed, draft(symbol=wrong))
    assert hit.fix is not None
    assert hit.fix.applicability == level
    assert fixed(spn_symbol.symbol_malformed, "symbol", wrong) == right


@each("symbol", ["A/C.3/L.17", "A/C.9/84/L.17", "E/CN.7/2020/63/5/L.2", "A/HRC/L.4"])
def test_a_symbol_of_no_series_is_reported_without_a_remedy(symbol: str) -> None:
    (hit,) = hits(spn_symbol.symbol_malformed, draft(symbol=symbol))
    assert hit.fix is None


def test_a_draft_has_an_l_symbol_except_in_the_security_council() -> None:
    line = "Mali and Peru: draft resolution"
    assert len(hits(spn_symbol.symbol_malformed, draft(symbol="E/CN.7/2031/4", sponsors=line))) == 1
    assert hits(spn_symbol.symbol_malformed, draft(symbol="S/2031/411", sponsors=line)) == []
    assert hits(spn_symbol.symbol_malformed, draft(symbol="E/CN.7/2031/4")) == []


@each(
    ("symbol", "distribution", "expected"),
    [
        ("A/C.3/84/L.17", "Distr.: Limited", []),
        ("A/C.3/84/L.17", "Distr.: General", ["General"]),
        ("A/C.3/84/L.17", "GENERAL", ["GENERAL"]),
        ("A/RES/84/17", "General", []),
        ("A/RES/84/17", "Limited", ["Limited"]),
        ("A/HRC/46/CRP.1", "Restricted", []),
        ("S/2031/411", "General", []),
    ],
)
def test_distribution(symbol: str, distribution: str, expected: list[str]) -> None:
    document = draft(symbol=symbol, distribution=distribution)
    assert marked(spn_symbol.distribution_contradicts_symbol, document) == expected


@each(
    ("date", "right"),
    [
        ("March 12, 2014", "12 March 2014"),
        ("12th March 2014", "12 March 2014"),
        ("05 March 2014", "5 March 2014"),
        ("5 Sept. 2014", "5 September 2014"),
        ("12 march 2014", "12 March 2014"),
        ("25.03.2014", "25 March 2014"),
        ("2014-03-12", "12 March 2014"),
        ("12.03.2014", None),
    ],
)
def test_dates(date: str, right: str | None) -> None:
    assert fixed(spn_masthead.masthead_date_malformed, "date", date) == right


@each("date", ["12 March 2014", "5 May 2020", "[date]", "31 September 2020"])
def test_good_dates(date: str) -> None:
    assert hits(spn_masthead.masthead_date_malformed, draft(date=date)) == []


def test_front_matter_may_hold_the_date_as_data() -> None:
    block = Block("front/date", "header", "2031-03-12")
    head = Head(date="2031-03-12", spans=(("date", block.span()),))
    document = Document(Origin("x.md", "0" * 64, "markdown"), "resolution", head, (), (block,))
    assert hits(spn_masthead.masthead_date_malformed, document) == []


@each(
    ("language", "expected"),
    [
        ("English", []),
        ("Original: French", []),
        ("ENGLISH", []),
        ("English only", []),
        ("en", []),
        ("English/French", ["English/French"]),
        ("Original: Portuguese", ["Portuguese"]),
    ],
)
def test_language(language: str, expected: list[str]) -> None:
    assert marked(spn_masthead.original_language_unknown, draft(language=language)) == expected


@each(
    ("session", "expected"),
    [
        ("Sixty-third session", []),
        ("2031 session", []),
        ("63", []),
        ("63rd session", ["63rd"]),
        ("Thirtieth special session", []),
        ("Sixty third session", ["Sixty third"]),
        ("30th emergency special session", ["30th"]),
    ],
)
def test_session(session: str, expected: list[str]) -> None:
    assert marked(spn_masthead.session_in_figures, draft(session=session)) == expected


def test_the_words_of_a_session_take_the_case_of_their_place() -> None:
    assert fixed(spn_masthead.session_in_figures, "session", "74th session") == "Seventy-fourth session"
    assert fixed(spn_masthead.session_in_figures, "body", "at its 21st session") == "at its twenty-first session"


@given(st.integers(1, 99))
def test_a_session_in_words_is_read_back(number: int) -> None:
    known = lexicon()
    assert session_number(f"{ordinal_word(number, known)} session", known) == number
    assert session_number(f"{ordinal_figure(number, known)} session", known) == number


@each(
    ("fields", "count"),
    [
        ({"symbol": "E/CN.7/2020/L.2", "session": "Sixty-third session"}, 0),
        ({"symbol": "E/CN.7/2020/L.2", "session": "Sixty-fourth session"}, 1),
        ({"symbol": "E/CN.15/2019/L.2", "session": "Twenty-eighth session"}, 0),
        ({"symbol": "A/C.3/78/L.41", "session": "Seventy-eighth session", "date": "31 October 2023"}, 0),
        ({"symbol": "A/C.3/78/L.41", "session": "Seventy-seventh session"}, 1),
        ({"symbol": "A/78/L.4", "session": "Seventy-eighth session", "date": "3 May 2024"}, 0),
        ({"symbol": "A/78/L.4", "session": "Seventy-eighth session", "date": "3 May 2021"}, 1),
        ({"symbol": "A/HRC/46/L.4", "session": "Forty-sixth session", "date": "3 March 2021"}, 0),
        ({"symbol": "A/HRC/46/L.4", "session": "Forty-fifth session"}, 1),
        ({"symbol": "E/CN.7/2020/L.2", "date": "5 March 2019"}, 1),
        ({"symbol": "E/CN.7/2020/L.2", "date": "20 December 2019"}, 0),
        ({"symbol": "A/S-30/L.1", "session": "Thirtieth special session"}, 0),
        ({"symbol": "E/2019/L.14", "session": "2019 session", "date": "3 June 2019"}, 0),
        ({"session": "Sixty-third session"}, 0),
    ],
)
def test_session_and_year(fields: dict[str, str], count: int) -> None:
    assert len(hits(spn_symbol.session_contradicts_symbol, draft(**fields))) == count


@each(
    ("symbol", "line", "right"),
    [
        ("A/C.3/84/L.1/Rev.1", "Mali: draft resolution", "Mali: revised draft resolution"),
        ("A/C.3/84/L.1", "Mali: revised draft resolution", "Mali: draft resolution"),
        (
            "A/C.3/84/L.1/Rev.1",
            "Draft resolution submitted by the Chair",
            "Revised draft resolution submitted by the Chair",
        ),
        ("A/C.3/84/L.1", "Revised draft decision submitted by the Chair", "Draft decision submitted by the Chair"),
    ],
)
def test_label_and_symbol(symbol: str, line: str, right: str) -> None:
    assert fixed(spn_symbol.label_contradicts_symbol, "sponsors", line, symbol=symbol) == right
    assert hits(spn_symbol.label_contradicts_symbol, draft(symbol=symbol, sponsors=right)) == []


@each(
    ("fields", "place"),
    [
        ({"symbol": "A/HRC/65/L.11", "session": "Sixty-sixth session", "date": "1 October 2027"}, ["A/HRC/65/L.11"]),
        (
            {"symbol": "A/HRC/66/L.11", "session": "Sixty-fifth session", "date": "1 October 2027"},
            ["Sixty-fifth session"],
        ),
        ({"symbol": "A/HRC/66/L.11", "session": "Sixty-sixth session", "date": "1 October 2027"}, []),
        ({"symbol": "E/2028/L.19", "session": "2027 session", "date": "1 June 2027"}, ["E/2028/L.19"]),
        ({"symbol": "E/2027/L.19", "session": "2027 session", "date": "1 June 2027"}, []),
    ],
)
def test_of_symbol_session_and_date_the_one_that_stands_alone_is_marked(
    fields: dict[str, str], place: list[str]
) -> None:
    assert marked(spn_symbol.session_contradicts_symbol, draft(**fields)) == place


@each(
    ("symbol", "right"),
    [("S.2031/412", "S/2031/412"), ("A/C.3/84.L.1", "A/C.3/84/L.1"), ("E/CN.7/2031//L.4", "E/CN.7/2031/L.4")],
)
def test_a_stroke_in_place_of_what_stands_for_it(symbol: str, right: str) -> None:
    assert fixed(spn_symbol.symbol_malformed, "symbol", symbol) == right


def test_an_amendment_to_a_revised_draft_needs_no_revised_symbol() -> None:
    line = "Mali: amendment to revised draft resolution A/C.3/84/L.1/Rev.1"
    assert hits(spn_symbol.label_contradicts_symbol, draft(symbol="A/C.3/84/L.9", sponsors=line)) == []


def test_what_a_masthead_lacks_is_said_in_words() -> None:
    (hit,) = hits(spn_masthead.masthead_incomplete, draft(symbol="A/C.3/84/L.1", body="b", session="s", date="d"))
    assert hit.values["missing"] == "“Distr.:”, “Original:” and the agenda item"
    assert hits(spn_masthead.masthead_incomplete, draft(body="b")) == []
    assert hits(spn_masthead.masthead_incomplete, draft(symbol="A/C.3/84/L.1", date="d")) == []
    assert hits(spn_masthead.masthead_incomplete, draft(symbol="A/RES/84/1", body="b", session="s", date="d")) == []
    assert hits(spn_masthead.masthead_incomplete, draft(symbol="S/2031/4")) == []


@given(st.dictionaries(st.sampled_from(FIELDS), st.text(max_size=80)))
@pytest.mark.slow
def test_no_masthead_breaks_a_check(fields: dict[str, str]) -> None:
    document = draft(**fields)
    for check in FAMILY:
        for hit in hits(check, document):
            assert document.has_block(hit.span.block)
            assert 0 <= hit.span.start <= hit.span.end <= len(document.block(hit.span.block).text)


@pytest.mark.slow
@each("piece", ["A/", "( ", "L.", "1st ", "1st regular ", "Sixty ", "March 1", "/Rev. ", "A/RES/1"])
def test_hostile_mastheads_end(piece: str) -> None:
    document = draft(**dict.fromkeys(FIELDS, piece * (100_000 // len(piece))))
    for check in FAMILY:
        hits(check, document)
