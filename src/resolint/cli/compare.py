"""``resolint compare``: what a draft makes of its base text."""

from __future__ import annotations

import sys

import click

from resolint.cli import terminal
from resolint.cli.root import CLEAN, FINDINGS
from resolint.errors import UnreadableDraft
from resolint.pipeline.compare import compare
from resolint.pipeline.files import write_text

_HELP = """Say paragraph by paragraph what the draft makes of its base text: unchanged, changed, moved, split, merged, new
or dropped, with the words out and in, notes, italics, opening phrases and references.

BASE and DRAFT are Word, Markdown or plain text files; - stands for standard input.

Exit code 0 tells that the texts are the same, 1 that the draft departs from the base, 2 that a file could not be
used."""


@click.command("compare", help=_HELP, short_help="Say what a draft makes of its base text.")
@click.argument("base", type=click.Path())
@click.argument("draft", type=click.Path())
@click.option(
    "--format",
    "-f",
    "form",
    type=click.Choice(["text", "json", "html"]),
    help="An account for people or for programs, or a page to read and print.",
)
@click.option("--output", "-o", type=click.Path(dir_okay=False), metavar="FILE", help="Write to FILE.")
@click.option("--color/--no-color", default=None, help="Colours, by default on a terminal only.")
def command(base: str, draft: str, form: str | None, output: str | None, color: bool | None) -> None:
    """Compare two drafts."""
    from resolint.report import comparison

    data = _standard_input(base, draft)
    found = compare(
        base if base != "-" else data,
        draft if draft != "-" else data,
        base_name="" if base != "-" else "-",
        draft_name="" if draft != "-" else "-",
    )
    form = form or ("html" if output is not None and output.lower().endswith((".html", ".htm")) else "text")
    colored = (terminal.use_color(color) if output is None else bool(color)) and form == "text"
    text = comparison.render(
        found,
        form,
        width=terminal.width() if output is None else 100,
        color=colored,
        encoding="utf-8" if output is not None or form != "text" else terminal.encoding(),
    )
    if output is not None:
        write_text(output, text, inputs=(base, draft))
    elif form == "text":
        terminal.write(text, color=colored)
    else:
        terminal.write_utf8(text)
    sys.exit(FINDINGS if found.departures else CLEAN)


def _standard_input(base: str, draft: str) -> bytes:
    if "-" not in (base, draft):
        return b""
    if base == draft:
        raise UnreadableDraft("-: standard input can be the base or the draft, not both")
    return sys.stdin.buffer.read()
