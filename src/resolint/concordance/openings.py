"""How the opening of a paragraph is compared across languages: by the English openings that it stands for.

The map is many-to-many: what stands for several English verbs agrees with any of them. Verbs are compared in their base form,
so that a participle agrees with a verb in the third person; what stands at the same height of one scale (*concerned*, *expressing
concern*) agrees as well. Strength is told only where every reading of one side lies above every reading of the other.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from resolint.comparison.strength import Strengths
from resolint.frozen import NamedTuple
from resolint.lexicon import Lexicon, openings
from resolint.lexicon.phrases import is_leading, says_nothing, stem
from resolint.lexicon.tongues import Tongue

__all__ = ["Opened", "english_opening", "opened", "opening_in"]

_FOLLOWING = 60
_SAME = 1.0
_APART = 1.5
"""From so many ranks on one opening is stronger than another; neighbours on a scale stand for one another in translation."""


class Opened(NamedTuple):
    """An opening: the verbs it may stand for in their base form, and its lowest and highest rank on each scale of strength."""

    verbs: frozenset[str]
    ranks: Mapping[str, tuple[float, float]]
    known: bool

    def agrees(self, other: Opened) -> bool:
        """Whether the two may say the same; what is not known agrees with everything."""
        if not (self.known and other.known) or self.verbs & other.verbs:
            return True
        return any(-_SAME < gap < _SAME for gap in self._gaps(other))

    def stronger(self, other: Opened) -> bool:
        """Whether this is stronger than ``other`` on a scale on which both stand, and on none weaker."""
        gaps = self._gaps(other)
        return bool(gaps) and all(gap >= _APART for gap in gaps)

    def _gaps(self, other: Opened) -> list[float]:
        """How far this lies above the other on each scale; below zero where it lies below, zero where they overlap."""
        found = []
        for scale, (low, high) in self.ranks.items():
            if scale in other.ranks:
                lowest, highest = other.ranks[scale]
                found.append(low - highest if low > highest else high - lowest if high < lowest else 0.0)
        return found


NOTHING = Opened(frozenset(), {}, False)


def english_opening(text: str, lexicon: Lexicon) -> Opened:
    """The opening of an English paragraph."""
    found = openings.known(text, lexicon)
    if found is None:
        return NOTHING
    return opened([text[found.start : found.end + _FOLLOWING]], lexicon)


def opening_in(text: str, tongue: Tongue, lexicon: Lexicon) -> Opened:
    """The opening of a paragraph in another language, by the English openings that its table gives for it."""
    meanings = tongue.meanings(text)
    return opened(sorted(meanings), lexicon) if meanings else NOTHING


def opened(phrases: Iterable[str], lexicon: Lexicon) -> Opened:
    """What English phrases, any of which may be meant, have as verbs and as strength."""
    verbs, ranks = set[str](), dict[str, tuple[float, float]]()
    scales = lexicon.kept(Strengths)
    for phrase in phrases:
        words = phrase.lower().split()
        while len(words) > 1 and (is_leading(words[0]) or says_nothing(words[0]) or words[0].endswith("ly")):
            words = words[1:]
        verbs.add(stem(words[0].strip(",.;:"), lexicon))
        if (found := scales.find(phrase)) is not None:
            scale, rank, _ = found
            low, high = ranks.get(scale, (rank, rank))
            ranks[scale] = min(low, rank), max(high, rank)
    return Opened(frozenset(verbs), ranks, True)
