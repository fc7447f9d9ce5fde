"""What a lint costs in things that can be counted, so that no rule makes it dearer without anybody noticing.

Times are measured by ``python -m tests.bench.rules`` and ``tests.bench.linting``. Here nothing is timed: the numbers are the same
on every machine. Whoever raises a limit says in the commit what it buys; whoever makes something cheaper lowers it.
"""

import json
import os
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from resolint import pipeline
from tests.support import verbs

DRAFT = Path(__file__).parents[1] / "samples" / "reading-rooms.md"
"""A draft of 258 words that nothing is to be said of."""

AWAKE = 300
"""So many rules at most wake on it. A card's ``wakes`` names what must occur (rules/README.md)."""
MODULES = 388
"""So many modules of resolint at most are imported to lint it, the command line among them."""
PATTERNS = 830
"""So many patterns at most are made ready."""
CALLS = 35_000
"""So many calls of functions written in Python at most, in a process that has linted it before (CPython 3.11)."""

COLD = """
import json, sys
sys.argv = ["resolint", "lint", "--no-config", "--jobs", "1", "-q", sys.argv[1]]
from resolint import cli, regex
try:
    cli.main()
except SystemExit as left:
    assert not left.code, left.code
shelf = regex._shelf()
json.dump({"modules": sorted(name for name in sys.modules if name.partition(".")[0] == "resolint"),
           "patterns": len(shelf.leads)}, sys.stdout)
"""


WARM = """
import collections, json, pathlib, sys
from resolint import Session, lint
draft = pathlib.Path(sys.argv[1])
data, session, calls = draft.read_bytes(), Session(no_config=True), collections.Counter()
for _ in range(2):
    lint(data, session, name=draft.name)
def count(frame, event, _):
    if event == "call":
        calls[frame.f_code.co_filename] += 1
sys.setprofile(count)
lint(data, session, name=draft.name)
sys.setprofile(None)
json.dump(calls, sys.stdout)
"""


@pytest.fixture(scope="module")
def cold(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What a process has loaded in the end that lints the draft with a cache that is filled."""
    home = str(tmp_path_factory.mktemp("home"))
    env = {**os.environ, "XDG_CACHE_HOME": home, "LOCALAPPDATA": home, "PYTHONHASHSEED": "0"}
    for _ in range(2):
        done = subprocess.run(
            [sys.executable, "-c", COLD, str(DRAFT)], env=env, check=True, capture_output=True, text=True
        )
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def test_the_draft_is_clean() -> None:
    assert verbs.Linter().lint(DRAFT).findings == ()


def test_no_more_rules_wake_than_have_to() -> None:
    session = verbs.session()
    document = pipeline.load(DRAFT.read_bytes(), name=DRAFT.name)
    _, look = session.rules(session.profile(document))
    assert look is not None
    awake = look.awake(document)
    families = Counter(rule.rstrip("0123456789") for rule in awake)
    assert len(awake) <= AWAKE, (
        f"{len(awake)} rules wake on a clean draft ({dict(families)}): narrow the wakes of the new card"
    )


@pytest.mark.slow
def test_no_more_is_imported_than_has_to_be(cold: dict[str, Any]) -> None:
    found = cold["modules"]
    assert len(found) <= MODULES, f"{len(found)} modules of resolint are imported: {', '.join(found)}"


@pytest.mark.skipif(sys.implementation.name != "cpython", reason="other engines keep nothing")
def test_no_more_patterns_are_made_ready_than_have_to_be(cold: dict[str, Any]) -> None:
    assert cold["patterns"] <= PATTERNS, (
        f"{cold['patterns']} patterns are made ready: make them lazy, and ask for a word first"
    )


def test_no_more_is_called_than_has_to_be() -> None:
    # In a process of its own: what other tests have pushed out of memory would be called again.
    done = subprocess.run([sys.executable, "-c", WARM, str(DRAFT)], check=True, capture_output=True, text=True)
    calls = Counter(json.loads(done.stdout))
    total = sum(number for name, number in calls.items() if f"{os.sep}resolint{os.sep}" in name)
    most = ", ".join(f"{Path(name).name} {number}" for name, number in calls.most_common(6))
    assert total <= CALLS, f"{total} calls, most of them in {most}: see python -m tests.bench.rules"
