"""Plain text as people type it: how wide it was wrapped, and which line ends were meant."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

_NARROWEST = 60
"""No one wraps running text more narrowly than this many characters; such a line end was meant."""

_MARKUP = re.compile(
    r"^[ \t]{0,3}#{1,6}[ \t]|\[\^[^\]\s]{1,60}\]|<!--|\{\+\+|\{--|\{~~|</?(?:sup|u|i|b)>"
    r"|(?<![\w*\\])\*{1,3}(?=[^\s*])[^*\n]{1,500}(?<=[^\s*\\])\*{1,3}(?![\w*])"
    r"|(?<![\w_\\])_{1,3}(?=[^\s_])[^_\n]{1,500}(?<=[^\s_\\])_{1,3}(?![\w_])",
    re.MULTILINE,
)
_ENDS_CLAUSE = re.compile(r"(?:[,;:.!?…][”\"’')\]]*|[;,] (?:and|or))$")


def has_markup(text: str) -> bool:
    """Whether the text uses any of the notation's own marks."""
    return bool(_MARKUP.search(text))


@dataclass(frozen=True, slots=True)
class Wrap:
    """How line ends are read. ``width`` is the longest line, 0 where every line end means a blank (Markdown)."""

    width: int = 0

    @classmethod
    def of(cls, lines: Iterable[str]) -> Wrap:
        """The wrapping of a plain text."""
        return cls(max(_NARROWEST, *(len(line.rstrip()) for line in lines)))

    def intended(self, before: str, after: str) -> bool:
        """Whether the writer ended the line ``before`` on purpose: the next word would still have stood on it."""
        if not self.width or not after or not before:
            return False
        room = self.width - len(before) - 1 - len(after.split(maxsplit=1)[0])
        if room < 0 or after[0].islower():
            return False
        return bool(_ENDS_CLAUSE.search(before)) or room > self.width // 4
