"""Acts: resolutions, decisions, declarations; one or several in a file; with and without all their parts."""

import pytest

from resolint.model import Act, Block, Document, Span
from resolint.structure import part, placed
from tests.structure.conftest import Draft, Rows, numbers, tree
from tests.support.rows import each


def line(document: Document, span: Span | None) -> str | None:
    return None if span is None else document.text(span)


def openers(document: Document, act: Act) -> list[str | None]:
    return [line(document, clause.opener) for clause in (*act.preamble, *act.operative)]


def bodies(document: Document, act: Act) -> list[str]:
    return [document.block(block).text for block in act.body]


def test_a_plain_resolution(draft: Draft) -> None:
    document = draft("""
# Rivers of the world

*The General Assembly*,

*Recalling* its resolution 70/1,[^1]

*Recalling also* its resolution 71/1,

1. *Decides* to measure rivers:

(a) In the north;

(b) In the south;

2. *Also decides* to publish the measures.

[^1]: A note.
""")
    (act,) = document.acts
    assert (document.kind, act.kind, act.number, document.confidence) == ("resolution", "resolution", "", 1.0)
    assert line(document, act.title) == "Rivers of the world"
    assert line(document, act.organ_line) == "The General Assembly,"
    assert openers(document, act) == ["Recalling", "Recalling also", "Decides", "Also decides"]
    assert tree(act.operative) == [("1", ["a", "b"]), "2"]
    assert [line(document, clause.end_mark) for clause in act.operative[0].walk()] == [":", ";", ";"]
    assert [clause.role for clause in act.operative[0].walk()] == ["operative", "subparagraph", "subparagraph"]


@each("organ", ["The General Assembly", "The General Assembly,", "The United Nations General Assembly,",
                                   "The Conference of the Parties to the Invented Treaty,", "The Council of Bridges,",
                                   "The Seventy-first World Health Assembly,", "General Assembly,", "The CND,"])  # fmt: skip
def test_organ_lines(rows: Rows, organ: str) -> None:
    document = rows("Title of it", organ, "Recalling its resolution 1/1,", "1. Decides to act.")
    (act,) = document.acts
    assert line(document, act.organ_line) == organ
    assert line(document, act.title) == "Title of it"


@pytest.mark.parametrize(
    "text",
    ["The report of the Council, which is long, was read.", "The General Assembly met in May.", "General Assembly"],
)
def test_lines_that_only_name_an_organ(rows: Rows, text: str) -> None:
    document = rows("Heading", text, "Nothing happened in the meantime at all, so it seems.", "And then it ended.")
    assert document.acts == ()


def test_the_organ_line_and_the_first_paragraph_in_one_block(rows: Rows) -> None:
    document = rows("The General Assembly,\nRecalling its resolution 1/1,", "1. Decides to act.")
    (act,) = document.acts
    assert line(document, act.organ_line) == "The General Assembly,"
    assert [line(document, clause.body) for clause in act.preamble] == ["Recalling its resolution 1/1,"]


def test_a_lone_operative_paragraph_without_number(draft: Draft) -> None:
    document = draft("*The General Assembly*\n\n*Adopts* the list:\n\n(a) one;\n\n(b) two.")
    (act,) = document.acts
    assert (act.preamble, tree(act.operative)) == ((), [("", ["a", "b"])])


def test_no_organ_line(rows: Rows) -> None:
    document = rows("Alarmed by floods,", "Noting the rain,", "1. Urges States to build;", "2. Calls upon all to help.")
    (act,) = document.acts
    assert act.organ_line is None
    assert act.confidence < 0.8
    assert (len(act.preamble), len(act.operative)) == (2, 2)


def test_paragraphs_in_the_wrong_form_keep_their_part(draft: Draft) -> None:
    document = draft("""
The General Assembly,

Whereas rivers flow,

Deeply concerned by waves;

Noting the rain

1. Encourage States to float;

2. Rivers should flow.
""")
    (act,) = document.acts
    assert openers(document, act) == [None, "Deeply concerned", "Noting", "Encourage", None]
    assert len(act.preamble) == 3


def test_a_list_in_the_preamble(draft: Draft) -> None:
    document = draft("*The Council*,\n\n*Recalling*:\n\n(a) one,\n\n(b) two,\n\n*Noting* x,\n\n1. *Decides* y.")
    (act,) = document.acts
    assert tree(act.preamble) == [("", ["a", "b"]), ""]


def test_a_preamble_that_ends_with_a_colon(draft: Draft) -> None:
    document = draft("The Security Council,\n\n*Recalling* x,\n\n*Noting* y:\n\n1. *Decides* a;\n\n2. *Requests* b.")
    (act,) = document.acts
    assert (len(act.preamble), numbers(act.operative)) == (2, ["1", "2"])


def test_a_numbered_preamble(draft: Draft) -> None:
    document = draft("*The Council*,\n\n1. *Recalling* x,\n\n2. *Noting* y,\n\n1. *Welcomes* a;\n\n2. *Decides* b.")
    (act,) = document.acts
    assert (numbers(act.preamble), numbers(act.operative)) == (["1", "2"], ["1", "2"])


def test_an_operative_paragraph_that_begins_with_a_participle_stays_operative(draft: Draft) -> None:
    document = draft("*The Council*,\n\n*Recalling* x,\n\n1. *Welcoming* a;\n\n2. *Decides* b.")
    (act,) = document.acts
    assert (len(act.preamble), numbers(act.operative)) == (1, ["1", "2"])


def test_negotiation_labels(rows: Rows) -> None:
    document = rows("PP1. Recalling x,", "PP1 bis Noting y,", "OP1. Decides a;", "OP2 [Requests][Invites] b.")
    (act,) = document.acts
    assert (numbers(act.preamble), numbers(act.operative)) == (["1", "1 bis"], ["1", "2"])


def test_sections_and_a_second_preamble(draft: Draft) -> None:
    document = draft("""
*The General Assembly*,

*Recalling* x,

## I. North

1. *Decides* a;

2. *Decides* b;

## II. South

*Noting* y,

3. *Requests* c.
""")
    (act,) = document.acts
    assert len(act.preamble) == 2
    assert numbers(act.operative) == ["1", "2", "3"]
    assert [(line(document, heading.span), heading.before) for heading in act.headings] == [("North", 1), ("South", 3)]


def test_numbers_that_restart_under_sections(draft: Draft) -> None:
    document = draft("*The General Assembly*,\n\n## I\n\n1. *Decides* a;\n\n## II\n\n1. *Decides* b;\n\n2. *Notes* c.")
    assert numbers(document.acts[0].operative) == ["1", "1", "2"]


def test_unnumbered_operative_paragraphs_with_items(rows: Rows) -> None:
    document = rows(
        "The United Nations Environment Assembly,", "Recalling x,", "Invites all to cooperate, including by:",
        "Preparing plans;", "Promoting research;", "Requests the Director to report.",
    )  # fmt: skip
    (act,) = document.acts
    assert tree(act.operative) == [("", ["", ""]), ""]


def test_closing_lines_and_votes(draft: Draft) -> None:
    document = draft("""
*The Human Rights Council*,

1. *Decides* a;

2. *Requests* b.

36th meeting

6 October 2031

[Adopted by a recorded vote of 14 to 7. The voting was as follows:

In favour:

Chile, Malta, Peru]
""")
    (act,) = document.acts
    assert len(act.closing) == 5
    assert act.body == ()
    assert len(act.operative) == 2


def test_decisions_by_number(draft: Draft) -> None:
    document = draft("""
## Decision 6/XYZ.3

## Rivers

*The Conference of the Parties*,

*Recalling* x,

1. *Decides* a.

*12th plenary meeting*

## Decision 7/XYZ.3

## Seas

*The Conference of the Parties*,

1. *Decides* a;

2. *Decides* b.
""")
    assert [(act.kind, act.number, line(document, act.title)) for act in document.acts] == [
        ("decision", "6/XYZ.3", "Rivers"), ("decision", "7/XYZ.3", "Seas"),
    ]  # fmt: skip
    assert document.kind == "decision"
    assert line(document, document.acts[1].heading) == "Decision 7/XYZ.3"
    assert part(document, document.acts[0].heading.block) == "title"  # type: ignore[union-attr]


@each(
    ("above", "kind", "number", "title"),
    [
        (("79/90. Rivers",), "resolution", "79/90", "Rivers"),
        (("46/… Rivers",), "resolution", "46/…", "Rivers"),
        (("1904 (XVIII). Rivers",), "resolution", "1904 (XVIII)", "Rivers"),
        (("Resolution 2681 (2023)", "Adopted by the Security Council on 27 April 2023"), "resolution", "2681 (2023)", None),
        (("Draft decision I", "Rivers"), "decision", "I", "Rivers"),
        (("Draft decision -/XYZ.6", "Rivers"), "decision", "-/XYZ.6", "Rivers"),
        (("Resolution 5/1: Rivers",), "resolution", "5/1", "Rivers"),
        (("60/1. 2005 Rivers",), "resolution", "60/1", "2005 Rivers"),
        (("Chile: draft decision", "Rivers"), "decision", "", "Rivers"),
        (("Chile: draft resolution",), "resolution", "", None),
        (("Resolution adopted by the General Assembly on 4 May 2031", "[on the report (A/86/1)]", "86/1. Rivers"),
         "resolution", "86/1", "Rivers"),
        (("86/1. Rivers", "B"), "resolution", "86/1 B", "Rivers"),
    ],
)  # fmt: skip
def test_kind_number_and_title(rows: Rows, above: tuple[str, ...], kind: str, number: str, title: str | None) -> None:
    document = rows(*above, "The General Assembly,", "Recalling x,", "1. Decides to act;", "2. Requests to stay.")
    (act,) = document.acts
    assert (act.kind, act.number, line(document, act.title)) == (kind, number, title)


def test_lettered_acts(draft: Draft) -> None:
    document = draft("""
# 72/200 A and B. Rivers

## A

### Big rivers

*The General Assembly*,

*Decides* a.

## B

### Small rivers

*The General Assembly*,

1. *Decides* b;

2. *Decides* c.
""")
    assert [(act.number, line(document, act.title), len(act.operative)) for act in document.acts] == [
        ("A", "Big rivers", 1), ("B", "Small rivers", 2),
    ]  # fmt: skip


def test_a_nested_draft_resolution(draft: Draft) -> None:
    document = draft("""
# Rivers

*The Economic and Social Council*

*Recommends* to the General Assembly the adoption of the following draft resolution:

“*The General Assembly*,

“*Recalling* x,

“1. *Decides* a;

“2. *Requests* b.”
""")
    outer, inner = document.acts
    assert (len(outer.operative), len(inner.preamble), numbers(inner.operative)) == (1, 1, ["1", "2"])
    assert [line(document, clause.end_mark) for clause in inner.operative] == [";", "."]


def test_a_run_in_decision(rows: Rows) -> None:
    document = rows("Chile: draft decision", "The Commission on Narcotic Drugs decides to meet in Vienna in 2031.")
    (act,) = document.acts
    assert act.kind == "decision"
    assert line(document, act.organ_line) == "The Commission on Narcotic Drugs"
    assert line(document, act.operative[0].body) == "decides to meet in Vienna in 2031."
    assert line(document, act.operative[0].opener) == "decides"


def test_a_decision_of_a_meeting(rows: Rows) -> None:
    text = "At its 87th plenary meeting, on 30 June 2031, the General Assembly, on a report, decided to appoint Ms. A."
    document = rows("86/501. Appointment", text)
    (act,) = document.acts
    assert (act.kind, act.number, line(document, act.organ_line)) == ("decision", "86/501", "the General Assembly")
    assert line(document, act.operative[0].body) == text


@pytest.mark.parametrize("word", ["Draft Joint Ministerial Statement on bridges", "Bridges"])
def test_a_declaration(draft: Draft, word: str) -> None:
    document = draft(f"""
{word}

We, the ministers of bridges, meeting in Bridgetown,

*Recalling* the declaration of 2020,

1. *Reaffirm* our commitment to bridges;

2. *Are concerned* that:

(a) bridges fall;

A. Old bridges

1. *Recognize* old bridges;

2. *Commit ourselves* to painting.
""")
    (act,) = document.acts
    assert (document.kind, act.kind, line(document, act.title)) == ("declaration", "declaration", word)
    assert line(document, act.organ_line) == "We, the ministers of bridges, meeting in Bridgetown,"
    assert (len(act.preamble), tree(act.operative)) == (1, ["1", ("2", ["a"]), "1", "2"])
    assert {clause.role for clause in act.operative} == {"paragraph"}


def test_a_declaration_of_we_paragraphs(rows: Rows) -> None:
    document = rows(
        "Bridges", "We, the mayors, assembled in Bridgetown;", "We reaffirm our will;", "We resolve to paint."
    )
    (act,) = document.acts
    assert (act.kind, openers(document, act)) == ("declaration", ["reaffirm", "resolve"])


def test_a_declaration_inside_of_a_resolution(draft: Draft) -> None:
    document = draft("""
# 86/1. Bridges

*The General Assembly*

*Adopts* the following political declaration:

## Political declaration on bridges

## Introduction

1. We, Heads of State and Government, have gathered to paint bridges.

2. We recognize that paint is dear.
""")
    resolution, declaration = document.acts
    assert (resolution.kind, len(resolution.operative)) == ("resolution", 1)
    assert (declaration.kind, numbers(declaration.operative)) == ("declaration", ["1", "2"])
    assert line(document, declaration.title) == "Political declaration on bridges"


def test_an_instrument_set_out_in_the_text(draft: Draft) -> None:
    document = draft("""
*The General Assembly*,

*Recalling* x,

1. *Proclaims* this Declaration:

Article 1

All boats float.

Article 2

1. Every boat has a name.

2. *Requests* the Secretary-General to publish it.
""")
    (act,) = document.acts
    assert numbers(act.operative) == ["1", "2"]
    assert bodies(document, act) == ["All boats float.", "Every boat has a name."]


@each(
    ("lines", "kind"),
    [
        (("A/86/1", "Report of the Secretary-General", "I. Introduction", "1. It rained.", "2. It stopped."), "report"),
        (("Amendment to draft resolution A/86/L.1", "3. Decides to stay."), "amendment"),
        (("Chile: amendment to draft resolution A/86/L.1", "Replace paragraph 3 by:", "3. Decides to stay;"), "amendment"),
        (("Dear Sir,", "I write to you."), "other"),
        ((), "other"),
        (("",), "other"),
    ],
)  # fmt: skip
def test_other_kinds_have_no_acts(rows: Rows, lines: tuple[str, ...], kind: str) -> None:
    document = rows(*lines)
    assert (document.kind, document.acts) == (kind, ())


def test_the_source_may_state_the_kind(draft: Draft) -> None:
    assert draft('+++\nkind = "decision"\n+++\n\n*The General Assembly*\n\n*Decides* to act.').kind == "decision"


def test_a_split_paragraph_is_one(rows: Rows) -> None:
    document = rows(
        "The General Assembly,", "Recalling the rivers of the", "north and of the south,", "1. Decides to act."
    )
    (act,) = document.acts
    assert [clause.blocks for clause in act.preamble] == [("document/1", "document/2")]
    assert line(document, act.preamble[0].end_mark) == ","


def test_letters_continue_across_headings(draft: Draft) -> None:
    document = draft(
        "*The Council*,\n\n1. *Decides*:\n\n(g) one;\n\n(h) two;\n\n## Other things\n\n(i) three;\n\n(j) four."
    )
    assert tree(document.acts[0].operative) == [("1", ["g", "h", "i", "j"])]


def test_deep_lists(draft: Draft) -> None:
    document = draft(
        "*The Council*,\n\n1. *Decides*:\n\n(a) x:\n\n(i) x:\n\na. x:\n\ni. x;\n\nii. x;\n\nb. x;\n\n(ii) x;\n\n(b) x."
    )
    assert tree(document.acts[0].operative) == [("1", [("a", [("i", [("a", ["i", "ii"]), "b"]), "ii"]), "b"])]


def test_restarted_automatic_lists(rows: Rows) -> None:
    def item(at: int, label: str, level: int, text: str) -> Block:
        return Block(f"document/{at}", "paragraph", text, label=label, level=level)

    document = rows(
        item(0, "", -1, "Alarmed by floods,"),
        item(1, "", -1, "Noting the rain,"),
        item(2, "1.", 0, "Urges States to build:"), item(3, "a.", 1, "dams,"), item(4, "b.", 1, "canals including:"),
        item(5, "i.", 2, "big ones,"), item(6, "1.", 0, "Calls upon all to help"),
    )  # fmt: skip
    (act,) = document.acts
    assert tree(act.operative) == [("1", ["a", ("b", ["i"])]), "1"]


def test_tables_are_body(rows: Rows) -> None:
    cell = Block("document/2", "cell", "12")
    document = rows("The General Assembly,", "1. Decides to count;", cell, "2. Requests a report.")
    (act,) = document.acts
    assert act.body == ("document/2",)
    assert numbers(act.operative) == ["1", "2"]


def test_a_draft_inside_of_a_table_is_read(rows: Rows) -> None:
    texts = ("The General Assembly,", "Recalling x,", "Noting y,", "1. Decides to count;", "2. Requests a report.")
    document = rows(*(Block(f"document/{at}", "cell", text) for at, text in enumerate(texts)))
    (act,) = document.acts
    assert (len(act.preamble), numbers(act.operative)) == (2, ["1", "2"])
    assert all(block.kind == "cell" for block in document.blocks)


def test_every_block_has_one_part(rows: Rows) -> None:
    document = rows("86/1. Rivers", "The General Assembly,", "1. Decides a.", "Annex", "Text.", "Something else")
    assert set(placed(document)) == {block.id for block in document.blocks}


def test_a_document_set_out_below_a_heading(draft: Draft) -> None:
    document = draft("""
*The General Assembly*

1. *Approves* the following agenda:

## Agenda of bridges

1. Bridges carry people.

2. They also carry goods.

2. *Requests* a report.
""")
    (act,) = document.acts
    assert numbers(act.operative) == ["1", "2"]
    assert bodies(document, act) == ["Bridges carry people.", "They also carry goods."]


def test_an_agenda_in_a_paragraph(rows: Rows) -> None:
    document = rows("The Council,", "Noting x,", "1. Decides a;", "2. Approves the agenda:", "1. Opening.", "2. Closing.",
                    "3. Requests b.")  # fmt: skip
    assert tree(document.acts[0].operative) == ["1", ("2", ["1", "2"]), "3"]


def test_decisions_in_numbered_sections(draft: Draft) -> None:
    document = draft("*The Council*\n\n*Decides* as follows:\n\n## I\n\n1. *Decides* a;\n\n## II\n\n1. *Decides* b.")
    assert numbers(document.acts[0].operative) == ["", "1", "1"]
