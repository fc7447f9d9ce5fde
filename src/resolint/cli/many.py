"""Linting many files, on all cores where that pays."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field, replace
from functools import cached_property, lru_cache, partial
from typing import TYPE_CHECKING

from resolint.cli import collect_rarely, files
from resolint.cli.baseline import Baseline, Baselines
from resolint.errors import BadCard, BadConfiguration, ResolintError
from resolint.findings import Report
from resolint.frozen import dataclass
from resolint.model import Document
from resolint.pipeline import Options, Session, check_options, lint, load

if TYPE_CHECKING:
    from concurrent.futures import Executor

MANY = 20
"""From this number of files on, starting processes costs less than it saves."""
_PORTION = 50
"""So many drafts at most are given to a process at once."""


@dataclass(frozen=True)
class Task:
    """What is to be done to each of many files; it travels to the processes that do it.

    ``rules``, ``config`` and ``no_config`` are those of a ``Session``. ``base`` is the path of the text that the drafts are
    built on, by default that of the configuration. ``timings`` asks how long each rule takes.
    """

    options: Options = field(default_factory=Options)
    rules: tuple[str, ...] = ()
    config: str | None = None
    no_config: bool = False
    baseline: Baseline | None = None
    base: str | None = None
    timings: bool = False

    @cached_property
    def session(self) -> Session:
        """The session of the process that runs. Raises BadConfiguration."""
        return Session(rules=self.rules, config=self.config, no_config=self.no_config)

    @cached_property
    def _baselines(self) -> Baselines:
        return Baselines()

    @cached_property
    def _bases(self) -> dict[str, Document]:
        return {}

    def __getstate__(self) -> dict[str, object]:
        return {key: value for key, value in self.__dict__.items() if key not in ("session", "_bases", "_baselines")}

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
        known = self._baselines.known(path, config) if self.baseline is None else self.baseline.of(path)
        options["baseline"], options["base"], options["timings"] = known, self._base(name), timings
        report = lint(data, self.session, name=name, **options)
        # What was known of drafts that are there no more need not be of this one: that it does not occur says nothing.
        return replace(report, stale_baseline=()) if any(entry.moved for entry in known) else report

    def _base(self, name: str) -> Document | None:
        config = self.session.config(name)
        path = self.base
        if path is None and config is not None and config.base is not None:
            path = config.base
        if path is None:
            return None
        if path not in self._bases:
            self._bases[path] = load(files.read_bytes(path), self.session, name=path)
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


def default_jobs(files: int) -> int:
    """How many processes to use for so many files: one for few, else one for each core there is for us."""
    if files < MANY:
        return 1
    try:
        cores = len(os.sched_getaffinity(0))
    except AttributeError:
        cores = os.cpu_count() or 1
    return max(1, min(cores, files // 4))


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
    jobs = default_jobs(len(paths)) if jobs is None else max(1, min(jobs, len(paths)))
    # Faults of configuration come to light here rather than once in every process.
    task.check()
    if executor is None and (jobs == 1 or "-" in paths):
        for path in paths:
            if path == "-":
                yield _outcome(task, path, stdin_name or "-", standard_input or b"")
            else:
                yield _outcome(task, path)
        return
    import pickle

    portion = max(1, min(_PORTION, len(paths) // (8 * jobs)))
    work = partial(_outcome_of, pickle.dumps(task))
    if executor is not None:
        yield from executor.map(work, paths, chunksize=portion)
        return
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_begin) as pool:
        try:
            yield from pool.map(work, paths, chunksize=portion)
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


def _begin() -> None:
    """Make a process ready to work on drafts.

    Ctrl-C reaches every process of the terminal; only the one that the user started has to say anything.
    """
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    collect_rarely()


@lru_cache(maxsize=1)
def _task(packed: bytes) -> Task:
    """The task that came to this process, with the session that it makes there: one for all portions of a run."""
    import pickle

    task: Task = pickle.loads(packed)
    return task


def _outcome_of(packed: bytes, path: str) -> Outcome:
    return _outcome(_task(packed), path)


def _outcome(task: Task, path: str, name: str = "", data: bytes | None = None) -> Outcome:
    timings: dict[str, float] | None = {} if task.timings else None
    name = name or path
    try:
        report = task.lint(path, files.read_bytes(path) if data is None else data, name, timings)
        config = task.session.config(name)
        return Outcome(path, report, fail_on=None if config is None else config.fail_on, timings=timings or {})
    except (BadConfiguration, BadCard, KeyboardInterrupt):
        raise
    except ResolintError as error:
        return Outcome(path, error=str(error))
    except Exception as error:
        import traceback

        words = " ".join(f"{type(error).__name__}: {error}".split())
        return Outcome(path, error=words, crash=traceback.format_exc())
