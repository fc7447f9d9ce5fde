"""From the lines of a recovered text to its paragraphs and notes, in the order in which they were printed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from resolint import regex
from resolint.lexicon import Lexicon, marks, openings
from resolint.lexicon.dates import days
from resolint.lexicon.labels import follows
from resolint.notation.labels import BULLET, LABEL
from resolint.notation.recovered.hyphens import east_asian
from resolint.notation.recovered.pages import PageLine
from resolint.notation.traced import Traced
from resolint.regex import lazy

RAISED = str.maketrans(marks.RAISED, "0123456789")

_HEADING = lazy(r"#{1,6}[ \t]+")
_QUOTE = lazy(r">[ \t]?")
_STRONG_NOTE = lazy(
    r"(?:([⁰¹²³⁴-⁹]{1,3})|<sup>(\d{1,3}|\\?\*{1,3}|[†‡])</sup>|\^\{(\d{1,3}|\\?\*{1,3}|[†‡])\}|\\(\*{1,3}))[ \t]*(?=\S)"
)
_WEAK_NOTE = lazy(r"(\d{1,3})[ \t]+(?=[A-Z“\"\[(*])")
_ENDED = lazy(r"[.!?…:;][”\"’')\]*_\ufffc¹²³⁰⁴-⁹\d]*$|</sup>$")
_NOTE_ENDED = lazy(r"[.!?][”\"’')\]*_]*$")
_CLAUSE_ENDED = lazy(r"(?:[,;:.!?…，；：。](?:[”\"’')\]*_¹²³⁰⁴-⁹]|[ ]?\d{1,3}|<sup>\d{1,3}</sup>)*|[;,] (?:and|or))$")
_PARAGRAPH_ENDED = lazy(r"[,;.，；。][”\"’')\]*_¹²³⁰⁴-⁹]*$")
_ALL_BOLD = lazy(r"\*\*[^*]+\*\*")
_LINKING = """
    the a an of and or in to for by with on at from as that which their its his her our this these those is are be
    was were has have not into under between among including such through within upon per No. Mr. vol. chap.
"""
_LINKS = frozenset(_LINKING.split())
_SHORT = 150
_HEADLIKE = 40
_WIDE = 20
"""A full line of characters that are as wide as high has so many at least."""


@dataclass(slots=True)
class Chunk:
    """A paragraph or note while it is put together: its lines, and what stood before it."""

    lines: list[PageLine]
    heading: int = -1
    quote: bool = False
    note: str = ""
    label: str = ""
    after_page: bool = False
    gap: int = 0
    foot: bool = False
    parts: list[Traced] = field(default_factory=list)

    @property
    def last(self) -> str:
        """The text of its last line."""
        return self.parts[-1].text.rstrip()

    @property
    def size(self) -> int:
        """About how many characters it has."""
        return sum(len(part) for part in self.parts)

    def add(self, line: PageLine) -> None:
        """Go on with a line."""
        self.lines.append(line)
        self.parts.append(line.text)


@dataclass(frozen=True, slots=True)
class Shape:
    """How the text was set: ``width`` is the length of a full line, 0 where every paragraph is one line."""

    width: int
    lexicon: Lexicon | None = None

    @classmethod
    def of(cls, lines: Sequence[PageLine], lexicon: Lexicon | None = None) -> Shape:
        """Measure the lines that another one follows directly; ``lexicon`` knows the openings of paragraphs."""
        runs = [len(a.text) for a, b in pairwise(lines) if b.gap == 0]
        if len(runs) < 6:
            return cls(0, lexicon)
        runs.sort()
        full = runs[len(runs) * 19 // 20]
        longest = max(len(line.text) for line in lines)
        wide = 2 * sum(east_asian(char) for a, _ in pairwise(lines) for char in a.text.text) > sum(runs)
        return cls(full if (_WIDE if wide else 40) <= full <= 140 and longest <= 2 * full else 0, lexicon)

    def ended(self, current: Chunk, after: PageLine) -> bool:
        """Whether the last line of ``current`` ended it though the next line follows directly."""
        text = after.text.text
        before = current.last
        if not text or before.endswith(("-", "—", "/")):
            return False
        if text[0].islower():
            return after.marked and bool(_NOTE_ENDED.search(before))
        if not self.width:
            return sum(part.text.count("**") for part in current.parts) % 2 == 0
        if self._opens(before, text):
            return True
        first = 1 if east_asian(text[0]) else 1 + len(text.split(maxsplit=1)[0])
        room = self.width - len(before) - first
        if room > self.width // 4:
            return True
        return room > (0 if after.marked else self.width // 8) and bool(_CLAUSE_ENDED.search(before))

    def _opens(self, before: str, text: str) -> bool:
        """Whether a line begins with an opening where a paragraph may, however full the line before is."""
        if self.lexicon is None or not _PARAGRAPH_ENDED.search(before):
            return False
        found = openings.known(text.lstrip("*_"), self.lexicon)
        return found is not None and found.start == 0 and found.mood in ("participle", "third")


def label_of(text: str) -> str:
    """The number at the start of a line, also behind a list dash; a bare dash counts."""
    bullet = BULLET.match(text)
    match = LABEL.match(text, bullet.end() if bullet else 0)
    return match.group(1) if match else bullet.group(1) if bullet else ""


def _rises(number: str, notes: Sequence[Chunk]) -> bool:
    """Whether a bare number at the start of a line continues the notes so far, or begins them anew."""
    last = next((chunk.note for chunk in reversed(notes) if chunk.note.isdecimal()), "0")
    return int(number) == int(last) + 1


class Chunker:
    """Splits lines into chunks."""

    def __init__(self, shape: Shape) -> None:
        self.shape = shape
        self.chunks: list[Chunk] = []
        self.notes: list[Chunk] = []
        self.body: list[str] = []

    def take(self, line: PageLine) -> None:
        """Take one line in."""
        text = line.text
        quote = False
        while match := _QUOTE.match(text.text):
            text, quote = text.cut(match.end()), True
        current = self.chunks[-1] if self.chunks else None
        fresh = current is None or line.gap > 0 or line.page or line.foot
        note = self._note_start(line, text, fresh)
        if note:
            self._open_note(line, text.cut(note[1]), note[0])
            return
        heading = _HEADING.match(text.text)
        label = label_of(text.text)
        if current is not None and not heading and not line.foot and self._goes_on(current, line, label, fresh):
            current.add(PageLine(line.number, text, line.gap, line.page, line.marked))
        else:
            self._open(line, text, heading, quote, label)
        self.body.append(text.text)

    def _open(self, line: PageLine, text: Traced, heading: re.Match[str] | None, quote: bool, label: str) -> None:
        level = -1
        if heading:
            level = heading.group().count("#") - 1
            text = text.cut(heading.end())
        self.chunks.append(Chunk([line], level, quote, "", label, line.page, line.gap, line.foot, [text]))

    def _open_note(self, line: PageLine, text: Traced, number: str) -> None:
        chunk = Chunk([line], note=number, after_page=line.page, gap=line.gap, parts=[text])
        self.chunks.append(chunk)
        self.notes.append(chunk)

    def _goes_on(self, current: Chunk, line: PageLine, label: str, fresh: bool) -> bool:
        if current.heading >= 0 or current.foot:
            return False
        if current.note:
            return self._note_goes_on(current, line, label, fresh)
        if fresh:
            return False
        if label and (
            not self.shape.width or _CLAUSE_ENDED.search(current.last[-80:]) or follows(current.label, label)
        ):
            return False
        return not self.shape.ended(current, line)

    def _note_goes_on(self, current: Chunk, line: PageLine, label: str, fresh: bool) -> bool:
        """A note goes on until a line ends it with a full stop (or, in a full line, until the next line does)."""
        if not self.shape.width or line.page:
            return not self.shape.width and not fresh and not label and not self.shape.ended(current, line)
        if _NOTE_ENDED.search(current.last):
            return not fresh and not line.marked and not label and not self._short(current.last, line)
        return line.gap <= 1 and not label

    def _short(self, before: str, line: PageLine) -> bool:
        """Whether the first word of ``line`` would still have stood behind ``before``."""
        words = line.text.text.split(maxsplit=1)
        return len(before) + 1 + len(words[0]) <= self.shape.width - 4

    def _note_start(self, line: PageLine, text: Traced, fresh: bool) -> tuple[str, int] | None:
        """The number of the note that begins here and where its text begins, None if none does."""
        raw = text.text
        if match := _STRONG_NOTE.match(raw):
            number = next(group for group in match.groups() if group)
            number = number.translate(RAISED).replace("\\", "")
            if fresh or self._line_ended(line):
                return number, match.end()
        if (match := _WEAK_NOTE.match(raw)) and _rises(match.group(1), self.notes) and not self._dated(raw):
            number = match.group(1)
            if (fresh or self._line_ended(line)) and self._mentioned(number):
                return number, match.end()
        return None

    def _dated(self, text: str) -> bool:
        """Whether a line begins with a date rather than with the number of a note."""
        lexicon = self.shape.lexicon
        return lexicon is not None and any(day.start == 0 for day in days(text[:40], lexicon))

    def _line_ended(self, line: PageLine) -> bool:
        current = self.chunks[-1]
        return bool(current.note) or not self.shape.width or self.shape.ended(current, line)

    def _mentioned(self, number: str) -> bool:
        """Whether the text since the note before the last holds this number where a mark could stand."""
        pattern = regex.compiled(
            rf"[^\W\d_]{number}(?!\w)|[,;.:)”\"’] ?{number}(?![\w/])|(?:19|20)\d\d ?{number}(?!\d)| {number} [a-z]"
        )
        return any(pattern.search(text) for text in self.body[-400:])


def is_headlike(chunk: Chunk) -> bool:
    """Whether a paragraph looks like a heading: marked as one, all bold, or short without an end."""
    if chunk.heading >= 0:
        return True
    text = " ".join(part.text.strip() for part in chunk.parts)
    return bool(_ALL_BOLD.fullmatch(text))


def _continues(before: Chunk, after: Chunk, page: bool) -> bool:
    """Whether ``after`` is the rest of ``before``, which a page end or a block of notes cut in two."""
    if after.label or after.foot or before.foot or is_headlike(before) or is_headlike(after) or after.quote:
        return False
    last = before.last
    start = after.parts[0].text.lstrip('*_“"‘(')
    if not start or not last or _ENDED.search(last):
        return False
    if start[0].islower():
        return page or before.size >= _HEADLIKE
    if last.endswith(","):
        return False
    link = last.rsplit(maxsplit=1)[-1].lower() in _LINKS
    return (page and (before.size >= _SHORT or link)) or (link and before.size >= _SHORT)


def gather(lines: Sequence[PageLine], lexicon: Lexicon | None = None) -> list[Chunk]:
    """The paragraphs and notes of a text, each whole, in order; a paragraph stands where it began."""
    chunker = Chunker(Shape.of(lines, lexicon))
    for line in lines:
        chunker.take(line)
    found: list[Chunk] = []
    before: Chunk | None = None
    page = False
    for chunk in chunker.chunks:
        if chunk.note or chunk.foot:
            page = True
            found.append(chunk)
            continue
        page = page or chunk.after_page
        if before is not None and _continues(before, chunk, page):
            for line, part in zip(chunk.lines, chunk.parts, strict=True):
                before.lines.append(line)
                before.parts.append(part)
        else:
            found.append(chunk)
            before = chunk
        page = False
    return found
