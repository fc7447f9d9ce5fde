import json
import re
import xml.etree.ElementTree as ElementTree

import jsonschema
import pytest

from resolint.findings import Edit, Fix, Position
from resolint.model import Span
from resolint.report import FORMATS, render
from resolint.report.findings.sarif import uri
from resolint.version import __version__
from tests.report.samples import CARD, finding, full_report, report, second, text_report
from tests.support.rows import each


@each("format", FORMATS)
def test_same_input_same_bytes_and_a_line_feed_at_the_end(format):
    once = render([full_report(), text_report()], format, cards=[CARD])
    assert once == render([full_report(), text_report()], format, cards=[CARD])
    assert once.endswith("\n")


@each("format", FORMATS)
def test_suppressed_findings_are_reported_as_such(format):
    reason = "quotes the title of a report"
    once = render([report(second(suppressed=reason))], format, show_suppressed=True)
    assert reason in once
    assert once != render([report(second())], format, show_suppressed=True)


@each("format", ["concise", "sarif", "github", "gitlab", "junit", "summary"])
def test_programs_are_not_told_of_what_does_not_count(format):
    quiet = render([report(second(suppressed="a title"), finding(baseline=True))], format)
    assert quiet == render([report()], format)


@each("format", FORMATS)
def test_nothing_to_report(format):
    text = render([], format)
    assert isinstance(text, str)


def test_an_unknown_format_is_a_programming_error():
    with pytest.raises(ValueError, match="choose one of text"):
        render([], "docx")


def test_concise_is_one_line_per_finding():
    out = render([full_report(), text_report()], "concise", show_suppressed=True).splitlines()
    path = "drafts/seed libraries.docx"
    assert out == [
        f"{path}:preambular 1: warning PRE002 A preambular paragraph ends with a comma.",
        f"{path}:operative 2: error ABB001 “UN” is written in full in a resolution.",
        f"{path}:operative 1: error ABB001 “UN” is written in full in a resolution. "
        "(allowed in the draft: quotes the title of a report)",
        f"{path}:preambular 1: info PRE002 A preambular paragraph ends with a comma. (known, in the baseline)",
        f"{path}: NUM001 failed: ValueError: <odd> & 100%",
        f"{path}: baseline entry no longer occurs: PRE002 at preambular 9",
        "drafts/seeds.md:9:16: error ABB001 “UN” is written in full in a resolution.",
        "drafts/seeds.md:5:74: warning PRE002 A preambular paragraph ends with a comma.",
    ]


def test_concise_keeps_to_one_line_whatever_the_message_holds():
    out = render([report(finding(message="one\ntwo\x1b[0m"))], "concise")
    assert out.count("\n") == 1 and "\x1b" not in out


def test_json_has_the_promised_shape():
    data = json.loads(render([full_report()], "json"))
    assert data["schema"] == 1
    assert data["tool"] == {"name": "resolint", "version": __version__}
    assert data["summary"] == {
        "documents": 1, "errors": 1, "warnings": 1, "infos": 0, "suppressed": 1, "baseline": 1,
    }  # fmt: skip
    [document] = data["documents"]
    assert {"path", "sha256", "kind", "profile", "view", "counts", "findings", "skipped", "failures"} <= set(document)
    assert set(document["counts"]) == {"acts", "preambular", "operative", "subparagraphs", "footnotes", "words"}
    first, other, allowed, known = document["findings"]
    assert first["rule"] == "PRE002" and first["name"] == "preambular-comma-missing"
    assert first["span"] == {"block": "document/3", "start": 73, "end": 73}
    assert first["fix"] == {
        "title": "add a comma",
        "applicability": "safe",
        "edits": [{"block": "document/3", "start": 73, "end": 73, "expected": "", "replacement": ","}],
    }
    assert first["suppressed"] is None and allowed["suppressed"] == {"reason": "quotes the title of a report"}
    assert known["baseline"] is True
    assert (first["where"], first["part"], first["severity"], first["confidence"]) == (
        "preambular 1", "preamble", "warning", "high",
    )  # fmt: skip
    assert other["excerpt"] == "Invites the UN to share" and other["fingerprint"] == "f2"
    assert document["skipped"] == [{"rule": "FTN001", "reason": "the source carries no footnotes"}]
    assert document["failures"] == [{"rule": "NUM001", "error": "ValueError: <odd> & 100%"}]
    assert document["stale_baseline"] == ["PRE002 at preambular 9"]


def test_json_gives_lines_columns_and_italics_where_there_are_any():
    span = Span("document/7", 3, 10)
    italics = Fix("set in italics", (Edit(span, "Invites", "Invites", italic=True),), "safe")
    [document] = json.loads(render([report(second(fix=italics, position=Position(9, 4, 9, 11)))], "json"))["documents"]
    assert document["findings"][0]["fix"]["edits"][0]["italic"] is True
    assert document["findings"][0]["position"] == {"line": 9, "column": 4, "end_line": 9, "end_column": 11}


def test_json_names_files_that_could_not_be_read():
    data = json.loads(render([], "json", unreadable=[("a.docx", "it is damaged")]))
    assert data["unreadable"] == [{"path": "a.docx", "error": "it is damaged"}]


def test_json_counts_rules_on_request():
    data = json.loads(render([full_report()], "json", statistics=True))
    assert data["statistics"][0] == {"rule": "ABB001", "name": "united-nations-abbreviated", "count": 1}


@pytest.fixture(scope="module")
def schema(real):
    return json.loads((real / "fixtures/schemas/sarif-schema-2.1.0.json").read_text(encoding="utf-8"))


@each("reports", [[], [full_report()], [text_report()], [full_report(), text_report()], [report(finding(where=""))]])
def test_sarif_fits_its_schema_real(schema, reports):
    data = json.loads(render(reports, "sarif", cards=[CARD], unreadable=[("x y.docx", "it is damaged")]))
    jsonschema.Draft7Validator(schema).validate(data)


def test_sarif_tells_rules_places_fingerprints_and_suppressions():
    [run] = json.loads(render([full_report()], "sarif", cards=[CARD], show_suppressed=True))["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["ABB001", "FTN001", "NUM001", "PRE002"]
    card = rules[3]
    assert card["name"] == "preambular-comma-missing"
    assert card["fullDescription"]["text"] == "A preambular paragraph without its comma."
    assert "## Why it matters" in card["help"]["markdown"]
    first, _, allowed, known = run["results"]
    assert rules[first["ruleIndex"]]["id"] == first["ruleId"] == "PRE002"
    [location] = first["locations"]
    assert location["physicalLocation"]["artifactLocation"]["uri"] == "drafts/seed%20libraries.docx"
    assert location["physicalLocation"]["artifactLocation"]["uriBaseId"] == "%SRCROOT%"
    assert location["physicalLocation"]["region"]["startLine"] == 1
    assert location["logicalLocations"][0]["name"] == "preambular 1"
    assert location["logicalLocations"][0]["fullyQualifiedName"] == "document/3[73:73]"
    assert first["partialFingerprints"] == {"resolint/v1": "f1", "primaryLocationLineHash": "f1:1"}
    assert known["partialFingerprints"]["primaryLocationLineHash"] != "f1:1"
    assert first["suppressions"] == [] and "fixes" not in first
    assert allowed["suppressions"] == [
        {"kind": "inSource", "status": "accepted", "justification": "quotes the title of a report"}
    ]
    assert known["baselineState"] == "unchanged" and known["suppressions"][0]["kind"] == "external"
    [invocation] = run["invocations"]
    assert invocation["executionSuccessful"] is False
    assert invocation["toolExecutionNotifications"][0]["associatedRule"]["id"] == "NUM001"


def test_sarif_gives_regions_and_fixes_for_text_files():
    [run] = json.loads(render([text_report()], "sarif"))["runs"]
    first, comma = run["results"]
    region = first["locations"][0]["physicalLocation"]["region"]
    assert {key: region[key] for key in ("startLine", "startColumn", "endLine", "endColumn")} == {
        "startLine": 9, "startColumn": 16, "endLine": 9, "endColumn": 18,
    }  # fmt: skip
    replaced = first["fixes"][0]["artifactChanges"][0]["replacements"][0]
    assert replaced["insertedContent"] == {"text": "United Nations"}
    assert replaced["deletedRegion"]["startColumn"] == 16
    inserted = comma["fixes"][0]["artifactChanges"][0]["replacements"][0]
    assert inserted["insertedContent"] == {"text": ","}
    assert inserted["deletedRegion"]["startColumn"] == inserted["deletedRegion"]["endColumn"] == 74


def test_sarif_keeps_the_gravest_of_very_many_and_says_so():
    mild = [finding(severity="info", fingerprint=f"i{n}") for n in range(5000)]
    [run] = json.loads(render([report(*mild, finding(fingerprint="grave"))], "sarif"))["runs"]
    assert len(run["results"]) == 5000
    assert run["results"][-1]["partialFingerprints"]["resolint/v1"] == "grave"
    [told] = [n for n in run["invocations"][0]["toolConfigurationNotifications"] if n["level"] == "warning"]
    assert "5001 findings" in told["message"]["text"]


@pytest.mark.parametrize("reports", [[full_report()], [text_report(), report(finding(where=""))]])
def test_sarif_has_what_code_scanning_asks_of_every_result(reports):
    """GitHub, SARIF support for code scanning: what an upload without it is refused for or shown without a place."""
    [run] = json.loads(render(reports, "sarif", cards=[CARD]))["runs"]
    assert len(run["tool"]["driver"]["rules"]) <= 25_000
    for rule in run["tool"]["driver"]["rules"]:
        assert len(rule.get("properties", {}).get("tags", ())) <= 20
        assert "helpUri" not in rule
    for result in run["results"]:
        assert result["ruleId"] and result["message"]["text"] and len(result["message"]["text"]) <= 1000
        [location] = result["locations"]
        place = location["physicalLocation"]
        assert not place["artifactLocation"]["uri"].startswith(("/", "file:", ".."))
        assert place["region"]["startLine"] >= 1
        assert ":" in result["partialFingerprints"]["primaryLocationLineHash"]
        assert "suppressions" not in result


def test_statistics_have_a_form_in_every_format_with_room_for_them():
    shown = {form: render([full_report()], form, statistics=True) for form in FORMATS}
    rows = (
        '{\n            "rule": "ABB001",\n            "name": "united-nations-abbreviated",\n            "count": 1\n'
    )
    assert rows in shown["sarif"]
    assert '<property name="ABB001" value="1"/>' in shown["junit"]
    assert "::notice title=Findings by rule::1 ABB001 united-nations-abbreviated%0A" in shown["github"]
    assert "| 1 | ABB001 united-nations-abbreviated |" in shown["summary"]


def test_a_summary_is_markdown_that_no_draft_can_break():
    odd = finding(message="a `code` <b>|</b>\n# [x](y) @someone", where="operative 2 (a)")
    out = render([report(odd, path="a|b.docx"), text_report()], "summary", unreadable=[("c.docx", "c.docx: damaged")])
    assert out.startswith("## resolint\n\n**")
    assert "| a\\|b.docx | 0 | 1 | 0 |" in out
    assert "- **warning** operative 2 (a): a \\`code\\` \\<b\\>\\|\\</b\\> \\# \\[x\\](y) @\u200bsomeone" in out
    assert "- Not read: c.docx: damaged" in out
    assert "**Nothing to report** in 0 drafts." in render([], "summary")


def test_a_summary_counts_what_it_does_not_write_out():
    many = report(*(finding(fingerprint=str(n)) for n in range(30)))
    assert "- … and 10 more" in render([many], "summary")


def test_sarif_offers_no_fix_whose_place_is_not_sure():
    broken = second(position=Position(9, 16, 10, 2))
    [run] = json.loads(render([report(broken)], "sarif"))["runs"]
    assert "fixes" not in run["results"][0]
    assert run["results"][0]["properties"]["remedy"]["title"] == "write “United Nations”"


@each(
    ("path", "expected"),
    [
        ("a b.docx", "a%20b.docx"),
        ("./a.docx", "a.docx"),
        ("/srv/ü.docx", "file:///srv/%C3%BC.docx"),
        ("C:\\drafts\\a#1.docx", "file:///C:/drafts/a%231.docx"),
        ("drafts\\a.docx", "drafts/a.docx"),
    ],
)
def test_sarif_paths_are_uris(path, expected):
    assert uri(path) == expected


def test_github_escapes_what_would_end_a_command():
    odd = second(message="50% of\nthis: a, b", where="operative 2 (a)")
    out = render([report(odd, path="a,b:c.docx")], "github")
    assert out.count("\n") == 1
    assert out.startswith("::error file=a%2Cb%3Ac.docx,title=ABB001 united-nations-abbreviated%2C operative 2 (a)::")
    assert "50%25 of%0Athis: a, b" in out


def test_github_levels_lines_and_what_does_not_count():
    out = render([text_report(), full_report()], "github", show_suppressed=True).splitlines()
    assert out[0].startswith("::error file=drafts/seeds.md,line=9,endLine=9,col=16,endColumn=18,title=")
    assert out[1].startswith("::warning ")
    assert any(line.startswith("::notice ") and "allowed in the draft: quotes" in line for line in out)
    assert any(line.startswith("::error ") and "NUM001 failed" in line for line in out)


def test_gitlab_issues_have_all_they_need_and_unique_fingerprints():
    twins = report(finding(), finding(), second(suppressed="so it must be"))
    issues = json.loads(render([twins, text_report()], "gitlab", show_suppressed=True))
    assert len({issue["fingerprint"] for issue in issues}) == len(issues) == 5
    for issue in issues:
        assert set(issue) == {"description", "check_name", "fingerprint", "severity", "location"}
        assert issue["severity"] in ("info", "minor", "major", "critical", "blocker")
        assert issue["location"]["lines"]["begin"] >= 1
    assert issues[2]["severity"] == "info" and "allowed in the draft: so it must be" in issues[2]["description"]
    assert issues[3]["location"] == {"path": "drafts/seeds.md", "lines": {"begin": 9, "end": 9}}
    again = json.loads(render([twins, text_report()], "gitlab", show_suppressed=True))
    assert again == issues


def test_junit_lets_infos_pass_and_names_each_case():
    text = render([report(finding(severity="info"), finding(severity="info"), finding(severity="warning"))], "junit")
    suite = ElementTree.fromstring(text).find("testsuite")
    assert suite is not None and (suite.get("tests"), suite.get("failures")) == ("3", "1")
    assert len({case.get("name") for case in suite.findall("testcase")}) == 3
    assert [len(case.findall("failure")) for case in suite.findall("testcase")] == [0, 0, 1]


def test_junit_is_well_formed_and_counts_right():
    bad = finding(message='a < b & "c" \x00\x0b \ufffe', where="preambular 1")
    text = render([full_report(), report(bad, path="<x>&.docx"), report(path="clean.md")], "junit",
                  unreadable=[("y.docx", "it is damaged")], show_suppressed=True)  # fmt: skip
    root = ElementTree.fromstring(text.encode("utf-8"))
    suites = root.findall("testsuite")
    assert [suite.get("name") for suite in suites] == ["drafts/seed libraries.docx", "<x>&.docx", "clean.md", "y.docx"]
    for suite in [*suites, root]:
        for key, tag in (("tests", "testcase"), ("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
            assert int(suite.get(key, "-1")) == len(suite.findall(f".//{tag}")), (suite.get("name"), key)
    assert suites[0].find(".//skipped").get("message") == "allowed in the draft: quotes the title of a report"
    assert suites[1].find(".//failure").get("message") == 'a < b & "c" \ufffd\ufffd \ufffd'
    assert not re.search("[\x00-\x08]", text)
