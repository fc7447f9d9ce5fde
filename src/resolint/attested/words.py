"""The words and marks of a paragraph as they are counted.

A word keeps its letter case, for capitals are part of what is written; curly apostrophes and the kinds of hyphen are
levelled, soft hyphens and marks of notes go. Every run of digits counts as ``0``, but not behind *a* and *an*, whose
choice depends on how the number is spoken. A mark of punctuation is a word of its own. ``BEGIN`` and ``END`` stand
around the paragraph, so that what begins or ends one is counted too.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

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
_SPOKEN = frozenset(("a", "an", "A", "An"))
_REMEMBERED = 20_000
"""So many words are remembered as they are counted; most words of a draft come again."""


class Row(NamedTuple):
    """A paragraph in words: ``words`` as they are counted, each with a blank behind it, with ``BEGIN`` and ``END``.

    ``places`` holds for each where it begins and ends in the text; those of the two ends are empty.
    """

    words: list[bytes]
    places: list[tuple[int, int]]


def row(text: str, start: int = 0, end: int | None = None) -> Row:
    """The words of ``text`` between two offsets, as they are counted."""
    end = len(text) if end is None else end
    places = [match.span() for match in _TOKEN.finditer(text, start, end)]
    written = [text[first:last] for first, last in places]
    words = [*map(_counted, written)]
    if not _SPOKEN.isdisjoint(written):
        for at, word in enumerate(written[:-1], 1):
            if word in _SPOKEN:
                words[at] = _spoken(written[at])
    return Row([BEGIN, *words, END], [(start, start), *places, (end, end)])


@lru_cache(maxsize=_REMEMBERED)
def _counted(word: str) -> bytes:
    """A word as it is counted."""
    return _spoken(word if word.isalpha() else _DIGITS.sub("0", word))


def _spoken(word: str) -> bytes:
    """A word as it is counted behind *a* or *an*: with its digits."""
    return (word if word.isascii() else word.translate(_LEVEL)).encode() + b" "


def keys(words: Sequence[bytes]) -> list[bytes]:
    """Every sequence of one to ``LONGEST`` words that lies in ``words``, as it is looked up."""
    found = list(words)
    for length in range(2, LONGEST + 1):
        found += [b"".join(words[at : at + length]) for at in range(len(words) - length + 1)]
    return found
