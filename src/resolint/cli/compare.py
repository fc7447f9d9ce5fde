"""``resolint compare``: what a draft makes of its base text, as an account or as a redline."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from resolint.cli import choices
from resolint.cli.files import read_input
from resolint.cli.giving import colored, give, room
from resolint.cli.output import refuse_existing, write_bytes
from resolint.cli.root import CLEAN, FINDINGS
from resolint.cli.terminal import say
from resolint.errors import BadConfiguration, UnreadableDraft
from resolint.pipeline import WORD_SUFFIXES, Session
from resolint.pipeline.comparing import AUTHOR, Comparison, compare, redline
from resolint.pipeline.rendering import render_comparison
from resolint.pipeline.session import read_moment

_TEXTS = (".txt", ".md", ".text", ".log", ".diff", ".out")

_HELP = """Say paragraph by paragraph what the draft makes of its base text: unchanged, changed, moved, split, merged, new
or dropped, with the words out and in, notes, italics, opening phrases and references.

BASE and DRAFT are Word, Markdown, plain text or PDF files; - stands for standard input.

With -o REDLINE.docx every departure is written into the base as a tracked change: rejecting all gives the base back,
accepting all gives the words of the draft. For a base in Markdown, plain text or PDF the Word file is built first.

Exit code 0 tells that the texts are the same, 1 that the draft departs from the base, 2 that a file could not be
used."""


@click.command("compare", help=_HELP, short_help="Say what a draft makes of its base text.")
@click.argument("base", type=click.Path())
@click.argument("draft", type=click.Path())
@click.option(
    "--format",
    "-f",
    "form",
    type=click.Choice(["text", "json", "html", "docx"]),
    help="An account for people (text, html) or for programs, or a redline; by default what the name of FILE says.",
)
@click.option("--output", "-o", type=click.Path(dir_okay=False), metavar="FILE", help="Write to FILE.")
@click.option("--force", is_flag=True, help="Write over a redline that exists.")
@click.option("--author", default=AUTHOR, show_default=True, help="In whose name a redline is written.")
@click.option("--date", metavar="DATE", help="When its changes were made (2026-11-20T10:00:00Z); by default now.")
@click.option("--color/--no-color", default=None, help="Colours, by default on a terminal only.")
@choices.convert
def command(
    base: str,
    draft: str,
    form: str | None,
    output: str | None,
    force: bool,
    author: str,
    date: str | None,
    color: bool | None,
) -> None:
    """Compare two drafts."""
    if base == draft == "-":
        raise UnreadableDraft("-: standard input can be the base or the draft, not both")
    form = form or _form(output)
    _refuse_ending(form, output)
    session = Session()
    ours, theirs = read_input(base), read_input(draft)
    found = compare(ours, theirs, session, base_name=base, draft_name=draft)
    if form == "docx":
        if output is None:
            raise BadConfiguration("--format docx: say with -o where the redline is to be written")
        refuse_existing(output, force, (base, draft))
        signed, when = _author(author), None if date is None else read_moment(date, "--date")
        written = redline(
            ours, theirs, session, author=signed, date=when, base_name=base, draft_name=draft, comparison=found
        )
        write_bytes(output, written.data, inputs=(base, draft))
        say(
            f"{output}: written, {_counted(found, written.untracked, written.unwritten)} as tracked changes of {signed}"
        )
        for line in written.left:
            say(line)
    else:
        color, (width, encoding) = colored(form, output, color), room(form, output)
        text = render_comparison(found, form, width=width, color=color, encoding=encoding)
        give(text, form, output, inputs=(base, draft), color=color)
    sys.exit(FINDINGS if found.departs else CLEAN)


def _form(output: str | None) -> str:
    name = (output or "").lower()
    if name.endswith(WORD_SUFFIXES):
        return "docx"
    return "html" if name.endswith((".html", ".htm")) else "json" if name.endswith(".json") else "text"


def _refuse_ending(form: str, output: str | None) -> None:
    """Raises BadConfiguration for a file whose name promises another format than it would get."""
    ending = Path(output or "").suffix.lower()
    known = {"docx": WORD_SUFFIXES, "html": (".html", ".htm"), "json": (".json",), "text": _TEXTS}[form]
    if output not in (None, "-") and ending and ending not in known:
        what = (
            "a redline is a Word file" if form == "docx" else "an account is text, HTML or JSON, a redline a Word file"
        )
        raise BadConfiguration(f"{output}: {what}; give it a name that ends in .docx, .txt, .html or .json")


def _counted(found: Comparison, untracked: int, unwritten: int) -> str:
    """How many departures a redline shows, in words."""
    rows, fields = len(found.departures) - untracked, len(found.head) - unwritten
    in_rows = any(paragraph.part == "masthead" for row in found.departures for paragraph in (*row.base, *row.draft))
    said = [f"{rows} {'departure' if rows == 1 else 'departures'}"] if rows > 0 else []
    if fields > 0 and not in_rows:
        said.append(f"{fields} {'field' if fields == 1 else 'fields'} of the masthead")
    return " and ".join(said) or "no departure"


def _author(name: str) -> str:
    plain = " ".join("".join(char if char.isprintable() else " " for char in name).split())
    if not plain:
        raise BadConfiguration("--author: a name is needed, such as --author 'Secretariat'")
    return plain
