"""``resolint anatomy``: a draft taken apart, as a page."""

from __future__ import annotations

import click

from resolint.cli import terminal
from resolint.cli.files import read_input
from resolint.cli.output import PAGES, refuse_ending, refuse_existing, write_text
from resolint.pipeline import Session, explaining


@click.command("anatomy", short_help="Take a draft apart, as a page.")
@click.argument("path", type=click.Path())
@click.option(
    "--output",
    "-o",
    required=True,
    type=click.Path(dir_okay=False),
    metavar="FILE",
    help="The page to write: PAGE.html.",
)
@click.option("--force", is_flag=True, help="Write over a file that exists.")
def command(path: str, output: str, force: bool) -> None:
    """Take the draft at PATH apart: every element named, the ladder of its verbs, and which ground carries which action."""
    refuse_ending(output, "a page", PAGES)
    refuse_existing(output, force, (path,))
    page = explaining.anatomy(read_input(path), Session(), name="draft.md" if path == "-" else path)
    write_text(output, page, inputs=(path,))
    terminal.say(f"{output}: written")
