"""The history of a wording: its first and latest use, how many texts, bodies and years, and where it last changed."""

from __future__ import annotations

from collections.abc import Sequence

from resolint import wording
from resolint.corpus.folding import light
from resolint.corpus.query import Finder, Match
from resolint.corpus.series import Series
from resolint.corpus.values import Scope, Use
from resolint.corpus.verdicts import Changed, Pedigree

__all__ = ["pedigree"]

_KIN = 0.75
"""Wordings that share so many words are versions of one another."""
_FAMILY = 10


def pedigree(
    match: Match,
    history: Sequence[tuple[Use, str]],
    matches: Sequence[Match],
    finder: Finder,
    scopes: Sequence[Scope],
    series: Series,
    text: str,
) -> Pedigree | None:
    """The history of the wording of ``match``; ``matches`` are the wordings near to it, among them its other versions.

    ``text`` is the paragraph of the draft, of a text in ``series``.
    """
    uses = [use for use, _ in history]
    if not uses:
        return None
    dated = [use for use in uses if use.entry.date] or list(uses)
    lineage = _Lineage(series, dated)
    return Pedigree(
        first=dated[0].entry,
        first_place=dated[0].place,
        latest=dated[-1].entry,
        latest_place=dated[-1].place,
        texts=len({(use.entry.corpus, use.entry.id) for use in uses}),
        bodies=tuple(sorted({use.entry.body for use in uses if use.entry.body})),
        years=tuple(sorted({use.entry.date[:4] for use in uses if use.entry.date})),
        changed=_changed(match, lineage, matches, finder, scopes, text),
        series=tuple(use.entry for use in dated if series.holds(use.entry)),
    )


class _Lineage:
    """The texts through which a wording came down: those of the draft's series, else those of the body that first had it."""

    def __init__(self, series: Series, uses: Sequence[Use]) -> None:
        self.series = series if any(series.holds(use.entry) for use in uses) else None
        self.body = uses[0].entry.body
        self.uses = self.of(uses)

    def of(self, uses: Sequence[Use]) -> list[Use]:
        """The dated uses in the lineage, the earliest first."""
        return [use for use in uses if use.entry.date and self._holds(use)]

    def _holds(self, use: Use) -> bool:
        return self.series.holds(use.entry) if self.series is not None else use.entry.body == self.body


def _changed(
    match: Match, lineage: _Lineage, matches: Sequence[Match], finder: Finder, scopes: Sequence[Scope], text: str
) -> Changed | None:
    """How the version of the wording that the text has came out of the one before it, as far as it stands in the text."""
    if not lineage.uses:
        return None
    first = lineage.uses[0]
    plain = light(match.wording.text)
    keys = {(match.layer, match.wording.key)}
    before: list[tuple[Use, str]] = []
    for other in matches:
        if (other.layer, other.wording.key) in keys or len(keys) > _FAMILY:
            continue
        keys.add((other.layer, other.wording.key))
        if _kin(plain, light(other.wording.text)):
            found = lineage.of([use for use, _ in finder.history(other.wording.text, scopes)])
            before += [(use, other.wording.text) for use in found if use.entry.date < first.entry.date]
    if not before:
        return None
    use, words = max(before, key=lambda one: (one[0].entry.date, one[0].entry.symbol, one[1]))
    old, new = " ".join(words.split()), " ".join(match.wording.text.split())
    standing = tuple(change for change in wording.changes(old, new) if _stands(change, light(text)))
    return Changed(use.entry, first.entry, first.place, old, new, standing) if standing else None


def _stands(change: wording.Change, text: str) -> bool:
    """Whether the words that a change brought stand in a text, or those that it took out do not."""
    new, old = light(change.new), light(change.old)
    if new == old:
        return False
    return new in text if new else old not in text


def _kin(ours: str, theirs: str) -> bool:
    from rapidfuzz.distance import Indel

    return Indel.normalized_similarity(ours.split(), theirs.split()) >= _KIN
