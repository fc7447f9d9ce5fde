"""The kinds of rule that are a card alone: forbid, swap, require, consistent, sequence."""

from __future__ import annotations

from collections.abc import Mapping

from resolint.rule import Check

__all__ = ["KINDS", "SHARED_OPTIONS"]

KINDS: Mapping[str, Check] = {}
SHARED_OPTIONS: Mapping[str, tuple[str, ...]] = {}
