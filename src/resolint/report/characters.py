"""Characters on a terminal: how wide they are, and what stands for those that an encoding lacks."""

from __future__ import annotations

from functools import lru_cache

_SUBSTITUTES = {
    "\u2018": "'",
    "\u2019": "'",
    "\u201a": "'",
    "\u201b": "'",
    "\u201c": '"',
    "\u201d": '"',
    "\u201e": '"',
    "\u00ab": '"',
    "\u00bb": '"',
    "\u2039": "'",
    "\u203a": "'",
    "\u2010": "-",
    "\u2011": "-",
    "\u2012": "-",
    "\u2013": "-",
    "\u2014": "-",
    "\u2015": "-",
    "\u2212": "-",
    "\u00ad": "-",
    "\u2026": "...",
    "\u2192": "->",
    "\u00b7": "-",
    "\u2022": "*",
    "\u00d7": "x",
    "\u00b0": "o",
    "\u00a7": "sec.",
    "\u2713": "ok",
    "\u00a0": " ",
    "\u202f": " ",
    "\u2009": " ",
    "\u2003": " ",
    "\u2002": " ",
    "\u200b": "",
    "\ufeff": "",
}


@lru_cache(maxsize=4096)
def _one(char: str, encoding: str) -> str:
    try:
        char.encode(encoding)
    except (UnicodeEncodeError, LookupError):
        if char in _SUBSTITUTES:
            return _SUBSTITUTES[char]
        import unicodedata

        plain = unicodedata.normalize("NFKD", char).encode("ascii", "ignore").decode("ascii")
        return plain or "?"
    return char


def encodable(text: str, encoding: str) -> str:
    """``text`` with every character that ``encoding`` cannot carry replaced by the nearest that it can."""
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return "".join(_one(char, encoding) for char in text)
    except LookupError:
        return encodable(text, "ascii")
    return text


def columns(text: str) -> int:
    """The number of terminal columns that ``text`` takes: none for combining marks, two for wide characters."""
    if text.isascii():
        return len(text)
    import unicodedata

    count = 0
    for char in text:
        if unicodedata.combining(char) or unicodedata.category(char) in ("Cf", "Me"):
            continue
        count += 2 if unicodedata.east_asian_width(char) in "WF" else 1
    return count


def wrapped(text: str, width: int, indent: str = "", first: str | None = None) -> list[str]:
    """``text`` in lines of at most ``width`` columns, each after ``indent``, the first after ``first``.

    A word longer than the line stays whole.
    """
    lines: list[str] = []
    line = indent if first is None else first
    empty = True
    for word in text.split():
        if not empty and columns(line) + 1 + columns(word) > width:
            lines.append(line)
            line, empty = indent, True
        line += word if empty else f" {word}"
        empty = False
    lines.append(line)
    return lines
