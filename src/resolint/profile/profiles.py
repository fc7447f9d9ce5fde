"""Profiles are TOML files in ``rules/profiles``; one extends another, and says by what signs it is recognised."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from resolint.cards import data_dir, hint, indexed
from resolint.errors import BadConfiguration
from resolint.findings import SEVERITIES, Severity
from resolint.model import Block, Document
from resolint.profile.config import Config
from resolint.profile.dates import NoEdition, edition, edition_of, iso_date

__all__ = ["BASE", "Profile", "all_profiles", "profile_names", "read_edition", "read_profile", "resolve"]

BASE = "un"
"""The profile that every other extends, and the one for a draft that does not say where it belongs."""

_KEYS = ("title", "extends", "on", "detect", "severities", "off", "options")
_SIGNS = ("symbols", "organs", "labels")
_LABEL_BLOCKS = 15
_LABELS_NEEDED = 2


@dataclass(frozen=True, slots=True)
class Profile:
    """The conventions of one body, everything it inherits joined in.

    ``chain`` are the profile's own name and those it extends, nearest first. ``off`` gives for each rule that
    does not hold here the reason, ``on`` names rules that only hold when a profile asks for them.
    ``reason`` tells how the profile was chosen. ``date`` is that of the draft, ``edition`` the edition: the day whose
    conventions hold, about when the draft was written unless someone asks for another one, None for the present. Both
    are ``YYYY-MM-DD`` or None.
    """

    name: str
    title: str
    chain: tuple[str, ...]
    severities: Mapping[str, Severity] = field(default_factory=dict)
    off: Mapping[str, str] = field(default_factory=dict)
    on: tuple[str, ...] = ()
    options: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    detect: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    reason: str = ""
    date: str | None = None
    edition: str | None = None
    language: str = "en"


def profile_names() -> tuple[str, ...]:
    """The names of all profiles, sorted."""
    return tuple(sorted(path.stem for path in _folder().glob("*.toml")))


def all_profiles() -> Mapping[str, Profile]:
    """Every profile by name, sorted. Raises BadConfiguration for a faulty profile file."""
    names = profile_names()
    return {name: _read(name, names, ()) for name in names}


def read_profile(name: str, *, source: str = "") -> Profile:
    """The profile ``name`` with what it inherits; ``source`` is who asked for it, for the message.

    Raises BadConfiguration for an unknown name and for a faulty profile file.
    """
    names = profile_names()
    if name not in names:
        asked = f"{source}: " if source else ""
        raise BadConfiguration(f"{asked}there is no profile {name}; {hint(name, names)} (profiles: {', '.join(names)})")
    return _read(name, names, ())


def resolve(
    document: Document,
    *,
    name: str | None = None,
    source: str = "--profile",
    config: Config | None = None,
    edition: str | None = None,
    known: Mapping[str, Profile] | None = None,
) -> Profile:
    """The profile for ``document``: the one named, else the configuration's, else the one the draft shows.

    A draft shows its body by the labels of a Model United Nations heading, by its symbol, or by its organ
    line, in this order. ``edition`` (a year, a date, ``current``), else the configuration's, takes the place of the
    time the draft shows. ``known`` are all profiles by name, if they have been read already. Raises BadConfiguration
    for an unknown name and for what is no edition.
    """
    known = known or {}
    if name is not None:
        profile, reason = known.get(name) or read_profile(name, source=source), f"chosen by {source}"
    elif config is not None and config.profile is not None:
        profile = known.get(config.profile) or read_profile(config.profile, source=config.at("profile"))
        reason = f"from the configuration {config.shown}"
    else:
        profile, reason = _recognise(document, tuple((known or all_profiles()).values()))
    language = config.language if config is not None and config.language is not None else document.language
    asked, asker = edition, "--edition"
    if asked is None and config is not None and config.edition is not None:
        asked, asker = config.edition, f"{config.shown}, key edition"
    time = edition_of(document)
    if asked is not None:
        time = read_edition(asked, source=asker)
        reason = f"{reason}; conventions of {asked} by {asker}"
    return replace(profile, reason=reason, date=iso_date(document.head.date), edition=time, language=language)


def read_edition(value: str, *, source: str = "--edition") -> str | None:
    """The day whose conventions ``value`` asks for, None for the present. Raises BadConfiguration naming ``source``."""
    try:
        return edition(value)
    except NoEdition as error:
        raise BadConfiguration(f"{source}: {error}") from None


def _folder() -> Path:
    return _ours()


def _ours() -> Path:
    return data_dir("rules") / "profiles"


def _read(name: str, names: Iterable[str], below: tuple[str, ...]) -> Profile:
    shown = f"rules/profiles/{name}.toml"
    values = _values(name, shown)
    _validate(values, shown)
    parent = values.get("extends")
    if parent is None:
        base = Profile(name="", title="", chain=())
    elif parent in below or parent == name or parent not in names:
        raise BadConfiguration(f"{shown}, key extends: '{parent}' is no profile that {name} can extend")
    else:
        base = _read(parent, names, (name, *below))
    on = tuple(values.get("on", ()))
    off = {rule: reason for rule, reason in base.off.items() if rule not in on} | values.get("off", {})
    options = dict(base.options)
    for rule, own in values.get("options", {}).items():
        options[rule] = {**options.get(rule, {}), **own}
    return Profile(
        name=name,
        title=values["title"],
        chain=(name, *base.chain),
        severities={**base.severities, **values.get("severities", {})},
        off=off,
        on=tuple(rule for rule in dict.fromkeys((*base.on, *on)) if rule not in off),
        options=options,
        detect={key: tuple(signs) for key, signs in values.get("detect", {}).items()},
    )


def _values(name: str, shown: str) -> dict[str, Any]:
    """What a profile's file says, off the index where it is one of ours."""
    kept: dict[str, Any] | None = indexed().get(f"profile {name}") if _folder() == _ours() else None
    if kept is not None:
        return kept
    import tomllib

    try:
        return tomllib.loads((_folder() / f"{name}.toml").read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise BadConfiguration(f"{shown}: this is no TOML: {error}") from None


def _validate(values: Mapping[str, Any], shown: str) -> None:
    for key in values:
        if key not in _KEYS:
            raise BadConfiguration(f"{shown}, key {key}: there is no such key; {hint(key, _KEYS)}")
    if not isinstance(values.get("title"), str):
        raise BadConfiguration(f"{shown}, key title: a profile has a title")
    for key in ("detect", "severities", "off", "options"):
        if not isinstance(values.get(key, {}), dict):
            raise BadConfiguration(f"{shown}, key {key}: a table is needed: a line [{key}], then its lines")
    for key in values.get("detect", {}):
        if key not in _SIGNS:
            raise BadConfiguration(f"{shown}, key detect.{key}: there is no such key; {hint(key, _SIGNS)}")
    for rule, severity in values.get("severities", {}).items():
        if severity not in SEVERITIES:
            raise BadConfiguration(
                f"{shown}, key severities.{rule}: '{severity}' is not allowed; {hint(str(severity), SEVERITIES)}"
            )


def _recognise(document: Document, profiles: Sequence[Profile]) -> tuple[Profile, str]:
    labelled = _by_labels(document, profiles)
    if labelled is not None:
        return labelled
    symbol = (document.head.symbol or "").strip()
    found = _longest(
        (profile, sign) for profile in profiles for sign in _signs(profile, "symbols", symbol, prefix=True)
    )
    if found is not None:
        return found, f"from the symbol {symbol}"
    for act in document.acts:
        if act.organ_line is not None:
            words = " ".join(document.text(act.organ_line).split()).strip(" ,")
            found = _longest((p, sign) for p in profiles for sign in _signs(p, "organs", words))
            if found is not None:
                return found, f"from the organ line {words}"
    body = " ".join((document.head.body or "").split())
    found = _longest((p, sign) for p in profiles for sign in _signs(p, "organs", body))
    if found is not None:
        return found, f"from the body in the masthead, {body}"
    base = next(profile for profile in profiles if profile.name == BASE)
    return base, "nothing in the draft names its body"


def _by_labels(document: Document, profiles: Sequence[Profile]) -> tuple[Profile, str] | None:
    """The profile of a Model United Nations by its label lines.

    Two are needed. A profile that extends the one found, and knows one of the labels as its own, is taken where the
    operative verbs are marked as it marks them.
    """
    found = None
    for profile in profiles:
        labels = _labels(document.blocks, profile.detect.get("labels", ()))
        if len(labels) >= _LABELS_NEEDED and (found is None or profile.name in found[0].chain):
            found = profile, labels
    for profile in profiles if found is not None else ():
        own = _labels(document.blocks, profile.detect.get("labels", ()))
        if found is not None and own and profile.chain[1:2] == (found[0].name,) and _marks_alike(document, profile):
            return profile, f"from the label {own[0]} at the top and the form of the operative verbs"
    return None if found is None else (found[0], f"from the labels {' and '.join(found[1][:2])} at the top")


def _marks_alike(document: Document, profile: Profile) -> bool:
    """Whether most operative verbs of a draft are marked in one of the ways that a profile names."""
    from resolint.checks.shared.marking import fits, forms

    allowed = profile.options.get("TYP001", {}).get("operative", ())
    return "italics" not in document.origin.lost and fits(forms(document), allowed)


def _signs(profile: Profile, kind: str, text: str, *, prefix: bool = False) -> list[str]:
    folded = text.casefold()
    return [
        sign
        for sign in profile.detect.get(kind, ())
        if (folded.startswith(sign.casefold()) if prefix else sign.casefold() in folded)
    ]


def _longest(found: Iterable[tuple[Profile, str]]) -> Profile | None:
    """The profile with the most telling sign: ``E/CN.7/`` says more than ``E/``."""
    best = max(found, key=lambda pair: len(pair[1]), default=None)
    return best[0] if best is not None else None


def _labels(blocks: tuple[Block, ...], labels: tuple[str, ...]) -> list[str]:
    tops = [block.text.lstrip().casefold() for block in blocks if block.kind not in ("footer", "note")][:_LABEL_BLOCKS]
    return [
        label
        for label in labels
        if any(top.startswith(label.casefold()) and top[len(label) :].lstrip("s ").startswith(":") for top in tops)
    ]
