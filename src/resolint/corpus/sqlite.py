"""The embedded corpus: one SQLite file, many readers, one writer, and whole after a crash at any moment."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

from resolint.corpus.asking import asked
from resolint.corpus.sql import COLUMNS, SCHEMA, SqlStore, numbered_keys
from resolint.corpus.values import BadCorpus, Entry
from resolint.lexicon import Lexicon

__all__ = ["APPLICATION", "MIGRATIONS", "SqliteCorpus"]

APPLICATION = 0x52534C43
"""Written into the head of the file, so that a database of somebody else is not mistaken for a corpus."""
MEMORY = ":memory:"
"""The name of a corpus that lives only as long as the program."""
_LONGEST = 16 * 2**20
"""Bytes of the longest row that is read; the longest adopted paragraph has some 30,000 characters."""
_PATIENCE = 5.0
"""Seconds to wait for another writer."""

_SHINGLES = "CREATE TABLE sh(h INTEGER NOT NULL, id INTEGER NOT NULL, PRIMARY KEY(h, id)) WITHOUT ROWID"
_POSTINGS = (
    "SELECT (SELECT group_concat(id) FROM (SELECT id FROM sh WHERE h = asked.value ORDER BY id LIMIT ?)) "
    "FROM json_each(?) asked ORDER BY asked.key"
)
_TABLES = f"""
CREATE TABLE file(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, digest TEXT NOT NULL);
CREATE TABLE text(
  id INTEGER PRIMARY KEY, symbol TEXT NOT NULL, root TEXT NOT NULL, title TEXT NOT NULL, tkey INTEGER NOT NULL,
  date TEXT NOT NULL, body TEXT NOT NULL, source TEXT NOT NULL, draft_of TEXT NOT NULL, digest INTEGER NOT NULL,
  passages INTEGER NOT NULL, file INTEGER NOT NULL REFERENCES file(id));
CREATE INDEX text_root ON text(root);
CREATE INDEX text_title ON text(tkey);
CREATE INDEX text_file ON text(file);
CREATE INDEX text_digest ON text(digest);
CREATE TABLE skel(id INTEGER PRIMARY KEY, h INTEGER NOT NULL UNIQUE);
CREATE TABLE wording(id INTEGER PRIMARY KEY, skel INTEGER NOT NULL REFERENCES skel(id), exact INTEGER NOT NULL, text TEXT NOT NULL);
CREATE INDEX wording_skel ON wording(skel);
CREATE TABLE para(
  text INTEGER NOT NULL REFERENCES text(id), no INTEGER NOT NULL, place TEXT NOT NULL,
  wording INTEGER NOT NULL REFERENCES wording(id), PRIMARY KEY(text, no)) WITHOUT ROWID;
CREATE INDEX para_wording ON para(wording);
{_SHINGLES};
CREATE VIRTUAL TABLE words USING fts5(text, content='wording', content_rowid='id', columnsize=0,
  tokenize='unicode61 remove_diacritics 2');
"""


def _number_anew(corpus: SqliteCorpus) -> None:
    """Version 1 counted keys in the order in which they came; from version 2 on their numbers are made of their words."""
    rows = corpus.ask("SELECT id, h FROM skel ORDER BY h")
    old = {h: at for at, h in rows}
    made = list(numbered_keys((h for _, h in rows), set()))
    corpus.ask("CREATE TEMP TABLE moved(old INTEGER PRIMARY KEY, new INTEGER NOT NULL, h INTEGER NOT NULL)")
    corpus.many("INSERT INTO moved(old, new, h) VALUES (?, ?, ?)", [(old[h], at, h) for at, h in made])
    for statement in (
        "UPDATE wording SET skel = (SELECT new FROM moved WHERE old = wording.skel)",
        "DELETE FROM skel",
        "INSERT INTO skel(id, h) SELECT new, h FROM moved",
        "CREATE TEMP TABLE shingle AS SELECT sh.h, moved.new FROM sh JOIN moved ON moved.old = sh.id",
        "DROP TABLE sh",
        _SHINGLES,
        "INSERT INTO sh(h, id) SELECT h, new FROM shingle ORDER BY h, new",
        "DROP TABLE shingle",
        "DROP TABLE moved",
    ):
        corpus.ask(statement)


MIGRATIONS: Mapping[int, Callable[[SqliteCorpus], None]] = {1: _number_anew}
"""What brings a file of the version given up to the next one; runs in the transaction of the first writing."""


def _connect(address: str, wait: float = _PATIENCE) -> sqlite3.Connection:
    """A connection for one thread at a time, which whoever ends a session may close from another.

    What a file brings is not trusted: no functions in its schema, no cells beyond their page, no row of any length.
    """
    found = sqlite3.connect(address, uri=True, timeout=wait, isolation_level=None, check_same_thread=False)
    found.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LONGEST)
    for guard in ("trusted_schema=0", "cell_size_check=1"):
        found.execute(f"PRAGMA {guard}")
    return found


class SqliteCorpus(SqlStore):
    """A corpus in the file ``path``. Opened for reading it changes nothing, and reads on while another process writes."""

    def __init__(
        self, path: str | os.PathLike[str], lexicon: Lexicon, *, write: bool = False, wait: float = _PATIENCE
    ) -> None:
        """Open the file of texts in the language of ``lexicon``; for writing it is made if it is not there.

        A writer waits ``wait`` seconds for another one.

        Raises BadCorpus if there is none, if it is damaged, no corpus, or of a version that is not known.
        """
        self.name = os.fspath(path)
        self.lexicon = lexicon
        self._write_allowed = write
        self._wait = wait
        place = Path(self.name)
        if self.name == MEMORY:
            self._connection = _connect(MEMORY)
            self._prepare()
            return
        if place.is_dir():
            raise BadCorpus(f"{self.name}: this is a folder; name a file for the corpus")
        if not write and not place.exists():
            raise BadCorpus(f"{self.name}: there is no corpus yet; 'resolint corpus add PATH' makes one")
        self._connection = self._open(place)
        try:
            with self._as_bad_corpus():
                self._prepare()
        except BaseException:
            self._connection.close()
            raise

    def _open(self, place: Path) -> sqlite3.Connection:
        address = "file:" + quote(str(place.absolute()))
        with self._as_bad_corpus():
            if self._write_allowed:
                place.parent.mkdir(parents=True, exist_ok=True)
                return _connect(f"{address}?mode=rwc", self._wait)
            found = _connect(f"{address}?mode=rw")
        try:
            # Asked for writing where that is allowed: the last one to leave then clears the log away.
            found.execute("PRAGMA query_only=1")
            found.execute("SELECT count(*) FROM sqlite_master").fetchone()
        except sqlite3.OperationalError as error:
            found.close()
            if "locked" in str(error):
                raise BadCorpus(self._locked()) from None
            found = self._open_untouched(address)
        except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
            found.close()
            raise BadCorpus(self._sentence(error)) from None
        return found

    def _open_untouched(self, address: str) -> sqlite3.Connection:
        """A file that may only be read; where its folder has no room for the index of the log, nobody writes to it either."""
        for mode in ("mode=ro", "immutable=1"):
            found = _connect(f"{address}?{mode}")
            try:
                found.execute("SELECT count(*) FROM sqlite_master").fetchone()
            except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
                found.close()
                last = error
            else:
                return found
        raise BadCorpus(self._sentence(last))

    def _prepare(self) -> None:
        run = self._connection.execute
        version, application = run("PRAGMA user_version").fetchone()[0], run("PRAGMA application_id").fetchone()[0]
        tables = run("SELECT count(*) FROM sqlite_master").fetchone()[0]
        if application != APPLICATION and tables:
            raise BadCorpus(f"{self.name}: this is a database of another program, not a corpus; name another file")
        if version > SCHEMA:
            raise self._newer(version)
        if tables:
            self._look_at_schema(version)
        run("PRAGMA mmap_size=1073741824")
        if not self._write_allowed:
            if not tables:
                raise BadCorpus(f"{self.name}: the corpus is empty; 'resolint corpus add PATH' adds adopted texts")
            if version < SCHEMA:
                # Nobody should be told to add to a file that is broken: the migration would only say so later.
                if fault := self._fault("quick_check(1)"):
                    raise BadCorpus(fault)
                raise self._older(version, "add a text to it, which brings it up to date, or make it anew")
            return
        run("PRAGMA journal_mode=WAL")
        run("PRAGMA synchronous=NORMAL")
        run("PRAGMA cache_size=-65536")
        if not tables or version < SCHEMA:
            with self.writing():
                self._bring_up_to_date()

    def _look_at_schema(self, version: int) -> None:
        """Raises BadCorpus where the file has other tables than a corpus: views and triggers run what nobody asked for.

        A migration must leave the tables as they are made anew.
        """
        rows = self.ask("SELECT type, name, sql FROM sqlite_master ORDER BY name")
        odd = next((f"a {kind} ({name})" for kind, name, _ in rows if kind not in ("table", "index")), None)
        if odd is None and version == SCHEMA:
            known = {_said(statement) for statement in _TABLES.split(";\n") if statement.strip()}
            said = {_said(sql) for _, name, sql in rows if sql and not name.startswith("words_")}
            if said != known:
                odd = "other tables than a corpus has"
        if odd is not None:
            raise BadCorpus(
                f"{self.name}: this is no corpus of resolint, it has {odd}; make the corpus anew from its texts"
            )

    def _bring_up_to_date(self) -> None:
        """Make the tables, or bring those of an older version up to date, one version after the other."""
        run = self._connection.execute
        # Asked again: another process may have been faster.
        if not run("SELECT count(*) FROM sqlite_master").fetchone()[0]:
            for statement in _TABLES.split(";\n"):
                if statement.strip():
                    run(statement)
            run(f"PRAGMA application_id={APPLICATION}")
            run(f"PRAGMA user_version={SCHEMA}")
            return
        version = run("PRAGMA user_version").fetchone()[0]
        while version < SCHEMA:
            if version not in MIGRATIONS:
                raise BadCorpus(f"{self.name}: the corpus is of an unknown version ({version}); make it anew")
            MIGRATIONS[version](self)
            version += 1
            run(f"PRAGMA user_version={version}")

    # -- what SqlStore asks for -------------------------------------------------------------------------------

    def ask(self, statement: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """All rows of a question. Raises BadCorpus."""
        with self._as_bad_corpus():
            return self._sound(self._connection.execute(statement, values).fetchall())

    def _sound(self, rows: list[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
        """The rows, if all that they hold are words and whole numbers. Raises BadCorpus."""
        if any(type(value) not in _SOUND for row in rows for value in row):
            raise BadCorpus(self._damaged())
        return rows

    def many(self, statement: str, rows: Iterable[Sequence[Any]]) -> None:
        """One statement for many rows. Raises BadCorpus."""
        with self._as_bad_corpus():
            self._connection.executemany(statement, rows)

    @contextmanager
    def writing(self) -> Iterator[None]:
        """A transaction that alone may write; what fails in it leaves no trace. Raises BadCorpus if another one writes."""
        if not self._write_allowed:
            raise BadCorpus(f"{self.name}: the corpus was opened for reading alone")
        with self._as_bad_corpus():
            self._connection.execute("BEGIN IMMEDIATE")
        try:
            yield
            with self._as_bad_corpus():
                self._connection.execute("COMMIT")
        except BaseException:
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")
            raise

    def index_words(self, rows: Sequence[tuple[int, str]]) -> None:
        """Make these wordings known to the search for words."""
        self.many("INSERT INTO words(rowid, text) VALUES (?, ?)", rows)

    def forget_words(self, rows: Sequence[tuple[int, str]]) -> None:
        """Take these wordings out of the search for words."""
        self.many("INSERT INTO words(words, rowid, text) VALUES ('delete', ?, ?)", rows)

    def postings(self, hashes: Sequence[int], cap: int) -> Sequence[Sequence[int]]:
        """For each hash of a shingle the ids of keys that hold it, at most ``cap``; in one question."""
        with self._as_bad_corpus():
            rows = self._connection.execute(_POSTINGS, (cap, str(list(hashes)))).fetchall()
            try:
                return [list(map(int, row[0].split(","))) if row[0] else [] for row in rows]
            except ValueError:
                raise BadCorpus(self._damaged()) from None

    def phrased(self, phrases: Sequence[str], limit: int) -> Sequence[int]:
        """The keys of wordings that hold some of these phrases, the most of them first."""
        asked = " OR ".join(f'"{phrase}"' for phrase in phrases)
        rows = self.ask(
            "SELECT w.skel FROM words JOIN wording w ON w.id = words.rowid WHERE words MATCH ? "
            "ORDER BY words.rank, w.exact, w.skel LIMIT ?",
            (asked, limit),
        )
        return [row[0] for row in rows]

    def find(self, words: str, limit: int) -> Sequence[tuple[Entry, str, str]]:
        """Where words occur: text, place and paragraph, the newest first; the hits between U+0002 and U+0003."""
        try:
            rows = self._sound(
                self._connection.execute(
                    f"SELECT {COLUMNS}, p.place, highlight(words, 0, char(2), char(3)) FROM words "
                    "JOIN para p ON p.wording = words.rowid JOIN text t ON t.id = p.text JOIN file f ON f.id = t.file "
                    "WHERE words MATCH ? ORDER BY t.date DESC, t.symbol, p.no LIMIT ?",
                    (asked(words), limit),
                ).fetchall()
            )
        except (sqlite3.Error, UnicodeDecodeError) as error:
            if str(error).startswith(("fts5: ", "unterminated", "unknown special query")):
                raise BadCorpus(
                    f'{words!r}: this search cannot be read; write words, a "phrase in quotation marks", or words joined '
                    "by AND, OR, NOT"
                ) from None
            raise BadCorpus(self._sentence(error)) from None
        return [(self._entry(row), row[10], row[11]) for row in rows]

    def verify(self) -> Iterator[str]:
        """What is wrong with the corpus, one sentence each; nothing if it is whole."""
        if fault := self._fault("integrity_check(3)"):
            yield fault
            return
        yield from super().verify()

    def _fault(self, pragma: str) -> str:
        """What a check that SQLite makes of the file finds, in one sentence; "" if the file is whole."""
        try:
            rows = self._connection.execute(f"PRAGMA {pragma}").fetchall()
        except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
            return self._sentence(error)
        if rows == [("ok",)]:
            return ""
        return f"{self.name}: the file is damaged ({' '.join(str(rows[0][0]).split())}); make the corpus anew from its texts"

    def pack(self, path: str) -> None:
        """Write the corpus as one file that can be read from where nobody may write. Raises BadCorpus."""
        with self._as_bad_corpus():
            self._connection.execute("PRAGMA query_only=0")
            self._connection.execute("VACUUM INTO ?", (path,))

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    # -- faults in one sentence -------------------------------------------------------------------------------

    @contextmanager
    def _as_bad_corpus(self) -> Iterator[None]:
        try:
            yield
        except (sqlite3.Error, UnicodeDecodeError) as error:
            raise BadCorpus(self._sentence(error)) from None
        except OSError as error:
            raise BadCorpus(
                f"{self.name}: the corpus cannot be used: {(error.strerror or str(error)).lower()}"
            ) from None

    def _locked(self) -> str:
        return f"{self.name}: another program is writing to this corpus; try again when it is done"

    def _damaged(self) -> str:
        return f"{self.name}: the corpus is damaged; 'resolint corpus verify' says more; make it anew from its texts"

    def _sentence(self, error: sqlite3.Error | UnicodeDecodeError) -> str:
        if isinstance(error, UnicodeDecodeError):
            # SQLite quotes what it cannot make sense of.
            return self._damaged()
        words = str(error)
        if "locked" in words or "busy" in words:
            return self._locked()
        if "not a database" in words:
            return f"{self.name}: this file is no corpus; name another file"
        if any(sign in words for sign in _DAMAGE):
            return self._damaged()
        if "readonly" in words:
            return f"{self.name}: the corpus may not be written to; name another file or change its permissions"
        if "full" in words:
            return f"{self.name}: the disk is full; nothing was added"
        if "unable to open" in words:
            return f"{self.name}: the corpus cannot be opened; check that the folder is there and may be used"
        return f"{self.name}: the corpus cannot be used: {words}"


_DAMAGE = (
    "malformed",
    "corrupt",
    "no such table",
    "no such column",
    "disk I/O",
    "decode to UTF-8",
    "invalid fts5",
    "vtable",
    "too big",
    "constraint",
)
_SOUND = frozenset((str, int, type(None)))


def _said(statement: str) -> str:
    """A statement of a schema, blanks aside."""
    return " ".join(statement.split())
