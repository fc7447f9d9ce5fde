"""What speaks for a change, in words and figures, and the change as an edit of the text."""

from __future__ import annotations

from collections.abc import Iterator

from resolint.attested.counts import LEAST, STEPS, Counts
from resolint.attested.scoring import LOGS
from resolint.attested.view import Change
from resolint.attested.words import LONGEST, Row
from resolint.frozen import NamedTuple
from resolint.regex import lazy

__all__ = ["Evidence", "Remedy", "evidence", "remedy", "round_figure"]

_NUMBER = lazy(r"(?<!\w)\d(?:[\d.,/]{0,12}\d)?(?!\w)")
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
    """The phrase of up to four words at a change whose counts differ most.

    A number in it stands for any number, and is shown as ``…``.
    """
    words, places = row
    start, end, fresh = change.start, change.end, change.new
    best: tuple[float, int, int] | None = None
    for low, high in _windows(row, change):
        old_words, new_words = _both(words, change, low, high)
        new, old = LOGS[counts[b"".join(new_words)]], LOGS[counts[b"".join(old_words)]]
        weight = min(new, _ENOUGH) - old + _PER_WORD * min(len(new_words), 3) + new / 100
        weight -= any(word[:1].isdigit() for word in new_words)
        if new and (best is None or weight > best[0]):
            best = weight, low, high
    around = max(1, start - 1), min(len(words) - 1, end + 1)
    low, high = best[1:] if best is not None else around
    made = remedy(row, change, text)
    first, last = places[low][0], places[high - 1][1]
    old_words, new_words = _both(words, change, low, high)
    if len(fresh) == end - start and (low > start or high < end):
        # A part of a longer change, word for word.
        shift = first - made.start, last - made.start
        shown = (
            made.new[max(0, shift[0]) : shift[1]] if low >= start else text[first : made.start] + made.new[: shift[1]]
        )
        shown += text[max(made.end, first) : last] if high > end else ""
    else:
        first, last = min(first, made.start), max(last, made.end)
        shown = text[first : made.start] + made.new + text[made.end : last]
    return Evidence(
        _plain(text[first:last]),
        STEPS[counts[b"".join(old_words)]] if len(old_words) <= LONGEST else 0,
        _plain(shown),
        STEPS[counts[b"".join(new_words)]] if len(new_words) <= LONGEST else 0,
    )


def _windows(row: Row, change: Change) -> Iterator[tuple[int, int]]:
    """Which stretches of words, two to four as they would be, show a change: around it, or a part of a long one."""
    start, end, length = change.start, change.end, len(change.new)
    last = len(row.words) - 1
    if length == end - start:
        for low in range(max(1, start - LONGEST + 1), end):
            for high in range(max(low + 2, start + 1), min(last, low + LONGEST) + 1):
                yield low, high
        return
    # What is missing or needless is seen between its neighbours alone.
    outside = int((start == end or not length) and start > 1 and end < last)
    for low in range(max(1, start - LONGEST + 1), start + 1 - outside):
        for high in range(end + outside, min(last, low + LONGEST) + 1):
            if high > low and 2 <= high - low - (end - start) + length <= LONGEST:
                yield low, high


def _both(words: list[bytes], change: Change, low: int, high: int) -> tuple[list[bytes], list[bytes]]:
    """The words from ``low`` to ``high`` as they are, and with the change."""
    start, end, fresh = change.start, change.end, change.new
    old = words[low:high]
    if len(fresh) == end - start:
        return old, [fresh[at - start] if start <= at < end else words[at] for at in range(low, high)]
    return old, [*words[low:start], *fresh, *words[end:high]]


def _plain(text: str) -> str:
    return " ".join(_NUMBER.sub("…", text.replace("\ufffc", "")).split())


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
