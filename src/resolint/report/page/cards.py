"""Findings as cards for the margin, pins in the text, and the explanations that they lead to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape

from resolint.findings import Finding, Fix, Report
from resolint.frozen import dataclass
from resolint.report.page.prose import prose
from resolint.report.page.sheet import Article
from resolint.report.page.text import Pin, plain
from resolint.report.spoken import Spoken
from resolint.rule import Card as RuleCard

NAMES = {"error": "Error", "warning": "Warning", "info": "Info"}
_SHOWN = ("What it finds", "Why it matters", "What to write")
_LONGEST = 80


@dataclass(frozen=True, slots=True)
class Card:
    """A finding that stands, its number on the page and the identifier of its card."""

    finding: Finding
    number: int
    key: str

    @property
    def place(self) -> str:
        """The identifier of its pin in the text."""
        return f"at-{self.number}"


def numbered(reports: Sequence[Report]) -> list[list[Card]]:
    """The findings of each report in reading order, numbered through the whole page."""
    number = 0
    found: list[list[Card]] = []
    for report in reports:
        cards = []
        for finding in _in_reading_order(report):
            number += 1
            cards.append(Card(finding, number, f"finding-{number}"))
        found.append(cards)
    return found


def _in_reading_order(report: Report) -> list[Finding]:
    """The standing findings as their numbers follow one another on the page; those that stand nowhere in it come first.

    The page has an order of its own (what a page header says is shown in the masthead, notes come last, a number stands
    behind its words), so it is written once with nothing but the places of the findings.
    """
    active = list(report.active)
    if report.document is None:
        return active
    places: dict[str, list[Pin]] = {}
    for at, finding in enumerate(active):
        place, span = f"<!--{at}-->", finding.span
        places.setdefault(span.block, []).append(Pin(span.start, span.end, "<b>", f"</b>{place}", place))
    text = "".join(Article(report.document, places).lines())
    ranks = {int(found[1]): rank for rank, found in enumerate(re.finditer(r"<!--(\d+)-->", text))}
    return [active[at] for at in sorted(range(len(active)), key=lambda at: ranks.get(at, -1))]


def pins(cards: Sequence[Card], say: Spoken) -> dict[str, list[Pin]]:
    """The words of every finding, by block, each followed by a link to its card."""
    found: dict[str, list[Pin]] = {}
    for card in cards:
        finding = card.finding
        link = (
            f'<a class="pin {finding.severity}" id="{card.place}" href="#{card.key}" '
            f'aria-label="{say(f"Finding {card.number}, {say(finding.severity)}")}">{card.number}</a>'
        )
        before, after = f'<mark class="hit {finding.severity}">', f"</mark>&#8288;{link}"
        span = finding.span
        found.setdefault(span.block, []).append(Pin(span.start, span.end, before, after, link))
    return found


def card(entry: Card, say: Spoken) -> str:
    """The card of a finding: how grave, where, what is wrong, what to write, and the way to its explanation."""
    finding = entry.finding
    name, place = say(NAMES[finding.severity]), say.place(finding.where)
    told = say(f"Finding {entry.number}, {say(finding.severity)}, {place}")
    write = "" if finding.fix is None else _remedy(finding.fix)
    return (
        f'<div class="card {finding.severity}" id="{entry.key}" role="group" aria-label="{escape(told)}">'
        f'<p class="head"><a class="pin {finding.severity}" href="#{entry.place}" aria-label="'
        f'{say(f"Finding {entry.number}: show it in the text")}">{entry.number}</a> <strong>{name}</strong> <span class="where">'
        f"{plain(place)}</span></p>"
        f"<p>{plain(finding.message)}</p>{write}"
        f'<p class="why"><a href="#rule-{escape(finding.rule)}">{plain(finding.rule)} {plain(finding.name)}</a></p></div>'
    )


def _remedy(fix: Fix) -> str:
    title = fix.title[:1].upper() + fix.title[1:]
    change = ""
    if len(fix.edits) == 1 and fix.edits[0].italic is None and fix.applicability != "advice":
        edit = fix.edits[0]
        if len(edit.expected) + len(edit.replacement) <= _LONGEST and edit.expected != edit.replacement:
            gone = f"<del>{visible(edit.expected)}</del> " if edit.expected else ""
            put = f"<ins>{visible(edit.replacement)}</ins>" if edit.replacement else ""
            change = f' <span class="change">{gone}{put}</span>'
    return f'<p class="write"><span aria-hidden="true">→</span> {plain(title)}{change}</p>' if title or change else ""


def visible(text: str) -> str:
    """Text as HTML in which a blank at either end can be seen."""
    core = text.strip(" \u00a0")
    if core == text and text:
        return plain(text)
    left = len(text) - len(text.lstrip(" \u00a0"))
    right = len(text) - left - len(core)
    return "␣" * left + plain(core) + "␣" * right


def explained(
    rule: str, name: str, known: RuleCard | None, places: Sequence[Card], say: Spoken, language: str = "en"
) -> str:
    """The explanation of a rule: the prose of its card, its authority, and links back to its findings.

    ``language`` is that of the drafts.
    """
    back = ", ".join(f'<a href="#{entry.key}">{entry.number}</a>' for entry in places)
    lines = [f'<section class="rule" id="rule-{escape(rule)}"><h3>{plain(rule)} {plain(name)}</h3>\n']
    if known is not None:
        reasons = known.reasons(language)
        for part in _SHOWN:
            if part in reasons:
                lines.append(f"<h4>{say(part)}</h4>\n{prose(reasons[part])}")
        if known.authority:
            lines.append(f'<p class="authority">{plain(say(f"Authority: {known.authority}."))}</p>\n')
    lines.append(f"<p>{say(f'Findings: {back}')}</p>\n</section>\n")
    return "".join(lines)
