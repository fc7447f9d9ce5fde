"""Drafts that come as PDF: what is read of them, and what is said where nothing can be. The PDFs are written here."""

import re
import sys

import pytest

from resolint import pipeline
from resolint.errors import UnreadableDraft
from resolint.model import Document
from resolint.pipeline.drafts import load
from resolint.pipeline.formats import is_pdf

pytest.importorskip("pypdfium2")

FONTS = {"r": "Times-Roman", "i": "Times-Italic", "b": "Times-Bold"}
Piece = tuple[str, str, float, float, float]
"""Font, words, left, baseline, size."""


def pdf(*pages: list[Piece]) -> bytes:
    """A PDF of these pages, as plain as can be."""
    objects: list[bytes] = [b"", b""]
    fonts = {}
    for key, name in FONTS.items():
        objects.append(b"<</Type/Font/Subtype/Type1/BaseFont/%s/Encoding/WinAnsiEncoding>>" % name.encode())
        fonts[key] = len(objects)
    names = b"".join(b"/%s %d 0 R" % (key.encode(), number) for key, number in fonts.items())
    kids = []
    for page in pages:
        content = b""
        for font, words, left, base, size in page:
            shown = words.encode("cp1252").replace(b"\\", rb"\\").replace(b"(", rb"\(").replace(b")", rb"\)")
            content += b"BT /%s %g Tf %g %g Td (%s) Tj ET\n" % (font.encode(), size, left, base, shown)
        objects.append(b"<</Length %d>>stream\n%sendstream" % (len(content), content))
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents %d 0 R/Resources<</Font<<%s>>>>>>"
            % (len(objects), names)
        )
        kids.append(len(objects))
    objects[0] = b"<</Type/Catalog/Pages 2 0 R>>"
    objects[1] = b"<</Type/Pages/Count %d/Kids[%s]>>" % (len(kids), b" ".join(b"%d 0 R" % kid for kid in kids))
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    tail = b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (size, len(out))
    return out + b"xref\n0 %d\n0000000000 65535 f \n%s" % (size, table) + tail


def lines(rows: list[list[tuple[str, str]]], top: float = 700, size: float = 11, left: float = 72) -> list[Piece]:
    """Rows of pieces below one another, each piece as wide as its letters roughly are; an empty row leaves a gap."""
    found: list[Piece] = []
    for row in rows:
        at = left
        for font, words in row:
            found.append((font, words, at, top, size))
            at += WIDTHS(words, font) * size
        top -= 13 if row else 7
    return found


def WIDTHS(words: str, font: str) -> float:
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf([(font, words + "|", 0, 100, 1000)]))
    text = document[0].get_textpage()
    width = text.get_charbox(text.count_chars() - 1, loose=True)[0] / 1000
    document.close()
    return width


FIRST = [
    *lines([[("r", "United Nations")]], 780),
    ("r", "A/C.2/82/L.9", 450, 780, 11),
    *lines([[("b", "Seed libraries of the uplands")]], 740, 13),
    *lines(
        [
            [("i", "The General Assembly"), ("r", ",")],
            [],
            [("i", "Recalling"), ("r", " its resolution 70/1 of 25 September 2015, and the people-")],
            [("r", "centred work of the seed libraries of the uplands,")],
            [],
            [("i", "Taking note"), ("r", " of the report of the Secretary-General on the libra-")],
            [("r", "ries of all regions,")],
            [],
            [("r", "1.  "), ("i", "Requests"), ("r", " the Secretary-General to report on the matter;")],
            [],
            [("r", "2.  "), ("i", "Decides"), ("r", " to consider the libraries, their seeds, and all that")],
        ],
        700,
    ),
    ("r", "1", 380, 614, 6),
    ("r", "1", 72, 120, 6),
    ("r", "See A/82/17.", 82, 116, 9),
    ("r", "1/2", 290, 40, 9),
]
SECOND = [
    ("b", "A/C.2/82/L.9", 72, 800, 9),
    *lines([[("r", "the villages keep, at its eighty-third session.")]], 770),
    ("r", "2/2", 290, 40, 9),
]


def read(data: bytes) -> Document:
    return load(data, name="draft.pdf")


def test_a_pdf_reads_as_the_draft_that_it_prints() -> None:
    document = read(pdf(FIRST, SECOND))
    (act,) = document.acts
    assert document.origin.format == "pdf" and document.origin.recovery == "recovered from a PDF"
    assert document.head.symbol == "A/C.2/82/L.9"
    assert act.title is not None and document.text(act.title) == "Seed libraries of the uplands"
    texts = [document.text(clause.body) for clause in (*act.preamble, *act.operative)]
    assert texts[0].endswith("and the people-centred work of the seed libraries of the uplands,")
    assert texts[1].endswith("on the libraries of all regions,")
    assert texts[3].endswith("all that the villages keep, at its eighty-third session.")
    openings = [document.text(clause.opener) for clause in act.preamble if clause.opener]
    assert openings == ["Recalling", "Taking note"]
    for clause in (*act.preamble, *act.operative):
        block = document.block(clause.body.block)
        assert any(mark.kind == "italic" and mark.start == 0 for mark in block.marks), block


def test_notes_are_found_by_their_raised_figures() -> None:
    document = read(pdf(FIRST, SECOND))
    (note,) = document.footnotes
    assert (note.number, note.blocks[0].text) == ("1", "See A/82/17.")


def test_findings_name_places_and_no_lines_that_are_not_there() -> None:
    data = pdf(FIRST, SECOND)
    report = pipeline.lint(data, name="draft.pdf")
    assert report.findings and all(finding.position is None for finding in report.findings)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (pdf([]), "pictures of pages"),
        (b"%PDF-1.7\nnot at all", "the PDF is damaged"),
        (pdf(FIRST)[:300], "the PDF is damaged"),
    ],
)
def test_what_cannot_be_read_is_said_in_one_sentence(data: bytes, words: str) -> None:
    with pytest.raises(UnreadableDraft, match=words) as caught:
        read(data)
    assert "\n" not in str(caught.value) and str(caught.value).startswith("draft.pdf")


def test_without_the_library_it_is_said_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    with pytest.raises(UnreadableDraft, match=r"pip install pypdfium2"):
        read(pdf(FIRST))


def test_a_redline_and_a_compilation_of_a_base_in_pdf_are_of_the_word_file_built_of_it() -> None:
    from resolint.pipeline.compiling import Copy, compile_copies

    base = pdf(FIRST, SECOND)
    draft = pipeline.export(base, "md", name="a.pdf").replace("all that the villages keep", "all that the valleys keep")
    made = pipeline.redline(base, draft.encode(), author="Redline", base_name="a.pdf", draft_name="b.md")
    blocks = {view: load(made.data, name="a.docx", view=view).blocks for view in ("original", "proposed")}
    said = {view: next(block.text for block in row if "keep, at its" in block.text) for view, row in blocks.items()}
    assert "the villages keep" in said["original"] and "the valleys keep" in said["proposed"] and not made.left
    compiled = compile_copies(base, [Copy("Chile", draft.encode(), "b.md")], base_name="a.pdf")
    assert [(one.old, one.new) for one in compiled.wanted] == [("villages", "valleys")]


@pytest.mark.parametrize(("name", "renamed"), [("a.docx", True), ("a.pdf", False)])
def test_under_another_name_is_said_only_where_it_is_so(name: str, renamed: bool) -> None:
    with pytest.raises(UnreadableDraft) as caught:
        pipeline.review(pdf(FIRST), name=name)
    assert ("under another name" in str(caught.value)) == renamed
    with pytest.raises(UnreadableDraft, match="this is a PDF, and no Markdown"):
        pipeline.build(pdf(FIRST), name=name)


def test_a_text_that_speaks_of_pdf_is_none() -> None:
    assert not is_pdf(b"The %PDF- sign")


def test_a_script_that_runs_from_the_right_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    from resolint import pdf as reader

    monkeypatch.setattr(reader, "_FROM_THE_RIGHT", re.compile("[a-z]"))
    with pytest.raises(
        UnreadableDraft, match=r"draft.pdf: the PDF is in a script that runs from the right, .*Word file"
    ):
        load(pdf([("r", "the order of the page", 72, 700, 12)]), name="draft.pdf")
