from resolint import akn
from tests.akn.drafts import FERRIES, document, found, tree
from tests.support.rows import each
from tests.support.words import LEXICON

XML = akn.write(document(FERRIES), LEXICON)


def texts(path: str, xml: str = XML) -> list[str]:
    return ["".join(element.itertext()) for element in found(xml, path)]


def test_a_draft_is_a_statement_of_the_sub_class_for_drafts():
    source = FERRIES.replace("*12th plenary meeting*\n\n*3 December 2035*\n\n", "")
    assert found(akn.write(document(source), LEXICON), "/a:akomaNtoso/a:statement/@name") == ["resolutionDraft"]


def test_an_adopted_text_is_a_resolution_dated_by_its_closing_lines():
    source = FERRIES.replace("A/C.2/90/L.7", "A/RES/90/14").replace(": draft resolution", "")
    xml = akn.write(document(source), LEXICON)
    assert found(xml, "/a:akomaNtoso/a:statement/@name") == ["resolution"]
    date = found(xml, "/a:akomaNtoso/a:statement/a:meta/a:identification/a:FRBRWork/a:FRBRdate")[0]
    assert (date.get("date"), date.get("name")) == ("2035-12-03", "adoption")


def test_identification_comes_from_the_masthead():
    work = found(XML, "/a:akomaNtoso/a:statement/a:meta/a:identification/a:FRBRWork")[0]
    values = {child.tag.rpartition("}")[2]: child.get("value") or child.get("href") for child in work}
    assert values["FRBRuri"] == "/akn/un/statement/deliberation/unga/2035-11-03/A-C.2-90-L.7"
    assert values["FRBRcountry"] == "un"
    assert values["FRBRauthor"] == "#unga"
    assert found(XML, "//a:TLCOrganization/@eId")[0] == "unga"
    assert found(XML, "//a:FRBRlanguage/@language")[0] == "eng"


def test_the_fields_of_the_masthead_are_marked_up_in_the_preface():
    preface = "/a:akomaNtoso/a:statement/a:preface"
    assert texts(f"{preface}//a:docNumber") == ["A/C.2/90/L.7"]
    assert texts(f"{preface}//a:docAuthority") == ["General Assembly"]
    assert texts(f"{preface}//a:session") == ["Ninetieth session"]
    assert found(XML, f"{preface}//a:docDate/@date") == ["2035-11-03"]
    assert texts(f"{preface}//a:docTitle") == ["Night ferries between small islands"]
    assert found(XML, f"{preface}//a:inline/@name") == ["agendaItem", "distribution", "language"]


def test_the_preamble_has_a_formula_and_a_container_for_each_paragraph():
    preamble = "/a:akomaNtoso/a:statement/a:preamble"
    assert found(XML, f"{preamble}/a:formula/@name") == ["enactingFormula"]
    assert texts(f"{preamble}/a:formula/a:p") == ["The General Assembly,"]
    assert found(XML, f"{preamble}/a:container/@name") == ["recalling", "recallingAlso"]
    assert texts(f"{preamble}/a:container[2]/a:blockList/a:item/a:num") == ["(a)", "(b)"]


def test_sections_paragraphs_and_points_have_identifiers_that_say_where_they_are():
    assert found(XML, "/a:akomaNtoso/a:statement/a:mainBody/a:section/@eId") == ["sec_I", "sec_II"]
    assert texts("//a:section[@eId='sec_I']/a:num") == ["I"]
    assert texts("//a:section[@eId='sec_I']/a:heading") == ["Timetables"]
    ids = found(XML, "//a:point/@eId")
    assert ids[:4] == [
        "sec_I__para_1__list_1__point_a",
        "sec_I__para_1__list_1__point_a__list_1__point_i",
        "sec_I__para_1__list_1__point_a__list_1__point_ii",
        "sec_I__para_1__list_1__point_b",
    ]
    assert texts("//a:paragraph[@eId='sec_I__para_1']/a:num") == ["1."]
    assert texts("//a:paragraph[@eId='sec_I__para_1']/a:list/a:intro/a:p") == [
        "Invites Member States to print timetables:"
    ]


def test_plain_paragraphs_are_numbered_as_the_guidelines_have_it():
    xml = akn.write(document("# T\n\n*The General Assembly*,\n\n1. *Decides* one;\n\n2. *Decides* two.\n"), LEXICON)
    assert found(xml, "//a:paragraph/@eId") == ["para_1", "para_2"]


def test_a_single_paragraph_needs_no_number():
    xml = akn.write(document("# T\n\n*The General Assembly*,\n\n*Decides* to close the item.\n"), LEXICON)
    assert found(xml, "//a:paragraph/a:num") == []
    assert texts("//a:paragraph/a:content/a:p", xml) == ["Decides to close the item."]


def test_a_preamble_inside_the_operative_part_is_a_cross_heading():
    assert found(XML, "//a:crossHeading/@refersTo") == ["#preamble"]
    assert texts("//a:crossHeading") == ["Noting the darkness of the sea,"]
    assert found(XML, "//a:crossHeading/@eId") == ["sec_II__crossHeading_1"]
    assert found(XML, "//a:TLCConcept[@eId='preamble']")


def test_notes_stand_where_they_are_first_referred_to_and_are_referred_to_again():
    notes = found(XML, "//a:authorialNote")
    assert [(note.get("eId"), note.get("marker"), note.get("placement")) for note in notes] == [
        ("container_recalling__authorialNote_1", "1", "bottom"),
        ("annex_1__para_2__authorialNote_2", "2", "bottom"),
    ]
    assert found(XML, "//a:noteRef/@href") == ["#container_recalling__authorialNote_1"]
    assert texts("//a:authorialNote[@marker='2']//a:i") == ["Signals"]


def test_references_carry_addresses_that_the_metadata_list():
    hrefs = found(XML, "//a:ref/@href")
    assert "/akn/un/statement/deliberation/unga/2015-09-25/70-1" in hrefs
    listed = found(XML, "//a:activeRef/@href")
    assert set(hrefs) <= set(listed)
    assert len(listed) == len(set(listed))


def test_closing_lines_are_conclusions_and_annexes_attachments():
    assert texts("/a:akomaNtoso/a:statement/a:conclusions//a:p") == ["12th plenary meeting", "3 December 2035"]
    assert found(XML, "//a:conclusions//a:docDate/@date") == ["2035-12-03"]
    attachment = "/a:akomaNtoso/a:statement/a:attachments/a:attachment"
    assert found(XML, f"{attachment}/@eId") == ["annex_1"]
    assert texts(f"{attachment}/a:doc/a:preface//a:docType") == ["Annex"]
    assert texts(f"{attachment}/a:doc/a:preface//a:docTitle") == ["Signals of the ferries"]
    assert found(XML, f"{attachment}//a:paragraph/@eId") == ["annex_1__para_1", "annex_1__para_2"]
    assert found(XML, f"{attachment}//a:FRBRWork/a:FRBRthis/@value")[0].endswith("/!annex_1")


def test_italics_bold_and_superscripts_are_inline():
    assert texts("//a:p/a:sup") == ["rd"]
    assert texts("//a:p/a:b") == ["white"]
    assert texts("//a:formula//a:i") == ["The General Assembly"]


def test_several_acts_are_a_collection_of_components():
    source = """\
# Questions of ferries

## A

### Small ferries

*The General Assembly*,

1. *Decides* one;

2. *Decides* two.

## B

### Large ferries

*The General Assembly*,

1. *Decides* three;

2. *Decides* four.
"""
    xml = akn.write(document(source), LEXICON)
    assert found(xml, "/a:akomaNtoso/a:documentCollection/a:collectionBody/a:component/a:documentRef/@href") == [
        "#comp_1",
        "#comp_2",
    ]
    statements = "/a:akomaNtoso/a:documentCollection/a:components/a:component/a:statement"
    assert len(found(xml, statements)) == 2
    assert found(xml, f"{statements}//a:paragraph/@eId") == [
        "comp_1__para_1",
        "comp_1__para_2",
        "comp_2__para_1",
        "comp_2__para_2",
    ]
    assert texts(f"{statements}//a:docTitle", xml) == ["Small ferries", "Large ferries"]


def test_a_text_without_an_act_is_a_doc():
    xml = akn.write(
        document("# Report of the Secretary-General\n\nSome words.\n\n## A heading\n\n1. More words.\n"), LEXICON
    )
    assert found(xml, "/a:akomaNtoso/a:doc/@name")
    assert texts("//a:heading", xml)[-1:] == ["A heading"]


def test_identifiers_are_unique_however_often_a_number_occurs():
    source = "# T\n\n*The General Assembly*,\n\n" + "1. *Decides* it;\n\n" * 5 + "2. *Decides* more.\n"
    ids = found(akn.write(document(source), LEXICON), "//@eId")
    assert len(ids) == len(set(ids))


def test_the_same_draft_gives_the_same_bytes():
    assert akn.write(document(FERRIES), LEXICON) == XML


def test_what_xml_cannot_hold_is_replaced():
    xml = akn.write(document("# T\n\n*The General Assembly*,\n\n1. *Decides* a\x0bb\udc80c.\n"), LEXICON)
    tree(xml)
    assert "a\ufffdb\ufffdc" in xml


@each("source", ["", "\n", "x", "# Only a title", "*The General Assembly*,"])
def test_next_to_nothing_is_still_a_file(source):
    assert tree(akn.write(document(source), LEXICON)).tag.endswith("akomaNtoso")


def test_a_permission_stands_at_its_paragraph():
    source = "# T\n\n*The General Assembly*,\n\n<!-- resolint: allow OPR006, agreed in the room -->\n1. *Decides* it\n"
    assert found(akn.write(document(source), LEXICON), "//@rl:allow") == ["OPR006; agreed in the room"]


@each("address", ["javascript:alert(1)", "JaVa%0Ascript:x", "data:text/html,x", "vbscript:x"])
def test_a_link_that_runs_something_is_dropped_and_its_words_stay(address):
    text = f"The General Assembly,\n\n1. *Invites* States to read [the list]({address}) and [more](https://example.org/).\n"
    written = akn.write(document(text), LEXICON)
    assert "the list" in written and "https://example.org/" in written
    assert "script:" not in written and "data:text" not in written and "%3Ax" not in written
