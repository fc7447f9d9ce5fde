"""``resolint track``: how each paragraph came through the rounds."""

from __future__ import annotations

import click

from resolint.cli import choices
from resolint.cli.compile import parted
from resolint.cli.files import read_input
from resolint.cli.giving import give, room
from resolint.cli.output import refuse_document
from resolint.pipeline import Session
from resolint.pipeline.compiling import Copy
from resolint.pipeline.rendering import render_rounds
from resolint.pipeline.tracking import track

_HELP = """Say how each paragraph came through the rounds of a negotiation: in which version it came in, what changed, whether its
opening became stronger or weaker, which qualifiers came and went, and where it was dropped.

VERSIONS are the texts in order, the first one first: v1.docx v2.docx, or "first reading=v2.docx" to give one a name."""


@click.command("track", help=_HELP, short_help="Say how each paragraph came through the rounds.")
@click.argument("versions", metavar="VERSION VERSION...", nargs=-1, required=True)
@click.option("--format", "-f", "form", type=click.Choice(["text", "csv", "html"]), help="By default what FILE says.")
@click.option("--output", "-o", type=click.Path(dir_okay=False), metavar="FILE", help="Write to FILE.")
@choices.force
def command(versions: tuple[str, ...], form: str | None, output: str | None, force: bool) -> None:
    """Follow the paragraphs of several versions."""
    files = [parted(one) for one in versions]
    refuse_document(output, force, [file for _, file in files])
    found = track([Copy(name, read_input(file), file) for name, file in files], Session())
    ending = (output or "").lower()
    form = form or ("csv" if ending.endswith(".csv") else "html" if ending.endswith((".html", ".htm")) else "text")
    width, encoding = room(form, output)
    text = render_rounds(found.versions, found.lines, form, width=width, encoding=encoding)
    give(text, form, output, inputs=[file for _, file in files])
