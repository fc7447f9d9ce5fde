"""Unique keys for notes whose marks come again: ``1``, ``1.2``, ``1.3`` …"""

from __future__ import annotations


class Keys:
    """Hands out keys that were not handed out before."""

    def __init__(self) -> None:
        self._taken: dict[str, int] = {}

    def take(self, label: str) -> str:
        """``label`` itself, or the first of ``label.2``, ``label.3`` … that is free."""
        key = label
        while key in self._taken:
            self._taken[label] += 1
            key = f"{label}.{self._taken[label]}"
        self._taken[key] = 1
        return key
