"""Doubts about facts, with invented facts and the arithmetic of sessions."""

from resolint.citation.plausible import (
    Bounds,
    chain,
    council_bounds,
    doubt_date,
    doubt_ibid,
    doubt_number,
    doubt_supplement,
    known_date,
    lists,
    organ_of,
    out_of_order,
)
from resolint.lexicon.sessions import years_of
from tests.citation.english import find, known_dates, parse, speaks
from tests.support.rows import each

ROWS = (
    ("GA", "resolution", "88/4", "3 November 2033"),
    ("SC", "resolution", "2900 (2030)", "2030-01-09"),
    ("SC", "resolution", "2950 (2030)", "2030-12-20"),
    ("SC", "resolution", "2960 (2031)", "2031-02-02"),
    ("SC", "resolution", "2955 (2041)", "2041-02-02"),
    ("GA", "resolution", "88/5", "no date"),
)
KNOWN = known_dates(ROWS)


@each(
    ("organ", "session", "years"),
    [
        ("GA", "70", (2015, 2016)),
        ("GA", "III", (1948, 1949)),
        ("CND", "63", (2020, 2020)),
        ("CCPCJ", "28", (2019, 2019)),
        ("HRC", "48", (2021, 2021)),
        ("HRC", "52", (2023, 2023)),
        ("HRC", "54", (2023, 2023)),
        ("HRC", "3", (2006, 2006)),
        ("ECOSOC", "2007", (2007, 2007)),
        ("GA", "S-30", None),
        ("CSW", "60", None),
        ("GA", "0", None),
    ],
)
def test_years_of_sessions(organ: str, session: str, years: tuple[int, int] | None) -> None:
    assert years_of(organ, session) == years


def test_known_dates_take_both_forms_and_leave_out_what_is_no_date() -> None:
    assert KNOWN["GA", "resolution", "88/4"] == "2033-11-03"
    assert ("GA", "resolution", "88/5") not in KNOWN
    assert known_date(parse("its resolution 88/4"), KNOWN, "GA") == "2033-11-03"
    assert known_date(parse("its resolution 88/4"), KNOWN) is None


@each(
    ("text", "reason", "expected"),
    [
        ("General Assembly resolution 88/4 of 4 November 2033", "known date", "2033-11-03"),
        ("General Assembly resolution 88/9 of 4 November 2034", "session and date", "2033-09/2034-09"),
        ("resolution 2920 (2029)", "number and year", "2030"),
        ("resolution 2920 (2031)", "number and year", "2030"),
        ("resolution 2999 (2030)", "number and year", "2031 or later"),
        ("resolution 2800 (2031)", "number and year", "2030 or earlier"),
        ("resolution 2920 (2030) of 3 May 2031", "date and year", "2030"),
        ("Human Rights Council resolution 48/2 of 8 October 2020", "session and date", "2021"),
        ("Economic and Social Council resolution 2007/12 of 25 July 2008", "session and date", "2007"),
    ],
)
def test_dates_in_doubt(text: str, reason: str, expected: str) -> None:
    doubt = doubt_date(parse(text), KNOWN, bounds=council_bounds(KNOWN))
    assert doubt is not None
    assert (doubt.reason, doubt.expected) == (reason, expected)


@each(
    "text",
    [
        "General Assembly resolution 88/4 of 3 November 2033",
        "General Assembly resolution 88/9 of 14 September 2034",
        "General Assembly resolution 22 A (I) of 13 February 1946",
        "General Assembly resolution S-30/1 of 19 April 2016",
        "Economic and Social Council decision 2017/206 of 5 October 2016",
        "Commission on Narcotic Drugs resolution 3 (XXXII) of 11 February 1987",
        "resolution 2920 (2030)",
        "resolution 2955 (2031)",
        "resolution 88/4 of 4 May 1999",
        "General Assembly decision 34/401 of 21 September and 25 October 1979",
    ],
)
def test_dates_that_stand(text: str) -> None:
    assert doubt_date(parse(text), KNOWN, bounds=council_bounds(KNOWN)) is None


def test_bounds_leave_out_what_breaks_the_order() -> None:
    bounds = Bounds.of([(1, 1946), (9, 1950), (5, 1999), (12, 1951)])
    assert bounds.years_of(6) == (1946, 1950)
    assert bounds.years_of(20) == (1951, None)
    assert Bounds.of([]).years_of(3) == (None, None)


@each(
    ("text", "own", "reason"),
    [
        ("Security Council resolution 70/1", None, "number and organ"),
        ("Human Rights Council resolution 1325 (2000)", None, "number and organ"),
        ("General Assembly resolution 3334 (XXXIX)", None, "roman session"),
        ("General Assembly resolution 29/4", None, "session"),
        ("Economic and Social Council resolution 70/1", None, "session"),
        ("its resolution 2013/13", "GA", "session"),
        ("General Assembly resolution 70/1", None, None),
        ("its resolution 1325 (2000)", "SC", None),
        ("resolution 12/7", None, None),
        ("General Assembly resolution 2252 (ES-V)", None, None),
    ],
)
def test_numbers_in_doubt(text: str, own: str | None, reason: str | None) -> None:
    doubt = doubt_number(parse(text), own)
    assert (doubt.reason if doubt else None) == reason


def test_whose_it_is() -> None:
    assert organ_of(parse("resolution 1325 (2000)"), "GA") == "SC"
    assert organ_of(parse("its resolution 70/1"), "GA") == "GA"
    assert organ_of(parse("Human Rights Council resolution 5/1"), "GA") == "HRC"
    text = "Recalling its resolution 70/1 and noting that the Council, by its resolution 5/1, agreed"
    assert [speaks(text, c) for c in find(text)] == [True, False]
    text = "Recalling that, in its resolution 70/1, the General Assembly agreed"
    assert [speaks(text, c) for c in find(text)] == [False]


@each(
    ("text", "wrong"),
    [
        ("its resolutions 52/1, 54/9 and 53/2", ["53/2"]),
        ("its resolutions 217 A (III), 2106 (XX), 31/16 A, 31/16 B and 70/1", []),
        ("its resolutions 70/1, 69/3 and 68/4", []),
        ("its resolutions 1820 (2008) and 1325 (2000)", ["1325 (2000)"]),
        ("its resolutions 60/1 and S-20/2", []),
        ("its resolutions 31/16 B and 31/16 A", ["31/16 A"]),
    ],
)
def test_order(text: str, wrong: list[str]) -> None:
    assert [c.number for c in out_of_order(find(text))] == wrong


def test_lists_end_where_other_words_stand() -> None:
    text = "its resolutions 52/1,\ufffc 54/9 and 53/2, and also noted resolutions 51/2 and 51/4"
    assert [[c.number for c in group] for group in lists(text, find(text))] == [
        ["52/1", "54/9", "53/2"],
        ["51/2", "51/4"],
    ]


@each(
    ("text", "expected"),
    [
        ("Official Records of the General Assembly, Seventy-eighth Session, Supplement No. 53 (A/78/53)", None),
        ("Official Records of the General Assembly, Seventy-eighth Session, Supplement No. 53 (A/78/54)", "A/78/53"),
        ("Official Records of the General Assembly, Seventy-eighth Session, Supplement No. 53 (A/77/53)", "A/78/…"),
        ("Official Records of the Economic and Social Council, 2009, Supplement No. 8 (E/2009/28)", None),
        ("Official Records of the Economic and Social Council, 2009, Supplement No. 8 (E/2009/30)", "E/2009/28"),
        ("Official Records of the Economic and Social Council, 2013, Supplement No. 8A (E/2013/28)", "E/2013/28/Add.1"),
        ("Official Records of the Economic and Social Council, 2013, Supplement No. 8 (E/2013/28/Add.1)", "No. 8A"),
        ("Official Records of the Economic and Social Council, 1988, Supplement No. 10 (E/1988/20)", None),
        ("Official Records of the General Assembly, Twelfth Session, Supplement No. 19 (A/3759)", None),
    ],
)
def test_supplements(text: str, expected: str | None) -> None:
    doubt = doubt_supplement(parse(text))
    assert (doubt.expected if doubt else None) == expected


def test_ibid_is_filled_in_and_doubted() -> None:
    notes = [
        "United Nations, Treaty Series, vol. 976, No. 14152.",
        "Ibid., vol. 1019, No. 14956.",
        "Official Records of the General Assembly, Sixtieth Session, Supplement No. 4 (A/60/4).",
        "Ibid., Supplement No. 5 (A/60/5).",
        "Ibid., vol. 660, No. 9464.",
        "Resolution 70/1.",
        "Ibid.",
    ]
    found = [find(note) for note in notes]
    filled = chain(found)
    assert (filled[1][0].volume, filled[1][0].number) == ("1019", "14956")
    records = next(c for c in filled[3] if c.kind == "official records")
    assert (records.organ, records.session, records.number) == ("GA", "60", "5")
    assert (filled[6][0].kind, filled[6][0].number, filled[6][0].span.end) == ("resolution", "70/1", 5)
    doubts = [doubt_ibid(found[i - 1] if i else (), found[i]) for i in range(len(notes))]
    assert [bool(doubt) for doubt in doubts] == [False, False, False, False, True, False, False]
    assert doubt_ibid((), find("Ibid., vol. 1, No. 2.")) is not None
