"""What is weighed against the counts: a row of words with the counts of its threes, the classes of small words, a change.

The families of changes are named here, and what is asked of every change: whether a wording was counted with its neighbours.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from resolint.attested.counts import STEPS, Counts
from resolint.attested.vocabulary import Vocabulary
from resolint.frozen import NamedTuple

__all__ = ["FAMILIES", "Change", "Small", "View", "fits", "pairs", "small_words", "swaps"]

FAMILIES = (
    "preposition swapped",
    "preposition needless",
    "preposition missing",
    "article needless",
    "article missing",
    "small word swapped",
    "small word missing",
    "words joined",
    "letters",
    "inflection",
    "capitals",
    "capital",
    "mark",
    "hyphen",
)
"""The families of operations, named for the slip."""

_ONE_SIDED = next(step for step, count in enumerate(STEPS) if count >= 15)
"""A wording that was counted so often with three words of one side is held to be firm."""


class Change(NamedTuple):
    """Words ``start`` to ``end`` of a row replaced by ``new``; ``kind`` tells apart what one family holds."""

    family: int
    start: int
    end: int
    new: tuple[bytes, ...]
    kind: int = 0


class Small(NamedTuple):
    """The closed classes of words: those a word may be mistaken for, and those that may be missing.

    ``vocabulary`` gives the words of adopted texts in small letters; it is asked for only where a word is strange.
    """

    prepositions: tuple[bytes, ...]
    articles: tuple[bytes, ...]
    others: Mapping[bytes, tuple[bytes, ...]]
    missing: tuple[bytes, ...]
    missing_prepositions: tuple[bytes, ...]
    may_miss: tuple[bytes, ...]
    all: frozenset[bytes]
    vocabulary: Callable[[], Vocabulary]


def small_words(rows: Iterable[Mapping[str, str]], vocabulary: Callable[[], Vocabulary]) -> Small:
    """The closed classes out of the table ``small-words``, with what gives the words of adopted texts."""
    groups: dict[str, list[bytes]] = {}
    missing = []
    for line in rows:
        word = line["word"].encode() + b" "
        for group in line["groups"].split("|"):
            groups.setdefault(group, []).append(word)
        if line["missing"]:
            missing.append(word)
    prepositions, articles = groups.pop("preposition"), groups["article"]
    others: dict[bytes, tuple[bytes, ...]] = {}
    for members in groups.values():
        for word in members:
            others[word] = (*others.get(word, ()), *(other for other in members if other != word))
    every = frozenset((*prepositions, *(word for members in groups.values() for word in members), *missing))
    return Small(
        tuple(prepositions),
        tuple(articles),
        others,
        tuple(word for word in missing if word not in prepositions and word not in articles),
        tuple(word for word in missing if word in prepositions),
        tuple(missing),
        every,
        vocabulary,
    )


class View:
    """A row of words with the counts of its threes; ``closed`` tells of each word whether it is left alone."""

    def __init__(self, words: list[bytes], counts: Counts, closed: bytearray, small: Small) -> None:
        self.words, self.counts, self.closed, self.small = words, counts, closed, small
        self.threes = counts.threes(words)

    def pair(self, place: int) -> int:
        """Whether the words at ``place`` and behind it were ever counted side by side."""
        threes = self.threes
        if (place < len(threes) and threes[place]) or (place and threes[place - 1]):
            return 1
        return self.counts[self.words[place] + self.words[place + 1]]

    def odd(self, place: int) -> bool:
        """Whether the word at ``place`` was counted with the two words of neither side."""
        threes = self.threes
        return not ((place > 1 and threes[place - 2]) or (place < len(threes) and threes[place]))

    def known(self, place: int) -> bool:
        """Whether a word beside the one at ``place`` was ever counted, so that something may be told of it."""
        return bool(self.counts[self.words[place - 1]] or self.counts[self.words[place + 1]])

    @property
    def familiar(self) -> float:
        """The share of threes that were counted."""
        return 1 - self.threes.count(0) / len(self.threes) if self.threes else 0.0

    def at(self, place: int) -> bytes:
        """The word at ``place``, nothing beyond either end."""
        return self.words[place] if 0 <= place < len(self.words) else b""


def fits(view: View, start: int, end: int, new: bytes) -> bool:
    """Whether one word in the place of several was counted with its neighbours: both, or often with three of one side."""
    words, counts, threes = view.words, view.counts, view.threes
    left, right = words[start - 1], words[end]
    # On one side alone it is firm where what stands there was never counted on that side.
    odd_left = not (start > 1 and threes[start - 2])
    odd_right = not (end <= len(threes) and threes[end - 1])
    # Pairs come again in other drafts and are remembered; where there is no pair there are no three.
    behind = counts[left + new]
    if not behind and not odd_right:
        return False
    ahead = counts[new + right]
    if behind and ahead and counts[left + new + right]:
        return True
    if behind and odd_left and counts[view.at(start - 2) + left + new] >= _ONE_SIDED:
        return True
    return bool(ahead and odd_right and counts[new + right + view.at(end + 1)] >= _ONE_SIDED)


def swaps(view: View, place: int, group: tuple[bytes, ...]) -> Iterator[bytes]:
    """The words of ``group`` that fit in the place of one: ``fits`` for many words at once."""
    words, counts, threes = view.words, view.counts, view.threes
    word, left, right = words[place], words[place - 1], words[place + 1]
    before, after = view.at(place - 2), view.at(place + 2)
    odd_left = place == 1 or not threes[place - 2]
    odd_right = place >= len(threes) or not threes[place]
    known_behind, known_ahead = counts.behind(left, group), counts.ahead(right, group)
    for other in dict.fromkeys((*known_behind, *known_ahead)):
        behind, ahead = other in known_behind, other in known_ahead
        if other != word and (
            (behind and ahead and counts[left + other + right])
            or (behind and odd_left and counts[before + left + other] >= _ONE_SIDED)
            or (ahead and odd_right and counts[other + right + after] >= _ONE_SIDED)
        ):
            yield other


def pairs(view: View, start: int, end: int, new: bytes, *, both: bool = True) -> bool:
    """Whether one word in the place of several was counted beside its neighbours; beside one of them if not ``both``."""
    left, right = view.counts[view.words[start - 1] + new], view.counts[new + view.words[end]]
    return bool(left and right) if both else bool(left or right)
