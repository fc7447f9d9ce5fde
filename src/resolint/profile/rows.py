"""The rows that a configuration adds to data tables: written in it, in files beside it, or in a registry of facts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from resolint.cards import Table, completed, hint, own_rows, tables
from resolint.errors import BadConfiguration
from resolint.profile.dates import iso_date
from resolint.profile.source import line_of, text_of

__all__ = ["own_tables"]

REGISTRY = "resolution-dates"
"""The table that ``registry`` adds rows to."""


def own_tables(values: Mapping[str, Any], path: Path, folders: Sequence[str] = ()) -> Mapping[str, Table]:
    """The rows that ``tables`` and ``registry`` add to our tables and to those of ``folders``.

    Raises BadConfiguration, naming file, row or line, and key.
    """
    found: dict[str, Table] = {}
    asked = values.get("tables", {})
    if not asked and "registry" not in values:
        return found
    known = tables(*folders)
    for name, entry in asked.items():
        where = f"{path}{line_of(path, f'tables.{name}')}, key tables.{name}"
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
    places = [number for number, line in enumerate(text_of(path).splitlines(), 1) if line.strip().startswith(heads)]
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
