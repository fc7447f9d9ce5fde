"""Checks written in Python: a room per family (``checks/pre``), in it one function per rule.

A check is pure. It is given the document and its context and yields hits; it opens no file, keeps no state and
knows nothing of Word. It is joined with its card by the id it is marked with, so there is no list to extend:
``rulebook`` looks through the modules of the family's room. What several families need stands in ``checks/shared``,
which holds no rules; no family imports another.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from resolint.rule import Check

__all__ = ["check"]

F = TypeVar("F", bound=Check)


def check(rule_id: str) -> Callable[[F], F]:
    """Mark a function as the check of the card ``rule_id`` (``PRE002``); the function itself stays as it is."""

    def mark(function: F) -> F:
        function.rule_id = rule_id  # type: ignore[attr-defined]
        return function

    return mark
