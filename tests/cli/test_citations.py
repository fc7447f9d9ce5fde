import csv
import io
import json

import pytest

DRAFT = """\
+++
symbol = "A/C.2/81/L.9"
+++

# Tide gauges of small harbours

*The General Assembly*,

*Recalling* its resolution 70/1 of 26 September 2015, GA resolution 71/313[^1] and its resolutions 74/2 and 73/4,

1. *Invites* harbours to read their gauges in accordance with paragraph 5 of resolution 70/1;

2. *Decides* to consider the matter at its eighty-third session.

[^1]: Resolution 70/1 of 25 September 2015.

[^2]: United Nations, *Treaty Series*, vol. 999, No. 14668.

[^3]: Ibid., vol. 998, No. 14531.
"""


@pytest.fixture
def draft(tmp_path):
    (tmp_path / "tides.md").write_text(DRAFT, encoding="utf-8")
    return "tides.md"


@pytest.fixture
def listed(run, draft):
    data = json.loads(run("citations", draft, "--format", "json").stdout)
    return data["documents"][0]["citations"]


def test_every_reference_has_place_form_and_verdict(listed):
    by_text = {one["text"]: one for one in listed}
    assert by_text["its resolution 70/1 of 26 September 2015"]["verdict"] == "wrong date"
    assert by_text["its resolution 70/1 of 26 September 2015"]["reasons"] == ["it was adopted on 25 September 2015"]
    assert by_text["GA resolution 71/313"]["verdict"] == "malformed"
    assert by_text["GA resolution 71/313"]["form"] == "General Assembly resolution 71/313"
    assert (
        by_text["its eighty-third session"] | {"where": "operative 2", "verdict": "plausible"}
        == (by_text["its eighty-third session"])
    )
    assert by_text["Resolution 70/1 of 25 September 2015"]["verdict"] == "confirmed"
    assert by_text["Resolution 70/1 of 25 September 2015"]["where"] == "footnote 1"


def test_treaties_are_held_against_the_record(listed):
    treaties = {one["number"]: one for one in listed if one["kind"] == "treaty series"}
    assert treaties["14668"]["verdict"] == "confirmed"
    assert treaties["14531"]["verdict"] == "doubtful"
    assert "vol. 993" in treaties["14531"]["reasons"][0]


def test_lists_are_in_order(listed):
    assert [one["verdict"] for one in listed if one["number"] in ("74/2", "73/4")] == ["confirmed", "doubtful"]


def test_text_and_filters(run, draft):
    out = run("citations", draft, "--verdict", "wrong date", COLUMNS="80").stdout
    assert out.splitlines() == [
        "tides.md",
        "! preambular 1  its resolution 70/1 of 26 September 2015 (resolution): wrong",
        "                date",
        "                - it was adopted on 25 September 2015",
        "  1 reference: 1 wrong date",
    ]
    dated = json.loads(run("citations", draft, "--kind", "session", "-f", "json").stdout)["documents"][0]
    assert [one["text"] for one in dated["citations"]] == ["its eighty-third session"]


def test_csv_is_safe_for_spreadsheets(run, tmp_path):
    (tmp_path / "one.md").write_text(DRAFT.replace("Invites", "Invites =cmd| A/80/214"), encoding="utf-8")
    rows = list(csv.DictReader(io.StringIO(run("citations", "one.md", "-f", "csv", "-o", "-").stdout or "")))
    if not rows:
        assert run("citations", "one.md", "-f", "csv", "-o", "out.csv").exit_code == 0
        rows = list(csv.DictReader((tmp_path / "out.csv").open(encoding="utf-8", newline="")))
    assert {row["kind"] for row in rows} >= {"resolution", "session", "document"}
    assert not any(cell.startswith(("=", "+", "@")) for row in rows for cell in row.values())


def test_standard_input_folders_and_faults(run, draft):
    assert "hall.md" in run("citations", "-", "--stdin-name", "hall.md", input=DRAFT.encode()).stdout
    assert run("citations", ".", "-f", "json").exit_code == 0
    missing = run("citations", "none.md")
    assert missing.exit_code == 2 and "none.md" in missing.stderr
    kept = run("citations", draft, "-o", draft)
    assert kept.exit_code == 2 and "not written over" in kept.stderr


def test_no_references_no_crash(run, tmp_path):
    (tmp_path / "empty.md").write_text("Nothing at all.\n", encoding="utf-8")
    assert run("citations", "empty.md").stdout == "empty.md\n  0 references\n"


def test_days_that_do_not_exist_are_wrong_dates(run, tmp_path):
    draft = DRAFT.replace("of 26 September 2015", "of 25 September 2015 and the meeting held on 29 February 2027")
    (tmp_path / "leap.md").write_text(draft, encoding="utf-8")
    listed = json.loads(run("citations", "leap.md", "--format", "json").stdout)["documents"][0]["citations"]
    (day,) = (one for one in listed if one["text"] == "29 February 2027")
    assert (day["verdict"], day["reasons"]) == ("wrong date", ["2027 is no leap year"])


CONTRADICTED = """\
+++
symbol = "A/C.2/81/L.9"
date = "9 November 2026"
+++

# Night schools in small towns

*The General Assembly*,

*Recalling* its resolution 99/400,

1. *Invites* towns to open the night schools mentioned in paragraph 17 above and paragraph 9 of the present resolution;

2. *Requests* the Secretary-General to report to it at its eightieth session, as asked for in paragraph 1 above and in its resolution 80/905;

3. *Decides* to include in the provisional agenda of its eighty-third session the item entitled “Night schools”.
"""


def test_what_lint_objects_to_is_doubtful_here_too(run, tmp_path):
    (tmp_path / "night.md").write_text(CONTRADICTED, encoding="utf-8")
    listed = json.loads(run("citations", "night.md", "--format", "json").stdout)["documents"][0]["citations"]
    judged = {one["text"]: one["verdict"] for one in listed}
    doubted = {"its resolution 99/400", "paragraph 17 above", "paragraph 9 of the present resolution"}
    assert {text for text, verdict in judged.items() if verdict == "doubtful"} == doubted | {"its eightieth session"}
    sound = ("paragraph 1 above", "its resolution 80/905", "its eighty-third session", "the present resolution")
    assert {judged[text] for text in sound} == {"plausible"}
    said = next(one["reasons"] for one in listed if one["text"] == "its eightieth session")
    assert said == ["This session is over or under way: “its eightieth session”; the draft is of session 81"]


def test_a_convention_and_its_protocols_share_a_number(run, tmp_path):
    """One note names all of their volumes; a volume that is of none of them is told."""
    text = "# Bells\n\n*The General Assembly*,\n\n*Recalling* the Convention and the Protocols thereto,[^1]\n\n1. *Decides* to act.\n\n"
    note = "[^1]: United Nations, *Treaty Series*, vols. {}, No. 39574.\n"
    listed = {}
    for volumes in ("2225, 2237, 2241 and 2326", "2237 and 2241", "2225 and 2299"):
        (tmp_path / "draft.md").write_text(text + note.format(volumes), encoding="utf-8")
        found = json.loads(run("citations", "draft.md", "--format", "json").stdout)
        listed[volumes] = found["documents"][0]["citations"][0]
    assert [one["verdict"] for one in listed.values()] == ["confirmed", "confirmed", "doubtful"]
    assert "vol. 2299, where vol. 2225" in listed["2225 and 2299"]["reasons"][0]
