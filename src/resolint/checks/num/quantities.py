"""The amounts of a paragraph: every count, sum of money and share in it, with what is counted and how it is scaled."""

from __future__ import annotations

import re
from collections.abc import Iterator

from resolint import regex
from resolint.checks.shared.counting import BLANK, SCALES, cardinal_value, cardinal_words
from resolint.frozen import NamedTuple
from resolint.lexicon import Lexicon, per_lexicon
from resolint.lexicon.dates import months
from resolint.regex import lazy

__all__ = ["BREAK", "LEADING", "PART_OF", "Quantity", "quantities", "stem"]

_YEAR = lazy(r"(?:19|20|21)\d\d")
_NUMBERED = lazy(
    r"(?:[Pp]aragraphs?|[Aa]rticles?|[Rr]esolutions?|[Dd]ecisions?|[Aa]nnex|[Ii]tems?|[Gg]oals?|[Tt]argets?|[Rr]ules?|[Nn]os?\.|[Cc]hapter"
    r"|[Ss]ection|[Pp]rinciples?|[Vv]ol\.|[Pp]rotocol|[Rr]egulations?"
    r"|[Pp]art|[Tt]able|[Pp]hase|[Ll]evel|[Aa]ged|[Aa]ges?|and|to|or)[ \xa0]$"
)
_JOINT = ("and", "to", "or")
_HEAD = lazy(rf"{BLANK}(?P<words>[a-z][a-z’-]*(?:{BLANK}[a-z][a-z’-]*)?|[A-Z][a-z]+(?:{BLANK}[A-Z][a-z]+)?)")

PART_OF = lazy(rf"{BLANK}of{BLANK}(?:the|these|those|its|their|all){BLANK}$")
"""What joins a part to its whole: *20 of the 40*."""
LEADING = lazy(rf"\b[Oo]f{BLANK}(?:the|these|those|its|their|all){BLANK}$")
"""What stands before a whole whose parts follow: *of the 40 countries, 20*."""
BREAK = lazy(r"[;:]|\.(?=\s|$)")
"""Where a sentence, or a part of it that speaks of other things, ends."""


class Quantity(NamedTuple):
    """An amount: where its number stands, what it comes to, and the words that follow it.

    ``share`` tells a percentage, ``scaled`` *million* and its like.
    """

    start: int
    end: int
    text: str
    value: float
    share: bool
    scaled: bool
    words: str

    def counts(self, noun: str) -> bool:
        """Whether one of the words behind the number is ``noun``, in the singular or the plural."""
        return any(stem(word) == noun for word in self.words.split())


@per_lexicon
def _pattern(lexicon: Lexicon) -> re.Pattern[str]:
    return regex.compiled(
        rf"(?<![\w.,/–-])(?:(?:US)?\$)?(?P<number>\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?|\b(?:{cardinal_words(lexicon)})\b)"
        rf"(?:{BLANK}(?P<scale>million|billion|trillion)\b)?(?P<share>{BLANK}per{BLANK}cent\b|{BLANK}?%)?"
        rf"(?![\w/(–-]|,\d|\.\d|{BLANK}?\([a-z]\)|{BLANK}(?:{'|'.join(months(lexicon))})\b)"
    )


def quantities(text: str, lexicon: Lexicon, start: int = 0) -> Iterator[Quantity]:
    """The amounts of a paragraph in order; years, days, numbers of paragraphs and the like are none."""
    joined = False
    for match in _pattern(lexicon).finditer(text, start):
        before = _NUMBERED.search(text, max(0, match.start() - 14), match.start())
        label = before is not None and (before[0].strip() not in _JOINT or joined)
        joined = label
        plain = match["number"].replace(",", "")
        bare = match["scale"] is None and match["share"] is None
        if label or (bare and "," not in match["number"] and _YEAR.fullmatch(plain)):
            continue
        value = float(plain) if plain[0].isdecimal() else cardinal_value(match["number"], lexicon)
        if value is None:
            continue
        head = _HEAD.match(text, match.end())
        yield Quantity(
            match.start(),
            match.end(),
            match[0],
            value * SCALES.get(match["scale"] or "", 1.0),
            match["share"] is not None,
            match["scale"] is not None,
            head["words"] if head else "",
        )


def stem(word: str) -> str:
    """A noun as it is compared: in small letters and without the ending of a plural."""
    low = word.lower()
    if low in ("women", "men"):
        return low[:-2] + "an"
    if low in ("people", "persons", "person"):
        return "person"
    return (
        low[:-3] + "y"
        if low.endswith("ies")
        else low.removesuffix("es" if low.endswith(("ches", "shes", "sses", "xes")) else "s")
    )
