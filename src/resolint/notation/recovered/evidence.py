"""Is this a draft someone typed in the notation, or text that was recovered from a printed page?

A recovered text carries traces of paper: page numbers and job numbers, words broken at line ends, note bodies
that begin with a raised digit, list dashes before numbers, headings glued together. A text that uses what only
the notation has (front matter, ``[^1]``, comments, tracked changes) was typed, whatever else it holds.
"""

from __future__ import annotations

import re
from itertools import islice

from resolint.lexicon import Lexicon
from resolint.notation.plain import has_markup
from resolint.regex import lazy

ENOUGH = 3
"""Points that make a text a recovered one."""
_MOST_BROKEN = 50

_TYPED = lazy(r"\[\^[^\]\s]{1,60}\]|<!--|\{\+\+|\{--|\{~~|\{>>|\A\+\+\+[ \t]*$", re.MULTILINE)
_JOB = r"(?:[A-Z]{1,3}\.)?\d{2}-\d{5,6}"
_PAGE_LINE = lazy(
    rf"^[ \t\f]*(?:\d{{1,4}}/\d{{1,4}}[ \t]+{_JOB}.{{0,12}}|{_JOB}.{{0,12}}[ \t]\d{{1,4}}/\d{{1,4}}"
    rf"|[-–—][ \t]*\d{{1,4}}[ \t]*[-–—]|{_JOB}[ \t]+\([A-Z]\).{{0,40}})[ \t]*$",
    re.MULTILINE,
)
_LONE_NUMBER = lazy(r"\n[ \t]*\n[ \t]*\d{1,3}[ \t]*\n[ \t]*(?:\n|\Z)")
_DASHED_NUMBER = lazy(r"^[ \t]*[-–][ \t]+\d{1,3}\.[ \t]", re.MULTILINE)
_NOTE_BODY = lazy(r"^[ \t\f]*(?:[¹²³⁰⁴-⁹]+|<sup>[\d*]{1,3}</sup>|\^\{\\?[\d*]{1,3}\})[ \t]*\S", re.MULTILINE)
_RAISED_DIGIT = lazy(r"[\w,.;:)”\"’][¹²³⁰⁴-⁹]|<sup>\d{1,3}</sup>")
_BROKEN_WORD = lazy(r"(?<![^\W\d_])([^\W\d_]++)-[ \t]*\n[ \t]*([a-z][^\W\d_]*)")
_NOTE_RULE = lazy(r"^[ \t]*[-_*]{3,}[ \t]*\n\s{0,20}(?:\\?\*|<sup>|[¹²³⁰⁴-⁹])", re.MULTILINE)
_GLUED = lazy(r"[^\s*]\*\*\*\*[^\s*]")


_LOOKED_AT = 400_000
"""Characters of a text in which its pages show, some 125 of them."""


def _count(pattern: re.Pattern[str], text: str, most: int) -> int:
    found = 0
    for _ in pattern.finditer(text):
        found += 1
        if found == most:
            break
    return found


def _divided(text: str, lexicon: Lexicon | None) -> int:
    """How many words stand divided at line ends, three at most. Compounds that an editor wrapped at their hyphen are none."""
    pairs = [match.groups() for match in islice(_BROKEN_WORD.finditer(text), _MOST_BROKEN)]
    if lexicon is not None and pairs:
        from resolint.notation.recovered.hyphens import is_divided, known_words

        words = known_words(lexicon)
        pairs = [(left, right) for left, right in pairs if is_divided(left, right, words) is not False]
    return min(len(pairs), 3)


def evidence(text: str, lexicon: Lexicon | None = None) -> tuple[str, ...]:
    """What shows that ``text`` is recovered from a printed page, nothing if it was typed. ``text`` has ``\\n`` line ends.

    ``lexicon`` tells words that were divided at a line end from compounds that have a hyphen anyway.
    """
    if _TYPED.search(text):
        return ()
    text = text[:_LOOKED_AT]
    points = {
        "page numbers": 3 * _count(_PAGE_LINE, text, 2),
        "page ends": 3 * text.count("\f"),
        "notes at the foot of a page": 2 * _count(_NOTE_BODY, text, 3) + 2 * _count(_NOTE_RULE, text, 1),
        "raised figures": _count(_RAISED_DIGIT, text, 2),
        "dashes before numbers": _count(_DASHED_NUMBER, text, 3),
        "headings run together": _count(_GLUED, text, 2),
    }
    if not has_markup(text):
        points["words divided at line ends"] = _divided(text, lexicon)
        points["numbers alone on a line"] = _count(_LONE_NUMBER, text, 2)
    return tuple(name for name, found in points.items() if found) if sum(points.values()) >= ENOUGH else ()
