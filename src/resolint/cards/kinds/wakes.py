"""What must occur in a draft for a rule without Python to be able to speak, read off its words and patterns."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from resolint import regex
from resolint.cards.kinds.consistent import groups
from resolint.cards.kinds.swap import avoided
from resolint.cards.kinds.terms import all_phrases
from resolint.leads import texts_of
from resolint.rule import Context, Wake
from resolint.tokens import Phrase, phrase

__all__ = ["derived", "literals"]


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
    return texts_of(_parser.parse(pattern))
