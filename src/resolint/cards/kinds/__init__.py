"""The kinds of rule that are a card alone: forbid, swap, require, consistent, sequence."""

from __future__ import annotations

from functools import cache

from resolint.cards.kinds.options import OPTIONS, VALUES, WrongOption, validate, validate_patterns
from resolint.rule import Check, Context, Wake

__all__ = ["OPTIONS", "VALUES", "WrongOption", "check_of", "validate", "validate_patterns", "wakes_of"]


def wakes_of(kind: str, context: Context) -> tuple[Wake, ...] | None:
    """What must occur for a rule of a declarative kind to be able to speak; None if it must always run."""
    from resolint.cards.kinds.wakes import derived

    return derived(kind, context)


@cache
def check_of(kind: str) -> Check:
    """The function of a declarative kind; its module is imported when a rule first asks for it."""
    from importlib import import_module

    function: Check = getattr(import_module(f"{__name__}.{kind}"), kind)
    return function
