import pytest

from resolint import akn
from resolint.errors import UnreadableDraft
from tests.akn.drafts import FERRIES, again, contents, document
from tests.support.rows import each
from tests.support.words import LEXICON

HEAD = '<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0">'

FOREIGN = f"""<?xml version="1.0" encoding="UTF-8"?>
<!-- from elsewhere -->
{HEAD}
  <statement name="resolution">
    <meta><notes source="#x"><note eId="n2" marker="b"><p>A note kept aside.</p></note></notes></meta>
    <preface>
      <p><docNumber>71/4</docNumber>. <docTitle>
         Lanterns of the harbour </docTitle></p>
    </preface>
    <preamble>
      <formula name="enactingFormula"><p><i>The General Assembly</i>,</p></formula>
      <container name="recalling"><p>
        <i>Recalling</i> its   resolution
        71/3,<authorialNote marker="a"><p>Of last year.</p></authorialNote></p></container>
    </preamble>
    <mainBody>
      <paragraph eId="para_1"><num>1. </num>
        <list><intro><p><i>Requests</i> ports to see to:</p></intro>
          <point><num>(a)</num><content><p>Oil;</p></content></point>
          <point><num>(b)</num><content><p>Wicks;<noteRef href="#n2" marker="b"/></p></content></point>
        </list>
      </paragraph>
      <paragraph><num>2.</num><content><p><i>Decides</i> to keep <ins>all</ins><del>some</del> lanterns lit.</p>
        <table><tr><td><p>Port</p></td><td><p>Lanterns</p></td></tr></table></content></paragraph>
    </mainBody>
    <conclusions><container name="c"><p>4th plenary meeting<eol/>5 May 2031</p></container></conclusions>
    <attachments><attachment><doc name="annex"><meta/>
      <preface><p><docType>Annex</docType></p><p><docTitle>Prices</docTitle></p></preface>
      <mainBody><paragraph><num>1.</num><content><p>Oil is dear.</p></content></paragraph></mainBody>
    </doc></attachment></attachments>
  </statement>
</akomaNtoso>
"""


def test_a_file_from_elsewhere_becomes_a_draft():
    draft = again(FOREIGN)
    act = draft.acts[0]
    assert draft.kind == "resolution"
    assert draft.text(act.title) == "Lanterns of the harbour"
    assert act.number == "71/4"
    assert draft.text(act.organ_line) == "The General Assembly,"
    assert [clause.number for clause in act.operative] == ["1", "2"]
    assert [child.number for child in act.operative[0].children] == ["a", "b"]
    assert [annex.label for annex in act.annexes] == ["Annex"]
    assert draft.text(act.annexes[0].title) == "Prices"
    assert len(act.closing) == 1


def test_white_space_from_elsewhere_means_nothing():
    draft = again(FOREIGN)
    assert draft.block(draft.acts[0].preamble[0].blocks[0]).text == "Recalling its resolution 71/3,\ufffc"


def test_notes_in_the_text_and_aside_are_found():
    draft = again(FOREIGN)
    assert [(note.number, note.blocks[0].text) for note in draft.footnotes] == [
        ("a", "Of last year."),
        ("b", "A note kept aside."),
    ]
    assert all(note.anchor is not None for note in draft.footnotes)


def test_changes_are_read_in_either_view():
    proposed, original = again(FOREIGN), again(FOREIGN, view="original")
    text = [draft.block(draft.acts[0].operative[1].blocks[0]).text for draft in (proposed, original)]
    assert text == ["Decides to keep all lanterns lit.", "Decides to keep some lanterns lit."]


def test_tables_are_cells():
    assert [block.text for block in again(FOREIGN).blocks if block.kind == "cell"] == ["Port", "Lanterns"]


def test_a_prefix_and_another_version_of_the_namespace_are_no_matter():
    source = (
        '<x:akomaNtoso xmlns:x="urn:other"><x:doc><x:mainBody><x:p>Words.</x:p></x:mainBody></x:doc></x:akomaNtoso>'
    )
    assert akn.is_akn(source.encode())
    assert [block.text for block in akn.read(source.encode()).blocks] == ["Words."]


@each("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_encodings(encoding):
    data = FOREIGN.replace('encoding="UTF-8"', f'encoding="{"UTF-16" if "16" in encoding else "UTF-8"}"').encode(
        encoding
    )
    assert akn.is_akn(data)
    assert len(akn.read(data).blocks) == len(akn.read(FOREIGN.encode()).blocks)


def test_own_files_come_back_as_they_were():
    draft = document(FERRIES)
    back = again(akn.write(draft, LEXICON))
    assert contents(back) == contents(draft)
    assert back.head.symbol == "A/C.2/90/L.7"
    assert back.head.sponsors == ("Chile", "Fiji")
    assert [clause.number for clause in back.acts[0].operative] == ["1", "2", "3"]
    assert len(back.acts[0].preamble) == len(draft.acts[0].preamble)


def test_permissions_come_back():
    source = "# T\n\n*The General Assembly*,\n\n<!-- resolint: allow OPR006, agreed in the room -->\n1. *Decides* it\n"
    (directive,) = again(akn.write(document(source), LEXICON)).directives
    assert (directive.rules, directive.reason) == (("OPR006",), "agreed in the room")


def test_what_a_source_lost_stays_lost():
    source = '+++\nlost = ["italics", "notes"]\n+++\n\n# T\n\nThe General Assembly,\n\n1. Decides it.\n'
    assert again(akn.write(document(source), LEXICON)).origin.lost == ("italics", "notes")


@each(
    ("data", "words"),
    [
        (b"<akomaNtoso><p>open", "not well-formed XML"),
        (b"<akomaNtoso>\n<p>a & b</p></akomaNtoso>", "line 2"),
        (b'<!DOCTYPE akomaNtoso [<!ENTITY a "b">]><akomaNtoso><p>&a;</p></akomaNtoso>', "document type"),
        (b"<akomaNtoso><p>" + b"<i>" * 3000 + b"</i>" * 3000 + b"</p></akomaNtoso>", "more than 250 others"),
        (b"<doc/>", "its first element is doc"),
        (b"", "not well-formed XML"),
        (b"PK\x03\x04 a zip", "not well-formed XML"),
        (b"<?xml version='1.0' encoding='klingon'?><akomaNtoso/>", "not well-formed XML"),
    ],
)
def test_what_cannot_be_read_is_refused_in_one_sentence(data, words):
    with pytest.raises(UnreadableDraft) as caught:
        akn.read(data, name="x.akn")
    message = str(caught.value)
    assert words in message
    assert message.startswith("x.akn")
    assert "\n" not in message


@each(
    "data",
    [
        b"",
        b"akomaNtoso",
        b"# akomaNtoso\n",
        b"<html>akomaNtoso</html>",
        b"<?xml version='1.0'?><!-- akomaNtoso --><doc/>",
    ],
)
def test_a_mention_is_not_a_file(data):
    assert not akn.is_akn(data)


def test_hostile_beginnings_are_told_quickly():
    for data in (b"<!--" + b"-" * 9000 + b"akomaNtoso", b"<?" * 2000 + b"akomaNtoso", b"<!DOCTYPE " + b"[" * 3000):
        assert not akn.is_akn(data)


def test_a_note_that_refers_to_itself_ends():
    source = f'{HEAD}<doc><mainBody><p>A<authorialNote eId="n"><p>B<noteRef href="#n"/></p></authorialNote></p></mainBody></doc></akomaNtoso>'
    draft = again(source)
    assert contents(again(akn.write(draft, LEXICON))) == contents(draft)


def test_a_reference_to_no_note_stays_one():
    source = f'{HEAD}<doc><mainBody><p>A<noteRef href="#gone" marker="9"/></p></mainBody></doc></akomaNtoso>'
    draft = again(source)
    assert [mark.value for mark in draft.blocks[0].marked("note")] == ["9"]
    once = akn.write(draft, LEXICON)
    assert akn.write(again(once), LEXICON) == once
