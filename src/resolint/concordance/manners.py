"""How note is taken (*with appreciation*, *avec satisfaction*, *مع التقدير*): words that tables of openings mostly cut off."""

from __future__ import annotations

from resolint.concordance.qualifying import folded
from resolint.regex import lazy

__all__ = ["manner"]

_APPRECIATION, _INTEREST = "with appreciation", "with interest"
_MANNERS = {
    "fr": (lazy(r"\bavec (?:satisfaction|gratitude|reconnaissance|appréciation)\b"), lazy(r"\bavec intérêt\b")),
    "es": (
        lazy(r"\bcon (?:satisfacción|aprecio|reconocimiento|agradecimiento|beneplácito|gratitud)\b"),
        lazy(r"\bcon interés\b"),
    ),
    "ru": (lazy(r"\bс (?:удовлетворением|признательностью|благодарностью)\b"), lazy(r"\bс интересом\b")),
    "zh": (lazy("赞赏|满意|感谢"), lazy("感兴趣")),
    "ar": (
        lazy(r"\bمع (?:التقدير|الارتياح|الامتنان|الشكر)\b|\bب(?:تقدير|ارتياح|امتنان)\b"),
        lazy(r"\bمع الاهتمام\b|\bباهتمام\b"),
    ),
}


def manner(words: str, code: str) -> str | None:
    """How note is taken in ``words`` of the language ``code``, in English; None where nothing says it."""
    known = _MANNERS.get(code)
    if known is None:
        return None
    said = folded(words, code)
    return next(
        (how for how, pattern in zip((_APPRECIATION, _INTEREST), known, strict=True) if pattern.search(said)), None
    )
