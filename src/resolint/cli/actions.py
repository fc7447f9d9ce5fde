"""``resolint actions``: who is asked to do what by when."""

from __future__ import annotations

from typing import Any, cast

import click

from resolint.cli import listing
from resolint.model import View
from resolint.pipeline import Session, actions
from resolint.pipeline.rendering import render_actions


@click.command(
    "actions",
    help="List who is asked to do what by when in the drafts at PATH: one row for each request of the operative part, with "
    "addressee, verb and how strong it is, task, deadline, whether a report is asked for, and paragraph.",
    short_help="List who is asked to do what by when.",
)
@listing.options(("text", "csv", "json", "html"))
@click.option("--addressee", metavar="WORDS", help="Only requests to those whose name has these words in it.")
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
    wanted = (addressee or "").casefold()

    def read(data: bytes, name: str) -> Any:
        rows = actions(data, session, name=name, view=cast("View | None", view))
        return name, [one for one in rows if wanted in one.addressee.casefold()]

    listing.collect(paths, session, read, render_actions, form=form, output=output, stdin_name=stdin_name)
