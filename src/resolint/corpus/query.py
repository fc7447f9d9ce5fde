"""Finds the adopted wordings nearest to a text: by hashed shingles, weighed by rarity, then ranked by likeness.

The layers of a ``Finder`` are asked in order; of two wordings that are equally near the one in the earlier layer comes first.
A wording that differs only in what every reuse changes is found at once by its key, without any search.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from heapq import nlargest
from math import inf
from operator import itemgetter

from resolint import regex
from resolint.corpus.folding import digest, key, light, shingles, telling
from resolint.corpus.values import Corpus, Entry, Scope, Use, Wording
from resolint.corpus.verdicts import Suggestion
from resolint.frozen import dataclass

__all__ = ["Finder", "Match"]

_UNBOUND = Scope()
_FEW = 40
"""A shingle in fewer wordings is rare."""
_TELLING = 1.5
"""Rare shingles that weigh so much together tell what a text is."""
_HINTING = 0.7
"""Rare shingles that weigh so much together make it worth to look at once at what holds them."""
_AT_ONCE = 12
"""So many shingles are read at once; where they tell enough, the others are not read."""
_CAP = 400
"""A shingle in so many wordings tells little; it is read no further."""
_RANKED = 24
"""So many candidates are ranked by likeness."""
_PORTION = 6
_CERTAIN = 0.9
"""A candidate so near has no nearer one that shares fewer of its rare shingles."""
_LIKELY, _FAR = 0.6, 0.4
_SETTLED = 0.86
"""What is so near by its rare shingles is hardly ever less near than something that shares crowded ones alone."""
_SLIGHT = 0.1
_SURE, _BRIEFLY = 0.8, 20
"""What is less near than this is looked for a second time among the crowded shingles; a text of so few words up to ``_CERTAIN``."""
_DEEP, _DEEPER, _RANKED_DEEP = 12, 4000, 48
"""So many crowded shingles are read, the rarest; the second time so far, and so many candidates are ranked."""
_NUMBERED = regex.compiled(r"(?<!\d)\d+/\d+|(?<!\d)\d{1,4} \((?:19|20)\d\d\)")
_MOSTLY = 10
"""A text with the number of a resolution for every so many of its words is a list of them."""
_LISTED = 24
"""So many of its numbers are looked for, the latest ones."""
_HELD = 40
"""So many wordings are looked through for one that holds the words of a text."""
_BRIEF, _PHRASE = 16, 4
_BARE = regex.compiled(r"\w+")
_TRIED = 80
"""So many candidates are looked through for some that are in the scope."""


@dataclass(frozen=True, slots=True)
class Match:
    """An adopted wording near to the text asked for. ``similarity`` runs from 0 to 1 and passes over typography;
    ``same_key`` tells that the two differ in nothing but dates, numbers and organs. ``layer`` counts from 0.
    """

    wording: Wording
    similarity: float
    same_key: bool
    layer: int


class Finder:
    """Asks one or several corpora of one language, in order."""

    def __init__(self, layers: Sequence[Corpus]) -> None:
        self.layers = tuple(layers)
        self.lexicon = self.layers[0].lexicon

    def scopes(
        self, before: str | None, symbol: str, whole: int, limits: Scope = _UNBOUND, without: Sequence[str] = ()
    ) -> tuple[Scope, ...]:
        """For each layer what counts: adopted before the date, not the draft itself nor earlier drafts of it.

        ``whole`` is the digest of the draft's wordings (``values.prepared``). ``limits`` bound it further; the texts with the
        symbols ``without`` do not count.
        """
        found = []
        for layer in self.layers:
            off = {entry.id for name in without for entry in layer.entries(name)}
            found.append(replace(limits, before=before, without=layer.own(symbol, whole) | off))
        return tuple(found)

    def everything(self) -> tuple[Scope, ...]:
        """The scope without bounds."""
        return tuple(Scope() for _ in self.layers)

    def nearest(self, text: str, scopes: Sequence[Scope] = (), limit: int = _RANKED) -> tuple[Match, ...]:
        """The adopted wordings nearest to ``text``, the nearest first; with an equal key before all others."""
        plain = light(text)
        words = key(plain, self.lexicon, folded=True)
        scopes = scopes or self.everything()
        found: list[Match] = []
        for at, layer in enumerate(self.layers):
            same = layer.keys([digest(words)]).get(digest(words))
            if same is not None:
                found += [
                    Match(one, _ratio(plain, light(one.text)), True, at) for one in layer.wordings([same], scopes[at])
                ]
            found += self._like(layer, at, plain, words, scopes[at], same)
        found.sort(key=_order)
        best: dict[tuple[int, int], Match] = {}
        for match in found:
            best.setdefault((match.layer, match.wording.key), match)
        return tuple(best.values())[:limit]

    def holding(self, text: str, scopes: Sequence[Scope] = (), limit: int = _HELD) -> tuple[Match, ...]:
        """The adopted wordings that share most with ``text``, however long they are: the likely ones to hold its words.

        They come by what they share, and their ``similarity`` is left at 0.
        """
        plain = light(text)
        hashes = shingles(key(plain, self.lexicon, folded=True))
        scopes = scopes or self.everything()
        found: list[Match] = []
        for at, layer in enumerate(self.layers):
            weights: dict[int, float] = {}
            for row in layer.postings(hashes, _CAP):
                weight = (1 + len(row)) ** -0.25
                for one in row:
                    weights[one] = weights.get(one, 0.0) + weight
            keys = [one for one, _ in nlargest(2 * limit, weights.items(), key=itemgetter(1))]
            if phrases := _phrases(plain):
                keys = list(dict.fromkeys((*layer.phrased(phrases, _RANKED), *keys)))
            place = {one: n for n, one in enumerate(keys)}
            rows = sorted(layer.wordings(keys, scopes[at]), key=lambda row: (place[row.key], row.text))
            found += [Match(row, 0.0, False, at) for row in rows[: limit + _RANKED]]
        return tuple(found)

    def _like(
        self, layer: Corpus, at: int, plain: str, words: list[str], scope: Scope, known: int | None
    ) -> Iterator[Match]:
        best = 0.0
        for match in self._by_shingles(layer, at, plain, words, scope, known):
            best = max(best, match.similarity)
            yield match
        numbers = _NUMBERED.findall(plain)
        if best < _CERTAIN and numbers and len(words) <= _MOSTLY * len(numbers):
            # A list of resolutions is told by their numbers, which the index passes over.
            for wording in layer.wordings(list(dict.fromkeys(layer.phrased(numbers[-_LISTED:], _RANKED))), scope):
                yield Match(wording, _ratio(plain, light(wording.text)), False, at)

    def _by_shingles(
        self, layer: Corpus, at: int, plain: str, words: list[str], scope: Scope, known: int | None
    ) -> Iterator[Match]:
        enough = _CERTAIN if telling(words) <= _BRIEFLY else _SURE
        hashes = shingles(words)
        weights: dict[int, float] = {}
        crowded, read = _weigh_rare(layer, hashes, weights, _TELLING)
        told = max(weights.values(), default=0.0)
        least = _SETTLED if told < _TELLING else _SURE if known is None else 0.0
        if known is not None:
            weights.pop(known, None)
        seen: set[int] = set()
        best = near = 0.0
        if told >= _HINTING:
            # What shares some rare shingles is looked at before the crowded ones are read, which costs most of a question.
            for match in self._ranked(layer, at, plain, weights, scope, seen, _PORTION):
                best = near = max(best, match.similarity)
                yield match
        cut: list[int] = []
        if best < least:
            crowded += _weigh_rare(layer, hashes[read:], weights)[0]
            cut, near = _weigh_crowded(layer, crowded, weights), 0.0
            if known is not None:
                weights.pop(known, None)
        for match in self._ranked(layer, at, plain, weights, scope, seen, _RANKED, near):
            best = max(best, match.similarity)
            yield match
        if cut and best < enough:
            keys = [one for one in _crowding(layer, cut, weights) if one not in seen and one != known]
            for wording in layer.wordings(keys, scope):
                yield Match(wording, _ratio(plain, light(wording.text)), False, at)

    def _ranked(
        self,
        layer: Corpus,
        at: int,
        plain: str,
        weights: Mapping[int, float],
        scope: Scope,
        seen: set[int],
        most: int,
        best: float = 0.0,
    ) -> Iterator[Match]:
        """The heaviest candidates that were not ``seen``, at most so many, until what is left is not nearer than the ``best``."""
        candidates = _heaviest(weights)
        least = _FAR * candidates[0][1] if candidates else 0.0
        candidates = [one for one in candidates if one[0] not in seen]
        found = 0
        while candidates and found < most and best < _CERTAIN:
            # What shares so much less than the best is not nearer than what was ranked already.
            if best > _LIKELY and candidates[0][1] < least:
                break
            portion, candidates = candidates[:_PORTION], candidates[_PORTION:]
            seen.update(one for one, _ in portion)
            for wording in layer.wordings([one for one, _ in portion], scope):
                found += 1
                likeness = _ratio(plain, light(wording.text))
                best = max(best, likeness)
                yield Match(wording, likeness, False, at)

    def uses(self, match: Match, scopes: Sequence[Scope]) -> Sequence[Use]:
        """Where a wording was adopted, the earliest first."""
        return self.layers[match.layer].uses([match.wording.id], scopes[match.layer])

    def suggestions(self, text: str, scopes: Sequence[Scope], limit: int) -> tuple[Suggestion, ...]:
        """The adopted wordings nearest to ``text`` with their uses, the nearest first, at most ``limit``."""
        return tuple(
            Suggestion(
                match.similarity, " ".join(match.wording.text.split()), tuple(reversed(self.uses(match, scopes)))
            )
            for match in self.nearest(text, scopes)[:limit]
        )

    def history(self, text: str, scopes: Sequence[Scope]) -> list[tuple[Use, str]]:
        """Where a wording was adopted, what every reuse changes left aside, with the words it had there; the earliest first.

        All layers count; a use that two of them hold counts once. Undated uses come last.
        """
        number = digest(key(text, self.lexicon))
        found: dict[tuple[str, str, str], tuple[Use, str]] = {}
        for layer, scope in zip(self.layers, scopes, strict=True):
            same = layer.keys([number]).get(number)
            if same is not None:
                words = {one.id: one.text for one in layer.wordings([same], scope)}
                for use in layer.uses(list(words), scope):
                    found.setdefault((use.entry.shown, use.entry.date, use.place), (use, words[use.wording]))
        return sorted(found.values(), key=lambda one: (one[0].entry.date or "9", one[0].entry.symbol, one[0].number))

    def by_symbol(self, symbol: str) -> tuple[Corpus, Entry] | None:
        """The text with this symbol in the first layer that has it."""
        for layer in self.layers:
            for entry in layer.entries(symbol):
                if not entry.draft_of:
                    return layer, entry
        return None

    def figures(self) -> Mapping[str, int]:
        """The sums over all layers."""
        total: dict[str, int] = {}
        for layer in self.layers:
            for name, count in layer.figures().items():
                total[name] = total.get(name, 0) + count
        return total


def _weigh_rare(
    layer: Corpus, hashes: Sequence[int], weights: dict[int, float], told: float = inf
) -> tuple[list[tuple[int, int]], int]:
    """Weigh by rare shingles, until a candidate weighs as much as ``told``.

    Gives the crowded shingles that were met, each behind a number by which the rarest come first, and how many were read: keys are
    numbered by hashes, so the further a row has come with its first keys, the shorter it is.
    """
    crowded: list[tuple[int, int]] = []
    for at in range(0, len(hashes), _AT_ONCE):
        portion = hashes[at : at + _AT_ONCE]
        for h, row in zip(portion, layer.postings(portion, _FEW), strict=True):
            if len(row) < _FEW:
                _weigh(weights, row)
            else:
                crowded.append((-row[-1], h))
        if max(weights.values(), default=0.0) >= told:
            return crowded, at + len(portion)
    return crowded, len(hashes)


def _weigh_crowded(layer: Corpus, crowded: Sequence[tuple[int, int]], weights: dict[int, float]) -> list[int]:
    """Weigh by the rarest of the crowded shingles too; gives those of them of which not all was read, the rarest first."""
    rarest = [h for _, h in sorted(crowded)[:_DEEP]]
    if not rarest:
        return []
    cut: list[tuple[int, int]] = []
    for h, row in zip(rarest, layer.postings(rarest, _CAP), strict=True):
        _weigh(weights, row)
        if len(row) >= _CAP:
            cut.append((-row[-1], h))
    return [h for _, h in sorted(cut)]


def _heaviest(weights: Mapping[int, float]) -> list[tuple[int, float]]:
    """The candidates that weigh most; what weighs a small part of the first one is left out before they are sorted."""
    least = _SLIGHT * max(weights.values(), default=0.0)
    kept = [one for one in weights.items() if one[1] >= least]
    return sorted(kept, key=itemgetter(1), reverse=True)[:_TRIED]


def _weigh(weights: dict[int, float], row: Sequence[int]) -> None:
    weight = (1 + len(row)) ** -0.5
    for one in row:
        weights[one] = weights.get(one, 0.0) + weight


def _crowding(layer: Corpus, crowded: Sequence[int], weights: Mapping[int, float]) -> list[int]:
    """The keys that share most of the crowded shingles of a text, all of which many others have too: a formula of every year."""
    shared = Counter[int]()
    for row in layer.postings(crowded[:_DEEP], _DEEPER):
        shared.update(row)
    least = max(shared.values(), default=0) // 2
    found = [(count, weights.get(one, 0.0), one) for one, count in shared.items() if count > least]
    return [one for *_, one in nlargest(_RANKED_DEEP, found)]


def _phrases(plain: str) -> list[str]:
    """What to look for word by word: the numbers of a list, and of a short text, which has few shingles, all stretches."""
    numbers = _NUMBERED.findall(plain)[-_LISTED:]
    words = _BARE.findall(plain)
    if len(words) <= _BRIEF:
        numbers += [" ".join(words[at : at + _PHRASE]) for at in range(max(1, len(words) - _PHRASE + 1))]
    return numbers


def _order(match: Match) -> tuple[bool, float, int, str]:
    """By which matches are sorted; the words themselves decide last, never the order in which texts were added."""
    return not match.same_key, -match.similarity, match.layer, match.wording.text


def _ratio(ours: str, theirs: str) -> float:
    from rapidfuzz.distance import Indel

    return Indel.normalized_similarity(ours, theirs)
