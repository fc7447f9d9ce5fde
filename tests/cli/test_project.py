"""A project is at home: its rules, tables, profiles and settings are found by every command, from every folder."""

import json
from pathlib import Path

import pytest

from tests.cli.drafts import FAULTY
from tests.cli.test_own_rules import CARD
from tests.support.docx import docx, p, r
from tests.support.rows import each

pytestmark = pytest.mark.slow

PROFILE = """\
title = "Seed Council"

[detect]
symbols = ["A/C.2/"]

[severities]
PRE002 = "info"

[off]
OWN001 = "the council likes the word"
"""
DRAFT = FAULTY.replace("share seeds", "share seeds in synergy")


def write(place: Path, text: str) -> Path:
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(text, encoding="utf-8")
    return place


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with a card, a table and a profile in ``our-rules``, and a draft in ``drafts``."""
    write(tmp_path / "resolint.toml", 'rules = ["our-rules"]\n')
    write(tmp_path / "our-rules" / "OWN" / "OWN001-synergy.md", CARD)
    write(tmp_path / "our-rules" / "data" / "country-names.csv", "avoid,prefer\nshare seeds,lend seeds\n")
    write(tmp_path / "our-rules" / "profiles" / "seeds.toml", PROFILE.replace("[off]\n", "[off]\n# "))
    write(tmp_path / "drafts" / "seeds.md", DRAFT)
    return tmp_path


def rules(result) -> set[str]:
    assert result.exit_code in (0, 1), result.output
    return {found["rule"] for one in json.loads(result.stdout)["documents"] for found in one["findings"]}


def test_every_command_finds_the_rules_of_the_project(run, project: Path) -> None:
    assert rules(run("lint", "drafts", "-f", "json")) >= {"OWN001", "GEN004"}
    assert "OWN001" not in rules(run("lint", "drafts", "-f", "json", "--no-config"))
    assert rules(run("lint", "drafts", "-f", "json", "--no-config", "--rules", "our-rules")) >= {"OWN001", "GEN004"}
    write(project / "our-rules" / "data" / "families.csv", "code,title\nOWN,House style\n")
    assert "OWN  House style\n  OWN001  synergy" in run("rules", "list").stdout
    assert "The word." in run("rules", "explain", "synergy").stdout
    assert run("rules", "test", "OWN001").exit_code == 0
    assert "seeds" in run("profiles", "list").stdout
    assert "Seed Council" in run("profiles", "show", "seeds").stdout
    assert "lend seeds" in run("fix", "--unsafe", "--diff", "drafts/seeds.md").stdout
    assert run("citations", "drafts").exit_code == 0
    write(project / "resolint.toml", "")
    for command in (("fix", "--unsafe", "--diff", "drafts/seeds.md"), ("lint", "drafts")):
        assert "lend seeds" not in run(*command).stdout
        assert "lend seeds" in run(*command, "--rules", "our-rules").stdout


def test_a_review_knows_the_rules_of_the_project(run, project: Path) -> None:
    draft = project / "drafts" / "seeds.docx"
    draft.write_bytes(docx(p(r("The General Assembly,")) + p(r("1. Decides to seek synergy."))))
    assert run("review", "drafts/seeds.docx", "-o", "out.docx", "--select", "OWN001").stdout.startswith(
        "out.docx: 1 comment,"
    )
    write(project / "resolint.toml", "")
    assert run("review", "drafts/seeds.docx", "--select", "OWN001").exit_code == 2
    assert run("review", "drafts/seeds.docx", "--select", "OWN001", "--rules", "our-rules").exit_code == 0


def test_a_profile_of_ones_own_is_recognised_named_and_configured(run, project: Path) -> None:
    def profile(*args: str) -> str:
        return json.loads(run("lint", "drafts", "-f", "json", *args).stdout)["documents"][0]["profile"]

    assert profile() == "seeds"
    assert profile("--profile", "hrc") == "hrc"
    assert profile("--no-config", "--profile", "seeds", "--rules", "our-rules") == "seeds"
    write(project / "our-rules" / "profiles" / "seeds.toml", PROFILE.replace("A/C.2/", "S/2"))
    assert profile() == "ga"
    write(project / "resolint.toml", 'rules = ["our-rules"]\nprofile = "seeds"\n')
    assert profile() == "seeds"
    assert "OWN001" not in rules(run("lint", "drafts", "-f", "json"))
    out = run("lint", "drafts", "--no-config", "--profile", "seeds")
    assert out.exit_code == 2 and "there is no profile seeds" in out.stderr


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('extends = "ga"\n', "seeds.toml, key title: a profile has a title"),
        ('title = "x"\n\nextends = "nowhere"\n', "seeds.toml, line 3, key extends: there is no profile nowhere"),
        ('title = "x"\nextends = "seeds"\n', "seeds.toml, line 2, key extends: seeds is extended in a circle"),
        ('title = "x"\nsevere = 1\n', "seeds.toml, line 2, key severe: there is no such key"),
        ('title = "x"\non = "PRE002"\n', "seeds.toml, line 2, key on: a list of rules is needed"),
        (
            'title = "x"\n[detect]\nsymbols = "A/"\n',
            "seeds.toml, line 3, key detect.symbols: a list of texts is needed",
        ),
        ('title = "x"\n[severities]\nPRE = "loud"\n', "seeds.toml, line 3, key severities.PRE: 'loud' is not allowed"),
        ('title = "x"\n[off]\nPRE002 = true\n', "seeds.toml, line 3, key off.PRE002: the reason is needed"),
        ('title = "x"\n[told]\nPRE002 = true\n', "seeds.toml, line 3, key told.PRE002: words are needed"),
        ('title = "x"\n[options]\nPRE002 = 1\n', "seeds.toml, line 3, key options.PRE002: a table is needed"),
        ("title = \n", "seeds.toml: this is no TOML"),
    ],
)
def test_faults_of_a_profile_name_file_line_and_key(run, project: Path, text: str, said: str) -> None:
    write(project / "our-rules" / "profiles" / "seeds.toml", text)
    out = run("lint", "drafts")
    assert out.exit_code == 2 and said in out.stderr and out.stderr.count("\n") == 1


def test_a_profile_takes_no_name_that_is_taken(run, project: Path) -> None:
    write(project / "our-rules" / "profiles" / "hrc.toml", 'title = "x"\n')
    out = run("lint", "drafts")
    assert out.exit_code == 2 and "hrc is taken already, by rules/profiles/hrc.toml" in out.stderr


def test_the_current_folder_does_not_matter(run, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    there = write(project / "archive" / "seeds.md", DRAFT)
    write(project / "resolint.toml", 'rules = ["our-rules"]\nselect = ["OWN"]\n')
    write(project / "drafts" / "resolint.toml", 'select = ["PRE"]\n')
    (project / "link").symlink_to(project / "archive", target_is_directory=True)
    (project / "drafts" / "other.md").symlink_to(there)
    monkeypatch.chdir(project / "drafts")
    for way in ("../archive/seeds.md", str(there), "../link/seeds.md", "other.md", "../drafts/../archive"):
        assert rules(run("lint", way, "-f", "json")) == {"OWN001"}, way
    assert rules(run("lint", "seeds.md", "-f", "json")) == {"PRE002"}
    monkeypatch.chdir(project)
    for way in ("archive/seeds.md", "drafts/../archive/seeds.md", "./link/seeds.md"):
        assert rules(run("lint", way, "-f", "json")) == {"OWN001"}, way


def paths(result) -> list[str]:
    assert result.exit_code in (0, 1), result.output
    return [Path(one["path"]).as_posix() for one in json.loads(result.stdout)["documents"]]


def test_a_project_may_keep_other_texts_among_its_drafts(run, tmp_path) -> None:
    """A README in the folder is passed over; one that is named is read."""
    write(tmp_path / "README.md", "# Our drafts\n\nTeh list.\n")
    write(tmp_path / "draft.md", "+++\nsymbol = 'A/80/L.1'\n+++\n\n*The General Assembly*\n")
    everything = run("lint", ".", "--format", "concise").stdout
    assert "README.md:" in everything and "draft.md:" in everything
    write(tmp_path / "resolint.toml", "only-drafts = true\n")
    assert run("lint", ".", "--format", "concise").stdout == "".join(
        line for line in everything.splitlines(keepends=True) if line.startswith("draft.md:")
    )
    assert "README.md:" in run("lint", "README.md", "--format", "concise").stdout
    write(tmp_path / "resolint.toml", "only-drafts = 1\n")
    assert "line 1, key only-drafts: true or false is needed" in run("lint", ".").stderr


def test_walks_leave_out_what_git_and_the_configuration_leave_out(run, tmp_path: Path) -> None:
    for name in ("a.md", "b.txt", "build/c.md", "old/d.md", "old/keep.md", "deep/build/e.md", "deep/x.md"):
        write(tmp_path / name, DRAFT)
    listed = ("lint", ".", "-f", "json", "--select", "PRE002")
    assert len(paths(run(*listed))) == 7
    write(tmp_path / ".gitignore", "build/\n*.txt\n")
    assert paths(run(*listed)) == ["a.md", "deep/x.md", "old/d.md", "old/keep.md"]
    write(tmp_path / "deep" / ".gitignore", "!build/\nx.md\n")
    assert paths(run(*listed)) == ["a.md", "deep/build/e.md", "old/d.md", "old/keep.md"]
    write(tmp_path / "resolint.toml", 'exclude = ["old/*", "!keep.md"]\n')
    assert paths(run(*listed)) == ["a.md", "deep/build/e.md", "old/keep.md"]
    # What is named is read.
    assert paths(run("lint", "b.txt", "old/d.md", "build", "-f", "json")) == ["b.txt", "old/d.md", "build/c.md"]
    assert run("lint", "deep/build", "-f", "json").exit_code == 1


def test_the_gitignore_of_the_repository_counts_in_its_folders(run, tmp_path: Path) -> None:
    write(tmp_path / "repo" / "drafts" / "a.md", DRAFT)
    write(tmp_path / "repo" / "drafts" / "b.md", DRAFT)
    write(tmp_path / "repo" / ".gitignore", "/drafts/b.md\n[\n!\n")
    write(tmp_path / ".gitignore", "*.md\n")
    (tmp_path / "repo" / ".git").mkdir()
    assert paths(run("lint", "repo/drafts", "-f", "json")) == ["repo/drafts/a.md"]
    (tmp_path / "repo" / ".git").rmdir()
    assert len(paths(run("lint", "repo/drafts", "-f", "json"))) == 2


def test_where_everything_is_left_out_it_is_told(run, tmp_path: Path) -> None:
    write(tmp_path / "a.md", DRAFT)
    write(tmp_path / ".gitignore", "*.md\n")
    out = run("lint", ".")
    assert out.exit_code == 2 and "there are no drafts here" in out.stderr and ".gitignore" in out.stderr


def test_the_format_and_the_mildest_severity_can_be_configured(run, project: Path) -> None:
    write(project / "resolint.toml", 'format = "json"\nmin-severity = "warning"\n\n[severities]\nPRE002 = "info"\n')
    assert "PRE002" not in rules(run("lint", "drafts"))
    assert "PRE002" in rules(run("lint", "drafts", "--min-severity", "info"))
    assert "PRE002" in run("lint", "drafts", "-f", "concise", "--min-severity", "info").stdout
    assert "{" not in run("lint", "drafts", "-f", "concise").stdout


def test_the_baseline_can_be_configured(run, project: Path) -> None:
    def told() -> str:
        lines = run("lint", "drafts", "-f", "concise").stdout.splitlines()
        return "".join(line for line in lines if not line.endswith("(known, in the baseline)"))

    write(project / "resolint.toml", '\nbaseline = "known.json"\n')
    out = run("lint", "drafts")
    assert out.exit_code == 2 and "resolint.toml, line 2, key baseline: there is no file" in out.stderr
    assert run("lint", "drafts", "--write-baseline", "known.json").exit_code == 0
    assert told() == ""
    assert run("fix", "--diff", "drafts/seeds.md").stdout == ""
    write(project / "drafts" / "new.md", DRAFT)
    assert "new.md" in told() and "seeds.md" not in told()
    (project / "resolint.toml").unlink()
    assert "seeds.md" in told() and "+" in run("fix", "--diff", "drafts/seeds.md").stdout


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            'language = "martian"',
            "line 1, key language: 'martian' is not the code of a language that resolint can tell",
        ),
        ('extend = "resolint.toml"', "line 1, key extend: resolint.toml is extended in a circle"),
        ('rules = ["nowhere"]', "line 1, key rules: there is no folder nowhere"),
        ("colour = true", "line 1, key colour: there is no such key"),
        ("select = 3", "line 1, key select: a list of texts is needed"),
        ('fail-on = "info"\nfail_on = "info"', "line 2, key fail_on: fail-on stands here twice"),
    ],
)
def test_bad_configuration_is_one_sentence_for_every_command(run, project: Path, text: str, said: str) -> None:
    write(project / "resolint.toml", text + "\n")
    for command in (("lint", "drafts"), ("fix", "--diff", "drafts"), ("citations", "drafts"), ("rules", "list")):
        out = run(*command)
        assert out.exit_code == 2, command
        assert f"resolint.toml, {said}" in out.stderr and out.stderr.count("\n") == 1


def test_the_projects_of_the_cases(run, real: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import shutil

    for case in ("own-rule-project", "dotdot-config"):
        if not (real / "cases" / "editors" / case).is_dir():
            pytest.skip("the cases are not here")
        shutil.copytree(real / "cases" / "editors" / case, tmp_path / case)
    monkeypatch.chdir(tmp_path / "own-rule-project")
    assert run("lint", "x.md").exit_code == 0
    assert run("fix", "--diff", "x.md").exit_code in (0, 1)
    assert run("review", "d.docx", "-o", "out.docx").exit_code == 0
    assert run("lint", "x.md", "--profile", "ourbody").exit_code in (0, 1)
    found = {}
    for folder, draft in (("dotdot-config", "archive/o.docx"), ("dotdot-config/drafts", "../archive/o.docx")):
        monkeypatch.chdir(tmp_path / folder)
        found[folder] = rules(run("lint", draft, "-f", "json"))
    assert set(map(frozenset, found.values())) == {frozenset()}


def test_what_is_excluded_is_left_alone_though_it_is_named_where_that_is_asked_for(run, project: Path) -> None:
    """A hook names files; a configuration above, or one nearer to the draft, leaves them out all the same."""
    top = project / "resolint.toml"
    write(project / "archive" / "seeds.md", DRAFT)
    write(top, 'exclude = ["archive/"]\n' + top.read_text(encoding="utf-8"))
    named = ("archive/seeds.md", "drafts/seeds.md", "archive")
    asked = ("lint", "--force-exclude", "-f", "json")
    assert paths(run(*asked, *named)) == ["drafts/seeds.md"]
    assert paths(run(*asked, str(project / "archive" / "seeds.md"), "drafts")) == ["drafts/seeds.md"]
    assert "archive/seeds.md" in paths(run("lint", "-f", "json", *named))
    assert not paths(run(*asked, "--stdin-name", "archive/seeds.md", "-", input=DRAFT))
    assert paths(run(*asked, "--stdin-name", "drafts/seeds.md", "-", input=DRAFT))
    assert paths(run(*asked, "-", input=DRAFT)), "what has no name is not left out"
    write(top, "")
    write(project / "drafts" / "resolint.toml", 'exclude = ["*.md"]\n')
    assert paths(run(*asked, *named)) == ["archive/seeds.md"]


@each("command", [("lint",), ("fix", "--in-place"), ("ready",), ("review", "--in-place")])
def test_where_all_that_is_named_is_excluded_nothing_is_said_or_done(command, run, tmp_path: Path) -> None:
    write(tmp_path / "resolint.toml", 'exclude = ["old/", "*.docx"]\n')
    write(tmp_path / "old" / "a.md", DRAFT)
    (tmp_path / "b.docx").write_bytes(b"no Word file")
    for more in ((), ("--only-drafts",)):
        done = run(*command, "--force-exclude", *more, "old/a.md", "b.docx", "old")
        assert (done.exit_code, done.stdout, done.stderr) == (0, "", ""), done.output
    assert (tmp_path / "old" / "a.md").read_text(encoding="utf-8") == DRAFT
