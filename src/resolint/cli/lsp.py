"""``resolint lsp``: what resolint knows, in an editor."""

from __future__ import annotations

import click


@click.command(
    "lsp",
    help="Serve an editor that speaks the Language Server Protocol, over standard input and output.\n\n"
    "Drafts in Markdown and plain text are checked while they are written: findings with their cards, fixes, an outline, "
    "completion of openings, States and resolutions, the sources of agreed language. It needs the packages of the extra "
    "'lsp'; docs/editors.md says how editors are set up.",
    short_help="Serve an editor while a draft is being written.",
)
@click.option("--stdio", is_flag=True, help="Speak over standard input and output, as without any option.")
@click.option("--port", type=click.IntRange(1, 65535), metavar="N", help="Listen on this port of this machine instead.")
def command(stdio: bool, port: int | None) -> None:
    """Serve until the editor says goodbye."""
    from resolint import lsp

    if stdio and port is not None:
        raise click.UsageError("--stdio and --port exclude each other")
    lsp.serve(port)
