"""The word file: a hundred thousand words, found by bisection in a file that is mapped and never loaded.

One line for each word, in the order of its bytes, behind a first line that begins with ``#``. A bare line is a word
spelt right. After a tab stands how common the word is (``1`` the most common, ``2`` common), or a letter and the right
form of a word that is spelt otherwise in the house: ``z`` for *organise* and *analyze*, ``a`` for *color*.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from mmap import mmap

    WordFile = bytes | mmap
else:
    WordFile = object

__all__ = ["Entry", "Kind", "Lexicon", "WordFile"]

Kind = Literal["right", "oxford", "american"]

_KINDS: dict[str, Kind] = {"z": "oxford", "a": "american"}
_NEAR = 2048
"""Stretches up to this many bytes are searched rather than halved again."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What the word file says of a word: how it stands to the spelling of the house, and what to write instead.

    ``weight`` is 2 for the most common words, 1 for common ones, else 0.
    """

    kind: Kind
    prefer: str = ""
    weight: int = 0


RIGHT = Entry("right")


class Lexicon:
    """Looks words up in a word file. ``own`` are further words that are right, whatever the file says of them."""

    def __init__(self, data: WordFile, own: frozenset[str] = frozenset()) -> None:
        self._data = data
        self._own = own
        self._seen: dict[str, Entry | None] = {}

    def __bool__(self) -> bool:
        """Whether there is a word file at all."""
        return len(self._data) > 0

    def look_up(self, word: str) -> Entry | None:
        """What is known of ``word`` in exactly these letters; None if it is unknown."""
        if word in self._own:
            return RIGHT
        if word not in self._seen:
            self._seen[word] = self._read(word)
        return self._seen[word]

    def knows(self, word: str) -> bool:
        """Whether ``word`` is spelt right."""
        entry = self.look_up(word)
        return entry is not None and entry.kind == "right"

    def _read(self, word: str) -> Entry | None:
        data, wanted = self._data, word.encode()
        low, high = 0, len(data)
        while high - low > _NEAR:
            middle = data.find(b"\n", (low + high) // 2, high) + 1
            if not middle or middle >= high:
                break
            end = data.find(b"\n", middle, middle + 200)
            if data[middle:end].split(b"\t", 1)[0] <= wanted:
                low = middle
            else:
                high = middle
        # The line break before the first line of the stretch belongs to what is searched.
        start = data.find(b"\n" + wanted + b"\n", max(0, low - 1), high)
        if start >= 0:
            return RIGHT
        start = data.find(b"\n" + wanted + b"\t", max(0, low - 1), high)
        if start < 0:
            return None
        start += len(wanted) + 2
        return _entry(data[start : data.find(b"\n", start)].decode())


def _entry(said: str) -> Entry:
    code, _, prefer = said.partition("\t")
    if code in _KINDS:
        return Entry(_KINDS[code], prefer)
    return Entry("right", weight={"1": 2, "2": 1}.get(code, 0))
