"""The parts of the Word files that are built."""

import io
import re
import zipfile

import pytest
from docx import Document as open_word

from resolint.author import Layout, NotWritable, build
from resolint.model import Document
from resolint.pipeline import drafts
from tests.author.drafts import long_source
from tests.support.rows import each

DRAFT = """\
+++
symbol = "A/C.2/81/L.7"
body = "Second Committee"
session = "Eighty-first session"
agenda_item = "Agenda item 6"
sponsors = "Chile and Ghana: draft resolution"
distribution = "Limited"
date = "11 May 2027"
language = "English"
job_number = "27-01234 (E)"
+++

# Village wells

*The General Assembly*,

*Recalling* the {++deep ++}wells{-- of old--},[^1]

1. *Invites* Member States:

    (a) To dig, as set out in paragraph 2 below:

        (i) By day;

        (ii) By night;

    (b) To build;

{++2. *Requests* a [report](https://a.invalid/x)^th^;++}

## Annex

### Rules

1. Wells are clean.

[^1]: See *Treaty Series*, vol. 1.
"""
LINES = ("session", "body", "agenda_item", "sponsors")
NEW_YORK = Layout("new-york", "General Assembly", LINES)


def read(source: str) -> Document:
    return drafts.read_source(source, "draft.md")


def parts(data: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        return {name: file.read(name).decode() for name in file.namelist()}


@pytest.fixture(scope="module")
def built() -> dict[str, str]:
    return parts(build(read(DRAFT), NEW_YORK))


def words(xml: str) -> str:
    return "".join(re.findall(r"<w:t(?: [^>]*)?>([^<]*)", xml))


def test_the_same_draft_gives_the_same_bytes() -> None:
    assert build(read(DRAFT), NEW_YORK) == build(read(DRAFT), NEW_YORK)


def test_it_opens_in_python_docx_and_names_nobody() -> None:
    document = open_word(io.BytesIO(build(read(DRAFT), NEW_YORK)))
    properties = document.core_properties
    assert properties.title == "Village wells"
    assert properties.subject == "A/C.2/81/L.7"
    assert (properties.author, properties.last_modified_by, properties.language) == ("", "", "en-GB")
    styles = [paragraph.style.name for paragraph in document.paragraphs]
    assert {"Session", "Agenda_Item_Normal", "Sponsors", "Title_H1", "__Single Txt", "_ H _Ch"} <= set(styles)


def test_the_masthead_stands_in_the_first_header_and_leaves_room_for_the_emblem(built: dict[str, str]) -> None:
    header = built["word/header3.xml"]
    assert words(header) == "United NationsA/C.2/81/L.7General AssemblyDistr.: Limited11 May 2027Original: English"
    assert '<w:sz w:val="40"/></w:rPr><w:t xml:space="preserve">A</w:t>' in header
    assert "<w:drawing" not in header and '<w:trHeight w:val="2880" w:hRule="exact"/>' in header
    assert "<w:titlePg/>" in built["word/document.xml"]
    assert words(built["word/footer3.xml"]) == "27-01234 (E)"


def test_running_headers_and_footers_differ_on_even_and_odd_pages(built: dict[str, str]) -> None:
    assert "<w:evenAndOddHeaders/>" in built["word/settings.xml"]
    for part in ("header1", "header2"):
        assert words(built[f"word/{part}.xml"]) == "A/C.2/81/L.7"
    for part in ("footer1", "footer2"):
        assert " PAGE " in built[f"word/{part}.xml"] and " NUMPAGES " in built[f"word/{part}.xml"]


def test_numbers_are_automatic_to_three_levels_and_begin_again_in_the_annex(built: dict[str, str]) -> None:
    document = built["word/document.xml"]
    found = re.findall(r'<w:numPr><w:ilvl w:val="(\d)"/><w:numId w:val="(\d)"/></w:numPr>', document)
    assert found == [("0", "1"), ("1", "1"), ("2", "1"), ("2", "1"), ("1", "1"), ("0", "1"), ("0", "2")]
    levels = re.findall(r'<w:numFmt w:val="(\w+)"/><w:lvlText w:val="([^"]+)"/>', built["word/numbering.xml"])
    assert levels[:3] == [("decimal", "%1."), ("lowerLetter", "(%2)"), ("lowerRoman", "(%3)")]
    assert not re.search(r"<w:t[^>]*>\(?[1ai][.)]", document)


def test_notes_are_genuine(built: dict[str, str]) -> None:
    notes = built["word/footnotes.xml"]
    assert 'w:type="separator" w:id="-1"' in notes and 'w:type="continuationSeparator" w:id="0"' in notes
    assert '<w:footnote w:id="1">' in notes and "<w:footnoteRef/>" in notes
    assert '<w:i/></w:rPr><w:t xml:space="preserve">Treaty Series</w:t>' in notes
    assert '<w:footnoteReference w:id="1"/>' in built["word/document.xml"]
    assert '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>' in built["word/settings.xml"]


def test_tracked_changes_are_tracked_with_ids_of_their_own_and_no_name(built: dict[str, str]) -> None:
    document = built["word/document.xml"]
    assert re.search(r"<w:ins [^>]*><w:r><w:t[^>]*>deep </w:t></w:r></w:ins>", document)
    assert re.search(r"<w:del [^>]*><w:r><w:delText[^>]*> of old</w:delText></w:r></w:del>", document)
    changes = re.findall(r'<w:(?:ins|del) w:id="(\d+)" w:author="(\w+)"', document)
    assert len({number for number, _ in changes}) == len(changes)
    assert {author for _, author in changes} == {"Draft"}
    assert re.search(r"<w:pPr>(?:(?!</w:pPr>).)*<w:rPr><w:ins ", document), "the mark of a new paragraph is new too"


def test_a_reference_to_a_paragraph_is_a_field(built: dict[str, str]) -> None:
    document = built["word/document.xml"]
    assert re.search(r"REF _Ref100000001 \\r \\h </w:instrText>", document)
    assert document.count('w:name="_Ref100000001"') == 1


@each("address", ["javascript:alert(1)", "JaVaScript:x", "vbscript:x", "data:text/html,x"])
def test_links_that_would_be_run_are_left_out_and_their_words_kept(address: str) -> None:
    act = f"1. *Decides* to [dig]({address}) and to [see](https://a.invalid/x)."
    said = parts(build(read(f"# Wells\n\n*The General Assembly*,\n\n{act}"), NEW_YORK))
    assert not any(address in text for text in said.values())
    assert said["word/document.xml"].count("<w:hyperlink ") == 1
    assert "Decides to dig and to see." in words(said["word/document.xml"])


def test_headings_have_outline_levels_and_text_is_british_english(built: dict[str, str]) -> None:
    styles = built["word/styles.xml"]
    assert 'w:lang w:val="en-GB"' in styles
    title = re.search(r'<w:style [^>]*w:styleId="TitleH1">.*?</w:style>', styles)
    assert title is not None and '<w:outlineLvl w:val="0"/>' in title[0]


def test_tables_have_a_header_row_and_say_what_they_are(built: dict[str, str]) -> None:
    assert "<w:tblHeader/>" in built["word/header3.xml"]
    assert "<w:tblDescription " in built["word/header3.xml"]


def test_tracking_is_switched_on_where_the_layout_says_so() -> None:
    on = parts(build(read(DRAFT), Layout("new-york", "General Assembly", LINES, tracking=True)))
    assert "<w:trackRevisions/>" in on["word/settings.xml"]
    assert "<w:trackRevisions/>" not in parts(build(read(DRAFT), NEW_YORK))["word/settings.xml"]


def test_geneva_has_its_masthead_in_the_body_and_its_own_styles() -> None:
    document = parts(build(read(DRAFT), Layout("geneva", "General Assembly", LINES)))["word/document.xml"]
    assert document.index("<w:tbl>") < document.index("Eighty-first session")
    assert 'w:val="SingleTxtG"' in document and 'w:val="HChG"' in document


def test_instructions_to_resolint_become_comments() -> None:
    source = DRAFT.replace("1. *Invites*", "<!-- resolint: allow OPR001, they want it -->\n1. *Invites*")
    comments = parts(build(read(source), NEW_YORK))["word/comments.xml"]
    assert words(comments) == "resolint: allow OPR001, they want it"


def test_notes_that_begin_again_with_every_act_do_so_in_word() -> None:
    act = "# Decision on {0}\n\n*The Conference of the Parties*,\n\n1. *Notes* {0}.[^{1}]\n\n"
    source = act.format("wells", "1") + act.format("ferries", "1.2") + "[^1]: One.\n\n[^1.2]: Two.\n"
    document = parts(build(read(source), Layout("geneva")))["word/document.xml"]
    assert document.count('<w:numRestart w:val="eachSect"/>') == 2
    assert "customMarkFollows" not in document


@each(
    ("source", "said"),
    [
        ("# Wells\n\nThe wells\x07 of all\n", "draft.md:3:10: the character U+0007 cannot stand in a Word file"),
        ("# Wells\n\nThe wells[^x] of all\n", "draft.md:3:10: there is no note x: write a line that begins with [^x]:"),
        ("# Wells\n\nThe &#xFFFF; of all\n", "draft.md:3:5: the character U+FFFF"),
        ('+++\nsymbol = "A\\u0001"\n+++\n# Wells\n', "the character U+0001"),
    ],
)
def test_what_no_word_file_can_hold_is_told_with_line_and_column(source: str, said: str) -> None:
    with pytest.raises(NotWritable) as caught:
        build(read(source), NEW_YORK)
    assert said in str(caught.value)


def test_long_drafts_are_written_whole() -> None:
    built = parts(build(read(long_source(60)), NEW_YORK))
    assert built["word/document.xml"].count("<w:footnoteReference ") == 60
    assert built["word/numbering.xml"].count("<w:abstractNum ") <= 60
    assert len(set(re.findall(r'<w:footnote w:id="(\d+)"', built["word/footnotes.xml"]))) == 60


@each("source", ["", "\n", "# Title\n", "Text only.\n", "[^1]: a note that nothing refers to\n"])
def test_scraps_are_written_too(source: str) -> None:
    assert parts(build(read(source), NEW_YORK))["word/document.xml"].endswith("</w:document>")
