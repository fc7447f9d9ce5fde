"""Places in words."""

from resolint import word
from resolint.cards import lexicon
from resolint.model import Block, Document, Footnote, Origin, Span
from resolint.structure import PARTS, PlaceIndex, build, clause_of, index_of, part, paths, where
from tests.structure.conftest import Draft, Rows
from tests.support.docx import docx, note, p, ref
from tests.support.rows import each

SOURCE = """
# Rivers

*The General Assembly*,

*Recalling*:

(a) one,

*Noting* x,[^1]

1. *Decides*:

(a) one:

(i) deep;

(ii) deeper;

(b) two;

## A heading

2. *Requests* b.

*12th plenary meeting*

## Annex II

### Rules

1. One:

(a) two;

### Colours

Unnumbered text.

[^1]: A note.
"""


def of(document: Document, text: str) -> Block:
    return next(block for block in document.blocks if block.text.startswith(text))


@each(
    ("text", "place", "name"),
    [
        ("Rivers", "title", "title"),
        ("The General", "organ line", "organ line"),
        ("Recalling", "preambular 1", "preamble"),
        ("one,", "preambular 1 (a)", "preamble"),
        ("Noting", "preambular 2", "preamble"),
        ("Decides", "operative 1", "operative"),
        ("one:", "operative 1 (a)", "operative"),
        ("deeper", "operative 1 (a) (ii)", "operative"),
        ("two;", "operative 1 (b)", "operative"),
        ("A heading", "heading 1", "heading"),
        ("Requests", "operative 2", "operative"),
        ("12th", "closing", "closing"),
        ("Annex", "annex II, heading", "annex"),
        ("Rules", "annex II, title", "annex"),
        ("One:", "annex II, 1", "annex"),
        ("Colours", "annex II, heading", "heading"),
        ("Unnumbered", "annex II, unnumbered 2", "annex"),
    ],
)
def test_places(draft: Draft, text: str, place: str, name: str) -> None:
    document = draft(SOURCE)
    block = of(document, text)
    assert where(document, block.span()) == place
    assert part(document, block.id) == name
    assert name in PARTS


def test_notes(draft: Draft) -> None:
    document = draft(SOURCE)
    block = document.footnotes[0].blocks[0]
    assert where(document, block.span()) == "footnote 1"
    assert part(document, block.id) == "footnotes"


def test_an_endnote_is_called_so() -> None:
    reading = word.read_word(docx(p("the work", ref(1, "endnote")), endnotes=note(1, "See there.", kind="endnote")))
    document = build(reading, Origin("d.docx", "0" * 64, "docx"), lexicon())
    assert where(document, document.footnotes[0].blocks[0].span()) == "endnote i"


def test_several_acts_are_told_apart(draft: Draft) -> None:
    document = draft(
        "## Decision 6/XYZ.3\n\n*The General Assembly*,\n\n1. *Decides* a.\n\n## Decision 7/XYZ.3\n\n"
        "*The General Assembly*,\n\n1. *Requests*:\n\n(a) b.\n\n*The General Assembly*,\n\n*Noting* x,\n\n1. *Invites* c."
    )
    assert where(document, of(document, "b.").span()) == "decision 7/XYZ.3, operative 1 (a)"
    assert where(document, of(document, "Invites").span()) == "act 3, operative 1"


def test_declarations_have_paragraphs(rows: Rows) -> None:
    document = rows("We, the mayors of the world,", "1. Reaffirm x;", "A. North", "1. Recognize y.")
    assert where(document, document.blocks[1].span()) == "paragraph 1"
    assert where(document, document.blocks[3].span()) == "paragraph 1 [2]"


def test_an_organ_line_that_shares_a_block(rows: Rows) -> None:
    document = rows("The General Assembly,\nRecalling x,", "1. Decides y.")
    index = PlaceIndex(document)
    assert index.where(Span("document/0", 0, 5)) == "organ line"
    assert index.where(Span("document/0", 22, 25)) == "preambular 1"
    assert index.part("document/0") == "preamble"


def test_reports_have_paragraphs(rows: Rows) -> None:
    document = rows("A/86/1", "Report of the Committee", "1. It rained.", "(a) Much.", "So it was.")
    assert [where(document, block.span()) for block in document.blocks[2:]] == [
        "paragraph 1",
        "paragraph 1 (a)",
        "body 3",
    ]
    assert part(document, "document/2") == "body"


def test_an_unknown_block_is_nowhere(rows: Rows) -> None:
    document = rows("Text")
    assert (where(document, Span("document/99", 0, 0)), part(document, "document/99")) == ("", "body")


def test_clause_of(draft: Draft) -> None:
    document = draft(SOURCE)
    home = clause_of(document, of(document, "deeper").id)
    assert home is not None
    assert (home.clause.number, [clause.number for clause in home.path]) == ("ii", ["1", "a", "ii"])
    assert home.act is document.acts[0]
    inside = clause_of(document, of(document, "One:").id)
    assert inside is not None
    assert inside.annex is document.acts[0].annexes[0]
    assert clause_of(document, of(document, "Rivers").id) is None


def test_paths_are_in_order(draft: Draft) -> None:
    document = draft(SOURCE)
    found = [home.clause for home in paths(document)]
    assert found == [clause for _, clause in document.clauses()]


def test_the_index_is_made_once_per_document(rows: Rows) -> None:
    one, two = rows("Recalling x,"), rows("Recalling x,")
    assert index_of(one) is index_of(one)
    assert index_of(one) is not index_of(two)
    many = [rows(f"Text {number}") for number in range(150)]
    assert [where(document, document.blocks[0].span()) for document in many] == ["body 1"] * 150
    assert where(one, one.blocks[0].span()) == where(two, two.blocks[0].span())


def test_a_note_without_number(rows: Rows) -> None:
    from dataclasses import replace

    note = Footnote("a", "", None, (Block("footnotes/a/0", "note", "A note."),))
    document = replace(rows("Text"), footnotes=(note,))
    assert where(document, Span("footnotes/a/0", 0, 1)) == "footnote"
