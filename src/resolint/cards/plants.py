"""How the fault of a rule is made in a clean draft, as a card declares it under ``plant``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from resolint.rule import Plant

__all__ = ["PARTS", "WrongPlant", "read"]

PARTS = ("masthead", "title", "organ line", "preamble", "operative", "subparagraph", "last", "footnotes")
"""Where a fault may be made; ``last`` is the last operative paragraph."""
_KEYS = ("find", "put", "part", "accept")


class WrongPlant(ValueError):
    """A declaration that cannot be used; ``str(error)`` says what is wrong with it."""


def read(values: Any, *, deep: bool) -> tuple[Plant, ...]:
    """The ways declared by ``values``, the value of the key ``plant``; with ``deep`` their patterns are tried.

    Raises WrongPlant.
    """
    if not isinstance(values, list) or not all(isinstance(one, dict) for one in values):
        raise WrongPlant("a list of tables is needed, such as [{ find = '(\\w),$', put = '\\1', part = \"preamble\" }]")
    return tuple(_plant(one, deep) for one in values)


def _plant(one: Mapping[str, Any], deep: bool) -> Plant:
    for key in one:
        if key not in _KEYS:
            raise WrongPlant(f"'{key}' says nothing here; allowed: {', '.join(_KEYS)}")
    find, put, part, accept = one.get("find"), one.get("put"), one.get("part", ""), one.get("accept", [])
    if not isinstance(find, str) or not find or not isinstance(put, str):
        raise WrongPlant("every way needs the texts 'find', a pattern, and 'put', what comes in its place")
    if part and part not in PARTS:
        raise WrongPlant(f"'{part}' is no part; allowed: {', '.join(PARTS)}")
    if not isinstance(accept, list) or not all(isinstance(text, str) for text in accept):
        raise WrongPlant("'accept' is a list of texts")
    if deep:
        _try(find, (put, *accept))
    return Plant(find, put, part, tuple(accept))


def _try(find: str, texts: tuple[str, ...]) -> None:
    from resolint.cards.kinds import patterns

    try:
        pattern = patterns.compiled(find)
    except patterns.Runaway as error:
        raise WrongPlant(str(error)) from None
    groups = {int(number) for text in texts for number in re.findall(r"\\(\d)", text)}
    if groups and max(groups) > pattern.groups:
        raise WrongPlant(f"'{find}' has {pattern.groups} groups, but \\{max(groups)} is taken up")
