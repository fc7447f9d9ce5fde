"""The cache: the same reports without linting again, void when anything changes, readable to nobody without the draft."""

import stat
import sys
from pathlib import Path

import pytest

from resolint.cli import cache, many
from resolint.cli.each import MANY
from tests.cli.drafts import CLEAN, FAULTY

ONLY = ("--select", "PRE002", "-f", "json")


@pytest.fixture
def home(tmp_path_factory, monkeypatch):
    """A cache folder of the user's own, where the secret lies."""
    folder = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("XDG_CACHE_HOME", str(folder))
    return folder


@pytest.fixture
def project(tmp_path, run, home):
    """Two drafts of a project that have been linted with a cache."""
    (tmp_path / "resolint.toml").write_text("", encoding="utf-8")
    (tmp_path / "a.md").write_text(FAULTY, encoding="utf-8")
    (tmp_path / "b.md").write_text(CLEAN, encoding="utf-8")
    first = run("lint", ".", "--cache", *ONLY)
    assert first.exit_code == 1
    return tmp_path, first.stdout


@pytest.fixture
def linted(monkeypatch):
    """The drafts that are really linted from now on."""
    found = []
    lint = many.lint
    monkeypatch.setattr(
        many, "lint", lambda data, session, **how: found.append(how["name"]) or lint(data, session, **how)
    )
    return found


def test_an_unchanged_draft_is_not_linted_again(run, project, linted):
    _, before = project
    again = run("lint", ".", "--cache", *ONLY)
    assert (again.exit_code, again.stdout, linted) == (1, before, [])
    assert run("lint", ".", *ONLY, "--no-cache").stdout == before and len(linted) == 2


@pytest.mark.parametrize(
    "change",
    [
        lambda folder: (folder / "resolint.toml").write_text('ignore = ["OPR001"]\n', encoding="utf-8"),
        lambda folder: (folder / "resolint.toml").write_text('words = ["seedling"]\n', encoding="utf-8"),
    ],
)
def test_another_configuration_makes_every_entry_void(run, project, linted, change):
    folder, _ = project
    change(folder)
    run("lint", ".", "--cache", *ONLY)
    assert len(linted) == 2


def test_only_what_has_changed_is_linted(run, project, linted):
    folder, _ = project
    (folder / "b.md").write_text(FAULTY.replace("seed", "toy"), encoding="utf-8")
    run("lint", ".", "--cache", *ONLY)
    assert [Path(name).name for name in linted] == ["b.md"]
    linted.clear()
    run("lint", ".", "--cache", "-f", "json", "--select", "OPR")
    assert len(linted) == 2


def test_a_baseline_is_part_of_what_a_report_depends_on(run, project, linted):
    run("lint", ".", *ONLY, "--write-baseline", "known.json")
    linted.clear()
    known = run("lint", ".", "--cache", *ONLY, "--baseline", "known.json")
    assert known.exit_code == 0 and [Path(name).name for name in linted] == ["a.md"]


def test_nothing_of_a_draft_can_be_read_in_the_cache(project):
    folder, _ = project
    place = folder / cache.FOLDER
    assert stat.S_IMODE(place.stat().st_mode) == 0o700 or sys.platform == "win32"
    assert (place / ".gitignore").read_text() == "*\n"
    entries = [path for path in place.rglob("*") if path.is_file()]
    assert len(entries) == 4
    for path in entries:
        for words in (b"seed", b"Noting", b"PRE002", b"a.md"):
            assert words not in path.read_bytes() and words not in path.name.encode()


def test_what_somebody_else_has_put_there_is_passed_over(run, project, linted, home):
    folder, before = project
    entries = list((folder / cache.FOLDER).glob("??/*"))
    for path in entries:
        data = bytearray(path.read_bytes())
        data[40] ^= 1
        path.write_bytes(bytes(data))
    assert run("lint", ".", "--cache", *ONLY).stdout == before and len(linted) == 2
    (home / "resolint" / "secret").unlink()
    linted.clear()
    assert run("lint", ".", "--cache", *ONLY).stdout == before and len(linted) == 2
    (home / "resolint" / "secret").write_bytes(b"damaged")
    linted.clear()
    assert run("lint", ".", "--cache", *ONLY).stdout == before and len(linted) == 2


def test_the_secret_is_its_owners_alone(project, home):
    assert stat.S_IMODE((home / "resolint" / "secret").stat().st_mode) == 0o600 or sys.platform == "win32"


def test_it_is_used_for_many_drafts_of_a_project_and_may_be_switched_off(run, tmp_path, home):
    for number in range(MANY):
        (tmp_path / f"{number}.md").write_text(CLEAN.replace("seed", f"seed {number}"), encoding="utf-8")
    assert run("lint", ".", *ONLY, "-j", "1").exit_code == 0 and not (tmp_path / cache.FOLDER).exists()
    (tmp_path / "resolint.toml").write_text("", encoding="utf-8")
    run("lint", ".", *ONLY, "-j", "1", "--no-cache")
    run("lint", ".", *ONLY, "-j", "1", RESOLINT_NO_CACHE="1")
    assert not (tmp_path / cache.FOLDER).exists()
    one = run("lint", ".", *ONLY, "-j", "1").stdout
    assert (tmp_path / cache.FOLDER).is_dir() and run("lint", ".", *ONLY, "-j", "2").stdout == one


def test_it_can_be_cleared(run, project):
    folder, _ = project
    cleared = run("cache", "clear")
    assert cleared.exit_code == 0 and "the cache is gone" in cleared.stdout and not (folder / cache.FOLDER).exists()
    assert "there is no cache" in run("cache", "clear").stdout


def test_a_folder_that_cannot_be_written_does_no_harm(run, project):
    folder, before = project
    run("cache", "clear")
    (folder / cache.FOLDER).write_text("in the way", encoding="utf-8")
    assert run("lint", ".", "--cache", *ONLY).stdout == before
