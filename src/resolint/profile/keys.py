"""The keys of a configuration: which there are, what each may hold, and what is said of one that is wrong."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from resolint.cards import hint, tables
from resolint.errors import BadConfiguration
from resolint.findings import SEVERITIES
from resolint.profile.dates import NoEdition, edition
from resolint.profile.source import line_of, values_of

__all__ = ["FLAGS", "FORMATS", "KEYS", "LISTS", "TABLES", "TEXTS", "WORDS", "keys_of"]

FORMATS = ("text", "concise", "json", "sarif", "github", "gitlab", "junit", "summary", "html", "csv")
"""How ``lint`` can report."""

WORDS: Mapping[str, tuple[str, ...]] = {
    "fail-on": (*SEVERITIES, "never"),
    "view": ("proposed", "original"),
    "format": FORMATS,
    "min-severity": SEVERITIES,
}
TEXTS = ("extend", "profile", "language", "edition", "registry", "base", "baseline", *WORDS)
LISTS = ("rules", "select", "extend-select", "ignore", "exclude", "words", "corpus", "corpus-off")
TABLES = ("severities", "per-file-ignores", "options", "tables")
FLAGS = ("only-drafts",)
KEYS = (*TEXTS, *LISTS, *TABLES, *FLAGS, "attested")

_EXAMPLES: Mapping[str, str] = {
    "rules": '["our-rules"]',
    "exclude": '["archive/", "*.old.docx"]',
    "words": '["intersessional"]',
    "corpus": '["adopted.db"]',
    "corpus-off": '["adopted.db"]',
}


def keys_of(path: Path) -> dict[str, Any]:
    """What the configuration file at ``path`` says by key, every key with hyphens, every value tested.

    Raises BadConfiguration, naming the file, the line, the key and the cure.
    """
    values: dict[str, Any] = {}
    written: dict[str, str] = {}
    for key, value in values_of(path).items():
        plain = key.replace("_", "-")
        if plain in values:
            raise _twice(path, "", plain, written[plain], key)
        values[plain], written[plain] = value, key
    if isinstance(values.get("edition"), int) or hasattr(values.get("edition"), "isoformat"):
        # A year is a number and a day a date of its own in TOML; both are meant as they are written.
        values["edition"] = str(values["edition"])
    for key, value in values.items():
        _check(key, value, path)
    if "options" in values:
        values["options"] = {rule: _options(path, rule, own) for rule, own in values["options"].items()}
    return values


def _options(path: Path, rule: str, own: Mapping[str, Any]) -> dict[str, Any]:
    """The options of a rule, which cards write with underscores."""
    values: dict[str, Any] = {}
    written: dict[str, str] = {}
    for key, value in own.items():
        plain = key.replace("-", "_")
        if plain in values:
            raise _twice(path, f"options.{rule}.", plain, written[plain], key)
        values[plain], written[plain] = value, key
    return values


def _twice(path: Path, table: str, plain: str, one: str, other: str) -> BadConfiguration:
    where = f"{path}{line_of(path, table + other)}, key {table}{other}"
    return BadConfiguration(f"{where}: {plain} stands here twice, as {one} and as {other}; keep one of them")


def _check(key: str, value: Any, path: Path) -> None:
    where = f"{path}{line_of(path, key)}, key {key}"
    if key not in KEYS:
        raise BadConfiguration(f"{where}: there is no such key; {hint(key, KEYS)}")
    if key in TEXTS and not isinstance(value, str):
        raise BadConfiguration(f"{where}: a text in double quotation marks is needed")
    if key in FLAGS and not isinstance(value, bool):
        raise BadConfiguration(f"{where}: true or false is needed")
    if key == "edition":
        try:
            edition(value)
        except NoEdition as error:
            raise BadConfiguration(f"{where}: {error}") from None
    if key in WORDS and value not in WORDS[key]:
        raise BadConfiguration(f"{where}: '{value}' is not allowed; {hint(value, WORDS[key])}")
    if key == "language" and value not in (codes := [row["code"] for row in tables()["function-words"]]):
        raise BadConfiguration(
            f"{where}: '{value}' is not the code of a language that resolint can tell; {hint(value, codes)}"
        )
    if key == "attested":
        _check_attested(value, where)
    if key == "rules" and isinstance(value, dict):
        raise BadConfiguration(
            f'{where}: a list of folders is needed, such as ["our-rules"]; the options of a rule stand below a line '
            "[options.OPR005]"
        )
    if key in LISTS and not _texts(value) and not (key == "words" and isinstance(value, str)):
        example = _EXAMPLES.get(key, '["PRE002", "NUM"]')
        raise BadConfiguration(f"{where}: a list of texts is needed, such as {example}")
    if key in TABLES:
        _check_table(key, value, path, where)


def _check_table(key: str, value: Any, path: Path, where: str) -> None:
    if not isinstance(value, dict):
        raise BadConfiguration(f"{where}: a table is needed: a line [{key}], then one line for each entry")
    for name, entry in value.items():
        _check_entry(key, name, entry, f"{path}{line_of(path, f'{key}.{name}')}, key {key}.{name}")


def _check_attested(value: Any, where: str) -> None:
    if not isinstance(value, bool) and not (_texts(value) and value):
        cure = 'or a list of files of counts, such as ["resolint", "our.counts"]'
        raise BadConfiguration(f"{where}: false is needed to switch these rules off, {cure}")


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
