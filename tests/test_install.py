"""The commands with which a newcomer begins, as README and pages print them, on a bare clone; and what Git is told once."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from urllib.request import urlopen

import pytest

from tests.support.clones import clone, environment
from tests.support.rows import each
from tests.test_docs import commands

ROOT = Path(__file__).resolve().parent.parent
PAGES = (ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md")))
OURS = "resolint "
"""Lines that begin so are run by test_docs and test_site."""
GIT = 'git config diff.resolint.textconv "resolint show --textconv"'
SUITE = "python3 -m venv --clear .venv && .venv/bin/pip install -q -e '.[test]' && .venv/bin/pytest -n auto"
"""What runs this test; CI runs it on a fresh clone."""
BEGINNINGS = {
    "README.md": (
        "python3 -m venv --clear .venv && .venv/bin/pip install -q . && .venv/bin/resolint lint samples/seed-libraries.docx",
        ".venv/bin/pip install -q '.[web]' && .venv/bin/resolint serve samples/seed-libraries.docx",
    ),
    "index.md": (
        "python3 -m venv .venv",
        ".venv/bin/pip install '.[web]'",
        ".venv/bin/resolint serve samples/seed-libraries.docx",
    ),
    "editors.md": ("pip install '.[lsp]'",),
}


@each("page", PAGES, ids=lambda page: page.name)
def test_every_command_of_a_page_is_run_by_some_test(page: Path) -> None:
    others = tuple(line for line in commands(page) if not line.startswith(OURS) and line not in (GIT, SUITE))
    assert others == BEGINNINGS.get(page.name, ()), "tests/test_install.py runs what stands here; let it run this too"


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("git") is None or shutil.which("bash") is None, reason="git or bash is absent")
def test_git_shows_what_changed_inside_a_word_file(tmp_path: Path) -> None:
    env = environment(PATH=os.pathsep.join((str(Path(sys.executable).parent), os.environ.get("PATH", ""))))

    def call(line: str) -> str:
        done = subprocess.run(["bash", "-c", line], cwd=tmp_path, env=env, capture_output=True, encoding="utf-8", timeout=120)  # fmt: skip
        assert done.returncode == 0, f"{line}: {done.stdout}{done.stderr}"
        return done.stdout

    assert GIT in commands(ROOT / "docs" / "editing.md")
    shutil.copy(ROOT / "samples" / "seed-libraries.docx", tmp_path / "a.docx")
    call("git init -q && echo '*.docx diff=resolint' > .gitattributes && " + GIT)
    call("git add -A && git -c user.name=x -c user.email=x@example.org commit -q -m x")
    shutil.copy(ROOT / "samples" / "sign-language.docx", tmp_path / "a.docx")
    shown = call("git diff")
    assert re.search(r"^-.*seed", shown, re.MULTILINE) and re.search(r"^\+.*sign language", shown, re.MULTILINE)


@pytest.mark.deep
@pytest.mark.parametrize("page", BEGINNINGS)
def test_a_newcomer_begins(page: str, tmp_path: Path) -> None:
    """Needs the package index; a page that is served is looked at once."""
    folder = clone(tmp_path / "resolint")
    env = environment()
    if page == "editors.md":
        subprocess.run([sys.executable, "-m", "venv", ".venv"], cwd=folder, env=env, check=True)
        env["PATH"] = f"{folder / '.venv' / 'bin'}{os.pathsep}{env['PATH']}"
    for line in BEGINNINGS[page]:
        before, serves, _ = line.partition(" serve ")
        process = subprocess.Popen(
            ["bash", "-c", f"{line} --no-browser" if serves else line],
            cwd=folder, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8", start_new_session=True,
        )  # fmt: skip
        assert process.stdout is not None
        if serves:
            address = next(said.strip() for said in process.stdout if said.startswith("http://"))
            with urlopen(address) as answer:
                assert b"seed-libraries.docx" in answer.read(), before
            os.killpg(process.pid, 15)
            process.communicate(timeout=60)
            continue
        said, _ = process.communicate(timeout=900)
        assert process.returncode == (1 if " lint " in line else 0), said
        assert " lint " not in line or "PRE002" in said, said
    if page == "editors.md":
        asked = subprocess.run(["resolint", "lsp", "--help"], cwd=folder, env=env, check=True, capture_output=True)
        assert b"language server" in asked.stdout.lower() or b"Language Server" in asked.stdout
