"""Joins cards with checks, and selects the rules that hold for a profile.

There is no list of checks. A card of kind ``code`` finds its function by id among the modules of
``resolint.checks``, where a module bears the name of its family, then among those of installed packages; only the modules
that the selected rules need are imported. Every other kind brings its function along.
"""

from __future__ import annotations

import importlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, partial
from pathlib import Path
from types import FunctionType
from typing import Any, cast

from resolint import checks
from resolint.cards import hint, indexed, installed_rules, kinds, rule_hint
from resolint.errors import BadCard, BadConfiguration
from resolint.findings import Hit, Severity
from resolint.lexicon import LANGUAGES, Lexicon
from resolint.model import Document
from resolint.profile import Config, Profile
from resolint.rule import Card, Check, Context, Joined, Rule, Wake
from resolint.shared import timed

__all__ = ["ALL", "ENGINE_FAMILY", "all_checks", "find_check", "matching", "select", "turns", "wakes"]

ALL = "ALL"
"""The selector for every rule."""

SHARED = "shared"
"""The room of ``checks`` that holds no rules."""

ENGINE_FAMILY = "RES"
"""The family of rules about the use of resolint itself; the engine makes the findings of those that have no check."""

ATTESTED_FAMILY = "ATT"
"""The family of rules that rest on counts of what adopted texts write."""

UNCHECKED = "RES004"
"""The one rule for drafts in a language that is not checked."""


def select(
    cards: Sequence[Card],
    profile: Profile,
    *,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    config: Config | None = None,
    path: str | None = None,
) -> tuple[Rule, ...]:
    """The rules to run for ``profile``, ordered by id.

    ``select`` and ``ignore`` hold ids, names, families, beginnings of ids (``PRE0``) or ``ALL``. ``select`` takes
    the place of the configuration's own, ``ignore`` is added to it; the configuration's ``extend-select`` selects rules
    beside its others. A rule that is off by default runs only if it is selected by its id or name, or switched on by the
    profile. A rule of another body or of another time never runs. On a draft in another language than English only the rules run
    whose cards name it, and the one that says so, whatever is selected.
    ``path`` is the draft's file, for the configuration's per-file ignores.

    Raises BadConfiguration for a selector that fits no card and an option that a rule does not have, BadCard
    for a card whose check does not exist.
    """
    wanted, unwanted = _Choice("--select", cards), _Choice("--ignore", cards)
    wanted.add(select)
    unwanted.add(ignore)
    severities: Mapping[str, Severity] = profile.severities
    if config is not None:
        if not select:
            wanted.add(config.select, config, "select")
            # Without a selection all rules are selected, and what is added to them only wakes those that are off.
            wanted.add(config.extend_select, config, "extend-select", extend=True)
        unwanted.add(config.ignore, config, "ignore")
        unwanted.add(() if config.attested else (ATTESTED_FAMILY,))
        for glob, selectors in config.per_file_ignores.items():
            _Choice("", cards).add(selectors, config, f"per-file-ignores.{glob}")
        for glob, selectors in config.ignored_in(path).items() if path is not None else ():
            unwanted.add(selectors, config, f"per-file-ignores.{glob}")
        for selector in config.severities:
            _Choice("", cards).add((selector,), config, f"severities.{selector}")
    rules = []
    options = _options_by_rule(cards, profile, config)
    for card in cards:
        if profile.language not in card.languages and card.id != UNCHECKED:
            continue
        english, card = card, card.spoken(profile.language)
        asked = wanted.takes(card, default=True) or (card.id == UNCHECKED and profile.language not in LANGUAGES)
        if not _holds(card, profile) or unwanted.takes(card) or not asked:
            continue
        if _is_off(card, profile) and not wanted.names(card):
            continue
        severity = _severity(card, config.severities if config is not None else {})
        # How grave a body takes a form of English says nothing of the forms of other languages.
        severity = severity or (_severity(card, severities) if card is english else None)
        rules.append(Rule(card, _at_need(card), severity or card.severity, _joined(card.options, options[card.id])))
    return tuple(sorted(rules, key=lambda rule: rule.card.id))


def _joined(ours: Mapping[str, Any], own: Mapping[str, Any]) -> Mapping[str, Any]:
    """The options of a card under those of a profile or user; the card's own very self, by which things are kept, if alone."""
    return Joined({**ours, **own}) if own else ours


def matching(selector: str, cards: Iterable[Card]) -> tuple[Card, ...]:
    """The cards that ``selector`` (an id, a name, a family, the beginning of an id, ``ALL``) stands for."""
    upper = selector.upper()
    return tuple(
        card
        for card in cards
        if upper == ALL or card.name == selector or (len(upper) >= len(card.family) and card.id.startswith(upper))
    )


def find_check(card: Card) -> Check:
    """The function that runs ``card``. Raises BadCard if the card needs Python and there is none."""
    if card.check != "code":
        return kinds.check_of(card.check)
    mark = card.mark or card.id
    for modules in (_modules(card.family), _modules("")):
        for name in modules:
            if (found := _checks_of(name).get(mark) or _checks_of(name).get(card.id)) is not None:
                return found
    for package in installed_rules():
        if (function := package.checks.get(card.id)) is not None:
            return cast(Check, function)
    if card.family == ENGINE_FAMILY:
        return _by_engine
    raise BadCard(f'{card.path}, key check: no function in resolint.checks is marked @check("{card.id}"); write one')


def turns(cards: Iterable[Card]) -> tuple[str, ...]:
    """The days on which the practice that ``cards`` hold for changes; between two of them the same rules are selected."""
    return tuple(sorted({day for card in cards for day in (card.since, card.until) if day is not None}))


def wakes(rule: Rule, lexicon: Lexicon) -> tuple[Wake, ...] | None:
    """What must occur in a draft for ``rule`` to be able to speak: any of these; None for a rule that always runs."""
    card = rule.card
    if card.check == "code":
        return card.wakes
    if (
        rule.options is card.options
        and not card.mark
        and getattr(lexicon.tables, "ours", False)
        and card.id in _known_wakes()
    ):
        return _known_wakes()[card.id]
    return kinds.wakes_of(rule.card.check, Context("", rule.options, lexicon.tables, lexicon=lexicon))


@cache
def _known_wakes() -> Mapping[str, tuple[Wake, ...] | None]:
    """What wakes the rules of resolint that need no Python, with their own options and tables."""
    known = indexed().get("wakes").items()
    return {rule: None if ways is None else tuple(Wake(*way) for way in ways) for rule, ways in known}


@cache
def _known_modules() -> Mapping[str, str]:
    """The modules of our rules that need Python, by id."""
    return cast(Mapping[str, str], indexed().get("checks"))


def _at_need(card: Card) -> Check:
    """The check of ``card``, its module imported when it first runs. Raises BadCard if there is none."""
    if card.check != "code":
        return partial(_run_kind, card.check)
    # A card that says only options otherwise for a language is run by the function for English.
    mark = card.mark if card.mark in _known_modules() else card.id
    module = _known_modules().get(mark)
    if module is not None:
        return partial(_run_code, module, mark)
    return _by_engine if card.path.startswith(f"rules/{ENGINE_FAMILY}/") else find_check(card)


def _run_kind(kind: str, document: Document, context: Context) -> Iterable[Hit]:
    return _of_kind(kind)(document, context)


def _run_code(module: str, mark: str, document: Document, context: Context) -> Iterable[Hit]:
    return _of_code(module, mark)(document, context)


@cache
def _of_kind(kind: str) -> Check:
    return timed("choosing rules", lambda: kinds.check_of(kind))


@cache
def _of_code(module: str, mark: str) -> Check:
    return timed("choosing rules", lambda: _checks_of(module)[mark])


def all_checks() -> Iterator[tuple[str, str, Check]]:
    """Every check in ``resolint.checks``: the name of its module, the id it is marked with, the function."""
    for name in _modules(""):
        for mark, function in _checks_of(name).items():
            yield name, mark.partition(" ")[0], function


def _by_engine(_document: Document, _context: Context) -> Iterable[Hit]:
    return ()


@cache
def _modules(family: str) -> tuple[str, ...]:
    """The modules with the rules of ``family``, as ``pre.openings``; those of all families for an empty one."""
    rooms = [Path(root) / family.lower() for root in checks.__path__]
    if not family:
        rooms = [room for root in checks.__path__ for room in Path(root).iterdir() if room.name != SHARED]
    return tuple(
        sorted(f"{room.name}.{file.stem}" for room in rooms for file in room.glob("*.py") if file.stem != "__init__")
    )


@cache
def _checks_of(module: str) -> Mapping[str, Check]:
    full = f"{checks.__name__}.{module}"
    found: dict[str, Check] = {}
    for function in vars(importlib.import_module(full)).values():
        # A module holds many other things, and to ask some of them (patterns, say) costs more than the rest.
        rule_id = getattr(function, "rule_id", None) if isinstance(function, FunctionType) else None
        if isinstance(rule_id, str) and function.__module__ == full:
            if rule_id in found and found[rule_id] is not function:
                raise BadCard(f'{full}: two functions are marked @check("{rule_id}"); keep one')
            found[rule_id] = function
    return found


class _Choice:
    """Selectors collected from one or more sources, each tested against the cards."""

    def __init__(self, source: str, cards: Sequence[Card]) -> None:
        self.source = source
        self.cards = cards
        self.given = False
        self.ids: set[str] = set()
        self.named: set[str] = set()

    def add(
        self, selectors: Iterable[str], config: Config | None = None, key: str = "", *, extend: bool = False
    ) -> None:
        """Add ``selectors``, those of a ``key`` of ``config`` if given. Raises BadConfiguration for one that fits no card.

        Selectors that ``extend`` a choice make none by themselves.
        """
        for selector in selectors:
            found = matching(selector, self.cards)
            if not found:
                valid = {card.id for card in self.cards} | {card.name for card in self.cards}
                near = rule_hint(selector, valid | {card.family for card in self.cards})
                where = self.source if config is None else config.at(key, selector)
                raise BadConfiguration(f"{where}: there is no rule {selector}; {near}")
            self.given = self.given or not extend
            self.ids.update(card.id for card in found)
            self.named.update(
                card.id for card in found if selector in (card.name, card.id) or selector.upper() == card.id
            )

    def takes(self, card: Card, *, default: bool = False) -> bool:
        """Whether a selector fits ``card``; ``default`` if there are no selectors."""
        return card.id in self.ids if self.given else default

    def names(self, card: Card) -> bool:
        """Whether a selector is the id or name of ``card``."""
        return card.id in self.named


def _holds(card: Card, profile: Profile) -> bool:
    """Whether the practice is that of the body and of the time; an undated draft is held to be a new one."""
    # The base stands for drafts that do not say where they belong; were it taken for what all others extend, a
    # rule for it and for some bodies would hold for every body.
    bodies = {profile.name, *profile.chain[:-1]}
    if card.bodies and not bodies & set(card.bodies):
        return False
    if profile.edition is None:
        return card.until is None
    return (card.since is None or card.since <= profile.edition) and (
        card.until is None or profile.edition < card.until
    )


def _is_off(card: Card, profile: Profile) -> bool:
    keys = (card.id, card.name)
    if any(key in profile.on for key in keys):
        return False
    return card.off is not None or any(key in profile.off for key in (*keys, card.family))


def _severity(card: Card, severities: Mapping[str, Severity]) -> Severity | None:
    """The entry of ``severities`` that fits ``card`` most closely: id or name, then the longest beginning."""
    best, found = -1, None
    for selector, severity in severities.items():
        weight = 100 if selector in (card.id, card.name) else len(selector) if selector.upper() != ALL else 0
        if weight > best and matching(selector, (card,)):
            best, found = weight, severity
    return found


def _options_by_rule(cards: Sequence[Card], profile: Profile, config: Config | None) -> Mapping[str, Mapping[str, Any]]:
    """What profile and configuration set for each rule. Raises BadConfiguration for what does not exist."""
    found: dict[str, dict[str, Any]] = {card.id: {} for card in cards}
    by_key = {key: card for card in cards for key in (card.id, card.name)}
    for rule, own in profile.options.items():
        if rule in by_key:
            found[by_key[rule].id].update(own)
    for rule, own in config.options.items() if config is not None else ():
        assert config is not None
        if rule not in by_key:
            where = config.at(f"options.{rule}")
            raise BadConfiguration(f"{where}: there is no such rule; {hint(rule, by_key)}")
        card = by_key[rule]
        allowed = {*card.options, *kinds.OPTIONS.get(card.check, ())}
        for key, value in own.items():
            where = config.at(f"options.{rule}.{key}")
            if key not in allowed:
                cure = hint(key, allowed) if allowed else f"{card.id} has no options"
                raise BadConfiguration(f"{where}: there is no such option; {cure}")
            before = card.options.get(key)
            if before is not None and type(before) is not type(value):
                raise BadConfiguration(f"{where}: a value like {before!r} is needed, not {value!r}")
            found[card.id][key] = value
        _validate(card, {**card.options, **found[card.id]}, config, rule)
    for card in cards if config is not None and config.words else ():
        if "own_words" in card.options:
            assert config is not None
            found[card.id]["own_words"] = [*card.options["own_words"], *config.words]
    return found


def _validate(card: Card, options: Mapping[str, Any], config: Config, rule: str) -> None:
    """Test the options that ``config`` sets for a rule that needs no Python. Raises BadConfiguration."""
    if card.check == "code":
        return
    try:
        kinds.validate(card.check, options)
        kinds.validate_patterns(options)
    except kinds.WrongOption as error:
        raise BadConfiguration(f"{config.at(f'options.{rule}.{error.key}')}: {error}") from None
