"""Words that no list holds and that are right all the same: numerals, substances, and words made from known ones."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

__all__ = ["is_chemical", "is_compounded", "is_derived", "is_numeral", "is_prefix"]

_ROMAN = re.compile(r"m{0,3}(?:c[md]|d?c{0,3})(?:x[cl]|l?x{0,3})(?:i[xv]|v?i{0,3})(?:bis|ter|quater)?")
_CHEMICAL = re.compile(
    r"methyl|ethyl|propyl|butyl|pentyl|hexyl|phenyl|benzyl|benzo|acetyl|hydro[xcg]|chlor[oi]|fluor[oi]|brom[oi]|iodo|nitr[oia]|"
    r"amino|amide$|amides$|amine$|amines$|azole$|azine$|azepam|azolam|idine$|idines$|itrile|fentan[iy]l|cathinone|cannab|"
    r"opioid|opiate|phosph|sulph|sulf|onium$|oxide$|oxides$|zepine|morphin|codone|barbit|ephedr|ergot|yrrol|piper|pyrid|"
    r"mercur|carbon|ethane$|ethanes$|anol$|anone$|caine$|cillin|mycin|vir$"
)
_JOINED = (
    "agro anti astro auto counter cross crypto cyber electro ethno hydro hyper immuno infra intra macro mega micro mono multi "
    "nano narco neuro non omni patho pharma photo physio phyto poly pseudo psycho quasi radio retro semi socio super supra "
    "techno tele thermo trans ultra video zoo bio eco geo neo sub"
).split()
"""Prefixes that make new words freely."""
_OTHERS = (
    "co de dis ex extra fore inter mid mini mis off out over pan para peri post pre pro re tri un under uni up".split()
)
"""Prefixes that a misspelt word may seem to have: *intergrate*."""
_STEM = 5
_COUNTED = ("ations", "itions", "utions", "sions", "ctions", "ities", "ments", "isms", "encies", "ances", "ologies")
_ABSTRACT = 8


def is_numeral(word: str) -> bool:
    """Whether the small letters of ``word`` are a roman number: *iv*, *xii*, *iibis*."""
    return _ROMAN.fullmatch(word) is not None


def is_chemical(word: str) -> bool:
    """Whether ``word`` has the syllables of the name of a substance."""
    return len(word) >= 7 and _CHEMICAL.search(word) is not None


def is_prefix(word: str) -> bool:
    """Whether ``word`` stands before others with a hyphen: *pre-*, *socio-*."""
    return word in _JOINED or word in _OTHERS or word.endswith("o")


def is_compounded(word: str, known: Callable[[str], bool]) -> bool:
    """Whether ``word`` is a known one behind a prefix that makes words freely, or the plural of a known abstract noun."""
    if len(word) >= _ABSTRACT and word.endswith(_COUNTED):
        single = f"{word[:-3]}y" if word.endswith("ies") else word[:-1]
        if known(single):
            return True
    return _behind(word, _JOINED, known)


def is_derived(word: str, known: Callable[[str], bool]) -> bool:
    """Whether ``word`` is a known one behind any usual prefix."""
    return _behind(word, _OTHERS, known)


def _behind(word: str, prefixes: Iterable[str], known: Callable[[str], bool]) -> bool:
    return any(
        word.startswith(prefix) and len(word) - len(prefix) >= _STEM and known(word[len(prefix) :])
        for prefix in prefixes
    )
