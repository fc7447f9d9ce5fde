"""How the opening of a paragraph is compared across languages: by the English openings that it stands for.

The map is many-to-many: what stands for several English verbs agrees with any of them. Verbs are compared in their base form,
so that a participle agrees with a verb in the third person; what stands at the same height of one scale (*concerned*, *expressing
concern*) agrees as well. Strength is told only where every reading of one side lies above every reading of the other.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from resolint.comparison.strength import Strengths
from resolint.concordance.manners import manner
from resolint.concordance.negations import NOTHING as NOT_NEGATED
from resolint.concordance.negations import Negated, negated
from resolint.frozen import NamedTuple
from resolint.lexicon import Lexicon, openings, per_lexicon
from resolint.lexicon.phrases import is_leading, says_nothing, stem
from resolint.lexicon.tongues import Tongue

__all__ = ["Opened", "english_opening", "opened", "opening_in"]

_FOLLOWING = 60
_SEVERAL = 4
_ADVERB = 14
"""How far behind the opening the adverb may reach."""
_MANNER = 30
"""How far behind the opening *with appreciation* may reach."""
_NOTING, _RECEPTION, _PLAIN = frozenset(("note", "take")), "reception", (1.0,)
_PARTS = ("preambular", "operative", "both")
_VERBS = {"desirous": "desire"}
"""Adjectives that open paragraphs, by the verbs that say the same."""
_SAME = 1.0
_APART = 1.5
"""From so many ranks on one opening is stronger than another; neighbours on a scale stand for one another in translation."""


class Opened(NamedTuple):
    """An opening: the verbs it may stand for in their base form, and the ranks of those on each scale of strength, in order.

    ``near`` is what may be meant as well: verbs for which the language has a word that may stand for one of these too, in
    English what stands right behind the verb (*reiterates its demand*). ``rarely`` are verbs that the word stands for now and
    then, though they have a word of their own of another strength; ``again`` tells whether *also* or *further* is said,
    ``negated`` what is said of *not* behind it. ``forms`` are the verbs, each with whether *strongly* or the like stands with it.
    ``kin`` are verbs that other languages say in their place: *deeply concerned*, and *expressing deep concern*. ``words`` is the
    opening as it stands there.
    """

    verbs: frozenset[str]
    ranks: Mapping[str, tuple[float, ...]]
    known: bool
    near: frozenset[str] = frozenset()
    rarely: frozenset[str] = frozenset()
    again: bool = False
    negated: Negated = NOT_NEGATED
    forms: frozenset[tuple[str, bool]] = frozenset()
    kin: frozenset[str] = frozenset()
    words: str = ""

    def agrees(self, other: Opened) -> bool:
        """Whether the two may say the same; what is not known agrees with everything."""
        if not (self.known and other.known) or self.verbs & other.verbs:
            return True
        return any(
            abs(one - another) < _SAME
            for scale in self.ranks.keys() & other.ranks.keys()
            for one in self.ranks[scale]
            for another in other.ranks[scale]
        )

    def foreign_to(self, other: Opened) -> bool:
        """Whether the two are of quite another meaning: both known, and no word of the language stands for both."""
        return not (
            self.agrees(other)
            or self.near & (other.verbs | other.near)
            or other.near & self.verbs
            or self.akin_to(other)
        )

    def akin_to(self, other: Opened) -> bool:
        """Whether one is said for the other in translation, though no word of the table stands for both."""
        return bool(self.kin & other.verbs or other.kin & self.verbs)

    def shares(self, other: Opened) -> frozenset[str]:
        """The verbs that both may stand for, alike with *strongly* or without: *Encourages* is no *Strongly encourages*."""
        return frozenset(verb for verb, _ in self.forms & other.forms)

    def stronger(self, other: Opened) -> bool:
        """Whether this is stronger than ``other`` on a scale on which both stand, and on none weaker."""
        gaps = self._gaps(other)
        return bool(gaps) and all(gap >= _APART for gap in gaps)

    def _gaps(self, other: Opened) -> list[float]:
        """How far this lies above the other on each scale; below zero where it lies below, zero where they overlap."""
        found = []
        for scale, ranks in self.ranks.items():
            if scale in other.ranks:
                low, high, lowest, highest = ranks[0], ranks[-1], other.ranks[scale][0], other.ranks[scale][-1]
                found.append(low - highest if low > highest else high - lowest if high < lowest else 0.0)
        return found


NOTHING = Opened(frozenset(), {}, False)


def english_opening(text: str, lexicon: Lexicon) -> Opened:
    """The opening of an English paragraph."""
    found = openings.known(text, lexicon)
    if found is None:
        return NOTHING
    phrase = text[found.start : found.end + _FOLLOWING]
    near = frozenset(stem(word, lexicon) for word in phrase.lower().split()[:_SEVERAL])
    said = opened([phrase], lexicon)
    return said._replace(
        near=near,
        kin=_kin(said.verbs | near, lexicon),
        words=text[found.start : found.end].strip(),
        again=bool(found.adverb),
        negated=negated(text, found.end, "en"),
    )


def opening_in(text: str, tongue: Tongue, lexicon: Lexicon) -> Opened:
    """The opening of a paragraph in another language, by the English openings that its table gives for it."""
    meanings = tongue.meanings(text)
    if not meanings:
        return NOTHING
    known, _ = tongue.opening(text)
    assert known is not None
    found = _received(
        opened(sorted(meanings), lexicon), text[: known.end + (tongue.code != "zh") * _MANNER], tongue.code, lexicon
    )
    kinship = tongue.lexicon.kept(_Kinship)
    kin = (verbs for verbs in kinship.classes(tongue, lexicon) if verbs & found.verbs)
    return found._replace(
        near=found.verbs.union(*kin),
        # Of several verbs now the one and now the other is meant.
        kin=frozenset.intersection(*(_kin(frozenset((verb,)), lexicon) for verb in found.verbs)),
        rarely=kinship.rarely(text, tongue, lexicon),
        again=_again(text, tongue),
        negated=negated(text, known.end, tongue.code),
        words=text[: known.end].strip(),
    )


def _kin(words: frozenset[str], lexicon: Lexicon) -> frozenset[str]:
    """The verbs that are said for these words of openings in translation."""
    table = _renderings(lexicon)
    return frozenset[str]().union(*(table[word] for word in words if word in table))


@per_lexicon
def _renderings(lexicon: Lexicon) -> Mapping[str, frozenset[str]]:
    """What the table ``opening-kin`` says, with every word in its base form."""
    return {
        stem(row["word"], lexicon): frozenset(stem(word, lexicon) for word in row["renders"].split())
        for row in lexicon.rows("opening-kin")
    }


def _received(found: Opened, words: str, code: str, lexicon: Lexicon) -> Opened:
    """What takes note, with the manner that is said beside it: tables of openings cut *with appreciation* off."""
    how = manner(words, code) if found.verbs & _NOTING and found.ranks.get(_RECEPTION) == _PLAIN else None
    if how is None:
        return found
    said = opened([f"notes {how}", f"takes note {how}"], lexicon)
    return found._replace(verbs=said.verbs, ranks=said.ranks, forms=said.forms)


def _again(text: str, tongue: Tongue) -> bool:
    """Whether the opening says *also* or *further* as the language does in the sequence of repeated openings."""
    known, _ = tongue.opening(text)
    adverbs = tongue.patterns.get("sequence")
    if known is None or adverbs is None:
        return False
    folded = tongue.fold(text)[0]
    words = folded[: known.end] if tongue.code == "zh" else f" {folded[: known.end + _ADVERB]} "
    return any(tongue.fold(adverb)[0] in words for adverb in adverbs.pattern.split("|"))


class _Kinship:
    """Which English verbs share a word in the language of a lexicon; told once, from its table of openings."""

    def __init__(self, own: Lexicon) -> None:
        self._own = own
        self._found: list[frozenset[str]] | None = None
        self._first: dict[str, tuple[list[str], int]] | None = None

    def classes(self, tongue: Tongue, lexicon: Lexicon) -> list[frozenset[str]]:
        """The verbs that each word of several meanings stands for, in their base form."""
        if self._found is None:
            several = {meant for part in _PARTS for _, meant in tongue.phrases(part) if len(meant) > 1}
            self._found = [
                verbs for meant in several if len(verbs := frozenset(_verb(said, lexicon) for said in meant)) > 1
            ]
        return self._found

    def rarely(self, text: str, tongue: Tongue, lexicon: Lexicon) -> frozenset[str]:
        """The verbs that an opening stands for less often than for another of another strength, and than their own words do."""
        if self._first is None:
            self._first = {}
            for row in self._own.rows("openings"):
                meant = [said for said in row["english"].split("|") if said]
                seen = row["evidence"].removeprefix("seen ")
                self._first[tongue.fold(row["phrase"])[0]] = meant, int(seen) if seen.isdecimal() else 0
        known, _ = tongue.opening(text)
        meant, often = self._first.get(known.key, ([], 0)) if known is not None else ([], 0)
        if len(meant) < 2:
            return frozenset()
        first = opened(meant[:1], lexicon)
        others = ((said, opened([said], lexicon)) for said in meant[1:])
        apart = [said for said, other in others if other.stronger(first) or first.stronger(other)]
        return frozenset(
            _verb(said, lexicon) for said in apart if self._own_words(_verb(said, lexicon), lexicon) > often
        )

    def _own_words(self, verb: str, lexicon: Lexicon) -> int:
        """How often words were seen that stand for a verb before any other."""
        assert self._first is not None
        return sum(often for meant, often in self._first.values() if meant and _verb(meant[0], lexicon) == verb)


def opened(phrases: Iterable[str], lexicon: Lexicon) -> Opened:
    """What English phrases, any of which may be meant, have as verbs and as strength."""
    ranks, forms = dict[str, set[float]](), set[tuple[str, bool]]()
    scales = lexicon.kept(Strengths)
    for phrase in phrases:
        forms.add((_verb(phrase, lexicon), scales.intensified(phrase)))
        if (found := scales.find(phrase)) is not None:
            scale, rank, _ = found
            ranks.setdefault(scale, set()).add(rank)
    verbs = frozenset(verb for verb, _ in forms)
    heights = {scale: tuple(sorted(found)) for scale, found in ranks.items()}
    return Opened(verbs, heights, True, forms=frozenset(forms))


def _verb(phrase: str, lexicon: Lexicon) -> str:
    """The verb of an English opening in its base form, without what stands before it and without *re-*."""
    words = phrase.lower().split()
    while len(words) > 1 and (is_leading(words[0]) or says_nothing(words[0]) or words[0].endswith("ly")):
        words = words[1:]
    verb = stem(words[0].strip(",.;:").removeprefix("re-"), lexicon)
    return _VERBS.get(verb, verb)
