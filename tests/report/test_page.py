import re
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from resolint.model import Block, Mark
from resolint.pipeline.rendering import render_sheet
from resolint.report.page import plain as page_plain
from resolint.report.page import sheet as page
from resolint.report.page.text import Pin, marked, markup
from tests.akn.drafts import FERRIES, document
from tests.report.pages import Page
from tests.support import verbs
from tests.support.rows import each
from tests.support.share import share, shares

SAMPLES = sorted(
    path for path in (Path(__file__).resolve().parents[2] / "samples").iterdir() if path.suffix in (".md", ".docx")
)
HTML = page.render(document(FERRIES))
TEXT = page_plain.render(document(FERRIES))


def flat(text: str) -> str:
    return " ".join(text.replace("\ufffc", " ").split())


def test_the_page_has_no_fault():
    assert Page(HTML).faults == []


def test_the_masthead_stands_above_the_text():
    words = flat(Page(HTML).words)
    order = [
        "United Nations",
        "A/C.2/90/L.7",
        "General Assembly",
        "Distr.: Limited",
        "Ninetieth session",
        "Chile and Fiji",
    ]
    places = [words.index(line) for line in order]
    assert places == sorted(places)
    assert places[-1] < words.rindex("Night ferries")
    assert "3 November 2035" in words
    assert "Original: English" in words
    assert words.count("Distr.") == 1


def test_the_title_is_the_first_heading():
    assert Page(HTML).headings[0] == (1, "Night ferries between small islands")


def test_annexes_and_sections_are_headings_below_it():
    headings = Page(HTML).headings
    assert (2, "Annex") in headings
    assert (3, "Signals of the ferries") in headings
    assert all(level > 1 for level, _ in headings[1:])


def test_numbers_italics_and_superscripts_are_kept():
    assert '<span class="num">(ii)</span> In the harbour;' in HTML
    assert "<i>Recalling</i> its resolution 70/1" in HTML
    assert "3<sup>rd</sup> light shall be <b>white</b>" in HTML


def test_subparagraphs_are_deeper():
    assert re.search(r'<p class="para d1" id="operative-1-a">', HTML)
    assert re.search(r'<p class="para d2" id="operative-1-a-i">', HTML)


def test_notes_are_linked_both_ways():
    assert '<a id="ref-1" href="#note-1" role="doc-noteref"' in HTML
    assert 'id="note-1"' in HTML
    assert '<a href="#ref-1" role="doc-backlink"' in HTML
    assert 'id="ref-1--2"' in HTML


def test_language_and_viewport_are_set():
    assert HTML.startswith('<!DOCTYPE html>\n<html lang="en">')
    assert '<meta name="viewport"' in HTML
    assert "<title>A/C.2/90/L.7 – Night ferries between small islands</title>" in HTML


def test_nothing_in_a_draft_becomes_markup():
    source = '# <script>alert(1)</script> & co\n\n*The General Assembly*,\n\n1. *Decides* \\<b onclick="x"> it.\n'
    made = page.render(document(source))
    assert "<script" not in made
    assert "&lt;script&gt;" in made
    assert Page(made).faults == []


def test_links_of_other_kinds_are_text():
    block = Block("document/0", "paragraph", "here", (Mark(0, 4, "link", "javascript:alert(1)"),))
    assert markup(block, 0, 4, lambda _: "") == "here"
    good = Block("document/0", "paragraph", "here", (Mark(0, 4, "link", "https://example.org/?a=1&b=2"),))
    assert markup(good, 0, 4, lambda _: "") == '<a href="https://example.org/?a=1&amp;b=2" rel="noreferrer">here</a>'


def test_tracked_changes_show():
    made = page.render(document("# T\n\n*The General Assembly*,\n\n1. *Decides* {--nothing--}{++much++}.\n"))
    assert "<del>nothing</del>" in made
    assert "<ins>much</ins>" in made


def test_several_texts_have_headings_of_their_own():
    source = FERRIES.partition("+++\n\n")[2]
    two = (
        "# Two texts\n\n## A\n\n### Small\n\n*The General Assembly*,\n\n1. *Decides* one.\n\n"
        + "## B\n\n### Large\n\n*The General Assembly*,\n\n1. *Decides* two.\n"
    )
    assert source
    found = Page(page.render(document(two)))
    assert found.faults == []
    assert [words for level, words in found.headings if level == 2][:2] == ["Small", "Large"]


@each("source", ["", "x", "# T", "*The General Assembly*,", "[^1]\n\n[^1]: note", "[^9]"])
def test_next_to_nothing_is_still_a_page(source):
    assert Page(page.render(document(source))).faults == []


@each("path", SAMPLES, ids=lambda path: path.name)
def test_samples_have_every_word_on_the_page(path):
    draft = verbs.load(path)
    found = Page(page.render(draft))
    assert found.faults == []
    said = flat(found.words).replace(" ", "")
    for block in draft.blocks:
        if block.kind not in ("header", "footer"):
            start = block.lead
            words = block.text[start:].replace("\ufffc", "\n")
            for part in words.split("\n"):
                gone = [mark.start for mark in block.marks if mark.kind == "deleted-here"]
                if not gone:
                    assert (
                        "".join(part.split()) in re.sub(r"\s", "", found.words)
                        or "".join(part.split()) in said
                        or (any(mark.kind == "note" for mark in block.marks))
                    )


@settings(deadline=None, max_examples=200)
@given(
    st.text(st.sampled_from("ab <&\n\ufffc"), max_size=12),
    st.lists(
        st.tuples(
            st.integers(0, 12),
            st.integers(0, 12),
            st.sampled_from(["italic", "bold", "inserted", "link", "note", "deleted-here"]),
        ),
        max_size=6,
    ),
    st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12)), max_size=4),
)
def test_elements_are_nested_whatever_overlaps(text, marks, pins):
    size = len(text)
    made = tuple(Mark(min(a, b, size), min(max(a, b), size), kind, "https://x.org") for a, b, kind in marks)
    found = [
        Pin(min(a, b, size), min(max(a, b), size), f'<mark class="m{at}">', f'</mark><a id="p{at}">', "")
        for at, (a, b) in enumerate(pins)
    ]
    found = [Pin(pin.start, pin.end, pin.before, "</mark>", "<wbr>") for pin in found]
    block = Block("document/0", "paragraph", text, made)
    result = markup(block, 0, size, lambda _: "<sup>1</sup>", found)
    opened: list[str] = []
    for closing, tag in re.findall(r"<(/?)(\w+)", result):
        if tag in ("br", "wbr"):
            continue
        if closing:
            assert opened.pop() == tag
        else:
            opened.append(tag)
    assert opened == []


# plain text


def test_text_has_numbers_indents_and_notes():
    assert "1. Invites Member States to print timetables:" in TEXT
    assert "\n        (ii) In the harbour;" in TEXT
    assert "its resolution 70/1 of 25 September 2015,[1]" in TEXT
    assert "[1] Resolution 70/1." in TEXT
    assert TEXT.startswith("A/C.2/90/L.7\nGeneral Assembly\nDistr.: Limited\n")
    assert "*" not in TEXT


def test_text_is_read_as_the_same_paragraphs():
    back = verbs.load(TEXT.encode(), name="ferries.txt")
    assert [clause.number for clause in back.acts[0].operative] == ["1", "2", "3"]


@shares(4)
def test_real_files_have_pages_without_fault(real, one_in):
    paths = [*sorted((real / "seeds").iterdir()), *sorted((real / "fixtures").glob("*-docx/*.docx"))]
    done = 0
    for path in share(paths, one_in):
        try:
            draft = verbs.load(path)
        except Exception:
            continue
        if len(draft.blocks) < 900:
            assert Page(page.render(draft)).faults == [], path.name
            assert page_plain.render(draft)
            done += 1
    assert done > 20 // one_in


@each("path", SAMPLES, ids=lambda path: path.name)
def test_findings_are_numbered_as_one_reads_them(path):
    report = verbs.lint(path.read_bytes(), name=path.name, keep=True)
    found = render_sheet(report)
    numbers = [int(number) for number in re.findall(r'id="p-(\d+)"', found.article)]
    assert numbers == list(range(1, len(report.active) + 1))
    assert sorted(mark["f"] for mark in found.marks) == sorted(one.fingerprint for one in report.active)


def test_what_is_put_in_looks_like_what_it_replaces():
    block = Block("b", "paragraph", "Calls upon all", (Mark(0, 10, "italic"), Mark(0, 10, "highlight")))
    assert marked("Urges", block, 0, 10) == "<i>Urges</i>"
    assert marked("every", block, 11, 14) == "every"
    assert marked(" also", block, 5, 5) == "<i> also</i>"
    assert marked(", ", block, 10, 10) == ", "
