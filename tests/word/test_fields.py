"""Complex fields whose marks lie inside tracked changes: nothing that shows may be lost, in either view."""

import io
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from resolint.word import read_word as read
from tests.support.docx import docx, p, r
from tests.support.rows import each
from tests.support.share import share, shares
from tests.word.marks import readable
from tests.word.oracle import said

VIEWS = ("proposed", "original")


def mark(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def code(text: str) -> str:
    return f"<w:r><w:instrText>{text}</w:instrText></w:r>"


def change(kind: str, *runs: str) -> str:
    inner = "".join(runs)
    if kind in ("del", "moveFrom"):
        inner = inner.replace("w:t>", "w:delText>").replace("<w:t ", "<w:delText ").replace("instrText", "delInstrText")
    return f'<w:{kind} w:id="1" w:author="Delegate A">{inner}</w:{kind}>'


BEGIN, SEPARATE, END = mark("begin"), mark("separate"), mark("end")
LINK = code('HYPERLINK "https://example.org/dunes"')


def read_all(body: str, view: str = "proposed") -> list[str]:
    return [block.text for block in read(docx(body), view=view).blocks]


def links(body: str, view: str = "proposed") -> list[list[str]]:
    blocks = read(docx(body), view=view).blocks
    return [[block.text[m.start : m.end] for m in block.marked("link")] for block in blocks]


@each(
    "field",
    [
        BEGIN + LINK + SEPARATE + r("dunes") + change("del", END),
        BEGIN + LINK + change("del", SEPARATE, END) + r("dunes"),
        BEGIN + LINK + change("del", SEPARATE) + r("dunes") + END,
        change("del", BEGIN, LINK, SEPARATE) + r("dunes") + END,
        BEGIN + LINK + SEPARATE + r("dunes") + change("moveFrom", END),
        change("del", BEGIN + LINK + SEPARATE + r("hills")) + change("ins", BEGIN + LINK + SEPARATE) + r("dunes") + END,
    ],
)
def test_what_follows_a_half_deleted_field_is_text_and_no_link(field):
    body = p("Noting the ", field, " of the coast,") + p("Stressing the need for marram grass,")
    assert read_all(body) == ["Noting the dunes of the coast,", "Stressing the need for marram grass,"]
    assert all(found in ([], ["dunes"]) for found in links(body))
    assert links(body)[1] == []


@pytest.mark.parametrize("end", [change("ins", END), change("moveTo", END), change("ins", SEPARATE, END)])
def test_a_mark_that_was_inserted_does_not_swallow_the_original_text(end):
    separate = "" if "separate" in end else SEPARATE
    body = p("Noting the ", BEGIN, LINK, separate, "dunes", end, " of the coast,") + p("Stressing,")
    shown = "Noting the  of the coast," if not separate else "Noting the dunes of the coast,"
    assert read_all(body, "original") == ["Noting the dunes of the coast,", "Stressing,"]
    assert read_all(body) == [shown, "Stressing,"]


def test_the_hidden_end_still_ends_the_link():
    body = p("Noting ", BEGIN, LINK, SEPARATE, "dunes", change("del", END), " of the coast,") + p("Stressing,")
    assert links(body) == [["dunes"], []]


def test_a_deleted_instruction_names_the_target_in_the_original_view():
    body = p("Noting ", change("del", BEGIN, LINK, SEPARATE, r("dunes"), END), "sand,")
    marks = list(read(docx(body), view="original").blocks[0].marked("link"))
    assert [m.value for m in marks] == ["https://example.org/dunes"]


@st.composite
def bodies(draw) -> str:
    """Paragraphs with fields, whole, nested and broken, and random tracked changes around any of their runs."""
    serial = iter("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")

    def some(depth: int) -> list[str]:
        found: list[str] = []
        for _ in range(draw(st.integers(1, 3))):
            kind = draw(st.sampled_from(("text", "field", "field", "stray")))
            if kind == "text" or depth > 1:
                found.append(r(next(serial, "z") + " "))
            elif kind == "stray":
                found.append(mark(draw(st.sampled_from(("begin", "separate", "end")))))
            else:
                inner = [r(next(serial, "z"))] if draw(st.booleans()) else [code("REF x")]
                found += [BEGIN, *inner, SEPARATE, *some(depth + 1), END]
        return found

    runs = some(0) + some(0)
    paragraphs, wrapped, at = [], [], 0
    while at < len(runs):
        size = draw(st.integers(1, 4))
        kind = draw(st.sampled_from(("", "", "ins", "del", "moveFrom", "moveTo")))
        piece = runs[at : at + size]
        wrapped.append(change(kind, *piece) if kind else "".join(piece))
        at += size
        if draw(st.integers(0, 5)) == 0:
            paragraphs.append(p(*wrapped))
            wrapped = []
    return "".join([*paragraphs, p(*wrapped)])


@pytest.mark.slow
@pytest.mark.parametrize("view", VIEWS)
@given(body=bodies())
@settings(max_examples=80, deadline=None)
def test_random_changes_around_the_marks_of_fields(view, body):
    check(view, body)


@pytest.mark.deep
@pytest.mark.parametrize("view", VIEWS)
@given(body=bodies())
@settings(max_examples=3_000, deadline=None)
def test_thousands_of_changes_around_the_marks_of_fields(view, body):
    check(view, body)


def check(view, body):
    data = docx(body)
    shown = "".join("".join(block.text.split()) for block in read(data, view=view).blocks)
    assert shown == said(_main(data), view == "proposed")


@pytest.mark.parametrize("view", VIEWS)
@shares(4)
def test_every_real_file_says_what_accepting_and_rejecting_leaves(real, view, one_in):
    seen = 0
    for path, data in share(list(readable(real / "fixtures")), one_in):
        root = _main(data)
        if root is None:
            continue
        blocks = [b for b in read(data, view=view).blocks if b.id.startswith("document/") and b.kind != "textbox"]
        shown = "".join("".join(block.text.split()) for block in blocks).replace("\ufffc", "")
        assert shown == said(root.find("{*}body"), view == "proposed"), path.name
        seen += 1
    assert seen > 30 // one_in


def _main(data: bytes) -> etree._Element | None:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        name = "word/document.xml"
        return etree.fromstring(archive.read(name)) if name in archive.namelist() else None
