"""Builds the site (``tox -e docs``): pages in Markdown, and reference pages made from commands, schemas, cards and imports."""

from __future__ import annotations

import sys
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))

project = "resolint"
author = copyright = "The resolint authors"
extensions = ["myst_parser"]
myst_heading_anchors = 3
source_suffix = {".md": "markdown"}
exclude_patterns = ["_build", "_generated", "ci", "word/_*"]
html_theme = "furo"
html_title = "resolint"
html_copy_source = html_show_sourcelink = False
# Excerpts of pages are fetched, which browsers refuse for a page that is opened from a file.
html_show_search_summary = False
html_static_path: list[str] = []
suppress_warnings = ["myst.xref_missing"]


def setup(app: object) -> None:  # noqa: ARG001 - Sphinx hands itself over
    """Write the pages that are made from the product itself, before the others are read."""
    import reference

    reference.write(HERE)
