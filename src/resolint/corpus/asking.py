"""What a user looks for, in the words of the full-text search of SQLite."""

from __future__ import annotations

from resolint import regex

__all__ = ["asked"]

_PART = regex.compiled(r'"[^"]*"|\S+')
_PLAIN = regex.compiled(r"\w+\*?")


def asked(words: str) -> str:
    """What a user asks for in the words of FTS5: signs that would be taken for its grammar are set in quotation marks."""
    parts = []
    for part in _PART.findall(words):
        if part in ("AND", "OR", "NOT") or _PLAIN.fullmatch(part) or (part.startswith('"') and part.count('"') == 2):
            parts.append(part)
        else:
            parts.append('"' + part.replace('"', " ") + '"')
    return " ".join(parts)
