"""Small phrases that bind or loosen (*at least*, *as appropriate*), compared across languages by what they mean.

The table ``qualifying`` has a row for each meaning and for each language two lists: phrases that say just this, and phrases by
which the meaning may be rendered too. A version lacks a meaning where the other one says it and nothing in it may render it. The
phrases were gathered from one half of the aligned texts and measured on the other (``python -m tests.accuracy.tongues``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from unicodedata import normalize

from resolint import regex
from resolint.frozen import NamedTuple
from resolint.lexicon import TONGUES, Lexicon
from resolint.lexicon.tongues import plain

__all__ = ["NOTHING", "Qualified", "folded", "pattern", "qualified"]

_SIGNS = regex.compiled("[\u064b-\u065f\u0670\u0640\u200b-\u200f\u00ad]")
_ALIFS = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ى": "ي", "’": "'", "‘": "'"})
_STEM = "%"
"""At the end of a phrase: the word may go on."""
_BEFORE = {"ar": r"(?<!\w)[وفبلك]{0,2}(?:ال)?", "zh": ""}
_WITHOUT_BLANKS = "zh"
_NEVERTHELESS = "тем не менее"
"""Holds *not less*, and says nothing of the kind."""


class Qualified(NamedTuple):
    """The meanings that a passage says, and those that something in it may render."""

    said: frozenset[str]
    meant: frozenset[str]

    def lacks(self, other: Qualified) -> tuple[str, ...]:
        """What ``other`` says and this in no way renders."""
        return tuple(sorted(other.said - self.meant))


NOTHING = Qualified(frozenset(), frozenset())


class _Meanings:
    """The phrases of every language as patterns, by meaning; each is compiled when a text in that language is read."""

    def __init__(self, lexicon: Lexicon) -> None:
        rows = lexicon.rows("qualifying")
        self.rows = {
            code: [
                (row["sense"], pattern(row[code], code), pattern(f"{row[code]}|{row[f'{code} also']}", code))
                for row in rows
            ]
            for code in ("en", *TONGUES)
        }


def qualified(text: str, code: str, english: Lexicon) -> Qualified:
    """What a passage in the language ``code`` says; ``english`` is the lexicon that has the table."""
    words = folded(text, code).replace(_NEVERTHELESS, "")
    said, meant = set[str](), set[str]()
    for sense, says, may in english.kept(_Meanings).rows.get(code, ()):
        if says is not None and says.search(words):
            said.add(sense)
        if sense in said or (may is not None and may.search(words)):
            meant.add(sense)
    return Qualified(frozenset(said), frozenset(meant))


def folded(text: str, code: str) -> str:
    """A passage as phrases of the tables are looked for in it."""
    words = plain(normalize("NFC", " ".join(text.split()))).casefold()
    return _SIGNS.sub("", words).translate(_ALIFS) if code == "ar" else words.replace("’", "'")


def pattern(phrases: str, code: str) -> re.Pattern[str] | None:
    """The phrases of a cell of a table as one pattern, None for none."""
    made = list(_alternatives((phrase for phrase in phrases.split("|") if phrase), code))
    return regex.lazy("|".join(made)) if made else None


def _alternatives(phrases: Iterable[str], code: str) -> Iterable[str]:
    for phrase in phrases:
        words = re.escape(folded(phrase.removesuffix(_STEM), code))
        if code == "ar":
            words = re.sub("^ال", "(?:ال)?", words)
        open_end = phrase.endswith(_STEM) or code == _WITHOUT_BLANKS
        yield _BEFORE.get(code, r"(?<!\w)") + words + ("" if open_end else r"(?!\w)")
