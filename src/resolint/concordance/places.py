"""Where a figure that differs stands in a paragraph, so that a comment can hang on it and not on the whole paragraph."""

from __future__ import annotations

from collections.abc import Iterator

from resolint.concordance.figures import shown
from resolint.concordance.model import Paragraph, Remark
from resolint.lexicon import Lexicon
from resolint.lexicon.figures import day_in, figures
from resolint.model import Span
from resolint.regex import lazy

__all__ = ["place"]

_WORDS = lazy(r"\S+")
_CHINESE = lazy(r"[A-Z][A-Z0-9./-]*\d|[\d(][\d.,/() ]*[\d)]|\d|[A-Za-z]+|\S")
_MOST = 5
"""So many words at most are one figure (*25 de septiembre de 2015*)."""
_FIGURES = ("symbol", "reference", "date", "number")
_AROUND = " \t,.;:،؛，；。"
_ZH = "zh"


def place(paragraph: Paragraph, remark: Remark, language: str, english: Lexicon) -> Span:
    """The words of the second version's paragraph that say the first of ``remark.there``; all its words where none do."""
    if remark.kind in _FIGURES and remark.there:
        for start, end in _stretches(paragraph.raw, language):
            if remark.there[0] in _said(paragraph.raw[start:end], remark.kind, language, english):
                span = paragraph.span
                return Span(span.block, span.start + start, span.start + end)
    return paragraph.span


def _stretches(text: str, language: str) -> Iterator[tuple[int, int]]:
    """The shortest stretches first, each without the marks around it."""
    words = [found.span() for found in (_CHINESE if language == _ZH else _WORDS).finditer(text)]
    for several in range(_MOST):
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


def _said(words: str, kind: str, language: str, english: Lexicon) -> frozenset[str]:
    found = figures(words, language, english)
    if kind == "number":
        return frozenset(shown(value, found.bare) for value in found.numbers)
    if kind == "date":
        return frozenset((*found.months, day_in(words, language, english) or ""))
    return frozenset(found.symbols if kind == "symbol" else found.references)
