"""Near misses of known titles: a slip of one or two letters, a small word more, less or other, singular for plural."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from resolint.model import Span

_SMALL = frozenset(("of", "on", "and", "the", "in", "for", "to", "against", "with", "all", "a"))
_MOST_PLACES = 64
"""More places than a draft has for one title; it bounds the work on a hostile text."""


def near_title(candidate: str, titles: Iterable[str], limit: int = 2) -> str | None:
    """The known title that a candidate misses by at most ``limit`` slips (Damerau), by one small word or by a plural.

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
        if least > 1 and _one_word(flat.split(" "), known.split(" ")):
            best, least = title, 1
    return best


def near_titles(text: str, titles: Sequence[str], block: str = "") -> tuple[tuple[Span, str], ...]:
    """Places where the text misses a known title of four words or more by a slip, with the title meant.

    A place is looked at where the first two or the last two words of a title stand; exact titles yield nothing.
    """
    text = text.replace("\u00a0", " ").replace("\u2011", "-")
    words = [(match.start(), match.end(), match[0].lower()) for match in re.finditer(r"[\w’'/-]+", text)]
    places: dict[tuple[str, str], list[int]] = {}
    for index in range(len(words) - 1):
        places.setdefault((words[index][2], words[index + 1][2]), []).append(index)
    exact = _exact_places(text, titles)
    found: dict[tuple[int, int], str] = {}
    for title in titles:
        parts = [part.lower() for part in re.findall(r"[\w’'/-]+", title)]
        if len(parts) < 4:
            continue
        wanted, bare = Counter(parts), " ".join(re.findall(r"[\w’'/-]+", title))
        for start, end in _windows(places, parts, len(words)):
            if sum((Counter(word for _, _, word in words[start:end]) & wanted).values()) < len(parts) - 2:
                continue
            span = (words[start][0], words[end - 1][1])
            if any((low <= span[0] and span[1] <= high) or span[0] <= low < high <= span[1] for low, high in exact):
                continue
            piece = " ".join(text[low:high] for low, high, _ in words[start:end])
            if piece[:1].isupper() == title[:1].isupper() and near_title(piece, (bare,)) is not None:
                found.setdefault(span, title)
    return tuple((Span(block, start, end), title) for (start, end), title in sorted(found.items()))


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
    if 0 < len(left) <= 2 and set(left) <= _SMALL:
        return True
    return len(left) == 2 and len(first) == len(second) and _inflected(*left)


def _inflected(one: str, other: str) -> bool:
    """Whether two words are singular and plural of one noun: *child* and *children*, *disability* and *disabilities*."""
    short, long = sorted((one, other), key=len)
    return long in (f"{short}s", f"{short}es", f"{short}ren", f"{short[:-1]}ies") and len(short) > 3


def _exact_places(text: str, titles: Iterable[str]) -> list[tuple[int, int]]:
    lower = text.lower()
    return [place for title in titles for place in _places(lower, title.lower())]


def _places(text: str, title: str) -> Iterator[tuple[int, int]]:
    """Where ``title`` stands as whole words; *Rights of the Children* is not *Rights of the Child*."""
    start = text.find(title)
    while start >= 0:
        end = start + len(title)
        if not text[end : end + 1].isalpha() and not text[max(0, start - 1) : start].isalpha():
            yield start, end
        start = text.find(title, end)


def _windows(places: Mapping[tuple[str, str], list[int]], parts: Sequence[str], count: int) -> set[tuple[int, int]]:
    """Rows of words that may be the title: those that begin or end as it does, give or take a word."""
    length = len(parts)
    found: set[tuple[int, int]] = set()
    for start in places.get((parts[0], parts[1]), [])[:_MOST_PLACES]:
        found.update((start, start + size) for size in (length - 1, length, length + 1))
    for last in places.get((parts[-2], parts[-1]), [])[:_MOST_PLACES]:
        found.update((last + 2 - size, last + 2) for size in (length - 1, length, length + 1))
    return {(start, end) for start, end in found if 0 <= start < end <= count}
