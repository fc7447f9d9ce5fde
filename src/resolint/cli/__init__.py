"""The command line: thin commands over ``resolint.pipeline``. Only this package prints."""

from __future__ import annotations

__all__ = ["main"]


def main() -> None:
    """Run the command line and leave with its exit code."""
    from resolint.cli.root import cli

    cli(prog_name="resolint")
