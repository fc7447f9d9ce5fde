import json

import pytest

CARD = """\
+++
id = "OPR990"
name = "operative-words-too-many"
severity = "info"
confidence = "high"
authority = "Plain-language advice; no manual prescribes it."
message = "“{text}” can be “{prefer}”."
check = "swap"
fix = "suggest"

[options]
parts = ["operative"]
pairs = { "in order to" = "to" }
+++

## What it finds

*In order to* before a verb.

## Why it matters

A shorter phrase loses nothing.

## What to write

*To*, followed by the verb.

## Examples

```bad
# Village seed libraries

*The General Assembly*,

*Noting* the report on village seed libraries,

1. *Invites* Member States to share seeds {{in order to}} preserve them;

2. *Decides* to consider the matter at its next session.
```

```fixed
# Village seed libraries

*The General Assembly*,

*Noting* the report on village seed libraries,

1. *Invites* Member States to share seeds to preserve them;

2. *Decides* to consider the matter at its next session.
```

```good
# Village seed libraries

*The General Assembly*,

*Noting* the report on village seed libraries,

1. *Invites* Member States to share seeds to preserve them;

2. *Decides* to keep the register in good order.
```
"""


def test_list_is_a_table_by_family(run):
    out = run("rules", "list")
    assert out.exit_code == 0
    lines = out.stdout.splitlines()
    assert "PRE  Preamble" in lines
    assert any(line.startswith("  PRE002  preambular-comma-missing ") for line in lines)


def test_list_for_programs(run):
    rules = json.loads(run("rules", "list", "--format", "json").stdout)["rules"]
    assert len(rules) >= 30
    for rule in rules:
        assert {"id", "name", "family", "severity", "confidence", "fix", "bodies", "authority"} <= set(rule)
        assert rule["id"].startswith(rule["family"]) and isinstance(rule["bodies"], list)
    assert [rule["id"] for rule in rules] == sorted(rule["id"] for rule in rules)


def test_list_for_one_body(run):
    every = {rule["id"] for rule in json.loads(run("rules", "list", "-f", "json").stdout)["rules"]}
    cop = {rule["id"] for rule in json.loads(run("rules", "list", "-f", "json", "--profile", "cop").stdout)["rules"]}
    assert cop < every
    result = run("rules", "list", "--profile", "xop")
    assert result.exit_code == 2 and "xop" in result.stderr


@pytest.mark.parametrize("key", ["PRE002", "pre002", "preambular-comma-missing"])
def test_explain_by_id_or_name(run, key):
    out = run("rules", "explain", key).stdout
    assert out.startswith("PRE002 preambular-comma-missing\n")
    for heading in ("What it finds", "Why it matters", "What to write", "Authority", "Not so"):
        assert f"\n{heading}" in out
    assert "»" in out and "{{" not in out
    assert max(map(len, out.splitlines())) <= 100


def test_explain_names_the_nearest(run):
    result = run("rules", "explain", "preambular-coma-missing")
    assert result.exit_code == 2 and "did you mean preambular-comma-missing?" in result.stderr


def write(folder, text):
    path = folder / "rules" / "OPR" / "OPR990-operative-words-too-many.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.slow
@pytest.mark.parametrize(
    "key", ["OPR990", "operative-words-too-many", "rules", "rules/OPR/OPR990-operative-words-too-many.md"]
)
def test_test_runs_a_card_of_the_house_or_of_a_folder(run, tmp_path, key):
    write(tmp_path, CARD)
    result = run("rules", "test", key)
    assert (result.exit_code, result.stdout) == (0, "1 rule, 3 examples: all hold\n"), result.stderr


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("{{in order to}} preserve", "in order {{to preserve}}", "marks “to preserve”"),
        ("{{in order to}}", "{{in order}} to", "marks “in order”"),
        ("seeds to preserve", "seeds for to preserve", "the fixed example has"),
        ("in good order", "in order to learn", "the good example is not clean"),
        ('"in order to" =', '"so as to" =', "gives no finding under the profile ga, “in order to”"),
        ("States to share", "States in order to share", "which the bad example does not mark"),
    ],
)
def test_test_says_what_does_not_hold(run, tmp_path, old, new, words):
    assert old in CARD
    write(tmp_path, CARD.replace(old, new, 1))
    result = run("rules", "test", "OPR990")
    assert result.exit_code == 1
    assert words in result.stdout and "line " in result.stdout and "OPR990-operative-words-too-many.md" in result.stdout


def test_test_names_what_does_not_exist(run):
    assert "did you mean PRE" in run("rules", "test", "PRE0022").stderr
    assert "there is no such card" in run("rules", "test", "none/x.md").stderr


@pytest.mark.slow
def test_test_runs_a_whole_family(run):
    result = run("rules", "test", "PRC")
    assert result.exit_code == 0, result.stdout[-2000:] + result.stderr
    assert "all hold" in result.stdout


def test_new_writes_a_card_that_is_valid_and_passes(run, tmp_path):
    result = run("rules", "new", "OPR991", "operative-words-to-find")
    assert result.exit_code == 0
    path = tmp_path / "rules" / "OPR" / "OPR991-operative-words-to-find.md"
    assert path.exists() and "resolint rules test OPR991" in result.stdout
    tested = run("rules", "test", "OPR991")
    assert (tested.exit_code, tested.stdout) == (0, "1 rule, 3 examples: all hold\n"), tested.stderr
    assert "OPR991 operative-words-to-find" in run("rules", "explain", "OPR991").stdout


@pytest.mark.parametrize(
    ("rule_id", "name", "words"),
    [
        ("OPR1", "x-y", "no rule id"),
        ("opr123", "x-y", "no rule id"),
        ("OPR992", "Bad Name", "no rule name"),
        ("PRE002", "another-name", "PRE002 is taken already"),
        ("OPR992", "preambular-comma-missing", "preambular-comma-missing is taken already"),
        ("OPR992", "../../evil", "no rule name"),
    ],
)
def test_new_refuses_what_is_wrong_or_taken(run, tmp_path, rule_id, name, words):
    result = run("rules", "new", rule_id, name)
    assert result.exit_code == 2 and words in result.stderr
    assert not list(tmp_path.iterdir())


def test_new_writes_over_nothing(run, tmp_path):
    run("rules", "new", "OPR991", "operative-words-to-find")
    path = tmp_path / "rules" / "OPR" / "OPR991-operative-words-to-find.md"
    path.write_text(path.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    before = path.read_bytes()
    assert run("rules", "new", "OPR991", "operative-words-to-find").exit_code == 2
    assert path.read_bytes() == before


def test_profiles(run):
    names = [row["name"] for row in json.loads(run("profiles", "list", "-f", "json").stdout)["profiles"]]
    assert {"un", "ga", "sc", "ecosoc", "hrc", "cnd", "ccpcj", "cop", "mun"} <= set(names)
    assert names[0] == "un"
    out = run("profiles", "show", "cnd").stdout
    assert out.startswith("cnd: ") and "E/CN.7/" in out
    assert "cnd" in run("profiles", "show", "cdn").stderr


GOOD = "libraries,\n\n1. *Invites* Member States to share seeds to preserve them;\n\n2. *Decides* to keep"
DISTURBED = CARD.replace(GOOD, GOOD.replace(",", ";", 1))
"""The good example ends a preambular paragraph with the wrong mark, of which another rule speaks."""


@pytest.mark.slow
@pytest.mark.parametrize(
    ("card", "words"),
    [
        (DISTURBED, "another rule speaks on the good example: PRE002"),
        (CARD.replace("[options]", '[excuses]\nPRE002 = "not needed"\n\n[options]'), "PRE002 needs no excuse"),
        (CARD.replace('fix = "suggest"', 'fix = "safe"'), "a fix that is called safe changes words"),
        (CARD.replace('fix = "', 'bodies = ["gaa"]\nfix = "'), "there is no profile gaa; did you mean ga?"),
    ],
)
def test_test_runs_a_card_among_the_other_rules(run, tmp_path, card, words):
    write(tmp_path, card)
    result = run("rules", "test", "OPR990")
    assert (result.exit_code, words in result.stdout) == (1, True), result.output


def test_a_card_can_excuse_another_rule(run, tmp_path):
    write(tmp_path, DISTURBED.replace("[options]", '[excuses]\nPRE002 = "marks are another matter"\n\n[options]'))
    assert run("rules", "test", "OPR990").exit_code == 0
