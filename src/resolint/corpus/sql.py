"""What the stores share: one set of tables and statements, written for SQLite and for PostgreSQL alike.

``text`` holds the adopted texts, ``para`` their paragraphs in order. A ``wording`` is stored once, however often it was adopted;
wordings that differ only in dates, numbers and organs share a ``skel``, and only that is in the index ``sh`` of hashed shingles.
``questions`` asks, this module changes and verifies.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from typing import Any

from resolint.corpus.folding import digest as digest_of
from resolint.corpus.folding import key, light, shingles
from resolint.corpus.questions import COLUMNS, SCHEMA, TEXTS, SqlQuestions, title_key
from resolint.corpus.values import Added, Prepared, Text, prepared, root_symbol

__all__ = ["COLUMNS", "SCHEMA", "SqlStore", "key_id", "numbered_keys"]

_BATCH = 20_000
"""Paragraphs that are written in one go: sorted by hash they touch each page of the index once."""


class SqlStore(SqlQuestions):
    """Everything that is said in SQL; the subclasses bring the connection and what the two say differently."""

    # -- what a subclass brings -------------------------------------------------------------------------------

    def many(self, statement: str, rows: Iterable[Sequence[Any]]) -> None:
        """One statement for many rows."""
        raise NotImplementedError

    def writing(self) -> AbstractContextManager[None]:
        """A transaction that alone may write; what fails in it leaves no trace."""
        raise NotImplementedError

    def index_words(self, rows: Sequence[tuple[int, str]]) -> None:
        """Make these wordings (id and text) known to the search for words."""

    def forget_words(self, rows: Sequence[tuple[int, str]]) -> None:
        """Take these wordings out of the search for words; called before they go."""

    # -- changes ----------------------------------------------------------------------------------------------

    def add(self, file: str, digest: str, texts: Iterable[Text]) -> Added:
        """Add the texts of a file, all or nothing; those it held before and holds no more are taken out.

        Two texts of one symbol with different words are both kept, and said.
        """
        with self.writing():
            row = self.ask("SELECT id FROM file WHERE name = ?", (file,))
            number = row[0][0] if row else self._next("file")
            before = {
                (entry[5], entry[1]): (entry[0], entry[7:8] + entry[1:7])
                for entry in self.ask(f"{TEXTS} WHERE t.file = ?", (number,))
            }
            if not row:
                self.many("INSERT INTO file(id, name, digest) VALUES (?, ?, '')", [(number, file)])
            done = Added()
            batch: list[Prepared] = []
            waiting = 0
            for text in texts:
                ready = prepared(text, self.lexicon)
                new, done = self._sort(ready, file, before, done, batch)
                if new and text.remark:
                    done += Added(notes=(text.remark,))
                if new:
                    batch.append(ready)
                    waiting += len(ready.rows)
                if waiting >= _BATCH:
                    self._write(batch, number)
                    batch, waiting = [], 0
            self._write(batch, number)
            self._take_out([entry for entry, _ in before.values()])
            self.many("UPDATE file SET digest = ? WHERE id = ?", [(digest, number)])
            return done + Added(removed=len(before))

    def _sort(
        self, ready: Prepared, file: str, before: dict[Any, Any], done: Added, batch: Sequence[Prepared]
    ) -> tuple[bool, Added]:
        """Whether a text is to be written; those of the file that were there before leave ``before``."""
        text = ready.text
        facts = (ready.digest, text.symbol, text.title, text.date, text.body, text.source, root_symbol(text.draft_of))
        old = before.pop((text.source, text.symbol), None)
        if old is not None and old[1] == facts:
            return False, done + Added(same=1)
        if old is not None:
            self._take_out([old[0]])
            return True, done + Added(replaced=1)
        if text.symbol:
            root = root_symbol(text.symbol)
            twins = [(other.digest, file, "") for other in batch if root_symbol(other.text.symbol) == root]
            twins += self.ask(
                "SELECT t.digest, f.name, t.draft_of FROM text t JOIN file f ON f.id = t.file WHERE t.root = ?", (root,)
            )
            if any(twin[0] == ready.digest for twin in twins):
                return False, done + Added(same=1)
            if other_file := next((twin[1] for twin in twins if not twin[2] and not text.draft_of), None):
                where = "this file" if other_file == file else other_file
                return True, done + Added(
                    1, notes=(f"{text.symbol}: {file} gives it in other words than {where}; both are kept",)
                )
        return True, done + Added(1)

    def _next(self, table: str) -> int:
        return int(self.ask(f"SELECT coalesce(max(id), 0) FROM {table}")[0][0]) + 1

    def _write(self, batch: Sequence[Prepared], file: int) -> None:
        """Write prepared texts; wordings and keys that are there already are used again."""
        if not batch:
            return
        rows = [row for ready in batch for row in ready.rows]
        skels, fresh = self._keys_for(rows)
        wordings = self._wordings_for(rows, skels)
        self.write_shingles(sorted((h, skel) for skel, words in fresh for h in shingles(words)))
        number = self._next("text")
        texts, paras = [], []
        for at, ready in enumerate(batch, number):
            text = ready.text
            texts.append(
                (at, text.symbol, root_symbol(text.symbol), text.title, title_key(text.title), text.date, text.body,
                 text.source, root_symbol(text.draft_of), ready.digest, len(ready.rows), file)
            )  # fmt: skip
            paras += [
                (at, no, place, wordings[skels[skel], exact])
                for no, (place, _, exact, skel, _) in enumerate(ready.rows, 1)
            ]
        self.many(
            "INSERT INTO text(id, symbol, root, title, tkey, date, body, source, draft_of, digest, passages, file) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            texts,
        )
        self.many("INSERT INTO para(text, no, place, wording) VALUES (?, ?, ?, ?)", paras)

    def _keys_for(self, rows: Sequence[tuple[str, str, int, int, list[str]]]) -> tuple[dict[int, int], list[Any]]:
        """The id of every key by its digest, and those that are new, with their words."""
        words = {row[3]: row[4] for row in rows}
        skels = dict(self.keys(list(words)))
        new = [h for h in words if h not in skels]
        wanted = {key_id(h) for h in new}
        taken = {row[0] for row in self._within("SELECT id FROM skel WHERE id IN ({})", sorted(wanted))}
        fresh = list(numbered_keys(new, taken))
        skels.update((h, at) for at, h in fresh)
        self.many("INSERT INTO skel(id, h) VALUES (?, ?)", fresh)
        return skels, [(at, words[h]) for at, h in fresh]

    def _wordings_for(
        self, rows: Sequence[tuple[str, str, int, int, list[str]]], skels: Mapping[int, int]
    ) -> dict[tuple[int, int], int]:
        """The id of every wording by its key and the digest of its light form."""
        found = {
            (row[0], row[1]): row[2]
            for row in self._within(
                "SELECT skel, exact, id FROM wording WHERE skel IN ({})", sorted({skels[row[3]] for row in rows})
            )
        }
        number, fresh = self._next("wording"), []
        for _, text, exact, h, _ in rows:
            if (skels[h], exact) not in found:
                found[skels[h], exact] = number
                fresh.append((number, skels[h], exact, text))
                number += 1
        self.many("INSERT INTO wording(id, skel, exact, text) VALUES (?, ?, ?, ?)", fresh)
        self.index_words([(row[0], row[3]) for row in fresh])
        return found

    def write_shingles(self, rows: Sequence[tuple[int, int]]) -> None:
        """Write (hash, key) pairs, sorted."""
        self.many("INSERT INTO sh(h, id) VALUES (?, ?)", rows)

    def remove(self, what: str) -> int:
        """Take out the texts with this symbol, or of this file; gives how many there were."""
        with self.writing():
            rows = self.ask(
                "SELECT t.id, t.file FROM text t JOIN file f ON f.id = t.file WHERE t.root = ? OR f.name = ?",
                (root_symbol(what), what),
            )
            self._take_out([row[0] for row in rows])
            # The file is no longer in the corpus as it is, so that adding it again brings the texts back.
            self.many("UPDATE file SET digest = '' WHERE id = ?", [(file,) for file in {row[1] for row in rows}])
            self.ask("DELETE FROM file WHERE id NOT IN (SELECT file FROM text)")
            return len(rows)

    def _take_out(self, texts: Sequence[int]) -> None:
        """Delete texts, and the wordings, keys and shingles that nothing uses any more."""
        if not texts:
            return
        used = {row[0] for row in self._within("SELECT DISTINCT wording FROM para WHERE text IN ({})", texts)}
        self._within("DELETE FROM para WHERE text IN ({})", texts)
        self._within("DELETE FROM text WHERE id IN ({})", texts)
        gone = self._within(
            "SELECT id, skel, text FROM wording WHERE id IN ({}) "
            "AND NOT EXISTS (SELECT 1 FROM para WHERE para.wording = wording.id)",
            sorted(used),
        )
        self.forget_words([(row[0], row[2]) for row in gone])
        self._within("DELETE FROM wording WHERE id IN ({})", [row[0] for row in gone])
        words = {row[1]: row[2] for row in gone}
        empty = self._within(
            "SELECT id FROM skel WHERE id IN ({}) AND NOT EXISTS (SELECT 1 FROM wording WHERE wording.skel = skel.id)",
            sorted(words),
        )
        pairs = [(h, row[0]) for row in empty for h in shingles(key(words[row[0]], self.lexicon))]
        self.many("DELETE FROM sh WHERE h = ? AND id = ?", sorted(pairs))
        self._within("DELETE FROM skel WHERE id IN ({})", [row[0] for row in empty])

    def verify(self) -> Iterator[str]:
        """Hold every table against the others and every hash against its text; one sentence for each fault."""
        for table, column, other in (
            ("para", "text", "text"),
            ("para", "wording", "wording"),
            ("wording", "skel", "skel"),
        ):
            lost = self.ask(
                f"SELECT count(*) FROM {table} a WHERE NOT EXISTS (SELECT 1 FROM {other} b WHERE b.id = a.{column})"
            )
            if lost[0][0]:
                yield f"{self.name}: {lost[0][0]} rows of {table} belong to nothing; add the files again into a new corpus"
        wrong, due, last = 0, 0, 0
        while rows := self.ask(
            "SELECT s.id, s.h, min(w.text) FROM skel s JOIN wording w ON w.skel = s.id "
            "WHERE s.id > ? GROUP BY s.id, s.h ORDER BY s.id LIMIT 5000",
            (last,),
        ):
            last = rows[-1][0]
            for _, h, text in rows:
                words = key(light(text), self.lexicon, folded=True)
                wrong += digest_of(words) != h
                due += len(shingles(words))
        held = self.ask("SELECT count(*) FROM sh")[0][0]
        if wrong:
            yield f"{self.name}: {wrong} wordings do not fit their hash; add the files again into a new corpus"
        if held != due:
            yield f"{self.name}: the index holds {held} shingles where {due} are due; add the files again into a new corpus"


def key_id(h: int) -> int:
    """The number by which a key with this digest is known: made of the key itself, so that the same texts are found
    whatever the order in which they were added. 47 bits, which SQLite keeps in six bytes.
    """
    return (h >> 16) & 0x7FFFFFFFFFFF


def numbered_keys(digests: Iterable[int], taken: set[int]) -> Iterator[tuple[int, int]]:
    """The digests of new keys with their numbers; where two fall on one number, the second takes the next free one."""
    for h in digests:
        at = key_id(h)
        while at in taken:
            at += 1
        taken.add(at)
        yield at, h
