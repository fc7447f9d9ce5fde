"""How well a small word, or a word that is easily taken for another, fits between its neighbours: features and weights.

A choice is a word, or nothing where a word may be missing. What stands on either side of its place, as words, as lemmas and as
classes, the head of the group behind and the verb before are the features; each is hashed together with the choice into one
number of ``choices.bin``. That holds a weight from -127 to 127, and six bits by which it is known whether it is the weight of
this feature with this choice: of what was never seen nothing is said. The sum tells how well the choice fits.
"""

from __future__ import annotations

import sys
from array import array
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from resolint.checks.grm.forms import Token, Tokens, hashed
from resolint.frozen import NamedTuple

if TYPE_CHECKING:
    from mmap import mmap

    WeightsFile = bytes | mmap
else:
    WeightsFile = object

__all__ = [
    "BITS",
    "MAGIC",
    "MOST_KEPT",
    "NOTHING",
    "SMALL",
    "STEP",
    "VERB",
    "Neighbours",
    "Views",
    "choice",
    "classed",
    "features",
    "grouped",
    "opened",
    "packed",
    "score",
]

MAGIC = b"resolint choices 1\n".ljust(24)
BITS = 20
STEP = 0.08
"""What one unit of a weight counts in logarithms of odds."""
_PREPOSITIONS = (
    "of in on for with by to at from into under upon against through within during among between as about towards until since "
    "over without"
)
_OTHERS = "the a that which it and or than who whom what where were so is not if there their its be also"
PREPOSITIONS = tuple(_PREPOSITIONS.split())
SMALL = ("", *PREPOSITIONS, *_OTHERS.split())
"""Nothing, and the small words; *an* counts as *a*."""
NOTHING = 0x5BD1E995
_CLASSED = 0x3C6EF372
_ONE, _TWO, _THREE, _FOUR = 0x9E3779B1, 0x85EBCA77, 0xC2B2AE3D, 0x27D4EB2F
_SALTS = tuple((place + 1) * 0x165667B1 for place in range(26))
_FULL = 0xFFFFFFFF
_SHIFT, _CHECKED, _CHECK = 32 - BITS, 6, 63
_WEIGHT, ZERO = 0xFF, 128
_NOUN, _FIGURE, _BEFORE_NOUN, _PARTICIPLE, VERB, _OPENS = 1, 2, 3, 4, 8, 16
"""What a word is to a group of nouns and to a clause; the last two are bits."""
_GROUP = 7


class View(NamedTuple):
    """A word as the place beside it sees it: numbers for the word, its lemma and its class, and what it is to a group."""

    word: int
    tag: int
    lemma: int
    role: int


class Views(dict[bytes, View]):
    """What each word is, by the word as ``attested.words`` writes it; judged when it is first met, and kept."""

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        self._tokens = tokens

    def __missing__(self, key: bytes) -> View:
        token = self._tokens[key]
        found = View(token.word, token.tag, _lemma(token), _role(token))
        if len(self) < MOST_KEPT:
            self[key] = found
        return found


MOST_KEPT = 100_000
_SMALL_PARTS = frozenset("sdptocm")
_FIGURES = hashed("#")


def _lemma(token: Token) -> int:
    return token.lemma if token.lemma and token.part not in _SMALL_PARTS else token.word


def _role(token: Token) -> int:
    """What a word is to a group of nouns, and as bits whether it is a verb and whether it opens a clause."""
    role = 0
    if token.part == "n" or (token.paradigm is not None and token.paradigm.kind[0] == "n"):
        role = _NOUN
    elif token.tag == _FIGURES:
        role = _FIGURE
    elif token.part in ("d", "a"):
        role = _BEFORE_NOUN
    elif token.part == "v":
        role = _PARTICIPLE
    if token.part in ("v", "f") and token.tag != _FIGURES:
        role |= VERB
    return role | _OPENS if token.part == "o" else role


class Neighbours:
    """The words of a paragraph as their places see them, with the head of the group behind each and the verb before it.

    ``views`` begins with two and ends with two that stand for the ends of the paragraph.
    """

    def __init__(self, words: Sequence[bytes], views: Views) -> None:
        found = [*map(views.__getitem__, words)]
        for place, word in enumerate(words[:-1]):
            if word in _STARTS and words[place + 1][:1].isupper():
                found[place + 1] = views[words[place + 1].lower()]
        first, last = found[0], found[-1]
        self.views = [first, first, *found, last, last]
        self.heads = self._heads()
        self.verbs = self._verbs()

    def _heads(self) -> list[int]:
        """For every place the lemma of the last noun in the group that begins there."""
        found = [0] * len(self.views)
        head = behind = 0
        for place in range(len(self.views) - 1, -1, -1):
            view = self.views[place]
            group = view.role & _GROUP
            if not (group and behind and not (group == _NOUN and behind in (_BEFORE_NOUN, _PARTICIPLE))):
                head = view.lemma
            found[place] = head
            behind = group
        return found

    def _verbs(self) -> list[int]:
        """For every place the lemma of the nearest verb before it in its clause, 0 for none."""
        found = [0] * len(self.views)
        verb = 0
        for place, view in enumerate(self.views):
            if view.role & _OPENS:
                verb = 0
            found[place] = verb
            if view.role & VERB:
                verb = view.lemma
        return found


_STARTS = (b"<s> ", b". ")


def features(beside: Neighbours, left: int, right: int) -> list[int]:
    """The features of the place between the words at ``left`` and ``right`` of a row."""
    views = beside.views
    left, right = left + 2, right + 2
    l3, l2, l1 = views[left - 2 : left + 1]
    r1, r2, r3 = views[right : right + 3]
    a, aw, b, bw = l1.tag, l1.word * _ONE, l2.tag, l2.word
    x, xw, y = r1.tag, r1.word, r2.tag
    lemma, head = l1.lemma * _ONE, beside.heads[right]
    verb = (beside.verbs[left] or a) * _ONE
    a2, x2, x3, head2 = a * _TWO, x * _TWO, x * _THREE, head * _TWO
    found = (
        0,
        aw,
        xw * _ONE,
        lemma,
        head * _ONE,
        aw + xw * _TWO,
        aw + bw * _TWO,
        xw * _ONE + r2.word * _TWO,
        a * _ONE + x2,
        b * _ONE + a2 + x3,
        a * _ONE + x2 + y * _THREE,
        b * _ONE + a2 + x3 + y * _FOUR,
        aw + x2,
        a * _ONE + xw * _TWO,
        lemma + head2,
        a * _ONE + head2,
        verb + a2,
        bw * _ONE + a2 + x3,
        aw + x2 + y * _THREE,
        verb + head2,
        bw * _ONE + l1.word * _TWO + xw * _THREE,
        aw + xw * _TWO + r2.word * _THREE,
        l3.tag * _ONE + b * _TWO + a * _THREE,
        x * _ONE + y * _TWO + r3.tag * _THREE,
        l2.lemma * _ONE + a2 + head * _THREE,
        bw * _ONE + l1.word * _TWO + x3,
    )
    return [one + salt for one, salt in zip(found, _SALTS, strict=True)]


_IN_GROUP = {**dict.fromkeys(SMALL, "o"), **dict.fromkeys(PREPOSITIONS, "p"), "the": "a", "a": "a", "an": "a", "": ""}


def grouped(word: str) -> str:
    """The group of a choice: nothing, "p" for prepositions, "a" for articles, "o" for other small words, "w" for any other."""
    return _IN_GROUP.get(word, "w")


def choice(word: str) -> int:
    """The number of a word as a choice; that of nothing for an empty one."""
    return hashed("a" if word == "an" else word) if word else NOTHING


def classed(tag: int) -> int:
    """The number of a choice of which only the class is known."""
    return tag ^ _CLASSED


def score(weights: Sequence[int], found: Sequence[int], number: int) -> int:
    """How well a choice fits, in units of ``STEP``."""
    total = 0
    for one in found:
        place = (one ^ number) * _ONE & _FULL
        entry = weights[place >> _SHIFT]
        if entry >> 8 == place >> _CHECKED & _CHECK:
            total += (entry & _WEIGHT) - ZERO
    return total


def packed(weights: Mapping[int, int]) -> bytes:
    """The file of weights by their 26 bits; of those that would lie in one place the greatest is kept."""
    entries = array("H", [_CHECK + 1 << 8]) * (1 << BITS)
    for place, weight in sorted(weights.items(), key=lambda item: (abs(item[1]), -item[0])):
        entries[place >> _CHECKED] = (place & _CHECK) << 8 | weight + ZERO
    if sys.byteorder == "big":
        entries.byteswap()
    return MAGIC + entries.tobytes()


def opened(data: WeightsFile) -> Sequence[int] | None:
    """The weights in the bytes of a file; None where there is none that fits."""
    if data[: len(MAGIC)] != MAGIC or len(data) != len(MAGIC) + (2 << BITS):
        return None
    view = memoryview(data)[len(MAGIC) :]
    if sys.byteorder == "little":
        return view.cast("H")
    entries = array("H", view.tobytes())
    entries.byteswap()
    return entries
