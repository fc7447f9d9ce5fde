"""What lies on the desk: the drafts that are open in the page, in memory only, with what was decided about each.

One desk serves all tabs of one command. It knows nothing of drafts; it keeps bytes, what the workers made of them, and counts.
"""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import Any

from resolint.errors import ResolintError
from resolint.pipeline import Decision

__all__ = ["Desk", "Draft", "Full", "Limits", "Missing", "shown"]


class Full(ResolintError):
    """More than the desk holds: a draft too large, too many drafts, too many bytes."""


class Missing(ResolintError):
    """A draft that is not on the desk any more."""


@dataclass(frozen=True, slots=True)
class Limits:
    """Bytes of one draft and of all, how many, and after how many seconds without a look a draft is forgotten."""

    draft: int = 48 * 1024 * 1024
    all: int = 256 * 1024 * 1024
    number: int = 200
    idle: float = 8 * 3600.0


@dataclass(slots=True)
class Draft:
    """A draft on the desk. ``path`` is where it is watched, empty for one that was dropped.

    ``sheet`` is what the page shows of it, None as long as nothing could be read; ``error`` says why the present bytes
    cannot be shown. ``version`` grows with every change that a page has to know of. ``history`` holds the number of standing
    findings each time it was read, the oldest first; ``reads`` counts these times. ``undo`` holds for each step of decisions
    what stood before it, the oldest first.
    """

    key: str
    name: str
    data: bytes
    path: str = ""
    profile: str | None = None
    sheet: Mapping[str, Any] | None = None
    error: str = ""
    busy: bool = True
    version: int = 1
    decisions: dict[str, Decision] = field(default_factory=dict)
    undo: list[dict[str, Decision | None]] = field(default_factory=list)
    base_name: str = ""
    base: bytes = b""
    history: list[int] = field(default_factory=list)
    reads: int = 0
    seen: float = 0.0

    @property
    def counts(self) -> dict[str, int]:
        """Standing findings by severity, those decided apart."""
        found = {"error": 0, "warning": 0, "info": 0, "decided": 0}
        for mark in self.sheet["marks"] if self.sheet else ():
            found["decided" if mark["f"] in self.decisions else mark["severity"]] += 1
        return found


class Desk:
    """All drafts that are open. ``clock`` gives seconds that only grow."""

    def __init__(self, limits: Limits | None = None, clock: Callable[[], float] = time.monotonic) -> None:
        self.limits = limits or Limits()
        self._clock = clock
        self._drafts: dict[str, Draft] = {}
        self.version = 1

    def __iter__(self) -> Iterator[Draft]:
        return iter(tuple(self._drafts.values()))

    def __len__(self) -> int:
        return len(self._drafts)

    def add(self, name: str, data: bytes, path: str = "") -> Draft:
        """Lay a draft on the desk. Raises Full."""
        self.forget_idle()
        self.check(name, len(data))
        key = secrets.token_hex(6)
        draft = self._drafts[key] = Draft(key, shown(name), data, path, seen=self._clock())
        self.version += 1
        return draft

    def check(self, name: str, size: int, beside: Draft | None = None) -> None:
        """Raises Full where a draft of ``size`` bytes, or the base of the draft ``beside``, finds no room."""
        limits = self.limits
        if size > limits.draft:
            raise Full(f"{shown(name)}: the file is larger than {limits.draft // 1024**2} MB, which no draft is")
        if beside is None and len(self._drafts) >= limits.number:
            raise Full(f"{shown(name)}: {limits.number} drafts are open already; close some of them")
        if size + sum(len(one.data) + len(one.base) for one in self._drafts.values()) > limits.all:
            raise Full(f"{shown(name)}: the open drafts take {limits.all // 1024**2} MB already; close some of them")

    def get(self, key: str) -> Draft:
        """The draft of this key. Raises Missing."""
        draft = self._drafts.get(key)
        if draft is None:
            raise Missing("this draft is not open any more; open it again")
        draft.seen = self._clock()
        return draft

    def same(self, name: str, data: bytes) -> Draft | None:
        """The dropped draft of this name that holds the same bytes, if it is open."""
        found = (one for one in self if not one.path and one.name == shown(name) and one.data == data)
        return next(found, None)

    def close(self, key: str) -> None:
        """Forget a draft, its bytes and what was decided."""
        if self._drafts.pop(key, None) is not None:
            self.version += 1

    def changed(self, draft: Draft) -> None:
        """Say that pages have to look at a draft again."""
        draft.version += 1
        self.version += 1

    def forget_idle(self) -> None:
        """Forget what nobody has looked at for long; what is watched on disk stays."""
        now = self._clock()
        for key, draft in list(self._drafts.items()):
            if not draft.path and now - draft.seen > self.limits.idle:
                self.close(key)


def shown(name: str) -> str:
    """The last part of the name of a file, as it can be shown and used for a download: no folders, no control characters."""
    last = PurePath(name.replace("\\", "/")).name
    clean = "".join(char for char in last if char.isprintable() and char not in '<>:"|?*').strip(" .")
    return clean[-150:] or "draft"
