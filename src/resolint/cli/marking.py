"""What ``review`` and ``fix`` have in common: drafts that are written into, one after the other or in several processes."""

from __future__ import annotations

import sys
from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from functools import cached_property, wraps
from typing import Any, TypedDict, cast

import click

from resolint import pipeline
from resolint.cli import choices, terminal
from resolint.cli.baseline import Baselines
from resolint.cli.each import each
from resolint.cli.files import read_bytes
from resolint.cli.root import CLEAN, UNUSABLE, complain
from resolint.errors import BadCard, BadConfiguration, ResolintError
from resolint.findings import Severity
from resolint.frozen import NamedTuple, dataclass

__all__ = ["Asked", "DraftTask", "Step", "asking", "count", "run", "tell_left"]


class Step(NamedTuple):
    """What became of one draft: the file written, a line about it, text to show, lines for standard error, exit code."""

    target: str = ""
    said: str = ""
    shown: str = ""
    notes: tuple[str, ...] = ()
    code: int = CLEAN


class Asked(TypedDict):
    """What the options say that ``review`` and ``fix`` share, by the fields of ``DraftTask``."""

    rules: tuple[str, ...]
    config: str | None
    no_config: bool
    profile: str | None
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    min_severity: Severity | None
    author: str
    decisions: tuple[pipeline.Decision, ...] | None


def asking(*, author: str, decisions: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """The options that ``review`` and ``fix`` share, with the words that explain two of them.

    The command takes what they say as one value, ``asked``, and ``jobs`` and ``quiet`` beside it.
    """

    def decorate(command: Callable[..., None]) -> Callable[..., None]:
        @click.option("--decisions", type=click.Path(), metavar="FILE", help=decisions)
        @choices.jobs
        @choices.which_rules
        @choices.min_severity
        @choices.signed_as(author)
        @choices.settings
        @wraps(command)
        def called(**given: Any) -> None:
            file = given.pop("decisions")
            decisions, signed = (None, "") if file is None else _read_decisions(file)
            ctx = click.get_current_context()
            if signed and ctx.get_parameter_source("author") is click.core.ParameterSource.DEFAULT:
                given["author"] = signed
            asked: Asked = {
                "rules": given.pop("folders"),
                "config": given.pop("config"),
                "no_config": given.pop("no_config"),
                "profile": given.pop("profile"),
                "select": choices.split(given.pop("select")),
                "ignore": choices.split(given.pop("ignore")),
                "min_severity": cast("Severity | None", given.pop("min_severity")),
                "author": given.pop("author"),
                "decisions": decisions,
            }
            command(asked=asked, **given)

        return called

    return decorate


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


def _read_decisions(path: str) -> tuple[tuple[pipeline.Decision, ...], str]:
    """The decisions in the file at ``path``, and whose they are where it says so.

    Raises BadConfiguration, or UnreadableDraft where there is no such file.
    """
    text = pipeline.decode(read_bytes(path), path)
    return pipeline.read_decisions(text, path), pipeline.signed_decisions(text)


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
