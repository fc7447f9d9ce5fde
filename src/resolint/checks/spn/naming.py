"""How sponsors are named: which official short name a name in the line was meant to be."""

from __future__ import annotations

import re
from collections.abc import Iterator

from resolint.checks.shared.sponsors import Names, SponsorLine, TableRow, fold, plain
from resolint.findings import Edit, Fix, Hit
from resolint.regex import lazy

__all__ = ["GROUP", "nearest", "wrong_names"]

GROUP = lazy(r"\b(?:group|union|movement|organi[sz]ation|association|community|league|states members)\b", re.I)
"""What names a group or an organization."""
_STYLED = lazy(
    r"(?:(?:the )?(?:permanent )?(?:delegation|mission|government) of )?(?:the )?"
    r"(?:(?:(?:arab |federal |federative |islamic |democratic |socialist |people's |co-operative |cooperative )*republic"
    r"|kingdom|principality|commonwealth|state|grand duchy|sultanate)"
    r" of (?:the )?)?"
)
"""What stands before a short name in the full name of a State, or before that of a delegation."""


def wrong_names(line: SponsorLine, names: Names, year: int | None, labelled: bool) -> Iterator[Hit]:
    """The names that are not the official short name at that time; on label lines one that is near to none is let pass."""
    for name in line.names:
        here = line.span(name.start, name.end)
        folded = fold(name.text)
        row = names.states.get(folded)
        if row is None:
            if folded in names.observers or GROUP.search(name.text):
                continue
            right = nearest(folded, names)
            if right is None:
                if not labelled:
                    yield Hit(here, {"name": name.text, "right": "the short name of a Member State or observer State"})
                continue
        else:
            right = row["official_short_name"]
            if plain(name.text) == plain(right) or _was_right(name.text, row, year):
                continue
        yield Hit(
            here, {"name": name.text, "right": right}, Fix(f"Write {right}", (Edit(here, right, name.text),), "suggest")
        )


def _was_right(name: str, row: TableRow, year: int | None) -> bool:
    """Whether ``name`` was the official name at that time; the year of the change accepts both."""
    if not row["former"] or plain(name).lower() != plain(row["former"]).lower():
        return False
    return year is not None and year <= int(row["since"][:4])


def nearest(folded: str, names: Names) -> str | None:
    """The State that a misspelt name was most likely meant to be, None if no name is close."""
    from difflib import get_close_matches

    styled = _STYLED.match(folded)
    if styled is not None and (row := names.states.get(folded[styled.end() :])) is not None:
        return row["official_short_name"]
    close = get_close_matches(folded[:100], list(names.states), n=1, cutoff=0.83)
    return names.states[close[0]]["official_short_name"] if close and close[0][0] == folded[0] else None
