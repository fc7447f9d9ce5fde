from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from resolint import akn
from tests.akn.drafts import FERRIES, again, contents, document
from tests.support import verbs
from tests.support.rows import each
from tests.support.words import LEXICON

SAMPLES = sorted(
    path for path in (Path(__file__).resolve().parents[2] / "samples").iterdir() if path.suffix in (".md", ".docx")
)

WORDS = st.text(st.sampled_from("abc XY,;.:()/’“”[]*_<&>\t\n\u00a0\u2011é\ufffc1"), max_size=24)
LABELS = ("", "1. ", "2. ", "(a) ", "(i) ", "- ")
PARAGRAPHS = st.builds(
    lambda indent, label, opener, words: "    " * indent + label + opener + words.strip(),
    st.integers(0, 2),
    st.sampled_from(LABELS),
    st.sampled_from(
        (
            "",
            "*Recalling* ",
            "*Decides* ",
            "We ",
            "## ",
            "**x** ",
            "{++new++}{--old--}",
            "[^1]",
            "^th^",
            "![a (b)](c)",
            "![a](equation)",
        )
    ),
    WORDS,
)


def stable(once: str, view: str = "proposed") -> None:
    twice = akn.write(again(once, view), LEXICON)
    assert twice == once


@each("path", SAMPLES, ids=lambda path: path.name)
def test_samples_come_back_and_stay_the_same(path):
    draft = verbs.load(path)
    once = akn.write(draft, LEXICON)
    assert contents(again(once)) == contents(draft)
    stable(once)


@each("path", SAMPLES, ids=lambda path: path.name)
@pytest.mark.slow
def test_a_sample_lints_the_same_in_either_format(path):
    draft = verbs.load(path)
    said = [(f.rule, f.where, f.message) for f in verbs.lint(draft, no_config=True).findings]
    back = again(akn.write(draft, LEXICON), name=str(path))
    assert [(f.rule, f.where, f.message) for f in verbs.lint(back, no_config=True).findings] == said


@pytest.mark.slow
@settings(deadline=None, max_examples=150)
@given(st.lists(PARAGRAPHS, max_size=9), st.booleans())
@example(["(i) 1", "*Recalling* a", "(a) 1", "(i) *Recalling*"], True)
@example(["[^1]:", "    1"], False)
def test_whatever_is_typed_comes_back(paragraphs, organ):
    source = "# A title\n\n" + ("*The General Assembly*,\n\n" if organ else "")
    source += "\n\n".join(paragraphs) + "\n\n[^1]: A note, *twice*.\n"
    draft = document(source)
    once = akn.write(draft, LEXICON)
    assert contents(again(once)) == contents(draft)
    stable(once)


def test_a_list_that_a_heading_broke_keeps_its_own_lists():
    draft = document("# A title\n\n*The General Assembly*,\n\n1. One:\n\nX\n\n    (i) Two:\n\n        (a) Three.\n")
    once = akn.write(draft, LEXICON)
    assert contents(again(once)) == contents(draft)
    assert "point_i__list_1__point_a" in once
    stable(once)


def test_markdown_by_way_of_akoma_ntoso_keeps_words_and_structure():
    from resolint import notation

    back = document(notation.write(again(akn.write(document(FERRIES), LEXICON))))
    assert [clause.number for clause in back.acts[0].operative] == ["1", "2", "3"]
    assert back.head.symbol == "A/C.2/90/L.7"
    assert [note.number for note in back.footnotes] == ["1", "2"]
