"""Words that no list holds and that are right all the same: numerals, substances, and words made from known ones."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache

from resolint import regex
from resolint.lexicon.labels import LATIN

__all__ = ["is_chemical", "is_compounded", "is_derived", "is_numeral", "is_prefix"]

_ROMAN = regex.compiled(r"m{0,3}(?:c[md]|d?c{0,3})(?:x[cl]|l?x{0,3})(?:i[xv]|v?i{0,3})(?:" + "|".join(LATIN) + ")?")
_CHEMICAL = (
    r"methyl|ethyl|propyl|butyl|pentyl|hexyl|phenyl|benzyl|benzo|acetyl|hydro[xcg]|chlor[oi]|fluor[oi]|brom[oi]|iodo|nitr[oia]|"
    r"amino(?!u)|amide$|amides$|amine$|amines$|azole$|azine$|azepam|azolam|idine$|idines$|itrile|fentan[iy]l|cathinone|cannab|"
    r"opioid|opiate|phosph|sulph|sulf|onium$|oxide$|oxides$|zepine|morphin|codone|barbit|ephedr|ergot|yrrol|piper|pyrid|"
    r"mercur|carbon|ethane$|ethanes$|anol$|anone$|caine$|cillin|mycin|vir$"
)


def _row(text: str) -> tuple[str, ...]:
    return tuple(text.split())


_JOINED = _row(
    "agro anti astro auto counter cross crypto cyber electro ethno hydro hyper immuno infra intra macro mega micro mono multi "
    "nano narco neuro non omni patho pharma photo physio phyto poly pseudo psycho quasi radio retro semi socio super supra "
    "techno tele thermo trans ultra video zoo bio eco geo neo sub"
)
"""Prefixes that make new words freely."""
_OTHERS = _row(
    "co de dis ex extra fore inter mid mini mis off out over pan para peri post pre pro re tri un under uni up"
)
"""Prefixes that a misspelt word may seem to have: *intergrate*."""
_STEM = 5
_LONG = 12
_COUNTED = (
    "ations", "itions", "utions", "sions", "ctions", "ities", "ments", "isms", "encies", "ances", "ologies", "ers", "ors", "ees"
)  # fmt: skip
_HISSING = ("ches", "shes", "sses", "xes", "zzes")
_ABSTRACT = 8


def is_numeral(word: str) -> bool:
    """Whether the small letters of ``word`` are a roman number: *iv*, *xii*, *iibis*."""
    return _ROMAN.fullmatch(word) is not None


@cache
def _substances() -> re.Pattern[str]:
    # Most drafts name no substance and need not pay for it.
    return regex.compiled(_CHEMICAL)


def is_chemical(word: str, *, surely: bool = False) -> bool:
    """Whether ``word`` has the syllables of the name of a substance; ``surely`` asks for a long word or two of them."""
    if len(word) < 6:
        return False
    found = len(_substances().findall(word))
    return found > 1 or (found == 1 and (not surely or len(word) >= _LONG))


def is_prefix(word: str) -> bool:
    """Whether ``word`` stands before others with a hyphen: *pre-*, *socio-*."""
    return word in _JOINED or word in _OTHERS or word.endswith("o")


def is_compounded(word: str, known: Callable[[str], bool]) -> bool:
    """Whether ``word`` is a known one with an ending that any word of its kind takes, or behind a free prefix."""
    return any(known(base) for base in _bases(word)) or stem(word, _JOINED, known) is not None


def is_derived(word: str, known: Callable[[str], bool], offered: Iterable[str]) -> bool:
    """Whether ``word`` is a known one behind any usual prefix, and none of the words ``offered`` is likelier.

    *Intergrate* was meant to be *integrate*; *deregister* is no slip for *register* or *reregister*.
    """
    found = stem(word, _OTHERS, known)
    if found is None:
        return False
    return all(_has_stem(one, found) for one in offered)


def stem(word: str, prefixes: Iterable[str], known: Callable[[str], bool]) -> str | None:
    """The known word that ``word`` is made from with one of ``prefixes``; None if there is none."""
    for prefix in prefixes:
        if word.startswith(prefix) and len(word) - len(prefix) >= _STEM and known(word[len(prefix) :]):
            return word[len(prefix) :]
    return None


def _has_stem(word: str, found: str) -> bool:
    """Whether ``word`` is a form of ``found`` behind a prefix or bare."""
    start = word.find(found[:-1])
    return start == 0 or (start > 0 and word[:start] in (*_OTHERS, *_JOINED))


def _bases(word: str) -> Iterator[str]:
    """What ``word`` may be a regular form of; the forms in *-ed* and *-ing* are too often misspelt to be guessed."""
    if len(word) >= _ABSTRACT and word.endswith(_COUNTED):
        yield f"{word[:-3]}y" if word.endswith("ies") else word[:-1]
    if word.endswith(_HISSING):
        yield word[:-2]
    for ending in ("ize", "ate"):
        for form in (ending + "d", ending + "s", ending[:-1] + "ing", ending + "r", ending + "rs"):
            if word.endswith(form):
                yield word[: -len(form)] + ending
    if word.endswith("ization"):
        yield f"{word[:-5]}e"
