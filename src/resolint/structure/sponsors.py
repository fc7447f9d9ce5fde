"""The line of sponsors: *Alpha, Beta and Gamma: revised draft resolution*.

Source: Editorial Manual, mastheads; practice of all bodies. Names that hold *and* are kept whole.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from resolint.regex import lazy

_LABEL = lazy(
    r"(?P<label>(?:(?:revised|amended|second revised) )?(?:draft|proposed|joint draft)"
    r" (?:resolutions?|decisions?|declaration|amendments?(?: to\b.*)?|ministerial declaration)"
    r"|(?:proposed |revised )?amendments?(?: to\b.*)?|working paper|note verbale\b.*)\s*\Z",
    re.IGNORECASE | re.DOTALL,
)
_KEPT = lazy(
    r"Antigua and Barbuda|Bosnia and Herzegovina|Trinidad and Tobago|(?:Saint|St\.?) Vincent and the Grenadines"
    r"|(?:Saint|St\.?) Kitts and Nevis|Sao Tome and Principe|São Tomé and Príncipe|Great Britain and Northern Ireland"
    r"|Serbia and Montenegro|Group of 77 and China|Asia and the Pacific|Latin America and the Caribbean"
)
_SPLIT = lazy(r",\s*and\s+|;\s*and\s+|,|;|\s+and\s+")
_BRACKETED = lazy(r"\[[^\[\]]*\]|\([^()]*\)")
_LONGEST_LINE = 12_000
_MASK = "\x00"


class SponsorsLine(NamedTuple):
    """The names, where they end (before the colon), and where the words after the colon stand."""

    names: tuple[str, ...]
    end: int
    label: tuple[int, int]


def sponsors_line(text: str, start: int, end: int) -> SponsorsLine | None:
    """The line of sponsors between ``start`` and ``end`` of ``text``, None if it is none."""
    if end - start > _LONGEST_LINE:
        return None
    colon = text.rfind(":", start, end)
    while colon > start and end - colon < 320:
        found = _LABEL.match(text[colon + 1 : end].lstrip("* \t\u00a0\n").rstrip(". "))
        if found is not None:
            first = end - len(text[colon + 1 : end].lstrip("* \t\u00a0\n"))
            return SponsorsLine(names(text[start:colon]), colon, (first, end))
        colon = text.rfind(":", start, colon)
    return None


def names(text: str) -> tuple[str, ...]:
    """The names of a list; commas inside of brackets and an *and* inside of a name do not part it."""
    masked = _KEPT.sub(lambda found: found[0].replace(" and ", f" {_MASK * 3} "), text[:_LONGEST_LINE])
    masked = _BRACKETED.sub(lambda found: _MASK * len(found[0]), masked)
    found, at = [], 0
    for part in (*_SPLIT.finditer(masked), None):
        stop = part.start() if part else len(text)
        name = text[at:stop].strip(" \t\n\u00a0*.•-")
        at = part.end() if part else stop
        if name:
            found.append(name)
    return tuple(found)
