"""Nothing is written that cannot be taken out again: random reports on every real file, and files made to be awkward."""

from __future__ import annotations

import io
import random
import struct
import zipfile

import pytest

from resolint import fixes, word
from resolint.errors import CannotWrite
from resolint.word.container.zipping import rewrite
from resolint.word.write import verifying
from resolint.word.write.cleaning import accept
from resolint.word.write.verifying import canonical
from tests.support.docx import archive, docx, i, ins, long_draft, members_of, note, p, r, ref, style
from tests.support.rows import each
from tests.support.share import share, shares, sizes
from tests.word.marks import (
    blocks_of,
    edit,
    faults,
    finding,
    italics,
    random_findings,
    readable,
    report,
    same_file,
    settle,
    write,
)


def trial(data: bytes, seed: int, count: int) -> None:
    """Writes a random report into a file and holds everything against it that must be true."""
    before = blocks_of(word.read_word(data))
    findings = random_findings(before, random.Random(seed), count)
    done = write(data, report(data, *findings))
    assert same_file(data, word.clean(done.data)) == []
    assert faults(data, done.data) == []
    again = write(done.data, report(word.clean(done.data), *findings))
    assert again.data == done.data
    rejected = blocks_of(word.read_word(settle(done.data, False)))
    assert [(b.id, b.kind, b.text, b.marks, b.label) for b in rejected] == [
        (b.id, b.kind, b.text, b.marks, b.label) for b in before
    ]
    edits: dict[str, list] = {}
    for made in done.edits:
        edits.setdefault(made.span.block, []).append(made)
    after = {block.id: block for block in blocks_of(word.read_word(settle(done.data, True)))}
    for block in before:
        wanted = fixes.apply_block(block, edits.get(block.id, []))
        if wanted.text.strip():
            assert after[block.id].text == wanted.text


@shares(12)
def test_small_real_files_come_back(real, one_in: int) -> None:
    files = [(path, data) for path, data in readable(real / "fixtures") if len(data) < 60_000]
    assert len(files) > 20
    for path, data in share(files, one_in):
        for seed in range(4):
            try:
                trial(data, seed, (1, 4, 12, 40)[seed % 4])
            except AssertionError as error:
                raise AssertionError(f"{path.name}, seed {seed}: {error}") from error


@shares(12)
def test_large_real_files_come_back(real, one_in: int) -> None:
    files = [(path, data) for path, data in readable(real / "fixtures") if 60_000 <= len(data) < 240_000]
    assert files
    for path, data in share(files, one_in):
        try:
            trial(data, 5, 60)
        except AssertionError as error:
            raise AssertionError(f"{path.name}: {error}") from error


@shares(6)
def test_real_outputs_open_in_python_docx(real, one_in: int) -> None:
    docx_library = pytest.importorskip("docx")
    for path, data in share(list(readable(real / "fixtures")), one_in):
        if len(data) > 60_000:
            continue
        try:
            docx_library.Document(io.BytesIO(data))
        except Exception:
            continue
        blocks = blocks_of(word.read_word(data))
        done = write(data, report(data, *random_findings(blocks, random.Random(3), 10)))
        opened = docx_library.Document(io.BytesIO(done.data))
        assert opened.element.body is not None, path.name


@each("seed", range(12))
@pytest.mark.slow
def test_invented_draft_comes_back(seed: int) -> None:
    trial(long_draft(1), seed, 30)


AWKWARD = {
    "split words": p(i("I"), i("n"), i("vites"), r(" all", "<w:i/>"), " States"),
    "texts in one run": "<w:p><w:r><w:t>one</w:t><w:t>two</w:t><w:tab/><w:t>three</w:t><w:br/><w:t>four</w:t></w:r></w:p>",
    "white space not preserved": "<w:p><w:r><w:t> one two </w:t></w:r><w:r><w:t>three  four</w:t></w:r></w:p>",
    "empty properties": "<w:p><w:r><w:rPr></w:rPr><w:t>one two three</w:t></w:r><w:r><w:rPr/><w:t>four</w:t></w:r></w:p>",
    "indented": "<w:p>\n  <w:pPr>\n  </w:pPr>\n  <w:r>\n    <w:rPr>\n      <w:b/>\n    </w:rPr>\n    <w:t>one two three</w:t>\n  </w:r>\n  <w:r>\n <w:t>four five</w:t>\n </w:r>\n</w:p>",
    "comments and instructions": "<w:p><!-- a --><w:r><w:rPr><!-- b --><w:b/></w:rPr><!-- c --><w:t>one two</w:t><?pi d?></w:r><?pi e?></w:p>",
    "others": p("so ", ins("all of this"), r(" is", '<w:b/><w:rPrChange w:id="5" w:author="A"><w:rPr><w:i/></w:rPr></w:rPrChange>'), " text"),
    "sessions": '<w:p><w:r w:rsidR="00A1" w:rsidDel="00B2"><w:t>one two</w:t></w:r><w:r w:rsidRPr="00C3"><w:t>three four</w:t></w:r></w:p>',
    "proofing": p("one ", '<w:proofErr w:type="spellStart"/>', "two", '<w:proofErr w:type="spellEnd"/><w:bookmarkStart w:id="9" w:name="x"/>', " three", '<w:bookmarkEnd w:id="9"/>'),
    "entities": "<w:p><w:r><w:t>a &amp; b &lt;c&gt; &#x201C;d&#8221; <![CDATA[e & f]]> &quot;g&quot;</w:t></w:r></w:p>",
    "joined": f"<w:p><w:pPr><w:rPr><w:del w:id='3' w:author='A'/></w:rPr></w:pPr>{r('one two ')}</w:p>{p('three four')}",
    "row and cell": f"<w:tbl><w:tr><w:tc>{p('one two')}</w:tc><w:tc>{p('three')}</w:tc></w:tr></w:tbl>",
    "block control": f"<w:sdt><w:sdtPr/><w:sdtContent>{p('one two')}{p('three four')}</w:sdtContent></w:sdt>",
    "alternate": '<w:p><w:r><w:t>a</w:t><mc:AlternateContent><mc:Choice Requires="x"><w:t>b</w:t></mc:Choice></mc:AlternateContent><w:t>c</w:t></w:r></w:p>',
    "ruby": "<w:p><w:r><w:ruby><w:rt><w:r><w:t>x</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>one two</w:t></w:r></w:rubyBase></w:ruby></w:r></w:p>",
}  # fmt: skip


@sizes("seeds", 2, 12)
@each("name", AWKWARD)
@each("strict", [False, True])
@pytest.mark.slow
def test_awkward_xml_comes_back(name: str, strict: bool, seeds: int) -> None:
    data = docx(AWKWARD[name] + p("the end", ref(1)), footnotes=note(1, "See there"), strict=strict)
    for seed in range(seeds):
        trial(data, seed, 1 + seed % 9)


@each(
    ("prolog", "encoding", "mark"),
    [
        ('<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n', "utf-8", b""),
        ("<?xml version='1.0' encoding='utf-8'?><!-- made by hand --><?pi x?>", "utf-8", b"\xef\xbb\xbf"),
        ("", "utf-8", b""),
        ('<?xml version="1.0" encoding="UTF-16"?>', "utf-16-le", b"\xff\xfe"),
        ('<?xml version="1.0" encoding="UTF-16"?>', "utf-16-be", b"\xfe\xff"),
        ('<?xml version="1.0" encoding="iso-8859-1"?>', "iso-8859-1", b""),
    ],
)
def test_declaration_encoding_and_mark_are_kept(prolog: str, encoding: str, mark: bytes) -> None:
    xml = (
        f'{prolog}<x:document xmlns:x="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><x:body><x:p><x:r>'
        "<x:t>one tw\u00f6 three</x:t></x:r></x:p></x:body></x:document>\n<!-- after -->\n"
    )
    data = docx(mark + xml.encode(encoding))
    block = blocks_of(word.read_word(data))[0]
    done = write(data, report(data, finding(block, 4, 7, edit(block, 4, 7, "“2”"))))
    after = members_of(done.data)["word/document.xml"]
    assert after.startswith(mark + prolog.encode(encoding) + "<x:document".encode(encoding))
    assert after.endswith("</x:document>\n<!-- after -->\n".encode(encoding))
    text = after[len(mark) :].decode(encoding)
    assert "<x:ins " in text and "ns0" not in text
    assert word.verify(data, done.data) == ""
    assert members_of(word.clean(done.data))["word/document.xml"] == members_of(data)["word/document.xml"]
    assert blocks_of(word.read_word(settle(done.data, True)))[0].text == "one “2” three"


def test_default_namespace() -> None:
    xml = (
        '<document xmlns="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><body><p><r><t>one two</t></r>'
        "</p></body></document>"
    )
    trial(docx(xml.encode()), 1, 6)


# -- the zip -------------------------------------------------------------------------------------------------------


def test_other_members_are_copied_byte_for_byte() -> None:
    source = io.BytesIO()
    with zipfile.ZipFile(source, "w") as target:
        for name, content in members_of(docx(p("one two"))).items():
            info = zipfile.ZipInfo(name, (2019, 5, 4, 3, 2, 0))
            info.compress_type = zipfile.ZIP_STORED if "rels" in name else zipfile.ZIP_DEFLATED
            info.comment, info.external_attr = b"note", 0o640 << 16
            info.extra = struct.pack("<HH4s", 0x7875, 4, b"abcd")
            target.writestr(info, content)
        target.writestr("word/media/", b"")
        target.writestr("word/media/image1.png", b"\x89PNG" * 100)
        target.comment = b"whole"
    data = source.getvalue()
    block = blocks_of(word.read_word(data))[0]
    done = write(data, report(data, finding(block, 0, 3, edit(block, 0, 3, "1"))), comments=False).data
    with zipfile.ZipFile(io.BytesIO(data)) as one, zipfile.ZipFile(io.BytesIO(done)) as other:
        assert other.testzip() is None
        assert other.comment == b"whole"
        assert other.namelist() == one.namelist()
        for mine, theirs in zip(one.infolist(), other.infolist(), strict=True):
            assert (mine.date_time, mine.comment, mine.extra, mine.external_attr, mine.compress_type) == (
                theirs.date_time, theirs.comment, theirs.extra, theirs.external_attr, theirs.compress_type
            )  # fmt: skip
            if mine.filename != "word/document.xml":
                assert one.read(mine) == other.read(theirs)


@each("streamed", [False, True])
@each("wide", [False, True])
def test_forms_of_zip(streamed: bool, wide: bool) -> None:
    class Stream(io.BytesIO):
        def seekable(self) -> bool:
            return not streamed

    sink = Stream()
    with zipfile.ZipFile(sink, "w", zipfile.ZIP_DEFLATED) as target:
        for name, content in members_of(docx(p("one two"))).items():
            with target.open(zipfile.ZipInfo(name), "w", force_zip64=wide) as member:
                member.write(content)
    data = sink.getvalue()
    trial(data, 2, 5)
    out = rewrite(data, {"new/ä.txt": b"added", "word/document.xml": b"<x/>"}, {"_rels/.rels"})
    with zipfile.ZipFile(io.BytesIO(out)) as result:
        assert result.testzip() is None
        assert result.read("new/ä.txt") == b"added"
        assert "_rels/.rels" not in result.namelist()


def test_same_changes_give_same_bytes() -> None:
    data = docx(p("one"))
    assert rewrite(data, {"word/document.xml": b"<x/>"}) == rewrite(data, {"word/document.xml": b"<x/>"})


# -- taking out ----------------------------------------------------------------------------------------------------


def test_file_without_our_marks_is_not_touched() -> None:
    data = docx(p("one ", ins("two", author="Delegate"), " resolint says nothing"))
    assert word.clean(data) == data


def test_our_marks_in_a_file_saved_by_word_go_too() -> None:
    """Word drops session numbers that it does not need and renames parts: the author is known all the same."""
    data = docx(p("one two"))
    block = blocks_of(word.read_word(data))[0]
    done = write(data, report(data, finding(block, 0, 3, edit(block, 0, 3, "1")), finding(block, 4, 7, edit(block, 4, 7, "two", True))))  # fmt: skip
    parts = members_of(done.data)
    import re

    parts["word/document.xml"] = re.sub(rb' w:rsidDel="[0-9A-F]+"', b"", parts["word/document.xml"])
    parts["word/_rels/document.xml.rels"] = parts["word/_rels/document.xml.rels"].replace(
        b"rIdResolintComments", b"rId9"
    )
    cleaned = word.clean(archive(parts))
    assert [b.text for b in word.read_word(cleaned).blocks] == ["one two"]
    assert not italics(blocks_of(word.read_word(cleaned))[0])
    assert b"resolint" not in members_of(cleaned)["word/document.xml"] + members_of(cleaned)["word/comments.xml"]


def test_what_others_hang_on_our_insertion_survives() -> None:
    data = docx(p("one two"))
    block = blocks_of(word.read_word(data))[0]
    done = write(data, report(data, finding(block, 3, 3, edit(block, 3, 3, ","))), comments=False)
    parts = members_of(done.data)
    mark = b'<w:bookmarkStart w:id="77" w:name="y"/><w:r><w:t>,</w:t></w:r><w:bookmarkEnd w:id="77"/>'
    parts["word/document.xml"] = parts["word/document.xml"].replace(b"<w:r><w:t>,</w:t></w:r>", mark)
    cleaned = members_of(word.clean(archive(parts)))["word/document.xml"]
    assert b"bookmarkStart" in cleaned and b"<w:t>,</w:t>" not in cleaned


def test_accept_makes_changes_for_good() -> None:
    data = docx(p("fifty percent of ", i("all")))
    block = blocks_of(word.read_word(data))[0]
    done = write(data, report(data, finding(block, 6, 13, edit(block, 6, 13, "per cent")), finding(block, 17, 20, edit(block, 17, 20, "all", False))))  # fmt: skip
    after = accept(done.data)
    block = blocks_of(word.read_word(after))[0]
    assert block.text == "fifty per cent of all" and not italics(block)
    xml = members_of(after)["word/document.xml"]
    assert all(trace not in xml for trace in (b"resolint", b"7E5011", b"comment", b"w:ins", b"w:del"))
    assert "word/comments.xml" not in members_of(after)


# -- proof ---------------------------------------------------------------------------------------------------------


def test_verify_finds_what_is_not_given_back() -> None:
    data = docx(p("one two"), extra={"word/media/x.bin": b"abc"})
    block = blocks_of(word.read_word(data))[0]
    done = write(data, report(data, finding(block, 0, 3, edit(block, 0, 3, "1")))).data
    assert word.verify(data, done) == ""
    parts = members_of(done)
    for name, change in (
        ("word/document.xml", parts["word/document.xml"].replace(b"two", b"too")),
        ("word/media/x.bin", b"abd"),
        ("_rels/.rels", parts["_rels/.rels"].replace(b"rId1", b"rId2")),
    ):
        assert name in word.verify(data, archive({**parts, name: change}))
    assert "members" in word.verify(data, archive({**parts, "more.txt": b""}))


def test_nothing_is_written_that_does_not_come_back(monkeypatch) -> None:
    from resolint.word.write import reviewing, runs

    data = docx(p("one two"))
    block = blocks_of(word.read_word(data))[0]
    monkeypatch.setattr(runs, "join", lambda run: None)
    with pytest.raises(CannotWrite, match=r"draft.docx: nothing was written, .* word/document.xml.*bug in resolint"):
        write(data, report(data, finding(block, 0, 3, edit(block, 0, 3, "1"))))
    monkeypatch.undo()
    monkeypatch.setattr(reviewing, "accept", lambda data, spelt: docx(p("other words")))
    with pytest.raises(CannotWrite, match="accepting the changes would not give the fixes"):
        write(data, report(data, finding(block, 0, 3, edit(block, 0, 3, "1"))))


def test_report_on_another_state_is_refused() -> None:
    data, other = docx(p("one two")), docx(p("one two three"))
    block = blocks_of(word.read_word(data))[0]
    with pytest.raises(CannotWrite, match="another state"):
        write(other, report(data, finding(block, 0, 3)))


def test_canonical_form_knows_no_difference_of_writing() -> None:
    assert canonical(b"<a  x=\"1\" y='2'/>") == canonical(b'<?xml version="1.0"?><a y="2" x="1"></a>')
    assert canonical(b"<a>b</a>") != canonical(b"<a>c</a>")
    assert verifying.verify(docx(p("a")), docx(p("a"))) == ""


def test_a_line_that_a_variable_of_the_file_repeats_can_be_mended() -> None:
    kept = '<w:docVars><w:docVar w:name="resolint agenda_title" w:val="Small islands"/></w:docVars>'
    printed = p("Smal islands", ppr='<w:pStyle w:val="AgendaTitleH2"/>')
    data = docx(p("Agenda item 19") + printed + p("Rivers"), settings=kept, styles=style("AgendaTitleH2"))
    line = blocks_of(word.read_word(data))[1]
    done = write(data, report(data, finding(line, 4, 4, edit(line, 4, 4, "l"))), comments=False)
    assert done.changes == 1 and word.clean(done.data) == data
    front = [block.text for block in word.read_word(accept(done.data)).blocks if block.id == "front/agenda_title"]
    assert front == ["Small islands"]
