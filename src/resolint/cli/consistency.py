"""``resolint consistency``: everything that a draft names, counts and dates, with its forms and places."""

from __future__ import annotations

from typing import Any, cast

import click

from resolint.cli import listing
from resolint.model import View
from resolint.pipeline import Session
from resolint.pipeline.listing import KINDS, consistency
from resolint.pipeline.rendering import render_consistency


@click.command(
    "consistency",
    help="List every name, abbreviation, citation, number with its unit, and date in the drafts at PATH once, with the "
    "forms in which it is written and the places where it stands. What is written in several forms is marked with !. "
    "Nothing is judged.",
    short_help="List what a draft names, counts and dates, with all forms and places.",
)
@listing.options(("text", "json"))
@click.option("--kind", multiple=True, type=click.Choice(KINDS), help="Only things of this kind.")
@click.option("--several", is_flag=True, help="Only things that are written in several forms.")
def command(
    paths: tuple[str, ...],
    form: str,
    output: str | None,
    force: bool,
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

    def read(data: bytes, name: str) -> Any:
        things, where = consistency(data, session, name=name, view=cast("View | None", view))
        kept = [thing for thing in things if (not kind or thing.kind in kind) and (not several or len(thing.forms) > 1)]
        return name, kept, where

    listing.collect(
        paths, session, read, render_consistency, form=form, output=output, force=force, stdin_name=stdin_name
    )
