"""Completion in the shells that click writes scripts for: the scripts are read by the shells, and complete what is typed."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.shell_completion import get_completion_class

from resolint.cli.root import cli
from tests.support.rows import each

PROGRAM = "resolint"
NEEDS = {
    name: pytest.mark.skipif(shutil.which(name) is None, reason=f"{name} is absent") for name in ("bash", "fish", "zsh")
}
EACH = [pytest.param(name, marks=[mark, pytest.mark.slow]) for name, mark in NEEDS.items()]
ASKED = {
    "bash": """eval "$(_RESOLINT_COMPLETE=bash_source resolint)"
COMP_WORDS=({words}); COMP_CWORD={last}; _resolint_completion resolint; printf '%s\\n' "${{COMPREPLY[@]}}" """,
    "fish": """_RESOLINT_COMPLETE=fish_source resolint | source
complete -C '{line}'""",
    "zsh": """autoload -Uz compinit; compinit -u -d "$1"; eval "$(_RESOLINT_COMPLETE=zsh_source resolint)"
[[ -n ${{_comps[resolint]}} ]] && COMP_WORDS='{line}' COMP_CWORD={last} _RESOLINT_COMPLETE=zsh_complete resolint""",
}


def offered(words: list[str], begun: str) -> set[str]:
    found = get_completion_class("bash")(cli, {}, PROGRAM, "_RESOLINT_COMPLETE").get_completions(words, begun)
    return {item.value for item in found}


@each(
    ("words", "begun", "expected"),
    [
        ([], "co", {"compare", "compile", "concord", "consistency", "corpus"}),
        (["lint"], "--min", {"--min-severity"}),
        (["lint", "--format"], "s", {"sarif", "summary"}),
        (["lint", "--profile"], "ec", {"ecosoc"}),
        (["lint", "--select"], "pre00", None),
        (["fix", "--ignore"], "TYP001,OPR00", None),
        (["rules", "explain"], "preambular-comma", {"preambular-comma-missing"}),
        (["profiles", "show"], "un4", {"un4mun"}),
        (["new", "--template"], "ga-pl", None),
        (["teach", "handout", "PRE002"], "abb00", None),
    ],
)
def test_what_is_offered(words: list[str], begun: str, expected: set[str] | None) -> None:
    found = offered(words, begun)
    if expected is not None:
        assert found == expected
    assert found and all(value.lower().startswith(begun.lower()) for value in found)


def test_files_are_offered_for_drafts() -> None:
    found = get_completion_class("bash")(cli, {}, PROGRAM, "_RESOLINT_COMPLETE").get_completions(["lint"], "dr")
    assert [item.type for item in found] == ["file"]


@pytest.mark.parametrize("shell", EACH)
def test_a_shell_completes(shell: str, tmp_path: Path) -> None:
    words = ["resolint", "rules", "expl"]
    text = ASKED[shell].format(words=" ".join(words), line=" ".join(words), last=len(words) - 1)
    path = os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))
    home = {"HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path), "PATH": path}
    done = subprocess.run(
        [shell, "-c", text, shell, str(tmp_path / "dump")],
        env=home,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert "explain" in done.stdout, done.stderr


@pytest.mark.parametrize("shell", NEEDS)
def test_the_page_tells_how(shell: str, root: Path) -> None:
    text = (root / "docs" / "commands.md").read_text(encoding="utf-8")
    assert f"_RESOLINT_COMPLETE={shell}_source resolint" in text
    assert click.shell_completion.get_completion_class(shell) is not None
