"""A summary in Markdown, for the page of a pull request or of a workflow run."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from resolint.findings import SEVERITIES, Finding, Report
from resolint.report.characters import printable
from resolint.report.findings.options import Options, asides, by_rule, totals, unread
from resolint.report.spoken import Spoken

_MOST = 20
"""Findings of one draft that are written out; the rest is counted."""
_BEGINNING = "## resolint\n\n"
_OURS = re.compile(
    rb"## resolint\r?\n\r?\n\*\*(?:Nothing to report|\d+ \w+(?:, \d+ \w+){0,2})\*\* in \d+ drafts?\.\r?\n"
)
_BLANKS = re.compile(r"[^\S\u00a0]+")
_MARKS = re.compile(r"([\\`*_{}\[\]<>#|~!])")


def render(reports: Sequence[Report], options: Options) -> str:
    """What was found in all ``reports``: a line that sums up, a table of the drafts, the gravest findings of each."""
    return _BEGINNING + "\n".join(_lines(reports, options)) + "\n"


def is_summary(data: bytes) -> bool:
    """Whether the text of a file begins as ``render`` begins one; a hundred bytes tell."""
    return _OURS.match(data) is not None


def _lines(reports: Sequence[Report], options: Options) -> Iterator[str]:
    sums, say = totals(reports), options.say
    counts = [
        say.count(number, word, several)
        for number, word, several in (
            (sums.errors, "error", "errors"),
            (sums.warnings, "warning", "warnings"),
            (sums.infos, "info", "info"),
        )
        if number
    ]
    found = ", ".join(counts) or say("Nothing to report")
    yield say(f"**{found}** in {say.count(sums.documents, 'draft')}.")
    if options.unreadable:
        yield ""
        yield from (say(f"- Not read: {_plain(error)}") for _, error in options.unreadable)
    for report in reports:
        if left := unread(report):
            yield from ("", f"- {_plain(report.path)}: {left}")
    if len(reports) > 1:
        yield from _table(reports, say)
    for report in reports:
        if report.findings or report.failures:
            yield from _draft(report, say)
    if options.statistics and (rows := by_rule(reports)):
        yield from ("", f"| {say('Findings')} | {say('Rule')} |", "|---:|---|")
        yield from (f"| {count} | {rule} {_plain(name)} |" for count, rule, name in rows)


def _table(reports: Sequence[Report], say: Spoken) -> Iterator[str]:
    heads = " | ".join(map(say, ("Draft", "Errors", "Warnings", "Info")))
    yield from ("", f"| {heads} |", "|---|---:|---:|---:|")
    for report in reports:
        numbers = totals([report])
        yield f"| {_plain(report.path)} | {numbers.errors} | {numbers.warnings} | {numbers.infos} |"


def _draft(report: Report, say: Spoken) -> Iterator[str]:
    yield from ("", f"### {_plain(report.path)}", "")
    # The gravest first; within one severity in the order of the draft.
    graded = sorted(report.findings, key=lambda finding: SEVERITIES.index(finding.severity))
    yield from (_item(finding, say) for finding in graded[:_MOST])
    if len(graded) > _MOST:
        yield say(f"- … and {len(graded) - _MOST} more")
    yield from (say(f"- The rule {failure.rule} failed: {_plain(failure.error)}") for failure in report.failures)


def _item(finding: Finding, say: Spoken) -> str:
    place = say.place(finding.where, 0 if finding.position is None else finding.position.line)
    aside = say(asides(finding))
    title = "" if finding.fix is None else finding.fix.title
    remedy = f" {_plain(title[:1].upper() + title[1:])}." if title else ""
    return (
        f"- **{say(finding.severity)}** {_plain(place)}{say(':')} {_plain(finding.message)}{remedy}"
        f" ({finding.rule}{', ' + _plain(aside) if aside else ''})"
    )


def _plain(text: str) -> str:
    """On one line, and nothing in it is taken for Markdown, a mention or a tag."""
    line = " ".join(filter(None, _BLANKS.split(printable(text, "\u00a0"))))
    return _MARKS.sub(r"\\\1", line).replace("@", "@\u200b")
