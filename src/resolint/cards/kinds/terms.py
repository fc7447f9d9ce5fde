"""The words a rule is about, from its own options or from a data table."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from resolint.cards.nearest import hint
from resolint.cards.tables import TableRow
from resolint.errors import BadCard
from resolint.rule import Context, per_rule
from resolint.tokens import Phrase, phrase

__all__ = ["all_phrases", "cell", "cells", "holds", "phrases", "rows"]


@per_rule
def rows(context: Context) -> tuple[TableRow, ...]:
    """The rows of the table that the options name, those that ``where`` admits. Raises BadCard for a wrong name."""
    name = context.options.get("table")
    if name is None:
        return ()
    if name not in context.tables:
        raise BadCard(f"option table: there is no table {name} in rules/data; {hint(name, context.tables)}")
    where: Mapping[str, list[str]] = context.options.get("where", {})
    return tuple(
        row for row in context.tables[name] if all(cell(row, column) in allowed for column, allowed in where.items())
    )


def holds(row: TableRow, edition: str | None) -> bool:
    """Whether a row belongs to an edition; None is the present one. Dates and years compare as texts.

    A row with a date or year in ``since`` holds from then on, one with ``until`` before it.
    """
    since, until = row.get("since", ""), row.get("until", "")
    if edition is None:
        return not until
    return since <= edition and (not until or edition < until)


def cell(row: TableRow, column: str) -> str:
    """The text of one cell. Raises BadCard if the table has no such column."""
    if column not in row:
        raise BadCard(f"the table has no column {column}; {hint(column, row)}")
    return row[column]


def cells(row: TableRow, column: str, options: Mapping[str, Any]) -> tuple[str, ...]:
    """The texts in one cell, divided at the option ``split`` (``|`` unless it says otherwise)."""
    return tuple(text.strip() for text in cell(row, column).split(options.get("split", "|")) if text.strip())


def phrases(context: Context) -> tuple[Phrase, ...]:
    """The phrases of the option ``terms`` and of the table's ``column``, those that hold in the edition."""
    return tuple(one for row, one in _phrases(context) if row is None or holds(row, context.edition))


def all_phrases(context: Context) -> list[Phrase]:
    """The phrases of the terms and of the table's column, those of every edition."""
    return [one for _, one in _phrases(context)]


@per_rule
def _phrases(context: Context) -> tuple[tuple[TableRow | None, Phrase], ...]:
    options = context.options
    exact = bool(options.get("match_case"))
    found: list[tuple[TableRow | None, Phrase]] = [
        (None, phrase(text, match_case=exact)) for text in options.get("terms", ())
    ]
    if "column" in options:
        for row in rows(context):
            found += [(row, phrase(text, match_case=exact)) for text in cells(row, options["column"], options)]
    return tuple(found)
