"""The words of adopted texts, and those that are one slip away from a given one."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator

__all__ = ["Vocabulary"]

_LETTERS = "etaionsrhldcumfpgwybvkxjqz"


class Vocabulary:
    """Words in small letters."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words = frozenset(words)
        self._forward = sorted(self._words)
        self._backward = sorted(word[::-1] for word in self._words)

    def __iter__(self) -> Iterator[str]:
        return iter(self._forward)

    def near(self, word: str) -> Iterator[str]:
        """The words that a letter less, more or another one makes of ``word``, or two letters in turn, each once.

        Another first letter is not tried. An edit is tried only where some word begins like what stands before it and
        some word ends like what stands behind it.
        """
        size = len(word)
        seen = {word}
        for at in range(size + 1):
            head = word[:at]
            if not _begins(self._forward, head):
                return
            for new in self._at(word, head, at):
                if new in self._words and new not in seen:
                    seen.add(new)
                    yield new

    def _at(self, word: str, head: str, at: int) -> Iterator[str]:
        tail, rest, last = word[at:], word[at + 1 :], word[at + 2 :]
        if len(tail) > 1 and _begins(self._backward, last[::-1]):
            yield head + tail[1] + tail[0] + last
        if tail and _begins(self._backward, rest[::-1]):
            yield head + rest
            if at:
                yield from (head + letter + rest for letter in _LETTERS)
        if at and _begins(self._backward, tail[::-1]):
            yield from (head + letter + tail for letter in _LETTERS)


def _begins(ordered: list[str], start: str) -> bool:
    """Whether a text of ``ordered`` begins with ``start``."""
    place = bisect_left(ordered, start)
    return place < len(ordered) and ordered[place].startswith(start)
