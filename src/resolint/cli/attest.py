"""``resolint attest``: how often adopted texts write a phrase, and what they write instead."""

from __future__ import annotations

import click

from resolint.cli import choices
from resolint.cli.giving import give, room


@click.command(
    "attest",
    help="Say how often adopted texts write PHRASE, and how often what a small change makes of it: another small word, one "
    "more or less, another form, a capital, a hyphen. Counts come from sequences of up to four words; of a longer phrase its "
    "rarest four are counted.",
    short_help="Say how often adopted texts write a phrase, and what they write instead.",
)
@click.argument("phrase", nargs=-1, required=True)
@click.option(
    "--counts",
    multiple=True,
    metavar="FILE",
    help="Ask this file of counts instead (made by 'resolint corpus attest'); 'resolint' stands for our own.",
)
@click.option("--format", "-f", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@choices.configuration
def command(phrase: tuple[str, ...], counts: tuple[str, ...], form: str, config: str | None, no_config: bool) -> None:
    """Ask the counts and print them."""
    from resolint.pipeline import Session
    from resolint.pipeline.attesting import attest
    from resolint.pipeline.rendering import render_attested

    found = attest(" ".join(phrase), Session(config=config, no_config=no_config), name=".", counts=counts)
    _, encoding = room(form, None)
    give(render_attested(found, form, encoding=encoding), form, None)
