"""``resolint agreed``: where the language of a draft comes from, and where it departs from what was agreed."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from resolint.cli import terminal
from resolint.errors import BadConfiguration
from resolint.model import View

if TYPE_CHECKING:
    from resolint.profile import Config

_HELP = """Say for each paragraph of DRAFT whether it is agreed language, where it comes from, and where it departs from it.

DRAFT is a Word, Markdown or plain text file, or - for standard input. It is held against the texts that 'resolint corpus add'
has taken up and that were adopted before the date of the draft; never against itself.

Verdicts: verbatim; adapted (only dates, numbers and organ changed); departs (words in or out); combined (parts of several
sources); new.

With --suggest TEXT no draft is read: the nearest agreed wordings of TEXT are shown. TEXT may be the name of a file, or - for
standard input."""


@click.command("agreed", help=_HELP, short_help="Say where the language of a draft comes from.")
@click.argument("draft", type=click.Path(), required=False)
@click.option(
    "--corpus",
    multiple=True,
    metavar="FILE",
    help="Ask this corpus, a file or postgresql://…; several in order.",
)
@click.option("--without", multiple=True, metavar="NAME", help="Leave out a corpus that the configuration names.")
@click.option("--suggest", metavar="TEXT", help="Show the agreed wordings nearest to TEXT.")
@click.option("--limit", type=click.IntRange(1, 50), default=5, show_default=True, help="How many wordings to suggest.")
@click.option(
    "--before", metavar="DATE", help="Count only texts adopted before DATE (2019-12-18), not before that of the draft."
)
@click.option(
    "--format",
    "-f",
    "form",
    type=click.Choice(["text", "json", "html", "docx"]),
    help="How to report; docx is the Word draft with comments.  [default: text]",
)
@click.option("--output", "-o", type=click.Path(dir_okay=False), metavar="FILE", help="Write to FILE.")
@click.option("--force", is_flag=True, help="Write over a Word file that exists.")
@click.option(
    "--view",
    type=click.Choice(["proposed", "original"]),
    default="proposed",
    show_default=True,
    help="Read tracked changes as proposed, or the text before them.",
)
@click.option(
    "--config", type=click.Path(), metavar="FILE", help="Use this configuration, not the nearest resolint.toml."
)
@click.option("--no-config", is_flag=True, help="Use no configuration.")
@click.option("--stdin-name", metavar="NAME", help="What to call the draft on standard input.")
@click.option("--color/--no-color", default=None, help="Colours, by default on a terminal only.")
def command(
    draft: str | None,
    corpus: tuple[str, ...],
    without: tuple[str, ...],
    suggest: str | None,
    limit: int,
    before: str | None,
    form: str | None,
    output: str | None,
    force: bool,
    view: str,
    config: str | None,
    no_config: bool,
    stdin_name: str | None,
    color: bool | None,
) -> None:
    """Hold a draft, or one text, against agreed language."""
    if (draft is None) == (suggest is None):
        raise click.UsageError("give a DRAFT to look at, or --suggest with a text, and not both")
    if config is not None and no_config:
        raise click.UsageError("--config and --no-config exclude each other")
    from resolint.pipeline import agreed as desk

    before = _date(before)
    found = None if no_config else _config(config, draft)
    corpora = desk.corpora_for(corpus, found, without)
    form = form or _form_of(output)
    if suggest is not None:
        _suggest(_text_of(suggest), corpora, limit, before, form, output)
        return
    from resolint.pipeline.output import refuse_existing, write_text
    from resolint.report.agreed.text import render

    assert draft is not None
    if form == "docx":
        if output is not None:
            refuse_existing(output, force, (draft, *corpora))
        _annotate(draft, corpora, cast(View, view), before, output)
        return
    source = sys.stdin.buffer.read() if draft == "-" else draft
    agreement = desk.agreed(
        source, corpora, name=(stdin_name or "-") if draft == "-" else "", view=cast(View, view), before=before
    )
    colored = (terminal.use_color(color) if output is None else bool(color)) and form == "text"
    text = render(
        agreement,
        form,
        width=terminal.width() if output is None else 100,
        color=colored,
        encoding="utf-8" if output is not None or form != "text" else terminal.encoding(),
    )
    if output is not None:
        write_text(output, text, inputs=(draft, *corpora))
    elif form == "text":
        terminal.write(text, color=colored)
    else:
        terminal.write_utf8(text)


def _form_of(output: str | None) -> str:
    ending = "" if output is None else Path(output).suffix.lower()
    return {".html": "html", ".htm": "html", ".json": "json", ".docx": "docx"}.get(ending, "text")


def _annotate(draft: str, corpora: tuple[str, ...], view: View, before: str | None, output: str | None) -> None:
    """Write the draft with comments into another file."""
    from resolint.pipeline.agreed import annotated
    from resolint.pipeline.output import write_bytes

    if draft == "-" or output is None:
        raise click.UsageError("docx needs a Word file as DRAFT, and -o with the name of the file to write")
    write_bytes(output, annotated(draft, corpora, view=view, before=before), inputs=(draft, *corpora))


def _config(given: str | None, draft: str | None) -> Config | None:
    from resolint import profile

    if given is not None:
        if not Path(given).is_file():
            raise BadConfiguration(f"{given}: there is no such configuration file")
        return profile.read_config(given)
    return profile.find_config(Path.cwd() if draft in (None, "-") else Path(str(draft)).absolute().parent)


def _date(given: str | None) -> str | None:
    if given is None:
        return None
    from resolint.profile import iso_date

    found = iso_date(given)
    if found is None:
        raise BadConfiguration(f"--before: {given!r} is no date; write 2019-12-18 or 18 December 2019")
    return found


def _text_of(given: str) -> str:
    """The text to look for: what was given, the contents of the file of that name, or standard input for ``-``."""
    from resolint.pipeline.files import decode, read_bytes

    try:
        is_file = given != "-" and len(given) < 1000 and Path(given).is_file()
    except (OSError, ValueError):
        is_file = False
    if given == "-":
        given = decode(sys.stdin.buffer.read(), "standard input")
    elif is_file:
        given = decode(read_bytes(given), given)
    if not given.strip():
        raise BadConfiguration("--suggest: there is no text to look for; give some words")
    return given


def _suggest(
    text: str, corpora: tuple[str, ...], limit: int, before: str | None, form: str, output: str | None
) -> None:
    from resolint.pipeline.agreed import suggest
    from resolint.pipeline.output import write_text
    from resolint.report.agreed import suggestions as agreed_suggestions

    if form in ("html", "docx"):
        raise click.UsageError("suggestions come as text or json")
    found = suggest(text, corpora, limit=limit, before=before)
    shown = agreed_suggestions.render(
        text, found, form, width=terminal.width() if output is None else 100,
        encoding="utf-8" if output is not None or form == "json" else terminal.encoding(),
    )  # fmt: skip
    if output is not None:
        write_text(output, shown, inputs=corpora)
    elif form == "json":
        terminal.write_utf8(shown)
    else:
        terminal.write(shown)
