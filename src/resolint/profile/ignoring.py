"""Patterns as in ``.gitignore``, which say what a walk over folders passes over; on Windows in any letter case, as in Git."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

__all__ = ["Patterns", "wrong_pattern"]


class Patterns:
    """Patterns of one file or list, which count from ``folder``; a later one overrules an earlier one."""

    def __init__(self, folder: str | os.PathLike[str], lines: Sequence[str]) -> None:
        """A line that is no pattern counts for nothing, as in Git."""
        self.folder = os.path.realpath(folder)
        self._spec = _spec(tuple(map(_folded, lines)))

    def verdict(self, path: str | os.PathLike[str], *, is_folder: bool) -> bool | None:
        """Whether ``path`` is to be passed over; None where no pattern speaks of it. It counts by its place, links or not."""
        folder, name = os.path.split(path)
        place = Path(os.path.realpath(folder), name)
        if not place.is_relative_to(self.folder) or os.fspath(place) == self.folder:
            return None
        inside = _folded(place.relative_to(self.folder).as_posix())
        return self._spec.check_file(f"{inside}/" if is_folder else inside).include


def wrong_pattern(lines: Iterable[str]) -> str | None:
    """The first of these lines that is no pattern, None if all are."""
    return next((line for line in lines if not _is_pattern(line)), None)


def _folded(text: str) -> str:
    """``text`` as names are compared here. Lowering a pattern changes none of its signs."""
    return text.lower() if os.path.normcase("A") == "a" else text


@cache
def _spec(lines: tuple[str, ...]) -> GitIgnoreSpec:
    from pathspec import GitIgnoreSpec

    return GitIgnoreSpec.from_lines(line for line in lines if _is_pattern(line))


def _is_pattern(line: str) -> bool:
    from pathspec import GitIgnoreSpec

    try:
        GitIgnoreSpec.from_lines([line])
    except ValueError:
        return False
    return True
