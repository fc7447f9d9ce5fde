"""The rules on structure, from a draft in the notation to findings."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz import fuzz

from resolint.checks.str.broken import alike
from tests.checks.drafts import PREAMBLE, TITLE, draft, excerpts, findings, replacements
from tests.support.rows import each


def labels(rule: str, source: str, body: str = "ga") -> list[str]:
    """The places of the findings, in the words of a delegate."""
    return [finding.where for finding in findings(rule, source, body)]


def numbered(*labels: str) -> str:
    return draft(
        PREAMBLE,
        *(f"{label} *Encourages* Member States to read{'.' if label == labels[-1] else ';'}" for label in labels),
    )


@each(
    ("sequence", "expected"),
    [
        ("1. 2. 3. 4.", []),
        ("1. 2. 4. 5.", ["4.: 3."]),
        ("1. 2. 2. 3.", ["2.: 3."]),
        ("1. 1. 1.", ["1.: 2.", "1.: 2."]),
        ("2. 3.", ["2.: 1."]),
        ("1. 3. 2. 4.", ["3.: 2.", "2.: 4."]),
    ],
)
def test_numbers_of_operative_paragraphs(sequence: str, expected: list[str]) -> None:
    found = findings("STR011", numbered(*sequence.split()))
    said = [finding.message.removeprefix("The number ").replace(" stands where ", ": ") for finding in found]
    assert said == [f"{pair} is expected." for pair in expected]


def test_a_number_may_begin_again_after_a_heading_but_not_without_one() -> None:
    first = ("1. *Encourages* Member States to read;", "2. *Requests* them to write;")
    again = ("1. *Invites* publishers to give books;", "2. *Decides* to return to the matter.")
    assert findings("STR011", draft(PREAMBLE, "## I", *first, "## II", *again)) == ()
    assert len(findings("STR011", draft(PREAMBLE, *first, *again))) == 1


LETTERS = [f"({chr(97 + number)}) Books of kind {number};" for number in range(26)]


@each(
    ("items", "count"),
    [
        (LETTERS[:3], 0),
        (LETTERS[:12], 0),  # (i) after (h) is a letter
        ([*LETTERS, "(aa) More books;", "(bb) Still more books;"], 0),
        ([LETTERS[0], LETTERS[2]], 1),
        ([LETTERS[0], LETTERS[1], LETTERS[1]], 1),
        ([LETTERS[1], LETTERS[2]], 1),
        (["(a) Books:", "(i) Of stories;", "(ii) Of songs;", "(b) Shelves:", "(i) Of wood;", "(ii) Of iron;"], 0),
        (["(a) Books:", "(i) Of stories;", "(iii) Of songs;", "(b) Shelves;"], 1),
    ],
)
def test_letters_and_numerals(items: list[str], count: int) -> None:
    source = draft(PREAMBLE, "1. *Requests* the Secretary-General to send:", *items, "2. *Decides* to return to it.")
    assert len(findings("STR011", source)) == count


def test_lists_begin_again_under_every_paragraph() -> None:
    source = draft(
        PREAMBLE,
        "1. *Requests* all to send:",
        *LETTERS[:2],
        "2. *Requests* all to keep:",
        *LETTERS[:2],
        "3. *Decides* so.",
    )
    assert findings("STR011", source) == ()


def test_one_paragraph_without_number_is_an_error_and_none_with_number_a_warning() -> None:
    one = draft(PREAMBLE, "1. *Encourages* all to read;", "*Requests* all to write;", "3. *Decides* to return to it.")
    assert [finding.severity for finding in findings("STR009", one)] == ["error"]
    assert findings("STR023", one) == ()
    none = draft(PREAMBLE, "*Encourages* all to read;", "*Requests* all to write;", "*Decides* to return to it.")
    assert findings("STR009", none) == ()
    assert [finding.severity for finding in findings("STR023", none)] == ["warning"]


def test_a_lone_operative_paragraph_needs_no_number_and_may_have_a_list() -> None:
    bare = draft(PREAMBLE, "*Decides* to send:", *LETTERS[:2])
    assert [findings(rule, bare) for rule in ("STR009", "STR010", "STR011", "STR023")] == [(), (), (), ()]
    assert len(findings("STR010", draft(PREAMBLE, "1. *Decides* to send books."))) == 1


@pytest.mark.parametrize(
    ("organ", "expected"),
    [
        ("*The General Assembly*,", []),
        ("*The General Assembly*", [","]),
        ("*The General Assembly*;", [","]),
    ],
)
def test_comma_of_the_organ_line(organ: str, expected: list[str]) -> None:
    source = draft(PREAMBLE, "1. *Encourages* all to read;", "2. *Decides* so.", organ=organ)
    assert replacements("STR003", source) == expected


def test_a_draft_without_organ_line() -> None:
    source = f"{TITLE}\n\n{PREAMBLE}\n\n1. *Encourages* all to read;\n\n2. *Decides* so.\n"
    assert labels("STR002", source) == ["preambular 1"]


@each(
    ("symbol", "organ", "count"),
    [
        ("A/C.3/84/L.1", "*The General Assembly*,", 0),
        ("A/C.3/84/L.1", "*The Third Committee*,", 1),
        ("A/HRC/71/L.1", "*The General Assembly*,", 1),
        ("E/CN.7/2031/L.1", "*The General Assembly*,", 0),  # recommended for adoption by the Assembly
        ("E/CN.7/2031/L.1", "*The Commission on Narcotic Drugs*,", 0),
    ],
)
def test_organ_and_symbol(symbol: str, organ: str, count: int) -> None:
    body = draft(PREAMBLE, "1. *Encourages* all to read;", "2. *Decides* so.", organ=organ)
    source = f'+++\nsymbol = "{symbol}"\n+++\n\n{body}'
    assert len(findings("STR004", source, "cnd" if "CN.7" in symbol else "hrc" if "HRC" in symbol else "ga")) == count


@each(
    ("paragraph", "expected"),
    [
        ("1. *Encourages* all to read. They like it;", ["."]),
        ("1. *Encourages* all to read no. 5 of vol. 3 and Mr. Nobody;", []),
        ("1. *Encourages* all to read “Stop. Look. Listen.” at home;", []),
        ("1. *Encourages* all to read! Now;", ["!"]),
        ("1. *Recalls* U.S. Grant and J. R. Nobody;", []),
    ],
)
def test_one_sentence(paragraph: str, expected: list[str]) -> None:
    assert excerpts("STR019", draft(PREAMBLE, paragraph, "2. *Decides* to return to it.")) == expected


def test_a_document_in_the_first_person_may_have_sentences() -> None:
    source = draft(PREAMBLE, "1. We read. We write.", "2. We sing. We sleep.")
    assert findings("STR019", source) == ()


@each(
    ("rules", "said"),
    [
        (("1. One.", "2. Two.", "2. Three.", "3. Four."), ["2.: 3."]),
        (("1. One.", "2. Two.", "4. Three.", "5. Four."), ["4.: 3."]),
        (("#### A. Lamps", "1. One.", "#### C. Nets", "2. Two."), ["C: B"]),
    ],
)
def test_a_number_in_an_annex_is_named_as_it_is_printed(rules: tuple[str, ...], said: list[str]) -> None:
    adopts = (PREAMBLE, "1. *Adopts* the rules annexed to the present resolution;", "2. *Decides* so.")
    found = findings("STR046", draft(*adopts, "## Annex", "### Rules", *rules))
    assert [one.message for one in found] == [
        f"“{label}” does not follow in this annex: {expected} is expected."
        for label, expected in (x.split(": ") for x in said)
    ]


def test_annexes_are_announced_and_numbered() -> None:
    body = (PREAMBLE, "1. *Adopts* the rules;", "2. *Decides* so.")
    annex = ("## Annex", "### Rules", "1. A book is read.", "2. A book is shut.")
    assert labels("STR016", draft(*body, *annex)) == ["annex, heading"]
    adopts = (PREAMBLE, "1. *Adopts* the rules annexed to the present resolution;", "2. *Decides* so.")
    assert findings("STR016", draft(*adopts, *annex)) == ()
    assert len(findings("STR016", draft(*adopts))) == 1
    assert len(findings("STR016", draft(*adopts, "## Annex I", *annex[1:]))) == 1
    second = ("## Annex II", "### Songs", "1. A song is sung.", "2. A song is over.")
    assert findings("STR016", draft(*adopts, "## Annex I", *annex[1:], *second)) == ()


def test_adoption_lines_belong_to_adopted_texts() -> None:
    body = draft(
        PREAMBLE, "1. *Encourages* all to read;", "2. *Decides* so.", "82nd plenary meeting", "29 November 2029"
    )
    assert len(findings("STR018", '+++\nsymbol = "A/C.2/84/L.9"\n+++\n\n' + body)) == 1
    assert len(findings("STR018", '+++\nsponsors = "Mali and Peru: draft resolution"\n+++\n\n' + body)) == 1
    assert findings("STR018", '+++\nsymbol = "A/RES/84/9"\n+++\n\n' + body) == ()
    assert findings("STR018", body) == ()


def test_titles() -> None:
    body = f"*The General Assembly*,\n\n{PREAMBLE}\n\n1. *Encourages* all to read;\n\n2. *Decides* so.\n"
    assert excerpts("STR005", f"# Reading rooms.\n\n{body}") == ["."]
    assert len(findings("STR005", body)) == 1
    assert excerpts("STR007", f"# Reading rooms of UNESCO\n\n{body}") == ["UNESCO"]
    assert excerpts("STR007", f"# Reading rooms in the time of coronavirus disease (COVID-19)\n\n{body}") == []
    assert excerpts("STR007", f"# Second plan, part II\n\n{body}") == []
    council = body.replace("General Assembly", "Security Council")
    assert len(findings("STR005", f"# Reading rooms\n\n{council}", "sc")) == 1
    assert findings("STR005", council, "sc") == ()


@pytest.mark.parametrize("label", ["a)", "1)", "i)"])
def test_lists_in_another_form(label: str) -> None:
    follower = {"a)": "b)", "1)": "2)", "i)": "ii)"}[label]
    source = draft(
        PREAMBLE, "1. *Requests* all to send:", f"{label} Books;", f"{follower} Shelves;", "2. *Decides* so."
    )
    assert len(findings("STR012", source)) == 1


@given(st.text("abc ", max_size=40), st.text("abc ", max_size=40))
def test_likeness_is_that_of_the_library(first: str, second: str) -> None:
    assert alike(first, second) == pytest.approx(fuzz.ratio(first, second))
