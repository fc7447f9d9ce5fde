"""Numbers of paragraphs and items with a letter (*paragraph 3 (a)*, *пункт 3(а)*, *الفقرة 3 (أ)*), and where the letters differ."""

from __future__ import annotations

from unicodedata import normalize

from resolint.regex import lazy

__all__ = ["letters_apart"]

_LATIN, _CYRILLIC = "abcdefghijklmnopqrstuvwxyz", "абвгдежзиклмнопрст"
_ARABIC = "ابجدهوزحطيكلمنسعفص"
_ALIKE = dict(zip("асе", "ace", strict=True))
"""Russian texts letter their items in Latin as a rule, and these are typed in either script."""
_LETTERED = lazy(r"(?<![A-Za-z\d/.,])(?<!\d )(\d{1,3})(?: ?[(（]([a-zа-яاأبجدهوزحطيكلمنسعفص])ـ?[)）]| ([a-z])\))")
Lettered = tuple[int, str, frozenset[int]]


def letters_apart(one: str, other: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What each passage letters otherwise than the other under the same number; nothing unless both do."""
    here, there = _lettered(one), _lettered(other)
    left, right = _unmatched(here, there), _unmatched(there, here)
    return (left, right) if left and right and len(here) == len(there) else ((), ())


def _lettered(text: str) -> list[Lettered]:
    found = _LETTERED.finditer(normalize("NFC", text))
    return [(int(one[1]), letter, _places(letter)) for one in found if (letter := one[2] or one[3])]


def _places(letter: str) -> frozenset[int]:
    """The places in its alphabet that a letter may have."""
    plain = "ا" if letter == "أ" else letter
    written = {plain, _ALIKE.get(plain, plain)}
    return frozenset(
        alphabet.index(one) for one in written for alphabet in (_LATIN, _CYRILLIC, _ARABIC) if one in alphabet
    )


def _unmatched(here: list[Lettered], there: list[Lettered]) -> tuple[str, ...]:
    """What stands under a number that the other letters too, by a letter that it has not there."""
    shared = {number for number, _, _ in there}
    return tuple(
        dict.fromkeys(
            f"{number} ({_LATIN[min(places)]})"
            for number, _, places in here
            if number in shared and not any(number == its and places & may for its, _, may in there)
        )
    )
