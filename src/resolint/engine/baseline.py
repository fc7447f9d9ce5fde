"""The baseline: findings that were there when a draft came under resolint, so that only new ones are shown."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import Protocol

__all__ = ["Known", "stale"]


class Known(Protocol):
    """A finding known before: its rule, its fingerprint, and where it was, for the human who reads of it."""

    @property
    def rule(self) -> str:
        """The id of the rule."""

    @property
    def fingerprint(self) -> str:
        """The fingerprint of the finding."""

    @property
    def where(self) -> str:
        """The place as a delegate says it."""


def stale(
    known: Sequence[Known], present: Iterable[str], ran: Collection[str], rules: Collection[str]
) -> tuple[str, ...]:
    """The entries that no longer occur, in words.

    ``present`` are the fingerprints found, ``ran`` the ids of the rules that ran, ``rules`` those of all rules:
    an entry of a rule that exists but did not run says nothing and is left alone.
    """
    found = set(present)
    return tuple(
        f"{entry.rule} at {entry.where} ({entry.fingerprint})" if entry.where else f"{entry.rule} ({entry.fingerprint})"
        for entry in known
        if entry.fingerprint not in found and (entry.rule in ran or entry.rule not in rules)
    )
