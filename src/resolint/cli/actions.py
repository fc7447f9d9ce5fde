"""``resolint actions``: who is asked to do what by when."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, cast

import click

from resolint.actions import Action
from resolint.cli import choices, listing, terminal
from resolint.cli.giving import give, room
from resolint.cli.output import refuse_document
from resolint.model import View
from resolint.pipeline import Session, actions, adopted_actions, by_addressee
from resolint.pipeline.rendering import render_actions

_HELP = """List who is asked to do what by when in the drafts at PATH: one row for each request of the operative part, with
addressee, verb and how strong it is, task, deadline, whether a report is asked for, and paragraph.

Without PATH the adopted texts of a corpus are asked: --body GA --since 2015 --by-addressee says what a
body has asked of whom since then."""


@click.command("actions", help=_HELP, short_help="List who is asked to do what by when.")
@listing.options(("text", "csv", "json", "html"), required=False)
@click.option("--addressee", metavar="WORDS", help="Only requests to those whose name has these words in it.")
@click.option(
    "--by-addressee", "sorted_by", is_flag=True, help="List them by who is asked, whoever is asked most first."
)
@choices.corpora
@choices.adopted
def command(
    paths: tuple[str, ...],
    form: str,
    output: str | None,
    force: bool,
    addressee: str | None,
    sorted_by: bool,
    corpus: tuple[str, ...],
    bodies: tuple[str, ...],
    since: str | None,
    topic: str,
    view: str | None,
    folders: tuple[str, ...],
    config: str | None,
    no_config: bool,
    stdin_name: str | None,
) -> None:
    """Read the drafts or ask the corpora, list the requests."""
    adopted = bool(corpus or bodies or since or topic)
    if bool(paths) == adopted:
        raise click.UsageError(
            "name drafts, or ask adopted texts with --corpus, --body, --since or --topic; one of the two"
        )
    session = Session(rules=folders, config=config, no_config=no_config)
    wanted = (addressee or "").casefold()

    def chosen(rows: Iterable[Action]) -> list[Action]:
        return [one for one in rows if wanted in one.addressee.casefold()]

    def shown(found: Sequence[tuple[str, Sequence[Action]]], form: str, **options: Any) -> str:
        return render_actions(by_addressee(found) if sorted_by else found, form, **options)

    if not adopted:

        def read(data: bytes, name: str) -> Any:
            return name, chosen(actions(data, session, name=name, view=cast("View | None", view)))

        listing.collect(paths, session, read, shown, form=form, output=output, force=force, stdin_name=stdin_name)
        return
    refuse_document(output, force, corpus)
    asked = adopted_actions(session, name=choices.here(), corpus=corpus, since=since, bodies=bodies, topic=topic)
    found = [(text, rows) for text, every in asked if (rows := chosen(every))]
    if not found:
        terminal.say("no request was found in adopted texts like these")
    width, encoding = room(form, output)
    give(shown(found, form, width=width, encoding=encoding), form, output, inputs=corpus)
