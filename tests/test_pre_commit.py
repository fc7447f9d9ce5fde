"""The hook as an editor meets it: a real ``pre-commit run`` in a scratch repository."""

import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        importlib.util.find_spec("pre_commit") is None or shutil.which("git") is None,
        reason="pre-commit or git is absent",
    ),
]


@pytest.fixture
def repository(tmp_path, root):
    """A scratch repository that uses the hook of this checkout as it is, with the program that is installed here.

    Only the language is changed, so that nothing has to be fetched: ``resolint`` is found on the path.
    """
    import yaml

    [hook] = yaml.safe_load((root / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert hook["language"] == "python"
    hook["language"] = "system"
    env = {
        **{key: value for key, value in os.environ.items() if not key.startswith("GIT_")},
        "PRE_COMMIT_HOME": str(tmp_path / "cache"),
        "PATH": os.pathsep.join((str(Path(sys.executable).parent), os.environ.get("PATH", ""))),
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
        "PYTHONIOENCODING": "utf-8",
    }
    folder = tmp_path / "drafts"
    folder.mkdir()

    def call(*args: str, **hook_options: object) -> subprocess.CompletedProcess[str]:
        config = {"repos": [{"repo": "local", "hooks": [{**hook, **hook_options}]}]}
        (folder / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config), encoding="utf-8")
        git("add", "-A")
        return subprocess.run(
            [sys.executable, "-m", "pre_commit", "run", *args],
            cwd=folder, env=env, capture_output=True, encoding="utf-8", timeout=120,
        )  # fmt: skip

    def git(*args: str) -> None:
        subprocess.run(["git", *args], cwd=folder, env=env, check=True, capture_output=True, timeout=60)

    git("init", "-q")
    return folder, call


def test_a_faulty_word_draft_stops_the_commit(repository, root):
    folder, run = repository
    shutil.copy(root / "samples" / "seed-libraries.docx", folder / "seed libraries.DOCX")
    (folder / "notes.txt").write_text("not a draft\n", encoding="utf-8")
    done = run()
    assert done.returncode == 1, done.stdout + done.stderr
    assert "seed libraries.DOCX" in done.stdout and "Failed" in done.stdout
    assert "exit code: 1" in done.stdout and "notes.txt" not in done.stdout


def test_arguments_reach_the_program_and_what_passes_passes(repository, root):
    folder, run = repository
    shutil.copy(root / "samples" / "seed-libraries.docx", folder / "seeds.docx")
    done = run("--all-files", args=["--fail-on", "never"])
    assert done.returncode == 0 and "Passed" in done.stdout, done.stdout + done.stderr


def test_without_a_word_draft_there_is_nothing_to_do(repository):
    folder, run = repository
    (folder / "docx.md").write_text("*The General Assembly*,\n", encoding="utf-8")
    done = run("--all-files")
    assert done.returncode == 0 and "Skipped" in done.stdout, done.stdout + done.stderr


def test_an_unreadable_draft_stops_the_commit_too(repository):
    folder, run = repository
    (folder / "broken.docx").write_bytes(b"%PDF-1.4 not Word")
    done = run("--all-files")
    assert done.returncode == 1 and "exit code: 2" in done.stdout and "broken.docx" in done.stdout


def test_the_manifest_is_valid(root):
    done = subprocess.run(
        [sys.executable, "-m", "pre_commit", "validate-manifest", str(root / ".pre-commit-hooks.yaml")],
        capture_output=True, encoding="utf-8", timeout=60,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
