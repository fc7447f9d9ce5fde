"""``resolint compare``: what a draft makes of its base text, as an account or as a redline."""

from __future__ import annotations

import sys

import click

from resolint.cli import terminal
from resolint.cli.root import CLEAN, FINDINGS
from resolint.errors import BadConfiguration, UnreadableDraft
from resolint.pipeline.compare import AUTHOR, compare, redline
from resolint.pipeline.files import WORD_SUFFIXES
from resolint.pipeline.output import refuse_existing, write_bytes, write_text

_HELP = """Say paragraph by paragraph what the draft makes of its base text: unchanged, changed, moved, split, merged, new
or dropped, with the words out and in, notes, italics, opening phrases and references.

BASE and DRAFT are Word, Markdown or plain text files; - stands for standard input.

With -o REDLINE.docx every departure is written into the base as a tracked change: rejecting all gives the base back,
accepting all gives the words of the draft. For a base in Markdown or recovered from a page the Word file is built first.

Exit code 0 tells that the texts are the same, 1 that the draft departs from the base, 2 that a file could not be
used."""


@click.command("compare", help=_HELP, short_help="Say what a draft makes of its base text, or write a redline.")
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
    data = _standard_input(base, draft)
    form = form or _form(output)
    ours, theirs = (data if path == "-" else path for path in (base, draft))
    base_name, draft_name = ("-" if path == "-" else "" for path in (base, draft))
    found = compare(ours, theirs, base_name=base_name, draft_name=draft_name)
    if form == "docx":
        if output is None:
            raise BadConfiguration("--format docx: say with -o where the redline is to be written")
        refuse_existing(output, force, (base, draft))
        written = redline(ours, theirs, author=_author(author), date=_date(date), base_name=base_name, comparison=found)
        write_bytes(output, written.data, inputs=(base, draft))
        for line in written.left:
            terminal.say(line)
    else:
        from resolint.report.comparison import text as comparison

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


def _form(output: str | None) -> str:
    name = (output or "").lower()
    if name.endswith(WORD_SUFFIXES):
        return "docx"
    return "html" if name.endswith((".html", ".htm")) else "json" if name.endswith(".json") else "text"


def _standard_input(base: str, draft: str) -> bytes:
    if "-" not in (base, draft):
        return b""
    if base == draft:
        raise UnreadableDraft("-: standard input can be the base or the draft, not both")
    return sys.stdin.buffer.read()


def _author(name: str) -> str:
    plain = " ".join("".join(char if char.isprintable() else " " for char in name).split())
    if not plain:
        raise BadConfiguration("--author: a name is needed, such as --author 'Secretariat'")
    return plain


def _date(value: str | None) -> str:
    from datetime import UTC, datetime

    try:
        when = datetime.now(UTC) if value is None else datetime.fromisoformat(value)
    except ValueError:
        raise BadConfiguration(
            f"--date: '{value}' is no date; write it as 2026-11-20 or 2026-11-20T10:00:00Z"
        ) from None
    when = when.astimezone(UTC) if when.tzinfo is not None else when
    return when.strftime("%Y-%m-%dT%H:%M:%SZ")
