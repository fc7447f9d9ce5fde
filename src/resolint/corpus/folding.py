"""Two ways to look past what does not matter in a wording, and the hashed shingles by which a wording is found.

``light`` passes over typography: letter case, kinds of quotation marks, dashes and blanks, note marks, the mark that ends a
paragraph. Texts that are equal so are the same wording. ``key`` passes over what every reuse changes as well: dates, figures and
ordinals, symbols, the name of the organ, the *also* and *further* of an opening; it is what an index is asked for first.

A corpus stores hashes of these forms, so a change here asks for a new ``SCHEMA`` in the stores.
"""

from __future__ import annotations

import re
from functools import lru_cache
from hashlib import blake2b
from zlib import crc32

from resolint import regex
from resolint.lexicon import Lexicon, per_lexicon
from resolint.lexicon.dates import months
from resolint.lexicon.english import SEQUENCE
from resolint.lexicon.ordinals import cardinal_word, number_words
from resolint.lexicon.organs import organs
from resolint.model import NOTE_MARK

__all__ = ["SHORTEST", "digest", "key", "light", "shingles", "telling"]

NUMBER, ORGAN = "#", "@"
"""What stands in a key for a number or date, and for an organ."""
SHORTEST = 4
"""Words that a wording needs to be found by likeness; a shorter one is found only as it stands."""
_WHOLE = 40
"""Up to so many words every shingle of a wording is kept, above every second one."""
_SHORT = 20
"""Up to so many words a wording is found by pairs of words as well: a few changes leave no three together."""

_TYPOGRAPHY = {
    (sign if isinstance(sign, str) else chr(sign)): plain
    for sign, plain in {
        **dict.fromkeys("‘’‚‛′`´", "'"),
        **dict.fromkeys("“”„‟«»″", '"'),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        **dict.fromkeys("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff" + NOTE_MARK, ""),
        **dict.fromkeys("¹²³⁴⁵⁶⁷⁸⁹⁰", ""),
        # Vowel signs and tatweel of Arabic, and the marks of Arabic and Chinese.
        **dict.fromkeys([*range(0x64B, 0x653), 0x640, 0x670], ""),
        **dict(zip("，；：。、،؛", ",;:.,,;", strict=True)),
    }.items()
}
_TYPOGRAPHIC = regex.compiled(f"[{re.escape(''.join(_TYPOGRAPHY))}]")
"""Most texts have few of these signs: to look for them costs a quarter of translating every character."""
_GLUED_NOTE = regex.compiled(r"([.,;:])(?<=[a-z\")][.,;:])\d{1,3}(?=[\s,;]|$)")
"""It begins with the mark, which is found faster than a place behind one."""
_BEFORE_MARK = regex.compiled(r" (?=[.,;:])")
_MARKS, _LAST = " .,;:*", 12
"""What may stand at the end of a paragraph, in so many of its last characters."""
_HAN = "\u3400-\u9fff"
_LETTERS = rf"[^\W\d_{_HAN}]+"
_TOKEN = regex.compiled(rf"{_LETTERS}(?:['-]{_LETTERS})*|\d[a-z\d_./()-]*|[{_HAN}]|{_LETTERS}(?=/)")
"""Words, numbers, and of Chinese each sign."""
_SLASHED = regex.compiled(r"\b[a-z]{1,8}/[\w./()-]*")
_SWAPPED = frozenset(
    (*("GA", "SC", "ECOSOC", "HRC", "TC", "UNEA", "UNHA", "WHA", "CND", "CCPCJ", "CSW", "CSocD", "CPD", "CHR", "COP"),)
)
"""The organs, by code, whose names change where a text is taken over by another organ."""


@per_lexicon
def _numbers(lexicon: Lexicon) -> frozenset[str]:
    """Cardinals but *one*, ordinals and months, in small letters."""
    return number_words(lexicon) - {cardinal_word(1, lexicon)} | {month.lower() for month in months(lexicon)}


@per_lexicon
def _organs(lexicon: Lexicon) -> tuple[tuple[str, ...], frozenset[str]]:
    """The names of organs in small letters, the longest first, and the nouns that stand for them."""
    known = [organ for organ in organs(lexicon) if organ.code in _SWAPPED]
    names = {name.lower() for organ in known for name in (organ.name, *organ.aliases) if organ.name.endswith(name)}
    nouns = frozenset(organ.short.lower().rsplit(" ", 1)[-1] for organ in known)
    return tuple(sorted(names - nouns, key=lambda name: (-len(name), name))), nouns


_BETWEEN = frozenset({"of", "and", "to", "the", "at", "in", "on"})
_SEQUENCE = frozenset(SEQUENCE)


def _untypographic(found: re.Match[str]) -> str:
    return _TYPOGRAPHY[found.group()]


def light(text: str) -> str:
    """``text`` without its typography: small letters, plain marks, single blanks, no note marks, no mark at the end."""
    plain = " ".join(_TYPOGRAPHIC.sub(_untypographic, text).casefold().split())
    plain = _GLUED_NOTE.sub(r"\1", plain)
    if " ," in plain or " ." in plain or " ;" in plain or " :" in plain:
        plain = _BEFORE_MARK.sub("", plain)
    # The mark at the end is that of the place in the list, as is an "and" before the last item.
    tail = plain[-_LAST:].rstrip(_MARKS)
    for joint in ("and", "or"):
        before = tail.removesuffix(joint)
        if before != tail and before[-1:] in _MARKS and before:
            return plain[:-_LAST] + before.rstrip(_MARKS)
    return plain[:-_LAST] + tail


def _symbol(found: re.Match[str]) -> str:
    """The symbol of a document becomes a number; words joined by a stroke stay."""
    return " 0 " if any(char.isdecimal() for char in found.group()) else found.group()


def key(text: str, lexicon: Lexicon, *, folded: bool = False, named: bool = False) -> list[str]:
    """The words of ``text`` (already ``light`` if ``folded``), numbers and dates as ``#``, organs as ``@`` unless ``named``."""
    plain = text if folded else light(text)
    if "/" in plain:
        plain = _SLASHED.sub(_symbol, plain)
    names, nouns = ((), frozenset[str]()) if named else _organs(lexicon)
    for name in names:
        if name in plain:
            plain = plain.replace(name, max(nouns))
    numbers = _numbers(lexicon)
    words: list[str] = []
    for word in _TOKEN.findall(plain):
        if word in numbers or word[0].isdecimal():
            # Numbers in a row, also joined by small words, are one: "3 and 4 May 2019", "79/1 of 3 May".
            if words and words[-1] == NUMBER:
                continue
            if len(words) > 1 and words[-2] == NUMBER and words[-1] in _BETWEEN:
                words.pop()
                continue
            word = NUMBER
        elif word in nouns:
            word = ORGAN
        elif word in _SEQUENCE and len(words) < 4:
            continue
        words.append(word)
    return words


@lru_cache(maxsize=1 << 16)
def _of_word(word: str) -> int:
    return crc32(word.encode("utf-8", "surrogatepass")) | 1 << 32


def shingles(words: list[str]) -> list[int]:
    """The hashes of the three-word stretches of a key, numbers and organs left out; each once, 32 bits with sign.

    Every second one by its own value, so that two texts keep the same; all of a short text, and with them its pairs
    of words, neighbours or with one word between, numbers and organs included.
    """
    codes = [_of_word(word) for word in words if word not in (NUMBER, ORGAN)]
    if len(codes) < SHORTEST:
        return []
    whole = len(codes) <= _WHOLE
    found = set()
    one, two = codes[0], codes[1]
    for three in codes[2:]:
        mixed = (one * 0x9E3779B97F4A7C15 + two * 0xC2B2AE3D27D4EB4F + three * 0x165667B19E3779F9) >> 7
        if whole or mixed & 1:
            found.add((mixed >> 1 & 0xFFFFFFFF) - 0x80000000)
        one, two = two, three
    if len(codes) <= _SHORT:
        every = [_of_word(word) for word in words]
        for gap in (1, 2):
            for one, two in zip(every, every[gap:], strict=False):
                mixed = (one * 0x27D4EB2F165667C5 + two * 0x85EBCA77C2B2AE63) >> 8
                found.add((mixed & 0xFFFFFFFF) - 0x80000000)
    return sorted(found)


def telling(words: list[str]) -> int:
    """How many words of a key tell anything: numbers and organs do not."""
    return sum(word not in (NUMBER, ORGAN) for word in words)


def digest(words: list[str] | str) -> int:
    """A stable number of 64 bits with sign for the words of a key, or for a text."""
    text = words if isinstance(words, str) else " ".join(words)
    return int.from_bytes(blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big", signed=True)
