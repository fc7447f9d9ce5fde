"""``resolint agreed``: where the language of a draft comes from, and where it departs from what was agreed."""

from __future__ import annotations

from pathlib import Path
from typing import cast

import click

from resolint import pipeline
from resolint.cli import choices, terminal
from resolint.cli.files import read_input
from resolint.cli.giving import colored, give, room
from resolint.cli.output import refuse_document, refuse_existing, refuse_other_form, write_bytes
from resolint.errors import BadConfiguration, UnreadableDraft
from resolint.model import View
from resolint.pipeline import Session
from resolint.pipeline.rendering import render_agreement, render_suggestions, render_timeline

_HELP = """Say for each paragraph of DRAFT whether it is agreed language, where it comes from, and where it departs from it.

DRAFT is a Word, Markdown or plain text file, or - for standard input. It is held against the texts that 'resolint corpus add'
has taken up and that were adopted before the date of the draft; never against itself.

Verdicts: verbatim; adapted (only dates, numbers and organ changed); departs (words in or out); part (most of its words
stand in one paragraph that is longer or otherwise put together); combined (parts of several sources); new.

With --timeline N every version of paragraph N through the years is shown with what each changed; N is 7, "operative 7 (b)" or
"preambular 3".

With --suggest TEXT no draft is read: the nearest agreed wordings of TEXT are shown. TEXT may be the name of a file, or - for
standard input."""


@click.command("agreed", help=_HELP, short_help="Say where the language of a draft comes from.")
@click.argument("draft", type=click.Path(), required=False)
@choices.corpora
@click.option(
    "--without",
    multiple=True,
    metavar="NAME",
    help="Leave out a corpus that the configuration names, or a text by its symbol.",
)
@choices.adopted
@click.option("--timeline", "place", metavar="N", help="Show paragraph N of DRAFT through the years.")
@click.option("--suggest", metavar="TEXT", help="Show the agreed wordings nearest to TEXT.")
@click.option("--limit", type=click.IntRange(1, 50), default=5, show_default=True, help="How many wordings to suggest.")
@click.option(
    "--before", metavar="DATE", help="Count only texts adopted before DATE (2019-12-18), not before that of the draft."
)
@click.option(
    "--format",
    "-f",
    "form",
    type=click.Choice(["text", "table", "csv", "json", "html", "docx"]),
    help="How to report; table is the end of text alone, docx the Word draft with comments.  [default: text]",
)
@click.option("--output", "-o", type=click.Path(dir_okay=False), metavar="FILE", help="Write to FILE.")
@click.option("--force", is_flag=True, help="Write over a Word file that exists.")
@choices.view
@choices.configuration
@choices.stdin_name
@click.option("--color/--no-color", default=None, help="Colours, by default on a terminal only.")
@choices.convert
def command(
    draft: str | None,
    corpus: tuple[str, ...],
    without: tuple[str, ...],
    bodies: tuple[str, ...],
    since: str | None,
    topic: str,
    place: str | None,
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
    if place is not None and suggest is not None:
        raise click.UsageError("--timeline is of a paragraph of DRAFT; it does not go with --suggest")
    before = choices.day(before, "--before")
    form = form or _form_of(output)
    refuse_document(output, force, corpus if draft is None else (draft, *corpus))
    name = choices.here() if draft is None else (stdin_name or "-") if draft == "-" else draft
    with Session(config=config, no_config=no_config) as session:
        if suggest is not None:
            text = _text_of(suggest)
            if form not in ("text", "json"):
                raise click.UsageError("suggestions come as text or json")
            found = pipeline.suggest(
                text,
                session,
                name=name,
                corpus=corpus,
                without=without,
                limit=limit,
                before=before,
                since=since,
                bodies=bodies,
                topic=topic,
            )
            width, encoding = room(form, output)
            shown = render_suggestions(text, found, form, width=width, encoding=encoding)
            give(shown, form, output, inputs=corpus)
            return
        assert draft is not None
        if place is not None:
            if form not in ("text", "csv", "html"):
                raise click.UsageError("a timeline comes as text, csv or html")
            data = read_input(draft)
            versions = pipeline.timeline(
                data,
                place,
                session,
                name=name,
                corpus=corpus,
                without=without,
                before=before,
                since=since,
                bodies=bodies,
                topic=topic,
            )
            width, encoding = room(form, output)
            told = render_timeline(versions, form, width=width, encoding=encoding)
            give(told, form, output, inputs=(draft, *corpus))
            return
        if form == "docx" and (draft == "-" or output is None):
            raise click.UsageError("docx needs a Word file as DRAFT, and -o with the name of the file to write")
        data = read_input(draft)
        if form == "docx":
            if not pipeline.is_word(data, draft):
                raise UnreadableDraft(f"{draft}: comments need a Word file; ask for text, json or html instead")
            data = pipeline.clean(data, name=draft)
            refuse_other_form(output, draft, data)
        asked = cast(View, view)
        agreement = pipeline.agreed(
            data,
            session,
            name=name,
            corpus=corpus,
            without=without,
            view=asked,
            before=before,
            since=since,
            bodies=bodies,
            topic=topic,
        )
        inputs = (draft, *agreement.corpora)
        if form == "docx":
            assert output is not None
            refuse_existing(output, force, inputs)
            write_bytes(output, pipeline.annotate(data, agreement, session, name=name, view=asked), inputs=inputs)
            terminal.say(f"{output}: written")
            return
    color, (width, encoding) = colored(form, output, color), room(form, output)
    shown = render_agreement(agreement, form, width=width, color=color, encoding=encoding)
    give(shown, form, output, inputs=inputs, color=color)


def _form_of(output: str | None) -> str:
    ending = "" if output is None else Path(output).suffix.lower()
    return {".html": "html", ".htm": "html", ".json": "json", ".csv": "csv", ".docx": "docx"}.get(ending, "text")


def _text_of(given: str) -> str:
    """The text to look for: what was given, the contents of the file of that name, or standard input for ``-``."""
    try:
        is_file = given != "-" and len(given) < 1000 and Path(given).is_file()
    except (OSError, ValueError):
        is_file = False
    if given == "-":
        given = pipeline.decode(read_input(given), "standard input")
    elif is_file:
        given = pipeline.decode(read_input(given), given)
    if not given.strip():
        raise BadConfiguration("--suggest: there is no text to look for; give some words")
    return given
