"""The check on names that one draft writes in two ways."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from resolint import consistency
from resolint.checks import check
from resolint.findings import Fix, Hit
from resolint.lexicon import Lexicon
from resolint.lexicon.labels import roman_value
from resolint.lexicon.ordinals import ordinal_value
from resolint.model import Document
from resolint.rule import Context

_LINKS = frozenset(("of", "for", "on", "in", "to", "against"))
_WHOLE = 5
"""A name of fewer words in which only a link differs may be two: *the Federation in Oslo*, *the Federation of Oslo*."""
_NEAR = 3
"""So many letters may two forms of one word differ by."""
_SHORTEST = 5


@check("REF028")
def name_in_two_forms(document: Document, context: Context) -> Iterator[Hit]:
    """A name that differs in one small word, one word's spelling or a hyphen from a form the draft writes as often or more."""
    for thing in consistency.names(document):
        if len(thing.forms) < 2:
            continue
        for form in thing.forms:
            if form.text == thing.text or not _slip(form.text, thing.text, context.lexicon):
                continue
            for span in form.places:
                fix = Fix(f"Write “{thing.text}” if the same is meant", (), "advice")
                yield Hit(span, {"found": form.text, "other": thing.text}, fix)


def _slip(one: str, other: str, lexicon: Lexicon) -> bool:
    """Whether two names of one number of words differ as only a slip makes them differ."""
    if one.replace("-", " ").lower() == other.replace("-", " ").lower():
        return one.lower() != other.lower()
    pairs = [pair for pair in zip_longest(one.split(), other.split(), fillvalue="") if pair[0] != pair[1]]
    if len(pairs) != 1 or one.count(" ") != other.count(" ") or one.count(" ") < 2:
        return False
    first, second = pairs[0]
    if first in _LINKS or second in _LINKS:
        whole = one.count(" ") + 1 >= _WHOLE or len(one.rpartition(f" {first} ")[2].split()) > 1
        return whole and first in _LINKS and second in _LINKS
    return _misspelt(first, second, lexicon)


def _misspelt(first: str, second: str, lexicon: Lexicon) -> bool:
    """Whether two words are alike but are no numbers and no singular and plural or name and possessive of one."""
    if any(roman_value(word) or ordinal_value(word, lexicon) for word in (first, second)):
        return False
    short, long = sorted((first, second), key=len)
    if len(short) < _SHORTEST or _stem(short) == _stem(long) or not (first + second).replace("-", "").isalpha():
        return False
    from rapidfuzz.distance import DamerauLevenshtein  # only where a name has two forms

    return DamerauLevenshtein.distance(first.lower(), second.lower()) <= _NEAR


def _stem(word: str) -> str:
    """A word without what a plural adds to it or changes in it."""
    return word.lower().replace("men", "man").replace("ies", "y").rstrip("s’'").rstrip("e")
