"""Qualifiers: the small phrases by which a commitment is narrowed, and what became of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from resolint import regex
from resolint.corpus.folding import light
from resolint.corpus.verdicts import Qualifier
from resolint.wording import Change

__all__ = ["fates"]


_WORD = regex.compiled(r"\w+(?:['-]\w+)*")
_CLAUSE = 3
"""A qualifier that goes or comes with more words than so many besides goes or comes with its clause."""


@lru_cache(maxsize=4)
def _pattern(phrases: tuple[str, ...]) -> re.Pattern[str]:
    longest = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return regex.compiled(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest))})(?!\w)")


def fates(source: str, text: str, changes: Sequence[Change], known: Mapping[str, str]) -> tuple[Qualifier, ...]:
    """The qualifiers of ``known`` (phrase to effect) that were dropped, added or moved on the way from source to text.

    What goes or comes with a whole clause is no matter of qualifiers.
    """
    if not known:
        return ()
    pattern = _pattern(tuple(known))
    ours, theirs = light(source), light(text)
    before, after = _places(pattern, ours), _places(pattern, theirs)
    out = {phrase for change in changes for phrase in pattern.findall(light(change.old))}
    come = {phrase for change in changes for phrase in pattern.findall(light(change.new))}
    gone_alone = _alone(pattern, (light(change.old) for change in changes))
    come_alone = _alone(pattern, (light(change.new) for change in changes))
    found = []
    for phrase in dict.fromkeys((*before, *after)):
        old, new = before.get(phrase, []), after.get(phrase, [])
        if len(new) < len(old):
            if phrase in gone_alone:
                found.append(Qualifier(phrase, "dropped", known[phrase]))
        elif len(new) > len(old):
            if phrase in come_alone:
                found.append(Qualifier(phrase, "added", known[phrase]))
        elif phrase in out & come or _moved(old, new, set(_WORD.findall(theirs))):
            found.append(Qualifier(phrase, "moved", known[phrase]))
    return tuple(found)


def _alone(pattern: re.Pattern[str], stretches: Iterable[str]) -> set[str]:
    """The qualifiers that are most of a stretch that went or came, and not a part of a clause that did."""
    found = set()
    for stretch in stretches:
        phrases = pattern.findall(stretch)
        if phrases and len(_WORD.findall(pattern.sub(" ", stretch))) <= _CLAUSE:
            found.update(phrases)
    return found


def _places(pattern: re.Pattern[str], text: str) -> dict[str, list[tuple[str, str]]]:
    """The qualifiers of a text, each with the words before and after it."""
    found: dict[str, list[tuple[str, str]]] = {}
    for one in pattern.finditer(text):
        before, after = _WORD.findall(text, max(0, one.start() - 40), one.start()), _WORD.search(text, one.end())
        found.setdefault(one.group(), []).append((before[-1] if before else "", after.group() if after else ""))
    return found


def _moved(old: Sequence[tuple[str, str]], new: Sequence[tuple[str, str]], words: set[str]) -> bool:
    """Whether a qualifier stands between two other words although those it stood between are still there."""
    return any(
        ours[0] != theirs[0] and ours[1] != theirs[1] and all(word in words or not word for word in ours)
        for ours, theirs in zip(old, new, strict=True)
    )
