"""``resolint export``: a draft in other formats."""

from __future__ import annotations

from pathlib import Path
from typing import cast

import click

from resolint import pipeline
from resolint.cli import choices, terminal
from resolint.cli.files import read_input
from resolint.cli.giving import give
from resolint.cli.output import refuse_existing
from resolint.errors import BadConfiguration
from resolint.model import View
from resolint.pipeline.exporting import EXPORTS, export, left_behind

_HELP = """Write the draft at PATH in another format.

\b
akn   Akoma Ntoso, the XML of parliaments, in the profile of the United Nations
html  one page that looks like the document, for the screen and for paper
md    the Markdown notation
json  the structure, for programs
txt   plain text with numbers and notes

PATH is a Word, Markdown, plain text or Akoma Ntoso file, or - for standard input. Without --to, the ending of the
output FILE decides."""


@click.command("export", help=_HELP, short_help="Write a draft as Akoma Ntoso, HTML, Markdown, JSON or plain text.")
@click.argument("path", type=click.Path())
@click.option("--to", "form", type=click.Choice(EXPORTS), help="The format; by default that of FILE's ending.")
@click.option("--output", "-o", type=click.Path(dir_okay=False), metavar="FILE", help="Write to FILE.")
@click.option("--force", is_flag=True, help="Write over a file that exists.")
@choices.view
@choices.stdin_name
@choices.convert
def command(path: str, form: str | None, output: str | None, force: bool, view: str, stdin_name: str | None) -> None:
    """Read one draft and write it in the format that was asked for."""
    wanted = form or _by_ending(output)
    if output is not None:
        refuse_existing(output, force, (path,))
    name = (stdin_name or "-") if path == "-" else path
    document = pipeline.load(read_input(path), name=name, view=cast(View, view))
    give(export(document, wanted), wanted, output, inputs=(path,))
    if said := left_behind(document):
        terminal.say(said)


def _by_ending(output: str | None) -> str:
    ending = Path(output).suffix.lower().lstrip(".") if output else ""
    known = {"xml": "akn", "htm": "html", "markdown": "md"}.get(ending, ending)
    if known not in EXPORTS:
        raise BadConfiguration(
            f"{output or 'standard output'}: the format is not known from the name; say --to {', '.join(EXPORTS[:-1])} "
            f"or {EXPORTS[-1]}"
        )
    return known
