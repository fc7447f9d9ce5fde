"""What a corpus takes and gives: adopted texts with their paragraphs, and where a wording was used."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field
from typing import Protocol

from resolint import regex
from resolint.errors import ResolintError
from resolint.frozen import dataclass
from resolint.lexicon import Lexicon

__all__ = ["Added", "BadCorpus", "Corpus", "Entry", "Passage", "Scope", "Text", "Use", "Wording", "root_symbol"]


class BadCorpus(ResolintError):
    """A corpus that cannot be used, or a text that cannot be added to one; says which, and what to do."""


@dataclass(frozen=True, slots=True)
class Passage:
    """One paragraph of an adopted text: its place in words (``operative 7 (b)``) and what it says."""

    place: str
    text: str


@dataclass(frozen=True, slots=True)
class Text:
    """An adopted text to add. ``date`` is ISO 8601 and may be a year or a month; empty where unknown, as all the rest.

    ``source`` names it within its file. ``draft_of`` is the symbol of the text that this one is an earlier draft of.
    ``remark`` is what is to be said of it when it is added.
    """

    symbol: str
    passages: tuple[Passage, ...]
    title: str = ""
    date: str = ""
    body: str = ""
    source: str = ""
    draft_of: str = ""
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """An adopted text in a corpus. ``corpus`` is the name of the corpus, ``file`` that of the file it came from."""

    id: int
    symbol: str
    title: str
    date: str
    body: str
    source: str
    draft_of: str
    digest: int
    passages: int
    file: str
    corpus: str = ""

    @property
    def shown(self) -> str:
        """What to call it: its symbol, else its title, else its file."""
        return self.symbol or self.title or self.source or self.file


@dataclass(frozen=True, slots=True)
class Wording:
    """A distinct wording in a corpus; wordings of one ``key`` differ only in what every reuse changes."""

    id: int
    key: int
    text: str


@dataclass(frozen=True, slots=True)
class Use:
    """One place where a wording was adopted."""

    wording: int
    entry: Entry
    place: str
    number: int


@dataclass(frozen=True, slots=True)
class Scope:
    """Which adopted texts count: those adopted before ``before`` and not before ``since`` (ISO dates, None for all) but for
    those in ``without``; with ``bodies`` (names in small letters) or ``prefixes`` (of symbols) only theirs; with ``topic`` only
    those whose titles hold these words.
    """

    before: str | None = None
    without: frozenset[int] = frozenset()
    since: str | None = None
    bodies: tuple[str, ...] = ()
    prefixes: tuple[str, ...] = ()
    topic: str = ""


@dataclass(frozen=True, slots=True)
class Added:
    """What became of the texts of one file: how many are new, replaced, unchanged, gone; and what is to be said."""

    new: int = 0
    replaced: int = 0
    same: int = 0
    removed: int = 0
    notes: tuple[str, ...] = ()

    def __add__(self, other: Added) -> Added:
        return Added(
            self.new + other.new,
            self.replaced + other.replaced,
            self.same + other.same,
            self.removed + other.removed,
            self.notes + other.notes,
        )


class Corpus(Protocol):
    """A store of adopted texts: one SQLite file, or a PostgreSQL server. Every method may raise BadCorpus."""

    name: str
    lexicon: Lexicon

    def keys(self, digests: Sequence[int]) -> Mapping[int, int]:
        """The ids of the keys with these digests, by digest."""

    def postings(self, hashes: Sequence[int], cap: int) -> Sequence[Sequence[int]]:
        """For each hash of a shingle the ids of keys that hold it, at most ``cap``."""

    def phrased(self, phrases: Sequence[str], limit: int) -> Sequence[int]:
        """The keys of wordings that hold some of these phrases (``70/1``, ``a few words``), the most of them first."""

    def wordings(self, keys: Sequence[int], scope: Scope) -> Sequence[Wording]:
        """The wordings with these keys that are used in the scope."""

    def uses(self, wordings: Sequence[int], scope: Scope) -> Sequence[Use]:
        """Where these wordings are used in the scope, the earliest first."""

    def entries(self, symbol: str | None = None) -> Sequence[Entry]:
        """The texts, by date and symbol; only those with this symbol if one is given."""

    def within(self, scope: Scope) -> Sequence[Entry]:
        """The texts that count in the scope, by date and symbol."""

    def titled(self, title: str, body: str) -> Sequence[Entry]:
        """The texts of a body with this title (``light``), by date."""

    def own(self, symbol: str, digest: int) -> frozenset[int]:
        """The ids of texts that are the draft itself or earlier drafts of it."""

    def passages(self, entry: int) -> Sequence[Passage]:
        """The paragraphs of one text, in order."""

    def find(self, words: str, limit: int) -> Sequence[tuple[Entry, str, str]]:
        """Where words occur (``"a phrase"``, OR, AND, NOT, pre*): text, place and paragraph, the newest first."""

    def figures(self) -> Mapping[str, int]:
        """How many texts, paragraphs, wordings, keys and shingles there are."""

    def has_texts(self) -> bool:
        """Whether there is any text."""

    def known(self, digest: str) -> bool:
        """Whether a file with this digest was added."""

    def add(self, file: str, digest: str, texts: Iterable[Text]) -> Added:
        """Add the texts of a file, all or nothing; those it held before and holds no more are taken out."""

    def remove(self, what: str) -> int:
        """Take out the texts with this symbol, or of this file; gives how many there were."""

    def verify(self) -> Iterator[str]:
        """What is wrong with the corpus, one sentence each; nothing if it is whole."""

    def close(self) -> None:
        """Let go of the file or the server."""


_VERSION = regex.compiled(r"(?:/(?:Rev|Add|Corr|Amend)\.\d+)+\*?$", re.IGNORECASE)


def root_symbol(symbol: str) -> str:
    """A symbol without blanks, stars and revisions, in capitals: ``A/C.3/78/L.45/Rev.1`` gives ``A/C.3/78/L.45``."""
    bare = re.sub(r"\s+", "", symbol).strip("*").upper()
    return _VERSION.sub("", bare)


@dataclass(frozen=True, slots=True)
class Prepared:
    """A text with the hashes that a store keeps of it."""

    text: Text
    digest: int
    rows: tuple[tuple[str, str, int, int, list[str]], ...] = field(repr=False)
    """Place, wording, digest of the light form, digest of the key, words of the key."""


def prepared(text: Text, lexicon: Lexicon) -> Prepared:
    """Fold the paragraphs of ``text``; those without a word are left out."""
    from resolint.corpus.folding import digest, key, light

    rows = []
    for passage in text.passages:
        plain = light(passage.text)
        words = key(plain, lexicon, folded=True)
        if words:
            rows.append((passage.place, passage.text.strip(), digest(plain), digest(words), words))
    whole = digest("\n".join(str(row[2]) for row in rows))
    return Prepared(text, whole, tuple(rows))
