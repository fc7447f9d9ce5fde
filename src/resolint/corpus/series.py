"""Series of texts: what a body adopts again, year after year, under titles of one family."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import field

from resolint import regex
from resolint.corpus.folding import key, light
from resolint.corpus.values import Entry, Use
from resolint.frozen import dataclass
from resolint.lexicon import Lexicon

__all__ = ["NO_SERIES", "Series", "cited", "series_of"]

_NUMBER = regex.compiled(r"^\W*[\d/ .()IVXLS-]{1,16}(?=\D)")
_LEAST = 4
"""Words that two titles must have in common from the start for one to be a longer form of the other."""
_REFERENCE = regex.compiled(
    r"(?<![\w/])[A-Z0-9][\w.()-]*(?:/[\w.()-]*\w\)?)+|(?<!\w)\d{2,5} \((?:[IVXLC]+|(?:19|20)\d\d)\)"
)


@dataclass(frozen=True, slots=True)
class Series:
    """The texts whose titles are of one family with ``title``; without a title none is."""

    title: tuple[str, ...] = ()
    fold: Callable[[str], Sequence[str]] = field(default=str.split, repr=False)

    def holds(self, entry: Entry) -> bool:
        """Whether a text is of the series: its title is the same but for years and ordinals, or a longer form of it."""
        if not self.title or not entry.title:
            return False
        other = tuple(self.fold(entry.title))
        short, long = sorted((self.title, other), key=len)
        return short == long or (len(short) >= _LEAST and long[: len(short)] == short)

    def of(self, uses: Sequence[tuple[Use, str]]) -> list[tuple[Use, str]]:
        """Those of ``uses`` that stand in texts of the series."""
        return [one for one in uses if self.holds(one[0].entry)]


NO_SERIES = Series()


def series_of(title: str, lexicon: Lexicon) -> Series:
    """The series to which a text under ``title`` belongs."""

    def fold(words: str) -> Sequence[str]:
        plain = light(words)
        # The report of one organ and that of another are two series.
        return key(_NUMBER.sub("", plain) or plain, lexicon, folded=True, named=True)

    found = tuple(fold(title)) if title.strip() else ()
    return Series(found, fold)


def cited(text: str) -> frozenset[str]:
    """The numbers and symbols of documents that a text refers to: ``70/1``, ``A/HRC/57/2``, ``1325 (2000)``."""
    return frozenset(
        "".join(found.split()).upper().rstrip(".")
        for found in _REFERENCE.findall(text)
        if any(char.isdecimal() for char in found)
    )
