"""The hook as an editor meets it: a real ``pre-commit run`` in a scratch repository."""

import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.clones import bare_repository, environment

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

    hooks = {hook["id"]: hook for hook in yaml.safe_load((root / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))}
    for hook in hooks.values():
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

    def call(*args: str, hook: str = "resolint", **hook_options: object) -> subprocess.CompletedProcess[str]:
        config = {"repos": [{"repo": "local", "hooks": [{**hooks[hook], **hook_options}]}]}
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


def test_what_is_no_draft_is_passed_over_in_silence(repository):
    folder, run = repository
    (folder / "docx.md").write_text("*The General Assembly*,\n", encoding="utf-8")
    (folder / "page.md").write_text("---\ntitle: A page\ndate: 2026-01-01\n---\n\nteh page\n", encoding="utf-8")
    (folder / "~$draft.docx").write_bytes(b"\x05anna")
    (folder / "pointer.docx").write_bytes(b"version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n")
    done = run("--all-files")
    assert done.returncode == 0 and "Passed" in done.stdout, done.stdout + done.stderr


def test_a_draft_in_markdown_is_checked(repository):
    folder, run = repository
    (folder / "draft.md").write_text("+++\nsymbol = 'A/80/L.1'\n+++\n\n*The General Assembly*\n", encoding="utf-8")
    done = run("--all-files")
    assert done.returncode == 1 and "draft.md" in done.stdout, done.stdout + done.stderr


def test_the_second_hook_mends_drafts(repository):
    folder, run = repository
    source = "+++\nsymbol = 'A/80/L.1'\n+++\n\n*The General Assembly*,\n\n1. *Decides* to meet , and to talk.\n"
    (folder / "draft.md").write_text(source, encoding="utf-8")
    done = run("--all-files", hook="resolint-fix")
    assert done.returncode == 1 and "files were modified" in done.stdout, done.stdout + done.stderr
    assert "to meet, and" in (folder / "draft.md").read_text(encoding="utf-8")
    assert run("--all-files", hook="resolint-fix").returncode == 0


def test_the_third_hook_tells_what_keeps_a_draft_from_being_submitted(repository):
    folder, run = repository
    draft = "+++\nsymbol = 'A/80/L.1'\n+++\n\n*The General Assembly*,\n\n1. *Decides* to meet [in Port Vila].\n"
    (folder / "draft.md").write_text(draft, encoding="utf-8")
    (folder / "notes.md").write_text("# Notes\n\n[in Port Vila]\n", encoding="utf-8")
    done = run("--all-files", hook="resolint-ready")
    assert done.returncode == 1 and "PRC" in done.stdout, done.stdout + done.stderr
    assert "notes.md" not in done.stdout
    (folder / "draft.md").unlink()
    assert run("--all-files", hook="resolint-ready").returncode == 0


def test_no_hook_touches_what_the_configuration_leaves_out(repository):
    folder, run = repository
    source = "+++\nsymbol = 'A/80/L.1'\n+++\n\n*The General Assembly*,\n\n1. *Decides* to meet , [in Port Vila].\n"
    (folder / "archive").mkdir()
    (folder / "archive" / "old.md").write_text(source, encoding="utf-8")
    (folder / "resolint.toml").write_text('exclude = ["archive/"]\n', encoding="utf-8")
    for hook in ("resolint", "resolint-fix", "resolint-ready"):
        done = run("--all-files", "--verbose", hook=hook)
        assert done.returncode == 0 and "old.md" not in done.stdout, done.stdout + done.stderr
    assert (folder / "archive" / "old.md").read_text(encoding="utf-8") == source


@pytest.mark.deep
def test_every_hook_is_installed_from_a_repository_that_git_serves(tmp_path, root):
    """As an office has it: a bare repository, ``language: python``, an environment that pre-commit makes itself."""
    import yaml

    env = environment(PRE_COMMIT_HOME=str(tmp_path / "cache"))

    def call(folder: Path, *args: str, check: bool = True) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            args, cwd=folder, env=env, check=check, capture_output=True, encoding="utf-8", timeout=600
        )

    drafts = tmp_path / "drafts"
    served, revision = bare_repository(tmp_path)
    drafts.mkdir()
    hooks = [hook["id"] for hook in yaml.safe_load((root / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))]
    config = {"repos": [{"repo": served.as_uri(), "rev": revision, "hooks": [{"id": hook} for hook in hooks]}]}
    (drafts / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config), encoding="utf-8")
    shutil.copy(root / "samples" / "seed-libraries.docx", drafts / "seed libraries.docx")
    shutil.copy(root / "samples" / "reading-rooms.md", drafts)
    call(drafts, "git", "init", "-q")
    call(drafts, "git", "add", "-A")
    done = {
        hook: call(drafts, sys.executable, "-m", "pre_commit", "run", "--all-files", hook, check=False)
        for hook in hooks
    }
    said = "\n".join(one.stdout + one.stderr for one in done.values())
    assert {hook: one.returncode for hook, one in done.items()} == dict.fromkeys(hooks, 1), said
    assert "PRE002" in done["resolint"].stdout and "reading-rooms.md" not in done["resolint"].stdout, said
    assert "files were modified" in done["resolint-fix"].stdout, said
    assert "PRC" in done["resolint-ready"].stdout, said
