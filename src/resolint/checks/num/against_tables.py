"""A check on sums of money and counts that the text gives as those of a table, and that stand in none of its cells."""

from __future__ import annotations

import re
from collections.abc import Iterator

from resolint.checks import check
from resolint.checks.num.row_words import told_otherwise
from resolint.checks.shared.clauses import inside, quotations
from resolint.findings import Hit
from resolint.model import Document
from resolint.regex import lazy
from resolint.rule import Context
from resolint.tables import tables

_FIGURE = lazy(r"(?<![\w,./–-])\$?(?P<figure>\d{2,3},\d{3}|\d{1,3}(?:,\d{3}){2,})(?![\w]|[,.]\d)")
_MOST = 400
"""Of so many figures in tables at most: among more, one that is like a figure of the text stands there by chance."""


@check("NUM050")
def figure_unlike_table(document: Document, context: Context) -> Iterator[Hit]:
    """*The amount of 2,500,000 dollars* where the table has 2,050,000 and no 2,500,000."""
    yield from told_otherwise(document, context.lexicon)
    cells = {
        match["figure"]
        for table in tables(document)
        for block in table.blocks()
        for match in _FIGURE.finditer(block.text)
    }
    if not cells or len(cells) > _MOST:
        return
    for block in document.blocks:
        if block.cell is not None:
            continue
        ranges = None
        for match in _FIGURE.finditer(block.text):
            if match["figure"] in cells:
                continue
            other = _meant(match["figure"], cells, block.text)
            ranges = quotations(block.text) if ranges is None else ranges
            if other and not inside(ranges, *match.span()):
                yield Hit(
                    block.span(*match.span("figure")),
                    {"other": other},
                    unsure=_unlike(match["figure"], other) == _CHANGED,
                )


_LEAST = 3
"""A figure with fewer digits that are not noughts at its end is like too many others."""


def _meant(figure: str, cells: set[str], text: str) -> str:
    """The figure of a table that a slip made ``figure`` of: two digits have changed places, or one is another; empty if none is.

    Many figures are one digit away from another by chance: of those, the nearest is meant where the paragraph has another figure
    of a table.
    """
    if len(figure.replace(",", "").rstrip("0")) < _LEAST - 1:
        return ""
    turned = [cell for cell in cells if _unlike(figure, cell) == _TURNED]
    if turned:
        return turned[0] if len(turned) == 1 and not _stands(turned[0], text) else ""
    if len(figure.replace(",", "").rstrip("0")) < _LEAST:
        return ""
    changed = [cell for cell in cells if _unlike(figure, cell) == _CHANGED and not _stands(cell, text)]
    if not any(match["figure"] in cells for match in _FIGURE.finditer(text)):
        return ""
    return min(changed, key=lambda cell: (abs(_value(cell) - _value(figure)), cell), default="")


_CHANGED, _TURNED = 1, 2


def _unlike(figure: str, cell: str) -> int:
    """How two figures of one length differ: in one digit, in two that have changed places, or otherwise (0)."""
    if len(figure) != len(cell):
        return 0
    unlike = [(one, other) for one, other in zip(figure, cell, strict=True) if one != other]
    if len(unlike) == _TURNED:
        return _TURNED if unlike[0] == unlike[1][::-1] else 0
    return _CHANGED if len(unlike) == _CHANGED else 0


def _value(figure: str) -> int:
    return int(figure.replace(",", ""))


def _stands(cell: str, text: str) -> bool:
    """Whether the figure of the table is given in a paragraph itself, so that another one there is another thing."""
    return re.search(rf"(?<![\d,]){re.escape(cell)}(?!\d|,\d)", text) is not None
