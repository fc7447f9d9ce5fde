"""The README, the samples and the CI script say the same, and every command they show runs."""

import re
import shlex
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from resolint.cli.root import cli
from resolint.pipeline import bounds, rules
from resolint.version import __version__
from tests.support import picture, samples, verbs

FENCE = re.compile(r"^```console\n(.*?)^```", re.MULTILINE | re.DOTALL)


def commands(path: Path) -> list[str]:
    """The command lines of the console fences of a page."""
    found = (line for block in FENCE.findall(path.read_text(encoding="utf-8")) for line in block.splitlines())
    return [line for line in found if line.strip()]


def test_ci_runs_the_test_command_of_the_readme(root: Path) -> None:
    (command,) = (line for line in commands(root / "README.md") if "pytest" in line)
    assert command in (root / ".ci" / "run").read_text(encoding="utf-8")
    assert command in (root / "CONTRIBUTING.md").read_text(encoding="utf-8")


def test_the_version_is_the_one_that_the_changelog_names(root: Path) -> None:
    headings = re.findall(r"^## (\S+)", (root / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert headings[0] == __version__


def test_pages_name_no_tag_that_need_not_be_there(root: Path) -> None:
    """A clone has commits; whether it has a tag is for those who publish it."""
    for page in ("README.md", "docs/editing.md", "docs/ci/gitlab.yml"):
        named = re.findall(r"(?:REPOSITORY@|rev: )(\S+?)[`\"\s]", (root / page).read_text(encoding="utf-8"))
        assert named and set(named) == {"REVISION"}, page


def test_the_readme_stays_one_page(root: Path) -> None:
    text = (root / "README.md").read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 85


def test_the_words_of_the_readme_hold(root: Path) -> None:
    text = (root / "README.md").read_text(encoding="utf-8")
    for name in re.findall(r"\]\(([^)#:]+)\)", text):
        assert (root / name).exists(), name


@pytest.mark.slow
def test_the_readme_counts_the_rules_of_each_language(root: Path) -> None:
    row = next(
        line for line in (root / "README.md").read_text(encoding="utf-8").splitlines() if "| Rules that are on" in line
    )
    told = [int(cell) for cell in row.split("|")[2:-1]]
    assert told == [len(rules.card_rows("ga", language=language)) for language in ("en", "fr", "es", "ru", "zh", "ar")]


def test_every_resolint_command_of_the_readme_runs(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(root / "samples", tmp_path / "samples")
    (tmp_path / "drafts").mkdir()
    for name in ("draft.docx", "base.docx", "drafts/draft.docx"):
        shutil.copy(root / "samples" / "seed-libraries.docx", tmp_path / name)
    shutil.copy(root / "samples" / "reading-rooms.md", tmp_path / "draft.md")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("RESOLINT_CORPUS", str(tmp_path / "corpus.db"))
    lines = [line for line in commands(root / "README.md") if line.startswith("resolint ")]
    assert len(lines) >= 6
    for line in lines:
        result = CliRunner().invoke(cli, shlex.split(line)[1:])
        assert result.exit_code in (0, 1), f"{line}: {result.output}"


@pytest.mark.slow
def test_the_configuration_of_its_page_is_one(root: Path, tmp_path: Path) -> None:
    (settings,) = re.findall(
        r"^```toml\n(.*?)^```", (root / "docs" / "configuration.md").read_text(encoding="utf-8"), re.M | re.S
    )
    (tmp_path / "resolint.toml").write_text(settings, encoding="utf-8")
    shutil.copy(root / "samples" / "reading-rooms.md", tmp_path / "draft.md")
    assert verbs.lint(tmp_path / "draft.md").profile == "cnd"


def test_the_picture_shows_what_resolint_says(root: Path) -> None:
    assert (root / "samples" / "lint.svg").read_text(encoding="utf-8") == picture.picture()


def test_the_word_sample_is_what_its_maker_makes(root: Path) -> None:
    assert (root / "samples" / "seed-libraries.docx").read_bytes() == samples.seed_libraries()


def test_the_good_sample_is_clean(root: Path) -> None:
    assert verbs.lint(root / "samples" / "reading-rooms.md", no_config=True).findings == ()


def test_the_limits_that_pages_name_are_those_that_hold(root: Path) -> None:
    for page in ("SECURITY.md", "docs/reading.md"):
        text = " ".join((root / page).read_text(encoding="utf-8").split())
        for limit in (bounds.MOST_NOTES, bounds.LONGEST_PARAGRAPH, *bounds.BOUNDS):
            assert f"{limit:,} " in text, f"{page} does not name {limit:,}"
