"""Qualifiers: the small phrases by which a commitment is narrowed, and what became of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from resolint.corpus.folding import light
from resolint.corpus.verdicts import Qualifier
from resolint.wording import Change

__all__ = ["fates"]


@lru_cache(maxsize=4)
def _pattern(phrases: tuple[str, ...]) -> re.Pattern[str]:
    longest = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest))})(?!\w)")


def fates(source: str, text: str, changes: Sequence[Change], known: Mapping[str, str]) -> tuple[Qualifier, ...]:
    """The qualifiers of ``known`` (phrase to effect) that were dropped, added or moved on the way from source to text."""
    if not known:
        return ()
    find = _pattern(tuple(known)).findall
    ours, theirs = find(light(source)), find(light(text))
    return tuple(_fates(ours, theirs, changes, known, find))


def _fates(
    ours: Sequence[str], theirs: Sequence[str], changes: Sequence[Change], known: Mapping[str, str], find: object
) -> Iterator[Qualifier]:
    assert callable(find)
    out = [phrase for change in changes for phrase in find(light(change.old))]
    come = [phrase for change in changes for phrase in find(light(change.new))]
    for phrase in dict.fromkeys((*ours, *theirs)):
        before, after = ours.count(phrase), theirs.count(phrase)
        effect = known[phrase]
        if after < before:
            yield Qualifier(phrase, "dropped", effect)
        elif after > before:
            yield Qualifier(phrase, "added", effect)
        elif phrase in out and phrase in come:
            yield Qualifier(phrase, "moved", effect)
