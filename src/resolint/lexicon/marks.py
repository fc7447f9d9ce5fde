"""Marks: what closes a paragraph and an item, quotation marks, brackets, raised digits, the letters of a negotiation.

A mark that closes a paragraph may be followed by note marks, closing quotation marks and brackets, and by a word that
joins it with the next one (``…; and``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from resolint import regex
from resolint.lexicon import Lexicon, per_lexicon
from resolint.regex import lazy

__all__ = [
    "BLANKS",
    "CLOSING_BRACKETS",
    "CLOSING_QUOTES",
    "ENDS",
    "NEGOTIATED",
    "NOTE_SIGNS",
    "RAISED",
    "end_mark",
    "hanging",
    "joined",
    "quotations",
    "words_end",
]

BLANKS = "".join(
    (
        " \t\n\r\v\f\x1c\x1d\x1e\x1f\x85\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a",
        "\u2028\u2029\u202f\u205f\u3000\u200b\ufeff",
    )
)
"""All that ``str.isspace`` calls white space, line ends of Unicode among it, and two that have no width."""
RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
"""The digits of notes, in their order."""
NOTE_SIGNS = "\ufffc" + RAISED
"""What stands for a note in a text: the sign of an object, and raised digits."""
ENDS = ",;.:"
"""The marks that close a paragraph or an item."""
CLOSING_QUOTES = "”\"’'»"
CLOSING_BRACKETS = "]}"
NEGOTIATED = ("PP", "OP")
"""What stands before the number of a preambular and an operative paragraph in a text that is negotiated."""

_TRAILING = BLANKS + NOTE_SIGNS
_OPENING_QUOTE = lazy('[“"«]')
_PARTNER = {"“": "”", '"': '"', "«": "»"}
_LONGEST_JOINT = 12


def quotations(text: str) -> Iterator[tuple[int, int]]:
    """Where double quotation marks enclose something, the marks included, in order; one that is not closed is none."""
    if "“" not in text and '"' not in text and "«" not in text:
        return
    at = 0
    while (opening := _OPENING_QUOTE.search(text, at)) is not None:
        end = text.find(_PARTNER[opening[0]], opening.end())
        if end < 0:
            return
        yield opening.start(), end + 1
        at = end + 1


def words_end(text: str, also: str = "") -> int:
    """The end of the words of ``text``, before trailing blanks and note marks, the commas that part marks, and ``also``."""
    end = len(text.rstrip(_TRAILING + also))
    while (
        text[end - 1 : end] == ","
        and (after := text[end:].lstrip(BLANKS)[:1])
        and after in NOTE_SIGNS
        and (before := text[: end - 1].rstrip(BLANKS)[-1:])
        and before in NOTE_SIGNS
    ):
        end = len(text[: end - 1].rstrip(_TRAILING + also))
    return end


@per_lexicon
def _joint(lexicon: Lexicon) -> re.Pattern[str]:
    return regex.compiled(rf"(?<=[;,])[{BLANKS}{NOTE_SIGNS}]+(?:{_joining(lexicon)}),?$")


def _joining(lexicon: Lexicon) -> str:
    one, other = lexicon.grammar.and_, lexicon.grammar.or_
    return f"{one}/{other}|{one}|{other}"


@per_lexicon
def _loose_end(lexicon: Lexicon) -> re.Pattern[str]:
    return regex.compiled(rf"(?:^|[{BLANKS}])(?:{_joining(lexicon)})$")


def hanging(text: str, end: int, lexicon: Lexicon) -> bool:
    """Whether the words before ``end`` break off at an *and* or *or*, so that no mark behind it mends them."""
    return _loose_end(lexicon).search(text[max(0, end - _LONGEST_JOINT) : end]) is not None


def joined(text: str, end: int, lexicon: Lexicon) -> int:
    """The end of the words before an *and* or *or* that follows the closing mark (``…; and``), else ``end``."""
    found = _joint(lexicon).search(text, max(0, end - _LONGEST_JOINT), end)
    return found.start() if found else end


def end_mark(text: str, lexicon: Lexicon, start: int = 0) -> tuple[int, int]:
    """Start and end of the closing punctuation of ``text`` from ``start`` on, empty where it is missing.

    Blanks and note marks after it are passed over. A mark before a closing quotation mark or square bracket is the
    paragraph's own (``.”``), and so is one behind it. An *and* after it (``; and``) does not count.
    """
    end = max(start, joined(text, max(start, words_end(text)), lexicon))
    inner = end
    while inner > start:
        last = text[inner - 1]
        if last in ENDS:
            return inner - 1, inner
        if last in CLOSING_QUOTES or last in CLOSING_BRACKETS or (inner < end and last in _TRAILING):
            inner -= 1
            continue
        break
    return end, end
