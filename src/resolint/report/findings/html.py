"""The report as a page: the draft laid out as a document, findings in its margin, explanations at the end.

One file without script or anything from elsewhere; every finding is reached by keyboard, from its words in the text,
from its place in the picture above and from its rule below.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from resolint.findings import Finding, Report
from resolint.report.findings.options import Options, by_rule, standing, totals
from resolint.report.page.cards import NAMES, Card, card, explained, numbered, pins
from resolint.report.page.desk import about
from resolint.report.page.sheet import Article, whole
from resolint.report.page.strip import strip
from resolint.report.page.style import PAGE, REVIEW
from resolint.report.page.text import plain
from resolint.version import __version__


def render(reports: Sequence[Report], options: Options) -> str:
    """The page of all ``reports``; ``options.cards`` give the explanations."""
    cards = numbered(reports)
    body = "".join(_body(reports, options, cards))
    names = ", ".join(report.path for report in reports[:3]) + (" …" if len(reports) > 3 else "")
    return whole(f"Findings in {names}" if names else "Findings", PAGE + REVIEW, body)


def _body(reports: Sequence[Report], options: Options, cards: Sequence[Sequence[Card]]) -> Iterator[str]:
    sums = totals(reports)
    yield '<div class="review">\n<header class="summary">\n'
    if len(reports) == 1:
        yield f"<h1>Findings in {plain(reports[0].path)}</h1>\n"
    else:
        yield f"<h1>Findings in {sums.documents} documents</h1>\n"
    yield f"<p>{_chips(sums.errors, sums.warnings, sums.infos)}</p>\n"
    yield "".join(f"<p>{plain(error)}</p>\n" for _, error in options.unreadable)
    if len(reports) > 1:
        yield from _contents(reports)
    if options.statistics:
        yield _statistics(reports)
    yield '</header>\n<main id="text">\n'
    for number, (report, found) in enumerate(zip(reports, cards, strict=True), 1):
        yield from _document(report, found, number, len(reports) == 1)
    yield "</main>\n"
    yield from _explanations(reports, options, cards)
    yield f'<footer class="foot"><p>Made by resolint {__version__}.</p></footer>\n</div>\n'


def _chips(errors: int, warnings: int, infos: int) -> str:
    found = []
    for severity, count in (("error", errors), ("warning", warnings), ("info", infos)):
        if count:
            word = NAMES[severity].lower() + ("" if count == 1 else "s")
            found.append(f'<span class="chip {severity}">{count} {word}</span>')
    return " ".join(found) or '<span class="chip none">Nothing to report</span>'


def _contents(reports: Sequence[Report]) -> Iterator[str]:
    yield '<nav aria-label="Documents"><ol>\n'
    for number, report in enumerate(reports, 1):
        count = len(report.active)
        yield f'<li><a href="#d{number}">{plain(report.path)}</a> ({count} finding{"" if count == 1 else "s"})</li>\n'
    yield "</ol></nav>\n"


def _statistics(reports: Sequence[Report]) -> str:
    """How often each rule was broken in all documents together."""
    rows = "".join(
        f'<tr><th scope="row"><a href="#rule-{escape(rule)}">{plain(rule)}</a> {plain(name)}</th><td>{count}</td></tr>\n'
        for count, rule, name in by_rule(reports)
    )
    return rows and (
        '<table class="rules"><caption>Findings by rule, in all documents</caption><thead><tr><th scope="col">Rule</th>'
        f'<th scope="col">Findings</th></tr></thead><tbody>\n{rows}</tbody></table>\n'
    )


def _document(report: Report, cards: Sequence[Card], number: int, alone: bool) -> Iterator[str]:
    yield f'<section class="report" id="d{number}" aria-label="{escape(report.path)}">\n'
    if not alone:
        yield f"<h2>{plain(report.path)}</h2>\n"
        severities = [entry.finding.severity for entry in cards]
        yield f"<p>{_chips(*(severities.count(name) for name in ('error', 'warning', 'info')))}</p>\n"
    yield f'<p class="about">{plain(about(report))}</p>\n'
    if cards and report.document is not None:
        yield strip(report.document, cards)
    yield _table(cards)
    yield _asides(report)
    yield from _text(report, cards, number, alone)
    yield "</section>\n"


def _table(cards: Sequence[Card]) -> str:
    """The rules that were broken, with links to their findings and explanations."""
    rules: dict[str, list[Card]] = {}
    for entry in cards:
        rules.setdefault(entry.finding.rule, []).append(entry)
    if not rules:
        return ""
    lines = []
    for rule, found in sorted(rules.items(), key=lambda item: (-len(item[1]), item[0])):
        finding = found[0].finding
        places = " ".join(
            f'<a href="#{entry.key}" aria-label="Finding {entry.number}">{entry.number}</a>' for entry in found
        )
        lines.append(
            f'<tr><th scope="row"><a href="#rule-{escape(rule)}">{plain(rule)}</a> {plain(finding.name)}</th>'
            f"<td>{NAMES[finding.severity]}</td><td>{places}</td></tr>"
        )
    return (
        '<table class="rules"><caption>Rules</caption><thead><tr><th scope="col">Rule</th><th scope="col">Severity</th>'
        f'<th scope="col">Findings</th></tr></thead><tbody>\n{"".join(lines)}</tbody></table>\n'
    )


def _asides(report: Report) -> str:
    """What does not count, what could not be checked, and what failed."""
    lines = [_line(finding) for finding in report.findings if standing(finding)]
    reasons: dict[str, list[str]] = {}
    for skip in report.skipped:
        if skip.meant:
            reasons.setdefault(skip.reason, []).append(skip.rule)
    lines += [f"Not checked: {', '.join(sorted(rules))} ({reason})." for reason, rules in reasons.items()]
    lines += [f"The rule {failure.rule} failed and was left out: {failure.error}" for failure in report.failures]
    if not lines:
        return ""
    items = "".join(f"<li>{plain(line)}</li>" for line in lines)
    return (
        f'<details class="asides"><summary>Not among the findings ({len(lines)})</summary><ul>{items}</ul></details>\n'
    )


def _line(finding: Finding) -> str:
    return f"{finding.where or 'draft'}, {finding.rule} {finding.name}: {standing(finding)}."


def _text(report: Report, cards: Sequence[Card], number: int, alone: bool) -> Iterator[str]:
    document = report.document
    if document is None:
        yield "".join(card(entry) for entry in cards)
        return
    shown = {block.id for block in document.blocks} | {block.id for note in document.footnotes for block in note.blocks}
    loose = [entry for entry in cards if entry.finding.span.block not in shown]
    if loose:
        yield f'<div class="loose">{"".join(card(entry) for entry in loose)}</div>\n'
    beside: dict[str, str] = {}
    for entry in cards:
        block = entry.finding.span.block
        beside[block] = beside.get(block, "") + card(entry)
    prefix = "" if alone else f"d{number}-"
    yield from Article(document, pins(cards), beside, prefix, 2 if alone else 3, links=False).lines()


def _explanations(reports: Sequence[Report], options: Options, cards: Sequence[Sequence[Card]]) -> Iterator[str]:
    known = {entry.id: entry for entry in options.cards}
    places: dict[str, list[Card]] = {}
    for entry in (entry for found in cards for entry in found):
        places.setdefault(entry.finding.rule, []).append(entry)
    ordered = sorted((rule, name) for _, rule, name in by_rule(reports))
    if not ordered:
        return
    yield '<section class="explanations" aria-labelledby="explanations"><h2 id="explanations">Explanations</h2>\n'
    for rule, name in ordered:
        yield explained(rule, name, known.get(rule), places.get(rule, ()))
    yield "</section>\n"
