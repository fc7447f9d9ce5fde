"""The valid word nearest to a mistyped one, for messages. difflib is imported only once something is wrong."""

from __future__ import annotations

from collections.abc import Iterable

_FOR_FIGURES = str.maketrans("OIL", "011")
"""Letters that are typed for figures."""
_FEW = 30
"""So many names can be read in a message."""


def nearest(word: str, valid: Iterable[str], alike: float = 0.6) -> str | None:
    """The entry of ``valid`` most like ``word``, letter case aside, or None if none is ``alike`` (1 is the same)."""
    from difflib import get_close_matches

    folded = {entry.casefold(): entry for entry in valid}
    found = get_close_matches(word.casefold(), list(folded), n=1, cutoff=alike)
    return folded[found[0]] if found else None


def hint(word: str, valid: Iterable[str]) -> str:
    """Words to end a message with: the nearest valid one, else all of them if they are few."""
    entries = sorted(valid)
    best = nearest(word, entries)
    if best is not None:
        return f"did you mean {best}?"
    if entries and len(entries) <= _FEW:
        return f"allowed: {', '.join(entries)}"
    return "no valid name is like it"


def rule_hint(word: str, rules: Iterable[str]) -> str:
    """``hint`` for the ids, names and families of rules: who wrote a number meant one rule and no family, and no letter in it."""
    known = {rule.upper(): rule for rule in rules}
    meant = known.get(word[:3].upper() + word[3:].upper().translate(_FOR_FIGURES))
    if meant is not None:
        return f"did you mean {meant}?"
    rules = known.values()
    numbered = any(sign.isdecimal() for sign in word)
    return hint(word, (rule for rule in rules if not (numbered and rule.isalpha())))
