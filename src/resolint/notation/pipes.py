"""Pipe tables: which lines make one, what stands in its cells, and how one is written.

The syntax is that of GitHub Flavored Markdown: a line of names, a line of dashes with as many cells, then the rows. A
table whose line of names is empty has none, since every table of the notation must have that line.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from resolint.notation.traced import BLANKS, Traced
from resolint.regex import lazy
from resolint.tables import Table

_DASHES = lazy(r":?-+:?")
_WIDEST = 120
_MOST_CELLS = 1000


def split_cells(line: Traced) -> list[Traced]:
    """The cells of a line, without the pipes around them; a pipe behind a backslash is a character of its cell."""
    line = line.strip()
    text = line.text
    pipes = [at for at, character in enumerate(text) if character == "|" and (not at or text[at - 1] != "\\")]
    edges = [-1, *pipes, len(text)]
    cells = []
    for start, end in pairwise(edges):
        cell = line.cut(start + 1, end)
        cells.append(cell.without([(at, at + 1) for at in _escapes(cell.text)]).strip())
    if pipes and pipes[0] == 0:
        cells = cells[1:]
    if len(pipes) > 1 and pipes[-1] == len(text) - 1:
        cells = cells[:-1]
    return cells[:_MOST_CELLS]


def _escapes(text: str) -> list[int]:
    return [at for at in range(len(text) - 1) if text[at] == "\\" and text[at + 1] == "|"]


def alignments(line: Traced) -> list[str]:
    """How the cells below a line of dashes are aligned; nothing if this is no such line."""
    if "|" not in line.text or "-" not in line.text:
        return []
    cells = [cell.text for cell in split_cells(line)]
    if not all(map(_DASHES.fullmatch, cells)):
        return []
    sides = {(True, True): "center", (True, False): "left", (False, True): "right"}
    return [sides.get((cell[0] == ":", cell[-1] == ":"), "") for cell in cells]


def table_starts(lines: Sequence[tuple[int, Traced]]) -> frozenset[int]:
    """The numbers of the lines, of those given in order, that name the columns of a table."""
    found = set()
    for (number, line), (following, dashes) in pairwise(lines):
        if following == number + 1 and "|" in line.text and line.text.lstrip(BLANKS)[:1] not in ("#", ">"):
            columns = len(alignments(dashes))
            if columns and len(split_cells(line)) == columns:
                found.add(number)
    return frozenset(found)


def write_table(table: Table, cells: Iterable[Sequence[str]]) -> str:
    """A table as lines; ``cells`` are the words of its rows, one for every slot."""
    rows = [[words.replace("|", "\\|") for words in row] for row in cells]
    full = []
    for slots, row in zip(table.rows, rows, strict=True):
        line: list[str] = []
        for slot, words in zip(slots, row, strict=True):
            line += [words, *[""] * (slot.span - 1)]
        full.append(line)
    if not table.head:
        full.insert(0, [""] * table.columns)
    widths = [max(3, *(len(row[column]) for row in full)) for column in range(table.columns)]
    if sum(widths) + 3 * len(widths) > _WIDEST:
        widths = [3] * table.columns
    dashes = [_dashes(align, width) for align, width in zip(table.aligned, widths, strict=True)]
    lines = [full[0], dashes, *full[1:]]
    return "\n".join(f"| {' | '.join(_padded(row, widths))} |" for row in lines)


def _dashes(align: str, width: int) -> str:
    left, right = align in ("left", "center"), align in ("right", "center")
    return ":" * left + "-" * (width - left - right) + ":" * right


def _padded(row: Sequence[str], widths: Sequence[int]) -> list[str]:
    return [words.ljust(width) for words, width in zip(row, widths, strict=True)]
