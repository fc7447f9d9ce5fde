"""The inside of a paragraph as HTML: italics, notes, tracked changes, and whatever is to be pointed out in it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from html import escape

from resolint.frozen import dataclass
from resolint.lexicon import LANGUAGES
from resolint.model import NOTE_MARK, Block, Mark, placeholder

_TAGS = {
    "bold": "b",
    "italic": "i",
    "underline": "u",
    "superscript": "sup",
    "strike": "s",
    "inserted": "ins",
    "highlight": "em",
}
_RANKS = {kind: at for at, kind in enumerate(("link", *_TAGS))}
_SAFE = ("https://", "http://", "mailto:")


@dataclass(frozen=True, slots=True)
class Pin:
    """Words to point out: ``before`` opens the element around them, ``after`` closes it and follows them.

    A pin without words (``start == end``) gives ``point`` at its place.
    """

    start: int
    end: int
    before: str
    after: str
    point: str = ""


@dataclass(frozen=True, slots=True)
class _Wrap:
    start: int
    end: int
    rank: int
    before: str
    after: str


NoteWriter = Callable[[str], str]
"""Gives the HTML of a reference to the note with this id."""


def plain(text: str) -> str:
    """Text as HTML; what browsers cannot show (control characters, lone surrogates) as U+FFFD."""
    if not text.isprintable():
        text = "".join(
            c if c.isprintable() or c in "\n\t\u00a0\u00ad\u2009\u200a\u202f\u2007" else _hidden(c) for c in text
        )
    return escape(text, quote=False)


def _hidden(character: str) -> str:
    """Invisible letters (joiners, spaces of other scripts) stay; controls and surrogates are replaced."""
    return (
        "\ufffd" if character < " " or "\x7f" <= character < "\xa0" or "\ud800" <= character <= "\udfff" else character
    )


def markup(
    block: Block, start: int, end: int, note: NoteWriter, pins: Sequence[Pin] = (), skip: Iterable[str] = ()
) -> str:
    """The characters ``start`` to ``end`` of a block; marks of the kinds in ``skip`` are left out.

    Of pins around the same words the first is the innermost, so that what follows the words comes in the order of ``pins``.
    """
    left_out = frozenset(skip)
    wraps = _wraps(block.marks, start, end, left_out)
    single = {mark.start: note(mark.value) for mark in block.marks if mark.kind == "note"}
    for mark in block.marks:
        if mark.kind == "object":
            single.setdefault(mark.start, f'<bdi class="object">{plain(placeholder(mark))}</bdi>')
    points: dict[int, list[str]] = {}
    for mark in block.marks:
        if mark.kind == "deleted-here" and start <= mark.start <= end:
            points.setdefault(mark.start, []).append(f"<del>{plain(mark.value)}</del>")
    for pin in pins:
        if pin.start == pin.end:
            points.setdefault(min(max(pin.start, start), end), []).append(pin.point)
    for pin in reversed(pins):
        if pin.start < pin.end and pin.start < end and pin.end > start:
            wraps.append(_Wrap(max(pin.start, start), min(pin.end, end), -1, pin.before, pin.after))
    return _write(block.text, start, end, wraps, points, single)


_LOOKS = ("bold", "italic", "underline", "superscript")


def marked(html: str, block: Block, start: int, end: int) -> str:
    """What comes in the place of the characters ``start`` to ``end`` of a block, with the look of the first of them.

    What is put in between two characters has the look that both share.
    """
    first = start if start < end else start - 1
    looks = {mark.kind for mark in block.marks if mark.start <= first and start < mark.end}
    for kind in reversed(_LOOKS):
        if kind in looks:
            html = f"<{_TAGS[kind]}>{html}</{_TAGS[kind]}>"
    return html


def _wraps(marks: Iterable[Mark], start: int, end: int, skip: frozenset[str]) -> list[_Wrap]:
    """Marks as elements; those of one kind never overlap."""
    found: list[_Wrap] = []
    last: dict[str, int] = {}
    for mark in sorted(marks, key=lambda mark: (mark.start, mark.end)):
        first, stop = max(mark.start, start, last.get(mark.kind, 0)), min(mark.end, end)
        if mark.kind not in _RANKS or mark.kind in skip or first >= stop:
            continue
        if mark.kind == "link":
            if not mark.value.lower().startswith(_SAFE):
                continue
            before, after = f'<a href="{escape(mark.value)}" rel="noreferrer">', "</a>"
        else:
            before, after = f"<{_TAGS[mark.kind]}>", f"</{_TAGS[mark.kind]}>"
        last[mark.kind] = stop
        found.append(_Wrap(first, stop, _RANKS[mark.kind], before, after))
    return found


def _write(
    text: str,
    start: int,
    end: int,
    wraps: Sequence[_Wrap],
    points: dict[int, list[str]],
    single: dict[int, str],
) -> str:
    begins: dict[int, list[_Wrap]] = {}
    edges = {start, end, *points}
    for wrap in wraps:
        begins.setdefault(wrap.start, []).append(wrap)
        edges.update((wrap.start, wrap.end))
    ordered = sorted(edges)
    open_now: list[_Wrap] = []
    active: list[_Wrap] = []
    out: list[str] = []
    for at, edge in enumerate(ordered):
        active = sorted((w for w in (*active, *begins.get(edge, ())) if w.end > edge), key=lambda w: (w.rank, w.start))
        same = 0
        while same < min(len(open_now), len(active)) and open_now[same] is active[same]:
            same += 1
        for wrap in reversed(open_now[same:]):
            out.append(wrap.after if wrap.end <= edge else _bare(wrap.after))
        out += points.get(edge, ())
        out += [wrap.before for wrap in active[same:]]
        open_now = list(active)
        if at + 1 < len(ordered):
            out.append(_characters(text, edge, ordered[at + 1], single))
    return "".join(out)


def _bare(after: str) -> str:
    """The closing tag alone, where an element is closed only to be opened again."""
    return after[: after.index(">") + 1]


def _characters(text: str, start: int, end: int, single: dict[int, str]) -> str:
    out: list[str] = []
    begin = start
    for at in range(start, end):
        character = text[at]
        if character == "\n":
            out += (plain(text[begin:at]), "<br>")
        elif character == NOTE_MARK:
            out += (plain(text[begin:at]), single.get(at, ""))
        else:
            continue
        begin = at + 1
    out.append(plain(text[begin:end]))
    return "".join(out)


def spoken(language: str) -> str:
    """The attributes of a draft's text in another language than that of the page around it, with its direction."""
    direction = ' dir="rtl"' if language in ("ar", "fa", "ur") else ""
    return f' lang="{escape(language)}"{direction}' if language and language != LANGUAGES[0] else ""
