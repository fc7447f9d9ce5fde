"""When a resolution can have been adopted by those that stand before and after it in the series of its session.

The General Assembly numbers the resolutions of a session in the order in which it adopts them: of 1,484 dates on record
one breaks it; of 150 of the Security Council none does.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping

from resolint.frozen import NamedTuple
from resolint.regex import lazy

__all__ = ["Neighbours"]

_NUMBER = lazy(r"(?P<session>\d{2})/(?P<number>\d{1,3})|(?P<running>\d{1,4}) \((?:19|20)\d\d\)")
"""One of a session, or one of a series that runs on from year to year, as that of the Security Council does."""


class _Row(NamedTuple):
    """The numbers of one session whose dates are on record, and these, both ascending."""

    numbers: tuple[int, ...]
    dates: tuple[str, ...]


class Neighbours:
    """The dates on record by session, for numbers that are not on record."""

    def __init__(self, known: Mapping[tuple[str, str, str], str], organ: str) -> None:
        found: dict[str, list[tuple[int, str]]] = {}
        for (whose, kind, number), date in known.items():
            match = _NUMBER.fullmatch(number) if whose == organ and kind == "resolution" else None
            if match is not None:
                found.setdefault(match["session"] or "", []).append((_number(match), date))
        self._rows = {session: _ascending(sorted(row)) for session, row in found.items()}

    def between(self, number: str) -> tuple[str, str] | None:
        """The first and last day (ISO) on which a resolution can have been adopted; None where no neighbours tell."""
        match = _NUMBER.fullmatch(number)
        row = self._rows.get(match["session"] or "") if match is not None else None
        if match is None or row is None:
            return None
        at = bisect_left(row.numbers, _number(match))
        if not 0 < at < len(row.numbers) or row.numbers[at] == _number(match):
            return None
        return row.dates[at - 1], row.dates[at]


def _number(match: re.Match[str]) -> int:
    return int(match["number"] or match["running"])


def _ascending(row: list[tuple[int, str]]) -> _Row:
    """A session without the rows whose date comes before that of a lower number, or after that of two higher ones."""
    kept: list[tuple[int, str]] = []
    for at, (number, date) in enumerate(row):
        later = [other for _, other in row[at + 1 : at + 3]]
        if (not kept or kept[-1][1] <= date) and not (len(later) > 1 and max(later) < date):
            kept.append((number, date))
    return _Row(tuple(number for number, _ in kept), tuple(date for _, date in kept))
