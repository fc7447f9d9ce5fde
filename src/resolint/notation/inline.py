"""Marks inside a paragraph: from marked-up text to plain text and marks, with the place of every character."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import field, replace

from resolint.frozen import dataclass
from resolint.model import EQUATION, NOTE_MARK, Mark, MarkKind, View
from resolint.notation.critic import Revised, revise
from resolint.notation.emphasis import Run, pair, run_at
from resolint.notation.traced import Traced, join, single
from resolint.regex import lazy

NOTE_REFERENCE = lazy(r"\[\^([^\]\[\s^]{1,60})\]")

_SPECIAL = lazy(r"[\\*_^<\[\]!&~]")
_ESCAPABLE = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
_TARGET = lazy(r"\]\((<[^<>\n]*>|[^\s()<>]*+(?:\([^\s()<>]*+\)[^\s()<>]*+)*+)(?:[ \t]++\"[^\"]*+\")?[ \t]*+\)")
_IMAGE = lazy(r"!\[((?:\\.|[^\]\[\\]){0,500})\]\(([^\s()]{0,2000})\)")
_ADDRESS = lazy(r"<((?:https?://|mailto:)[^\s<>]{1,2000})>")
_TAG = lazy(r"<(/?)(sup|sub|u|ins|i|em|b|strong|s|del|mark|small|big)>", re.IGNORECASE)
_BREAK = lazy(r"<br[ \t]*/?>", re.IGNORECASE)
_RAISED = lazy(r"\^((?:\\.|[^\s^\\\[\]]){1,60})\^")
_BRACED = lazy(r"\^\{((?:\\?[*†‡§#]|\w){1,8})\}")
_ENTITY = lazy(r"&(#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-z]{2,6});")
_ENTITIES = {
    "nbsp": "\u00a0", "shy": "\u00ad", "amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'", "ndash": "–",
    "mdash": "—", "lsquo": "‘", "rsquo": "’", "ldquo": "“", "rdquo": "”", "hellip": "…",
}  # fmt: skip
_TAG_KINDS: dict[str, MarkKind | None] = {
    "sup": "superscript", "sub": None, "u": "underline", "ins": "underline", "i": "italic", "em": "italic",
    "b": "bold", "strong": "bold", "s": "strike", "del": "strike", "mark": "highlight", "small": "face", "big": "face",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Inline:
    """The plain text of a paragraph with its marks; the value of a ``note`` mark is the label in the brackets.

    ``comments`` are review comments: start and end in the text, and the words.
    """

    text: Traced
    marks: tuple[Mark, ...] = ()
    comments: tuple[tuple[int, int, str], ...] = ()


@dataclass(frozen=False, slots=True)
class _Scan:
    """The pieces of a paragraph in order; marks refer to pieces by index until all is known."""

    pieces: list[Traced] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)
    spans: list[tuple[int, int, MarkKind, str]] = field(default_factory=list)
    brackets: list[int] = field(default_factory=list)
    tags: dict[str, list[int]] = field(default_factory=dict)
    raised: dict[int, int] = field(default_factory=dict)

    def add(self, piece: Traced) -> int:
        self.pieces.append(piece)
        return len(self.pieces) - 1

    def empty(self, index: int) -> None:
        piece = self.pieces[index]
        self.pieces[index] = Traced("", (), piece.end)


def _entity(body: str) -> str:
    if not body.startswith("#"):
        return _ENTITIES.get(body, "")
    code = int(body[2:], 16) if body[1] in "xX" else int(body[1:])
    return chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else ""


def _tag(scan: _Scan, text: Traced, match: re.Match[str]) -> None:
    closing, name = match.group(1), match.group(2).lower()
    index = scan.add(text.cut(match.start(), match.end()))
    if not closing:
        scan.tags.setdefault(name, []).append(index)
    elif scan.tags.get(name):
        opener = scan.tags[name].pop()
        scan.empty(opener)
        scan.empty(index)
        kind = _TAG_KINDS[name]
        if kind:
            scan.spans.append((opener, index, kind, ""))


def _angle(scan: _Scan, text: Traced, at: int) -> int:
    """``<``: a tag, a line break, an address, or just the character. Gives where to go on."""
    raw = text.text
    if match := _TAG.match(raw, at):
        _tag(scan, text, match)
        return match.end()
    if match := _BREAK.match(raw, at):
        scan.add(single("\n", text.at[at], text.at[match.end() - 1] + 1))
        return match.end()
    if match := _ADDRESS.match(raw, at):
        index = scan.add(text.cut(match.start(1), match.end(1)))
        after = scan.add(Traced("", (), text.at[match.end() - 1] + 1))
        scan.spans.append((index, after, "link", match.group(1)))
        return match.end()
    scan.add(text.cut(at, at + 1))
    return at + 1


def _bracket(scan: _Scan, text: Traced, at: int) -> int:
    """``[`` or ``]``: a note reference, a link, or just a bracket of the text."""
    raw = text.text
    if raw[at] == "[":
        if match := NOTE_REFERENCE.match(raw, at):
            index = scan.add(single(NOTE_MARK, text.at[at], text.at[match.end() - 1] + 1))
            scan.spans.append((index, index + 1, "note", match.group(1)))
            return match.end()
        scan.brackets.append(scan.add(text.cut(at, at + 1)))
        return at + 1
    opener = scan.brackets.pop() if scan.brackets else None
    match = _TARGET.match(raw, at) if opener is not None else None
    if opener is None or match is None:
        scan.add(text.cut(at, at + 1))
        return at + 1
    scan.empty(opener)
    index = scan.add(Traced("", (), text.at[match.end() - 1] + 1))
    scan.spans.append((opener, index, "link", match.group(1).strip("<>")))
    return match.end()


def _object(scan: _Scan, text: Traced, match: re.Match[str]) -> None:
    """A picture or another object, by name; the characters of an equation are text."""
    name, _ = read_marks(text.cut(match.start(1), match.end(1)))
    if match.group(2) == EQUATION and name.text:
        index = scan.add(name)
        after = scan.add(Traced("", (), text.at[match.end() - 1] + 1))
        scan.spans.append((index, after, "object", EQUATION))
        return
    index = scan.add(single(NOTE_MARK, text.at[match.start()], text.at[match.end() - 1] + 1))
    scan.spans.append((index, index + 1, "object", f"{match.group(2)} {' '.join(name.text.split())}"))


def _caret(scan: _Scan, text: Traced, at: int) -> int:
    """``^``: a superscript begins or ends, or just the character."""
    raw = text.text
    if at in scan.raised:
        index = scan.add(Traced("", (), text.at[at] + 1))
        scan.spans.append((scan.raised.pop(at), index, "superscript", ""))
        return at + 1
    if match := _BRACED.match(raw, at):
        offset = 1 if match.group(1).startswith("\\") else 0
        index = scan.add(text.cut(match.start(1) + offset, match.end(1)))
        after = scan.add(Traced("", (), text.at[match.end() - 1] + 1))
        scan.spans.append((index, after, "superscript", ""))
        return match.end()
    match = _RAISED.match(raw, at)
    if match and not scan.raised:
        scan.raised[match.end() - 1] = scan.add(Traced("", (), text.at[at] + 1))
        return at + 1
    scan.add(text.cut(at, at + 1))
    return at + 1


def _one(scan: _Scan, text: Traced, at: int) -> int:
    """Read what stands at the special character ``text[at]``. Gives where to go on."""
    raw = text.text
    character = raw[at]
    if character in "*_":
        stop = at + 1
        while stop < len(raw) and raw[stop] == character:
            stop += 1
        scan.runs.append(run_at(raw, at, stop, scan.add(text.cut(at, stop))))
        return stop
    if character == "<":
        return _angle(scan, text, at)
    if character in "[]":
        return _bracket(scan, text, at)
    if character == "^":
        return _caret(scan, text, at)
    if character == "\\" and raw[at + 1 : at + 2] in _ESCAPABLE and at + 1 < len(raw):
        scan.add(text.cut(at + 1, at + 2))
        return at + 2
    if character == "!" and (match := _IMAGE.match(raw, at)):
        _object(scan, text, match)
        return match.end()
    if character == "&" and (match := _ENTITY.match(raw, at)) and (meant := _entity(match.group(1))):
        scan.add(single(meant, text.at[at], text.at[match.end() - 1] + 1))
        return match.end()
    if raw.startswith("~~", at):
        opened = scan.tags.setdefault("~~", [])
        index = scan.add(text.cut(at, at + 2))
        if opened:
            opener = opened.pop()
            scan.empty(opener)
            scan.empty(index)
            scan.spans.append((opener, index, "strike", ""))
        else:
            opened.append(index)
        return at + 2
    scan.add(text.cut(at, at + 1))
    return at + 1


def normal(marks: Iterable[Mark]) -> tuple[Mark, ...]:
    """Sorted marks; those of one kind and value that touch or overlap become one, empty ones go (but removed text)."""
    kept: dict[tuple[MarkKind, str], list[Mark]] = {}
    points = []
    for mark in sorted(set(marks), key=lambda m: (m.start, m.end)):
        if mark.start == mark.end:
            if mark.kind in ("deleted-here", "hidden"):
                points.append(mark)
            continue
        row = kept.setdefault((mark.kind, mark.value), [])
        if row and mark.start <= row[-1].end and mark.kind not in ("note", "link", "field", "object"):
            row[-1] = replace(row[-1], end=max(row[-1].end, mark.end))
        else:
            row.append(mark)
    everything = [mark for row in kept.values() for mark in row] + points
    return tuple(sorted(everything, key=lambda m: (m.start, m.end, m.kind, m.value)))


def _assemble(scan: _Scan) -> tuple[Traced, list[Mark]]:
    pairs = pair(scan.runs)
    for run in scan.runs:
        piece = scan.pieces[run.index]
        scan.pieces[run.index] = piece.cut(run.left, run.count - run.right)
    offsets = [0]
    for piece in scan.pieces:
        offsets.append(offsets[-1] + len(piece))
    marks = [Mark(offsets[a], offsets[b], kind, value) for a, b, kind, value in scan.spans]
    marks += [Mark(offsets[a + 1], offsets[b], kind) for a, b, kind in pairs]
    return join(scan.pieces), marks


def _spread(text: Traced, ranges: Sequence[tuple[int, int]], kind: MarkKind) -> list[Mark]:
    """Marks of ``kind`` over the characters of ``text`` that come from these ranges of the source."""
    return [Mark(bisect_left(text.at, start), bisect_left(text.at, end), kind) for start, end in ranges]


def read_marks(text: Traced) -> tuple[Traced, list[Mark]]:
    """Take the marks out of one paragraph: its plain text, and the marks in no particular order."""
    raw = text.text
    if not _SPECIAL.search(raw):
        return text, []
    scan = _Scan()
    done = 0
    match = _SPECIAL.search(raw)
    while match:
        if match.start() > done:
            scan.add(text.cut(done, match.start()))
        done = _one(scan, text, match.start())
        match = _SPECIAL.search(raw, done)
    if done < len(raw):
        scan.add(text.cut(done))
    return _assemble(scan)


def read_inline(text: Traced, view: View = "proposed") -> Inline:
    """Read one paragraph: tracked changes as ``view`` asks, then escapes, emphasis, links, notes and the rest."""
    revised = revise(text, view)
    return finish(revised, revised.text)


def finish(revised: Revised, text: Traced) -> Inline:
    """Read the marks of ``text``, a part of the text of ``revised``, and place its changes and comments in it."""
    plain, marks = read_marks(text)
    marks += _spread(plain, revised.inserted, "inserted")
    marks += _spread(plain, revised.highlighted, "highlight")
    for spot, removed in revised.removed:
        offset = bisect_left(plain.at, spot)
        marks.append(Mark(offset, offset, "deleted-here", read_marks(removed)[0].text))
    comments = tuple((bisect_left(plain.at, a), bisect_left(plain.at, b), words) for a, b, words in revised.comments)
    return Inline(plain, normal(marks), comments)
