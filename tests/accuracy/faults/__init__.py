"""Operators that plant one fault into a clean draft and say where a linter has to see it.

An operator takes a draft and a number that chooses among several places or wordings; it gives the faulty draft with
the expected spots, or None where the draft offers no place for its fault.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from importlib import import_module
from typing import TypeVar

from tests.accuracy.drafts import Draft, Note, Para, Spot

MODULES = ("masthead", "layout", "preamble", "operative", "notes", "references", "spelling", "words", "grammar")


@dataclass(frozen=True)
class Planted:
    """A faulty draft and the places where the rule has to speak; ``forms`` names those that can have the fault, if not all."""

    draft: Draft
    spots: tuple[Spot, ...]
    forms: tuple[str, ...] = ()


_T = TypeVar("_T")
Operator = Callable[[Draft, int], Planted | None]
_FAULTS: dict[str, list[Operator]] = {}


def fault(*rules: str) -> Callable[[Operator], Operator]:
    """Marks an operator with the rules that have to find what it plants."""

    def register(operator: Operator) -> Operator:
        for rule in rules:
            _FAULTS.setdefault(rule, []).append(operator)
        return operator

    return register


def faults() -> dict[str, list[Operator]]:
    """Every operator, by rule."""
    for module in MODULES:
        import_module(f"{__name__}.{module}")
    return dict(sorted(_FAULTS.items()))


def choose(options: Iterable[_T], pick: int) -> _T | None:
    """One of the options, the next one for the next number."""
    found = list(options)
    return found[pick % len(found)] if found else None


def reworded(draft: Draft, place: int, start: int, end: int, new: str, *, near: bool = True) -> Planted:
    """The draft with other words in one paragraph; they are the spot."""
    para = draft.paras[place].edit(start, end, new)
    return Planted(draft.at(place, para), (Spot(para.text, start, start + len(new), near),))


def replaced(draft: Draft, pattern: str, new: str, pick: int, *roles: str) -> Planted | None:
    """The draft with one match of ``pattern`` replaced."""
    found = choose(draft.matches(pattern, *roles), pick)
    return None if found is None else reworded(draft, found[0], found[1].start(), found[1].end(), new)


def renoted(draft: Draft, place: int, old: str, new: str) -> Planted | None:
    """The draft with other words in one note; they are the spot."""
    one = draft.notes[place]
    start = one.text.find(old)
    if start < 0:
        return None
    para = Para("note", one.text, italic=(one.italic,)).edit(start, start + len(old), new)
    fresh = Note(one.key, para.text, para.italic[0])
    return Planted(draft.with_note(place, fresh), (Spot(para.text, start, start + len(new)),))


def refronted(draft: Draft, key: str, value: str, spot: str = "") -> Planted:
    """The draft with another field in the masthead; ``spot`` is the faulty part of it, by default all."""
    start = value.find(spot) if spot else 0
    fresh = replace(draft, front={**draft.front, key: value})
    return Planted(fresh, (Spot(value, start, start + len(spot or value)),))
