"""The weights of the features, as they stand in ``forms.bin``.

Behind ``MAGIC`` comes one number of 64 bits for each row, in little-endian order. It holds five weights of twelve bits, one
for each place of a form, every one raised by ``ZERO`` so that none is below nought: the sum of the rows of a word's features
holds the five sums side by side.
"""

from __future__ import annotations

import sys
from array import array
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from resolint.checks.grm.neighbours import BITS

if TYPE_CHECKING:
    from mmap import mmap

    WeightsFile = bytes | mmap
else:
    WeightsFile = object

__all__ = ["MAGIC", "STEP", "ZERO", "opened", "packed", "scores", "total"]

MAGIC = b"resolint forms 1\n".ljust(24)
STEP = 0.06
"""What one unit of a weight counts in logarithms of odds."""
ZERO = 64
_WIDTH = 12
_FIELD = (1 << _WIDTH) - 1


def packed(rows: Iterable[Sequence[int]]) -> bytes:
    """The file of rows of five weights from -63 to 63."""
    numbers = array("Q", (sum((one + ZERO) << _WIDTH * place for place, one in enumerate(row)) for row in rows))
    if sys.byteorder == "big":
        numbers.byteswap()
    return MAGIC + numbers.tobytes()


def opened(data: WeightsFile) -> Sequence[int] | None:
    """The rows in the bytes of a file; None where there is none that fits."""
    if data[: len(MAGIC)] != MAGIC or len(data) != len(MAGIC) + (8 << BITS):
        return None
    view = memoryview(data)[len(MAGIC) :]
    if sys.byteorder == "little":
        return view.cast("Q")
    numbers = array("Q", view.tobytes())
    numbers.byteswap()
    return numbers


def total(rows: Sequence[int], features: Iterable[int]) -> int:
    """The five sums of the rows of ``features``, side by side; two totals may be added."""
    return sum(map(rows.__getitem__, features))


def scores(total: int) -> tuple[int, ...]:
    """How well each of the five places fits, in units of ``STEP``; only their differences mean something."""
    return (
        total & _FIELD,
        total >> _WIDTH & _FIELD,
        total >> 2 * _WIDTH & _FIELD,
        total >> 3 * _WIDTH & _FIELD,
        total >> 4 * _WIDTH & _FIELD,
    )
