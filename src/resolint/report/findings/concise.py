"""One line per finding: ``path:12:3: error ID message`` for text files, ``path:operative 7 (b): …`` for Word."""

from __future__ import annotations

from collections.abc import Sequence

from resolint.findings import Finding, Report
from resolint.report.characters import encodable, printable
from resolint.report.findings.options import Options, asides, by_rule, unread


def render(reports: Sequence[Report], options: Options) -> str:
    """Every finding in one line; those that do not count say why in brackets."""
    lines = []
    for report in reports:
        lines += [_line(report.path, finding) for finding in report.findings]
        lines += [f"{report.path}: {failure.rule} failed: {failure.error}" for failure in report.failures]
        lines += [f"{report.path}: {left}" for left in filter(None, [unread(report)])]
        lines += [f"{report.path}: baseline entry no longer occurs: {entry}" for entry in report.stale_baseline]
    if options.statistics:
        lines += [f"{count} {rule} {name}" for count, rule, name in by_rule(reports)]
    return "".join(f"{printable(encodable(line, options.encoding))}\n" for line in lines)


def _line(path: str, finding: Finding) -> str:
    position = finding.position
    place = f"{position.line}:{position.column}" if position is not None else finding.where or "draft"
    aside = asides(finding)
    return f"{path}:{place}: {finding.severity} {finding.rule} {finding.message}" + (f" ({aside})" if aside else "")
