"""The word file: a hundred thousand words, found by bisection in a file that is mapped and hardly read.

One line for each word, in the order of its bytes, behind a first line that begins with ``#``. A bare line is a word
spelt right. After a tab stands how common the word is (``1`` the most common, ``2`` common), or a letter and the right
form of a word that is spelt otherwise in the house: ``z`` for *organise* and *analyze*, ``a`` for *color*.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from resolint.frozen import dataclass

if TYPE_CHECKING:
    from mmap import mmap

    WordFile = bytes | mmap
else:
    WordFile = object

__all__ = ["Kind", "WordEntry", "WordFile", "WordList"]

Kind = Literal["right", "oxford", "american"]

_KINDS: dict[str, Kind] = {"z": "oxford", "a": "american"}
_ISE = ("ise", "ised", "ises", "ising", "iser", "isers", "isation", "isations", "isable")
_NEAR = 2048
"""A word is looked for by halving among one line in so many bytes, then by reading on from there."""

_MOST_SEEN = 50_000
"""So many words are remembered; a run over thousands of drafts meets more."""


@dataclass(frozen=True, slots=True)
class WordEntry:
    """What the word file says of a word: how it stands to the spelling of the house, and what to write instead.

    ``weight`` is 2 for the most common words, 1 for common ones, else 0.
    """

    kind: Kind
    prefer: str = ""
    weight: int = 0


RIGHT = WordEntry("right")


class WordList:
    """Looks words up in a word file. ``own`` are further words that are right, whatever the file says of them."""

    def __init__(self, data: WordFile, own: frozenset[str] = frozenset()) -> None:
        self._data = data
        self._own = own
        self._seen: dict[str, WordEntry | None] = {}

    def __bool__(self) -> bool:
        """Whether there is a word file at all."""
        return len(self._data) > 0

    def with_own(self, own: frozenset[str]) -> WordList:
        """The same list with further words, which shares what was made of the file."""
        found = WordList(self._data, own)
        found._marks = self._marks
        return found

    def look_up(self, word: str) -> WordEntry | None:
        """What is known of ``word`` in exactly these letters; None if it is unknown."""
        if word in self._own:
            return RIGHT
        try:
            return self._seen[word]
        except KeyError:
            if len(self._seen) >= _MOST_SEEN:
                self._seen.clear()
            self._seen[word] = found = self._read(word) or self._with_z(word)
            return found

    @cached_property
    def _marks(self) -> tuple[list[int], list[bytes]]:
        return _marks(self._data)

    def knows(self, word: str) -> bool:
        """Whether ``word`` is spelt right."""
        entry = self.look_up(word)
        return entry is not None and entry.kind == "right"

    def _with_z(self, word: str) -> WordEntry | None:
        """*Operationalise* is to the list what *operationalize* is in it."""
        ending = next((one for one in _ISE if word.endswith(one)), None)
        if ending is None:
            return None
        right = f"{word[: -len(ending)]}iz{ending[2:]}"
        return WordEntry("oxford", right) if right in self._own or self._read(right) is not None else None

    def _read(self, word: str) -> WordEntry | None:
        data, wanted = self._data, word.encode()
        starts, keys = self._marks
        place = bisect_right(keys, wanted) - 1
        if place < 0:
            return None
        # Of the words that begin alike the shortest stands first, so that the first find is the word or none is.
        at = data.find(b"\n" + wanted, starts[place] - 1, starts[place + 1])
        if at < 0:
            return None
        at += 1 + len(wanted)
        end = data.find(b"\n", at)
        if end == at:
            return RIGHT
        said = data[at:end]
        return _entry(said[1:].decode()) if said[:1] == b"\t" else None


def _marks(data: WordFile) -> tuple[list[int], list[bytes]]:
    """Where a line begins after every so many bytes, and the word on it; the last start is the end of the file."""
    starts: list[int] = []
    keys: list[bytes] = []
    at = data.find(b"\n") + 1
    while 0 < at < len(data):
        starts.append(at)
        keys.append(data[at : data.find(b"\n", at)].partition(b"\t")[0])
        at = data.find(b"\n", at + _NEAR) + 1
    return [*starts, len(data)], keys


def _entry(said: str) -> WordEntry:
    code, _, prefer = said.partition("\t")
    if code in _KINDS:
        return WordEntry(_KINDS[code], prefer)
    return WordEntry("right", weight={"1": 2, "2": 1}.get(code, 0))
