"""What is written for documents that do not come from the notation."""

import pytest

from resolint.model import NOTE_MARK, Act, Block, Directive, Document, Footnote, Head, Mark, Origin, Span
from resolint.notation import read, write


def document(*blocks: Block, **parts: object) -> Document:
    given = {"footnotes": (), "directives": (), "head": Head(), "acts": (), **parts}
    return Document(Origin("x.docx", "", "docx"), "resolution", blocks=blocks, **given)  # type: ignore[arg-type]


def test_a_typed_label_is_written_once() -> None:
    block = Block("document/3", "paragraph", "\t1.\tDecides so;", (Mark(1, 11, "italic"),), "1.", 4)
    assert write(document(block)) == "1. *Decides* so;\n"


def test_an_automatic_label_and_its_depth() -> None:
    blocks = [
        Block("document/0", "paragraph", "Decides:", label="1.", level=0),
        Block("document/1", "paragraph", "To meet\nsoon;", label="(a)", level=1),
        Block("document/2", "paragraph", "Or not.", label="(i)", level=2),
    ]
    source = write(document(*blocks))
    assert source == "1. Decides:\n\n    (a) To meet\\\n    soon;\n\n        (i) Or not.\n"
    assert [(b.label, b.level, b.text) for b in read(source).blocks] == [
        ("1.", -1, "Decides:"),
        ("(a)", 1, "To meet\nsoon;"),
        ("(i)", 2, "Or not."),
    ]


def test_the_masthead_goes_into_the_front_matter() -> None:
    blocks = [
        Block("header1/0", "header", "A/C.9/81/L.3"),
        Block("document/0", "cell", "Distr.: Limited"),
        Block("document/1", "paragraph", "Chile and Ghana: draft resolution"),
        Block("document/2", "paragraph", "Tide pools"),
        Block("document/3", "paragraph", "Decides."),
        Block("footer1/0", "footer", "26-12345"),
    ]
    head = Head(
        symbol='A/C.9/81/L.3 "x"',
        sponsors=("Chile", "Ghana"),
        distribution="Limited",
        spans=(("sponsors", blocks[2].span()),),
    )
    source = write(document(*blocks, head=head, acts=(Act("resolution", "", blocks[3].span(), None),)))
    assert source == (
        '+++\nsymbol = "A/C.9/81/L.3 \\"x\\""\nsponsors = "Chile and Ghana: draft resolution"\ndistribution = "Limited"\n+++\n\n'
        "Tide pools\n\nDecides.\n"
    )
    assert ("symbol", 'A/C.9/81/L.3 "x"') in [(key, value) for key, value, _ in read(source).hints]


@pytest.mark.parametrize(
    ("line", "marks", "kept"),
    [
        ("Small harbours of the south", (Mark(0, 27, "bold"),), True),
        ("Small harbours of the south", (Mark(0, 5, "inserted"),), False),
    ],
)
def test_the_title_of_the_agenda_item_goes_where_the_masthead_has_a_place_for_it(line, marks, kept) -> None:
    blocks = [
        Block("document/0", "paragraph", "Agenda item 23"),
        Block("document/1", "paragraph", line, marks),
        Block("document/2", "paragraph", "Chile and Ghana: draft resolution"),
        Block("document/3", "paragraph", "Tide pools"),
        Block("document/4", "paragraph", "Decides."),
    ]
    head = Head(
        agenda_item="Agenda item 23",
        sponsors=("Chile", "Ghana"),
        spans=(("agenda_item", Span("document/0", 0, 14)), ("sponsors", Span("document/2", 0, 15))),
    )
    acts = (Act("resolution", "", Span("document/3", 0, 10), None),)
    written = write(document(*blocks, head=head, acts=acts))
    assert (f'agenda_title = "{line}"' in written) is kept
    assert ("of the south" in written.partition("# ")[0].rpartition("+++\n")[2]) is not kept


def test_notes_keep_the_numbers_that_were_printed() -> None:
    marks = tuple(Mark(n, n + 1, "note", f"footnotes/{7 + n}") for n in range(2))
    block = Block("document/0", "paragraph", NOTE_MARK * 2, marks)
    notes = tuple(
        Footnote(f"footnotes/{7 + n}", "1", block.span(n, n + 1), (Block(f"footnotes/{7 + n}/0", "note", text),))
        for n, text in enumerate(["One.", "Anew."])
    )
    source = write(document(block, footnotes=notes))
    assert source == "[^1][^1.2]\n\n[^1]: One.\n\n[^1.2]: Anew.\n"
    assert [(n.number, n.anchor) for n in read(source).footnotes] == [(n.number, n.anchor) for n in notes]


def test_marks_that_stars_cannot_carry_become_tags() -> None:
    block = Block("document/0", "paragraph", "Also requests", (Mark(0, 5, "italic"), Mark(5, 13, "bold")))
    source = write(document(block))
    assert source == "<i>Also </i><b>requests</b>\n"
    assert read(source).blocks[0].marks == block.marks


def test_what_cannot_be_carried_is_left_out() -> None:
    block = Block("document/0", "paragraph", "a b", (Mark(0, 1, "field", "PAGE"), Mark(2, 3, "link", "two words")))
    assert write(document(block)) == "a b\n"


def test_a_reason_cannot_end_the_comment() -> None:
    block = Block("document/0", "paragraph", "a")
    allowed = Directive(("PRE002",), "an arrow --> here", Span("document/0", 0, 1))
    (read_back,) = read(write(document(block, directives=(allowed,)))).directives
    assert (read_back.rules, read_back.reason) == (("PRE002",), "an arrow --> here")


def test_numbers_and_dashes_in_cells_are_words_and_stay_as_they_are() -> None:
    from resolint.pipeline import export

    rows = "| Section       | Change |\n| ------------- | ------ |\n| 2. Ferries    | (1)    |\n| - Lighthouses | # 4    |\n"
    source = f"# Ports\n\n{rows}"
    assert export(source.encode(), "md", name="a.md") == source
