"""The organs that adopt resolutions and decisions, by the table ``organs``."""

from __future__ import annotations

from typing import NamedTuple

from resolint.lexicon import Lexicon, per_lexicon

__all__ = ["Organ", "organ_at", "organs"]

_LONGEST = 240


class Organ(NamedTuple):
    """An organ: its name, the line that opens its texts (empty if it has none) and the beginnings of its symbols."""

    code: str
    name: str
    line: str
    symbols: tuple[str, ...] = ()


@per_lexicon
def organs(lexicon: Lexicon) -> tuple[Organ, ...]:
    """The organs of the table, in its order."""
    return tuple(
        Organ(row["code"], row["name"], row.get("line", ""), tuple(row.get("symbols", "").split()))
        for row in lexicon.rows("organs")
    )


@per_lexicon
def _names(lexicon: Lexicon) -> tuple[str, ...]:
    """The names in small letters, the longest first."""
    return tuple(sorted({organ.name.lower() for organ in organs(lexicon)}, key=lambda name: (-len(name), name)))


def organ_at(text: str, start: int, lexicon: Lexicon) -> int:
    """The end of the longest organ's name that stands at ``start`` of ``text``, -1 if there is none."""
    lowered = text[start : start + _LONGEST].replace("\n", " ").replace("\u00a0", " ").lower()
    for name in _names(lexicon):
        if lowered.startswith(name) and not lowered[len(name) : len(name) + 1].isalpha():
            return start + len(name)
    return -1
