"""The key of an exercise as JSON: all that grading needs, for the trainer alone.

The schema is ``docs/schemas/exercise-key.json``.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from resolint.errors import BadConfiguration
from resolint.teach.exercise import Exercise
from resolint.teach.planting import Planted
from resolint.version import __version__

__all__ = ["SCHEMA", "read_key", "write_key"]

SCHEMA = "resolint-exercise-key-1"
_FAULT: Mapping[str, type] = {
    "rule": str, "name": str, "line": int, "start": int, "end": int, "wrong": str, "right": str, "accept": list,
    "where": str, "message": str,
}  # fmt: skip
_EXERCISE: Mapping[str, type] = {
    "id": str, "seed": str, "number": int, "level": int, "style": str, "profile": str, "template": str, "topic": str,
    "source": str, "faults": list, "traps": list,
}  # fmt: skip


def write_key(exercises: Sequence[Exercise]) -> str:
    """The key of the exercises of a class."""
    rows = [
        {
            "id": one.identifier,
            **{name: getattr(one, name) for name in _EXERCISE if name not in ("id", "faults", "traps")},
            "faults": [
                {**{name: getattr(fault, name) for name in _FAULT}, "accept": list(fault.accept)}
                for fault in one.faults
            ],
            "traps": list(one.traps),
        }
        for one in exercises
    ]
    value = {"schema": SCHEMA, "resolint": __version__, "exercises": rows}
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def read_key(text: str, name: str) -> tuple[Exercise, ...]:
    """The exercises of the key called ``name``. Raises BadConfiguration with one sentence for what is no key."""
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        raise BadConfiguration(f"{name}: this is no key of an exercise: it is no JSON") from None
    if not isinstance(value, dict) or value.get("schema") != SCHEMA or not isinstance(value.get("exercises"), list):
        raise BadConfiguration(f"{name}: this is no key of an exercise (its 'schema' is not {SCHEMA})")
    found = tuple(_exercise(row, f"{name}, exercise {at}") for at, row in enumerate(value["exercises"], 1))
    if not found:
        raise BadConfiguration(f"{name}: the key holds no exercise")
    return found


def _exercise(row: Any, where: str) -> Exercise:
    _check(row, _EXERCISE, where)
    faults = tuple(_fault(one, f"{where}, fault {at}") for at, one in enumerate(row["faults"], 1))
    lines = row["source"].split("\n")
    for at, fault in enumerate(faults, 1):
        line = lines[fault.line - 1] if 0 < fault.line <= len(lines) else ""
        if line[fault.start : fault.end] != fault.wrong:
            raise BadConfiguration(f"{where}, fault {at}: the words are not where the key says; was it edited by hand?")
    plain = {name: row[name] for name in _EXERCISE if name not in ("id", "faults", "traps")}
    return Exercise(identifier=row["id"], faults=faults, traps=tuple(map(str, row["traps"])), **plain)


def _fault(row: Any, where: str) -> Planted:
    _check(row, _FAULT, where)
    return Planted(**{**{name: row[name] for name in _FAULT}, "accept": tuple(map(str, row["accept"]))})


def _check(row: Any, known: Mapping[str, type], where: str) -> None:
    if not isinstance(row, dict):
        raise BadConfiguration(f"{where}: a table is needed")
    for name, kind in known.items():
        if not isinstance(row.get(name), kind) or isinstance(row.get(name), bool):
            raise BadConfiguration(f"{where}: '{name}' is missing or of the wrong kind")
