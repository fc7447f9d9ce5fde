"""The shared corpus: the same tables on a PostgreSQL server, for an office that keeps one for all (``resolint[postgres]``)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from resolint import regex
from resolint.corpus.address import UNREADABLE, shown
from resolint.corpus.sql import COLUMNS, SCHEMA, SqlStore
from resolint.corpus.values import BadCorpus, Entry
from resolint.lexicon import Lexicon

if TYPE_CHECKING:
    import psycopg

__all__ = ["PostgresCorpus"]

_PATIENCE = 5
"""Seconds to wait for the server, and for another writer."""

_TABLES = """
CREATE TABLE file(id bigint PRIMARY KEY, name text NOT NULL UNIQUE, digest text NOT NULL);
CREATE TABLE text(
  id bigint PRIMARY KEY, symbol text NOT NULL, root text NOT NULL, title text NOT NULL, tkey bigint NOT NULL,
  date text COLLATE "C" NOT NULL, body text NOT NULL, source text NOT NULL, draft_of text NOT NULL, digest bigint NOT NULL,
  passages integer NOT NULL, file bigint NOT NULL REFERENCES file(id));
CREATE INDEX text_root ON text(root);
CREATE INDEX text_title ON text(tkey);
CREATE INDEX text_file ON text(file);
CREATE INDEX text_digest ON text(digest);
CREATE TABLE skel(id bigint PRIMARY KEY, h bigint NOT NULL UNIQUE);
CREATE TABLE wording(id bigint PRIMARY KEY, skel bigint NOT NULL REFERENCES skel(id), exact bigint NOT NULL, text text NOT NULL);
CREATE INDEX wording_skel ON wording(skel);
CREATE INDEX wording_words ON wording USING gin(to_tsvector('simple', text));
CREATE TABLE para(
  text bigint NOT NULL REFERENCES text(id), no integer NOT NULL, place text NOT NULL,
  wording bigint NOT NULL REFERENCES wording(id), PRIMARY KEY(text, no));
CREATE INDEX para_wording ON para(wording);
CREATE TABLE sh(h integer NOT NULL, id bigint NOT NULL, PRIMARY KEY(h, id));
CREATE TABLE resolint_corpus(version integer NOT NULL);
"""
_LOCK = 0x52534C43
"""The advisory lock that the one writer holds until its transaction ends."""


class PostgresCorpus(SqlStore):
    """A corpus at ``postgresql://user@host/database``, in the schema of the database that the connection finds first."""

    def __init__(self, address: str, lexicon: Lexicon, *, write: bool = False, wait: float = _PATIENCE) -> None:
        """Connect; for writing the tables are made if they are not there. A writer waits ``wait`` seconds for another one.

        Raises BadCorpus if psycopg is missing, the server is not there, or the tables are of a version that is not known.
        """
        try:
            import psycopg
        except ImportError:
            raise BadCorpus(
                f"{shown(address)}: a corpus on a server needs psycopg: pip install 'psycopg[binary]'"
            ) from None
        self._psycopg = psycopg
        self.name = shown(address)
        self.lexicon = lexicon
        self._write_allowed = write
        self._wait = wait
        if self.name == UNREADABLE:
            raise BadCorpus(
                "the address of the corpus is none that PostgreSQL knows: write postgresql://user@host/database, and "
                "signs in a password as %40"
            )
        with self._as_bad_corpus():
            self._connection: psycopg.Connection[Any] = psycopg.connect(
                address, autocommit=True, connect_timeout=_PATIENCE, application_name="resolint"
            )
        try:
            self._prepare()
        except BaseException:
            self._connection.close()
            raise

    def _prepare(self) -> None:
        if not self.ask("SELECT to_regclass('resolint_corpus') IS NOT NULL")[0][0]:
            if not self._write_allowed:
                raise BadCorpus(f"{self.name}: there is no corpus yet; 'resolint corpus add PATH' makes one")
            with self.writing():
                # Asked again: another process may have been faster.
                if not self.ask("SELECT to_regclass('resolint_corpus') IS NOT NULL")[0][0]:
                    self._make()
        version = self.ask("SELECT version FROM resolint_corpus")[0][0]
        if version > SCHEMA:
            raise self._newer(version)
        if version < SCHEMA:
            raise self._older(version, "make it anew in an empty schema")
        if not self._write_allowed:
            with self._as_bad_corpus():
                self._connection.execute("SET default_transaction_read_only = on")

    def _make(self) -> None:
        taken = self.ask("SELECT to_regclass('text') IS NOT NULL OR to_regclass('wording') IS NOT NULL")
        if taken[0][0]:
            raise BadCorpus(f"{self.name}: this database holds tables of another program; name another database")
        with self._as_bad_corpus():
            self._connection.execute(_TABLES)
            self._connection.execute("INSERT INTO resolint_corpus VALUES (%s)", (SCHEMA,))

    # -- what SqlStore asks for -------------------------------------------------------------------------------

    def ask(self, statement: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """All rows of a question. Raises BadCorpus."""
        with self._as_bad_corpus():
            cursor = self._connection.execute(_translated(statement), values)
            return cursor.fetchall() if cursor.description is not None else []

    def many(self, statement: str, rows: Iterable[Sequence[Any]]) -> None:
        """One statement for many rows. Raises BadCorpus."""
        with self._as_bad_corpus(), self._connection.cursor() as cursor:
            cursor.executemany(_translated(statement), list(rows))

    @contextmanager
    def writing(self) -> Iterator[None]:
        """A transaction that alone may write; what fails in it leaves no trace. Raises BadCorpus if another one writes."""
        if not self._write_allowed:
            raise BadCorpus(f"{self.name}: the corpus was opened for reading alone")
        try:
            with self._connection.transaction():
                self._connection.execute(f"SET LOCAL lock_timeout = {max(1, round(self._wait * 1000))}")
                self._connection.execute("SELECT pg_advisory_xact_lock(%s)", (_LOCK,))
                yield
        except self._psycopg.Error as error:
            raise BadCorpus(self._sentence(error)) from None

    def write_shingles(self, rows: Sequence[tuple[int, int]]) -> None:
        """Write (hash, key) pairs in one stream."""
        with (
            self._as_bad_corpus(),
            self._connection.cursor() as cursor,
            cursor.copy("COPY sh(h, id) FROM STDIN") as copy,
        ):
            for row in rows:
                copy.write_row(row)

    def postings(self, hashes: Sequence[int], cap: int) -> Sequence[Sequence[int]]:
        """For each hash of a shingle the ids of keys that hold it, at most ``cap``; in one question."""
        found: dict[int, list[int]] = {h: [] for h in hashes}
        with self._as_bad_corpus():
            rows = self._connection.execute(
                "SELECT a.h, b.id FROM unnest(%s::int[]) AS a(h) "
                "CROSS JOIN LATERAL (SELECT id FROM sh WHERE sh.h = a.h ORDER BY id LIMIT %s) b",
                (list(hashes), cap),
            )
            for h, one in rows:
                found[h].append(one)
        return [found[h] for h in hashes]

    def phrased(self, phrases: Sequence[str], limit: int) -> Sequence[int]:
        """The keys of wordings that hold some of these phrases, the most of them first."""
        asked = " || ".join(["phraseto_tsquery('simple', ?)"] * len(phrases))
        rows = self.ask(
            f"SELECT w.skel FROM wording w, (SELECT {asked} AS q) x WHERE to_tsvector('simple', w.text) @@ x.q "
            "ORDER BY ts_rank(to_tsvector('simple', w.text), x.q) DESC, w.exact, w.skel LIMIT ?",
            (*phrases, limit),
        )
        return [row[0] for row in rows]

    def find(self, words: str, limit: int) -> Sequence[tuple[Entry, str, str]]:
        """Where words occur: text, place and paragraph, the newest first; the hits between U+0002 and U+0003."""
        rows = self.ask(
            f"SELECT {COLUMNS}, p.place, ts_headline('simple', w.text, q, "
            '\'HighlightAll=true, StartSel="\x02", StopSel="\x03"\') '
            "FROM to_tsquery('simple', ?) q JOIN wording w ON to_tsvector('simple', w.text) @@ q "
            "JOIN para p ON p.wording = w.id JOIN text t ON t.id = p.text JOIN file f ON f.id = t.file "
            "ORDER BY t.date DESC, t.symbol, p.no LIMIT ?",
            (_asked(words), limit),
        )
        return [(self._entry(row), row[10], row[11]) for row in rows]

    def close(self) -> None:
        """Let go of the server."""
        self._connection.close()

    # -- faults in one sentence -------------------------------------------------------------------------------

    @contextmanager
    def _as_bad_corpus(self) -> Iterator[None]:
        try:
            yield
        except self._psycopg.Error as error:
            raise BadCorpus(self._sentence(error)) from None

    def _sentence(self, error: psycopg.Error) -> str:
        errors = self._psycopg.errors
        if isinstance(error, errors.LockNotAvailable):
            return f"{self.name}: another program is writing to this corpus; try again when it is done"
        if isinstance(error, (errors.InsufficientPrivilege, errors.ReadOnlySqlTransaction)):
            return f"{self.name}: the corpus may not be written to; ask who keeps the server for the right"
        if isinstance(error, errors.UndefinedTable):
            return f"{self.name}: the corpus is damaged: a table is missing; make it anew from its texts"
        if isinstance(error, errors.SyntaxError):
            return f'{self.name}: this search cannot be read; write words, a "phrase", or words joined by AND, OR, NOT'
        words = " ".join(str(error).split())
        if isinstance(error, self._psycopg.OperationalError) and error.sqlstate is None:
            return f"{self.name}: the server cannot be reached or has gone away; nothing that was not finished is kept ({words})"
        if isinstance(error, errors.AdminShutdown):
            return f"{self.name}: the server has gone away; nothing that was not finished is kept"
        return f"{self.name}: the corpus cannot be used: {words}"


def _translated(statement: str) -> str:
    """A statement of ``SqlStore`` in the words of psycopg."""
    return statement.replace("%", "%%").replace("?", "%s")


_PART = regex.compiled(r'"[^"]*"|\S+')
_WORD = regex.compiled(r"\w+")
_SIGNS = {"AND": "&", "OR": "|", "NOT": "& !"}


def _asked(words: str) -> str:
    """What a user asks for in the words of ``to_tsquery``: phrases, AND, OR, NOT and begin*."""
    parts: list[str] = []
    for part in _PART.findall(words):
        if part in _SIGNS:
            if parts and not parts[-1].endswith(("&", "|", "!")):
                parts.append(_SIGNS[part])
            continue
        found = _WORD.findall(part)
        if not found:
            continue
        if parts and not parts[-1].endswith(("&", "|", "!")):
            parts.append("&")
        phrase = " <-> ".join(found) + (":*" if part.endswith("*") else "")
        parts.append(f"({phrase})")
    while parts and parts[-1].endswith(("&", "|", "!")):
        parts.pop()
    return " ".join(parts)
