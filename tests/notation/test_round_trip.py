"""What is written reads as the same again."""

import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from resolint.model import NOTE_MARK, Block, Cell, Directive, Document, Footnote, Head, Mark, MarkKind, Origin, Span
from resolint.notation import read, write
from resolint.notation.inline import normal
from resolint.notation.markdown import anchors_of
from tests.support.rows import each

pytestmark = pytest.mark.slow


KINDS: list[MarkKind] = ["italic", "bold", "underline", "superscript", "strike", "highlight", "inserted"]
NASTY = ["*", "_", "1. ", "(a) ", "[^1]", "#", "<!--", "-->", "\\", "\n", " ", "<b>", "&amp;", "{++", "++}", "--}", "~~",
         "^", "]", "(", "![", "- ", "> ", "+++", "---", "A. ", "Recalling", "é", "x", "\u00a0", "\t", "|", "`", "a*b"]  # fmt: skip
texts = st.one_of(
    st.lists(st.sampled_from(NASTY), min_size=1, max_size=8).map("".join),
    st.text(alphabet=string.printable + "éœ“”’…—\u00a0\u2011\u00ad", min_size=1, max_size=30),
    st.text(min_size=1, max_size=12),
)


@st.composite
def marked(draw: st.DrawFn, address: str, notes: list[str], lines: bool = True) -> Block:
    text = draw(texts).replace(NOTE_MARK, "")
    if not lines:
        text = text.replace("\n", " ")
    text = text or "x"
    marks: list[Mark] = []
    for _ in range(draw(st.integers(0, 3))):
        start = draw(st.integers(0, len(text)))
        end = draw(st.integers(start, len(text)))
        if start < end:
            marks.append(Mark(start, end, draw(st.sampled_from(KINDS))))
    if draw(st.booleans()):
        start = draw(st.integers(0, len(text)))
        marks.append(Mark(start, start, "deleted-here", draw(texts)))
    if draw(st.integers(0, 3)) == 0:
        start = draw(st.integers(0, len(text) - 1))
        marks.append(Mark(start, draw(st.integers(start + 1, len(text))), "link", "https://a.invalid/b_(c)"))
    if notes and draw(st.booleans()):
        marks = [m for m in marks if m.kind != "link"]
        marks.append(Mark(len(text), len(text) + 1, "note", draw(st.sampled_from(notes))))
        text += NOTE_MARK
    return Block(address, "paragraph", text, normal(marks))


@st.composite
def tabled(draw: st.DrawFn, number: int, first: int, notes: list[str]) -> list[Block]:
    """The blocks of a table: some cells of it, one in its first row and one in its last column."""
    columns = draw(st.integers(1, 4))
    height = draw(st.integers(1, 4))
    head = draw(st.booleans())
    sides = [draw(st.sampled_from(["", "left", "center", "right"])) for _ in range(columns)]
    every = [(row, column) for row in range(height) for column in range(columns)]
    filled = set(draw(st.lists(st.sampled_from(every)))) | {(0, columns - 1)}
    found = []
    for row, column in sorted(filled):
        block = draw(marked(f"document/{first + len(found)}", notes))
        cell = Cell(number, row, column, columns, 1, head and row == 0, sides[column])
        found.append(Block(block.id, "cell", block.text, block.marks, cell=cell))
    return found


@st.composite
def documents(draw: st.DrawFn) -> Document:
    names = draw(st.lists(st.sampled_from(["1", "2", "13", "*", "unga"]), unique=True, max_size=3))
    notes = [f"footnotes/{name}" for name in names]
    blocks = []
    for number in range(draw(st.integers(1, 4))):
        block = draw(marked(f"document/{number}", notes))
        label = draw(st.sampled_from(["", "", "1.", "12.", "(a)", "(iv)", "(aa)", "A.", "12 bis.", "-"]))
        kind = draw(st.sampled_from(["paragraph", "paragraph", "heading"]))
        level = draw(st.integers(0, 5)) if kind == "heading" else -1
        style = draw(st.sampled_from(["", "", "blockquote"]))
        blocks.append(Block(block.id, kind, block.text, block.marks, label, 0, level, style))
    for table in range(draw(st.integers(0, 2))):
        blocks += draw(tabled(table, len(blocks), notes))
        if draw(st.booleans()):
            blocks.append(draw(marked(f"document/{len(blocks)}", notes)))
    bodies = {note: [Block(f"{note}/0", "note", draw(marked("x", [])).text)] for note in notes}
    for note in notes:
        if draw(st.booleans()):
            extra = draw(marked("x", []))
            bodies[note].append(Block(f"{note}/1", "note", extra.text, extra.marks))
    anchors = anchors_of(blocks)
    order = {note: str(number) for number, note in enumerate(anchors, start=1)}
    footnotes = tuple(
        Footnote(
            note,
            name if name != "unga" else order.get(note, name),
            anchors.get(note),
            tuple(bodies[note]),
        )
        for name, note in zip(names, notes, strict=True)
    )
    directives = [Directive(("STR001",), "because", None)] if draw(st.booleans()) else []
    for block in blocks:
        if draw(st.integers(0, 3)) == 0:
            directives.append(Directive(("PRE002", "some-name"), "the reason", Span(block.id, 0, len(block.text))))
    fields = draw(st.dictionaries(st.sampled_from(["symbol", "session", "date", "other-key"]), texts, max_size=2))
    front = tuple(Block(f"front/{key.replace('-', '_')}", "header", value) for key, value in fields.items())
    return Document(
        Origin("x.md", "", "markdown"), "resolution", Head(), (), (*front, *blocks), footnotes, (), tuple(directives)
    )


@each("words", ["#", "\\#", "\\\\#", "a #", "a \\#"])
def test_a_heading_may_end_in_a_sign_of_headings(words):
    heading = Block("document/0", "heading", words, level=0)
    document = Document(Origin("x.md", "", "markdown"), "resolution", Head(), (), (heading,))
    assert read(write(document), name="x.md").blocks == (heading,)


@settings(max_examples=100, deadline=None)
@given(documents())
def test_written_documents_read_as_themselves(document: Document) -> None:
    check(document)


@pytest.mark.deep
@settings(max_examples=5_000, deadline=None)
@given(documents())
def test_thousands_of_written_documents_read_as_themselves(document: Document) -> None:
    check(document)


def check(document: Document) -> None:
    source = write(document)
    reading = read(source, name="x.md")
    assert reading.blocks == document.blocks, source
    assert reading.footnotes == document.footnotes, source
    assert reading.directives == document.directives, source
