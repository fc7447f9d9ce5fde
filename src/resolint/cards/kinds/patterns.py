"""Regular expressions that cannot run away.

A pattern of a card may be run on any text, so the work at one place of the text must be bounded whatever the
text is. Python's engine gives no such promise; a pattern gives it itself if nothing in it repeats without an
upper limit and the ways to try it at one place are few. Both are read off the parsed pattern, so a pattern that
passes is linear in the length of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

from resolint import regex
from resolint.cards.index import indexed

__all__ = ["Runaway", "compiled", "ways"]

LIMIT = 2000
"""How many ways a pattern may have to be tried at one place."""


class Runaway(ValueError):
    """A pattern that is no regular expression or might take too long; ``str(error)`` says what to write."""


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """``pattern`` compiled. Raises Runaway."""
    try:
        found = regex.compiled(pattern)
    except re.error as error:
        raise Runaway(f"'{pattern}' is no regular expression: {error}") from None
    if pattern not in _proved():
        ways(pattern)
    return found


@cache
def _proved() -> frozenset[str]:
    """The patterns of resolint's own cards, which were proved when the index was made."""
    return frozenset(indexed().get("patterns"))


def ways(pattern: str) -> int:
    """How many ways there are at most to try ``pattern`` at one place of a text. Raises Runaway beyond ``LIMIT``."""
    from re import _parser  # type: ignore[attr-defined]

    found = _of(_parser.parse(pattern), pattern)
    if found > LIMIT:
        raise Runaway(
            f"'{pattern}' can be tried in more than {LIMIT} ways at one place of a text; "
            "repeat less, or repeat things that cannot be taken for one another"
        )
    return found


def _of(parts: Iterable[tuple[Any, Any]], pattern: str) -> int:
    total = 1
    for code, argument in parts:
        total = min(total * _one(str(code), argument, pattern), LIMIT + 1)
    return total


def _one(code: str, argument: Any, pattern: str) -> int:
    if code in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
        low, high, body = argument
        return _repeat(low, high, body, pattern)
    if code == "SUBPATTERN":
        return _of(argument[-1], pattern)
    if code == "ATOMIC_GROUP":
        return _of(argument, pattern)
    if code in ("ASSERT", "ASSERT_NOT"):
        return _of(argument[1], pattern)
    if code == "BRANCH":
        return _branch(argument[1], pattern)
    if code in ("GROUPREF", "GROUPREF_EXISTS", "GROUPREF_IGNORE"):
        raise Runaway(f"'{pattern}' refers back to a group; write what it stands for")
    return 1


def _repeat(low: int, high: Any, body: Any, pattern: str) -> int:
    if not isinstance(high, int) or int(high) > LIMIT:
        raise Runaway(f"'{pattern}' repeats without a limit (* or +); write the most there can be, such as {{1,40}}")
    once = _of(body, pattern)
    if once == 1:
        return int(high) - low + 1
    total = 0
    for count in range(low, int(high) + 1):
        total = min(total + min(once ** min(count, 12), LIMIT + 1), LIMIT + 1)
    return total


def _branch(branches: Sequence[Any], pattern: str) -> int:
    counts = [_of(branch, pattern) for branch in branches]
    first = [next(iter(branch), None) for branch in branches]
    letters = [item[1] for item in first if item is not None and str(item[0]) == "LITERAL"]
    if len(letters) == len(branches) and len(set(letters)) == len(letters):
        # The first letter tells the branches apart, so only one of them is ever followed.
        return max(counts)
    return min(sum(counts), LIMIT + 1)
