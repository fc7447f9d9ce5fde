import json
from pathlib import Path

import pytest

LINE = "Requests the ferry offices to report in accordance with their annual timetables on plan"
DRAFT = """# Tide gauges of small harbours

*The General Assembly*,

*Recalling* its interest in small harbours,

1. *Calls upon* all Member States to fulfil their obligations in accordance to the Charter of the United Nations;

2. *Decides* to return to the matter at its next session.
"""


@pytest.fixture
def corpus(run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):  # type: ignore[no-untyped-def]
    """A corpus of one's own, in which one sentence stands in five forms."""
    monkeypatch.setenv("RESOLINT_CORPUS", str(tmp_path / "corpus.sqlite"))
    paras = [{"t": "paragraph", "x": f"{LINE} {letter};"} for letter in "abcde"]
    Path("adopted.jsonl").write_text(json.dumps({"symbol": "A/RES/64/911", "paras": paras}) + "\n")
    assert run("corpus", "add", "adopted.jsonl").exit_code == 0
    return "corpus.sqlite"


def test_a_phrase_is_counted_with_its_variants(run):
    found = json.loads(run("attest", "in accordance to", "--format", "json").stdout)
    assert found["count"] == 0
    assert found["variants"][0]["text"] == "in accordance with"
    assert found["variants"][0]["count"] > 4000
    shown = run("attest", "in", "accordance", "to").stdout
    assert shown.startswith("fewer than 3  in accordance to\n")
    assert "in accordance with\n" in shown


def test_a_longer_phrase_is_at_most_as_common_as_its_rarest_words(run):
    assert "at most " in run("attest", "Decides to remain seized of the matter").stdout


def test_a_phrase_that_is_none(run):
    done = run("attest", "...")
    assert done.exit_code == 2
    assert "a phrase of one word or several is needed" in done.stderr


def test_counts_of_ones_own_corpus(run, corpus):
    done = run("corpus", "attest", "-o", "our.counts")
    assert done.exit_code == 0, done.stderr
    assert "our.counts: what 1 text write" in done.stderr
    assert run("corpus", "attest", "-o", "our.counts").exit_code == 2, "it is not written over unasked"
    assert run("corpus", "attest", "-o", "our.counts", "--force").exit_code == 0
    alone = json.loads(run("attest", "ferry offices", "--counts", "our.counts", "-f", "json").stdout)
    assert alone["count"] == 5
    both = json.loads(
        run("attest", "in accordance with", "--counts", "our.counts", "--counts", "resolint", "-f", "json").stdout
    )
    assert both["count"] > 4000


def test_what_is_rarer_is_left_out(run, corpus):
    run("corpus", "attest", "-o", "our.counts", "--least", "6")
    assert json.loads(run("attest", "ferry offices", "--counts", "our.counts", "-f", "json").stdout)["count"] == 0


@pytest.mark.parametrize(
    ("data", "said"), [(None, "there is no such file of counts"), (b"text", "this is no file of counts")]
)
def test_counts_that_are_none(run, data, said):
    if data is not None:
        Path("our.counts").write_bytes(data)
    done = run("attest", "ferry", "--counts", "our.counts")
    assert done.exit_code == 2
    assert said in done.stderr and "resolint corpus attest" in done.stderr
    Path("resolint.toml").write_text('attested = ["resolint", "our.counts"]\n')
    Path("draft.md").write_text(DRAFT)
    done = run("lint", "draft.md")
    assert done.exit_code == 2
    assert said in done.stderr


def rules(run, *arguments):
    data = json.loads(run("lint", "draft.md", "--format", "json", *arguments).stdout)
    return [one["rule"] for document in data["documents"] for one in document["findings"]]


def test_the_family_is_switched_off_whole_or_rule_by_rule(run):
    Path("draft.md").write_text(DRAFT)
    assert "ATT001" in rules(run, "--select", "ATT")
    assert "ATT001" not in rules(run, "--ignore", "ATT001")
    Path("resolint.toml").write_text("attested = false\n")
    assert not any(rule.startswith("ATT") for rule in rules(run))
    Path("resolint.toml").write_text('attested = "no"\n')
    done = run("lint", "draft.md")
    assert done.exit_code == 2
    assert "resolint.toml, line 1, key attested: false is needed" in done.stderr


def test_ones_own_counts_attest_ones_own_usage(run, corpus):
    odd = LINE.replace("accordance with", "accordance to")
    paras = [
        {"t": "paragraph", "x": f"Obligations in accordance to the Charter of the United Nations {n}"}
        for n in "abcdefgh"
    ]
    Path("adopted.jsonl").write_text(json.dumps({"symbol": "A/RES/64/911", "paras": paras}) + "\n")
    run("corpus", "add", "adopted.jsonl")
    run("corpus", "attest", "-o", "our.counts")
    Path("draft.md").write_text(DRAFT)
    assert odd and "ATT001" in rules(run, "--select", "ATT")
    Path("resolint.toml").write_text('attested = ["our.counts"]\n')
    assert "ATT001" not in rules(run, "--select", "ATT")


def test_where_the_wording_stands_is_said_with_a_corpus(run, corpus):
    paras = [{"t": "paragraph", "x": "Recalling the obligations in accordance with the Charter of the United Nations,"}]
    Path("adopted.jsonl").write_text(
        json.dumps({"symbol": "A/RES/64/911", "date": "2009-12-18", "paras": paras}) + "\n"
    )
    run("corpus", "add", "adopted.jsonl")
    Path("draft.md").write_text(DRAFT)
    found = run("lint", "draft.md", "--select", "ATT001", "--corpus", "corpus.sqlite").stdout
    assert "last in A/RES/64/911" in " ".join(found.split())
