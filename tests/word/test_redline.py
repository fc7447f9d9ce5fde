import random
import re

import pytest

from resolint.errors import CannotWrite
from resolint.pipeline import redline
from resolint.pipeline.drafts import load
from resolint.word.container.package import Package
from resolint.word.container.zipping import raw_members
from resolint.word.redline.redlining import redline_word as write
from resolint.writing import Formatting, NewParagraph, NewText, Plan, Replacement, Rewriting
from tests.comparison.adopted import plain_text, successive, word_file
from tests.comparison.pairs import base_text, departed
from tests.comparison.pairs import word_file as invented
from tests.support.docx import abstract, archive, dele, docx, i, ins, level, members_of, note, num, numpr, p, r, ref
from tests.support.rows import each
from tests.support.share import share, shares

DATE = "2026-11-20T10:00:00Z"


def texts(data, view="proposed"):
    document = load(data, name="x.docx", view=view)
    notes = ["".join(b.text[b.lead :] for b in note.blocks).strip() for note in document.footnotes if note.anchor]
    return [(b.label, b.text) for b in document.blocks], notes


def italics(data, view="proposed"):
    document = load(data, name="x.docx", view=view)
    return [[b.text[m.start : m.end] for m in b.marked("italic")] for b in document.blocks]


def made(base, draft):
    return redline(base, draft, author="Delegation", date=DATE, base_name="a.docx", draft_name="b.docx").data


def part(data, name="word/document.xml"):
    return (Package(data).read(name) or b"").decode()


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(60))
def test_accepting_gives_the_draft_and_rejecting_the_base(seed):
    rnd = random.Random(seed)
    base = base_text(rnd)
    draft = departed(base, rnd)
    old, new = invented(base, rnd), invented(draft, rnd)
    both = made(old, new)
    assert texts(both, "original") == texts(old)
    assert italics(both, "original") == italics(old)
    (ours, our_notes), (theirs, their_notes) = texts(both), texts(new)
    assert our_notes == their_notes
    assert len(ours) == len(theirs)
    for (_, mine), (label, yours) in zip(ours, theirs, strict=True):
        assert mine in (yours, f"{label}\t{yours}")
    before, after = raw_members(old), raw_members(both)
    for name, raw in before.items():
        if name not in (
            "word/document.xml",
            "word/footnotes.xml",
            "[Content_Types].xml",
            "word/_rels/document.xml.rels",
        ):
            assert after[name] == raw
    ids = re.findall(r'<w:(?:ins|del|rPrChange|pPrChange) w:id="(\d+)"', part(both) + part(both, "word/footnotes.xml"))
    assert len(set(ids)) == len(ids)


def test_nothing_changes_where_nothing_differs():
    base = docx(p(i("Recalling"), " the sea,"))
    assert made(base, base) == base


def test_words_are_struck_and_put_in_with_author_and_date():
    both = part(
        made(docx(p("1.\t", i("Urges"), " States to act;")), docx(p("1.\t", i("Urges"), " Governments to act;")))
    )
    assert re.search(
        r'<w:del [^>]*w:author="Delegation" w:date="2026-11-20T10:00:00Z"><w:r><w:delText xml:space="preserve"> ?States ?<',
        both,
    )
    assert re.search(r"<w:ins [^>]*><w:r><w:t[^>]*> ?Governments ?</w:t></w:r></w:ins>", both)


def test_a_new_opening_is_in_italics_and_its_words_are_not():
    base = docx(p(i("Urges"), " States to act;") + p("x y z"))
    draft = docx(p(i("Also requests"), " all States to act at once;") + p("x y z"))
    assert italics(made(base, draft))[0] == ["Also requests"]


def test_only_italics_differ():
    both = made(docx(p(i("Urges"), " States;")), docx(p("Urges States;")))
    assert "rPrChange" in part(both) and "<w:del " not in part(both)
    assert italics(both) == [[]] and italics(both, "original") == [["Urges"]]


@pytest.mark.parametrize("way", [1, -1])
def test_only_italics_of_a_note_differ(way):
    body = p("States act on the sea", ref(1), " and on the shore;")
    files = [
        docx(body, footnotes=note(1, r(" See "), title, r(", vol. 2.")))
        for title in (i("The Cost of Dredging"), r("The Cost of Dredging"))[::way]
    ]
    both = made(*files)
    notes = part(both, "word/footnotes.xml")
    assert notes.count("<w:rPrChange ") == 1 and "<w:del " not in notes and "<w:ins " not in notes
    for view, file in (("proposed", files[1]), ("original", files[0])):
        read = [load(data, name="x.docx", view=view).footnotes[0].blocks[0] for data in (both, file)]
        assert list(read[0].marked("italic")) == list(read[1].marked("italic"))


def test_blanks_that_differ_do_not_shift_the_italics():
    base = docx(
        p(i("Urges"), " all  States  and  all  ports to read the handbook ", i("Ropes"), " each year;") + p("x y")
    )
    draft = "*Urges* all States and all ports to read the handbook *Ropes* each year;\n\nx y\n"
    both = redline(base, draft.encode(), base_name="a.docx", draft_name="b.md", date=DATE).data
    assert "rPrChange" not in part(both)


def test_a_whole_paragraph_comes_with_its_mark_and_goes_with_its_mark():
    base = docx(p("One two three four") + p("Five six seven eight") + p("Nine ten eleven"))
    draft = docx(p("One two three four") + p("A wholly other matter here") + p("Nine ten eleven"))
    both = part(made(base, draft))
    assert re.search(r"<w:pPr><w:rPr><w:ins [^>]*/></w:rPr></w:pPr><w:ins ", both)
    assert re.search(r"<w:pPr><w:rPr><w:del [^>]*/></w:rPr></w:pPr><w:del ", both)


def test_a_paragraph_behind_the_last_one_takes_the_last_mark():
    base = docx(p("One two three four") + "<w:sectPr/>")
    draft = docx(p("One two three four") + p("A wholly other matter") + p("And one more of them") + "<w:sectPr/>")
    both = made(base, draft)
    assert len(re.findall(r"<w:rPr><w:ins [^>]*/></w:rPr>", part(both))) == 2
    assert texts(both, "original") == texts(base)


def test_automatic_numbers_are_left_to_word():
    level = '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
    numbering = (
        f'<w:abstractNum w:abstractNumId="1">{level}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    )
    rows = ["Urges States to act now", "Requests a report on ferries", "Decides to remain seized"]

    def file(row):
        return docx("".join(p(text, ppr=numpr(1)) for text in row), numbering=numbering)

    both = made(file(rows), file([rows[0], "Welcomes the new lamps of the north", *rows[1:]]))
    assert [label for label, _ in texts(both)[0]] == ["1.", "2.", "3.", "4."]
    assert [label for label, _ in texts(both, "original")[0]] == ["1.", "2.", "3."]


def test_typed_numbers_change_as_words():
    base = docx(p("\t1.\t", "Urges States to act now") + p("\t2.\t", "Decides to remain seized"))
    draft = docx(p("\t1.\t", "Decides to remain seized"))
    both = made(base, draft)
    assert texts(both)[0] == [("1.", "\t1.\tDecides to remain seized")]


def test_a_note_that_comes_makes_the_part_it_needs():
    base = docx(p("States act on the sea and on the shore;"))
    draft = docx(p("States act on the sea", ref(1), " and on the shore;"), footnotes=note(1, "See A/70/1."))
    both = made(base, draft)
    assert texts(both) == texts(draft) and texts(both, "original") == texts(base)
    assert "footnotes+xml" in part(both, "[Content_Types].xml")
    assert re.search(r"<w:ins [^>]*>.*<w:footnoteRef/>.*See A/70/1\.", part(both, "word/footnotes.xml"))


def test_a_note_that_goes_is_struck_with_its_words():
    base = docx(p("States act on the sea", ref(1), " and on the shore;"), footnotes=note(1, "See A/70/1."))
    both = made(base, docx(p("States act on the sea and on the shore;")))
    assert re.search(r"<w:del [^>]*>.*See A/70/1\.", part(both, "word/footnotes.xml"))
    assert texts(both)[1] == [] and texts(both, "original") == texts(base)


def test_others_changes_stay():
    base = docx(p("States ", ins("gladly "), dele("never "), "act on the sea and on the shore;"))
    both = made(base, docx(p("States gladly act at sea and on the shore;")))
    assert 'w:author="Delegate A"' in part(both)
    assert texts(both)[0] == [("", "States gladly act at sea and on the shore;")]


def test_cells_keep_their_paragraphs():
    def table(*cells):
        return "<w:tbl><w:tr>" + "".join(f"<w:tc>{p(c)}</w:tc>" for c in cells) + "</w:tr></w:tbl>" + p("The end of it")

    base, draft = (
        docx(table("One thing here", "Another thing there")),
        docx(table("One thing here", "Nothing like it at all")),
    )
    both = made(base, draft)
    assert texts(both) == texts(draft) and texts(both, "original") == texts(base)
    assert "<w:pPr><w:rPr><w:del " not in part(both)


def test_links_fields_and_controls_are_written_into():
    wrapped = (
        '<w:hyperlink w:anchor="x"><w:r><w:t>seven seas</w:t></w:r></w:hyperlink>',
        '<w:sdt><w:sdtContent><w:r><w:t xml:space="preserve"> and shores</w:t></w:r></w:sdtContent></w:sdt>',
        '<w:fldSimple w:instr=" REF a "><w:r><w:t xml:space="preserve"> of old</w:t></w:r></w:fldSimple>',
    )
    base = docx(p("The ", *wrapped, " times"))
    draft = docx(p("The seven oceans and banks of yore in times"))
    assert texts(made(base, draft)) == texts(draft)


def test_strict_files_and_foreign_prefixes_come_back():
    base = docx(p("States act on the sea and on the shore;"), strict=True)
    both = made(base, docx(p("States act at sea and on the shore;")))
    assert b"purl.oclc.org" in (Package(both).read("word/document.xml") or b"")
    assert texts(both)[0] == [("", "States act at sea and on the shore;")]


def test_markdown_and_recovered_text_go_into_a_word_file():
    base = docx(
        p("Care of orchards") + p("The General Assembly,") + p("\t1.\t", i("Urges"), " States to plant apples.")
    )
    draft = "# Care of orchards\n\n*The General Assembly*,\n\n1. *Requests* States to plant old apples.[^1]\n\n[^1]: See A/70/1.\n"
    both = redline(base, draft.encode(), base_name="a.docx", draft_name="b.md").data
    assert [b for b, _ in [(t.replace("\t", " ").strip(), 0) for _, t in texts(both)[0]]][-1].startswith(
        "1. Requests States to plant old"
    )
    assert texts(both)[1] == ["See A/70/1."]


def test_a_base_in_the_notation_is_built_first():
    base = "# Orchards\n\n*The General Assembly*,\n\n*Noting* old apples,\n\n1. *Urges* States to plant apples;\n\n2. *Decides* to rest.\n"
    draft = base.replace("Urges", "Invites").replace("to rest", "to go on")
    both = redline(base.encode(), draft.encode(), base_name="a.md", draft_name="b.md").data
    before, after = (" ".join(text.strip() for _, text in texts(both, view)[0]) for view in ("original", "proposed"))
    assert "Urges States to plant apples; Decides to rest." in before
    assert "Invites States to plant apples; Decides to go on." in after


def test_a_plan_that_points_nowhere_changes_nothing():
    base = docx(p("One two"))
    plan = Plan((Rewriting("document/9", (Replacement(0, 1, NewText("x")),)),), ("document/8",),
                (NewParagraph("document/7", None, "document/7", NewText("y")),))  # fmt: skip
    assert texts(write(base, plan, author="A", date=DATE).data) == texts(base)


def test_formatting_and_words_meet_at_one_place():
    base = docx(p("2"))
    plan = Plan(
        (Rewriting("document/0", (Replacement(0, 0, NewText("Article ", ((0, 8),))),), (Formatting(0, 1, True),)),)
    )
    both = write(base, plan, author="A", date=DATE).data
    assert texts(both)[0] == [("", "Article 2")] and italics(both) == [["Article 2"]]


@each("text", ["a\u0000b\u0008c", "tab\there\nline", "soft\u00adhyphen\u2011hard", "  two  blanks  ", "<&>\"'", "𝒜 ﷽"])
def test_any_text_can_be_put_in(text):
    base = docx(p("One two"))
    both = write(
        base, Plan((Rewriting("document/0", (Replacement(7, 7, NewText(text)),)),)), author="A", date=DATE
    ).data
    kept = "".join(c for c in text if c >= " " or c in "\t\n")
    assert texts(both)[0][0][1] == f"One two{kept}"


def test_a_fault_in_writing_is_found_before_anything_is_given(monkeypatch):
    from resolint.word.redline import redlining as module

    monkeypatch.setattr(
        module, "strike", lambda row, pen: [r.getparent().remove(r) or r for r in row] and [next(iter(row))]
    )
    with pytest.raises((CannotWrite, AttributeError)):
        made(docx(p("One two three four")), docx(p("One three four")))


def test_real_files_of_two_kinds(real):
    folder = real / "fixtures" / "mun-docx"
    files = sorted(folder.glob("*.docx"))[:3]
    for base in files:
        for draft in files:
            both = redline(base.read_bytes(), draft.read_bytes(), date=DATE).data
            assert texts(both, "original") == texts(base.read_bytes())


@shares(3)
def test_real_resolutions_of_successive_years(real, one_in):
    pairs = list(successive(real))
    for older, newer in share(pairs[:: len(pairs) // 6], one_in):
        base = word_file(older)
        for draft, name in ((word_file(newer), "b.docx"), (plain_text(newer).encode(), "b.txt")):
            both = redline(base, draft, base_name="a.docx", draft_name=name).data
            assert texts(both, "original") == texts(base)


def test_runs_are_set_like_their_neighbours():
    base = docx(p(r("States ", "<w:b/>"), r("act now", "<w:b/>")))
    both = part(made(base, docx(p(r("States ", "<w:b/>"), r("act soon", "<w:b/>")))))
    assert re.search(r"<w:ins [^>]*><w:r><w:rPr><w:b/></w:rPr><w:t>soon", both)


def whole(base, draft):
    return redline(base, draft, author="Delegation", date=DATE, base_name="a.docx", draft_name="b.docx")


def ids(xml):
    return re.findall(r'<w:(?:ins|del|rPrChange|pPrChange)\b[^>]* w:id="(\d+)"', xml)


def test_indented_xml_is_redlined():
    from lxml import etree

    def indented(data):
        members = members_of(data)
        root = etree.fromstring(members["word/document.xml"])
        etree.indent(root)
        return archive({**members, "word/document.xml": etree.tostring(root)})

    base, draft = (docx(p("Urges ", i("all"), words) + p("Ends here")) for words in (" ports to act", " ports to rest"))
    both = made(indented(base), indented(draft))
    assert texts(both) == texts(draft) and texts(both, "original") == texts(base)


@pytest.mark.parametrize(
    "wrapper", ["{}", '<w:smartTag w:element="x">{}</w:smartTag>', '<w:hyperlink w:anchor="x">{}</w:hyperlink>']
)
def test_an_insertion_divides_that_of_somebody_else(wrapper):
    inner = wrapper.format(r("boats and nets are mended"))
    base = docx(p("All ", ins(inner), " in spring"))
    draft = docx(p("All boats and also nets are mended in spring"))
    both = made(base, draft)
    xml = part(both)
    nested = re.search(r"<w:ins (?:(?!</w:ins>).)*<w:ins ", xml)
    assert not nested and xml.count('w:author="Delegate A"') == 2 and len(set(ids(xml))) == len(ids(xml))
    assert texts(both) == texts(draft) and texts(both, "original")[0] == texts(base, "original")[0]


def fate(kind, author="Delegate A"):
    return f'<w:rPr><w:{kind} w:id="902" w:author="{author}"/></w:rPr>'


@each(
    "draft",
    [
        "All boats are mended on land in spring",
        "All boats and nets are mended now in spring",
        "All small boats and nets are mended in spring",
        "All boats are dried",
        "Ports rest",
    ],
)
def test_words_at_the_join_of_paragraphs_whose_mark_others_struck(draft):
    joined = p("All boats", ins(" and nets"), ppr=fate("del")) + p(" are mended in spring") + p("Ends here")
    for base in (docx(joined), docx(joined.replace("<w:p> are", "<w:p>" + dele("none") + " are"))):
        both = made(base, docx(p(draft) + p("Ends here")))
        assert texts(both) == texts(docx(p(draft) + p("Ends here")))
        assert texts(both, "original") == texts(base, "original")


def fates(data):
    return re.findall(r"<w:rPr>((?:<w:(?:ins|del) [^>]*/>)+)", part(data))


def test_the_mark_of_a_paragraph_comes_once_and_goes_once():
    base = docx(p("All boats", ppr=fate("del")) + p(" are mended") + p("Nets are dried") + p("Ends here"))
    assert all(len(re.findall("<w:del", one)) == 1 for one in fates(made(base, docx(p("Ends here")))))


@pytest.mark.parametrize("kind", ["ins", "del"])
def test_a_paragraph_behind_the_last_one_takes_over_what_others_do_to_its_mark(kind):
    from resolint.pipeline.compiling import settle

    base = docx(p("All boats") + p("Nets are dried", ppr=fate(kind)))
    both = made(base, docx(p("All boats") + p("Nets are dried") + p("Ends here")))
    assert [re.findall(r"<w:(\w+) [^>]*author=\"([^\"]*)", one) for one in fates(both)] == [
        [("ins", "Delegation")],
        [(kind, "Delegate A")],
    ]
    assert texts(both)[0][-1][1] == "Ends here"
    assert fates(settle(both, among=("Delegation",))) == fates(base)


def test_what_somebody_else_put_in_is_struck_where_it_stands():
    xml = part(made(docx(p("All ", ins("small boats"), " are mended")), docx(p("All boats are mended"))))
    assert re.search(r'<w:ins [^>]*w:author="Delegate A"[^>]*><w:del [^>]*w:author="Delegation"', xml)


def test_pieces_of_a_changed_format_have_ids_of_their_own():
    look = '<w:b/><w:rPrChange w:id="7" w:author="Delegate A"><w:rPr/></w:rPrChange>'
    xml = part(
        made(
            docx(p(r("All boats and nets are mended in spring", look))),
            docx(p(r("All nets are dried in spring", "<w:b/>"))),
        )
    )
    assert len(set(ids(xml))) == len(ids(xml)) and xml.count("<w:rPrChange ") > 2


def test_new_notes_come_with_ids_in_the_order_of_the_references():
    old = docx(
        p("One boat", ref(1), " and two nets", ref(2), " are mended"), footnotes=note(1, "See A.") + note(2, "See B.")
    )
    new = docx(
        p("One", ref(1), " boat", ref(2), " and two nets", ref(3), " are mended", ref(4)),
        footnotes="".join(note(at, f"See {name}.") for at, name in enumerate("XABY", 1)),
    )
    both = made(old, new)
    order = [
        re.findall(rf'<w:{tag}[^>]*w:id="(\d+)"', part(both, f"word/{name}.xml"))
        for tag, name in (("footnoteReference", "document"), ("footnote", "footnotes"))
    ]
    assert order[0] == order[1][-4:] == ["1", "2", "3", "4"]
    assert texts(both) == texts(new) and texts(both, "original") == texts(old)


def table(*rows):
    return (
        "<w:tbl>"
        + "".join(f"<w:tr>{''.join(f'<w:tc>{p(cell)}</w:tc>' for cell in row)}</w:tr>" for row in rows)
        + "</w:tbl>"
    )


def test_a_row_that_goes_is_struck_as_a_row():
    rows = [("Harbour", "Number of lamps"), ("North quay", "seventeen lamps"), ("South mole", "forty lamps")]
    base, draft = (docx(table(*some) + p("The table ends here")) for some in (rows, rows[::2]))
    both = made(base, draft)
    assert re.findall(r"<w:trPr><w:del [^>]*/></w:trPr>", part(both))
    assert texts(both) == texts(draft) and texts(both, "original") == texts(base)


def test_a_changed_cell_stays_in_its_row_where_the_next_row_goes():
    rows = [("North quay", "17"), ("South mole", "40"), ("Old pier", "12")]
    base = docx(table(*rows) + p("The table ends here"))
    both = made(base, docx(table(("North quay", "18"), rows[2]) + p("The table ends here")))
    first, second = re.findall(r"<w:tr>.*?</w:tr>", part(both))[:2]
    assert "18" in first and "18" not in second and "<w:trPr><w:del " in second


def test_rows_that_come_are_tracked_as_rows():
    rows = [("North quay", "17"), ("South mole", "40"), ("Old pier", "12"), ("New pier", "9")]
    base, draft = (docx(table(*some) + p("The table ends here")) for some in (rows[:1] + rows[2:3], rows))
    both = made(base, draft)
    assert len(re.findall(r"<w:tr><w:trPr><w:ins [^>]*/></w:trPr>", part(both))) == 2
    assert texts(both) == texts(draft) and texts(both, "original") == texts(base)


def test_an_equation_is_left_and_named_and_the_rest_is_redlined():
    def file(sum_, end):
        return docx(p("The sum ", f"<m:oMath><m:r><m:t>{sum_}</m:t></m:r></m:oMath>", f" holds for every {end}"))

    done = whole(file("a=1", "boat"), file("a=2", "net"))
    assert "an equation" in done.left[0] and len(done.left) == 1
    assert not done.untracked
    assert texts(done.data)[0] == [("", "The sum a=1 holds for every net")]


def test_what_could_not_be_tracked_at_all_is_counted():
    def file(sum_, end):
        equation = f"<m:oMath><m:r><m:t>{sum_}</m:t></m:r></m:oMath>"
        return docx(p("The sum ", equation, " holds") + p(f"Every {end} is mended"))

    assert whole(file("a=1", "boat"), file("a=2", "net")).untracked == 1
    assert whole(file("a=1", "boat"), file("a=1", "net")).untracked == 0


def test_a_paragraph_goes_with_its_equation():
    gone = p("The sum ", "<m:oMath><m:r><m:t>a=1</m:t></m:r></m:oMath>", " holds")
    base, draft = docx(p("One boat is mended") + gone + p("It ends")), docx(p("One boat is mended") + p("It ends"))
    assert texts(made(base, draft)) == texts(draft)


def test_text_that_is_read_in_from_another_file_is_named():
    inner = docx(p("Words of another file about lamps"))
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/aFChunk"
    links = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="chunk" Type="{kind}" Target="other.docx"/></Relationships>'
    )
    base = docx(
        p("One boat is mended") + '<w:altChunk r:id="chunk"/>' + p("It ends"),
        extra={"word/other.docx": inner, "word/_rels/document.xml.rels": links.encode()},
    )
    done = whole(base, docx(p("Two boats are mended") + p("It ends")))
    assert "reads in" in done.left[0] and ("", "Two boats are mended") in texts(done.data)[0]
    numbered = docx(
        p("One boat is mended") + p("Words of another file about lamps", ppr=numpr(1)) + p("It ends"),
        numbering=abstract(1, level(0, "decimal", "%1.")) + num(1, 1),
    )
    assert texts(whole(base, numbered).data, "original") == texts(base, "original")


def test_one_note_referred_to_twice_and_a_note_in_a_note():
    base = docx(p("One boat is mended each year"))
    draft = docx(p("One boat", ref(1), " is mended", ref(1), " each year"), footnotes=note(1, "See A."))
    assert texts(made(base, draft))[0] == [("", "One boat\ufffc is mended\ufffc each year")]
    nested = docx(
        p("One boat", ref(1), " is mended each year"),
        footnotes=note(1, r(" See A"), ref(2), r(" there.")) + note(2, "B."),
    )
    assert texts(made(base, nested))[0] == texts(nested)[0]


def test_variables_that_a_file_keeps_are_no_text_to_be_redlined():
    settings = '<w:docVars><w:docVar w:name="resolint session" w:val="{}"/></w:docVars>'
    base, draft = (
        docx(p("One boat is mended"), settings=settings.format(which)) for which in ("First session", "Second session")
    )
    assert made(base, draft) == base


def test_words_marked_as_deleted_in_no_deletion_are_struck_like_others():
    stray = (
        "<w:r><w:t>The long </w:t><w:delText xml:space='preserve'>remote </w:delText><w:t>shore of the sea</w:t></w:r>"
    )
    base = docx(f"<w:p>{stray}</w:p>" + p("Nine ten eleven"))
    draft = docx(p("The short shore of the sea") + p("Nine ten eleven"))
    both = made(base, draft)
    assert texts(both) == texts(draft)
    assert texts(both, "original") == texts(base)


def test_a_paragraph_that_goes_leaves_the_text_box_that_stays():
    box = f"<w:pict><w:txbxContent>{p('Datum plane')}</w:txbxContent></w:pict>"
    base = docx(p(r(inner=box), "repair the lamps") + p("It ends"))
    both = made(base, docx(p(r(inner=box)) + p("It ends")))
    assert [text.replace("\ufffc", "") for _, text in texts(both)[0]] == ["Datum plane", "It ends"]
    assert texts(both, "original") == texts(base)


def test_what_others_have_struck_inside_a_text_box_comes_back_struck():
    """The box goes with its paragraph; rejecting that gives the box back with the changes that stood in it."""
    box = f"<w:pict><w:txbxContent>{p(dele('Datum plane'), ' of the harbour')}</w:txbxContent></w:pict>"
    base = docx(p(r(inner=box), "Nine ten eleven") + p("repair the lamps") + p("It ends"))
    both = made(base, docx(p("repair the lamps") + p("It ends")))
    assert texts(both, "original") == texts(base, "original")
