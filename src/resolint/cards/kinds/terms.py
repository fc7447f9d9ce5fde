"""The words a rule is about, from its own options or from a data table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from resolint.cards.kinds.words import Phrase, phrase
from resolint.cards.nearest import hint
from resolint.cards.tables import Row
from resolint.errors import BadCard
from resolint.rule import Context, per_rule

__all__ = ["cell", "cells", "phrases", "rows"]


def rows(context: Context) -> Iterator[Row]:
    """The rows of the table that the options name, those that ``where`` admits and that hold in the edition.

    A row with a date or year in ``since`` holds from then on, one with ``until`` before it. Raises BadCard for a wrong
    name of a table.
    """
    name = context.options.get("table")
    if name is None:
        return
    if name not in context.tables:
        raise BadCard(f"option table: there is no table {name} in rules/data; {hint(name, context.tables)}")
    where: Mapping[str, list[str]] = context.options.get("where", {})
    for row in context.tables[name]:
        if all(cell(row, column) in allowed for column, allowed in where.items()) and _holds(row, context.edition):
            yield row


def _holds(row: Row, edition: str | None) -> bool:
    """Whether a row belongs to an edition; None is the present one. Dates and years compare as texts."""
    since, until = row.get("since", ""), row.get("until", "")
    if edition is None:
        return not until
    return since <= edition and (not until or edition < until)


def cell(row: Row, column: str) -> str:
    """The text of one cell. Raises BadCard if the table has no such column."""
    if column not in row:
        raise BadCard(f"the table has no column {column}; {hint(column, row)}")
    return row[column]


def cells(row: Row, column: str, options: Mapping[str, Any]) -> tuple[str, ...]:
    """The texts in one cell, divided at the option ``split`` (``|`` unless it says otherwise)."""
    return tuple(text.strip() for text in cell(row, column).split(options.get("split", "|")) if text.strip())


@per_rule
def phrases(context: Context) -> tuple[Phrase, ...]:
    """The phrases of the option ``terms`` and of the table's ``column``."""
    options = context.options
    texts = list(options.get("terms", ()))
    if "column" in options:
        texts += [text for row in rows(context) for text in cells(row, options["column"], options)]
    return tuple(phrase(text, match_case=bool(options.get("match_case"))) for text in texts)
