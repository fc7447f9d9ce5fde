"""Model United Nations beside the practice of the United Nations: one draft, two verdicts."""

import json

import pytest

from tests.support.rows import each

pytestmark = pytest.mark.slow

DRAFT = """\
# Ferries of inland lakes

*The General Assembly*,

*Recalling* resolution 70/1 of the General Assembly;

1. *Invites* member states to share ferries:

a) in villages;

b) in towns;

2. *Also requests* timetables.
"""


@pytest.fixture
def draft(tmp_path):
    (tmp_path / "ferries.md").write_text(DRAFT, encoding="utf-8")
    return "ferries.md"


def listed(run, *args):
    out = run("lint", "ferries.md", "--no-config", "-f", "json", *args)
    return json.loads(out.stdout)["documents"][0]


def test_each_finding_says_which_family_it_contradicts(run, draft):
    document = listed(run, "--profile", "mun", "--against", "ga")
    verdicts = {finding["rule"]: finding["verdicts"] for finding in document["findings"]}
    assert verdicts["PRE002"] == {"mun": "error", "ga": "error"}
    assert verdicts["STR012"] == {"mun": None, "ga": "warning"}
    assert document["profile"] == "mun" and document["profile_reason"].endswith("side by side with ga")


def test_both_runs_are_there_and_in_order(run, draft):
    both = listed(run, "--profile", "mun", "--against", "ga")["findings"]
    for name in ("mun", "ga"):
        alone = [(one["rule"], one["span"]["block"]) for one in listed(run, "--profile", name)["findings"]]
        assert [(one["rule"], one["span"]["block"]) for one in both if one["verdicts"][name]] == alone
    blocks = [int(one["span"]["block"].partition("/")[2]) for one in both]
    assert blocks == sorted(blocks)


def test_text(run, draft):
    out = run("lint", "ferries.md", "--no-config", "--profile", "mun", "--against", "ga").stdout
    assert "Contradicts mun and ga (mun: error, ga: error)." in out
    assert "Contradicts ga (mun: allowed, ga: warning)." in out


def test_without_it_nothing_is_said_of_verdicts(run, draft):
    assert all("verdicts" not in finding for finding in listed(run, "--profile", "mun")["findings"])
    assert "Contradicts" not in run("lint", "ferries.md", "--no-config").stdout


def test_a_profile_that_is_not_there(run, draft):
    out = run("lint", "ferries.md", "--against", "gaa")
    assert out.exit_code == 2 and "--against: there is no profile gaa" in out.stderr


LATER = DRAFT.replace("timetables.", "timetables; 3. *Invites* them.").replace(
    "share ferries:", "share ferries and  ferries:"
)


def test_findings_of_both_stand_in_the_order_of_the_draft_within_a_paragraph_too(run, tmp_path):
    (tmp_path / "ferries.md").write_text(LATER, encoding="utf-8")
    found = listed(run, "--profile", "ga", "--against", "mun")["findings"]
    places = [(int(one["span"]["block"].partition("/")[2]), one["span"]["start"]) for one in found]
    assert places == sorted(places) and len(found) > 6
    assert {verdict is None for one in found for verdict in one["verdicts"].values()} == {True, False}


@each("form", ["concise", "github", "gitlab", "summary"])
def test_formats_of_one_line_say_which_family_it_contradicts(form, run, draft):
    asked = ("lint", "ferries.md", "--no-config", "-f", form, "--profile", "mun")
    out = run(*asked, "--against", "ga").stdout
    assert out.count("mun: error, ga: error") >= 1 and out.count("mun: allowed, ga: warning") >= 1
    assert "ga: " not in run(*asked).stdout
