"""Comments: where they hang, what they say, and the parts they live in."""

from __future__ import annotations

from lxml import etree

from resolint import word
from resolint.report.findings.margin import _short
from resolint.rule import Card
from resolint.word.write.body import _with_article
from tests.support.docx import R, W, dele, docx, i, ins, members_of, note, p, r, ref
from tests.support.rows import each
from tests.word.marks import STRICT, blocks_of, edit, faults, finding, report, write

NS = f"{{{W}}}"
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
W15 = "http://schemas.microsoft.com/office/word/2012/wordml"
CID = "http://schemas.microsoft.com/office/word/2016/wordml/cid"


def commented(data: bytes, *places: tuple[int, int], block: int = 0, **options):
    """The file with a comment on each of these places of one block."""
    found = blocks_of(word.read_word(data))[block]
    return write(data, report(data, *(finding(found, *place) for place in places)), **options)


def anchored(data: bytes) -> list[str]:
    """The words between the two ends of each comment, in the order of the ids."""
    root = etree.fromstring(members_of(data)["word/document.xml"])
    space = STRICT if root.tag.startswith(STRICT) else NS
    found: dict[str, list[str]] = {}
    is_open: list[str] = []
    for element in root.iter():
        if element.tag == space + "commentRangeStart":
            is_open.append(element.get(space + "id"))
            found[element.get(space + "id")] = []
        elif element.tag == space + "commentRangeEnd":
            is_open.remove(element.get(space + "id"))
        elif element.tag == space + "t":
            for comment in is_open:
                found[comment].append(element.text or "")
    return ["".join(words) for _, words in sorted(found.items(), key=lambda item: int(item[0]))]


def said(data: bytes, part: str = "word/comments.xml") -> list[list[str]]:
    """The paragraphs of each comment."""
    root = etree.fromstring(members_of(data)[part])
    space = STRICT if root.tag.startswith(STRICT) else NS
    return [["".join(t.text or "" for t in para.iter(space + "t")) for para in comment] for comment in root]


def test_hangs_on_the_exact_words() -> None:
    data = docx(p("one two three"))
    assert anchored(commented(data, (4, 7)).data) == ["two"]


@each(
    ("text", "at", "words"),
    [("one two", 7, "two"), ("one two", 3, "one"), ("one two", 0, "one"), ("  one", 0, "one"), ("one ", 4, "one")],
)
def test_what_is_missing_hangs_on_the_word_before(text: str, at: int, words: str) -> None:
    assert anchored(commented(docx(p(text)), (at, at)).data) == [words]


def test_overlapping_comments() -> None:
    data = docx(p("one two three"))
    assert anchored(commented(data, (0, 7), (4, 13), (4, 7), (0, 13)).data) == [
        "one two",
        "two three",
        "two",
        "one two three",
    ]


def test_runs_insertions_links_and_controls_are_entered() -> None:
    link = '<w:hyperlink w:anchor="x"><w:r><w:t>the link</w:t></w:r></w:hyperlink>'
    control = "<w:sdt><w:sdtContent><w:r><w:t>a control</w:t></w:r></w:sdtContent></w:sdt>"
    data = docx(p(i("Noti"), "ng ", ins("what is new "), link, control))
    text = blocks_of(word.read_word(data))[0].text
    words = ["Noting", "is", "link", "control", "g what"]
    done = commented(data, *((text.index(w), text.index(w) + len(w)) for w in words))
    assert anchored(done.data) == words
    assert not faults(data, done.data)


def test_fields_are_not_entered() -> None:
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> REF x </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>12 above</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    data = docx(p("paragraph ", field, " stands"))
    done = commented(data, (10, 12))
    xml = members_of(done.data)["word/document.xml"].decode()
    assert anchored(done.data) == ["12 above"]
    assert xml.index("commentRangeStart") < xml.index('"begin"') < xml.index('"end"') < xml.index("commentRangeEnd")
    simple = docx(p("paragraph ", '<w:fldSimple w:instr="REF"><w:r><w:t>12 above</w:t></w:r></w:fldSimple>'))
    assert anchored(commented(simple, (10, 12)).data) == ["12 above"]


def test_comment_goes_round_the_tracked_change() -> None:
    data = docx(p("fifty percent of"))
    block = blocks_of(word.read_word(data))[0]
    done = write(data, report(data, finding(block, 6, 13, edit(block, 6, 13, "per cent"))))
    xml = members_of(done.data)["word/document.xml"].decode()
    order = ["commentRangeStart", "<w:del ", "<w:ins ", "commentRangeEnd", "commentReference", " of<"]
    assert [xml.index(word) for word in order] == sorted(xml.index(word) for word in order)


def test_reference_stays_out_of_other_peoples_changes() -> None:
    data = docx(p("so ", ins("all of this is new"), " text"))
    done = commented(data, (7, 9))
    root = etree.fromstring(members_of(done.data)["word/document.xml"])
    assert [e.getparent().getparent().tag for e in root.iter(NS + "commentReference")] == [NS + "p"]
    assert anchored(done.data) == ["of"]


def test_notes_headers_and_boxes_are_commented_on_in_the_body() -> None:
    box = (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp>'
        f"<wps:txbx><w:txbxContent>{p('in the box')}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic>"
        "</wp:anchor></w:drawing></mc:Choice></mc:AlternateContent></w:r>"
    )
    section = '<w:sectPr><w:headerReference w:type="default" r:id="header1"/></w:sectPr>'
    data = docx(
        p("First paragraph") + p("the work", ref(1)) + p("with a box", box) + section,
        footnotes=note(1, "See there"),
        headers={"header1": p("A/C.2/81/L.14")},
    )
    blocks = {block.text.strip(): block for block in blocks_of(word.read_word(data))}
    wanted = [blocks["See there"], blocks["A/C.2/81/L.14"], blocks["in the box"]]
    done = write(data, report(data, *(finding(block, 0, len(block.text)) for block in wanted)))
    texts = said(done.data)
    assert texts[0][0] == "In operative 1: This is wrong. (“See there”)"
    assert texts[1][0] == "In the page header: This is wrong. (“A/C.2/81/L.14”)"
    assert texts[2][0] == "In the text box: This is wrong. (“in the box”)"
    assert anchored(done.data) == ["", "First", "with a boxin the box"]
    assert "comment" not in members_of(done.data)["word/footnotes.xml"].decode()
    assert not faults(data, done.data)


def test_says_what_why_and_what_to_write() -> None:
    card = Card(
        "PRE002", "some-fault", "error", "high", "practice", "m",
        prose={"Why it matters": "Because it does.\nIt `really` does.\n\nMore.", "What to write": "A comma."},
    )  # fmt: skip
    data = docx(p("one two"))
    block = blocks_of(word.read_word(data))[0]
    findings = [
        finding(block, 0, 3, edit(block, 3, 3, ",")),
        finding(block, 4, 7, edit(block, 4, 7, "2"), level="advice"),
        finding(block, 4, 7),
    ]
    texts = said(write(data, report(data, *findings), cards={"PRE002": card}).data)
    start, end = ["This is wrong.", "Why: Because it does. It really does."], ["resolint PRE002 some-fault"]
    assert texts == [
        [*start, "Changed: write it so.", *end],
        [*start, "To do: write it so.", *end],
        [*start, "What to write: A comma.", *end],
    ]


def test_examples_in_a_card_are_in_italics_in_the_comment() -> None:
    card = Card(
        "STR002", "f", "error", "high", "practice", "m",
        prose={"Why it matters": "It is.", "What to write": "*The Council,*: with *The* and \\*, or *\\* State*."},
    )  # fmt: skip
    data = docx(p("one two"))
    done = write(data, report(data, finding(blocks_of(word.read_word(data))[0], 0, 3)), cards={"PRE002": card})
    root = etree.fromstring(members_of(done.data)["word/comments.xml"])
    runs = list(root[0][2].iter(NS + "r"))
    assert [(run.findtext(NS + "t"), run.find(f"{NS}rPr/{NS}i") is not None) for run in runs] == [
        ("What to write: ", False),
        ("The Council,", True),
        (": with ", False),
        ("The", True),
        (" and *, or ", False),
        ("* State", True),
        (".", False),
    ]
    assert not faults(data, done.data)


def test_a_long_reason_ends_with_a_sentence() -> None:
    long = " ".join(["*It* is so.", "It *really is " + "very " * 50 + "so. And* more.", "It ends."])
    words = _short(long)
    assert "".join(found.text for found in words) == "It is so. It really is " + "very " * 50 + "so."
    assert [found.italic for found in words] == [True, False, True]
    endless = "x" * 400 + ". More."
    assert "".join(found.text for found in _short(endless)) == "x" * 400 + "."


@each(
    ("where", "said"),
    [
        ("masthead", "the masthead"),
        ("page header", "the page header"),
        ("footnote 12", "footnote 12"),
        ("endnote iv", "endnote iv"),
        ("operative 3 (a)", "operative 3 (a)"),
        ("footnote", "the footnote"),
    ],
)
def test_a_place_stands_with_an_article_where_english_has_one(where: str, said: str) -> None:
    assert _with_article(where) == said


def test_suppressed_and_known_findings_are_silent() -> None:
    from dataclasses import replace

    data = docx(p("one two"))
    block = blocks_of(word.read_word(data))[0]
    first = finding(block, 0, 3)
    done = write(data, report(data, replace(first, suppressed="quoted"), replace(first, baseline=True)))
    assert done.data == data


def test_characters_that_xml_forbids_are_left_out() -> None:
    data = docx(p("one"))
    block = blocks_of(word.read_word(data))[0]
    done = write(data, report(data, finding(block, 0, 3, message="a\x01b\ud800c <&>")))
    assert said(done.data)[0][0] == "a b c <&>"


# -- parts ---------------------------------------------------------------------------------------------------------


def test_part_is_made_with_type_and_relationship() -> None:
    data = docx(p("one"))
    after = members_of(commented(data, (0, 3)).data)
    assert list(after)[: len(members_of(data))] == list(members_of(data))
    assert b'PartName="/word/comments.xml"' in after["[Content_Types].xml"]
    assert b'Target="comments.xml"' in after["word/_rels/document.xml.rels"]
    assert after["word/comments.xml"].startswith(
        b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:comments '
    )


def test_main_part_at_another_path() -> None:
    data = docx(p("one"), main="text/main7.xml")
    after = members_of(commented(data, (0, 3)).data)
    assert "text/comments.xml" in after and b'PartName="/text/comments.xml"' in after["[Content_Types].xml"]


def test_strict_files_stay_strict() -> None:
    data = docx(p("one two"), strict=True)
    done = commented(data, (0, 3))
    after = members_of(done.data)
    assert b"schemas.openxmlformats.org/wordprocessingml" not in after["word/document.xml"] + after["word/comments.xml"]
    assert b"purl.oclc.org/ooxml/officeDocument/relationships/comments" in after["word/_rels/document.xml.rels"]
    assert anchored(done.data) == ["one"]
    assert [block.text for block in word.read_word(done.data).blocks] == ["one two"]


OTHERS = (
    f'<w:comment xmlns:w14="{W14}" w:id="4" w:author="A"><w:p w14:paraId="5E500001"><w:r><w:t>Why?</w:t></w:r></w:p></w:comment>'
    f'<w:comment xmlns:w14="{W14}" w:id="7" w:author="B"><w:p w14:paraId="00000002"><w:r><w:t>Yes.</w:t></w:r></w:p></w:comment>'
)
ANCHOR = '<w:commentRangeStart w:id="4"/>{}<w:commentRangeEnd w:id="4"/><w:r><w:commentReference w:id="4"/></w:r>'


def companions(more: str = "") -> dict[str, bytes]:
    return {
        "word/commentsExtended.xml": f'<w15:commentsEx xmlns:w15="{W15}"><w15:commentEx w15:paraId="5E500001" w15:done="0"/>'
        f'<w15:commentEx w15:paraId="00000002" w15:paraIdParent="5E500001" w15:done="0"/>{more}</w15:commentsEx>'.encode(),
        "word/commentsIds.xml": f'<c:commentsIds xmlns:c="{CID}"><c:commentId c:paraId="5E500001" c:durableId="1"/></c:commentsIds>'.encode(),
        "word/people.xml": f'<w15:people xmlns:w15="{W15}"><w15:person w15:author="A"/></w15:people>'.encode(),
    }  # fmt: skip


def with_companions() -> bytes:
    from tests.support.docx import archive

    data = docx(p("one ", ANCHOR.format(r("two")), " three"), comments=OTHERS, extra=companions())
    parts = members_of(data)
    rels = parts["word/_rels/document.xml.rels"].decode()
    for kind in ("commentsExtended", "commentsIds", "people"):
        rels = rels.replace("</Rel", f'<Relationship Id="x{kind}" Type="{R}/{kind}" Target="{kind}.xml"/></Rel', 1)
    return archive({**parts, "word/_rels/document.xml.rels": rels.encode()})


def test_comments_of_others_are_extended() -> None:
    data = with_companions()
    done = commented(data, (4, 7), (8, 13))
    after = members_of(done.data)
    root = etree.fromstring(after["word/comments.xml"])
    assert [c.get(NS + "id") for c in root] == ["4", "7", "8", "9"]
    names = [c[-1].get(f"{{{W14}}}paraId") for c in root]
    assert names == ["5E500001", "00000002", "5E500002", "5E500003"]
    assert after["word/commentsExtended.xml"].count(b"5E500002") == 1
    assert after["word/commentsIds.xml"].count(b'paraId="5E500002"') == 1
    assert after["word/people.xml"].count(b'author="resolint"') == 1
    assert not faults(data, done.data)
    base = members_of(word.clean(done.data))
    for name in ("word/commentsExtended.xml", "word/commentsIds.xml", "word/people.xml"):
        assert b"resolint" not in base[name] and b"5E50000" + b"2" not in base[name]
    assert word.verify(data, done.data) == ""


def test_comment_that_somebody_answered_stays_and_is_not_doubled() -> None:
    data = with_companions()
    done = commented(data, (8, 13))
    parts = members_of(done.data)
    answer = (
        f'<w:comment xmlns:w14="{W14}" w:id="20" w:author="A"><w:p w14:paraId="00000020"/></w:comment></w:comments>'
    )
    parts["word/comments.xml"] = parts["word/comments.xml"].replace(b"</w:comments>", answer.encode())
    entry = '<w15:commentEx w15:paraId="00000020" w15:paraIdParent="5E500002" w15:done="0"/></w15:commentsEx>'
    parts["word/commentsExtended.xml"] = parts["word/commentsExtended.xml"].replace(
        b"</w15:commentsEx>", entry.encode()
    )
    from tests.support.docx import archive

    answered = archive(parts)
    base = word.clean(answered)
    assert b"This is wrong" in members_of(base)["word/comments.xml"]
    again = commented(base, (8, 13))
    assert again.comments == 0
    assert members_of(again.data)["word/comments.xml"].count(b"This is wrong") == 1


def test_author_is_told_to_be_ours() -> None:
    data = docx(p("one"))
    for name, signed in (("resolint", "resolint"), ("J. Smith", "J. Smith (resolint)"), (" ", "resolint")):
        done = commented(data, (0, 3), author=name)
        assert f'w:author="{signed}"'.encode() in members_of(done.data)["word/comments.xml"]
        assert word.verify(data, done.data) == ""


def test_reader_passes_over_our_comments() -> None:
    done = commented(with_companions(), (8, 13))
    assert [comment.author for comment in word.read_word(done.data).comments] == ["A", "B"]


def test_deleted_words_of_others_keep_their_place() -> None:
    data = docx(p("one ", dele("old "), "two"))
    assert anchored(commented(data, (0, 7)).data) == ["one two"]
