"""What an edit does not touch keeps its bytes, however the XML is spelt; reviewed and cleaned, a file is as it was."""

import random

import pytest
from lxml import etree

from resolint.errors import UnreadableDraft
from resolint.pipeline import clean, review
from resolint.word.container.edited import EditedPart
from resolint.word.container.respelling import Spelling
from tests.support.docx import W, archive, docx, i, members_of, p
from tests.support.rows import each
from tests.support.share import mostly_deep, share, shares
from tests.word.marks import readable

BODY = (
    p("The General Assembly,")
    + p(i("Recalling"), " its “resolution” 70/1 of 25 September 2015 , on \u00a0 R&amp;D")
    + p()
    + p("1.\t", i("Decides"), " to meet 12 % of the cost ;")
    + f"<w:tbl><w:tr><w:tc>{p()}</w:tc></w:tr></w:tbl>"
)


def respelt(xml: str, chance: random.Random) -> str:
    """The same XML in another of its spellings, each chosen tag by tag."""
    out = []
    for piece in xml.replace("<", "\0<").replace(">", ">\0").split("\0"):
        if piece.startswith("<") and piece[1] not in "/?!":
            closed, body = piece.endswith("/>"), piece[1:-1].rstrip("/")
            name = body.split()[0]
            if chance.random() < 0.3 and "'" not in body:
                body = body.replace('"', "'")
            if chance.random() < 0.2:
                body = body.replace(" ", "\r\n   ", 1)
            if closed and chance.random() < 0.4:
                piece = f"<{body}></{name} >"
            else:
                piece = f"<{body}{chance.choice(('', ' '))}{'/' if closed else ''}>"
        elif piece.strip() and not piece.startswith("<"):
            fate = chance.random()
            if fate < 0.2:
                piece = "".join(f"&#x{ord(c):x};" if c not in "&;" and not c.isalnum() else c for c in piece)
            elif fate < 0.4 and "&" not in piece and "]]>" not in piece:
                piece = f"<![CDATA[{piece}]]>"
        out.append(piece)
    return "".join(out)


def canonical(data: bytes) -> bytes:
    return etree.tostring(etree.fromstring(members_of(data)["word/document.xml"]), method="c14n")


def file_of(seed: int) -> bytes:
    members = members_of(docx(BODY))
    chance = random.Random(seed)
    xml = members["word/document.xml"].decode()
    head, start, body = xml.partition("<w:body>")
    return archive({**members, "word/document.xml": (head + respelt(start + body, chance)).encode()})


@each("seed", range(12))
def test_a_part_that_is_not_changed_is_the_same_bytes(seed: int) -> None:
    data = members_of(file_of(seed))["word/document.xml"]
    assert EditedPart(data, "word/document.xml", "the draft").bytes() == data


@each("seed", range(12))
def test_what_is_not_touched_keeps_its_spelling(seed: int) -> None:
    data = members_of(file_of(seed))["word/document.xml"]
    part = EditedPart(data, "word/document.xml", "the draft")
    first = next(part.root.iter(f"{{{W}}}p"))
    begin, end = data.index(b"<w:p"), data.index(b"</w:p")
    first.getparent().remove(first)
    after = data[data.index(b">", end) + 1 :]
    assert part.bytes() == data[:begin] + after


def test_an_edited_tag_keeps_the_spelling_of_its_other_attributes() -> None:
    source = f"<w:document xmlns:w='{W}' ><w:p  w:one = 'a\"b' w:two=\"2&#xA;\"></w:p ><w:p/></w:document>"
    part = EditedPart(source.encode(), "x.xml", "the draft")
    paragraph = part.root[0]
    paragraph.set(f"{{{W}}}three", "<3>")
    assert part.bytes().decode() == source.replace('&#xA;"', '&#xA;" w:three="&lt;3&gt;"')
    paragraph.set(f"{{{W}}}two", "two")
    del paragraph.attrib[f"{{{W}}}three"]
    assert part.bytes().decode() == source.replace("2&#xA;", "two")


@each("seed", range(40))
def test_a_source_that_spells_each_tag_in_one_way_is_written_by_tags(seed: int) -> None:
    """Both ways of writing give the same where either will do, so the quick one may be taken."""
    chance = random.Random(seed)
    source = members_of(docx(BODY))["word/document.xml"].decode()
    source = source[source.index("<w:document") :]
    spellings = [("/>", chance.choice(("/>", " />", "\n/>"))), ("&amp;", chance.choice(("&amp;", "&#38;", "&#x26;")))]
    spellings += [('xml:space="preserve"', chance.choice(("xml:space='preserve'", 'xml:space = "preserve"')))]
    for plain, spelt in [
        *spellings,
        ("”", chance.choice(("”", "&#8221;"))),
        (" w:val", chance.choice(("  w:val", "\tw:val"))),
    ]:
        source = source.replace(plain, spelt)
    root = etree.fromstring(source)
    spelling = Spelling(source, root, etree.tostring(root, encoding="unicode"))
    for _ in range(6):
        element = chance.choice([*root.iter()][1:])
        fate = chance.randrange(5)
        if fate == 0:
            element.set(f"{{{W}}}new", "<&”")
        elif fate == 1 and element.text:
            element.text += " R&D”"
        elif fate == 2:
            element[:] = []
        elif fate == 3:
            element.addnext(etree.fromstring(f'<w:b xmlns:w="{W}" w:val="1"/>'))
        elif element.getparent() is not root:
            element.getparent().remove(element)
    text = etree.tostring(root, encoding="unicode")
    assert spelling._by_token(root, text) == spelling._by_element(root, text)
    assert etree.tostring(etree.fromstring(spelling.written([root], text)), encoding="unicode") == text


@pytest.mark.parametrize("seed", mostly_deep(range(20), 4))
@pytest.mark.slow
def test_a_file_that_is_reviewed_and_cleaned_is_as_it_was(seed: int) -> None:
    data = file_of(seed)
    reviewed = review(data, name="a.docx").data
    assert reviewed != data
    # A text that a change divided is written again; all else is as it was, byte for byte.
    back = clean(reviewed, name="a.docx")
    assert canonical(back) == canonical(data)
    ours, theirs = (members_of(one)["word/document.xml"].split(b"<w:t") for one in (data, back))
    assert len(ours) == len(theirs)
    assert [one.partition(b"</w:t")[2] for one in ours] == [one.partition(b"</w:t")[2] for one in theirs]


@pytest.mark.real
@pytest.mark.slow
@shares(24)
def test_real_files_that_are_reviewed_and_cleaned_are_as_they_were(real, one_in: int) -> None:
    checked = 0
    for path, data in share(list(readable(real)), one_in):
        try:
            reviewed = review(data, name=path.name).data
        except UnreadableDraft:
            continue
        back = clean(reviewed, name=path.name)
        assert members_of(back) == members_of(data), path.name
        checked += 1
    assert checked > 60 // one_in
