from itertools import islice

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from resolint import akn
from resolint.errors import ResolintError
from tests.accuracy.adopted import adopted
from tests.akn.drafts import FERRIES, again, contents, document
from tests.akn.test_round_trip import PARAGRAPHS, SAMPLES
from tests.support import verbs
from tests.support.rows import each
from tests.support.share import share, shares
from tests.support.words import LEXICON


@pytest.fixture(scope="module")
def schema(real):
    return etree.XMLSchema(etree.parse(str(real / "fixtures" / "akn" / "akomantoso30.xsd")))


def check(schema, draft):
    """Valid, lossless, and the same when written again after one reading."""
    once = akn.write(draft, LEXICON)
    schema.assertValid(etree.fromstring(once.encode()))
    back = again(once, name=draft.origin.name)
    assert contents(back) == contents(draft)
    assert [len(act.operative) for act in back.acts] == [len(act.operative) for act in draft.acts]
    assert [len(act.preamble) for act in back.acts] == [len(act.preamble) for act in draft.acts]
    twice = akn.write(back, LEXICON)
    assert akn.write(again(twice, name=draft.origin.name), LEXICON) == twice


def test_an_invented_draft_with_everything_is_valid(schema):
    check(schema, document(FERRIES))


@each("path", SAMPLES, ids=lambda path: path.name)
def test_samples_are_valid(schema, path):
    check(schema, verbs.load(path))


@each("number", range(5))
def test_seeds(schema, real, number):
    check(schema, verbs.load(sorted((real / "seeds").iterdir())[number]))


def test_the_decisions_of_a_conference(schema, real):
    draft = verbs.load(real / "fixtures" / "un-docx" / "FCCC_PA_CMA_2021_10_Add3.docx")
    check(schema, draft)
    tree = etree.fromstring(akn.write(draft, LEXICON).encode())
    names = {"a": "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"}
    decisions = tree.xpath("//a:components/a:component/a:statement[@name='decision']", namespaces=names)
    assert len(decisions) == 19
    counts = [int(one.xpath("count(a:mainBody//a:paragraph)", namespaces=names)) for one in decisions]
    assert counts == [2, 20, 7, 22, 5, 8, 10, 13, 19, 22, 7, 2, 10, 15, 3, 3, 15, 15, 3]
    assert len(tree.xpath("//a:authorialNote", namespaces=names)) == 84


@shares(3)
def test_other_word_files(schema, real, one_in):
    for path in share(sorted((real / "fixtures").glob("*-docx/*.docx")), one_in):
        try:
            draft = verbs.load(path)
        except ResolintError:
            continue
        if len(draft.blocks) < 400:
            check(schema, draft)


@shares(6)
def test_two_hundred_adopted_texts(schema, real, one_in):
    some = list(islice(adopted(real), 0, None, 8))[:205]
    assert len(some) >= 200
    for text in share(some, one_in):
        check(schema, verbs.load(text.data, name=text.name))


def test_a_file_of_another_body_is_read(real):
    draft = verbs.load(real / "fixtures" / "akn" / "akn4un_itu_res_2.xml")
    assert draft.origin.format == "akn"
    text = "\n".join(block.text for block in draft.blocks)
    assert "The Plenipotentiary Conference of the International Telecommunication Union (Dubai, 2018)," in text
    assert sum(bool(block.label) for block in draft.blocks) > 20


@settings(deadline=None, max_examples=60)
@given(paragraphs=st.lists(PARAGRAPHS, max_size=8))
def test_whatever_is_typed_is_valid(schema, paragraphs):
    source = "# A title\n\n*The General Assembly*,\n\n" + "\n\n".join(paragraphs) + "\n\n[^1]: A note [^1].\n"
    schema.assertValid(etree.fromstring(akn.write(document(source), LEXICON).encode()))


@each(
    "address",
    ["http://a:b/c", "a#b#c", "%zz", "//h/p", ":x", 'ht tp://ü "q"', "https://x.org/?x=[1]#ü", "mailto:a@b.org"],
)
def test_any_link_is_valid(schema, address):
    once = akn.write(document(f"# T\n\n*The General Assembly*,\n\n1. *Decides* [it](<{address}>).\n"), LEXICON)
    schema.assertValid(etree.fromstring(once.encode()))
    assert akn.write(again(once), LEXICON) == once
