"""From paragraphs to blocks: order, addresses, joins, tables, controls, text boxes, headers."""

import gc

import pytest

from resolint.errors import UnreadableDraft
from resolint.model import Mark
from resolint.word import read_word as read
from tests.support.docx import archive, dele, docx, ins, members_of, numpr, p, r, ref, style
from tests.support.rows import each


def blocks(body, view="proposed", **parts):
    return read(docx(body, **parts), view=view).blocks


def shown(body, view="proposed", **parts):
    return [(b.id, b.text) for b in blocks(body, view, **parts)]


def table(*rows: str) -> str:
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


def row(*cells: str, pr: str = "") -> str:
    return f"<w:tr>{f'<w:trPr>{pr}</w:trPr>' if pr else ''}{''.join(cells)}</w:tr>"


def cell(content: str, pr: str = "") -> str:
    return f"<w:tc>{f'<w:tcPr>{pr}</w:tcPr>' if pr else ''}{content}</w:tc>"


GONE = '<w:rPr><w:del w:id="1" w:author="A"/></w:rPr>'
NEW = '<w:rPr><w:ins w:id="1" w:author="B"/></w:rPr>'


def test_empty_paragraphs_are_skipped_without_shifting_addresses():
    body = p() + p("one") + p("  ") + p("\t") + p(r(inner="<w:drawing/>")) + p("two")
    assert shown(body) == [("document/1", "one"), ("document/5", "two")]


def test_block_level_controls_and_custom_xml():
    body = (
        p("a")
        + f"<w:sdt><w:sdtPr/><w:sdtContent>{p('b')}<w:sdt><w:sdtContent>{p('c')}</w:sdtContent></w:sdt></w:sdtContent></w:sdt>"
        + f'<w:customXml w:element="x">{p("d")}</w:customXml>'
        + f'<w:ins w:id="1" w:author="A">{p("e")}</w:ins>'
        + f'<w:moveTo w:id="2" w:author="A">{p("f")}</w:moveTo>'
    )
    assert [text for _, text in shown(body)] == ["a", "b", "c", "d", "e", "f"]
    assert [text for _, text in shown(body, "original")] == ["a", "b", "c", "d"]


def test_tables_also_nested():
    inner = table(row(cell(p("inner"))))
    body = p("before") + table(row(cell(p("a")), cell(p("b") + inner + p("c")))) + p("after")
    assert [(b.kind, b.text) for b in blocks(body)] == [
        ("paragraph", "before"), ("cell", "a"), ("cell", "b"), ("cell", "inner"), ("cell", "c"), ("paragraph", "after"),
    ]  # fmt: skip


def test_controls_around_rows_and_cells():
    body = table(
        f"<w:sdt><w:sdtContent>{row(cell(p('a')))}</w:sdtContent></w:sdt>",
        row(f"<w:sdt><w:sdtContent>{cell(p('b'))}</w:sdtContent></w:sdt>"),
    )
    assert [(b.kind, b.text) for b in blocks(body)] == [("cell", "a"), ("cell", "b")]


@each(
    ("rows", "proposed", "original"),
    [
        (row(cell(p("x")), pr='<w:ins w:id="1" w:author="A"/>'), ["x"], []),
        (row(cell(p("x")), pr='<w:del w:id="1" w:author="A"/>'), [], ["x"]),
        (row(cell(p("x"), pr='<w:cellIns w:id="1" w:author="A"/>')), ["x"], []),
        (row(cell(p("x"), pr='<w:cellDel w:id="1" w:author="A"/>')), [], ["x"]),
    ],
)
def test_rows_and_cells_in_tracked_changes(rows, proposed, original):
    assert [b.text for b in blocks(table(rows))] == proposed
    assert [b.text for b in blocks(table(rows), "original")] == original


# -- paragraph marks -----------------------------------------------------------------------------------------


def test_a_deleted_paragraph_mark_joins():
    body = p("Urges ", ppr=GONE) + p("States") + p("next")
    found = blocks(body)
    assert [(b.id, b.text) for b in found] == [("document/0", "Urges States"), ("document/2", "next")]
    assert found[0].marks == (Mark(6, 6, "deleted-here", "\n"),)
    assert [text for _, text in shown(body, "original")] == ["Urges ", "States", "next"]


def test_an_inserted_paragraph_mark_joins_in_the_original():
    body = p("Urges ", ppr=NEW) + p("States")
    assert shown(body) == [("document/0", "Urges "), ("document/1", "States")]
    assert blocks(body)[0].marks == (Mark(6, 6, "inserted", "B"),)
    assert shown(body, "original") == [("document/0", "Urges States")]
    assert blocks(body, "original")[0].marks == ()


def test_a_wholly_deleted_paragraph_leaves_only_a_mark():
    body = p("one") + p(dele("gone"), ppr=GONE + "") + p("two")
    found = blocks(body)
    assert [(b.id, b.text) for b in found] == [("document/0", "one"), ("document/1", "two")]
    assert found[1].marks == (Mark(0, 0, "deleted-here", "gone\n"),)


def test_several_deleted_paragraphs_become_one_mark():
    body = p(dele("a"), ppr=GONE) + p(dele("b"), ppr=GONE) + p(dele("c"), " d")
    assert blocks(body)[0].marks == (Mark(0, 0, "deleted-here", "a\nb\nc"),)
    assert [text for _, text in shown(body, "original")] == ["a", "b", "c d"]


def test_joined_paragraphs_are_formatted_like_the_first_that_is_left():
    styles = style("Normal", default=True) + style("One", "One") + style("Two", "Two")
    one, two = '<w:pStyle w:val="One"/>', '<w:pStyle w:val="Two"/>'
    assert blocks(p("a", ppr=one + GONE) + p("b", ppr=two), styles=styles)[0].style == "one"
    assert blocks(p(dele("a"), ppr=one + GONE) + p("b", ppr=two), styles=styles)[0].style == "two"


def test_marks_are_shifted_and_merged_over_a_join():
    body = p(r("Ur", "<w:i/>"), ppr=GONE) + p(r("ges", "<w:i/>"), " all", ref(1))
    found = blocks(body, footnotes="")[0]
    assert found.text == "Urges all\ufffc"
    assert Mark(0, 5, "italic") in found.marks
    assert Mark(9, 10, "note", "footnotes/1") in found.marks


def test_paragraphs_are_not_joined_over_the_end_of_a_cell_or_into_a_table():
    body = table(row(cell(p("a", ppr=GONE)), cell(p("b")))) + p("c", ppr=GONE) + table(row(cell(p("d"))))
    assert [text for _, text in shown(body)] == ["a", "b", "c", "d"]


def test_moved_paragraphs():
    away = p('<w:moveFrom w:id="1" w:author="A"><w:r><w:t>moved</w:t></w:r></w:moveFrom>',
             ppr='<w:rPr><w:moveFrom w:id="2" w:author="A"/></w:rPr>')  # fmt: skip
    here = p('<w:moveTo w:id="3" w:author="A"><w:r><w:t>moved</w:t></w:r></w:moveTo>',
             ppr='<w:rPr><w:moveTo w:id="4" w:author="A"/></w:rPr>')  # fmt: skip
    body = away + p("stays") + here + p("end")
    assert shown(body) == [("document/0", "stays"), ("document/2", "moved"), ("document/3", "end")]
    assert [t for _, t in shown(body, "original")] == ["moved", "stays", "end"]


def test_a_style_separator_joins():
    mark = "<w:rPr><w:vanish/><w:specVanish/></w:rPr>"
    assert shown(p("Heading.", ppr=mark) + p(" Text")) == [("document/0", "Heading. Text")]


def test_a_drop_cap_belongs_to_its_paragraph():
    cap = p("T", ppr='<w:framePr w:dropCap="drop" w:lines="3"/>')
    assert [(b.kind, b.text) for b in blocks(cap + p("he Committee"))] == [("paragraph", "The Committee")]


# -- kinds ---------------------------------------------------------------------------------------------------


def test_star_notes_in_frames():
    frame = '<w:framePr w:w="9792" w:wrap="notBeside"/>'
    body = p("Item 7*") + p(ppr=frame) + p("\t*\tA/99/50.", ppr=frame)
    found = blocks(body)[1]
    assert (found.id, found.kind, found.label, found.lead) == ("document/2", "frame", "*", 3)


def test_a_frame_by_style_and_none_by_direct_order():
    styles = style("Normal", default=True) + style("Framed", ppr="<w:framePr/>")
    assert blocks(p("x", ppr='<w:pStyle w:val="Framed"/>'), styles=styles)[0].kind == "frame"


BOX = (
    '<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp><wps:txbx>'
    "<w:txbxContent>{0}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>"
    "<mc:Fallback><w:pict><v:textbox><w:txbxContent>{0}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent>"
)


def test_text_boxes_once_and_after_their_paragraph():
    body = p("before", f"<w:r>{BOX.format(p('in the box') + p('two'))}</w:r>") + p("after")
    assert [(b.id, b.kind, b.text) for b in blocks(body)] == [
        ("document/0", "paragraph", "before\ufffc"),
        ("document/1", "textbox", "in the box"),
        ("document/2", "textbox", "two"),
        ("document/5", "paragraph", "after"),
    ]


def test_boxes_in_boxes_and_in_empty_paragraphs():
    inner = f"<w:r>{BOX.format(p('inner'))}</w:r>"
    body = p(f"<w:r>{BOX.format(p('outer', inner))}</w:r>")
    assert [(b.kind, b.text) for b in blocks(body)] == [("textbox", "outer\ufffc"), ("textbox", "inner")]


def test_a_field_around_a_box_does_not_swallow_it():
    begin, end = (f'<w:r><w:fldChar w:fldCharType="{x}"/></w:r>' for x in ("begin", "end"))
    body = p("a", f"<w:r>{BOX.format(p('box'))}</w:r>", begin, end)
    assert [b.text for b in blocks(body)] == ["a\ufffc", "box"]


def test_automatic_and_heading_levels():
    assert [(b.kind, b.level) for b in blocks(p("x", ppr=numpr(1, 2)) + p("y", ppr='<w:outlineLvl w:val="0"/>'))] == [
        ("paragraph", 2), ("heading", 0),
    ]  # fmt: skip


# -- headers and footers -------------------------------------------------------------------------------------


def refs(*names: tuple[str, str]) -> str:
    return "".join(f'<w:{name.rstrip("0123456789")}Reference w:type="{when}" r:id="{name}"/>' for name, when in names)


HEADERS = {"header1": p("first page"), "header2": p() + p("\t2\t"), "header3": p("even"), "footer1": p("foot")}


def test_headers_follow_the_body():
    section = (
        f"<w:sectPr>{refs(('header1', 'first'), ('header2', 'default'), ('footer1', 'default'))}<w:titlePg/></w:sectPr>"
    )
    found = blocks(p("body") + section, headers=HEADERS)
    assert [(b.id, b.kind, b.text, b.label) for b in found] == [
        ("document/0", "paragraph", "body", ""),
        ("header1/0", "header", "first page", ""),
        ("header2/1", "header", "\t2\t", ""),
        ("footer1/0", "footer", "foot", ""),
    ]


@each(
    ("title", "even", "expected"),
    [
        ("", None, ["header2/1"]),
        ("<w:titlePg/>", None, ["header1/0", "header2/1"]),
        ('<w:titlePg w:val="0"/>', "<w:evenAndOddHeaders/>", ["header2/1", "header3/0"]),
        ("", '<w:evenAndOddHeaders w:val="0"/>', ["header2/1"]),
    ],
)
def test_only_headers_that_are_printed(title, even, expected):
    section = f"<w:sectPr>{refs(('header1', 'first'), ('header2', 'default'), ('header3', 'even'))}{title}</w:sectPr>"
    assert [b.id for b in blocks(section, headers=HEADERS, settings=even)] == expected


def test_sections_inherit_headers_and_share_them():
    first = f"<w:sectPr>{refs(('header1', 'first'), ('header2', 'default'))}</w:sectPr>"
    body = p("a", ppr=first) + p("b") + "<w:sectPr><w:titlePg/></w:sectPr>"
    assert [b.id for b in blocks(body, headers=HEADERS)] == ["document/0", "document/1", "header2/1", "header1/0"]


def test_a_header_that_is_not_there():
    section = f"<w:sectPr>{refs(('header9', 'default'))}</w:sectPr>"
    assert [b.id for b in blocks(p("a") + section)] == ["document/0"]


# -- embedded files ------------------------------------------------------------------------------------------


def with_chunk(chunk: bytes) -> bytes:
    data = docx(p("a") + '<w:altChunk r:id="C1"/>' + p("b"), extra={"word/chunk1.docx": chunk})
    members = members_of(data)
    rels = "word/_rels/document.xml.rels"
    relation = b'<Relationship Id="C1" Type="http://x/aFChunk" Target="chunk1.docx"/></Relationships>'
    members[rels] = members[rels].replace(b"</Relationships>", relation)
    return archive(members)


def test_embedded_word_files_are_read_where_they_stand():
    assert [(b.id, b.text) for b in read(with_chunk(docx(p("inside")))).blocks] == [
        ("document/0", "a"), ("chunk1/document/0", "inside"), ("document/1", "b"),
    ]  # fmt: skip


def test_other_embedded_files_and_deeper_ones_are_left_out():
    assert [b.text for b in read(with_chunk(b"<html>x</html>")).blocks] == ["a", "b"]
    assert [b.text for b in read(with_chunk(with_chunk(docx(p("deep"))))).blocks] == ["a", "a", "b", "b"]


def test_no_body_and_nothing_in_it():
    assert blocks("") == ()
    with pytest.raises(UnreadableDraft, match="no main text"):
        read(docx(b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>'))


def test_deletions_in_front_of_nothing():
    assert shown(p("a") + p(ins("b"), ppr=GONE)) == [("document/0", "a"), ("document/1", "b")]


@pytest.mark.slow
def test_reading_leaves_no_circles_behind():
    """A circle of references would keep the parsed trees in memory until the collector comes round."""
    data = docx(p("x", ref(1)) + "<w:sectPr/>", styles="", numbering="", footnotes="", comments="")
    read(data)
    gc.collect()
    gc.disable()
    try:
        read(data)
        assert gc.collect() == 0
    finally:
        gc.enable()
