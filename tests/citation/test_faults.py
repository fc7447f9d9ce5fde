"""What is wrong with the form of a reference."""

from resolint.citation.faults import Fault
from tests.citation.english import find, of_form
from tests.support.rows import each


def faults(text: str) -> list[Fault]:
    return [fault for citation in find(text) for fault in of_form(text, citation)]


@each(
    ("text", "name", "words", "replacement", "safe"),
    [
        ("Recalling A/RES/70/1,", "symbol", "A/RES/70/1", "resolution 70/1", False),
        ("Recalling resolution A/RES/70/1,", "symbol", "A/RES/70/1", "70/1", False),
        ("Recalling GA resolution 70/1,", "organ-abbreviated", "GA", "General Assembly", False),
        ("Recalling UNSCR 1325 (2000),", "organ-abbreviated", "UNSCR", "Security Council resolution", False),
        ("Recalling Assembly Res. 70/1,", "keyword-abbreviated", "Res.", "resolution", False),
        ("Recalling resolution No. 70/1,", "number-word", "No. ", "", True),
        ("Recalling resolution 217A(III),", "spacing", "217A(III)", "217 A (III)", True),
        ("Recalling resolution 31/16A,", "spacing", "31/16A", "31/16 A", True),
        ("Recalling resolution 377 (V) A,", "letter-misplaced", "377 (V) A", "377 A (V)", False),
        ("Recalling resolution 70/1 (2015),", "year-added", " (2015)", "", True),
        ("Recalling Security Council resolution 1325,", "year-missing", "1325", None, False),
        ("Recalling resolution 1325/2000,", "year-by-slash", "1325/2000", "1325 (2000)", False),
        ("Recalling resolution 217 A (Ill),", "roman", "217 A (Ill)", "217 A (III)", False),
        ("Recalling resolution 3411 A and B (XXX),", "plural-missing", "", "s", False),
        ("resolution 70/1 titled “Lakes”,", "title-word", "titled", "entitled", False),
        ("on March 12, 2014,", "date-form", "March 12, 2014", "12 March 2014", True),
        ("on 12th March 2014,", "date-form", "12th March 2014", "12 March 2014", True),
        ("at its 74th session,", "ordinal-in-figures", "74th", "seventy-fourth", True),
        ("contained in A/62/L.41/Rev. 1.", "symbol-spacing", "A/62/L.41/Rev. 1", "A/62/L.41/Rev.1", True),
        ("976 UNTS 105", "series-abbreviated", "976 UNTS 105", None, False),
    ],
)
def test_faults(text: str, name: str, words: str, replacement: str | None, safe: bool) -> None:
    (fault,) = faults(text)
    assert fault.name == name
    assert text[fault.start : fault.end] == words
    assert (fault.replacement, fault.safe) == (replacement, safe)


@each(
    "text",
    [
        "Recalling its resolutions 217 A (III) of 10 December 1948, S-30/1, 31/6 A and B and 70/1,",
        "Recalling Security Council resolutions 1325 (2000) and 1820 (2008),",
        "in accordance with resolution 64 of the Council of Harbour Masters,",
        "on the present resolution, at its sixty-third session, from 19 to 21 April 2016 and in September 2017",
        "decision 1/CP.21, A/67/828\u2011S/2013/210, A/58/874 and Add.1, at the 108th session, its 5908th meeting",
    ],
)
def test_good_forms_have_none(text: str) -> None:
    assert [fault for fault in faults(text) if fault.name != "symbol-spacing"] == []
