"""``resolint citations``: every reference of a draft, with its place and a verdict."""

from __future__ import annotations

import sys
from typing import cast

import click

from resolint import pipeline
from resolint.citation.verdicts import VERDICTS
from resolint.cli import terminal
from resolint.errors import BadConfiguration
from resolint.model import View
from resolint.pipeline import Settings
from resolint.report.citations import FORMATS, render


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
    "--format", "-f", "form", type=click.Choice(FORMATS), default="text", show_default=True, help="How to list them."
)
@click.option("--output", "-o", type=click.Path(dir_okay=False), metavar="FILE", help="Write the list to FILE.")
@click.option("--verdict", multiple=True, type=click.Choice(VERDICTS), help="Only references judged so.")
@click.option("--kind", multiple=True, metavar="KIND", help="Only references of this kind (resolution, date ...).")
@click.option(
    "--view", type=click.Choice(["proposed", "original"]), help="Read tracked changes as proposed (the default) or not."
)
@click.option("--profile", metavar="NAME", help="Whose text it is; see 'resolint profiles list'.")
@click.option(
    "--rules", "folders", multiple=True, type=click.Path(), metavar="DIR", help="Also use the tables in DIR/data."
)
@click.option("--config", type=click.Path(), metavar="FILE", help="Use this configuration.")
@click.option("--no-config", is_flag=True, help="Use no configuration.")
@click.option("--stdin-name", metavar="NAME", help="What to call the draft on standard input.")
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
    settings = Settings(
        view=cast("View | None", view), profile=profile, config=config, no_config=no_config, cards=folders
    )
    files = list(pipeline.walk(paths))
    if not files:
        raise BadConfiguration(f"{', '.join(paths)}: there are no drafts here (.docx, .docm, .dotx, .md, .txt)")
    linter = pipeline.Linter(settings)
    found = []
    for path in files:
        name = (stdin_name or "-") if path == "-" else path
        references = linter.citations(sys.stdin.buffer.read() if path == "-" else path, name=name)
        kept = [
            one
            for one in references
            if one.verdict in (verdict or VERDICTS) and (not kind or one.citation.kind in kind)
        ]
        found.append((name, kept))
    text = render(
        found,
        form,
        width=terminal.width() if output is None else 100,
        encoding="utf-8" if output is not None or form != "text" else terminal.encoding(),
    )
    if output is not None:
        pipeline.write_text(output, text, inputs=linter.inputs(files))
    elif form == "text":
        terminal.write(text)
    else:
        terminal.write_utf8(text)
