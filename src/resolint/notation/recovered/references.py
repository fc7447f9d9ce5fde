"""Note marks that lost their shape: raised digits, tags, and bare digits glued to a word or standing loose.

``1971²``, ``Rights<sup>2</sup>``, ``Rights3``, ``1988,14``, ``199817``, ``drug type, 15 and``, ``of 1988 3 and``.
A bare number is a mark only if a note has this number and if it fits between the marks before and after it, which
ascend through the text; a mark may come again later behind the same words (practice until about 2019).
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

from resolint import regex
from resolint.frozen import dataclass
from resolint.lexicon.readers import COUNTED, COUNTING
from resolint.model import Mark
from resolint.notation.recovered.chunks import RAISED
from resolint.notation.traced import Traced
from resolint.regex import lazy

Position = tuple[int, int]

_SUPERSCRIPT = lazy(r"[⁰¹²³⁴-⁹]{1,3}")
_UNIT_BEFORE = lazy(r"(?<![^\W\d_])[kcdm]?m$")
_LOOSE = lazy(
    r"(?P<letter>(?<=[a-z])|(?<=[A-Z]{3}))(?P<n1>\d{1,3})(?![\w/])"
    r"|(?P<point>(?<=[;:)”\"’])|(?<=[^\W\d_][,.])|(?<=(?:19|20)\d\d[,.])|(?<=/\d,)|(?<=/\d\d,)|(?<=/\d\d\d,))(?P<n2>\d{1,3})(?![\w/]|[.,]\d)"
    r"|(?P<year>(?<![\w/.-])(?:19|20)\d\d)(?P<n3>\d{1,2})(?![\w/]|[.,]\d)"
    r"|(?P<gap>(?<=[,;:)”\"’.])[ ])(?P<n4>\d{1,3})(?=[ ][a-z(A-Z]|[,;.]?$|[,;](?=\D))"
    r"|(?P<loose>(?<=\w)[ ])(?P<n5>\d{1,3})(?=[ ][a-z]|[,;.]?$|[,;](?=\D))"
)
_WORD_BEFORE = lazy(r"([^\W_]+)[^\w]{0,3}$")
_TWO_WORDS = lazy(r"([^\W_]+)[^\w]{1,3}([^\W_]+)[^\w]{0,3}$")
_WORD_AFTER = lazy(r"\W{0,2}([^\W_]+)")
_TOKEN = lazy(r"\S+$")
_YEAR = lazy(r"(?:19|20)\d\d")


@dataclass(frozen=True, slots=True)
class TracedParagraph:
    """A paragraph of the body: its plain text and marks, as read so far."""

    text: Traced
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """A note that was found: its number as printed, its key, and where it stands in the source."""

    number: str
    key: str
    at: int


@dataclass(frozen=True, slots=True)
class Found:
    """A place that may be a note mark: which passage, from where to where; the more ``score``, the likelier."""

    passage: int
    start: int
    end: int
    number: int
    score: int

    @property
    def position(self) -> Position:
        """Its place in the order of reading."""
        return self.passage, self.start


def _raised(number: int, passage: TracedParagraph) -> Iterator[Found]:
    """Numbers that are surely set as note marks: raised digits and superscripts."""
    text = passage.text.text
    for match in _SUPERSCRIPT.finditer(text):
        if match.start() and not text[match.start() - 1].isspace() and _UNIT_BEFORE.search(text, 0, match.start()):
            continue
        yield Found(number, match.start(), match.end(), int(match.group().translate(RAISED)), 9)
    for mark in passage.marks:
        words = text[mark.start : mark.end].strip()
        if mark.kind == "superscript" and words.isascii() and words.isdecimal() and len(words) <= 3:
            yield Found(number, mark.start, mark.end, int(words), 9)


def _in_symbol(token: str) -> bool:
    """Whether what stands before a number is the beginning of a document symbol (``E/CN.7/L.``)."""
    return "/" in token and token[-1] not in ',;:)”"' and (token[-1] == "." or any(map(str.isdigit, token)))


def _loose_score(match: re.Match[str], text: str) -> int:
    """How likely a bare number is a note mark, 0 for not at all."""
    start = match.start()
    after = _WORD_AFTER.match(text, match.end())
    following = after.group(1).lower() if after else ""
    if match["letter"] is not None or match["point"] is not None:
        stuck = _TOKEN.search(text, max(0, start - 60), start)
        return 0 if stuck and _in_symbol(stuck.group()) else 4
    if match["year"] is not None:
        return 3
    before = _WORD_BEFORE.search(text, max(0, start - 60), start)
    word = before.group(1) if before else ""
    if following in COUNTED or (word.isdecimal() and not _YEAR.fullmatch(word)):
        return 0
    if match["gap"] is not None:
        return 2 if text[start - 1] == "." else 3
    if _YEAR.fullmatch(word):
        return 3
    return 0 if word.lower() in COUNTING else 1


def _loose(number: int, passage: TracedParagraph, wanted: set[int]) -> Iterator[Found]:
    """Bare numbers that may be note marks; only those that are ``wanted``."""
    text = passage.text.text
    for match in _LOOSE.finditer(text):
        group = next(name for name in ("n1", "n2", "n3", "n4", "n5") if match[name] is not None)
        value = int(match[group])
        if value in wanted and not match[group].startswith("0"):
            score = _loose_score(match, text)
            if score:
                yield Found(number, match.start(group), match.end(group), value, score)


def _rising(found: Sequence[Found]) -> dict[int, Found]:
    """The longest row of marks whose numbers ascend (the first of each number), by number."""
    tails: list[int] = []
    ends: list[int] = []
    previous: list[int] = []
    longest = -1  # the end of the first row that was as long; later ones of that length hold repeated marks
    for index, one in enumerate(found):
        depth = bisect_left(tails, one.number)
        previous.append(ends[depth - 1] if depth else -1)
        if depth == len(tails):
            tails.append(one.number)
            ends.append(index)
            longest = index
        elif tails[depth] != one.number:
            tails[depth] = one.number
            ends[depth] = index
    row: dict[int, Found] = {}
    index = longest
    while index >= 0:
        row[found[index].number] = found[index]
        index = previous[index]
    return row


def _words_before(passages: Sequence[TracedParagraph], one: Found) -> tuple[str, ...]:
    match = _TWO_WORDS.search(passages[one.passage].text.text, max(0, one.start - 80), one.start)
    return match.groups() if match else ()


class _Series:
    """The search for the marks of notes that are numbered in one row."""

    def __init__(
        self, passages: Sequence[TracedParagraph], notes: Sequence[Note], first: Position, last: Position
    ) -> None:
        self.passages = passages
        self.keys = {int(note.number): note.key for note in notes}
        self.places = {int(note.number): note.at for note in notes}
        inside = range(first[0], min(last[0] + 1, len(passages)))

        def within(found: Iterable[Found]) -> list[Found]:
            return sorted((one for one in found if first <= one.position < last), key=lambda one: one.position)

        self.raised = within(one for number in inside for one in _raised(number, passages[number]))
        known = set(self.keys)
        self.loose = within(one for number in inside for one in _loose(number, passages[number], known))

    def marks(self) -> dict[Found, str]:
        """Every mark with the key of its note; a raised number without a note keeps an empty key."""
        raised = [one for one in self.raised if one.number in self.keys]
        firsts = _rising(raised)
        for number in sorted(set(self.keys) - set(firsts)):
            candidate = self._between(number, firsts)
            if candidate:
                firsts[number] = candidate
        found = {one: self.keys.get(one.number, "") for one in self.raised}
        found.update((one, self.keys[one.number]) for one in firsts.values())
        found.update((one, self.keys[one.number]) for one in self._repeated(firsts))
        return found

    def _between(self, number: int, firsts: dict[int, Found]) -> Found | None:
        """The likeliest bare mark of a number between the marks of the numbers around it."""
        low = max((one.position for n, one in firsts.items() if n < number), default=(-1, -1))
        high = min((one.position for n, one in firsts.items() if n > number), default=(len(self.passages), 0))
        inside = [one for one in self.loose if one.number == number and low < one.position < high]
        sure = [one for one in inside if one.score > 1]
        if not sure:
            return inside[0] if len(inside) == 1 and low[0] >= 0 else None
        return max(sure, key=lambda one: (one.score + self._on_page(one), -one.passage, -one.start))

    def _on_page(self, one: Found) -> int:
        """One point for a mark that stands before its note, as on a printed page."""
        return int(self.passages[one.passage].text.at[one.start] < self.places[one.number])

    def _repeated(self, firsts: dict[int, Found]) -> Iterator[Found]:
        """Later bare marks of the same number behind the same words."""
        before = {number: _words_before(self.passages, one) for number, one in firsts.items()}
        for one in self.loose:
            first = firsts.get(one.number)
            if first is None or one.position <= first.position or one.score < 3:
                continue
            words = _words_before(self.passages, one)
            if words and words == before[one.number]:
                yield one


def _series(notes: Sequence[Note]) -> Iterator[list[Note]]:
    """The numbered notes, cut where the numbers begin anew."""
    row: list[Note] = []
    for note in notes:
        if row and int(note.number) <= int(row[-1].number):
            yield row
            row = []
        row.append(note)
    if row:
        yield row


def _position(passages: Sequence[TracedParagraph], ends: Sequence[int], offset: int) -> Position:
    """The first place in reading order that stands behind ``offset``; ``ends`` is where passages end, at the latest."""
    number = bisect_right(ends, offset)
    return (number, bisect_left(passages[number].text.at, offset)) if number < len(passages) else (number, 0)


def _stars(passages: Sequence[TracedParagraph], notes: Sequence[Note]) -> dict[Found, str]:
    """The marks of star notes: stars right behind a word."""
    found: dict[Found, str] = {}
    for note in notes:
        pattern = regex.compiled(rf"(?<=[\w.,)”\"’]){re.escape(note.number)}(?![\w*†‡])")
        for number, passage in enumerate(passages):
            match = pattern.search(passage.text.text)
            if match:
                found[Found(number, match.start(), match.end(), 0, 9)] = note.key
                break
    return found


def find_references(passages: Sequence[TracedParagraph], notes: Sequence[Note]) -> list[tuple[Found, str]]:
    """The note marks in the passages with the keys of their notes, in order, without overlaps.

    A key is empty for a raised number that no note has.
    """
    found = _stars(passages, [note for note in notes if not note.number.isdecimal()])
    rows = list(_series([note for note in notes if note.number.isdecimal()]))
    ends = list(accumulate((passage.text.end for passage in passages), max))
    first: Position = (0, 0)
    for index, row in enumerate(rows):
        last = _position(passages, ends, row[-1].at) if index + 1 < len(rows) else (len(passages), 0)
        found.update(_Series(passages, row, first, last).marks())
        first = last
    ordered = sorted(found.items(), key=lambda item: item[0].position)
    kept: list[tuple[Found, str]] = []
    for one, key in ordered:
        if not kept or kept[-1][0].passage != one.passage or kept[-1][0].end <= one.start:
            kept.append((one, key))
    return kept
