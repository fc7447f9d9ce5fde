"""Reads TOML, the short kind at once and everything else through the standard library.

Front matter of cards and profiles is a handful of plain lines. Importing ``tomllib`` costs as much as reading
all of them, so lines of the plain kind (strings on one line, true and false, plain numbers, arrays of
strings, tables) are read by one regular expression. The first thing that is not plain hands the whole text to
``tomllib``: the outcome is the same either way, and so are the errors.
"""

from __future__ import annotations

import re
from typing import Any

__all__ = ["NotToml", "loads"]

_BASIC = r'"(?:[^"\\\x00-\x08\x0a-\x1f\x7f]|\\["\\])*"'
_LITERAL = r"'[^'\x00-\x08\x0a-\x1f\x7f]*'"
_TEXT = f"(?:{_BASIC}|{_LITERAL})"
_LINE = re.compile(
    rf"""[ \t]*(?:
        (?:(?P<bare>[A-Za-z0-9_-]+)|(?P<quoted>{_TEXT}))[ \t]*=[ \t]*
        (?:(?P<text>{_TEXT})|(?P<bool>true|false)|(?P<float>(?:0|[1-9][0-9]*)\.[0-9]+)|(?P<int>0|[1-9][0-9]*)
          |\[(?P<array>[ \t\n]*(?:{_TEXT}[ \t\n]*(?:,[ \t\n]*{_TEXT}[ \t\n]*)*(?:,[ \t\n]*)?)?)\])
        |\[(?P<table>[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)*)\]
    )?[ \t]*(?:\#[^\x00-\x08\x0a-\x1f\x7f]*)?(?:\n|\Z)""",
    re.VERBOSE,
)
_ESCAPE = re.compile(r'\\(["\\])')
_STRING = re.compile(_TEXT)


class NotToml(ValueError):
    """The text is no TOML; ``str(error)`` tells why and where."""


def loads(text: str) -> dict[str, Any]:
    """The values in ``text`` as ``tomllib.loads`` gives them. Raises NotToml."""
    values = _plain(text)
    if values is not None:
        return values
    import tomllib

    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise NotToml(str(error)) from None


def _plain(text: str) -> dict[str, Any] | None:
    root: dict[str, Any] = {}
    table, seen = root, set[str]()
    position = 0
    while position < len(text):
        line = _LINE.match(text, position)
        if line is None:
            return None
        position = line.end()
        name = line["table"]
        if name is not None:
            opened = _open(root, name) if name not in seen else None
            if opened is None:
                return None
            table = opened
            seen.add(name)
        key = line["bare"] if line["quoted"] is None else _unquoted(line["quoted"])
        if key is not None:
            if key in table:
                return None
            table[key] = _value(line)
    return root


def _open(root: dict[str, Any], name: str) -> dict[str, Any] | None:
    table = root
    for part in name.split("."):
        inner = table.setdefault(part, {})
        if not isinstance(inner, dict):
            return None
        table = inner
    return table


def _unquoted(text: str) -> str:
    inner = text[1:-1]
    return _ESCAPE.sub(r"\1", inner) if text[0] == '"' and "\\" in inner else inner


def _value(line: re.Match[str]) -> Any:
    if line["text"] is not None:
        return _unquoted(line["text"])
    if line["array"] is not None:
        return [_unquoted(item) for item in _STRING.findall(line["array"])]
    if line["float"] is not None:
        return float(line["float"])
    return int(line["int"]) if line["int"] is not None else line["bool"] == "true"
