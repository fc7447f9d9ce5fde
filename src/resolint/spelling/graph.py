"""The word graph: all forms of a language in a file of a megabyte or less, walked letter by letter.

Words that begin alike share their beginning and words that end alike their end, so a million inflected forms take a few
hundred thousand steps. The first line begins with ``#`` and ends with the letters of the language, the steps follow with
four bytes each, the lowest first: seven bits for the place of the letter, one that tells the last step of a place, one
that tells the end of a word, 23 for the place to go on from, of which 0 is none.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from resolint.spelling.wordlist import WordFile

__all__ = ["LAST", "LETTER", "WHOLE", "WordGraph", "packed"]

LETTER = 0x7F
LAST = 0x80
WHOLE = 0x100
_TO = 9
_STEP = 4
_MOST_KEPT = 60_000
"""So many places are remembered once they were read."""

_Place = Mapping[str, tuple[int, bool]]


def packed(letter: int, to: int, *, last: bool, whole: bool) -> int:
    """A step as it is written down."""
    return letter | (LAST if last else 0) | (WHOLE if whole else 0) | to << _TO


class WordGraph:
    """Looks words in small letters up in a file of the form above; an empty file knows none."""

    def __init__(self, data: WordFile) -> None:
        self._data = data
        self._start = data.find(b"\n") + 1
        head = bytes(data[: self._start]).decode().rstrip("\n")
        self.letters = head.rpartition(" ")[2]
        self._kept: dict[int, _Place] = {}

    def __bool__(self) -> bool:
        """Whether there is a file at all."""
        return self._start > 0

    def knows(self, word: str) -> bool:
        """Whether ``word`` is a form of the language."""
        return bool(word) and self._whole(word, 1, False)

    def near(self, word: str) -> frozenset[str]:
        """The forms one edit away from ``word``: a letter more, fewer or another one, or two that changed places."""
        return frozenset(self._near(word)) - {word} if self and word else frozenset()

    def _near(self, word: str) -> Iterator[str]:
        place, whole = 1, False
        for at in range(len(word) + 1):
            head, rest = word[:at], word[at:]
            if rest and self._whole(rest[1:], place, whole):
                yield head + rest[1:]
            if len(rest) > 1 and self._whole(rest[1] + rest[0] + rest[2:], place, whole):
                yield head + rest[1] + rest[0] + rest[2:]
            steps = self._steps(place)
            for letter, (to, ends) in steps.items():
                if self._whole(rest, to, ends):
                    yield head + letter + rest
                if rest and self._whole(rest[1:], to, ends):
                    yield head + letter + rest[1:]
            if not rest or rest[0] not in steps:
                return
            place, whole = steps[rest[0]]

    def _whole(self, word: str, place: int, whole: bool) -> bool:
        """Whether ``word`` leads from ``place`` to the end of a form; ``whole`` tells whether one ends there already."""
        for letter in word:
            step = self._steps(place).get(letter)
            if step is None:
                return False
            place, whole = step
        return whole

    def _steps(self, place: int) -> _Place:
        """The steps that lead on from a place, by their letters."""
        if place in self._kept:
            return self._kept[place]
        steps: dict[str, tuple[int, bool]] = {}
        at = self._start + (place - 1) * _STEP
        while place and at + _STEP <= len(self._data):
            step = int.from_bytes(self._data[at : at + _STEP], "little")
            steps[self.letters[step & LETTER]] = (step >> _TO, bool(step & WHOLE))
            if step & LAST:
                break
            at += _STEP
        if len(self._kept) < _MOST_KEPT:
            self._kept[place] = steps
        return steps
