"""The report for programs, version 1: documents, findings with places and edits, a summary."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from resolint.findings import Finding, Fix, Position, Report
from resolint.model import Span
from resolint.report.findings.options import Options, by_rule, totals
from resolint.report.indented import dumps
from resolint.version import __version__

SCHEMA = 1
"""Raised only when a key changes its meaning or goes; new keys may come at any time."""


def render(reports: Sequence[Report], options: Options) -> str:
    """One JSON object, indented, in UTF-8 characters."""
    sums = totals(reports)
    data: dict[str, Any] = {
        "schema": SCHEMA,
        "tool": {"name": "resolint", "version": __version__},
        "documents": [document(report) for report in reports],
        "summary": {
            "documents": sums.documents,
            "errors": sums.errors,
            "warnings": sums.warnings,
            "infos": sums.infos,
            "suppressed": sums.suppressed,
            "baseline": sums.known,
        },
    }
    if options.unreadable:
        data["unreadable"] = [{"path": path, "error": error} for path, error in options.unreadable]
    if options.statistics:
        data["statistics"] = [{"rule": rule, "name": name, "count": count} for count, rule, name in by_rule(reports)]
    return dumps(data)


def document(report: Report) -> dict[str, Any]:
    """One report as plain data."""
    return {
        "path": report.path,
        "sha256": report.origin.sha256,
        "kind": report.kind,
        "profile": report.profile,
        "profile_reason": report.profile_reason,
        "view": report.origin.view,
        "counts": dict(report.counts),
        "findings": [_finding(finding) for finding in report.findings],
        "skipped": [{"rule": skip.rule, "reason": skip.reason} for skip in report.skipped],
        "failures": [{"rule": failure.rule, "error": failure.error} for failure in report.failures],
        "stale_baseline": list(report.stale_baseline),
    }


def _span(span: Span) -> dict[str, Any]:
    return {"block": span.block, "start": span.start, "end": span.end}


def _finding(finding: Finding) -> dict[str, Any]:
    data = {
        "rule": finding.rule,
        "name": finding.name,
        "severity": finding.severity,
        "confidence": finding.confidence,
        "message": finding.message,
        "where": finding.where,
        "part": finding.part,
        "span": _span(finding.span),
        "excerpt": finding.excerpt,
        "fix": None if finding.fix is None else _fix(finding.fix),
        "fingerprint": finding.fingerprint,
        "suppressed": None if finding.suppressed is None else {"reason": finding.suppressed},
        "baseline": finding.baseline,
        "changed": finding.changed,
        "position": None if finding.position is None else _position(finding.position),
        "related": [_span(span) for span in finding.related],
    }
    if finding.verdicts:
        data["verdicts"] = dict(finding.verdicts)
    return data


def _fix(fix: Fix) -> dict[str, Any]:
    edits = []
    for edit in fix.edits:
        entry = _span(edit.span) | {"expected": edit.expected, "replacement": edit.replacement}
        if edit.italic is not None:
            entry["italic"] = edit.italic
        edits.append(entry)
    return {"title": fix.title, "applicability": fix.applicability, "edits": edits}


def _position(position: Position) -> dict[str, int]:
    return {
        "line": position.line,
        "column": position.column,
        "end_line": position.end_line,
        "end_column": position.end_column,
    }
