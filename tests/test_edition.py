"""The conventions of a time: they follow the draft, unless someone asks for another edition."""

import pytest

from resolint.errors import BadConfiguration
from tests.support import verbs
from tests.support.rows import each

DRAFT = """\
+++
symbol = "{symbol}"
+++

# Ferries of inland lakes

*The General Assembly*,

*Recalling* its resolution 60/1 of 16 September 2005,[^1]

1. *Invites* Swaziland and the indigenous peoples of the lake shores to share their ferries;

2. *Encourages also* the exchange of timetables, as asked for in its resolution 60/1;

3. *Requests* the Secretary-General to report to it at its next session on ferries.

[^1]: Resolution 60/1, and United Nations publication, 2007.
"""
OF_TODAY = ("CAP012", "GEN004", "OPR002")
OF_OLD = ("FTN023",)


def rules_on(source: str, edition: str | None = None) -> set[str]:
    report = verbs.lint(source.encode(), name="ferries.md", no_config=True, edition=edition, profile="ga")
    assert not report.failures
    return {finding.rule for finding in report.findings}


def test_the_edition_follows_the_draft():
    old, new = rules_on(DRAFT.format(symbol="A/C.2/63/L.4")), rules_on(DRAFT.format(symbol="A/C.2/79/L.4"))
    assert not old & set(OF_TODAY) and old >= set(OF_OLD)
    assert new >= set(OF_TODAY) and not new & set(OF_OLD)


@pytest.mark.parametrize("edition", ["2008", "2008-05-01"])
def test_an_old_edition_on_a_new_draft(edition):
    found = rules_on(DRAFT.format(symbol="A/C.2/79/L.4"), edition)
    assert not found & set(OF_TODAY) and found >= set(OF_OLD)


def test_the_current_edition_on_an_old_draft():
    found = rules_on(DRAFT.format(symbol="A/C.2/63/L.4"), "current")
    assert found >= set(OF_TODAY) and not found & set(OF_OLD)


@pytest.mark.parametrize(("year", "expected"), [("2016", {"GEN004"}), ("2012", set()), ("2019", {"GEN004"})])
def test_names_of_states_by_date(year, expected):
    draft = DRAFT.format(symbol="A/C.2/79/L.4").replace("Swaziland", "Swaziland, the Czech Republic")
    if year == "2016":
        draft = draft.replace("Czech Republic", "Cape Verde")
    assert rules_on(draft, year) & {"GEN004"} == expected


def test_sponsors_bear_the_names_of_their_time():
    draft = DRAFT.format(symbol='A/C.2/79/L.4"\nsponsors = "Kenya, Swaziland and Togo: draft resolution')
    assert "SPN010" in rules_on(draft)
    assert "SPN010" not in rules_on(draft, "2010")


def test_notes_once_or_again():
    draft = DRAFT.format(symbol="A/C.2/79/L.4").replace("resolution 60/1;", "resolution 60/1;[^1]")
    assert "FTN005" in rules_on(draft) and "FTN005" not in rules_on(draft, "2010")


def test_the_report_says_whose_conventions_hold():
    report = verbs.lint(DRAFT.format(symbol="A/C.2/79/L.4").encode(), name="f.md", no_config=True, edition="2010")
    assert report.profile_reason.endswith("conventions of 2010 by --edition")


@each("wrong", ["old", "1812", "2010-13-01", "20100", ""])
def test_what_is_no_edition(wrong):
    with pytest.raises(BadConfiguration, match=r"--edition: .*no edition: write a year"):
        rules_on(DRAFT.format(symbol="A/C.2/79/L.4"), wrong)


@pytest.mark.parametrize("line", ["edition = 2008", 'edition = "2008"', "edition = 2008-05-01"])
def test_the_configuration_names_an_edition(tmp_path, line):
    (tmp_path / "resolint.toml").write_text(line + "\n", encoding="utf-8")
    (tmp_path / "ferries.md").write_text(DRAFT.format(symbol="A/C.2/79/L.4"), encoding="utf-8")
    report = verbs.lint(tmp_path / "ferries.md")
    assert not {finding.rule for finding in report.findings} & set(OF_TODAY)
    again = verbs.lint(tmp_path / "ferries.md", edition="current")
    assert {finding.rule for finding in again.findings} >= set(OF_TODAY)


def test_a_wrong_edition_in_the_configuration(tmp_path):
    (tmp_path / "resolint.toml").write_text('edition = "long ago"\n', encoding="utf-8")
    (tmp_path / "ferries.md").write_text(DRAFT.format(symbol="A/C.2/79/L.4"), encoding="utf-8")
    with pytest.raises(BadConfiguration, match=r"resolint.toml, line 1, key edition: .*no edition"):
        verbs.lint(tmp_path / "ferries.md")
