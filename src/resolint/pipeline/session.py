"""What is made once, for any number of drafts: cards, tables, lexicons, rules, corpora, configurations, the clock."""

from __future__ import annotations

import datetime
import os
from bisect import bisect_right
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from threading import RLock, get_ident
from types import TracebackType
from typing import TYPE_CHECKING, TypeVar

from resolint import engine, profile, rulebook
from resolint.cards import Tables, catalogue, installed_rules, lexicon, load_cards, said_in, tables, whole
from resolint.errors import BadConfiguration
from resolint.lexicon import Lexicon
from resolint.model import Document
from resolint.profile import Config, Profile
from resolint.rule import Card, Rule
from resolint.shared import timed

if TYPE_CHECKING:
    from resolint.corpus import Judge

__all__ = ["Session"]

_T = TypeVar("_T")

UI = "RESOLINT_UI"
"""The variable of the environment that holds the language in which findings are told."""


def _now() -> datetime.datetime:
    """The present; ``SOURCE_DATE_EPOCH`` overrules the clock, for reproducible files."""
    given = os.environ.get("SOURCE_DATE_EPOCH", "")
    if given.isdecimal() and len(given) < 12:
        return datetime.datetime.fromtimestamp(int(given), datetime.UTC)
    return datetime.datetime.now(datetime.UTC)


class Session:
    """Holds what does not depend on a draft. Everything is made when it is first asked for, and only once.

    Any number of threads may use one session at the same time. ``rules`` are folders with further cards (and with tables,
    in ``data/``). ``config`` is the path of a configuration; without one the nearest ``resolint.toml`` above each draft
    holds, unless ``no_config``. ``clock`` tells the time for comments and tracked changes. ``ui`` is the language in which
    findings are told (``fr``), by default that of the environment (``RESOLINT_UI``), else English.

    Raises BadConfiguration for a configuration that cannot be used.
    """

    def __init__(
        self,
        *,
        rules: Iterable[str | os.PathLike[str]] = (),
        config: str | os.PathLike[str] | None = None,
        no_config: bool = False,
        clock: Callable[[], datetime.datetime] = _now,
        ui: str | None = None,
    ) -> None:
        self._folders = tuple(os.fspath(folder) for folder in rules)
        self._clock = clock
        self.ui = os.environ.get(UI, "") if ui is None else ui
        self.words = catalogue(self.ui)
        self._config = None if config is None else _given(os.fspath(config))
        self._search = config is None and not no_config
        self._lock = RLock()
        self._made: dict[Hashable, object] = {}
        self._judges: list[Judge] = []

    def __enter__(self) -> Session:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Close the corpora that were opened; the session can still be used."""
        with self._lock:
            for judge in self._judges:
                for layer in judge.finder.layers:
                    layer.close()
            self._judges.clear()
            self._made = {
                key: made for key, made in self._made.items() if not (isinstance(key, tuple) and key[0] == "judge")
            }

    def _once(self, key: Hashable, make: Callable[[], _T]) -> _T:
        """What ``make`` gives, made by whoever asks first; the others wait."""
        try:
            return self._made[key]  # type: ignore[return-value]
        except KeyError:
            with self._lock:
                if key not in self._made:
                    self._made[key] = make()
                return self._made[key]  # type: ignore[return-value]

    def folders(self, config: Config | None = None) -> tuple[str, ...]:
        """The folders with cards, tables and profiles that are read beside ours, each once.

        They are those of installed packages, those of a configuration, and those that the session was given. Raises
        BadConfiguration for an installed package that cannot be used.
        """
        installed = (rules.folder for rules in installed_rules())
        named = (*installed, *(() if config is None else config.rules), *self._folders)
        return tuple({os.path.realpath(folder): folder for folder in reversed(named)}.values())[::-1] if named else ()

    def cards(self, config: Config | None = None, *, examples: bool = False) -> tuple[Card, ...]:
        """All cards, on demand with prose and examples. Raises BadCard."""
        folders = self.folders(config)

        def load() -> tuple[Card, ...]:
            return tuple(said_in(card, self.words) for card in load_cards(*folders, examples=examples))

        return self._once(("cards", folders, examples), load)

    def told(self, rules: Iterable[str], config: Config | None = None) -> dict[str, Card]:
        """The cards of some rules by id, with prose and examples; their files alone are read. Raises BadCard."""
        folders, known = self.folders(config), {card.id: card for card in self.cards(config)}

        def read(rule: str) -> Card:
            return said_in(whole(known[rule], *folders), self.words)

        asked = (rule for rule in dict.fromkeys(rules) if rule in known)
        return {rule: self._once(("told", folders, rule), partial(read, rule)) for rule in asked}

    def tables(self, config: Config | None = None) -> Tables:
        """The data tables with the rows of the further folders and of a configuration. Raises BadConfiguration."""
        folders = self.folders(config)
        ours = self._once(("tables", folders), lambda: tables(*folders))
        if config is None or not (config.tables or isinstance(config.attested, tuple)):
            return ours
        return self._once(("tables", folders, config.path), lambda: _own(ours, config))

    def lexicon(self, config: Config | None = None) -> Lexicon:
        """What the tables tell of the language."""
        return self._once(("lexicon", None if config is None else config.path), lambda: lexicon(self.tables(config)))

    def profile(
        self,
        document: Document,
        config: Config | None = None,
        *,
        name: str | None = None,
        source: str = "--profile",
        edition: str | None = None,
    ) -> Profile:
        """The profile for a draft; see ``profile.resolve``. Raises BadConfiguration."""
        folders = self.folders(config)
        known = self._once(("profiles", folders), lambda: profile.all_profiles(folders))
        return profile.resolve(
            document, name=name, source=source, config=config, edition=edition, folders=folders, known=known
        )

    def _turns(self, config: Config | None) -> Sequence[str]:
        """The days at which the rules change."""
        return self._once(("turns", self.folders(config)), lambda: rulebook.turns(self.cards(config)))

    def config(self, name: str) -> Config | None:
        """The configuration for the draft or folder called ``name``: the one given, else the nearest, looking upward.

        A draft without a name has no folder. Raises BadConfiguration.
        """
        if not self._search:
            return self._config
        if not name:
            return None
        folder = self._folder(name)
        return self._once(("config", folder), lambda: profile.find_config(folder))

    def _folder(self, name: str) -> Path:
        """The folder of a draft, or a folder itself, links followed; where a path leads to is looked up once."""
        given = Path(name)
        if given.is_symlink() or given.is_dir():
            place = Path(os.path.realpath(name))
            return place if place.is_dir() else place.parent
        above = os.path.split(name)[0]
        here = "" if os.path.isabs(above) else os.getcwd()  # noqa: PTH109, PTH117 - strings, a thousand times
        return self._once(("folder", here, above), lambda: Path(os.path.realpath(above)))

    def rules(
        self,
        chosen: Profile,
        config: Config | None = None,
        name: str = "",
        *,
        select: Sequence[str] = (),
        ignore: Sequence[str] = (),
        look: bool = True,
    ) -> tuple[tuple[Rule, ...], engine.Look | None]:
        """The rules for a profile over the draft ``name``, and the look that tells which of them a draft wakes.

        Without ``look`` all of them run. See ``rulebook.select``. Raises BadConfiguration.
        """
        ignored = tuple(config.ignored_in(name)) if config is not None else ()
        place = None if config is None else config.path
        select, ignore = tuple(select), tuple(ignore)
        # The rules change only at the days from which or until which a card holds.
        time = None if chosen.edition is None else bisect_right(self._turns(config), chosen.edition)
        key = "rules", chosen.name, time, chosen.language, place, ignored, select, ignore, look

        def choose() -> tuple[tuple[Rule, ...], engine.Look | None]:
            found = rulebook.select(self.cards(config), chosen, config=config, path=name, select=select, ignore=ignore)
            if self.words is not None:
                # What a card says of drafts in another language came in with the selection.
                found = tuple(replace(rule, card=said_in(rule.card, self.words)) for rule in found)
            words = self.lexicon(config)
            return found, engine.Look(found, (rulebook.wakes(rule, words) for rule in found)) if look else None

        return self._once(key, lambda: timed("choosing rules", choose))

    def judge(self, corpora: Sequence[str]) -> Judge:
        """What holds drafts against the corpora of these names, in order; one for each thread. Raises BadCorpus."""
        return self._once(("judge", tuple(corpora), get_ident()), lambda: self._open(corpora))

    def _open(self, corpora: Sequence[str]) -> Judge:
        from resolint.corpus import open_finder
        from resolint.pipeline.agreeing import judge_of

        judge = judge_of(open_finder(corpora, self.lexicon()), self.lexicon())
        self._judges.append(judge)
        return judge

    def now(self) -> str:
        """The present moment as Word writes it: ``2026-11-20T10:00:00Z``."""
        return self._clock().astimezone(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")

    def moment(self, date: str | None) -> str:
        """The time of comments and tracked changes as Word writes it: ``date``, by default the present, empty for none.

        Raises BadConfiguration for what is no date in ISO 8601.
        """
        return self.now() if date is None else date and read_moment(date)

    def today(self) -> datetime.date:
        """The present day."""
        return self._clock().date()


def read_moment(given: str, keyword: str = "date") -> str:
    """A date or moment in ISO 8601, given as ``keyword``, as Word writes it. Raises BadConfiguration."""
    try:
        when = datetime.datetime.fromisoformat(given)
    except ValueError:
        raise BadConfiguration(
            f"{keyword}: '{given}' is no date; write it as 2026-11-20 or 2026-11-20T10:00:00Z"
        ) from None
    when = when.astimezone(datetime.UTC) if when.tzinfo is not None else when
    return when.strftime("%Y-%m-%dT%H:%M:%SZ")


def _own(ours: Tables, config: Config) -> Tables:
    """Our tables with the rows and the files of counts of a project."""
    found = ours.extended(config.tables) if config.tables else ours
    return found.counted(config.attested) if isinstance(config.attested, tuple) else found


def _given(path: str) -> Config:
    if not Path(path).is_file():
        raise BadConfiguration(f"{path}: there is no such configuration file")
    return profile.read_config(path)
