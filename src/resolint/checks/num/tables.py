"""Checks on the figures of tables: sums, differences and shares that do not come out, series with a member out of order."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise, permutations

from resolint.checks import check
from resolint.findings import Hit
from resolint.frozen import NamedTuple
from resolint.model import Block, Document
from resolint.regex import lazy
from resolint.rule import Context
from resolint.tables import Table, tables

_NUMBER = lazy(r"[$€£]?[ \xa0]?(\d{1,3}(?:[, \xa0]\d{3})+|\d+)(\.\d+)?[ \xa0]?(per[ \xa0]cent|%)?", re.I)
_LESS = lazy(r"\((?P<amount>[\d$][^()]*)\)|[\u2013\u2212-][ \xa0]?(?P<amount2>[\d$].*)")
"""How accounts write what is less: in brackets, or with a dash."""
_TOTAL = lazy(r"(?:grand[ \xa0]|overall[ \xa0])?totals?\b|sum\b|all\b.{0,20}$|together\b", re.I)
_PART_SUM = lazy(r"sub-?total\b", re.I)
_RATE = lazy(r"\b(?:per|average|mean|rate|ratio|share|percentage|median|index)\b", re.I)
_YEAR = lazy(r"(?:19|20)\d\d")
_WHOLE = 100
_NEAR = 15
"""How far from 100 a column of percentages may be to be meant as a whole."""
_LEAST = 3
"""So many rows show what a column is made of."""


class _Cell(NamedTuple):
    """A cell with its number, None where it holds none."""

    block: Block | None
    value: float | None
    share: bool


class _Grid(NamedTuple):
    """The figures of a table: its rows without the headings, the row of totals apart, and the words of the headings."""

    rows: tuple[tuple[_Cell, ...], ...]
    total: tuple[_Cell, ...] | None
    heads: tuple[str, ...]


def _cell(table: Table, row: int, column: int) -> _Cell:
    slots = table.rows[row]
    blocks = slots[column].blocks if column < len(slots) else ()
    if len(blocks) != 1:
        return _Cell(blocks[0] if blocks else None, None, False)
    text = blocks[0].text.strip(" \xa0\ufffc*")
    less = _LESS.fullmatch(text)
    match = _NUMBER.fullmatch(less["amount"] or less["amount2"] if less else text)
    if match is None:
        return _Cell(blocks[0], None, False)
    value = float(re.sub(r"[, \xa0]", "", match[1]) + (match[2] or ""))
    return _Cell(blocks[0], -value if less else value, bool(match[3]))


def _words(table: Table, row: int, column: int) -> str:
    slots = table.rows[row]
    return " ".join(block.text for block in slots[column].blocks).strip() if column < len(slots) else ""


def _grid(table: Table) -> _Grid | None:
    """The figures of a plain table: one row of headings, no joint cells, at most one total, at the end."""
    if any(slot.span != 1 for row in table.rows for slot in row) or len(table.rows) <= table.head + 1:
        return None
    labels = [_words(table, row, 0) for row in range(table.head, len(table.rows))]
    if any(_PART_SUM.match(label) for label in labels) or any(_TOTAL.match(label) for label in labels[:-1]):
        return None
    rows = [
        tuple(_cell(table, row, column) for column in range(table.columns))
        for row in range(table.head, len(table.rows))
    ]
    total = rows.pop() if _TOTAL.match(labels[-1]) else None
    heads = tuple(_words(table, 0, column) if table.head else "" for column in range(table.columns))
    return _Grid(tuple(rows), total, heads)


def _close(left: float, right: float) -> bool:
    return abs(left - right) <= max(0.006, abs(right) * 1e-6)


def _about(left: float, right: float) -> bool:
    """Whether a quotient is a rounded one."""
    return abs(left - right) <= max(0.051, abs(right) * 0.006)


@check("NUM042")
def table_sum_wrong(document: Document, context: Context) -> Iterator[Hit]:
    """Totals, sums of a row, differences and shares in a table that do not come out."""
    for table in tables(document):
        grid = _grid(table)
        if grid is None or not grid.rows:
            continue
        columns = {column: fault for column, fault in enumerate(_sums(grid, document)) if fault}
        rows = dict(_relations(grid))
        crossing = [key for key in rows if columns.keys() & {*rows[key][1]}] if len(columns) == 1 else []
        if len(crossing) == 1:
            (column,) = columns
            row = crossing[0]
            cells = grid.total if row == len(grid.rows) else grid.rows[row]
            cell = cells[column] if cells else None
            if cell and cell.block:
                yield _hit(cell.block, rows[row][2])
            continue
        for cell, _, told in rows.values():
            if cell.block:
                yield _hit(cell.block, told)
        for block, told in columns.values():
            if not any(block.id == cell.block.id for cell, _, _ in rows.values() if cell.block):
                yield _hit(block, told)


def _hit(block: Block, told: str) -> Hit:
    start = len(block.text) - len(block.text.lstrip())
    return Hit(block.span(start, len(block.text.rstrip())), {"fault": told})


def _sums(grid: _Grid, document: Document) -> Iterator[tuple[Block, str] | None]:
    """For each column what is wrong with its sum, and the cell that is most likely at fault."""
    width = len(grid.heads)
    shares = [column for column in range(1, width) if _is_shares(grid, column)]
    whole = [column for column in shares if _close(_added(grid, column), _WHOLE)]
    for column in range(width):
        cells = [row[column] for row in grid.rows]
        values = [cell.value for cell in cells if cell.value is not None]
        if column == 0 or len(values) < len(cells) or len(values) < 2:
            yield None
        elif grid.total is not None and grid.total[column].value is not None:
            yield _against_total(grid, column, document)
        elif grid.total is None and column in shares and len(whole) * 2 > len(shares) > 1 and column not in whole:
            total = _added(grid, column)
            block = cells[-1].block
            off = abs(total - _WHOLE) <= _NEAR and block is not None
            yield (block, f"the column adds up to {_said(total)} per cent") if off and block else None
        else:
            yield None


def _is_shares(grid: _Grid, column: int) -> bool:
    return len(grid.rows) >= _LEAST and all(row[column].share for row in grid.rows)


def _added(grid: _Grid, column: int) -> float:
    return sum(row[column].value or 0 for row in grid.rows)


def _against_total(grid: _Grid, column: int, document: Document) -> tuple[Block, str] | None:
    total = grid.total[column] if grid.total else None
    if total is None or total.value is None or total.block is None:
        return None
    added = _added(grid, column)
    if _close(added, total.value) or _RATE.search(grid.heads[column]) or _is_mean(grid, column, total.value):
        return None
    if total.share and abs(added - total.value) <= 1:
        return None
    told = f"the column adds up to {_said(added)}"
    cells = [row[column] for row in grid.rows]
    turned = [
        cell
        for cell in cells
        if cell.block
        and cell.value is not None
        and any(_close(added - cell.value + other, total.value) for other in _turned(cell.value))
    ]
    elsewhere = any(total.block.text.strip() in block.text for block in document.blocks if block.cell is None)
    if len(turned) == 1 and turned[0].block and (elsewhere or added not in _turned(total.value)):
        return turned[0].block, f"{told}, not to {_said(total.value)}"
    return total.block, told


def _is_mean(grid: _Grid, column: int, value: float) -> bool:
    values = [row[column].value or 0 for row in grid.rows]
    return min(values) <= value <= max(values)


def _turned(value: float) -> set[float]:
    """The numbers that two neighbouring digits in the wrong order make."""
    text = str(int(value))
    return {
        float(text[:at] + text[at + 1] + text[at] + text[at + 2 :])
        for at in range(len(text) - 1)
        if text[at] != text[at + 1]
    }


def _said(value: float) -> str:
    return f"{value:,.10g}"


class _Way(NamedTuple):
    """How a column follows from others: what is said of it, its value, when it is the same, and whether it holds for sums too."""

    words: str
    made: Callable[[Sequence[float]], float]
    same: Callable[[float, float], bool]
    for_sums: bool


_SUM = _Way("the other columns", sum, _close, True)
_OF_TWO = (
    _Way("{0} less {1}", lambda parts: parts[0] - parts[1], _close, True),
    _Way("{0} divided by {1}", lambda parts: parts[0] / parts[1] if parts[1] else -1.0, _about, False),
    _Way("{0} times {1}", lambda parts: parts[0] * parts[1], _close, False),
)


def _relations(grid: _Grid) -> Iterator[tuple[int, tuple[_Cell, tuple[int, ...], str]]]:
    """The rows in which one column is not what it is of the others in all other rows, each once.

    A row stands as its number, that of the totals last; with it come the cell, the columns of the relation and what is said.
    """
    numbers = [column for column in range(1, len(grid.heads)) if _numeric(grid, column)]
    rows = list(enumerate(grid.rows))
    if grid.total is not None:
        rows.append((len(grid.rows), grid.total))
    found: set[int] = set()
    for target in reversed(numbers):
        others = tuple(column for column in numbers if column != target)
        ways: list[tuple[_Way, tuple[int, ...]]] = [(_SUM, others)] if len(others) > 1 else []
        ways += [(way, pair) for way in _OF_TWO for pair in permutations(others, 2)]
        for way, used in ways:
            odd = _odd_row(rows if way.for_sums else rows[: len(grid.rows)], target, used, way.made, way.same)
            if odd is not None and odd[0] not in found:
                found.add(odd[0])
                cell, right = odd[1], odd[2]
                told = f"{way.words.format(*(grid.heads[column] for column in used))} gives {_said(round(right, 2))}"
                yield odd[0], (cell, (target, *used), told)
                break


def _numeric(grid: _Grid, column: int) -> bool:
    values = [row[column].value for row in grid.rows]
    return len(values) >= 2 and all(value is not None for value in values) and len(set(values)) > 1


def _odd_row(
    rows: Sequence[tuple[int, tuple[_Cell, ...]]],
    target: int,
    used: tuple[int, ...],
    made: Callable[[Sequence[float]], float],
    same: Callable[[float, float], bool],
) -> tuple[int, _Cell, float] | None:
    """The one row in which the relation does not hold that holds in three others, or in two and the totals."""
    holds, odd = 0, []
    for number, row in rows:
        values = [row[column].value for column in used]
        if row[target].value is None or any(value is None for value in values):
            continue
        right = made([value for value in values if value is not None])
        if same(row[target].value or 0, right):
            holds += 1
        else:
            odd.append((number, row[target], right))
    return odd[0] if len(odd) == 1 and holds >= _LEAST else None


_RANGE = lazy(r"(\d{1,3}(?:,\d{3})*|\d+)[ \xa0]?(?:[–-]|to)[ \xa0]?(\d{1,3}(?:,\d{3})*|\d+)")
_UP_TO = lazy(r"(?:up to|less than|under|below|not more than)[ \xa0](\d{1,3}(?:,\d{3})*|\d+)", re.I)


@check("NUM043")
def table_series_broken(document: Document, context: Context) -> Iterator[Hit]:
    """Years or ranges that name the rows or columns of a table, one of them out of order, twice or with a gap before it."""
    for table in tables(document):
        if any(slot.span != 1 for row in table.rows for slot in row):
            continue
        first = [row[0].blocks[0] for row in table.rows[table.head :] if row and len(row[0].blocks) == 1]
        heads = [slot.blocks[0] for slot in (table.rows[0] if table.head else ()) if len(slot.blocks) == 1]
        yield from _years(first)
        yield from _years(heads[1:] if heads and not _YEAR.fullmatch(heads[0].text.strip()) else heads)
        yield from _ranges(first)
        yield from _labels(first)


_NUMERAL = lazy(r"(?:[A-Z][a-z]+[ \xa0])?(?P<numeral>[IVX]{1,5}|\d{1,2}|[A-Z])[.)]?")
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")


def _labels(blocks: Sequence[Block]) -> Iterator[Hit]:
    """Numbers, Roman ones among them, that name the rows: *I, III, III, IV* has one that is not next to its neighbours."""
    found = [_NUMERAL.fullmatch(block.text.strip(" *\xa0")) for block in blocks if not _TOTAL.match(block.text.strip())]
    words = [match["numeral"] for match in found if match]
    if len(words) < max(_LEAST, len(found)):
        return
    for row in (_ROMAN, tuple(map(str, range(1, _WHOLE))), tuple("ABCDEFGHIJKLMNOPQRSTUVWXYZ")):
        odd = [at for at, word in enumerate(words) if at >= len(row) or word != row[at]]
        if len(odd) == 1:
            block = blocks[odd[0]]
            yield _hit(block, f"in order it would be {row[odd[0]]}")
            return


def _years(blocks: Sequence[Block]) -> Iterator[Hit]:
    years = [block for block in blocks if _YEAR.fullmatch(block.text.strip(" *\xa0"))]
    others = [block for block in blocks if block not in years and not _TOTAL.match(block.text.strip())]
    values = [int(block.text.strip(" *\xa0")) for block in years]
    if len(values) < _LEAST or others or all(low < high for low, high in pairwise(values)):
        return
    for at in range(len(values) - 1, -1, -1):
        rest = values[:at] + values[at + 1 :]
        if all(low < high for low, high in pairwise(rest)) and at > 0 and values[at] <= values[at - 1]:
            yield _hit(years[at], f"it follows {values[at - 1]}")
            return


def _ranges(blocks: Sequence[Block]) -> Iterator[Hit]:
    ends: list[tuple[Block, int | None, int]] = []
    for block in blocks:
        text = block.text.strip(" *\xa0")
        if match := _RANGE.fullmatch(text):
            low, high = (int(part.replace(",", "")) for part in match.groups())
            ends.append((block, low, high))
        elif match := _UP_TO.fullmatch(text):
            ends.append((block, None, int(match[1].replace(",", ""))))
    joints = [
        (right[0], left[2], right[1])
        for left, right in pairwise(ends)
        if right[1] is not None and right[1] - left[2] not in (0, 1)
    ]
    if len(ends) >= _LEAST and len(joints) == 1:
        block, end, begin = joints[0]
        yield _hit(block, f"the range before it ends at {_said(end)}, this one begins at {_said(begin)}")
