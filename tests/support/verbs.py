"""The verbs of the pipeline for tests: a draft may also be given as the path of its file; sessions are shared."""

import os
from functools import cache
from typing import Any

from resolint import pipeline
from resolint.cli.baseline import Baseline
from resolint.cli.baseline import read as read_baseline
from resolint.cli.baseline import write as write_baseline
from resolint.cli.each import MANY, default_jobs
from resolint.cli.files import read_bytes, walk
from resolint.cli.many import Task, lint_many
from resolint.cli.output import write_bytes, write_text
from resolint.findings import Report
from resolint.model import Document, View
from resolint.pipeline import Options, Session

__all__ = [
    "MANY",
    "Linter",
    "Task",
    "default_jobs",
    "lint",
    "lint_many",
    "load",
    "read_baseline",
    "session",
    "walk",
    "write_baseline",
    "write_bytes",
    "write_text",
]

Source = str | os.PathLike[str] | bytes | Document


@cache
def session(no_config: bool = True) -> Session:
    """One session for all tests that need no other; ``no_config`` False is for those that leave no configuration behind."""
    return Session(no_config=no_config)


def load(source: Source, *, name: str = "", view: View = "proposed") -> Document:
    """The draft at a path or of these bytes."""
    if isinstance(source, str | os.PathLike):
        source, name = read_bytes(source), name or os.fspath(source)
    return pipeline.load(source, name=name, view=view)


def lint(
    source: Source, *, name: str = "", config: str | None = None, no_config: bool = False, **options: Any
) -> Report:
    """The report on the draft at a path, of these bytes, or already read; a baseline may be given whole."""
    if isinstance(source, str | os.PathLike):
        source, name = read_bytes(source), name or os.fspath(source)
    if isinstance(options.get("baseline"), Baseline):
        options["baseline"] = options["baseline"].of(name)
    return pipeline.lint(
        source, session() if no_config else Session(config=config, no_config=no_config), name=name, **options
    )


class Linter:
    """Lints with the same options, without a configuration."""

    def __init__(self, **options: Any) -> None:
        self.options: Options = options  # type: ignore[assignment]
        self.cards = session().cards()

    def lint(self, source: Source, *, name: str = "") -> Report:
        """The report on one draft."""
        return lint(source, name=name, no_config=True, **self.options)
