"""Plain text as people type it: how wide it was wrapped, and which line ends were meant."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import islice

from resolint.frozen import dataclass
from resolint.lexicon.readers import OPENING, SUSPENDED
from resolint.regex import lazy

_NARROWEST = 60
"""No one wraps running text more narrowly than this many characters; such a line end was meant."""

_MARKUP = lazy(r"^[ \t]{0,3}#{1,6}[ \t]|\[\^[^\]\s]{1,60}\]|<!--|\{\+\+|\{--|\{~~", re.MULTILINE)
_EMPHASIS = lazy(
    r"(?<![\w*\\])\*{1,3}(?=[^\s*])[^*\n]{1,500}(?<=[^\s*\\])\*{1,3}(?![\w*])"
    r"|(?<![\w_\\])_{1,3}(?=[^\s_])[^_\n]{1,500}(?<=[^\s_\\])_{1,3}(?![\w_])"
    r"|</?(?:sup|u|i|b)>",
)
_ENDS_CLAUSE = lazy(r"(?:[,;:.!?…][”\"’')\]]*|[;,] (?:and|or))$")


def has_markup(text: str) -> bool:
    """Whether the text uses the notation's own marks: one that only it has, or emphasis and not by chance."""
    if _MARKUP.search(text):
        return True
    return sum(1 for _ in islice(_EMPHASIS.finditer(text), 2)) == 2


def opens_clause(before: str, after: str) -> bool:
    """Whether ``after`` begins a preambular or other clause of its own behind the line ``before``."""
    return before.endswith((",", ";", ",*", ",_")) and after[:1] in "*_" and bool(OPENING.match(after))


@dataclass(frozen=True, slots=True)
class Wrap:
    """How line ends are read. ``width`` is the longest line, 0 where every line end means a blank (Markdown)."""

    width: int = 0

    @classmethod
    def of(cls, lines: Iterable[str]) -> Wrap:
        """The wrapping of a plain text."""
        return cls(max(_NARROWEST, max((len(line.rstrip()) for line in lines), default=0)))

    def intended(self, before: str, after: str) -> bool:
        """Whether the writer ended the line ``before`` on purpose: the next word would still have stood on it."""
        if not self.width or not after or not before or (before[-1] == "-" and before[-2:-1].isalpha()):
            return False
        ended = bool(_ENDS_CLAUSE.search(before[-100:]))
        if after[0].islower():
            return False
        if ended and after[0].isupper() and OPENING.match(after):
            return True
        room = self.width - len(before) - 1 - len(after.split(maxsplit=1)[0])
        return room >= 0 and (ended or room > self.width // 4)


def hangs(word: str, text: str) -> bool:
    """Whether what follows a hyphen at a line end shows that the hyphen hangs: ``short- and long-term``."""
    return word in SUSPENDED and text[len(word) : len(word) + 1] == " "
