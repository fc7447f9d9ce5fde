"""The text of a paragraph, its pieces and its marks."""

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from resolint.model import NOTE_MARK, Block, Mark, View
from resolint.word import read_word as read
from resolint.word.read.flatten import Flattener
from resolint.word.read.inline import Piece, link_target
from resolint.word.read.styles import Styles
from tests.support.docx import NAMESPACES, dele, docx, i, ins, p, r, ref, style, t
from tests.support.rows import each


def element(xml: str):
    return etree.fromstring(f"<w:body {NAMESPACES}>{xml}</w:body>")[0]


def flatten(paragraph: etree._Element, view: View = "proposed") -> tuple[str, tuple[Piece, ...]]:
    """The text of one ``w:p`` in which no field is open, and the table of its pieces."""
    styles = Styles(None)
    flat = Flattener(styles, paragraph, view, with_pieces=True).paragraph(paragraph, styles.get(None))
    return flat.text, tuple(map(Piece._make, flat.pieces))


def text(xml: str, view: View = "proposed") -> str:
    return flatten(element(xml), view)[0]


def block(body: str, view: View = "proposed", **parts) -> Block:
    return read(docx(body, **parts), view=view).blocks[0]


def marks(found: Block, kind: str) -> list[tuple[int, int, str]]:
    return [(m.start, m.end, m.value) for m in found.marks if m.kind == kind]


@each(
    ("xml", "expected"),
    [
        (p("Noting the report"), "Noting the report"),
        (p("\t1.\tRequests"), "\t1.\tRequests"),
        (p("a\nb"), "a\nb"),
        (p(r("x", inner="<w:cr/>"), "y"), "x\ny"),
        (p(r("non", inner="<w:noBreakHyphen/>"), "governmental"), "non\u2011governmental"),
        (p(r("co", inner="<w:softHyphen/>"), "operation"), "co\u00adoperation"),
        (p(r(inner='<w:ptab w:alignment="right"/>'), "3"), "\t3"),
        (p(r(inner='<w:sym w:font="Symbol" w:char="F0B7"/>'), " item"), "• item"),
        (p(r(inner='<w:sym w:font="Wingdings" w:char="F0FC"/>')), "✓"),
        (p(r(inner='<w:sym w:font="Symbol" w:char="ZZ"/>'), "x"), "x"),
        (p(r("see", inner="<w:drawing/>")), "see" + NOTE_MARK),
        (p("Welcomes", ref(1), " the"), f"Welcomes{NOTE_MARK} the"),
        (p("x", ppr='<w:tabs><w:tab w:val="left" w:pos="475"/><w:tab w:val="left" w:pos="950"/></w:tabs>'), "x"),
        (p('<w:hyperlink w:anchor="a">', r("A/80/6"), "</w:hyperlink>", "."), "A/80/6."),
        (p("<w:smartTag>", "<w:smartTag>", r("Oslo"), "</w:smartTag>", "</w:smartTag>"), "Oslo"),
        (p("<w:sdt><w:sdtPr/><w:sdtContent>", r("in a control"), "</w:sdtContent></w:sdt>"), "in a control"),
        (p("<w:bdo>", r("x"), "</w:bdo>", "<w:dir>", r("y"), "</w:dir>", "<w:customXml>", r("z"), "</w:customXml>"), "xyz"),
        (
            p("<w:r><w:ruby><w:rubyPr/><w:rt>", r("reading"), "</w:rt><w:rubyBase>", r("base"), "</w:rubyBase></w:ruby></w:r>"),
            "base",
        ),
        (p("<m:oMath><m:r><m:t>x+1</m:t></m:r></m:oMath>"), "x+1"),
        (p(r("a", inner="<w:lastRenderedPageBreak/>"), "<w:proofErr/>", '<w:bookmarkStart w:id="1"/>', "b"), "ab"),
        (p('<w:commentRangeStart w:id="0"/>', "a", '<w:commentRangeEnd w:id="0"/>'), "a"),
        ("<w:p/>", ""),
    ],
)  # fmt: skip
def test_text(xml, expected):
    assert text(xml) == expected


def test_spaces_at_the_ends_count_only_if_preserved():
    assert text("<w:p><w:r><w:t> a </w:t></w:r><w:r><w:t xml:space='preserve'> b </w:t></w:r></w:p>") == "a b "


def test_line_ends_inside_text_are_spaces():
    assert text("<w:p><w:r><w:t>one\n two</w:t></w:r></w:p>") == "one  two"


def test_a_root_that_preserves_spaces_preserves_them_everywhere():
    body = "<w:p><w:r><w:t> a </w:t></w:r><w:r><w:t>b</w:t></w:r></w:p>"
    whole = f'<w:document {NAMESPACES} xml:space="preserve"><w:body>{body}</w:body></w:document>'
    assert read(docx(whole.encode())).blocks[0].text == " a b"


def test_the_first_choice_counts_and_the_fallback_does_not():
    both = "<mc:AlternateContent><mc:Choice Requires='wps'>{}</mc:Choice><mc:Fallback>{}</mc:Fallback></mc:AlternateContent>"
    assert text(p(both.format(r("new"), r("old")))) == "new"
    assert text(p(both.format("", r("old")))) == "old"
    assert text(p(f"<w:r>{both.format('<w:drawing/>', '<w:pict/>')}</w:r>")) == NOTE_MARK
    assert text(p(f"<w:r>{both.format(t('new') + '<w:tab/>', t('old'))}</w:r>")) == "new\t"


def field(instruction: str, result: str, separate: bool = True) -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f"<w:r><w:instrText>{instruction}</w:instrText></w:r>"
        + ('<w:r><w:fldChar w:fldCharType="separate"/></w:r>' if separate else "")
        + (result if result.startswith("<") else r(result))
        + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def test_fields_keep_their_result_and_drop_their_code():
    found = block(p("paragraph ", field(r"REF _Ref1 \r \h", "7"), " above"))
    assert found.text == "paragraph 7 above"
    assert marks(found, "field") == [(10, 11, r"REF _Ref1 \r \h")]


def test_a_nested_field_belongs_to_the_code_of_the_outer_one():
    inner = field("DOCVARIABLE x", "hidden")
    assert text(p("a", field(f"IF </w:instrText></w:r>{inner}<w:r><w:instrText> = 1", "shown"), "b")) == "ashownb"


def test_a_field_without_a_result_shows_nothing():
    assert text(p("a", field("XE &quot;x&quot;", '<w:bookmarkStart w:id="1"/>', separate=False), "b")) == "ab"


def test_a_field_may_run_over_paragraphs():
    first = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC</w:instrText></w:r>'
    separate, end = (f'<w:r><w:fldChar w:fldCharType="{x}"/></w:r>' for x in ("separate", "end"))
    blocks = read(docx(p(first, separate, "one") + p("two") + p("three", end, " after"))).blocks
    assert [b.text for b in blocks] == ["one", "two", "three after"]
    assert [marks(b, "field") for b in blocks] == [[(0, 3, "TOC")], [(0, 3, "TOC")], [(0, 5, "TOC")]]


def test_code_that_runs_over_paragraphs_is_no_text():
    begin, separate, end = (f'<w:r><w:fldChar w:fldCharType="{x}"/></w:r>' for x in ("begin", "separate", "end"))
    body = p("a", begin) + p("in the code") + p(separate, "result", end, " b")
    assert [b.text for b in read(docx(body)).blocks] == ["a", "result b"]


def test_a_field_that_never_ends_swallows_nothing():
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    body = p("one", begin, " still one") + p("two ", field("PAGE", "4")) + p(begin, "three")
    assert [b.text for b in read(docx(body)).blocks] == ["one still one", "two 4", "three"]


def test_stray_separators_and_ends_do_no_harm():
    stray = '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    assert text(p("a", stray, "b")) == "ab"


def test_links_by_relationship_and_by_field():
    linked = p("resolution ", '<w:hyperlink r:id="L1" w:anchor="p3">', r("79/1"), r(" A"), "</w:hyperlink>", ",")
    assert marks(block(linked, links={"L1": "https://example.org/79"}), "link") == [
        (11, 17, "https://example.org/79#p3")
    ]
    coded = p("see ", field('HYPERLINK "https://example.org/x" \\l "top"', "here"))
    assert marks(block(coded), "link") == [(4, 8, "https://example.org/x#top")]
    assert not marks(block(coded), "field")


@each(
    ("instruction", "address"),
    [
        ('HYPERLINK "https://a.org"', "https://a.org"),
        ("HYPERLINK https://a.org \\h", "https://a.org"),
        ('hyperlink \\l "_Toc1"', "#_Toc1"),
        ("PAGE", None),
        ("", None),
    ],
)
def test_addresses_in_instructions(instruction, address):
    assert link_target(instruction) == address


def test_simple_fields():
    found = block(p("job ", '<w:fldSimple w:instr=" DOCVARIABLE &quot;jobn&quot; ">', r("20-1"), "</w:fldSimple>"))
    assert found.text == "job 20-1"
    assert marks(found, "field") == [(4, 8, 'DOCVARIABLE "jobn"')]


# -- tracked changes -----------------------------------------------------------------------------------------


CHANGED = p("The ", dele("old", "A"), ins("new", author="B"), " text")


def test_two_views():
    assert block(CHANGED).text == "The new text"
    assert block(CHANGED, "original").text == "The old text"


def test_what_a_change_introduced():
    found = block(CHANGED)
    assert marks(found, "inserted") == [(4, 7, "B")]
    assert marks(found, "deleted-here") == [(4, 4, "old")]
    assert not block(CHANGED, "original").marks


def test_neighbouring_insertions_of_one_author_are_one():
    found = block(p(ins("a", author="X"), ins("b", author="X"), ins("c", author="Y")))
    assert marks(found, "inserted") == [(0, 2, "X"), (2, 3, "Y")]


def test_moves_within_a_paragraph():
    away = '<w:moveFrom w:id="1" w:author="X"><w:r><w:t>moved</w:t></w:r></w:moveFrom>'
    here = '<w:moveTo w:id="2" w:author="X"><w:r><w:t>moved</w:t></w:r></w:moveTo>'
    xml = p("a ", away, " b ", here)
    assert (block(xml).text, block(xml, "original").text) == ("a  b moved", "a moved b ")
    assert marks(block(xml), "deleted-here") == [(2, 2, "moved")]
    assert marks(block(xml), "inserted") == [(5, 10, "X")]


def test_insertions_inside_links_and_controls():
    xml = p('<w:hyperlink w:anchor="x">', ins(r("in")), r("side"), "</w:hyperlink>")
    assert (block(xml).text, block(xml, "original").text) == ("inside", "side")
    xml = p("<w:sdt><w:sdtContent>", ins("a"), dele("b"), "</w:sdtContent></w:sdt>")
    assert (block(xml).text, block(xml, "original").text) == ("a", "b")


def test_what_was_inserted_and_deleted_again_is_in_no_view():
    xml = p("x", f'<w:ins w:id="1" w:author="A">{dele("gone")}{r("y")}</w:ins>')
    assert (block(xml).text, block(xml, "original").text) == ("xy", "x")
    assert not marks(block(xml), "deleted-here")


def test_removed_text_reads_as_it_was():
    inside = "<w:r><w:delText>a</w:delText><w:tab/><w:delText>b</w:delText><w:delInstrText>PAGE</w:delInstrText></w:r>"
    found = block(p("x", f'<w:del w:id="1" w:author="A">{inside}{ref(1)}</w:del>'))
    assert marks(found, "deleted-here") == [(1, 1, f"a\tb{NOTE_MARK}")]


# -- formatting ----------------------------------------------------------------------------------------------


def test_a_shattered_opener_is_one_mark():
    assert block(p(i("I"), i("nvites"), i(" "), "States")).marks == (Mark(0, 8, "italic"),)
    assert block(p(i("Also r"), i("equests"), " more")).marks == (Mark(0, 13, "italic"),)


def test_a_tab_inside_the_italic_run_is_italic():
    assert block(p(i("\tRecalling "), "its")).marks == (Mark(0, 11, "italic"),)


def test_overlapping_kinds_are_merged_each_for_itself():
    found = block(p(r("ab", "<w:i/>"), r("cd", "<w:i/><w:b/>"), r("ef", "<w:b/>")))
    assert found.marks == (Mark(0, 4, "italic"), Mark(2, 6, "bold"))


def test_formatting_on_both_sides_of_something_else():
    found = block(p(i("a"), "b", i("c")))
    assert found.marks == (Mark(0, 1, "italic"), Mark(2, 3, "italic"))


def test_all_kinds_of_formatting():
    rpr = '<w:b/><w:u w:val="single"/><w:strike/><w:vertAlign w:val="superscript"/><w:highlight w:val="yellow"/>'
    assert [m.kind for m in block(p(r("x", rpr))).marks] == ["bold", "underline", "strike", "superscript", "highlight"]


def test_a_note_reference_is_not_superscript_text():
    found = block(p("a", ref(3)))
    assert found.marks == (Mark(1, 2, "note", "footnotes/3"),)


def test_hidden_text_is_left_out_and_noted():
    found = block(p("a", r("secret", "<w:vanish/>"), r("!", "<w:vanish/>"), "b"))
    assert found.text == "ab"
    assert marks(found, "hidden") == [(1, 1, "secret!")]


def test_text_hidden_by_its_character_style():
    styles = style("Gone", kind="character", rpr="<w:vanish/>")
    assert block(p("a", r("x", '<w:rStyle w:val="Gone"/>')), styles=styles).text == "a"


# -- pieces --------------------------------------------------------------------------------------------------


def test_pieces_say_what_may_be_edited_in_place():
    xml = p(
        "plain", "\t", ins("new"), '<w:hyperlink w:anchor="x">', r("link"), "</w:hyperlink>", field("REF a", "7"), "end"
    )
    whole, pieces = flatten(element(xml))
    assert [(whole[x.start : x.start + x.length], x.plain) for x in pieces] == [
        ("plain", True), ("\t", False), ("new", False), ("link", False), ("7", False), ("end", True),
    ]  # fmt: skip


def test_a_piece_knows_where_in_its_element_it_begins():
    _, pieces = flatten(element("<w:p><w:r><w:t>  a</w:t></w:r></w:p>"))
    assert [(x.start, x.length, x.inner) for x in pieces] == [(0, 1, 2)]


WORDS = st.text(st.sampled_from("ab \t\n.,’\u00a0\ufffc"), max_size=6)
RUN = st.builds(r, WORDS, st.sampled_from(["", "<w:i/>", "<w:b/>", "<w:i w:val='0'/>", "<w:vanish/>", "<w:rtl/>"]))
PLAIN = st.one_of(
    RUN,
    st.builds(ref, st.integers(1, 3)),
    st.sampled_from(
        [
            "<w:proofErr/>",
            r(inner="<w:noBreakHyphen/>"),
            r(inner="<w:drawing/>"),
            field("REF x", "12"),
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r>',
            '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
            "<w:r><w:t> loose </w:t></w:r>",
        ]
    ),
)
WRAPPED = st.recursive(
    PLAIN,
    lambda inner: st.builds(
        lambda name, content: f"<w:{name}>{''.join(content)}</w:{name}>",
        st.sampled_from(["hyperlink", "smartTag", "fldSimple", "customXml"]),
        st.lists(inner, max_size=3),
    ),
    max_leaves=6,
)
REVISED = st.one_of(
    WRAPPED,
    st.builds(lambda x: f'<w:ins w:id="1" w:author="A">{x}</w:ins>', WRAPPED),
    st.builds(lambda x: f'<w:moveTo w:id="1" w:author="B">{x}</w:moveTo>', RUN),
    st.builds(lambda x: f'<w:moveFrom w:id="1" w:author="B">{x}</w:moveFrom>', RUN),
    st.builds(dele, st.text(st.sampled_from("ab "), max_size=4)),
)


@settings(max_examples=150, deadline=None)
@given(st.lists(REVISED, max_size=6), st.sampled_from(["proposed", "original"]))
def test_pieces_tile_the_text(content, view):
    whole, pieces = flatten(element(p("<w:proofErr/>", *content)), view)
    at = 0
    for piece in pieces:
        assert piece.start == at
        assert piece.length > 0
        if etree.QName(piece.element).localname in ("t", "delText"):
            source = (piece.element.text or "").replace("\n", " ").replace("\r", " ")
            assert whole[at : at + piece.length] == source[piece.inner : piece.inner + piece.length]
        else:
            assert piece.length == 1
            assert not piece.plain
        at += piece.length
    assert at == len(whole)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(WRAPPED, max_size=4), max_size=4))
def test_both_views_agree_without_revisions(paragraphs):
    data = docx("".join(p("<w:proofErr/>", *content) for content in paragraphs))
    assert read(data, view="proposed") == read(data, view="original")


@settings(max_examples=80, deadline=None)
@given(st.lists(REVISED, min_size=1, max_size=6), st.sampled_from(["proposed", "original"]))
def test_the_reader_and_flatten_agree(content, view):
    body = p(r("start"), *content)
    blocks = read(docx(body), view=view).blocks
    assert blocks[0].text == flatten(element(body), view)[0]
    for mark in blocks[0].marks:
        assert 0 <= mark.start <= mark.end <= len(blocks[0].text)


_ODD = "ﬁﬂ\u200b\u200d\u2060\ufeffаеорсхі\u0301\u0308𝒜½²ⅳ\u202e\u2066İßǅ\u00ad\u2028"


@given(st.lists(st.tuples(st.text("ab " + _ODD, min_size=1, max_size=6), st.booleans(), st.booleans()), max_size=8))
@settings(max_examples=80, deadline=None)
def test_odd_characters_keep_their_places_whatever_the_formatting(runs):
    """Ligatures, marks without width, look-alikes: each character is where it was typed, hidden ones are marks."""
    styles = style("Normal", default=True) + style("Gone", kind="character", rpr="<w:vanish/>")
    xml, shown, raised, hidden = [], "", set(), ""
    for words, up, gone in runs:
        rpr = ('<w:rStyle w:val="Gone"/>' if gone else "") + ('<w:vertAlign w:val="superscript"/>' if up else "")
        xml.append(r(words, rpr))
        if gone:
            hidden += words
        else:
            raised |= set(range(len(shown), len(shown) + len(words))) if up else set()
            shown += words
    found = block(p("Noting ", *xml, " the nets,"), styles=styles)
    assert found.text == f"Noting {shown} the nets,"
    assert {at - 7 for a, b, _ in marks(found, "superscript") for at in range(a, b)} == raised
    assert "".join(value for _, _, value in marks(found, "hidden")) == hidden
