import re
from dataclasses import replace

import pytest

from resolint.cards import load_cards
from resolint.report import render
from resolint.report.page.prose import prose
from tests.report.pages import Page
from tests.support import verbs

FAULTY = """\
+++
symbol = "A/C.2/90/L.7"
body = "General Assembly"
sponsors = "Peru and Chile: draft resolution"
distribution = "Limited"
date = "November 3rd, 2035"
language = "English"
+++

# Night ferries

*The General Assembly*,

*Recalling* GA resolution 70/1,[^1]

*Also noting* the UN & its <ferries>;

1. *Decides* to spend 50 percent;

3. *Requests* this resolution to be carried out

## Annex

1. Ferries carry  two lanterns

[^1]: See A/80/214
"""


@pytest.fixture(scope="module")
def report():
    return verbs.Linter(keep=True).lint(FAULTY.encode(), name="ferries.md")


@pytest.fixture(scope="module")
def made(report):
    return render([report], "html", cards=load_cards(examples=True))


def test_the_page_has_no_fault(made):
    assert Page(made).faults == []


def test_every_finding_has_a_card_a_pin_and_an_explanation(report, made):
    found = Page(made)
    assert len(report.active) > 6
    for number, finding in enumerate(report.active, 1):
        assert f"finding-{number}" in found.ids
        assert f"at-{number}" in found.ids
        assert f"rule-{finding.rule}" in found.ids
        assert " ".join(finding.message.split()) in " ".join(found.words.split())


def test_the_margin_stands_beside_its_paragraph(report, made):
    number = next(n for n, f in enumerate(report.active, 1) if f.where == "preambular 2")
    row = next(part for part in made.split('<div class="row">') if f'id="at-{number}"' in part)
    assert f'id="finding-{number}"' in row
    assert 'id="preambular-2"' in row


def test_the_words_at_fault_are_marked(report, made):
    assert re.search(r'<mark class="hit \w+">percent</mark>&#8288;<a class="pin', made)


def test_fixes_are_shown_as_what_to_write(made):
    assert "<ins>per cent</ins>" in made


def test_explanations_hold_the_prose_of_the_cards(made):
    words = " ".join(Page(made).words.split())
    assert "Explanations" in words
    assert "What it finds" in words
    assert "Why it matters" in words
    assert "What to write" in words


def test_the_picture_has_a_mark_for_every_finding(report, made):
    picture = made[made.index("<svg") : made.index("</figure>")]
    assert picture.count("tabindex") == len(report.active)
    assert "preamble:" in picture


def test_allowed_findings_are_told_apart(report):
    hidden = replace(report, findings=tuple(replace(f, suppressed="agreed") for f in report.findings))
    page = render([hidden], "html")
    assert "Nothing to report" in page
    assert "allowed in the draft: agreed" in page
    assert Page(page).faults == []


def test_a_report_without_its_draft_lists_the_cards(report):
    page = render([replace(report, document=None)], "html")
    assert page.count('<div class="card') == len(report.active)


def test_several_drafts_share_a_page(report):
    page = render([report, report], "html", cards=load_cards(examples=True))
    faults = Page(page).faults
    assert faults == []
    assert 'id="d1-operative-1"' in page
    assert 'id="d2-operative-1"' in page


def test_no_draft_at_all_is_a_page():
    assert Page(render([], "html", unreadable=[("x.doc", "x.doc is old")])).faults == []


def test_samples(root):
    linter = verbs.Linter(keep=True)
    for path in sorted((root / "samples").iterdir()):
        if path.suffix in (".md", ".docx"):
            assert Page(render([linter.lint(path)], "html", cards=linter.cards)).faults == [], path.name


def test_the_seeds(real):
    linter = verbs.Linter(keep=True)
    for path in sorted((real / "seeds").iterdir())[:3]:
        assert Page(render([linter.lint(path)], "html", cards=linter.cards)).faults == [], path.name


def test_prose_is_markup_and_never_more():
    assert prose("A *word* and `code`.\n\n- one\n- **two**\n  more") == (
        "<p>A <i>word</i> and <code>code</code>.</p>\n<ul><li>one</li><li><strong>two</strong> more</li></ul>\n"
    )
    assert prose("<b>x</b> [link](https://x.org)") == "<p>&lt;b&gt;x&lt;/b&gt; link</p>\n"
    assert "<th scope" in prose("| a | b |\n|---|---|\n| 1 | 2 |")


def test_prose_is_read_in_time_that_grows_with_its_length():
    assert prose("*" * 50000 + "`" * 50000 + "[" * 50000)


def test_the_library_gives_documents_only_where_asked():
    assert verbs.lint(FAULTY.encode(), name="x.md", no_config=True).document is None
