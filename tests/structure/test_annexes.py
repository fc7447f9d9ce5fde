"""Annexes: headings, titles, numbers of their own."""

import pytest

from resolint.model import Annex, Document
from tests.structure.conftest import Draft, Rows, tree

LEAD = "*The General Assembly*,\n\n*Recalling* x,\n\n*Adopts* the rules annexed hereto.\n\n"


def titles(document: Document, annexes: tuple[Annex, ...]) -> list[tuple[str, str | None]]:
    return [(annex.label, None if annex.title is None else document.text(annex.title)) for annex in annexes]


def test_one_annex(draft: Draft) -> None:
    document = draft(LEAD + "## Annex\n\n### Rules\n\n1. The light is on:\n\n(a) at night;\n\n2. It is white.")
    (annex,) = document.acts[0].annexes
    assert titles(document, (annex,)) == [("Annex", "Rules")]
    assert tree(annex.paragraphs) == [("1", ["a"]), "2"]
    assert [clause.role for clause in annex.paragraphs] == ["paragraph", "paragraph"]


def test_several_annexes_and_appendices(rows: Rows) -> None:
    document = rows(
        "The General Assembly,", "1. Adopts the rules;", "2. Requests a report.", "Annex I", "Rules", "1. One.", "2. Two.",
        "Appendix", "Colours", "1. White.", "Annex II: Terms", "A. First", "1. One.", "B. Second", "1. Again one.",
    )  # fmt: skip
    (act,) = document.acts
    assert titles(document, act.annexes) == [("Annex I", "Rules"), ("Appendix", "Colours"), ("Annex II", "Terms")]
    last = act.annexes[2]
    assert tree(last.paragraphs) == ["1", "1"]
    assert [(document.text(heading.span), heading.before) for heading in last.headings] == [
        ("A. First", 0),
        ("B. Second", 1),
    ]
    assert document.text(last.heading) == "Annex II"
    assert len(act.operative) == 2


@pytest.mark.parametrize("text", ["Annex I contains the rules of the game.", "Annexed to it is a list,", "annex"])
def test_sentences_are_no_headings(rows: Rows, text: str) -> None:
    document = rows("The General Assembly,", "Recalling x,", "1. Decides a;", text, "2. Requests b.")
    assert document.acts[0].annexes == ()


def test_an_annex_after_the_closing_lines(draft: Draft) -> None:
    document = draft(LEAD + "*47th plenary meeting*\n\n*4 December 2031*\n\n## Annex\n\n1. One.")
    (act,) = document.acts
    assert len(act.closing) == 2
    assert len(act.annexes) == 1


def test_closing_lines_after_an_annex(draft: Draft) -> None:
    document = draft(LEAD + "## Annex\n\n1. One.\n\n*12th plenary meeting*")
    (act,) = document.acts
    assert (len(act.closing), len(act.annexes[0].paragraphs)) == (1, 1)


def test_a_treaty_in_an_annex_has_no_organ_line(draft: Draft) -> None:
    document = draft(
        LEAD + "## Annex\n\n### Convention\n\nThe States Parties to the present Convention,\n\nConsidering x,\n\n"
        "Have agreed as follows:\n\n### Article 1\n\n1. One."
    )
    assert len(document.acts) == 1


def test_a_declaration_in_an_annex_stays_there(draft: Draft) -> None:
    document = draft(
        LEAD + "## Annex\n\n### Our will\n\nWe, the mayors, assembled here;\n\nWe reaffirm x;\n\n1. We resolve y."
    )
    (act,) = document.acts
    assert [clause.number for clause in act.annexes[0].paragraphs] == ["", "", "1"]


def test_numbered_lines_that_are_headings(rows: Rows) -> None:
    document = rows(
        "The General Assembly,", "1. Adopts the plan;", "2. Requests a report.", "Annex", "Plan", "A. Demand",
        "1. education", "1. Schools are few. They are old.", "2. rivers", "2. Rivers are long.", "3. boats",
        "3. Boats are short.",
    )  # fmt: skip
    annex = document.acts[0].annexes[0]
    assert tree(annex.paragraphs) == ["1", "2", "3"]
    assert len(annex.headings) == 4


def test_tables_are_body_of_the_annex(rows: Rows) -> None:
    from resolint.model import Block

    document = rows("The General Assembly,", "Adopts the list.", "Annex", Block("document/3", "cell", "12"), "1. One.")
    assert document.acts[0].annexes[0].body == ("document/3",)


def test_a_plan_that_follows_a_declaration(rows: Rows) -> None:
    declared = [f"{number}. Reaffirm the bridge number {number};" for number in range(1, 34)]
    document = rows(
        "Declaration on bridges", "We, the mayors of the world,", *declared, "Plan of action", "Part one. Demand",
        "1. Bridges are old.", "2. Mayors should paint.",
    )  # fmt: skip
    (act,) = document.acts
    assert len(act.operative) == 33
    assert titles(document, act.annexes) == [("Plan of action", "Plan of action")]
    assert tree(act.annexes[0].paragraphs) == ["1", "2"]
