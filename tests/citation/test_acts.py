"""Resolutions and decisions: every time and organ, lists, organs, malformed forms."""

import pytest

from resolint.citation import NotACitation
from resolint.model import Citation
from tests.citation.english import find, format, parse
from tests.support.rows import each


def acts(text: str) -> list[Citation]:
    return [citation for citation in find(text) if citation.kind in ("resolution", "decision", "statement")]


def said(text: str, citation: Citation) -> str:
    return text[citation.span.start : citation.span.end]


@each(
    ("text", "organ", "number", "session"),
    [
        ("General Assembly resolution 217 A (III)", "GA", "217 A (III)", "III"),
        ("General Assembly resolutions 3411 A and B (XXX)", "GA", "3411 A and B (XXX)", "XXX"),
        ("General Assembly resolution 3362 (S-VII)", "GA", "3362 (S-VII)", "S-VII"),
        ("General Assembly resolution 2252 (ES-V)", "GA", "2252 (ES-V)", "ES-V"),
        ("General Assembly resolution 31/16 A", "GA", "31/16 A", "31"),
        ("General Assembly resolutions 31/6 A and B", "GA", "31/6 A and B", "31"),
        ("General Assembly resolutions S-20/4 A to E", "GA", "S-20/4 A to E", "S-20"),
        ("General Assembly resolution S-30/1", "GA", "S-30/1", "S-30"),
        ("General Assembly resolution ES-10/21", "GA", "ES-10/21", "ES-10"),
        ("General Assembly resolution 60/262", "GA", "60/262", "60"),
        ("General Assembly decision 55/488", "GA", "55/488", "55"),
        ("Economic and Social Council resolution 1296 (XLIV)", "ECOSOC", "1296 (XLIV)", "XLIV"),
        ("Economic and Social Council resolution 663 E (XXIV)", "ECOSOC", "663 E (XXIV)", "XXIV"),
        ("Economic and Social Council resolution 1988/15", "ECOSOC", "1988/15", "1988"),
        ("Economic and Social Council decision 2013/249", "ECOSOC", "2013/249", "2013"),
        ("Security Council resolution 1325 (2000)", "SC", "1325 (2000)", None),
        ("Human Rights Council resolution S-35/1", "HRC", "S-35/1", "S-35"),
        ("Human Rights Council resolution 48/13", "HRC", "48/13", "48"),
        ("Commission on Human Rights resolution 2005/1", "CHR", "2005/1", "2005"),
        ("Commission on Narcotic Drugs resolution 6 (XXV)", "CND", "6 (XXV)", "XXV"),
        ("Commission resolution 59/1", "Commission", "59/1", "59"),
        ("World Health Assembly resolution 71.3", "WHA", "71.3", None),
        ("decision 1/CP.21", "CP", "1/CP.21", "21"),
        ("decision 7/CMA.3", "CMA", "7/CMA.3", "3"),
    ],
)
def test_every_form_is_read_and_written_back(text: str, organ: str, number: str, session: str | None) -> None:
    citation = parse(text)
    assert (citation.organ, citation.number, citation.session) == (organ, number, session)
    assert format(citation) == text


def test_a_list_shares_its_organ_and_each_member_has_its_own_words() -> None:
    text = "Recalling General Assembly resolutions 67/193 of 20 December 2012 and 70/181 of 17 December 2015,"
    first, second = acts(text)
    assert said(text, first) == "General Assembly resolutions 67/193 of 20 December 2012"
    assert said(text, second) == "70/181 of 17 December 2015"
    assert (second.organ, second.number, second.date) == ("GA", "70/181", "2015-12-17")


def test_members_behind_descriptions_still_belong_to_the_list() -> None:
    text = (
        "Recalling its resolutions 52/12 of 3 May 1997, 53/14 of 4 June 1998 on rivers and lakes, 54/9 of 7 July 1999, "
        "entitled “Wells, and who digs them”, and 55/1 of 8 August 2000 on rain,"
    )
    found = acts(text)
    assert [citation.number for citation in found] == ["52/12", "53/14", "54/9", "55/1"]
    assert all(citation.own for citation in found)
    assert found[2].title == "Wells, and who digs them"


def test_note_marks_stand_between_members() -> None:
    text = "Recalling its resolutions 52/12 of 3 May 1997,\ufffc 53/14 of 4 June 1998\ufffc and 54/9,\ufffc"
    assert [citation.number for citation in acts(text)] == ["52/12", "53/14", "54/9"]


def test_members_after_including() -> None:
    text = "Recalling its relevant resolutions on lighthouses, including 2901 (2026), 2902 (2026) and 2910 (2027),"
    found = acts(text)
    assert [citation.number for citation in found] == ["2901 (2026)", "2902 (2026)", "2910 (2027)"]
    assert all(citation.own for citation in found)
    assert said(text, found[0]) == "2901 (2026)"


def test_its_and_the_organ_before_it() -> None:
    assert acts("Reaffirming its resolution 55/2,")[0].own
    named = acts("as the Human Rights Council, in its resolution 17/4 of 16 June 2011, endorsed")[0]
    assert (named.organ, named.own) == ("HRC", True)
    assert not acts("Noting General Assembly resolution 55/2,")[0].own


@each(
    ("text", "organ"),
    [
        ("Council resolution 1540 (2004)", "SC"),
        ("Council resolution 2008/1", "ECOSOC"),
        ("Council resolution 33/25", "HRC"),
        ("Assembly resolution 59/1", "GA"),
        ("Executive Board decision 2013/1", "Executive Board"),
        ("resolution 23/1 of the Governing Council", "Governing Council"),
        ("decision IX/12 of the Conference of the Parties to the Treaty on Harbours", None),
        ("resolution 1373 (2001) of the Security Council", "SC"),
        ("the Security Council’s resolution 1325 (2000)", "SC"),
        ("COUNCIL DECISION 2010/9", "ECOSOC"),
    ],
)
def test_short_forms_and_organs_after_the_number(text: str, organ: str | None) -> None:
    expected = organ or "Conference of the Parties to the Treaty on Harbours"
    assert acts(text)[0].organ == expected


@each("lead", ["\t", "\t\t", "  \t", "(a)\t", "\ufffc\t", "\n"])
def test_a_tab_before_an_organ_is_no_part_of_its_name(lead: str) -> None:
    text = f"{lead}Adaptation Fund Board decision B.36/42 and Executive\tBoard decision 2013/1"
    first, second = acts(text)
    assert (first.organ, said(text, first)) == ("Adaptation Fund Board", "Adaptation Fund Board decision B.36/42")
    assert second.organ == "Executive Board"


def test_two_organs_before_one_list_name_neither() -> None:
    found = acts("all General Assembly and Human Rights Council resolutions 60/251 and 5/1")
    assert [citation.organ for citation in found] == [None, None]


def test_an_organ_carries_over_including() -> None:
    found = acts("all Security Council resolutions on piracy, including resolutions 1816 (2008) and 1838 (2008)")
    assert [citation.organ for citation in found] == ["SC", "SC"]


def test_the_present_resolution() -> None:
    text = "on the implementation of the present resolution and of this decision"
    first, second = acts(text)
    assert (first.kind, first.of, said(text, first)) == ("resolution", "this", "the present resolution")
    assert (second.kind, second.of, said(text, second)) == ("decision", "this", "this decision")


@each(
    ("text", "organ", "number"),
    [
        ("A/RES/70/1", "GA", "70/1"),
        ("resolution A/RES/70/1", "GA", "70/1"),
        ("S/RES/1325 (2000)", "SC", "1325 (2000)"),
        ("A/RES/217 (III) A", "GA", "217 A (III)"),
        ("A/HRC/RES/48/13", "HRC", "48/13"),
        ("E/RES/2020/8", "ECOSOC", "2020/8"),
        ("UNSCR 1325", "SC", "1325"),
        ("217A(III)", None, "217 A (III)"),
        ("resolution 217A(III)", None, "217 A (III)"),
        ("resolution 377 (V) A", None, "377 A (V)"),
        ("GA resolution 70/1", "GA", "70/1"),
        ("UNGA Res. 70/1", "GA", "70/1"),
        ("resolution 70/1 (2015)", None, "70/1"),
        ("resolution No. 70/1", None, "70/1"),
        ("resolution 37 /99 C", None, "37/99 C"),
        ("resolution 217 A (Ill)", None, "217 A (III)"),
    ],
)
def test_malformed_forms_are_the_thing_they_mean(text: str, organ: str | None, number: str) -> None:
    (citation,) = acts(text)
    assert (citation.kind, citation.organ, citation.number) == ("resolution", organ, number)
    assert said(text, citation) == text


def test_statements_of_presidents() -> None:
    citation = parse("S/PRST/2015/25")
    assert (citation.kind, citation.organ, citation.number) == ("statement", "SC", "2015/25")
    assert parse("PRST/9/2").organ == "HRC"


def test_the_same_date_and_days_without_a_year() -> None:
    found = acts("resolutions 689 A (VII) of 21 December 1952 and 690 (VII) of the same date")
    assert [citation.date for citation in found] == ["1952-12-21", "1952-12-21"]
    found = acts("resolutions 33/1 of 22 September and 33/7 of 3 November 1978")
    assert [citation.date for citation in found] == ["1978-09-22", "1978-11-03"]
    found = acts("resolutions 3201 (S-VI) and 3202 (S-VI) of 1 May 1974")
    assert [citation.date for citation in found] == ["1974-05-01", "1974-05-01"]
    found = acts("resolutions 63/262, 63/269 of 7 April 2009")
    assert [citation.date for citation in found] == [None, "2009-04-07"]


@each(
    "text",
    [
        "a resolution, 12 members having spoken",
        "its general comment No. 12 (1999) on food",
        "draft resolutions submitted in 2010",
        "the resolution of 12 disputes",
        "article 5 (IV) of the Statute",
    ],
)
def test_what_is_no_resolution_number(text: str) -> None:
    assert acts(text) == []


@each("text", ["", "nothing", "resolution 70/1 and more", "resolutions 70/1 and 70/2"])
def test_parse_refuses_what_is_not_one_reference(text: str) -> None:
    with pytest.raises(NotACitation):
        parse(text)


def test_parse_keeps_the_place_inside_blanks() -> None:
    citation = parse("  resolution 70/1.\n", block="b")
    assert (citation.span.block, citation.span.start, citation.span.end) == ("b", 2, 17)
