"""Pictures, equations and other objects: what they are called, where they stand, and their way through every format."""

from resolint.model import NOTE_MARK, placeholder
from resolint.pipeline import build, export, load, redline, review
from resolint.word import read_word as read
from tests.support.docx import docx, i, p, r
from tests.support.rows import each

A = "http://schemas.openxmlformats.org/drawingml/2006/main"
PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"
CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
M = "http://schemas.openxmlformats.org/officeDocument/2006/math"
MATH = f'<m:oMath xmlns:m="{M}"><m:r><m:t>a+b</m:t></m:r></m:oMath>'
VML = 'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'


def drawing(inner: str, **names: str) -> str:
    said = "".join(f' {key}="{value}"' for key, value in names.items())
    return r(
        inner=f'<w:drawing><wp:inline xmlns:wp="{WP}"><wp:docPr id="1"{said}/><a:graphic xmlns:a="{A}">{inner}'
        "</a:graphic></wp:inline></w:drawing>"
    )


def picture(**names: str) -> str:
    return drawing(f'<pic:pic xmlns:pic="{PIC}"/>', **names)


def objects(body: str) -> list[tuple[str, str]]:
    return [(block.text, mark.value) for block in read(docx(body)).blocks for mark in block.marked("object")]


@each(
    ("run", "said"),
    [
        (picture(name="Picture 3", descr="Map of  the zone"), "picture Map of the zone"),
        (picture(name="Picture 3"), "picture Picture 3"),
        (picture(), "picture "),
        (drawing(f'<c:chart xmlns:c="{CHART}"/>', title="Yield"), "chart Yield"),
        (r(inner=f'<w:pict {VML}><v:shape alt="Seal"><v:imagedata/></v:shape></w:pict>'), "picture Seal"),
        (r(inner=f'<w:object {VML}><o:OLEObject ProgID="Excel.Sheet.12"/></w:object>'), "object "),
        (r(inner=f'<w:object {VML}><o:OLEObject ProgID="Equation.3"/></w:object>'), "equation "),
    ],
)
def test_objects_are_called_by_their_kind_and_name(run: str, said: str) -> None:
    assert objects(p("a", run)) == [("a" + NOTE_MARK, said)]


def test_a_picture_alone_on_a_line_is_a_block_and_a_line_that_is_drawn_is_none() -> None:
    line = drawing("", name="Straight Connector 1")
    body = p("one") + p(picture(descr="Map")) + p(line) + p("two")
    assert [block.text for block in read(docx(body)).blocks] == ["one", NOTE_MARK, "two"]
    assert objects(body) == [(NOTE_MARK, "picture Map")]


def test_an_equation_is_its_characters() -> None:
    assert objects(p("so ", MATH, " holds")) == [("so a+b holds", "equation")]


BODY = (
    p("Seed libraries", ppr='<w:outlineLvl w:val="0"/>')
    + p(i("The General Assembly"), ",")
    + p(i("Noting"), " the map ", picture(descr="a [small] map"), " and ", MATH, ",")
    + p(picture(descr="Map of the zone"))
    + p("1.\t", i("Invites"), " States to share seeds;")
    + f"<w:tbl><w:tr><w:tc>{p(picture(name='Icon'))}</w:tc><w:tc>{p('twelve')}</w:tc></w:tr></w:tbl>"
    + p("2.\t", i("Decides"), " to remain seized of the matter.")
)
NAMES = ["picture a [small] map", "equation", "picture Map of the zone", "picture Icon"]


def values(data: bytes | str, name: str) -> list[str]:
    source = data.encode() if isinstance(data, str) else data
    return [mark.value for block in load(source, name=name).blocks for mark in block.marked("object")]


def test_objects_keep_their_names_through_every_format_that_can_say_them() -> None:
    draft = docx(BODY)
    assert values(draft, "a.docx") == NAMES
    markdown = export(draft, "md", name="a.docx")
    assert r"![a \[small\] map](picture) and ![a+b](equation)," in markdown
    assert "\n![Map of the zone](picture)\n" in markdown
    assert values(markdown, "a.md") == NAMES
    assert export(markdown.encode(), "md", name="a.md") == markdown
    built = build(markdown.encode(), name="a.md")
    assert values(built, "b.docx") == NAMES
    assert export(built, "md", name="b.docx") == markdown
    assert values(export(draft, "akn", name="a.docx"), "a.akn") == NAMES


def test_pages_outlines_and_plain_text_show_a_placeholder() -> None:
    draft = docx(BODY)
    for form in ("txt", "json"):
        assert "the map [picture: a [small] map] and a+b," in export(draft, form, name="a.docx")
    page = export(draft, "html", name="a.docx")
    assert '<bdi class="object">[picture: Map of the zone]</bdi>' in page
    assert [placeholder(mark) for mark in load(b"![](map.png)\n", name="a.md").blocks[0].marked("object")] == [
        "[picture: map.png]"
    ]


def test_pictures_stay_where_they_are_when_a_file_is_reviewed_or_redlined() -> None:
    draft = docx(BODY)
    assert values(review(draft, name="a.docx").data, "a.docx") == NAMES
    changed = docx(BODY.replace("share seeds", "share all seeds"))
    assert values(redline(draft, changed, base_name="a.docx", draft_name="b.docx").data, "a.docx") == NAMES


def test_a_redline_names_the_pictures_that_it_cannot_bring_or_take() -> None:
    base, draft = docx(BODY), docx(BODY.replace("Map of the zone", "Map of the coast"))
    left = redline(base, draft, base_name="a.docx", draft_name="b.docx").left
    assert left == (
        "not redlined: a drawing or another object that comes, [picture: Map of the coast]",
        "not redlined: a drawing or another object that stays, [picture: Map of the zone]",
    )
