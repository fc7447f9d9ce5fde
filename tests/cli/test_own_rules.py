"""Cards, tables and facts that a project brings along: data only, joined with ours, faults named exactly."""

import json
import shutil

import pytest

from tests.cli.drafts import FAULTY

pytestmark = pytest.mark.slow

CARD = """\
+++
id = "OWN001"
name = "synergy"
severity = "warning"
confidence = "high"
authority = "the house style of an invented mission"
message = "“{text}” is not for drafts."
check = "forbid"

[options]
terms = ["synergy"]
+++

## What it finds

The word.

## Why it matters

It says nothing.

## What to write

What is meant.

## Examples

```bad
# Village seed libraries

*The General Assembly*,

*Noting* the report on village seed libraries,

1. *Invites* Member States to seek {{synergy}} among them;

2. *Decides* to consider the matter at its next session.
```

```good
# Village seed libraries

*The General Assembly*,

*Noting* the report on village seed libraries,

1. *Invites* Member States to work together with them;

2. *Decides* to consider the matter at its next session.
```
"""


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "mine" / "OWN").mkdir(parents=True)
    (tmp_path / "mine" / "OWN" / "OWN001-synergy.md").write_text(CARD, encoding="utf-8")
    (tmp_path / "seeds.md").write_text(FAULTY.replace("share seeds", "share seeds in synergy"), encoding="utf-8")
    return "mine"


def found(run, *args):
    out = run("lint", "seeds.md", "--format", "json", *args)
    assert out.exit_code in (0, 1), out.stderr
    return {finding["rule"] for finding in json.loads(out.stdout)["documents"][0]["findings"]}


def test_cards_of_a_folder_run_with_ours(run, folder):
    assert "OWN001" not in found(run)
    assert found(run, "--rules", folder) >= {"OWN001", "PRE002"}
    sarif = json.loads(run("lint", "seeds.md", "--rules", folder, "--format", "sarif").stdout)
    assert "OWN001" in {rule["id"] for rule in sarif["runs"][0]["tool"]["driver"]["rules"]}


def test_the_commands_on_rules_see_them(run, folder):
    assert "OWN001  synergy" in run("rules", "list", "--rules", folder).stdout
    assert "The word." in run("rules", "explain", "synergy", "--rules", folder).stdout
    assert run("rules", "test", "OWN001", "--rules", folder).stdout == "1 rule, 2 examples: all hold\n"


def test_the_folder_of_a_checkout_is_no_project_of_its_own(run, root, tmp_path, monkeypatch):
    """Installed from a checkout and run in it, as the README shows, resolint finds its own cards a second time."""
    shutil.copytree(root / "rules", tmp_path / "rules", ignore=shutil.ignore_patterns("words", "*.jsonl"))
    monkeypatch.chdir(tmp_path)
    assert "preambular-comma-missing" in run("rules", "explain", "PRE002").output
    assert run("rules", "test", "PRE002").exit_code == 0


def test_nothing_in_a_folder_is_run(run, folder, tmp_path):
    (tmp_path / "mine" / "OWN" / "own.py").write_text("raise SystemExit(7)\n", encoding="utf-8")
    (tmp_path / "mine" / "own.py").write_text("raise SystemExit(7)\n", encoding="utf-8")
    assert "OWN001" in found(run, "--rules", folder)
    card = tmp_path / "mine" / "OWN" / "OWN001-synergy.md"
    card.write_text(CARD.replace('check = "forbid"', 'check = "code"'), encoding="utf-8")
    out = run("lint", "seeds.md", "--rules", folder)
    assert out.exit_code == 2 and "OWN/OWN001-synergy.md, key check: no function" in out.stderr


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('severity = "warning"', 'severity = "grave"', "line 4, key severity: 'grave' is not allowed"),
        ('terms = ["synergy"]', "patterns = ['(a+)+b']", "line 11, key patterns"),
        ('confidence = "high"', 'confident = "high"', "key confident: there is no such key"),
        ('id = "OWN001"', 'id = "PRE002"', "PRE/PRE002-synergy.md"),
        ("+++\n\n##", "\n\n##", "not closed"),
    ],
)
def test_faults_of_a_card_name_file_line_and_key(run, folder, tmp_path, old, new, said):
    card = tmp_path / "mine" / "OWN" / "OWN001-synergy.md"
    card.write_text(CARD.replace(old, new), encoding="utf-8")
    out = run("lint", "seeds.md", "--rules", folder)
    assert out.exit_code == 2 and said in out.stderr and "OWN001-synergy.md" in out.stderr


def test_a_folder_that_is_not_there(run, folder):
    out = run("lint", "seeds.md", "--rules", "nowhere")
    assert out.exit_code == 2 and "nowhere: there is no such folder of cards" in out.stderr


def test_tables_of_a_folder_extend_ours_and_serve_its_cards(run, folder, tmp_path):
    (tmp_path / "mine" / "data").mkdir()
    (tmp_path / "mine" / "data" / "country-names.csv").write_text(
        "avoid,prefer\nMember States,Member Villages\n", encoding="utf-8"
    )
    (tmp_path / "mine" / "data" / "buzz.csv").write_text("word\nshare\n", encoding="utf-8")
    card = tmp_path / "mine" / "OWN" / "OWN001-synergy.md"
    card.write_text(CARD.replace('terms = ["synergy"]', 'table = "buzz"\ncolumn = "word"'), encoding="utf-8")
    assert found(run, "--rules", folder) >= {"OWN001", "GEN004"}
    (tmp_path / "mine" / "data" / "country-names.csv").write_text("avoid,preferred\na,b\n", encoding="utf-8")
    out = run("lint", "seeds.md", "--rules", folder)
    assert out.exit_code == 2
    assert "country-names.csv, line 1, column preferred: there is no such column; did you mean prefer" in out.stderr


def test_rows_in_the_configuration(run, folder, tmp_path):
    (tmp_path / "resolint.toml").write_text(
        '[[tables.country-names]]\navoid = "Member States"\nprefer = "Member Villages"\n', encoding="utf-8"
    )
    assert "GEN004" in found(run)
    assert "GEN004" not in found(run, "--no-config")
    (tmp_path / "names.csv").write_text("avoid,prefer\nMember States,Member Villages\n", encoding="utf-8")
    (tmp_path / "resolint.toml").write_text('[tables]\ncountry-names = "names.csv"\n', encoding="utf-8")
    assert "GEN004" in found(run)


def test_rows_on_structure_count_for_structure(run, folder, tmp_path):
    text = FAULTY.replace("*Recalling* its", "*Saluting* its").replace("*Invites*", "*Bids welcome to*")
    (tmp_path / "seeds.md").write_text(text, encoding="utf-8")
    (tmp_path / "resolint.toml").write_text(
        '[[tables.operative-openings]]\nphrase = "Bids welcome to"\nplural = "Bid welcome to"\n'
        'italic = "Bids welcome to"\n',
        encoding="utf-8",
    )
    assert "OPR023" not in found(run)
    assert "OPR023" in found(run, "--no-config")


@pytest.mark.parametrize(
    ("config", "said"),
    [
        (
            '[[tables.contry-names]]\navoid = "a"',
            "resolint.toml, line 1, key tables.contry-names: there is no such table; did",
        ),
        (
            '\n[[tables.country-names]]\navoid = "a"\nfor = "b"',
            "resolint.toml, line 2, key tables.country-names, key for",
        ),
        ("[[tables.country-names]]\navoid = 3", "key avoid: a text in double quotation marks is needed"),
        ('[[tables.country-names]]\nprefer = "b"', "line 1, key tables.country-names, key avoid: it is missing"),
        ("[tables]\ncountry-names = 3", "key tables.country-names: rows, each below a line [[tables.country-names]]"),
        ('[tables]\ncountry-names = "none.csv"', "none.csv: there is no such table"),
        ('registry = "facts.csv"', "facts.csv: there is no such table"),
        ("registry = 3", "key registry: a text"),
    ],
)
def test_faults_of_rows_name_file_line_and_key(run, folder, tmp_path, config, said):
    (tmp_path / "resolint.toml").write_text(config + "\n", encoding="utf-8")
    out = run("lint", "seeds.md")
    assert out.exit_code == 2 and said in out.stderr


def test_a_registry_of_facts(run, folder, tmp_path):
    (tmp_path / "resolint.toml").write_text('registry = "facts.csv"\n', encoding="utf-8")
    (tmp_path / "facts.csv").write_text("organ,kind,number,date\nGA,resolution,71/2,7 October 2016\n", encoding="utf-8")
    listed = json.loads(run("citations", "seeds.md", "-f", "json").stdout)["documents"][0]["citations"]
    verdicts = {one["number"]: one["verdict"] for one in listed}
    assert verdicts["71/2"] == "wrong date"
    assert "REF013" in found(run)


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("GA,resolution,71/2,soon", "facts.csv, row 2, column date: 'soon' is no date"),
        ("GA,law,71/2,2016-10-05", "facts.csv, row 2, column kind: 'law' is not allowed"),
        ("GA,resolution,,2016-10-05", "facts.csv, row 2, column number: it is missing"),
        ("GA,resolution,71/2", "facts.csv, row 2: 3 cells where the first line names 4 columns"),
    ],
)
def test_faults_of_a_registry(run, folder, tmp_path, row, said):
    (tmp_path / "resolint.toml").write_text('registry = "facts.csv"\n', encoding="utf-8")
    (tmp_path / "facts.csv").write_text(f"organ,kind,number,date\n{row}\n", encoding="utf-8")
    out = run("lint", "seeds.md")
    assert out.exit_code == 2 and said in out.stderr


def test_timings_are_for_people_who_ask(run, folder):
    quiet, told = run("lint", "seeds.md"), run("lint", "seeds.md", "--timings")
    assert told.stdout == quiet.stdout and told.exit_code == quiet.exit_code
    lines = told.stderr.splitlines()
    assert lines[0].split() == ["rule", "ms", "share"] and lines[-1].startswith("total")
    rows = {line[:14].strip(): float(line.split()[-2]) for line in lines[1:-1]}
    assert {"PRE002", "words", "spelling", "tables", "reading", "choosing rules", "the rest"} <= rows.keys()
    # What is shared stands in its own row only, so that the rows add up to the whole.
    assert abs(sum(rows.values()) - float(lines[-1].split()[-1])) < 0.01 * len(rows)
    assert "share" not in quiet.stderr
