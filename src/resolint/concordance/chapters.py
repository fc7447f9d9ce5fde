"""Chapters of the Charter and of statutes, in Roman figures or in words (*Chapter VII*, *第七章*, *الفصل السابع*)."""

from __future__ import annotations

from resolint.concordance.qualifying import folded
from resolint.lexicon.labels import roman_value
from resolint.regex import lazy

__all__ = ["chapters"]

_HAN = "一二三四五六七八九十"
_ARABIC = ("اول", "ثاني", "ثالث", "رابع", "خامس", "سادس", "سابع", "ثامن", "تاسع", "عاشر")
_CHAPTER = {
    "en": lazy(r"\bchapters? ([ivx]{1,5})\b"),
    "fr": lazy(r"\bchapitres? ([ivx]{1,5})\b"),
    "es": lazy(r"\bcap[ií]tulos? ([ivx]{1,5})\b"),
    "ru": lazy(r"\bглав\w{0,3} ([ivx]{1,5})\b"),
    "zh": lazy(rf"第([{_HAN}]{{1,2}})章"),
    "ar": lazy(rf"\b\w{{0,2}}فصل ال({'|'.join(_ARABIC)})\b(?! عشر)"),
}


def chapters(text: str, code: str) -> frozenset[int]:
    """The numbers of the chapters that a passage in the language ``code`` names."""
    pattern = _CHAPTER.get(code)
    words = [] if pattern is None else [found[1] for found in pattern.finditer(folded(text, code))]
    return frozenset(filter(None, (_value(word, code) for word in words)))


def _value(word: str, code: str) -> int:
    if code == "ar":
        return _ARABIC.index(word) + 1
    if code == "zh":
        tens, ten, ones = word.rpartition("十")
        return (10 * (_HAN.find(tens) + 1 if tens else 1) if ten else 0) + (_HAN.find(ones) + 1 if ones else 0)
    return roman_value(word.upper()) or 0
