"""What may reach a terminal."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resolint.cli import terminal
from resolint.cli.terminal import harmless


@given(st.text(st.characters(max_codepoint=0xFF)), st.booleans())
def test_nothing_that_steers_a_terminal_is_left(text: str, color: bool) -> None:
    shown = harmless(text, color)
    left = re.sub(r"\x1b\[[\d;]*m", "", shown) if color else shown
    assert not re.search(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]|\r(?!\n)", left)
    assert harmless(shown, color) == shown


def test_lines_tabs_and_wanted_colours_stay() -> None:
    text = "a\r\nb\tc\n\x1b[1;31mred\x1b[0m – é"
    assert harmless(text, True) == text
    assert harmless("\x1b]0;t\x07", True) == r"\x1b]0;t\x07"


@pytest.mark.parametrize(
    "command",
    [("show",), ("show", "--format", "md"), ("lint",), ("lint", "--format", "github"), ("lint", "--format", "concise"),
     ("fix", "--diff"), ("citations",), ("export", "--to", "txt")],
)  # fmt: skip
def test_no_command_passes_escapes_of_a_draft_or_its_name(run, command) -> None:
    name = "e\x1b[31m\x07.md"
    Path(name).write_text("The General Assembly,\n\n1. *Invites* St\x1b]0;x\x07ates  to act (resolution 70/\x9b1) .\n")
    result = run(*command, name)
    assert result.exit_code in (0, 1)
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]", result.stdout + result.stderr)


@pytest.mark.parametrize(
    ("wanted", "given", "expected"),
    [
        (None, {"FORCE_COLOR": "1"}, True),
        (None, {"CLICOLOR_FORCE": "1"}, True),
        (None, {"FORCE_COLOR": "0"}, False),
        (None, {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        (False, {"FORCE_COLOR": "1"}, False),
        (True, {"NO_COLOR": "1"}, True),
    ],
)
def test_the_environment_may_ask_for_colours_where_nobody_looks(monkeypatch, wanted, given, expected):
    for name in ("NO_COLOR", "FORCE_COLOR", "CLICOLOR_FORCE"):
        monkeypatch.delenv(name, raising=False)
    for name, value in given.items():
        monkeypatch.setenv(name, value)
    assert terminal.use_color(wanted) is expected
