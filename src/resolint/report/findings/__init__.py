"""Reports: what was found, for people and for machines.

One module per format; each holds ``render(reports, options) -> str`` and is a pure function of its input, so that
the same findings always give the same bytes. Nothing here prints, opens a file or asks for the time.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from importlib import import_module
from typing import Any

from resolint.findings import Report
from resolint.report.findings.options import Options

FORMATS: tuple[str, ...] = ("text", "concise", "json", "sarif", "github", "gitlab", "junit", "summary", "html", "csv")
"""The names that ``render`` knows; text, summary and html are for people, the others are for programs."""

_ACTIVE_ONLY = ("concise", "sarif", "github", "gitlab", "junit", "summary")
"""Formats in which a finding that does not count would be taken for one that does."""


def render(reports: Sequence[Report], format: str = "text", **options: Any) -> str:
    """Give the findings in ``reports`` in one of ``FORMATS``, ending in a line feed unless empty.

    ``options`` are the fields of ``Options`` (width, color, encoding, statistics, quiet, show_suppressed, unreadable,
    cards). Raises ValueError for a format that does not exist.
    """
    if format not in FORMATS:
        raise ValueError(f"there is no report format {format!r}: choose one of {', '.join(FORMATS)}")
    chosen = Options(**options)
    if format in _ACTIVE_ONLY and not chosen.show_suppressed:
        reports = [replace(report, findings=report.active) for report in reports]
    result: str = import_module(f"resolint.report.findings.{format}").render(reports, chosen)
    return result
