"""From plain text and marks back to marked-up text that reads as the same again."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from resolint.model import EQUATION, NOTE_MARK, Mark, MarkKind
from resolint.notation.inline import normal, read_inline
from resolint.notation.labels import BULLET, LABEL
from resolint.notation.traced import Traced
from resolint.regex import lazy

_TAGS: dict[MarkKind, tuple[str, str]] = {
    "superscript": ("<sup>", "</sup>"),
    "underline": ("<u>", "</u>"),
    "strike": ("<s>", "</s>"),
    "highlight": ("<mark>", "</mark>"),
    "inserted": ("{++", "++}"),
}
_STARS: dict[MarkKind, tuple[str, str]] = {"bold": ("**", "**"), "italic": ("*", "*")}
_PLAIN_TAGS: dict[MarkKind, tuple[str, str]] = {"bold": ("<b>", "</b>"), "italic": ("<i>", "</i>")}
_CARRIED = frozenset({*_TAGS, *_STARS, "link", "note", "object", "deleted-here"})

_ALWAYS = lazy(
    r"[\\*^`]|(?<![^\W_])_|_(?![^\W_])|\[(?=\^)|\](?=\()|!(?=\[)|<(?=[A-Za-z/!])|&(?=#?\w+;)|~(?=~)|(?<=~)~"
    r"|\{(?=\+\+|--|~~|==|>>)|(?<=\+)\+(?=\})|(?<=-)-(?=\})|(?<=~)~(?=\})|(?<==)=(?=\})|(?<=<)<(?=\})"
)
_LINE_START = lazy(r"#{1,6}(?=[ \t]|$)|>|([-*_])(?=(?:[ \t]*+\1){2,}+[ \t]*+$)|\+\+\+[ \t]*$|\|", re.MULTILINE)


def _weak_point(label: str) -> int:
    """The character of a label that makes it one."""
    if label[0] == "(":
        return 0
    return len(label) - 1 if label[-1] in ".)" else label.index(".")


def _must_escape(text: str, cell: bool = False) -> set[int]:
    """The offsets of characters that would be taken for markup; in the ``cell`` of a table no line begins anything."""
    found = {match.start() for match in _ALWAYS.finditer(text)}
    if cell:
        return found
    start = 0
    for line in text.split("\n"):
        if _LINE_START.match(line):
            found.add(start)
        if match := LABEL.match(line):
            found.add(start + _weak_point(match.group(1)))
        elif BULLET.match(line):
            found.add(start)
        start += len(line) + 1
    return found


def _entity(character: str) -> str:
    return f"&#{ord(character)};"


def escape(text: str, one_line: bool = False, cell: bool = False) -> list[str]:
    """One piece of markup for every character of ``text``; ``one_line`` writes line breaks as ``<br>``.

    ``cell`` tells that the text stands in a table, where numbers and dashes in front are words.
    """
    special = _must_escape(text, cell)
    inside_from = len(text) - len(text.lstrip())
    inside_to = len(text.rstrip())
    pieces = []
    for offset, character in enumerate(text):
        if character == "\n":
            beside = text[offset - 1 : offset] + text[offset + 1 : offset + 2]
            bare = one_line or len(beside) < 2 or any(c.isspace() for c in beside)
            pieces.append("<br>" if bare else "\\\n")
        elif character in "\r\ufeff" or not inside_from <= offset < inside_to:
            pieces.append(_entity(character))
        elif offset in special:
            pieces.append("\\" + character if character.isascii() else _entity(character))
        else:
            pieces.append(character)
    return pieces


def _target(address: str) -> str | None:
    """How an address is written behind a link, None if it cannot be."""
    if re.search(r"[\s<>\\]", address):
        return None
    return f"]({address})" if re.fullmatch(r"[^()]*(?:\([^()]*\)[^()]*)*", address) else f"](<{address}>)"


@dataclass(slots=True)
class _Writer:
    """Collects what is written before, between and behind the characters of a text."""

    text: str
    tags: Mapping[MarkKind, tuple[str, str]]
    note_label: Callable[[str], str]
    one_line: bool
    cell: bool = False
    closing: dict[int, list[str]] = field(default_factory=dict)
    points: dict[int, list[str]] = field(default_factory=dict)
    opening: dict[int, list[str]] = field(default_factory=dict)

    def write(self, marks: Sequence[Mark]) -> str:
        pieces = escape(self.text, self.one_line, self.cell)
        for mark in sorted(marks, key=lambda m: (m.start, -m.end, m.kind)):
            self._mark(mark, pieces)
        result: list[str] = []
        for offset in range(len(pieces) + 1):
            result += reversed(self.closing.get(offset, ()))
            result += self.points.get(offset, ())
            result += self.opening.get(offset, ())
            result += pieces[offset : offset + 1]
        return "".join(result)

    def _wrap(self, mark: Mark, before: str, after: str) -> None:
        self.opening.setdefault(mark.start, []).append(before)
        self.closing.setdefault(mark.end, []).append(after)

    def _mark(self, mark: Mark, pieces: list[str]) -> None:
        if mark.kind == "note":
            if self.text[mark.start : mark.end] == NOTE_MARK:
                pieces[mark.start] = f"[^{self.note_label(mark.value)}]"
        elif mark.kind == "object":
            self._object(mark, pieces)
        elif mark.kind == "deleted-here":
            words = "".join(escape(mark.value, one_line=True))
            self.points.setdefault(mark.start, []).append(f"{{--{words}--}}")
        elif mark.kind == "link":
            target = _target(mark.value)
            if target:
                pieces[mark.start : mark.end] = _bracketed(pieces[mark.start : mark.end])
                self._wrap(mark, "[", target)
        elif (
            mark.kind == "superscript"
            and self.tags["bold"] == _STARS["bold"]
            and re.fullmatch(r"[A-Za-z0-9]{1,60}", self.text[mark.start : mark.end])
        ):
            self._wrap(mark, "^", "^")
        else:
            self._wrap(mark, *self.tags[mark.kind])

    def _object(self, mark: Mark, pieces: list[str]) -> None:
        """A picture or another object, by name; of an equation the characters."""
        kind, _, name = mark.value.partition(" ")
        if self.text[mark.start : mark.end] == NOTE_MARK:
            words = "".join(_bracketed(escape(name, one_line=True)))
            pieces[mark.start] = f"![{words}]({kind})"
        elif kind == EQUATION:
            pieces[mark.start : mark.end] = _bracketed(pieces[mark.start : mark.end])
            self._wrap(mark, "![", f"]({EQUATION})")


def _bracketed(pieces: Sequence[str]) -> list[str]:
    """What stands between brackets, whose own brackets are escaped."""
    return [f"\\{piece}" if piece in ("[", "]") else piece for piece in pieces]


def _split_insertions(marks: Sequence[Mark]) -> list[Mark]:
    """Insertions cut where something was deleted inside them, since changes cannot be nested."""
    points = sorted({mark.start for mark in marks if mark.kind == "deleted-here"})
    found = []
    for mark in marks:
        if mark.kind != "inserted":
            found.append(mark)
            continue
        edges = [mark.start, *(p for p in points if mark.start < p < mark.end), mark.end]
        found += [Mark(a, b, "inserted") for a, b in pairwise(edges)]
    return found


def write_inline(
    text: str,
    marks: Sequence[Mark],
    note_label: Callable[[str], str],
    one_line: bool = False,
    cell: bool = False,
) -> str:
    """The markup for a paragraph's text and marks; ``note_label`` gives what to write for the id of a note.

    Stars are used for italics and bold where they read back as the same marks, tags where they would not.
    """
    kept = normal(Mark(m.start, m.end, m.kind, "" if m.kind == "inserted" else m.value) for m in marks if _carried(m))
    wanted = normal(mark for mark in kept if mark.kind != "link" or _target(mark.value))
    cut = _split_insertions(wanted)
    pretty = _Writer(text, {**_TAGS, **_STARS}, note_label, one_line, cell).write(cut)
    if {mark.kind for mark in wanted} <= {"note", "object"}:
        return pretty
    joined = pretty.replace("\\\n", "\n")
    back = read_inline(Traced(joined, range(len(joined)), len(joined)))
    if back.text.text == text and _same(back.marks, wanted, note_label):
        return pretty
    return _Writer(text, {**_TAGS, **_PLAIN_TAGS}, note_label, one_line, cell).write(cut)


def _carried(mark: Mark) -> bool:
    return mark.kind in _CARRIED and (mark.start < mark.end or mark.kind == "deleted-here")


def _same(read: Sequence[Mark], wanted: Sequence[Mark], note_label: Callable[[str], str]) -> bool:
    """Whether the marks read back are the ones that were to be written."""
    told = [Mark(m.start, m.end, m.kind, note_label(m.value)) if m.kind == "note" else m for m in wanted]
    return tuple(read) == normal(told)
