"""Manual pages: every command, option and example, and nothing that the formatter stumbles over."""

import shutil
import subprocess
import tomllib
from pathlib import Path

import click
import pytest

from resolint.cli.manual import pages
from resolint.cli.root import cli


@pytest.fixture(scope="module")
def made() -> dict[str, str]:
    folder = Path(__file__).resolve().parents[2] / "docs"
    return pages(cli, tomllib.loads((folder / "examples.toml").read_text(encoding="utf-8")))


def plain(text: str) -> str:
    return text.replace(r"\-", "-").replace(r"\(aq", "'")


def test_every_command_has_a_page_with_its_options(made) -> None:
    context = click.Context(cli)
    for name in cli.list_commands(context):
        page, command = plain(made[f"resolint-{name}.1"]), cli.get_command(context, name)
        below = command.commands.values() if isinstance(command, click.Group) else [command]
        for one in below:
            for option in (param for param in one.params if isinstance(param, click.Option)):
                assert option.opts[0] in page, f"{name} {option.opts[0]}"
        assert f"\\fBresolint-{name}\\fR(1)" in plain(made["resolint.1"])
        assert ".SH EXAMPLES" in page


def test_words_that_begin_like_a_request_stay() -> None:
    @click.group(name="try")
    def root() -> None:
        """.docx files, and C:\\temp.

        'Quoted' – so."""

    text = pages(root, {})["try.1"]
    assert "\\&.docx files, and C:\\etemp.\n.PP\n\\(aqQuoted\\(aq \\[u2013] so." in text


@pytest.mark.skipif(shutil.which("groff") is None, reason="groff is absent")
def test_the_formatter_has_nothing_to_say(made) -> None:
    done = subprocess.run(
        ["groff", "-ww", "-man", "-Tutf8"],
        input="".join(made.values()),
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert done.stderr == "" and "What departs from the conventions" in done.stdout
