"""The configuration of a project: ``resolint.toml``, or ``[tool.resolint]`` in ``pyproject.toml``."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import field
from pathlib import Path
from typing import Any, cast

from resolint.cards import OURS, Table, own_cards
from resolint.errors import BadConfiguration
from resolint.findings import Severity
from resolint.frozen import dataclass
from resolint.model import View
from resolint.profile.ignoring import Patterns, wrong_pattern
from resolint.profile.keys import TABLES, keys_of
from resolint.profile.rows import own_tables
from resolint.profile.source import has_settings, line_of, text_of

__all__ = ["Config", "find_config", "read_config"]

_ADDED = ("rules", "extend-select", "exclude", "words", "files")
"""Lists that are added to those of the file that is extended; others take their place."""


@dataclass(frozen=True, slots=True)
class Config:
    """What a project asks for; what it leaves open is None or empty. ``path`` is the file it was read from.

    Whatever names a file or a folder is a whole path: it was written from the folder of the file where it stands. Only
    ``corpus`` is as it was written, for it may also name what is no file; ``folder_of`` gives the folder it counts from.

    ``rules`` are folders with cards, tables and profiles. ``extend_select`` are rules to run beside those selected.
    ``options`` are by rule, ``per_file_ignores`` map a glob, relative to the folder of the file, to rules.
    ``exclude`` are patterns, each with the folder it counts from; with ``only_drafts`` walks
    pass over texts that are no drafts. ``words`` are words that the project holds to be spelt
    right, ``edition`` names the day whose conventions hold. ``base`` is the text that the drafts are built on,
    ``baseline`` the file with the findings known before; ``files`` are all other files that were read or are named.
    ``attested`` are the files of counts that tell what adopted texts write (``resolint``: our own); True for ours alone,
    False for none.
    ``tables`` are rows that the project adds to data tables, from its ``tables`` and its ``registry``. ``origins`` tells
    for a key, or for an entry of a table or list (``severities.REF001``), the file where it stands.
    """

    path: Path
    profile: str | None = None
    rules: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severities: Mapping[str, Severity] = field(default_factory=dict)
    fail_on: str | None = None
    min_severity: Severity | None = None
    format: str | None = None
    per_file_ignores: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    exclude: tuple[tuple[str, str], ...] = ()
    only_drafts: bool = False
    options: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    view: View | None = None
    language: str | None = None
    words: tuple[str, ...] = ()
    corpus: tuple[str, ...] = ()
    corpus_off: tuple[str, ...] = ()
    attested: bool | tuple[str, ...] = True
    edition: str | None = None
    base: str | None = None
    baseline: str | None = None
    files: tuple[str, ...] = ()
    tables: Mapping[str, Table] = field(default_factory=dict)
    origins: Mapping[str, Path] = field(default_factory=dict)

    @property
    def shown(self) -> str:
        """The name of the file, for messages."""
        return self.path.name

    def folder_of(self, key: str) -> Path:
        """The folder of the file in which ``key`` stands."""
        return self.origins.get(key, self.path).parent

    def at(self, key: str, entry: str = "") -> str:
        """Where ``key`` stands, for messages: file, line and key; that with this ``entry`` if several files have it."""
        names = [f"{key}.{entry}", *(".".join(key.split(".")[:end]) for end in range(key.count(".") + 1, 0, -1))]
        place = next((self.origins[name] for name in names if name in self.origins), self.path)
        shown = self.shown if place == self.path else os.path.relpath(place, self.path.parent)
        return f"{shown}{line_of(place, key)}, key {key}"

    def ignored_in(self, path: str | Path) -> Mapping[str, tuple[str, ...]]:
        """The entries of ``per_file_ignores`` that ``path`` matches; on Windows in any letter case and with either slash."""
        if not self.per_file_ignores:
            return {}
        from fnmatch import fnmatch

        real = Path(os.path.realpath(path))

        def matches(glob: str) -> bool:
            folder = self.origins.get(f"per-file-ignores.{glob}", self.path).parent
            inside = real.relative_to(folder) if real.is_relative_to(folder) else real
            if fnmatch(inside.as_posix(), glob.removeprefix("./")):
                return True
            return "/" not in glob and fnmatch(real.name, glob)

        return {glob: rules for glob, rules in self.per_file_ignores.items() if matches(glob)}

    def excludes(self, path: str | os.PathLike[str], *, is_folder: bool = False) -> bool:
        """Whether ``exclude`` leaves a file or folder out of walks; the last pattern that speaks of it decides."""
        if not self.exclude:
            return False
        out = False
        for folder in dict.fromkeys(folder for folder, _ in self.exclude):
            lines = [pattern for place, pattern in self.exclude if place == folder]
            verdict = Patterns(folder, lines).verdict(path, is_folder=is_folder)
            out = out if verdict is None else verdict
        return out


def find_config(start: str | Path) -> Config | None:
    """The configuration nearest to ``start`` (a file or folder), searched upward; None if there is none.

    ``..`` and links are resolved first, so that it does not matter from where ``start`` is named. In one folder
    ``resolint.toml`` comes before ``pyproject.toml``, which counts only if it has a table ``[tool.resolint]``. Raises
    BadConfiguration.
    """
    place = Path(os.path.realpath(start))
    for folder in (place, *place.parents):
        if (path := folder / "resolint.toml").is_file():
            return read_config(path)
        if (path := folder / "pyproject.toml").is_file() and has_settings(path):
            return read_config(path)
    return None


def read_config(path: str | Path) -> Config:
    """The configuration in the file ``path``, joined with the one it extends.

    Raises BadConfiguration, naming the file, the line, the key and the cure.
    """
    place = _place(path)
    values, origins = _joined(place, ())
    if "rules" not in values and (own := own_cards(place.parent)) is not None:
        values["rules"] = (str(own),)
    severities = {rule: cast(Severity, severity) for rule, severity in values.pop("severities", {}).items()}
    known = {key.replace("-", "_"): value for key, value in values.items()}
    return Config(path=place, severities=severities, origins=origins, **known)


def _joined(path: Path, below: tuple[Path, ...]) -> tuple[dict[str, Any], dict[str, Path]]:
    """What a file and those that it extends say, and where each key and entry stands; the nearer file has its way."""
    values = keys_of(path)
    above = values.pop("extend", None)
    values = _resolved(values, path)
    origins = dict.fromkeys(values, path)
    for key in values:
        if key in TABLES or key in _ADDED:
            origins.update((f"{key}.{entry}", path) for entry in values[key] if isinstance(entry, str))
    if above is None:
        return values, origins
    where = f"{path}{line_of(path, 'extend')}, key extend"
    extended = _place(path.parent / Path(above).expanduser())
    if not extended.is_file():
        raise BadConfiguration(f"{where}: there is no file {above} beside this one")
    if any(extended.samefile(other) for other in (*below, path)):
        raise BadConfiguration(f"{where}: {above} is extended in a circle; take the key out of one of the files")
    farther, places = _joined(extended, (*below, path))
    for key, value in values.items():
        if key == "tables":
            farther[key] = _more_rows(farther.get(key, {}), value)
        elif key == "options":
            before = farther.get(key, {})
            farther[key] = {**before, **{rule: {**before.get(rule, {}), **own} for rule, own in value.items()}}
        elif key in TABLES:
            farther[key] = {**farther.get(key, {}), **value}
        elif key in _ADDED:
            farther[key] = tuple(dict.fromkeys((*farther.get(key, ()), *value)))
        else:
            farther[key] = value
    return farther, {**places, **origins}


def _more_rows(before: Mapping[str, Table], more: Mapping[str, Table]) -> dict[str, Table]:
    return {name: (*before.get(name, ()), *more.get(name, ())) for name in dict.fromkeys((*before, *more))}


def _resolved(values: dict[str, Any], path: Path) -> dict[str, Any]:
    """The values of one file with whole paths, its tables and words read, lists as tuples."""
    folder = path.parent
    found: dict[str, Any] = {key: tuple(value) if isinstance(value, list) else value for key, value in values.items()}
    for key in ("base", "baseline"):
        if key in values:
            found[key] = _whole(folder, values[key])
    if isinstance(values.get("attested"), list):
        found["attested"] = tuple(name if name == OURS else _whole(folder, name) for name in values["attested"])
    if "rules" in values:
        found["rules"] = tuple(_folder(path, name) for name in values["rules"])
    if "words" in values:
        found["words"] = _own_words(values["words"], path)
    if "exclude" in values:
        if (wrong := wrong_pattern(values["exclude"])) is not None:
            where = f"{path}{line_of(path, 'exclude')}, key exclude"
            raise BadConfiguration(f"{where}: '{wrong}' is no pattern; write it as in .gitignore, such as archive/")
        found["exclude"] = tuple((str(folder), pattern) for pattern in values["exclude"])
    if "per-file-ignores" in values:
        found["per-file-ignores"] = {glob: tuple(rules) for glob, rules in values["per-file-ignores"].items()}
    named = [values[key] for key in ("base", "registry", "words") if isinstance(values.get(key), str)]
    named += [entry for entry in values.get("tables", {}).values() if isinstance(entry, str)]
    named += [name for name in found["attested"] if name != OURS] if isinstance(values.get("attested"), list) else []
    found["files"] = (str(path), *(_whole(folder, name) for name in named))
    rows = own_tables(values, path, found.get("rules", ()))
    found.pop("registry", None)
    return {**found, "tables": rows} if rows else found


def _place(path: str | os.PathLike[str]) -> Path:
    """Where a file stands: ``..`` and links are taken out of its folder; the file may itself be a link."""
    return Path(os.path.realpath(Path(path).parent)) / Path(path).name


def _whole(folder: Path, name: str) -> str:
    return os.path.abspath(folder / Path(name).expanduser())  # noqa: PTH100 - takes out .. without following links


def _folder(path: Path, name: str) -> str:
    """The folder of cards, tables and profiles called ``name``. Raises BadConfiguration if there is none."""
    place = _whole(path.parent, name)
    if not Path(place).is_dir():
        raise BadConfiguration(f"{path}{line_of(path, 'rules')}, key rules: there is no folder {name} beside this file")
    return place


def _own_words(value: list[str] | str, path: Path) -> tuple[str, ...]:
    """The words of a list, or of the file that a text names: one on each line, ``#`` begins a comment."""
    if not isinstance(value, str):
        return tuple(value)
    place = path.parent / value
    if not place.is_file():
        raise BadConfiguration(f"{path}{line_of(path, 'words')}, key words: there is no file {value} beside this one")
    lines = (line.partition("#")[0].strip() for line in text_of(place).removeprefix("\ufeff").splitlines())
    return tuple(line for line in lines if line)
