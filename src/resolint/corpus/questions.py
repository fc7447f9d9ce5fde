"""What a store is asked, in statements that SQLite and PostgreSQL understand alike; nothing here changes anything."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import islice
from typing import Any

from resolint.corpus.folding import digest as digest_of
from resolint.corpus.folding import light
from resolint.corpus.values import BadCorpus, Entry, Passage, Scope, Use, Wording, root_symbol
from resolint.lexicon import Lexicon

__all__ = ["COLUMNS", "SCHEMA", "TEXTS", "SqlQuestions", "title_key"]

SCHEMA = 2
"""The version of the tables and of the folding whose hashes they hold."""
_ASKED = 400
COLUMNS = "t.id, t.symbol, t.title, t.date, t.body, t.source, t.draft_of, t.digest, t.passages, f.name"
TEXTS = f"SELECT {COLUMNS} FROM text t JOIN file f ON f.id = t.file"
"""Every text with its file."""
_ORDER = "ORDER BY t.date, t.symbol, t.id"
_COUNTS = {"texts": "text", "paragraphs": "para", "wordings": "wording", "keys": "skel", "shingles": "sh"}


class SqlQuestions:
    """The questions; the subclasses bring the connection and what the two say differently."""

    name: str
    lexicon: Lexicon

    def ask(self, statement: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """All rows of a question."""
        raise NotImplementedError

    def keys(self, digests: Sequence[int]) -> Mapping[int, int]:
        """The ids of the keys with these digests, by digest."""
        return dict(self._within("SELECT h, id FROM skel WHERE h IN ({})", digests))

    def postings(self, hashes: Sequence[int], cap: int) -> Sequence[Sequence[int]]:
        """For each hash of a shingle the ids of keys that hold it, at most ``cap``."""
        return [
            [row[0] for row in self.ask("SELECT id FROM sh WHERE h = ? ORDER BY id LIMIT ?", (h, cap))] for h in hashes
        ]

    def wordings(self, keys: Sequence[int], scope: Scope) -> Sequence[Wording]:
        """The wordings with these keys that are used in the scope."""
        test, values = _scoped(scope)
        inside = (
            f" AND EXISTS (SELECT 1 FROM para p JOIN text t ON t.id = p.text WHERE p.wording = w.id{test})"
            if test
            else ""
        )
        rows = self._within(f"SELECT w.id, w.skel, w.text FROM wording w WHERE w.skel IN ({{}}){inside}", keys, values)
        return [Wording(*row) for row in rows]

    def uses(self, wordings: Sequence[int], scope: Scope) -> Sequence[Use]:
        """Where these wordings are used in the scope, the earliest first; undated texts last."""
        test, values = _scoped(scope)
        rows = self._within(
            f"SELECT p.wording, p.place, p.no, {COLUMNS} FROM para p JOIN text t ON t.id = p.text "
            f"JOIN file f ON f.id = t.file WHERE p.wording IN ({{}}){test}",
            wordings,
            values,
        )
        found = [Use(row[0], self._entry(row[3:]), row[1], row[2]) for row in rows]
        return sorted(found, key=lambda use: (use.entry.date or "9", use.entry.symbol, use.entry.digest, use.number))

    def entries(self, symbol: str | None = None) -> Sequence[Entry]:
        """The texts, by date and symbol; only those with this symbol (revisions and blanks aside) if one is given."""
        if symbol is None:
            rows = self.ask(f"{TEXTS} {_ORDER}")
        else:
            rows = self.ask(f"{TEXTS} WHERE t.root = ? {_ORDER}", (root_symbol(symbol),))
        return [self._entry(row) for row in rows]

    def within(self, scope: Scope) -> Sequence[Entry]:
        """The texts that count in the scope, by date and symbol."""
        test, values = _scoped(scope)
        return [self._entry(row) for row in self.ask(f"{TEXTS} WHERE 1 = 1{test} {_ORDER}", values)]

    def titled(self, title: str, body: str) -> Sequence[Entry]:
        """The texts of a body with this title, by date."""
        rows = self.ask(f"{TEXTS} WHERE t.tkey = ? AND t.body = ? {_ORDER}", (title_key(title), body))
        return [self._entry(row) for row in rows]

    def own(self, symbol: str, digest: int) -> frozenset[int]:
        """The ids of texts that are the draft itself or earlier drafts of it."""
        root = root_symbol(symbol)
        rows = self.ask(
            "SELECT id FROM text WHERE digest = ? OR (? <> '' AND (root = ? OR draft_of = ?))",
            (digest, root, root, root),
        )
        return frozenset(row[0] for row in rows)

    def passages(self, entry: int) -> Sequence[Passage]:
        """The paragraphs of one text, in order."""
        rows = self.ask(
            "SELECT p.place, w.text FROM para p JOIN wording w ON w.id = p.wording WHERE p.text = ? ORDER BY p.no",
            (entry,),
        )
        return [Passage(*row) for row in rows]

    def figures(self) -> Mapping[str, int]:
        """How many texts, paragraphs, wordings, keys and shingles there are."""
        return {name: self.ask(f"SELECT count(*) FROM {table}")[0][0] for name, table in _COUNTS.items()}

    def has_texts(self) -> bool:
        """Whether there is any text."""
        return bool(self.ask("SELECT 1 FROM text LIMIT 1"))

    def known(self, digest: str) -> bool:
        """Whether a file with this digest was added."""
        return bool(self.ask("SELECT 1 FROM file WHERE digest = ? LIMIT 1", (digest,)))

    def _entry(self, row: Sequence[Any]) -> Entry:
        """The text that the columns of ``COLUMNS`` describe."""
        return Entry(*(*row[:10], self.name))

    def _within(self, statement: str, values: Sequence[Any], more: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """A statement with ``IN ({})`` over any number of values, in portions."""
        found: list[tuple[Any, ...]] = []
        rest = iter(values)
        while portion := list(islice(rest, _ASKED)):
            found += self.ask(statement.format(",".join("?" * len(portion))), [*portion, *more])
        return found

    def _older(self, found: int, remedy: str) -> BadCorpus:
        return BadCorpus(
            f"{self.name}: this corpus was made by an older resolint (version {found} of the tables, {SCHEMA} is needed); "
            f"{remedy}"
        )

    def _newer(self, found: int) -> BadCorpus:
        return BadCorpus(
            f"{self.name}: this corpus was made by a newer resolint (version {found} of the tables, this one knows {SCHEMA}); "
            "install the newest resolint"
        )


def _scoped(scope: Scope) -> tuple[str, list[Any]]:
    """A condition on the text ``t``; a date that is only a year counts as before when that whole year is."""
    parts, values = "", []
    if scope.before is not None:
        parts += " AND (t.date = '' OR t.date < substr(?, 1, length(t.date)))"
        values.append(scope.before)
    if scope.without:
        parts += f" AND t.id NOT IN ({','.join(str(int(one)) for one in sorted(scope.without))})"
    if scope.since is not None:
        parts += " AND t.date >= substr(?, 1, length(t.date)) AND t.date <> ''"
        values.append(scope.since)
    if scope.bodies or scope.prefixes:
        either = ["lower(t.body) = ?"] * len(scope.bodies) + [r"t.symbol LIKE ? ESCAPE '\'"] * len(scope.prefixes)
        parts += f" AND ({' OR '.join(either)})"
        values += [*scope.bodies, *(f"{_literal(prefix)}%" for prefix in scope.prefixes)]
    if scope.topic:
        parts += r" AND lower(t.title) LIKE ? ESCAPE '\'"
        values.append(f"%{_literal(scope.topic.lower())}%")
    return parts, values


def _literal(text: str) -> str:
    """Words as they stand, for LIKE."""
    return text.replace("\\", "\\\\").replace("%", r"\%").replace("_", r"\_")


def title_key(title: str) -> int:
    """By what a title is looked up."""
    return digest_of(light(title))
