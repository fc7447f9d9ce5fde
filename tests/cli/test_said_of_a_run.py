"""What a run says beside its findings: statistics on the page, the name of the draft, what is new, what to do next."""

import json

from tests.cli.drafts import FAULTY


def test_the_page_has_the_rules_of_all_drafts_in_one_table(run, tmp_path) -> None:
    for name in ("a.md", "b.md"):
        (tmp_path / name).write_text(FAULTY, encoding="utf-8")
    asked = ("lint", "a.md", "b.md", "--no-config", "-f", "html", "-o", "-")
    assert "Findings by rule" not in run(*asked).stdout
    page = run(*asked, "--statistics").stdout
    table = page[page.index("Findings by rule") :].partition("</table>")[0]
    assert '<a href="#rule-PRE002">PRE002</a>' in table and "<td>2</td>" in table


def test_a_draft_on_standard_input_has_its_name_in_the_last_line_too(run) -> None:
    done = run("lint", "--stdin-name", "drafts/x.md", "--no-config", "-f", "concise", "-", input=FAULTY)
    assert done.stdout.startswith("drafts/x.md:") and " at drafts/x.md:" in done.stderr


def test_beside_what_a_baseline_knows_the_rest_is_new(run, tmp_path) -> None:
    (tmp_path / "a.md").write_text(FAULTY.replace("share seeds", "recieve seeds"), encoding="utf-8")
    run("lint", "a.md", "--no-config", "--select", "PRE002", "--write-baseline", "known.json")
    asked = ("lint", "a.md", "--no-config", "-f", "sarif", "--show-suppressed")
    results = json.loads(run(*asked, "--baseline", "known.json").stdout)["runs"][0]["results"]
    states = {(one["ruleId"] == "PRE002", one["baselineState"]) for one in results}
    assert states == {(True, "unchanged"), (False, "new")}
    assert "baselineState" not in run(*asked).stdout


def test_an_empty_name_is_told_as_one(run) -> None:
    for command in (("lint",), ("fix", "--in-place"), ("ready",)):
        done = run(*command, "")
        assert done.exit_code == 2 and 'resolint: "": a file was named without a name' in done.stderr
