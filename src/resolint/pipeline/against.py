"""Two families of conventions on one draft: their verdicts side by side.

Model United Nations drafts follow rules of their own, some of which contradict the practice of the United Nations. A
finding of either family appears once, with what each of the two says of it.
"""

from __future__ import annotations

from dataclasses import replace

from resolint.engine import places
from resolint.findings import Finding, Report, Severity
from resolint.model import Document, Span

__all__ = ["side_by_side"]

_Key = tuple[str, Span, str]


def side_by_side(first: Report, second: Report, name: str, document: Document) -> Report:
    """The report of two runs over one ``document``, in its order; ``name`` is the second profile.

    Each finding bears the severity under the first profile that knows it, and the verdicts of both: a severity, or
    None where that family of conventions has nothing against it.
    """
    ours = {_key(finding): finding for finding in first.findings}
    theirs = {_key(finding): finding for finding in second.findings}
    findings = [
        replace(found, verdicts=((first.profile, found.severity), (name, _severity(theirs.get(key)))))
        for key, found in ours.items()
    ]
    findings += [
        replace(found, verdicts=((first.profile, None), (name, found.severity)))
        for key, found in theirs.items()
        if key not in ours
    ]
    order = places(document)
    findings.sort(key=lambda found: (order[found.span.block], found.span.start, found.span.end, found.rule))
    failed = {failure.rule: failure for failure in (*first.failures, *second.failures)}
    return replace(
        first,
        profile_reason=f"{first.profile_reason}; side by side with {name}",
        findings=tuple(findings),
        failures=tuple(failed.values()),
        text={**first.text, **second.text},
    )


def _key(finding: Finding) -> _Key:
    return finding.rule, finding.span, finding.message


def _severity(finding: Finding | None) -> Severity | None:
    return None if finding is None else finding.severity
