"""Workflow commands: GitHub shows each finding beside the file it is in."""

from __future__ import annotations

from collections.abc import Sequence

from resolint.findings import Finding, Report
from resolint.report.findings.options import Options, asides, by_rule, standing, unread

_COMMAND = {"error": "error", "warning": "warning", "info": "notice"}


def render(reports: Sequence[Report], options: Options) -> str:
    """One workflow command per finding; what does not count is a notice that says why."""
    lines = []
    for report in reports:
        lines += [_line(report.path, finding) for finding in report.findings]
        lines += [
            _command("error", {"file": report.path, "title": f"{failure.rule} failed"}, failure.error)
            for failure in report.failures
        ]
        lines += [
            _command("warning", {"file": report.path, "title": "not checked"}, left)
            for left in filter(None, [unread(report)])
        ]
        lines += [
            _command("notice", {"file": report.path, "title": "baseline"}, f"entry no longer occurs: {entry}")
            for entry in report.stale_baseline
        ]
    lines += [_command("error", {"file": path, "title": "unreadable"}, error) for path, error in options.unreadable]
    if options.statistics and (rows := by_rule(reports)):
        counts = "\n".join(f"{count} {rule} {name}" for count, rule, name in rows)
        lines.append(_command("notice", {"title": "Findings by rule"}, counts))
    return "".join(f"{line}\n" for line in lines)


def _line(path: str, finding: Finding) -> str:
    properties = {"file": path}
    if finding.position is not None:
        position = finding.position
        properties["line"] = str(position.line)
        properties["endLine"] = str(position.end_line)
        if position.line == position.end_line:
            properties["col"] = str(position.column)
            properties["endColumn"] = str(max(position.end_column, position.column))
    properties["title"] = f"{finding.rule} {finding.name}" + (f", {finding.where}" if finding.where else "")
    message = f"{finding.where}: {finding.message}" if finding.where else finding.message
    if aside := asides(finding):
        message += f" ({aside})"
    if standing(finding):
        return _command("notice", properties, message)
    if finding.fix is not None and finding.fix.title:
        message += f"\n{finding.fix.title}"
    return _command(_COMMAND[finding.severity], properties, message)


def _command(name: str, properties: dict[str, str], message: str) -> str:
    given = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    return f"::{name} {given}::{_data(message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
