"""The configuration of a project: ``resolint.toml``, or ``[tool.resolint]`` in ``pyproject.toml``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast

from resolint.cards import Table, completed, hint, own_rows, tables
from resolint.errors import BadConfiguration
from resolint.findings import SEVERITIES, Severity
from resolint.model import View
from resolint.profile.dates import NoEdition, edition, iso_date

__all__ = ["Config", "find_config", "read_config"]

_WORDS: Mapping[str, tuple[str, ...]] = {
    "fail-on": (*SEVERITIES, "never"),
    "view": ("proposed", "original"),
}
_TEXTS = ("profile", "language", "edition", "registry", "base", *_WORDS)
_LISTS = ("select", "ignore", "words", "corpus", "corpus-off")
_TABLES = ("severities", "per-file-ignores", "options", "tables")
_KEYS = (*_TEXTS, *_LISTS, *_TABLES)
REGISTRY = "resolution-dates"
"""The table that ``registry`` adds rows to."""


@dataclass(frozen=True, slots=True)
class Config:
    """What a project asks for; what it leaves open is None or empty. ``path`` is the file it was read from.

    ``options`` are by rule, ``per_file_ignores`` map a glob, relative to the folder of the file, to rules.
    ``words`` are words that the project holds to be spelt right, ``edition`` names the day whose conventions hold.
    ``base`` is the path of the text that the drafts are built on, from the folder of the file; ``files`` are all files
    that it names (base, registry, word list).
    ``tables`` are rows that the project adds to data tables, from its ``tables`` and its ``registry``.
    """

    path: Path
    profile: str | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severities: Mapping[str, Severity] = field(default_factory=dict)
    fail_on: str | None = None
    per_file_ignores: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    options: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    view: View | None = None
    language: str | None = None
    words: tuple[str, ...] = ()
    corpus: tuple[str, ...] = ()
    corpus_off: tuple[str, ...] = ()
    edition: str | None = None
    base: str | None = None
    files: tuple[str, ...] = ()
    tables: Mapping[str, Table] = field(default_factory=dict)

    @property
    def shown(self) -> str:
        """The name of the file, for messages."""
        return self.path.name

    def at(self, key: str) -> str:
        """Where ``key`` stands, for messages: file, line and key."""
        return f"{self.shown}{_line(self.path, key)}, key {key}"

    def ignored_in(self, path: str | Path) -> Mapping[str, tuple[str, ...]]:
        """The entries of ``per_file_ignores`` that ``path`` matches."""
        if not self.per_file_ignores:
            return {}
        from fnmatch import fnmatchcase

        absolute = Path(path).absolute()
        folder = self.path.absolute().parent
        inside = absolute.relative_to(folder) if absolute.is_relative_to(folder) else absolute
        shown = inside.as_posix()
        return {
            glob: rules
            for glob, rules in self.per_file_ignores.items()
            if fnmatchcase(shown, glob.removeprefix("./")) or ("/" not in glob and fnmatchcase(absolute.name, glob))
        }


def find_config(start: str | Path) -> Config | None:
    """The configuration nearest to ``start`` (a file or folder), searched upward; None if there is none.

    In one folder ``resolint.toml`` comes before ``pyproject.toml``, which counts only if it has a table
    ``[tool.resolint]``. Raises BadConfiguration.
    """
    place = Path(start).absolute()
    for folder in (place, *place.parents):
        if (path := folder / "resolint.toml").is_file():
            return read_config(path)
        if (path := folder / "pyproject.toml").is_file() and "resolint" in _text(path):
            values = _toml(path).get("tool", {})
            if isinstance(values, dict) and "resolint" in values:
                return read_config(path)
    return None


def read_config(path: str | Path) -> Config:
    """The configuration in the file ``path``. Raises BadConfiguration, naming the file, the key and the cure."""
    place = Path(path)
    values = _toml(place)
    if place.name == "pyproject.toml":
        values = values.get("tool", {}).get("resolint", {})
        if not isinstance(values, dict):
            raise BadConfiguration(f"{place}, key tool.resolint: a table is needed: a line [tool.resolint]")
    values = {key.replace("_", "-"): value for key, value in values.items()}
    if isinstance(values.get("edition"), int) or hasattr(values.get("edition"), "isoformat"):
        # A year is a number and a day a date of its own in TOML; both are meant as they are written.
        values["edition"] = str(values["edition"])
    for key, value in values.items():
        _check(key, value, place)
    severities = {rule: cast(Severity, severity) for rule, severity in values.get("severities", {}).items()}
    return Config(
        path=place,
        profile=values.get("profile"),
        select=tuple(values.get("select", ())),
        ignore=tuple(values.get("ignore", ())),
        severities=severities,
        fail_on=values.get("fail-on"),
        per_file_ignores={glob: tuple(rules) for glob, rules in values.get("per-file-ignores", {}).items()},
        options=values.get("options", {}),
        view=values.get("view"),
        language=values.get("language"),
        words=_own_words(values.get("words", ()), place),
        corpus=tuple(values.get("corpus", ())),
        corpus_off=tuple(values.get("corpus-off", ())),
        edition=values.get("edition"),
        base=values.get("base"),
        files=tuple(values[key] for key in ("base", "registry", "words") if isinstance(values.get(key), str)),
        tables=_own_tables(values, place),
    )


def _own_tables(values: Mapping[str, Any], path: Path) -> Mapping[str, Table]:
    """The rows that ``tables`` and ``registry`` add. Raises BadConfiguration, naming file, row or line, and key."""
    found: dict[str, Table] = {}
    asked = values.get("tables", {})
    if not asked and "registry" not in values:
        return found
    known = tables()
    for name, entry in asked.items():
        where = f"{path}{_line(path, f'tables.{name}')}, key tables.{name}"
        if name not in known:
            raise BadConfiguration(f"{where}: there is no such table; {hint(name, known)} ({', '.join(known)})")
        columns = list(known[name][0])
        if isinstance(entry, str):
            found[name] = own_rows(path.parent / entry, columns)
        else:
            lines = _row_lines(path, name)
            found[name] = tuple(
                completed(row, columns, f"{path}, {lines.get(number, f'row {number}')}, key tables.{name}")
                for number, row in enumerate(entry, 1)
            )
    if (registry := values.get("registry")) is not None:
        rows = own_rows(path.parent / registry, list(known[REGISTRY][0]))
        for number, row in enumerate(rows, 2):
            _check_fact(row, f"{path.parent / registry}, row {number}")
        found[REGISTRY] = (*found.get(REGISTRY, ()), *rows)
    return found


def _row_lines(path: Path, name: str) -> Mapping[int, str]:
    """Where the rows of a table begin that are written as ``[[tables.name]]``, by their number."""
    heads = (f"[[tables.{name}]]", f"[[tool.resolint.tables.{name}]]")
    places = [number for number, line in enumerate(_text(path).splitlines(), 1) if line.strip().startswith(heads)]
    return {number: f"line {line}" for number, line in enumerate(places, 1)}


def _check_fact(row: Mapping[str, str], where: str) -> None:
    """A row of a registry names an act by organ, kind and number, and its day."""
    for key in ("organ", "kind", "number", "date"):
        if not row[key]:
            raise BadConfiguration(f"{where}, column {key}: it is missing; a row has organ, kind, number and date")
    if row["kind"] not in ("resolution", "decision"):
        raise BadConfiguration(f"{where}, column kind: '{row['kind']}' is not allowed; write resolution or decision")
    if not any(sign.isdecimal() for sign in row["number"]):
        raise BadConfiguration(
            f"{where}, column number: '{row['number']}' is no number; write it as 70/1 or 1325 (2000)"
        )
    if iso_date(row["date"]) is None:
        raise BadConfiguration(
            f"{where}, column date: '{row['date']}' is no date; write it as 2015-09-25 or 25 September 2015"
        )


def _own_words(value: list[str] | str, path: Path) -> tuple[str, ...]:
    """The words of a list, or of the file that a text names: one on each line, ``#`` begins a comment."""
    if not isinstance(value, str):
        return tuple(value)
    place = path.parent / value
    if not place.is_file():
        raise BadConfiguration(f"{path}{_line(path, 'words')}, key words: there is no file {value} beside this one")
    lines = (line.partition("#")[0].strip() for line in _text(place).removeprefix("\ufeff").splitlines())
    return tuple(line for line in lines if line)


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise BadConfiguration(f"{path}: the configuration cannot be read: {error.strerror}") from None
    except UnicodeDecodeError:
        raise BadConfiguration(f"{path}: the configuration is not in UTF-8; save it as UTF-8") from None


def _toml(path: Path) -> dict[str, Any]:
    import tomllib

    try:
        return tomllib.loads(_text(path).removeprefix("\ufeff"))
    except (ValueError, RecursionError) as error:
        raise BadConfiguration(f"{path}: this is no TOML: {error}") from None


def _line(path: Path, key: str) -> str:
    """``, line 4`` for a key (``severities.REF001``) that stands on a line of its own or heads a table, else nothing."""
    wanted, inside = key.replace("_", "-"), ""
    if not path.is_file():
        return ""
    for number, line in enumerate(_text(path).splitlines(), 1):
        left = line.strip().partition("=")[0]
        if left.startswith("["):
            left = inside = left.strip("[] ").removeprefix("tool.resolint").strip(".")
        else:
            left = ".".join(filter(None, (inside, left.strip())))
        plain = left.replace('"', "").replace("'", "").replace("_", "-")
        if plain == wanted or plain.startswith(f"{wanted}."):
            return f", line {number}"
    return ""


def _check(key: str, value: Any, path: Path) -> None:
    where = f"{path}{_line(path, key)}, key {key}"
    if key not in _KEYS:
        raise BadConfiguration(f"{where}: there is no such key; {hint(key, _KEYS)}")
    if key in _TEXTS and not isinstance(value, str):
        raise BadConfiguration(f"{where}: a text in double quotation marks is needed")
    if key == "edition":
        try:
            edition(value)
        except NoEdition as error:
            raise BadConfiguration(f"{where}: {error}") from None
    if key in _WORDS and value not in _WORDS[key]:
        raise BadConfiguration(f"{where}: '{value}' is not allowed; {hint(value, _WORDS[key])}")
    if key == "language" and value not in (codes := [row["code"] for row in tables()["function-words"]]):
        raise BadConfiguration(f"{where}: '{value}' is not the code of an official language; {hint(value, codes)}")
    if key in _LISTS and not _texts(value) and not (key == "words" and isinstance(value, str)):
        raise BadConfiguration(f'{where}: a list of texts is needed, such as ["PRE002", "NUM"]')
    if key in _TABLES:
        if not isinstance(value, dict):
            raise BadConfiguration(f"{where}: a table is needed: a line [{key}], then one line for each entry")
        for name, entry in value.items():
            _check_entry(key, name, entry, f"{path}{_line(path, f'{key}.{name}')}, key {key}.{name}")


def _check_entry(table: str, name: str, entry: Any, where: str) -> None:
    if table == "severities" and entry not in SEVERITIES:
        cure = f"to switch {name} off, write it under ignore" if entry == "off" else hint(str(entry), SEVERITIES)
        raise BadConfiguration(f"{where}: '{entry}' is not allowed; {cure}")
    if table == "per-file-ignores" and not _texts(entry):
        raise BadConfiguration(f'{where}: a list of rules is needed, such as ["PRE002"]')
    if table == "tables" and not (isinstance(entry, str) or _rows(entry)):
        cure = f"rows, each below a line [[tables.{name}]], or the name of a CSV file"
        raise BadConfiguration(f"{where}: {cure}, are needed")
    if table == "options" and not isinstance(entry, dict):
        raise BadConfiguration(f"{where}: a table is needed: a line [options.{name}], then one line for each option")


def _texts(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)


def _rows(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(item, dict) for item in value)
