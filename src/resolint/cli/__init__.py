"""The command line: thin commands over ``resolint.pipeline``. Only this package prints."""

from __future__ import annotations

import atexit
import gc
import os
import sys
from functools import partial

__all__ = ["collect_rarely", "main", "run"]

INTERRUPTED = "interrupted; no file is half-written"
"""What is said when a run is ended by Ctrl-C."""


def run() -> None:
    """``main`` as a program of its own, which ends without taking apart what a run has made: that takes some 8 ms.

    What was to be done at the end (threads, worker processes, files for the time being) is done before.
    """
    code: list[object] = []
    # What is registered first is called last. Whoever traces this process has something to write after that.
    if sys.gettrace() is None and sys.getprofile() is None:
        atexit.register(partial(_leave, code))
    try:
        main()
    except SystemExit as left:
        code.append(left.code)
        raise


def _leave(code: list[object]) -> None:
    """End the process with the one number in ``code``; without one, or if the output cannot be written, Python ends it."""
    if len(code) != 1 or not isinstance(code[0], int):
        return
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except (AttributeError, OSError, ValueError):
        return
    os._exit(code[0])


def main() -> None:
    """Run the command line and leave with its exit code, also where Ctrl-C comes before it has begun."""
    try:
        _run()
    except KeyboardInterrupt:
        sys.stderr.write(f"resolint: {INTERRUPTED}\n")
        raise SystemExit(130) from None


def _run() -> None:
    # What is imported here and not above is imported where an interrupt is caught.
    from resolint.regex import keep

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
