"""Writes drafts: asks, fills a template, and makes the Word file (python-docx lives here).

``build`` takes a draft that was read and a template, and gives the bytes of a Word file. Takes and gives values; it
opens no file.
"""

from __future__ import annotations

from collections.abc import Mapping

from resolint.author.errors import BadAnswer, BadTemplate, NotWritable
from resolint.author.masthead import Layout
from resolint.author.template import Template
from resolint.model import Document

__all__ = ["BadAnswer", "BadTemplate", "Layout", "NotWritable", "Template", "build"]


def build(document: Document, template: Template | Layout, files: Mapping[str, bytes] | None = None) -> bytes:
    """The Word file of a draft, made up as a template or layout says; the same draft always gives the same bytes.

    ``files`` are the pictures that the draft names, by address, as far as they are at hand.

    Raises NotWritable with file, line and column for what no Word file can hold.
    """
    from resolint.author.writer import write

    return write(document, template if isinstance(template, Layout) else template.layout, files)
