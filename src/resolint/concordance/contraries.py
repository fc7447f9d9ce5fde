"""Words beside a figure that turn what it says round (*before 1 March*, *after 1 March*; *more than*, *less than*).

The table ``contrary`` has two sides of a pair for each language, and words that may render each side too. Versions contradict
each other where they say different sides beside a figure, and nothing in either may render what the other says. What negates
(*no less than*) turns nothing round by itself and is taken out first.
"""

from __future__ import annotations

import re

from resolint import regex
from resolint.concordance.qualifying import folded, pattern
from resolint.frozen import NamedTuple
from resolint.lexicon import TONGUES, Lexicon
from resolint.regex import lazy

__all__ = ["NOTHING", "Contrary", "Sides", "contraries", "sides"]

_BESIDE = r"(?:[ '’](?:[^\W\d]{1,12}[ '’.]){0,2})[^\w\s]?\d"
"""Between the word and the figure there are two small words at most (*avant le 1er mars*)."""
_CHINESE_TIME = r"\d[日年月天]?[之以]?(?:{words})"
_CHINESE_AMOUNT = r"(?:{words}) ?\d|\d(?: ?[万亿])?(?:{words})"
_NEGATED = {
    "en": lazy(r"\b(?:no|not) (?:less|more|fewer) than|\bmore or less"),
    "fr": lazy(r"\bpas (?:moins|plus) d|\bplus ou moins|\bau (?:moins|plus)|\b(?:ne|n')[ \w]{1,20}(?:dépass|excéd)"),
    "es": lazy(r"\bno (?:menos|más) de|\bmás o menos|\bno (?:supera|excede|superior)"),
    "ru": lazy(r"\bне (?:менее|более|выше|ниже|превыша)|\bболее или менее"),
    "zh": lazy("不少于|不多于|不超过|不低于|不高于"),
    "ar": lazy(r"\bلا (?:يقل|تقل|يزيد|تزيد|يتجاوز|تتجاوز)"),
}


class Contrary(NamedTuple):
    """What the first version says beside a figure, and the contrary of it in the second; in English."""

    here: str
    there: str


class Sides(NamedTuple):
    """The sides of each pair that a passage says beside a figure, and those that something in it may render."""

    said: frozenset[tuple[str, str]]
    meant: frozenset[tuple[str, str]]


NOTHING = Sides(frozenset(), frozenset())


class _Pairs:
    """The patterns of both sides of every pair, for each language."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.rows = {
            code: [
                (
                    (row["pair"], row["side"]),
                    _beside(row[code], row["pair"], code),
                    _beside(f"{row[code]}|{row[f'{code} also']}", row["pair"], code),
                )
                for row in lexicon.rows("contrary")
            ]
            for code in ("en", *TONGUES)
        }


def sides(text: str, code: str, english: Lexicon) -> Sides:
    """What a passage in the language ``code`` says beside figures; ``english`` is the lexicon that has the table."""
    if code not in _NEGATED:
        return NOTHING
    words = _NEGATED[code].sub(" ", folded(text, code))
    rows = english.kept(_Pairs).rows[code]
    said = frozenset(side for side, says, _ in rows if says.search(words) is not None)
    return Sides(said, said | {side for side, _, may in rows if may.search(words) is not None})


def contraries(here: Sides, there: Sides) -> tuple[Contrary, ...]:
    """The pairs of which the versions say different sides, and in no way the same."""
    return tuple(
        Contrary(side, other)
        for pair, side in sorted(here.said - there.meant)
        for same, other in sorted(there.said - here.meant)
        if pair == same
    )


def _beside(phrases: str, pair: str, code: str) -> re.Pattern[str]:
    if code == "zh":
        words = "|".join(re.escape(phrase.removesuffix("%")) for phrase in phrases.split("|"))
        return regex.lazy((_CHINESE_TIME if pair == "time" else _CHINESE_AMOUNT).format(words=words))
    known = pattern(phrases, code)
    assert known is not None
    goes_on = "[^ ]*" if "%" in phrases else ""
    return regex.lazy(rf"(?:{known.pattern}){goes_on}{_BESIDE}")
