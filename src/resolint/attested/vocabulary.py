"""The words of adopted texts, and those that are one slip away from a given one."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import cached_property

__all__ = ["Vocabulary"]

_MOST_ASKED = 20_000
"""So many answers are remembered; a run over thousands of drafts asks for more."""
_LETTERS = "etaionsrhldcumfpgwybvkxjqz"


class Vocabulary:
    """Words in small letters."""

    def __init__(self, words: Iterable[str]) -> None:
        self._forward = sorted(dict.fromkeys(words))  # They mostly come in order.
        self._words = frozenset(self._forward)
        self._asked: dict[str, tuple[str, ...]] = {}

    @cached_property
    def _backward(self) -> list[str]:
        return sorted(word[::-1] for word in self._forward)

    def __iter__(self) -> Iterator[str]:
        return iter(self._forward)

    def near(self, word: str) -> tuple[str, ...]:
        """The words that a letter less, more or another one makes of ``word``, or two letters in turn, each once.

        Another first letter is not tried. The answer is remembered.
        """
        found = self._asked.get(word)
        if found is None:
            if len(self._asked) >= _MOST_ASKED:
                self._asked.clear()
            found = self._asked[word] = tuple(self._near(word))
        return found

    def _near(self, word: str) -> Iterator[str]:
        """The same anew. An edit is tried only where a word begins like what is before it and one ends like what is behind."""
        size = len(word)
        seen = {word}
        for at in range(size + 1):
            head = word[:at]
            if not _begins(self._forward, head):
                return
            for new in self._at(word, head, at):
                if new not in seen:
                    seen.add(new)
                    yield new

    def _at(self, word: str, head: str, at: int) -> list[str]:
        """The words that an edit behind ``head`` gives."""
        tail, rest, last = word[at:], word[at + 1 :], word[at + 2 :]
        tried = []
        if len(tail) > 1 and _begins(self._backward, last[::-1]):
            tried.append(head + tail[1] + tail[0] + last)
        if tail and _begins(self._backward, rest[::-1]):
            tried.append(head + rest)
            if at:
                tried += [head + letter + rest for letter in _LETTERS]
        if at and _begins(self._backward, tail[::-1]):
            tried += [head + letter + tail for letter in _LETTERS]
        known = self._words
        return [new for new in tried if new in known]


def _begins(ordered: list[str], start: str) -> bool:
    """Whether a text of ``ordered`` begins with ``start``."""
    place = bisect_left(ordered, start)
    return place < len(ordered) and ordered[place].startswith(start)
