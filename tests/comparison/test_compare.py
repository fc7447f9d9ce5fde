import random
import re

from resolint import wording
from resolint.pipeline import compare, redline
from resolint.pipeline.drafts import load
from tests.comparison.adopted import plain_text, successive, word_file
from tests.comparison.pairs import base_text, departed
from tests.comparison.pairs import word_file as invented
from tests.support.docx import docx, i, p, r
from tests.support.rows import each

BASE = """# Lighthouses

*The General Assembly*,

*Recalling* its resolution 70/1 of 25 September 2015 on the sea,

*Deeply concerned* about the state of lighthouses,[^1]

1. *Urges* Member States to keep their lighthouses lit;

2. *Requests* the Secretary-General to report at its eightieth session on ferries, harbours and pilots;

3. *Encourages* all ports to share tide tables;

4. *Decides* to remain seized of the matter.

[^1]: See A/70/1.
"""


def compared(draft, base=BASE):
    return compare(base.encode(), draft.encode(), base_name="base.md", draft_name="draft.md")


def row(comparison, kind):
    return next(row for row in comparison.rows if row.kind == kind)


def test_the_same_text_has_no_departures():
    found = compared(BASE)
    assert not found.departures and found.counts["same"] == len(found.rows) == 8


def test_blanks_and_line_ends_are_no_departures():
    assert not compared(
        BASE.replace("keep their", "keep  their").replace("lighthouses lit", "lighthouses\nlit")
    ).departures


def test_a_blank_too_few_between_words_is_one():
    found = compared(BASE.replace("ferries, harbours", "ferries,harbours"))
    assert [r.kind for r in found.departures] == ["changed"]


def test_words_out_and_in():
    found = row(compared(BASE.replace("keep their lighthouses lit", "keep all lighthouses clean and lit")), "changed")
    assert [(c.old, c.new.strip()) for c in found.changes] == [("their", "all"), ("", "clean and")]
    assert wording.apply(found.old, found.changes) == found.new


@each(
    ("old", "new", "direction"),
    [
        ("*Urges*", "*Requests*", "weaker"),
        ("*Urges*", "*Demands*", "stronger"),
        ("*Urges*", "*Strongly urges*", "stronger"),
        ("*Encourages*", "*Invites*", "equal"),
        ("*Deeply concerned*", "*Gravely concerned*", "stronger"),
        ("*Urges*", "*Welcomes*", ""),
    ],
)
def test_the_strength_of_the_opening(old, new, direction):
    found = row(compared(BASE.replace(old, new)), "changed")
    assert found.verb is not None and found.verb.direction == direction


def test_also_is_no_change_of_strength():
    assert row(compared(BASE.replace("*Requests*", "*Also requests*")), "changed").verb is None


def test_a_reference_brought_up_to_date():
    found = row(compared(BASE.replace("70/1 of 25 September 2015", "79/3 of 3 December 2024")), "changed")
    assert [(c.kind, c.old, c.new) for c in found.citations] == [
        ("resolution", "its resolution 70/1 of 25 September 2015", "its resolution 79/3 of 3 December 2024")
    ]


def test_a_session_brought_up_to_date():
    found = row(compared(BASE.replace("eightieth", "eighty-first")), "changed")
    assert [c.kind for c in found.citations] == ["session"]


def test_moved_and_renumbered():
    paras = BASE.split("\n\n")
    paras[4], paras[5], paras[6] = (
        paras[6].replace("3.", "1."),
        paras[4].replace("1.", "2."),
        paras[5].replace("2.", "3."),
    )
    found = compared("\n\n".join(paras))
    assert found.counts["moved"] == 1 and found.counts["same"] == 7 and found.counts["renumbered"] == 3
    assert row(found, "moved").new.startswith("Encourages")


def test_new_and_dropped_stand_where_they_belong():
    draft = BASE.replace("3. *Encourages* all ports to share tide tables;", "3. *Commends* the pilots of the north;")
    kinds = [r.kind for r in compared(draft).rows]
    assert kinds == ["same"] * 6 + ["dropped", "new", "same"]


def test_split_and_merged():
    long = "2. *Requests* the Secretary-General to report on ferries and pilots, and to include lamps, oil and wicks in the report;"
    split = (
        "2. *Requests* the Secretary-General to report on ferries and pilots;\n\n"
        "3. *Also requests* the Secretary-General to include lamps, oil and wicks in the report;"
    )
    one, two = (BASE.replace(BASE.split("\n\n")[5], text) for text in (long, split))
    assert compared(two, one).counts["split"] == 1
    assert compared(one, two).counts["merged"] == 1


def test_notes_changed_new_and_dropped():
    assert [n.kind for n in row(compared(BASE.replace("See A/70/1.", "See A/71/1.")), "changed").notes] == ["changed"]
    without = BASE.replace("[^1]", "", 1).replace("\n[^1]: See A/70/1.\n", "")
    assert [n.kind for n in row(compared(without), "changed").notes] == ["dropped"]
    more = BASE.replace("on the sea,", "on the sea,[^2]").replace("[^1]: See", "[^2]: Ibid.\n[^1]: See")
    assert [n.kind for n in row(compared(more), "changed").notes] == ["new"]


def test_italics_are_compared_where_both_have_them():
    found = row(compared(BASE.replace("*Urges* Member", "Urges Member")), "changed")
    assert [(i.italic, found.new[i.new_start : i.new_end]) for i in found.italics] == [(False, "Urges")]
    plain = BASE.replace("*", "").replace("# ", "").replace("[^1]", "").partition(": See")[0]
    assert "italics" in compare(BASE.encode(), plain.encode(), base_name="b.md", draft_name="d.txt").blind


def test_hidden_words_that_differ_are_told_and_left_out():
    from resolint.report.comparison.text import render

    shown = docx(p("Urges ports to keep lamps lit,"))
    secret = docx(p("Urges ports ", r("ask Fiji ", "<w:vanish/>"), "to keep lamps lit,"))
    for base, draft in ((shown, secret), (secret, shown)):
        found = compare(base, draft, base_name="a.docx", draft_name="b.docx")
        assert found.blind == ("hidden",) and not found.departs
        assert "Hidden words are left out" in render(found) and "Fiji" not in render(found)
        assert redline(base, draft, base_name="a.docx").left == ("not redlined: hidden words, which differ",)
    assert not compare(secret, secret, base_name="a.docx", draft_name="b.docx").blind


def test_the_masthead_is_compared_by_field():
    head = '+++\nsymbol = "{}"\n+++\n'
    found = compared(head.format("A/80/L.2") + BASE, head.format("A/79/L.1") + BASE)
    assert [(h.name, h.old, h.new) for h in found.head] == [("symbol", "A/79/L.1", "A/80/L.2")]


@each("seed", range(25))
def test_what_is_said_of_generated_pairs_holds(seed):
    rnd = random.Random(seed)
    base = base_text(rnd)
    draft = departed(base, rnd)
    found = compare(invented(base, rnd), invented(draft, rnd), base_name="a.docx", draft_name="b.docx")
    ours = [p.block for row in found.rows for p in row.base]
    theirs = [p.block for row in found.rows for p in row.draft]
    assert len(set(ours)) == len(ours) and len(set(theirs)) == len(theirs)
    assert theirs == sorted(theirs, key=lambda block: int(block.partition("/")[2]))
    assert sorted(ours) == sorted({b.id for b in found.base.blocks if b.text.strip()})
    for row in found.rows:
        if row.base and row.draft:
            assert " ".join(wording.apply(row.old, row.changes).split()) == " ".join(row.new.split())
    assert sum(found.counts[kind] for kind in ("same", "changed", "moved", "split", "merged", "new", "dropped")) == len(
        found.rows
    )


def test_declarations_of_two_years(real):
    seeds = real / "seeds"
    found = compare(
        (seeds / "CND_2014_L15_draft_ministerial_statement.txt").read_bytes(),
        (seeds / "CND_resolution_59_1_outcome_document.txt").read_bytes(),
    )
    pairs = {r.base[0].label: r.new for r in found.rows if r.base and r.draft}
    assert pairs["2."].startswith("We underscore that the Single Convention")
    assert pairs["13."].startswith("We reaffirm the principal role of the Commission")
    assert found.counts["split"] >= 1


def test_resolutions_of_successive_years(real):
    pairs = list(successive(real))
    assert len(pairs) > 400
    for older, newer in pairs[:: len(pairs) // 8]:
        found = compare(word_file(older), plain_text(newer).encode(), base_name="a.docx", draft_name="b.txt")
        assert found.counts["same"] + found.counts["changed"] > 0


def _table(*cells):
    rows = zip(cells[::2], cells[1::2], strict=True)
    return f"<w:tbl>{''.join(f'<w:tr><w:tc>{p(a)}</w:tc><w:tc>{p(b)}</w:tc></w:tr>' for a, b in rows)}</w:tbl>"


def test_cells_are_known_by_their_place():
    before = _table("Lake", "Ferries", "Upper lake", "12", "Lower lake", "7")
    after = _table("Lake", "Ferries", "Upper lake", "14", "Lower lake", "9")
    found = compare(docx(p("Ferries") + before), docx(p("Ferries") + after), base_name="b.docx", draft_name="d.docx")
    assert [(row.kind, row.old, row.new) for row in found.departures] == [
        ("changed", "12", "14"),
        ("changed", "7", "9"),
    ]
    both = redline(
        docx(p("Ferries") + before), docx(p("Ferries") + after), base_name="b.docx", draft_name="d.docx"
    ).data
    read = [load(both, name="r.docx", view=view) for view in ("proposed", "original")]
    assert [[b.text for b in one.blocks if b.text.isdigit()] for one in read] == [["14", "9"], ["12", "7"]]
    assert [b.id for b in read[0].blocks] == [b.id for b in load(docx(p("Ferries") + before)).blocks]


def test_a_changed_cell_stays_in_its_row_where_another_row_comes():
    before = _table("Lake", "Ferries", "Upper lake", "12")
    after = _table("Lake", "Ferries", "Upper lake", "14", "Lower lake", "9")
    found = compare(docx(before), docx(after), base_name="b.docx", draft_name="d.docx")
    assert [row.kind for row in found.departures] == ["changed", "new", "new"]


def test_the_symbol_in_the_masthead_is_changed_in_its_place():
    def file(symbol):
        return docx(
            p(symbol) + p("Second Committee") + p("Nepal: draft resolution") + p(i("The General Assembly"), ",")
        )

    found = compare(file("A/C.2/79/L.5"), file("A/C.2/80/L.7"), base_name="b.docx", draft_name="d.docx")
    assert [(row.kind, row.old, row.new) for row in found.departures] == [("changed", "A/C.2/79/L.5", "A/C.2/80/L.7")]


def test_references_that_come_and_go_in_a_list_are_told_from_those_brought_up_to_date():
    base = "# Ferries\n\n*The General Assembly*,\n\n*Recalling* its resolutions 60/4 of 3 May 2006 and 61/9 of 11 June 2007,\n\n1. *Urges* ports to act as set out in resolution 55/3, as appropriate."
    draft = base.replace(
        "60/4 of 3 May 2006 and 61/9 of 11 June 2007", "61/9 of 11 June 2007 and 62/8 of 21 May 2008"
    ).replace("55/3, as appropriate", "56/1")
    found = compare(base.encode(), draft.encode(), base_name="a.md", draft_name="b.md")
    told = [(c.fate, c.old.split(" of ")[0], c.new.split(" of ")[0]) for row in found.rows for c in row.citations]
    assert told == [
        ("dropped", "its resolutions 60/4", ""),
        ("added", "", "62/8"),
        ("updated", "resolution 55/3", "resolution 56/1"),
    ]
    assert [(q.phrase, q.fate) for row in found.rows for q in row.qualifiers] == [("as appropriate", "dropped")]
    assert found.counts["citations"] == found.counts["citations_added"] == found.counts["citations_dropped"] == 1


def test_what_the_fields_of_the_masthead_say_is_told_once():
    from resolint.report.comparison import text as telling

    def file(symbol: str, extra: str) -> bytes:
        return docx(
            p(symbol) + p("Limited") + p(i("The General Assembly"), ",") + p("1.\t", i("Decides"), f" to meet{extra}.")
        )

    old, new = file("A/C.2/81/L.7", ""), file("A/C.2/81/L.7/Rev.1", " again")
    told = telling.render(compare(old, new, base_name="a.docx", draft_name="b.docx"))
    assert told.count("A/C.2/81/L.7 → A/C.2/81/L.7/Rev.1") == 1 and "L.7{+" not in told and "again" in told


def test_the_symbol_in_the_masthead_is_the_drafts_own_and_no_reference():
    from pathlib import Path

    from resolint.pipeline import build, compare

    source = (Path(__file__).parents[2] / "samples" / "shade-trees.md").read_bytes()
    symbol = re.search(rb"^symbol\s*[=:]\s*\"?([^\"\n]+)", source, re.MULTILINE)
    assert symbol is not None
    base, draft = (build(text, name="a.md") for text in (source, source.replace(symbol[1], symbol[1] + b"/Rev.1")))
    counts = compare(base, draft).counts
    assert (counts["citations"], counts["citations_added"], counts["citations_dropped"]) == (0, 0, 0)


FRAMED = p("Care of orchards") + p(i("The General Assembly"), ",") + p(i("Noting"), " that hardy apples keep long,")
PAGES = """<w:sectPr><w:headerReference w:type="default" r:id="header1"/><w:headerReference w:type="even" r:id="header2"/>
<w:headerReference w:type="first" r:id="header3"/><w:titlePg/></w:sectPr>"""


def paged(body, **headers):
    """A file of a text and of the headers of its pages."""
    return docx(body + PAGES, headers={f"header{n}": headers.get(f"header{n}", p("")) for n in (1, 2, 3)})


def test_page_headers_are_counted_apart_and_page_numbers_not_at_all():
    base = paged(FRAMED, header1=p("A/C.2/80/L.3") + p("2/4"), header3=p("Page 3 of 4"))
    other = FRAMED.replace("hardy", "sweet")
    draft = paged(other, header1=p("A/C.2/80/L.3/Rev.1") + p("12"), header3=p("– iv –") + p("For action"))
    found = compare(base, draft, base_name="base.docx", draft_name="draft.docx")
    counts = found.counts
    assert (counts["changed"], counts["new"], counts["dropped"], counts["headers"]) == (1, 0, 0, 2)
    assert counts["words_out"] == counts["words_in"] == 1
    assert not any(row.new in ("12", "2/4", "– iv –", "Page 3 of 4") for row in found.rows)


def test_a_redline_puts_no_page_headers_into_a_base_without_a_place_for_them():
    base, other = docx(FRAMED), FRAMED.replace("hardy", "sweet")
    draft = paged(other, header1=p("A/HRC/64/L.8") + p("2"))
    done = redline(base, draft, base_name="base.docx", draft_name="draft.docx", date="2026-10-09T10:00:00Z")
    texts = [block.text for block in load(done.data, name="a.docx").blocks]
    assert "A/HRC/64/L.8" not in texts and any("sweet" in text for text in texts)
    assert done.left == ("not redlined: page headers that the base has no place for, “A/HRC/64/L.8”",)
    # Where both have the line it is rewritten.
    base = paged(FRAMED, header1=p("A/HRC/64/L.7"))
    done = redline(base, draft, base_name="base.docx", draft_name="draft.docx", date="2026-10-09T10:00:00Z")
    assert "A/HRC/64/L.8" in [block.text for block in load(done.data, name="a.docx").blocks] and not done.left
    # A line comes into a header of which another stays.
    base, draft = (paged(FRAMED, header3=p("Distr.: Limited") + more) for more in ("", p("27 November 2026")))
    done = redline(base, draft, base_name="base.docx", draft_name="draft.docx", date="2026-10-09T10:00:00Z")
    assert "27 November 2026" in [block.text for block in load(done.data, name="a.docx").blocks] and not done.left


def test_a_line_of_the_masthead_that_stands_in_the_header_of_the_other_file_is_not_told():
    from resolint.report.comparison.text import render

    base = paged(FRAMED, header3=p("United Nations") + p("A/C.2/80/L.3"))
    draft = docx(p("United Nations") + p("A/C.2/80/L.3") + FRAMED)
    shown = render(compare(base, draft, base_name="base.docx", draft_name="draft.docx"), "text")
    assert "United Nations" not in shown
