"""The command line: thin commands over ``resolint.pipeline``. Only this package prints."""

from __future__ import annotations

import gc

from resolint.regex import keep

__all__ = ["main"]


def main() -> None:
    """Run the command line and leave with its exit code."""
    # What a run makes it keeps to its end. Looking for circles after every 700 objects, and in all of them once more
    # when the process ends, takes a tenth of a short run.
    gc.set_threshold(100_000, 20, 20)
    try:
        from resolint.cli.root import cli

        cli(prog_name="resolint")
    finally:
        gc.freeze()
        keep()
