import pytest

from tests.checks.drafts import PREAMBLE, draft, excerpts, findings, replacements
from tests.support.rows import each

ONE = "1. *Encourages* Member States to open reading rooms;"
LAST = "3. *Decides* to return to the matter."


def with_second(text: str, last: str = LAST) -> str:
    return draft(PREAMBLE, ONE, f"2. {text}", last)


@each(
    ("ending", "mark"),
    [
        (";", None),
        ("", ""),
        (",", ","),
        (".", "."),
        ("; ", None),
        (";[^1]", None),
        ("”;", None),
        (";”", None),
        ("; and", None),
        (";4", None),
        (";4, 8", None),
        ("; and,", None),
        (";;", ";;"),
    ],
)
def test_a_paragraph_before_the_last_ends_with_a_semicolon(ending: str, mark: str | None) -> None:
    source = with_second(f"*Invites* “readers{ending}") + ("\n[^1]: A/79/12.\n" if "[^1]" in ending else "")
    assert excerpts("OPR005", source) == ([] if mark is None else [mark])


def test_items_end_with_semicolons_at_every_level() -> None:
    source = draft(
        PREAMBLE,
        "1. *Invites* publishers:",
        "(a) To give books:",
        "   (i) In large letters,",
        "   (ii) On strong paper;",
        "(b) To print maps",
        "2. *Encourages* readers:",
        "(a) To read;",
        "(b) To write",
    )
    assert excerpts("OPR005", source) == [",", ""]
    assert excerpts("OPR006", source) == [""]


@each(("ending", "good"), [(".", True), (";", False), ("", False), ("”.", True), (".”", True)])
def test_the_last_paragraph_ends_with_a_full_stop(ending: str, good: bool) -> None:
    found = findings("OPR006", draft(PREAMBLE, ONE, f"2. *Decides* to read “Books{ending}"))
    assert bool(found) is not good


@each(
    ("opening", "instead"),
    [
        ("Inviting", "Invites"),
        ("Invite", "Invites"),
        ("To invite", "Invites"),
        ("Strongly urging", "Strongly urges"),
        ("Calling upon", "Calls upon"),
        ("Taking note", "Takes note"),
    ],
)
def test_an_operative_verb_stands_in_the_third_person(opening: str, instead: str) -> None:
    assert replacements("OPR001", with_second(f"*{opening}* the villages;")) == [instead]


def test_a_declaration_is_left_alone() -> None:
    source = draft(
        "We, the readers of mountain villages,", "1. *Reaffirm* our love of books;", "2. *Commit* to reading."
    )
    assert not findings("OPR001", source)


@pytest.mark.parametrize("text", ["Member States should read;", "The villages are invited to read;"])
def test_a_paragraph_without_an_operative_verb(text: str) -> None:
    assert len(findings("OPR023", with_second(text))) == 1


@each(
    ("text", "instead"),
    [
        ("*Invites also* publishers;", ["Also invites"]),
        ("*Takes note further* of the report;", ["Further takes note"]),
        ("*Expresses its concern also* at the snow;", ["Also expresses its concern"]),
        ("*Encourages* further cooperation;", []),
        ("*Also invites* publishers;", []),
    ],
)
def test_the_adverb_comes_first_in_the_operative_part(text: str, instead: list[str]) -> None:
    assert replacements("OPR002", with_second(text)) == instead


def test_old_texts_had_the_adverb_after() -> None:
    old = '+++\ndate = "3 March 2009"\n+++\n\n' + with_second("*Invites also* publishers;")
    new = old.replace("2009", "2019")
    from resolint import profile, rulebook
    from tests.checks.drafts import known, read

    for source, runs in ((old, False), (new, True)):
        rules = rulebook.select(known(), profile.resolve(read(source), name="ga"), select=("OPR002",))
        assert bool(rules) == runs


@each(
    ("text", "marked"),
    [
        ("*Invites* [all] villages;", ["[all]"]),
        ("*Invites* [all [small] villages];", ["[all [small] villages]"]),
        ("*Invites* all] villages;", ["]"]),
        ("*Invites* [all villages;", ["["]),
        ("*Invites* readers to its [ ] session;", ["[ ]"]),
        ("*Invites* readers of “[t]he book”;", []),
        ("*Invites* readers (agreed ad ref);", ["(agreed ad ref)"]),
        ("*Invites* readers, as in OP3 bis;", ["OP3 bis"]),
        ("*Invites* readers to meet on XX May or on TBC;", ["XX", "TBC"]),
        ("*Invites* readers [on behalf of the villages];", []),
    ],
)
def test_marks_of_the_negotiation(text: str, marked: list[str]) -> None:
    source = with_second(text.replace("[", "\\[").replace("]", "\\]"))
    assert excerpts("OPR020", source) == marked


@each(
    ("text", "instead"),
    [
        ("*Recalls* OP 1;", ["paragraph "]),
        ("*Recalls* paras. 1 and 3 above;", ["paragraphs "]),
        ("*Recalls* operative paragraph 1 above;", ["paragraph "]),
        ("*Recalls* what Paragraph 1 says;", ["p"]),
        ("*Recalls* paragraph 1 above;", []),
    ],
)
def test_how_a_paragraph_is_cited(text: str, instead: list[str]) -> None:
    assert replacements("OPR019", with_second(text)) == instead


@each(
    ("text", "marked"),
    [
        ("*Recalls* paragraph 1 above;", []),
        ("*Recalls* paragraph 3 above;", ["3 above"]),
        ("*Recalls* paragraph 3 below;", []),
        ("*Recalls* paragraphs 1, 7 and 9 above;", ["7", "9"]),
        ("*Recalls* paragraph 9 of the present resolution;", ["9"]),
        ("*Recalls* paragraph 9 of resolution 70/1;", []),
        ("*Recalls* paragraph 1 (b) above;", ["1 (b)"]),
        ("*Recalls* subparagraph 1 (b) above;", ["1 (b)"]),
    ],
)
def test_a_reference_finds_its_paragraph(text: str, marked: list[str]) -> None:
    assert excerpts("OPR024", with_second(text)) == marked


@each(
    ("words", "marked"),
    [
        ("paragraphs 1 (a) (i) and (ii), (b) and 2 above", ["2 above"]),
        ("paragraphs 1 (a) to (c) and 7 above", ["(c)", "7"]),
        ("paragraph 1 (a) (iii) above", ["1 (a) (iii)"]),
        ("paragraphs 1 (b) of the present resolution and 9 (c) of resolution 70/1", []),
        ("subparagraph (d) above", []),
        ("paragraphs 9, 8 and 1 above", ["9", "8"]),
        ("paragraphs 1, 6 and 7", ["6", "7"]),
        ("paragraph 9, and to report on paragraph 1 (c)", ["9", "1 (c)"]),
        ("paragraphs 6 and 7 of the report", []),
        ("the report, in particular paragraph 9", []),
        ("the letter of the mayor, and agrees with paragraph 9", []),
        ("paragraph 3 above, paragraph 4 below and paragraph 4 above", ["3 above", "4 above"]),
    ],
)
def test_a_reference_finds_its_subparagraph_across_sections(words: str, marked: list[str]) -> None:
    items = ("(a) To give books:", "(i) Of songs;", "(ii) Of tales;", "(b) To print them;")
    rest = (f"2. *Recalls* {words};", "## Rooms", "3. *Invites* readers to come;", "4. *Decides* to return to it.")
    assert excerpts("OPR024", draft(PREAMBLE, "1. *Invites* publishers:", *items, *rest)) == marked


@each("lead", ["publishers", "publishers,", "publishers;", "publishers –"])
def test_a_colon_leads_to_items(lead: str) -> None:
    source = draft(
        PREAMBLE, f"1. *Invites* {lead}", "(a) To give books;", "(b) To print maps;", "2. *Decides* to wait."
    )
    assert replacements("OPR007", source) == [":"]
    assert not findings("OPR007", source.replace(lead, "publishers:"))


def test_the_items_of_a_model_draft_may_end_with_commas() -> None:
    source = draft(
        PREAMBLE, "1. *Invites* publishers:", "(a) To give books,", "(b) To print maps;", "2. *Decides* to wait."
    )
    assert excerpts("OPR005", source) == [","]
    assert not findings("OPR005", source, "mun")


def test_the_last_paragraph_of_a_section_may_end_with_a_full_stop() -> None:
    rest = ("3. *Invites* publishers to give books.", "## Lamps", "4. *Invites* readers to bring lamps;")
    source = draft(PREAMBLE, "*Mindful* of winters,", "## Rooms", ONE, "2. *Urges* readers to read.", *rest, LAST)
    assert [found.where for found in findings("OPR005", source)] == ["operative 2"]


def test_a_colon_before_the_next_paragraph_leads_nowhere() -> None:
    assert excerpts("OPR005", with_second("*Invites* readers to come:")) == [":"]
    assert not excerpts("OPR005", with_second("*Invites* readers to come at the times set out below:"))
    assert not excerpts("OPR005", draft(PREAMBLE, ONE, "2. *Adopts* these words:", "“Read on”;", LAST))
