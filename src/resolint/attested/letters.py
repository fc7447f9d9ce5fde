"""Changes inside of words and between them: blanks, hyphens, letters, endings."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from resolint.attested.counts import STEPS
from resolint.attested.view import Change, View, fits, pairs
from resolint.attested.words import BEGIN, END

__all__ = ["SHORTEST_WORD", "division", "forms", "inflection", "joined", "letters"]

_COMMON = next(step for step, count in enumerate(STEPS) if count >= 12)
"""A word that was counted so often is written for another by mistake."""
SHORTEST_WORD = 3


def division(view: View, place: int) -> Iterator[Change]:
    """A hyphen or a blank too many, a word twice, two words in one."""
    word, counts = view.words[place], view.counts
    left, right = view.words[place - 1], view.words[place + 1]
    if word == left and word[:-1].isalpha():
        yield Change(7, place, place + 1, (), 0)
        return
    if b"-" in word and b"0" not in word:
        one, _, two = word.partition(b"-")
        if one and two.strip():
            if counts[one + b" " + two] and (counts[left + one + b" "] or counts[two + right]):
                yield Change(13, place, place + 1, (one + b" ", two), 1)
            joined = one + two
            if counts[joined] and fits(view, place, place + 1, joined):
                yield Change(13, place, place + 1, (joined,), 2)
    elif len(word) > 5 and word[:-1].isalpha() and not counts[word]:
        for cut in range(1, len(word) - 2):
            one, two = word[:cut] + b" ", word[cut:]
            if counts[one + two] and (counts[left + one + two] or counts[one + two + right]):
                yield Change(7, place, place + 1, (one, two), 1)


def joined(view: View, place: int) -> Iterator[Change]:
    """Two words that should be one, or be joined by a hyphen."""
    one, two = view.words[place], view.words[place + 1]
    if not (one[:1].isalpha() and two[:1].isalpha()) or one == two:
        return
    for family, kind, new in ((7, 2, one[:-1] + two), (13, 3, one[:-1] + b"-" + two)):
        if view.counts[new] and (pairs(view, place, place + 2, new) or fits(view, place, place + 2, new)):
            yield Change(family, place, place + 2, (new,), kind)


def letters(view: View, place: int) -> Iterator[Change]:
    """A letter too many, too few, another one, or two in the wrong order."""
    words, counts = view.words, view.counts
    word = words[place]
    plain = word[:-1]
    if len(plain) < SHORTEST_WORD or not (plain.isalpha() and plain.islower()):
        return
    known = counts[word]
    left, right = words[place - 1], words[place + 1]
    if known and (view.pair(place - 1) or view.pair(place)):
        return
    if known and not ((counts[left] or left == BEGIN) and (counts[right] or right == END)):
        return
    if 0 < known < _COMMON:
        return  # *fare*, *sparing*: a rare word is meant
    for new in view.small.vocabulary().near(plain.decode()):
        key = new.encode() + b" "
        if counts[key] > known and (counts[left + key + right] or pairs(view, place, place + 1, key, both=bool(known))):
            yield Change(8, place, place + 1, (key,), 1 if known else 0)


def inflection(view: View, place: int) -> Iterator[Change]:
    """Another form of the same word."""
    word = view.words[place]
    plain = word[:-1]
    if len(plain) < SHORTEST_WORD or not plain.isalpha() or word in view.small.all or not plain[1:].islower():
        return
    if not view.odd(place):
        return
    counts = view.counts
    for form in forms(plain):
        new = form + b" "
        if counts[new] and fits(view, place, place + 1, new):
            yield Change(9, place, place + 1, (new,))


@lru_cache(maxsize=4096)
def forms(word: bytes) -> frozenset[bytes]:
    """Singular, plural, past and present participle of a regular word in any of these forms."""
    stems = {word}
    if word.endswith(b"ies"):
        stems.add(word[:-3] + b"y")
    elif word.endswith(b"s") and not word.endswith(b"ss"):
        stems.add(word[:-1])
        if word.endswith(b"es"):
            stems.add(word[:-2])
    if word.endswith(b"ied"):
        stems.add(word[:-3] + b"y")
    elif word.endswith(b"ed"):
        stems |= {word[:-1], word[:-2]}
    if word.endswith(b"ing") and len(word) > 5:
        stems |= {word[:-3], word[:-3] + b"e"}
    found = set(stems)
    for stem in stems:
        if len(stem) < SHORTEST_WORD:
            continue
        if stem.endswith(b"y"):
            found |= {stem[:-1] + b"ies", stem[:-1] + b"ied", stem + b"s", stem + b"ing"}
        elif stem.endswith(b"e"):
            found |= {stem + b"s", stem + b"d", stem[:-1] + b"ing"}
        else:
            found |= {stem + b"s", stem + b"es", stem + b"ed", stem + b"ing"}
    return frozenset(found - {word})
