"""Paragraphs that a tracked deletion takes away whole, in the notation and in Word files made from it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from resolint import author, cards, notation, structure
from resolint.model import Block, Document, Mark, Origin
from resolint.notation.removed import apart, attach_removed, split_deleted
from tests.support import verbs

HEAD = "# Lending of musical instruments\n\n*The General Assembly*,\n\n"
CHANGED = (
    f"{HEAD}*Recalling* its interest in music,\n\n{{--Noting the weather,--}}\n\n"
    "1. *Invites* Member States to lend instruments;\n\n{--2. Requests a list;--}\n\n"
    "2. {++*Encourages* museums to help;++}\n\n3. *Decides* to review the matter.\n\n"
    "{--4. Decides to rest.--}\n\n{--5. Decides to sleep.--}\n"
)


def draft(source: str, view="proposed") -> Document:
    reading = notation.read(source, view=view)
    return structure.build(reading, Origin("draft.md", "0" * 64, "markdown", view), cards.lexicon())


def in_word(source: str, view="proposed") -> Document:
    return verbs.load(author.build(draft(source), author.Layout()), view=view)


def test_the_words_hang_on_the_next_block_and_the_last_on_the_last():
    marks = {block.text[:8]: block.marks for block in draft(CHANGED).blocks}
    assert Mark(0, 0, "deleted-here", "Noting the weather,\n") in marks["Invites "]
    assert Mark(0, 0, "deleted-here", "2. Requests a list;\n") in marks["Encourag"]
    assert marks["Decides "][-1].value == "\n4. Decides to rest.\n5. Decides to sleep."


def test_the_notation_gives_them_back():
    assert notation.write(draft(CHANGED)) == CHANGED


def test_before_the_changes_they_are_paragraphs_like_others():
    numbers = [clause.number for clause in draft(CHANGED, "original").acts[0].operative]
    assert numbers[:2] == ["1", "2"] and numbers[-2:] == ["4", "5"]


def test_in_word_they_are_tracked_and_rejecting_gives_them_their_numbers_back():
    now = in_word(CHANGED)
    assert [b.text for b in now.blocks if b.kind == "paragraph"] == [b.text for b in draft(CHANGED).blocks[1:]]
    assert [clause.number for clause in now.acts[0].operative] == ["1", "2", "3"]
    before = in_word(CHANGED, "original")
    assert [(b.label, b.text) for b in before.blocks if b.text and b.kind == "paragraph"][-5:] == [
        ("1.", "Invites Member States to lend instruments;"),
        ("2.", "Requests a list;"),
        ("3.", "Decides to review the matter."),
        ("4.", "Decides to rest."),
        ("5.", "Decides to sleep."),
    ]
    assert "Noting the weather," in [block.text for block in before.blocks]


def test_a_change_that_deletes_a_paragraph_is_a_change():
    source = f"{HEAD}*Recalling* its interest in music;\n\n{{--*Noting* the weather;--}}\n\n1. *Decides* to rest.\n"
    draft_now = draft(source)
    assert [m.kind for b in draft_now.blocks for m in b.marks if m.kind == "deleted-here"] == ["deleted-here"]


@pytest.mark.parametrize("words, parts", [("2. Asks;", ("2.", "Asks;")), ("Asks;", ("", "Asks;")), ("2.", ("", "2."))])
def test_the_number_of_a_deleted_paragraph(words, parts):
    assert split_deleted(words) == parts


def test_an_instruction_stays_with_its_paragraph():
    source = "{--Old words.--}\n\n<!-- resolint: allow PRE002, agreed --> New words.\n\n{--Last words.--}\n"
    reading = notation.read(source)
    assert [directive.span.block for directive in reading.directives] == ["document/0"]
    document = structure.build(reading, Origin("a.md", "", "markdown"), cards.lexicon())
    assert notation.write(document) == source


WORDS = st.text(st.sampled_from("ab1. (*_{}-\\<é"), min_size=1, max_size=8).filter(lambda words: words.strip() == words)


@settings(deadline=None)
@given(st.lists(WORDS, max_size=3), st.lists(WORDS, max_size=3))
def test_what_was_hung_on_comes_off_again(above, below):
    block = Block("document/0", "paragraph", "Decides to rest.", (Mark(0, 7, "italic"),))
    hung = attach_removed(block, "".join(f"{words}\n" for words in above), "".join(f"\n{words}" for words in below))
    assert apart(hung) == (tuple(above), block, tuple(below))


@settings(deadline=None)
@given(st.lists(WORDS, max_size=3), st.lists(WORDS, max_size=3))
def test_the_notation_is_stable(above, below):
    block = Block("document/0", "paragraph", "Decides to rest.")
    hung = attach_removed(block, "".join(f"{words}\n" for words in above), "".join(f"\n{words}" for words in below))
    once = notation.write(
        Document(
            Origin("a.md", "", "markdown"),
            "other",
            structure.build(notation.read(""), Origin("", "", "markdown"), cards.lexicon()).head,
            (),
            (hung,),
        )
    )
    assert [b.marks for b in notation.read(once).blocks] == [hung.marks]
