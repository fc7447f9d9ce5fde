"""Who was asked for what, in a corpus of adopted texts."""

import csv
import io
import json
from pathlib import Path

import pytest


@pytest.fixture
def held(run, root: Path) -> str:
    assert run("corpus", "add", root / "samples" / "adopted", "--corpus", "held.sqlite").exit_code == 0
    return "held.sqlite"


def test_the_requests_of_a_body_since_a_year(run, held: str) -> None:
    done = run("actions", "--corpus", held, "--body", "GA", "--since", "2013", "--format", "csv")
    assert done.exit_code == 0
    rows = list(csv.DictReader(io.StringIO(done.stdout)))
    assert rows and {row["path"] for row in rows} == {"A/RES/68/914 (2013-12-20)"}
    assert {row["addressee"] for row in rows} >= {"Member States", "the Secretary-General"}
    every = list(
        csv.DictReader(io.StringIO(run("actions", "--corpus", held, "--body", "GA", "--format", "csv").stdout))
    )
    assert len(every) > len(rows)


def test_who_is_asked_most_comes_first(run, held: str) -> None:
    found = json.loads(run("actions", "--corpus", held, "--by-addressee", "--format", "json").stdout)["documents"]
    counts = [len(one["actions"]) for one in found if one["path"]]
    assert counts == sorted(counts, reverse=True)
    assert all(row["where"].startswith("A/RES/") or "/" in row["where"] for one in found for row in one["actions"])


def test_whom_is_said_once_above_the_requests(run, held: str) -> None:
    shown = run("actions", "--corpus", held, "--by-addressee").stdout
    for group in shown.rstrip("\n").split("\n\n"):
        name, *rows = group.splitlines()
        assert name.strip() and "to 1 addressee" not in group and "to 0 addressees" not in group
        assert not [row for row in rows if row.endswith(f": {name}")]


def test_requests_of_a_corpus_are_those_of_the_texts_themselves(run, root: Path, held: str) -> None:
    text = root / "samples" / "adopted" / "lighthouses-2011.md"
    own = list(csv.DictReader(io.StringIO(run("actions", text, "--format", "csv").stdout)))
    kept = list(csv.DictReader(io.StringIO(run("actions", "--corpus", held, "--format", "csv").stdout)))
    kept = [row for row in kept if row["path"].startswith("A/RES/66/901")]
    assert own and [{**row, "path": ""} for row in own] == [{**row, "path": ""} for row in kept]


def test_what_is_wrong_is_one_sentence(run, held: str) -> None:
    assert run("actions").exit_code == 2
    done = run("actions", "--corpus", held, "--since", "soon")
    assert done.exit_code == 2 and "'soon' is no date" in done.stderr
    done = run("actions", "--corpus", "none.sqlite")
    assert done.exit_code == 2 and "none.sqlite" in done.stderr and "Traceback" not in done.stderr
    done = run("actions", "--corpus", held, "--topic", "submarines")
    assert done.exit_code == 0 and "no request was found" in done.stderr
