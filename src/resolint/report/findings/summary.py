"""A summary in Markdown, for the page of a pull request or of a workflow run."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from resolint.findings import SEVERITIES, Finding, Report
from resolint.report.characters import printable
from resolint.report.findings.options import Options, asides, by_rule, totals, unread

_MOST = 20
"""Findings of one draft that are written out; the rest is counted."""
_BEGINNING = "## resolint\n\n"
_OURS = re.compile(
    rb"## resolint\r?\n\r?\n\*\*(?:Nothing to report|\d+ \w+(?:, \d+ \w+){0,2})\*\* in \d+ drafts?\.\r?\n"
)
_MARKS = re.compile(r"([\\`*_{}\[\]<>#|~!])")


def render(reports: Sequence[Report], options: Options) -> str:
    """What was found in all ``reports``: a line that sums up, a table of the drafts, the gravest findings of each."""
    return _BEGINNING + "\n".join(_lines(reports, options)) + "\n"


def is_summary(data: bytes) -> bool:
    """Whether the text of a file begins as ``render`` begins one; a hundred bytes tell."""
    return _OURS.match(data) is not None


def _lines(reports: Sequence[Report], options: Options) -> Iterator[str]:
    sums = totals(reports)
    counts = [
        f"{number} {(word if number == 1 else word + 's') if word else 'info'}"
        for number, word in ((sums.errors, "error"), (sums.warnings, "warning"), (sums.infos, ""))
        if number
    ]
    drafts = f"{sums.documents} draft{'' if sums.documents == 1 else 's'}"
    yield f"**{', '.join(counts) or 'Nothing to report'}** in {drafts}."
    if options.unreadable:
        yield ""
        yield from (f"- Not read: {_plain(error)}" for _, error in options.unreadable)
    for report in reports:
        if left := unread(report):
            yield from ("", f"- {_plain(report.path)}: {left}")
    if len(reports) > 1:
        yield from _table(reports)
    for report in reports:
        if report.findings or report.failures:
            yield from _draft(report)
    if options.statistics and (rows := by_rule(reports)):
        yield from ("", "| Findings | Rule |", "|---:|---|")
        yield from (f"| {count} | {rule} {_plain(name)} |" for count, rule, name in rows)


def _table(reports: Sequence[Report]) -> Iterator[str]:
    yield from ("", "| Draft | Errors | Warnings | Info |", "|---|---:|---:|---:|")
    for report in reports:
        numbers = totals([report])
        yield f"| {_plain(report.path)} | {numbers.errors} | {numbers.warnings} | {numbers.infos} |"


def _draft(report: Report) -> Iterator[str]:
    yield from ("", f"### {_plain(report.path)}", "")
    # The gravest first; within one severity in the order of the draft.
    graded = sorted(report.findings, key=lambda finding: SEVERITIES.index(finding.severity))
    yield from (_item(finding) for finding in graded[:_MOST])
    if len(graded) > _MOST:
        yield f"- … and {len(graded) - _MOST} more"
    yield from (f"- The rule {failure.rule} failed: {_plain(failure.error)}" for failure in report.failures)


def _item(finding: Finding) -> str:
    place = finding.where or "draft"
    if finding.position is not None:
        place += f", line {finding.position.line}"
    aside = asides(finding)
    title = "" if finding.fix is None else finding.fix.title
    remedy = f" {_plain(title[:1].upper() + title[1:])}." if title else ""
    return (
        f"- **{finding.severity}** {_plain(place)}: {_plain(finding.message)}{remedy}"
        f" ({finding.rule}{', ' + _plain(aside) if aside else ''})"
    )


def _plain(text: str) -> str:
    """On one line, and nothing in it is taken for Markdown, a mention or a tag."""
    line = " ".join(printable(text).split())
    return _MARKS.sub(r"\\\1", line).replace("@", "@\u200b")
