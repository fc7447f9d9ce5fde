"""Effective formatting through styles."""

from resolint.model import Block
from resolint.word import read_word as read
from resolint.word.read.styles import Styles, plain_name
from tests.support.docx import docx, p, part, r, style
from tests.support.rows import each


def kinds(styles: str | None, ppr: str = "", rpr: str = "", view="proposed") -> list[str]:
    return [m.kind for m in first(styles, ppr, rpr, view).marks]


def first(styles: str | None, ppr: str = "", rpr: str = "", view="proposed") -> Block:
    return read(docx(p(r("text", rpr), ppr=ppr), styles=styles), view=view).blocks[0]


NORMAL = style("Normal", default=True)


@each(
    ("rpr", "expected"),
    [
        ("<w:i/>", ["italic"]),
        ('<w:i w:val="1"/>', ["italic"]),
        ('<w:i w:val="true"/>', ["italic"]),
        ('<w:i w:val="on"/>', ["italic"]),
        ('<w:i w:val="0"/>', []),
        ('<w:i w:val="false"/>', []),
        ('<w:i w:val="off"/>', []),
        ("<w:iCs/>", []),
        ("<w:bCs/>", []),
        ("<w:i/><w:iCs/>", ["italic"]),
        ('<w:u w:val="none"/>', []),
        ('<w:u w:val="dotted"/>', ["underline"]),
        ("<w:u/>", []),
        ('<w:vertAlign w:val="subscript"/>', []),
        ('<w:highlight w:val="none"/>', []),
        ("<w:dstrike/>", ["strike"]),
        ('<w:strike/><w:dstrike w:val="0"/>', ["strike"]),
    ],
)
def test_direct_formatting(rpr, expected):
    assert kinds(NORMAL, rpr=rpr) == expected
    assert kinds(None, rpr=rpr) == expected


STYLES = NORMAL + "".join(
    [
        style("Slanted", "Slanted Text", based="Normal", rpr="<w:i/>"),
        style("Child", based="Slanted"),
        style("Upright", based="Slanted", rpr='<w:i w:val="0"/>'),
        style("Grandchild", based="Upright"),
        style("Emphasis", kind="character", rpr="<w:i/>"),
        style("Strong", kind="character", rpr='<w:b/><w:u w:val="single"/>'),
        style("Quiet", kind="character", based="Strong", rpr='<w:u w:val="none"/>'),
        style("Lined", rpr='<w:u w:val="single"/><w:vertAlign w:val="superscript"/>'),
        style("A", based="B", rpr="<w:i/>"),
        style("B", based="A", rpr="<w:b/>"),
        style("Self", based="Self", rpr="<w:b/>"),
    ]
)


@each(
    ("paragraph", "run", "expected"),
    [
        ("Slanted", "", ["italic"]),
        ("Child", "", ["italic"]),
        ("Upright", "", []),
        ("Grandchild", "", []),
        ("Nowhere", "", []),
        ("Slanted", '<w:i w:val="0"/>', []),
        ("Slanted", "<w:i/>", ["italic"]),
        ("Normal", '<w:rStyle w:val="Emphasis"/>', ["italic"]),
        ("Slanted", '<w:rStyle w:val="Emphasis"/>', []),  # toggled twice
        ("Slanted", '<w:rStyle w:val="Emphasis"/><w:i/>', ["italic"]),
        ("Normal", '<w:rStyle w:val="Strong"/>', ["bold", "underline"]),
        ("Normal", '<w:rStyle w:val="Quiet"/>', ["bold"]),
        ("Lined", '<w:rStyle w:val="Quiet"/>', ["bold", "superscript"]),
        ("Lined", "", ["underline", "superscript"]),
        ("Normal", '<w:rStyle w:val="Missing"/>', []),
        ("A", "", ["italic", "bold"]),
        ("Self", "", ["bold"]),
    ],
)
def test_styles(paragraph, run, expected):
    assert kinds(STYLES, f'<w:pStyle w:val="{paragraph}"/>', run) == expected


def test_document_defaults_and_the_default_style():
    defaults = "<w:docDefaults><w:rPrDefault><w:rPr><w:i/></w:rPr></w:rPrDefault></w:docDefaults>"
    assert kinds(defaults + NORMAL) == ["italic"]
    assert kinds(defaults + NORMAL, rpr='<w:i w:val="0"/>') == []
    assert kinds(style("Base", default=True, rpr="<w:b/>")) == ["bold"]


def test_the_formatting_of_the_paragraph_mark_is_not_that_of_the_text():
    assert kinds(NORMAL, ppr="<w:rPr><w:i/></w:rPr>") == []


def test_tracked_formatting_counts_by_view():
    changed = '<w:i/><w:rPrChange w:id="1" w:author="A"><w:rPr><w:b/></w:rPr></w:rPrChange>'
    assert kinds(NORMAL, rpr=changed) == ["italic"]
    assert kinds(NORMAL, rpr=changed, view="original") == ["bold"]
    plain = '<w:i/><w:rPrChange w:id="1" w:author="A"><w:rPr/></w:rPrChange>'
    assert kinds(NORMAL, rpr=plain, view="original") == []


def test_a_tracked_change_of_style_counts_by_view():
    changed = (
        '<w:pStyle w:val="Slanted"/><w:pPrChange w:id="1" w:author="A">'
        '<w:pPr><w:pStyle w:val="Strong2"/></w:pPr></w:pPrChange>'
    )
    styles = STYLES + style("Strong2", rpr="<w:b/>")
    assert kinds(styles, changed) == ["italic"]
    assert kinds(styles, changed, view="original") == ["bold"]


@each(("name", "expected"), [("_ H _Ch_G", "hchg"), ("__Single Txt", "singletxt"), ("heading 1", "heading1"), ("", "")])
def test_names(name, expected):
    assert plain_name(name) == expected


@each(
    ("name", "ppr", "kind", "level"),
    [
        ("heading 2", "", "heading", 1),
        ("Heading 9", "", "heading", 8),
        ("_ H _Ch_G", "", "heading", 1),
        ("H1G", "", "heading", 2),
        ("HChGA", "", "heading", 1),
        ("H1GR", "", "heading", 2),
        ("_ H_2/3", "", "heading", 3),
        ("_ H_4_G", "", "heading", 4),
        ("Reg_H_Ch_G", "", "heading", 1),
        ("Title", "", "heading", 0),
        ("Harmless", "", "paragraph", -1),
        ("Hungry", "", "paragraph", -1),
        ("Own", '<w:outlineLvl w:val="3"/>', "heading", 3),
        ("heading 1", '<w:outlineLvl w:val="9"/>', "paragraph", -1),
    ],
)
def test_headings(name, ppr, kind, level):
    found = first(NORMAL + style("X", name, ppr=ppr), '<w:pStyle w:val="X"/>')
    assert (found.kind, found.level, found.style) == (kind, level, plain_name(name))


def test_an_outline_level_may_be_direct():
    assert first(NORMAL, '<w:outlineLvl w:val="1"/>').level == 1
    assert first(NORMAL + style("X", "heading 1"), '<w:pStyle w:val="X"/><w:outlineLvl w:val="9"/>').kind == "paragraph"


def test_styles_without_a_part():
    assert first(None, '<w:pStyle w:val="Heading1"/>').style == ""


SHEETS = {
    "a comment": lambda xml: xml.replace("<w:style ", "<!-- <w:style > --><w:style ", 1),
    "another prefix": lambda xml: xml.replace("w:", "x:").replace("xmlns:w=", "xmlns:x="),
    "single quotes": lambda xml: xml.replace('"Slanted"', "'Slanted'"),
    "an entity": lambda xml: xml.replace('w:styleId="Child"', 'w:styleId="Ch&#105;ld"'),
    "a declared encoding": lambda xml: xml.replace('encoding="UTF-8"', 'encoding="ISO-8859-1"'),
    "an empty style": lambda xml: xml.replace("<w:style ", '<w:style w:styleId="E" w:type="paragraph"/><w:style ', 1),
}


@each("how", SHEETS)
def test_cutting_and_parsing_give_the_same_styles(how):
    plain = part("styles", STYLES)
    changed = SHEETS[how](plain)
    assert changed != plain
    one, other = Styles(plain.encode()), Styles(changed.encode("iso-8859-1"))
    assert one.default == other.default == "Normal"
    for style_id in ("Normal", "Slanted", "Child", "Grandchild", "Emphasis", "A", "Nowhere"):
        assert one.get(style_id) == other.get(style_id)


TIMES, ARIAL = '<w:rFonts w:ascii="Times New Roman"/>', '<w:rFonts w:ascii="Arial" w:hAnsi="Arial"/>'
THEME = (
    '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements><a:fontScheme name="x">'
    '<a:majorFont><a:latin typeface="Cambria"/></a:majorFont><a:minorFont><a:latin typeface="Arial"/></a:minorFont>'
    "</a:fontScheme></a:themeElements></a:theme>"
)


def odd(body: str, styles: str | None = None, extra: dict[str, str] | None = None) -> list[str]:
    """The words of a body that are in another font or size than most."""
    blocks = read(docx(body, styles=styles, extra=extra or {})).blocks
    return [block.text[mark.start : mark.end] for block in blocks for mark in block.marked("face")]


@each(
    ("rpr", "expected"),
    [
        (ARIAL, ["quays"]),
        ('<w:sz w:val="24"/>', ["quays"]),
        ('<w:rStyle w:val="Web"/>', ["quays"]),
        ('<w:rFonts w:asciiTheme="minorHAnsi" w:ascii="Times New Roman"/>', ["quays"]),
        (TIMES, []),
        ('<w:sz w:val="20"/>', []),
        ('<w:sz w:val="21"/><w:i/>', ["quays"]),
        ('<w:rFonts w:eastAsia="SimSun"/>', []),
        ('<w:lang w:val="fr-FR"/>', []),
        ("<w:i/>", []),
    ],
)
def test_words_in_another_font_or_size_than_most(rpr: str, expected: list[str]) -> None:
    styles = style("Web", kind="character", rpr=ARIAL) + NORMAL
    body = p("One of the oldest ", r("quays", rpr), " of the harbour is mended") + p("It is mended in spring")
    assert odd(body, styles, {"word/theme/theme1.xml": THEME}) == expected


def test_a_font_of_the_theme_is_the_font_that_it_names() -> None:
    styles = '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme="minorHAnsi"/></w:rPr></w:rPrDefault></w:docDefaults>'
    body = p("One of the oldest quays of the harbour is ", r("mended", ARIAL), " and ", r("painted", TIMES))
    assert odd(body, styles + NORMAL, {"word/theme/theme1.xml": THEME}) == ["painted"]


def test_a_style_of_another_size_is_odd_and_its_runs_may_say_otherwise() -> None:
    styles = NORMAL + style("Large", rpr='<w:sz w:val="28"/>')
    large = p(
        r("Quays"), r(" and boats", '<w:sz w:val="20"/>'), r(" and nets", "<w:i/>"), ppr='<w:pStyle w:val="Large"/>'
    )
    assert odd(large + p("One of the oldest quays of the harbour is mended in spring"), styles) == [
        "Quays",
        " and nets",
    ]


def test_nothing_is_odd_where_no_font_has_the_most_letters() -> None:
    assert odd(p(r("One quay", ARIAL), r(" is mended", TIMES))) == []
    assert odd(p(r("One quay is mended in spring", ARIAL)) + p(r("12", TIMES), r("boats", TIMES))) == ["12boats"]
