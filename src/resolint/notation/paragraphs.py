"""From lines to paragraphs: what begins a block of the notation, what continues one, and what a line break means."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import field

from resolint.frozen import dataclass
from resolint.lexicon.labels import first, follows
from resolint.notation.directives import HtmlComment
from resolint.notation.keys import Keys
from resolint.notation.labels import BULLET, LABEL, STARRED_LABEL
from resolint.notation.plain import Wrap, hangs, opens_clause
from resolint.notation.traced import BLANKS, Source, Traced, join, single
from resolint.regex import lazy

_HEADING = lazy(r"(#{1,6})(?:[ \t]+|$)")
_CLOSING_MARKS = lazy(r"(?:^|(?<=[ \t]))#+$")
_RULE = lazy(r"([-*_])(?:[ \t]*+\1){2,}+[ \t]*+")
_LABELLED = lazy(
    r"[*_]{0,3}[A-Z][A-Za-z/’'-]*(?:[ \u00a0][A-Za-z/’'()-]+){0,3}[*_]{0,3}[ \u00a0]?:[*_]{0,3}[ \t\u00a0]+\S"
)
"""A line such as *Committee: …* at the top of a draft; a list of names may go on below it."""
_WRAPPED = 12
_QUOTE = lazy(r">[ \t]?")
_NOTE = lazy(r"\[\^([^\]\[\s^]{1,60})\]:[ \t]*")
_ENDED = lazy(r"(?:[,;:.!?…](?:[”\"’')\]*_}]|\[\^[^\]\s]{1,60}\])*|[;,] (?:and|or))$")


@dataclass(frozen=True, slots=True)
class Line:
    """A line without comments; ``silent`` if nothing but comments stood on it."""

    number: int
    text: Traced
    silent: bool = False


@dataclass(frozen=False, slots=True)
class Paragraph:
    """A paragraph while it is being read."""

    lines: list[Traced]
    first: int
    last: int
    heading: int = -1
    label: str = ""
    indent: int = 0
    quote: bool = False
    note: str | None = None
    opens_note: bool = False
    table: bool = False
    """Whether the lines are those of a table."""


def lines_of(source: Source, after: int, comments: tuple[HtmlComment, ...]) -> Iterator[Line]:
    """The lines from number ``after`` on, without the comments."""
    queue = list(reversed(comments))
    for number in range(after, len(source.starts)):
        line = source.line(number)
        start, end = source.starts[number], source.ends[number]
        gaps = []
        while queue and queue[-1].start <= end:
            comment = queue[-1]
            gaps.append((max(0, comment.start - start), min(len(line), comment.end - start)))
            if comment.end > end:
                break
            queue.pop()
        if not gaps:
            yield Line(number, line)
            continue
        rest = line.without(_widened(line.text, gaps))
        yield Line(number, rest, not rest.text.strip())


def _widened(text: str, gaps: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The gaps with the blanks that would stay behind double or at the end of the line."""
    found: list[tuple[int, int]] = []
    for start, end in gaps:
        while end < len(text) and text[end] in BLANKS and (start == 0 or text[start - 1] in BLANKS):
            end += 1
        if end == len(text):
            floor = found[-1][1] if found else 0
            while start > floor and text[start - 1] in BLANKS:
                start -= 1
        found.append((start, end))
    return found


def _indent(text: str) -> int:
    width = 0
    for character in text:
        if character == " ":
            width += 1
        elif character == "\t":
            width += 4 - width % 4
        else:
            break
    return width


@dataclass(frozen=False, slots=True)
class Gatherer:
    """Gathers lines into paragraphs; ``printed`` are the marks of the notes by their key.

    ``counted`` are the numbers of the lines that open a list, as ``counted_lines`` finds them, ``tables`` of those that
    begin a table.
    """

    wrap: Wrap
    counted: frozenset[int] = frozenset()
    tables: frozenset[int] = frozenset()
    done: list[Paragraph] = field(default_factory=list)
    printed: dict[str, str] = field(default_factory=dict)
    keys: Keys = field(default_factory=Keys)
    open: Paragraph | None = None
    note: str | None = None
    blank: bool = False

    def close(self) -> None:
        """End the open paragraph."""
        if self.open:
            self.done.append(self.open)
            self.open = None

    def start(self, paragraph: Paragraph) -> None:
        """End the open paragraph and begin this one."""
        self.close()
        self.open = paragraph

    def take(self, line: Line) -> None:
        """Take one line in."""
        text = line.text
        if line.silent or not text.text.strip():
            self.close()
            self.blank = True
            return
        if self._row(line):
            return
        blank, self.blank = self.blank, False
        indent = _indent(text.text)
        text = text.cut(len(text.text) - len(text.text.lstrip(BLANKS)))
        quoted = False
        while match := _QUOTE.match(text.text):
            quoted = True
            text = text.cut(match.end())
        if quoted:
            text = text.cut(len(text.text) - len(text.text.lstrip(BLANKS)))
            if not text.text:
                self.close()
                return
        if self.note is not None and blank and indent < 2:
            self.note = None
        if not self._block_start(line, text, indent, quoted):
            self._continue(line, text, indent, quoted)

    def _row(self, line: Line) -> bool:
        """Take in a line that begins a table or goes on with one; tells whether it does."""
        if line.number in self.tables:
            self.note, self.blank = None, False
            self.start(Paragraph([line.text], line.number, line.number, table=True))
        elif self.open and self.open.table and "|" in line.text.text:
            self.open.lines.append(line.text)
            self.open.last = line.number
        else:
            if self.open and self.open.table:
                self.close()
            return False
        return True

    def _block_start(self, line: Line, text: Traced, indent: int, quoted: bool) -> bool:
        """Begin the block that the markup at the start of the line asks for, if it asks for one."""
        raw = text.text
        if match := _NOTE.match(raw):
            self.note = self.keys.take(match.group(1))
            self.printed[self.note] = match.group(1)
            rest = text.cut(match.end())
            self.start(Paragraph([rest], line.number, line.number, note=self.note, opens_note=True))
            return True
        if indent < 4 and (match := _HEADING.match(raw)):
            self.note = None
            body = text.cut(match.end()).rstrip()
            if closing := _CLOSING_MARKS.search(body.text):
                body = body.cut(0, closing.start()).rstrip()
            self.start(Paragraph([body], line.number, line.number, heading=len(match.group(1)) - 1, quote=quoted))
            self.close()
            return True
        if indent < 4 and _RULE.fullmatch(raw):
            self.close()
            self.note = None
            return True
        return False

    def _continue(self, line: Line, text: Traced, indent: int, quoted: bool) -> None:
        """Go on with the open paragraph, or begin another one."""
        label, _ = split_label(text) if self.note is None else ("", text)
        previous = self.open
        if (
            previous
            and (not quoted or previous.quote)
            and not ((label and line.number in self.counted) or self._interrupts(previous, label, text.text))
        ):
            previous.lines.append(text)
            previous.last = line.number
            return
        self.start(
            Paragraph([text], line.number, line.number, indent=indent, quote=quoted, note=self.note, label=label)
        )

    def _interrupts(self, previous: Paragraph, label: str, text: str) -> bool:
        """Whether a line begins a paragraph of its own though no blank line stands before it."""
        before = previous.lines[-1].text.rstrip()[-300:]
        if previous.note is None and not label and _LABELLED.match(previous.lines[0].text):
            if _LABELLED.match(text):
                return True
            if before.endswith(",") and len(previous.lines) < _WRAPPED:
                return False
        if self.wrap.intended(before, text) or (previous.note is None and opens_clause(before, text)):
            return True
        if not label or previous.note is not None:
            return False
        if _ENDED.search(before) or follows(previous.label, label) or (previous.label == label and len(label) == 1):
            return True
        return first(label) and before.endswith(":")


def counted_lines(lines: Iterable[Line]) -> frozenset[int]:
    """The lines that open a list, by number: they begin with the first number of a series that a later line goes on with.

    For text typed by hand, where *a)* begins an item though nothing closes the line before it; a number that only a
    line end brought to the front, as in *paragraph 3 (a)*, has no successor at the front of a line.
    """
    found: set[int] = set()
    waiting: list[tuple[int, str]] = []
    for line in lines:
        text = line.text.text.lstrip(BLANKS)
        match = None if line.silent else LABEL.match(text)
        if match is None:
            continue
        label = match.group(1)
        found.update(number for number, opened in waiting if follows(opened, label))
        if first(label):
            waiting = [*waiting[-3:], (line.number, label)]
    return frozenset(found)


def split_label(text: Traced) -> tuple[str, Traced]:
    """The number or dash at the start of a paragraph, and the rest; an empty label if there is none."""
    raw = text.text
    offset = 0
    bullet = BULLET.match(raw)
    if bullet and not (len(bullet.group(1)) == 1 and raw.startswith("**")):
        offset = bullet.end()
    match = LABEL.match(raw, offset) or STARRED_LABEL.match(raw, offset)
    if match:
        rest = text.cut(match.end())
        label = match.group().strip("*_")
    elif bullet:
        rest = text.cut(offset)
        label = bullet.group(1)
    else:
        return "", text
    return label, rest.cut(len(rest.text) - len(rest.text.lstrip(BLANKS + "\u00a0")))


def _parted(before: str, after: str) -> bool:
    """Whether a line ends inside of a compound (*people-*), and not at a hyphen that hangs (*short- and …*)."""
    inside = before[-1:] == "-" and before[-2:-1].isalpha() and after[:1].isalpha()
    return inside and not hangs(after.split(maxsplit=1)[0], after)


def join_lines(source: Source, lines: list[Traced], *, wrapped: bool = False) -> Traced:
    """The lines of a paragraph as one: a blank for every line end, a line break where two blanks or ``\\`` end it.

    In plain text that an editor ``wrapped``, a compound that was parted at its hyphen is whole again.
    """
    parts: list[Traced] = []
    for number, line in enumerate(lines):
        last = number == len(lines) - 1
        body = line.rstrip()
        hard = len(line) - len(body) >= 2
        slashes = len(body.text) - len(body.text.rstrip("\\"))
        if slashes % 2 and not last:
            hard = True
            body = body.cut(0, len(body) - 1)
        parts.append(body)
        if not last and not (wrapped and not hard and _parted(body.text, lines[number + 1].text)):
            spot = source.ends[source.line_of(line.end)] if line.end <= len(source.text) else line.end
            parts.append(single("\n" if hard else " ", spot))
    return join(parts)
