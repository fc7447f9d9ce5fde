"""What a caller may ask of a report."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from resolint.catalogue import Catalogue
from resolint.findings import Finding, Report
from resolint.frozen import NamedTuple
from resolint.report.spoken import Spoken
from resolint.rule import Card


class Options(NamedTuple):
    """How to render.

    ``width`` is the number of columns of the text report, ``color`` allows terminal colours in it, ``encoding``
    is the one its reader can show. ``statistics`` adds the number of findings by rule. ``quiet`` leaves out of
    the text report what is no finding. ``show_suppressed`` keeps findings that do not count, allowed in the draft or
    known from a baseline, in the formats that leave them out. ``unreadable`` are the files that could not be read,
    each with its sentence. ``cards`` describe the rules in SARIF. ``words`` is the catalogue of the language in which formats
    for people speak.
    """

    width: int = 80
    color: bool = False
    encoding: str = "utf-8"
    statistics: bool = False
    quiet: bool = False
    show_suppressed: bool = False
    unreadable: Sequence[tuple[str, str]] = ()
    cards: Iterable[Card] = ()
    words: Catalogue | None = None

    @property
    def say(self) -> Spoken:
        """Gives what the report says itself in the language of the user."""
        return Spoken(self.words)


class Totals(NamedTuple):
    """Counts over all documents; ``errors``, ``warnings`` and ``infos`` are of findings that stand."""

    documents: int
    errors: int
    warnings: int
    infos: int
    suppressed: int
    known: int


def totals(reports: Sequence[Report]) -> Totals:
    """Count findings that stand by severity, those allowed in the draft, and those known from a baseline."""
    by_severity = {"error": 0, "warning": 0, "info": 0}
    suppressed = known = 0
    for report in reports:
        for finding in report.findings:
            if finding.suppressed is not None:
                suppressed += 1
            elif finding.baseline:
                known += 1
            else:
                by_severity[finding.severity] += 1
    return Totals(len(reports), by_severity["error"], by_severity["warning"], by_severity["info"], suppressed, known)


def by_rule(reports: Sequence[Report]) -> list[tuple[int, str, str]]:
    """Findings that stand, counted by rule: ``(count, id, name)``, the most frequent first."""
    counts: dict[tuple[str, str], int] = {}
    for report in reports:
        for finding in report.active:
            key = (finding.rule, finding.name)
            counts[key] = counts.get(key, 0) + 1
    return sorted(((n, rule, name) for (rule, name), n in counts.items()), key=lambda row: (-row[0], row[1]))


def unread(report: Report) -> str:
    """What of a draft that is longer than any was not looked at, "" where all of it was."""
    left = report.origin.unread
    return f"not all of this draft was checked: {left}" if left else ""


def verdicts(finding: Finding) -> str:
    """What each of two families of conventions says of a finding, ``mun: allowed, ga: warning``; "" where one was asked."""
    return ", ".join(f"{name}: {'allowed' if level is None else level}" for name, level in finding.verdicts)


def asides(finding: Finding) -> str:
    """What a format of one line says in brackets: two verdicts, and why a finding does not count."""
    return "; ".join(filter(None, (verdicts(finding), standing(finding))))


def standing(finding: Finding) -> str:
    """Why a finding does not count, in plain words; empty if it does."""
    if finding.suppressed is not None:
        return f"allowed in the draft: {finding.suppressed}" if finding.suppressed else "allowed in the draft"
    return "known, in the baseline" if finding.baseline else ""
