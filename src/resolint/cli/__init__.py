"""The command line: thin commands over ``resolint.pipeline``. Only this package prints."""

from __future__ import annotations

import gc

from resolint.regex import keep

__all__ = ["collect_rarely", "main"]


def main() -> None:
    """Run the command line and leave with its exit code."""
    collect_rarely()
    try:
        from resolint.cli.root import cli

        cli(prog_name="resolint")
    finally:
        gc.freeze()
        keep()


def collect_rarely() -> None:
    """Let this process look for circles of objects seldom: what a run makes it keeps to its end.

    Looking for them after every 700 objects, and in all of them once more when the process ends, takes a tenth of a run.
    A lint of one draft makes some 120,000 objects that stay, and to look through these once takes 20 ms.
    """
    gc.set_threshold(500_000, 20, 20)
