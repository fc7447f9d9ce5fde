"""Near misses of known titles: a slip of one or two letters, a small word more, less or other, singular for plural."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, pairwise

from resolint.frozen import NamedTuple
from resolint.model import Span
from resolint.regex import lazy

_SMALL = frozenset(("of", "on", "and", "the", "in", "for", "to", "against", "with", "all", "a"))
_PLANS = frozenset(("plan", "platform", "programme"))
"""Nouns of titles that are taken for one another."""
_EVENTS = frozenset(("commission", "committee", "conference", "congress", "council", "decade", "fund", "meeting"))
"""Nouns of what bears the name of an instrument besides."""
_LONG = 7
"""From so many words on a title that lacks some is still that title ..."""
_LONGER = 8
"""A title of more words than these is still that title with one word for another."""
_LACKING = 3
"""... if it lacks so many at most, in a row."""
_WORD = lazy(r"\w+")
_JOINED = lazy(r"[\w’'/-]+")
_SHORTEST = 4
_MISSED = 2
_LENGTHENED = 3
"""So many letters more or fewer come of two slips, or of a plural."""
_MOST_PLACES = 64
"""More places than a draft has for one title; it bounds the work on a hostile text."""


def near_title(candidate: str, titles: Iterable[str], limit: int = 2) -> str | None:
    """The known title that a candidate misses by at most ``limit`` slips (Damerau), by one small word or by a plural.

    A long title may also lack up to three words in a row, have one other word, or another kind of plan in its name.

    Titles with other figures are other titles (*2016* and *2021 Political Declaration*). None where the candidate
    is a known title, differs only in capitals, or is like none of them.
    """
    flat = _flat(candidate)
    best: str | None = None
    least = limit + 1
    for title in titles:
        known = _flat(title)
        if known == flat:
            return None
        if _figures(known) != _figures(flat):
            continue
        if abs(len(known) - len(flat)) <= limit:
            distance = damerau(flat, known, limit)
            if distance < least and distance * 8 <= len(known) and _slips(flat.split(" "), known.split(" ")):
                best, least = title, distance
        row, whole = flat.split(" "), known.split(" ")
        if least > 1 and (_shortened(row, whole) or _exchanged(row, whole)):
            best, least = title, 1
        if least > 1 and _one_word(flat.split(" "), known.split(" ")):
            best, least = title, 1
    return best


class _Title(NamedTuple):
    """A title: its words for a first look, its ``parts`` as words of a text, and what is quick to compare of these."""

    text: str
    lower: str
    words: frozenset[str]
    parts: tuple[str, ...]
    once: frozenset[str]
    longest: str
    letters: Counter[str]
    bare: str

    @classmethod
    def of(cls, text: str) -> _Title:
        """The title taken apart."""
        lower, written = text.lower(), _JOINED.findall(text)
        parts = tuple(map(str.lower, written))
        return cls(
            text=text,
            lower=lower,
            words=frozenset(_WORD.findall(lower)),
            parts=parts,
            once=frozenset(parts),
            longest=max(parts, key=len, default=""),
            letters=Counter(filter(str.isalnum, "".join(parts))),
            bare=" ".join(written),
        )


class Titles:
    """Known titles, taken apart once for all the texts that may miss them by a slip."""

    def __init__(self, titles: Iterable[str], others: Iterable[str] = ()) -> None:
        """``others`` are known too, but too short, or too seldom seen, to be meant where they stand nearly."""
        self._every = [_Title.of(title) for title in titles]
        meant = len(self._every)
        self._every += [_Title.of(title) for title in others]
        self._by_end: dict[tuple[str, ...], list[_Title]] = {}
        for title in self._every[:meant]:
            if len(title.parts) >= _SHORTEST:
                for end in {title.parts[:2], title.parts[-2:]}:
                    self._by_end.setdefault(end, []).append(title)
        self._order = {title.text: place for place, title in reversed([*enumerate(self._every)])}

    def near(self, text: str, block: str = "") -> tuple[tuple[Span, str], ...]:
        """Places where the text misses a title of four words or more by a slip, with the title meant.

        A place is looked at where the first two or the last two words of a title stand; exact titles yield nothing.
        """
        text = text.replace("\u00a0", " ").replace("\u2011", "-")
        words = (
            [word.lower() for word in _JOINED.findall(text)] if not text.isascii() else _JOINED.findall(text.lower())
        )
        rows = list(self._rows(words))
        if not rows:
            return ()
        lower = text.lower()
        here = frozenset(_WORD.findall(lower))
        exact = [
            place
            for title in self._every
            if title.lower in lower and _is_near(title, here)
            for place in _places(lower, title.lower)
        ]
        written = list(_JOINED.finditer(text))
        found: dict[tuple[int, int], str] = {}
        for title, first, last in sorted(rows, key=lambda row: self._order[row[0].text]):
            start, end = written[first].start(), written[last - 1].end()
            if not _is_near(title, here) or any(
                (low <= start and end <= high) or start <= low < high <= end for low, high in exact
            ):
                continue
            piece = " ".join(match[0] for match in written[first:last])
            if piece[:1].isupper() == title.text[:1].isupper() and near_title(piece, (title.bare,)) is not None:
                found.setdefault((start, end), title.text)
        return tuple((Span(block, start, end), title) for (start, end), title in sorted(found.items()))

    def _rows(self, words: Sequence[str]) -> Iterator[tuple[_Title, int, int]]:
        """Rows of ``words`` that begin or end as a title does, hold all but two of its words, and so may be it."""
        ends = self._by_end.keys() & frozenset(pairwise(words))
        if not ends:
            return
        present = frozenset(words)
        # In the order of the text, so that what is found does not depend on that of a set.
        order = dict.fromkeys(pair for pair in pairwise(words) if pair in ends)
        met = {id(title): title for end in order for title in self._by_end[end]}.values()
        near = [title for title in met if len(title.once - present) <= _allowed(title)]
        if not near:
            return
        places: dict[tuple[str, ...], list[int]] = {}
        for index, pair in enumerate(pairwise(words)):
            if pair in ends:
                places.setdefault(pair, []).append(index)
        runs = [*accumulate(map(len, words), initial=0)]
        for title in near:
            for start, end in _windows(places, title.parts, words):
                # The words and the blanks between them.
                length = runs[end] - runs[start] + end - start - 1
                alike = abs(length - len(title.bare)) <= _LENGTHENED
                if (alike or len(title.parts) > _SHORTEST) and _may_be(title, words[start:end], alike=alike):
                    yield title, start, end


def _may_be(title: _Title, row: Sequence[str], *, alike: bool) -> bool:
    """Whether a row of words may be the title: if ``alike`` in length, by its letters; else but for small words.

    It is asked of thousands of rows, so it is quick to say no; a yes is looked into later.
    """
    if not alike:
        differing = title.once.symmetric_difference(row)
        known = title.longest in row and (differing <= _SMALL or differing <= _PLANS)
        return known or _shortened(row, title.parts) or _exchanged(row, title.parts)
    slips = len(title.once.difference(row)) <= _MISSED and (
        (title.letters - Counter("".join(row))).total() <= _LENGTHENED
    )
    return slips or _exchanged(row, title.parts)


def _allowed(title: _Title) -> int:
    """How many of its words a title may lack where it stands nearly."""
    return _LACKING if len(title.parts) >= _LONG else _MISSED


def _is_near(title: _Title, here: frozenset[str]) -> bool:
    """Whether a title may stand where these words stand: a slip or a small word leaves few of its own unfound."""
    return len(title.words - here) <= _allowed(title) and len(title.words & here) > _MISSED


def damerau(first: str, second: str, limit: int) -> int:
    """The number of slips (one letter more, less, other, or two swapped) between two strings; limit + 1 if more."""
    if abs(len(first) - len(second)) > limit:
        return limit + 1
    before: list[int] = []
    row = list(range(len(second) + 1))
    for i, char in enumerate(first, start=1):
        earlier, before = before, row
        row = [i] + [limit + 1] * len(second)
        for j in range(max(1, i - limit), min(len(second), i + limit) + 1):
            other = second[j - 1]
            row[j] = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (char != other))
            if i > 1 and j > 1 and char == second[j - 2] and first[i - 2] == other:
                row[j] = min(row[j], earlier[j - 2] + 1)
        if min(row) > limit:
            return limit + 1
    return min(row[-1], limit + 1)


def _slips(first: Sequence[str], second: Sequence[str]) -> bool:
    """Whether the words differ as slips do, not as *northern* and *southern*: one letter each, or after the first."""
    if len(first) != len(second):
        return True
    return all(one[:1] == two[:1] or damerau(one, two, 1) <= 1 for one, two in zip(first, second, strict=True))


def _figures(text: str) -> list[str]:
    return re.findall(r"\d+", text)


def _flat(text: str) -> str:
    return " ".join(text.lower().replace("’", "'").replace("\u2011", "-").replace("\u00a0", " ").split())


def _one_word(first: Sequence[str], second: Sequence[str]) -> bool:
    """Whether all that tells two rows of at least five words apart is one small word, or the ending of one word."""
    if min(len(first), len(second)) < 5 or abs(len(first) - len(second)) > 1:
        return False
    head = 0
    while head < min(len(first), len(second)) and first[head] == second[head]:
        head += 1
    tail = 0
    while tail < min(len(first), len(second)) - head and first[-1 - tail] == second[-1 - tail]:
        tail += 1
    left = (*first[head : len(first) - tail], *second[head : len(second) - tail])
    if 0 < len(left) <= 2 and (set(left) <= _SMALL or (len(left) == 2 and set(left) <= _PLANS)):
        return True
    return len(left) == 2 and len(first) == len(second) and _inflected(*left)


def _shortened(row: Sequence[str], whole: Sequence[str]) -> bool:
    """Whether a row of words begins and ends as a long title does, and lacks one to three words of it, not all of them small."""
    lacking = len(whole) - len(row)
    if len(whole) < _LONG or not 0 < lacking <= _LACKING:
        return False
    head = next((place for place, (one, two) in enumerate(zip(row, whole, strict=False)) if one != two), len(row))
    tail = tuple(whole[head + lacking :])
    return tuple(row[head:]) == tail and min(head, len(tail)) > 1 and not set(whole[head : head + lacking]) <= _SMALL


def _exchanged(row: Sequence[str], whole: Sequence[str]) -> bool:
    """Whether a row of words is a title of nine words or more but for one of them, which is another.

    With another beginning, end or noun for what it is (*Conference*, not *Convention*) it may be something else.
    """
    if not len(row) == len(whole) > _LONGER or row[0] != whole[0] or row[-1] != whole[-1]:
        return False
    others = [one for one, two in zip(row, whole, strict=True) if one != two]
    return len(others) == 1 and others[0] not in _EVENTS


def _inflected(one: str, other: str) -> bool:
    """Whether two words are singular and plural of one noun: *child* and *children*, *disability* and *disabilities*."""
    short, long = sorted((one, other), key=len)
    return long in (f"{short}s", f"{short}es", f"{short}ren", f"{short[:-1]}ies") and len(short) > 3


def _places(text: str, title: str) -> Iterator[tuple[int, int]]:
    """Where ``title`` stands as whole words; *Rights of the Children* is not *Rights of the Child*."""
    start = text.find(title)
    while start >= 0:
        end = start + len(title)
        if not text[end : end + 1].isalpha() and not text[max(0, start - 1) : start].isalpha():
            yield start, end
        start = text.find(title, end)


def _windows(
    places: Mapping[tuple[str, ...], list[int]], parts: tuple[str, ...], words: Sequence[str]
) -> list[tuple[int, int]]:
    """Rows of words that may be the title: those that begin or end as it does, give or take a word; not itself."""
    length, whole = len(parts), [*parts]
    found: list[tuple[int, int]] = []
    for start in places.get(parts[:2], ())[:_MOST_PLACES]:
        end = start + length
        if words[start:end] != whole:
            found += (start, end - 1), (start, end), (start, end + 1)
    for last in places.get(parts[-2:], ())[:_MOST_PLACES]:
        start, end = last + 2 - length, last + 2
        if words[max(0, start) : end] != whole:
            found += (start - 1, end), (start, end), (start + 1, end)
    if length >= _LONG:
        lasts = places.get(parts[-2:], ())[:_MOST_PLACES]
        found += (
            (start, last + 2)
            for start in places.get(parts[:2], ())[:_MOST_PLACES]
            for last in lasts
            if 0 < length - (last + 2 - start) <= _LACKING
        )
    return [(start, end) for start, end in found if start >= 0 and end <= len(words)]
