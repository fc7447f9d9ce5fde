"""Rules and profiles as things to look at: listed, explained, tested, begun."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from resolint import profile, rulebook
from resolint.cards import data_dir, hint, load_cards, parse_card, tables
from resolint.errors import BadCard, BadConfiguration
from resolint.pipeline.bench import Bench, prove
from resolint.pipeline.examples import ExampleFault
from resolint.pipeline.session import Session
from resolint.pipeline.skeleton import card_path, skeleton
from resolint.profile.profiles import BASE
from resolint.rule import Card

if TYPE_CHECKING:
    pass

Folders = Sequence[str | os.PathLike[str]]


def project_folders(folders: Folders = ()) -> tuple[str, ...]:
    """The folders of cards, tables and profiles beside ours: those of the project in the present folder, and ``folders``.

    Those of a project are named by its configuration, or lie in the nearest folder ``rules``. Raises BadConfiguration.
    """
    session = Session(rules=folders)
    own = own_rules()
    if own is None or _is_ours(own) or folders:
        return session.folders(session.config(os.curdir))
    return Session(rules=[own]).folders(session.config(os.curdir))


def families(folders: Folders = ()) -> Mapping[str, str]:
    """What the three letters of an id stand for."""
    return {row["code"]: row["title"] for row in tables(*folders)["families"]}


def card_rows(
    profile_name: str | None = None, folders: Folders = (), *, language: str | None = None
) -> list[dict[str, Any]]:
    """Every rule as plain data, ordered by id; with a profile or language only the rules that run on such drafts, as rated there.

    ``folders`` are further folders of cards, here and below. A language alone is asked of a draft that names no body.
    """
    cards = load_cards(*folders)
    severities = {card.id: card.severity for card in cards}
    if profile_name is not None or language is not None:
        chosen = profile.read_profile(profile_name or BASE, source="--profile", folders=folders)
        chosen = replace(chosen, language=language or chosen.language)
        severities = {rule.card.id: rule.severity for rule in rulebook.select(cards, chosen)}
    return [
        {
            "id": card.id,
            "name": card.name,
            "family": card.family,
            "severity": severities[card.id],
            "confidence": card.confidence,
            "fix": card.fix,
            "bodies": list(card.bodies),
            "authority": card.authority,
            "off": card.off,
        }
        for card in cards
        if card.id in severities
    ]


def find_card(key: str, folders: Folders = ()) -> Card:
    """The card with this id or name, letter case aside, with prose and examples.

    Raises BadConfiguration that names the nearest one if there is none.
    """
    if not key.strip():
        raise BadConfiguration("name a rule by its id or name; 'resolint rules list' lists them all")
    cards = load_cards(*folders, examples=True)
    folded = key.casefold()
    for card in cards:
        if folded in (card.id.casefold(), card.name):
            return card
    keys = [entry for card in cards for entry in (card.id, card.name)]
    raise BadConfiguration(f"there is no rule {key}; {hint(key, keys)}; 'resolint rules list' lists them all")


def profiles(folders: Folders = ()) -> tuple[profile.Profile, ...]:
    """All profiles, the one that the others extend first, then by name."""
    found = [profile.read_profile(name, folders=folders) for name in profile.profile_names(folders)]
    return tuple(sorted(found, key=lambda one: (len(one.chain) > 1, one.name)))


def find_profile(name: str, folders: Folders = ()) -> profile.Profile:
    """The profile of that name. Raises BadConfiguration that names the nearest one if there is none."""
    return profile.read_profile(name, folders=folders)


def check_examples(keys: Sequence[str] = (), folders: Folders = ()) -> tuple[int, int, tuple[ExampleFault, ...]]:
    """Prove the cards that ``keys`` name: ids, names, families, card files, folders of cards; without keys, every card.

    Gives the number of cards, of examples, and what does not hold. Raises BadCard for a card with a fault,
    BadConfiguration for a key that fits nothing.
    """
    every = load_cards(*folders, examples=True)
    cards = _chosen(keys, every)
    known = {card.id: card for card in (*every, *cards)}
    bench = Bench(tuple(known[rule] for rule in sorted(known)), folders)
    faults = tuple(fault for card in cards for fault in prove(card, bench))
    return len(cards), sum(len(card.examples) for card in cards), faults


def new_card(rule_id: str, name: str, folder: str | os.PathLike[str] | None = None) -> tuple[str, str]:
    """The path and the text of a new card; by default among the cards that ``own_rules`` finds.

    Raises BadConfiguration for a wrong or taken id or name.
    """
    relative = card_path(rule_id, name)
    base = Path(folder) if folder is not None else own_rules() or Path("rules")
    extra = [base] if base.is_dir() and not _is_ours(base) else []
    for card in load_cards(*extra):
        if rule_id == card.id or name == card.name:
            taken = rule_id if rule_id == card.id else name
            raise BadConfiguration(f"{taken} is taken already, by {card.path}: choose another one")
    target = base / relative
    if target.exists():
        raise BadConfiguration(f"{target}: this card exists already and is not written over")
    return os.fspath(target), skeleton(rule_id, name)


def own_rules() -> Path | None:
    """The folder of cards to work in: ``rules`` here or in a folder above, None if there is none."""
    here = Path.cwd()
    for folder in (here, *here.parents):
        candidate = folder / "rules"
        if candidate.is_dir() and any(
            path.name.isupper() and len(path.name) == 3 for path in candidate.iterdir() if path.is_dir()
        ):
            return candidate
    return None


def _is_ours(folder: Path) -> bool:
    """Whether a folder is that of resolint's own cards, or its copy in a checkout beside an installed resolint."""
    return folder.resolve() == data_dir("rules").resolve() or (folder / "profiles" / "un.toml").is_file()


def _chosen(keys: Sequence[str], cards: Sequence[Card]) -> list[Card]:
    named = [key for key in keys if not _is_path(key)]
    chosen: dict[str, Card] = {}
    if named or not keys:
        for key in named or (rulebook.ALL,):
            found = rulebook.matching(key, cards)
            if not found:
                valid = [entry for card in cards for entry in (card.id, card.name)]
                raise BadConfiguration(f"there is no rule {key}; {hint(key, valid)}")
            chosen.update((card.path, card) for card in found)
    for key in keys:
        if _is_path(key):
            chosen.update((card.path, card) for card in _cards_at(Path(key)))
    return list(chosen.values())


def _is_path(key: str) -> bool:
    return "/" in key or os.sep in key or key.endswith(".md") or Path(key).is_dir()


def _cards_at(path: Path) -> Iterable[Card]:
    if path.is_dir():
        files = sorted(file for file in path.rglob("*.md") if file.name != "README.md")
        if not files:
            raise BadConfiguration(f"{path}: there are no cards in this folder")
    elif path.is_file():
        files = [path]
    else:
        raise BadConfiguration(f"{path}: there is no such card; give the path of a card file or of a folder of cards")
    for file in files:
        try:
            source = file.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            raise BadCard(f"{file}: the card is not in UTF-8; save it as UTF-8") from None
        except OSError as error:
            raise BadCard(f"{file}: the card cannot be read: {error.strerror}") from None
        yield parse_card(source, file.as_posix(), examples=True)
