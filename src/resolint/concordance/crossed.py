"""Two neighbours that stand in each other's place, though number and part are right: told by words that languages have in common.

English, French and Spanish share the stems of many words (*rural*, *publish*, *publier*), and Russian has them in its own letters.
Chinese and Arabic do not; there only figures and openings tell.
"""

from __future__ import annotations

from unicodedata import combining, normalize

from resolint.regex import lazy

__all__ = ["crossed", "stems"]

_WORD = lazy(r"[^\W\d_]{5,}")
_STEM = 5
_KINDRED = frozenset(("en", "fr", "es", "ru"))
_RUSSIAN = "ru"
_TO_LATIN = str.maketrans(
    dict(zip("абвгдезийклмнопрстуфхцыэё", "abvgdeziiklmnoprstufhcyee", strict=True))
    | {"ж": "zh", "ч": "ch", "ш": "sh", "щ": "sh", "ю": "iu", "я": "ia", "ь": "", "ъ": ""}
)
_FEWEST, _TIMES = 2, 3


def stems(text: str, language: str) -> frozenset[str]:
    """The beginnings of the longer words of a passage in Latin letters without accents; none where languages share no words."""
    if language not in _KINDRED:
        return frozenset()
    words = text.casefold()
    words = words.translate(_TO_LATIN) if language == _RUSSIAN else words
    words = "".join(char for char in normalize("NFD", words) if not combining(char))
    return frozenset(word[:_STEM] for word in _WORD.findall(words))


def crossed(here: tuple[frozenset[str], frozenset[str]], there: tuple[frozenset[str], frozenset[str]]) -> bool:
    """Whether of two paragraphs, given by stems, each has words in common with the other's partner and hardly with its own."""
    straight = len(here[0] & there[0]), len(here[1] & there[1])
    across = len(here[0] & there[1]), len(here[1] & there[0])
    return min(across) > max(straight) and sum(across) >= _TIMES * sum(straight) + _FEWEST
