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
from resolint.report.spoken import Spoken
from resolint.version import __version__


def render(reports: Sequence[Report], options: Options) -> str:
    """The page of all ``reports``; ``options.cards`` give the explanations."""
    cards = numbered(reports)
    body = "".join(_body(reports, options, cards))
    names = ", ".join(report.path for report in reports[:3]) + (" …" if len(reports) > 3 else "")
    say = options.say
    title = say(f"Findings in {names}") if names else say("Findings")
    language = "" if options.words is None else options.words.language
    return whole(title, PAGE + REVIEW, body, language, say("Skip to the text"))


def _body(reports: Sequence[Report], options: Options, cards: Sequence[Sequence[Card]]) -> Iterator[str]:
    sums, say = totals(reports), options.say
    yield '<div class="review">\n<header class="summary">\n'
    if len(reports) == 1:
        yield f"<h1>{plain(say(f'Findings in {reports[0].path}'))}</h1>\n"
    else:
        many = say(f"Findings in {say.count(sums.documents, 'document')}")
        yield f"<h1>{many}</h1>\n"
    yield f"<p>{_chips(sums.errors, sums.warnings, sums.infos, say)}</p>\n"
    yield "".join(f"<p>{plain(error)}</p>\n" for _, error in options.unreadable)
    if len(reports) > 1:
        yield from _contents(reports, say)
    if options.statistics:
        yield _statistics(reports, say)
    yield '</header>\n<main id="text">\n'
    for number, (report, found) in enumerate(zip(reports, cards, strict=True), 1):
        yield from _document(report, found, number, len(reports) == 1, say)
    yield "</main>\n"
    yield from _explanations(reports, options, cards)
    yield f'<footer class="foot"><p>{say(f"Made by resolint {__version__}.")}</p></footer>\n</div>\n'


def _chips(errors: int, warnings: int, infos: int, say: Spoken) -> str:
    found = []
    for severity, count in (("error", errors), ("warning", warnings), ("info", infos)):
        if count:
            found.append(f'<span class="chip {severity}">{say.count(count, severity)}</span>')
    return " ".join(found) or f'<span class="chip none">{say("Nothing to report")}</span>'


def _contents(reports: Sequence[Report], say: Spoken) -> Iterator[str]:
    yield f'<nav aria-label="{say("Documents")}"><ol>\n'
    for number, report in enumerate(reports, 1):
        count = say.count(len(report.active), "finding")
        yield f'<li><a href="#d{number}">{plain(report.path)}</a> ({count})</li>\n'
    yield "</ol></nav>\n"


def _statistics(reports: Sequence[Report], say: Spoken) -> str:
    """How often each rule was broken in all documents together."""
    rows = "".join(
        f'<tr><th scope="row"><a href="#rule-{escape(rule)}">{plain(rule)}</a> {plain(name)}</th><td>{count}</td></tr>\n'
        for count, rule, name in by_rule(reports)
    )
    return rows and (
        f'<table class="rules"><caption>{say("Findings by rule, in all documents")}</caption>'
        f'<thead><tr><th scope="col">{say("Rule")}</th>'
        f'<th scope="col">{say("Findings")}</th></tr></thead><tbody>\n{rows}</tbody></table>\n'
    )


def _document(report: Report, cards: Sequence[Card], number: int, alone: bool, say: Spoken) -> Iterator[str]:
    yield f'<section class="report" id="d{number}" aria-label="{escape(report.path)}">\n'
    if not alone:
        yield f"<h2>{plain(report.path)}</h2>\n"
        severities = [entry.finding.severity for entry in cards]
        errors, warnings, infos = (severities.count(name) for name in ("error", "warning", "info"))
        yield f"<p>{_chips(errors, warnings, infos, say)}</p>\n"
    yield f'<p class="about">{plain(about(report, say))}</p>\n'
    if cards and report.document is not None:
        yield strip(report.document, cards, say)
    yield _table(cards, say)
    yield _asides(report, say)
    yield from _text(report, cards, number, alone, say)
    yield "</section>\n"


def _table(cards: Sequence[Card], say: Spoken) -> str:
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
            f'<a href="#{entry.key}" aria-label="{say(f"Finding {entry.number}")}">{entry.number}</a>'
            for entry in found
        )
        lines.append(
            f'<tr><th scope="row"><a href="#rule-{escape(rule)}">{plain(rule)}</a> {plain(finding.name)}</th>'
            f"<td>{say(NAMES[finding.severity])}</td><td>{places}</td></tr>"
        )
    return (
        f'<table class="rules"><caption>{say("Rules")}</caption><thead><tr><th scope="col">{say("Rule")}</th>'
        f'<th scope="col">{say("Severity")}</th><th scope="col">{say("Findings")}</th></tr></thead><tbody>\n'
        f"{''.join(lines)}</tbody></table>\n"
    )


def _asides(report: Report, say: Spoken) -> str:
    """What does not count, what could not be checked, and what failed."""
    lines = [_line(finding, say) for finding in report.findings if standing(finding)]
    reasons: dict[str, list[str]] = {}
    for skip in report.skipped:
        if skip.meant:
            reasons.setdefault(skip.reason, []).append(skip.rule)
    lines += [say(f"Not checked: {', '.join(sorted(rules))} ({reason}).") for reason, rules in reasons.items()]
    lines += [say(f"The rule {failure.rule} failed and was left out: {failure.error}") for failure in report.failures]
    if not lines:
        return ""
    items = "".join(f"<li>{plain(line)}</li>" for line in lines)
    head = say(f"Not among the findings ({len(lines)})")
    return f'<details class="asides"><summary>{head}</summary><ul>{items}</ul></details>\n'


def _line(finding: Finding, say: Spoken) -> str:
    return f"{say.place(finding.where)}, {finding.rule} {finding.name}{say(':')} {say(standing(finding))}."


def _text(report: Report, cards: Sequence[Card], number: int, alone: bool, say: Spoken) -> Iterator[str]:
    document = report.document
    if document is None:
        yield "".join(card(entry, say) for entry in cards)
        return
    shown = {block.id for block in document.blocks} | {block.id for note in document.footnotes for block in note.blocks}
    loose = [entry for entry in cards if entry.finding.span.block not in shown]
    if loose:
        yield f'<div class="loose">{"".join(card(entry, say) for entry in loose)}</div>\n'
    beside: dict[str, str] = {}
    for entry in cards:
        block = entry.finding.span.block
        beside[block] = beside.get(block, "") + card(entry, say)
    prefix = "" if alone else f"d{number}-"
    yield from Article(document, pins(cards, say), beside, prefix, 2 if alone else 3, links=False).lines()


def _explanations(reports: Sequence[Report], options: Options, cards: Sequence[Sequence[Card]]) -> Iterator[str]:
    known = {entry.id: entry for entry in options.cards}
    places: dict[str, list[Card]] = {}
    for entry in (entry for found in cards for entry in found):
        places.setdefault(entry.finding.rule, []).append(entry)
    ordered = sorted((rule, name) for _, rule, name in by_rule(reports))
    if not ordered:
        return
    yield '<section class="explanations" aria-labelledby="explanations"><h2 id="explanations">'
    yield f"{options.say('Explanations')}</h2>\n"
    # Of drafts in several languages the reasons are told that hold for most.
    languages = {report.language for report in reports}
    language = next(iter(languages)) if len(languages) == 1 else "en"
    for rule, name in ordered:
        yield explained(rule, name, known.get(rule), places.get(rule, ()), options.say, language)
    yield "</section>\n"
