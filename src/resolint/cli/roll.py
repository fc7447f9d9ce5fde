"""``resolint roll``: last year's text carried forward to another session, with tracking on."""

from __future__ import annotations

import click

from resolint import pipeline
from resolint.cli import terminal
from resolint.cli.files import read_input
from resolint.cli.giving import room
from resolint.cli.output import refuse_existing, write_bytes
from resolint.errors import BadConfiguration, CannotWrite
from resolint.pipeline import Session
from resolint.pipeline.comparing import AUTHOR
from resolint.pipeline.rendering import render_rolling
from resolint.pipeline.rolling import Given, roll

_HELP = """Carry the annual text LAST-YEAR forward to another session, every change tracked.

LAST-YEAR is the Word file of last year's draft or adopted text, or its Markdown. What follows from the session is done: masthead,
sessions ahead, years ahead in operative paragraphs, last year's resolution among those recalled. Everything else that is of last
year (reports, days, sponsors, the number on the agenda) is listed for you to decide. Rejecting all changes in Word gives last
year's text back."""


@click.command("roll", help=_HELP, short_help="Carry last year's text forward, with tracking on.")
@click.argument("source", metavar="LAST-YEAR", type=click.Path())
@click.option(
    "--session", "-s", "number", type=click.IntRange(1, 2200), required=True, help="The session of the new text."
)
@click.option(
    "--output", "-o", type=click.Path(dir_okay=False), metavar="FILE", required=True, help="The Word file to write."
)
@click.option("--last", default="", metavar="NUMBER", help="The number of last year's resolution (80/195).")
@click.option("--last-date", default="", metavar="DATE", help="When it was adopted (2025-12-18).")
@click.option("--symbol", default="", help="The symbol of the new text.")
@click.option("--date", "day", default="", metavar="DATE", help="The date of the new text.")
@click.option("--item", default="", help="Its number on the agenda (72 (b)).")
@click.option("--sponsors", default="", help="Its sponsors, as they are printed.")
@click.option("--author", default=AUTHOR, show_default=True, help="In whose name the changes are made.")
@click.option("--force", is_flag=True, help="Write over a file that exists.")
def command(
    source: str,
    number: int,
    output: str,
    last: str,
    last_date: str,
    symbol: str,
    day: str,
    item: str,
    sponsors: str,
    author: str,
    force: bool,
) -> None:
    """Carry one text forward."""
    if not output.lower().endswith(".docx"):
        raise CannotWrite(f"{output}: a Word file is written; give it a name that ends in .docx")
    refuse_existing(output, force, (source,))
    session = Session()
    given = Given(
        number,
        symbol.strip(),
        _date(day, "--date"),
        item.strip(),
        sponsors.strip(),
        last.strip(),
        _date(last_date, "--last-date"),
    )
    made = roll(read_input(source), given, session, name="draft.md" if source == "-" else source, author=author)
    write_bytes(output, made.data, inputs=(source,))
    width, encoding = room("text", None)
    terminal.write(render_rolling(made.done, made.open, width=width, encoding=encoding))
    for line in made.left:
        terminal.say(line)
    terminal.say(f"{output}: written")


def _date(given: str, option: str) -> str:
    if not given:
        return ""
    found = pipeline.iso_date(given)
    if found is None:
        raise BadConfiguration(f"{option}: {given!r} is no date; write 2025-12-18 or 18 December 2025")
    return found
