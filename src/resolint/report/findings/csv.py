"""The report as a table of comma-separated values, one row for each finding, for spreadsheets."""

from __future__ import annotations

from collections.abc import Sequence

from resolint.findings import Report
from resolint.report.cells import table
from resolint.report.findings.options import Options, standing, unread

COLUMNS = (
    *("path", "rule", "name", "severity", "where", "part", "message", "excerpt", "fix", "status"),
    *("line", "column", "fingerprint"),
)


def render(reports: Sequence[Report], options: Options) -> str:
    """One row of column names, then one for each finding; ``status`` says why a finding does not count."""
    rows = (
        (
            *(report.path, one.rule, one.name, one.severity, one.where, one.part, one.message, one.excerpt),
            *("" if one.fix is None else one.fix.title, standing(one)),
            *(("", "") if one.position is None else (one.position.line, one.position.column)),
            one.fingerprint,
        )
        for report in reports
        for one in report.findings
    )
    left = ((report.path, *("",) * 5, said, *("",) * 6) for report in reports if (said := unread(report)))
    return table(COLUMNS, (*rows, *left))
