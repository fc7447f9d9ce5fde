import json

import pytest

DRAFT = """\
# Tide gauges of small harbours

*The General Assembly*,

*Recalling* its resolution 70/301 of 9 September 2016, and the work of the International Harbour Network (IHN),

*Noting* the report of the International Harbor Network, resolution 70/301 and the Charter and the Atlas of Tides,

1. *Invites* the IHN to read 1,500 gauges by 5 May 2027, and 1500 gauges by 6 May 2027;

2. *Decides* to return to the 2 per cent that remain on 5 May 2027.
"""


@pytest.fixture
def draft(tmp_path):
    (tmp_path / "tides.md").write_text(DRAFT, encoding="utf-8")
    return "tides.md"


def things(run, *arguments):
    data = json.loads(run("consistency", *arguments, "--format", "json").stdout)
    return {(one["kind"], one["text"]): one for document in data["documents"] for one in document["things"]}


def test_each_thing_is_listed_once_with_its_forms_and_places(run, draft):
    found = things(run, draft)
    assert [form["text"] for form in found["name", "International Harbour Network"]["forms"]] == [
        "International Harbour Network",
        "International Harbor Network",
    ]
    assert found["abbreviation", "IHN (International Harbour Network)"]["count"] == 2
    assert [form["text"] for form in found["number", "1,500 gauges"]["forms"]] == ["1,500 gauges", "1500 gauges"]
    days = found["date", "5 May 2027"]["forms"][0]["places"]
    assert [place["where"] for place in days] == ["operative 1", "operative 2"]
    assert ("number", "2 per cent") in found
    assert ("name", "Atlas of Tides") in found
    cited = found["citation", "its resolution 70/301 of 9 September 2016"]["forms"]
    assert [form["text"] for form in cited] == ["its resolution 70/301 of 9 September 2016", "resolution 70/301"]


def test_only_what_is_asked_for(run, draft):
    assert {kind for kind, _ in things(run, draft, "--kind", "date", "--kind", "number")} == {"date", "number"}
    assert all(len(one["forms"]) > 1 for one in things(run, draft, "--several").values())


def test_the_text_marks_what_is_written_in_several_forms(run, draft):
    out = run("consistency", draft, COLUMNS="80").stdout
    assert "  ! 1,500 gauges, in 2 forms:\n      - 1,500 gauges: operative 1\n" in out
    assert "    5 May 2027: operative 1, operative 2\n" in out
    assert out.endswith("3 of them in several forms\n")


def test_standard_input_a_file_and_a_draft_that_is_missing(run, draft):
    assert "harbours.md" in run("consistency", "-", "--stdin-name", "harbours.md", input=DRAFT.encode()).stdout
    assert run("consistency", draft, "-o", "out.txt").exit_code == 0
    missing = run("consistency", "none.md")
    assert missing.exit_code == 2
    assert "Traceback" not in missing.output


def test_numbers_and_letters_of_parts_are_no_names(run, tmp_path):
    (tmp_path / "parts.md").write_text(
        "# Tides\n\n*The General Assembly*,\n\n*Noting* Part III, decision X/2 and Decision X/2 of the Tide Board,\n\n"
        "*Recalling* chapter III,\n\n*Decides* to act. See A/79/12.\n",
        encoding="utf-8",
    )
    found = things(run, "parts.md")
    assert not {text for kind, text in found if kind == "name"} & {"Part III", "Decision X", "See A"}
    assert ("name", "Tide Board") in found and ("abbreviation", "III") not in found
    assert all(len(one["forms"]) == 1 for one in found.values())


NAMES = """\
# Tide gauges of small harbours

*The General Assembly*,

*Recalling* Security Council resolution 1990 (2011), part XXVIII of resolution 70/1 (XXVIII) and its 2031 Agenda for Tides,

*Recalling also* Security Council resolutions 1990 (2011) and 2653 (2022), and the Charter of Persons with Gauges in Saint Tide’s, Norway,

*Mindful* of paragraph 5 above, of 500,000 United States dollars, the Ad hoc Committee on Tides, the Ad Hoc Committee on Tides and resolution 2653 (2022) of the Security Council,

1. *Invites* the Ad Hoc Committee on Tides to read 12 gauges of the Tide Committee’s office.
"""


def test_names_are_whole_and_their_capitals_are_forms(run, tmp_path):
    (tmp_path / "names.md").write_text(NAMES, encoding="utf-8")
    found = things(run, "names.md")
    names = {text for kind, text in found if kind == "name"}
    assert {"2031 Agenda for Tides", "Charter of Persons with Gauges in Saint Tide’s", "Tide Committee"} <= names
    assert not any("United States" in name for name in names)
    forms = [form["text"] for form in found["name", "Ad Hoc Committee on Tides"]["forms"]]
    assert forms == ["Ad Hoc Committee on Tides", "Ad hoc Committee on Tides"]
    assert [text for kind, text in found if kind == "number"] == ["12 gauges"]
    assert not [text for kind, text in found if kind == "abbreviation"]


def test_a_citation_is_one_form_whatever_stands_before_its_number(run, tmp_path):
    (tmp_path / "names.md").write_text(NAMES, encoding="utf-8")
    found = things(run, "names.md", "--kind", "citation")
    assert len(found["citation", "Security Council resolution 1990 (2011)"]["forms"]) == 1
    assert all(not text.startswith(("security", "general")) for _, text in found)


def test_a_year_is_no_number_and_what_an_organ_deals_with_no_part_of_its_name(run, tmp_path):
    (tmp_path / "goals.md").write_text(
        "# Tides\n\n*The General Assembly*,\n\n*Recalling* the report of the Secretary-General of 4 October 2011 endorsing the "
        "framework, the meeting of the General Assembly on the Millennium Development Goals, and that in 2013 men met and 2011 "
        "saw storms, while 2000 people and 2050 gauges were counted,\n\n1. *Welcomes* the Convention on the Rights of the Child.\n",
        encoding="utf-8",
    )
    found = things(run, "goals.md")
    assert {text for kind, text in found if kind == "number"} == {"2000 people", "2050 gauges"}
    assert {text for kind, text in found if kind == "name"} == {
        "General Assembly",
        "Millennium Development Goals",
        "Convention on the Rights of the Child",
    }


@pytest.mark.parametrize(
    ("words", "names"),
    [
        (
            "the International Covenant on Economic, Cultural and Social Rights",
            ["International Covenant on Economic, Cultural and Social Rights"],
        ),
        (
            "the Permanent Missions of Peru, Chile and Costa Rica",
            ["Permanent Missions of Peru", "Chile and Costa Rica"],
        ),
    ],
)
def test_a_name_on_several_things_is_one(run, tmp_path, words, names):
    (tmp_path / "names.md").write_text(f"# Tides\n\n*The General Assembly*,\n\n*Recalling* {words},\n\n1. *Acts*.\n")
    found = json.loads(run("consistency", "names.md", "--kind", "name", "-f", "json").stdout)
    told = [thing["text"] for thing in found["documents"][0]["things"]]
    assert [name for name in told if name != "General Assembly"] == names
