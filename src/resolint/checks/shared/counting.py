"""What the checks that calculate share: number words, the session and the year of a draft, patterns over all texts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from resolint.checks.shared.clauses import outside
from resolint.checks.shared.texts import texts
from resolint.lexicon import Lexicon, per_lexicon
from resolint.lexicon.ordinals import cardinals, ordinals
from resolint.model import Block, Document
from resolint.scan import scan

BLANK = r"[ \xa0]"
YEAR = r"(?:19|20)\d\d"
SCALES = {"million": 1e6, "billion": 1e9, "trillion": 1e12}


def longest_first(words: Iterable[str]) -> str:
    """A pattern of words, *twenty-one* tried before *twenty*. What several begin with stands in it once.

    A hundred branches would be tried one after the other at every word of a text.
    """
    return "|".join(_branches(words))


def _branches(words: Iterable[str]) -> list[str]:
    """The branches of ``longest_first``, one for each first letter."""
    ends: dict[str, list[str]] = {}
    for word in words:
        if word:
            ends.setdefault(word[0], []).append(word[1:])
    found = []
    for first, rest in ends.items():
        if len(rest) == 1:  # Most names are told apart by a few letters; the rest of them stands there as it is.
            found.append(re.escape(first + rest[0]))
            continue
        behind = _branches(rest)
        grouped = behind[0] if len(behind) == 1 and "" not in rest else f"(?:{'|'.join(behind)})" if behind else ""
        found.append(re.escape(first) + grouped + "?" * (bool(behind) and "" in rest))
    return found


@per_lexicon
def cardinal_words(lexicon: Lexicon) -> str:
    """A pattern of cardinals in words."""
    return longest_first(cardinals(lexicon))


@per_lexicon
def any_ordinal(lexicon: Lexicon) -> str:
    """A pattern of ordinals in words or figures."""
    return rf"(?:{longest_first(ordinals(lexicon))}|\d{{1,3}}(?:{'|'.join(lexicon.grammar.ordinal_endings)}))"


@per_lexicon
def any_cardinal(lexicon: Lexicon) -> str:
    """A pattern of cardinals in words or figures."""
    return rf"(?:{cardinal_words(lexicon)}|\d{{1,3}})"


def cardinal_value(text: str, lexicon: Lexicon) -> int | None:
    """The number that a cardinal in words or figures stands for, None if it is none."""
    if text.isascii() and text.isdecimal():
        return int(text)
    return cardinals(lexicon).get(text.lower())


def in_texts(
    document: Document, pattern: re.Pattern[str], *, having: tuple[str, ...] = (), quoted: bool = False
) -> Iterator[tuple[Block, re.Match[str]]]:
    """Every match in the body and the notes, tables included, outside quotations unless ``quoted``.

    No match is without one of the words ``having``; by default they are read off the pattern.
    """
    return outside(scan(document, texts(document), pattern, having=having), quoted=quoted)
