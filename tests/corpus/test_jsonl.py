import json

import pytest

from resolint.corpus import BadCorpus
from resolint.corpus.jsonl import adopted_on, from_record, read_lines, year_of_symbol
from resolint.corpus.sidecar import dated
from resolint.corpus.values import Text
from tests.support.rows import each
from tests.support.words import LEXICON


def test_the_form_of_labelled_paragraphs() -> None:
    record = {
        "file": "A_RES_64_911",
        "title": "64/911.\tCare of village wells",
        "adopted": "18 December 2009",
        "paras": [
            {"t": "frontmatter", "x": "Sixty-fourth session"},
            {"t": "title", "x": "Care of village wells"},
            {"t": "paragraph", "pt": "preambular", "x": "Recognizing wells,"},
            {"t": "heading", "x": "I"},
            {"t": "paragraph", "pt": "operative", "l": 1, "p": "7.", "x": "Decides:"},
            {"t": "paragraph", "pt": "operative", "l": 2, "p": "(b)", "x": "To meet;"},
            {"t": "paragraph", "pt": "operative", "l": 3, "p": "(i)", "x": "In the shade;"},
            {"t": "paragraph", "x": "Another one"},
        ],
    }
    text = from_record(record, LEXICON)
    assert (text.symbol, text.title, text.date) == ("A/RES/64/911", "Care of village wells", "2009-12-18")
    assert [one.place for one in text.passages] == [
        "preambular 1",
        "operative 7",
        "operative 7 (b)",
        "operative 7 (b) (i)",
        "paragraph 1",
    ]


@each(
    ("lines", "date"),
    [
        (["Resolution adopted by the General Assembly on 5\u00a0September 2008"], "2008-09-05"),
        (["Distr. General", "18 September 1998"], "1998-09-18"),
        (["715th plenary meeting,", "14 November 1957."], "1957-11-14"),
        (["At the 5058th meeting of the Council, held on 19 October 2004, wells were discussed"], "2004-10-19"),
        (["no date at all", "Paris, 14–16 April 2014"], ""),
    ],
)
def test_the_date_of_adoption(lines: list[str], date: str) -> None:
    assert adopted_on(lines, LEXICON) == date


@each(
    ("symbol", "year"),
    [
        ("A/RES/64/911", "2009"),
        ("E/RES/2010/913", "2010"),
        ("S/RES/9197 (1998)", "1998"),
        ("S/RES/1981(2015)", "2015"),
        ("A/RES/9145(XII)", "1957"),
        ("A/RES/S-30/1", ""),
        ("A/HRC/RES/12/10", ""),
    ],
)
def test_the_year_of_a_symbol(symbol: str, year: str) -> None:
    assert year_of_symbol(symbol) == year


@each(
    ("line", "words"),
    [
        ("{", "line 2: this is no JSON"),
        ("[1]", "line 2: the key paras is missing"),
        ('{"paras": 3}', "line 2: the key paras is missing"),
        ('{"paras": [1]}', "line 2: every entry of paras"),
        ('{"paras": [{"t": "paragraph"}]}', "line 2: every entry of paras"),
        ("[" * 100_000, "line 2: this is no JSON"),
    ],
)
def test_lines_that_are_none(line: str, words: str) -> None:
    with pytest.raises(BadCorpus, match=words):
        list(read_lines(['{"paras": []}', line], "x.jsonl", LEXICON))


def test_strange_values_are_passed_over() -> None:
    line = json.dumps(
        {"paras": [{"x": "Wells", "p": 3, "l": "two", "pt": None}], "title": 4, "adopted": ["x"], "symbol": None}
    )
    text = next(read_lines(["", line], "x.jsonl", LEXICON))
    assert (text.symbol, text.title, text.date, text.passages[0].place) == ("", "", "", "paragraph 1")


@each(
    ("symbol", "given", "kept"),
    [
        ("S/RES/1981(2015)", "1981", "2015"),
        ("A/RES/64/911", "2009-12-18", "2009-12-18"),
        ("A/RES/64/911", "1979-12-18", "2009"),
        ("A/RES/64/911", "2010-07-02", "2010-07-02"),
        ("A/RES/9145(XII)", "1957-05-24", "1957"),
        ("A/RES/S-30/1", "2016-04-19", "2016-04-19"),
        ("A/RES/64/911", "", "2009"),
        ("Wells", "2009-05-05", "2009-05-05"),
    ],
)
def test_a_date_outside_of_its_session_is_refused_with_a_remark(symbol: str, given: str, kept: str) -> None:
    found = dated(Text(symbol, (), date=given))
    assert found.date == kept
    assert bool(found.remark) == (given not in ("", kept))
