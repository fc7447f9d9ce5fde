"""Tables of a draft as tables of Word: rules above, below and between, rows of headings that every page repeats."""

from __future__ import annotations

from collections.abc import Callable

from resolint.author.geometry import Geometry
from resolint.model import Block
from resolint.tables import Slot, Table

__all__ = ["SPACER", "table_xml"]

_NARROWEST = 600
_SIDES = {"left": "left", "center": "center", "right": "right"}
SPACER = '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="120" w:lineRule="exact"/></w:pPr></w:p>'
"""Stands behind every table, as Word wants it behind the last one and between two."""


def table_xml(table: Table, geometry: Geometry, content: Callable[[Block], str]) -> str:
    """A table as wide as the text; ``content`` gives the runs of a block."""
    widths = _widths(table, geometry)
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    rows = "".join(_row(row, at < table.head, widths, content) for at, row in enumerate(table.rows))
    rules = "".join(
        f'<w:{side} w:val="single" w:sz="{size}" w:space="0" w:color="auto"/>'
        for side, size in (("top", 4), ("bottom", 8), ("insideH", 2))
    )
    indent = geometry.left if geometry.masthead != "none" else 0
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblInd w:w="{indent}" w:type="dxa"/>'
        f'<w:tblBorders>{rules}</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar>'
        '<w:left w:w="60" w:type="dxa"/><w:right w:w="60" w:type="dxa"/></w:tblCellMar>'
        f"</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
    )


def _widths(table: Table, geometry: Geometry) -> list[int]:
    """The widths of the columns in twips: by their longest words, none too narrow to be read."""
    whole = geometry.text_width
    longest = [1] * table.columns
    for row in table.rows:
        column = 0
        for slot in row:
            if slot.span == 1:
                longest[column] = max([longest[column], *(min(len(block.text), 60) for block in slot.blocks)])
            column += slot.span
    least = min(_NARROWEST, whole // table.columns)
    room = whole - least * table.columns
    return [least + room * length // sum(longest) for length in longest]


def _row(row: tuple[Slot, ...], head: bool, widths: list[int], content: Callable[[Block], str]) -> str:
    cells, column = [], 0
    for slot in row:
        width = sum(widths[column : column + slot.span])
        span = f'<w:gridSpan w:val="{slot.span}"/>' if slot.span > 1 else ""
        lines = "".join(_line(slot.align, content(block)) for block in slot.blocks) or _line(slot.align, "")
        low = '<w:vAlign w:val="bottom"/>' if head else ""
        cells.append(f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{low}</w:tcPr>{lines}</w:tc>')
        column += slot.span
    properties = "<w:cantSplit/>" + ("<w:tblHeader/>" if head else "")
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def _line(align: str, runs: str) -> str:
    side = f'<w:jc w:val="{_SIDES[align]}"/>' if align in _SIDES else ""
    line = ' w:line="240" w:lineRule="auto"' if "<w:drawing>" in runs else ""
    return f'<w:p><w:pPr><w:spacing w:before="40" w:after="40"{line}/>{side}</w:pPr>{runs}</w:p>'
