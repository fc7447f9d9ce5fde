"""The words of a text with their capitals, and the runs of them that may be names.

A name is a run of words with capitals, joined by small words: *United Nations Convention against Corruption*.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, repeat

from resolint.frozen import NamedTuple
from resolint.regex import lazy

__all__ = ["JOINING", "Token", "runs", "tokens"]

_WORDS = lazy(r"([^\W_]+(?:[-’'\u2011./][^\W_]+)*|&)")
_GLUED = lazy(r"(?<![^\W\d_])([^\W\d_]{4,})\d{1,3}")
JOINING = frozenset(
    [
        "of",
        "the",
        "for",
        "on",
        "and",
        "to",
        "in",
        "against",
        "with",
        "by",
        "at",
        "from",
        "as",
        "or",
        "its",
        "all",
        "de",
        "la",
        "du",
        "des",
        "between",
        "among",
        "under",
        "into",
        "a",
        "an",
        "&",
    ]
)
"""Small words that stand inside of names."""


class Token(NamedTuple):
    """A word of a text with its place; ``capital`` tells a word that a name may begin or end with."""

    text: str
    start: int
    end: int
    capital: bool


def tokens(text: str) -> list[Token]:
    """The words of ``text``; apostrophes and hyphens are levelled."""
    parts = _WORDS.split(text)
    ends = [*accumulate(map(len, parts))]
    words = [word if word.isalpha() else _levelled(word) for word in parts[1::2]]
    capital = [word[0].isupper() or (len(word) == 4 and word.isdigit()) for word in words]
    return [
        *map(tuple.__new__, repeat(Token), zip(words, ends[::2], ends[1::2], capital, strict=False)),
        Token("", len(text), len(text), False),
    ]


def _levelled(word: str) -> str:
    """A word that is not of letters alone as names are compared."""
    word = word.replace("'", "’").replace("\u2011", "-")
    if word[-1].isdigit() and (glued := _GLUED.fullmatch(word)):
        return glued[1]  # the figure of a note that a conversion has glued on
    return word


def runs(found: Sequence[Token]) -> Iterator[list[Token]]:
    """The longest runs of words with capitals, small words between them; the first word of a text begins none."""
    at = 1
    while at < len(found):
        if not found[at].capital or (found[at].text.isdigit() and not _numbered(found, at)):
            at += 1
            continue
        last = here = at
        while here + 1 < len(found) and found[here + 1].start - found[here].end == 1:
            following = found[here + 1]
            if following.capital:
                last = here + 1
            elif following.text.lower() not in JOINING or here - last >= 2:
                break
            here += 1
        if last > at:
            yield list(found[at : last + 1])
        at = last + 1


def _numbered(found: Sequence[Token], at: int) -> bool:
    """Whether a year begins a name (*2030 Agenda*): a word with a capital follows, and no month is before it."""
    following, before = found[at + 1], found[at - 1]
    return following.capital and not following.text.isdigit() and not before.capital
