"""From the notation to Word and back is the identity; from Word to the notation and back keeps what is read."""

import pytest
from hypothesis import HealthCheck, given, settings

from resolint import notation
from resolint.author import Layout, build
from resolint.model import NOTE_MARK, Document
from resolint.pipeline import building as author
from resolint.pipeline import drafts, export
from tests.author.drafts import sources
from tests.support.docx import docx, p
from tests.support.rows import each
from tests.support.verbs import load

pytestmark = pytest.mark.slow


LINES = ("session", "body", "agenda_item", "agenda_title", "sponsors")
LAYOUTS = [
    Layout("vienna", "Economic and Social Council", LINES),
    Layout("new-york", "General Assembly"),
    Layout("geneva", "General Assembly", LINES, tracking=True),
    Layout("plain"),
]


def read(source: str) -> Document:
    return drafts.read_source(source, "x.md")


def back(document: Document, layout: Layout) -> str:
    return notation.write(load(build(document, layout), name="x.docx"))


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.geometry)
@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(source=sources())
def test_drafts_come_back_from_word_as_they_were(layout: Layout, source: str) -> None:
    check(layout, source)


@pytest.mark.deep
@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.geometry)
@settings(max_examples=1_000, deadline=None, suppress_health_check=list(HealthCheck))
@given(source=sources())
def test_a_thousand_drafts_come_back_from_word_as_they_were(layout: Layout, source: str) -> None:
    check(layout, source)


def check(layout: Layout, source: str) -> None:
    document = read(source)
    written = notation.write(document)
    assert notation.write(read(written)) == written
    assert back(document, layout) == written


@each("name", author.template_names())
def test_what_templates_make_comes_back(name: str) -> None:
    template, source = author.example(name)
    document = read(source)
    assert back(document, author.layout_for(template, document)) == source


# In Geneva the masthead stands in the text, whose few words then tell of English.
@each("layout", [layout for layout in LAYOUTS if layout.geometry != "geneva"])
def test_a_body_that_no_table_of_its_language_names_comes_back(layout: Layout) -> None:
    head = '+++\nbody = "Club of Rivers"\nlanguage = "french"\n+++'
    source = f"{head}\n\n*The General Assembly*,\n\n*Recalling* it,\n\n1. *Decides* so.\n"
    assert read(source).language == "fr"
    assert back(read(source), layout) == source


def test_labels_that_no_list_prints_are_typed_and_come_back() -> None:
    source = "# Wells\n\n*The General Assembly*,\n\n1. *Invites* all;\n\n12 bis. *Notes* this;\n\n3) *Notes* that.\n"
    written = notation.write(read(source))
    assert "12 bis. *Notes* this" in written and "3) *Notes* that" in written
    assert back(read(source), LAYOUTS[1]) == written


def test_faulty_numbers_stay_faulty() -> None:
    source = (
        "# Wells\n\n*The General Assembly*,\n\n2. *Invites* all:\n\n    (b) Of this;\n\n    (d) Of that;\n\n"
        "2. *Notes* this;\n\n7. *Requests* that.\n"
    )
    assert back(read(source), LAYOUTS[1]) == source


def test_notes_keep_their_printed_marks() -> None:
    source = (
        "# Wells\n\n*The General Assembly*,\n\n1. *Invites* all[^*] and some[^1] and others.[^4]\n\n"
        "[^*]: First.\n\n[^1]: Second, *chap. I*.\n\n    And more.\n\n[^4]: Third.\n"
    )
    assert back(read(source), LAYOUTS[2]) == source


def test_what_the_text_had_lost_is_not_forgotten() -> None:
    source = '+++\nlost = ["italics", "notes"]\n+++\n\n# Wells\n\nThe General Assembly,\n\n1. Invites all.\n'
    assert back(read(source), LAYOUTS[1]) == source


@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
@given(source=sources())
def test_the_original_view_is_the_same_in_word(source: str) -> None:
    built = build(read(source), LAYOUTS[3])
    before = load(source.encode(), name="x.md", view="original")
    after = load(built, name="x.docx", view="original")
    assert words(after) == words(before)


def words(document: Document) -> list[tuple[str, str]]:
    """Labels and words of the body, without what holds no words."""
    return [fact for fact in facts(document) if fact[1]]


def clean(text: str) -> str:
    return text.replace(NOTE_MARK, "").strip("\t ")


def facts(document: Document) -> list[tuple[str, str]]:
    """Labels and words of the body."""
    blocks = [b for b in document.blocks if b.kind not in ("header", "footer")]
    return [(b.label, clean(b.text[b.lead :])) for b in blocks]


def italics(document: Document) -> list[str]:
    blocks = [b for b in document.blocks if b.kind not in ("header", "footer")]
    spans = [b.text[max(m.start, b.lead) : m.end] for b in blocks for m in b.marked("italic")]
    return [clean(text) for text in spans if clean(text)]


def notes(document: Document) -> list[tuple[str, list[str]]]:
    return [(n.number, [clean(b.text[b.lead :]) for b in n.blocks]) for n in document.footnotes]


@each(
    "name",
    [
        "un-docx/FCCC_PA_CMA_2021_10_Add3.docx",
        "un-docx/GA_res_1904_XVIII_web_paste_sdt.docx",
        "mun-docx/inputs__test1.docx",
        "mun-docx/inputs__test_problematic.docx",
        "mun-docx/inputs__test_no_line_space.docx",
    ],
)
def test_real_files_keep_text_structure_italics_notes_and_numbers(real, name: str) -> None:
    issued = load(real / "fixtures" / name)
    written = notation.write(issued)
    document = read(written)
    again = load(build(document, author.fitting(document)), name="x.docx")
    assert notation.write(again) == written
    assert italics(again) == italics(issued)
    assert notes(again) == notes(issued)
    kept = facts(again)
    lost = [fact for fact in facts(issued) if fact[1] and fact not in kept]
    head = {issued.block(one).text.strip() for one in issued.head.blocks}
    assert [fact for fact in lost if fact[1] not in head] == []
    assert [len(act.operative) for act in again.acts] == [len(act.operative) for act in issued.acts]


@each(
    "name",
    [
        "A_80_6_PLANOUTLINE",
        "A_80_6_INCOMESECT.1",
        "A_80_6_SECT.24__CORR.1",
        "A_80_6_SECT.36",
        "A_80_6_Sect.29",
        "GA_res_1904_XVIII_web_paste_sdt",
    ],
)
def test_the_markdown_of_a_real_file_is_that_of_the_file_built_of_it(real, name: str) -> None:
    (path,) = (real / "fixtures").rglob(f"{name}.docx")
    first = export(path.read_bytes(), "md", name=path.name)
    again = export(author.build(first.encode(), name="a.md"), "md", name="a.docx")
    assert again == first


def test_lines_of_the_masthead_are_not_repeated_where_there_is_no_act_and_star_notes_keep_their_stars() -> None:
    words = (
        "In keeping with the rules of the harbour, the outline of the plan is submitted by the master of the harbour"
    )
    data = docx(
        p("Eightieth session")
        + p("\t**\t" + words, ppr='<w:framePr w:w="9000"/>')
        + p("Agenda item 17")
        + p("Plan of the harbour for the next year")
        + p("The quays are old, and of the boats that lie there every tenth is never used.")
    )
    first = export(data, "md", name="a.docx")
    assert f"\\*\\* {words}" in first and first.count("Eightieth session") == first.count("Agenda item 17") == 1
