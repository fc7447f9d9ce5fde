"""Reading the Markdown notation: blocks, marks, labels, notes, comments, front matter."""

import pytest

from resolint.model import NOTE_MARK, Block, Mark, Reading, Span
from resolint.notation import read
from tests.support.rows import each

DRAFT = """+++
symbol = "A/C.9/81/L.3"
session = 81
date = 2026-10-05
sponsors = ["Chile", "Ghana", "Portugal"]
house = "blue"
+++

# Keeping *tide* pools

*The General Assembly*,

*Recalling* its resolution 70/1 of 25 September 2015,[^1]

1. *Decides* to meet:

(a) In the morning;

    (i) Or at noon;

## Annex

### A. What to bring

Boots.

[^1]: See *Ibid.*,
  p. 4.

    And again.
"""


def only(source: str) -> Block:
    (block,) = read(source, name="x.md").blocks
    return block


def texts(reading: Reading) -> list[str]:
    return [block.text for block in reading.blocks]


def marks(source: str) -> list[tuple[str, str]]:
    block = only(source)
    return [(mark.kind, block.text[mark.start : mark.end]) for mark in block.marks]


def test_a_whole_draft() -> None:
    reading = read(DRAFT, name="draft.md")
    body = [block for block in reading.blocks if block.kind != "header"]
    assert [(b.kind, b.label, b.text) for b in body] == [
        ("heading", "", "Keeping tide pools"),
        ("paragraph", "", "The General Assembly,"),
        ("paragraph", "", f"Recalling its resolution 70/1 of 25 September 2015,{NOTE_MARK}"),
        ("paragraph", "1.", "Decides to meet:"),
        ("paragraph", "(a)", "In the morning;"),
        ("paragraph", "(i)", "Or at noon;"),
        ("heading", "", "Annex"),
        ("heading", "A.", "What to bring"),
        ("paragraph", "", "Boots."),
    ]
    assert [block.id for block in body] == [f"document/{n}" for n in range(9)]
    assert [block.level for block in body] == [0, -1, -1, -1, -1, 1, 1, 2, -1]
    (note,) = reading.footnotes
    assert (note.id, note.number, note.anchor) == ("footnotes/1", "1", Span("document/2", 51, 52))
    assert [(block.id, block.text) for block in note.blocks] == [
        ("footnotes/1/0", "See Ibid., p. 4."),
        ("footnotes/1/1", "And again."),
    ]
    assert reading.lost == ()


def test_front_matter_becomes_blocks_and_hints() -> None:
    reading = read(DRAFT, name="draft.md")
    assert [(key, value) for key, value, _ in reading.hints] == [
        ("symbol", "A/C.9/81/L.3"),
        ("session", "81"),
        ("date", "2026-10-05"),
        ("sponsors", "Chile, Ghana and Portugal"),
    ]
    assert all(span is not None and span.block == f"front/{key}" for key, _, span in reading.hints)
    assert [block.text for block in reading.blocks if block.id == "front/house"] == ["blue"]
    symbol = reading.blocks[0]
    assert (symbol.places[0].line, symbol.places[0].column) == (2, 11)


def test_yaml_front_matter_keeps_values_as_written() -> None:
    reading = read(
        "---\nsymbol: E/2027/L.1\ndate: 2027-05-11\nsponsors:\n  - Chile\n  - Ghana\n---\n\nText.\n", name="x.md"
    )
    assert [(key, value) for key, value, _ in reading.hints] == [
        ("symbol", "E/2027/L.1"),
        ("date", "2027-05-11"),
        ("sponsors", "Chile and Ghana"),
    ]


@pytest.mark.parametrize(
    "source",
    [
        '+++\nsymbol = "A/1"\nbroken = [\n+++\nText.\n',
        "---\nsymbol: A/1\nb: [\n---\nText.\n",
        "+++\r\nsymbol = A/1\r\n+++\r\nText.",
    ],
)
def test_broken_front_matter_is_read_line_by_line(source: str) -> None:
    reading = read(source, name="x.md")
    assert ("symbol", "A/1") in [(key, value) for key, value, _ in reading.hints]
    assert reading.blocks[-1].text == "Text."


def test_what_the_text_lost_can_be_said_in_the_front_matter() -> None:
    assert read('+++\nlost = ["italics", "notes"]\n+++\n\n# T\n').lost == ("italics", "notes")


@each("source", ["---\n\nText.\n", "---\nText.\n---\n", "+++\nnever closed\n", "---\nText: with colon\n"])
def test_a_rule_is_no_front_matter(source: str) -> None:
    assert not [block for block in read(source, name="x.md").blocks if block.kind == "header"]


@each(
    ("source", "text", "found"),
    [
        ("*a* b", "a b", [("italic", "a")]),
        ("_a_ b", "a b", [("italic", "a")]),
        ("**a** b", "a b", [("bold", "a")]),
        ("***a*** b", "a b", [("bold", "a"), ("italic", "a")]),
        ("**_a_ b**", "a b", [("italic", "a"), ("bold", "a b")]),
        ("*a **b** c*", "a b c", [("italic", "a b c"), ("bold", "b")]),
        ("snake_case_word", "snake_case_word", []),
        ("2 * 3 * 4", "2 * 3 * 4", []),
        ("in*side*s", "insides", [("italic", "side")]),
        ("the 8^th^ day", "the 8th day", [("superscript", "th")]),
        ("the 8<sup>th</sup> day", "the 8th day", [("superscript", "th")]),
        ("H<sub>2</sub>O", "H2O", []),
        ("<u>a</u> <i>b</i> <b>c</b>", "a b c", [("underline", "a"), ("italic", "b"), ("bold", "c")]),
        ("~~a~~ <mark>b</mark>", "a b", [("strike", "a"), ("highlight", "b")]),
        ("see [the text](https://a.invalid/x_(y))", "see the text", [("link", "the text")]),
        ("<https://a.invalid>", "https://a.invalid", [("link", "https://a.invalid")]),
        ("[shall] [should] (a)", "[shall] [should] (a)", []),
        (r"\*a\* \[b\](c) \_d\_ \^e^", "*a* [b](c) _d_ ^e^", []),
        ("a\\b", "a\\b", []),
        ("R&amp;D &#8211; &nbsp;x &unknown;", "R&D – \u00a0x &unknown;", []),
        ("<u>open", "<u>open", []),
        ("*open", "*open", []),
        ("![seal](seal.png)", NOTE_MARK, [("object", NOTE_MARK)]),
        (r"![a \[seal\]](picture)", NOTE_MARK, [("object", NOTE_MARK)]),
        ("![a+b](equation)", "a+b", [("object", "a+b")]),
        ("a<br>b", "a\nb", []),
        ("non\u2011break\u00a0space\ttab", "non\u2011break\u00a0space\ttab", []),
    ],
)
def test_inline_marks(source: str, text: str, found: list[tuple[str, str]]) -> None:
    assert only(source).text == text
    assert marks(source) == found


def test_the_address_of_a_link_is_its_value() -> None:
    (mark,) = only("see [it](https://a.invalid/b)").marks
    assert mark == Mark(4, 6, "link", "https://a.invalid/b")


def test_tracked_changes_in_both_views() -> None:
    source = "Recalls {++also ++}its {--old --}{~~report~>resolution~~},"
    proposed = read(source, name="x.md").blocks[0]
    assert proposed.text == "Recalls also its resolution,"
    assert [(m.kind, proposed.text[m.start : m.end], m.value) for m in proposed.marks] == [
        ("inserted", "also ", ""),
        ("deleted-here", "", "old "),
        ("deleted-here", "", "report"),
        ("inserted", "resolution", ""),
    ]
    original = read(source, name="x.md", view="original").blocks[0]
    assert (original.text, original.marks) == ("Recalls its old report,", ())


def test_a_whole_paragraph_inserted_or_deleted() -> None:
    source = "{++1. *Decides* so;++}\n\n{--2. *Requests* that.--}\n"
    proposed, original = read(source, name="x.md"), read(source, name="x.md", view="original")
    assert [(b.label, b.text) for b in proposed.blocks] == [("1.", "Decides so;")]
    assert Mark(0, 11, "inserted") in proposed.blocks[0].marks
    assert [(b.label, b.text) for b in original.blocks] == [("2.", "Requests that.")]


def test_review_comments() -> None:
    reading = read("We {==shall==}{>>will?<<} meet{>>where<<}.", name="x.md")
    (block,) = reading.blocks
    assert block.text == "We shall meet."
    spans = [comment.span for comment in reading.comments]
    assert [(comment.text) for comment in reading.comments] == ["will?", "where"]
    assert [block.text[span.start : span.end] for span in spans if span is not None] == ["shall", ""]


@each(
    ("source", "label", "text"),
    [
        ("1. Decides;", "1.", "Decides;"),
        ("12. Decides;", "12.", "Decides;"),
        ("  7.\tDecides;", "7.", "Decides;"),
        ("7.\u00a0Decides;", "7.", "Decides;"),
        ("12 bis. Decides;", "12 bis.", "Decides;"),
        ("(a) To;", "(a)", "To;"),
        ("(aa) To;", "(aa)", "To;"),
        ("(iv) To;", "(iv)", "To;"),
        ("(a bis) To;", "(a bis)", "To;"),
        ("A. Funds", "A.", "Funds"),
        ("IV. Funds", "IV.", "Funds"),
        ("a. to;", "a.", "to;"),
        ("1) Decides;", "1)", "Decides;"),
        ("**1.** *Decides* so;", "1.", "Decides so;"),
        ("- item", "-", "item"),
        ("- 12. item", "12.", "item"),
        ("• item", "•", "item"),
        (r"1\. No label", "", "1. No label"),
        (r"\(a) No label", "", "(a) No label"),
        ("2015. A year", "", "2015. A year"),
        ("3.5 per cent", "", "3.5 per cent"),
        ("(of note) no", "", "(of note) no"),
        ("1.", "1.", ""),
    ],
)
def test_labels(source: str, label: str, text: str) -> None:
    block = only(source)
    assert (block.label, block.text, block.lead) == (label, text, 0)


def test_wrapped_lines_are_one_paragraph() -> None:
    assert texts(read("# T\n\none\ntwo  \nthree\\\nfour\n  five\n\nsix\n")) == ["T", "one two\nthree\nfour five", "six"]


def test_a_number_in_wrapped_text_begins_no_paragraph_of_its_own() -> None:
    assert texts(read("# T\n\nas set out in article\n12. The rest")) == ["T", "as set out in article 12. The rest"]


def test_numbered_lines_without_blank_lines_between() -> None:
    reading = read("# T\n\n1. *Decides*:\n(a) to come;\n(b) to go; and\n(c) to\nstay;\n2. *Requests* more.\n")
    assert [(b.label, b.text) for b in reading.blocks[1:]] == [
        ("1.", "Decides:"),
        ("(a)", "to come;"),
        ("(b)", "to go; and"),
        ("(c)", "to stay;"),
        ("2.", "Requests more."),
    ]


def test_clauses_on_lines_of_their_own() -> None:
    source = "# T\n*The General Assembly*,\n*Recalling* one,\n*Noting* two,\nand see\n*Official Records*,\n"
    assert texts(read(source)) == [
        "T",
        "The General Assembly,",
        "Recalling one,",
        "Noting two, and see Official Records,",
    ]


def test_headings_quotes_and_rules() -> None:
    reading = read("# One #\n## Two\n---\n> quoted\n> text\n\n***\nplain\n#not a heading\n")
    assert [(b.kind, b.level, b.style, b.text) for b in reading.blocks] == [
        ("heading", 0, "", "One"),
        ("heading", 1, "", "Two"),
        ("paragraph", -1, "blockquote", "quoted text"),
        ("paragraph", -1, "", "plain #not a heading"),
    ]


def test_directives_and_what_they_speak_of() -> None:
    source = (
        "<!-- resolint: allow STR001, a letter -->\n\n# T\n\n<!-- a comment -->\n"
        "<!-- resolint: allow PRE002 some-name, agreed, all of it -->\n\n*Noting* x\n\n"
        "y <!-- resolint: allow TYP001, as cited --> z\n\n[^1]: A note <!-- resolint: allow FTN001, no stop -->\n"
        "<!-- resolint: allow END001 -->\n"
    )
    reading = read(source)
    assert [(d.rules, d.reason, d.span and d.span.block) for d in reading.directives] == [
        (("STR001",), "a letter", None),
        (("PRE002", "some-name"), "agreed, all of it", "document/1"),
        (("TYP001",), "as cited", "document/2"),
        (("FTN001",), "no stop", "footnotes/1/0"),
        (("END001",), "", "footnotes/1/0"),
    ]
    assert texts(reading) == ["T", "Noting x", "y z"]


def test_a_reason_may_begin_with_a_hyphened_word() -> None:
    (directive,) = read("# T\n\n<!-- resolint: allow PRE002, well-known phrase -->\nx").directives
    assert (directive.rules, directive.reason) == (("PRE002",), "well-known phrase")


def test_a_directive_that_allows_nothing_is_kept() -> None:
    (directive,) = read("# T\n\n<!-- resolint: alow PRE002 -->\nx").directives
    assert directive.rules == ()


def test_a_comment_over_several_lines_and_one_left_open() -> None:
    assert texts(read("# T\n\na <!-- one\ntwo --> b\n\nc <!-- open\n")) == ["T", "a b", "c <!-- open"]


def test_notes_without_reference_and_references_without_note() -> None:
    reading = read("# T\n\na[^9] b[^1] c[^1]\n\n[^1]: One.\n[^2]: Two.\n")
    assert [(n.number, n.anchor) for n in reading.footnotes] == [("1", Span("document/1", 4, 5)), ("2", None)]
    assert [mark.value for mark in reading.blocks[1].marks] == ["footnotes/9", "footnotes/1", "footnotes/1"]


def test_named_notes_are_numbered_in_the_order_of_reference() -> None:
    reading = read("# T\n\na[^unga] b[^sc]\n\n[^sc]: Two.\n\n[^unga]: One.\n")
    assert [(n.id, n.number) for n in reading.footnotes] == [("footnotes/sc", "2"), ("footnotes/unga", "1")]


def test_two_notes_of_one_name_are_two_notes() -> None:
    reading = read("# T\n\na[^1]\n\n[^1]: One.\n\n[^1]: Again.\n")
    assert [n.blocks[0].text for n in reading.footnotes] == ["One.", "Again."]
    assert len({n.id for n in reading.footnotes}) == 2


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n"])
def test_line_ends_and_byte_order_mark(end: str) -> None:
    reading = read("\ufeff" + DRAFT.replace("\n", end), name="x.md")
    assert reading == read(DRAFT, name="x.md")


def test_plain_typing_without_markup() -> None:
    source = (
        "UNITED NATIONS\nGeneral Assembly\nEighty-first session\nAgenda item 12\n\nThe General Assembly,\n"
        "Recalling its resolution 70/1 of 25 September 2015, entitled “Transforming our world”,\n"
        "Noting the state of the tide pools along the coasts of all the oceans and the\nseas beside them,\n"
        "1. Decides to meet;\n2. Requests the Secretary-General:\n   (a) To report;\n   (b) To come.\n"
    )
    reading = read(source, name="draft.txt")
    assert [(b.label, b.text[:24]) for b in reading.blocks] == [
        ("", "UNITED NATIONS"),
        ("", "General Assembly"),
        ("", "Eighty-first session"),
        ("", "Agenda item 12"),
        ("", "The General Assembly,"),
        ("", "Recalling its resolution"),
        ("", "Noting the state of the "),
        ("1.", "Decides to meet;"),
        ("2.", "Requests the Secretary-G"),
        ("(a)", "To report;"),
        ("(b)", "To come."),
    ]
    assert reading.lost == ("italics", "notes")
    assert read(source, name="draft.md").lost == ()
    assert read(source, name="-").lost == read(source, name="standard input").lost == ("italics", "notes")


def test_an_empty_text_has_no_blocks() -> None:
    assert read("") == Reading(())
    assert read("\n \n\ufeff").blocks == (Block("document/0", "paragraph", "\ufeff"),)


@each(("first", "second"), [("a)", "b)"), ("(a)", "(b)"), ("i.", "ii."), ("(1)", "(2)")])
@each("blank", ["", "\n"])
def test_items_stand_alone_in_typed_text_though_nothing_closes_the_line_before(first, second, blank) -> None:
    source = (
        "The Environment Assembly,\n\n1. Invites ports to renew what keeps their ships dry, namely all that\n"
        f"{first} Holds water;\n{blank}{second} Holds oil;\n\n2. Decides to meet.\n"
    )
    found = [(block.label, block.text) for block in read(source, name="draft.txt").blocks]
    assert found[2:4] == [(first, "Holds water;"), (second, "Holds oil;")]


def test_a_letter_that_a_line_end_brought_to_the_front_opens_no_list() -> None:
    source = "The Environment Assembly,\n\n1. Recalls what ports were asked to renew in paragraph 3\n(a) of its last text;\n\n2. Decides.\n"
    assert [block.text for block in read(source, name="draft.txt").blocks][1].endswith("3 (a) of its last text;")
