"""What the messages of several rules say in the same words."""

from __future__ import annotations


def more_places(others: int) -> str:
    """The end of a message that stands for ``others`` more places than the one it is told at; empty for none."""
    if not others:
        return ""
    return f"; {others} more such place{'s' if others > 1 else ''} follow{'' if others > 1 else 's'}"
