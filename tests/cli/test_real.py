"""The real files, through the command line, in every format."""

import json
import xml.etree.ElementTree as ElementTree

import jsonschema
import pytest

from resolint.cards import load_cards
from resolint.report import render
from tests.support import verbs

FOLDERS = ("fixtures/un-docx", "fixtures/mun-docx", "fixtures/nasty-docx", "seeds")


@pytest.fixture(scope="module")
def folders(real):
    return [real / folder for folder in FOLDERS]


def test_every_real_file_ends_in_a_report_or_one_sentence(run, folders):
    result = run("lint", *folders, "--format", "json", "--fail-on", "never", "--no-config", "--jobs", "1")
    data = json.loads(result.stdout)
    count = sum(path.suffix in (".docx", ".txt") for folder in folders for path in folder.iterdir())
    assert len(data["documents"]) + len(data["unreadable"]) == count
    assert [line.removeprefix("resolint: ") for line in result.stderr.splitlines()] == [
        entry["error"] for entry in data["unreadable"]
    ]
    assert result.exit_code == 2 and "bug in resolint" not in result.stderr
    assert [document["failures"] for document in data["documents"] if document["failures"]] == []


def test_every_format_is_what_it_says_on_real_files(folders, real):
    outcomes = verbs.lint_many(list(verbs.walk(folders[:2])), verbs.Task(no_config=True), jobs=1)
    reports = [outcome.report for outcome in outcomes if outcome.report is not None]
    schema = json.loads((real / "fixtures/schemas/sarif-schema-2.1.0.json").read_text(encoding="utf-8"))
    jsonschema.Draft7Validator(schema).validate(json.loads(render(reports, "sarif", cards=load_cards(examples=True))))
    issues = json.loads(render(reports, "gitlab"))
    assert len({issue["fingerprint"] for issue in issues}) == len(issues)
    suites = ElementTree.fromstring(render(reports, "junit").encode("utf-8"))
    assert int(suites.get("tests", "0")) >= len(issues)
    assert all(line.startswith("::") for line in render(reports, "github").splitlines())
    assert len(render(reports, "concise").splitlines()) == len(issues)
    paths = {report.path for report in reports}
    assert max(len(line) for line in render(reports, "text").splitlines() if line not in paths) <= 80


def test_every_real_file_can_be_shown(run, folders):
    for folder in folders[:2]:
        for path in sorted(folder.iterdir()):
            for format in ("text", "json", "md"):
                result = run("show", path, "--format", format)
                assert result.exit_code == 0 and result.stdout, (path.name, format)
