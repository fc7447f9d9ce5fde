"""JSON with indents, letter for letter as the standard library writes it, in half of its time.

The library has its fast encoder for JSON on one line alone, and reports on a thousand drafts hold half a million values.
"""

from __future__ import annotations

import json
from json.encoder import encode_basestring as _quoted
from typing import Any

__all__ = ["dumps"]


def dumps(value: Any) -> str:
    """What ``json.dumps(value, ensure_ascii=False, indent=2)`` gives, and a line break. Keys are strings."""
    return f"{_written(value, chr(10))}\n"


def _written(value: Any, line: str) -> str:
    """``line`` begins the line that ends the value: a line break and blanks. Strings and figures, nearly all there is, go first."""
    if isinstance(value, dict) and value:
        inner = f"{line}  "
        parts = []
        for key, item in value.items():
            kind = type(item)
            if kind is str:
                parts.append(f"{_quoted(key)}: {_quoted(item)}")
            elif kind is int:
                parts.append(f"{_quoted(key)}: {item}")
            else:
                parts.append(f"{_quoted(key)}: {_written(item, inner)}")
        return f"{{{inner}{f',{inner}'.join(parts)}{line}}}"
    if isinstance(value, (list, tuple)) and value:
        inner = f"{line}  "
        return f"[{inner}{f',{inner}'.join([_written(item, inner) for item in value])}{line}]"
    if value is None:
        return "null"
    return "false" if value is False else "[]" if value == [] else json.dumps(value, ensure_ascii=False)
