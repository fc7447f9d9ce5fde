"""Linting: one draft, or many on all cores; configuration, profile, rules and baseline joined."""

from __future__ import annotations

import itertools
import os
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from resolint import engine, profile, rulebook
from resolint.cards import lexicon, load_cards, tables
from resolint.errors import BadConfiguration, ResolintError
from resolint.findings import Report
from resolint.lexicon import Lexicon
from resolint.model import Document, Span, View
from resolint.pipeline.baseline import Baseline
from resolint.pipeline.drafts import Source, load
from resolint.rule import Card, Rule
from resolint.shared import timed, watch

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from resolint.citation.verdicts import Reference
    from resolint.consistency import Thing

MANY = 20
"""From this number of files on, starting processes costs less than it saves."""
DEFAULT_FAIL_ON = "warning"


@dataclass(frozen=True, slots=True)
class Settings:
    """What a run is asked to do; what is left open comes from the configuration, then from the draft.

    ``config`` is the path of a configuration file; without one it is searched upward from each draft, unless
    ``no_config``. ``select`` and ``ignore`` hold rule ids, names, families or beginnings of ids. ``cards`` are
    further folders of cards. ``edition`` asks for the conventions of a year, of a date, or ``current``. ``timings``
    asks how long each rule takes, ``against`` for the verdicts of a second profile beside those of the first.
    ``corpus`` names corpora of adopted texts, in order, for the rules on agreed language.
    ``keep`` leaves the draft itself in the report. ``base`` is the path of the text that the drafts are built on.
    Without ``look`` every rule runs, also where it cannot say anything; the findings are the same.
    """

    view: View | None = None
    profile: str | None = None
    config: str | None = None
    no_config: bool = False
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    changed_only: bool = False
    baseline: Baseline = field(default_factory=Baseline)
    cards: tuple[str, ...] = ()
    edition: str | None = None
    timings: bool = False
    against: str | None = None
    corpus: tuple[str, ...] = ()
    keep: bool = False
    base: str | None = None
    look: bool = True


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one draft: a report, or the sentence that says why there is none.

    ``fail_on`` is the threshold that its configuration sets, None if it sets none. ``crash`` is the traceback
    where the fault is not the draft's but resolint's own. ``timings`` are seconds, if they were asked for: of each rule,
    of what rules share, of reading, of choosing rules, and of the rest.
    """

    path: str
    report: Report | None = None
    error: str = ""
    fail_on: str | None = None
    crash: str = ""
    timings: Mapping[str, float] = field(default_factory=dict)


class Linter:
    """Lints drafts under one set of settings; what does not depend on the draft is read once."""

    def __init__(self, settings: Settings) -> None:
        """Raises BadCard or BadConfiguration for cards, configuration or profile that cannot be used."""
        self.settings = settings
        self.cards: tuple[Card, ...] = load_cards(*settings.cards)
        self._tables = tables(*settings.cards)
        self._lexicons: dict[Path, Lexicon] = {}
        self._judges: dict[tuple[str, ...], Any] = {}
        self._bases: dict[str, Document] = {}
        self._configs: dict[Path, profile.Config | None] = {}
        self._rules: dict[tuple[object, ...], tuple[tuple[Rule, ...], engine.Look | None]] = {}
        self._turns = rulebook.turns(self.cards)
        self._profiles = profile.all_profiles()
        self._config = None if settings.config is None else _given(settings.config)
        if settings.profile is not None:
            profile.read_profile(settings.profile, source="--profile")
        if settings.against is not None:
            profile.read_profile(settings.against, source="--against")
        if settings.edition is not None:
            profile.read_edition(settings.edition)

    def config_for(self, path: str) -> profile.Config | None:
        """The configuration that holds for the draft at ``path``: the one given, else the nearest upward."""
        if self._config is not None or self.settings.no_config:
            return self._config
        folder = Path(path).absolute().parent
        if folder not in self._configs:
            self._configs[folder] = profile.find_config(folder)
        return self._configs[folder]

    def inputs(self, paths: Iterable[str]) -> tuple[str, ...]:
        """Every file and folder that a run over the drafts at ``paths`` reads; none of them may be written over."""
        settings = self.settings
        found = [*paths, *settings.cards, *settings.corpus]
        found += [given for given in (settings.base, settings.config) if given is not None]
        for path in dict.fromkeys("." if path == "-" else path for path in paths):
            config = self.config_for(path)
            if config is None:
                continue
            named = (*config.files, *config.corpus)
            found += [str(config.path), *(str(config.path.parent / name) for name in named)]
        return tuple(dict.fromkeys(found))

    def lint(self, source: Source, *, name: str = "") -> Report:
        """The report on one draft; ``name`` is that of a draft given as bytes. Raises ResolintError."""
        path = name or (os.fspath(source) if not isinstance(source, bytes) else "")
        document = timed("reading", lambda: self._load(source, name, path))
        return self.lint_document(document, path, self._base(source, name, path))

    def _base(self, source: Source, name: str, path: str) -> Any:
        """The text that a draft is built on, and the draft without its tracked changes; None where no base is named."""
        config = self.config_for(path)
        where = self.settings.base
        if where is None and config is not None and config.base is not None:
            where = str(config.path.parent / config.base)
        if where is None:
            return None
        from resolint.comparison import BaseText

        if where not in self._bases:
            self._bases[where] = load(where)
        return BaseText(self._bases[where], load(source, name=name, view="original", lexicon=self._lexicon(config)))

    def _load(self, source: Source, name: str, path: str) -> Document:
        config = self.config_for(path)
        view = self.settings.view or ("proposed" if config is None or config.view is None else config.view)
        return load(source, name=name, view=view, lexicon=self._lexicon(config))

    def _lexicon(self, config: profile.Config | None) -> Lexicon:
        """What the tables tell of the language, with the rows that a configuration adds."""
        place = Path() if config is None else config.path
        if place not in self._lexicons:
            data = self._tables if config is None else self._tables.extended(config.tables)
            self._lexicons[place] = lexicon(data)
        return self._lexicons[place]

    def lint_document(self, document: Document, path: str = "", base: Any = None) -> Report:
        """The report on a draft that has been read already; ``path`` is where configuration looks from.

        ``base`` is the ``BaseText`` that the draft is held against, if any.
        """
        settings, path = self.settings, path or document.origin.name
        config = self.config_for(path)
        if config is not None and config.language not in (None, document.language):
            document = replace(document, language=config.language)
        chosen = profile.resolve(
            document, name=settings.profile, config=config, edition=settings.edition, known=self._profiles
        )
        report = self._report(document, path, base, chosen, config)
        if settings.against is not None:
            from resolint.pipeline.against import side_by_side

            other = profile.resolve(document, name=settings.against, source="--against", edition=settings.edition)
            report = side_by_side(report, self._report(document, path, base, other, config), other.name)
        return replace(report, document=document) if settings.keep else report

    def _report(
        self, document: Document, path: str, base: Any, chosen: profile.Profile, config: profile.Config | None
    ) -> Report:
        settings, words = self.settings, self._lexicon(config)
        rules, look = self._select(chosen, config, path)
        return engine.run(
            document,
            rules,
            look=look,
            tables=words.tables,
            lexicon=words,
            path=path,
            profile=chosen.name,
            profile_reason=_reason(document, chosen, words),
            date=chosen.date,
            language=chosen.language,
            edition=chosen.era,
            cards=self.cards,
            baseline=settings.baseline.of(path),
            changed_only=settings.changed_only,
            corpus=self._judge(config),
            base=base,
        )

    def _judge(self, config: profile.Config | None) -> Any:
        """What holds drafts against agreed language, None where neither settings nor configuration name a corpus."""
        if not self.settings.corpus and (config is None or not config.corpus):
            return None
        from resolint.corpus import open_finder
        from resolint.pipeline.agreed import corpora_for, judge_of

        names = corpora_for(self.settings.corpus, config)
        if names not in self._judges:
            self._judges[names] = judge_of(open_finder(names, self._lexicon(config)))
        return self._judges[names]

    def citations(self, source: Source, *, name: str = "") -> tuple[Reference, ...]:
        """Every reference in one draft with its verdict. Raises ResolintError."""
        from resolint.citation.verdicts import judge
        from resolint.structure import where

        path = name or (os.fspath(source) if not isinstance(source, bytes) else "")
        config = self.config_for(path)
        document = self._load(source, name, path)
        chosen = profile.resolve(document, name=self.settings.profile, config=config)
        return judge(document, self._lexicon(config), chosen.name, where)

    def consistency(self, source: Source, *, name: str = "") -> tuple[tuple[Thing, ...], Callable[[Span], str]]:
        """Everything that one draft names, counts and dates, and what says where a place is. Raises ResolintError."""
        from resolint.consistency import things
        from resolint.structure import where

        path = name or (os.fspath(source) if not isinstance(source, bytes) else "")
        document = self._load(source, name, path)
        return things(document), partial(where, document)

    def _select(
        self, chosen: profile.Profile, config: profile.Config | None, path: str
    ) -> tuple[tuple[Rule, ...], engine.Look | None]:
        ignored = tuple(config.ignored_in(path)) if config is not None else ()
        era = None if chosen.era is None else bisect_right(self._turns, chosen.era)
        key = (chosen.name, era, chosen.language, None if config is None else config.path, ignored)
        if key not in self._rules:
            self._rules[key] = timed("choosing rules", lambda: self._chosen(chosen, config, path))
        return self._rules[key]

    def _chosen(
        self, chosen: profile.Profile, config: profile.Config | None, path: str
    ) -> tuple[tuple[Rule, ...], engine.Look | None]:
        settings = self.settings
        rules = rulebook.select(
            self.cards, chosen, config=config, path=path, select=settings.select, ignore=settings.ignore
        )
        if not settings.look:
            return rules, None
        words = self._lexicon(config)
        return rules, engine.Look(rules, (rulebook.wakes(rule, words) for rule in rules))


def _reason(document: Document, chosen: profile.Profile, words: Lexicon) -> str:
    """How the profile was chosen, and how the draft marks its openings where the profile leaves that to it."""
    options = chosen.options.get("TYP001")
    if not options:
        return chosen.reason
    from resolint.checks.shared.marking import described

    style = described(document, words, options)
    return f"{chosen.reason}; {style}" if style else chosen.reason


def lint(
    source: Source | Document,
    *,
    name: str = "",
    view: View | None = None,
    profile: str | None = None,
    config: str | None = None,
    no_config: bool = False,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    changed_only: bool = False,
    baseline: Baseline | None = None,
    edition: str | None = None,
) -> Report:
    """Lint one draft: a path, the bytes of a file (called ``name``), or a document already read.

    The keywords are those of ``Settings``. Raises ResolintError: UnreadableDraft for the draft, BadConfiguration
    for anything asked for that does not exist.
    """
    linter = Linter(
        Settings(
            view,
            profile,
            config,
            no_config,
            tuple(select),
            tuple(ignore),
            changed_only,
            baseline or Baseline(),
            edition=edition,
        )
    )
    if isinstance(source, Document):
        return linter.lint_document(source, name)
    return linter.lint(source, name=name)


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
    settings: Settings,
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
    if executor is None and (jobs == 1 or "-" in paths):
        linter = Linter(settings)
        for path in paths:
            yield _outcome(linter, path, standard_input, stdin_name)
        return
    # Faults of configuration come to light here rather than once in every process.
    Linter(settings)
    chunk = max(1, min(25, len(paths) // (8 * jobs)))
    if executor is not None:
        yield from executor.map(_Work(settings), paths, chunksize=chunk)
        return
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_leave_interrupts) as pool:
        try:
            yield from pool.map(_Work(settings), paths, chunksize=chunk)
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


def _leave_interrupts() -> None:
    """Ctrl-C reaches every process of the terminal; only the one that the user started has to say anything."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)


_RUNS = itertools.count()


class _Work:
    """What a worker process does for one path; the linter is made there, once."""

    _linters: dict[int, Linter] = {}

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.key = next(_RUNS)

    def __call__(self, path: str) -> Outcome:
        linter = self._linters.get(self.key)
        if linter is None:
            linter = Linter(self.settings)
            self._linters.clear()
            self._linters[self.key] = linter
        return _outcome(linter, path, None, "")


def _outcome(linter: Linter, path: str, standard_input: bytes | None, stdin_name: str) -> Outcome:
    timings: dict[str, float] = {}
    source = (standard_input or b"") if path == "-" else path
    try:
        with watch(timings if linter.settings.timings else None):
            report = timed("the rest", lambda: linter.lint(source, name=(stdin_name or "-") if path == "-" else ""))
        config = linter.config_for(report.path)
        return Outcome(path, report, fail_on=None if config is None else config.fail_on, timings=timings)
    except (BadConfiguration, KeyboardInterrupt):
        raise
    except ResolintError as error:
        return Outcome(path, error=str(error))
    except Exception as error:
        import traceback

        words = " ".join(f"{type(error).__name__}: {error}".split())
        return Outcome(path, error=words, crash=traceback.format_exc())


def _given(path: str) -> profile.Config:
    if not Path(path).is_file():
        raise BadConfiguration(f"{path}: there is no such configuration file")
    return profile.read_config(path)
