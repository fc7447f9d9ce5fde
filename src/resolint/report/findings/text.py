"""The report for people: place, fault, reason and remedy, in the words of the house."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from resolint.findings import Finding, Report
from resolint.regex import lazy
from resolint.report.characters import columns, encodable, printable, wrapped
from resolint.report.findings.excerpt import carets, excerpt
from resolint.report.findings.options import Options, by_rule, totals, verdicts
from resolint.report.spoken import Spoken

_COLORS = {"error": "31", "warning": "33", "info": "36", "bold": "1", "dim": "2", "fault": "1;31", "fix": "32"}
_AGAIN = lazy(r" \[\d+\]")
"""In the name of a place: another paragraph before it has the same number."""
_HELD = "\u00a0"
"""Not printed by itself, but holds what French sets before and behind marks on the line of its word."""
_INDENT = "    "
_MOST_COLUMNS = 100
"""Longer lines are hard to read, however wide the terminal is."""
_USUAL_KINDS = ("resolution", "decision", "declaration")
_KINDS = {"report": "reports", "amendment": "amendments"}
_MOST_NAMED = 4
"""Rules that did not run are named up to this number, and counted beyond it."""


class _Page:
    """Lines so far, and how to paint them."""

    def __init__(self, options: Options) -> None:
        self.width = max(min(options.width, _MOST_COLUMNS), 40)
        self.color = options.color
        self.encoding = options.encoding
        self.lines: list[str] = []
        self.say = options.say

    def paint(self, text: str, role: str) -> str:
        return f"\x1b[{_COLORS[role]}m{text}\x1b[0m" if self.color and text else text

    def plain(self, text: str) -> str:
        """Printable and in the reader's encoding: nothing of a draft may steer the terminal."""
        return encodable(printable(text, _HELD), self.encoding)

    def write(self, text: str, role: str = "", indent: str = "", first: str | None = None) -> None:
        """Wrap ``text`` after ``indent``."""
        for line in wrapped(self.plain(text), self.width, indent, first):
            self.lines.append(self.paint(line, role) if role else line)

    def gap(self) -> None:
        if self.lines and self.lines[-1]:
            self.lines.append("")


def render(reports: Sequence[Report], options: Options) -> str:
    """Every document with what is wrong in it, then a line that sums up."""
    page = _Page(options)
    for report in reports:
        _document(page, report, len(reports) == 1, options.quiet)
    if options.statistics:
        _statistics(page, reports)
    if not options.quiet:
        _summary(page, reports, options)
    return "".join(f"{line.rstrip()}\n" for line in page.lines)


def _document(page: _Page, report: Report, alone: bool, quiet: bool) -> None:
    active = report.active
    allowed = [] if quiet else [f for f in report.findings if f.suppressed is not None]
    known = 0 if quiet else sum(f.suppressed is None and f.baseline for f in report.findings)
    if not (active or allowed or report.failures or report.stale_baseline or (alone and not quiet)):
        return
    page.gap()
    page.lines.append(page.paint(page.plain(report.path), "bold"))
    if not quiet:
        page.write(_about(report, page.say), "dim")
    for finding in active:
        _finding(page, finding, report)
    if allowed:
        _allowed(page, allowed)
    if known:
        page.gap()
        page.write(
            page.say(
                f"{page.say.count(known, 'finding')} known from the baseline {'is' if known == 1 else 'are'} not shown."
            )
        )
    _asides(page, report, quiet)


def _about(report: Report, say: Spoken) -> str:
    """What was read and by which profile: ``resolution, 21 preambular and 13 operative paragraphs, 9 notes …``."""
    counts = report.counts
    parts = [say(report.kind if report.kind != "other" else "no resolution or decision found")]
    acts = counts.get("acts", 0)
    if acts > 1:
        parts[0] += f" ({say(f'{acts} texts')})"
    if paragraphs := say.paragraphs(counts.get("preambular", 0), counts.get("operative", 0)):
        parts.append(paragraphs)
    if counts.get("footnotes"):
        parts.append(say.count(counts["footnotes"], "note"))
    if report.origin.view == "original":
        parts.append(say("read without the tracked changes"))
    if report.origin.recovery:
        parts.append(report.origin.recovery)
    about = ", ".join(parts) + f"{say(';')} {say(f'profile {report.profile}')}"
    return f"{about} ({say(report.profile_reason)})" if report.profile_reason else about


def _finding(page: _Page, finding: Finding, report: Report) -> None:
    page.gap()
    place = page.plain(page.say.place(finding.where, 0 if finding.position is None else finding.position.line))
    word, rule = page.say(finding.severity), page.plain(f"{finding.rule} {finding.name}")
    colon = page.plain(page.say(":"))
    head = f"{page.paint(place, 'bold')}{colon} {page.paint(word, finding.severity)}"
    if columns(f"{place}{colon} {word} {rule}") <= page.width:
        page.lines.append(f"{head} {page.paint(rule, 'dim')}")
    else:
        page.lines += (head, _INDENT + page.paint(rule, "dim"))
    page.write(finding.message, indent=_INDENT)
    if finding.verdicts:
        page.write(page.say(_side_by_side(finding)), indent=_INDENT)
    _draw(page, finding, report)
    if finding.fix is not None and finding.fix.title:
        arrow = encodable("\u2192", page.encoding) + " "
        page.write(_capital(finding.fix.title), "fix", indent=_INDENT + " " * len(arrow), first=_INDENT + arrow)


def _side_by_side(finding: Finding) -> str:
    """Which of two families of conventions the finding contradicts."""
    against = [name for name, level in finding.verdicts if level is not None]
    return f"Contradicts {' and '.join(against)} ({verdicts(finding)})."


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _draw(page: _Page, finding: Finding, report: Report) -> None:
    """The excerpt with carets below; nothing where the draft has no words to show."""
    text = report.text.get(finding.span.block)
    if text is None:
        if finding.excerpt:
            page.write(finding.excerpt, indent=_INDENT * 2)
        return
    if not text.strip():
        return
    before, fault, after = excerpt(
        text, finding.span.start, finding.span.end, page.width - 2 * len(_INDENT), page.encoding
    )
    shown = page.paint(fault, "fault") if fault.strip() else fault
    page.lines.append(f"{_INDENT * 2}{before}{shown}{after}")
    under = carets(before, fault)
    blank = len(under) - len(under.lstrip())
    page.lines.append(f"{_INDENT * 2}{under[:blank]}{page.paint(under[blank:], 'fault')}")


def _allowed(page: _Page, findings: Iterable[Finding]) -> None:
    page.gap()
    page.lines.append(page.say("Allowed in the draft:"))
    for finding in findings:
        reason = f"{page.say(':')} {finding.suppressed}" if finding.suppressed else ""
        page.write(
            f"{page.say.place(finding.where)}, {finding.rule} {finding.name}{reason}", indent=_INDENT * 2, first=_INDENT
        )


def _asides(page: _Page, report: Report, quiet: bool) -> None:
    """Places that need a word, what could not be checked, crashed rules, and entries of the baseline that are no more."""
    if not quiet and any(_AGAIN.search(finding.where) for finding in report.active):
        page.gap()
        page.write(page.say("A place with [2] is the second paragraph of that number."), "dim")
    skipped = _skipped(report) if not quiet else ""
    if skipped:
        page.gap()
        page.write(page.say(f"Not checked: {skipped}"), "dim", indent="  ", first="")
    for failure in report.failures:
        page.gap()
        told = f"The rule {failure.rule} failed and was left out; this is a fault of the rule: {failure.error}"
        page.write(page.say(told))
    stale = report.stale_baseline
    if stale:
        page.gap()
        entries = page.say.count(len(stale), "entry", "entries")
        occur = "occurs" if len(stale) == 1 else "occur"
        page.write(page.say(f"{entries} of the baseline no longer {occur} here and can go: {', '.join(stale)}"))


def _skipped(report: Report) -> str:
    """The rules that did not run, by reason; many of one reason are only counted.

    Rules for other kinds of text are worth a word only where the text is of none of the usual kinds.
    """
    reasons: dict[str, list[str]] = {}
    for skip in report.skipped:
        if skip.meant:
            reasons.setdefault(skip.reason, []).append(skip.rule)
        elif report.kind not in _USUAL_KINDS:
            reasons.setdefault(f"for other texts than {_KINDS.get(report.kind, 'this')}", []).append(skip.rule)
    return "; ".join(
        f"{', '.join(sorted(rules)) if len(rules) <= _MOST_NAMED else f'{len(rules)} rules'} ({reason})"
        for reason, rules in reasons.items()
    )


def _statistics(page: _Page, reports: Sequence[Report]) -> None:
    rows = by_rule(reports)
    if not rows:
        return
    page.gap()
    room = max(columns(str(row[0])) for row in rows)
    names = max(columns(row[1]) for row in rows)
    for count, rule, name in rows:
        page.lines.append(f"{count:>{room}}  {rule:<{names}}  {name}")


def _summary(page: _Page, reports: Sequence[Report], options: Options) -> None:
    sums = totals(reports)
    page.gap()
    say = page.say
    counted = [
        say.count(number, word) for number, word in ((sums.errors, "error"), (sums.warnings, "warning")) if number
    ]
    if sums.infos:
        counted.append(say.count(sums.infos, "info", "info"))
    found = ", ".join(counted) if counted else say("Nothing to report")
    where = say.count(sums.documents, "document")
    if not sums.documents:
        # The sentences on standard error have said it all.
        return
    if counted and sums.documents > 1:
        touched = sum(bool(report.active) for report in reports)
        where = say(f"{touched} of {sums.documents} documents") if touched < sums.documents else where
    rest = []
    if sums.suppressed:
        rest.append(say(f"{sums.suppressed} allowed in the draft"))
    if sums.known:
        rest.append(say(f"{sums.known} in the baseline"))
    if options.unreadable:
        rest.append(say(f"{say.count(len(options.unreadable), 'file')} could not be read"))
    more = "".join(f"{say(';')} {part}" for part in rest)
    page.write(say(f"{found} in {where}{more}."), "bold" if counted else "")
