"""Wrong, damaged and hostile files: a reading or one sentence, nothing else."""

import io
import random
import re
import struct
import tracemalloc
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from resolint.errors import UnreadableDraft
from resolint.model import Reading
from resolint.word import read_word as read
from resolint.word.container import package
from resolint.word.container.package import Package
from tests.support.docx import (
    NAMESPACES,
    abstract,
    archive,
    docx,
    i,
    ins,
    long_draft,
    members_of,
    note,
    num,
    numpr,
    p,
    part,
    r,
    ref,
    style,
)  # fmt: skip
from tests.support.rows import each
from tests.support.share import sizes

pytestmark = pytest.mark.slow


GOOD = docx(
    p(i("Recalling"), " the report,", ref(1)) + p(ins("Urges"), ppr=numpr(1)),
    footnotes=note(1, "See."),
    styles=style("Normal", default=True),
    numbering="",
    settings="<w:evenAndOddHeaders/>",
    comments="",
)


def sentence(data: bytes, name: str = "draft.docx") -> str:
    with pytest.raises(UnreadableDraft) as caught:
        read(data, name=name)
    said = str(caught.value)
    assert said.startswith(name)
    assert "\n" not in said
    return said


def attempt(data: bytes) -> Reading | None:
    """Reads in both views; only UnreadableDraft may come out."""
    try:
        read(data, view="original")
        return read(data)
    except UnreadableDraft as error:
        assert str(error).strip()
        return None


# -- files that are something else -----------------------------------------------------------------------------

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600


@each(
    ("data", "says"),
    [
        (OLE + "EncryptedPackage".encode("utf-16-le"), "password"),
        (OLE + "EncryptionInfo".encode("utf-16-le"), "password"),
        (OLE + "WordDocument".encode("utf-16-le"), "Word 97"),
        (OLE + "Workbook".encode("utf-16-le"), "Excel"),
        (OLE + "PowerPoint Document".encode("utf-16-le"), "PowerPoint"),
        (OLE, "OLE"),
        (b"{\\rtf1\\ansi text}", ".rtf"),
        (b"%PDF-1.7\n...", "PDF"),
        (b"\n\n%PDF-1.4", "PDF"),
        (b"<!DOCTYPE html><html><body>Not found</body></html>", "HTML"),
        (b"\xef\xbb\xbf  <HTML>", "HTML"),
        (b"<?xml version='1.0'?><html xmlns='x'>", "HTML"),
        ("<html>".encode("utf-16"), "HTML"),
        (b"\xffWPC\x10\0\0\0", "WordPerfect"),
        (b"<?xml version='1.0'?><pkg:package xmlns:pkg='x'/>", "single XML file"),
        (b"The General Assembly,\n\nRecalling its resolution", "plain text"),
        ("Réaffirmant".encode(), "plain text"),
        (b"", "empty"),
        (b"\0" * 5000, "empty"),
        (b"\x89PNG\r\n\x1a\n", "PNG"),
        (b"\x01\x02\x03\x00garbage", "not a Word file"),
        (b"\x1f\x8b\x08\x00", "gzip"),
    ],
)
def test_other_formats_are_named(data, says):
    assert says in sentence(data)


def test_the_name_is_optional():
    with pytest.raises(UnreadableDraft, match="the draft is a PDF"):
        read(b"%PDF-1.7")


def test_other_zips_are_named():
    odt = archive({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<x/>"})
    assert "OpenDocument" in sentence(odt)
    assert "no Word file" in sentence(archive({"a.txt": b"x"}))
    sheet = docx(
        b"<workbook xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'/>", main="xl/workbook.xml"
    )
    assert "Excel" in sentence(sheet)
    show = docx(b"<presentation xmlns='x'/>", main="ppt/presentation.xml")
    assert "PowerPoint" in sentence(show)
    assert "no Word text" in sentence(docx(b"<something/>"))


# -- zips --------------------------------------------------------------------------------------------------------


def test_a_bomb_is_refused_before_it_goes_off():
    bomb = docx(p("x") + " " * 60_000_000)
    tracemalloc.start()
    try:
        assert "bomb" in sentence(bomb)
        assert tracemalloc.get_traced_memory()[1] < 20_000_000
    finally:
        tracemalloc.stop()


def test_a_bomb_that_lies_about_its_size():
    data = bytearray(docx(p("x") + " " * 3_000_000))
    at = data.index(b"PK\x01\x02")
    while data[at + 46 : at + 63] != b"word/document.xml":
        at = data.index(b"PK\x01\x02", at + 4)
    data[at + 24 : at + 28] = struct.pack("<L", 500)
    assert "does not have the content it should have" in sentence(bytes(data))


def test_the_sum_of_all_parts_is_limited(monkeypatch):
    monkeypatch.setattr(package, "MAX_TOTAL", 1000)
    assert "bomb" in sentence(GOOD)
    monkeypatch.undo()
    monkeypatch.setattr(package, "MAX_PART", 500)
    assert "bomb" in sentence(GOOD)


def test_text_that_repeats_itself_is_no_bomb():
    assert len(read(docx(p("The same words.") * 60_000)).blocks) == 60_000


def test_too_many_members():
    assert "members" in sentence(archive({f"m{n}": b"" for n in range(package.MAX_MEMBERS + 1)}))


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("second", ["word/document.xml", "WORD/Document.xml"])
def test_duplicate_members(second):
    buffer = io.BytesIO(GOOD)
    with zipfile.ZipFile(buffer, "a") as target:
        target.writestr(second, b"<other/>")
    assert "twice" in sentence(buffer.getvalue())


@each("name", ["../../etc/passwd", "word/../../x", "C:/x", "a/..", "..\\x"])
def test_names_that_lead_outside(name):
    assert "leads outside" in sentence(archive({**members_of(GOOD), name: b"x"}))


def test_names_with_backslashes_and_a_leading_slash_are_understood():
    odd = {
        name.replace("/", "\\") if "document.xml" in name else "/" + name: data
        for name, data in members_of(GOOD).items()
    }
    assert read(archive(odd)) == read(GOOD)


def test_an_encrypted_zip():
    data = bytearray(GOOD)
    at = -1
    while (at := data.find(b"PK\x01\x02", at + 1)) >= 0:
        data[at + 8] |= 1
    assert "encrypted" in sentence(bytes(data))


def test_an_unknown_compression():
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_LZMA) as target:
        for name, data in members_of(GOOD).items():
            target.writestr(name, data)
    assert "method" in sentence(buffer.getvalue())


def test_stored_members_folders_and_bytes_in_front():
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as target:
        target.mkdir("word")
        for name, data in members_of(GOOD).items():
            target.writestr(name, data)
    stored = buffer.getvalue()
    assert read(stored) == read(GOOD)
    shifted = b"PK\x03\x04 and some bytes" + stored
    assert read(shifted) == read(GOOD)


def test_zip64():
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as target:
        for name, data in members_of(GOOD).items():
            with target.open(name, "w", force_zip64=True) as member:
                member.write(data)
    assert read(buffer.getvalue()) == read(GOOD)
    data = buffer.getvalue()
    end = data.rindex(b"PK\x05\x06")
    count, size, offset = struct.unpack_from("<HLL", data, end + 10)
    wide = struct.pack("<4sQ2H2L4Q", b"PK\x06\x06", 44, 45, 45, 0, 0, count, count, size, offset)
    locator = struct.pack("<4sLQL", b"PK\x06\x07", 0, end, 1)
    tail = data[end : end + 8] + struct.pack("<HHLLH", 0xFFFF, 0xFFFF, 0xFFFFFFFF, 0xFFFFFFFF, 0)
    assert Package(data[:end] + wide + locator + tail).members.keys() == members_of(GOOD).keys()


@each("tenth", range(10))
def test_truncated_at_every_tenth(tenth):
    data = long_draft(2)
    sentence(data[: len(data) * tenth // 10])


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(st.integers(0, len(GOOD) - 1), st.integers(0, 255)), min_size=1, max_size=8))
def test_changed_bytes(changes):
    data = bytearray(GOOD)
    for at, value in changes:
        data[at] = value
    attempt(bytes(data))


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(sorted(members_of(GOOD))), st.randoms(use_true_random=False))
def test_changed_parts(name, source: random.Random):
    members = members_of(GOOD)
    data = bytearray(members[name])
    for _ in range(source.randint(1, 4)):
        begin = source.randrange(len(data) + 1)
        end = min(len(data), begin + source.randint(0, 12))
        data[begin:end] = source.choice(
            [b"", b"<w:p>", b"</w:r>", b"-1", b'"', b"\xff", b"999999999999999999999", b"w:"]
        )
    attempt(archive({**members, name: bytes(data)}))


# -- XML -----------------------------------------------------------------------------------------------------------


def whole(prolog: str = "", body: str = p("text")) -> bytes:
    return f"{prolog}<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>".encode()


LAUGHS = '<!DOCTYPE w:document [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'


@each(
    "prolog",
    [
        LAUGHS,
        '<?xml version="1.0"?>\n<!-- a > b -->\n' + LAUGHS,
        "<?odd a>b?>" + LAUGHS,
        '<!DOCTYPE w:document SYSTEM "http://localhost:9/x.dtd">',
        '<!DOCTYPE w:document [<!ENTITY f SYSTEM "file:///etc/hostname">]>',
    ],
)
@each("name", ["word/document.xml", "word/footnotes.xml", "_rels/.rels"])
def test_document_types_are_refused(prolog, name):
    members = members_of(GOOD)
    body = members[name].split(b"?>", 1)[-1]
    assert "document type" in sentence(archive({**members, name: prolog.encode() + body}))


def test_document_types_in_styles_are_refused():
    members = members_of(GOOD)
    for name in ("word/styles.xml", "word/settings.xml"):
        body = members[name].split(b"?>", 1)[-1]
        assert "document type" in sentence(archive({**members, name: LAUGHS.encode() + body}))


def test_document_types_in_utf16_are_refused():
    assert "document type" in sentence(docx(whole(LAUGHS).decode().encode("utf-16")))


@each("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
@each("declared", ["", '<?xml version="1.0" encoding="UTF-16"?>', '<?xml version="1.0"?>'])
def test_encodings(encoding, declared):
    if encoding == "utf-8-sig":
        declared = ""
    assert read(docx(whole(declared, p("naïve")).decode().encode(encoding))).blocks[0].text == "naïve"


def test_parts_with_a_byte_order_mark():
    members = members_of(GOOD)
    marked = {name: b"\xef\xbb\xbf" + data for name, data in members.items()}
    assert read(archive(marked)) == read(GOOD)


def test_comments_and_instructions_inside_text_do_not_divide_it():
    body = "<w:p><w:r><w:t>Re<!-- x -->call<?y z?>ing</w:t></w:r></w:p>"
    assert read(docx(whole("", body))).blocks[0].text == "Recalling"


@each("broken", [b"", b"<w:document", b"<a><b></a>", b"\x00\x01", b"plain"])
def test_broken_xml(broken):
    assert "damaged" in sentence(docx(broken))


def test_absurd_depth():
    deep = "<w:sdt><w:sdtContent>" * 5000 + "</w:sdtContent></w:sdt>" * 5000
    assert "nested too deeply (word/document.xml" in sentence(docx(deep))
    assert "nested too deeply (word/footnotes.xml" in sentence(docx(p(ref(1)), footnotes=note(1, deep)))
    deep = 80
    body = "<w:tbl><w:tr><w:tc>" * deep + p("deep") + "</w:tc></w:tr></w:tbl>" * deep
    assert [b.text for b in read(docx(body)).blocks] == ["deep"]
    wrapped = "<w:smartTag>" * 240 + r("deep") + "</w:smartTag>" * 240
    assert [b.text for b in read(docx(p(wrapped))).blocks] == ["deep"]


def test_a_hundred_thousand_paragraphs():
    data = docx("".join(f"<w:p><w:r><w:t>Paragraph {n}</w:t></w:r></w:p>" for n in range(100_000)))
    blocks = read(data).blocks
    assert len(blocks) == 100_000
    assert (blocks[-1].id, blocks[-1].text) == ("document/99999", "Paragraph 99999")


GONE = '<w:rPr><w:del w:id="1" w:author="A"/></w:rPr>'
BEGIN = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'


BODIES = {
    "hidden": lambda size: p(*[r("hidden ", "<w:vanish/>")] * size),
    "deleted": lambda size: p(*['<w:del w:id="1" w:author="A"><w:r><w:delText>x</w:delText></w:r></w:del>'] * size),
    "joined": lambda size: p("x", ppr=GONE) * size,
    "properties": lambda size: p(r("x", "<w:i/>" * size)),
    "runs": lambda size: p(*[r("a", "<w:i/>"), r("b", "<w:b/>")] * (size // 2)),
    "stray fields": lambda size: p("x", BEGIN) * size,
    "long field": lambda size: p("x", BEGIN) + p("y") * size + p('<w:r><w:fldChar w:fldCharType="end"/></w:r>'),
    "typed mark": lambda size: p(
        f'<w:r><w:footnoteReference w:customMarkFollows="1" w:id="1"/>{"<w:t>xx</w:t>" * size}</w:r>'
    ),
    "edges": lambda size: p(*['<w:commentRangeStart w:id="1"/>'] * size) + p("x"),
    "sections": lambda size: p(ppr="<w:sectPr/>") * size,
}


@sizes("size", 8_000, 30_000)
@each("name", BODIES)
def test_hostile_bodies_are_linear(name, size):
    assert attempt(docx(BODIES[name](size))) is not None  # quadratic work would take minutes here


def test_hostile_styles_are_linear():
    sheet = part("styles", "").replace("</w:styles>", '<w:style "' * 50_000).encode()
    attempt(archive({**members_of(GOOD), "word/styles.xml": sheet}))
    chain = "".join(style(f"S{n}", based=f"S{n + 1}") for n in range(3000))
    attempt(docx(p("x", ppr='<w:pStyle w:val="S0"/>'), styles=chain))


# -- odd but honest files ------------------------------------------------------------------------------------------


@each("strict", [False, True])
@each("main", ["word/document.xml", "word/document22.xml", "deep/er/main.xml", "document.xml"])
def test_the_main_part_may_be_anywhere_and_strict(strict, main):
    data = docx(
        p(i("Urges"), " all", ref(1)), main=main, strict=strict, footnotes=note(1, "See."), styles=style("Normal")
    )
    reading = read(data)
    assert [(b.text, b.marks[0].kind) for b in reading.blocks] == [("Urges all\ufffc", "italic")]
    assert [n.number for n in reading.footnotes] == ["1"]


@pytest.mark.parametrize(
    "kind",
    [
        "application/vnd.ms-word.document.macroEnabled.main+xml",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
    ],
)
def test_macros_and_templates(kind):
    members = members_of(docx(p("x"), main="word/main.xml", main_type=kind))
    assert read(archive(members)).blocks[0].text == "x"
    del members["_rels/.rels"]
    assert read(archive(members)).blocks[0].text == "x"


def test_without_relationships_at_all():
    members = members_of(GOOD)
    del members["_rels/.rels"], members["word/_rels/document.xml.rels"], members["[Content_Types].xml"]
    reading = read(archive(members))
    assert (len(reading.blocks), len(reading.footnotes)) == (2, 1)


def test_relationships_to_parts_that_are_missing():
    members = members_of(GOOD)
    for name in ("styles", "settings", "comments"):
        del members[f"word/{name}.xml"]
    assert [b.text for b in read(archive(members)).blocks] == ["Recalling the report,\ufffc", "Urges"]


@each(
    ("body", "needed"),
    [
        (p("Recalling", ref(1)), "footnotes"),
        (p("Recalling", ref(1, "endnote")), "endnotes"),
        (p("Urges", ppr=numpr(1)), "numbering"),
    ],
)
def test_a_part_that_the_text_needs_and_that_is_missing(body, needed):
    whole = docx(body, footnotes=note(1, "x"), endnotes=note(1, "x", kind="endnote"), numbering=abstract(0) + num(1, 0))
    members = members_of(whole)
    for name in ("footnotes", "endnotes", "numbering"):
        if name != needed:
            assert read(archive({key: value for key, value in members.items() if key != f"word/{name}.xml"}))
    del members[f"word/{needed}.xml"]
    assert f"(word/{needed}.xml is missing)" in sentence(archive(members))


def test_a_main_part_without_a_body():
    members = members_of(docx(p("Urges", ref(1)), footnotes=note(1, "See the report.")))
    root = re.search(rb"<w:document [^>]*>", members["word/document.xml"])
    members["word/document.xml"] = root[0] + b"</w:document>"
    assert "no main text" in sentence(archive(members))


def test_no_main_part():
    members = members_of(GOOD)
    del members["word/document.xml"]
    assert "no main text" in sentence(archive(members))


def test_targets_may_be_absolute_escaped_or_roundabout():
    members = members_of(docx(p(ref(1)), footnotes=note(1, "x")))
    rels = "word/_rels/document.xml.rels"
    for target in ("/word/footnotes.xml", "../word/footnotes.xml", "./footnotes.xml", "foot%6Eotes.xml"):
        changed = members[rels].replace(b'"footnotes.xml"', f'"{target}"'.encode())
        assert len(read(archive({**members, rels: changed})).footnotes) == 1


def test_bookmarks_without_an_end_hold_no_words_and_take_no_time():
    count = 3000
    body = "".join(
        f'<w:p><w:bookmarkStart w:id="{k}" w:name="_Ref{k}"/>{r("Invites")}'
        f'<w:fldSimple w:instr=" REF _Ref{count - 1 - k} \\r ">{r("1")}</w:fldSimple></w:p>'
        for k in range(count)
    )
    found = read(docx(body)).bookmarks
    assert len(found) == count
    assert {bookmark.text for bookmark in found} == {""}
    assert [bookmark.block for bookmark in found[:2]] == ["document/0", "document/1"]


def test_a_chain_of_styles_is_followed_as_far_as_word_would():
    """Each style is read once, however many are based on one another, whichever is asked for first."""
    chain = "".join(
        style(f"S{n}", based=f"S{n + 1}", rpr="<w:i/>" if n == 20 else "<w:b/>" if n == 3000 else "")
        for n in range(4000)
    )
    body = "".join(p("x", ppr=f'<w:pStyle w:val="S{n}"/>') for n in (0, *range(3999, -1, -1)))
    found = read(docx(body, styles=chain)).blocks
    assert [m.kind for m in found[0].marks] == ["italic"], "bold is too far away to count"
    assert [m.kind for m in found[-1].marks] == ["italic"] and len(found) == 4001


def test_a_file_in_a_file_is_read_once_and_a_crowd_of_them_refused():
    inner = docx(p("set out below"))
    parts = {"word/inner.docx": inner, "word/_rels/document.xml.rels": _CHUNK.encode()}
    some = docx(p("before") + '<w:altChunk r:id="rIdC"/>' * 3 + p("after"), extra=parts)
    blocks = read(some).blocks
    assert [b.text for b in blocks] == ["before", *["set out below"] * 3, "after"]
    assert len({b.id for b in blocks}) == 5
    with pytest.raises(UnreadableDraft, match="takes in other files at more than 100 places"):
        read(docx('<w:altChunk r:id="rIdC"/>' * 101, extra=parts))


_CHUNK = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rIdC" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/aFChunk" Target="inner.docx"/></Relationships>'
)


@pytest.mark.parametrize("name", ["a.docx", "a.md", "a.txt"])
def test_a_paragraph_that_no_draft_has_is_refused_in_one_sentence(name: str) -> None:
    from resolint.pipeline import lint, load

    words = "Notes the lamps of the harbour towns " * 14_000
    if name.endswith(".docx"):
        members = members_of(docx(p("LAMPS")))
        main = members["word/document.xml"].replace(b"LAMPS", words.encode())
        data = archive({**members, "word/document.xml": main})
    else:
        data = words.encode()
    with pytest.raises(
        UnreadableDraft, match=r"“Notes the lamps of .*” has 5\d\d,\d{3} characters; no draft has more"
    ) as error:
        load(data, name=name)
    assert "\n" not in str(error.value)
    report = lint(data, name=name)
    assert (report.skipped[0].rule, report.skipped[0].reason[:5]) == ("the rest of the text", "only ")


def test_more_notes_than_any_draft_has_are_refused_in_one_sentence() -> None:
    from resolint.pipeline import load

    text = "The lamps.[^1]\n" + "".join(f"\n[^{at}]: See there.\n" for at in range(1, 5_002))
    with pytest.raises(UnreadableDraft, match=r"it has 5,001 notes; no draft has more than 5,000") as error:
        load(text.encode(), name="a.md")
    assert "\n" not in str(error.value)
