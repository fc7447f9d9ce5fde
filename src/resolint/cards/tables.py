"""The data tables of ``rules/data``: comma-separated files, one row per line, the first line naming the columns."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from resolint.cards.nearest import hint
from resolint.cards.places import data_dir
from resolint.errors import BadCard

if TYPE_CHECKING:
    from resolint.structure import Vocabulary

__all__ = ["Row", "Table", "Tables", "table", "tables", "vocabulary"]

Row = Mapping[str, str]
Table = tuple[Row, ...]


def table(name: str, folder: Path | None = None) -> Table:
    """The rows of ``rules/data/<name>.csv``, each a mapping from column to text, blanks around texts taken off.

    Raises BadCard if there is no such table or a row has more or fewer cells than the first line.
    """
    place = (folder or data_dir("rules") / "data") / f"{name}.csv"
    try:
        source = place.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        known = [entry.stem for entry in place.parent.glob("*.csv")]
        raise BadCard(f"{place.name}: there is no table {name} in rules/data; {hint(name, known)}") from None
    except UnicodeDecodeError:
        raise BadCard(f"{place.name}: the table is not in UTF-8; save it as UTF-8") from None
    rows = list(csv.reader(source.splitlines()))
    columns = rows[0] if rows else []
    for line, row in enumerate(rows[1:], 2):
        if row and len(row) != len(columns):
            raise BadCard(
                f"{place.name}, row {line}: {len(row)} cells where the first line names {len(columns)} columns; "
                "put texts that hold a comma in double quotation marks"
            )
    return tuple({column: cell.strip() for column, cell in zip(columns, row, strict=True)} for row in rows[1:] if row)


class Tables(Mapping[str, Table]):
    """All data tables by name; a table is read when it is first asked for. Raises KeyError for an unknown one."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder or data_dir("rules") / "data"
        self._read: dict[str, Table] = {}

    def __getitem__(self, name: str) -> Table:
        if name not in self._read:
            if not (self._folder / f"{name}.csv").is_file():
                raise KeyError(name)
            self._read[name] = table(name, self._folder)
        return self._read[name]

    def __iter__(self) -> Iterator[str]:
        return iter(sorted(entry.stem for entry in self._folder.glob("*.csv")))

    def __len__(self) -> int:
        return sum(1 for _ in self)


def tables() -> Mapping[str, Table]:
    """The data tables of ``rules/data``, read lazily."""
    return Tables()


def vocabulary() -> Vocabulary:
    """What structure needs to know of words: organs, ordinals, and the openings of paragraphs."""
    from resolint import structure

    return structure.Vocabulary.from_tables(tables())
