"""Characters on a terminal: how wide they are, and what stands for those that an encoding lacks."""

from __future__ import annotations

from functools import lru_cache

from resolint import regex

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


def file_names(*paths: str) -> tuple[str, ...]:
    """The names of files without their folders, which a page that is handed on need not tell; with them where names are alike."""
    names = tuple(path.replace("\\", "/").rpartition("/")[2] or path for path in paths)
    return names if len(set(names)) == len(set(paths)) else paths


_ODD = regex.compiled("[^\u0000-\u00ac\u00ae-\u02ff\u2010-\u2027]")
"""What may take no column, or two."""
_BREAKS = regex.lazy(r"[^\S\u00a0\u202f]+")
"""Where a line may end."""


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


def printable(text: str, held: str = "") -> str:
    """``text`` with a blank for every character that is not printed: nothing of a draft may steer the terminal.

    Those of ``held`` stay as they are.
    """
    if text.isprintable():
        return text
    return "".join(char if char.isprintable() or char in held else " " for char in text)


def columns(text: str) -> int:
    """The number of terminal columns that ``text`` takes: none for combining marks, two for wide characters."""
    if text.isascii() or _ODD.search(text) is None:
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

    A word longer than the line stays whole, and a blank that holds words together does.
    """
    lines: list[str] = []
    line = indent if first is None else first
    taken, empty = columns(line), True
    for word in filter(None, _BREAKS.split(text)):
        size = columns(word)
        if not empty and taken + 1 + size > width:
            lines.append(line)
            line, taken, empty = indent, columns(indent), True
        line += word if empty else f" {word}"
        taken += size if empty else 1 + size
        empty = False
    lines.append(line)
    return lines
