"""What a Word file says about its masthead."""

import pytest

from resolint.model import Head, Span
from resolint.pipeline.drafts import load
from resolint.pipeline.fixing import Mended, difference
from resolint.word import read_word as read
from tests.support.docx import docx, p, r
from tests.support.docx import style as known
from tests.support.rows import each


def head(body: str, **parts) -> Head:
    return load(docx(body, **parts), name="draft.docx").head


def hints(body: str, **parts):
    return read(docx(body, **parts)).hints


def first(found, name: str):
    return next(((value, span) for field, value, span in found if field == name), None)


def variables(**values: str) -> str:
    return "<w:docVars>" + "".join(f'<w:docVar w:name="{k}" w:val="{v}"/>' for k, v in values.items()) + "</w:docVars>"


def table(*cells: str) -> str:
    return f"<w:tbl><w:tr>{''.join(f'<w:tc>{c}</w:tc>' for c in cells)}</w:tr></w:tbl>"


MASTHEAD = table(
    p("United Nations"),
    p(r("E", '<w:sz w:val="40"/>'), r("/CN.99/2031/L.4/Rev.1")),
    p("Economic and Social Council"),
    p("Distr.: Limited") + p("12\u00a0March 2031") + p() + p("Original: English"),
)
NEW_YORK = (
    p("x") + '<w:sectPr><w:headerReference w:type="first" r:id="header1"/>'
    '<w:footerReference w:type="first" r:id="footer1"/><w:titlePg/></w:sectPr>'
)


def test_the_header_of_the_first_page():
    found = head(NEW_YORK, headers={"header1": MASTHEAD, "footer1": p("31-04321 (E)    120331")})
    assert (found.symbol, found.where("symbol")) == ("E/CN.99/2031/L.4/Rev.1", Span("header1/1", 0, 22))
    assert (found.body, found.where("body")) == ("Economic and Social Council", Span("header1/2", 0, 27))
    assert (found.distribution, found.where("distribution")) == ("Limited", Span("header1/3", 8, 15))
    assert (found.date, found.where("date")) == ("12 March 2031", Span("header1/4", 0, 13))
    assert (found.language, found.where("language")) == ("English", Span("header1/6", 10, 17))
    assert (found.job_number, found.where("job_number")) == ("31-04321 (E)", Span("footer1/0", 0, 12))


def test_the_first_table_of_the_body():
    found = head(MASTHEAD + p("Draft resolution"))
    assert (found.symbol, found.where("symbol")) == ("E/CN.99/2031/L.4/Rev.1", Span("document/1", 0, 22))
    assert (found.distribution, found.where("distribution")) == ("Limited", Span("document/3", 8, 15))


def test_document_variables_and_where_their_words_stand():
    settings = variables(
        Symbol1="A/99/6 (Outline)",
        Symbol2="-",
        jobn="31-04321 (E)",
        Session1="Ninety-ninth session_x000d_",
        Agenda1="Items 7 and 8 of the preliminary list*_x000d_",
        Title1="_x0009_Rivers_x000d_",
    )
    body = p("Ninety-ninth session") + p("Items 7 and 8 of the preliminary list*") + p("Rivers")
    assert hints(body, settings=settings) == (
        ("symbol", "A/99/6 (Outline)", None),
        ("job_number", "31-04321 (E)", None),
        ("session", "Ninety-ninth session", Span("document/0", 0, 20)),
        ("agenda_item", "Items 7 and 8 of the preliminary list", Span("document/1", 0, 37)),
        ("title", "Rivers", Span("document/2", 0, 6)),
    )


def test_all_sources_agree_on_the_symbol():
    words = "<<ODS DOC SYMBOL1>>E/CN.99/2031/L.4/Rev.1<<ODS DOC SYMBOL1>>"
    found = hints(
        NEW_YORK,
        headers={"header1": MASTHEAD},
        settings=variables(Symbol1="E/CN.99/2031/L.4/Rev.1"),
        comments=f'<w:comment w:id="0">{p(r(words))}</w:comment>',
    )
    assert [(v, s) for f, v, s in found if f == "symbol"] == [("E/CN.99/2031/L.4/Rev.1", Span("header1/1", 0, 22))]


def test_what_is_printed_is_the_truth_and_a_variable_fills_gaps_only():
    settings = variables(Symbol1="A/99/1", Session1="Ninety-ninth session")
    found = head(NEW_YORK, headers={"header1": MASTHEAD}, settings=settings)
    assert (found.symbol, found.session) == ("E/CN.99/2031/L.4/Rev.1", "Ninety-ninth session")
    assert found.others == (("symbol", "A/99/1"),)


def test_a_variable_that_says_the_same_in_other_letters_is_no_contradiction():
    found = head(p("NINETY-NINTH SESSION") + p("Rivers"), settings=variables(Session1="Ninety-ninth session"))
    assert (found.session, found.others) == ("Ninety-ninth session", ())


def test_kept_front_matter_that_contradicts_the_print_is_left_out():
    kept = '<w:docVars><w:docVar w:name="resolint session" w:val="Ninety-first session"/><w:docVar w:name="resolint date" w:val="3 March 2031"/></w:docVars>'
    document = load(docx(p("Ninety-second session") + p("Rivers"), settings=kept), name="draft.docx")
    assert (document.head.session, document.head.date) == ("Ninety-second session", "3 March 2031")
    assert (document.has_block("front/session"), document.has_block("front/date")) == (False, True)
    assert document.head.others == (("session", "Ninety-first session"),)


def test_sponsors_that_were_mended_in_print_contradict_no_kept_copy():
    kept = '<w:docVars><w:docVar w:name="resolint sponsors" w:val="Chile and Vietnam: draft resolution"/></w:docVars>'
    document = load(docx(p("Chile and Viet Nam: draft resolution") + p("Rivers"), settings=kept), name="draft.docx")
    assert (document.head.sponsors, document.head.others) == (("Chile", "Viet Nam"), ())


@pytest.mark.parametrize(
    ("style", "title"), [("AgendaTitleH2", "Oceans"), ("AgendaTitleG", "Oceans"), ("Plain", "Small islands")]
)
def test_a_kept_title_of_the_agenda_item_gives_way_to_the_printed_one(style, title):
    kept = '<w:docVars><w:docVar w:name="resolint agenda_title" w:val="Small islands"/></w:docVars>'
    printed = p("Oceans", ppr=f'<w:pStyle w:val="{style}"/>')
    data = docx(p("Agenda item 19") + printed + p("Rivers"), settings=kept, styles=known(style))
    document = load(data, name="draft.docx")
    assert document.block("front/agenda_title").text == title


def test_what_a_file_keeps_in_variables_is_no_line_of_a_difference():
    kept = '<w:docVars><w:docVar w:name="resolint date" w:val="3 March 2031"/></w:docVars>'
    before, after = docx(p("Rivers")), docx(p("Lakes"), settings=kept)
    shown = difference(Mended("draft.docx", before, after, 1, 0))
    assert "+Lakes" in shown and "March" not in shown


def test_a_table_that_states_no_field():
    found = head(table(p("Wells"), p("and/or")))
    assert (found.symbol, found.body, found.spans) == (None, None, ())


@each(
    ("line", "symbol"),
    [
        ("A/99/L.7*", "A/99/L.7"), ("S/RES/9528 (2044)", "S/RES/9528 (2044)"), ("FCCC/PA/2031/10/Add.3", "FCCC/PA/2031/10/Add.3"),
        ("A/HRC/RES/99/1", "A/HRC/RES/99/1"), ("and/or", None), ("N/A words", None), ("General/Limited words", None),
    ],
)  # fmt: skip
def test_symbols(line, symbol):
    assert head(table(p(line), p("Distr.: General"))).symbol == symbol
