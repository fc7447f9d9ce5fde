"""The cases of Russian names, by their endings; names in other languages have none."""

from __future__ import annotations

from resolint.regex import lazy

__all__ = ["declined"]

_ENDINGS = (
    ("ая", "ая ой ую"),
    ("ое", "ое ого ому ым ом"),
    ("ый", "ый ого ому ым ом"),
    ("ий", "ий его ему им ем ого ому ом ия ию ием ии"),
    ("ые", "ые ых ым ыми"),
    ("ие", "ие их им ими"),
    ("ия", "ия ии ию ией"),
    ("ет", "ет та ту том те ета ету етом ете"),
    ("а", "а ы и у е ой"),
    ("я", "я и ю е ей"),
    ("ь", "ь я ю и ем е ью"),
    ("й", "й я ю ем е и"),
    ("ы", "ы ам ами ах"),
    ("о", "о а у ом е"),
)
"""The ending of the nominative, and those of all cases; *Египет* loses its vowel."""
_CONSONANT = ("", "а", "у", "ом", "е", "ы", "ов", "ам", "ами", "ах")
_PLURAL_STEM = lazy(r"[^\W\d_]{4,}(?=ы\Z)")


def declined(word: str, language: str) -> tuple[str, ...]:
    """A word of a name in all its cases, the nominative first; the word alone in a language without cases."""
    if language != "ru":
        return (word,)
    for end, every in _ENDINGS:
        if word.endswith(end) and len(word) > len(end) + 1:
            stem = word.removesuffix(end)
            bare = (stem,) if _PLURAL_STEM.match(word) else ()
            return (word, *(f"{stem}{other}" for other in every.split(" ")), *bare)
    return (word,) if word[-1:] in "еиуюэ" else tuple(f"{word}{end}" for end in _CONSONANT)
