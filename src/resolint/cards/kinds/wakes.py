"""What must occur in a draft for a rule without Python to be able to speak, read off its words and patterns."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from resolint import regex
from resolint.cards.kinds.consistent import groups
from resolint.cards.kinds.swap import avoided
from resolint.cards.kinds.terms import all_phrases
from resolint.rule import Context, Wake
from resolint.tokens import Phrase, phrase

__all__ = ["derived", "literals"]

_FEW = 4
"""A class of so many characters is taken for a choice among them."""


def derived(kind: str, context: Context) -> tuple[Wake, ...] | None:
    """The ways to wake a rule of ``kind`` with these options and tables; None if it must always run.

    Rows of every edition count: an edition only takes words away.
    """
    options = context.options
    if kind == "require":
        return _either(_phrases(options, "when_terms"), options.get("when_patterns", ()), ())
    if kind == "forbid":
        return _either(all_phrases(context), options.get("patterns", ()), options.get("having", ()))
    if kind == "rewrite":
        return _either((), [entry["find"] for entry in options["rewrites"]], ())
    if kind == "swap":
        return _either(avoided(context), (), ())
    if kind == "consistent":
        return _either(groups(context), (), ())
    return _either(_phrases(options, "terms"), [options["pattern"]] if "pattern" in options else (), ())


def _phrases(options: Mapping[str, Any], key: str) -> list[Phrase]:
    return [phrase(text) for text in options.get(key, ())]


def _either(phrases: Iterable[Phrase], patterns: Iterable[str], having: Iterable[str]) -> tuple[Wake, ...] | None:
    ways = []
    words = tuple(" ".join(one.words) for one in phrases)
    if words:
        ways.append(Wake(words=words))
    texts = tuple(having)
    if patterns and not texts:
        for pattern in patterns:
            found = literals(pattern)
            if found is None:
                return None
            texts += found
    if patterns:
        ways.append(Wake(texts=texts))
    return tuple(ways) or None


def literals(pattern: str) -> tuple[str, ...] | None:
    """Texts of which every match of ``pattern`` holds one, letter case aside; None if no such texts can be told."""
    from re import _parser  # type: ignore[attr-defined]

    if regex.compiled(pattern).flags & re.VERBOSE:
        return None
    return _of(_parser.parse(pattern))


def _of(parts: Iterable[tuple[Any, Any]]) -> tuple[str, ...] | None:
    """The most telling choice of texts among those that the parts of a pattern ask for one after the other."""
    choices: list[tuple[str, ...]] = []
    run = ""
    for code, argument in parts:
        name = str(code)
        if name == "LITERAL":
            run += chr(argument)
            continue
        if run:
            choices.append((run,))
            run = ""
        found = _one(name, argument)
        if found is not None:
            choices.append(found)
    if run:
        choices.append((run,))
    return max(choices, key=lambda texts: (min(map(len, texts)), -len(texts)), default=None)


def _one(name: str, argument: Any) -> tuple[str, ...] | None:
    if name == "SUBPATTERN":
        return _of(argument[-1])
    if name == "ATOMIC_GROUP":
        return _of(argument)
    if name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
        return _of(argument[2]) if argument[0] > 0 else None
    if name == "BRANCH":
        branches = [_of(branch) for branch in argument[1]]
        return None if any(one is None for one in branches) else tuple(text for one in branches for text in one or ())
    if name == "IN" and len(argument) <= _FEW and all(str(code) == "LITERAL" for code, _ in argument):
        return tuple(chr(value) for _, value in argument)
    return None
