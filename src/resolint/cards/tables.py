"""The data tables of ``rules/data``: comma-separated files, one row per line, the first line naming the columns.

Tables of one language stand in a folder of its code (``rules/data/en``), those that hold for every language above it.

A project adds rows of its own: in a folder ``data`` beside its cards, or through its configuration. They come after
ours, may leave columns out, and never bring a column that our table does not have.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from resolint.cards.index import indexed
from resolint.cards.nearest import hint, nearest
from resolint.cards.places import data_dir
from resolint.errors import BadCard, BadConfiguration, BadCounts
from resolint.lexicon import Lexicon
from resolint.shared import timed

if TYPE_CHECKING:
    from mmap import mmap


__all__ = ["OURS", "Table", "TableRow", "Tables", "completed", "lexicon", "lexicon_of", "own_rows", "table", "tables"]

LANGUAGE = "en"
"""The language whose tables are meant where nobody says another one."""

RARE = "rare"
"""The folder of tables that few drafts ask for, which are left out of the index."""

OURS = "resolint"
"""The name of our own counts among those of a project."""

_MISTYPED = 0.85
"""How alike the name of a project's table must be to one of ours to be taken for a slip of the pen."""

TableRow = Mapping[str, str]
Table = tuple[TableRow, ...]


def table(name: str, folder: Path | None = None) -> Table:
    """The rows of ``rules/data/<name>.csv``, each a mapping from column to text, blanks around texts taken off.

    Raises BadCard if there is no such table or a row has more or fewer cells than the first line.
    """
    folder = folder or data_dir("rules") / "data" / LANGUAGE
    place = folder / f"{name}.csv"
    if not place.is_file() and (folder.parent / place.name).is_file():
        place = folder.parent / place.name
    try:
        return _rows(*read_table(place))
    except FileNotFoundError:
        known = [entry.stem for entry in place.parent.glob("*.csv")]
        raise BadCard(f"{place.name}: there is no table {name} in rules/data; {hint(name, known)}") from None


def read_table(place: Path) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """The columns of a table and the texts of its rows. Raises BadCard for a fault in it."""
    try:
        source = place.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise BadCard(f"{place.name}: the table is not in UTF-8; save it as UTF-8") from None
    columns, rows = _parsed(source, place.name)
    return tuple(columns), tuple(tuple(row.values()) for _, row in rows)


def _rows(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> Table:
    return tuple(dict(zip(columns, row, strict=True)) for row in rows)


def _parsed(source: str, shown: str) -> tuple[list[str], list[tuple[int, TableRow]]]:
    """The columns of a comma-separated text and its rows with the lines they begin on. Raises BadCard."""
    import csv

    reader = csv.reader(source.splitlines())
    rows: list[tuple[int, TableRow]] = []
    columns: list[str] = []
    before = 0
    for row in reader:
        line, before = before + 1, reader.line_num
        if not columns:
            columns = [column.strip() for column in row]
        elif row and len(row) != len(columns):
            raise BadCard(
                f"{shown}, row {line}: {len(row)} cells where the first line names {len(columns)} columns; "
                "put texts that hold a comma in double quotation marks"
            )
        elif row:
            rows.append((line, dict(zip(columns, map(str.strip, row), strict=True))))
    return columns, rows


def own_rows(path: Path, columns: Sequence[str] | None) -> Table:
    """The rows of a project's own table at ``path``, completed to ``columns`` (None: it may have any).

    Raises BadConfiguration, naming the file, the line and the column.
    """
    try:
        source = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise BadConfiguration(f"{path}: there is no such table") from None
    except UnicodeDecodeError:
        raise BadConfiguration(f"{path}: the table is not in UTF-8; save it as UTF-8") from None
    except OSError as error:
        raise BadConfiguration(f"{path}: the table cannot be read: {error.strerror}") from None
    from csv import Error

    try:
        present, rows = _parsed(source, str(path))
    except (BadCard, Error) as error:
        raise BadConfiguration(str(error) if isinstance(error, BadCard) else f"{path}: {error}") from None
    if columns is None:
        return tuple(row for _, row in rows)
    for column in present:
        if column not in columns:
            raise BadConfiguration(
                f"{path}, line 1, column {column}: there is no such column; {hint(column, columns)} "
                f"({', '.join(columns)})"
            )
    return tuple(completed(row, columns, f"{path}, line {line}") for line, row in rows)


def completed(row: Mapping[str, object], columns: Sequence[str], where: str) -> TableRow:
    """A row of a project's own with every column of the table; the evidence is *own* unless it says otherwise.

    Raises BadConfiguration, beginning with ``where``, for an unknown column, a value that is no text, an empty row.
    """
    for column, value in row.items():
        if column not in columns:
            raise BadConfiguration(f"{where}, key {column}: there is no such column; {hint(column, columns)}")
        if not isinstance(value, str):
            raise BadConfiguration(f"{where}, key {column}: a text in double quotation marks is needed")
    if not row.get(columns[0]):
        raise BadConfiguration(f"{where}, key {columns[0]}: it is missing; every row of this table has it")
    return {column: str(row.get(column, "own" if column == "evidence" else "")).strip() for column in columns}


class Tables(Mapping[str, Table]):
    """All data tables by name; a table is read when it is first asked for. Raises KeyError for an unknown one.

    ``folder`` holds the tables of a language, by default ours of ``language``; the folder above it holds those of every
    language. ``more`` are the rows that a project adds, by table. ``counts`` are files of counts of what adopted texts
    write, asked together; ``OURS`` stands for our own.
    """

    def __init__(
        self,
        folder: Path | None = None,
        more: Mapping[str, Table] | None = None,
        language: str = LANGUAGE,
        counts: tuple[str, ...] = (OURS,),
    ) -> None:
        self.language = language
        self._folder = folder or data_dir("rules") / "data" / language
        self._indexed = folder is None
        self._more = dict(more or {})
        self._counts = counts
        self._read: dict[str, Table] = {}
        self._columns: dict[str, tuple[str, tuple[str, ...]] | None] = {}
        self._unpacked: dict[tuple[str, str], tuple[str, ...]] = {}
        self._mapped: dict[str, bytes | mmap] = {}

    def __getitem__(self, name: str) -> Table:
        if name not in self._read:
            ours = timed("tables", lambda: self._ours(name))
            if ours is None and name not in self._more:
                raise KeyError(name)
            self._read[name] = (*(ours or ()), *self._more.get(name, ()))
        return self._read[name]

    def _ours(self, name: str) -> Table | None:
        """The rows of our own table, None if we have none of that name: off the index, or off a given folder."""
        if self._indexed:
            kept = self._indexed_columns(name)
            if kept is None:
                return self._unindexed(name)
            columns = kept[1]
            return _rows(columns, zip(*(self._texts(name, column) for column in columns), strict=True))
        there = any((folder / f"{name}.csv").is_file() for folder in (self._folder, self._folder.parent))
        return table(name, self._folder) if there else None

    def _unindexed(self, name: str) -> Table | None:
        """The rows of a table that the index leaves out: of another language, or one that few drafts ask for."""
        folders = (self._folder, self._folder.parent / RARE)
        return next((table(name, folder) for folder in folders if (folder / f"{name}.csv").is_file()), None)

    def _indexed_columns(self, name: str) -> tuple[str, tuple[str, ...]] | None:
        """The section of the index that holds our own table, and the names of its columns; None where it holds none."""
        if name not in self._columns:
            sections = (f"table {self.language}/{name}", f"table {name}")
            found = ((section, indexed().get(section)) for section in sections)
            self._columns[name] = next(((section, columns) for section, columns in found if columns), None)
        return self._columns[name]

    def _texts(self, name: str, column: str) -> tuple[str, ...]:
        """The texts of a column of a table that the index holds. Raises KeyError if the table has no such column."""
        if (name, column) not in self._unpacked:
            kept = self._indexed_columns(name)
            texts = None if kept is None else indexed().get(f"{kept[0]} {column}")
            if texts is None:
                raise KeyError(column)
            self._unpacked[name, column] = texts
        return self._unpacked[name, column]

    def column(self, name: str, column: str) -> tuple[str, ...]:
        """The texts of one column of a table, top down; without making its rows, of which a large table has thousands."""
        plain = self._indexed and name not in self._read and not self._more.get(name)
        if plain and self._indexed_columns(name) is not None:
            return timed("tables", lambda: self._texts(name, column))
        return tuple(row[column] for row in self.get(name, ()))

    def __iter__(self) -> Iterator[str]:
        ours = (entry.stem for folder in (self._folder, self._folder.parent) for entry in folder.glob("*.csv"))
        return iter(sorted({*ours, *self._more}))

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def extended(self, more: Mapping[str, Table]) -> Tables:
        """These tables with more rows."""
        both = {name: (*self._more.get(name, ()), *more.get(name, ())) for name in {*self._more, *more}}
        return Tables(None if self._indexed else self._folder, both, self.language, self._counts)

    def counted(self, counts: tuple[str, ...]) -> Tables:
        """These tables with other files of counts. Raises BadCounts for one that cannot be used."""
        found = Tables(None if self._indexed else self._folder, self._more, self.language, counts)
        for name, data in found.attested if counts != self._counts else ():
            if name != OURS:
                _sound(name, data)
        return found

    @property
    def own(self) -> frozenset[str]:
        """The names of the tables that a project has added rows to."""
        return frozenset(name for name, rows in self._more.items() if rows)

    @property
    def ours(self) -> bool:
        """Whether these are the tables of resolint for the usual language, and no more."""
        return self._indexed and self.language == LANGUAGE and not self.own

    @property
    def words(self) -> bytes | mmap:
        """The word file ``words/english.txt``, mapped into memory; empty where the folder has none."""
        return self._map("words/english.txt")

    @property
    def graph(self) -> bytes | mmap:
        """The word graph of another language, mapped into memory; empty where the folder has none."""
        return self._map("words.bin")

    @property
    def forms(self) -> bytes | mmap:
        """The weights that tell which form of a word fits, mapped into memory; empty where the folder has none."""
        return self._map("forms.bin")

    @property
    def choices(self) -> bytes | mmap:
        """The weights that tell which small word fits, mapped into memory; empty where the folder has none."""
        return self._map("choices.bin")

    @property
    def attested(self) -> tuple[tuple[str, bytes | mmap], ...]:
        """The files of counts of what adopted texts write, by name, mapped into memory; empty where there is none."""
        return tuple((name, self._map("attested.bin" if name == OURS else name)) for name in self._counts)

    def _map(self, name: str) -> bytes | mmap:
        if name not in self._mapped:
            self._mapped[name] = _mapped(self._folder / name)
        return self._mapped[name]


def _sound(name: str, data: bytes | mmap) -> None:
    """Raises BadCounts where a file of counts is missing or damaged."""
    from resolint.attested.counts import opened

    if not len(data):
        raise BadCounts(f"{name}: there is no such file of counts; 'resolint corpus attest' makes one of a corpus")
    opened(data, name)


def _mapped(path: Path) -> bytes | mmap:
    import mmap

    try:
        with path.open("rb") as file:
            return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    except (OSError, ValueError):
        return b""


def tables(*folders: str | os.PathLike[str]) -> Tables:
    """The data tables of ``rules/data``, read lazily, with the rows of ``data/*.csv`` below further ``folders``.

    A table that only a project has may have any columns. Raises BadConfiguration for a faulty table of a project, and
    for one whose name is almost that of a table of resolint: no rule would ever read it.
    """
    found = Tables() if folders else _plain()
    for folder in folders:
        for path in sorted((Path(folder) / "data").glob("*.csv")):
            known = found.get(path.stem)
            if known is None and (meant := nearest(path.stem, Tables(), _MISTYPED)):
                raise BadConfiguration(
                    f"{path}: there is no table {path.stem}; did you mean {meant}.csv? "
                    "(A table for rules of your own needs a name less like one of resolint's)"
                )
            rows = own_rows(path, list(known[0]) if known else None)
            found = found.extended({path.stem: rows})
    return found


def lexicon(source: Tables | None = None) -> Lexicon:
    """What ``source``, by default the tables of ``rules/data``, tells of its language; made once for our own tables."""
    return _ours() if source is None or source is _plain() else _made_of(source)


def _made_of(source: Tables) -> Lexicon:
    return Lexicon(source.language, source, indexed().get) if source.ours else Lexicon(source.language, source)


@cache
def lexicon_of(language: str) -> Lexicon:
    """What the tables of another language than the usual one tell of it; read when it is first asked for."""
    return Lexicon(language, Tables(language=language))


@cache
def _plain() -> Tables:
    """Our own tables and no more, the same for all sessions."""
    return Tables()


@cache
def _ours() -> Lexicon:
    return _made_of(_plain())
