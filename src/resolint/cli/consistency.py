"""``resolint consistency``: everything that a draft names, counts and dates, with its forms and places."""

from __future__ import annotations

from typing import cast

import click

from resolint.cli import choices
from resolint.cli.files import drafts, read_input
from resolint.cli.giving import give, room
from resolint.cli.many import inputs_of
from resolint.model import View
from resolint.pipeline import Session
from resolint.pipeline.listing import KINDS, consistency
from resolint.pipeline.rendering import render_consistency

_FORMATS = ("text", "json")


@click.command(
    "consistency",
    help="List every name, abbreviation, citation, number with its unit, and date in the drafts at PATH once, with the "
    "forms in which it is written and the places where it stands. What is written in several forms is marked with !. "
    "Nothing is judged.",
    short_help="List what a draft names, counts and dates, with all forms and places.",
)
@click.argument("paths", metavar="PATH...", nargs=-1, required=True, type=click.Path())
@click.option(
    "--format", "-f", "form", type=click.Choice(_FORMATS), default="text", show_default=True, help="How to list them."
)
@click.option("--output", "-o", type=click.Path(dir_okay=False), metavar="FILE", help="Write the list to FILE.")
@click.option("--kind", multiple=True, type=click.Choice(KINDS), help="Only things of this kind.")
@click.option("--several", is_flag=True, help="Only things that are written in several forms.")
@click.option(
    "--view", type=click.Choice(["proposed", "original"]), help="Read tracked changes as proposed (the default) or not."
)
@choices.rules
@click.option("--config", type=click.Path(), metavar="FILE", help="Use this configuration.")
@click.option("--no-config", is_flag=True, help="Use no configuration.")
@click.option("--stdin-name", metavar="NAME", help="What to call the draft on standard input.")
@choices.convert
def command(
    paths: tuple[str, ...],
    form: str,
    output: str | None,
    kind: tuple[str, ...],
    several: bool,
    view: str | None,
    folders: tuple[str, ...],
    config: str | None,
    no_config: bool,
    stdin_name: str | None,
) -> None:
    """Read the drafts, collect their things, list them."""
    session = Session(rules=folders, config=config, no_config=no_config)
    named = drafts(paths, session.config)
    found = []
    for path in named:
        name = (stdin_name or "-") if path == "-" else path
        things, where = consistency(read_input(path), session, name=name, view=cast("View | None", view))
        kept = [thing for thing in things if (not kind or thing.kind in kind) and (not several or len(thing.forms) > 1)]
        found.append((name, kept, where))
    width, encoding = room(form, output)
    text = render_consistency(found, form, width=width, encoding=encoding)
    give(text, form, output, inputs=inputs_of(session, named))
