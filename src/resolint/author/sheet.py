"""Sheets that are no drafts (answers, hand-outs) as Word files: headings, paragraphs and tables.

The same sheet gives the same bytes.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from resolint.writing import FormattedText

__all__ = ["Heading", "Part", "Table", "Text", "sheet"]

_ZIP_DATE = (1980, 1, 1, 0, 0, 0)
_PAGE = 17.0
"""Centimetres between the margins of a page."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; ``level`` 0 is the title. With ``page`` it begins a page."""

    text: str
    level: int = 1
    page: bool = False


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph; ``bullet`` puts a mark before it, ``soft`` sets it small."""

    words: FormattedText
    bullet: bool = False
    soft: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a first row that names its columns; ``widths`` are shares of the page."""

    head: tuple[str, ...]
    rows: tuple[tuple[FormattedText, ...], ...]
    widths: tuple[float, ...]


Part = Heading | Text | Table


def sheet(title: str, parts: Sequence[Part], foot: str = "") -> bytes:
    """The Word file of these parts, called ``title``, with ``foot`` at the foot of every page."""
    import docx
    from docx.shared import Cm, Pt

    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2)
    section.top_margin = section.bottom_margin = Cm(1.8)
    document.core_properties.title = title
    document.core_properties.author = ""
    style = document.styles["Normal"]
    style.font.name, style.font.size = "Times New Roman", Pt(11)
    for name in ("Title", "Heading 1", "Heading 2", "Heading 3"):
        _plain(document.styles[name])
    for part in parts:
        _add(document, part)
    if foot:
        section.footer.paragraphs[0].text = foot
    return _settled(document)


def _plain(style: Any) -> None:
    """A heading in the font and colour of the text."""
    from docx.oxml.ns import qn
    from docx.shared import RGBColor

    style.font.name, style.font.color.rgb = "Times New Roman", RGBColor(0, 0, 0)
    fonts = style.element.rPr.rFonts
    for name in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{name}"), None)


def _add(document: Any, part: Part) -> None:
    from docx.shared import Pt

    if isinstance(part, Heading):
        made = document.add_heading(part.text, part.level)
        made.paragraph_format.page_break_before = part.page
    elif isinstance(part, Text):
        made = document.add_paragraph(style="List Bullet" if part.bullet else None)
        made.paragraph_format.space_after = Pt(4)
        _fill(made, part.words, 9 if part.soft else 0)
    else:
        _table(document, part)


def _table(document: Any, part: Table) -> None:
    from docx.oxml import OxmlElement
    from docx.shared import Cm

    made = document.add_table(rows=1, cols=len(part.head), style="Table Grid")
    made.autofit = False
    properties = made.rows[0]._tr.get_or_add_trPr()
    properties.append(OxmlElement("w:tblHeader"))
    for _ in part.rows:
        made.add_row()
    total = sum(part.widths)
    for at, width in enumerate(part.widths):
        made.columns[at].width = Cm(_PAGE * width / total)
        cells = made.columns[at].cells
        for cell in cells:
            cell.width = Cm(_PAGE * width / total)
        cells[0].paragraphs[0].add_run(part.head[at]).bold = True
        for cell, row in zip(cells[1:], part.rows, strict=True):
            _fill(cell.paragraphs[0], row[at], 10)


def _fill(paragraph: Any, words: FormattedText, size: int) -> None:
    from docx.shared import Pt

    for one in words:
        run = paragraph.add_run(one.text)
        run.italic, run.bold, run.underline = one.italic or None, one.bold or None, one.underline or None
        if size:
            run.font.size = Pt(size)


def _settled(document: Any) -> bytes:
    """The file of a document of python-docx, with fixed dates in place of the present one."""
    made, settled = io.BytesIO(), io.BytesIO()
    document.save(made)
    with zipfile.ZipFile(made) as old, zipfile.ZipFile(settled, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            info = zipfile.ZipInfo(name, _ZIP_DATE)
            info.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(info, old.read(name))
    return settled.getvalue()
