"""From positions to places in the XML: dividing runs, and putting them together again."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from resolint import word
from resolint.word.container.xml import R
from resolint.word.read import signature
from resolint.word.write import runs
from resolint.word.write.anchor import OpenBlock, word_at
from resolint.word.write.cleaning import clean_story
from resolint.word.write.draft import Draft
from tests.support.docx import docx, i, ins, p, r
from tests.support.rows import each


def line(body: str) -> OpenBlock:
    """The first block of a file, open for writing."""
    draft = Draft(docx(body))
    draft.walk()
    spot = draft.spot(draft.body[0].id)
    assert spot is not None
    return OpenBlock(spot.passage, set())


def texts(found: OpenBlock) -> list[str]:
    """The words of each run."""
    return ["".join(run.itertext()) for run in found.paragraphs[0].iter(R)]


def test_cut_makes_a_boundary_once() -> None:
    found = line(p("one two", i("three")))
    for offset in (3, 3, 7, 0, 12, 9):
        assert found.can_cut(offset)
        found.cut(offset)
    assert texts(found) == ["one", " two", "th", "ree"]
    assert "".join(found.block.text[part.start : part.end] for part in found.parts) == found.block.text


def test_halves_keep_attributes_and_formatting() -> None:
    found = line('<w:p><w:r w:rsidR="00AA00BB"><w:rPr><w:b/></w:rPr><w:t>one two</w:t></w:r></w:p>')
    found.cut(3)
    first, second = found.paragraphs[0].iter(R)
    for run in (first, second):
        assert run.get(first.nsmap["w"].join("{}") + "rsidR") == "00AA00BB"
        assert etree.tostring(run[0]).endswith(b"<w:b/></w:rPr>")


def test_run_with_a_foreign_session_is_not_divided() -> None:
    found = line('<w:p><w:r w:rsidDel="00B200B2"><w:t>one two</w:t></w:r></w:p>')
    assert not found.can_cut(3) and found.can_cut(0) and found.can_cut(7)


def test_white_space_that_does_not_show_stays_hidden() -> None:
    found = line("<w:p><w:r><w:t> one two </w:t></w:r></w:p>")
    assert found.block.text == "one two"
    assert not found.can_cut(3)


@given(st.lists(st.integers(0, 40), max_size=12), st.integers(0, 3))
def test_divided_runs_come_together_again(cuts: list[int], shape: int) -> None:
    body = (
        p("one two three four five six"),
        p(i("I"), i("nvites"), " all ", ins("the new"), " States"),
        "<w:p>\n <w:r>\n <w:rPr>\n <w:b/> </w:rPr> <w:t>one two</w:t> <w:tab/> <w:t>three</w:t>\n</w:r>\n </w:p>",
        "<w:p><w:r><w:t>one</w:t><w:t>two</w:t><w:br/><w:t xml:space='preserve'> three </w:t></w:r></w:p>",
    )[shape]
    found = line(body)
    paragraph = found.paragraphs[0]
    before = etree.tostring(paragraph, method="c14n")
    for cut in cuts:
        offset = cut % (len(found.block.text) + 1)
        if found.can_cut(offset):
            found.cut(offset)
    assert "".join("".join(texts(found)).split()) == "".join("".join(etree.fromstring(before).itertext()).split())
    clean_story(paragraph.getroottree().getroot(), frozenset())
    assert etree.tostring(paragraph, method="c14n") == before


@each("order", [(5, 2, 9), (9, 5, 2), (2, 9, 5), (5, 9, 2)])
def test_order_of_cuts_does_not_matter(order: tuple[int, ...]) -> None:
    found = line("<w:p><w:r><w:t>one two three</w:t></w:r></w:p>")
    before = etree.tostring(found.paragraphs[0], method="c14n")
    for offset in order:
        found.cut(offset)
    clean_story(found.paragraphs[0].getroottree().getroot(), frozenset())
    assert etree.tostring(found.paragraphs[0], method="c14n") == before


@each(
    ("text", "offset", "found"),
    [
        ("one two", 7, (4, 7)),
        ("one two", 5, (4, 5)),
        ("one two", 4, (0, 3)),
        ("one two", 0, (0, 3)),
        (" one", 0, (1, 4)),
        ("   ", 1, (0, 3)),
        ("one", 99, (0, 3)),
        ("", 0, (0, 0)),
    ],
)
def test_word_at(text: str, offset: int, found: tuple[int, int]) -> None:
    assert word_at(text, offset) == found


def test_properties_go_where_the_schema_wants_them() -> None:
    found = line(p(r("one", "<w:rStyle w:val='x'/><w:b/><w:color w:val='FF0000'/><w:lang w:val='en-GB'/>")))
    properties = found.parts[0].run[0]
    runs.put(properties, "i")
    assert [child.tag.rpartition("}")[2] for child in properties] == ["rStyle", "b", "i", "color", "lang"]
    runs.put(properties, "i", "0")
    assert len(properties) == 5
    runs.drop(properties, "i", "b")
    assert [child.tag.rpartition("}")[2] for child in properties] == ["rStyle", "color", "lang"]


def test_signature() -> None:
    assert signature.signed("resolint") == "resolint"
    assert signature.signed("A. Delegate") == "A. Delegate (resolint)"
    assert signature.signed(signature.signed("A")) == "A (resolint)"
    assert signature.signed("a\nb") == "a b (resolint)"
    assert all(map(signature.is_ours, ("resolint", "A (resolint)")))
    assert not any(map(signature.is_ours, (None, "", "Resolint team", "resolint fan", "A")))
    assert signature.flags_of(signature.session(7)) == 7
    assert [signature.flags_of(x) for x in (None, "", "00AA00BB", "7E5011", "7E5011ZZ")] == [0] * 5


def test_nothing_of_the_writer_is_loaded_for_reading() -> None:
    import subprocess
    import sys

    code = "import sys, resolint.word as w; w.read_word; print('resolint.word.write.cleaning' in sys.modules, callable(w.write))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "True"]
    assert callable(word.clean)
