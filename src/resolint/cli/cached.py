"""``resolint cache``: reports of earlier runs."""

from __future__ import annotations

import click

from resolint import pipeline
from resolint.cli import cache, files, terminal


@click.group(
    "cache",
    help="Look after the reports of earlier runs that lint keeps in .resolint_cache.",
    short_help="Look after the reports of earlier runs.",
)
def command() -> None:
    """Holds the subcommands."""


@command.command("clear", help="Take the cache of the project at FOLDER away, by default that of the current folder.")
@click.argument("folder", type=click.Path(file_okay=False), default=".")
def clear(folder: str) -> None:
    """Take the cache away and say so."""
    config = pipeline.Session().config(folder)
    places = dict.fromkeys((folder, files.project(f"{folder}/.", config) or folder))
    gone = [place for place in places if cache.clear(place)]
    terminal.write(f"{', '.join(gone)}: the cache is gone\n" if gone else f"{folder}: there is no cache\n")
