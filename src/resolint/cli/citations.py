"""``resolint citations``: every reference of a draft, with its place and a verdict."""

from __future__ import annotations

from typing import Any, cast

import click

from resolint.cli import completing, listing
from resolint.model import View
from resolint.pipeline import Session
from resolint.pipeline.citing import VERDICTS, citations
from resolint.pipeline.rendering import render_citations


@click.command(
    "citations",
    help="List every reference to a document, session, date or paragraph in the drafts at PATH: where it stands, "
    "how editors write it, and whether form and facts agree.\n\n"
    "The verdicts are: confirmed (a fact on record agrees), plausible (nothing contradicts it), wrong date, doubtful "
    "(another fact contradicts it, or a rule on references objects, as in lint), malformed.",
    short_help="List the references in a draft and judge them.",
)
@listing.options(("text", "csv", "json"))
@click.option("--verdict", multiple=True, type=click.Choice(VERDICTS), help="Only references judged so.")
@click.option("--kind", multiple=True, metavar="KIND", help="Only references of this kind (resolution, date ...).")
@click.option(
    "--profile",
    metavar="NAME",
    shell_complete=completing.profiles,
    help="Whose text it is; see 'resolint profiles list'.",
)
def command(
    paths: tuple[str, ...],
    form: str,
    output: str | None,
    force: bool,
    verdict: tuple[str, ...],
    kind: tuple[str, ...],
    view: str | None,
    profile: str | None,
    folders: tuple[str, ...],
    config: str | None,
    no_config: bool,
    stdin_name: str | None,
) -> None:
    """Read the drafts, judge their references, list them."""
    session = Session(rules=folders, config=config, no_config=no_config)

    def read(data: bytes, name: str) -> Any:
        references = citations(data, session, name=name, view=cast("View | None", view), profile=profile)
        return name, [
            one
            for one in references
            if one.verdict in (verdict or VERDICTS) and (not kind or one.citation.kind in kind)
        ]

    listing.collect(
        paths, session, read, render_citations, form=form, output=output, force=force, stdin_name=stdin_name
    )
