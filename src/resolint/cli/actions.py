"""``resolint actions``: who is asked to do what by when."""

from __future__ import annotations

from typing import cast

import click

from resolint.cli import choices
from resolint.cli.files import drafts, read_input
from resolint.cli.giving import give, room
from resolint.cli.many import inputs_of
from resolint.model import View
from resolint.pipeline import Session, actions
from resolint.pipeline.rendering import render_actions


@click.command(
    "actions",
    help="List who is asked to do what by when in the drafts at PATH: one row for each request of the operative part, with "
    "addressee, verb and how strong it is, task, deadline, whether a report is asked for, and paragraph.",
    short_help="List who is asked to do what by when.",
)
@click.argument("paths", metavar="PATH...", nargs=-1, required=True, type=click.Path())
@click.option(
    "--format",
    "-f",
    "form",
    type=click.Choice(["text", "csv", "json", "html"]),
    default="text",
    show_default=True,
    help="How to list them.",
)
@click.option("--output", "-o", type=click.Path(dir_okay=False), metavar="FILE", help="Write the list to FILE.")
@click.option("--addressee", metavar="WORDS", help="Only requests to those whose name has these words in it.")
@click.option(
    "--view", type=click.Choice(["proposed", "original"]), help="Read tracked changes as proposed (the default) or not."
)
@choices.rules
@click.option("--config", type=click.Path(), metavar="FILE", help="Use this configuration.")
@click.option("--no-config", is_flag=True, help="Use no configuration.")
@click.option("--stdin-name", metavar="NAME", help="What to call the draft on standard input.")
def command(
    paths: tuple[str, ...],
    form: str,
    output: str | None,
    addressee: str | None,
    view: str | None,
    folders: tuple[str, ...],
    config: str | None,
    no_config: bool,
    stdin_name: str | None,
) -> None:
    """Read the drafts, list their requests."""
    session = Session(rules=folders, config=config, no_config=no_config)
    named = drafts(paths, session.config)
    found = []
    for path in named:
        name = (stdin_name or "-") if path == "-" else path
        rows = actions(read_input(path), session, name=name, view=cast("View | None", view))
        wanted = (addressee or "").casefold()
        found.append((name, [one for one in rows if wanted in one.addressee.casefold()]))
    width, encoding = room(form, output)
    give(render_actions(found, form, width=width, encoding=encoding), form, output, inputs=inputs_of(session, named))
