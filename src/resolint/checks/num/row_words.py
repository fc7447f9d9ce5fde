"""Figures that the text gives of what a row of a table names, and counts of the rows themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator

from resolint.checks.num.quantities import BREAK, Quantity, quantities, stem
from resolint.findings import Hit
from resolint.frozen import NamedTuple
from resolint.lexicon import Lexicon
from resolint.model import Block, Document
from resolint.regex import lazy
from resolint.tables import Table, tables

__all__ = ["told_otherwise"]

_TOTAL = lazy(r"(?i)\s*(?:grand |sub-?)?total|all\b|average|balance")
_FIGURE = lazy(r"\$?(\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)")
_LABEL = lazy(r"[A-Z][\w’-]*(?:[ ,][\w’-]+){0,5}")
_MOST_ROWS = 60
_TALL = lazy(r"\bof[ \xa0]the[ \xa0]$")
_FEW, _OFF = 2, 3


class _Row(NamedTuple):
    label: str
    cells: tuple[str, ...]


def told_otherwise(document: Document, lexicon: Lexicon) -> Iterator[Hit]:
    """*In Malawi 130 post offices took part* where its row has 120; *the tallest of the five towers* of a table of four."""
    for table in tables(document):
        head, rows, total = _read(table)
        if not rows or len(rows) > _MOST_ROWS:
            continue
        labels = {row.label.partition(",")[0]: row for row in rows if _LABEL.fullmatch(row.label)}
        named = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, labels))})(?![\w-])") if labels else None
        for block in document.blocks:
            if block.cell is None:
                yield from _of_rows(block, head, labels, named, lexicon)
                yield from _of_all(block, head, len(rows), lexicon)
                if total and not (named is not None and named.search(block.text)):
                    yield from _of_total(block, head, total, lexicon)


def _read(table: Table) -> tuple[list[frozenset[str]], list[_Row], tuple[str, ...]]:
    """The words of each heading as stems, the rows that are no sums, and the last row if it is one."""
    texts = [[" ".join(block.text for block in slot.blocks).strip("* \xa0") for slot in row] for row in table.rows]
    if not table.head or any(slot.span != 1 for row in table.rows for slot in row):
        return [], [], ()
    head = [frozenset(map(stem, re.findall(r"[A-Za-z]{4,}", text))) for text in texts[table.head - 1]]
    rows = [_Row(row[0], tuple(row)) for row in texts[table.head :] if row[0] and not _TOTAL.match(row[0])]
    return head, rows, tuple(texts[-1]) if _TOTAL.match(texts[-1][0]) else ()


def _of_rows(
    block: Block, head: list[frozenset[str]], labels: dict[str, _Row], named: re.Pattern[str] | None, lexicon: Lexicon
) -> Iterator[Hit]:
    found = list(named.finditer(block.text, block.lead)) if named is not None else []
    if not found:
        return
    yield from _of_most(block, labels, found)
    amounts = [one for one in quantities(block.text, lexicon, block.lead) if not one.share and one.text[-1].isdigit()]
    for match in found:
        row = labels[match[0]]
        others = [one for one in found if one[0] != match[0]]
        for one in amounts:
            if BREAK.search(block.text, min(match.end(), one.end), max(match.start(), one.start)):
                continue
            if any(_apart(block.text, one, other) <= _apart(block.text, one, match) for other in others):
                continue
            cells = _told_of(block, one, head, row.cells)
            if cells and one.text.lstrip("$") not in cells:
                span = block.span(min(one.start, match.start()), max(one.end, match.end()))
                yield Hit(span, {"other": cells[0]}, unsure=True)


def _told_of(block: Block, one: Quantity, head: list[frozenset[str]], cells: tuple[str, ...]) -> list[str]:
    """The figures of a row that an amount may repeat, first that of the column whose heading has most words in the sentence."""
    columns = [at for at, words in enumerate(head) if at and _counted(one) & words]
    said = frozenset(map(stem, re.findall(r"[A-Za-z]{4,}", block.text)))
    columns.sort(key=lambda at: (-len(head[at] & said) / len(head[at]), at))
    return [cells[at].lstrip("$") for at in columns if at < len(cells) and _FIGURE.fullmatch(cells[at])]


def _of_total(block: Block, head: list[frozenset[str]], total: tuple[str, ...], lexicon: Lexicon) -> Iterator[Hit]:
    """*3,500 ferries were inspected* where the sum of the column *Ferries inspected* is 3,400."""
    said = frozenset(map(stem, re.findall(r"[A-Za-z]{4,}", block.text)))
    whole = [
        at for at, words in enumerate(head) if len(words) >= _FEW and words <= said and _FIGURE.fullmatch(total[at])
    ]
    if len(whole) != 1:
        return
    right = total[whole[0]]
    amounts = [
        one for one in quantities(block.text, lexicon, block.lead) if _counted(one) & head[whole[0]] and not one.share
    ]
    if len(amounts) == 1 and amounts[0].text != right and amounts[0].value > _number(right) / 2:
        yield Hit(block.span(amounts[0].start, amounts[0].end), {"other": right}, unsure=True)


_MOST = lazy(r"\b[Tt]he[ \xa0](?:[a-z]{2,}est|most|least)\b[^.;:]{0,80}?\b(?:is|was|are|were)\b[^.;:]{0,30}$")


def _of_most(block: Block, labels: dict[str, _Row], found: list[re.Match[str]]) -> Iterator[Hit]:
    """*The tallest is that of Lima* where no figure of the row is the most or the least of its column."""
    first = found[0]
    if not _MOST.search(block.text, max(block.lead, first.start() - 160), first.start()):
        return
    columns = [
        column for column in zip(*(row.cells for row in labels.values()), strict=False) if all(map(_number, column))
    ]
    own = labels[first[0]].cells
    ends = [ends for column in columns for ends in [{max(column, key=_number), min(column, key=_number)}]]
    if columns and not any(ends.intersection(own) for ends in ends):
        right = max(labels, key=lambda label: sum(_number(cell) for cell in labels[label].cells[1:]))
        yield Hit(block.span(*first.span()), {"other": f"“{right}”"}, unsure=True)


def _number(cell: str) -> float:
    match = _FIGURE.fullmatch(cell)
    return float(match[1].replace(",", "")) if match is not None else 0.0


def _counted(one: Quantity) -> set[str]:
    return {stem(word) for word in one.words.split()}


def _apart(text: str, one: Quantity, label: re.Match[str]) -> int:
    return max(label.start() - one.end, one.start - label.end())


def _of_all(block: Block, head: list[frozenset[str]], rows: int, lexicon: Lexicon) -> Iterator[Hit]:
    if "of the" not in block.text:
        return
    for one in quantities(block.text, lexicon, block.lead):
        if not _TALL.search(block.text, max(0, one.start - 8), one.start) or one.share or one.value == rows:
            continue
        if one.value > _FEW and abs(one.value - rows) <= _OFF and any(_counted(one) & words for words in head):
            yield Hit(block.span(one.start, one.end), {"other": f"{rows} rows"}, unsure=True)
