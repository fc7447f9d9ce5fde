"""The real files, through the command line, in every format."""

import json
import xml.etree.ElementTree as ElementTree

import jsonschema
import pytest

from resolint.cards import load_cards
from resolint.report import render
from tests.support import verbs
from tests.support.share import share, shares

FOLDERS = ("fixtures/un-docx", "fixtures/mun-docx", "fixtures/nasty-docx", "seeds")


@pytest.fixture(scope="module")
def folders(real):
    return [real / folder for folder in FOLDERS]


def some(folders, one_in):
    """A share of the drafts in the folders."""
    return share([path for path in verbs.walk(folders) if path.endswith((".docx", ".txt"))], one_in)


def test_every_draft_of_the_folders_is_found(folders):
    count = sum(path.suffix in (".docx", ".txt") for folder in folders for path in folder.iterdir())
    assert len(list(verbs.walk(folders))) == count


@shares(4)
def test_every_real_file_ends_in_a_report_or_one_sentence(run, folders, one_in):
    paths = some(folders, one_in)
    result = run("lint", *paths, "--format", "json", "--fail-on", "never", "--no-config", "--jobs", "1")
    data = json.loads(result.stdout)
    assert len(data["documents"]) + len(data["unreadable"]) == len(paths)
    assert [line.removeprefix("resolint: ") for line in result.stderr.splitlines()] == [
        entry["error"] for entry in data["unreadable"]
    ]
    assert result.exit_code == 2 and "bug in resolint" not in result.stderr
    assert [document["failures"] for document in data["documents"] if document["failures"]] == []


@shares(4)
def test_every_format_is_what_it_says_on_real_files(folders, real, one_in):
    outcomes = verbs.lint_many(some(folders[:2], one_in), verbs.Task(no_config=True), jobs=1)
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


@shares(6)
def test_every_real_file_can_be_shown(run, folders, one_in):
    for path in share([path for folder in folders[:2] for path in sorted(folder.iterdir())], one_in):
        for format in ("text", "json", "md"):
            result = run("show", path, "--format", format)
            assert result.exit_code == 0 and result.stdout, (path.name, format)
