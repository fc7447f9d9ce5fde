"""``resolint show``: what a draft is made of."""

from __future__ import annotations

from typing import cast

import click

from resolint import pipeline
from resolint.cli import choices, terminal
from resolint.cli.files import read_input
from resolint.cli.giving import colored, give, room
from resolint.cli.output import refuse_existing
from resolint.errors import ResolintError
from resolint.model import View
from resolint.pipeline.exporting import left_behind


@click.command(
    "show",
    help="Show what the draft at PATH is made of: masthead, texts, paragraphs, annexes, notes.\n\n"
    "PATH is a Word, Markdown, plain text or Akoma Ntoso file, or - for standard input.\n\n"
    "With --textconv, git diff shows what changed inside of Word files: write '*.docx diff=resolint' into .gitattributes, "
    "and run once: git config diff.resolint.textconv 'resolint show --textconv'",
    short_help="Show what a draft is made of.",
)
@click.argument("path", type=click.Path())
@click.option(
    "--format",
    "-f",
    "form",
    type=click.Choice(["text", "json", "md"]),
    default="text",
    show_default=True,
    help="An outline, the structure for programs, or the whole draft in Markdown.",
)
@click.option(
    "--textconv",
    is_flag=True,
    help="For git diff: the draft in Markdown, and where it cannot be read one line that says why, always with exit code 0.",
)
@click.option("--comments", is_flag=True, help="With --textconv, also the comments of the draft.")
@click.option("--output", "-o", type=click.Path(dir_okay=False), metavar="FILE", help="Write to FILE.")
@click.option("--force", is_flag=True, help="With --format md, write over a file that exists.")
@choices.view
@choices.stdin_name
@click.option("--color/--no-color", default=None, help="Colours, by default on a terminal only.")
@choices.convert
def command(
    path: str,
    form: str,
    textconv: bool,
    comments: bool,
    output: str | None,
    force: bool,
    view: str,
    stdin_name: str | None,
    color: bool | None,
) -> None:
    """Read one draft and show it."""
    name = (stdin_name or "-") if path == "-" else path
    if comments and not textconv:
        raise click.UsageError("--comments goes with --textconv")
    if textconv:
        give(_for_git(path, name, cast(View, view), comments), "md", output, inputs=(path,))
        return
    document = pipeline.load(read_input(path), name=name, view=cast(View, view))
    color, (width, _) = colored(form, output, color), room(form, output)
    if output is not None:
        refuse_existing(output, force or form != "md", (path,))
    give(pipeline.show(document, form, width=width, color=color), form, output, inputs=(path,), color=color)
    if form == "md" and (said := left_behind(document)):
        terminal.say(said)


def _for_git(path: str, name: str, view: View, comments: bool) -> str:
    """The draft in Markdown; git ends a whole diff over one file that gives an error, so a fault is said in its place."""
    try:
        document = pipeline.load(read_input(path), name=name, view=view)
        text = pipeline.show(document, "md")
    except ResolintError as error:
        # git hands over a temporary file, whose name would differ each time.
        fault = str(error)
        if fault.startswith(f"{name} "):
            fault = f"this file{fault.removeprefix(name)}"
        return f"({fault.removeprefix(f'{name}: ')})\n"
    if not comments or not document.comments:
        return text
    said = (" ".join(f"{comment.author or 'unknown'}: {comment.text}".split()) for comment in document.comments)
    return text + "\n" + "".join(f"> {line}\n" for line in said)
