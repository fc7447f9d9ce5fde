"""``resolint citations``: every reference of a draft, with its place and a verdict."""

from __future__ import annotations

from typing import cast

import click

from resolint.cli import choices
from resolint.cli.files import drafts, read_input
from resolint.cli.giving import give, room
from resolint.cli.many import inputs_of
from resolint.model import View
from resolint.pipeline import Session
from resolint.pipeline.citing import VERDICTS, citations
from resolint.pipeline.rendering import render_citations

_FORMATS = ("text", "csv", "json")


@click.command(
    "citations",
    help="List every reference to a document, session, date or paragraph in the drafts at PATH: where it stands, "
    "how editors write it, and whether form and facts agree.\n\n"
    "The verdicts are: confirmed (a fact on record agrees), plausible (nothing contradicts it), wrong date, doubtful "
    "(another fact contradicts it), malformed.",
    short_help="List the references in a draft and judge them.",
)
@click.argument("paths", metavar="PATH...", nargs=-1, required=True, type=click.Path())
@click.option(
    "--format",
    "-f",
    "form",
    type=click.Choice(["text", "csv", "json"]),
    default="text",
    show_default=True,
    help="How to list them.",
)
@click.option("--output", "-o", type=click.Path(dir_okay=False), metavar="FILE", help="Write the list to FILE.")
@click.option("--verdict", multiple=True, type=click.Choice(VERDICTS), help="Only references judged so.")
@click.option("--kind", multiple=True, metavar="KIND", help="Only references of this kind (resolution, date ...).")
@click.option(
    "--view", type=click.Choice(["proposed", "original"]), help="Read tracked changes as proposed (the default) or not."
)
@click.option("--profile", metavar="NAME", help="Whose text it is; see 'resolint profiles list'.")
@choices.rules
@click.option("--config", type=click.Path(), metavar="FILE", help="Use this configuration.")
@click.option("--no-config", is_flag=True, help="Use no configuration.")
@click.option("--stdin-name", metavar="NAME", help="What to call the draft on standard input.")
@choices.convert
def command(
    paths: tuple[str, ...],
    form: str,
    output: str | None,
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
    named = drafts(paths, session.config)
    found = []
    for path in named:
        name = (stdin_name or "-") if path == "-" else path
        references = citations(read_input(path), session, name=name, view=cast("View | None", view), profile=profile)
        kept = [
            one
            for one in references
            if one.verdict in (verdict or VERDICTS) and (not kind or one.citation.kind in kind)
        ]
        found.append((name, kept))
    width, encoding = room(form, output)
    give(render_citations(found, form, width=width, encoding=encoding), form, output, inputs=inputs_of(session, named))
