"""Profiles are TOML files in ``rules/profiles``; one extends another, and says by what signs it is recognised."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field, replace
from pathlib import Path
from typing import Any

from resolint.cards import data_dir, hint, indexed, lexicon, lexicon_of
from resolint.errors import BadConfiguration
from resolint.findings import SEVERITIES, Severity
from resolint.frozen import dataclass
from resolint.lexicon import TONGUES
from resolint.model import Document
from resolint.profile.config import Config
from resolint.profile.dates import NoEdition, edition, edition_of, iso_date
from resolint.profile.source import line_of, text_of

__all__ = ["BASE", "Profile", "all_profiles", "profile_names", "read_edition", "read_profile", "resolve"]

Folders = Sequence[str | os.PathLike[str]]
"""Folders that hold cards, ``data/`` and ``profiles/`` as ``rules/`` does."""

BASE = "un"
"""The profile that every other extends, and the one for a draft that does not say where it belongs."""

_KEYS = ("title", "extends", "on", "detect", "severities", "off", "options", "told")
_SIGNS = ("symbols", "organs", "labels")
_LABEL_BLOCKS = 15
_TITLE_BLOCKS, _TITLE = 10, 120  # how far down a title stands at most, and how long it is
_LABELS_NEEDED = 2


@dataclass(frozen=True, slots=True)
class Profile:
    """The conventions of one body, everything it inherits joined in.

    ``chain`` are the profile's own name and those it extends, nearest first. ``off`` gives for each rule that
    does not hold here the reason, ``on`` names rules that only hold when a profile asks for them. ``told`` says for a rule with
    options of its own here what that means, in words for people.
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
    told: Mapping[str, str] = field(default_factory=dict)
    reason: str = ""
    date: str | None = None
    edition: str | None = None
    language: str = "en"


def profile_names(folders: Folders = ()) -> tuple[str, ...]:
    """The names of all profiles, sorted: ours, and those in ``profiles/`` below further ``folders``."""
    return tuple(sorted(_places(folders)))


def all_profiles(folders: Folders = ()) -> Mapping[str, Profile]:
    """Every profile by name, those of further ``folders`` first. Raises BadConfiguration for a faulty profile file."""
    places = _places(folders)
    return {name: _read(name, places, ()) for name in places}


def read_profile(name: str, *, source: str = "", folders: Folders = ()) -> Profile:
    """The profile ``name`` with what it inherits; ``source`` is who asked for it, for the message.

    Raises BadConfiguration for an unknown name and for a faulty profile file.
    """
    places = _places(folders)
    if name not in places:
        asked, names, meant = f"{source}: " if source else "", ", ".join(sorted(places)), hint(name, places)
        others = "" if names in meant else f" (profiles: {names})"
        raise BadConfiguration(f"{asked}there is no profile {name}; {meant}{others}")
    return _read(name, places, ())


def resolve(
    document: Document,
    *,
    name: str | None = None,
    source: str = "--profile",
    config: Config | None = None,
    edition: str | None = None,
    known: Mapping[str, Profile] | None = None,
    folders: Folders = (),
) -> Profile:
    """The profile for ``document``: the one named, else the configuration's, else the one the draft shows.

    A draft shows its body by the labels of a Model United Nations heading, by its symbol, or by its organ
    line, in this order. ``edition`` (a year, a date, ``current``), else the configuration's, takes the place of the
    time the draft shows. ``folders`` hold further profiles in ``profiles/``; where one of them is recognised by the same
    sign as one of ours, it is meant. ``known`` are all profiles by name, if they have been read already. Raises
    BadConfiguration for an unknown name and for what is no edition.
    """
    known = known or {}
    if name is not None:
        profile, reason = known.get(name) or read_profile(name, source=source, folders=folders), f"chosen by {source}"
    elif config is not None and config.profile is not None:
        asked_by = config.at("profile")
        profile = known.get(config.profile) or read_profile(config.profile, source=asked_by, folders=folders)
        reason = f"from the configuration {config.shown}"
    else:
        profile, reason = _recognise(document, tuple((known or all_profiles(folders)).values()))
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
    """Where our own profiles lie."""
    return _ours()


def _ours() -> Path:
    return data_dir("rules") / "profiles"


def _places(folders: Folders) -> Mapping[str, Path]:
    """The files of all profiles by name, those of the last of ``folders`` first and ours at the end."""
    found: dict[str, Path] = {}
    for folder in (_folder(), *(Path(folder) / "profiles" for folder in folders)):
        own = {path.stem: path for path in sorted(folder.glob("*.toml"))}
        for name in own:
            if name in found:
                raise BadConfiguration(
                    f"{own[name]}: the profile {name} is taken already, by {_shown(found[name])}; give it another name"
                )
        found = {**own, **found}
    return found


def _shown(path: Path) -> str:
    """The path of a profile for messages; ours are where the documentation says, wherever resolint is installed."""
    return f"rules/profiles/{path.name}" if path.parent == _folder() else str(path)


def _read(name: str, places: Mapping[str, Path], below: tuple[str, ...]) -> Profile:
    path = places[name]
    values = _values(name, path)
    _validate(values, path)
    parent = values.get("extends", None if name == BASE else BASE)
    if parent is None:
        base = Profile(name="", title="", chain=())
    elif parent in below or parent == name:
        raise BadConfiguration(f"{_at(path, 'extends')}: {parent} is extended in a circle; name another profile")
    elif parent not in places:
        raise BadConfiguration(f"{_at(path, 'extends')}: there is no profile {parent}; {hint(parent, places)}")
    else:
        base = _read(parent, places, (name, *below))
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
        told={**base.told, **values.get("told", {})},
    )


def _values(name: str, path: Path) -> dict[str, Any]:
    """What a profile's file says, off the index where it is one of ours."""
    kept: dict[str, Any] | None = indexed().get(f"profile {name}") if path.parent == _ours() else None
    if kept is not None:
        return kept
    import tomllib

    try:
        return tomllib.loads(text_of(path).removeprefix("\ufeff"))
    except (ValueError, RecursionError) as error:
        raise BadConfiguration(f"{_shown(path)}: this is no TOML: {error}") from None


def _at(path: Path, key: str) -> str:
    return f"{_shown(path)}{line_of(path, key)}, key {key}"


def _validate(values: Mapping[str, Any], path: Path) -> None:
    for key in values:
        if key not in _KEYS:
            raise BadConfiguration(f"{_at(path, key)}: there is no such key; {hint(key, _KEYS)}")
    if not isinstance(values.get("title"), str):
        raise BadConfiguration(f"{_at(path, 'title')}: a profile has a title, a text in double quotation marks")
    if not isinstance(values.get("extends", ""), str):
        raise BadConfiguration(f"{_at(path, 'extends')}: the name of a profile is needed, in double quotation marks")
    if not _texts(values.get("on", [])):
        raise BadConfiguration(f'{_at(path, "on")}: a list of rules is needed, such as ["PRE002"]')
    for key in ("detect", "severities", "off", "options", "told"):
        if not isinstance(values.get(key, {}), dict):
            raise BadConfiguration(f"{_at(path, key)}: a table is needed: a line [{key}], then its lines")
    for key, test in (
        ("detect", _signs_fault),
        ("severities", _severity_fault),
        ("off", _off_fault),
        ("options", _options_fault),
        ("told", _told_fault),
    ):
        for name, value in values.get(key, {}).items():
            if (fault := test(name, value)) is not None:
                raise BadConfiguration(f"{_at(path, f'{key}.{name}')}: {fault}")


def _signs_fault(key: str, signs: Any) -> str | None:
    if key not in _SIGNS:
        return f"there is no such key; {hint(key, _SIGNS)}"
    return None if _texts(signs) else 'a list of texts is needed, such as ["A/C.3/"]'


def _severity_fault(_rule: str, severity: Any) -> str | None:
    return None if severity in SEVERITIES else f"'{severity}' is not allowed; {hint(str(severity), SEVERITIES)}"


def _off_fault(_rule: str, why: Any) -> str | None:
    return None if isinstance(why, str) else "the reason is needed, in double quotation marks"


def _told_fault(_rule: str, words: Any) -> str | None:
    return None if isinstance(words, str) else "words are needed, in double quotation marks"


def _options_fault(rule: str, own: Any) -> str | None:
    return None if isinstance(own, dict) else f"a table is needed: a line [options.{rule}], then its lines"


def _texts(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)


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
            words = " ".join(document.text(act.organ_line).split()).strip(" ,،，")
            named = _organ(words, document.language)
            found = _longest((p, sign) for p in profiles for sign in _signs(p, "organs", named))
            if found is not None:
                return found, f"from the organ line {words}"
    body = " ".join((document.head.body or "").split())
    found = _longest((p, sign) for p in profiles for sign in _signs(p, "organs", body))
    if found is not None:
        return found, f"from the body in the masthead, {body}"
    title = "" if document.acts else _title(document, profiles)
    found = _longest((p, sign) for p in profiles for sign in _signs(p, "organs", title))
    if found is not None:
        return found, f"from the title, {title}"
    base = next(profile for profile in profiles if profile.name == BASE)
    return base, "nothing in the draft names its body"


def _title(document: Document, profiles: Sequence[Profile]) -> str:
    """The first short line of a text without acts that names a body, *Statement by the President of the Security Council*."""
    lines = (" ".join(block.text.split()) for block in document.blocks[:_TITLE_BLOCKS])
    return next(
        (line for line in lines if len(line) <= _TITLE and any(_signs(p, "organs", line) for p in profiles)), ""
    )


def _organ(words: str, language: str) -> str:
    """The organ of an organ line by its English name, which profiles are recognised by; as it stands where none is known."""
    if language not in TONGUES:
        return words
    from resolint.lexicon.tongues import Tongue

    code = Tongue(lexicon_of(language)).organ(words)
    return next((row["name"] for row in lexicon().rows("organs") if code and row["code"] == code), words)


def _by_labels(document: Document, profiles: Sequence[Profile]) -> tuple[Profile, str] | None:
    """The profile of a Model United Nations by its label lines.

    Two are needed. A profile that extends the one found, and knows one of the labels as its own, is taken where the
    operative verbs are marked as it marks them.
    """
    found = None
    tops = [block.text.lstrip().casefold() for block in document.blocks if block.kind not in ("footer", "note")]
    tops = tops[:_LABEL_BLOCKS]
    for profile in profiles:
        labels = _labels(tops, profile.detect.get("labels", ()))
        if len(labels) >= _LABELS_NEEDED and (found is None or profile.name in found[0].chain):
            found = profile, labels
    for profile in profiles if found is not None else ():
        own = _labels(tops, profile.detect.get("labels", ()))
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
    """The profile with the most telling sign: ``E/CN.7/`` says more than ``E/``; the first of those with equal ones."""
    best = max(found, key=lambda pair: len(pair[1]), default=None)
    return best[0] if best is not None else None


def _labels(tops: Sequence[str], labels: Sequence[str]) -> list[str]:
    """Those of ``labels`` that one of the first blocks, in folded letters, begins with."""
    return [
        label
        for label in labels
        if any(top.startswith(label.casefold()) and top[len(label) :].lstrip("s ").startswith(":") for top in tops)
    ]
