"""Faulty mastheads in Word, in the header of the first page (New York) and in loose lines."""

import pytest

from resolint import cards, engine, profile, rulebook, structure, word
from resolint.model import Document, Origin
from tests.checks.drafts import known
from tests.support.docx import docx, i, p, r
from tests.support.rows import each

BODY = (
    p(r("Footpaths between market towns", "<w:b/>")),
    p(i("The General Assembly"), ","),
    p(i("Recalling"), " its interest in rural roads,"),
    p("\t1.\t", i("Invites"), " Member States to keep footpaths open;"),
    p("\t2.\t", i("Decides"), " to return to the matter."),
)
FIRST_PAGE = '<w:sectPr><w:headerReference w:type="first" r:id="header1"/><w:titlePg/></w:sectPr>'


def masthead(**fields: str) -> list[str]:
    right = {
        "symbol": "A/C.2/84/L.9/Rev.1",
        "distribution": "Distr.: Limited",
        "date": "4 November 2029",
        "language": "Original: English",
        "session": "Eighty-fourth session",
        "sponsors": "Chile, Ghana and Thailand: revised draft resolution",
    }
    return list({**right, **fields}.values())


def loose(**fields: str) -> Document:
    """The masthead in lines of the body above the title."""
    symbol, distribution, date, language, session, sponsors = masthead(**fields)
    lines = ("United Nations", symbol, "General Assembly", distribution, date, language, session, "Second Committee",
             "Agenda item 24", "Rural development", sponsors)  # fmt: skip
    return _build(docx("".join(map(p, lines)) + "".join(BODY)))


def tabled(**fields: str) -> Document:
    """Symbol, distribution, date and language in the table of the first page's header, the rest in the body."""
    symbol, distribution, date, language, session, sponsors = masthead(**fields)
    cells = (p("United Nations"), p(symbol), p("General Assembly"), p(distribution) + p(date) + p(language))
    rows = "".join(f"<w:tc>{cell}</w:tc>" for cell in cells)
    lines = (session, "Second Committee", "Agenda item 24", "Rural development", sponsors)
    body = "".join(map(p, lines)) + "".join(BODY) + FIRST_PAGE
    return _build(docx(body, headers={"header1": f"<w:tbl><w:tr>{rows}</w:tr></w:tbl>"}))


def _build(data: bytes) -> Document:
    reading = word.read_word(data, name="draft.docx")
    return structure.build(reading, Origin("draft.docx", "0" * 64, "docx", lost=reading.lost), cards.lexicon())


def found(document: Document) -> dict[str, str]:
    """The rules of the family that speak up, each with the words it marks first."""
    chosen = profile.resolve(document, name="ga")
    rules = [rule for rule in rulebook.select(known(), chosen) if rule.card.family == "SPN"]
    report = engine.run(document, rules, tables=cards.tables(), profile=chosen.name, date=chosen.date, cards=known())
    assert not report.failures, report.failures
    hits: dict[str, str] = {}
    for finding in report.findings:
        hits.setdefault(finding.rule, document.text(finding.span))
    return hits


@pytest.mark.parametrize("build", [loose, tabled])
def test_a_right_masthead_is_clean(build: type[Document]) -> None:
    assert found(build()) == {}


@each("build", [loose, tabled])
@each(
    ("field", "text", "expected"),
    [
        ("symbol", "A/C.2/84/L.9/Rev. 1", {"SPN002": "A/C.2/84/L.9/Rev. 1"}),
        ("symbol", "A/C2/84/L9/Rev.1", {"SPN002": "A/C2/84/L9/Rev.1"}),
        ("symbol", "A/C.2/83/L.9/Rev.1", {"SPN007": "A/C.2/83/L.9/Rev.1"}),
        ("symbol", "A/C.2/84/L.9", {"SPN015": "revised draft resolution"}),
        ("distribution", "Distr.: General", {"SPN003": "General"}),
        ("date", "November 4, 2029", {"SPN004": "November 4, 2029"}),
        ("date", "4th November 2029", {"SPN004": "4th November 2029"}),
        ("date", "25.11.2029", {"SPN004": "25.11.2029"}),
        ("language", "Original: Portuguese", {"SPN005": "Portuguese"}),
        ("session", "84th session", {"SPN006": "84th"}),
        ("session", "Eighty-third session", {"SPN007": "Eighty-third session"}),
        ("sponsors", "Ghana, Chile and Thailand: revised draft resolution", {"SPN009": "Ghana"}),
        ("sponsors", "Chile, Ghana, and Viet Nam: revised draft resolution", {"SPN012": ","}),
        ("sponsors", "Chile, Ghana and Vietnam: revised draft resolution", {"SPN010": "Vietnam"}),
        ("sponsors", "Chile, Ghana and the Sudan: revised draft resolution", {"SPN011": "the"}),
        ("sponsors", "Chile, Ghana and Thailand: Revised draft resolution", {"SPN008": "R"}),
        ("sponsors", "Chile, Ghana and Thailand: revised draft resolution.", {"SPN008": "."}),
        ("sponsors", "Chile, Ghana and Thailand: draft resolution", {"SPN015": "draft resolution"}),
    ],
)
def test_one_fault_is_found_and_nothing_else(
    build: type[Document], field: str, text: str, expected: dict[str, str]
) -> None:
    hits = found(build(**{field: text}))
    hits.pop("SPN001", None)  # what is written wrongly may count as missing
    assert hits == expected
