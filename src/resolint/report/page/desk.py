"""A draft to be worked on in a page: the document, what is said of it in its margin, and each fix ready to be shown.

Everything that a fix would take out or put in stands in the page beforehand, so that accepting one is a matter of showing
it: ``old`` is what goes, ``new`` what comes (not shown at first), ``ital`` what changes its slant. Findings are known by
their number; ``marks`` tells of each what a program in the page needs.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from itertools import combinations
from typing import Any

from resolint import fixes
from resolint.decisions import can_be_made
from resolint.findings import Edit, Finding, Report
from resolint.model import Clause, Document, Span
from resolint.report.findings.options import standing
from resolint.report.page.cards import NAMES, Card, numbered, visible
from resolint.report.page.sheet import Article, title_of
from resolint.report.page.text import Pin, marked, plain
from resolint.report.spoken import ENGLISH, Spoken

__all__ = ["Sheet", "sheet"]

_OPENING = 60
_PARTS = {
    "masthead": "Masthead and title",
    "title": "Masthead and title",
    "organ line": "Masthead and title",
    "preamble": "Preamble",
    "operative": "Operative part",
    "closing": "Operative part",
    "heading": "Operative part",
    "headings": "Operative part",
    "annex": "Annexes",
    "footnotes": "Notes",
}
_REST = "Text"


@dataclass(frozen=True, slots=True)
class Sheet:
    """A draft on its page: HTML of the document and of its outline, what programs need of its findings, facts about it.

    ``marks`` are plain values, one for each standing finding, in order; ``rules`` gives the name of each rule that spoke,
    ``places`` the identifier on the page of each block, ``asides`` sentences on what does not count or could not be checked.
    """

    title: str
    about: str
    language: str
    article: str
    outline: str
    marks: tuple[Mapping[str, Any], ...]
    rules: Mapping[str, str]
    counts: Mapping[str, int]
    places: Mapping[str, str]
    asides: tuple[str, ...]


def sheet(report: Report, say: Spoken = ENGLISH) -> Sheet:
    """The page of a report that keeps its document; ``say`` speaks beside it. Raises ValueError for one that does not."""
    document = report.document
    if document is None:
        raise ValueError("the report does not keep its document: lint with keep=True")
    (cards,) = numbered([report])
    shown = {block.id for block in document.blocks} | {block.id for note in document.footnotes for block in note.blocks}
    beside: dict[str, str] = {}
    loose = ""
    for entry in cards:
        if entry.finding.span.block in shown:
            block = entry.finding.span.block
            beside[block] = beside.get(block, "") + card(entry, say)
        else:
            loose += card(entry, say)
    article = Article(document, _pins(document, cards, say), beside, top=2, links=False)
    text = "".join(article.lines())
    if loose:
        text = f'<div class="loose">{loose}</div>\n{text}'
    return Sheet(
        title_of(document),
        about(report, say),
        document.language,
        text,
        "".join(_outline(document, article.places, cards, say)),
        tuple(_marks(cards, say)),
        {entry.finding.rule: entry.finding.name for entry in cards},
        report.counts,
        article.places,
        tuple(_asides(report, say)),
    )


def about(report: Report, say: Spoken = ENGLISH) -> str:
    """What kind of text it is, how long, and by whose conventions it is checked: one sentence."""
    kind = say(report.kind if report.kind != "other" else "no resolution or decision found")
    paragraphs = say.paragraphs(report.counts.get("preambular", 0), report.counts.get("operative", 0))
    parts = [kind.capitalize(), *([paragraphs] if paragraphs else [])]
    for key, one in (("footnotes", "note"), ("words", "word")):
        if number := report.counts.get(key):
            parts.append(say.count(number, one, grouped=True))
    reason = f" ({say(report.profile_reason)})" if report.profile_reason else ""
    return f"{', '.join(parts)}{say(';')} {say(f'profile {report.profile}')}{reason}."


# -- the margin --------------------------------------------------------------------------------------------------------


def card(entry: Card, say: Spoken = ENGLISH) -> str:
    """The card of a finding: its number and message, and behind them place, remedy and what can be done."""
    finding, number = entry.finding, entry.number
    name = say(NAMES[finding.severity])
    where = plain(say.place(finding.where))
    language = "en" if say.words is None else say.words.language
    buttons = []
    if can_be_made(finding.fix):
        buttons.append('<button type="button" data-do="accept">' + say("Accept") + "</button>")
    buttons.append('<button type="button" data-do="decline">' + say("Decline") + "</button>")
    buttons.append('<button type="button" data-do="keep">' + say("Keep…") + "</button>")
    buttons.append('<button type="button" data-do="explain" class="quiet">' + say("Why?") + "</button>")
    return (
        f'<div class="card {finding.severity}" id="c-{number}" data-n="{number}" lang="{language}" dir="ltr" role="group" '
        f'aria-labelledby="m-{number}">'
        f'<button type="button" class="face" aria-expanded="false" aria-controls="b-{number}">'
        f'<span class="n">{number}</span><span class="msg" id="m-{number}"><span class="sev">{name}</span> '
        f'{plain(finding.message)}</span><span class="state" aria-hidden="true"></span></button>'
        f'<div class="more" id="b-{number}"><p class="place">{where} <span class="rule">{escape(finding.rule)} '
        f"{plain(finding.name)}</span></p>{_remedy(finding)}"
        f'<div class="acts">{"".join(buttons)}</div></div></div>'
    )


def _remedy(finding: Finding) -> str:
    fix = finding.fix
    if fix is None:
        return ""
    change = ""
    if len(fix.edits) == 1 and fix.edits[0].italic is None and fix.applicability != "advice":
        edit = fix.edits[0]
        if len(edit.expected) + len(edit.replacement) <= 2 * _OPENING and edit.expected != edit.replacement:
            gone = f"<del>{visible(edit.expected)}</del> " if edit.expected else ""
            put = f"<ins>{visible(edit.replacement)}</ins>" if edit.replacement else ""
            change = f'<span class="change">{gone}{put}</span>'
    title = plain(fix.title[:1].upper() + fix.title[1:])
    return f'<p class="write">{title}{" " if title and change else ""}{change}</p>' if title or change else ""


# -- the text ----------------------------------------------------------------------------------------------------------


def _pins(document: Document, cards: Sequence[Card], say: Spoken) -> dict[str, list[Pin]]:
    """The words of every finding with a link to its card, and what its fix would change."""
    found: dict[str, list[Pin]] = {}
    for entry in cards:
        finding, number = entry.finding, entry.number
        link = (
            f'<a class="pin {finding.severity}" id="p-{number}" data-n="{number}" href="#c-{number}" '
            f'aria-label="{say(f"Finding {number}, {say(finding.severity)}")}">{number}</a>'
        )
        before, after = f'<mark class="hit {finding.severity}" data-n="{number}">', f"</mark>&#8288;{link}"
        changes = _edits(document, entry) if can_be_made(finding.fix) else []
        here = Pin(finding.span.start, finding.span.end, before, after, link)
        # What is put in comes before the number.
        for block, pin in changes:
            found.setdefault(block, []).append(pin)
        found.setdefault(finding.span.block, []).append(here)
    return found


def _edits(document: Document, entry: Card) -> list[tuple[str, Pin]]:
    fix = entry.finding.fix
    return [] if fix is None else [(edit.span.block, _edit(document, edit, entry.number)) for edit in fix.edits]


def _edit(document: Document, edit: Edit, number: int) -> Pin:
    start, end = edit.span.start, edit.span.end
    if edit.italic is not None:
        kind = "on" if edit.italic else "off"
        return Pin(start, end, f'<span class="ital {kind}" data-n="{number}">', "</span>")
    words = marked(plain(edit.replacement), document.block(edit.span.block), start, end)
    new = f'<span class="new" data-n="{number}" hidden>{words}</span>' if edit.replacement else ""
    return Pin(start, end, f'<span class="old" data-n="{number}">', f"</span>{new}", new)


def _marks(cards: Sequence[Card], say: Spoken) -> Iterator[dict[str, Any]]:
    """What a program in the page needs of each finding; ``clash`` are the numbers of fixes that change the same words."""
    clashes = _clashes(cards)
    for entry in cards:
        finding = entry.finding
        yield {
            "n": entry.number,
            "f": finding.fingerprint,
            "rule": finding.rule,
            "severity": finding.severity,
            "where": say.place(finding.where),
            "part": say(_part(finding.part)),
            "block": finding.span.block,
            "can": can_be_made(finding.fix),
            "safe": finding.fix is not None and can_be_made(finding.fix) and finding.fix.applicability == "safe",
            "clash": sorted(clashes.get(entry.number, ())),
        }


def _part(part: str) -> str:
    return _PARTS.get(part, _REST)


def _clashes(cards: Sequence[Card]) -> dict[int, set[int]]:
    by_block: dict[str, list[tuple[int, Edit]]] = {}
    for entry in cards:
        fix = entry.finding.fix
        if fix is not None and can_be_made(fix):
            for edit in fix.edits:
                by_block.setdefault(edit.span.block, []).append((entry.number, edit))
    found: dict[int, set[int]] = {}
    for row in by_block.values():
        for (one, edit), (other, beside) in combinations(row, 2):
            if one != other and fixes.collide(edit, beside):
                found.setdefault(one, set()).add(other)
                found.setdefault(other, set()).add(one)
    return found


# -- the outline -------------------------------------------------------------------------------------------------------


def _outline(document: Document, places: Mapping[str, str], cards: Sequence[Card], say: Spoken) -> Iterator[str]:
    """The parts of the draft with their paragraphs, as nested lists of links."""
    found: dict[str, list[Card]] = {}
    for entry in cards:
        found.setdefault(entry.finding.span.block, []).append(entry)
    many = len(document.acts) > 1
    level = 3 if many else 2
    for number, act in enumerate(document.acts, 1):
        if many:
            title = document.text(act.title) if act.title is not None else say(f"Text {number}")
            yield f"<h2>{plain(_short(title))}</h2>\n"
        for name, clauses in (("Preamble", act.preamble), ("Operative part", act.operative)):
            if clauses:
                yield f'<h{level} class="part">{say(name)}</h{level}>\n<ol>\n'
                for at, clause in enumerate(clauses, 1):
                    yield _entry(
                        document, clause, places, found, "" if name == "Preamble" else clause.number or str(at)
                    )
                yield "</ol>\n"
        for annex in act.annexes:
            label = annex.label or say("Annex")
            target = places.get(annex.heading.block)
            yield f'<h{level} class="part">{_link(target, plain(label))}</h{level}>\n'
            if annex.paragraphs:
                yield "<ol>\n"
                for clause in annex.paragraphs:
                    yield _entry(document, clause, places, found, clause.number)
                yield "</ol>\n"


def _entry(
    document: Document, clause: Clause, places: Mapping[str, str], found: Mapping[str, Sequence[Card]], number: str
) -> str:
    blocks = [block for one in clause.walk() for block in one.blocks]
    notes = [
        block.id
        for note in document.footnotes
        if note.anchor is not None and note.anchor.block in blocks
        for block in note.blocks
    ]
    numbers = [entry.number for block in (*blocks, *notes) for entry in found.get(block, ())]
    words = plain(_short(document.text(clause.opener or clause.body)))
    if clause.opener is not None:
        # Many paragraphs open alike; the words behind the opening tell them apart.
        behind = document.text(Span(clause.body.block, clause.opener.end, clause.body.end)).strip(" ,")
        words += f' <span class="behind">{plain(_short(behind))}</span>' if behind else ""
    label = f'<span class="no">{plain(number)}</span> ' if number else ""
    dots = f' <span class="dots" data-ns="{",".join(map(str, numbers))}"></span>' if numbers else ""
    return f"<li>{_link(places.get(clause.body.block), f'{label}{words}')}{dots}</li>\n"


def _link(target: str | None, words: str) -> str:
    return words if target is None else f'<a href="#{escape(target)}">{words}</a>'


def _short(words: str) -> str:
    flat = " ".join(words.replace("\ufffc", " ").split())
    return flat if len(flat) <= _OPENING else flat[:_OPENING].rstrip() + "…"


def _asides(report: Report, say: Spoken) -> Iterator[str]:
    for finding in report.findings:
        if why := standing(finding):
            yield f"{say.place(finding.where)}, {finding.rule} {finding.name}{say(':')} {say(why)}."
    reasons: dict[str, list[str]] = {}
    for skip in report.skipped:
        if skip.meant:
            reasons.setdefault(skip.reason, []).append(skip.rule)
    for reason, rules in reasons.items():
        yield say(f"Not checked: {', '.join(sorted(rules))} ({reason}).")
    for failure in report.failures:
        yield say(f"The rule {failure.rule} failed and was left out: {failure.error}")
