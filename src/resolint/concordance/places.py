"""Where what differs stands in a paragraph, so that a comment can hang on the words and not on the whole paragraph."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from resolint.concordance.figures import shown
from resolint.concordance.model import Paragraph, Remark
from resolint.concordance.negations import negates
from resolint.concordance.shares import shares
from resolint.concordance.states import states
from resolint.lexicon import Lexicon, openings
from resolint.lexicon.figures import day_in, figures
from resolint.lexicon.tongues import Tongue
from resolint.model import Span
from resolint.regex import lazy

__all__ = ["place"]

_WORDS = lazy(r"\S+")
_CHINESE = lazy(r"[A-Z][A-Z0-9./-]*\d|[\d(][\d.,/() ]*[\d)]|\d|[A-Za-z]+|\S")
_MOST = 5
"""So many words at most are one figure (*25 de septiembre de 2015*)."""
_MOST_SIGNS = 9
"""In Chinese single signs are counted."""
_FIGURES = ("symbol", "reference", "date", "number")
_AROUND = " \t,.;:،؛，；。"
_ZH = "zh"


def place(paragraph: Paragraph, remark: Remark, language: str, english: Lexicon, tongue: Tongue | None = None) -> Span:
    """The words of the second version's paragraph that a remark is about; all its words where none can be told.

    ``tongue`` is that of the paragraph's language, None for English.
    """
    if remark.place is not None:
        return remark.place
    raw, span = paragraph.raw, paragraph.span
    opened = _opened(raw, english, tongue) if remark.kind in ("opening", "strength") else 0
    if opened and not remark.negation:
        return Span(span.block, span.start, span.start + opened)
    if (tells := _teller(remark, language, english, tongue)) is not None:
        for start, end in _stretches(raw[opened:], language):
            if tells(raw[opened + start : opened + end]):
                return Span(span.block, span.start + opened + start, span.start + opened + end)
    return span


def _opened(raw: str, english: Lexicon, tongue: Tongue | None) -> int:
    """Where the opening of a paragraph ends; 0 for one that is not known."""
    found = openings.known(raw, english) if tongue is None else tongue.opening(raw)[0]
    return found.end if found is not None else 0


def _teller(remark: Remark, language: str, english: Lexicon, tongue: Tongue | None) -> Callable[[str], bool] | None:
    """What tells of a stretch whether it says what the remark is about, None where no stretch could."""
    own = None if tongue is None else tongue.lexicon
    if remark.negation:
        return lambda words: negates(words, language)
    if not remark.there:
        return None
    said = remark.there[0]
    if said == "per thousand":
        return lambda words: shares(words, language).thousand
    if said == "per cent":
        return lambda words: shares(words, language).hundred
    if remark.kind == "state":
        return lambda words: said in states(words, language, english, own).named
    if remark.kind in _FIGURES:
        return lambda words: said in _said(words, remark.kind, language, english, own)
    return None


def _stretches(text: str, language: str) -> Iterator[tuple[int, int]]:
    """The shortest stretches first, each without the marks around it."""
    words = [found.span() for found in (_CHINESE if language == _ZH else _WORDS).finditer(text)]
    for several in range(_MOST if language != _ZH else _MOST_SIGNS):
        for at in range(len(words) - several):
            start, end = words[at][0], words[at + several][1]
            stretch = text[start:end]
            left, right = len(stretch) - len(stretch.lstrip(_AROUND)), len(stretch.rstrip(_AROUND))
            if left < right and not _within_number(text, start, end):
                yield start + left, start + right


def _within_number(text: str, start: int, end: int) -> bool:
    """Whether the number goes on beyond the stretch, in groups parted by a blank."""
    before, behind = text[:start].rstrip(" \u00a0\u202f"), text[end:].lstrip(" \u00a0\u202f")
    goes_on = behind[:3].isdecimal() and not behind[3:4].isdecimal() and text[end - 1 : end].isdecimal()
    return goes_on or (before[-1:].isdecimal() and text[start : start + 3].isdecimal() and len(before) < start)


def _said(words: str, kind: str, language: str, english: Lexicon, own: Lexicon | None) -> frozenset[str]:
    found = figures(words, language, english, own)
    if kind == "number":
        counted = found.counted.sessions | found.counted.ordinals | found.counted.counts
        return frozenset((*(shown(value, found.bare) for value in found.numbers), *map(str, counted)))
    if kind == "date":
        return frozenset((*found.months, day_in(words, language, english) or ""))
    named = found.symbols if kind == "symbol" else found.references
    return frozenset(one.removesuffix("()") for one in named)
