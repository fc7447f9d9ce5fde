"""What ``review`` and ``fix`` have in common: drafts that are written into, one after the other or in several processes."""

from __future__ import annotations

import sys
from abc import ABC, abstractmethod
from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from resolint import pipeline
from resolint.cli import terminal
from resolint.cli.baseline import Baselines
from resolint.cli.each import each
from resolint.cli.files import read_bytes
from resolint.cli.root import CLEAN, UNUSABLE, complain
from resolint.errors import BadCard, BadConfiguration, ResolintError
from resolint.findings import Severity
from resolint.frozen import dataclass

__all__ = ["DraftTask", "Step", "count", "read_decisions", "run", "tell_left"]


class Step(NamedTuple):
    """What became of one draft: the file written, a line about it, text to show, lines for standard error, exit code."""

    target: str = ""
    said: str = ""
    shown: str = ""
    notes: tuple[str, ...] = ()
    code: int = CLEAN


@dataclass(frozen=True)
class DraftTask(ABC):
    """What is to be done to each draft; it travels to the processes that do it.

    ``rules``, ``config`` and ``no_config`` are those of a ``Session``; the others as the options of the commands.
    """

    rules: tuple[str, ...] = ()
    config: str | None = None
    no_config: bool = False
    profile: str | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    min_severity: Severity | None = None
    author: str = ""
    decisions: tuple[pipeline.Decision, ...] | None = None

    @cached_property
    def session(self) -> pipeline.Session:
        """The session of the process that runs. Raises BadConfiguration."""
        return pipeline.Session(rules=self.rules, config=self.config, no_config=self.no_config)

    @cached_property
    def _baselines(self) -> Baselines:
        return Baselines()

    def __getstate__(self) -> dict[str, object]:
        return {key: value for key, value in self.__dict__.items() if key not in ("session", "_baselines")}

    def options(self, path: str) -> pipeline.Options:
        """What is asked of the rules for the draft at ``path``."""
        return {
            "min_severity": self.min_severity,
            "view": "proposed",
            "profile": self.profile,
            "select": self.select,
            "ignore": self.ignore,
            "baseline": self._baselines.known(path, self.session.config(path)),
        }

    @abstractmethod
    def mark(self, path: str) -> Step:
        """Do it to one draft. Raises ResolintError."""

    def __call__(self, path: str) -> Step:
        """Do it to one draft; what keeps it from being done is said of it. Raises BadConfiguration and BadCard."""
        try:
            return self.mark(path)
        except (BadConfiguration, BadCard):
            raise
        except ResolintError as error:
            return Step(notes=(str(error),), code=UNUSABLE)


def run(work: DraftTask, paths: Sequence[str], jobs: int | None, quiet: bool) -> None:
    """Do ``work`` to all drafts, say what became of them, and leave with the gravest exit code."""
    code = CLEAN
    for step in each(paths, work, jobs):
        for note in step.notes:
            complain(note)
        if step.shown:
            terminal.write(step.shown)
        if step.said and not quiet:
            terminal.about(step.target, step.said)
        code = max(code, step.code)
    sys.exit(code)


def read_decisions(path: str) -> tuple[pipeline.Decision, ...]:
    """The decisions in the file at ``path``. Raises BadConfiguration, or UnreadableDraft where there is no such file."""
    return pipeline.read_decisions(pipeline.decode(read_bytes(path), path), path)


def tell_left(draft: str, done: pipeline.Decided) -> tuple[str, ...]:
    """What was decided and could not be done, in sentences."""
    said = [f"{draft}: {sentence}" for sentence in done.left]
    if lost := len(done.settled.unmatched):
        are = "decision is about a finding" if lost == 1 else "decisions are about findings"
        said.append(f"{draft}: {lost} {are} that this draft does not have")
    return tuple(said)


def count(number: int, one: str, many: str = "") -> str:
    """A number with its noun."""
    return f"{number} {one if number == 1 else many or one + 's'}"
