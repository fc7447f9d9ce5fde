"""The history of a wording: its first and latest use, how many texts, bodies and years, and where it last changed."""

from __future__ import annotations

from collections.abc import Sequence

from resolint import wording
from resolint.corpus.folding import light
from resolint.corpus.query import Finder, Match
from resolint.corpus.values import Scope, Use
from resolint.corpus.verdicts import Changed, Pedigree

__all__ = ["pedigree"]

_KIN = 0.75
"""Wordings that share so many words are versions of one another."""
_FAMILY = 10


def pedigree(
    match: Match, history: Sequence[tuple[Use, str]], matches: Sequence[Match], finder: Finder, scopes: Sequence[Scope]
) -> Pedigree | None:
    """The history of the wording of ``match``; ``matches`` are the wordings near to it, among them its other versions."""
    uses = [use for use, _ in history]
    if not uses:
        return None
    dated = [use for use in uses if use.entry.date] or list(uses)
    return Pedigree(
        first=dated[0].entry,
        first_place=dated[0].place,
        latest=dated[-1].entry,
        latest_place=dated[-1].place,
        texts=len({(use.entry.corpus, use.entry.id) for use in uses}),
        bodies=tuple(sorted({use.entry.body for use in uses if use.entry.body})),
        years=tuple(sorted({use.entry.date[:4] for use in uses if use.entry.date})),
        changed=_changed(match, dated, matches, finder, scopes),
    )


def _changed(
    match: Match, uses: Sequence[Use], matches: Sequence[Match], finder: Finder, scopes: Sequence[Scope]
) -> Changed | None:
    """The latest step from one version of the wording to the next."""
    versions = [(uses, match.wording.text)]
    plain = light(match.wording.text)
    keys = {(match.layer, match.wording.key)}
    for other in matches:
        if (other.layer, other.wording.key) in keys or len(versions) > _FAMILY:
            continue
        keys.add((other.layer, other.wording.key))
        if _kin(plain, light(other.wording.text)):
            found = [use for use, _ in finder.history(other.wording.text, scopes) if use.entry.date]
            if found:
                versions.append((found, other.wording.text))
    versions = [version for version in versions if version[0][0].entry.date]
    versions.sort(key=lambda version: version[0][0].entry.date)
    if len(versions) < 2:
        return None
    new_uses, new = versions[-1]
    start = new_uses[0].entry.date
    earlier = [(version[0], version[1]) for version in versions[:-1] if version[0][0].entry.date < start]
    if not earlier:
        return None
    # The version that was in use last before the newest one came.
    old_uses, old = max(
        (([use for use in found if use.entry.date < start], text) for found, text in earlier),
        key=lambda version: version[0][-1].entry.date,
    )
    old, new = " ".join(old.split()), " ".join(new.split())
    return Changed(old_uses[-1].entry, new_uses[0].entry, new_uses[0].place, old, new, wording.changes(old, new))


def _kin(ours: str, theirs: str) -> bool:
    from rapidfuzz.distance import Indel

    return Indel.normalized_similarity(ours.split(), theirs.split()) >= _KIN
