"""The words of a draft around a fault, on one line, and the line of carets below them."""

from __future__ import annotations

from resolint.model import NOTE_MARK
from resolint.report.characters import columns, encodable

_NO_WIDTH = {"\u200b", "\u200c", "\u200d", "\ufeff", "\u00ad", "\u2060"}
_BLANKS = " \t\n\r\v\f\u00a0\u2028\u2029\u0085"


def _shown(text: str, encoding: str) -> str:
    """One printable character per character of the draft: blanks as spaces, a note reference as a star."""
    if text.isprintable():
        return encodable(text.replace(NOTE_MARK, "*"), encoding)
    out = []
    for char in text:
        if char in _BLANKS:
            out.append(" ")
        elif char == NOTE_MARK:
            out.append("*")
        elif char in _NO_WIDTH:
            continue
        elif not char.isprintable():
            out.append(" " if char.isspace() else "?")
        else:
            out.append(char)
    return encodable("".join(out), encoding)


def _squeezed(text: str) -> str:
    """Runs of spaces as one; a space at either end stays."""
    middle = " ".join(text.split())
    if not middle:
        return " " if text else ""
    return (" " if text[0] == " " else "") + middle + (" " if text[-1] == " " else "")


def _tail(text: str, room: int, dots: str) -> str:
    """The end of ``text`` in ``room`` columns, from the start of a word, with dots if something is left out."""
    if columns(text) <= room:
        return text
    room -= columns(dots)
    kept = text[max(len(text) - max(room, 0), 0) :]
    while kept and columns(kept) > room:
        kept = kept[1:]
    if not text[: len(text) - len(kept)].endswith(" "):
        cut = kept.find(" ")
        if 0 <= cut < len(kept) - 1:
            kept = kept[cut + 1 :]
    return dots + kept.lstrip(" ") if kept.strip() else dots + kept


def _front(text: str, room: int, dots: str) -> str:
    """The start of ``text`` in ``room`` columns, up to the end of a word, with dots if something is left out."""
    if columns(text) <= room:
        return text
    room -= columns(dots)
    kept = text[: max(room, 0)]
    while kept and columns(kept) > room:
        kept = kept[:-1]
    if not text[len(kept) :].startswith(" "):
        cut = kept.rfind(" ")
        if cut > 0:
            kept = kept[:cut]
    return kept.rstrip(" ") + dots


def excerpt(text: str, start: int, end: int, room: int, encoding: str = "utf-8") -> tuple[str, str, str]:
    """The words before, in and after the fault ``text[start:end]``, together at most ``room`` columns wide.

    What is left out is shown by dots; a fault longer than the line keeps its beginning and end.
    """
    dots = encodable("\u2026", encoding)
    before = _squeezed(_shown(text[:start], encoding)).lstrip(" ")
    fault = _shown(text[start:end], encoding)
    after = _squeezed(_shown(text[end:], encoding)).rstrip(" ")
    room = max(room, 20)
    # A caret needs a column of its own where the fault has no width.
    spare = room - max(columns(fault), 1)
    if spare < min(12, columns(before) + columns(after)):
        most = room - min(12, columns(before) + columns(after))
        if columns(fault) > most:
            fault = _front(fault, most // 2, dots) + " " + _tail(fault, most - most // 2 - 2, "").lstrip(" ")
        spare = room - max(columns(fault), 1)
    left, right = columns(before), columns(after)
    if left + right > spare:
        left = min(left, max(spare * 3 // 5, spare - right))
        right = spare - left
    return _tail(before, left, dots), fault, _front(after, right, dots)


def carets(before: str, fault: str) -> str:
    """The line below an excerpt: carets under the fault, one where something is missing."""
    return " " * columns(before) + "^" * max(columns(fault), 1)
