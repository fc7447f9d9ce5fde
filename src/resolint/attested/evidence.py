"""What speaks for a change, in words and figures, and the change as an edit of the text."""

from __future__ import annotations

from typing import NamedTuple

from resolint.attested.counts import LEAST, STEPS, Counts
from resolint.attested.operations import Change
from resolint.attested.scoring import LOGS
from resolint.attested.words import BEGIN, END, LONGEST, Row

__all__ = ["Evidence", "Remedy", "evidence", "remedy", "round_figure"]

_PER_WORD = 1.0
"""What a word more is worth beside the contrast of the counts, up to three words: the phrase is easier to recognize."""
_ENOUGH = LOGS[STEPS.index(next(step for step in STEPS if step >= 300))]
"""More is no better evidence."""


class Evidence(NamedTuple):
    """A phrase with its count as it stands, and as it would be after the change."""

    old: str
    old_count: int
    new: str
    new_count: int


class Remedy(NamedTuple):
    """A change of a text: the characters ``start`` to ``end`` are replaced by ``new``.

    ``low`` to ``high`` are the words to show.
    """

    start: int
    end: int
    new: str
    low: int
    high: int


def evidence(row: Row, change: Change, text: str, counts: Counts) -> Evidence:
    """The phrase of up to four words around a change whose counts differ most."""
    words, places = row
    start, end, fresh = change.start, change.end, change.new
    best: tuple[float, int, int] | None = None
    for low in range(max(1, start - LONGEST + 1), start + 1):
        for high in range(end, min(len(words) - 1, end + LONGEST) + 1):
            new_length = start - low + len(fresh) + high - end
            if not 2 <= new_length <= LONGEST or high - low > LONGEST or words[high - 1] == END or words[low] == BEGIN:
                continue
            if (start == end or not fresh) and (low == start or high == end) and start > 1 and end < len(words) - 1:
                # What is missing or needless is seen between its neighbours alone.
                continue
            new = LOGS[counts[b"".join((*words[low:start], *fresh, *words[end:high]))]]
            old = LOGS[counts[b"".join(words[low:high])]]
            weight = min(new, _ENOUGH) - old + _PER_WORD * min(new_length, 3) + new / 100
            if new and (best is None or weight > best[0]):
                best = weight, low, high
    made = remedy(row, change, text)
    around = (max(1, start - 1), min(len(words) - 1, end + 1))
    low, high = (best[1], best[2]) if best is not None else around
    first, last = places[low][0], places[high - 1][1]
    first, last = min(first, made.start), max(last, made.end)
    old_key, new_key = words[low:high], (*words[low:start], *fresh, *words[end:high])
    return Evidence(
        _plain(text[first:last]),
        STEPS[counts[b"".join(old_key)]] if len(old_key) <= LONGEST else 0,
        _plain(text[first : made.start] + made.new + text[made.end : last]),
        STEPS[counts[b"".join(new_key)]] if len(new_key) <= LONGEST else 0,
    )


def _plain(text: str) -> str:
    return " ".join(text.replace("\ufffc", "").split())


def remedy(row: Row, change: Change, text: str) -> Remedy:
    """``change`` as an edit of ``text``: letters that stay keep their form, blanks go and come with words."""
    places, start, end = row.places, change.start, change.end
    if not change.new:
        first, last = places[start][0], places[end - 1][1]
        if start > 1:
            return Remedy(places[start - 1][1], last, "", first, last)
        return Remedy(first, places[end][0], "", first, last)
    if start == end:
        at = places[end][0]
        return Remedy(at, at, _decoded(change.new) + " ", places[start - 1][0], places[end][1])
    first, last = places[start][0], places[end - 1][1]
    if len(change.new) == end - start:
        new = text[first:last]
        for number in range(end - start - 1, -1, -1):
            low, high = places[start + number][0] - first, places[start + number][1] - first
            word, before = change.new[number][:-1].decode(), row.words[start + number][:-1].decode()
            if word != before:
                same = word[1:] == before[1:] and word[:1].lower() == before[:1].lower()
                new = new[:low] + (word[:1] + new[low + 1 : high] if same else word) + new[high:]
        return Remedy(first, last, new, first, last)
    return Remedy(first, last, _decoded(change.new), first, last)


def _decoded(words: tuple[bytes, ...]) -> str:
    return b"".join(words).decode().strip().replace("'", "\u2019")


def round_figure(count: int) -> str:
    """A count in words: two figures of it are sure. Those that are too rare to be kept are *hardly ever*."""
    if count < LEAST:
        return "hardly ever"
    if count < 25:
        return f"{count} times"
    unit = 10 ** (len(str(count)) - 2)
    return f"about {round(count / unit) * unit:,} times"
