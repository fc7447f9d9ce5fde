"""The list of known edits, and whether a redline shows them; the benchmark holds another program to the same list."""

import pytest

from resolint.pipeline import compare, redline
from resolint.pipeline.drafts import load
from tests.comparison.known_edits import EDITS, base, draft, plain, word_file
from tests.comparison.shown_edits import least_struck, shown
from tests.support.docx import archive, members_of

KINDS = [edit.kind for edit in EDITS]


@pytest.fixture(scope="module")
def written():
    return redline(word_file(base()), word_file(draft()), base_name="base.docx", draft_name="draft.docx").data


def judged(data):
    return shown(data, base(), draft(), EDITS)


def test_the_base_has_thirty_paragraphs_and_footnotes():
    found = load(word_file(base()), name="base.docx")
    assert sum(bool(block.text.strip()) for block in found.blocks) == 30
    assert len(found.footnotes) == 4 and len(set(KINDS)) == len(KINDS)


def test_every_edit_is_shown(written):
    assert judged(written).found == tuple(KINDS)


def test_only_divided_and_joined_paragraphs_are_marked_more_than_needed(written):
    assert set(KINDS) - set(judged(written).exact) == {"paragraph divided", "paragraphs joined"}


def test_rejecting_gives_the_base_and_accepting_the_draft(written):
    found = judged(written)
    assert found.rejected and found.accepted


def test_little_more_is_struck_than_must_be(written):
    # The words of one half of what is divided, and of one half of what is joined.
    halves = len("The fund shall lend to ports that have no other means.".replace(" ", ""))
    halves += len(plain(base()["code"]).partition("\n")[2].replace(" ", ""))
    assert least_struck(base(), EDITS) <= judged(written).struck <= least_struck(base(), EDITS) + halves


def test_the_base_itself_shows_nothing():
    found = judged(word_file(base()))
    assert not found.found and found.struck == found.inserted == 0
    assert found.rejected and not found.accepted


def test_the_draft_itself_shows_nothing():
    found = judged(word_file(draft()))
    assert not found.found and found.accepted and not found.rejected


def altered(data, old, new, part="word/document.xml"):
    members = members_of(data)
    assert old.encode() in members[part]
    return archive({**members, part: members[part].replace(old.encode(), new.encode(), 1)})


def test_a_change_that_is_made_but_not_tracked_is_not_shown(written):
    found = judged(altered(written, "register of ", "register off "))
    assert set(KINDS) - set(found.found) == {"number changed"}
    assert not found.rejected and not found.accepted


def test_a_note_that_is_changed_but_not_tracked_is_not_shown(written):
    found = judged(altered(written, "defines a wreck", "defines wrecks", "word/footnotes.xml"))
    assert set(KINDS) - set(found.found) == {"number in a footnote changed"}


def test_formatting_that_is_not_tracked_is_not_shown(written):
    members = members_of(written)
    plainer = members["word/document.xml"].replace(b"rPrChange", b"unknown")
    found = judged(archive({**members, "word/document.xml": plainer}))
    assert set(KINDS) - set(found.found) == {"words set in italics"}


def test_striking_everything_shows_the_words_but_nothing_exactly():
    """Everything struck and put in again: the changes can be seen, but where they are cannot be told."""
    old, new = members_of(word_file(base())), members_of(word_file(draft()))
    body, end = old["word/document.xml"].decode().split("<w:sectPr>")
    theirs = new["word/document.xml"].decode().split("<w:body>")[1].split("<w:sectPr>")[0]
    theirs = theirs.replace("<w:footnoteReference", "<w:unread")

    def tracked(xml, name):
        xml = xml.replace("<w:r>", f"<w:{name}><w:r>").replace("</w:r>", f"</w:r></w:{name}>")
        return xml.replace("</w:pPr>", f"<w:rPr><w:{name}/></w:rPr></w:pPr>")

    front, ours = body.split("<w:body>")
    both = f"{front}<w:body>{tracked(ours, 'del')}{tracked(theirs, 'ins')}<w:sectPr>{end}"
    found = judged(archive({**old, "word/document.xml": both.encode()}))
    assert "word replaced" in found.found and "word replaced" not in found.exact
    assert found.struck > 1000


def test_the_account_names_every_edit_of_a_paragraph():
    found = compare(word_file(base()), word_file(draft()), base_name="base.docx", draft_name="draft.docx")
    counts = found.counts
    assert (counts["new"], counts["dropped"], counts["moved"], counts["split"], counts["merged"]) == (2, 2, 1, 1, 1)
    assert (counts["notes_new"], counts["notes_dropped"], counts["notes_changed"]) == (1, 1, 3)
    assert (counts["stronger"], counts["weaker"], counts["italics"]) == (1, 1, 2)
