"""Code quality report of GitLab: a JSON list of issues with stable, unique fingerprints."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from hashlib import sha256
from typing import Any

from resolint.findings import Finding, Report
from resolint.report.findings.options import Options, asides, standing, unread
from resolint.report.indented import dumps

_SEVERITY = {"error": "major", "warning": "minor", "info": "info"}


def render(reports: Sequence[Report], options: Options) -> str:
    """Every finding as an issue; what does not count is of severity info and says why."""
    issues: list[dict[str, Any]] = []
    seen: Counter[str] = Counter()
    for report in reports:
        path = _relative(report.path)
        for finding in report.findings:
            # GitLab drops issues that share a fingerprint, and a draft can hold the same fault twice.
            key = f"{path}\n{finding.fingerprint}"
            seen[key] += 1
            issues.append(_issue(path, finding, f"{key}\n{seen[key]}"))
        for failure in report.failures:
            issues.append(_crash(path, failure.rule, f"{failure.rule} failed: {failure.error}"))
        if left := unread(report):
            issues.append(_crash(path, "not checked", left))
    issues += [_crash(_relative(path), "unreadable", error) for path, error in options.unreadable]
    return dumps(issues)


def _relative(path: str) -> str:
    path = path.replace("\\", "/")
    return path.removeprefix("./")


def _issue(path: str, finding: Finding, key: str) -> dict[str, Any]:
    aside = asides(finding)
    description = f"{finding.where}: {finding.message}" if finding.where else finding.message
    position = finding.position
    return {
        "description": description + (f" ({aside})" if aside else ""),
        "check_name": finding.rule,
        "fingerprint": sha256(key.encode("utf-8", "surrogatepass")).hexdigest(),
        "severity": "info" if standing(finding) else _SEVERITY[finding.severity],
        "location": {
            "path": path,
            "lines": {"begin": 1, "end": 1} if position is None else {"begin": position.line, "end": position.end_line},
        },
    }


def _crash(path: str, name: str, description: str) -> dict[str, Any]:
    return {
        "description": description,
        "check_name": name,
        "fingerprint": sha256(f"{path}\n{name}\n{description}".encode("utf-8", "surrogatepass")).hexdigest(),
        "severity": "critical",
        "location": {"path": path, "lines": {"begin": 1, "end": 1}},
    }
