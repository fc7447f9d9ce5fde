"""Documents, records, treaties, publications, sessions, meetings, items, provisions and dates."""

from resolint.citation import expand
from resolint.lexicon.labels import roman, roman_value
from resolint.model import Citation
from tests.citation.english import find, format, ordinal_figure, ordinal_value, ordinal_word, parse
from tests.support.rows import each


def of_kind(text: str, kind: str) -> list[Citation]:
    return [citation for citation in find(text) if citation.kind == kind]


@each(
    ("symbol", "organ", "session"),
    [
        ("A/73/85", "GA", "73"),
        ("A/C.3/78/L.41", "GA", "78"),
        ("A/HRC/46/L.19", "HRC", "46"),
        ("E/CN.7/2020/L.2/Rev.1", "CND", "2020"),
        ("A/S-30/L.1", "GA", "S-30"),
        ("S/2015/562", "SC", "2015"),
        ("A/67/828-S/2013/210", "GA", "67"),
        ("A/67/828/Add.1-S/2013/210/Add.1", "GA", "67"),
        ("A/80/6 (Plan outline)", "GA", "80"),
        ("A/70/6 (Sect. 3)", "GA", "70"),
        ("CAC/COSP/2009/L.7/Rev.2", "COSP-UNCAC", "2009"),
        ("FCCC/CP/2015/10/Add.1", None, "2015"),
        ("A/520/Rev.11/Amend.1", "GA", None),
        ("E/3933", "ECOSOC", None),
    ],
)
def test_symbols(symbol: str, organ: str | None, session: str | None) -> None:
    citation = parse(symbol)
    assert (citation.kind, citation.symbol) == ("document", symbol)
    assert (citation.organ, citation.session) == (organ, session)


def test_addenda_named_by_their_suffix_alone() -> None:
    text = "See A/58/874 and Add.1 and 2 and A/58/900/Corr.1, sect. II.A."
    assert [citation.symbol for citation in of_kind(text, "document")] == [
        "A/58/874",
        "A/58/874/Add.1",
        "A/58/874/Add.2",
        "A/58/900/Corr.1",
    ]


@each(
    ("text", "symbol"),
    [
        ("A/62/L.41/Rev. 1", "A/62/L.41/Rev.1"),
        ("A/62/L.41 Rev.1", "A/62/L.41/Rev.1"),
        ("A/67/828\u2011S/2013/210", "A/67/828-S/2013/210"),
        ("A/67/828–S/2013/210", "A/67/828-S/2013/210"),
    ],
)
def test_stray_spaces_and_dashes_in_symbols(text: str, symbol: str) -> None:
    (citation,) = of_kind(text, "document")
    assert citation.symbol == symbol
    assert citation.span.end == len(text)


@each("text", ["HIV/AIDS", "and/or", "km/h", "RID/ADR/ADN", "A/B", "https://www.example.org/a/1"])
def test_what_is_no_symbol(text: str) -> None:
    assert of_kind(text, "document") == []


def test_a_sentence_may_end_after_a_symbol() -> None:
    assert of_kind("Contained in A/73/85. 12 States spoke.", "document")[0].symbol == "A/73/85"


def test_official_records() -> None:
    text = "Official Records of the General Assembly, Seventy-eighth Session, Supplement No. 53 (A/78/53)"
    citation = parse(text)
    assert (citation.organ, citation.session, citation.number, citation.symbol) == ("GA", "78", "53", "A/78/53")
    assert format(citation) == text
    (citation,) = of_kind("Ibid., 2009, Supplement No. 8A (E/2009/28/Add.1), chap. I.", "official records")
    assert (citation.organ, citation.session, citation.number) == (None, "2009", "8A")
    two = of_kind("Supplement No. 9 (A/40/9) and Supplement No. 9A (A/40/9/Add.1)", "official records")
    assert [citation.number for citation in two] == ["9", "9A"]


def test_treaty_series() -> None:
    citation = parse("United Nations, Treaty Series, vols. 2225, 2237, 2241 and 2326, No. 39574")
    assert (citation.volume, citation.number) == ("2225, 2237, 2241 and 2326", "39574")
    (citation,) = of_kind("Ibid., vol. 1019, No. 14956.", "treaty series")
    assert (citation.volume, citation.number) == ("1019", "14956")
    assert parse("League of Nations, Treaty Series, vol. XCIV (1929), No. 2138").organ == "League of Nations"
    assert of_kind("see 976 UNTS 105", "treaty series")[0].volume == "976"


def test_sales_numbers() -> None:
    assert parse("Sales No. E.09.XI.17").number == "E.09.XI.17"
    text = "(United Nations publications, Sales Nos. E.73.II.A.2 and E.73.II.A.3)"
    assert [citation.number for citation in of_kind(text, "sales number")] == ["E.73.II.A.2", "E.73.II.A.3"]


@each(
    ("text", "session", "organ", "own"),
    [
        ("sixty-third session", "63", None, False),
        ("its sixty-third session", "63", None, True),
        ("thirtieth special session of the General Assembly", "S-30", "GA", False),
        ("tenth emergency special session", "ES-10", None, False),
        ("74th session", "74", None, False),
        ("2019 session", "2019", None, False),
        ("sixty-third session of the Commission on Narcotic Drugs", "63", "CND", False),
    ],
)
def test_sessions(text: str, session: str, organ: str | None, own: bool) -> None:
    citation = parse(text)
    assert (citation.kind, citation.session, citation.organ, citation.own) == ("session", session, organ, own)


def test_several_sessions_and_meetings() -> None:
    text = "at its sixty-second, sixty-third and sixty-fourth sessions and its 3rd and 4th meetings"
    assert [citation.session for citation in of_kind(text, "session")] == ["62", "63", "64"]
    assert [citation.number for citation in of_kind(text, "meeting")] == ["3", "4"]
    assert parse("5908th meeting").number == "5908"
    assert parse("Two hundred and eighty-third plenary meeting").number == "283"
    assert parse("first regular session").title == "regular"
    assert of_kind("at its next session and at later meetings", "session") == []


def test_agenda_items() -> None:
    text = "under agenda items 5 and 70 (b) and item 6 of the provisional agenda, and agenda items 8–10"
    assert [citation.number for citation in of_kind(text, "agenda item")] == ["5", "70 (b)", "6", "8 to 10"]
    assert of_kind("buys 3 items 4 times", "agenda item") == []


@each(
    ("text", "found"),
    [
        ("in paragraph 5 above,", [("paragraph", "5", "above")]),
        ("paragraphs 6, 12 and 15,", [("paragraph", "6", ""), ("paragraph", "12", ""), ("paragraph", "15", "")]),
        ("subparagraph 7 (b) below", [("subparagraph", "7 (b)", "below")]),
        ("paragraph 7 (a) and (b) of the present resolution", [("paragraph", "7 (a)", "this"), ("paragraph", "7 (b)", "this")]),
        ("paragraphs 5 to 7 above", [("paragraph", "5 to 7", "above")]),
        ("article 12, paragraph 12, of the 1999 Treaty", [("article", "12", "other"), ("paragraph", "12", "other")]),
        ("section II, paragraph 3, of its resolution 55/2", [("section", "II", "other"), ("paragraph", "3", "other")]),
        ("Resolution 69/283, annex II, para. 5 (c).", [("annex", "II", "other"), ("paragraph", "5 (c)", "other")]),
        ("Resolution 69/283, annex.", [("annex", None, "other")]),
        ("in the annex to the present resolution", [("annex", None, "this")]),
        ("paragraphs 7 (a) to (c)", [("paragraph", "7 (a) to (c)", "")]),
        ("A/58/124, sect. II.A.", [("section", "II.A", "other")]),
        ("subparagraphs (a) to (d) below", [("subparagraph", "(a) to (d)", "below")]),
        ("paragraph 10 bis", [("paragraph", "10 bis", "")]),
        ("Chapter VII of the Charter", [("chapter", "VII", "other")]),
    ],
)  # fmt: skip
def test_provisions(text: str, found: list[tuple[str, str | None, str]]) -> None:
    kinds = ("paragraph", "subparagraph", "article", "section", "annex", "chapter", "rule")
    assert [(c.kind, c.number, c.of) for c in find(text) if c.kind in kinds] == found


def test_a_singular_takes_no_list_and_figures_with_nouns_are_none() -> None:
    assert [c.number for c in of_kind("paragraph 5, 12 States having spoken", "paragraph")] == ["5"]
    assert [c.number for c in of_kind("paragraphs 5 and 6, 12 States having spoken", "paragraph")] == ["5", "6"]
    assert [c.number for c in of_kind("articles 5 and 6 and 30 June 2010", "article")] == ["5", "6"]


@each(
    ("number", "all_of_it"),
    [
        ("5", ("5",)),
        ("5 to 7", ("5", "6", "7")),
        ("7 (a) to (c)", ("7 (a)", "7 (b)", "7 (c)")),
        ("I to III", ("I", "II", "III")),
        ("7 to 5", ("7", "5")),
        ("1 to 99999", ("1", "99999")),
    ],
)
def test_ranges_expand(number: str, all_of_it: tuple[str, ...]) -> None:
    assert expand(number) == all_of_it


@each(
    ("text", "iso", "written"),
    [
        ("25 September 2015", "2015-09-25", None),
        ("19 to 21 April 2016", "2016-04-19/2016-04-21", None),
        ("2–6 March 2020", "2020-03-02/2020-03-06", "2 to 6 March 2020"),
        ("26 and 27 February 2009", "2009-02-26,2009-02-27", None),
        ("30 June to 2 July 2009", "2009-06-30/2009-07-02", None),
        ("28 November 2011 to 3 December 2012", "2011-11-28/2012-12-03", None),
        ("21 September, 25 October and 12 December 1979", "1979-09-21,1979-10-25,1979-12-12", None),
        ("8 March", "--03-08", None),
        ("September 2015", "2015-09", None),
        ("March 12, 2014", "2014-03-12", "12 March 2014"),
        ("12th March 2014", "2014-03-12", "12 March 2014"),
        ("25th of September 2015", "2015-09-25", "25 September 2015"),
        ("12.03.2014", "2014-03-12", "12 March 2014"),
        ("2014-03-12", "2014-03-12", "12 March 2014"),
        ("June 25–29, 2012", "2012-06-25/2012-06-29", "25 to 29 June 2012"),
        ("12 Sept. 2014", "2014-09-12", "12 September 2014"),
    ],
)
def test_dates(text: str, iso: str, written: str | None) -> None:
    citation = parse(text)
    assert (citation.kind, citation.date) == ("date", iso)
    assert format(citation) == (written or text)


@each("text", ["31 February 2014", "May improve", "99 March 2014", "section 3.4.2014x", "March 5000 men"])
def test_what_is_no_date(text: str) -> None:
    assert [c for c in of_kind(text, "date") if c.date and c.date.startswith("2014")] == []


def test_a_date_inside_a_resolution_is_not_said_twice() -> None:
    assert of_kind("resolution 70/1 of 25 September 2015 and on 26 September 2015", "date")[0].date == "2015-09-26"


def test_ordinals_and_numerals() -> None:
    for number in range(1, 300):
        assert ordinal_value(ordinal_word(number)) == number
        assert ordinal_value(ordinal_figure(number)) == number
        assert roman_value(roman(number)) == number
    assert ordinal_figure(112) == "112th"
    assert [roman_value(text) for text in ("IIII", "VX", "", "ABC", "IC")] == [None] * 5
    assert [ordinal_value(text) for text in ("twenty", "63", "sixty-tenth", "²nd")] == [None] * 4


@each(
    ("text", "form"),
    [
        ("the resumed sixty-fifth session", "resumed sixty-fifth session"),
        ("its reconvened sixty-second session", "its reconvened sixty-second session"),
        ("its second resumed session", "its second resumed session"),
        ("its 2003 resumed organizational session", "its 2003 resumed organizational session"),
    ],
)
def test_what_is_held_again_is_named_as_editors_name_it(text: str, form: str) -> None:
    (citation,) = find(text)
    assert format(citation) == form
