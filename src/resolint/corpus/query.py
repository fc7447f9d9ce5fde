"""Finds the adopted wordings nearest to a text: by hashed shingles, weighed by rarity, then ranked by likeness.

The layers of a ``Finder`` are asked in order; of two wordings that are equally near the one in the earlier layer comes first.
A wording that differs only in what every reuse changes is found at once by its key, without any search.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import nlargest
from operator import itemgetter

from resolint.corpus.folding import digest, key, light, shingles
from resolint.corpus.values import Corpus, Entry, Scope, Use, Wording

__all__ = ["Finder", "Match"]

_CAP = 400
"""A shingle in so many wordings tells little; it is read no further."""
_RANKED = 24
"""So many candidates are ranked by likeness."""
_PORTION = 12
_CERTAIN = 0.9
"""A candidate so near has no nearer one that shares fewer of its rare shingles."""
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
    """Asks one or several corpora, in order."""

    def __init__(self, layers: Sequence[Corpus]) -> None:
        self.layers = tuple(layers)

    def scopes(self, before: str | None, symbol: str, whole: int) -> tuple[Scope, ...]:
        """For each layer what counts: adopted before the date, not the draft itself nor earlier drafts of it.

        ``whole`` is the digest of the draft's wordings (``values.prepared``).
        """
        return tuple(Scope(before, layer.own(symbol, whole)) for layer in self.layers)

    def everything(self) -> tuple[Scope, ...]:
        """The scope without bounds."""
        return tuple(Scope() for _ in self.layers)

    def nearest(self, text: str, scopes: Sequence[Scope] = (), limit: int = _RANKED) -> tuple[Match, ...]:
        """The adopted wordings nearest to ``text``, the nearest first; with an equal key before all others."""
        plain = light(text)
        words = key(plain, folded=True)
        scopes = scopes or self.everything()
        found: list[Match] = []
        for at, layer in enumerate(self.layers):
            same = layer.keys([digest(words)]).get(digest(words))
            if same is not None:
                found += [
                    Match(one, _ratio(plain, light(one.text)), True, at) for one in layer.wordings([same], scopes[at])
                ]
            found += self._like(layer, at, plain, words, scopes[at], same)
        found.sort(key=lambda match: (-match.same_key, -match.similarity, match.layer, match.wording.id))
        best: dict[tuple[int, int], Match] = {}
        for match in found:
            best.setdefault((match.layer, match.wording.key), match)
        return tuple(best.values())[:limit]

    def _like(
        self, layer: Corpus, at: int, plain: str, words: list[str], scope: Scope, known: int | None
    ) -> Iterator[Match]:
        hashes = shingles(words)
        if not hashes:
            return
        candidates = [one for one in _weighed(layer.postings(hashes, _CAP)) if one != known]
        seen: set[int] = set()
        best = 0.0
        while candidates and len(seen) < _RANKED and best < _CERTAIN:
            portion, candidates = candidates[:_PORTION], candidates[_PORTION:]
            for wording in layer.wordings(portion, scope):
                seen.add(wording.key)
                likeness = _ratio(plain, light(wording.text))
                best = max(best, likeness)
                yield Match(wording, likeness, False, at)

    def uses(self, match: Match, scopes: Sequence[Scope]) -> Sequence[Use]:
        """Where a wording was adopted, the earliest first."""
        return self.layers[match.layer].uses([match.wording.id], scopes[match.layer])

    def history(self, text: str, scopes: Sequence[Scope]) -> list[tuple[Use, str]]:
        """Where a wording was adopted, what every reuse changes left aside, with the words it had there; the earliest first.

        All layers count; a use that two of them hold counts once. Undated uses come last.
        """
        number = digest(key(text))
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


def _weighed(rows: Sequence[Sequence[int]]) -> list[int]:
    """The candidates, the best first: rare shingles weigh more."""
    weights: dict[int, float] = {}
    for row in rows:
        weight = (1 + len(row)) ** -0.5
        for one in row:
            weights[one] = weights.get(one, 0.0) + weight
    best = nlargest(_TRIED, weights.items(), key=itemgetter(1))
    return [one for one, _ in best]


def _ratio(ours: str, theirs: str) -> float:
    from rapidfuzz.distance import Indel

    return Indel.normalized_similarity(ours, theirs)
