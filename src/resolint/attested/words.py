"""The words and marks of a paragraph as they are counted.

A word keeps its letter case, for capitals are part of what is written; curly apostrophes and the kinds of hyphen are
levelled, soft hyphens and marks of notes go. Every run of digits counts as ``0``, but not behind *a* and *an*, whose
choice depends on how the number is spoken. A mark of punctuation is a word of its own. ``BEGIN`` and ``END`` stand
around the paragraph, so that what begins or ends one is counted too.
"""

from __future__ import annotations

from collections.abc import Sequence

from resolint.frozen import NamedTuple
from resolint.regex import lazy

__all__ = ["BEGIN", "END", "LONGEST", "Row", "keys", "row"]

BEGIN, END = b"<s> ", b"</s> "
LONGEST = 4
"""The longest sequence that is counted, in words."""

_TOKEN = lazy(
    r"[^\W_]+(?:(?:[-\u2010\u2011\u2019'/\u00ad]|(?<=\d)[.,:](?=\d))[^\W_]+)*|[^\w\s\u00ad\ufffc\u200b\u200e\u200f\ufeff]"
)
_LEVEL = str.maketrans({
    "\u2010": "-", "\u2011": "-", "\u00ad": None, "\u2019": "'", "\u2018": "'", "\u201c": '"', "\u201d": '"',
})  # fmt: skip
_DIGITS = lazy(r"\d+")
_SPOKEN = ("a", "an", "A", "An")


class Row(NamedTuple):
    """A paragraph in words: ``words`` as they are counted, each with a blank behind it, with ``BEGIN`` and ``END``.

    ``places`` holds for each where it begins and ends in the text; those of the two ends are empty.
    """

    words: list[bytes]
    places: list[tuple[int, int]]


def row(text: str, start: int = 0, end: int | None = None) -> Row:
    """The words of ``text`` between two offsets, as they are counted."""
    words, places = [BEGIN], [(start, start)]
    before = ""
    end = len(text) if end is None else end
    for match in _TOKEN.finditer(text, start, end):
        word = match[0]
        if not word.isascii():
            word = word.translate(_LEVEL)
        if not word.isalpha() and before not in _SPOKEN:
            word = _DIGITS.sub("0", word)
        words.append(word.encode() + b" ")
        places.append(match.span())
        before = word
    words.append(END)
    places.append((end, end))
    return Row(words, places)


def keys(words: Sequence[bytes]) -> list[bytes]:
    """Every sequence of one to ``LONGEST`` words that lies in ``words``, as it is looked up."""
    found = list(words)
    for length in range(2, LONGEST + 1):
        found += [b"".join(words[at : at + length]) for at in range(len(words) - length + 1)]
    return found
