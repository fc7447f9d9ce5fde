"""Linting many files, on all cores where that pays."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field, replace
from functools import cached_property, partial
from typing import TYPE_CHECKING

from resolint.cli import files
from resolint.cli.baseline import Baseline, Baselines, KnownFinding
from resolint.cli.each import each
from resolint.errors import BadCard, BadConfiguration, ResolintError
from resolint.findings import Report
from resolint.frozen import dataclass
from resolint.pipeline import Base, Options, Session, check_options, lint, read_base
from resolint.version import __version__

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from resolint.cli.cache import Cache
    from resolint.pipeline import Config


@dataclass(frozen=True)
class Task:
    """What is to be done to each of many files; it travels to the processes that do it.

    ``rules``, ``config`` and ``no_config`` are those of a ``Session``. ``base`` is the path of the text that the drafts are
    built on, by default that of the configuration. ``timings`` asks how long each rule takes. ``cache`` keeps reports for
    later runs.
    """

    options: Options = field(default_factory=Options)
    rules: tuple[str, ...] = ()
    config: str | None = None
    no_config: bool = False
    baseline: Baseline | None = None
    base: str | None = None
    timings: bool = False
    cache: Cache | None = None

    @cached_property
    def session(self) -> Session:
        """The session of the process that runs. Raises BadConfiguration."""
        return Session(rules=self.rules, config=self.config, no_config=self.no_config)

    @cached_property
    def _baselines(self) -> Baselines:
        return Baselines()

    @cached_property
    def _states(self) -> dict[str, bytes]:
        return {}

    @cached_property
    def _bases(self) -> dict[str, Base]:
        return {}

    def __getstate__(self) -> dict[str, object]:
        return {
            key: value
            for key, value in self.__dict__.items()
            if key not in ("session", "_bases", "_baselines", "_states")
        }

    def inputs(self, paths: Sequence[str]) -> tuple[str, ...]:
        """Every file and folder that a run over the drafts at ``paths`` reads; none of them may be written over."""
        base = () if self.base is None else (self.base,)
        return inputs_of(self.session, paths, *self.options.get("corpus", ()), *base)

    def check(self) -> None:
        """Raises BadConfiguration or BadCard for what concerns the whole run."""
        check_options(**self.options)
        _ = self.session.cards()

    def lint(self, path: str, data: bytes, name: str, timings: dict[str, float] | None) -> Report:
        """The report on one draft."""
        options = self.options.copy()
        config = self.session.config(name)
        known = self._known(path, config)
        options["baseline"], options["base"], options["timings"] = known, self._base(name), timings
        report = lint(data, self.session, name=name, **options)
        # What was known of drafts that are there no more need not be of this one: that it does not occur says nothing.
        if any(entry.moved for entry in known):
            report = replace(report, stale_baseline=())
        if self.cache is not None and not report.failures:
            self.cache.put(path, data, self._state(path), report)
        return report

    def opened(self, folder: str) -> Cache | None:
        """The cache in ``folder`` for runs of this task; None where reports depend on what cannot be seen from here."""
        from resolint.cli import cache

        corpora = self.options.get("corpus", ())
        if any("://" in name for name in corpora):
            return None
        options = {key: value for key, value in self.options.items() if key != "keep"}
        parts = (
            __version__,
            sys.version,
            sorted(options.items()),
            self.session.today(),
            self.config,
            self.no_config,
            self.session.ui,
        )
        named = (self.config, self.base, *corpora, *self.session.folders(), *cache.ours())
        state = cache.state_of(parts, (name for name in named if name is not None))
        return cache.opened(folder, state)

    def kept(self, path: str) -> Report | None:
        """The report of an earlier run on the draft at ``path``, if it still holds. Raises ResolintError."""
        if self.cache is None or path == "-":
            return None
        return self.cache.get(path, files.read_bytes(path), self._state(path))

    def _known(self, path: str, config: Config | None) -> tuple[KnownFinding, ...]:
        return self._baselines.known(path, config) if self.baseline is None else self.baseline.of(path)

    def _state(self, path: str) -> bytes:
        """What the report on a draft depends on besides the draft and what holds for the whole run."""
        from resolint.cli.cache import state_of

        config = self.session.config(path)
        place = "" if config is None else str(config.path)
        if place not in self._states:
            corpora = () if config is None else (str(config.folder_of("corpus") / name) for name in config.corpus)
            named = () if config is None else (*config.files, *config.rules, *corpora)
            self._states[place] = state_of([place], named)
        return state_of([self._states[place], self._known(path, config)], ())

    def _base(self, name: str) -> Base | None:
        config = self.session.config(name)
        path = self.base
        if path is None and config is not None and config.base is not None:
            path = config.base
        if path is None:
            return None
        if path not in self._bases:
            self._bases[path] = read_base(files.read_bytes(path), self.session, name=path)
        return self._bases[path]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one draft: a report, or the sentence that says why there is none.

    ``fail_on`` is the threshold that its configuration sets, None if it sets none. ``crash`` is the traceback
    where the fault is not the draft's but resolint's own. ``timings`` are seconds by row, if they were asked for.
    """

    path: str
    report: Report | None = None
    error: str = ""
    fail_on: str | None = None
    crash: str = ""
    timings: Mapping[str, float] = field(default_factory=dict)


def inputs_of(session: Session, paths: Sequence[str], *more: str) -> tuple[str, ...]:
    """What a run over the drafts at ``paths`` reads: them, ``more``, folders of rules, and what configurations name."""
    found = [*paths, *session.folders(), *more]
    for config in map(session.config, dict.fromkeys(paths)):
        if config is not None:
            found += [*config.files, *config.rules, *(str(config.folder_of("corpus") / name) for name in config.corpus)]
    return tuple(dict.fromkeys(found))


def lint_many(
    paths: Sequence[str],
    task: Task,
    *,
    jobs: int | None = None,
    standard_input: bytes | None = None,
    stdin_name: str = "",
    executor: Executor | None = None,
) -> Iterator[Outcome]:
    """Lint the drafts at ``paths`` and give their outcomes in the same order, each as soon as it is there.

    ``-`` stands for ``standard_input``, called ``stdin_name``. ``jobs`` is the number of processes, by default
    what fits the number of files; any ``executor`` of concurrent.futures may do the work instead. A draft that
    cannot be read, or on which resolint itself fails, has an outcome like any other. Raises BadConfiguration
    and BadCard, which concern the whole run.
    """
    # Faults of configuration come to light here rather than once in every process.
    task.check()
    kept = {path: outcome for path in paths if (outcome := _kept(task, path)) is not None}
    rest = [path for path in paths if path not in kept]
    made: Iterator[Outcome]
    if "-" in rest:
        made = (
            _outcome(task, path, *((stdin_name or "-", standard_input or b"") if path == "-" else ())) for path in rest
        )
    else:
        made = each(rest, partial(_outcome, task), jobs, executor)
    for path in paths:
        yield kept[path] if path in kept else next(made)


def _kept(task: Task, path: str) -> Outcome | None:
    """What an earlier run made of the draft at ``path``, if it still holds."""
    try:
        report = task.kept(path)
    except (BadConfiguration, BadCard):
        raise
    except ResolintError:
        # It is said when the draft is linted.
        return None
    return None if report is None else _outcome_with(task, path, report)


def _outcome_with(
    task: Task, path: str, report: Report, name: str = "", timings: Mapping[str, float] | None = None
) -> Outcome:
    config = task.session.config(name or path)
    return Outcome(path, report, fail_on=None if config is None else config.fail_on, timings=timings or {})


def _outcome(task: Task, path: str, name: str = "", data: bytes | None = None) -> Outcome:
    timings: dict[str, float] | None = {} if task.timings else None
    name = name or path
    try:
        report = task.lint(path, files.read_draft(path) if data is None else data, name, timings)
        return _outcome_with(task, path, report, name, timings)
    except (BadConfiguration, BadCard, KeyboardInterrupt):
        raise
    except ResolintError as error:
        return Outcome(path, error=str(error))
    except Exception as error:
        import traceback

        words = " ".join(f"{type(error).__name__}: {error}".split())
        return Outcome(path, error=words, crash=traceback.format_exc())
