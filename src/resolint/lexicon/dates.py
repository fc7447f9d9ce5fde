"""The names of the months, by the table ``months``."""

from __future__ import annotations

from collections.abc import Mapping

from resolint.lexicon import Lexicon, per_lexicon

__all__ = ["month_number", "months", "short_months"]


@per_lexicon
def months(lexicon: Lexicon) -> tuple[str, ...]:
    """The names of the twelve months, as they are printed."""
    return tuple(row["month"] for row in lexicon.rows("months"))


@per_lexicon
def short_months(lexicon: Lexicon) -> tuple[str, ...]:
    """The short forms of their names, where they have one (*Sept*, *Sep*)."""
    return tuple(name for row in lexicon.rows("months") for name in row["short"].split("|") if name)


@per_lexicon
def _numbers(lexicon: Lexicon) -> Mapping[str, int]:
    return {
        name.lower(): int(row["number"])
        for row in lexicon.rows("months")
        for name in (row["month"], *filter(None, row["short"].split("|")))
    }


def month_number(name: str, lexicon: Lexicon) -> int:
    """The number of the month called ``name``, whole or short, in any letter case; 0 if there is none."""
    return _numbers(lexicon).get(name.lower(), 0)
